// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/spellchecker.h"

#include "app/forms/markdownhighlighter.h"
#include "app/forms/markdownstyles.h"
#include "app/forms/textbox.h"
#include "app/spelling/spelling.h"
#include "app/spelling/spellrules.h"

#include <QActionGroup>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace lectern::app {

namespace {

constexpr qsizetype mostSuggestions = 6;

QString languageName(const QString& dictionary)
{
    const QLocale locale(dictionary);
    if (locale.language() == QLocale::C)
        return dictionary;
    return QStringLiteral("%1 (%2)").arg(
        QLocale::languageToString(locale.language()), QLocale::territoryToString(locale.territory()));
}

} // namespace

SpellChecker::SpellChecker(Spelling& spelling, const QString& field, const QSet<QString>& names, TextBox* box,
    MarkdownHighlighter* highlighter)
    : QObject(box)
    , m_spelling(spelling)
    , m_field(field)
    , m_names(names)
    , m_box(box)
    , m_highlighter(highlighter)
{
    connect(box, &TextBox::menuPrepared, this, &SpellChecker::addToMenu);
    connect(&spelling, &Spelling::changed, this, &SpellChecker::check);
    check();
}

void SpellChecker::check()
{
    const QString language = m_spelling.language(m_field);
    if (language.isEmpty() || !m_spelling.isReady(language)) {
        m_highlighter->setMisspelt({});
        return;
    }
    m_highlighter->setMisspelt(
        [this, language](const QString& text, const std::vector<std::uint8_t>& styles) {
            auto words = wordsToCheck(text, styles, m_names);
            std::erase_if(words, [&](const auto& range) {
                return m_spelling.isCorrect(language, text.sliced(range.first, range.second - range.first));
            });
            return words;
        });
}

void SpellChecker::addToMenu(QMenu* menu, int at)
{
    const QString language = m_spelling.language(m_field);
    const QString text = documentWords();
    if (!language.isEmpty() && m_spelling.isReady(language)) {
        const auto words = wordsToCheck(text, markdownStyles(text), m_names);
        const auto word = std::find_if(words.begin(), words.end(),
            [at](const auto& range) { return range.first <= at && at <= range.second; });
        if (word != words.end()
            && !m_spelling.isCorrect(language, text.sliced(word->first, word->second - word->first)))
            addCorrections(menu, word->first, word->second);
    }
    if (!m_spelling.languages().isEmpty())
        addLanguages(menu);
}

void SpellChecker::addCorrections(QMenu* menu, qsizetype from, qsizetype to)
{
    QAction* const first = menu->actions().isEmpty() ? nullptr : menu->actions().constFirst();
    const QString word = documentWords().sliced(from, to - from);
    const QStringList suggestions
        = m_spelling.suggestions(m_spelling.language(m_field), word).mid(0, mostSuggestions);
    const auto add = [&](const QString& text, auto&& does) {
        auto* action = new QAction(text, menu);
        connect(action, &QAction::triggered, this, does);
        menu->insertAction(first, action);
        return action;
    };
    for (const QString& suggestion : suggestions) {
        add(suggestion, [this, from, to, suggestion] {
            QTextCursor cursor(m_box->document());
            cursor.setPosition(int(from));
            cursor.setPosition(int(to), QTextCursor::KeepAnchor);
            cursor.insertText(suggestion);
        });
    }
    if (suggestions.isEmpty())
        add(tr("No suggestions"), [] {})->setEnabled(false);
    add(tr("Add “%1” to my dictionary").arg(word), [this, word] { m_spelling.learn(word); });
    menu->insertSeparator(first);
}

void SpellChecker::addLanguages(QMenu* menu)
{
    QMenu* const languages = menu->addMenu(tr("Spelling"));
    auto* group = new QActionGroup(languages);
    const QString now = m_spelling.language(m_field);
    const auto add = [&](const QString& text, const QString& language) {
        QAction* const action = languages->addAction(
            text, this, [this, language] { m_spelling.setLanguage(m_field, language); });
        action->setCheckable(true);
        action->setChecked(language == now);
        group->addAction(action);
    };
    for (const QString& language : m_spelling.languages())
        add(languageName(language), language);
    add(tr("Do not check this field"), {});
}

QString SpellChecker::documentWords() const
{
    return m_box->document()->toRawText().replace(QChar(QChar::ParagraphSeparator), u'\n');
}

} // namespace lectern::app
