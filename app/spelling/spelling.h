// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/spelling/dictionary.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <memory>

namespace lectern::app {

class SettingsStore;

/// What is misspelt, by the dictionaries that the system has, the user's own words, and a language for each
/// field. A dictionary is loaded off the GUI thread when it is first asked for; until then every word is
/// right.
class Spelling : public QObject {
    Q_OBJECT
public:
    /// `folders`: where dictionaries lie; empty: where systems keep them.
    explicit Spelling(SettingsStore& settings, const QStringList& folders = {}, QObject* parent = nullptr);
    ~Spelling() override;

    /// Names of the dictionaries ("en_US"), sorted.
    [[nodiscard]] QStringList languages() const;
    /// The language of a field (any key of the caller's); empty: not checked.
    [[nodiscard]] QString language(const QString& field) const;
    void setLanguage(const QString& field, const QString& language);

    [[nodiscard]] bool isReady(const QString& language);
    [[nodiscard]] bool isCorrect(const QString& language, const QString& word);
    [[nodiscard]] QStringList suggestions(const QString& language, const QString& word);
    /// Puts a word into the user's own dictionary.
    void learn(const QString& word);

Q_SIGNALS:
    /// What is right may be another than before: a dictionary came, a word was learnt, a field has another
    /// language.
    void changed();

private:
    struct Entry {
        std::shared_ptr<Dictionary> dictionary;
        QHash<QString, bool> known; ///< answers given before
    };
    Entry& entry(const QString& language);

    SettingsStore& m_settings;
    QHash<QString, QString> m_paths; ///< language to path without ending
    QHash<QString, Entry> m_entries;
    QSet<QString> m_ownWords;
    QHash<QString, QString> m_fieldLanguages;
    QString m_usual;
};

} // namespace lectern::app
