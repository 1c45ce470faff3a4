// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/shelltest.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace lectern;

namespace {

struct Message {
    QString context;
    QString source;
    bool plural = false;
    bool finished = true;
    QStringList forms;
};

QList<Message> readMessages(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == u"message" && !messages.last().finished
            && messages.last().forms.isEmpty())
            messages.last().forms.append(QString());
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            messages.append(
                { context, {}, xml.attributes().value(QStringLiteral("numerus")) == u"yes", true, {} });
        } else if (xml.name() == u"source") {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            messages.last().finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            if (!messages.last().plural)
                messages.last().forms = { xml.readElementText() };
        } else if (xml.name() == u"numerusform") {
            messages.last().forms.append(xml.readElementText());
        }
    }
    return messages;
}

QSet<QString> placeholders(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("%(?:\\d|n)"));
    QSet<QString> found;
    for (auto match = form.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

} // namespace

/// Every text of the program in both languages, compared with what lupdate finds in the sources now.
class TranslationsTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyTextIsTranslated();
    void englishHasItsPlurals();
    void placeholdersAreTheSame_data();
    void placeholdersAreTheSame();
    void chineseIsChinese();
    void chineseKeepsItsPunctuation();

private:
    static QString file(const QString& language)
    {
        return test::sourcePath(QStringLiteral("resources/translations/lectern_%1.ts").arg(language));
    }
    /// The messages of a language after lupdate has read the sources.
    QList<Message> updated(const QString& language);
};

void TranslationsTest::init()
{
    Suite::init();
}

QList<Message> TranslationsTest::updated(const QString& language)
{
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy_%1.ts").arg(language));
    if (!QFile::copy(file(language), copy))
        return {};
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    QProcess lupdate;
    lupdate.setWorkingDirectory(test::sourceDir());
    lupdate.start(QStringLiteral(LECTERN_LUPDATE),
        // The headers are needed for the full names of the classes, which are the contexts of their texts.
        { QStringLiteral("-no-obsolete"), QStringLiteral("-locations"), QStringLiteral("none"),
            QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("app"), QStringLiteral("-ts"), copy });
    if (!lupdate.waitForFinished(120'000) || lupdate.exitCode() != 0) {
        qWarning("lupdate failed: %s", lupdate.readAllStandardError().constData());
        return {};
    }
    return readMessages(copy);
}

void TranslationsTest::everyTextIsTranslated()
{
    const QList<Message> messages = updated(QStringLiteral("zh_CN"));
    QVERIFY(messages.size() > 300);
    QStringList missing;
    for (const Message& message : messages) {
        const bool complete
            = message.finished && message.forms.size() == 1 && !message.forms.constFirst().isEmpty();
        if (!complete)
            missing.append(message.context + QStringLiteral(": ") + message.source);
    }
    QVERIFY2(missing.isEmpty(),
        qPrintable(QStringLiteral("%1 texts without a translation:\n%2")
                       .arg(missing.size())
                       .arg(missing.join(u'\n'))));
}

void TranslationsTest::englishHasItsPlurals()
{
    const QList<Message> messages = updated(QStringLiteral("en"));
    QStringList missing;
    int plurals = 0;
    for (const Message& message : messages) {
        if (!message.plural)
            continue;
        ++plurals;
        const bool complete = message.finished && message.forms.size() == 2 && !message.forms[0].isEmpty()
            && !message.forms[1].isEmpty();
        if (!complete || message.forms[0].contains(QStringLiteral("(s)"))
            || message.forms[1].contains(QStringLiteral("(s)")))
            missing.append(message.context + QStringLiteral(": ") + message.source);
    }
    QVERIFY(plurals > 3);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TranslationsTest::placeholdersAreTheSame_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("Chinese") << QStringLiteral("zh_CN");
}

void TranslationsTest::placeholdersAreTheSame()
{
    QFETCH(QString, language);
    for (const Message& message : readMessages(file(language))) {
        for (const QString& form : message.forms) {
            // A singular may say "an edit" without its number.
            QSet<QString> wanted = placeholders(message.source);
            if (message.plural && !form.contains(QStringLiteral("%n")))
                wanted.remove(QStringLiteral("%n"));
            if (!form.isEmpty())
                QVERIFY2(
                    placeholders(form) == wanted, qPrintable(message.source + QStringLiteral(" → ") + form));
        }
    }
}

void TranslationsTest::chineseIsChinese()
{
    // Names, numbers and signs that are the same in both languages.
    static const QRegularExpression same(QStringLiteral(
        "^(%1 %|Lectern.*|[A-Z]{2,}|[^A-Za-z]*|English|Google .*|IEEE .*|Markdown|[a-z]+://.*|.*\\d{4}.*)$"));
    static const QRegularExpression han(QStringLiteral("[\\x{4e00}-\\x{9fff}]"));
    QStringList foreign;
    for (const Message& message : readMessages(file(QStringLiteral("zh_CN")))) {
        for (const QString& form : message.forms) {
            if (!form.contains(han) && !same.match(message.source).hasMatch() && form != message.source)
                foreign.append(message.source + QStringLiteral(" → ") + form);
            else if (!form.contains(han) && message.source.contains(u' ')
                && !same.match(message.source).hasMatch())
                foreign.append(message.source + QStringLiteral(" → ") + form);
        }
    }
    QVERIFY2(foreign.isEmpty(), qPrintable(foreign.join(u'\n')));
}

void TranslationsTest::chineseKeepsItsPunctuation()
{
    static const QRegularExpression halfWidth(
        QStringLiteral("[\\x{4e00}-\\x{9fff}][,;:!?]|[\\x{4e00}-\\x{9fff}]\\.(?:\\s|$)"));
    QStringList wrong;
    for (const Message& message : readMessages(file(QStringLiteral("zh_CN")))) {
        for (const QString& form : message.forms) {
            if (form.contains(halfWidth))
                wrong.append(form);
            // A sentence ends as a sentence, a label as a label.
            if (message.source.endsWith(u'.') && !message.source.endsWith(QStringLiteral(".."))
                && form.contains(QRegularExpression(QStringLiteral("[\\x{4e00}-\\x{9fff}]$"))))
                wrong.append(message.source + QStringLiteral(" → ") + form);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

LECTERN_SHELL_TEST(TranslationsTest, "translations")
#include "translationstest.moc"
