// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsstore.h"
#include "core/base/contenthash.h"
#include "core/document/storedstate.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

#include <QCborMap>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace lectern::fuzz {
namespace {

const QString path = QStringLiteral("/site/about.md");

QByteArray sealed(const QByteArray& body)
{
    return contentHash(body) + body;
}

} // namespace

void storedState(const QByteArray& input)
{
    const QByteArray stored = packState(path, input);
    FUZZ_CHECK(unpackState(stored, path) == input);
    FUZZ_CHECK(!unpackState(stored, path + QStringLiteral(".other")));
    const qsizetype at = input.isEmpty() ? 0 : uchar(input[0]) * stored.size() / 256;
    QByteArray damaged = stored;
    damaged[at] = char(damaged[at] ^ 1);
    FUZZ_CHECK(!unpackState(damaged, path));
    FUZZ_CHECK(!unpackState(stored.first(at), path));
    FUZZ_CHECK(!unpackState(stored + 'x', path));
    // What no program of ours wrote, under a right hash.
    (void)unpackState(sealed(input), path);
    (void)unpackState(
        sealed(QCborValue(QCborMap { { QStringLiteral("file"), path }, { QStringLiteral("bytes"), input } })
                   .toCbor()),
        path);
    (void)unpackState(input, path);
}

namespace {

void checkRead(const app::SettingsStore& store)
{
    const app::AppearanceSettings appearance = store.appearance();
    FUZZ_CHECK(appearance.textScale >= 80 && appearance.textScale <= 200);
    const app::WindowSettings window = store.window();
    FUZZ_CHECK(window.columnWidths.isEmpty() || window.columnWidths.size() == 3);
    FUZZ_CHECK(std::all_of(
        window.columnWidths.begin(), window.columnWidths.end(), [](int width) { return width >= 0; }));
    const auto recent = store.recentSites();
    FUZZ_CHECK(recent.size() <= 10);
    FUZZ_CHECK(std::none_of(
        recent.begin(), recent.end(), [](const app::RecentSite& one) { return one.path.isEmpty(); }));
    (void)store.spelling();
    (void)store.readerHints(QStringLiteral("/site"));
}

} // namespace

void settings(const QByteArray& input)
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("lectern.ini"));
    {
        QFile out(file);
        FUZZ_CHECK(out.open(QIODevice::WriteOnly) && out.write(input) == input.size());
    }
    app::SettingsStore store(file);
    checkRead(store);
    // A site that was never trusted is not trusted by a damaged file.
    FUZZ_CHECK(
        store.siteTrust(QStringLiteral("/never/seen")) == app::SiteTrust {} || input.contains("[trust]"));
    // And what is set reads back.
    app::AppearanceSettings wanted { app::Theme::Dark, 130, QStringLiteral("zh_CN") };
    store.setAppearance(wanted);
    FUZZ_CHECK(store.appearance() == wanted);
    const app::RecentSite site { QStringLiteral("/a/site"), QStringLiteral("名字 \"x\"") };
    store.addRecentSite(site);
    FUZZ_CHECK(store.recentSites().first() == site);
    checkRead(store);
}

} // namespace lectern::fuzz
