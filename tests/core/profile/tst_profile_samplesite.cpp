// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

using namespace lectern;
using namespace lectern::profile;

/// The sample site's home page shows every kind of section; readers of it see what its author meant.
class SampleSiteTest : public test::Suite {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_profile = readProfile(
            SourceFile(test::bytesOf(test::sourcePath(QStringLiteral("sample-site/_pages/about.md")))));
    }

    void everyKindOfSectionIsThereOnce_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("items");
        QTest::newRow("about") << int(SectionKind::About) << 1;
        QTest::newRow("news") << int(SectionKind::News) << 1;
        QTest::newRow("publications") << int(SectionKind::Publications) << 6;
        QTest::newRow("projects") << int(SectionKind::Projects) << 2;
        QTest::newRow("talks") << int(SectionKind::Talks) << 2;
        QTest::newRow("experience") << int(SectionKind::Experience) << 1;
        QTest::newRow("honors") << int(SectionKind::Honors) << 3;
        QTest::newRow("education") << int(SectionKind::Education) << 3;
        QTest::newRow("teaching") << int(SectionKind::Teaching) << 2;
        QTest::newRow("reviewing") << int(SectionKind::Reviewing) << 3;
        QTest::newRow("custom") << int(SectionKind::Custom) << 1;
    }
    void everyKindOfSectionIsThereOnce()
    {
        QFETCH(int, kind);
        QFETCH(int, items);
        std::vector<size_t> found;
        for (const Section& section : m_profile.sections) {
            if (int(section.kind) == kind)
                found.push_back(section.items.size());
        }
        QCOMPARE(found, std::vector<size_t> { size_t(items) });
    }

    void anAlternativeTextIsNoTitle()
    {
        const Item& box = m_profile.section(QStringLiteral("publications"))->items.front();
        QCOMPARE(text(box, FieldId::Title),
            QStringLiteral("Hetis: Serving LLMs in Heterogeneous GPU Clusters with Fine-grained and Dynamic "
                           "Parallelism"));
        QCOMPARE(text(box, FieldId::ImageAlt),
            QStringLiteral("Two racks of unlike GPUs that serve one language model together"));
        QCOMPARE(text(box, FieldId::Badge), QStringLiteral("SC 2025"));
        QCOMPARE(text(box, FieldId::Image), QStringLiteral("images/hetis.png"));
    }

    void citationPlaceholdersBelongToNoOtherField_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("id");
        QTest::newRow("box") << 0 << QStringLiteral("SAMPLE000001:hetis");
        QTest::newRow("behind a title") << 1 << QStringLiteral("SAMPLE000001:fastfair");
        QTest::newRow("behind another title") << 2 << QStringLiteral("SAMPLE000001:heet");
    }
    void citationPlaceholdersBelongToNoOtherField()
    {
        QFETCH(int, index);
        QFETCH(QString, id);
        const Item& item = m_profile.section(QStringLiteral("publications"))->items[size_t(index)];
        QCOMPARE(text(item, FieldId::ScholarId), id);
        for (const FieldId field : { FieldId::Title, FieldId::Note, FieldId::Venue })
            QVERIFY(!text(item, field).contains(QStringLiteral("show_paper_citations")));
    }

private:
    static QString text(const Item& item, FieldId id)
    {
        const Field* field = item.field(id);
        return field && field->present ? std::get<QString>(field->value) : QString();
    }

    Profile m_profile;
};

LECTERN_GUILESS_MAIN(SampleSiteTest)
#include "tst_profile_samplesite.moc"
