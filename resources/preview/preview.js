// SPDX-License-Identifier: GPL-3.0-or-later
// The program's side of the preview, in a world of its own beside the page: it shares the document with the page and
// nothing else. The files of this folder run one after the other and share `lecternParts`.
(function (P) {
    'use strict';

    // ---- the page's life ----------------------------------------------------------------------------------------------
    function background() {
        var color = getComputedStyle(document.body).backgroundColor;
        return color === 'rgba(0, 0, 0, 0)' ? getComputedStyle(document.documentElement).backgroundColor : color;
    }
    var stage = 0; // 1: the document is parsed; 2: all it loads is there
    function onParsed() {
        if (stage > 0)
            return;
        stage = 1;
        P.findBlocks();
        P.reportRemoteScripts();
        P.tell('ready');
        requestAnimationFrame(function () { P.tell('firstFrame', background()); });
    }
    function onLoaded() {
        onParsed();
        if (stage > 1)
            return;
        stage = 2;
        document.fonts.ready.then(function () {
            requestAnimationFrame(function () {
                requestAnimationFrame(function () { P.tell('painted', background()); });
            });
        });
    }
    document.addEventListener('DOMContentLoaded', onParsed);
    window.addEventListener('load', onLoaded);
    // A page whose script stops the loading, by itself or by trying to lead away, gets neither of the two events.
    document.addEventListener('readystatechange', function () {
        if (document.readyState === 'complete' && document.body)
            setTimeout(onLoaded, 0);
    });

    // ---- what the program calls ---------------------------------------------------------------------------------------
    window.lectern = {
        patch: function (message) { return P.attempt(function () { P.applyBlocks(message); }); },
        replace: function (html) { return P.attempt(function () { P.applyWhole(html); }); },
        reveal: function (targets, options) {
            var elements = options.outline ? P.overlay.mark(targets, options.again) : P.elementsFor(targets);
            if (elements.length && options.scroll)
                P.bringIntoView(elements, options.smooth);
            if (options.scroll)
                P.whenStill(function () { P.tell('revealed', elements.length); });
            return elements.length;
        },
        clearReveal: function () { P.overlay.clear(); },
        notice: function (targets, text) { P.overlay.notice(targets, text); },
        noticed: function () { return P.overlay.noticed(); },
        hoverName: function (text) { P.overlay.name(text); },
        accent: function (color) { P.overlay.accent(color); },
        scrollTo: function (x, y) { window.scrollTo({ left: x, top: y, behavior: 'instant' }); },
        /// Loads the site's style sheets again; the old ones stay until the new ones are there.
        refreshStyles: function (round) {
            Array.prototype.forEach.call(document.querySelectorAll('link[rel~=stylesheet]'), function (old) {
                var address = new URL(old.href, location.href);
                if (address.protocol !== location.protocol || old.lecternWaits)
                    return;
                if (old.lecternNext)
                    old.lecternNext.remove(); // a newer one comes before it was there
                address.searchParams.set('lectern', round);
                var fresh = old.cloneNode();
                fresh.href = address.href;
                fresh.lecternWaits = true;
                fresh.onload = fresh.onerror = function () {
                    fresh.lecternWaits = false;
                    old.remove();
                };
                old.lecternNext = fresh;
                old.after(fresh);
            });
        },
        differences: function (ours, theirs) { return P.differences(ours, theirs); },
        outlined: function () {
            return P.overlay.outlined().map(function (element) { return P.markOf(element); });
        },
        outlinedElements: function () { return P.overlay.outlined(); },
        hoverLabel: function () { return P.overlay.label(); },
    };
})(lecternParts);
