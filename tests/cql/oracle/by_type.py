"""Questions to the type_* tables: every native type as a value, a clustering column, an element, an argument and a literal."""
from anywhere import SIMPLE, Anywhere
from literal import NUMBERS, literal

LITERALS = ['1', '-1', '0', '1.5', '-1e10', 'NaN', '-Infinity', '99999999999999999999', '300', '40000', '3000000000', "'text'", "'1'", "''", "'ünï'", "'2024-02-29'", "'2024-13-01'",
            "'2024-02-29 12:30:00.123+0200'", "'12:30:00.5'", "'25:00:00'", "'127.0.0.1'", "'::1'", "'1.2.3'", 'true', 'false', '0x', '0x00', '0x0000000000000001', '0xfff',
            '123e4567-e89b-42d3-a456-426614174000', '5a1c0a00-8b1e-11ee-b9d1-0242ac120002', '1h30m', '-2mo3d', 'P1Y2M3DT4H5M6S', '[1]', '{1}', '{1: 2}', '(1, 2)', "{a: 1}", 'null', '$$dollar$$', '?', ':name', 'v', 'w']


def questions(table):
    a = Anywhere(table, table.name)
    kind = table.name[5:]
    at = a.at
    cols = {c[0]: c for c in a.cols}
    literals = sorted(a.values['v'])
    one = literals[len(literals) // 2] if literals else '0'
    two = literals[-1] if literals else '1'
    three = literals[0] if literals else '1'
    key = [c[0] for c in a.pk]
    composite = len(key) == 2

    def ask(feature, select, where='', rest=''):
        return feature, f'SELECT {select} FROM {at}' + (f' WHERE {where}' if where else '') + (' ' + rest if rest else '')

    where = []  # whole partitions that are there
    for row in table.rows:
        p = literal(row['p'], cols['p'][1], {})
        if p is not None:
            w = f'p = {p} AND q = {row["q"]}'
            if w not in where:
                where.append(w)
    here = where[len(where) // 2] if where else 'p = 1 AND q = 1'
    there = where[-1] if where else here

    # Casts and conversions.
    for to in SIMPLE + ['counter', 'varchar', 'list<int>']:
        yield ask('cast', f'v, cast(v AS {to})')
    for to in SIMPLE:
        yield ask('blob conversion', f'{kind}_as_blob(v), blob_as_{to}({kind}_as_blob(v))')
    yield ask('blob conversion', f'{kind}AsBlob(v), blobAs{kind.capitalize()}({kind}AsBlob(w))')
    yield ask('blob conversion', f'blob_as_{kind}(0x00), blob_as_{kind}(0x)')
    # JSON.
    yield ask('json', 'JSON *')
    yield ask('json', 'JSON v, c AS "C c", l, e, m, f, u')
    yield ask('json', 'to_json(v), toJson(l), to_json(e), to_json(m), to_json(f), to_json(u)')
    yield ask('json', 'c', f"v = from_json('{a.r.choice(['1', 'null', '[1]'])}')", 'ALLOW FILTERING')
    yield ask('json', 'c', "v = fromJson('\"" + one.strip("'").replace('"', '\\"').replace('\\', '') .replace('\n', '').replace('\r', '') + "\"')", 'ALLOW FILTERING')
    # Write times.
    yield ask('writetime', 'v, writetime(v), writetime(w), ttl(v), ttl(w), maxwritetime(v), writetime(s), ttl(s)')
    yield ask('writetime', 'writetime(l), ttl(l), maxwritetime(l), writetime(e), maxwritetime(e), writetime(m), maxwritetime(m), ttl(m)')
    yield ask('writetime', 'writetime(f), ttl(f), maxwritetime(f), writetime(u), ttl(u), maxwritetime(u)')
    # Masks.
    yield ask('mask', 'v, mask_default(v), mask_null(v), mask_default(l), mask_default(m), mask_default(u)')
    yield ask('mask', f'mask_replace(v, {one}), mask_replace(v, null)')
    yield ask('mask', "mask_hash(v), mask_hash(v, 'MD5')", '', 'LIMIT 10')
    yield ask('mask', "mask_inner(v, 1, 2), mask_outer(v, 1, 2), mask_inner(v, null, 2, '#'), mask_outer(v, 2, null, '+')")
    # Aggregates.
    for f in ('min', 'max', 'count', 'sum', 'avg'):
        yield ask('aggregate', f'{f}(v), {f}(w), {f}(c)')
    yield ask('aggregate', 'count(*), count(1), count(s), count(l), min(l), max(e), max(m), max(u), min(f)')
    yield ask('aggregate', 'min(v), max(v), count(v)', here)
    yield ask('group by', 'p, q, count(*), min(v), max(c)', '', 'GROUP BY p' + (', q' if composite else ''))
    yield ask('group by', 'p, q, c, count(v), max(w)', '', 'GROUP BY p, q, c LIMIT 12')
    yield ask('group by', 'p, v', '', 'GROUP BY p, q PER PARTITION LIMIT 1')
    # Arithmetic.
    for o in '+-*/%':
        yield ask('arithmetic', f'v {o} w')
        yield ask('arithmetic', f'v {o} {one}, {one} {o} v')
    for other in ('(tinyint) 3', '(smallint) 3', '(int) 3', '(bigint) 3', '(varint) 3', '(float) 3', '(double) 3', '(decimal) 3'):
        yield ask('arithmetic', f'v + {other}, v * {other}, {other} - v')
        if kind in NUMBERS:
            yield ask('arithmetic', f'v / {other}, v % {other}')
    if kind in NUMBERS:
        for o in '+-*/%':
            yield ask('arithmetic', f'w {o} v, v {o} w', 'v > 0 AND w > 0', 'ALLOW FILTERING')
            yield ask('arithmetic', f'v {o} 7, 7 {o} v, v {o} 2.5', 'v > 0', 'ALLOW FILTERING')
    yield ask('arithmetic', '-v, v + v * v, (v + v) * v, - (v - w)')
    for f in ('abs', 'exp', 'log', 'log10', 'round'):
        yield ask('math', f'v, {f}(v)')
    yield ask('math', f'abs({one}), abs(-v)')
    # Collections.
    yield ask('collections', 'l, collection_count(l), collection_min(l), collection_max(l)')
    yield ask('collections', 'collection_sum(l), collection_avg(l)')
    yield ask('collections', 'e, collection_count(e), collection_min(e), collection_max(e), collection_sum(e)')
    yield ask('collections', 'map_keys(m), map_values(m), collection_count(m)')
    yield ask('collections', 'collection_avg(map_values(m)), collection_max(map_keys(m))')
    yield ask('collections', 'collection_count(f), collection_sum(f), collection_count(u)')
    ekeys, (mkeys, mvalues) = sorted(set(a.parts(cols['e'])[1])), a.parts(cols['m'])
    mkeys, lvalues = sorted(set(mkeys)), sorted(set(a.parts(cols['l'])[1]))
    x, y = (ekeys or [one])[0], (ekeys or [one])[-1]
    yield ask('elements', f'e[{x}], e[{x}..{y}], e[{y}..], e[..{x}], e[{y}..{x}]')
    yield ask('elements', f'writetime(e[{x}]), ttl(e[{x}]), writetime(e[{x}..{y}]), ttl(e[{x}..]), maxwritetime(e[..{y}])')
    x, y = (mkeys or [one])[0], (mkeys or [one])[-1]
    yield ask('elements', f'm[{x}], m[{x}..{y}], m[{y}..], m[..{x}]')
    yield ask('elements', f'm[{x}] AS first, writetime(m[{x}]), ttl(m[{y}]), writetime(m[{x}..{y}]), maxwritetime(m[{x}..])')
    yield ask('elements', 'e[null]')
    yield ask('elements', 'l[0]')
    yield ask('elements', 'u[0], f[0]')
    for v in (lvalues[:1] + lvalues[-1:] or [one]):
        yield ask('contains', 'c, l', f'l CONTAINS {v}', 'ALLOW FILTERING')
        yield ask('contains', 'c, f', f'f CONTAINS {v}', 'ALLOW FILTERING')
    for v in (ekeys[:1] + ekeys[-1:] or [one]):
        yield ask('contains', 'c, e', f'e CONTAINS {v}', 'ALLOW FILTERING')
    for v in (mkeys[:1] + mkeys[-1:] or [one]):
        yield ask('contains', 'c, m', f'm CONTAINS KEY {v}', 'ALLOW FILTERING')
        yield ask('contains', 'c, m', f'm[{v}] = {(sorted(set(mvalues)) or [one])[0]}', 'ALLOW FILTERING')
    if mvalues:
        yield ask('contains', 'c, m', f'm CONTAINS {sorted(mvalues)[0]}', 'ALLOW FILTERING')
    for v in sorted(a.values['f'])[:2]:
        for o in ('=', '<', '>='):
            yield ask('filtering', 'c, f', f'f {o} {v}', 'ALLOW FILTERING')
    for v in sorted(a.values['u'])[:2]:
        for o in ('=', '<', '>='):
            yield ask('filtering', 'c, u', f'u {o} {v}', 'ALLOW FILTERING')
    yield ask('filtering', 'c, l', f'l = [{one}]', 'ALLOW FILTERING')
    # Filtering.
    for o in ('=', '<', '<=', '>', '>=', '!='):
        for v in (one, two):
            yield ask('filtering', 'p, q, c, v', f'v {o} {v}', 'ALLOW FILTERING')
        yield ask('filtering', 'c, s', f's {o} {one}', 'ALLOW FILTERING')
        yield ask('filtering', 'p, c', f'c {o} {one}', 'ALLOW FILTERING')
        yield ask('filtering', 'p, c', f'p {o} {one}', 'ALLOW FILTERING')
    yield ask('filtering', 'c, v', f'v IN ({one}, {two})', 'ALLOW FILTERING')
    yield ask('filtering', 'c, v', f'v > {three} AND v < {two}', 'ALLOW FILTERING')
    yield ask('filtering', 'c, v', f'v = {one} AND w = {two}', 'ALLOW FILTERING')
    yield ask('filtering', 'c', f'v = {one}')
    # Keys and clustering.
    for w in (here, there):
        yield ask('partition', '*', w)
        yield ask('order by', 'c, v', w, 'ORDER BY c DESC' if composite else 'ORDER BY q DESC')
        yield ask('order by', 'c, v', w, 'ORDER BY c ASC' if composite else 'ORDER BY q ASC, c DESC')
        yield ask('order by', 'c', w, 'ORDER BY c DESC LIMIT 1' if composite else 'ORDER BY q DESC, c ASC LIMIT 1')
    cs = sorted(a.values['c']) or ['0']
    c1, c2 = cs[0], cs[-1]
    for o in ('=', '<', '<=', '>', '>='):
        for v in (c1, c2):
            yield ask('clustering', 'c, v', f'{here} AND c {o} {v}')
            yield ask('clustering', 'c, v', f'{here} AND (c) {o} ({v})' if composite else f'{here.split(" AND ")[0]} AND (q, c) {o} (1, {v})')
    yield ask('clustering', 'c, v', f'{here} AND c > {c1} AND c < {c2}')
    yield ask('clustering', 'c, v', f'{here} AND c IN ({c2}, {c1}, {c2})')
    yield ask('clustering', 'c, v', f'{here} AND c IN ({c2}, {c1})', 'ORDER BY ' + ('c DESC' if composite else 'q DESC, c ASC'))
    ps = sorted(a.values['p'])[:3] or ['0']
    if composite:
        yield ask('partition', '*', f'p IN ({", ".join(ps)}) AND q IN (0, 1, 2)')
        yield ask('partition', 'p, q, c', f'p = {ps[0]} AND q IN (2, 0, 1)')
        yield ask('partition', '*', f'p = {ps[0]}')
        yield ask('token', 'p, q, token(p, q)')
        yield ask('token', 'p, q', f'token(p, q) > token({ps[0]}, 1)')
        yield ask('token', f'token({ps[0]}, 1), token(p)')
    else:
        yield ask('partition', '*', f'p IN ({", ".join(ps)})')
        yield ask('partition', 'p, q, c', f'p = {ps[0]} AND q IN (2, 0, 1)')
        yield ask('partition', '*', f'p = {ps[0]} AND c = {c1}')
        yield ask('token', 'p, token(p)')
        yield ask('token', 'p, q', f'token(p) > token({ps[0]})')
        yield ask('token', f'token({ps[0]}), token(p, q)')
    yield ask('distinct', 'DISTINCT ' + ', '.join(key) + ', s')
    # Literals.
    for v in LITERALS:
        yield ask('literals', 'c, v', f'v = {v}', 'ALLOW FILTERING')
        yield ask('literals', f'({kind}) {v}', '', 'LIMIT 1')
    for v in ('1', "'a'", 'true', '0x01'):
        yield ask('literals', 'c', f'p = {v}' + (' AND q = 1' if composite else ''))
        yield ask('literals', 'c', f'l = [{v}]', 'ALLOW FILTERING')
        yield ask('literals', 'c', f'u = ({v}, 1)', 'ALLOW FILTERING')
        yield ask('literals', 'c', f'l CONTAINS {v}', 'ALLOW FILTERING')
        yield ask('literals', f'mask_replace(v, {v})', '', 'LIMIT 2')
    # Times.
    if kind in ('date', 'timestamp', 'timeuuid', 'uuid', 'bigint', 'time', 'text'):
        for f in ('to_date', 'to_timestamp', 'to_unix_timestamp', 'toDate', 'toTimestamp', 'toUnixTimestamp', 'min_timeuuid', 'max_timeuuid', 'dateOf', 'unixTimestampOf', 'minTimeuuid'):
            yield ask('time', f'v, {f}(v)')
        for d in ('1h', '90m', '1d', '2w', '1mo', '1y', '1mo1d', '500ms', '1ns', '0h', '-1d', '7mo'):
            yield ask('time', f'v, floor(v, {d})')
            after = {'timeuuid': "v > max_timeuuid('2000-01-01')", 'timestamp': "v > '2000-01-01'", 'date': "v > '2000-01-01'"}.get(kind, 'v > w')
            yield ask('time', f'v, floor(v, {d})', after, 'ALLOW FILTERING')
            if kind != 'timeuuid':
                yield ask('time', f"v, floor(v, {d}, '1999-12-27')", after, 'ALLOW FILTERING')
        for d in ('1h', '1d', '1mo', '1y2mo3d4h5m6s', '1ns', '-5d'):
            yield ask('time', f'v + {d}, v - {d}')
        yield ask('time', "floor(v, 2d, '2024-01-15')")
        yield ask('time', "floor(v, 2h, '2024-01-15 01:00:00')")
        yield ask('time', "floor(v, 5mo, '2020-03-01')")
