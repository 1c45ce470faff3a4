// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/references.h"
#include "core/check/rules/rules.h"

#include <QUrl>

namespace lectern::check {
namespace {

/// Pictures and files of the site that the page names and that do not exist.
class MissingFiles : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        QStringList list;
        for (const Reference& reference : localReferences(subject)) {
            const QString path = pathOf(subject, reference);
            if (path.isEmpty() || isPublished(subject, path))
                continue;
            if (list.isEmpty() && subject.site())
                list = subject.files().list();
            Edits repair;
            if (const QString found = sameName(list, path); !found.isEmpty())
                repair = { { reference.range.from,
                    subject.bytes().sliced(reference.range.from, reference.range.length()),
                    addressOf(subject, reference, found) } };
            findings.push_back(subject.repairable(Severity::Warning,
                reference.isPicture ? "image.missing-file" : "link.missing-file", reference.range,
                { reference.address }, repair));
        }
    }

private:
    /// The path that must exist; empty where nothing can be said. An address such as "/project/" may belong
    /// to another repository of the same owner, and what plugins make is not known here.
    static QString pathOf(const Subject& subject, const Reference& reference)
    {
        if (reference.address.startsWith(u'#') || (!subject.site() && reference.address.startsWith(u'/')))
            return {};
        const QString path = sitePathOf(subject, reference.address);
        const QString name = path.section(u'/', -1);
        const bool isMade = name == u"feed.xml" || name == u"sitemap.xml" || name == u"robots.txt";
        const bool mayBeElsewhere = reference.address.startsWith(u'/') && !name.contains(u'.');
        return isMade || mayBeElsewhere ? QString() : path;
    }

    /// The one file of the site that has the same name, whatever its folder and the case of its letters.
    static QString sameName(const QStringList& list, const QString& path)
    {
        const QString name = path.section(u'/', -1);
        QStringList found;
        for (const QString& file : list) {
            if (!name.isEmpty() && file.section(u'/', -1).compare(name, Qt::CaseInsensitive) == 0
                && !file.startsWith(u'_'))
                found.append(file);
        }
        return found.size() == 1 ? found.constFirst() : QString();
    }

    static QByteArray addressOf(const Subject& subject, const Reference& reference, const QString& file)
    {
        const QByteArray encoded = QUrl::toPercentEncoding(file, "/:@!$&'()*+,;=", "()'\"");
        const QString base = subject.site()->config().text(QStringLiteral("baseurl"));
        if (reference.address.startsWith(u'/') || subject.rendered().url != u"/")
            return (base.isEmpty() || base == u"/" ? QByteArray() : base.toUtf8()) + '/' + encoded;
        return encoded;
    }
};

} // namespace

RulePointer missingFilesRule()
{
    return std::make_unique<MissingFiles>();
}

} // namespace lectern::check
