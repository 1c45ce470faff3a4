// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>
#include <QTextEdit>

#include <cstdint>
#include <functional>
#include <vector>

namespace lectern::app {

/// Shows a text box's Markdown as it will look, its marks still visible but quiet, and underlines what is
/// misspelt.
class MarkdownHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    /// Ranges (UTF-16 units, half-open) of the misspelt words of a text whose characters have these styles.
    using Misspelt = std::function<std::vector<std::pair<qsizetype, qsizetype>>(
        const QString&, const std::vector<std::uint8_t>&)>;

    explicit MarkdownHighlighter(QTextEdit* box);
    void setMisspelt(Misspelt misspelt);

protected:
    void highlightBlock(const QString& text) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void read();
    [[nodiscard]] QTextCharFormat format(int style, bool misspelt) const;

    QTextEdit* m_box;
    Misspelt m_misspelt;
    QString m_text;
    int m_revision = -1; ///< of the document that was read
    std::vector<std::uint8_t> m_styles;
    std::vector<bool> m_wrong;
    std::vector<std::uint32_t> m_behind {
        0
    }; ///< of each character: what tells how it and all behind it look
};

} // namespace lectern::app
