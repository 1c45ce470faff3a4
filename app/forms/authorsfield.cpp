// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/authorsfield.h"

#include "app/forms/chipdetails.h"
#include "app/forms/chipedit.h"
#include "app/forms/fieldwords.h"

#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {

QStringList splitNames(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("\\s*[,;，；、]\\s*(?:and\\s+|&\\s*)?|\\s+(?:and|&)\\s+"));
    QStringList names;
    for (const QString& part : text.split(between, Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            names.append(part.trimmed());
    }
    return names;
}

AuthorsField::AuthorsField(const FieldSetting& setting, QWidget* parent)
    : FieldEditor(setting, parent), m_chips(new ChipEdit(this)), m_details(nullptr)
{
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_details = new ChipDetails({{tr("Name"), tr("Ada Lovelace"), 4}, {tr("Marks"), tr("*"), 1},
                                    {tr("Home page"), tr("https://…"), 4}},
        content);
    column->addWidget(m_chips);
    column->addWidget(m_details);
    m_details->hide();
    m_chips->setStarrable(true);
    m_chips->setExample(words::example(setting.id, setting.kind));
    connect(m_chips, &ChipEdit::added, this, &AuthorsField::add);
    connect(m_chips, &ChipEdit::opened, this, &AuthorsField::open);
    connect(m_chips, &ChipEdit::removed, this, [this](int at) {
        m_authors.erase(m_authors.begin() + at);
        close();
        changed();
    });
    connect(m_chips, &ChipEdit::moved, this, [this](int from, int to) {
        const profile::Author author = m_authors[size_t(from)];
        m_authors.erase(m_authors.begin() + from);
        m_authors.insert(m_authors.begin() + to, author);
        close();
        changed();
    });
    connect(m_chips, &ChipEdit::starToggled, this, [this](int at) {
        m_authors[size_t(at)].owner = !m_authors[size_t(at)].owner;
        changed();
    });
    connect(m_details, &ChipDetails::partEdited, this, &AuthorsField::editPart);
    connect(m_details, &ChipDetails::closed, this, [this] {
        const int at = m_opened;
        close();
        m_chips->focusChip(at);
    });
    setContent(content, m_chips->input());
}

void AuthorsField::focusContent() { m_chips->input()->setFocus(Qt::OtherFocusReason); }

void AuthorsField::settle()
{
    m_chips->enterTyped();
    close();
    FieldEditor::settle();
}

void AuthorsField::showValue(const profile::FieldValue& value)
{
    const auto* const authors = std::get_if<std::vector<profile::Author>>(&value);
    m_authors = authors ? *authors : std::vector<profile::Author>();
    refreshChips();
    if (m_opened >= int(m_authors.size()))
        close();
    if (m_opened >= 0) {
        const profile::Author& author = m_authors[size_t(m_opened)];
        m_details->setValues({author.name, author.marks, author.url});
    }
}

void AuthorsField::markProblem(bool problem) { m_chips->setProblem(problem); }

QString AuthorsField::understood() const
{
    const bool owned = std::any_of(m_authors.begin(), m_authors.end(), [](const auto& author) { return author.owner; });
    return m_authors.empty() || owned ? QString() : tr("None of them is marked as you. Select your name and press Space.");
}

void AuthorsField::add(const QString& text)
{
    const QStringList names = splitNames(text);
    for (const QString& name : names) {
        profile::Author author;
        author.name = name;
        // The owner's name, typed, is the owner: `sample` holds how the page writes it.
        author.owner = !setting().sample.isEmpty() && name.compare(setting().sample, Qt::CaseInsensitive) == 0;
        m_authors.push_back(author);
    }
    changed();
}

void AuthorsField::open(int at)
{
    m_opened = at;
    const profile::Author& author = m_authors[size_t(at)];
    m_details->setValues({author.name, author.marks, author.url});
    m_details->show();
    m_details->focusPart(0);
}

void AuthorsField::close()
{
    m_opened = -1;
    m_details->hide();
}

void AuthorsField::editPart(int part, const QString& value)
{
    if (m_opened < 0)
        return;
    profile::Author& author = m_authors[size_t(m_opened)];
    (part == 0 ? author.name : part == 1 ? author.marks : author.url) = value;
    const QScopedValueRollback typing(m_typingPart, QStringLiteral("%1.%2").arg(m_opened).arg(part));
    changed();
}

void AuthorsField::changed()
{
    refreshChips();
    userEdited();
}

void AuthorsField::refreshChips()
{
    std::vector<ChipData> chips;
    for (const profile::Author& author : m_authors)
        chips.push_back({author.name, author.marks, author.owner, author.name.trimmed().isEmpty() ? tr("A name is missing.") : QString(), author.url});
    m_chips->setChips(chips);
}

} // namespace lectern::app
