// SPDX-License-Identifier: GPL-3.0-or-later
// Compares two pages as a browser sees them: the smallest elements in which they differ. What no reader can see does not
// count: comments, marks of ours, order of attributes and classes, white space where a line box collapses it.
(function (P) {
    'use strict';

    var MOST = 200;

    function attributes(element) {
        return Array.prototype.filter.call(element.attributes, function (attribute) {
            return attribute.name !== 'data-lectern';
        }).map(function (attribute) {
            var value = attribute.name === 'class' ? attribute.value.trim().split(/\s+/).sort().join(' ') : attribute.value;
            return attribute.name + '=' + JSON.stringify(value);
        }).sort().join(' ');
    }
    function isKept(node) {
        return node.nodeType === Node.ELEMENT_NODE || node.nodeType === Node.TEXT_NODE && /\S/.test(node.data);
    }
    /// A tree of what counts, each part with a text that is equal where all below is.
    function treeOf(node, keepsSpace) {
        if (node.nodeType === Node.TEXT_NODE) {
            var text = keepsSpace ? node.data : node.data.replace(/\s+/g, ' ').trim();
            return { node: node, name: '#text', own: text, key: text, inner: [] };
        }
        var keeps = keepsSpace || node.localName === 'pre' || node.localName === 'textarea';
        var children = Array.prototype.filter.call(node.childNodes, isKept).map(function (child) {
            return treeOf(child, keeps);
        });
        var own = '<' + node.localName + ' ' + attributes(node) + '>';
        return {
            node: node, name: node.localName, own: own, inner: children,
            key: own + children.map(function (child) { return child.key; }).join('\u0001') + '\u0002',
        };
    }
    /// Pairs of two lists: equal ones by the longest common run of keys, those between them in order.
    function pairs(ours, theirs) {
        var from = 0;
        while (from < ours.length && from < theirs.length && ours[from].key === theirs[from].key)
            ++from;
        var a = ours.length;
        var b = theirs.length;
        while (a > from && b > from && ours[a - 1].key === theirs[b - 1].key) {
            --a;
            --b;
        }
        var result = [];
        var at = from;
        for (var i = from; i < a; ++i) {
            var found = -1;
            for (var j = at; j < b && j < at + 200; ++j) {
                if (theirs[j].key === ours[i].key) {
                    found = j;
                    break;
                }
            }
            if (found < 0) {
                result.push([ours[i], null]);
                continue;
            }
            while (at < found)
                result.push([null, theirs[at++]]);
            ++at;
        }
        while (at < b)
            result.push([null, theirs[at++]]);
        return joined(result);
    }
    /// One of ours and one of theirs of the same name that stand beside each other are one element that differs.
    function joined(list) {
        for (var i = 0; i < list.length; ++i) {
            for (var j = i + 1; list[i][1] === null && j < list.length; ++j) {
                if (list[j][0] === null && list[j][1].name === list[i][0].name) {
                    list[i][1] = list[j][1];
                    list.splice(j, 1);
                }
            }
            for (j = i + 1; list[i][0] === null && j < list.length; ++j) {
                if (list[j][1] === null && list[j][0].name === list[i][1].name) {
                    list[i][0] = list[j][0];
                    list.splice(j, 1);
                }
            }
        }
        return list;
    }
    function pathOf(node) {
        var steps = [];
        for (var up = node.nodeType === Node.TEXT_NODE ? node.parentElement : node; up && up.localName !== 'html';
            up = up.parentElement) {
            var name = up.id ? '#' + up.id : '';
            steps.unshift(up.localName + name);
            if (name)
                break;
        }
        return steps.join(' > ');
    }
    function shown(tree) {
        if (!tree)
            return '';
        var text = tree.name === '#text' ? tree.own : tree.node.outerHTML.replace(/ data-lectern="[^"]*"/g, '');
        return text.length > 300 ? text.slice(0, 300) + '…' : text;
    }
    function markOf(tree) {
        var element = tree && (tree.node.nodeType === Node.TEXT_NODE ? tree.node.parentElement : tree.node);
        var marked = element && element.closest('[data-lectern]');
        return marked ? marked.getAttribute('data-lectern') : '';
    }
    function compare(ours, theirs, found) {
        if (found.length >= MOST || ours.key === theirs.key)
            return;
        var list = ours.own === theirs.own && ours.name !== '#text' ? pairs(ours.inner, theirs.inner) : null;
        if (!list) {
            found.push(difference(ours, theirs));
            return;
        }
        list.forEach(function (pair) {
            if (pair[0] && pair[1])
                compare(pair[0], pair[1], found);
            else if (found.length < MOST)
                found.push(difference(pair[0], pair[1], pair[0] ? null : ours));
        });
    }
    function difference(ours, theirs, parent) {
        return {
            path: pathOf((ours || theirs).node), mark: markOf(ours || parent), ours: shown(ours), theirs: shown(theirs),
        };
    }
    function pageOf(html) {
        return treeOf(new DOMParser().parseFromString(html, 'text/html').documentElement, false);
    }

    P.differences = function (ours, theirs) {
        var found = [];
        compare(pageOf(ours), pageOf(theirs), found);
        return found;
    };
})(lecternParts);
