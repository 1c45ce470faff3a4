// SPDX-License-Identifier: GPL-3.0-or-later
// The program's side of the preview, in a world of its own beside the page: it shares the document with the page and
// nothing else. It patches the document, outlines places, and reports clicks. Places are named by the marks that the
// renderer left (data-lectern) and by the comments before the blocks (<!--lectern:ID-->); what they mean in bytes only
// the program knows.
(function () {
    'use strict';
    if (window.top !== window || location.protocol !== 'lectern:' || window.lectern)
        return;

    var BLOCK = /^lectern:(\d+|end)$/;
    var MARK = 'data-lectern';

    // ---- messages to the program ------------------------------------------------------------------------------------
    var bridge = null;
    var waiting = [];
    function tell(name) {
        var args = Array.prototype.slice.call(arguments, 1);
        if (bridge)
            bridge[name].apply(bridge, args);
        else
            waiting.push([name].concat(args));
    }
    new QWebChannel(qt.webChannelTransport, function (channel) {
        bridge = channel.objects.bridge;
        waiting.forEach(function (message) { bridge[message[0]].apply(bridge, message.slice(1)); });
        waiting = [];
    });

    // ---- remote items that the content policy kept away ---------------------------------------------------------------
    function isRemote(address) {
        return /^(https?|wss?|ftp):/i.test(address);
    }
    document.addEventListener('securitypolicyviolation', function (event) {
        if (isRemote(event.blockedURI))
            tell('remoteBlocked', event.blockedURI);
    }, true);
    function reportRemoteScripts() {
        Array.prototype.forEach.call(document.scripts, function (script) {
            if (isRemote(script.src))
                tell('remoteBlocked', script.src);
        });
    }

    // ---- blocks -------------------------------------------------------------------------------------------------------
    var blocks = new Map(); // id, or "end" → its comment
    var order = null; // the comments in document order; made when asked for

    function blockName(node) {
        var match = node.nodeType === Node.COMMENT_NODE && BLOCK.exec(node.data);
        return match ? match[1] : null;
    }
    function findBlocks() {
        blocks.clear();
        order = null;
        var comments = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_COMMENT);
        while (comments.nextNode()) {
            var name = blockName(comments.currentNode);
            if (name && !blocks.has(name))
                blocks.set(name, comments.currentNode);
        }
    }
    function comment(id) {
        var node = blocks.get(String(id));
        if (!node || !node.isConnected)
            throw new Error('no block ' + id);
        return node;
    }
    /// The nodes of a block: what follows its comment up to the next block's. Throws where the page's HTML is such that
    /// the blocks are not siblings.
    function nodesOf(start) {
        var nodes = [];
        for (var node = start.nextSibling; ; node = node.nextSibling) {
            if (!node)
                throw new Error('a block reaches out of its parent');
            if (blockName(node))
                return nodes;
            nodes.push(node);
        }
    }
    /// The HTML of one block as nodes, parsed where it will stand. Throws where it opens what it does not close or closes
    /// what it did not open, as that changes the page around it.
    function parsed(html, parent) {
        var chain = [];
        for (var node = parent; node && node !== document.body; node = node.parentElement)
            chain.unshift('<' + node.localName + '>');
        var template = document.createElement('template');
        // An element at the end, not a comment: the parser puts it into formatting elements that were left open.
        template.innerHTML = chain.join('') + '<!--lectern:from-->' + html + '<lectern-to></lectern-to>';
        var inner = template.content;
        for (var depth = 0; depth < chain.length; ++depth)
            inner = inner && inner.firstElementChild;
        var first = inner && inner.firstChild;
        var last = inner && inner.lastChild;
        if (!first || first.nodeType !== Node.COMMENT_NODE || first.data !== 'lectern:from'
            || last.nodeName !== 'LECTERN-TO' || last.firstChild)
            throw new Error('a block is not closed in itself');
        first.remove();
        last.remove();
        var fragment = document.createDocumentFragment();
        while (inner.firstChild)
            fragment.appendChild(inner.firstChild);
        return fragment;
    }

    // ---- patching -----------------------------------------------------------------------------------------------------
    var morphOptions = {
        onBeforeElUpdated: function (from, to) {
            if (from.isEqualNode(to))
                return false;
            // What the reader opened stays open, what plays goes on.
            if (from.nodeName === 'DETAILS')
                to.open = from.open;
            return true;
        },
    };
    function canMorph(from, to) {
        return from.nodeType === to.nodeType && from.nodeName === to.nodeName;
    }
    function morph(from, to) {
        if (from.nodeType === Node.ELEMENT_NODE)
            morphdom(from, to, morphOptions);
        else if (from.nodeValue !== to.nodeValue)
            from.nodeValue = to.nodeValue;
    }
    /// Makes the nodes `old`, siblings before `end`, into `fresh`.
    function morphRun(parent, old, fresh, end) {
        while (old.length && fresh.length && old[0].isEqualNode(fresh[0])) {
            old.shift();
            fresh.shift();
        }
        while (old.length && fresh.length && old[old.length - 1].isEqualNode(fresh[fresh.length - 1])) {
            end = old.pop();
            fresh.pop();
        }
        fresh.forEach(function (node, index) {
            while (old.length > fresh.length - index && !canMorph(old[0], node))
                old.shift().remove();
            if (old.length && canMorph(old[0], node)) {
                morph(old.shift(), node);
            } else {
                parent.insertBefore(node, old.length ? old[0] : end);
            }
        });
        old.forEach(function (node) { node.remove(); });
    }
    function applyBlocks(message) {
        var next = comment(message.next || 'end');
        var parent = next.parentNode;
        // All that can fail is tried before anything is touched.
        var steps = message.blocks.map(function (block) {
            var start = blocks.get(String(block.id)) || null;
            if (start && start.parentNode !== parent)
                throw new Error('blocks are not siblings');
            return {
                id: block.id, start: start, nodes: start ? nodesOf(start) : [],
                fresh: block.html === undefined ? null : parsed(block.html, parent),
            };
        });
        var gone = message.gone.map(function (id) {
            var start = comment(id);
            return [start].concat(nodesOf(start));
        });
        gone.forEach(function (nodes, index) {
            nodes.forEach(function (node) { node.remove(); });
            blocks.delete(String(message.gone[index]));
        });
        for (var i = steps.length - 1; i >= 0; --i)
            next = placeBlock(steps[i], parent, next);
        order = null;
    }
    /// Puts a block before `next`, in place where it stands there already; returns its comment.
    function placeBlock(step, parent, next) {
        if (!step.start) {
            step.start = document.createComment('lectern:' + step.id);
            blocks.set(String(step.id), step.start);
            parent.insertBefore(step.start, next);
            parent.insertBefore(step.fresh, next);
            return step.start;
        }
        var last = step.nodes.length ? step.nodes[step.nodes.length - 1] : step.start;
        if (last.nextSibling !== next) {
            parent.insertBefore(step.start, next);
            step.nodes.forEach(function (node) { parent.insertBefore(node, next); });
        }
        if (step.fresh)
            morphRun(parent, step.nodes, Array.prototype.slice.call(step.fresh.childNodes), next);
        return step.start;
    }
    function applyWhole(html) {
        var page = new DOMParser().parseFromString(html, 'text/html');
        if (page.compatMode !== document.compatMode)
            throw new Error('another document mode');
        var head = document.head;
        morphRun(head, Array.prototype.slice.call(head.childNodes), Array.prototype.slice.call(page.head.childNodes), null);
        morphdom(document.body, page.body, morphOptions);
        copyAttributes(page.documentElement, document.documentElement);
        findBlocks();
    }
    function copyAttributes(from, to) {
        Array.prototype.slice.call(to.attributes).forEach(function (attribute) {
            if (!from.hasAttribute(attribute.name))
                to.removeAttribute(attribute.name);
        });
        Array.prototype.forEach.call(from.attributes, function (attribute) {
            if (to.getAttribute(attribute.name) !== attribute.value)
                to.setAttribute(attribute.name, attribute.value);
        });
    }
    function attempt(change) {
        try {
            change();
            overlay.follow();
            return '';
        } catch (error) {
            return String(error.message || error);
        }
    }

    // ---- places -------------------------------------------------------------------------------------------------------
    function blockBefore(element) {
        if (!order) {
            order = Array.from(blocks.values()).filter(function (node) { return node.isConnected; });
            order.sort(function (a, b) {
                return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
            });
        }
        var low = 0;
        var high = order.length;
        while (low < high) {
            var middle = (low + high) >> 1;
            if (order[middle].compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
                low = middle + 1;
            else
                high = middle;
        }
        var name = low ? blockName(order[low - 1]) : null;
        return name && name !== 'end' ? Number(name) : 0;
    }
    function markedAt(target) {
        var element = target && target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
        return element && element.closest ? element.closest('[' + MARK + ']') : null;
    }
    function rangeOf(element) {
        var match = /(\d+)-(\d+)$/.exec(element.getAttribute(MARK));
        return match ? [Number(match[1]), Number(match[2])] : null;
    }
    /// Marked elements of a block whose marks count from the block's start.
    function markedInBlock(id) {
        var start = blocks.get(String(id));
        var found = [];
        if (!start)
            return found;
        var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
        walker.currentNode = start;
        for (var node = walker.nextNode(); node && !blockName(node); node = walker.nextNode()) {
            if (node.nodeType === Node.ELEMENT_NODE && (node.getAttribute(MARK) || '').charAt(0) === '+')
                found.push(node);
        }
        return found;
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
        root.append(outline, hover, label);
        var state = { hovered: null, marked: [], targets: null, frame: 0 };

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
        function draw() {
            place(outline, union(state.marked), 6);
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
                    state.marked = elementsFor(state.targets);
            }
            if (!state.marked.length && !state.hovered)
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
                state.marked = elementsFor(targets);
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
            accent: function (color) { host.style.setProperty('--accent', color); },
            outlined: function () { return state.marked; },
            label: function () { return hover.style.display === 'block' ? label.textContent : ''; },
        };
    })();

    function bringIntoView(elements, smooth) {
        var top = Infinity;
        var bottom = -Infinity;
        elements.forEach(function (element) {
            var box = element.getBoundingClientRect();
            top = Math.min(top, box.top);
            bottom = Math.max(bottom, box.bottom);
        });
        var height = window.innerHeight;
        var tall = bottom - top > height * 0.8;
        if (tall ? top < height * 0.6 && top >= 0 || top < 0 && bottom > height : top >= 0 && bottom <= height)
            return false;
        var still = !smooth || matchMedia('(prefers-reduced-motion: reduce)').matches;
        elements[0].scrollIntoView({ behavior: still ? 'instant' : 'smooth', block: tall ? 'start' : 'center' });
        return true;
    }

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
        var element = markedAt(at.target);
        if (overlay.hover(element))
            tell('hovered', blockBefore(element), element.getAttribute(MARK));
    }
    function onLeave() {
        pointer = null;
        requestAnimationFrame(function () { overlay.hover(null); });
    }
    function tellPlace(event) {
        var element = markedAt(event.target);
        if (!element)
            return;
        var caret = document.caretRangeFromPoint(event.clientX, event.clientY);
        var text = caret && caret.startContainer;
        var inside = text && text.nodeType === Node.TEXT_NODE && element.contains(text);
        tell('clicked', blockBefore(element), element.getAttribute(MARK), inside ? text.data.slice(0, 4000) : '',
            inside ? caret.startOffset : 0);
    }
    function onClick(event) {
        if (event.button !== 0 || !document.getSelection().isCollapsed)
            return;
        var link = event.target.closest && event.target.closest('a[href], area[href]');
        if (link) {
            var here = link.hash && link.href.split('#')[0] === location.href.split('#')[0];
            if (!here) {
                event.preventDefault();
                tell('linkClicked', link.href);
            }
        }
        tellPlace(event);
    }
    document.addEventListener('mousemove', onMove, { capture: true, passive: true });
    document.addEventListener('mouseleave', onLeave, true);
    document.addEventListener('click', onClick, true);
    document.addEventListener('auxclick', function (event) { event.preventDefault(); }, true);
    document.addEventListener('submit', function (event) { event.preventDefault(); }, true);

    // ---- the page's life ----------------------------------------------------------------------------------------------
    function background() {
        var color = getComputedStyle(document.body).backgroundColor;
        return color === 'rgba(0, 0, 0, 0)' ? getComputedStyle(document.documentElement).backgroundColor : color;
    }
    document.addEventListener('DOMContentLoaded', function () {
        findBlocks();
        reportRemoteScripts();
        tell('ready');
        requestAnimationFrame(function () { tell('firstFrame', background()); });
    });
    window.addEventListener('load', function () {
        document.fonts.ready.then(function () {
            requestAnimationFrame(function () {
                requestAnimationFrame(function () { tell('painted', background()); });
            });
        });
    });

    // ---- what the program calls ---------------------------------------------------------------------------------------
    window.lectern = {
        patch: function (message) { return attempt(function () { applyBlocks(message); }); },
        replace: function (html) { return attempt(function () { applyWhole(html); }); },
        reveal: function (targets, options) {
            var elements = overlay.mark(targets, options.again);
            if (elements.length && options.scroll)
                bringIntoView(elements, options.smooth);
            return elements.length;
        },
        clearReveal: function () { overlay.clear(); },
        hoverName: function (text) { overlay.name(text); },
        accent: function (color) { overlay.accent(color); },
        scrollTo: function (x, y) { window.scrollTo({ left: x, top: y, behavior: 'instant' }); },
        /// Loads the site's style sheets again; the old ones stay until the new ones are there.
        refreshStyles: function (round) {
            Array.prototype.forEach.call(document.querySelectorAll('link[rel~=stylesheet]'), function (old) {
                var address = new URL(old.href, location.href);
                if (address.protocol !== location.protocol)
                    return;
                address.searchParams.set('lectern', round);
                var fresh = old.cloneNode();
                fresh.href = address.href;
                fresh.onload = fresh.onerror = function () { old.remove(); };
                old.after(fresh);
            });
        },
        outlined: function () {
            return overlay.outlined().map(function (element) { return element.getAttribute(MARK); });
        },
        hoverLabel: function () { return overlay.label(); },
    };
})();
