// SPDX-License-Identifier: GPL-3.0-or-later
// The filters of Ruby's Liquid. `this` is the context. `least` and `most` count the input too, as Ruby does.
(function (L) {
    'use strict';

    L.filters = Object.create(null);
    /// Registers a filter that takes `least` to `most` arguments, the input among them.
    L.filter = (name, least, most, run) => {
        run.least = least;
        run.most = most;
        L.filters[name] = run;
    };
    const filter = L.filter;
    const text = L.toS;

    L.escapeHtml = s => s.replace(/[&<>"']/g, c => c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;'
        : c === '"' ? '&quot;' : '&#39;');

    /// The method does not exist for this value in Ruby, and Liquid says no more than "internal".
    function need(condition) {
        if (!condition)
            throw L.internal();
    }
    L.need = need;

    // --- text --------------------------------------------------------------------------------------------------------
    filter('size', 1, 1, v => {
        if (typeof v === 'string') return L.characters(v).length;
        if (Array.isArray(v)) return v.length;
        if (v instanceof L.Hash) return v.keys.length;
        if (v instanceof L.Range) return v.size();
        return typeof v === 'number' ? 8 : 0;
    });
    filter('downcase', 1, 1, v => text(v).toLowerCase());
    filter('upcase', 1, 1, v => text(v).toUpperCase());
    filter('capitalize', 1, 1, v => {
        const s = L.characters(text(v));
        return s.length ? s[0].toUpperCase() + L.textOf(s.slice(1)).toLowerCase() : '';
    });
    const escape = v => v === null ? null : L.escapeHtml(text(v));
    filter('escape', 1, 1, escape);
    filter('h', 1, 1, v => escape(v));
    filter('escape_once', 1, 1, v => text(v).replace(/["><']|&(?!([a-zA-Z]+|(#\d+));)/g, c => L.escapeHtml(c)));

    /// CGI.escape: all bytes but letters, digits and *-._~ as %XX, spaces as "+".
    L.cgiEscape = s => encodeURIComponent(wellFormed(s)).replace(/[!'()*]/g, c => '%' + c.charCodeAt(0).toString(16).toUpperCase())
        .replace(/%20/g, '+');
    function wellFormed(s) {
        return L.characterList(s).map(c => c.length === 1 && c >= '\ud800' && c <= '\udfff' ? '\ufffd' : c).join('');
    }
    L.wellFormed = wellFormed;
    filter('url_encode', 1, 1, v => v === null ? null : L.cgiEscape(text(v)));
    filter('url_decode', 1, 1, v => {
        if (v === null) return null;
        const decoded = L.host.percentDecode(text(v).replace(/\+/g, ' '));
        if (typeof decoded !== 'string')
            throw new L.Failure('invalid byte sequence in UTF-8');
        return decoded;
    });
    const base64 = (name, encode, urlSafe) => filter(name, 1, 1, v => {
        const made = encode ? L.host.toBase64(text(v), urlSafe) : L.host.fromBase64(text(v), urlSafe);
        if (typeof made !== 'string')
            throw new L.Failure('invalid base64 provided to ' + name);
        return made;
    });
    base64('base64_encode', true, false);
    base64('base64_decode', false, false);
    base64('base64_url_safe_encode', true, true);
    base64('base64_url_safe_decode', false, true);

    filter('slice', 2, 3, (v, offset, length) => {
        let from = L.strictInteger(offset);
        const count = L.truthy(length) ? L.strictInteger(length) : 1;
        const items = Array.isArray(v) ? v : L.characters(text(v));
        if (from < 0)
            from += items.length;
        const none = Array.isArray(v) ? [] : '';
        if (from < 0 || from > items.length || count < 0)
            return none;
        const part = items.slice(from, from + count);
        return Array.isArray(v) ? part : L.textOf(part);
    });
    filter('truncate', 1, 3, (v, length, ellipsis) => {
        if (v === null) return null;
        const s = L.characters(text(v));
        const most = length === undefined ? 50 : L.strictInteger(length);
        const tail = ellipsis === undefined ? '...' : text(ellipsis);
        const keep = Math.max(0, most - L.characters(tail).length);
        return s.length > most ? L.textOf(s.slice(0, keep)) + tail : L.textOf(s);
    });
    filter('truncatewords', 1, 3, (v, count, ellipsis) => {
        if (v === null) return null;
        const s = text(v);
        let most = count === undefined ? 15 : L.strictInteger(count);
        if (most <= 0)
            most = 1;
        const words = L.words(s);
        // Ruby's split with a limit counts what follows the last word, were it empty.
        if (words.length < most || (words.length === most && !/[ \t\r\n\f\v]$/.test(s)))
            return s;
        return words.slice(0, most).join(' ') + (ellipsis === undefined ? '...' : text(ellipsis));
    });
    /// String#split without a pattern.
    L.words = s => {
        const words = s.split(/[\0 \t\r\n\f\v]+/);
        return words.filter(w => w !== '');
    };
    filter('split', 2, 2, (v, pattern) => {
        const s = text(v), p = text(pattern);
        if (p === ' ')
            return L.words(s);
        L.charge(s.length);
        const parts = p === '' ? L.characterList(s) : s.split(p);
        while (parts.length && parts[parts.length - 1] === '')
            parts.pop();
        return parts;
    });
    filter('strip', 1, 1, v => L.strip(text(v)));
    filter('lstrip', 1, 1, v => L.lstrip(text(v)));
    filter('rstrip', 1, 1, v => L.rstrip(text(v)));
    /// Without regular expressions where an unclosed tag would make them look at the rest again and again.
    L.stripHtml = s => {
        s = cut(cut(cut(s, '<script', '</script>'), '<!--', '-->'), '<style', '</style>');
        return cut(s, '<', '>');
    };
    function cut(s, open, close) {
        let out = '', at = 0;
        for (;;) {
            const from = s.indexOf(open, at);
            const to = from < 0 ? -1 : s.indexOf(close, from + open.length);
            if (to < 0)
                return out + s.slice(at);
            out += s.slice(at, from);
            at = to + close.length;
        }
    }
    filter('strip_html', 1, 1, v => L.stripHtml(text(v)));
    filter('strip_newlines', 1, 1, v => text(v).replace(/\r?\n/g, ''));
    filter('newline_to_br', 1, 1, v => text(v).replace(/\r?\n/g, '<br />\n'));

    /// What \1, \0, \& and \\ mean in the replacement of Ruby's gsub and sub with a string pattern.
    function replacement(template, match) {
        if (template.indexOf('\\') < 0)
            return template;
        return template.replace(/\\(k<\w*>|[\s\S])/g, (all, c) => c === '0' || c === '&' ? match : c === '\\' ? '\\'
            : /[1-9]/.test(c) ? '' : all);
    }
    L.replaceAll = (s, from, to) => {
        const by = replacement(to, from);
        if (from === '')
            return by + L.characterList(s).map(c => c + by).join('');
        const parts = s.split(from);
        L.charge((parts.length - 1) * by.length);
        return parts.join(by);
    };
    L.replaceFirst = (s, from, to) => {
        const at = s.indexOf(from);
        return at < 0 ? s : s.slice(0, at) + replacement(to, from) + s.slice(at + from.length);
    };
    filter('replace', 2, 3, (v, from, to) => L.replaceAll(text(v), text(from), to === undefined ? '' : text(to)));
    filter('replace_first', 2, 3, (v, from, to) => L.replaceFirst(text(v), text(from), to === undefined ? '' : text(to)));
    const replaceLast = (v, from, to) => {
        const s = text(v), pattern = text(from);
        const at = s.lastIndexOf(pattern);
        return at < 0 ? s : s.slice(0, at) + text(to) + s.slice(at + pattern.length);
    };
    filter('replace_last', 3, 3, replaceLast);
    filter('remove', 2, 2, (v, from) => L.replaceAll(text(v), text(from), ''));
    filter('remove_first', 2, 2, (v, from) => L.replaceFirst(text(v), text(from), ''));
    filter('remove_last', 2, 2, (v, from) => replaceLast(v, from, ''));
    filter('append', 2, 2, (v, s) => text(v) + text(s));
    filter('prepend', 2, 2, (v, s) => text(s) + text(v));

    // --- lists -------------------------------------------------------------------------------------------------------
    L.flatten = (list, out, depth) => {
        out = out || [];
        if ((depth || 0) > 100)
            throw new L.LimitReached('depth');
        for (let i = 0; i < list.length; ++i) {
            const e = L.element(list, i);
            if (Array.isArray(e))
                L.flatten(e, out, (depth || 0) + 1);
            else
                out.push(e);
        }
        return out;
    };
    /// Liquid's InputIterator: what a list filter goes over.
    L.items = v => {
        if (Array.isArray(v)) return L.flatten(v);
        if (v === null) return [];
        if (v instanceof L.Range) return v.toArray();
        return [v];
    };
    const items = L.items;
    const cannotSelect = property => new L.Failure("cannot select the property '" + text(property) + "'");
    /// item[property] of Ruby.
    function property(item, name) {
        if (name instanceof L.Flo && (typeof item === 'string' || typeof item === 'number'))
            name = Math.trunc(name.v);
        if (item instanceof L.Hash) return typeof name === 'string' ? item.get(name) : null;
        if (item instanceof L.Drop) return item.get(name);
        if (typeof item === 'string') {
            if (typeof name === 'string') return item.indexOf(name) >= 0 ? name : null;
            if (typeof name === 'number') return L.characters(item)[name < 0 ? item.length + name : name] || null;
            throw cannotSelect(name);
        }
        if (typeof item === 'number') {
            if (typeof name === 'number') return Math.floor(item / Math.pow(2, name)) % 2 ? 1 : 0;
            throw cannotSelect(name);
        }
        throw L.internal();
    }

    filter('join', 1, 2, (v, glue) => {
        const list = items(v), by = glue === undefined ? ' ' : text(glue);
        L.charge(list.length * by.length);
        return L.join(list, by);
    });
    filter('first', 1, 1, v => {
        if (Array.isArray(v)) return v.length ? L.element(v, 0) : null;
        if (v instanceof L.Hash) return v.keys.length ? v.pairs()[0] : null;
        return v instanceof L.Range ? v.from : null;
    });
    filter('last', 1, 1, v => {
        if (Array.isArray(v)) return v.length ? L.element(v, v.length - 1) : null;
        return v instanceof L.Range ? v.to : null;
    });
    filter('reverse', 1, 1, v => items(v).reverse());
    filter('concat', 2, 2, (v, other) => {
        if (!Array.isArray(other))
            throw new L.Failure('concat filter requires an array argument');
        return items(v).concat(other);
    });
    filter('map', 2, 2, (v, name) => items(v).map(item => {
        if (name === 'to_liquid') return item;
        if (item === null || item === true || item === false || item instanceof L.Flo || item instanceof L.Range
            || item instanceof L.Time || item instanceof L.Date)
            return null;
        return property(item, name);
    }));
    const isIndexable = e => e instanceof L.Hash || e instanceof L.Drop || typeof e === 'string' || typeof e === 'number';
    /// The items that `keep` wants by their property; null as soon as one has none.
    function byProperty(list, name, keep) {
        const kept = [];
        for (const e of list) {
            if (!isIndexable(e))
                return null;
            if (keep(property(e, name)))
                kept.push(e);
        }
        return kept;
    }
    filter('compact', 1, 2, (v, name) => {
        const isThere = e => e !== null;
        return name === undefined || name === null ? items(v).filter(isThere) : byProperty(items(v), name, isThere);
    });
    /// A key under which equal values meet (Ruby's eql?: 1 and 1.0 differ).
    function identity(v) {
        if (typeof v === 'string') return 's' + v;
        if (v instanceof L.Flo) return 'f' + v.v;
        if (v instanceof L.Time) return 't' + v.s + '.' + v.ns;
        return 'o' + L.inspect(v);
    }
    L.identity = identity;
    filter('uniq', 1, 2, (v, name) => {
        const seen = Object.create(null);
        const list = items(v);
        const isNew = e => {
            const key = identity(e);
            return seen[key] ? false : seen[key] = true;
        };
        // Ruby does not look into a list of one.
        if (list.length < 2)
            return list;
        return name === undefined || name === null ? list.filter(isNew) : byProperty(list, name, isNew);
    });
    function naturalOrder(a, b) {
        if (a === null || b === null)
            return a === null ? 1 : -1;
        const lower = s => text(s).replace(/[A-Z]+/g, c => c.toLowerCase());
        return L.compareStrings(lower(a), lower(b));
    }
    filter('sort_natural', 1, 2, (v, name) => {
        const list = items(v);
        if (name === undefined || name === null)
            return L.sorted(list, naturalOrder);
        if (!list.every(isIndexable))
            return null;
        return L.sorted(list, (a, b) => naturalOrder(property(a, name), property(b, name)));
    });

    // --- numbers -----------------------------------------------------------------------------------------------------
    const digits = x => String(Math.abs(x)).replace(/e.*$/, '').replace('.', '').replace(/^0+/, '').length;
    /// Ruby calculates with decimal numbers here, so 0.1 + 0.2 is 0.3: a result within 15 digits is rounded to them.
    function decimal(x, exactDigits) {
        return new L.Flo(exactDigits <= 15 && isFinite(x) && x !== 0 ? parseFloat(x.toPrecision(15)) : x);
    }
    const operations = {
        plus: (a, b, real) => real ? decimal(a + b, Math.max(digits(a), digits(b))) : a + b,
        minus: (a, b, real) => real ? decimal(a - b, Math.max(digits(a), digits(b))) : a - b,
        times: (a, b, real) => real ? decimal(a * b, digits(a) + digits(b)) : a * b,
        divided_by: (a, b, real) => {
            if (!real) {
                if (b === 0)
                    throw new L.Failure('divided by 0');
                return Math.floor(a / b);
            }
            if (b === 0 || !isFinite(a))
                return new L.Flo(a / b);
            const near = parseFloat((a / b).toPrecision(15));
            return new L.Flo(parseFloat((near * b).toPrecision(15)) === a ? near : a / b);
        },
        modulo: (a, b, real) => {
            if (b === 0)
                throw new L.Failure('divided by 0');
            if (!real)
                return a - b * Math.floor(a / b);
            const scale = Math.pow(10, Math.max(decimals(a), decimals(b)));
            const x = Math.round(a * scale), y = Math.round(b * scale);
            return decimal((x - y * Math.floor(x / y)) / scale, 15);
        },
    };
    function decimals(x) {
        const s = String(x);
        const at = s.indexOf('.');
        return at < 0 || s.indexOf('e') >= 0 ? 0 : s.length - at - 1;
    }
    Object.keys(operations).forEach(name => filter(name, 2, 2, (v, other) => {
        const a = L.toNumber(v), b = L.toNumber(other);
        const result = operations[name](L.numeric(a), L.numeric(b), a instanceof L.Flo || b instanceof L.Flo);
        return result === 0 ? 0 : result;
    }));
    filter('abs', 1, 1, v => {
        const n = L.toNumber(v);
        return n instanceof L.Flo ? new L.Flo(Math.abs(n.v)) : Math.abs(n);
    });
    filter('at_least', 2, 2, (v, least) => {
        const a = L.toNumber(v), b = L.toNumber(least);
        return L.numeric(b) > L.numeric(a) ? b : a;
    });
    filter('at_most', 2, 2, (v, most) => {
        const a = L.toNumber(v), b = L.toNumber(most);
        return L.numeric(b) < L.numeric(a) ? b : a;
    });
    /// Half away from zero, in decimal digits.
    function rounded(x, places) {
        const shifted = Number(Math.abs(x) + 'e' + places);
        const r = Math.floor(isNaN(shifted) ? Math.abs(x) * Math.pow(10, places) + 0.5 : shifted + 0.5);
        const back = Number(r + 'e' + -places);
        return x < 0 ? -back : back;
    }
    filter('round', 1, 2, (v, places) => {
        const n = L.toNumber(v);
        const p = places === undefined ? 0 : L.numeric(L.toNumber(places));
        if (!(n instanceof L.Flo))
            return p < 0 ? rounded(n, p) : n;
        const r = rounded(n.v, p);
        return p === 0 ? (r === 0 ? 0 : r) : new L.Flo(r);
    });
    filter('ceil', 1, 1, v => Math.ceil(L.numeric(L.toNumber(v))) + 0);
    filter('floor', 1, 1, v => Math.floor(L.numeric(L.toNumber(v))) + 0);

    // --- others ------------------------------------------------------------------------------------------------------
    filter('default', 1, 3, (v, other, options) => {
        const allowFalse = options instanceof L.Hash && L.truthy(options.get('allow_false'));
        const missing = allowFalse ? v === null : !L.truthy(v);
        const empty = typeof v === 'string' || Array.isArray(v) ? v.length === 0 : v instanceof L.Hash && v.keys.length === 0;
        return missing || empty ? (other === undefined ? '' : other) : v;
    });
    filter('date', 2, 2, (v, format) => {
        if (text(format) === '')
            return v;
        const date = L.toDate(v);
        return date === null ? v : date.strftime(text(format));
    });
})(lectern);
