<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>lectern::app::ItemActions</name>
        <message numerus="yes">
            <source>%n entries</source>
            <translation>
                <numerusform>%n entry</numerusform>
                <numerusform>%n entries</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The entries now stand under %n sub-heading(s).</source>
            <translation>
                <numerusform>The entries now stand under %n sub-heading.</numerusform>
                <numerusform>The entries now stand under %n sub-headings.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>lectern::app::OwnerNames</name>
        <message numerus="yes">
            <source>%n paper(s) of %1.</source>
            <translation>
                <numerusform>%n paper of %1.</numerusform>
                <numerusform>%n papers of %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>lectern::app::PreviewWords</name>
        <message numerus="yes">
            <source>%n remote item(s) blocked</source>
            <translation>
                <numerusform>%n remote item blocked</numerusform>
                <numerusform>%n remote items blocked</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>lectern::app::ReviewSheet</name>
        <message numerus="yes">
            <source>Write %n file(s) to %1</source>
            <translation>
                <numerusform>Write %n file to %1</numerusform>
                <numerusform>Write %n files to %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n image(s) go along.</source>
            <translation>
                <numerusform>%n image goes along.</numerusform>
                <numerusform>%n images go along.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>An image of %n byte(s)</source>
            <translation>
                <numerusform>An image of %n byte</numerusform>
                <numerusform>An image of %n bytes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>lectern::app::SectionHeader</name>
        <message numerus="yes">
            <source>%n entries</source>
            <translation>
                <numerusform>%n entry</numerusform>
                <numerusform>%n entries</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>lectern::app::SectionsModel</name>
        <message numerus="yes">
            <source>%1, %n item(s)</source>
            <translation>
                <numerusform>%1, %n item</numerusform>
                <numerusform>%1, %n items</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>lectern::app::StateBar</name>
        <message numerus="yes">
            <source>%n remote item(s) blocked</source>
            <translation>
                <numerusform>%n remote item blocked</numerusform>
                <numerusform>%n remote items blocked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n remote item(s) blocked: allow…</source>
            <translation>
                <numerusform>%n remote item blocked: allow…</numerusform>
                <numerusform>%n remote items blocked: allow…</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>lectern::app::StatusLine</name>
        <message numerus="yes">
            <source>%n edit(s) not exported</source>
            <translation>
                <numerusform>%n edit not exported</numerusform>
                <numerusform>%n edits not exported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s)</source>
            <translation>
                <numerusform>%n problem</numerusform>
                <numerusform>%n problems</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hint(s)</source>
            <translation>
                <numerusform>%n hint</numerusform>
                <numerusform>%n hints</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>lectern::app::ComparePanel</name>
        <message numerus="yes">
            <source>%n element(s) differ from the page that Jekyll makes.</source>
            <translation>
                <numerusform>%n element differs from the page that Jekyll makes.</numerusform>
                <numerusform>%n elements differ from the page that Jekyll makes.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>lectern::app::SafetyBars</name>
        <message numerus="yes">
            <source>Recovered %n edit(s) from %1.</source>
            <translation>
                <numerusform>Recovered %n edit from %1.</numerusform>
                <numerusform>Recovered %n edits from %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Discard %n recovered edit(s)? Their text stays among the earlier versions.</source>
            <translation>
                <numerusform>Discard %n recovered edit? Its text stays among the earlier versions.</numerusform>
                <numerusform>Discard %n recovered edits? Their text stays among the earlier versions.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>(and %n more)</source>
            <translation>
                <numerusform>(and %n more)</numerusform>
                <numerusform>(and %n more)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>lectern::app::ProblemsPanel</name>
        <message numerus="yes">
            <source>%n problem(s)</source>
            <translation>
                <numerusform>%n problem</numerusform>
                <numerusform>%n problems</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hint(s)</source>
            <translation>
                <numerusform>%n hint</numerusform>
                <numerusform>%n hints</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>lectern::app::SourcePanel</name>
        <message numerus="yes">
            <source>%n place(s) found.</source>
            <translation>
                <numerusform>%n place found.</numerusform>
                <numerusform>%n places found.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n place(s) replaced.</source>
            <translation>
                <numerusform>%n place replaced.</numerusform>
                <numerusform>%n places replaced.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>lectern::app::FilesPage</name>
        <message numerus="yes">
            <source>%1 and %n more place(s)</source>
            <translation>
                <numerusform>%1 and %n more place</numerusform>
                <numerusform>%1 and %n more places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) that the site leads to are not there.</source>
            <translation>
                <numerusform>%n file that the site leads to is not there.</numerusform>
                <numerusform>%n files that the site leads to are not there.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s), %1 in all. A name anywhere in the site counts as a use.</source>
            <translation>
                <numerusform>%n file, %1. A name anywhere in the site counts as a use.</numerusform>
                <numerusform>%n files, %1 in all. A name anywhere in the site counts as a use.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Move %n file(s) (%1) to the trash? They leave the site’s folder at once.</source>
            <translation>
                <numerusform>Move %n file (%1) to the trash? It leaves the site’s folder at once.</numerusform>
                <numerusform>Move %n files (%1) to the trash? They leave the site’s folder at once.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Moved %n file(s) to the trash.</source>
            <translation>
                <numerusform>Moved %n file to the trash.</numerusform>
                <numerusform>Moved %n files to the trash.</numerusform>
            </translation>
        </message>
    </context>
</TS>
