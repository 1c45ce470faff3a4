// SPDX-License-Identifier: GPL-3.0-or-later
// Expressions, filter chains and conditions by the rules of Ruby's Liquid: strict first, and where that fails the lax
// reading by patterns, as Jekyll's `error_mode: warn` does. What was read is kept by its text.
(function (L) {
    'use strict';

    const S = '[ \\t\\r\\n\\f\\v]';
    const NS = '[^ \\t\\r\\n\\f\\v]';
    const quoted = '"[^"]*"|\'[^\']*\'';
    const fragment = '(?:' + quoted + '|(?:[^ \\t\\r\\n\\f\\v,|\'"]|' + quoted + ')+)';
    L.pattern = {
        space: S, fragment: fragment,
        attributes: '(\\w[\\w-]*)' + S + '*:' + S + '*(' + fragment + ')',
        signature: '(?:\\(?[\\w\\-.\\[\\]]\\)?)',
    };

    /// Keeps what `make` returns by its text; bounded, and dropped with the templates, because typing makes new texts all
    /// the time.
    const forgetters = [];
    function memo(make) {
        let kept = Object.create(null);
        let count = 0;
        forgetters.push(() => {
            kept = Object.create(null);
            count = 0;
        });
        return text => {
            const key = '$' + text;
            let made = kept[key];
            if (made === undefined) {
                if (++count > 4000) {
                    kept = Object.create(null);
                    count = 1;
                }
                made = kept[key] = make(text);
            }
            return made;
        };
    }
    L.memo = memo;
    L.forgetTexts = () => forgetters.forEach(forget => forget());
    L.scan = (text, regexp) => {
        const found = [];
        let m;
        regexp.lastIndex = 0;
        while ((m = regexp.exec(text)) !== null) {
            found.push(m);
            if (m[0] === '')
                ++regexp.lastIndex;
        }
        return found;
    };

    class SyntaxFailure {
        constructor(message) { this.message = message; }
    }
    L.SyntaxFailure = SyntaxFailure;

    // --- expressions -------------------------------------------------------------------------------------------------
    class Constant {
        constructor(value) { this.value = value; }
        evaluate() { return this.value; }
    }
    class RangeLookup {
        constructor(from, to) {
            this.from = from;
            this.to = to;
        }
        bound(v) { return v === null || typeof v === 'string' ? L.toI(v) : L.strictInteger(v); }
        evaluate(ctx) { return new L.Range(this.bound(this.from.evaluate(ctx)), this.bound(this.to.evaluate(ctx))); }
    }

    const commands = { size: true, first: true, last: true };
    function command(object, name) {
        if (name === 'size') {
            if (typeof object === 'string') return L.characters(object).length;
            if (Array.isArray(object)) return object.length;
            if (object instanceof L.Hash) return object.keys.length;
            if (object instanceof L.Range) return object.size();
            return typeof object === 'number' ? 8 : undefined;
        }
        if (Array.isArray(object))
            return object.length ? L.element(object, name === 'first' ? 0 : object.length - 1) : null;
        if (object instanceof L.Range)
            return name === 'first' ? object.from : object.to;
        if (object instanceof L.Hash && name === 'first')
            return object.keys.length ? [object.keys[0], object.get(object.keys[0])] : null;
        return undefined;
    }

    const variableParts = new RegExp('\\[[^\\]]+\\]|[\\w\\-]+\\??', 'g');
    class Lookup {
        constructor(markup) {
            const parts = L.scan(markup, variableParts).map(m => m[0]);
            const part = p => p[0] === '[' && p[p.length - 1] === ']' ? parseExpression(p.slice(1, -1)) : p;
            this.name = parts.length ? part(parts.shift()) : null;
            this.parts = parts.map(part);
            this.key = typeof this.name === 'string' ? '$' + this.name : null;
        }
        evaluate(ctx) {
            let object = ctx.find(this.key !== null ? this.key : '$' + (this.name && L.toS(this.name.evaluate(ctx))));
            for (let i = 0; i < this.parts.length && object !== null; ++i) {
                const part = this.parts[i];
                const key = typeof part === 'string' ? part : part.evaluate(ctx);
                if (ctx.sources !== null && i === this.parts.length - 1)
                    ctx.source = object.id === undefined ? null : [object.id, key];
                object = this.step(object, key, typeof part === 'string' && commands[part] === true);
            }
            return object;
        }
        step(object, key, isCommand) {
            if (object instanceof L.Hash) {
                if (object.has(key)) return object.get(key);
                if (typeof key === 'number') return null;
            } else if (Array.isArray(object) && typeof key === 'number') {
                return L.element(object, key < 0 ? object.length + key : key);
            } else if (object instanceof L.Drop) {
                return object.get(key);
            }
            const value = isCommand ? command(object, key) : null;
            return value === undefined ? null : value;
        }
        /// The name where this is nothing but one ("content").
        plainName() { return typeof this.name === 'string' && this.parts.length === 0 ? this.name : null; }
    }

    const literals = { 'nil': null, 'null': null, '': null, 'true': true, 'false': false, 'blank': '', 'empty': '' };
    const rangeSyntax = new RegExp('^\\(' + S + '*(' + NS + '+)' + S + '*\\.\\.' + S + '*(' + NS + '+)' + S + '*\\)$');
    const parseExpression = memo(text => {
        const markup = L.strip(text);
        const first = markup[0], last = markup[markup.length - 1];
        if ((first === '"' || first === "'") && first === last)
            return new Constant(markup.slice(1, -1));
        if (/^-?\d+$/.test(markup))
            return new Constant(parseInt(markup, 10));
        if (first === '(') {
            // Ruby's atomic group takes all that is not white space and gives back only the two dots.
            const m = rangeSyntax.exec(markup);
            if (m)
                return parseRange(m[1], m[2]);
        }
        if (/^-?\d[\d.]+$/.test(markup))
            return new Constant(L.parseFloat(markup));
        if (Object.prototype.hasOwnProperty.call(literals, markup))
            return new Constant(literals[markup]);
        return new Lookup(markup);
    });
    function parseRange(from, to) {
        const a = parseExpression(from), b = parseExpression(to);
        if (a instanceof Constant && b instanceof Constant)
            return new Constant(new L.Range(L.toI(a.value), L.toI(b.value)));
        return new RangeLookup(a, b);
    }
    L.Constant = Constant;
    L.Lookup = Lookup;
    L.parseExpression = parseExpression;

    // --- the strict parser -------------------------------------------------------------------------------------------
    const lexemes = new RegExp(S + '*(?:(==|!=|<>|<=?|>=?|contains(?=' + S + '))|(' + quoted
        + ')|(-?\\d+(?:\\.\\d+)?)|([a-zA-Z_][\\w-]*\\??)|(\\.\\.)|([|.:,\\[\\]()?-]))', 'g');
    const lexemeKinds = ['comparison', 'string', 'number', 'id', 'dotdot'];
    function tokenize(text) {
        const tokens = [];
        const end = L.rstrip(text).length;
        lexemes.lastIndex = 0;
        let at = 0;
        while (at < end) {
            lexemes.lastIndex = at;
            const m = lexemes.exec(text);
            // Not the sticky flag: QJSEngine of Qt 6.4 takes it and searches on all the same.
            if (m === null || m.index !== at)
                throw new SyntaxFailure('Unexpected character ' + L.lstrip(text.substr(at))[0]);
            at = lexemes.lastIndex;
            let kind = 0;
            while (kind < 5 && m[kind + 1] === undefined)
                ++kind;
            tokens.push([kind < 5 ? lexemeKinds[kind] : m[6], m[kind + 1]]);
        }
        tokens.push(['end_of_string', '']);
        return tokens;
    }

    const names = { '|': 'pipe', '.': 'dot', ':': 'colon', ',': 'comma', '[': 'open_square', ']': 'close_square', '(': 'open_round',
        ')': 'close_round', '?': 'question', '-': 'dash' };
    const nameOf = kind => names[kind] || kind;

    class Parser {
        constructor(text) {
            this.tokens = tokenize(text);
            this.at = 0;
        }
        look(kind, ahead) {
            const token = this.tokens[this.at + (ahead || 0)];
            return token !== undefined && token[0] === kind;
        }
        take(kind) {
            const token = this.tokens[this.at];
            if (kind && token[0] !== kind)
                throw new SyntaxFailure('Expected ' + nameOf(kind) + ' but found ' + nameOf(token[0]));
            ++this.at;
            return token[1];
        }
        has(kind) { return this.look(kind) ? this.take() : false; }
        id(name) { return this.look('id') && this.tokens[this.at][1] === name ? this.take() : false; }
        expression(depth) {
            depth = depth || 0;
            if (depth > 100)
                throw new SyntaxFailure('Nesting too deep');
            const kind = this.tokens[this.at][0];
            if (kind === 'id')
                return this.take() + this.lookups(depth);
            if (kind === '[')
                return this.take() + this.expression(depth + 1) + this.take(']') + this.lookups(depth);
            if (kind === 'string' || kind === 'number')
                return this.take();
            if (kind === '(') {
                this.take();
                const from = this.expression(depth + 1);
                this.take('dotdot');
                const to = this.expression(depth + 1);
                this.take(')');
                return '(' + from + '..' + to + ')';
            }
            const shown = kind === 'end_of_string' ? '' : ', ' + L.inspect(this.tokens[this.at][1]);
            throw new SyntaxFailure('[:' + nameOf(kind) + shown + '] is not a valid expression');
        }
        argument() {
            const name = this.look('id') && this.look(':', 1) ? this.take() + this.take() + ' ' : '';
            return name + this.expression();
        }
        lookups(depth) {
            let text = '';
            for (;;) {
                if (this.look('['))
                    text += this.take() + this.expression(depth + 1) + this.take(']');
                else if (this.look('.'))
                    text += this.take() + this.take('id');
                else
                    return text;
            }
        }
    }
    L.Parser = Parser;

    /// `strict` of a parser on `markup`; where it refuses, `lax`.
    L.withFallback = (markup, strict, lax) => {
        let parser;
        try {
            parser = new Parser(markup);
            return strict(parser);
        } catch (e) {
            if (!(e instanceof SyntaxFailure))
                throw e;
            return lax(markup);
        }
    };

    // --- filter chains -----------------------------------------------------------------------------------------------
    const justAttribute = new RegExp('^' + L.pattern.attributes + '$');
    function filterCall(name, args) {
        const call = { name: name, args: [], named: null };
        for (const a of args) {
            const m = justAttribute.exec(a);
            if (m)
                (call.named = call.named || []).push([m[1], parseExpression(m[2])]);
            else
                call.args.push(parseExpression(a));
        }
        return call;
    }

    const leading = new RegExp('(' + fragment + ')([^]*)');
    const afterPipe = new RegExp('\\|' + S + '*([^]*)');
    const filterParts = new RegExp('(?:' + S + '+|' + fragment + '|,)+', 'g');
    const filterArgs = new RegExp('[:,]' + S + '*((?:\\w+' + S + '*:' + S + '*)?' + fragment + ')', 'g');

    class Chain {
        constructor(start, filters) {
            this.start = start;
            this.filters = filters;
            const plain = start instanceof Lookup && !filters.length ? start.plainName() : null;
            this.printsContent = plain === 'content';
        }
        evaluate(ctx) {
            ctx.source = null;
            let value = this.start === null ? null : this.start.evaluate(ctx);
            const source = value === null ? null : ctx.source;
            for (let i = 0; i < this.filters.length; ++i) {
                const filter = this.filters[i];
                const args = [value];
                for (let j = 0; j < filter.args.length; ++j)
                    args.push(filter.args[j].evaluate(ctx));
                if (filter.named) {
                    const named = new L.Hash();
                    filter.named.forEach(n => named.set(n[0], n[1].evaluate(ctx)));
                    args.push(named);
                }
                value = L.invoke(ctx, filter.name, args);
            }
            ctx.source = source;
            return value;
        }
    }

    function strictChain(p) {
        if (p.look('end_of_string'))
            return new Chain(null, []);
        const start = parseExpression(p.expression());
        const filters = [];
        while (p.has('|')) {
            const name = p.take('id');
            const args = [];
            if (p.has(':')) {
                args.push(p.argument());
                while (p.has(','))
                    args.push(p.argument());
            }
            filters.push(filterCall(name, args));
        }
        p.take('end_of_string');
        return new Chain(start, filters);
    }
    function laxChain(markup) {
        const m = leading.exec(markup);
        if (!m)
            return new Chain(null, []);
        const filters = [];
        const rest = afterPipe.exec(m[2]);
        if (rest) {
            for (const part of L.scan(rest[1], filterParts)) {
                const name = /\w+/.exec(part[0]);
                if (name)
                    filters.push(filterCall(name[0], L.scan(part[0], filterArgs).map(a => a[1])));
            }
        }
        return new Chain(parseExpression(m[1]), filters);
    }
    L.parseChain = memo(markup => L.withFallback(markup, strictChain, laxChain));

    // --- conditions --------------------------------------------------------------------------------------------------
    class MethodLiteral {
        constructor(name) { this.name = name; }
        evaluate() { return this; }
        text() { return ''; }
        /// `empty?` of Ruby; `blank?` comes with Rails only, so nothing is blank here.
        holds(v) {
            if (this.name !== 'empty') return false;
            if (typeof v === 'string' || Array.isArray(v)) return v.length === 0;
            return v instanceof L.Hash && v.keys.length === 0;
        }
    }
    const methodLiterals = { empty: new MethodLiteral('empty'), blank: new MethodLiteral('blank') };
    L.MethodLiteral = MethodLiteral;
    function operand(markup) {
        if (markup === 'empty' || markup === 'blank')
            return methodLiterals[markup];
        return parseExpression(markup);
    }
    L.parseOperand = operand;

    function same(a, b) {
        if (a instanceof MethodLiteral) return a.holds(b);
        if (b instanceof MethodLiteral) return b.holds(a);
        return L.equal(a, b);
    }
    L.same = same;
    function contains(a, b) {
        if (!L.truthy(a) || !L.truthy(b)) return false;
        if (typeof a === 'string') return a.indexOf(L.toS(b)) >= 0;
        if (Array.isArray(a)) return L.forced(a).some(e => L.equal(e, b));
        if (a instanceof L.Hash) return a.has(L.toS(b)) && typeof b === 'string';
        if (a instanceof L.Range) return L.isNumber(b) && L.numeric(b) >= a.from && L.numeric(b) <= a.to;
        return false;
    }
    function ordered(v) {
        return L.isNumber(v) || typeof v === 'string' || v instanceof L.Time || v instanceof L.Date;
    }
    function relation(a, op, b) {
        if (!ordered(a) || !ordered(b))
            return op === '<=' || op === '>=' || op === '<' || op === '>' ? null : undefined;
        const c = L.compare(a, b);
        if (c === null)
            throw L.cannotCompare(a, b);
        return op === '<' ? c < 0 : op === '>' ? c > 0 : op === '<=' ? c <= 0 : c >= 0;
    }

    class Condition {
        constructor(left, op, right) {
            this.left = left;
            this.op = op;
            this.right = right;
            this.relation = null;
            this.child = null;
        }
        evaluate(ctx) {
            let condition = this;
            for (;;) {
                const result = condition.test(ctx);
                if (condition.relation === null || (condition.relation === 'or') === L.truthy(result))
                    return result;
                condition = condition.child;
            }
        }
        test(ctx) {
            const a = this.left.evaluate(ctx);
            if (!this.op)
                return a;
            const b = this.right.evaluate(ctx);
            switch (this.op) {
            case '==': return same(a, b);
            case '!=':
            case '<>': return !same(a, b);
            case '<':
            case '>':
            case '<=':
            case '>=': return relation(a, this.op, b);
            case 'contains': return contains(a, b);
            default: throw new L.Failure('Unknown operator ' + this.op);
            }
        }
    }
    L.Condition = Condition;

    function strictCondition(p, make) {
        const comparison = () => {
            const left = make(p.expression());
            const op = p.has('comparison');
            return op ? new Condition(left, op, make(p.expression())) : new Condition(left, null, null);
        };
        const first = comparison();
        let condition = first, word;
        while ((word = p.id('and') || p.id('or'))) {
            condition.relation = word;
            condition.child = comparison();
            condition = condition.child;
        }
        p.take('end_of_string');
        return first;
    }
    const boolean = '\\b(?:' + S + '?and' + S + '?|' + S + '?or' + S + '?)\\b';
    const expressionsAndOperators = new RegExp('(?:' + boolean + '|(?:' + S + '*(?!' + boolean + ')(?:' + fragment + '|'
        + NS + '+)' + S + '*)+)', 'g');
    const comparisonSyntax = new RegExp('(' + fragment + ')' + S + '*([=!<>a-z_]+)?' + S + '*(' + fragment + ')?');
    function laxCondition(markup) {
        const failure = () => new SyntaxFailure("Syntax Error in tag 'if' - Valid syntax: if [expression]");
        const parts = L.scan(markup, expressionsAndOperators).map(m => m[0]);
        const comparison = text => {
            const m = text === undefined ? null : comparisonSyntax.exec(text);
            if (!m)
                throw failure();
            return new Condition(operand(m[1]), m[2] || null, m[3] === undefined ? new Constant(null) : operand(m[3]));
        };
        let condition = comparison(parts.pop());
        while (parts.length) {
            const word = L.strip(parts.pop());
            const outer = comparison(parts.pop());
            if (word !== 'and' && word !== 'or')
                throw failure();
            outer.relation = word;
            outer.child = condition;
            condition = outer;
        }
        return condition;
    }
    L.parseCondition = memo(markup => L.withFallback(markup, p => strictCondition(p, operand), laxCondition));
    /// The expression of `where_exp`: no lax reading, and `empty` is only the empty string.
    L.parseFilterCondition = memo(markup => strictCondition(new Parser(markup), parseExpression));
})(lectern);
