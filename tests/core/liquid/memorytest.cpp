// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/liquid/engine.h"
#include "tests/support/suite.h"

#include <QFile>

using namespace lectern;

/// Hours of typing inside tags: each keystroke there is a template that was never seen before.
class LiquidMemoryTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void newTagsDoNotPileUp();
};

namespace {

qsizetype residentKilobytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    return status.mid(status.indexOf("VmRSS:") + 6).trimmed().split(' ').first().toLongLong();
}

} // namespace

void LiquidMemoryTest::newTagsDoNotPileUp()
{
    liquid::Engine engine({}, {});
    int typed = 0;
    const auto type = [&](int keystrokes) {
        for (const int end = typed + keystrokes; typed < end; ++typed) {
            const QByteArray text = "{{ 'a' | append: '" + QByteArray::number(typed) + "' }}\n";
            static_cast<void>(engine.render({ text, QStringLiteral("a.md"), 0 }, {}));
        }
    };
    // What is kept for a while is full by then, and was dropped more than once.
    const qsizetype begin = residentKilobytes();
    type(1'000);
    const qsizetype full = residentKilobytes();
    type(3'000);
    const qsizetype after = residentKilobytes();
    qInfo("%lld kB, %lld kB with full caches, %lld kB after three times as many keystrokes more",
        qint64(begin), qint64(full), qint64(after));
    QVERIFY(full > begin);
    QVERIFY2(double(after - full) < 0.15 * double(full - begin),
        qPrintable(QStringLiteral("%1 kB grew by %2 kB, then by %3 kB")
                       .arg(begin)
                       .arg(full - begin)
                       .arg(after - full)));
}

LECTERN_GUILESS_MAIN(LiquidMemoryTest)
#include "memorytest.moc"
