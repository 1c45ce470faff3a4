<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>ChangeWords</name>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>award</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google Scholar id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” → “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: added “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: deleted “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: moved “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: hid “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: shows “%2” again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: “%2”, %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: changed “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added the section “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted the section “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved the section “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section heading: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hid the section “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the section “%1” again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page setting %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: “%2” → “%3”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editor column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview column</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has this name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditorColumn</name>
    <message>
        <source>Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted link “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InfoBar</name>
    <message>
        <source>Kind of message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening “%1” would lose edits that are not exported yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted section “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link leads to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing now would lose edits that are not exported yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a site folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a Markdown file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from the sample site…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review &amp;&amp; export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the previous column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Render the preview again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview at desktop width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview at tablet width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview at phone width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text at its normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Lectern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lectern %1, free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to section %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add section: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name of a command, a section, a paper, a page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to export: no file has been changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavigationForm</name>
    <message>
        <source>Navigation menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The links at the top of every page (_data/navigation.yml).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This site has no _data/navigation.yml: its theme makes the menu in another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of link %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target of link %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To another address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change link “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add link “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move link “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete link “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageSettings</name>
    <message>
        <source>Page settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands at the top of the page’s file, between the lines of three hyphens (its front matter).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page has no front matter. Without it Jekyll copies the file as it is and shows no page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add front matter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPane::Private</name>
    <message>
        <source>The preview does not run for the administrator account, because the browser engine could not keep pages in its sandbox. Start Lectern as an ordinary user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview cannot run: this system denies the user namespaces that the browser engine needs to keep pages in its sandbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The browser engine stopped twice while it showed this page. Reload tries it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being typed would swallow the rest of the page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewToolbar</name>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the page smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the page into the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the page larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the page and its files again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a copy of the page in your browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tablet width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page fits the column</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message>
        <source>Review and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another repository…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the page, and the images it uses, into another Jekyll repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this change back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the lines of the selected change back as they were; this can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the text before and after beside each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the Jekyll repository to write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Write %n file(s) to %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) go along.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Named by the page, but not there: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have not changed anything since this site was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>An image of %n byte(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Take back “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Your edits are kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionActions</name>
    <message>
        <source>Add section “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename section “%1” to “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move section “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete section “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide section “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show section “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionsDelegate</name>
    <message>
        <source>Heading of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionsModel</name>
    <message>
        <source>%1: hidden on the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionsSidebar</name>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a section to the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title, address and layout of this page (its front matter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The links at the top of the site (_data/navigation.yml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, author and addresses of the site (_config.yml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move section up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move section down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show section</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when the program starts next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SiteOpener</name>
    <message>
        <source>Open a site folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a Markdown file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown files (*.md *.markdown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where to put your copy of the sample site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SiteSettings</name>
    <message>
        <source>Site settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What holds for every page of the site (_config.yml). Comments and order of the file stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SiteToolbar</name>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message>
        <source>State of the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview loads nothing from the internet: pictures, fonts and scripts of other sites are left out. Visitors of the published page get them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendering the page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last good version. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n remote item(s) blocked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no unexported edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) not exported</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wrong with this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with this page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your academic page, without the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page you have, edit it in forms, see it exactly as it will be published, and write back only what you changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a site folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of your Jekyll site, the one with _config.yml in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from the sample site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A complete page to make your own, copied into a folder that you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a Markdown file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A single page, without a site around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can also drop a folder or a Markdown file anywhere on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from this list (the folder stays)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “%1” from this list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YamlForm</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other settings in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lectern::app</name>
    <message>
        <source>Site settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lectern::app::DiagnosticText</name>
    <message>
        <source>The tag “%1” belongs to a plugin that the preview does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter “%1” is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Liquid tag is written wrongly: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquid stopped with an error: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A template takes too long or too much memory and was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The included file “%1” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part of the page is too large or too deeply nested; Jekyll may fail here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tag “&lt;/%1&gt;” closes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tag “&lt;%1&gt;” is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tag “&lt;%1&gt;” does not belong inside a line of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds bytes that are not UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The YAML is not valid: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting in _config.yml has the wrong kind of value: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a date that Jekyll understands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layout “%1” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A style sheet cannot be compiled: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lectern::app::ErrorText</name>
    <message>
        <source>“%1” cannot be opened because it does not exist (any more).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be opened because you have no permission to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be opened because it is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be opened because it is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be opened because it is too large (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be opened because it is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a Jekyll site: neither it nor a folder above it has a _config.yml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was not written because it is read-only. Your edits are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was not written because the disk is full. Your edits are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was not written because another program changed it meanwhile. Your edits are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be written. Your edits are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be written (%2). Your edits are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was left alone because it lies outside the site’s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wanted to change is no longer on the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part of the page can be changed as source text only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value cannot be written here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not valid YAML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not valid YAML (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page cannot be shown: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is too deep or too complex to be worked with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A helper program is missing or failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A helper program is missing or failed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lectern::app::PageSettings</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research</source>
        <comment>example of a page title</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address on the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description for search engines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers, talks and teaching of Ada Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the author’s sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old addresses that lead here, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this page is about</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lectern::app::PreviewWords</name>
    <message>
        <source>Preview is being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview shows an older state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n remote item(s) blocked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::app::SectionWords</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Honors and awards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Education</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lectern::app::SiteSettings</name>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ada Example – Homepage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home page of Ada Example, researcher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repository on GitHub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ada Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line about you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postdoc in machine learning systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macao, China</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Institution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>University of Macau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where else you are found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google Scholar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts and search engines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch citation counts through a CDN (works in more countries)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google Analytics id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google site verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baidu site verification</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
