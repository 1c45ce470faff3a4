// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/renderer.h"
#include "core/site/filesource.h"
#include "tests/support/domcompare.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

using namespace lectern;

/// The content of real sites' pages against what Jekyll published of them.
class OracleCorpusTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void contentEqualsJekylls_data();
    void contentEqualsJekylls();
};

namespace {

/// The pages were published with layouts that are nothing but the content, whatever their names.
site::Buffers plainLayouts(const site::FileSource& files)
{
    static const QRegularExpression named(
        QStringLiteral("^\\s*layout\\s*:\\s*[\"']?([\\w-]+)"), QRegularExpression::MultilineOption);
    site::Buffers layouts;
    for (const QString& path : files.list()) {
        const QString text = QString::fromUtf8(files.read(path).value_or(QByteArray()));
        for (auto found = named.globalMatch(text); found.hasNext();) {
            const QString name = found.next().captured(1);
            layouts.insert(QStringLiteral("_layouts/") + name + QStringLiteral(".html"), "{{ content }}");
        }
    }
    return layouts;
}

} // namespace

void OracleCorpusTest::contentEqualsJekylls_data()
{
    QTest::addColumn<QString>("folder");
    const QString corpus = test::sharedDir() + QStringLiteral("/corpus");
    if (test::sharedDir().isEmpty())
        return;
    for (const QString& name : QDir(corpus).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << corpus + u'/' + name;
}

void OracleCorpusTest::contentEqualsJekylls()
{
    if (test::sharedDir().isEmpty())
        QSKIP("the shared folder is not here");
    QFETCH(QString, folder);
    const QString source = folder + QStringLiteral("/site");
    const site::Buffers layouts = plainLayouts(*site::siteFiles(source));
    const auto files = site::siteFiles(source, layouts);
    render::RendererOptions options;
    options.profile = site::PublisherProfile::Jekyll4;
    render::Renderer renderer(options);
    const QString expected = folder + QStringLiteral("/expected");
    QDirIterator entries(expected, {QStringLiteral("*.html")}, QDir::Files, QDirIterator::Subdirectories);
    QStringList differences;
    int pages = 0;
    while (entries.hasNext()) {
        const QString path = entries.next();
        const QString url = path.mid(expected.size());
        const auto resource = renderer.resource(*files, url);
        const QString difference = resource
            ? test::domDifference(test::bytesOf(path), resource->bytes, test::DomScope::Fragment)
            : QStringLiteral("not found here");
        ++pages;
        if (!difference.isEmpty())
            differences.append(url + QStringLiteral(": ") + difference);
    }
    QVERIFY(pages > 0);
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
}

LECTERN_GUILESS_MAIN(OracleCorpusTest)
#include "tst_oraclecorpus.moc"
