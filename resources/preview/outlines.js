// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn over the page: the outline of what is edited, and the frame and name of what is under the pointer.
(function (P) {
    'use strict';

    // ---- outlines -----------------------------------------------------------------------------------------------------
    var overlay = (function () {
        var host = document.createElement('lectern-overlay');
        var root = host.attachShadow({ mode: 'closed' });
        var sheet = new CSSStyleSheet();
        sheet.replaceSync(LECTERN_STYLE);
        root.adoptedStyleSheets = [sheet];
        var hover = document.createElement('div');
        var label = document.createElement('span');
        var outline = document.createElement('div');
        hover.className = 'hover';
        label.className = 'label';
        outline.className = 'outline';
        var notice = document.createElement('div');
        notice.className = 'notice';
        root.append(outline, hover, label, notice);
        var state = { hovered: null, marked: [], targets: null, noticed: [], noticeTargets: null, frame: 0 };

        function show() {
            if (!host.isConnected && document.documentElement)
                document.documentElement.appendChild(host);
        }
        function union(elements) {
            var box = null;
            elements.forEach(function (element) {
                var rect = element.getBoundingClientRect();
                if (!element.isConnected || (!rect.width && !rect.height))
                    return;
                if (!box) {
                    box = { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom };
                } else {
                    box.left = Math.min(box.left, rect.left);
                    box.top = Math.min(box.top, rect.top);
                    box.right = Math.max(box.right, rect.right);
                    box.bottom = Math.max(box.bottom, rect.bottom);
                }
            });
            return box;
        }
        function place(node, box, gap) {
            node.style.display = box ? 'block' : 'none';
            if (!box)
                return;
            var left = Math.max(2, box.left - gap);
            node.style.left = left + 'px';
            node.style.top = (box.top - gap) + 'px';
            node.style.width = (Math.min(window.innerWidth - 2, box.right + gap) - left) + 'px';
            node.style.height = (box.bottom - box.top + 2 * gap) + 'px';
        }
        function drawNotice() {
            notice.style.display = state.noticeTargets ? 'block' : 'none';
            if (!state.noticeTargets)
                return;
            // What has become nothing on the page is told of at its upper edge.
            var box = union(state.noticed) || { left: 8, top: 0 };
            notice.style.left = Math.max(4, Math.min(box.left, window.innerWidth - notice.offsetWidth - 4)) + 'px';
            // Beside the place while that is in view, else at the edge behind which it is.
            var top = Math.max(4, Math.min(box.top - notice.offsetHeight - 4, window.innerHeight - notice.offsetHeight - 4));
            notice.style.top = top + 'px';
        }
        function draw() {
            place(outline, union(state.marked), 6);
            drawNotice();
            var box = state.hovered && label.textContent ? union([state.hovered]) : null;
            place(hover, box, 3);
            label.style.display = box ? 'block' : 'none';
            if (box) {
                label.style.left = Math.max(4, Math.min(box.left - 3, window.innerWidth - label.offsetWidth - 4)) + 'px';
                var above = box.top - 5 - label.offsetHeight;
                label.style.top = (above >= 2 ? above : Math.min(box.bottom + 5, window.innerHeight - 24)) + 'px';
            }
        }
        /// The boxes are drawn in the window's coordinates, so they follow whatever scrolls or grows.
        function follow() {
            if (state.targets) {
                var kept = state.marked.length && state.marked.every(function (element) { return element.isConnected; });
                if (!kept)
                    state.marked = P.elementsFor(state.targets);
            }
            if (state.noticeTargets && !state.noticed.every(function (element) { return element.isConnected; }))
                state.noticed = P.elementsFor(state.noticeTargets);
            if (!state.marked.length && !state.hovered && !state.noticeTargets)
                return draw();
            if (!state.frame)
                state.frame = requestAnimationFrame(function () { state.frame = 0; draw(); });
        }
        window.addEventListener('scroll', follow, { capture: true, passive: true });
        window.addEventListener('resize', follow);
        document.addEventListener('load', follow, true);
        document.addEventListener('toggle', follow, true);
        return {
            host: host,
            state: state,
            follow: follow,
            hover: function (element) {
                if (state.hovered === element)
                    return false;
                state.hovered = element;
                label.textContent = '';
                follow();
                return Boolean(element);
            },
            name: function (text) {
                show();
                label.textContent = text;
                draw();
            },
            mark: function (targets, again) {
                show();
                state.targets = targets;
                state.marked = P.elementsFor(targets);
                if (!again) {
                    outline.classList.remove('fresh');
                    void outline.offsetWidth; // starts the animation anew
                    outline.classList.add('fresh');
                }
                draw();
                return state.marked;
            },
            clear: function () {
                state.targets = null;
                state.marked = [];
                draw();
            },
            /// A word about the page at the place that it concerns; no text: none.
            notice: function (targets, text) {
                show();
                notice.textContent = text;
                state.noticeTargets = text ? targets : null;
                state.noticed = text ? P.elementsFor(targets) : [];
                draw();
            },
            noticed: function () { return notice.style.display === 'block' ? notice.textContent : ''; },
            accent: function (color) { host.style.setProperty('--accent', color); },
            outlined: function () { return state.marked; },
            label: function () { return hover.style.display === 'block' ? label.textContent : ''; },
        };
    })();

    var scrolling = false; // a smooth scroll of ours is under way: what is in view now will not be
    /// Calls `done` when the page has stood still for some frames.
    function whenStill(done) {
        var last = NaN;
        var equal = 0;
        function look() {
            equal = window.scrollY === last ? equal + 1 : 0;
            last = window.scrollY;
            if (equal < 6)
                return requestAnimationFrame(look);
            scrolling = false;
            done();
        }
        look();
    }
    /// Height of what stays at the window's top while the page scrolls below it (a sticky header); 0 for none.
    function coveredAbove() {
        var covered = 0;
        var bars = document.querySelectorAll('header, nav, [class*="head"], [class*="nav"]');
        for (var i = 0; i < bars.length && i < 60; ++i) {
            var style = getComputedStyle(bars[i]);
            var stays = style.position === 'fixed' || style.position === 'sticky';
            var box = bars[i].getBoundingClientRect();
            if (stays && parseFloat(style.top) <= 1 && box.width > window.innerWidth / 2 && box.height < window.innerHeight / 3)
                covered = Math.max(covered, box.height);
        }
        return covered;
    }
    var latest = null; // what was brought into view last
    var moved = false; // the page has not stood at its beginning since it came
    window.addEventListener('scroll', function () { moved = moved || window.scrollY > 0; }, { passive: true });
    /// Pictures, styles and fonts that arrive later move everything: it is brought into view once more then, unless the user
    /// has scrolled meanwhile.
    function againWhenLoaded(elements) {
        if (document.readyState === 'complete' && document.fonts.status === 'loaded')
            return;
        var touched = false;
        function touch() { touched = true; }
        ['wheel', 'pointerdown', 'keydown'].forEach(function (name) {
            window.addEventListener(name, touch, { once: true, passive: true });
        });
        function again() {
            document.fonts.ready.then(function () {
                if (!touched && latest === elements)
                    bringIntoView(elements, false);
            });
        }
        if (document.readyState === 'complete')
            again();
        else
            window.addEventListener('load', again, { once: true });
    }
    function bringIntoView(elements, smooth) {
        latest = elements;
        againWhenLoaded(elements);
        var top = Infinity;
        var bottom = -Infinity;
        elements.forEach(function (element) {
            var box = element.getBoundingClientRect();
            top = Math.min(top, box.top);
            bottom = Math.max(bottom, box.bottom);
        });
        var covered = coveredAbove();
        var height = window.innerHeight - covered;
        top -= covered;
        bottom -= covered;
        var tall = bottom - top > height * 0.8;
        var seen = tall ? top < height * 0.75 && top >= 0 || top < 0 && bottom > height : top >= 0 && bottom <= height;
        // Who has just come sees the page's beginning, where a text of more than half the window begins in sight.
        seen = seen || !moved && window.scrollY === 0 && bottom - top > height / 2 && top >= 0 && top < height * 0.75;
        if (seen && !scrolling)
            return;
        // A far way is a jump: watching a whole page fly by tells nobody anything.
        var far = Math.abs(top) > 3 * height;
        var still = !smooth || far || matchMedia('(prefers-reduced-motion: reduce)').matches;
        scrolling = !still;
        // Something tall from its beginning, with a little room above; all else in the middle.
        var room = tall ? Math.min(16, height / 10) : (height - (bottom - top)) / 2;
        // What the page's own beginning shows is seen there, with the picture and the name that stand above it.
        var home = window.scrollY + top;
        var atHome = tall ? home < height * 0.75 : home + bottom - top <= height;
        window.scrollTo({ top: atHome ? 0 : home - room, behavior: still ? 'instant' : 'smooth' });
    }

    P.overlay = overlay;
    P.bringIntoView = bringIntoView;
    P.whenStill = whenStill;
})(lecternParts);
