// SPDX-License-Identifier: GPL-3.0-or-later
// The filters that Jekyll adds, or puts in place of Liquid's.
(function (L) {
    'use strict';
    const filter = L.filter;
    const text = L.toS;
    const need = L.need;

    // --- converters of the host --------------------------------------------------------------------------------------
    filter('markdownify', 1, 1, v => L.host.convert('markdownify', text(v)));
    filter('smartify', 1, 1, v => L.host.convert('smartify', text(v)));
    filter('scssify', 1, 1, v => L.host.convert('scssify', text(v)));
    filter('sassify', 1, 1, v => L.host.convert('sassify', text(v)));

    // --- URLs --------------------------------------------------------------------------------------------------------
    function config(ctx, key) {
        const site = L.globals.$site === undefined ? null : L.force(L.globals.$site);
        return site instanceof L.Hash ? site.get(key) : null;
    }
    const leadingSlash = s => s === '' || s[0] === '/' ? s : '/' + s;
    function absolute(s) {
        const scheme = /^([^:\/?#]+):/.exec(s);
        // Addressable raises where a scheme is none, or is missing before its colon.
        need(scheme === null ? s[0] !== ':' : /^[a-zA-Z][a-zA-Z0-9+.-]*$/.test(scheme[1]));
        const authority = /^(?:[^:\/?#]+:)?\/\/([^\/?#]*)/.exec(s);
        // The same for a host with characters that none has.
        need(authority === null || !/[<>{}\\"\s]/.test(authority[1].replace(/^[^[\]]*@/, '').replace(/:[^:@[\]]*$/, '')));
        return scheme !== null;
    }
    const urlOf = v => v instanceof L.Hash && v.has('url') && v.has('relative_path') ? v.get('url') : v;
    function relativeUrl(ctx, input) {
        const v = urlOf(input);
        const s = text(v);
        if (absolute(s))
            return v;
        const base = text(config(ctx, 'baseurl')).replace(/\/$/, '');
        return L.host.normalizeUrl(leadingSlash(base) + leadingSlash(s));
    }
    filter('relative_url', 1, 1, function (v) { return v === null ? null : relativeUrl(this, v); });
    filter('absolute_url', 1, 1, function (v) {
        if (v === null) return null;
        const input = urlOf(v);
        if (absolute(text(input)))
            return input;
        const site = text(config(this, 'url'));
        const relative = relativeUrl(this, input);
        return site === '' ? relative : L.host.normalizeUrl(site + text(relative));
    });
    filter('strip_index', 1, 1, v => {
        if (v === null || text(v) === '') return null;
        need(typeof v === 'string');
        return v.replace(/\/index\.html?$/m, '/');
    });

    // --- text --------------------------------------------------------------------------------------------------------
    const escapeXml = s => s.replace(/[&<>"']/g, c => c === "'" ? '&apos;' : L.escapeHtml(c));
    filter('xml_escape', 1, 1, v => escapeXml(text(v)));
    filter('cgi_escape', 1, 1, v => {
        need(typeof v === 'string');
        return L.cgiEscape(v);
    });
    filter('uri_escape', 1, 1, v => {
        need(v === null || typeof v === 'string');
        return v === null ? null : L.host.escapeComponent(v);
    });
    filter('normalize_whitespace', 1, 1, v => L.strip(text(v).replace(/[ \t\r\n\f\v]+/g, ' ')));
    filter('number_of_words', 1, 2, (v, mode) => {
        need(typeof v === 'string');
        if (mode === 'cjk' || mode === 'auto') {
            const counts = L.host.countWords(v).split(' ').map(Number);
            return mode === 'auto' && counts[0] === 0 ? L.words(v).length : counts[0] + counts[1];
        }
        return L.words(v).length;
    });
    filter('slugify', 1, 2, (v, mode) => {
        if (v === null) return null;
        const how = mode === undefined || mode === null ? 'default' : text(mode);
        if (['raw', 'default', 'pretty', 'ascii', 'latin'].indexOf(how) < 0) {
            need(typeof v === 'string');
            return v.toLowerCase();
        }
        need(typeof v === 'string');
        return L.host.slugify(v, how);
    });
    filter('array_to_sentence_string', 1, 2, (v, connector) => {
        need(Array.isArray(v) || typeof v === 'string');
        const word = connector === undefined ? 'and' : text(connector);
        const list = Array.isArray(v) ? L.forced(v) : v;
        switch (list.length) {
        case 0: return '';
        case 1: return text(list[0]);
        case 2: return text(list[0]) + ' ' + word + ' ' + text(list[1]);
        default:
            need(Array.isArray(list));
            return L.join(list.slice(0, -1), ', ') + ', ' + word + ' ' + text(list[list.length - 1]);
        }
    });

    function json(v, depth) {
        if (depth > 100)
            throw new L.LimitReached('depth');
        L.spend(1);
        if (v === null || v === true || v === false) return String(v);
        if (typeof v === 'number') return String(v);
        if (v instanceof L.Flo) return L.toS(v);
        if (Array.isArray(v)) return '[' + L.forced(v).map(e => json(e, depth + 1)).join(',') + ']';
        if (v instanceof L.Hash) return '{' + v.pairs().map(p => JSON.stringify(L.toS(p[0])) + ':' + json(p[1], depth + 1)).join(',') + '}';
        return JSON.stringify(text(v)).replace(/[\u007f]/g, '\u007f');
    }
    filter('jsonify', 1, 1, v => json(v, 0));
    filter('inspect', 1, 1, v => escapeXml(L.inspect(v)));
    filter('to_integer', 1, 1, v => v === true ? 1 : v === false ? 0 : L.toI(v));

    // --- selecting ---------------------------------------------------------------------------------------------------
    /// Numbers in text count as numbers, so that dates and orders sort by value.
    function sortable(v) {
        const s = text(v);
        if (/^[ \t\r\n\f\v]*-?\d+[ \t\r\n\f\v]*$/.test(s) && (typeof v === 'string' || L.isNumber(v)))
            return L.toI(v);
        if (/^[ \t\r\n\f\v]*-?(?:\d+\.?\d*|\.\d+)[ \t\r\n\f\v]*$/.test(s))
            return typeof v === 'string' ? L.parseFloat(/^[ \t\r\n\f\v]*-?\./.test(v) ? v.replace('.', '0.') : v) : v;
        return v;
    }
    function read(item, key) {
        if (item instanceof L.Hash) return item.get(key);
        if (item instanceof L.Drop) return item.get(key);
        if (typeof item === 'string') return item.indexOf(key) >= 0 ? key : null;
        if (item === null || item === true || item === false || item instanceof L.Flo || item instanceof L.Range)
            throw L.internal();
        throw L.internal();
    }
    function itemProperty(item, property) {
        const name = text(property);
        if (name.indexOf('.') < 0)
            return sortable(read(item, name));
        let value = item;
        for (const key of name.split('.')) {
            // Ruby's whole numbers and lists have [], but not for text.
            const indexable = value instanceof L.Hash || value instanceof L.Drop || typeof value === 'string'
                || typeof value === 'number' || Array.isArray(value);
            value = indexable ? read(value, key) : false;
        }
        return sortable(value);
    }
    function matches(property, target) {
        if (target === null)
            return property === null;
        const wanted = text(target);
        if (typeof property === 'string')
            return property === wanted;
        if (property === null)
            return false;
        const list = Array.isArray(property) ? L.forced(property) : property instanceof L.Hash ? property.pairs()
            : property instanceof L.Range ? property.toArray() : [property];
        return list.some(e => text(e) === wanted);
    }
    /// The items that Ruby's Enumerable would give; null where the value is none.
    function enumerated(v) {
        if (Array.isArray(v)) return L.forced(v);
        if (v instanceof L.Hash) return v.values();
        return v instanceof L.Range ? v.toArray() : null;
    }
    const unusable = v => Array.isArray(v) || v instanceof L.Hash;
    const charged = list => {
        L.spend(list.length);
        return list;
    };
    filter('where', 3, 3, (v, property, value) => {
        const list = enumerated(v);
        if (!L.truthy(property) || unusable(value) || list === null)
            return v;
        return charged(list).filter(item => matches(itemProperty(item, property), value));
    });
    filter('find', 3, 3, (v, property, value) => {
        const list = enumerated(v);
        if (!L.truthy(property) || unusable(value) || list === null)
            return v;
        const found = charged(list).filter(item => matches(itemProperty(item, property), value));
        return found.length ? found[0] : null;
    });
    function conditionOf(expression) {
        need(typeof expression === 'string');
        try {
            return L.parseFilterCondition(expression);
        } catch (e) {
            if (e instanceof L.SyntaxFailure)
                throw new L.Failure(e.message, 'liquid.filter', 'Liquid syntax error: ' + e.message);
            throw e;
        }
    }
    const holds = (ctx, list, variable, condition, collect) => ctx.stack(() => {
        for (const item of charged(list)) {
            ctx.set(text(variable), item);
            if (L.truthy(condition.evaluate(ctx)) && collect(item))
                return;
        }
    });
    filter('where_exp', 3, 3, function (v, variable, expression) {
        const list = enumerated(v);
        if (list === null)
            return v;
        const found = [];
        holds(this, list, variable, conditionOf(expression), item => { found.push(item); });
        return found;
    });
    filter('find_exp', 3, 3, function (v, variable, expression) {
        const list = enumerated(v);
        if (list === null)
            return v;
        let found = null;
        holds(this, list, variable, conditionOf(expression), item => {
            found = item;
            return true;
        });
        return found;
    });

    // --- grouping ----------------------------------------------------------------------------------------------------
    function grouped(list, nameOf) {
        const groups = [], byName = Object.create(null);
        for (const item of charged(list)) {
            const name = nameOf(item), key = L.identity(name);
            let group = byName[key];
            if (!group) {
                group = byName[key] = { name: name, items: [] };
                groups.push(group);
            }
            group.items.push(item);
        }
        return groups.map(g => {
            const hash = new L.Hash();
            hash.set('name', g.name);
            hash.set('items', g.items);
            hash.set('size', g.items.length);
            return hash;
        });
    }
    const groupable = v => v instanceof L.Hash ? v.pairs() : enumerated(v);
    filter('group_by', 2, 2, (v, property) => {
        const list = groupable(v);
        return list === null ? v : grouped(list, item => text(itemProperty(item, property)));
    });
    filter('group_by_exp', 3, 3, function (v, variable, expression) {
        const list = groupable(v);
        if (list === null)
            return v;
        need(typeof expression === 'string');
        const chain = L.parseChain(expression);
        return this.stack(() => grouped(list, item => {
            this.set(text(variable), item);
            return chain.evaluate(this);
        }));
    });

    // --- lists -------------------------------------------------------------------------------------------------------
    filter('sort', 1, 3, (v, property, nils) => {
        if (v === null)
            throw new L.Failure('Cannot sort a null object.');
        const list = v instanceof L.Hash ? v.pairs() : enumerated(v);
        if (property === undefined || property === null) {
            need(list !== null);
            return L.sorted(list, (a, b) => {
                const c = L.compare(a, b);
                if (c === null)
                    throw L.cannotCompare(a, b);
                return c;
            });
        }
        const where = nils === undefined ? 'first' : text(nils);
        if (where !== 'first' && where !== 'last')
            throw new L.Failure("Invalid nils order: '" + where + "' is not a valid nils order. It must be 'first' or 'last'.");
        need(list !== null);
        const order = where === 'first' ? -1 : 1;
        const keyed = list.map(item => [itemProperty(item, property), item]);
        return L.sorted(keyed, (x, y) => {
            const a = x[0], b = y[0];
            if (a !== null && b === null) return -order;
            if (a === null && b !== null) return order;
            const c = L.compare(a, b);
            return c === null ? L.compareStrings(text(a), text(b)) : c;
        }).map(pair => pair[1]);
    });
    const count = n => n === undefined ? 1 : L.strictInteger(n);
    function positive(n) {
        if (n < 0)
            throw new L.Failure('negative array size');
        return n;
    }
    filter('pop', 1, 2, (v, n) => Array.isArray(v) ? v.slice(0, Math.max(0, v.length - positive(count(n)))) : v);
    filter('shift', 1, 2, (v, n) => Array.isArray(v) ? v.slice(positive(count(n))) : v);
    filter('push', 2, 2, (v, item) => Array.isArray(v) ? v.concat([item]) : v);
    filter('unshift', 2, 2, (v, item) => Array.isArray(v) ? [item].concat(v) : v);
    /// Jekyll's choice is random at each build; the preview takes the first, so that it stays still while typing.
    filter('sample', 1, 2, (v, n) => {
        if (!Array.isArray(v))
            return v;
        let many = 1;
        try {
            many = count(n);
        } catch (e) {
            many = 1;
        }
        return many === 1 ? (v.length ? L.element(v, 0) : null) : v.slice(0, positive(many));
    });

    // --- dates -------------------------------------------------------------------------------------------------------
    function time(v) {
        const date = L.toDate(v);
        if (date === null)
            throw new L.Failure("Invalid Date: '" + L.inspect(v) + "' is not a valid datetime.", 'liquid.filter', L.internal().shown);
        return date.toTime().local();
    }
    function ordinal(n) {
        if (n >= 11 && n <= 13) return 'th';
        return ['th', 'st', 'nd', 'rd'][n % 10] || 'th';
    }
    function stringify(v, month, type, style) {
        if (text(v) === '') return v;
        const t = time(v);
        if (type === 'ordinal') {
            const day = t.fields().day;
            return t.strftime(style === 'US' ? month + ' ' + day + ordinal(day) + ', %Y' : day + ordinal(day) + ' ' + month + ' %Y');
        }
        return t.strftime('%d ' + month + ' %Y');
    }
    filter('date_to_string', 1, 3, (v, type, style) => stringify(v, '%b', type, style));
    filter('date_to_long_string', 1, 3, (v, type, style) => stringify(v, '%B', type, style));
    filter('date_to_xmlschema', 1, 1, v => {
        if (text(v) === '') return v;
        const t = time(v);
        return t.strftime('%Y-%m-%dT%H:%M:%S') + (t.utc ? 'Z' : t.strftime('%:z'));
    });
    filter('date_to_rfc822', 1, 1, v => text(v) === '' ? v : time(v).strftime('%a, %d %b %Y %H:%M:%S %z'));
})(lectern);
