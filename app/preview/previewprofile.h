// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QWebEngineProfile;

namespace lectern::app {

class RequestFilter;
class SiteRequests;

/// A profile that leaves nothing on disk, with the two in place and our scripts in their own world. It does
/// not own them.
[[nodiscard]] std::unique_ptr<QWebEngineProfile> previewProfile(
    SiteRequests* requests, RequestFilter* filter);

} // namespace lectern::app
