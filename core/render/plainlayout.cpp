// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/plainlayout.h"

namespace lectern::render {

PlainLayout plainLayout(const QString& title)
{
    static const QByteArray style
        = "body{max-width:46rem;margin:2.5rem auto;padding:0 1.25rem;line-height:1.6;"
          "font-family:system-ui,-apple-system,\"Segoe UI\",\"Noto Sans\",sans-serif;color:#1f2328;background:#fff}"
          "h1,h2{padding-bottom:.3em;border-bottom:1px solid #d8dee4}a{color:#0a58ca}img{max-width:100%}"
          "pre{padding:1rem;overflow:auto;background:#f6f8fa;border-radius:6px}"
          "code{font-family:ui-monospace,\"DejaVu Sans Mono\",monospace;font-size:.9em}"
          "table{border-collapse:collapse}td,th{padding:.35rem .75rem;border:1px solid #d0d7de}"
          "blockquote{margin:0;padding:0 1rem;color:#59636e;border-left:.25rem solid #d0d7de}"
          "@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}a{color:#6ea8fe}"
          "pre{background:#161b22}h1,h2,td,th,blockquote{border-color:#30363d}}";
    PlainLayout layout;
    layout.before = "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + title.toHtmlEscaped().toUtf8() + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n";
    layout.after = "</body>\n</html>\n";
    return layout;
}

} // namespace lectern::render
