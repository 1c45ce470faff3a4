// SPDX-License-Identifier: GPL-3.0-or-later
// Ruby's values as templates see them, and what Ruby does with them: printing, comparing, converting.
//
// nil is null, Integer is a JavaScript number, Float is Flo (1.0 prints with its point, 1 does not), Hash keeps its order,
// Time and Date are in dates.js. Ruby's white space is ASCII only, unlike \s of JavaScript, so patterns spell it out.
var lectern = {};
(function (L) {
    'use strict';

    class Flo {
        constructor(v) { this.v = v; }
    }

    /// Keys are prefixed in the table: no key can meet a property of the table itself, nor 1 the text "1".
    const keyName = key => typeof key === 'string' ? '$' + key : '#' + L.inspect(key);
    /// Ruby's Hash.
    class Hash {
        constructor() {
            this.keys = [];
            this.table = Object.create(null);
        }
        has(key) { return this.table[keyName(key)] !== undefined; }
        get(key) {
            const value = this.table[keyName(key)];
            return value === undefined ? null : L.force(value);
        }
        set(key, value) {
            const name = keyName(key);
            if (this.table[name] === undefined)
                this.keys.push(key);
            this.table[name] = value === undefined ? null : value;
        }
        values() { return this.keys.map(k => this.get(k)); }
        pairs() { return this.keys.map(k => [k, this.get(k)]); }
    }

    class Range {
        constructor(from, to) {
            this.from = from;
            this.to = to;
        }
        size() { return Math.max(0, this.to - this.from + 1); }
        toArray() {
            L.spend(this.size());
            const list = [];
            for (let i = this.from; i <= this.to; ++i)
                list.push(i);
            return list;
        }
    }

    /// Ruby's drops (forloop): any key may be asked for.
    class Drop {
        get(key) { return null; }
    }

    /// A hash, list or deferred value that the host still holds; converted when it is first used.
    class Remote {
        constructor(id) { this.id = id; }
    }

    /// What Ruby raises. `shown` is what Liquid prints for it where that is not the message.
    class Failure {
        constructor(message, code, shown) {
            this.message = message;
            this.code = code || 'liquid.error';
            this.shown = shown || 'Liquid error: ' + message;
        }
    }
    class LimitReached {
        constructor(which) { this.which = which; }
    }

    L.Flo = Flo;
    L.Hash = Hash;
    L.Range = Range;
    L.Drop = Drop;
    L.Remote = Remote;
    L.Failure = Failure;
    L.LimitReached = LimitReached;
    /// What any error that is not Liquid's own prints: above all a method that the value does not have.
    L.internal = () => new Failure('internal');

    const remotes = Object.create(null);
    L.forgetRemotes = () => {
        for (const id in remotes)
            delete remotes[id];
    };

    function fromHost(v) {
        if (v === null || typeof v !== 'object')
            return v;
        switch (v[0]) {
        case 'f': return new Flo(v[1]);
        case 't': return new L.Time(v[1], v[2], v[3], v[4]);
        case 'd': return new L.Date(v[1], v[2], v[3]);
        case 'n': return new Flo(v[1] === 0 ? NaN : v[1] * Infinity);
        default: return new Remote(v[1]);
        }
    }

    L.decode = fromHost;
    /// The value itself where `v` is one that the host still holds.
    L.force = v => {
        if (!(v instanceof Remote))
            return v;
        let made = remotes[v.id];
        if (made !== undefined)
            return made;
        const data = JSON.parse(L.host.expand(v.id));
        if (data.k) {
            made = new Hash();
            for (let i = 0; i < data.k.length; ++i)
                made.set(fromHost(data.k[i]), fromHost(data.v[i]));
        } else if (data.l) {
            made = data.l.map(fromHost);
        } else {
            made = L.force(fromHost(data.z));
        }
        // What the host knows it by; tells where a printed value was taken from.
        if (made instanceof Hash || Array.isArray(made))
            made.id = v.id;
        remotes[v.id] = made;
        return made;
    };
    L.element = (list, i) => {
        const v = list[i];
        // Not `return list[i] = …`: in strict code QJSEngine makes such a call a tail call and forgets the assignment.
        if (v instanceof Remote)
            list[i] = L.force(v);
        return list[i] === undefined ? null : list[i];
    };
    /// Every element converted; the same array.
    L.forced = list => {
        for (let i = 0; i < list.length; ++i)
            L.element(list, i);
        return list;
    };

    // --- kinds -------------------------------------------------------------------------------------------------------
    L.isNumber = v => typeof v === 'number' || v instanceof Flo;
    L.numeric = v => typeof v === 'number' ? v : v.v;
    L.truthy = v => v !== null && v !== false && v !== undefined;
    L.className = v => {
        if (v === null) return 'NilClass';
        if (v === true) return 'TrueClass';
        if (v === false) return 'FalseClass';
        if (typeof v === 'number') return 'Integer';
        if (typeof v === 'string') return 'String';
        if (Array.isArray(v)) return 'Array';
        if (v instanceof Flo) return 'Float';
        if (v instanceof Hash) return 'Hash';
        if (v instanceof Range) return 'Range';
        if (v instanceof L.Time) return 'Time';
        if (v instanceof L.Date) return 'Date';
        return v.rubyClass || 'Object';
    };

    // --- printing ----------------------------------------------------------------------------------------------------
    function floatToS(x) {
        if (isNaN(x)) return 'NaN';
        if (!isFinite(x)) return x < 0 ? '-Infinity' : 'Infinity';
        if (x === 0) return 1 / x < 0 ? '-0.0' : '0.0';
        const size = Math.abs(x);
        const parts = x.toExponential().match(/^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/);
        const digits = parts[2] + (parts[3] || '');
        const exponent = parseInt(parts[4], 10);
        if (size >= 1e-4 && size < 1e16) {
            if (exponent < 0)
                return parts[1] + '0.' + '0'.repeat(-exponent - 1) + digits;
            const whole = (digits + '0'.repeat(exponent)).substr(0, exponent + 1);
            return parts[1] + whole + '.' + (digits.substr(exponent + 1) || '0');
        }
        const e = Math.abs(exponent);
        return parts[1] + parts[2] + '.' + (parts[3] || '0') + 'e' + (exponent < 0 ? '-' : '+') + (e < 10 ? '0' + e : e);
    }

    const escapes = { '\n': '\\n', '\t': '\\t', '\r': '\\r', '\f': '\\f', '\v': '\\v', '\b': '\\b', '\x07': '\\a', '\x1b': '\\e' };
    function inspectString(s) {
        return '"' + s.replace(/["\\\x00-\x1f\x7f]|#(?=[{$@])/g, c => {
            if (c === '"' || c === '\\' || c === '#')
                return '\\' + c;
            if (escapes[c])
                return escapes[c];
            const hex = c.charCodeAt(0).toString(16).toUpperCase();
            return c === '\x7f' ? '\\x7F' : '\\u' + '0000'.substr(hex.length) + hex;
        }) + '"';
    }

    L.inspect = (v, depth) => {
        depth = depth || 0;
        if (depth > 100)
            throw new LimitReached('depth');
        if (v === null || v === undefined) return 'nil';
        if (typeof v === 'string') return inspectString(v);
        if (Array.isArray(v)) return '[' + L.forced(v).map(e => L.inspect(e, depth + 1)).join(', ') + ']';
        if (v instanceof Hash)
            return '{' + v.pairs().map(p => L.inspect(p[0], depth + 1) + '=>' + L.inspect(p[1], depth + 1)).join(', ') + '}';
        if (v instanceof L.Date || v instanceof L.Time) return v.inspect();
        return L.toS(v);
    };

    L.toS = v => {
        if (typeof v === 'string') return v;
        if (v === null || v === undefined) return '';
        if (typeof v === 'number') return String(v);
        if (v === true) return 'true';
        if (v === false) return 'false';
        if (v instanceof Flo) return floatToS(v.v);
        if (Array.isArray(v) || v instanceof Hash) return L.inspect(v);
        if (v instanceof Range) return v.from + '..' + v.to;
        if (v instanceof L.Time || v instanceof L.Date) return v.toS();
        if (v.text) return v.text();
        return v.rubyClass || '';
    };

    L.join = (list, glue, depth) => {
        if ((depth || 0) > 100)
            throw new LimitReached('depth');
        return L.forced(list).map(e => Array.isArray(e) ? L.join(e, glue, (depth || 0) + 1) : L.toS(e)).join(glue);
    };
    /// What an output tag prints.
    L.printed = v => typeof v === 'string' ? v : Array.isArray(v) ? L.join(v, '') : L.toS(v);

    // --- comparing ---------------------------------------------------------------------------------------------------
    L.equal = (a, b) => {
        if (a === b) return true;
        if (a === null || b === null || a === undefined || b === undefined) return false;
        if (L.isNumber(a)) return L.isNumber(b) && L.numeric(a) === L.numeric(b);
        if (typeof a !== 'object' || typeof b !== 'object') return false;
        if (Array.isArray(a))
            return Array.isArray(b) && a.length === b.length && L.forced(a).every((e, i) => L.equal(e, L.element(b, i)));
        if (a instanceof Hash)
            return b instanceof Hash && a.keys.length === b.keys.length
                && a.keys.every(k => b.has(k) && L.equal(a.get(k), b.get(k)));
        if (a instanceof Range) return b instanceof Range && a.from === b.from && a.to === b.to;
        if (a instanceof L.Time || a instanceof L.Date) return a.compare(b) === 0;
        return false;
    };

    /// Strings compare by bytes in Ruby, which is the order of code points; surrogates make UTF-16 differ.
    L.compareStrings = (a, b) => {
        if (a === b) return 0;
        const n = Math.min(a.length, b.length);
        for (let i = 0; i < n; ++i) {
            let x = a.charCodeAt(i);
            let y = b.charCodeAt(i);
            if (x !== y) {
                if (x >= 0xd800 && y >= 0xd800) {
                    x += x >= 0xe000 ? -0x800 : 0x2000;
                    y += y >= 0xe000 ? -0x800 : 0x2000;
                }
                return x < y ? -1 : 1;
            }
        }
        return a.length < b.length ? -1 : 1;
    };

    /// Ruby's <=>: null where the values cannot be compared.
    L.compare = (a, b) => {
        if (L.isNumber(a) && L.isNumber(b)) {
            const x = L.numeric(a), y = L.numeric(b);
            return x < y ? -1 : x > y ? 1 : x === y ? 0 : null;
        }
        if (typeof a === 'string' && typeof b === 'string') return L.compareStrings(a, b);
        if (Array.isArray(a) && Array.isArray(b)) {
            const n = Math.min(a.length, b.length);
            for (let i = 0; i < n; ++i) {
                const c = L.compare(L.element(a, i), L.element(b, i));
                if (c !== 0) return c;
            }
            return a.length < b.length ? -1 : a.length > b.length ? 1 : 0;
        }
        if ((a instanceof L.Time || a instanceof L.Date) && b !== null && typeof b === 'object') return a.compare(b);
        return L.equal(a, b) ? 0 : null;
    };
    L.cannotCompare = (a, b) => {
        const shown = b === null || typeof b !== 'object' && typeof b !== 'string' || b instanceof Flo;
        return new Failure('comparison of ' + L.className(a) + ' with ' + (shown ? L.inspect(b) : L.className(b)) + ' failed');
    };

    /// The merge sort of glibc, with which Ruby on Linux sorts: stable, and the same pairs are compared in the same order,
    /// which shows where two values cannot be compared.
    L.sorted = (list, compare) => {
        const items = list.slice();
        const spare = new Array(items.length);
        L.spend(items.length);
        const sort = (from, to) => {
            if (to - from < 2)
                return;
            const middle = from + Math.floor((to - from) / 2);
            sort(from, middle);
            sort(middle, to);
            let i = from, j = middle;
            for (let k = from; k < to; ++k)
                spare[k] = i < middle && (j >= to || compare(items[i], items[j]) <= 0) ? items[i++] : items[j++];
            for (let k = from; k < to; ++k)
                items[k] = spare[k];
        };
        sort(0, items.length);
        return items;
    };

    // --- converting --------------------------------------------------------------------------------------------------
    /// String#to_i.
    L.parseInteger = s => {
        const m = /^[ \t\r\n\f\v]*([+-]?\d+(?:_\d+)*)/.exec(s);
        return m ? parseInt(m[1].replace(/_/g, ''), 10) : 0;
    };
    L.parseFloat = s => {
        const m = /^[ \t\r\n\f\v]*([+-]?\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?(?:[eE][+-]?\d+)?)/.exec(s);
        return new Flo(m ? parseFloat(m[1].replace(/_/g, '')) : 0);
    };
    /// to_i of any value; nil where there is none.
    L.toI = v => {
        if (typeof v === 'number') return v;
        if (v === null) return 0;
        if (typeof v === 'string') return L.parseInteger(v);
        if (v instanceof Flo) return v.v < 0 ? Math.ceil(v.v) : Math.floor(v.v);
        if (v instanceof L.Time) return v.s;
        throw L.internal();
    };
    /// Liquid::Utils.to_integer.
    L.strictInteger = v => {
        if (typeof v === 'number') return v;
        const s = L.toS(v);
        const m = /^[ \t\r\n\f\v]*([+-]?)(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]*|[1-9]\d*(?:_\d+)*)[ \t\r\n\f\v]*$/.exec(s);
        if (!m)
            throw new Failure('invalid integer');
        const t = m[2].replace(/_/g, '');
        const n = /^0[oO]?[0-7]+$/.test(t) ? parseInt(t.replace(/^0[oO]?/, ''), 8)
            : /^0[bB]/.test(t) ? parseInt(t.substr(2), 2) : parseInt(t);
        return m[1] === '-' ? -n : n;
    };
    /// Liquid::Utils.to_number: an Integer or a decimal number, the latter as Flo.
    L.toNumber = v => {
        if (L.isNumber(v)) return v;
        if (typeof v !== 'string') return 0;
        return /^-?\d+\.\d+$/.test(L.strip(v)) ? new Flo(parseFloat(L.strip(v))) : L.parseInteger(v);
    };

    L.strip = s => s.replace(/^[\0 \t\r\n\f\v]+/, '').replace(/[\0 \t\r\n\f\v]+$/, '');
    L.lstrip = s => s.replace(/^[\0 \t\r\n\f\v]+/, '');
    L.rstrip = s => s.replace(/[\0 \t\r\n\f\v]+$/, '');

    const isLead = (s, i) => {
        const unit = s.charCodeAt(i);
        return unit >= 0xd800 && unit < 0xdc00 && i + 1 < s.length;
    };
    /// The characters of a string: a string where each is one unit, else an array of them.
    L.characters = s => {
        for (let i = 0; i < s.length; ++i) {
            if (isLead(s, i))
                return L.characterList(s);
        }
        return s;
    };
    L.characterList = s => {
        const list = [];
        for (let i = 0; i < s.length; ++i) {
            if (isLead(s, i)) {
                list.push(s.substr(i, 2));
                ++i;
            } else {
                list.push(s[i]);
            }
        }
        return list;
    };
    L.textOf = characters => typeof characters === 'string' ? characters : characters.join('');
})(lectern);
