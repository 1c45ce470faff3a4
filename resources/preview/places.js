// SPDX-License-Identifier: GPL-3.0-or-later
// Which elements stand for which bytes of a file, by the marks that the renderer left (data-lectern="FILE:FROM-TO", and
// "+FROM-TO" from the start of the block). What they mean in bytes only the program knows.
(function (P) {
    'use strict';

    var MARK = 'data-lectern';

    // ---- places -------------------------------------------------------------------------------------------------------
    function markedAt(target) {
        var element = target && target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
        return element && element.closest ? element.closest('[' + MARK + ']') : null;
    }
    function rangeOf(element) {
        var mark = element.getAttribute(MARK);
        var match = /(\d+)-(\d+)$/.exec(mark);
        if (mark === '+all')
            return [0, Infinity];
        return match ? [Number(match[1]), Number(match[2])] : null;
    }
    /// Marked elements of a block whose marks count from the block's start.
    function markedInBlock(id) {
        return P.elementsOfBlock(id, function (element) { return (element.getAttribute(MARK) || '').charAt(0) === '+'; });
    }
    function markedInFile(file) {
        return Array.prototype.filter.call(document.querySelectorAll('[' + MARK + ']'), function (element) {
            return element.getAttribute(MARK).replace(/:\d+-\d+$/, '') === file;
        });
    }
    function hasBox(element) {
        var box = element.getBoundingClientRect();
        return box.width > 0 && box.height > 0;
    }
    /// Sorts the marked elements of one origin by how they stand to the bytes [from, to).
    function candidates(elements, from, to, into) {
        elements.forEach(function (element) {
            var range = rangeOf(element);
            if (!range || !hasBox(element))
                return;
            var shared = Math.min(range[1], to) - Math.max(range[0], from);
            if (shared <= 0 && !(from === to && range[0] <= from && to <= range[1]))
                return;
            var all = Math.max(range[1], to) - Math.min(range[0], from);
            into.push({
                element: element, size: range[1] - range[0], likeness: shared / (all || 1),
                inside: from <= range[0] && range[1] <= to, around: range[0] <= from && to <= range[1],
            });
        });
    }
    /// The elements that the wanted bytes became: the one that is nearly just them, else all within them, else the
    /// smallest around them.
    function elementsFor(targets) {
        var found = [];
        targets.forEach(function (target) {
            var elements = target.block ? markedInBlock(target.block) : markedInFile(target.file);
            candidates(elements, target.from, target.to, found);
        });
        var best = found.reduce(function (a, b) { return !a || b.likeness > a.likeness ? b : a; }, null);
        if (best && best.likeness >= 0.8 && targets.length === 1)
            return [best.element];
        var inside = found.filter(function (one) { return one.inside; });
        if (inside.length) {
            var all = new Set(inside.map(function (one) { return one.element; }));
            return inside.map(function (one) { return one.element; }).filter(function (element) {
                for (var up = element.parentElement; up; up = up.parentElement) {
                    if (all.has(up))
                        return false;
                }
                return true;
            });
        }
        var around = found.filter(function (one) { return one.around; });
        var pool = around.length ? around : found;
        var smallest = pool.reduce(function (a, b) { return !a || b.size <= a.size ? b : a; }, null);
        return smallest ? [smallest.element] : [];
    }
    function markOf(element) { return element.getAttribute(MARK); }

    P.markedAt = markedAt;
    P.markOf = markOf;
    P.elementsFor = elementsFor;
})(lecternParts);
