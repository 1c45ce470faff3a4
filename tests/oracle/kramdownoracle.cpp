// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/oracle/kramdownoracle.h"

#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

namespace lectern::test {

bool KramdownOracle::start()
{
    if (QStandardPaths::findExecutable(QStringLiteral("ruby")).isEmpty())
        return false;
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("ruby"), {sourcePath(QStringLiteral("tests/oracle/data/kramdown.rb"))});
    return convert({{QStringLiteral("a\n"), {}}}).size() == 1;
}

QList<KramdownOracle::Answer> KramdownOracle::convert(const QList<MarkdownCase>& cases)
{
    constexpr int longestSilence = 60'000;
    QList<Answer> answers;
    qsizetype sent = 0;
    while (answers.size() < cases.size()) {
        // Not all at once: the pipe's buffers would hold everything twice.
        for (; sent < cases.size() && sent < answers.size() + 200; ++sent) {
            const QJsonArray line {cases[sent].text, cases[sent].options};
            m_process.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
        }
        if (!m_process.canReadLine() && !m_process.waitForReadyRead(longestSilence))
            break;
        while (m_process.canReadLine()) {
            const QJsonObject answer = QJsonDocument::fromJson(m_process.readLine()).object();
            const QJsonValue html = answer.value(QStringLiteral("html"));
            if (html.isString())
                answers.append({html.toString(), {}});
            else
                answers.append({{}, answer.value(QStringLiteral("error")).toString(QStringLiteral("timeout"))});
        }
    }
    return answers;
}

KramdownOracle::~KramdownOracle()
{
    m_process.closeWriteChannel();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5'000))
        m_process.kill();
    m_process.waitForFinished(5'000);
}

} // namespace lectern::test
