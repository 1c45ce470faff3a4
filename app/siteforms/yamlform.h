// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/yamldocument.h"

#include <QHash>
#include <QList>
#include <QStringList>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace lectern::app {

namespace look {
class TextLabel;
}
class Workspace;
class YamlField;

/// One value of a YAML text as a form shows it.
struct YamlFieldSpec {
    enum class Kind {
        Line, ///< a string
        Text, ///< a longer string
        Switch, ///< true or false
        List, ///< strings, one a line
    };

    QStringList path; ///< keys from the top
    QString label;
    QString example; ///< placeholder: what one could write
    Kind kind = Kind::Line;
    bool rare = false; ///< shown under "More" while it is empty
};

struct YamlGroup {
    QString title; ///< empty: no caption
    QList<YamlFieldSpec> fields;
};

/// Where the YAML stands: a file of the site, or the front matter of a page.
struct YamlPlace {
    QString file; ///< relative path
    bool frontMatter = false;
    bool operator==(const YamlPlace&) const = default;
};

/// The YAML text at a place. Errors: those of Workspace::file, InvalidYaml; NoSuchAddress for a page without front matter.
Result<YamlDocument> readYaml(Workspace& workspace, const YamlPlace& place);

/// A form over a YAML text, edited in place: each field changes its own value and nothing beside it; typing in one field is
/// one undoable step. The form follows undo, redo and changes made elsewhere.
class YamlForm : public QWidget {
    Q_OBJECT
public:
    YamlForm(Workspace& workspace, QList<YamlGroup> groups, QWidget* parent = nullptr);

    void setPlace(const YamlPlace& place);
    [[nodiscard]] const YamlPlace& place() const { return m_place; }
    /// Also shows every other single value of the text's top level, by its key; `hidden` names keys to leave out.
    void setShowOthers(bool show, const QStringList& hidden = {});
    /// The field at `path`; nullptr where the form has none.
    [[nodiscard]] YamlField* field(const QStringList& path) const;
    /// Puts the caret to byte `offset` of the file, in the field that holds it.
    void focusPlace(qsizetype offset);

Q_SIGNALS:
    void failed(const lectern::Error& error);
    /// The text cannot be read (any more), or can again (nullopt).
    void problemChanged(const std::optional<lectern::Error>& problem);
    /// A field got the keyboard: where its value stands.
    void placeSelected(const QString& file, lectern::TextRange range);

private:
    void build();
    void addGroup(const YamlGroup& group, QWidget* into);
    void reload();
    void write(YamlField& field);
    [[nodiscard]] QList<YamlFieldSpec> otherFields(const YamlDocument& document) const;

    Workspace& m_workspace;
    QList<YamlGroup> m_groups;
    YamlPlace m_place;
    bool m_showOthers = false;
    QStringList m_hiddenKeys;
    QStringList m_otherKeys;
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
    QList<YamlField*> m_fields;
};

} // namespace lectern::app
