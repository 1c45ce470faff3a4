// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/address.h"

#include <QRegularExpression>

namespace lectern::publish {

Result<Address> parseAddress(const QString& text)
{
    const Error unknown {ErrorCode::NoSuchAddress, {}, text};
    Address address;
    const QString head = text.section(u'.', 0, 0);
    if ((head == QStringLiteral("front") || head == QStringLiteral("config")) && text.size() > head.size() + 1) {
        address.kind = head == QStringLiteral("front") ? Address::Kind::FrontMatter : Address::Kind::Config;
        address.path = text.mid(head.size() + 1).split(u'.');
        return address;
    }
    static const QRegularExpression form(QStringLiteral("^([^\\[\\].]+)(?:\\[([0-9]{1,7})\\])?(?:\\.([A-Za-z]+))?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return unknown;
    address.section = match.captured(1);
    const QString field = match.captured(3);
    if (match.capturedLength(2) > 0) {
        address.item = match.captured(2).toInt();
        address.kind = field.isEmpty() ? Address::Kind::Item : Address::Kind::Field;
    } else if (!field.isEmpty()) {
        if (field != QStringLiteral("heading"))
            return unknown;
        address.kind = Address::Kind::Heading;
    }
    if (address.kind == Address::Kind::Field) {
        const auto id = profile::fieldId(field);
        if (!id)
            return unknown;
        address.field = *id;
    }
    return address;
}

Result<int> findSection(const profile::Profile& profile, const QString& id)
{
    for (size_t i = 0; i < profile.sections.size(); ++i) {
        if (profile.sections[i].id == id)
            return int(i);
    }
    return Error {ErrorCode::NoSuchAddress, {}, id};
}

Result<profile::ItemRef> findItem(const profile::Profile& profile, const Address& address)
{
    const auto section = findSection(profile, address.section);
    if (!section)
        return section.error();
    const profile::ItemRef ref {*section, address.item};
    if (!profile.item(ref))
        return Error {ErrorCode::NoSuchAddress, {}, QStringLiteral("%1[%2]").arg(address.section).arg(address.item)};
    return ref;
}

} // namespace lectern::publish
