// SPDX-License-Identifier: GPL-3.0-or-later
// What the host calls: variables in, a frame's template rendered, operations out.
(function (L) {
    'use strict';

    const engine = new liquidjs.Liquid({ jekyllInclude: true, cache: false, catchAllErrors: false });
    for (const name in engine.tags)
        delete engine.tags[name];
    for (const name in engine.filters)
        delete engine.filters[name];
    for (const name in L.tags)
        engine.registerTag(name, L.tags[name]);
    for (const name in L.filters)
        engine.registerFilter(name, L.filters[name]);

    L.globals = Object.create(null);
    L.locals = Object.create(null);
    let current = null;
    L.spend = steps => { if (current) current.spend(steps); };
    /// Charges text or lists that a filter made.
    L.charge = size => { if (current) current.charge(size); };

    /// Calls a filter as Ruby would: an unknown one returns its input, a wrong number of arguments is an error.
    L.invoke = (ctx, name, args) => {
        const filter = engine.filters[name];
        if (filter === undefined)
            return args[0];
        ctx.spend(1);
        if (args.length < filter.least || args.length > filter.most) {
            const expected = filter.least === filter.most ? filter.least : filter.least + '..' + filter.most;
            throw new L.Failure('wrong number of arguments (given ' + args.length + ', expected ' + expected + ')');
        }
        const result = filter.apply(ctx, args);
        if (typeof result === 'string' || Array.isArray(result))
            ctx.charge(result.length);
        return result === undefined ? null : result;
    };

    // --- operations: frame, token, length of text (-1: the literal, -2: the content) ---------------------------------
    let operations = new Int32Array(3 * 4096);
    L.operation = (n, frame, token, length) => {
        const at = 3 * n;
        if (at >= operations.length) {
            const larger = new Int32Array(2 * operations.length);
            larger.set(operations);
            operations = larger;
        }
        operations[at] = frame;
        operations[at + 1] = token;
        operations[at + 2] = length;
    };

    // --- templates by skeleton ---------------------------------------------------------------------------------------
    let templates = Object.create(null);
    L.template = frame => {
        const id = L.host.skeletonOf(frame);
        if (templates[id] === undefined)
            templates[id] = compile(JSON.parse(L.host.skeletonText(frame)));
        return templates[id];
    };
    function compile(parts) {
        const tokens = new L.Tokens(parts.map((part, i) => {
            if (typeof part === 'string')
                return L.makeToken(part, i);
            const literal = new L.Literal(i, part !== 0 && part !== 3);
            literal.empty = part === 2;
            return literal;
        }));
        const body = new L.Body();
        L.parseBody(body, tokens, engine.parser, []);
        return { nodes: body.nodes, problems: tokens.problems };
    }
    /// Tells the host what was found wrong with the template that `ctx` is in.
    L.reportProblems = (template, ctx) => template.problems.forEach(p => {
        const plugins = p[1] === 'liquid.unknown-tag' && typeof L.host.pluginTag(p[2], p[3]) === 'string';
        if (!plugins)
            ctx.report(p[0], p[1], p[2]);
    });

    L.setGlobal = (name, text) => { L.globals['$' + name] = L.decode(JSON.parse(text)); };
    function readLocals(text) {
        const locals = Object.create(null);
        JSON.parse(text).forEach(entry => {
            locals['$' + entry[0]] = L.decode(entry[1]);
        });
        return locals;
    }
    L.dropTemplates = () => {
        templates = Object.create(null);
        L.forgetTexts();
    };
    L.dropValues = () => {
        L.forgetRemotes();
        L.globals = Object.create(null);
        L.locals = Object.create(null);
    };

    /// Values of the variable `site` that depend on the page at hand ("site.related_posts"), which the host gives as locals.
    function setSiteValues(locals) {
        const replaced = [];
        const prefix = '$site.';
        for (const key in locals) {
            const site = key.startsWith(prefix) ? L.force(L.globals.$site) : null;
            if (!(site instanceof L.Hash))
                continue;
            const name = key.slice(prefix.length);
            replaced.push([site, name, site.get(name)]);
            site.set(name, locals[key]);
        }
        return replaced;
    }

    /// Renders frame 0 with `locals`: [text made, number of operations, their buffer, values printed]. May run inside another render.
    L.render = (limits, hasContent, locals, wantsSources) => {
        const ctx = new L.Context(engine, JSON.parse(limits));
        ctx.content = hasContent ? true : null;
        ctx.sources = wantsSources ? [] : null;
        const outer = { context: current, locals: L.locals, operations: operations };
        current = ctx;
        L.locals = readLocals(locals);
        if (outer.context)
            operations = new Int32Array(3 * 1024);
        const replaced = setSiteValues(L.locals);
        try {
            const template = L.template(0);
            L.reportProblems(template, ctx);
            L.renderAll(template.nodes, ctx);
        } catch (e) {
            if (L.isLimit(e))
                ctx.report(-1, 'liquid.limit', L.limitName(e));
            else
                ctx.report(-1, 'liquid.error', e && e.message || e);
        }
        const result = [ctx.pieces.join(''), ctx.operations, operations.buffer, ctx.sources];
        replaced.forEach(r => r[0].set(r[1], r[2]));
        current = outer.context;
        L.locals = outer.locals;
        if (current)
            operations = outer.operations;
        return result;
    };
})(lectern);
