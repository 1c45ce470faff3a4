// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/liquid/engine.h"
#include "tests/support/suite.h"

namespace lectern::liquid {

class EngineTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void textWithoutMarkupIsOneLiteral();
};

void EngineTest::textWithoutMarkupIsOneLiteral()
{
    Engine engine({});
    const Output output = engine.render({"plain", QStringLiteral("a.md"), 10}, {});
    QCOMPARE(output.text, QByteArray("plain"));
    QCOMPARE(output.segments, (std::vector<Segment> {{0, 5, QStringLiteral("a.md"), 10, 15, Segment::Origin::Literal}}));
}

} // namespace lectern::liquid

LECTERN_GUILESS_MAIN(lectern::liquid::EngineTest)
#include "enginetest.moc"
