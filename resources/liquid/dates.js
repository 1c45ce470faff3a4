// SPDX-License-Identifier: GPL-3.0-or-later
// Ruby's Time and Date: fields, strftime, and the forms that Time.parse reads.
(function (L) {
    'use strict';

    const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
        'November', 'December'];
    const idiv = (a, b) => Math.floor(a / b);
    const mod = (a, b) => a - b * Math.floor(a / b);

    /// Days since 1970-01-01 of a date in the proleptic Gregorian calendar.
    function dayNumber(y, m, d) {
        const year = m <= 2 ? y - 1 : y;
        const era = idiv(year, 400), yoe = year - era * 400;
        const doy = idiv(153 * (m + (m > 2 ? -3 : 9)) + 2, 5) + d - 1;
        return era * 146097 + yoe * 365 + idiv(yoe, 4) - idiv(yoe, 100) + doy - 719468;
    }
    function civil(number) {
        const z = number + 719468;
        const era = idiv(z, 146097), doe = z - era * 146097;
        const yoe = idiv(doe - idiv(doe, 1460) + idiv(doe, 36524) - idiv(doe, 146096), 365);
        const doy = doe - (365 * yoe + idiv(yoe, 4) - idiv(yoe, 100));
        const mp = idiv(5 * doy + 2, 153);
        const month = mp < 10 ? mp + 3 : mp - 9;
        return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month: month, day: doy - idiv(153 * mp + 2, 5) + 1 };
    }
    const leap = y => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
    const monthDays = (y, m) => m === 2 ? (leap(y) ? 29 : 28) : [4, 6, 9, 11].indexOf(m) >= 0 ? 30 : 31;

    class Time {
        constructor(seconds, nanoseconds, offset, utc) {
            this.s = seconds;
            this.ns = nanoseconds || 0;
            this.offset = offset || 0;
            this.utc = !!utc;
        }
        fields() {
            if (this.parts)
                return this.parts;
            const local = this.s + this.offset;
            const number = idiv(local, 86400), rest = mod(local, 86400);
            const f = civil(number);
            f.hour = idiv(rest, 3600);
            f.minute = idiv(rest, 60) % 60;
            f.second = rest % 60;
            f.number = number;
            f.weekday = mod(number + 4, 7);
            f.yearDay = number - dayNumber(f.year, 1, 1) + 1;
            return this.parts = f;
        }
        compare(other) {
            if (!(other instanceof Time)) return null;
            return this.s < other.s ? -1 : this.s > other.s ? 1 : this.ns < other.ns ? -1 : this.ns > other.ns ? 1 : 0;
        }
        toTime() { return this; }
        local() { return localTime(this.s, this.ns); }
        zone() {
            if (this.utc)
                return 'UTC';
            // A time that is in the site's zone has its name; one with an offset of its own has none.
            if (this.abbreviation === undefined)
                this.abbreviation = L.host.utcOffset(this.s) === this.offset ? L.host.zoneName(this.s) : '';
            return this.abbreviation;
        }
        toS() { return this.strftime(this.utc ? '%Y-%m-%d %H:%M:%S UTC' : '%Y-%m-%d %H:%M:%S %z'); }
        inspect() {
            const fraction = this.ns ? '.' + padded(String(this.ns), 9, '0').replace(/0+$/, '') : '';
            return this.strftime('%Y-%m-%d %H:%M:%S') + fraction + (this.utc ? ' UTC' : this.strftime(' %z'));
        }
        strftime(format) { return strftime(this, format); }
    }
    class RubyDate {
        constructor(y, m, d) {
            this.number = dayNumber(y, m, d);
            this.s = this.number * 86400;
            this.ns = 0;
            this.offset = 0;
            this.utc = false;
        }
        fields() { return Time.prototype.fields.call(this); }
        compare(other) {
            if (!(other instanceof RubyDate)) return null;
            return this.number < other.number ? -1 : this.number > other.number ? 1 : 0;
        }
        toTime() {
            const f = this.fields();
            return fromLocal(f.year, f.month, f.day, 0, 0, 0, 0);
        }
        zone() { return '+00:00'; }
        toS() { return this.strftime('%Y-%m-%d'); }
        inspect() { return '#<Date: ' + this.toS() + ' ((' + (this.number + 2440588) + 'j,0s,0n),+0s,2299161j)>'; }
        strftime(format) { return strftime(this, format); }
    }
    L.Time = Time;
    L.Date = RubyDate;

    function localTime(seconds, nanoseconds) {
        const time = new Time(seconds, nanoseconds, L.host.utcOffset(seconds), false);
        time.abbreviation = L.host.zoneName(seconds);
        return time;
    }
    /// The instant of a wall clock time in the site's time zone.
    function fromLocal(y, m, d, hour, minute, second, ns) {
        const wall = dayNumber(y, m, d) * 86400 + hour * 3600 + minute * 60 + second;
        let at = wall - L.host.utcOffset(wall);
        at = wall - L.host.utcOffset(at);
        return localTime(at, ns);
    }

    // --- strftime ----------------------------------------------------------------------------------------------------
    function isoWeek(f) {
        const weekday = f.weekday === 0 ? 7 : f.weekday;
        const thursday = civil(f.number + 4 - weekday);
        const number = dayNumber(thursday.year, thursday.month, thursday.day);
        return { year: thursday.year, week: idiv(number - dayNumber(thursday.year, 1, 1), 7) + 1 };
    }
    const numbers = {
        C: (f, t) => [idiv(f.year, 100), 2], y: f => [mod(f.year, 100), 2], m: f => [f.month, 2], d: f => [f.day, 2],
        e: f => [f.day, 2, ' '], j: f => [f.yearDay, 3], H: f => [f.hour, 2], k: f => [f.hour, 2, ' '],
        I: f => [f.hour % 12 || 12, 2], l: f => [f.hour % 12 || 12, 2, ' '], M: f => [f.minute, 2], S: f => [f.second, 2],
        u: f => [f.weekday || 7, 1], w: f => [f.weekday, 1], s: (f, t) => [t.s, 1], V: f => [isoWeek(f).week, 2],
        g: f => [mod(isoWeek(f).year, 100), 2], U: f => [idiv(f.yearDay + 6 - f.weekday, 7), 2],
        W: f => [idiv(f.yearDay + 6 - mod(f.weekday - 1, 7), 7), 2],
    };
    const years = { Y: f => f.year, G: f => isoWeek(f).year };
    const texts = {
        B: f => months[f.month - 1], b: f => months[f.month - 1].substr(0, 3), h: f => months[f.month - 1].substr(0, 3),
        A: f => days[f.weekday], a: f => days[f.weekday].substr(0, 3), p: f => f.hour < 12 ? 'AM' : 'PM',
        P: f => f.hour < 12 ? 'am' : 'pm', Z: (f, t) => t.zone(), n: () => '\n', t: () => '\t', '%': () => '%',
    };
    const composed = {
        c: '%a %b %e %H:%M:%S %Y', D: '%m/%d/%y', F: '%Y-%m-%d', r: '%I:%M:%S %p', R: '%H:%M', T: '%H:%M:%S', v: '%e-%^b-%4Y',
        x: '%m/%d/%y', X: '%H:%M:%S', '+': '%a %b %e %H:%M:%S %Z %Y',
    };

    function padded(s, width, by) {
        if (width > 1024)
            throw new L.Failure('Numerical result out of range');
        return s.length < width ? by.repeat(width - s.length) + s : s;
    }
    function number(value, width, pad, flags, given) {
        const sign = value < 0 ? '-' : '';
        const digits = String(Math.abs(value));
        if (flags.indexOf('-') >= 0)
            return sign + digits;
        const by = flags.lastIndexOf('_') > flags.lastIndexOf('0') ? ' ' : flags.indexOf('0') >= 0 ? '0' : pad;
        const size = given === null ? width : given;
        return by === '0' ? sign + padded(digits, size - sign.length, '0') : padded(sign + digits, size, ' ');
    }
    function zoneOffset(t, colons, flags, width) {
        const size = Math.abs(t.offset);
        const two = n => padded(String(n), 2, '0');
        const hours = two(idiv(size, 3600)), minutes = two(idiv(size, 60) % 60), seconds = two(size % 60);
        const sign = t.offset < 0 ? '-' : '+';
        const rest = colons === 0 ? minutes : colons === 1 ? ':' + minutes : ':' + minutes + ':' + seconds;
        return sign + padded(hours + rest, (width || 0) - 1, '0');
    }

    function strftime(t, format) {
        const f = t.fields();
        return format.replace(/%([-0^#_]*)(\d+)?(:{0,3})([EO]?)([a-zA-Z%+])/g, (all, flags, digits, colons, alternative, c) => {
            const width = digits === undefined ? null : parseInt(digits, 10);
            if (colons !== '' && c !== 'z')
                return all;
            if (c === 'z')
                return zoneOffset(t, colons.length, flags, width);
            if (numbers[c]) {
                const n = numbers[c](f, t);
                return number(n[0], n[1], n[2] || '0', flags, width);
            }
            if (years[c])
                return number(years[c](f), years[c](f) < 0 ? 5 : 4, '0', flags, width);
            if (c === 'L' || c === 'N') {
                const places = width === null ? (c === 'L' ? 3 : 9) : width;
                const all9 = padded(String(t.ns), 9, '0');
                return (all9 + (places > 9 && places <= 1024 ? '0'.repeat(places - 9) : '')).substr(0, places);
            }
            let s;
            if (texts[c])
                s = texts[c](f, t);
            else if (composed[c])
                s = strftime(t, composed[c]);
            else
                return all;
            if (flags.indexOf('^') >= 0)
                s = s.toUpperCase();
            if (flags.indexOf('#') >= 0)
                s = c === 'p' ? s.toLowerCase() : s === s.toUpperCase() && c === 'Z' ? s.toLowerCase() : s.toUpperCase();
            return width === null || flags.indexOf('-') >= 0 ? s : padded(s, width, flags.indexOf('0') >= 0 ? '0' : ' ');
        });
    }

    // --- Time.parse --------------------------------------------------------------------------------------------------
    const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
    const monthOf = name => 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name) / 3 + 1;
    const zones = { utc: 0, gmt: 0, z: 0, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7, jst: 9, cet: 1,
        cest: 2, bst: 1, ist: 5.5 };
    const clock = new RegExp('(\\d+)(?:\\s*:\\s*(\\d+)(?:\\s*:\\s*(\\d+)(?:[,.](\\d+))?)?|\\s*h(?:\\s*(\\d+)m?(?:\\s*(\\d+)s?)?)?\\b)'
        + '(?:\\s*([ap])(?:m\\b|\\.m\\.))?(?:\\s*((?:gmt|utc)?[-+]\\d+(?::?\\d+(?::?\\d+)?)?|[a-z]+(?:\\s+dst)?\\b))?');

    function zoneSeconds(zone) {
        const m = /([-+])(\d{1,2}):?(\d{2})?:?(\d{2})?$/.exec(zone);
        if (m)
            return (m[1] === '-' ? -1 : 1) * (m[2] * 3600 + (m[3] || 0) * 60 + +(m[4] || 0));
        return zones[zone] === undefined ? null : zones[zone] * 3600;
    }
    /// Puts the three parts of a date in their places: what has an apostrophe or more than two digits is the year.
    function dated(found, y, m, d, century) {
        const yearLike = s => s !== undefined && s !== null && /^'|\d{3,}/.test(s);
        if (y !== null && y !== undefined && (d === null || d === undefined) && m !== null) {
            const old = y;
            y = d;
            d = old;
        }
        if (!yearLike(y) && yearLike(d)) {
            const old = y;
            y = d;
            d = old;
        }
        if (y !== null && y !== undefined) {
            const digits = /[-+]?\d+/.exec(y)[0];
            found.year = parseInt(digits, 10);
            if (digits.replace(/^[-+]/, '').length <= 2 && !/^[-+]/.test(digits))
                found.year += found.year >= 69 ? 1900 : 2000;
        }
        if (m !== null && m !== undefined)
            found.month = parseInt(/\d+/.exec(m)[0], 10);
        if (d !== null && d !== undefined)
            found.day = parseInt(/\d+/.exec(d)[0], 10);
        return true;
    }
    const dateForms = [
        [new RegExp("('?\\d+)[^-\\d\\s]*\\s*" + monthName + "[^-\\d\\s']*(?:\\s*(?:c\\.?e\\.?|b\\.?c\\.?e?\\.?|a\\.?d\\.?)?\\s*('?-?\\d+(?:(?:st|nd|rd|th)\\b)?))?"),
            (f, m) => dated(f, m[3], String(monthOf(m[2])), m[1])],
        [new RegExp('\\b' + monthName + "[^-\\d\\s']*\\s*('?\\d+)[^-\\d\\s']*(?:\\s*,?\\s*('?-?\\d+))?"),
            (f, m) => dated(f, m[3] === undefined ? null : m[3], String(monthOf(m[1])), m[2], m[3] === undefined)],
        [/('?[-+]?\d+)-(\d+)-('?-?\d+)/, (f, m) => dated(f, m[1], m[2], m[3])],
        [new RegExp("('?-?\\d+)-" + monthName + "[^-/.]*-('?-?\\d+)"), (f, m) => dated(f, m[3], String(monthOf(m[2])), m[1])],
        [new RegExp('\\b' + monthName + "[^-/.]*-('?\\d+)(?:-('?-?\\d+))?"), (f, m) => dated(f, m[3], String(monthOf(m[1])), m[2])],
        [/('?-?\d+)\/\s*('?\d+)(?:\D\s*('?-?\d+))?/, slashed],
        [/('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)/, (f, m) => dated(f, m[1], m[2], m[3])],
        [/([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?(z\b|[-+]\d{1,4}\b)?/, bareDigits],
        [new RegExp('\\b' + monthName + '\\S*'), (f, m) => { f.month = monthOf(m[1]); return true; }],
    ];
    function slashed(f, m) {
        if (m[3] === undefined) {
            // Two parts are month and day.
            f.month = parseInt(m[1].replace(/\D/g, ''), 10);
            f.day = parseInt(m[2].replace(/\D/g, ''), 10);
            if (/\d{3,}/.test(m[1])) {
                f.year = f.month;
                f.month = f.day;
                delete f.day;
            }
            return true;
        }
        return dated(f, m[1], m[2], m[3]);
    }
    function bareDigits(f, m) {
        const s = m[2];
        const part = (from, n) => parseInt(s.substr(from, n), 10);
        switch (s.length) {
        case 2: f.day = part(0, 2); break;
        case 4: f.month = part(0, 2); f.day = part(2, 2); break;
        case 6: f.year = 2000 + part(0, 2) - (part(0, 2) >= 69 ? 100 : 0); f.month = part(2, 2); f.day = part(4, 2); break;
        case 8: case 10: case 12: case 14:
            f.year = part(0, 4); f.month = part(4, 2); f.day = part(6, 2);
            if (s.length >= 10) f.hour = part(8, 2);
            if (s.length >= 12) f.minute = part(10, 2);
            if (s.length >= 14) f.second = part(12, 2);
            break;
        case 3: f.yearDay = part(0, 3); break;
        default: return false;
        }
        if (m[3] && f.hour === undefined) {
            f.hour = parseInt(m[3].substr(0, 2), 10);
            f.minute = parseInt(m[3].substr(2, 2) || '0', 10);
            f.second = parseInt(m[3].substr(4, 2) || '0', 10);
        }
        if (m[5])
            f.zone = m[5];
        return true;
    }

    /// Time.parse; null where it raises.
    L.parseTime = text => {
        if (text.length > 128)
            return null;
        const found = {};
        let s = text.toLowerCase().replace(/[^-+',./:@a-z0-9\[\]]+/g, ' ');
        s = s.replace(/\b(sun|mon|tue|wed|thu|fri|sat)[^-\/\d\s]*/, ' ');
        const time = clock.exec(s);
        if (time) {
            readClock(found, time);
            s = s.slice(0, time.index) + ' ' + s.slice(time.index + time[0].length);
        }
        for (const form of dateForms) {
            const m = form[0].exec(s);
            if (m && form[1](found, m))
                break;
        }
        return made(found);
    };
    function readClock(found, m) {
        found.hour = parseInt(m[1], 10);
        found.minute = parseInt(m[2] || m[5] || '0', 10);
        found.second = parseInt(m[3] || m[6] || '0', 10);
        if (m[4])
            found.ns = Math.floor(parseFloat('0.' + m[4]) * 1e9 + 0.5);
        if (m[7])
            found.hour = found.hour % 12 + (m[7] === 'p' ? 12 : 0);
        if (m[8])
            found.zone = m[8];
    }
    function made(found) {
        const given = ['year', 'month', 'day', 'hour'].filter(k => found[k] !== undefined && !isNaN(found[k]));
        if (!given.length)
            return null;
        const now = L.now().fields();
        const year = found.year === undefined ? now.year : found.year;
        const month = found.month !== undefined ? found.month : found.year === undefined ? now.month : 1;
        const day = found.day !== undefined ? found.day : found.month === undefined && found.year === undefined ? now.day : 1;
        if (month < 1 || month > 12 || day < 1 || day > 31 || found.hour > 24 || found.minute > 59 || found.second > 60)
            return null;
        const extra = day > monthDays(year, month) ? day : day;
        const offset = found.zone === undefined ? null : zoneSeconds(found.zone);
        const clockTime = [found.hour || 0, found.minute || 0, found.second || 0];
        if (offset === null)
            return fromLocal(year, month, extra, clockTime[0], clockTime[1], clockTime[2], found.ns || 0);
        const at = dayNumber(year, month, extra) * 86400 + clockTime[0] * 3600 + clockTime[1] * 60 + clockTime[2] - offset;
        const utc = /^(?:utc|z|gmt)$/.test(found.zone);
        return new Time(at, found.ns || 0, offset, utc);
    }

    L.now = () => localTime(L.host.now(), 0);
    /// Liquid::Utils.to_date: Time, Date, or null.
    L.toDate = v => {
        if (v instanceof Time || v instanceof RubyDate)
            return v;
        if (typeof v === 'number')
            return localTime(v, 0);
        if (typeof v !== 'string' || v === '')
            return null;
        const s = v.toLowerCase();
        if (s === 'now' || s === 'today')
            return L.now();
        if (/^\d+$/.test(s))
            return localTime(parseInt(s, 10), 0);
        return L.parseTime(s);
    };
})(lectern);
