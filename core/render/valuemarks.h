// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/yamldocument.h"
#include "core/liquid/engine.h"
#include "core/render/liquidsession.h"
#include "core/render/segmentmap.h"
#include "core/site/entry.h"

#include <QHash>

#include <optional>
#include <unordered_map>

namespace lectern::render {

/// Where values that templates print stand in the site's files: `_config.yml`, data files and the page's
/// front matter. A value is found by the list or hash that it was printed from, whatever variable or loop led
/// there.
class ValuePlaces {
public:
    /// `page`: the variable of that name. All outlive this.
    ValuePlaces(const RenderContext& context, const site::Entry& entry, const liquid::Value& page);

    [[nodiscard]] std::optional<SourcePlace> find(const liquid::PrintedValue& value);

private:
    /// A file and the keys that lead to something in it.
    struct Path {
        QString file;
        QStringList keys;
    };
    void add(const liquid::Value& value, const Path& path, int depth);
    void addData();
    [[nodiscard]] const YamlDocument* document(const QString& file);

    const RenderContext& m_context;
    const site::Entry& m_entry;
    QString m_config;
    std::unordered_map<const void*, Path> m_paths;
    QHash<QString, std::shared_ptr<const YamlDocument>> m_documents;
};

/// Puts marks (data-lectern) into what a layout made: each printed value marks the element whose text it is,
/// or else whose attribute. `content`: the range in which the page's content stands; it is left as it is, and
/// no element around it gets a mark. Returns by how much the content moved.
qsizetype markValues(QByteArray& html, const std::vector<liquid::PrintedValue>& values, TextRange content,
    ValuePlaces& places);

/// The attribute for a place in the block that holds it, up to the bytes.
inline constexpr char relativeMark[] = " data-lectern=\"+";
/// The attribute for a place up to the bytes in its file, with a blank before it.
[[nodiscard]] QByteArray markStart(const QString& file);
/// The attribute for a place, with a blank before it; empty for an empty place.
[[nodiscard]] QByteArray markAttribute(const SourcePlace& place);

} // namespace lectern::render
