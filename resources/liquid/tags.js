// SPDX-License-Identifier: GPL-3.0-or-later
// The tags of Ruby's Liquid and of Jekyll, as liquidjs tags: liquidjs dispatches tokens to them, holds the context with its
// limits, and the registry of filters. Text between tags is not here: a literal is an index that the host fills in.
(function (L) {
    'use strict';
    const lib = liquidjs;
    const P = L.pattern;
    const S = P.space;

    // --- context -----------------------------------------------------------------------------------------------------
    /// State of one render. `scopes[0]` is the outermost, where `assign` writes.
    class Context extends lib.Context {
        constructor(engine, options) {
            super({}, engine.options, { sync: true, renderLimit: options.milliseconds, memoryLimit: options.memory });
            this.scopes = [Object.create(null)];
            this.counters = Object.create(null);
            this.interrupts = [];
            this.budget = options.steps;
            this.maxDepth = options.depth;
            this.timed = options.milliseconds > 0;
            this.sinceLook = 0;
            this.uncharged = 0;
            this.frame = 0;
            this.sink = null; // array that collects text inside capture; null: the output
            this.pieces = [];
            this.operations = 0;
            this.includes = Object.create(null);
            this.trail = []; // the include tags that led here, outermost first: [frame, token]
            this.content = null;
            this.sources = null; // [operation, id of the host's list or hash, key] of values printed; null: not wanted
            this.source = null; // [id, key] of the value at hand
        }

        spend(steps) {
            this.budget -= steps;
            if (this.budget < 0)
                throw new L.LimitReached('steps');
            this.sinceLook += steps;
            if (this.timed && this.sinceLook > 500) {
                this.sinceLook = 0;
                this.renderLimit.check(Date.now());
            }
        }

        /// Charges text to liquidjs' limiter in larger lots.
        charge(size) {
            this.uncharged += size;
            if (this.uncharged > 10000) {
                this.memoryLimit.use(this.uncharged);
                this.uncharged = 0;
            }
        }

        // Variables.
        /// The variable under `key`, its name with '$' before it.
        find(key) {
            for (let i = this.scopes.length - 1; i >= 0; --i) {
                const value = this.scopes[i][key];
                if (value !== undefined)
                    return L.force(value);
            }
            let value = this.counters[key];
            if (value !== undefined)
                return value;
            if (key === '$content' && this.content !== null)
                return this.contentText();
            value = L.locals[key];
            if (value === undefined || value === null)
                value = L.globals[key];
            return value === undefined ? null : L.force(value);
        }
        contentText() {
            if (this.text === undefined)
                this.text = L.host.content();
            return this.text;
        }
        /// Whether `content` is still what the host gave, so that printing it needs no text.
        contentIsHosts() {
            return this.content !== null && this.scopes.every(scope => scope.$content === undefined)
                && this.counters.$content === undefined;
        }
        assign(name, value) { this.scopes[0]['$' + name] = value; }
        set(name, value) { this.scopes[this.scopes.length - 1]['$' + name] = value; }
        stack(body) {
            this.scopes.push(Object.create(null));
            try {
                if (this.scopes.length > this.maxDepth)
                    throw new L.LimitReached('depth');
                return body();
            } finally {
                this.scopes.pop();
            }
        }

        // Output.
        write(text, index, source) {
            if (text === '')
                return;
            this.charge(text.length);
            if (this.sink) {
                this.sink.push(text);
                return;
            }
            this.pieces.push(text);
            if (source && this.sources)
                this.sources.push([this.operations].concat(source));
            L.operation(this.operations++, this.frame, index, text.length);
        }
        literal(index) {
            if (this.sink) {
                const text = L.host.literal(this.frame, index);
                this.charge(text.length);
                this.sink.push(text);
            } else {
                L.operation(this.operations++, this.frame, index, -1);
            }
        }
        printContent(index) {
            if (this.sink)
                this.write(this.contentText(), index);
            else
                L.operation(this.operations++, this.frame, index, -2);
        }
        captured(body) {
            const outer = this.sink;
            this.sink = [];
            try {
                body();
                return this.sink.join('');
            } finally {
                this.sink = outer;
            }
        }

        report(index, code, argument) {
            L.host.report(this.frame, index, code, String(argument || ''), this.trailText());
        }
        trailText() { return this.trail.map(t => t.join(' ')).join(','); }
        /// An error in a node: its text stands in the page as Liquid writes it, and the host is told.
        fail(error, node) {
            if (isLimit(error))
                throw error;
            const failure = error instanceof L.Failure ? error : L.internal();
            this.report(node.index, failure.code, error && error.message || failure.message);
            if (!node.blank && !failure.silent)
                this.write(failure.shown, node.index);
        }
    }

    function isLimit(error) {
        return error instanceof L.LimitReached || error && (error.name === 'AssertionError' || error.name === 'RangeError');
    }
    L.limitName = error => {
        if (error instanceof L.LimitReached) return error.which;
        if (error.name === 'RangeError') return /call stack/.test(error.message) ? 'depth' : 'memory';
        return /memory/.test(error.message) ? 'memory' : 'time';
    };
    L.isLimit = isLimit;
    L.Context = Context;

    function renderAll(nodes, ctx) {
        for (let i = 0; i < nodes.length; ++i) {
            const node = nodes[i];
            ctx.spend(1);
            if (node.literalText) {
                ctx.literal(node.index);
                continue;
            }
            try {
                node.render(ctx);
            } catch (e) {
                ctx.fail(e, node);
            }
            if (ctx.interrupts.length)
                return;
        }
    }
    L.renderAll = renderAll;

    // --- nodes and bodies --------------------------------------------------------------------------------------------
    class Literal {
        constructor(index, blank) {
            this.index = index;
            this.blank = blank;
        }
    }
    Literal.prototype.literalText = true;

    class Body {
        constructor() {
            this.nodes = [];
            this.blank = true;
        }
        add(node) {
            this.nodes.push(node);
            this.blank = this.blank && node.blank;
        }
        dropBlankText() { this.nodes = this.nodes.filter(n => !n.literalText); }
        render(ctx) { renderAll(this.nodes, ctx); }
    }

    /// The tokens of a template and what was found wrong with them. Has the `shift` that liquidjs asks of a token list.
    class Tokens {
        constructor(list) {
            this.list = list;
            this.at = 0;
            this.open = [];
            this.problems = [];
        }
        shift() { return this.list[this.at++]; }
        back() { --this.at; }
        problem(token, code, argument) { this.problems.push([token.index, code, argument]); }
    }
    L.Tokens = Tokens;

    /// A token for liquidjs; made by us from what the host split.
    class TagToken extends lib.Token {
        constructor(name, markup, index, raw) {
            super(lib.TokenKind.Tag, raw, 0, raw.length);
            this.name = name;
            this.args = markup;
            this.index = index;
            this.tokenizer = null;
        }
    }
    const fullToken = new RegExp('^\\{%-?' + S + '*(#|\\w+)' + S + '*([^]*?)-?%\\}$');
    L.makeToken = (raw, index) => {
        if (raw[1] === '{')
            return new TagToken('{{', /^\{\{-?([^]*?)-?\}\}$/.exec(raw)[1], index, raw);
        const m = fullToken.exec(raw);
        return new TagToken(m[1], m[2], index, raw);
    };

    /// Reads nodes into `body` up to a tag in `ends`, which is returned, or to the end of the block that is open around
    /// this one, or of the text: then null. `tolerant`: tags that nothing knows are passed over.
    function parseBody(body, tokens, parser, ends, tolerant) {
        for (;;) {
            const token = tokens.shift();
            if (token === undefined)
                return null;
            if (token instanceof Literal) {
                body.add(token);
                continue;
            }
            if (ends.indexOf(token.name) >= 0)
                return token;
            if (parser.liquid.tags[token.name]) {
                body.add(parseTag(token, tokens, parser));
            } else if (tolerant) {
                continue;
            } else if (tokens.open.indexOf(token.name) >= 0) {
                tokens.back();
                return null;
            } else {
                addUnknown(body, token, tokens);
            }
        }
    }
    L.parseBody = parseBody;

    function parseTag(token, tokens, parser) {
        try {
            return parser.parseToken(token, tokens);
        } catch (e) {
            const cause = e.originalError || e;
            if (!(cause instanceof L.SyntaxFailure))
                throw cause;
            tokens.problem(token, 'liquid.syntax', cause.message);
            return new Nothing(token);
        }
    }

    const strays = { 'else': true, 'elsif': true, 'when': true, 'end': true };
    function addUnknown(body, token, tokens) {
        const closes = /^end(\w+)$/.exec(token.name);
        if (closes && tokens.plugins && tokens.plugins[closes[1]])
            return;
        if (closes || strays[token.name]) {
            tokens.problem(token, 'liquid.syntax', "unexpected tag '" + token.name + "'");
            return;
        }
        (tokens.plugins = tokens.plugins || Object.create(null))[token.name] = true;
        const tag = new PluginTag(token);
        // Jekyll refuses the template, whether the tag's branch is taken or not.
        tokens.problem(token, 'liquid.unknown-tag', token.name);
        tokens.problems[tokens.problems.length - 1].push(token.args);
        body.add(tag);
    }

    class Nothing {
        constructor(token) {
            this.index = token.index;
            this.blank = true;
        }
        render() {}
    }

    /// A tag that only a plugin knows: the host's output for it, else a mark that shows it.
    class PluginTag {
        constructor(token) {
            this.index = token.index;
            this.name = token.name;
            this.markup = token.args;
            this.blank = false;
        }
        render(ctx) {
            const output = L.host.pluginTag(this.name, this.markup);
            if (typeof output === 'string') {
                ctx.write(output, this.index);
                return;
            }
            const text = L.escapeHtml('{% ' + this.name + (this.markup ? ' ' + L.strip(this.markup) : '') + ' %}');
            ctx.write('<span class="lectern-unknown-tag">' + text + '</span>', this.index);
        }
    }

    class Tag extends lib.Tag {
        constructor(token, tokens, liquid, parser) {
            super(token, tokens, liquid);
            this.index = token.index;
            this.blank = false;
            this.setUp(token.args, token, tokens, parser);
        }
        setUp() {}
        /// Reads a body up to one of `ends` or to this block's own end; that tag, or null where it is missing.
        body(tokens, parser, body, others, tolerant) {
            const end = 'end' + this.name;
            if (tokens.open.length >= 100)
                throw new L.SyntaxFailure('Nesting too deep');
            tokens.open.push(end);
            const stop = parseBody(body, tokens, parser, [end].concat(others || []), tolerant);
            tokens.open.pop();
            if (stop === null)
                tokens.problem(this.token, 'liquid.syntax', "'" + this.name + "' tag was never closed");
            return stop === null || stop.name === end ? null : stop;
        }
    }
    L.Tag = Tag;

    const syntax = (tag, valid) => new L.SyntaxFailure("Syntax Error in '" + tag + "' - Valid syntax: " + valid);

    class Output extends Tag {
        setUp(markup) { this.chain = L.parseChain(markup); }
        render(ctx) {
            if (this.chain.printsContent && ctx.contentIsHosts())
                ctx.printContent(this.index);
            else
                ctx.write(L.printed(this.chain.evaluate(ctx)), this.index, ctx.source);
        }
    }

    // --- variables ---------------------------------------------------------------------------------------------------
    const assignSyntax = new RegExp('(' + P.signature + '+)' + S + '*=' + S + '*([^]*)');
    class Assign extends Tag {
        setUp(markup) {
            const m = assignSyntax.exec(markup);
            if (!m)
                throw syntax('assign', 'assign [var] = [source]');
            this.to = m[1];
            this.chain = L.parseChain(m[2]);
            this.blank = true;
        }
        render(ctx) { ctx.assign(this.to, this.chain.evaluate(ctx)); }
    }
    const captureSyntax = new RegExp('(' + P.signature + '+)');
    class Capture extends Tag {
        setUp(markup, token, tokens, parser) {
            const m = captureSyntax.exec(markup);
            this.inner = new Body();
            this.body(tokens, parser, this.inner);
            this.to = m ? m[1] : null;
            this.blank = true;
            if (!m)
                tokens.problem(token, 'liquid.syntax', syntax('capture', 'capture [var]').message);
        }
        render(ctx) {
            const text = ctx.captured(() => this.inner.render(ctx));
            if (this.to !== null)
                ctx.assign(this.to, text);
        }
    }
    class Increment extends Tag {
        setUp(markup) { this.variable = '$' + L.strip(markup); }
        render(ctx) {
            const value = this.current(ctx);
            ctx.counters[this.variable] = value + 1;
            ctx.write(String(value), this.index);
        }
        current(ctx) {
            const value = ctx.counters[this.variable];
            return value === undefined ? 0 : value;
        }
    }
    class Decrement extends Increment {
        render(ctx) {
            const value = this.current(ctx) - 1;
            ctx.counters[this.variable] = value;
            ctx.write(String(value), this.index);
        }
    }
    class Echo extends Output {}

    // --- text --------------------------------------------------------------------------------------------------------
    class Comment extends Tag {
        setUp(markup, token, tokens, parser) {
            this.blank = true;
            this.body(tokens, parser, new Body(), [], true);
        }
        render() {}
    }
    class InlineComment extends Tag {
        setUp() { this.blank = true; }
        render() {}
    }
    class Raw extends Tag {
        setUp(markup, token, tokens) {
            const text = tokens.shift();
            this.text = text ? text.index : -1;
            this.blank = !text || text.empty;
            if (L.strip(markup) !== '')
                tokens.problem(token, 'liquid.syntax', "Syntax Error in 'raw' - Valid syntax: raw");
        }
        render(ctx) {
            if (this.text >= 0)
                ctx.literal(this.text);
        }
    }

    // --- conditions --------------------------------------------------------------------------------------------------
    class If extends Tag {
        setUp(markup, token, tokens, parser) {
            this.branches = [];
            let stop = token;
            while (stop) {
                const body = new Body();
                this.branches.push({ condition: this.condition(stop, tokens), body: body });
                stop = this.body(tokens, parser, body, ['elsif', 'else']);
            }
            this.blank = this.branches.every(b => b.body.blank);
            if (this.blank)
                this.branches.forEach(b => b.body.dropBlankText());
        }
        /// null stands for "always"; a condition that cannot be read never holds.
        condition(token, tokens) {
            if (token.name === 'else')
                return null;
            try {
                return L.parseCondition(token.args);
            } catch (e) {
                if (!(e instanceof L.SyntaxFailure))
                    throw e;
                tokens.problem(token, 'liquid.syntax', e.message);
                return new L.Condition(new L.Constant(false), null, null);
            }
        }
        holds(branch, first, ctx) { return branch.condition === null || L.truthy(branch.condition.evaluate(ctx)); }
        render(ctx) {
            for (let i = 0; i < this.branches.length; ++i) {
                if (this.holds(this.branches[i], i === 0, ctx)) {
                    this.branches[i].body.render(ctx);
                    return;
                }
            }
        }
    }
    class Unless extends If {
        holds(branch, first, ctx) { return super.holds(branch, first, ctx) !== first; }
    }

    const fragment = new RegExp('(' + P.fragment + ')');
    const whenSyntax = new RegExp('(' + P.fragment + ')(?:(?:' + S + '+or' + S + '+|' + S + '*,' + S + '*)(' + P.fragment + '[^]*))?');
    class Case extends Tag {
        setUp(markup, token, tokens, parser) {
            const m = fragment.exec(markup);
            this.left = m ? L.parseExpression(m[1]) : new L.Constant(null);
            if (!m)
                tokens.problem(token, 'liquid.syntax', syntax('case', 'case [condition]').message);
            this.branches = [];
            const before = new Body();
            let body = before;
            let blank = true;
            let stop;
            while ((stop = this.body(tokens, parser, body, ['when', 'else']))) {
                blank = blank && body.blank;
                body = new Body();
                this.branch(stop, body, tokens);
            }
            this.blank = blank && body.blank;
            if (this.blank)
                this.branches.forEach(b => b.body.dropBlankText());
        }
        branch(token, body, tokens) {
            if (token.name === 'else') {
                if (/[^\s\0]/.test(token.args))
                    tokens.problem(token, 'liquid.syntax', syntax('case', '{% else %} (no parameters) ').message);
                this.branches.push({ value: null, body: body });
                return;
            }
            let markup = token.args;
            while (markup !== undefined) {
                const m = whenSyntax.exec(markup);
                if (!m) {
                    tokens.problem(token, 'liquid.syntax', syntax('case', '{% when [condition] %}').message);
                    return;
                }
                this.branches.push({ value: L.parseOperand(m[1]), body: body });
                markup = m[2];
            }
        }
        render(ctx) {
            let found = false;
            for (const branch of this.branches) {
                if (branch.value === null) {
                    if (!found)
                        branch.body.render(ctx);
                } else if (L.truthy(L.same(this.left.evaluate(ctx), branch.value.evaluate(ctx)))) {
                    found = true;
                    branch.body.render(ctx);
                }
            }
        }
    }

    class Ifchanged extends Tag {
        setUp(markup, token, tokens, parser) {
            this.inner = new Body();
            this.body(tokens, parser, this.inner);
            this.blank = this.inner.blank;
        }
        render(ctx) {
            const text = ctx.captured(() => this.inner.render(ctx));
            if (text !== ctx.registers.ifchanged) {
                ctx.registers.ifchanged = text;
                ctx.write(text, this.index);
            }
        }
    }

    // --- loops -------------------------------------------------------------------------------------------------------
    class ForLoop extends L.Drop {
        constructor(name, length, parent) {
            super();
            this.loopName = name;
            this.length = length;
            this.parent = parent;
            this.at = 0;
        }
        get(key) {
            switch (key) {
            case 'index': return this.at + 1;
            case 'index0': return this.at;
            case 'rindex': return this.length - this.at;
            case 'rindex0': return this.length - this.at - 1;
            case 'first': return this.at === 0;
            case 'last': return this.at === this.length - 1;
            case 'length': return this.length;
            case 'parentloop': return this.parent;
            case 'name': return this.loopName;
            default: return null;
            }
        }
    }
    ForLoop.prototype.rubyClass = 'Liquid::ForloopDrop';

    /// Liquid::Utils.slice_collection: the items from `from` up to `to` (null: all).
    function slice(collection, from, to) {
        if (typeof collection === 'string')
            return collection === '' ? [] : [collection];
        let items;
        if (Array.isArray(collection))
            items = collection;
        else if (collection instanceof L.Hash)
            items = collection.pairs();
        else if (collection instanceof L.Range)
            items = collection.toArray();
        else
            return [];
        if (to !== null && to <= 0)
            return [];
        return items.slice(Math.max(0, from), to === null ? undefined : to);
    }

    const forSyntax = new RegExp('^([\\w-]+)' + S + '+in' + S + '+(' + P.fragment + '+)' + S + '*(reversed)?');
    const attributes = new RegExp(P.attributes, 'g');
    const readFor = L.memo(markup => L.withFallback(markup, strictFor, laxFor));
    function forAttribute(loop, key, text) {
        if (key === 'limit')
            loop.limit = L.parseExpression(text);
        else if (key === 'offset')
            loop.offset = text === 'continue' ? 'continue' : L.parseExpression(text);
    }
    function strictFor(p) {
        const loop = { variable: p.take('id'), limit: null, offset: null };
        if (!p.id('in'))
            throw new L.SyntaxFailure("For loops require an 'in' clause");
        const collection = p.expression();
        loop.collection = L.parseExpression(collection);
        loop.name = loop.variable + '-' + collection;
        loop.reversed = !!p.id('reversed');
        while (p.look('id') && p.look(':', 1)) {
            const key = p.id('limit') || p.id('offset');
            if (!key)
                throw new L.SyntaxFailure('Invalid attribute in for loop. Valid attributes are limit and offset');
            p.take();
            forAttribute(loop, key, p.expression());
        }
        p.take('end_of_string');
        return loop;
    }
    function laxFor(markup) {
        const m = forSyntax.exec(markup);
        if (!m)
            throw syntax('for loop', 'for [item] in [collection]');
        const loop = { variable: m[1], collection: L.parseExpression(m[2]), name: m[1] + '-' + m[2], reversed: !!m[3],
            limit: null, offset: null };
        L.scan(markup, attributes).forEach(a => forAttribute(loop, a[1], a[2]));
        return loop;
    }

    class For extends Tag {
        setUp(markup, token, tokens, parser) {
            try {
                this.loop = readFor(markup);
            } catch (e) {
                if (!(e instanceof L.SyntaxFailure))
                    throw e;
                tokens.problem(token, 'liquid.syntax', e.message);
                this.loop = null;
            }
            this.inner = new Body();
            this.otherwise = null;
            if (this.body(tokens, parser, this.inner, ['else'])) {
                this.otherwise = new Body();
                while (this.body(tokens, parser, this.otherwise, ['else'])) {}
            }
            this.blank = this.inner.blank && (!this.otherwise || this.otherwise.blank);
            if (this.blank) {
                this.inner.dropBlankText();
                if (this.otherwise)
                    this.otherwise.dropBlankText();
            }
        }
        items(ctx) {
            const loop = this.loop;
            const offsets = ctx.getRegister('for', Object.create(null));
            let from = 0;
            if (loop.offset === 'continue') {
                from = offsets[loop.name] || 0;
            } else if (loop.offset) {
                const value = loop.offset.evaluate(ctx);
                from = value === null ? 0 : L.strictInteger(value);
            }
            const collection = loop.collection.evaluate(ctx);
            const limit = loop.limit ? loop.limit.evaluate(ctx) : null;
            const items = slice(collection, from, limit === null ? null : L.strictInteger(limit) + from);
            offsets[loop.name] = from + items.length;
            return loop.reversed ? items.slice().reverse() : items;
        }
        render(ctx) {
            const items = this.loop ? this.items(ctx) : [];
            if (items.length === 0) {
                if (this.otherwise)
                    this.otherwise.render(ctx);
                return;
            }
            const loops = ctx.getRegister('for_stack', []);
            ctx.stack(() => {
                const loop = new ForLoop(this.loop.name, items.length, loops.length ? loops[loops.length - 1] : null);
                loops.push(loop);
                try {
                    ctx.set('forloop', loop);
                    for (let i = 0; i < items.length; ++i) {
                        ctx.spend(1);
                        ctx.set(this.loop.variable, L.element(items, i));
                        this.inner.render(ctx);
                        ++loop.at;
                        if (ctx.interrupts.length && ctx.interrupts.pop() === 'break')
                            break;
                    }
                } finally {
                    loops.pop();
                }
            });
        }
    }
    class Interrupt extends Tag {
        render(ctx) { ctx.interrupts.push(this.name); }
    }

    class TableRowLoop extends L.Drop {
        constructor(length, columns) {
            super();
            this.length = length;
            this.columns = columns;
            this.row = 1;
            this.column = 1;
            this.at = 0;
        }
        next() {
            ++this.at;
            if (this.column === this.columns) {
                this.column = 1;
                ++this.row;
            } else {
                ++this.column;
            }
        }
        get(key) {
            switch (key) {
            case 'length': return this.length;
            case 'row': return this.row;
            case 'col': return this.column;
            case 'col0': return this.column - 1;
            case 'index': return this.at + 1;
            case 'index0': return this.at;
            case 'rindex': return this.length - this.at;
            case 'rindex0': return this.length - this.at - 1;
            case 'first': return this.at === 0;
            case 'last': return this.at === this.length - 1;
            case 'col_first': return this.column === 1;
            case 'col_last': return this.column === this.columns;
            default: return null;
            }
        }
    }
    TableRowLoop.prototype.rubyClass = 'Liquid::TablerowloopDrop';

    const tableSyntax = new RegExp('(\\w+)' + S + '+in' + S + '+(' + P.fragment + '+)');
    class TableRow extends Tag {
        setUp(markup, token, tokens, parser) {
            const m = tableSyntax.exec(markup);
            this.inner = new Body();
            this.body(tokens, parser, this.inner);
            this.blank = this.inner.blank;
            if (!m) {
                tokens.problem(token, 'liquid.syntax', syntax('table_row loop', 'table_row [item] in [collection] cols=3').message);
                this.variable = null;
                return;
            }
            this.variable = m[1];
            this.collection = L.parseExpression(m[2]);
            this.attributes = Object.create(null);
            L.scan(markup, attributes).forEach(a => {
                this.attributes[a[1]] = L.parseExpression(a[2]);
            });
        }
        attribute(ctx, name) { return this.attributes[name] ? L.toI(this.attributes[name].evaluate(ctx)) : null; }
        render(ctx) {
            const collection = this.variable === null ? null : this.collection.evaluate(ctx);
            if (!L.truthy(collection))
                return;
            const from = this.attribute(ctx, 'offset') || 0;
            const limit = this.attribute(ctx, 'limit');
            const items = slice(collection, from, limit === null ? null : from + limit);
            const loop = new TableRowLoop(items.length, this.attribute(ctx, 'cols') || 0);
            ctx.write('<tr class="row1">\n', this.index);
            ctx.stack(() => {
                ctx.set('tablerowloop', loop);
                for (let i = 0; i < items.length; ++i) {
                    ctx.spend(1);
                    ctx.set(this.variable, L.element(items, i));
                    ctx.write('<td class="col' + loop.column + '">', this.index);
                    this.inner.render(ctx);
                    ctx.write('</td>', this.index);
                    if (loop.column === loop.columns && i < items.length - 1)
                        ctx.write('</tr>\n<tr class="row' + (loop.row + 1) + '">', this.index);
                    loop.next();
                }
            });
            ctx.write('</tr>\n', this.index);
        }
    }

    const namedCycle = new RegExp('^(' + P.fragment + ')' + S + '*:' + S + '*([^]*)');
    class Cycle extends Tag {
        setUp(markup) {
            const named = namedCycle.exec(markup);
            const rest = named ? named[2] : markup;
            const texts = rest.split(',').map(v => fragment.exec(v)).filter(m => m).map(m => m[1]);
            if (!named && !new RegExp('^' + P.fragment).test(markup))
                throw syntax('cycle', 'cycle [name :] var [, var2, var3 ...]');
            this.variables = texts.map(L.parseExpression);
            // Ruby names an unnamed cycle by its parsed variables: equal constants share one, lookups never do.
            this.unnamed = texts.join(',');
            this.byName = named ? L.parseExpression(named[1]) : null;
            this.own = !named && this.variables.some(v => !(v instanceof L.Constant)) ? {} : null;
        }
        render(ctx) {
            const cycles = ctx.getRegister('cycle', Object.create(null));
            let key = this.byName ? 'n' + L.inspect(this.byName.evaluate(ctx)) : 'u' + this.unnamed;
            if (this.own)
                key = 'o' + ctx.frame + ' ' + this.index;
            const at = cycles[key] || 0;
            const value = at < this.variables.length ? this.variables[at].evaluate(ctx) : null;
            ctx.write(L.printed(value), this.index);
            cycles[key] = at + 1 >= this.variables.length ? 0 : at + 1;
        }
    }

    // --- Jekyll ------------------------------------------------------------------------------------------------------
    const oneParameter = '([\\w-]+)' + S + '*=' + S
        + '*(?:"([^"\\\\]*(?:\\\\[^\\n][^"\\\\]*)*)"|\'([^\'\\\\]*(?:\\\\[^\\n][^\'\\\\]*)*)\'|([\\w.-]+))';
    const parameters = new RegExp(oneParameter, 'g');
    const validParameters = new RegExp('^' + S + '*(?:' + oneParameter + '(?=' + S + '|$)' + S + '*)*$');
    const variableFile = new RegExp('([^{]*(?:\\{\\{' + S + '*[\\w\\-.]+' + S + '*(?:\\|[^]*)?\\}\\}[^ \\t\\r\\n\\f\\v{}]*)+)([^]*)');
    class Include extends Tag {
        setUp(markup) {
            const text = L.strip(markup);
            const m = variableFile.exec(text);
            const split = m ? [m[0], m[1], m[2]] : /^(\S*)(?:\s+([^]*))?$/.exec(text);
            this.file = L.strip(split[1]);
            this.parameters = split[2] === undefined ? null : L.strip(split[2]);
            this.computed = m ? L.splitTemplate(this.file) : null;
            if (this.parameters !== null && !validParameters.test(this.parameters))
                throw new L.SyntaxFailure('Invalid syntax for include tag: ' + this.parameters);
        }
        values(ctx) {
            const values = new L.Hash();
            for (const m of L.scan(this.parameters, parameters)) {
                if (m[2] !== undefined)
                    values.set(m[1], m[2].replace(/\\"/g, '"'));
                else if (m[3] !== undefined)
                    values.set(m[1], m[3].replace(/\\'/g, "'"));
                else
                    values.set(m[1], L.parseExpression(m[4]).evaluate(ctx));
            }
            return values;
        }
        render(ctx) {
            const name = this.computed ? L.renderSplit(this.computed, ctx) : this.file;
            if (/[./]{2,}/.test(name) || !/^[\w\/.\-()+~#@]+$/m.test(name))
                throw this.missing(name);
            ctx.trail.push([ctx.frame, this.index]);
            const part = this.open(ctx, name);
            if (part === null) {
                ctx.trail.pop();
                throw this.missing(name);
            }
            try {
                this.renderPart(ctx, part);
            } finally {
                ctx.trail.pop();
            }
        }
        renderPart(ctx, part) {
            ctx.stack(() => {
                if (this.parameters !== null)
                    ctx.set('include', this.values(ctx));
                this.inside(ctx, part.frame, () => {
                    if (!part.reported) {
                        part.reported = true;
                        L.reportProblems(part.template, ctx);
                    }
                    renderAll(part.template.nodes, ctx);
                });
            });
        }
        /// Runs `body` in another frame.
        inside(ctx, frame, body) {
            const outer = ctx.frame;
            ctx.frame = frame;
            try {
                body();
            } finally {
                ctx.frame = outer;
            }
        }
        open(ctx, name) {
            const key = this.name + ' ' + name;
            let part = ctx.includes[key];
            if (part === undefined) {
                const frame = L.host.include(name, this.name === 'include_relative', ctx.trailText());
                part = frame < 0 ? null : { frame: frame, template: L.template(frame), reported: false };
                ctx.includes[key] = part;
            }
            return part;
        }
        missing(name) {
            const failure = new L.Failure(name, 'liquid.include-missing');
            failure.silent = true;
            return failure;
        }
    }

    const highlightSyntax = /^([a-zA-Z0-9.+#_-]+)((\s+\w+(=(\w+|"([0-9]+\s)*[0-9]+"))?)*)$/m;
    /// Rouge's table of line numbers and code.
    function numbered(html) {
        const count = html.split('\n').length;
        let numbers = '';
        for (let i = 1; i <= count; ++i)
            numbers += i + '\n';
        return '<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">' + numbers
            + '</pre></td><td class="code"><pre>' + html + '\n</pre></td></tr></tbody></table>';
    }
    class Highlight extends Tag {
        setUp(markup, token, tokens, parser) {
            const m = highlightSyntax.exec(L.strip(markup));
            this.language = m ? m[1].toLowerCase() : '';
            this.lines = m ? /\blinenos\b/.test(m[2]) : false;
            this.inner = new Body();
            this.body(tokens, parser, this.inner);
            this.blank = this.inner.blank;
            if (!m)
                tokens.problem(token, 'liquid.syntax', "Syntax Error in tag 'highlight' - Valid syntax: highlight <lang> [linenos]");
        }
        render(ctx) {
            const code = ctx.captured(() => this.inner.render(ctx)).replace(/^[\n\r]+/, '').replace(/[\n\r]+$/, '');
            let html = L.host.highlight(code, this.language, this.lines);
            if (typeof html !== 'string') {
                html = L.escapeHtml(code).replace(/&quot;/g, '"').replace(/&#39;/g, "'");
                if (this.lines)
                    html = numbered(html);
            }
            const prefix = L.toS(ctx.find('$highlighter_prefix')), suffix = L.toS(ctx.find('$highlighter_suffix'));
            ctx.write(prefix + '<figure class="highlight"><pre><code class="language-' + this.language.replace(/\+/g, '-')
                + '" data-lang="' + this.language + '">' + html.replace(/\r?\n$/, '') + '</code></pre></figure>' + suffix,
                this.index);
        }
    }

    class Link extends Tag {
        setUp(markup) {
            this.path = L.strip(markup);
            this.computed = L.splitTemplate(this.path);
        }
        render(ctx) {
            const path = L.renderSplit(this.computed, ctx);
            const url = this.name === 'link' ? L.host.link(path) : L.host.postUrl(path);
            if (typeof url !== 'string') {
                const failure = new L.Failure(path, 'liquid.link-missing');
                failure.silent = true;
                throw failure;
            }
            ctx.write(url, this.index);
        }
    }

    class Gist extends Tag {
        render(ctx) {
            const words = L.strip(this.token.args).split(/\s+/).map(w => {
                const value = L.printed(L.parseExpression(w).evaluate(ctx));
                return value === '' ? w.replace(/["']/g, '') : value;
            });
            const file = words[1] ? '?file=' + words[1] : '';
            const address = 'https://gist.github.com/' + L.escapeHtml(words[0]);
            const settings = L.parseExpression('site.gist.noscript').evaluate(ctx);
            // Jekyll fetches the text for those without scripts; here a link stands for it.
            const link = settings === false ? '' : '<noscript><a href="' + address + L.escapeHtml(file) + '">'
                + L.escapeHtml(words.join(' ')) + '</a></noscript>';
            ctx.write(link + '<script src="' + address + '.js' + L.escapeHtml(file) + '"> </script>', this.index);
        }
    }

    L.tags = {
        '{{': Output, 'assign': Assign, 'capture': Capture, 'increment': Increment, 'decrement': Decrement, 'echo': Echo,
        'comment': Comment, '#': InlineComment, 'raw': Raw, 'if': If, 'unless': Unless, 'case': Case, 'ifchanged': Ifchanged,
        'for': For, 'break': Interrupt, 'continue': Interrupt, 'tablerow': TableRow, 'cycle': Cycle, 'include': Include,
        'include_relative': Include, 'include_cached': Include, 'highlight': Highlight, 'link': Link, 'post_url': Link,
        'gist': Gist,
    };
    L.Literal = Literal;
    L.Body = Body;

    /// A file name or path with outputs in it ("cards/{{ page.kind }}.html"): texts and chains.
    L.splitTemplate = text => {
        const parts = [];
        const outputs = /\{\{-?([^]*?)-?\}\}/g;
        let at = 0, m;
        while ((m = outputs.exec(text)) !== null) {
            parts.push(text.slice(at, m.index), L.parseChain(m[1]));
            at = outputs.lastIndex;
        }
        parts.push(text.slice(at));
        return parts;
    };
    L.renderSplit = (parts, ctx) => parts.map(p => typeof p === 'string' ? p : L.printed(p.evaluate(ctx))).join('');
})(lectern);
