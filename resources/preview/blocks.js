// SPDX-License-Identifier: GPL-3.0-or-later
// The page's blocks in the document, and turning one page into the next. A block is what follows its comment
// (<!--lectern:ID-->) up to the next block's.
(function (P) {
    'use strict';

    var BLOCK = /^lectern:(\d+|end(?:-\d+)?)$/;

    // ---- blocks -------------------------------------------------------------------------------------------------------
    var blocks = new Map(); // id, "end", or "end-ID" of a long list whose items are blocks → its comment
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
    /// Patches the page's blocks, or the items of a long list: `end` names the comment behind the last.
    function applyBlocks(message, end) {
        planned(message, end || 'end').forEach(function (list) { applyList(list); });
        order = null;
    }
    /// All that can fail is tried before anything is touched.
    function planned(message, end) {
        var next = comment(message.next || end);
        var parent = next.parentNode;
        var inner = [];
        var steps = message.blocks.map(function (block) {
            var start = blocks.get(String(block.id)) || null;
            if (start && start.parentNode !== parent)
                throw new Error('blocks are not siblings');
            if (block.items)
                inner = inner.concat(planned(block.items, 'end-' + block.id));
            return {
                id: block.id, start: start, nodes: start ? nodesOf(start) : [],
                fresh: block.html === undefined ? null : parsed(block.html, parent),
                hasItems: block.html !== undefined && block.html.indexOf('<!--lectern:') >= 0,
            };
        });
        var gone = message.gone.map(function (id) {
            var start = comment(id);
            return { id: id, nodes: [start].concat(nodesOf(start)) };
        });
        return inner.concat([{ steps: steps, gone: gone, parent: parent, next: next }]);
    }
    function applyList(list) {
        var next = list.next;
        list.gone.forEach(function (block) {
            block.nodes.forEach(function (node) { node.remove(); });
            blocks.delete(String(block.id));
        });
        for (var i = list.steps.length - 1; i >= 0; --i)
            next = placeBlock(list.steps[i], list.parent, next);
        if (list.steps.some(function (step) { return step.hasItems; }))
            findBlocks();
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
            P.overlay.follow();
            return '';
        } catch (error) {
            return String(error.message || error);
        }
    }

    /// The block that `element` stands in or behind; 0 for none.
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
        // Behind the items of a long list the list itself goes on.
        return name && name !== 'end' ? Number(name.replace('end-', '')) : 0;
    }
    /// The elements of a block for which `wanted` holds, in document order.
    function elementsOfBlock(id, wanted) {
        var start = blocks.get(String(id));
        var found = [];
        if (!start)
            return found;
        var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
        walker.currentNode = start;
        for (var node = walker.nextNode(); node && !blockName(node); node = walker.nextNode()) {
            if (node.nodeType === Node.ELEMENT_NODE && wanted(node))
                found.push(node);
        }
        return found;
    }

    P.findBlocks = findBlocks;
    P.blockBefore = blockBefore;
    P.elementsOfBlock = elementsOfBlock;
    P.applyBlocks = applyBlocks;
    P.applyWhole = applyWhole;
    P.attempt = attempt;
})(lecternParts);
