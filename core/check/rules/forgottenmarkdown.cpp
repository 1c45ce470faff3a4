// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/rules.h"
#include "core/check/tagrepair.h"
#include "core/markdown/markdown.h"
#include "core/profile/scan/tags.h"
#include "core/render/markdownsettings.h"

#include <QRegularExpression>

namespace lectern::check {
namespace {

using markdown::Node;

/// Markdown inside an HTML element that lacks `markdown="1"`: kramdown leaves it as it is, and readers see
/// the marks.
class ForgottenMarkdown : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        if (!subject.site())
            return;
        const render::MarkdownSettings settings = render::markdownSettings(subject.site()->config());
        if (settings.engine != markdown::Engine::Kramdown)
            return;
        const markdown::Document document
            = markdown::parse(subject.content(), settings.engine, settings.options);
        walk(subject, document.root(), findings);
    }

private:
    static void walk(const Subject& subject, const Node& parent, Findings& findings)
    {
        for (const Node* node = parent.first; node; node = node->next) {
            if (node->kind == markdown::NodeKind::HtmlElement && node->model == markdown::ContentModel::Raw
                && !node->isSpan)
                lookAt(subject, *node, findings);
            walk(subject, *node, findings);
        }
    }

    static void lookAt(const Subject& subject, const Node& element, Findings& findings)
    {
        static const QStringList verbatim { QStringLiteral("script"), QStringLiteral("style"),
            QStringLiteral("pre"), QStringLiteral("code"), QStringLiteral("svg"), QStringLiteral("math"),
            QStringLiteral("textarea") };
        const QString name = QString::fromUtf8(element.text.data(), qsizetype(element.text.size()));
        const auto tag = profile::tagAt(subject.bytes(), element.range.from, subject.bytes().size());
        if (verbatim.contains(name) || !tag || tag->closing
            || profile::attributeValue(subject.bytes(), *tag, "markdown"))
            return;
        for (const Node* child = element.first; child; child = child->next) {
            const QString sample = child->kind == markdown::NodeKind::Text
                ? markdownIn(QString::fromUtf8(child->text.data(), qsizetype(child->text.size())))
                : QString();
            if (sample.isEmpty())
                continue;
            findings.push_back(subject.repairable(Severity::Warning, "html.markdown-forgotten", tag->range,
                { name, sample }, repairOf(subject, *tag)));
            return;
        }
    }

    /// The attribute that has the element read: as blocks, or as a line of text where the element's end would
    /// not be found then, because it stands on the line of its text.
    static Edits repairOf(const Subject& subject, const profile::HtmlTag& tag)
    {
        const qsizetype at = tag.range.to - (subject.bytes().at(tag.range.to - 2) == '/' ? 2 : 1);
        const auto problems = TagRepair::tagProblems(subject.content()).size();
        for (const char* attribute : { " markdown=\"1\"", " markdown=\"span\"" }) {
            const Edits edits { { at, {}, attribute } };
            if (TagRepair::tagProblems(applied(subject.content(), edits)).size() <= problems)
                return edits;
        }
        return {};
    }

    /// The first thing in a text that is surely meant as Markdown; empty where there is none.
    static QString markdownIn(const QString& text)
    {
        static const QRegularExpression forms(
            QStringLiteral("!?\\[[^\\[\\]\\n]+\\]\\([^()\\s]+\\)|\\*\\*[^*\\s](?:[^*\\n]*[^*\\s])?\\*\\*"
                           "|^ {0,3}#{1,6} +\\S[^\\n]*"),
            QRegularExpression::MultilineOption);
        const auto match = forms.match(text);
        return match.captured().simplified();
    }
};

} // namespace

RulePointer forgottenMarkdownRule()
{
    return std::make_unique<ForgottenMarkdown>();
}

} // namespace lectern::check
