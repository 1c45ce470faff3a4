// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/spelling/spelling.h"

#include "app/settings/settingsstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace lectern::app {

namespace {

/// Remembered answers of one language, before they are forgotten together.
constexpr qsizetype mostAnswers = 20'000;

QStringList usualFolders()
{
    return { QStringLiteral("/usr/share/hunspell"), QStringLiteral("/usr/local/share/hunspell"),
        QStringLiteral("/usr/share/myspell/dicts"), QStringLiteral("/usr/share/myspell") };
}

} // namespace

Spelling::Spelling(SettingsStore& settings, const QStringList& folders, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{
    for (const QString& folder : folders.isEmpty() ? usualFolders() : folders) {
        const QStringList files = QDir(folder).entryList({ QStringLiteral("*.aff") }, QDir::Files);
        for (const QString& file : files) {
            const QString name = file.chopped(4);
            const QString path = QDir(folder).filePath(name);
            if (!m_paths.contains(name) && QFileInfo::exists(path + QLatin1StringView(".dic")))
                m_paths.insert(name, path);
        }
    }
    const SpellingSettings known = m_settings.spelling();
    m_ownWords = QSet<QString>(known.ownWords.begin(), known.ownWords.end());
    m_fieldLanguages = known.fieldLanguages;
    // Pages are in English most often; where only other dictionaries are installed, the interface's language.
    const QString own = QLocale().name();
    for (const QString& wanted : { own.startsWith(QLatin1StringView("en")) ? own : QString(),
             QStringLiteral("en_US"), QStringLiteral("en_GB"), own }) {
        if (m_usual.isEmpty() && m_paths.contains(wanted))
            m_usual = wanted;
    }
}

Spelling::~Spelling() = default;

QStringList Spelling::languages() const
{
    QStringList names = m_paths.keys();
    names.sort();
    return names;
}

QString Spelling::language(const QString& field) const
{
    const auto chosen = m_fieldLanguages.constFind(field);
    if (chosen == m_fieldLanguages.constEnd())
        return m_usual;
    return m_paths.contains(*chosen) ? *chosen : QString();
}

void Spelling::setLanguage(const QString& field, const QString& language)
{
    m_fieldLanguages.insert(field, language);
    SpellingSettings settings = m_settings.spelling();
    settings.fieldLanguages = m_fieldLanguages;
    m_settings.setSpelling(settings);
    Q_EMIT changed();
}

Spelling::Entry& Spelling::entry(const QString& language)
{
    const auto found = m_entries.find(language);
    if (found != m_entries.end())
        return *found;
    const QString path = m_paths.value(language);
    if (!path.isEmpty()) {
        QThreadPool::globalInstance()->start([self = QPointer<Spelling>(this), language, path] {
            auto loaded = std::make_shared<Dictionary>(path);
            QMetaObject::invokeMethod(
                qApp,
                [self, language, loaded] {
                    if (!self)
                        return;
                    self->m_entries[language] = { loaded, {} };
                    Q_EMIT self->changed();
                },
                Qt::QueuedConnection);
        });
    }
    return m_entries[language];
}

bool Spelling::isReady(const QString& language)
{
    return entry(language).dictionary != nullptr;
}

bool Spelling::isCorrect(const QString& language, const QString& word)
{
    Entry& asked = entry(language);
    if (!asked.dictionary || m_ownWords.contains(word) || m_ownWords.contains(word.toLower()))
        return true;
    const auto known = asked.known.constFind(word);
    if (known != asked.known.constEnd())
        return *known;
    if (asked.known.size() > mostAnswers)
        asked.known.clear();
    QString plain = word;
    plain.replace(u'’', u'\'');
    const bool correct = asked.dictionary->isCorrect(plain);
    asked.known.insert(word, correct);
    return correct;
}

QStringList Spelling::suggestions(const QString& language, const QString& word)
{
    const Entry& asked = entry(language);
    return asked.dictionary ? asked.dictionary->suggestions(word) : QStringList();
}

void Spelling::learn(const QString& word)
{
    m_ownWords.insert(word);
    SpellingSettings settings = m_settings.spelling();
    settings.ownWords = QStringList(m_ownWords.begin(), m_ownWords.end());
    settings.ownWords.sort();
    m_settings.setSpelling(settings);
    Q_EMIT changed();
}

} // namespace lectern::app
