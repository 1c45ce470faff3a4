// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/siteforms/yamlform.h"

#include "app/shell/errortext.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"
#include "app/siteforms/yamlfield.h"
#include "app/workspace/workspace.h"
#include "core/document/frontmatter.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {

Result<YamlDocument> readYaml(Workspace& workspace, const YamlPlace& place)
{
    const auto file = workspace.file(place.file);
    if (!file)
        return file.error();
    TextRange range{0, file->bytes().size()};
    if (place.frontMatter) {
        const auto front = findFrontMatter(file->bytes());
        if (!front)
            return Error{ErrorCode::NoSuchAddress, place.file, {}};
        range = front->yaml;
    }
    auto document = YamlDocument::parse(file->bytes(), range);
    if (!document)
        return Error{document.error().code, place.file, document.error().detail};
    return document;
}

YamlForm::YamlForm(Workspace& workspace, QList<YamlGroup> groups, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_groups(std::move(groups)), m_column(new QVBoxLayout(this))
{
    look::tighten(m_column);
    connect(&workspace, &Workspace::changed, this, [this](const Change& change, EditSource) {
        if (std::ranges::any_of(change, [this](const FileEdits& edits) { return edits.file == m_place.file; }))
            reload();
    });
    build();
}

void YamlForm::setPlace(const YamlPlace& place)
{
    m_place = place;
    reload();
}

void YamlForm::setShowOthers(bool show, const QStringList& hidden)
{
    m_showOthers = show;
    m_hiddenKeys = hidden;
}

YamlField* YamlForm::field(const QStringList& path) const
{
    const auto found = std::ranges::find_if(m_fields, [&path](YamlField* field) { return field->spec().path == path; });
    return found == m_fields.end() ? nullptr : *found;
}

void YamlForm::focusPlace(qsizetype offset)
{
    const auto document = readYaml(m_workspace, m_place);
    if (!document)
        return;
    const YamlValue* found = nullptr;
    YamlField* target = nullptr;
    for (const YamlValue& value : document->values()) {
        const bool holds = value.range.contains(offset) || value.range.to == offset || value.keyRange.contains(offset);
        if (YamlField* own = holds ? field(value.path) : nullptr) {
            found = &value;
            target = own;
        }
    }
    if (!target)
        return;
    // A field under a closed "More" opens it.
    for (QToolButton* more : m_content->findChildren<QToolButton*>(QStringLiteral("more"))) {
        auto* column = static_cast<QVBoxLayout*>(m_content->layout());
        if (column->itemAt(column->indexOf(more) + 1)->widget()->isAncestorOf(target))
            more->setChecked(true);
    }
    target->focusAt(*found, offset);
}

void YamlForm::build()
{
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_fields.clear();
    m_content = new QWidget(this);
    auto* column = new QVBoxLayout(m_content);
    look::tighten(column, 2 * look::grid - 4);
    for (const YamlGroup& group : m_groups)
        addGroup(group, m_content);
    m_column->addWidget(m_content);
}

void YamlForm::addGroup(const YamlGroup& group, QWidget* into)
{
    auto* column = static_cast<QVBoxLayout*>(into->layout());
    if (!group.title.isEmpty()) {
        auto* caption = new look::TextLabel(look::TextRole::Caption, group.title, into);
        caption->setContentsMargins(0, look::grid, 0, 0);
        column->addWidget(caption);
    }
    QWidget* rare = nullptr;
    for (const YamlFieldSpec& spec : group.fields) {
        if (spec.rare && !rare) {
            rare = new QWidget(into);
            look::tighten(new QVBoxLayout(rare), 2 * look::grid - 4);
        }
        QWidget* home = spec.rare ? rare : into;
        auto* field = new YamlField(spec, home);
        home->layout()->addWidget(field);
        m_fields.append(field);
        connect(field, &YamlField::edited, this, [this, field] { write(*field); });
        connect(field, &YamlField::left, this, [this] { m_workspace.endMerge(); });
        connect(field, &YamlField::entered, this, [this, field] {
            const auto document = readYaml(m_workspace, m_place);
            if (const YamlValue* value = document ? document->find(field->spec().path) : nullptr)
                Q_EMIT placeSelected(m_place.file, value->range);
        });
    }
    if (!rare)
        return;
    auto* more = new QToolButton(into);
    more->setText(tr("More"));
    more->setAccessibleName(tr("More of “%1”").arg(group.title));
    more->setIcon(icon(u"chevron-right", IconTint::Secondary));
    more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    more->setAutoRaise(true);
    more->setCheckable(true);
    more->setObjectName(QStringLiteral("more"));
    connect(more, &QToolButton::toggled, rare, [more, rare](bool open) {
        rare->setVisible(open);
        more->setIcon(icon(open ? u"chevron-down" : u"chevron-right", IconTint::Secondary));
    });
    rare->hide();
    column->addWidget(more);
    column->addWidget(rare);
}

QList<YamlFieldSpec> YamlForm::otherFields(const YamlDocument& document) const
{
    QList<YamlFieldSpec> others;
    for (const QString& key : document.keys()) {
        const YamlValue* value = document.find({key});
        const bool scalar = value && value->style != YamlStyle::BlockList && value->style != YamlStyle::FlowList
            && value->style != YamlStyle::BlockMap && value->style != YamlStyle::FlowMap;
        const bool known = std::ranges::any_of(m_groups, [&key](const YamlGroup& group) {
            return std::ranges::any_of(group.fields, [&key](const YamlFieldSpec& spec) { return spec.path == QStringList{key}; });
        });
        if (!scalar || known || m_hiddenKeys.contains(key))
            continue;
        const auto kind = value->style == YamlStyle::Block ? YamlFieldSpec::Kind::Text : YamlFieldSpec::Kind::Line;
        others.append({{key}, key, {}, kind});
    }
    return others;
}

void YamlForm::reload()
{
    const auto document = readYaml(m_workspace, m_place);
    setEnabled(document.isOk());
    Q_EMIT problemChanged(document ? std::nullopt : std::optional(document.error()));
    if (!document)
        return;
    if (m_showOthers) {
        const QList<YamlFieldSpec> others = otherFields(*document);
        QStringList keys;
        for (const YamlFieldSpec& spec : others)
            keys.append(spec.label);
        if (keys != m_otherKeys) {
            m_otherKeys = keys;
            build();
            if (!others.isEmpty())
                addGroup({tr("Other settings in this file"), others}, m_content);
        }
    }
    for (YamlField* field : m_fields)
        field->follow(*document);
    // What is filled in is not hidden.
    for (QToolButton* more : m_content->findChildren<QToolButton*>(QStringLiteral("more"))) {
        auto* column = static_cast<QVBoxLayout*>(m_content->layout());
        const QWidget* rare = column->itemAt(column->indexOf(more) + 1)->widget();
        const auto fields = rare->findChildren<YamlField*>();
        if (std::ranges::any_of(fields, [](const YamlField* field) { return !field->isEmpty(); }))
            more->setChecked(true);
    }
}

void YamlForm::write(YamlField& field)
{
    const auto document = readYaml(m_workspace, m_place);
    if (!document) {
        field.showProblem(errorText(document.error()));
        return;
    }
    const auto edits = field.edits(*document);
    if (!edits) {
        field.showProblem(errorText(edits.error()));
        return;
    }
    field.showProblem({});
    if (edits->empty())
        return;
    const QString key = m_place.file + u':' + field.spec().path.join(u'.');
    m_workspace.push({{m_place.file, *edits}}, tr("Change “%1”").arg(field.spec().label), EditSource::Form, key);
}

} // namespace lectern::app
