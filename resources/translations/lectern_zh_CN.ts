<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>ChangeWords</name>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>venue</source>
        <translation>会议/期刊</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>ranks</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>award</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>image description</source>
        <translation>图片说明</translation>
    </message>
    <message>
        <source>badge</source>
        <translation>角标</translation>
    </message>
    <message>
        <source>links</source>
        <translation>更多链接</translation>
    </message>
    <message>
        <source>Google Scholar id</source>
        <translation>Google Scholar ID</translation>
    </message>
    <message>
        <source>abstract</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>highlights</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>added “%1”</source>
        <translation>添加了“%1”</translation>
    </message>
    <message>
        <source>removed “%1”</source>
        <translation>删去了“%1”</translation>
    </message>
    <message>
        <source>“%1” → “%2”</source>
        <translation>“%1”→“%2”</translation>
    </message>
    <message>
        <source>About</source>
        <translation>简介</translation>
    </message>
    <message>
        <source>%1: added “%2”</source>
        <translation>%1：添加了“%2”</translation>
    </message>
    <message>
        <source>%1: deleted “%2”</source>
        <translation>%1：删除了“%2”</translation>
    </message>
    <message>
        <source>%1: moved “%2”</source>
        <translation>%1：移动了“%2”</translation>
    </message>
    <message>
        <source>%1: hid “%2”</source>
        <translation>%1：隐藏了“%2”</translation>
    </message>
    <message>
        <source>%1: shows “%2” again</source>
        <translation>%1：重新显示“%2”</translation>
    </message>
    <message>
        <source>%1: “%2”, %3: %4</source>
        <translation>%1：“%2”，%3：%4</translation>
    </message>
    <message>
        <source>%1: changed “%2”</source>
        <translation>%1：修改了“%2”</translation>
    </message>
    <message>
        <source>Added the section “%1”</source>
        <translation>添加了栏目“%1”</translation>
    </message>
    <message>
        <source>Deleted the section “%1”</source>
        <translation>删除了栏目“%1”</translation>
    </message>
    <message>
        <source>Moved the section “%1”</source>
        <translation>移动了栏目“%1”</translation>
    </message>
    <message>
        <source>Section heading: %1</source>
        <translation>栏目标题：%1</translation>
    </message>
    <message>
        <source>Hid the section “%1”</source>
        <translation>隐藏了栏目“%1”</translation>
    </message>
    <message>
        <source>Shows the section “%1” again</source>
        <translation>重新显示栏目“%1”</translation>
    </message>
    <message>
        <source>Page setting %1: %2</source>
        <translation>页面设置 %1：%2</translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation>文字：%1</translation>
    </message>
    <message>
        <source>%1: “%2” → “%3”</source>
        <translation>%1：“%2”→“%3”</translation>
    </message>
    <message>
        <source>New picture %1 (%2)</source>
        <translation>新图片 %1（%2）</translation>
    </message>
    <message>
        <source>%1: heading %2</source>
        <translation>%1：小标题 %2</translation>
    </message>
    <message>
        <source>%1: added the heading “%2”</source>
        <translation>%1：添加了小标题“%2”</translation>
    </message>
    <message>
        <source>%1: took away the heading “%2”</source>
        <translation>%1：去掉了小标题“%2”</translation>
    </message>
    <message>
        <source>New PDF %1 (%2)</source>
        <translation>新 PDF %1（%2）</translation>
    </message>
</context>
<context>
    <name>lectern::app::AuthorsField</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Ada Lovelace</source>
        <translation>张三</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>*</source>
        <translation>*</translation>
    </message>
    <message>
        <source>Home page</source>
        <translation>主页</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>None of them is marked as you. Select your name and press Space.</source>
        <translation>没有作者被标记为您本人。请选中您的名字，再按空格键。</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>缺少姓名。</translation>
    </message>
</context>
<context>
    <name>lectern::app::Chip</name>
    <message>
        <source>%1, owner of the page</source>
        <translation>%1，本页主人</translation>
    </message>
</context>
<context>
    <name>lectern::app::Columns</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>分栏</translation>
    </message>
    <message>
        <source>Sections column</source>
        <translation>栏目分栏</translation>
    </message>
    <message>
        <source>Editor column</source>
        <translation>编辑分栏</translation>
    </message>
    <message>
        <source>Preview column</source>
        <translation>预览分栏</translation>
    </message>
</context>
<context>
    <name>lectern::app::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Nothing has this name.</source>
        <translation>没有找到匹配的内容。</translation>
    </message>
</context>
<context>
    <name>lectern::app::Commands</name>
    <message>
        <source>Site</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
</context>
<context>
    <name>lectern::app::ComparePanel</name>
    <message>
        <source>Comparison with Jekyll</source>
        <translation>与 Jekyll 比较</translation>
    </message>
    <message>
        <source>Show Jekyll&apos;s page</source>
        <translation>显示 Jekyll 生成的页面</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Jekyll makes the same page, element for element.</source>
        <translation>Jekyll 生成的页面与预览逐个元素一致。</translation>
    </message>
    <message numerus="yes">
        <source>%n element(s) differ from the page that Jekyll makes.</source>
        <translation>
            <numerusform>有 %n 个元素与 Jekyll 生成的页面不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>only Jekyll: %1</source>
        <translation>仅 Jekyll：%1</translation>
    </message>
    <message>
        <source>only the preview: %1</source>
        <translation>仅预览：%1</translation>
    </message>
    <message>
        <source>Preview: %1

Jekyll: %2</source>
        <translation>预览：%1

Jekyll：%2</translation>
    </message>
</context>
<context>
    <name>lectern::app::DateField</name>
    <message>
        <source>Choose a date in a calendar</source>
        <translation>在日历中选择日期</translation>
    </message>
    <message>
        <source>No date was recognised. Try “2025.06” or “Jun 2021 - now”.</source>
        <translation>没有识别出日期。可以写“2025.06”或“Jun 2021 - now”。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>至今</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
</context>
<context>
    <name>lectern::app::DateWords</name>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month and its year: QDate format</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>%1 to now</source>
        <translation>%1 至今</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
</context>
<context>
    <name>lectern::app::DiagnosticText</name>
    <message>
        <source>The tag “%1” belongs to a plugin that the preview does not run.</source>
        <translation>标签“%1”属于预览不运行的插件。</translation>
    </message>
    <message>
        <source>The filter “%1” is not known.</source>
        <translation>过滤器“%1”不存在。</translation>
    </message>
    <message>
        <source>A Liquid tag is written wrongly: %1.</source>
        <translation>有一个 Liquid 标签写错了：%1。</translation>
    </message>
    <message>
        <source>Liquid stopped with an error: %1.</source>
        <translation>Liquid 因错误停止：%1。</translation>
    </message>
    <message>
        <source>A template takes too long or too much memory and was stopped.</source>
        <translation>有一个模板耗时过长或占用内存过多，已被停止。</translation>
    </message>
    <message>
        <source>The included file “%1” does not exist.</source>
        <translation>被包含的文件“%1”不存在。</translation>
    </message>
    <message>
        <source>This part of the page is too large or too deeply nested; Jekyll may fail here.</source>
        <translation>页面的这一部分太大或嵌套太深，Jekyll 可能在此出错。</translation>
    </message>
    <message>
        <source>The tag “&lt;/%1&gt;” closes nothing.</source>
        <translation>标签“&lt;/%1&gt;”没有对应的开始标签。</translation>
    </message>
    <message>
        <source>The tag “&lt;%1&gt;” is never closed.</source>
        <translation>标签“&lt;%1&gt;”没有结束。</translation>
    </message>
    <message>
        <source>The tag “&lt;%1&gt;” does not belong inside a line of text.</source>
        <translation>标签“&lt;%1&gt;”不应出现在一行文字之中。</translation>
    </message>
    <message>
        <source>The file holds bytes that are not UTF-8 text.</source>
        <translation>文件中含有不是 UTF-8 文本的字节。</translation>
    </message>
    <message>
        <source>The YAML is not valid: %1.</source>
        <translation>YAML 无效：%1。</translation>
    </message>
    <message>
        <source>A setting in _config.yml has the wrong kind of value: %1.</source>
        <translation>_config.yml 中有一项设置的值类型不对：%1。</translation>
    </message>
    <message>
        <source>“%1” is not a date that Jekyll understands.</source>
        <translation>“%1”不是 Jekyll 能识别的日期。</translation>
    </message>
    <message>
        <source>A style sheet cannot be compiled: %1.</source>
        <translation>有一个样式表无法编译：%1。</translation>
    </message>
    <message>
        <source>A filter cannot work with this value: %1.</source>
        <translation>有一个过滤器无法处理这个值：%1。</translation>
    </message>
    <message>
        <source>A tag links to “%1”, which the site does not have; Jekyll stops here.</source>
        <translation>有一个标签链接到“%1”，但网站中没有它；Jekyll 会在这里停止。</translation>
    </message>
    <message>
        <source>The Markdown inside “&lt;%1&gt;” shows as it is written (“%2”), because the tag lacks markdown=&quot;1&quot;.</source>
        <translation>“&lt;%1&gt;”里的 Markdown 会原样显示（“%2”），因为标签缺少 markdown=&quot;1&quot;。</translation>
    </message>
    <message>
        <source>The image “%1” does not exist.</source>
        <translation>图片“%1”不存在。</translation>
    </message>
    <message>
        <source>The link leads to “%1”, which does not exist.</source>
        <translation>链接指向的“%1”不存在。</translation>
    </message>
    <message>
        <source>The link leads to “#%1”, but the page has no such anchor.</source>
        <translation>链接指向“#%1”，但页面上没有这个锚点。</translation>
    </message>
    <message>
        <source>The navigation menu leads to “#%1”, but the page has no such anchor.</source>
        <translation>导航菜单指向“#%1”，但页面上没有这个锚点。</translation>
    </message>
    <message>
        <source>The navigation menu leads to “%1”, which is no page of this site.</source>
        <translation>导航菜单指向“%1”，但它不是此网站的页面。</translation>
    </message>
    <message>
        <source>The description of this image is the template’s “%1”.</source>
        <translation>这张图片的说明仍是模板中的“%1”。</translation>
    </message>
    <message>
        <source>“%1” is the template’s filler text.</source>
        <translation>“%1”是模板的占位文字。</translation>
    </message>
    <message>
        <source>The Google Scholar id “%1” came with the template; it is not yours.</source>
        <translation>Google Scholar ID“%1”来自模板，不是您的。</translation>
    </message>
    <message>
        <source>Citation counts of the papers will not show: the site’s script needs an element with the id “total_cit” first.</source>
        <translation>论文的引用数不会显示：网站脚本需要先有一个 id 为“total_cit”的元素。</translation>
    </message>
    <message>
        <source>“%1” is listed twice.</source>
        <translation>“%1”列出了两次。</translation>
    </message>
    <message>
        <source>“%2” is not among the authors of “%1”.</source>
        <translation>“%1”的作者中没有“%2”。</translation>
    </message>
    <message>
        <source>“%2” stands below older entries of “%1”.</source>
        <translation>“%2”排在“%1”中较早的条目之后。</translation>
    </message>
    <message>
        <source>The empty excerpt in the page’s settings says nothing; it once kept GitHub Pages from publishing.</source>
        <translation>页面设置中空的 excerpt 没有作用；它曾导致 GitHub Pages 无法发布。</translation>
    </message>
    <message>
        <source>GitHub Pages does not run the plugin “%1”.</source>
        <translation>GitHub Pages 不运行插件“%1”。</translation>
    </message>
    <message>
        <source>The layout “%1” does not exist; the page is published without it.</source>
        <translation>布局“%1”不存在；页面发布时不使用布局。</translation>
    </message>
    <message>
        <source>The theme “%1” is neither in this repository nor installed on this computer: the page is shown in a plain layout here.</source>
        <translation>主题“%1”既不在此仓库中，也没有安装在这台计算机上：这里用简单布局显示页面。</translation>
    </message>
    <message>
        <source>This file is not part of the published site.</source>
        <translation>此文件不属于发布的网站。</translation>
    </message>
    <message>
        <source>The layout “%1” leads back to itself.</source>
        <translation>布局“%1”循环引用了自身。</translation>
    </message>
    <message>
        <source>What the plugin “%1” adds to the page is missing in the preview.</source>
        <translation>预览中缺少插件“%1”添加的内容。</translation>
    </message>
    <message>
        <source>Text of this file was UTF-8 once, was read as %1 and saved so: “%2” was “%3” (places: %4).</source>
        <translation>此文件的文字原为 UTF-8，被当作 %1 读取并保存：“%2”原为“%3”（共 %4 处）。</translation>
    </message>
    <message>
        <source>“%1” is set twice; only the last one counts.</source>
        <translation>“%1”设置了两次，只有最后一次有效。</translation>
    </message>
    <message>
        <source>There are bytes here that no text has: zeros, as a disk or a program that failed leaves them (places: %1).</source>
        <translation>此处有文本中不应出现的字节：零字节，多由磁盘或程序故障留下（共 %1 处）。</translation>
    </message>
</context>
<context>
    <name>lectern::app::DiffView</name>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>lectern::app::EditorColumn</name>
    <message>
        <source>Editor</source>
        <translation>编辑区</translation>
    </message>
    <message>
        <source>Deleted link “%1”.</source>
        <translation>已删除链接“%1”。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>lectern::app::EditorPanel</name>
    <message>
        <source>Search this section</source>
        <translation>在本栏目中搜索</translation>
    </message>
    <message>
        <source>Choose a section on the left.</source>
        <translation>请在左侧选择一个栏目。</translation>
    </message>
    <message>
        <source>Nothing here yet. “Add” makes the first entry.</source>
        <translation>这里还没有内容。点“添加”写下第一条。</translation>
    </message>
    <message>
        <source>No entry has all of these words.</source>
        <translation>没有条目包含所有这些词。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit source</source>
        <translation>编辑源码</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Hide on the page</source>
        <translation>在页面上隐藏</translation>
    </message>
    <message>
        <source>Show on the page</source>
        <translation>在页面上显示</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Edit in the form</source>
        <translation>在表单中编辑</translation>
    </message>
    <message>
        <source>Move to another section</source>
        <translation>移到其他栏目</translation>
    </message>
    <message>
        <source>Show with a picture</source>
        <translation>显示为带图片的条目</translation>
    </message>
    <message>
        <source>Show as a plain entry</source>
        <translation>显示为普通条目</translation>
    </message>
    <message>
        <source>Move to another group</source>
        <translation>移到另一组</translation>
    </message>
    <message>
        <source>Move to another page</source>
        <translation>移到另一页</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>page: section</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No other page has such a section</source>
        <translation>其他页面没有这样的栏目</translation>
    </message>
</context>
<context>
    <name>lectern::app::EmojiPicker</name>
    <message>
        <source>Emoji</source>
        <translation>表情符号</translation>
    </message>
    <message>
        <source>Search: party, book, award…</source>
        <translation>搜索：party、book、award…</translation>
    </message>
    <message>
        <source>Search an emoji by its English name</source>
        <translation>按英文名称搜索表情符号</translation>
    </message>
</context>
<context>
    <name>lectern::app::ErrorText</name>
    <message>
        <source>“%1” cannot be opened because it does not exist (any more).</source>
        <translation>无法打开“%1”：它不存在，或已经不在了。</translation>
    </message>
    <message>
        <source>“%1” cannot be opened because you have no permission to read it.</source>
        <translation>无法打开“%1”：您没有读取它的权限。</translation>
    </message>
    <message>
        <source>“%1” cannot be opened because it is not an ordinary file.</source>
        <translation>无法打开“%1”：它不是普通文件。</translation>
    </message>
    <message>
        <source>“%1” cannot be opened because it is not a text file.</source>
        <translation>无法打开“%1”：它不是文本文件。</translation>
    </message>
    <message>
        <source>“%1” cannot be opened because it is too large (%2).</source>
        <translation>无法打开“%1”：文件太大（%2）。</translation>
    </message>
    <message>
        <source>“%1” cannot be opened because it is too large.</source>
        <translation>无法打开“%1”：文件太大。</translation>
    </message>
    <message>
        <source>“%1” is not a Jekyll site: neither it nor a folder above it has a _config.yml.</source>
        <translation>“%1”不是 Jekyll 网站：它和它的上级文件夹里都没有 _config.yml。</translation>
    </message>
    <message>
        <source>“%1” was left alone because it lies outside the site’s folder.</source>
        <translation>没有改动“%1”：它在网站文件夹之外。</translation>
    </message>
    <message>
        <source>What you wanted to change is no longer on the page.</source>
        <translation>您要修改的内容已经不在页面上了。</translation>
    </message>
    <message>
        <source>This part of the page can be changed as source text only.</source>
        <translation>页面的这一部分只能以源码方式修改。</translation>
    </message>
    <message>
        <source>This value cannot be written here.</source>
        <translation>这个值不能写在这里。</translation>
    </message>
    <message>
        <source>“%1” is not valid YAML.</source>
        <translation>“%1”不是有效的 YAML。</translation>
    </message>
    <message>
        <source>“%1” is not valid YAML (%2).</source>
        <translation>“%1”不是有效的 YAML（%2）。</translation>
    </message>
    <message>
        <source>The page cannot be shown.</source>
        <translation>无法显示页面。</translation>
    </message>
    <message>
        <source>The page cannot be shown: %1.</source>
        <translation>无法显示页面：%1。</translation>
    </message>
    <message>
        <source>“%1” is too deep or too complex to be worked with.</source>
        <translation>“%1”嵌套太深或过于复杂，无法处理。</translation>
    </message>
    <message>
        <source>A helper program is missing or failed.</source>
        <translation>缺少辅助程序，或辅助程序出错。</translation>
    </message>
    <message>
        <source>A helper program is missing or failed: %1.</source>
        <translation>缺少辅助程序，或辅助程序出错：%1。</translation>
    </message>
    <message>
        <source>It was cancelled; nothing was changed.</source>
        <translation>已取消，没有任何改动。</translation>
    </message>
    <message>
        <source>“%1” was not written because it has a second name (a hard link) that would lose it: make a copy of it, or choose another repository; your edits are kept.</source>
        <translation>没有写入“%1”：它有另一个名称（硬链接），写入会使其失效。请复制一份，或选择其他仓库；您的修改仍然保留。</translation>
    </message>
    <message>
        <source>“%1” was not written because it, or its folder, is read-only: make it writable, or choose another repository; your edits are kept.</source>
        <translation>没有写入“%1”：它或所在文件夹是只读的。请使其可写，或选择其他仓库；您的修改仍然保留。</translation>
    </message>
    <message>
        <source>“%1” was not written because the disk is full: free some space and write again; your edits are kept.</source>
        <translation>没有写入“%1”：磁盘已满。请腾出空间后再次写入；您的修改仍然保留。</translation>
    </message>
    <message>
        <source>“%1” was not written because another program changed it meanwhile: look at what it changed and write again; your edits are kept.</source>
        <translation>没有写入“%1”：它在此期间被别的程序改动过。请查看改动后再次写入；您的修改仍然保留。</translation>
    </message>
    <message>
        <source>“%1” could not be written: try again, or choose another repository; your edits are kept.</source>
        <translation>无法写入“%1”：请重试，或选择其他仓库；您的修改仍然保留。</translation>
    </message>
    <message>
        <source>“%1” could not be written (%2): try again, or choose another repository; your edits are kept.</source>
        <translation>无法写入“%1”（%2）：请重试，或选择其他仓库；您的修改仍然保留。</translation>
    </message>
    <message>
        <source>Nothing was written because “%1” is gone: put it back, or choose another repository; your edits are kept.</source>
        <translation>没有写入任何内容：“%1”已不存在。请将其恢复，或选择其他仓库；您的修改仍然保留。</translation>
    </message>
    <message>
        <source>%1 Nothing was written; your edits are kept.</source>
        <translation>%1没有写入任何内容；您的修改仍然保留。</translation>
    </message>
    <message>
        <source>“%1” has no page to edit: there is no Markdown file with front matter in its root or in _pages.</source>
        <translation>“%1”中没有可编辑的页面：其根目录和 _pages 中都没有带 front matter 的 Markdown 文件。</translation>
    </message>
    <message>
        <source>The folder of “%1” is read-only: the page can be edited here, but not written.</source>
        <translation>“%1”所在的文件夹是只读的：可以在这里编辑页面，但无法写入。</translation>
    </message>
    <message>
        <source>“%1” lies on a drive that is read-only: it can be edited here, but not written.</source>
        <translation>“%1”位于只读的驱动器上：可以在这里编辑，但无法写入。</translation>
    </message>
    <message>
        <source>“%1” has a second name (a hard link) that would lose it: it can be edited here, but not written.</source>
        <translation>“%1”还有另一个名字（硬链接），写入会使两者分离：可以在这里编辑，但无法写入。</translation>
    </message>
    <message>
        <source>“%1” is read-only: it can be edited here, but not written.</source>
        <translation>“%1”是只读的：可以在这里编辑，但无法写入。</translation>
    </message>
</context>
<context>
    <name>lectern::app::FilesPage</name>
    <message>
        <source>%1, line %2</source>
        <comment>file, line</comment>
        <translation>%1，第 %2 行</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more place(s)</source>
        <translation>
            <numerusform>%1，另有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files that the site leads to and does not have, and pictures and PDFs that nothing in the site names.</source>
        <translation>网站链接到却不存在的文件，以及网站中没有任何地方提到的图片和 PDF。</translation>
    </message>
    <message>
        <source>Missing files</source>
        <translation>缺失的文件</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>显示所在位置</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Unused files</source>
        <translation>未使用的文件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Move to trash…</source>
        <translation>移到回收站…</translation>
    </message>
    <message>
        <source>Looking through the site…</source>
        <translation>正在检查网站…</translation>
    </message>
    <message>
        <source>Every file that the site leads to is there.</source>
        <translation>网站链接到的文件都在。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that the site leads to are not there.</source>
        <translation>
            <numerusform>网站链接到的 %n 个文件不存在。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every picture and every PDF is named somewhere in the site.</source>
        <translation>每张图片和每个 PDF 都在网站中的某处被提到。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1 in all. A name anywhere in the site counts as a use.</source>
        <translation>
            <numerusform>%n 个文件，共 %1。只要网站中任何地方提到文件名，就算已使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, not written yet</source>
        <translation>%1，尚未写入</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>Corrects the address wherever it stands: %1</source>
        <translation>在所有出现的位置更正地址：%1</translation>
    </message>
    <message>
        <source>Choose the file %1</source>
        <translation>选择文件 %1</translation>
    </message>
    <message>
        <source>Correct the address of %1</source>
        <translation>更正 %1 的地址</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>无法读取“%1”。</translation>
    </message>
    <message>
        <source>Add the missing file %1</source>
        <translation>添加缺失的文件 %1</translation>
    </message>
    <message>
        <source>The text that names %1 has changed meanwhile; look again in a moment.</source>
        <translation>提到 %1 的文本刚刚发生了变化；请稍后再看。</translation>
    </message>
    <message>
        <source>Move %1 to the trash? It leaves the site’s folder at once.</source>
        <translation>把 %1 移到回收站？它会立即离开网站文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>Move %n file(s) (%1) to the trash? They leave the site’s folder at once.</source>
        <translation>
            <numerusform>把 %n 个文件（%1）移到回收站？它们会立即离开网站文件夹。</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>“%1” could not be moved to the trash.</source>
        <translation>无法把“%1”移到回收站。</translation>
    </message>
    <message>
        <source>Take out new files</source>
        <translation>取出新文件</translation>
    </message>
    <message>
        <source>The site has changed meanwhile; look at the list again.</source>
        <translation>网站刚刚发生了变化；请再看一下列表。</translation>
    </message>
    <message>
        <source>Moved %1 to the trash.</source>
        <translation>已把 %1 移到回收站。</translation>
    </message>
    <message numerus="yes">
        <source>Moved %n file(s) to the trash.</source>
        <translation>
            <numerusform>已把 %n 个文件移到回收站。</numerusform>
        </translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>%1 could not be put back; look for it in the trash.</source>
        <translation>无法放回 %1；请在回收站中查找。</translation>
    </message>
</context>
<context>
    <name>lectern::app::FindBar</name>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Capital and small letters differ</source>
        <translation>区分大写和小写字母</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>What is typed is a regular expression; \1 to \9 in the replacement stand for its groups</source>
        <translation>输入的是正则表达式；替换文字中的 \1 到 \9 表示各个分组</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>All files of the page</source>
        <translation>页面的所有文件</translation>
    </message>
    <message>
        <source>Look in every file that takes part in this page</source>
        <translation>在参与生成此页面的每个文件中查找</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>上一处 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>下一处 (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
</context>
<context>
    <name>lectern::app::HistorySheet</name>
    <message>
        <source>before you edited it</source>
        <translation>编辑之前</translation>
    </message>
    <message>
        <source>while you edited it</source>
        <translation>编辑期间</translation>
    </message>
    <message>
        <source>as exported</source>
        <translation>导出时</translation>
    </message>
    <message>
        <source>before an export</source>
        <translation>导出之前</translation>
    </message>
    <message>
        <source>discarded edits</source>
        <translation>放弃的修改</translation>
    </message>
    <message>
        <source>when another program changed it</source>
        <translation>被别的程序改动时</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>早期版本</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Versions, the newest first</source>
        <translation>版本，最新的在前</translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation>返回编辑</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>恢复此版本</translation>
    </message>
    <message>
        <source>No earlier versions of this file were kept yet.</source>
        <translation>此文件还没有保存过早期版本。</translation>
    </message>
    <message>
        <source>This version is damaged and was moved aside.</source>
        <translation>此版本已损坏，已移到一旁。</translation>
    </message>
    <message>
        <source>This is the text as it is now.</source>
        <translation>这就是现在的文本。</translation>
    </message>
    <message>
        <source>What restoring it would change:</source>
        <translation>恢复它会改变：</translation>
    </message>
    <message>
        <source>Restore an earlier version</source>
        <translation>恢复早期版本</translation>
    </message>
</context>
<context>
    <name>lectern::app::ImageField</name>
    <message>
        <source>The picture, small</source>
        <translation>图片缩略图</translation>
    </message>
    <message>
        <source>This picture is not downloaded; “git lfs pull” gets it.</source>
        <translation>此图片尚未下载；用“git lfs pull”获取。</translation>
    </message>
    <message>
        <source>The site has no such file.</source>
        <translation>网站中没有这个文件。</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.gif *.svg *.webp *.bmp *.avif)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.gif *.svg *.webp *.bmp *.avif)</translation>
    </message>
    <message>
        <source>Choose a picture; it can also be dropped or pasted here</source>
        <translation>选择图片；也可以拖放或粘贴到这里</translation>
    </message>
    <message>
        <source>“%1” could not be read as a picture.</source>
        <translation>无法将“%1”作为图片读取。</translation>
    </message>
    <message>
        <source>This picture is heavy for a page: %1.</source>
        <translation>这张图片对网页来说太大：%1。</translation>
    </message>
    <message>
        <source>Use a smaller one (%1)</source>
        <translation>使用较小的版本（%1）</translation>
    </message>
</context>
<context>
    <name>lectern::app::InfoBar</name>
    <message>
        <source>Kind of message</source>
        <translation>消息类型</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>关闭这条消息 (Esc)</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>lectern::app::ItemActions</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除%1</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>已删除%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>复制%1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动%1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏%1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示%1</translation>
    </message>
    <message>
        <source>Sort newest first</source>
        <translation>按时间从新到旧排序</translation>
    </message>
    <message>
        <source>Sort oldest first</source>
        <translation>按时间从旧到新排序</translation>
    </message>
    <message>
        <source>Rename section %1</source>
        <translation>重命名栏目%1</translation>
    </message>
    <message>
        <source>Hide section %1</source>
        <translation>隐藏栏目%1</translation>
    </message>
    <message>
        <source>Show section %1</source>
        <translation>显示栏目%1</translation>
    </message>
    <message>
        <source>Move %1 to “%2”</source>
        <translation>将%1移到“%2”</translation>
    </message>
    <message>
        <source>Show %1 with a picture</source>
        <translation>将%1显示为带图片的条目</translation>
    </message>
    <message>
        <source>Show %1 as a plain entry</source>
        <translation>将%1显示为普通条目</translation>
    </message>
    <message>
        <source>Journal articles</source>
        <translation>期刊论文</translation>
    </message>
    <message>
        <source>Conference papers</source>
        <translation>会议论文</translation>
    </message>
    <message>
        <source>Workshop papers</source>
        <translation>研讨会论文</translation>
    </message>
    <message>
        <source>Preprints</source>
        <translation>预印本</translation>
    </message>
    <message>
        <source>Books and chapters</source>
        <translation>著作与章节</translation>
    </message>
    <message>
        <source>Theses</source>
        <translation>学位论文</translation>
    </message>
    <message>
        <source>Patents</source>
        <translation>专利</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Without a year</source>
        <translation>未注明年份</translation>
    </message>
    <message>
        <source>These entries cannot be grouped: something else stands between them or around them.</source>
        <translation>这些条目无法分组：它们之间或外围还有别的内容。</translation>
    </message>
    <message>
        <source>Group by year</source>
        <translation>按年份分组</translation>
    </message>
    <message>
        <source>Group by type</source>
        <translation>按类型分组</translation>
    </message>
    <message>
        <source>Take the groups away</source>
        <translation>取消分组</translation>
    </message>
    <message>
        <source>The sub-headings are gone; the entries stand in one list.</source>
        <translation>小标题已去掉，条目排成一个列表。</translation>
    </message>
    <message numerus="yes">
        <source>The entries now stand under %n sub-heading(s).</source>
        <translation>
            <numerusform>条目现在归在 %n 个小标题之下。</numerusform>
        </translation>
    </message>
    <message>
        <source>Move %1 to the page %2</source>
        <translation>把%1移到页面 %2</translation>
    </message>
    <message>
        <source>Both pages hold the same file: the entries can be moved in it, not between the pages.</source>
        <translation>两个页面共用同一个文件：条目可以在其中移动，但不能在页面之间移动。</translation>
    </message>
    <message>
        <source>Moved %1 to the page %2.</source>
        <translation>已把%1移到页面 %2。</translation>
    </message>
    <message>
        <source>“%1” is no heading of its own; change its words in the source.</source>
        <translation>“%1”不是单独的标题；请在源代码中修改它的文字。</translation>
    </message>
    <message>
        <source>Rename group “%1” to “%2”</source>
        <translation>将分组“%1”重命名为“%2”</translation>
    </message>
</context>
<context>
    <name>lectern::app::ItemBar</name>
    <message>
        <source>Hide on the page</source>
        <translation>在页面上隐藏</translation>
    </message>
    <message>
        <source>Duplicate (Ctrl+D)</source>
        <translation>复制一份 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Edit this entry as it stands in the file</source>
        <translation>按文件中的原样编辑此条目</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>What can be done with this text</source>
        <translation>可以对这段文字做什么</translation>
    </message>
    <message>
        <source>Edit source</source>
        <translation>编辑源码</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Show on the page</source>
        <translation>在页面上显示</translation>
    </message>
</context>
<context>
    <name>lectern::app::ItemDelegate</name>
    <message>
        <source>Without a title</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>分组名称</translation>
    </message>
</context>
<context>
    <name>lectern::app::ItemForm</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>更多字段</translation>
    </message>
    <message>
        <source>Code of the page</source>
        <translation>页面代码</translation>
    </message>
    <message>
        <source>Code of the page: %1</source>
        <translation>页面代码：%1</translation>
    </message>
    <message>
        <source>Edit source of %1</source>
        <translation>编辑%1的源码</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>Folded away</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>%1 (hidden on the page)</source>
        <translation>%1（在页面上已隐藏）</translation>
    </message>
</context>
<context>
    <name>lectern::app::ItemListModel</name>
    <message>
        <source>%1, %2, hidden</source>
        <translation>%1，%2，已隐藏</translation>
    </message>
</context>
<context>
    <name>lectern::app::ItemListView</name>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Rename group</source>
        <translation>重命名分组</translation>
    </message>
</context>
<context>
    <name>lectern::app::JekyllCompare</name>
    <message>
        <source>Jekyll builds the site… %1 s</source>
        <translation>Jekyll 正在构建网站… %1 秒</translation>
    </message>
    <message>
        <source>Jekyll is not installed on this computer, or this is no site that it could build.</source>
        <translation>这台电脑上没有安装 Jekyll，或者这不是它能构建的网站。</translation>
    </message>
    <message>
        <source>Jekyll builds the site…</source>
        <translation>Jekyll 正在构建网站…</translation>
    </message>
    <message>
        <source>Jekyll built the site without this page.</source>
        <translation>Jekyll 构建的网站不包含此页面。</translation>
    </message>
    <message>
        <source>Jekyll could not build the site: %1</source>
        <translation>Jekyll 无法构建网站：%1</translation>
    </message>
    <message>
        <source>Building this site runs programs that come with it (a Gemfile or plugins). Allow the scripts of this site first, in the menu below the page, if you trust it.</source>
        <translation>构建这个网站会运行其自带的程序（Gemfile 或插件）。如果您信任它，请先在页面下方的菜单中允许这个网站的脚本。</translation>
    </message>
</context>
<context>
    <name>lectern::app::LinesField</name>
    <message>
        <source>Add a line</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Move this line up (Alt+↑)</source>
        <translation>上移此行（Alt+↑）</translation>
    </message>
    <message>
        <source>Move this line down (Alt+↓)</source>
        <translation>下移此行（Alt+↓）</translation>
    </message>
    <message>
        <source>Take this line out</source>
        <translation>移除此行</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <comment>field</comment>
        <translation>%1，第 %2 行</translation>
    </message>
    <message>
        <source>Move line %1 up</source>
        <translation>上移第 %1 行</translation>
    </message>
    <message>
        <source>Move line %1 down</source>
        <translation>下移第 %1 行</translation>
    </message>
    <message>
        <source>Take line %1 out</source>
        <translation>移除第 %1 行</translation>
    </message>
</context>
<context>
    <name>lectern::app::LinksField</name>
    <message>
        <source>A link needs a word to click on.</source>
        <translation>链接需要有可以点击的文字。</translation>
    </message>
    <message>
        <source>“%1” needs an address.</source>
        <translation>“%1”需要一个地址。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>link label: problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>Add a PDF</source>
        <translation>添加 PDF</translation>
    </message>
    <message>
        <source>Add a PDF; it can also be dropped or pasted here</source>
        <translation>添加 PDF；也可以拖放或粘贴到这里</translation>
    </message>
    <message>
        <source>Choose a PDF</source>
        <translation>选择 PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf *.PDF)</source>
        <translation>PDF 文件 (*.pdf *.PDF)</translation>
    </message>
    <message>
        <source>“%1” could not be read as a PDF.</source>
        <translation>“%1”无法作为 PDF 读取。</translation>
    </message>
    <message>
        <source>“%1” is not a PDF.</source>
        <translation>“%1”不是 PDF。</translation>
    </message>
</context>
<context>
    <name>lectern::app::MainWindow</name>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Opening “%1” would lose edits that are not exported yet.</source>
        <translation>打开“%1”会丢失尚未导出的修改。</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>仍然打开</translation>
    </message>
    <message>
        <source>Deleted section “%1”.</source>
        <translation>已删除栏目“%1”。</translation>
    </message>
    <message>
        <source>This link leads to %1.</source>
        <translation>此链接通往 %1。</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Review and export</source>
        <translation>检查并导出</translation>
    </message>
    <message>
        <source>Closing now would lose edits that are not exported yet.</source>
        <translation>现在关闭会丢失尚未导出的修改。</translation>
    </message>
    <message>
        <source>Close without exporting</source>
        <translation>不导出就关闭</translation>
    </message>
    <message>
        <source>Open a site folder…</source>
        <translation>打开网站文件夹…</translation>
    </message>
    <message>
        <source>Open a Markdown file…</source>
        <translation>打开 Markdown 文件…</translation>
    </message>
    <message>
        <source>Start from the sample site…</source>
        <translation>从示例网站开始…</translation>
    </message>
    <message>
        <source>Review &amp;&amp; export</source>
        <translation>检查并导出</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页面</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页面</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>添加条目</translation>
    </message>
    <message>
        <source>Find in the site</source>
        <translation>在网站中查找</translation>
    </message>
    <message>
        <source>Show or hide the sections</source>
        <translation>显示或隐藏栏目</translation>
    </message>
    <message>
        <source>Show or hide the editor</source>
        <translation>显示或隐藏编辑区</translation>
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation>显示或隐藏预览</translation>
    </message>
    <message>
        <source>Go to the next column</source>
        <translation>转到下一分栏</translation>
    </message>
    <message>
        <source>Go to the previous column</source>
        <translation>转到上一分栏</translation>
    </message>
    <message>
        <source>Render the preview again</source>
        <translation>重新生成预览</translation>
    </message>
    <message>
        <source>Open the page in the browser</source>
        <translation>在浏览器中打开页面</translation>
    </message>
    <message>
        <source>Preview at desktop width</source>
        <translation>以电脑宽度预览</translation>
    </message>
    <message>
        <source>Preview at tablet width</source>
        <translation>以平板宽度预览</translation>
    </message>
    <message>
        <source>Preview at phone width</source>
        <translation>以手机宽度预览</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Text at its normal size</source>
        <translation>恢复文字大小</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Everything by name</source>
        <translation>按名称查找命令和内容</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Lectern</source>
        <translation>关于 Lectern</translation>
    </message>
    <message>
        <source>Lectern %1, free software under the GNU General Public License, version 3 or later.</source>
        <translation>Lectern %1，自由软件，以 GNU 通用公共许可证第 3 版或更新版本发布。</translation>
    </message>
    <message>
        <source>Go to section %1</source>
        <translation>转到第 %1 个栏目</translation>
    </message>
    <message>
        <source>Add section: %1</source>
        <translation>添加栏目：%1</translation>
    </message>
    <message>
        <source>Page settings</source>
        <translation>页面设置</translation>
    </message>
    <message>
        <source>Navigation menu</source>
        <translation>导航菜单</translation>
    </message>
    <message>
        <source>Site settings</source>
        <translation>网站设置</translation>
    </message>
    <message>
        <source>Page: %1</source>
        <translation>页面：%1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Type the name of a command, a section, a paper, a page…</source>
        <translation>输入命令、栏目、论文或页面的名称…</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>Go to a section</source>
        <translation>转到某个栏目</translation>
    </message>
    <message>
        <source>Open the item’s form</source>
        <translation>打开条目的表单</translation>
    </message>
    <message>
        <source>Go back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Move the item</source>
        <translation>移动条目</translation>
    </message>
    <message>
        <source>Duplicate the item</source>
        <translation>复制条目</translation>
    </message>
    <message>
        <source>Delete the item</source>
        <translation>删除条目</translation>
    </message>
    <message>
        <source>Move an author, a rank or a link</source>
        <translation>移动作者、级别或链接</translation>
    </message>
    <message>
        <source>Wrote %1 to %2.</source>
        <translation>已将 %1 写入 %2。</translation>
    </message>
    <message>
        <source>Diagnostics are on the clipboard: versions, settings and counts, nothing of your pages.</source>
        <translation>诊断信息已复制到剪贴板：只有版本、设置和数量，不含页面内容。</translation>
    </message>
    <message>
        <source>Earlier versions…</source>
        <translation>早期版本…</translation>
    </message>
    <message>
        <source>Restored an earlier version of %1.</source>
        <translation>已恢复 %1 的早期版本。</translation>
    </message>
    <message>
        <source>Problems of this page</source>
        <translation>此页面的问题</translation>
    </message>
    <message>
        <source>Show the source beside the forms</source>
        <translation>在表单旁显示源码</translation>
    </message>
    <message>
        <source>Show the source instead of the forms</source>
        <translation>用源码代替表单</translation>
    </message>
    <message>
        <source>Your names</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Missing and unused files</source>
        <translation>缺失和未使用的文件</translation>
    </message>
    <message>
        <source>Save a copy of this page…</source>
        <translation>另存本页的副本…</translation>
    </message>
    <message>
        <source>This page in its other language</source>
        <translation>此页面的另一种语言版本</translation>
    </message>
</context>
<context>
    <name>lectern::app::NavigationForm</name>
    <message>
        <source>Navigation menu</source>
        <translation>导航菜单</translation>
    </message>
    <message>
        <source>The links at the top of every page (_data/navigation.yml).</source>
        <translation>每个页面顶部的链接（_data/navigation.yml）。</translation>
    </message>
    <message>
        <source>Add link</source>
        <translation>添加链接</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>This site has no _data/navigation.yml: its theme makes the menu in another way.</source>
        <translation>这个网站没有 _data/navigation.yml：它的主题用别的方式生成菜单。</translation>
    </message>
    <message>
        <source>Title of link %1</source>
        <translation>链接 %1 的标题</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Target of link %1</source>
        <translation>链接 %1 的目标</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete link</source>
        <translation>删除链接</translation>
    </message>
    <message>
        <source>To “%1”</source>
        <translation>通往“%1”</translation>
    </message>
    <message>
        <source>To another address</source>
        <translation>通往其他地址</translation>
    </message>
    <message>
        <source>New link</source>
        <translation>新链接</translation>
    </message>
    <message>
        <source>Change link “%1”</source>
        <translation>修改链接“%1”</translation>
    </message>
    <message>
        <source>Add link “%1”</source>
        <translation>添加链接“%1”</translation>
    </message>
    <message>
        <source>Move link “%1”</source>
        <translation>移动链接“%1”</translation>
    </message>
    <message>
        <source>Delete link “%1”</source>
        <translation>删除链接“%1”</translation>
    </message>
    <message>
        <source>Show more links</source>
        <translation>显示更多链接</translation>
    </message>
</context>
<context>
    <name>lectern::app::OwnerNames</name>
    <message>
        <source>Your names</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>The names and spellings under which you are found in lists of authors: initials, former names, other scripts. They are remembered on this computer, not written to the site.</source>
        <translation>在作者列表中用来找到您的姓名与写法：缩写、曾用名、其他文字。它们只记在本机，不写入网站。</translation>
    </message>
    <message>
        <source>Show the paper</source>
        <translation>显示这篇论文</translation>
    </message>
    <message>
        <source>Papers where you were not found</source>
        <translation>没有找到您的论文</translation>
    </message>
    <message>
        <source>This is me</source>
        <translation>这是我</translation>
    </message>
    <message>
        <source>Marks one of the paper’s authors as you, in the way in which the page does it</source>
        <translation>按页面自己的方式，把论文的一位作者标为您</translation>
    </message>
    <message>
        <source>Mark yourself among the authors</source>
        <translation>在作者中标出自己</translation>
    </message>
    <message>
        <source>From the site settings: %1</source>
        <comment>names</comment>
        <translation>来自网站设置：%1</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>添加“%1”</translation>
    </message>
    <message>
        <source>The page writes you so</source>
        <translation>页面上是这样写您的</translation>
    </message>
    <message>
        <source>Say first what you are called.</source>
        <translation>请先说明您的姓名。</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) of %1.</source>
        <translation>
            <numerusform>%1 中的 %n 篇论文。</numerusform>
        </translation>
    </message>
    <message>
        <source>You are among the authors of every paper of %1.</source>
        <translation>%1 中每篇论文的作者里都有您。</translation>
    </message>
    <message>
        <source>Mark %1 as you in %2</source>
        <translation>在%2中把%1标为您</translation>
    </message>
</context>
<context>
    <name>lectern::app::PageCompare</name>
    <message>
        <source>The page before and after</source>
        <translation>修改前后的页面</translation>
    </message>
    <message>
        <source>The pages cannot be shown here; the text below tells what changes.</source>
        <translation>这里无法显示页面；下面的文本说明了改动。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修改后</translation>
    </message>
</context>
<context>
    <name>lectern::app::PageFollower</name>
    <message>
        <source>Jekyll would stop here: %1</source>
        <translation>Jekyll 会在这里停止：%1</translation>
    </message>
    <message>
        <source>What is being typed swallows the rest of the page.</source>
        <translation>正在输入的内容会吞掉页面余下的部分。</translation>
    </message>
    <message>
        <source>This page is too large for the preview (%1): only its beginning is shown.</source>
        <translation>此页面对预览来说太大（%1）：只显示开头部分。</translation>
    </message>
    <message>
        <source>This page is too large for the preview (%1).</source>
        <translation>此页面对预览来说太大（%1）。</translation>
    </message>
</context>
<context>
    <name>lectern::app::PageSettings</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Research</source>
        <comment>example of a page title</comment>
        <translation>研究</translation>
    </message>
    <message>
        <source>Address on the site</source>
        <translation>在网站中的地址</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Description for search engines</source>
        <translation>给搜索引擎的描述</translation>
    </message>
    <message>
        <source>Papers, talks and teaching of Ada Example</source>
        <translation>张三的论文、报告与教学</translation>
    </message>
    <message>
        <source>Show the author’s sidebar</source>
        <translation>显示作者侧栏</translation>
    </message>
    <message>
        <source>Old addresses that lead here, one a line</source>
        <translation>转到本页的旧地址，每行一个</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>What this page is about</source>
        <translation>本页的内容</translation>
    </message>
    <message>
        <source>Page settings</source>
        <translation>页面设置</translation>
    </message>
    <message>
        <source>What stands at the top of the page’s file, between the lines of three hyphens (its front matter).</source>
        <translation>页面文件开头、两行三连字符之间的内容（front matter）。</translation>
    </message>
    <message>
        <source>This page has no front matter. Without it Jekyll copies the file as it is and shows no page.</source>
        <translation>这个页面没有 front matter。缺少它，Jekyll 会原样复制文件，不会生成页面。</translation>
    </message>
    <message>
        <source>Add front matter</source>
        <translation>添加 front matter</translation>
    </message>
</context>
<context>
    <name>lectern::app::PlaceName</name>
    <message>
        <source>Section heading</source>
        <translation>栏目标题</translation>
    </message>
    <message>
        <source>Page settings</source>
        <translation>页面设置</translation>
    </message>
    <message>
        <source>Site settings</source>
        <translation>网站设置</translation>
    </message>
    <message>
        <source>Navigation menu</source>
        <translation>导航菜单</translation>
    </message>
</context>
<context>
    <name>lectern::app::PreviewPane</name>
    <message>
        <source>The preview does not run for the administrator account, because the browser engine could not keep pages in its sandbox. Start Lectern as an ordinary user.</source>
        <translation>预览不能以管理员账户运行，因为浏览器引擎那时无法把页面关在沙箱里。请以普通用户启动 Lectern。</translation>
    </message>
    <message>
        <source>The preview cannot run: this system denies the user namespaces that the browser engine needs to keep pages in its sandbox.</source>
        <translation>无法运行预览：本系统不允许浏览器引擎的沙箱所需的用户命名空间。</translation>
    </message>
    <message>
        <source>Preview of the page</source>
        <translation>页面预览</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>The browser engine stopped twice while it showed this page. Reload tries it again.</source>
        <translation>浏览器引擎在显示此页面时停止了两次。点“重新载入”再试一次。</translation>
    </message>
    <message>
        <source>This page kept the browser engine busy without end and was stopped twice. Reload tries it again.</source>
        <translation>此页面让浏览器引擎一直忙碌，已被停止两次。点“重新载入”再试一次。</translation>
    </message>
</context>
<context>
    <name>lectern::app::PreviewToolbar</name>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show the page smaller</source>
        <translation>把页面显示得小一些</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show the page larger</source>
        <translation>把页面显示得大一些</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>Read the page and its files again</source>
        <translation>重新读取页面和它的文件</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Open a copy of the page in your browser</source>
        <translation>在您的浏览器中打开页面的副本</translation>
    </message>
    <message>
        <source>Desktop width</source>
        <translation>电脑宽度</translation>
    </message>
    <message>
        <source>Tablet width</source>
        <translation>平板宽度</translation>
    </message>
    <message>
        <source>Phone width</source>
        <translation>手机宽度</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Size of the page</source>
        <translation>页面大小</translation>
    </message>
    <message>
        <source>Build with Jekyll</source>
        <translation>用 Jekyll 构建</translation>
    </message>
    <message>
        <source>Build the site with Jekyll and compare its page with the preview</source>
        <translation>用 Jekyll 构建网站，并与预览比较</translation>
    </message>
    <message>
        <source>Back to the usual size</source>
        <translation>恢复通常大小</translation>
    </message>
    <message>
        <source>Show the page as wide as on a desktop screen</source>
        <translation>按电脑屏幕的宽度显示页面</translation>
    </message>
</context>
<context>
    <name>lectern::app::PreviewWords</name>
    <message>
        <source>Preview is being made</source>
        <translation>正在生成预览</translation>
    </message>
    <message>
        <source>Preview up to date</source>
        <translation>预览已是最新</translation>
    </message>
    <message>
        <source>Preview shows an older state</source>
        <translation>预览显示的是较早的状态</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>没有预览</translation>
    </message>
    <message numerus="yes">
        <source>%n remote item(s) blocked</source>
        <translation>
            <numerusform>已拦截 %n 个外部内容</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::app::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation>返回编辑</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>&amp;Show the place</source>
        <translation>显示位置(&amp;S)</translation>
    </message>
    <message>
        <source>Goes to the form that holds it (Enter in the list)</source>
        <translation>转到相应的表单（在列表中按回车）</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>修复(&amp;R)</translation>
    </message>
    <message>
        <source>Makes the change that is shown, as one step that can be undone</source>
        <translation>执行所示的修改，作为可以撤销的一步</translation>
    </message>
    <message>
        <source>nothing is wrong with this page</source>
        <translation>这个页面没有问题</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n 条提示</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1，第 %2 行</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>What the repair changes</source>
        <translation>修复会改动的内容</translation>
    </message>
    <message>
        <source>There is no repair that would surely be right. The place is yours to look at.</source>
        <translation>没有确定正确的修复方法，请您自己查看此处。</translation>
    </message>
    <message>
        <source>Repair: %1</source>
        <translation>修复：%1</translation>
    </message>
</context>
<context>
    <name>lectern::app::Recovery</name>
    <message>
        <source>Recovered edits</source>
        <translation>恢复的修改</translation>
    </message>
    <message>
        <source>Discard recovered edits</source>
        <translation>放弃恢复的修改</translation>
    </message>
</context>
<context>
    <name>lectern::app::ReviewSheet</name>
    <message>
        <source>Review and export</source>
        <translation>检查并导出</translation>
    </message>
    <message>
        <source>Choose another repository…</source>
        <translation>选择其他仓库…</translation>
    </message>
    <message>
        <source>Write the page, and the images it uses, into another Jekyll repository</source>
        <translation>把页面及其所用图片写入另一个 Jekyll 仓库</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>改动内容</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Take this change back</source>
        <translation>取消此改动</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排显示</translation>
    </message>
    <message>
        <source>Show the text before and after beside each other</source>
        <translation>并排显示改动前后的文字</translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation>返回编辑</translation>
    </message>
    <message>
        <source>Choose the Jekyll repository to write to</source>
        <translation>选择要写入的 Jekyll 仓库</translation>
    </message>
    <message>
        <source>Writes to %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>Nothing to write</source>
        <translation>没有要写入的内容</translation>
    </message>
    <message numerus="yes">
        <source>Write %n file(s) to %1</source>
        <translation>
            <numerusform>把 %n 个文件写入 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) go along.</source>
        <translation>
            <numerusform>同时复制 %n 张图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Named by the page, but not there: %1.</source>
        <translation>页面提到但不存在：%1。</translation>
    </message>
    <message>
        <source>You have not changed anything since this site was opened.</source>
        <translation>打开网站以来您没有作任何修改。</translation>
    </message>
    <message numerus="yes">
        <source>An image of %n byte(s)</source>
        <translation>
            <numerusform>一张 %n 字节的图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back “%1”</source>
        <translation>取消“%1”</translation>
    </message>
    <message>
        <source>Puts the lines of the selected change back as they were (Del); this can be undone</source>
        <translation>把所选改动的行恢复原状（Del）；可以撤销</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>lectern::app::SafetyBars</name>
    <message>
        <source>Edits cannot be kept for recovery at the moment, so export often.</source>
        <translation>目前无法保存用于恢复的修改，请经常导出。</translation>
    </message>
    <message>
        <source>git left conflict marks in “%1”: resolve them there, and the file is read again by itself.</source>
        <translation>git 在“%1”中留下了冲突标记：解决后文件会自动重新读取。</translation>
    </message>
    <message>
        <source>An export to %1 had been cut short and is finished now: %2.</source>
        <translation>上次导出到 %1 时中断，现已完成：%2。</translation>
    </message>
    <message>
        <source>An export to %1 had been cut short; nothing of it was written: %2.</source>
        <translation>上次导出到 %1 时中断，没有写入任何内容：%2。</translation>
    </message>
    <message>
        <source>An export to %1 was cut short and could not be finished: look at %2 there.</source>
        <translation>上次导出到 %1 时中断且无法完成：请检查其中的 %2。</translation>
    </message>
    <message numerus="yes">
        <source>Recovered %n edit(s) from %1.</source>
        <translation>
            <numerusform>已恢复 %n 处修改，始于 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file had been changed by another program, and both were merged.</source>
        <translation>文件被别的程序改动过，两者已合并。</translation>
    </message>
    <message>
        <source>Not there any more, but kept among the earlier versions: %1.</source>
        <translation>已不存在，但保留在早期版本中：%1。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>放弃…</translation>
    </message>
    <message numerus="yes">
        <source>Discard %n recovered edit(s)? Their text stays among the earlier versions.</source>
        <translation>
            <numerusform>放弃恢复的 %n 处修改？其文本仍保留在早期版本中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Another program changed “%1”; your edits are kept beside: %2</source>
        <translation>别的程序改动了“%1”，您的修改也已保留：%2</translation>
    </message>
    <message>
        <source>Another program changed “%1”: %2</source>
        <translation>别的程序改动了“%1”：%2</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>（另有 %n 处）</numerusform>
        </translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Changed both here and by another program in “%1”. Here: %2. There: %3.</source>
        <translation>“%1”中同一处既在这里、又被别的程序改动。这里：%2。那里：%3。</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>原为：%1</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Take the other program’s version</source>
        <translation>采用别的程序的版本</translation>
    </message>
    <message>
        <source>The folder %1 is gone. Your edits are kept here; put the folder back, or export to another repository.</source>
        <translation>文件夹 %1 已不存在。您的修改仍保留在这里；请恢复该文件夹，或导出到其他仓库。</translation>
    </message>
    <message>
        <source>“%1” is gone or cannot be read any more. Your edits are kept here; put the file back, or export to another repository.</source>
        <translation>“%1”已不存在或无法读取。您的修改仍保留在这里；请恢复该文件，或导出到其他仓库。</translation>
    </message>
    <message>
        <source>This site is open in another window of Lectern, so it can be looked at here, but not edited.</source>
        <translation>此网站已在另一个 Lectern 窗口中打开，这里只能查看，不能编辑。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Earlier versions of files cannot be kept at the moment.</source>
        <translation>目前无法保留文件的早期版本。</translation>
    </message>
    <message>
        <source>Write it anew…</source>
        <translation>重新写入…</translation>
    </message>
    <message>
        <source>Edits that were kept for recovery cannot be read. What was kept stays in %1.</source>
        <translation>为恢复而保留的修改无法读取。保留的内容仍在 %1。</translation>
    </message>
    <message>
        <source>Edits are kept for recovery again.</source>
        <translation>编辑内容已重新开始保存以备恢复。</translation>
    </message>
</context>
<context>
    <name>lectern::app::SaveCopy</name>
    <message>
        <source>“%1” can be saved as a copy in another place.</source>
        <translation>“%1”可以另存为副本，放到别处。</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存为副本…</translation>
    </message>
    <message>
        <source>Save a copy of “%1”</source>
        <translation>将“%1”另存为副本</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存为副本</translation>
    </message>
    <message>
        <source>Saved a copy of “%1” to %2; the page itself stays as it is.</source>
        <translation>已将“%1”的副本保存到 %2；页面本身保持不变。</translation>
    </message>
</context>
<context>
    <name>lectern::app::SectionActions</name>
    <message>
        <source>Add section “%1”</source>
        <translation>添加栏目“%1”</translation>
    </message>
    <message>
        <source>Rename section “%1” to “%2”</source>
        <translation>把栏目“%1”改名为“%2”</translation>
    </message>
    <message>
        <source>Move section “%1”</source>
        <translation>移动栏目“%1”</translation>
    </message>
    <message>
        <source>Delete section “%1”</source>
        <translation>删除栏目“%1”</translation>
    </message>
    <message>
        <source>Hide section “%1”</source>
        <translation>隐藏栏目“%1”</translation>
    </message>
    <message>
        <source>Show section “%1”</source>
        <translation>显示栏目“%1”</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The site’s menu still links to “%1”.</source>
        <translation>网站菜单仍链接到“%1”。</translation>
    </message>
    <message>
        <source>Change the menu too</source>
        <translation>同时修改菜单</translation>
    </message>
    <message>
        <source>The links in the site’s menu stand in another order.</source>
        <translation>网站菜单中的链接顺序与此不同。</translation>
    </message>
    <message>
        <source>Order the menu too</source>
        <translation>同时调整菜单顺序</translation>
    </message>
    <message>
        <source>Deleted section “%1”; the site’s menu still links to it.</source>
        <translation>已删除栏目“%1”；网站菜单仍链接到它。</translation>
    </message>
    <message>
        <source>Delete the link too</source>
        <translation>同时删除链接</translation>
    </message>
</context>
<context>
    <name>lectern::app::SectionHeader</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>从新到旧</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>从旧到新</translation>
    </message>
    <message>
        <source>Section name</source>
        <translation>栏目名称</translation>
    </message>
    <message>
        <source>Click to rename the section</source>
        <translation>点击可重命名栏目</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>Show this section on the page</source>
        <translation>在页面上显示此栏目</translation>
    </message>
    <message>
        <source>Hide this section on the page</source>
        <translation>在页面上隐藏此栏目</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>排列</translation>
    </message>
    <message>
        <source>Group by year</source>
        <translation>按年份分组</translation>
    </message>
    <message>
        <source>Group by type</source>
        <translation>按类型分组</translation>
    </message>
    <message>
        <source>Take the groups away</source>
        <translation>取消分组</translation>
    </message>
    <message>
        <source>Sort the entries by date, or group them under sub-headings</source>
        <translation>按日期排序，或归入小标题之下</translation>
    </message>
    <message>
        <source>Arrange the entries</source>
        <translation>排列条目</translation>
    </message>
</context>
<context>
    <name>lectern::app::SectionWords</name>
    <message>
        <source>About</source>
        <translation>简介</translation>
    </message>
    <message>
        <source>News</source>
        <translation>新闻</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Honors and awards</source>
        <translation>荣誉与奖项</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>教育经历</translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation>审稿</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>工作经历</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>教学</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他内容</translation>
    </message>
</context>
<context>
    <name>lectern::app::SectionsDelegate</name>
    <message>
        <source>Heading of “%1”</source>
        <translation>“%1”的标题</translation>
    </message>
</context>
<context>
    <name>lectern::app::SectionsModel</name>
    <message>
        <source>%1: hidden on the page</source>
        <translation>%1：在页面上已隐藏</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1，已隐藏</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n item(s)</source>
        <translation>
            <numerusform>%1，%n 个条目</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::app::SectionsSidebar</name>
    <message>
        <source>Sections</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Add section</source>
        <translation>添加栏目</translation>
    </message>
    <message>
        <source>Add a section to the page</source>
        <translation>在页面上添加栏目</translation>
    </message>
    <message>
        <source>Page settings</source>
        <translation>页面设置</translation>
    </message>
    <message>
        <source>Title, address and layout of this page (its front matter)</source>
        <translation>本页的标题、地址和布局（front matter）</translation>
    </message>
    <message>
        <source>Navigation menu</source>
        <translation>导航菜单</translation>
    </message>
    <message>
        <source>The links at the top of the site (_data/navigation.yml)</source>
        <translation>网站顶部的链接（_data/navigation.yml）</translation>
    </message>
    <message>
        <source>Site settings</source>
        <translation>网站设置</translation>
    </message>
    <message>
        <source>Name, author and addresses of the site (_config.yml)</source>
        <translation>网站的名称、作者和地址（_config.yml）</translation>
    </message>
    <message>
        <source>Sections of the page</source>
        <translation>页面的栏目</translation>
    </message>
    <message>
        <source>Rename section</source>
        <translation>重命名栏目</translation>
    </message>
    <message>
        <source>Move section up</source>
        <translation>上移栏目</translation>
    </message>
    <message>
        <source>Move section down</source>
        <translation>下移栏目</translation>
    </message>
    <message>
        <source>Hide section</source>
        <translation>隐藏栏目</translation>
    </message>
    <message>
        <source>Delete section</source>
        <translation>删除栏目</translation>
    </message>
    <message>
        <source>Show section</source>
        <translation>显示栏目</translation>
    </message>
    <message>
        <source>Kind of section</source>
        <translation>栏目类型</translation>
    </message>
    <message>
        <source>As its heading says</source>
        <translation>按标题判断</translation>
    </message>
    <message>
        <source>Your names</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>How you are written among the authors, and the papers where you were not found</source>
        <translation>您在作者中的写法，以及没有找到您的论文</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files that the site leads to and does not have, and those that nothing names</source>
        <translation>网站链接到却不存在的文件，以及没有任何地方提到的文件</translation>
    </message>
</context>
<context>
    <name>lectern::app::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Close settings</source>
        <translation>关闭设置</translation>
    </message>
</context>
<context>
    <name>lectern::app::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>lectern::app::SiteOpener</name>
    <message>
        <source>Open a site folder</source>
        <translation>打开网站文件夹</translation>
    </message>
    <message>
        <source>Open site</source>
        <translation>打开网站</translation>
    </message>
    <message>
        <source>Open a Markdown file</source>
        <translation>打开 Markdown 文件</translation>
    </message>
    <message>
        <source>Markdown files (*.md *.markdown)</source>
        <translation>Markdown 文件 (*.md *.markdown)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Choose where to put your copy of the sample site</source>
        <translation>选择示例网站副本的存放位置</translation>
    </message>
    <message>
        <source>Put it here</source>
        <translation>放在这里</translation>
    </message>
</context>
<context>
    <name>lectern::app::SiteSettings</name>
    <message>
        <source>Site</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Ada Example – Homepage</source>
        <translation>张三的主页</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Home page of Ada Example, researcher</source>
        <translation>研究者张三的主页</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Repository on GitHub</source>
        <translation>GitHub 仓库</translation>
    </message>
    <message>
        <source>Folder of the address</source>
        <translation>地址中的文件夹</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Ada Example</source>
        <translation>张三</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>头像</translation>
    </message>
    <message>
        <source>One line about you</source>
        <translation>一句话介绍</translation>
    </message>
    <message>
        <source>Postdoc in machine learning systems</source>
        <translation>机器学习系统方向博士后</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Macao, China</source>
        <translation>中国澳门</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>University of Macau</source>
        <translation>澳门大学</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Where else you are found</source>
        <translation>其他个人主页</translation>
    </message>
    <message>
        <source>Google Scholar</source>
        <translation>Google Scholar</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>个人网页</translation>
    </message>
    <message>
        <source>Counts and search engines</source>
        <translation>统计与搜索引擎</translation>
    </message>
    <message>
        <source>Fetch citation counts through a CDN (works in more countries)</source>
        <translation>通过 CDN 获取引用数（在更多国家可用）</translation>
    </message>
    <message>
        <source>Google Analytics id</source>
        <translation>Google Analytics ID</translation>
    </message>
    <message>
        <source>Google site verification</source>
        <translation>Google 网站验证码</translation>
    </message>
    <message>
        <source>Baidu site verification</source>
        <translation>百度网站验证码</translation>
    </message>
    <message>
        <source>Site settings</source>
        <translation>网站设置</translation>
    </message>
    <message>
        <source>What holds for every page of the site (_config.yml). Comments and order of the file stay as they are.</source>
        <translation>对网站所有页面有效的设置（_config.yml）。文件中的注释和顺序保持原样。</translation>
    </message>
</context>
<context>
    <name>lectern::app::SiteToolbar</name>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Site: %1</source>
        <translation>网站：%1</translation>
    </message>
    <message>
        <source>Page: %1</source>
        <translation>页面：%1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>Languages of this page</source>
        <translation>此页面的语言</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>page – language</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>This page in %1, shown</source>
        <translation>此页面的%1版，正在显示</translation>
    </message>
    <message>
        <source>Show this page in %1</source>
        <translation>显示此页面的%1版</translation>
    </message>
</context>
<context>
    <name>lectern::app::SourceEditor</name>
    <message>
        <source>Source</source>
        <translation>源码</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>lectern::app::SourcePane</name>
    <message>
        <source>Source</source>
        <translation>源码</translation>
    </message>
    <message>
        <source>This part is not UTF-8 text. It is kept as it is and cannot be edited here.</source>
        <translation>这一部分不是 UTF-8 文本。它会原样保留，不能在这里编辑。</translation>
    </message>
    <message>
        <source>Lectern has no form for this part of the page. It is kept as written; edit it as source.</source>
        <translation>Lectern 没有适合页面这一部分的表单。它会原样保留；请以源码方式编辑。</translation>
    </message>
    <message>
        <source>As it stands in the file.</source>
        <translation>与文件中的内容一致。</translation>
    </message>
    <message>
        <source>This part is too long for a form. It begins like this, with %1 more behind it; the page&apos;s source shows it whole and edits it.</source>
        <translation>此部分过长，无法放入表单。下面是它的开头，其后还有 %1；页面源码会完整显示，并可在其中编辑。</translation>
    </message>
</context>
<context>
    <name>lectern::app::SourcePanel</name>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Close the source</source>
        <translation>关闭源码</translation>
    </message>
    <message>
        <source>Source of the page</source>
        <translation>页面源码</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose another file of this page</source>
        <translation>选择此页面的其他文件</translation>
    </message>
    <message>
        <source>Places that were found</source>
        <translation>找到的位置</translation>
    </message>
    <message>
        <source>Edit source</source>
        <translation>编辑源码</translation>
    </message>
    <message>
        <source>This expression cannot be read: %1.</source>
        <translation>无法识别这个表达式：%1。</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>没有找到。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found.</source>
        <translation>
            <numerusform>找到 %n 处。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) replaced.</source>
        <translation>
            <numerusform>已替换 %n 处。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::app::SpellChecker</name>
    <message>
        <source>No suggestions</source>
        <translation>没有建议</translation>
    </message>
    <message>
        <source>Add “%1” to my dictionary</source>
        <translation>把“%1”加入我的词典</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>拼写</translation>
    </message>
    <message>
        <source>Do not check this field</source>
        <translation>不检查此字段</translation>
    </message>
</context>
<context>
    <name>lectern::app::StateBar</name>
    <message>
        <source>State of the preview</source>
        <translation>预览状态</translation>
    </message>
    <message>
        <source>Rendering the page…</source>
        <translation>正在生成页面…</translation>
    </message>
    <message>
        <source>Last good version. %1</source>
        <translation>上一个正常的版本。%1</translation>
    </message>
    <message>
        <source>The preview loads nothing from the internet unless you allow it: pictures, fonts and scripts of other sites are left out. Visitors of the published page get them.</source>
        <translation>未经您允许，预览不从互联网加载任何内容：其他网站的图片、字体和脚本都不显示。发布后的页面访客可以看到它们。</translation>
    </message>
    <message numerus="yes">
        <source>%n remote item(s) blocked: allow…</source>
        <translation>
            <numerusform>已拦截 %n 个外部内容：允许…</numerusform>
        </translation>
    </message>
    <message>
        <source>Trusted site</source>
        <translation>受信任的网站</translation>
    </message>
    <message>
        <source>Scripts do not run</source>
        <translation>不运行脚本</translation>
    </message>
</context>
<context>
    <name>lectern::app::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>no unexported edits</source>
        <translation>没有未导出的修改</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) not exported</source>
        <translation>
            <numerusform>%n 处修改未导出</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wrong with this page</source>
        <translation>这个页面没有问题</translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n 条提示</numerusform>
        </translation>
    </message>
    <message>
        <source>What is wrong with this page, and how to repair it</source>
        <translation>这个页面的问题以及如何修复</translation>
    </message>
</context>
<context>
    <name>lectern::app::TextField</name>
    <message>
        <source>Bold</source>
        <translation>粗体</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>斜体</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>button (shortcut)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>表情符号</translation>
    </message>
</context>
<context>
    <name>lectern::app::TrustMenu</name>
    <message>
        <source>Run the scripts of this site</source>
        <translation>运行此网站的脚本</translation>
    </message>
    <message>
        <source>Only for a site that you trust: the browser engine of this system gets no security updates.</source>
        <translation>仅限您信任的网站：本系统的浏览器引擎不再获得安全更新。</translation>
    </message>
    <message>
        <source>Allow nothing any more</source>
        <translation>全部不再允许</translation>
    </message>
    <message>
        <source>Load from %1</source>
        <translation>从 %1 加载</translation>
    </message>
</context>
<context>
    <name>lectern::app::UrlField</name>
    <message>
        <source>An address has no spaces in it. Write %20 for one.</source>
        <translation>地址中不能有空格。请用 %20 代替。</translation>
    </message>
    <message>
        <source>Write https:// in front, or the link leads into your own site.</source>
        <translation>请在前面加上 https://，否则链接会指向您自己的网站。</translation>
    </message>
    <message>
        <source>This is not an address that a browser can open.</source>
        <translation>浏览器打不开这个地址。</translation>
    </message>
    <message>
        <source>The name of the site is not complete.</source>
        <translation>网站名称不完整。</translation>
    </message>
    <message>
        <source>Open this link</source>
        <translation>打开此链接</translation>
    </message>
</context>
<context>
    <name>lectern::app::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Your academic page, without the code</source>
        <translation>您的学术主页，无需写代码</translation>
    </message>
    <message>
        <source>Open the page you have, edit it in forms, see it exactly as it will be published, and write back only what you changed.</source>
        <translation>打开现有的页面，在表单中编辑，看到它发布后的样子，只写回您修改过的部分。</translation>
    </message>
    <message>
        <source>Open a site folder</source>
        <translation>打开网站文件夹</translation>
    </message>
    <message>
        <source>The folder of your Jekyll site, the one with _config.yml in it.</source>
        <translation>您的 Jekyll 网站文件夹，里面有 _config.yml。</translation>
    </message>
    <message>
        <source>Start from the sample site</source>
        <translation>从示例网站开始</translation>
    </message>
    <message>
        <source>A complete page to make your own, copied into a folder that you choose.</source>
        <translation>一个完整的页面，复制到您选择的文件夹，供您修改。</translation>
    </message>
    <message>
        <source>Open a Markdown file</source>
        <translation>打开 Markdown 文件</translation>
    </message>
    <message>
        <source>A single page, without a site around it.</source>
        <translation>单独一个页面，不属于任何网站。</translation>
    </message>
    <message>
        <source>Recent sites</source>
        <translation>最近打开的网站</translation>
    </message>
    <message>
        <source>You can also drop a folder or a Markdown file anywhere on this window.</source>
        <translation>也可以把文件夹或 Markdown 文件拖到窗口的任意位置。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Remove from this list (the folder stays)</source>
        <translation>从列表中移除（文件夹保留）</translation>
    </message>
    <message>
        <source>Remove “%1” from this list</source>
        <translation>从列表中移除“%1”</translation>
    </message>
</context>
<context>
    <name>lectern::app::Words</name>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <comment>field, item</comment>
        <translation>修改%2的%1</translation>
    </message>
    <message>
        <source>Journal or conference</source>
        <translation>期刊或会议</translation>
    </message>
    <message>
        <source>IEEE Transactions on Computers</source>
        <translation>IEEE Transactions on Computers</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>会议/期刊</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Image description</source>
        <translation>图片说明</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>角标</translation>
    </message>
    <message>
        <source>More links</source>
        <translation>更多链接</translation>
    </message>
    <message>
        <source>Google Scholar ID</source>
        <translation>Google Scholar ID</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Fast and Fair Training in GPU Clusters</source>
        <translation>GPU 集群中快速公平的训练</translation>
    </message>
    <message>
        <source>https://arxiv.org/abs/2509.08309</source>
        <translation>https://arxiv.org/abs/2509.08309</translation>
    </message>
    <message>
        <source>Name, then Enter</source>
        <translation>输入姓名，按回车</translation>
    </message>
    <message>
        <source>NeurIPS</source>
        <translation>NeurIPS</translation>
    </message>
    <message>
        <source>2025</source>
        <translation>2025</translation>
    </message>
    <message>
        <source>2025.06</source>
        <translation>2025.06</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation>录用于</translation>
    </message>
    <message>
        <source>CCF-A</source>
        <translation>CCF-A</translation>
    </message>
    <message>
        <source>Best Paper Award</source>
        <translation>最佳论文奖</translation>
    </message>
    <message>
        <source>Top conference in system architecture</source>
        <translation>系统结构领域顶级会议</translation>
    </message>
    <message>
        <source>images/paper.png</source>
        <translation>images/paper.png</translation>
    </message>
    <message>
        <source>Throughput of three schedulers</source>
        <translation>三种调度器的吞吐量</translation>
    </message>
    <message>
        <source>NeurIPS 2025</source>
        <translation>NeurIPS 2025</translation>
    </message>
    <message>
        <source>Code, then Enter</source>
        <translation>输入名称，按回车</translation>
    </message>
    <message>
        <source>DhtAFkwAAAAJ:ALROH1vI_8AC</source>
        <translation>DhtAFkwAAAAJ:ALROH1vI_8AC</translation>
    </message>
    <message>
        <source>What the paper shows, in a few sentences</source>
        <translation>用几句话说明论文的结论</translation>
    </message>
    <message>
        <source>Ten times faster than before, then Enter</source>
        <translation>例如“比以前快十倍”，按回车</translation>
    </message>
    <message>
        <source>Macau, China</source>
        <translation>中国澳门</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审稿人</translation>
    </message>
    <message>
        <source>Who you are, where you work, and what you work on</source>
        <translation>您是谁，在哪里工作，研究什么</translation>
    </message>
    <message>
        <source>Best Paper Award of a conference</source>
        <translation>某会议最佳论文奖</translation>
    </message>
    <message>
        <source>Ph.D. in Computer Science, University of Macau</source>
        <translation>澳门大学计算机科学博士</translation>
    </message>
    <message>
        <source>Research intern at a laboratory</source>
        <translation>某实验室研究实习生</translation>
    </message>
    <message>
        <source>Serving language models on mixed hardware</source>
        <translation>在异构硬件上部署语言模型</translation>
    </message>
    <message>
        <source>Teaching assistant, Operating Systems</source>
        <translation>操作系统课程助教</translation>
    </message>
    <message>
        <source>A fair scheduler for GPU clusters</source>
        <translation>面向 GPU 集群的公平调度器</translation>
    </message>
    <message>
        <source>One paper was accepted by a conference</source>
        <translation>一篇论文被某会议录用</translation>
    </message>
    <message>
        <source>paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>news item</source>
        <translation>新闻</translation>
    </message>
    <message>
        <source>publication</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>honor</source>
        <translation>荣誉</translation>
    </message>
    <message>
        <source>education entry</source>
        <translation>教育经历</translation>
    </message>
    <message>
        <source>reviewing entry</source>
        <translation>审稿条目</translation>
    </message>
    <message>
        <source>talk</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>experience entry</source>
        <translation>工作经历</translation>
    </message>
    <message>
        <source>course</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Add paragraph</source>
        <translation>添加段落</translation>
    </message>
    <message>
        <source>Add news item</source>
        <translation>添加新闻</translation>
    </message>
    <message>
        <source>Add publication</source>
        <translation>添加论文</translation>
    </message>
    <message>
        <source>Add honor</source>
        <translation>添加荣誉</translation>
    </message>
    <message>
        <source>Add education entry</source>
        <translation>添加教育经历</translation>
    </message>
    <message>
        <source>Add reviewing entry</source>
        <translation>添加审稿条目</translation>
    </message>
    <message>
        <source>Add talk</source>
        <translation>添加报告</translation>
    </message>
    <message>
        <source>Add experience entry</source>
        <translation>添加工作经历</translation>
    </message>
    <message>
        <source>Add course</source>
        <translation>添加课程</translation>
    </message>
    <message>
        <source>Add project</source>
        <translation>添加项目</translation>
    </message>
    <message>
        <source>Add entry</source>
        <translation>添加条目</translation>
    </message>
    <message>
        <source>New paragraph</source>
        <translation>新段落</translation>
    </message>
    <message>
        <source>New news item</source>
        <translation>新的新闻</translation>
    </message>
    <message>
        <source>New publication</source>
        <translation>新论文</translation>
    </message>
    <message>
        <source>New honor</source>
        <translation>新荣誉</translation>
    </message>
    <message>
        <source>New education entry</source>
        <translation>新的教育经历</translation>
    </message>
    <message>
        <source>New reviewing entry</source>
        <translation>新的审稿条目</translation>
    </message>
    <message>
        <source>New talk</source>
        <translation>新报告</translation>
    </message>
    <message>
        <source>New experience entry</source>
        <translation>新的工作经历</translation>
    </message>
    <message>
        <source>New course</source>
        <translation>新课程</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新项目</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新条目</translation>
    </message>
    <message>
        <source>About</source>
        <translation>简介</translation>
    </message>
    <message>
        <source>News</source>
        <translation>新闻</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Honors and awards</source>
        <translation>荣誉与奖项</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>教育经历</translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation>审稿</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>工作经历</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>教学</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>The page writes this in a way that the form cannot change. Use “Edit source”.</source>
        <translation>页面中这一处的写法无法用表单修改。请用“编辑源码”。</translation>
    </message>
    <message>
        <source>The page cannot hold this text here, so it is not in the page yet.</source>
        <translation>页面的这个位置放不下这段文字，所以它还没有写入页面。</translation>
    </message>
    <message>
        <source>The page has no place for this any more.</source>
        <translation>页面上已经没有放它的位置了。</translation>
    </message>
    <message>
        <source>This could not be put into the page.</source>
        <translation>无法写入页面。</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <comment>publication, its number, how many</comment>
        <translation>%1 %2（共 %3 条）</translation>
    </message>
    <message>
        <source>The page would not be read as having these authors, so they are not in it yet. Each needs a name in letters.</source>
        <translation>这样写，页面就读不出这些作者，所以还没有写入页面。每位作者都需要一个由文字组成的姓名。</translation>
    </message>
    <message>
        <source>Written there, this would be read as something else than “%1”, so it is not in the page yet.</source>
        <translation>写在那里，这段文字会被读成“%1”以外的内容，所以还没有写入页面。</translation>
    </message>
</context>
<context>
    <name>lectern::app::Workspace</name>
    <message>
        <source>Changes by another program</source>
        <translation>别的程序的改动</translation>
    </message>
</context>
<context>
    <name>lectern::app::YamlForm</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More of “%1”</source>
        <translation>“%1”的更多内容</translation>
    </message>
    <message>
        <source>Other settings in this file</source>
        <translation>此文件中的其他设置</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>修改“%1”</translation>
    </message>
</context>
<context>
    <name>lectern::app::look</name>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
</context>
</TS>
