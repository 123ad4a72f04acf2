"""Questions to any table: a fixed few, and as many as asked for drawn from a seed, of values that are in the table; some of them are wrong."""
import random

from literal import NUMBERS, key, literal, name

SIMPLE = ['tinyint', 'smallint', 'int', 'bigint', 'varint', 'float', 'double', 'decimal', 'text', 'ascii', 'blob', 'boolean', 'date', 'time', 'timestamp', 'uuid', 'timeuuid', 'inet', 'duration']

SOME = {'text': "'a'", 'ascii': "'a'", 'varchar': "'a'", 'blob': '0x00', 'boolean': 'true', 'date': "'2024-02-29'", 'time': "'12:00:00'", 'timestamp': "'2024-02-29'", 'inet': "'::1'", 'duration': '1h',
        'uuid': '123e4567-e89b-42d3-a456-426614174000', 'timeuuid': '5a1c0a00-8b1e-11ee-b9d1-0242ac120002', **{n: '1' for n in NUMBERS}}


def plain(type):
    """The type without frozen<>."""
    return plain(type[1][0]) if type[0] == 'frozen' else type


def spelt(type):
    return type[0] + ('<' + ', '.join(spelt(t) for t in type[1]) + '>' if type[1] else '')


class Anywhere:
    def __init__(self, table, seed, six=False):
        self.t, self.six = table, six
        self.r = random.Random(seed)
        self.at = f'corpus.{name(table.name)}'
        self.cols = table.columns
        self.pk = [c for c in self.cols if c[2] == 'partition_key']
        self.ck = [c for c in self.cols if c[2] == 'clustering']
        self.rest = [c for c in self.cols if c[2] in ('static', 'regular')]
        self.values = {}
        for c in self.cols:
            seen = {}
            for row in table.rows[:400]:
                v = row.get(c[0], row.get('"' + c[0] + '"'))
                if v is not None:
                    text = literal(v, c[1], table.types)
                    if text is not None and len(text) < 300:
                        seen[text] = v
            self.values[c[0]] = seen

    # ---- values

    def value(self, c, wrong=0.0):
        """A literal for the column: mostly one that is in it."""
        if self.r.random() < wrong:
            return self.r.choice(['null', '1', "'x'", '0x00', 'true', '1.5', '[1]', '{1}', '{1: 2}', '(1, 2)', '2h', '550e8400-e29b-41d4-a716-446655440000', '-1', '?', 'NaN'])
        seen = list(self.values[c[0]])
        return self.r.choice(seen) if seen else SOME.get(plain(c[1])[0], 'null')

    def parts(self, c):
        """(keys, values) literals of what is inside the column's collections."""
        kind, arguments = plain(c[1])
        keys, values = [], []
        for v in list(self.values[c[0]].values())[:20]:
            if kind == 'map' and isinstance(v, dict):
                for k, x in list(v.items())[:5]:
                    keys.append(literal(key(k, arguments[0]), arguments[0], self.t.types)), values.append(literal(x, arguments[1], self.t.types))
            elif kind in ('list', 'set', 'vector') and isinstance(v, list):
                values += [literal(x, arguments[0], self.t.types) for x in v[:5]]
        return [k for k in keys if k and len(k) < 200], [v for v in values if v and len(v) < 200]

    # ---- what is asked for

    def expression(self, c, depth=1):
        r, n, (kind, arguments) = self.r, name(c[0]), plain(c[1])
        ways = [n, n, n]
        if c in self.rest:
            ways += [f'writetime({n})', f'ttl({n})', f'maxwritetime({n})'] if r.random() < 0.6 else []
        if kind in NUMBERS:
            ways += [f'{n} + 1', f'{n} * 2', f'-{n}', f'{n} - {n}', f'{n} / 2', f'{n} % 3', f'abs({n})', f'{n} + 1.5', f'cast({n} AS {r.choice(SIMPLE)})', f'round({n})', f'({n} + 1) * 2', f'log10({n})', f'exp({n})', f'log({n})']
        if kind in ('text', 'varchar', 'ascii'):
            ways += [f'mask_inner({n}, 1, 1)', f'mask_outer({n}, 1, 1)', f"mask_replace({n}, 'masked')", f"{n} + 'x'", f'cast({n} AS {r.choice(SIMPLE)})']
        if kind in ('date', 'timestamp', 'timeuuid'):
            ways += [f'to_date({n})', f'to_timestamp({n})', f'to_unix_timestamp({n})', f'toDate({n})', f'floor({n}, 1d)', f'floor({n}, 1mo)', f'floor({n}, 3h)', f'{n} + 1d', f'{n} - 2h', f'cast({n} AS {r.choice(SIMPLE)})']
        if kind == 'time':
            ways += [f'floor({n}, 1h)', f'{n} + 1h', f'cast({n} AS text)']
        if kind in ('boolean', 'uuid', 'inet', 'blob', 'duration'):
            ways += [f'cast({n} AS {r.choice(SIMPLE)})']
        if kind in SIMPLE or kind == 'varchar':
            ways += [f'{kind}_as_blob({n})', f'{kind}asblob({n})'] if kind != 'blob' else [f'blob_as_{r.choice(SIMPLE)}({n})', f'blob_as_text({n})']
        ways += [f'mask_default({n})', f'mask_null({n})', f'to_json({n})', f'toJson({n})', f'mask_hash({n})', f'cast({n} AS text)'] if r.random() < 0.4 else []
        if kind in ('list', 'set', 'map'):
            keys, values = self.parts(c)
            ways += [f'collection_count({n})', f'collection_min({n})', f'collection_max({n})', f'collection_sum({n})', f'collection_avg({n})', f'map_keys({n})', f'map_values({n})']
            inside = keys if kind == 'map' else values
            if inside and kind in ('map', 'set'):
                a, b = r.choice(inside), r.choice(inside)
                access = [f'{n}[{a}]', f'{n}[{a}]', f'{n}[{a}..{b}]', f'{n}[{a}..]', f'{n}[..{b}]']
                ways += access + access
                if c in self.rest:
                    ways += [f'{w}({r.choice(access)})' for w in ('writetime', 'ttl', 'maxwritetime')]
            elif kind == 'list':
                ways += [f'{n}[0]']
        if kind == 'vector' and arguments[0][0] == 'float':
            _, size = arguments
            other = '[' + ', '.join(str(r.randint(-3, 3)) for _ in range(int(size[0]))) + ']'
            ways += [f'similarity_{f}({n}, {other})' for f in ('cosine', 'euclidean', 'dot_product')] + [f'similarity_cosine({n}, {n})']
        fields = self.t.types.get(kind.strip('"'))
        if fields:
            field = name(r.choice(fields)[0])
            ways += [f'{n}.{field}'] * 4 + [f'writetime({n}.{field})', f'ttl({n}.{field})', f'maxwritetime({n}.{field})', f'{n}.nofield']
        return r.choice(ways)

    def aggregate(self):
        r = self.r
        c = r.choice(self.cols)
        n = name(c[0])
        return r.choice(['count(*)', 'count(1)', f'count({n})', f'min({n})', f'max({n})', f'sum({n})', f'avg({n})', f'COUNT({self.expression(c)})', f'max({self.expression(c)})', f'sum({self.expression(c)})'])

    def token(self):
        return 'token(' + ', '.join(name(c[0]) for c in self.pk) + ')'

    def selection(self):
        r = self.r
        way = r.random()
        if way < 0.12:
            return r.choice(['*', 'JSON *'])
        if way < 0.22:
            return ', '.join(self.aggregate() for _ in range(r.randint(1, 3)))
        if way < 0.27:
            return 'DISTINCT ' + ', '.join(name(c[0]) for c in self.pk + [c for c in self.cols if c[2] == 'static' and r.random() < 0.5])
        if way < 0.30:
            return 'DISTINCT ' + name(r.choice(self.cols)[0])
        items = []
        for _ in range(r.choice([1, 1, 2, 2, 3, 4])):
            item = self.token() if r.random() < 0.06 else self.expression(r.choice(self.cols))
            if r.random() < 0.12:
                item += r.choice([' AS a', ' AS "An Alias"', ' AS b', ' AS x1'])
            items.append(item)
        return ('JSON ' if way > 0.93 else '') + ', '.join(items)

    # ---- restrictions

    def in_list(self, c):
        return '(' + ', '.join(self.value(c) for _ in range(self.r.choice([0, 1, 2, 2, 3, 4]) if self.r.random() < 0.1 else self.r.choice([1, 2, 2, 3]))) + ')'

    def filter(self, c):
        r, n, (kind, _) = self.r, name(c[0]), plain(c[1])
        keys, values = self.parts(c)
        ways = [f'{n} {r.choice(["=", "=", "<", "<=", ">", ">="])} {self.value(c, 0.06)}'] * 4
        if kind in ('list', 'set', 'map') and values:
            ways += [f'{n} CONTAINS {r.choice(values)}'] * 4
        if keys:
            ways += [f'{n} CONTAINS KEY {r.choice(keys)}'] * 3 + [f'{n}[{r.choice(keys)}] = {r.choice(values or ["1"])}'] * 3
        fields = self.t.types.get(kind.strip('"'))
        if fields:
            ways += [f'{n}.{name(r.choice(fields)[0])} = 1']
        if self.six and r.random() < 0.4:
            ways = [f'{n} != {self.value(c, 0.03)}', f'{n} NOT IN {self.in_list(c)}', f'{n} BETWEEN {self.value(c, 0.03)} AND {self.value(c)}']
            if kind in ('list', 'set', 'map') and values:
                ways += [f'{n} NOT CONTAINS {r.choice(values)}'] * 3
            if keys:
                ways += [f'{n} NOT CONTAINS KEY {r.choice(keys)}', f'{n}[{r.choice(keys)}] != {r.choice(values or ["1"])}']
        elif r.random() < 0.12:
            ways = [f'{n} IN {self.in_list(c)}', f'{n} IS NOT NULL', f'{n} != {self.value(c)}', f'{n} CONTAINS {self.value(c)}', f"{n} LIKE 'a%'", f'{n} CONTAINS KEY 1']
        return r.choice(ways)

    def tuple(self, columns):
        return '(' + ', '.join(self.value(c) for c in columns) + ')'

    def restrictions(self):
        """(parts of WHERE, whether filtering is likely asked for)"""
        r, where, filtering = self.r, [], False
        way = r.random()
        row = None
        if way < 0.15:
            return [], False
        if way < 0.62:
            for c in self.pk:
                if r.random() < 0.03:
                    continue
                where.append(f'{name(c[0])} IN {self.in_list(c)}' if r.random() < 0.15 else f'{name(c[0])} = {self.value(c, 0.02)}')
            # A partition that is there: the values of one row.
            if self.t.rows and r.random() < 0.8:
                row = r.choice(self.t.rows[:400])
                found = [(c, literal(row.get(c[0], row.get('"' + c[0] + '"')), c[1], self.t.types)) for c in self.pk]
                if all(v not in (None, 'null') for _, v in found):
                    where = [f'{name(c[0])} = {v}' if r.random() < 0.88 else f'{name(c[0])} IN ({v}, {self.value(c)})' for c, v in found]
            if self.ck and r.random() < 0.75:
                n = r.randint(1, len(self.ck)) if len(self.ck) < 5 else r.randint(1, 4)
                prefix = self.ck[:n]
                if r.random() < 0.25:
                    names = '(' + ', '.join(name(c[0]) for c in prefix) + ')'
                    if r.random() < 0.4:
                        where.append(f'{names} IN (' + ', '.join(self.tuple(prefix) for _ in range(r.randint(1, 3))) + ')')
                    else:
                        where.append(f'{names} {r.choice(["=", ">", ">=", "<", "<="])} {self.tuple(prefix)}')
                        if r.random() < 0.3:
                            where.append(f'{names} {r.choice([">", "<="])} {self.tuple(prefix)}')
                else:
                    for i, c in enumerate(prefix):
                        v = self.value(c, 0.02)
                        if row is not None and r.random() < 0.7:
                            same = literal(row.get(c[0], row.get('"' + c[0] + '"')), c[1], self.t.types)
                            v = same if same not in (None, 'null') else v
                        if i == n - 1 and self.six and r.random() < 0.4:
                            where += r.choice([[f'{name(c[0])} BETWEEN {v} AND {self.value(c)}'], [f'{name(c[0])} != {v}'], [f'{name(c[0])} NOT IN {self.in_list(c)}']])
                        elif i == n - 1 and r.random() < 0.6:
                            low, high = r.choice(['>', '>=']), r.choice(['<', '<='])
                            where += r.choice([[f'{name(c[0])} {low} {v}'], [f'{name(c[0])} {high} {v}'], [f'{name(c[0])} {low} {v}', f'{name(c[0])} {high} {self.value(c)}'], [f'{name(c[0])} IN {self.in_list(c)}']])
                        elif r.random() < 0.9:
                            where.append(f'{name(c[0])} = {v}')
        elif way < 0.72:
            t = [str(r.choice([-9223372036854775808, 0, 9223372036854775807, r.randint(-2**63, 2**63 - 1)])) for _ in range(2)]
            if r.random() < 0.4:
                t[0] = 'token(' + ', '.join(self.value(c) for c in self.pk) + ')'
            where.append(f'{self.token()} {r.choice([">", ">=", "<", "<=", "="])} {t[0]}')
            if r.random() < 0.4:
                where.append(f'{self.token()} {r.choice(["<", "<="])} {t[1]}')
        else:
            filtering = True
        if (filtering or r.random() < 0.12) and self.cols:
            filtering = True
            for _ in range(r.choice([1, 1, 2])):
                where.append(self.filter(r.choice(self.rest or self.cols) if r.random() < 0.8 else r.choice(self.cols)))
        return where, filtering

    def draw(self):
        r = self.r
        select = self.selection()
        where, filtering = self.restrictions()
        if select.startswith('DISTINCT') and r.random() < 0.8:
            where = [w for w in where if 'token' in w or w.split(' ')[0] in [name(c[0]) for c in self.pk]]
        cql = f'SELECT {select} FROM {self.at}'
        if where:
            cql += ' WHERE ' + ' AND '.join(where)
        if r.random() < (0.3 if '(' in select and any(a in select.lower() for a in ('count(', 'max(', 'min(', 'sum(', 'avg(')) else 0.02):
            keys = self.pk + self.ck
            n = r.randint(1, len(keys)) if r.random() < 0.15 else r.randint(min(len(self.pk), len(keys)), len(keys))
            cql += ' GROUP BY ' + ', '.join(name(c[0]) for c in keys[:n])
        if self.ck and r.random() < (0.3 if any(w.startswith(name(self.pk[0][0]) + ' ') for w in where) else 0.02):
            way, order = r.choice([True, False]), []
            for c in self.ck[:r.randint(1, min(3, len(self.ck)))]:
                down = (c[3] == 'desc') != way
                order.append(f'{name(c[0])} {"DESC" if down else "ASC"}' if r.random() < 0.95 else name(c[0]))
            cql += ' ORDER BY ' + ', '.join(order)
        if r.random() < 0.12:
            cql += f' PER PARTITION LIMIT {r.choice([1, 2, 3])}'
        if r.random() < 0.35 or (not where and len(self.t.rows) > 60):
            cql += f' LIMIT {r.choice([1, 2, 3, 5, 10, 20])}'
        if r.random() < (0.93 if filtering else 0.04):
            cql += ' ALLOW FILTERING'
        return cql

    def fixed(self):
        keys = ', '.join(name(c[0]) for c in self.pk)
        every = ', '.join(name(c[0]) for c in self.cols)
        at = self.at
        yield f'SELECT * FROM {at}'
        yield f'SELECT count(*) FROM {at}'
        yield f'SELECT DISTINCT {keys} FROM {at}'
        yield f'SELECT {self.token()}, {keys} FROM {at} LIMIT 10'
        yield f'SELECT JSON * FROM {at} LIMIT 5'
        yield f'SELECT {every} FROM {at} PER PARTITION LIMIT 1 LIMIT 7'
        for c in self.rest[:6]:
            n = name(c[0])
            yield f'SELECT {n}, writetime({n}), ttl({n}) FROM {at} LIMIT 10'
        if self.ck and self.t.rows:
            first = self.value(self.pk[0])
            if len(self.pk) == 1:
                yield f'SELECT * FROM {at} WHERE {keys} = {first} ORDER BY {name(self.ck[0][0])} DESC LIMIT 5'
                yield f'SELECT * FROM {at} WHERE {keys} = {first} ORDER BY {name(self.ck[0][0])} ASC LIMIT 5'
        yield f'SELECT {keys}, count(*) FROM {at} GROUP BY {keys} LIMIT 20'

    def all(self, count):
        for cql in self.fixed():
            yield 'any table', cql
        for _ in range(count):
            yield 'random', self.draw()
