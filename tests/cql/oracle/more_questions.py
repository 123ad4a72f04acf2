"""Questions to the tables of more_tables.py, drawn from a seed: what a table has, literals, calls, casts and arithmetic of every pair, restrictions in odd combinations."""
import random

from anywhere import Anywhere, plain
from literal import NUMBERS, literal, name
from refused import FUNCTIONS

TYPES = ['tinyint', 'smallint', 'int', 'bigint', 'varint', 'float', 'double', 'decimal', 'text', 'ascii', 'blob', 'boolean', 'date', 'time', 'timestamp', 'uuid', 'timeuuid', 'inet', 'duration', 'counter', 'varchar']
NUMERIC = TYPES[:8]
EDGES = {'tinyint': ['127', '-128', '0', '128', '-1'], 'smallint': ['32767', '-32768', '40000', '3'], 'int': ['2147483647', '-2147483648', '2147483648', '0', '00012'], 'bigint': ['9223372036854775807', '-9223372036854775808', '9223372036854775808', '-0'],
         'varint': ['170141183460469231731687303715884105728', '-5', '0', '1e3', '1.0'], 'float': ['1e39', '3.4028235e38', '1.4e-45', '.5', '1.', '-NaN', 'NaN', 'Infinity', '-Infinity', '-0.0', '16777217', '0.1'],
         'double': ['1e309', '4.9e-324', '-0.0', '1e5', '1E+5', '1e-5', 'nan', 'infinity', '100000000000000000000000', '0.30000000000000004', '9007199254740993'],
         'decimal': ['1e40', '1.50', '-0.000', '1e-30', '123456789012345678901234567890.123', '0', '1E5', '5'], 'text': ["''", "'a''b'", '$$a$b$$', "'日本\U0001F600'", "'1.5'", "'NaN'", "'\\n'"], 'ascii': ["''", "'abc'", "'é'"],
         'blob': ['0x', '0X00', '0xABcd', '0x0', '0x00000001', '0x7fc00000'], 'boolean': ['true', 'FALSE', "'true'", '1'],
         'date': ["'2024-02-29'", "'2023-02-29'", "'-5877641-06-23'", "'5881580-07-11'", "'5881580-07-12'", "'1-1-1'", "'2024-2-9'", '0', '4294967295', '2147483648', '-1', "'0000-01-01'", "'+2024-01-01'", "'20240101'", "'2147483649'"],
         'time': ["'00:00:00'", "'23:59:59.999999999'", "'24:00:00'", "'1:2:3'", "'12:30'", "'12:30:00.1234567890'", '0', '86399999999999', '86400000000000', '-1', "'12:30:00.'", "'5'"],
         'timestamp': ["'2024-02-29'", "'2024-02-29T12:30Z'", "'2024-02-29 12:30:15.123+0530'", "'2024-02-29 12:30:15 UTC'", "'2024-02-29T12:30:15.123456Z'", "'2024-02-29 12:30 PST'", "'2024-02-29 12:30:15.1'", "'2024-02-29+02'", "'2024-02-29T12:30:15+02:00'", "'now'", "''", "'123456'", "'-5'", '-1', '9223372036854775807', '-9223372036854775808', '9223372036854775808', "'1582-10-10'", "'0000-01-01'", "'-0001-01-01'", "'99999-01-01'", "'2024-13-01'", "'2024-02-30'", "'2024-02-29 25:00:00Z'", '1.5'],
         'uuid': ['123e4567-e89b-42d3-a456-426614174000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', "'123e4567-e89b-42d3-a456-426614174000'", '5a1c0a00-8b1e-11ee-b9d1-0242ac120002', '123e4567-e89b-42d3-a456-42661417400'],
         'timeuuid': ['5a1c0a00-8b1e-11ee-b9d1-0242ac120002', '123e4567-e89b-42d3-a456-426614174000', '00000000-0000-1000-8080-808080808080', 'ffffffff-ffff-1fff-bf7f-7f7f7f7f7f7f'],
         'inet': ["'127.0.0.1'", "'::1'", "'::ffff:1.2.3.4'", "'1.2.3'", "'256.1.1.1'", "'localhost '", "''", "'1'"],
         'duration': ['1y2mo3w4d5h6m7s8ms9us10ns', '1Y2MO', '-1d12h', 'P1Y2M3DT4H5M6S', '-P1Y', 'P2W', 'P0001-02-03T04:05:06', '0s', '1d1y', '1h1h', '9223372036854775807ns', '9223372036854775808ns', '2147483648d', "'1h'", 'PT', 'P', '1µs', '178956970y7mo', '178956971y', 'PT0.5S', '1.5h'],
         'counter': ['1'], 'varchar': ["'x'"]}
ODD = ['null', '[]', '{}', '[1, 2]', '{1, 2}', "{'a': 1}", '{1: null}', '(1, null)', "('a', 2)", '[null]', '{a: 1}', '{1, 1}', '{1: 2, 1: 3}', '[[1], []]', '{[1]}', '((1, 2), 3)', '((1))', '(int) 1', "(text) 'x'", '-(1)', '- -1', '+1', '1 + 1', '-(-2)', '(1 + 2) * 3', '1 - -1', '1-1', '1 -1', '0xg', '1_000', "'a' + 'b'", '1d', 'NaN', '-NaN', '- Infinity', 'TRUE', '1e', '1.e5', '.5e-3', '1.5.2', '0x00 + 1', '?', ':a', "''''", '$$$$', '$$', '$a$']


def pick(r, kind):
    return r.choice(EDGES[kind])


def typed(r, kind):
    return f'({kind}) {pick(r, kind)}'


def value(r, depth=0):
    """Any term."""
    way = r.random()
    if way < 0.45 or depth > 2:
        return typed(r, r.choice(TYPES))
    if way < 0.6:
        return pick(r, r.choice(TYPES))
    if way < 0.7:
        return r.choice(ODD)
    kind = r.choice(TYPES[:19])
    inner = lambda: pick(r, kind) if r.random() < 0.9 else r.choice(ODD)
    if way < 0.78:
        return f'(list<{kind}>) [{inner()}, {inner()}]'
    if way < 0.84:
        return f'(set<{kind}>) {{{inner()}, {inner()}}}'
    if way < 0.92:
        other = r.choice(TYPES[:19])
        return f'(map<{kind}, {other}>) {{{inner()}: {pick(r, other)}, {inner()}: {pick(r, other)}}}'
    if way < 0.97:
        other = r.choice(TYPES[:19])
        return f'(tuple<{kind}, {other}>) ({inner()}, {r.choice([pick(r, other), "null"])})'
    return f'(vector<{r.choice(["float", "int", "text"])}, 2>) [{inner()}, {inner()}]'


def constants(r, at):
    """What needs no row's values."""
    item = lambda e: f'SELECT {e} FROM {at} LIMIT 1'
    for kind in TYPES:
        for v in EDGES[kind]:
            if r.random() < 0.5:
                yield 'literal', item(f'({kind}) {v}')
            if r.random() < 0.4:
                yield 'json', item(f'to_json(({kind}) {v})')
            if r.random() < 0.3:
                yield 'cast', item(f'cast(({kind}) {v} AS {r.choice(TYPES)})')
            if r.random() < 0.25:
                yield 'literal', item(f'(list<{kind}>) [{v}]' if r.random() < 0.5 else f'(tuple<{kind}, int>) ({v}, 1)')
            if r.random() < 0.2:
                yield 'blob conversion', item(f'{kind}_as_blob({v})')
    for kind in TYPES:
        other = r.choice(TYPES)
        yield 'cast', item(f'cast({typed(r, kind)} AS {other})')
        yield 'blob conversion', item(f'blob_as_{kind}({r.choice(["0x", "0x00", "0x01", "0x00000001", "0x0000000000000001", "0xff", "0x" + "00" * 16, "null"])})')
    for a in NUMERIC:
        for b in NUMERIC:
            o = r.choice('+-*/%')
            yield 'arithmetic', item(f'{typed(r, a)} {o} {typed(r, b)}')
            yield 'arithmetic', item(f'{typed(r, a)} {r.choice("/%")} ({b}) 0')
    for _ in range(60):
        yield 'arithmetic', item(f'{value(r)} {r.choice("+-*/%")} {value(r)}')
        yield 'arithmetic', item(f'{r.choice("(-+")}{typed(r, r.choice(NUMERIC))} {r.choice("+-*/%")} {pick(r, r.choice(NUMERIC))}{r.choice([")", ""])}')
        kind = r.choice(['date', 'timestamp', 'time'])
        yield 'time', item(f'{typed(r, kind)} {r.choice("+-")} {pick(r, "duration")}')
        yield 'time', item(f'floor({typed(r, r.choice(["date", "timestamp", "time", "timeuuid"]))}, {r.choice(["1h", "1d", "1mo", "7d", "1y", "90m", "-1h", "1ns", "1ms", "13mo", "1d1h", "0s"])}' + r.choice([')', ')', f', {pick(r, "timestamp")})', f', {typed(r, kind)})']))
        yield 'time', item(f'{r.choice(["to_date", "to_timestamp", "to_unix_timestamp", "min_timeuuid", "max_timeuuid", "toDate", "toTimestamp", "toUnixTimestamp"])}({typed(r, r.choice(["date", "timestamp", "timeuuid", "bigint", "uuid", "text"]))})')
        yield 'math', item(f'{r.choice(["abs", "exp", "log", "log10", "round"])}({typed(r, r.choice(NUMERIC))})')
        yield 'mask', item(f'{r.choice(["mask_default", "mask_null", "mask_hash"])}({value(r)})')
        yield 'mask', item(f'{r.choice(["mask_inner", "mask_outer"])}({typed(r, r.choice(["text", "ascii", "varchar"]))}, {r.choice(["0", "1", "null", "-1", "100", "1.5"])}, {r.choice(["0", "1", "null", "2147483647"])}' + r.choice([')', ", '#')", ", '日')", ", '##')", ", null)", ", '')"]))
        yield 'mask', item(f'mask_replace({value(r)}, {value(r)})')
        yield 'mask', item(f"mask_hash({value(r)}, {r.choice(['$$MD5$$', '$$nope$$', 'null', '$$SHA-512$$', '1'])})")
        yield 'json', item(f'to_json({value(r)})')
        yield 'json', item(f'from_json({value(r)})')
        t = r.choice(['list', 'set'])
        kind = r.choice(TYPES[:19])
        yield 'collections', item(f'collection_{r.choice(["count", "min", "max", "sum", "avg"])}(({t}<{kind}>) ' + ('[%s, %s]' if t == 'list' else '{%s, %s}') % (pick(r, kind), pick(r, kind)) + ')')
        yield 'collections', item(f'{r.choice(["map_keys", "map_values", "collection_count", "collection_min"])}({value(r)})')
        yield 'vectors', item(f'similarity_{r.choice(["cosine", "euclidean", "dot_product"])}({r.choice(["[1, 2]", "(vector<float, 2>) [1, 0]", "[0, 0]", "null", "[1]", "(vector<float, 2>) [NaN, 1]", "(vector<float,2>) [1e30, 1e30]"])}, {r.choice(["[1, 2]", "(vector<float, 2>) [-1, 0.5]", "[1, 2, 3]", "(vector<float, 2>) [0, 1]", "(list<float>) [1, 2]", "[]"])})')
        yield 'functions', item(f'{r.choice(FUNCTIONS)}({", ".join(value(r) for _ in range(r.choice([0, 1, 1, 1, 2, 2, 3])))})')
        yield 'literal', item(value(r))
        yield 'cast', item(f'cast({value(r)} AS {r.choice(TYPES + ["list<int>", "nosuch", "frozen<int>", "corpus.x"])})')
    for text in ['1', '"1"', '1.0', '1e2', '[1,2]', '{}', '{"a":1}', 'null', '', '"a\\u00e9\\n"', 'true', '"true"', '"2024-01-01"', '-0', '1e400', 'NaN', '"NaN"', '"0x0a"', '[1,null]', '[null]', '{"1":2}', '1 2', "'1'", '99999999999', '"12:00:00"', '"1h"', '"::1"', '["a",{"b":[1]}]', '{"Street":"x"}', '[1', '"']:
        for kind in r.sample(TYPES[:19], 3) + [r.choice(['list<int>', 'set<text>', 'map<int, int>', 'map<text, frozen<list<int>>>', 'tuple<int, text>', 'vector<float, 1>'])]:
            yield 'json', item(f"({kind}) from_json('{text.replace(chr(39), chr(39) * 2)}')")


def strings(r, table, a):
    """The table's own columns in odd places."""
    at, cols = a.at, a.cols
    n = lambda c: name(c[0])
    pk, ck = a.pk, a.ck
    for c in cols:
        kind = plain(c[1])[0]
        for f in ('min', 'max', 'count', 'sum', 'avg'):
            yield 'aggregate', f'SELECT {f}({n(c)}) FROM {at}'
        yield 'aggregate', f'SELECT {", ".join(n(x) for x in pk)}, {r.choice(["min", "max", "count", "sum", "avg"])}({n(c)}) FROM {at} GROUP BY {", ".join(n(x) for x in pk)}'
        yield 'aggregate', f'SELECT {r.choice(["min", "max", "sum", "avg", "count"])}({n(c)}), count(*) FROM {at} GROUP BY {", ".join(n(x) for x in (pk + ck)[:r.randint(1, len(pk + ck))])}'
        yield 'json', f'SELECT to_json({n(c)}) FROM {at} LIMIT 12'
        yield 'json', f'SELECT JSON {n(c)}, {a.expression(c)} FROM {at} LIMIT 6'
        for to in r.sample(TYPES, 4):
            yield 'cast', f'SELECT cast({n(c)} AS {to}) FROM {at} LIMIT 20'
        yield 'writetime', f'SELECT writetime({n(c)}), ttl({n(c)}), maxwritetime({n(c)}) FROM {at} LIMIT 15'
        yield 'mask', f'SELECT mask_default({n(c)}), mask_null({n(c)}), mask_hash({n(c)}) FROM {at} LIMIT 5'
        yield 'blob conversion', f'SELECT {kind}_as_blob({n(c)}) FROM {at} LIMIT 9'
        for o in r.sample(['=', '<', '>', '<=', '>=', '!=', 'IN', 'CONTAINS', 'CONTAINS KEY', 'LIKE', 'IS NOT', 'NOT IN', 'BETWEEN', 'NOT CONTAINS', '[]', '.', 'IS'], 7):
            v = a.value(c, 0.25)
            keys, values = a.parts(c)
            if o == 'IN' or o == 'NOT IN':
                v = a.in_list(c) if r.random() < 0.8 else r.choice(['()', '(null)', '?', '(?)', v])
            elif o.endswith('CONTAINS') and values and r.random() < 0.85:
                v = r.choice(values)
            elif o.endswith('KEY') and keys and r.random() < 0.85:
                v = r.choice(keys)
            elif o == 'LIKE':
                v = r.choice(["'a%'", "'%a%'", "'%b'", "'abc'", "''", "'%'", "'%%'", 'null', '1', "'a%b'"])
            elif o in ('IS NOT', 'IS'):
                v = 'NULL'
            elif o == 'BETWEEN':
                v = f'{v} AND {a.value(c)}'
            where = f'{n(c)} {o} {v}'
            if o == '[]':
                where = f'{n(c)}[{r.choice(keys or ["0", "1"])}] {r.choice(["=", ">", "!=", "IN", "CONTAINS"])} {r.choice(values or ["1"])}'
            elif o == '.':
                where = f'{n(c)}.{r.choice(["street", "name", "x"])} = {r.choice([v, "1"])}'
            if r.random() < 0.3:
                where += f' AND {a.filter(r.choice(cols))}'
            if r.random() < 0.2:
                where = ' AND '.join([f'{n(x)} = {a.value(x)}' for x in pk] + [where])
            yield 'where', f'SELECT {r.choice(["*", "count(*)", ", ".join(n(x) for x in pk + ck), n(c)])} FROM {at} WHERE {where}{r.choice([" ALLOW FILTERING", " ALLOW FILTERING", ""])}'
        if kind == 'map' or kind == 'set':
            keys, values = a.parts(c)
            inside = (keys if kind == 'map' else values) or ['1']
            for w in ('', 'writetime', 'ttl', 'maxwritetime', 'to_json', 'count', 'max', 'collection_count'):
                x, y = r.choice(inside), r.choice(inside)
                for access in (f'{n(c)}[{x}]', f'{n(c)}[{x}..{y}]', f'{n(c)}[..{y}]', f'{n(c)}[{x}..]', f'{n(c)}[..]', f'{n(c)}[null]', f'{n(c)}[{x}][{y}]'):
                    if r.random() < 0.5:
                        yield 'elements', f'SELECT {w}({access}) FROM {at} LIMIT 12' if w else f'SELECT {access}{r.choice(["", " AS x", ", k"])} FROM {at} LIMIT 12'
        for field, inner in table.types.get(kind.strip('"'), []):
            for w in ('', 'writetime', 'ttl', 'maxwritetime', 'to_json', 'count', 'min'):
                yield 'fields', f'SELECT {w}({n(c)}.{name(field)}) FROM {at} LIMIT 12'
    keys = pk + ck
    for _ in range(25):
        # Tuples of clustering columns, whole or in part, in and out of order, in a partition that is there.
        row = r.choice(table.rows) if table.rows else {}
        found = lambda c: literal(row.get(c[0], row.get('"' + c[0] + '"')), c[1], table.types) or 'null'
        here = ' AND '.join(f'{n(c)} = {found(c)}' for c in pk)
        yield 'limits', f'SELECT {", ".join(n(c) for c in keys)} FROM {at} {r.choice(["", "WHERE " + here])} {r.choice(["", "PER PARTITION LIMIT 2", "PER PARTITION LIMIT 2147483647", "PER PARTITION LIMIT 0", "PER PARTITION LIMIT -1"])} {r.choice(["LIMIT 3", "LIMIT 0", "LIMIT 2147483647", "LIMIT 2147483648", "LIMIT -5", "LIMIT 1.0", "LIMIT null", "LIMIT (int) 4", ""])}'
        if not ck:
            continue
        start = r.choice([0, 0, 0, 1]) if len(ck) > 1 else 0
        some = ck[start:r.randint(start + 1, len(ck))]
        if r.random() < 0.08:
            r.shuffle(some)
        names = '(' + ', '.join(n(c) for c in some) + ')'
        values = lambda: '(' + ', '.join(found(c) if r.random() < 0.5 else a.value(c, 0.02) for c in some) + ')'
        where = [here]
        if start:
            where += [f'{n(c)} = {found(c)}' for c in ck[:start]]
        way = r.random()
        if way < 0.3:
            where += [f'{names} IN (' + ', '.join(values() for _ in range(r.randint(1, 4))) + ')']
        elif way < 0.6:
            where += [f'{names} {r.choice(["<", "<=", ">", ">=", "=", "!="])} {values()}']
        else:
            shorter = some[:r.randint(1, len(some))]
            where += [f'{names} {r.choice([">", ">="])} {values()}', '(' + ', '.join(n(c) for c in shorter) + f') {r.choice(["<", "<="])} (' + ', '.join(a.value(c) for c in shorter) + ')']
        order = r.choice(['', '', ' ORDER BY ' + ', '.join(n(c) + (' ASC' if c[3] == 'desc' else ' DESC') for c in ck[:r.randint(1, len(ck))]), f' ORDER BY {n(ck[-1])} DESC', ' ORDER BY ' + ', '.join(n(c) + ' ASC' for c in ck)])
        yield 'tuples', f'SELECT {r.choice(["*", ", ".join(n(c) for c in keys), "count(*)", n(r.choice(cols))])} FROM {at} WHERE {" AND ".join(where)}{order}{r.choice(["", " LIMIT 3", " PER PARTITION LIMIT 2"])}{r.choice(["", "", "", " ALLOW FILTERING"])}'
        # One column at a time, some left out.
        where = [f'{n(c)} {r.choice(["=", "=", "=", "IN", ">", "<="])} {found(c)}' for c in keys if r.random() < 0.8]
        where = [f'{w.split(" IN ")[0]} IN ({w.split(" IN ")[1]})' if ' IN ' in w and not w.startswith("'") else w for w in where]
        if where:
            yield 'where', f'SELECT {", ".join(n(c) for c in keys)} FROM {at} WHERE {" AND ".join(where)}{order if r.random() < 0.3 else ""}{r.choice(["", " ALLOW FILTERING"])}'
        other = r.choice(table.rows) if table.rows else {}
        there = lambda c: literal(other.get(c[0], other.get('"' + c[0] + '"')), c[1], table.types) or 'null'
        where = [f'{n(c)} IN ({found(c)}, {there(c)}, {found(c)})' for c in pk]
        yield 'in', f'SELECT * FROM {at} WHERE {" AND ".join(where)}{order if r.random() < 0.5 else ""}{r.choice(["", " LIMIT 4", " PER PARTITION LIMIT 1"])}'
    token, hers = a.token(), f'token({", ".join(a.value(c) for c in pk)})'
    for o in ('=', '<', '<=', '>', '>=', '!=', 'IN'):
        yield 'token', f'SELECT {", ".join(n(c) for c in pk)}, {token} FROM {at} WHERE {token} {o} {hers}'
        yield 'token', f'SELECT {token}, {hers} FROM {at} WHERE {token} > {r.choice(["0", "-9223372036854775808", "null", "1.5", chr(39) + "1" + chr(39), "9223372036854775807", "0x00", "0x7879"])} AND {token} {o} {hers}'
        yield 'token', f'SELECT count(*) FROM {at} WHERE {token} {o} {r.choice(["0", "0xff", "170141183460469231731687303715884105728", "-1", "5"])} AND {a.filter(r.choice(cols))} ALLOW FILTERING'
    yield 'token', f'SELECT token({", ".join(n(c) for c in reversed(pk))}) FROM {at} LIMIT 2'
    yield 'token', f'SELECT token({n(cols[-1])}) FROM {at} LIMIT 2'
    for i in range(1, len(keys) + 1):
        group = ', '.join(n(c) for c in keys[:i])
        yield 'group by', f'SELECT {group}, count(*), {r.choice(["min", "max", "count"])}({n(r.choice(cols))}) FROM {at} GROUP BY {group}{r.choice(["", " LIMIT 3", " PER PARTITION LIMIT 1", " LIMIT 2 ALLOW FILTERING"])}'
        yield 'group by', f'SELECT * FROM {at} GROUP BY {group} LIMIT 5'
        yield 'group by', f'SELECT count(*) FROM {at} GROUP BY {n(keys[i - 1])}'
        yield 'distinct', f'SELECT DISTINCT {group} FROM {at}'
        yield 'distinct', f'SELECT DISTINCT {group}{"".join(", " + n(c) for c in cols if c[2] == "static")} FROM {at} {r.choice(["", "LIMIT 2", "WHERE " + token + " > 0", "PER PARTITION LIMIT 1", "ORDER BY " + n(keys[i - 1])])}'
        yield 'order by', f'SELECT * FROM {at} ORDER BY {group}'
        yield 'order by', f'SELECT * FROM {at} WHERE {n(pk[0])} IN ({a.value(pk[0])}) ORDER BY {n(r.choice(cols))} {r.choice(["ASC", "DESC", ""])}'
    for c in r.sample(cols, min(4, len(cols))):
        x = n(c)
        yield 'text', f'select\t{x}\r\n/* c */ from {at} -- end\nlimit 3;'
        yield 'text', f'SELECT {x.upper()} FROM {at.upper()} LIMIT 1'
        yield 'text', f'SELECT {x}, {x} AS {x}, {x} AS "A""b" FROM {at} LIMIT 1'
        yield 'text', f'SELECT {x} FROM {at} WHERE {x} = {r.choice(ODD)} ALLOW FILTERING'
        yield 'text', f'SELECT "{c[0].upper()}" FROM {at} LIMIT 1'
        yield 'text', f'SELECT JSON {x} AS "Q q", {x} AS é FROM {at} LIMIT 2'
        yield 'text', f'SELECT {x} FROM {at} WHERE {x} = {value(r)} ALLOW FILTERING'
        yield 'text', f'SELECT {x} + {value(r)} FROM {at} LIMIT 5'


# Written by hand: what the engine once answered otherwise.
WRITTEN = {
    'more_slices': '''
v FROM % WHERE k = 'one' AND k2 = 1 AND (b, a) > ('a', null)
v FROM % WHERE k = 'one' AND k2 = 1 AND (a, a) IN ((1, 1), (2, 2))
v FROM % WHERE k = 'one' AND k2 = 1 AND (a, c) = (1, (bigint) 1)
v FROM % WHERE k = 'one' AND k2 = 1 AND (a, b) IN ((1, null))
v FROM % WHERE k = 'one' AND k2 = 1 AND (a, b) IN ((1, 'a'), (2, null))
v FROM % WHERE k IN () AND k2 = null
v FROM % WHERE k = null AND k2 IN ()
(int) [1, .5] FROM % LIMIT 1
abs(.5) FROM % LIMIT 1
abs(FROM) FROM % LIMIT 1
[.5] FROM % LIMIT 1
(list<int>) [.5] FROM % LIMIT 1
(set<int>) {.5} FROM % LIMIT 1
(more_place) {street: .5} FROM % LIMIT 1
1e FROM % LIMIT 1
1ex FROM % LIMIT 1
1e+ FROM % LIMIT 1
1.5ex FROM % LIMIT 1
1.ex FROM % LIMIT 1
v FROM % LIMIT 1e
$ FROM % LIMIT 1
v FROM % LIMIT 1$
$a$ FROM % LIMIT 1
writetime(l[..]) FROM % LIMIT 1
writetime(l[]) FROM % LIMIT 1
ttl(l[1 x]) FROM % LIMIT 1
'\U0001F600', nosuch() x FROM % LIMIT 1
(varint) 1.0 + 1e309 FROM % LIMIT 1
nosuch FROM % WHERE v = 1e309
(timestamp) '2024-02-29' + 178956970y7mo, (timestamp) '2024-02-29' - 178956970y7mo FROM % LIMIT 1
similarity_cosine([1, 2], []) FROM % LIMIT 1
''',
    'more_descending': '''
to_json(m[1]), collection_count(m) FROM %
to_json(m[1]) FROM %
to_json(m[1..]) FROM %
m[1], m[1..], u.a FROM %
count(u.a) FROM %
collection_count(m) FROM %
collection_max(l) FROM %
collection_sum(l) FROM %
map_keys(m) FROM %
count(up[0]) FROM %
count(l[0]) FROM %
to_json(up[0]) FROM %
min(i), max(i) FROM %
mask_default(i), mask_null(i), mask_hash(i), mask_replace(i, i) FROM %
to_json(u), to_json(i), mask_default(u), mask_default(m) FROM %
v FROM % WHERE m CONTAINS 'a' ALLOW FILTERING
v FROM % WHERE m CONTAINS KEY 1 ALLOW FILTERING
v FROM % WHERE up CONTAINS 1 ALLOW FILTERING
v FROM % WHERE m[1] = 'a' ALLOW FILTERING
v FROM % WHERE l[1] = 1 ALLOW FILTERING
v FROM % WHERE t = 1 ALLOW FILTERING
v FROM % WHERE u = 1 ALLOW FILTERING
v FROM % WHERE p = 0 AND q = 'q' AND (l, m) > ([1], {1: 'a'})
v FROM % WHERE p = 0 AND q = 'q' AND (u, m) > ({a: 0x, "B b": 1}, null)
p, q, n, count(*), max(v) FROM % GROUP BY p, q, m, l, u, i, up, t, n
''',
    'more_sai': '''
txt FROM % WHERE txt = 'ABC'
txt FROM % WHERE txt = 'zZ' AND k = 0 ALLOW FILTERING
txt FROM % WHERE txt IN ('ABC') ALLOW FILTERING
''',
    'more_sasi': '''
q FROM % WHERE q = 'world'
q FROM % WHERE q LIKE '%LOW%'
q FROM % WHERE q LIKE 'hello'
q FROM % WHERE q LIKE 'HE%'
p FROM % WHERE p LIKE '%e'
p FROM % WHERE p LIKE '%a%'
p FROM % WHERE p LIKE 'a%'
p FROM % WHERE p > 'a'
n FROM % WHERE n > 30
q FROM % WHERE q > 'a'
''',
    'more_numbers': '''
sum(fl) FROM %
avg(fl) FROM %
sum(db) FROM %
''',
    'more_empty': '''
v FROM % WHERE k = '' AND k2 = 0x AND c = 'c' AND (c2, c3) IN ((0x01, -5), (0x01, null))
v FROM % WHERE k = '' AND k2 = 0x AND c = 'c' AND (c2, c3) IN ((0x01, null))
''',
    'more_mixed': '''
count(*), max(v) FROM % GROUP BY a, b, u, d, e, f
sum(w) FROM %
avg(w) FROM %
f, count(*) FROM % WHERE a = 'x' AND b = 1 AND u = 123e4567-e89b-42d3-a456-426614174000 GROUP BY a, b, u, d, e, f
''',
}


def questions(table, seed):
    for text in WRITTEN.get(table.name, '').strip().split('\n'):
        if text:
            yield 'written', 'SELECT ' + text.replace(' FROM %', f' FROM corpus.{table.name}')
    r = random.Random(f'{seed} {table.name}')
    a = Anywhere(table, f'{seed} {table.name}')
    for cql in a.fixed():
        yield 'any table', cql
    for _ in range(70):
        yield 'random', a.draw()
    yield from strings(r, table, a)
    if table.name in ('more_slices',):
        yield from constants(r, a.at)
