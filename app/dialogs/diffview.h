// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace lectern::app {

/// Read-only text with coloured lines, one kind per line.
class DiffText : public QPlainTextEdit {
    Q_OBJECT
public:
    enum class Line { Common, Added, Removed, Head, Gap };

    explicit DiffText(const QString& accessibleName, QWidget* parent = nullptr);
    void setLines(const QStringList& lines, const QList<Line>& kinds);

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();
    QList<Line> m_kinds;
};

/// Shows in which lines two texts differ, as one unified text or side by side. Display only: the texts are never read back.
class DiffView : public QWidget {
    Q_OBJECT
public:
    explicit DiffView(QWidget* parent = nullptr);

    void setTexts(const QString& name, const QByteArray& before, const QByteArray& after);
    void setSideBySide(bool sideBySide);
    [[nodiscard]] bool isSideBySide() const;

private:
    void fillUnified(const QString& name, const QByteArray& before, const QByteArray& after);
    void fillSides(const QByteArray& before, const QByteArray& after);

    QStackedWidget* m_stack;
    DiffText* m_unified;
    QSplitter* m_sides;
    DiffText* m_before;
    DiffText* m_after;
};

} // namespace lectern::app
