// SPDX-License-Identifier: GPL-3.0-or-later
// What the user does on the page: pointing, clicking, following links.
(function (P) {
    'use strict';

    // ---- what the user does -------------------------------------------------------------------------------------------
    var pointer = null;
    function onMove(event) {
        if (!pointer)
            requestAnimationFrame(hoverAtPointer);
        pointer = { x: event.clientX, y: event.clientY, target: event.target };
    }
    function hoverAtPointer() {
        var at = pointer;
        pointer = null;
        var element = P.markedAt(at.target);
        if (P.overlay.hover(element))
            P.tell('hovered', P.blockBefore(element), P.markOf(element));
    }
    function onLeave() {
        pointer = null;
        requestAnimationFrame(function () { P.overlay.hover(null); });
    }
    function tellPlace(event) {
        var element = P.markedAt(event.target);
        if (!element)
            return;
        var caret = document.caretRangeFromPoint(event.clientX, event.clientY);
        var text = caret && caret.startContainer;
        var inside = text && text.nodeType === Node.TEXT_NODE && element.contains(text);
        P.tell('clicked', P.blockBefore(element), P.markOf(element), inside ? text.data.slice(0, 4000) : '',
            inside ? caret.startOffset : 0);
    }
    function onClick(event) {
        // What a script of the page clicks on is nothing that the user wants.
        if (!event.isTrusted) {
            if (event.target.closest && event.target.closest('a[href], area[href]'))
                event.preventDefault();
            return;
        }
        if (event.button !== 0 || !document.getSelection().isCollapsed)
            return;
        var link = event.target.closest && event.target.closest('a[href], area[href]');
        if (link) {
            var here = link.hash && link.href.split('#')[0] === location.href.split('#')[0];
            if (!here) {
                event.preventDefault();
                P.tell('linkClicked', link.href);
            }
        }
        tellPlace(event);
    }
    document.addEventListener('mousemove', onMove, { capture: true, passive: true });
    document.addEventListener('mouseleave', onLeave, true);
    document.addEventListener('click', onClick, true);
    document.addEventListener('auxclick', function (event) { event.preventDefault(); }, true);
    document.addEventListener('submit', function (event) { event.preventDefault(); }, true);
})(lecternParts);
