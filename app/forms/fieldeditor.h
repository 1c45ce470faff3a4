// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/sitefiles.h"
#include "core/document/edit.h"
#include "core/profile/profile.h"

#include <QSet>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QHBoxLayout;
class QVBoxLayout;

namespace lectern::app {

class Spelling;

namespace look {
class TextLabel;
}

/// What a field's widget knows beside its value.
struct FieldSetting {
    profile::FieldId id = profile::FieldId::Text;
    profile::FieldShape shape = profile::FieldShape::Line;
    profile::SectionKind kind = profile::SectionKind::Custom;
    QString siteRoot; ///< absolute folder that local addresses are relative to
    QString sample; ///< a value of the same field in another item, for its style; may be empty
    /// The bytes of a file that is part of the unexported edits, by its path in the site; empty for any
    /// other.
    std::function<QByteArray(const QString&)> pendingFile;
    /// A link to a PDF of the site as the page writes one, for the label and the style of another; may be empty.
    std::function<profile::Link()> documentLink = {};
    /// What an address begins with on this page where no sample tells it.
    std::function<QString()> addressStart = {};
    /// How often the page names a file.
    std::function<qsizetype(const QString& name)> mentions = {};
    Spelling* spelling = nullptr; ///< may be none
    QString spellingField; ///< what the spelling calls this field
    QSet<QString> names = {}; ///< words of people's names, which no dictionary has
};

/// A label, the widget that edits one field's value, and beneath it how the value was understood or what is
/// wrong with it.
///
/// Three values meet here: what the widget shows, what the page holds, and what the page held when this field
/// last looked. The widget follows the page only where the page changed, so it never echoes the user's own
/// typing.
class FieldEditor : public QWidget {
    Q_OBJECT
public:
    explicit FieldEditor(const FieldSetting& setting, QWidget* parent);

    [[nodiscard]] profile::FieldId id() const { return m_setting.id; }
    [[nodiscard]] profile::FieldShape shape() const { return m_setting.shape; }
    [[nodiscard]] virtual profile::FieldValue value() const = 0;
    [[nodiscard]] bool isFilled() const;

    /// Shows another item's value, whatever was shown before.
    void reset(const profile::FieldValue& pageValue);
    /// The page may have changed: shows its value where it is another one than last time.
    void follow(const profile::FieldValue& pageValue);
    /// The page took what this widget wrote and now reads `pageValue`. Spaces at the ends may differ while
    /// typing.
    void accepted(const profile::FieldValue& pageValue);
    /// The page did not take what this widget holds; `reason` is a sentence.
    void refused(const QString& reason);
    [[nodiscard]] bool isRefused() const { return !m_refusal.isEmpty(); }
    /// The focus left: typed leftovers are entered and the widget shows the page's value again.
    virtual void settle();

    /// What the latest change belongs to when typing merges into one undo step; empty for a change that is a
    /// step of its own (a chip added, moved or taken out).
    [[nodiscard]] virtual QString typingPart() const { return QStringLiteral("text"); }

    /// Changes of other files that belong to the change which edited() announces (a new picture).
    [[nodiscard]] virtual Change companions() const { return {}; }

    virtual void focusContent() = 0;
    /// Buttons of this field that may stand elsewhere than in its label's line; nullptr for none.
    [[nodiscard]] virtual QWidget* tools() const { return nullptr; }
    /// Without its label's line, where the form's own heading says as much.
    void setLabelShown(bool shown);
    /// The style sample of the field, when the item before has changed it.
    void setSample(const QString& sample) { m_setting.sample = sample; }

Q_SIGNALS:
    void edited(); ///< by the user; value() is new
    void submitted(); ///< Enter: on to the next field

protected:
    /// Puts a value into the widget without edited().
    virtual void showValue(const profile::FieldValue& value) = 0;
    /// What is wrong with the shown value, in words; empty: nothing.
    [[nodiscard]] virtual QString ownProblem() const { return {}; }
    /// How the shown value was understood; empty: nothing to say.
    [[nodiscard]] virtual QString understood() const { return {}; }
    virtual void markProblem(bool problem) { Q_UNUSED(problem) }

    /// `content` goes below the label; `focusTarget` is what the label names.
    void setContent(QWidget* content, QWidget* focusTarget);
    [[nodiscard]] QHBoxLayout* labelRow() const { return m_labelRow; }
    [[nodiscard]] const FieldSetting& setting() const { return m_setting; }
    [[nodiscard]] SiteFiles files() const { return { m_setting.siteRoot, m_setting.pendingFile }; }
    /// How the field writes an address, after `sample`.
    [[nodiscard]] AddressStyle addressStyle(const QString& sample) const;
    [[nodiscard]] AddressStyle addressStyle() const { return addressStyle(m_setting.sample); }
    /// Takes a file out of the edits that came with an earlier change and that only `address` needs.
    [[nodiscard]] FileEdits unneeded(const QString& address) const;
    void refreshNotes();
    /// For subclasses: the user changed the value.
    void userEdited();

private:
    FieldSetting m_setting;
    QVBoxLayout* m_column;
    QHBoxLayout* m_labelRow;
    look::TextLabel* m_label;
    look::TextLabel* m_note;
    look::TextLabel* m_problem;
    std::optional<profile::FieldValue> m_known; ///< what the page held when last looked at
    QString m_refusal;
};

/// The editor for a field's shape.
[[nodiscard]] FieldEditor* makeFieldEditor(const FieldSetting& setting, QWidget* parent);

/// Whether two values differ by nothing but spaces and line breaks at their ends.
[[nodiscard]] bool sameButEnds(const profile::FieldValue& first, const profile::FieldValue& second);

} // namespace lectern::app
