// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/spelling/dictionary.h"

#include <hunspell/hunspell.hxx>

#include <QStringConverter>

#include <optional>

namespace lectern::app {

class Dictionary::Private {
public:
    explicit Private(const QByteArray& path)
        : hunspell((path + ".aff").constData(), (path + ".dic").constData())
    {
        const std::string name = hunspell.get_dict_encoding();
        if (const auto known = QStringConverter::encodingForName(name.c_str()))
            encoding = *known;
        else
            readable = name.rfind("ISO8859-1", 0) == 0 && name.size() == 9; // named without its hyphen
    }

    [[nodiscard]] std::optional<std::string> encoded(const QString& word) const
    {
        if (!readable)
            return std::nullopt;
        QStringEncoder encoder(encoding);
        const QByteArray bytes = encoder(word);
        return encoder.hasError() ? std::nullopt : std::optional(bytes.toStdString());
    }

    mutable Hunspell hunspell; ///< its questions are not const
    QStringConverter::Encoding encoding = QStringConverter::Latin1;
    bool readable = true;
};

Dictionary::Dictionary(const QString& path)
    : d(std::make_unique<Private>(path.toLocal8Bit()))
{
}
Dictionary::~Dictionary() = default;

bool Dictionary::isCorrect(const QString& word) const
{
    const auto bytes = d->encoded(word);
    return !bytes || d->hunspell.spell(*bytes);
}

QStringList Dictionary::suggestions(const QString& word) const
{
    QStringList words;
    const auto bytes = d->encoded(word);
    if (!bytes)
        return words;
    QStringDecoder decoder(d->encoding);
    for (const std::string& suggestion : d->hunspell.suggest(*bytes))
        words.append(decoder(QByteArray::fromStdString(suggestion)));
    return words;
}

} // namespace lectern::app
