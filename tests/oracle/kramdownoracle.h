// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>

namespace lectern::test {

/// A text and the `kramdown:` options (as a site's configuration names them) with which it is converted.
struct MarkdownCase {
    QString text;
    QJsonObject options;
};

/// The installed kramdown, called as Jekyll calls it, in one process for all cases.
class KramdownOracle {
public:
    struct Answer {
        QString html;
        QString failure; ///< what Ruby raised instead, or that it took too long
    };

    /// False where Ruby or one of its packages is not installed.
    [[nodiscard]] bool start();
    /// As many answers as cases; fewer when the process ended.
    [[nodiscard]] QList<Answer> convert(const QList<MarkdownCase>& cases);
    ~KramdownOracle();

private:
    QProcess m_process;
};

} // namespace lectern::test
