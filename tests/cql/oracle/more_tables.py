"""Tables unlike those of tests/corpus: the statements that make each; 'flush' writes an SSTable."""
import random

TIME = 1_700_000_000_000_000


def inserts(table, columns, tuples, time=TIME):
    return [f"INSERT INTO corpus.{table} ({columns}) VALUES ({values}) USING TIMESTAMP {time + i}" for i, values in enumerate(tuples)]


def partitioner(case):
    return {'more_random': 'RandomPartitioner', 'more_ordered': 'ByteOrderedPartitioner'}.get(case, 'Murmur3Partitioner')


DAYS = ["'2024-02-29'", '0', '4294967295']
r = random.Random('tables')
TABLES = {}

TABLES['more_mixed'] = ['''CREATE TABLE corpus.more_mixed (a text, b int, u uuid, d timestamp, e text, f decimal, g blob, s int static, ss set<text> static, v text, w double,
  PRIMARY KEY ((a, b, u), d, e, f, g)) WITH CLUSTERING ORDER BY (d DESC, e ASC, f DESC, g ASC)''']
pks = ["'x', 1, 123e4567-e89b-42d3-a456-426614174000", "'', 1, 123e4567-e89b-42d3-a456-426614174000", "'x', -1, 00000000-0000-0000-0000-000000000000", "'ü:y', 2147483647, ffffffff-ffff-ffff-ffff-ffffffffffff"]
many = []
for p in pks:
    for _ in range(22):
        many.append(f"{p}, {r.choice([0, -1, 1700000000000, 1700000000001])}, {r.choice(['$$a$$', chr(39)*2, '$$b$$', '$$ab$$'])}, {r.choice(['1', '1.0', '1.00', '-2.5', '1e10', '0'])}, {r.choice(['0x', '0x00', '0xff', '0x0001'])}, '{r.choice('pqr')}', {r.choice(['NaN', '-0.0', '0.0', '1.5', 'Infinity', 'null'])}")
TABLES['more_mixed'] += inserts('more_mixed', 'a, b, u, d, e, f, g, v, w', many[:50]) + ['flush'] + inserts('more_mixed', 'a, b, u, d, e, f, g, v, w', many[50:], TIME + 1000)
TABLES['more_mixed'] += [f"UPDATE corpus.more_mixed USING TIMESTAMP {TIME + 5000} SET s = 7, ss = {{'b', 'a'}} WHERE a = 'x' AND b = 1 AND u = 123e4567-e89b-42d3-a456-426614174000",
                         f"UPDATE corpus.more_mixed USING TIMESTAMP {TIME + 5001} SET s = 8, ss = {{'only'}} WHERE a = 'static' AND b = 0 AND u = 123e4567-e89b-42d3-a456-426614174000",
                         f"DELETE FROM corpus.more_mixed USING TIMESTAMP {TIME + 6000} WHERE a = 'x' AND b = -1 AND u = 00000000-0000-0000-0000-000000000000 AND d = 0 AND e >= 'a'"]

TABLES['more_slices'] = ['''CREATE TABLE corpus.more_slices (k text, k2 smallint, a int, b text, c bigint, d tinyint, st frozen<list<int>> static, v int, l list<int>, PRIMARY KEY ((k, k2), a, b, c, d))
  WITH CLUSTERING ORDER BY (a ASC, b DESC, c ASC, d DESC)''']
every = [f"'{k}', {k2}, {a}, '{b}', {c}, {d}, {a * 100 + c * 10 + d}, [{a}, {c}]" for k, k2 in (('one', 1), ('two', -2)) for a in (-1, 0, 1, 2) for b in ('', 'a', 'b', 'B') for c in (-5, 7) for d in (-1, 3)]
r.shuffle(every)
TABLES['more_slices'] += inserts('more_slices', 'k, k2, a, b, c, d, v, l', every[:70]) + ['flush'] + inserts('more_slices', 'k, k2, a, b, c, d, v, l', every[40:], TIME + 100)
TABLES['more_slices'] += [f"INSERT INTO corpus.more_slices (k, k2, st) VALUES ('one', 1, [1, 2]) USING TIMESTAMP {TIME}", f"INSERT INTO corpus.more_slices (k, k2, st) VALUES ('three', 3, []) USING TIMESTAMP {TIME}", 'flush',
                          f"DELETE FROM corpus.more_slices USING TIMESTAMP {TIME + 900} WHERE k = 'one' AND k2 = 1 AND a = 1 AND b > 'a'",
                          f"DELETE FROM corpus.more_slices USING TIMESTAMP {TIME + 900} WHERE k = 'two' AND k2 = -2 AND a >= 0 AND a < 1",
                          f"DELETE v FROM corpus.more_slices USING TIMESTAMP {TIME + 900} WHERE k = 'two' AND k2 = -2 AND a = 2 AND b = 'a' AND c = 7 AND d = 3"]

kinds = {'ti': 'tinyint', 'si': 'smallint', 'i': 'int', 'bi': 'bigint', 'vi': 'varint', 'fl': 'float', 'db': 'double', 'de': 'decimal'}
TABLES['more_numbers'] = ['CREATE TABLE corpus.more_numbers (p tinyint, q date, c int, ' + ', '.join(f'{n} {t}' for n, t in kinds.items()) + ', sd decimal static, PRIMARY KEY ((p, q), c))']
edges = {'ti': ['127', '-128', '0', '3', 'null'], 'si': ['32767', '-32768', '0', '7', 'null'], 'i': ['2147483647', '-2147483648', '0', '5', 'null'], 'bi': ['9223372036854775807', '-9223372036854775808', '0', '11', 'null'],
         'vi': ['170141183460469231731687303715884105728', '-99999999999999999999999999', '0', '13', 'null'], 'fl': ['3.4028235e38', '-1.4e-45', '0', '1.1', 'NaN', '-Infinity', '-0.0', 'null'],
         'db': ['1.7976931348623157e308', '4.9e-324', '0', '2.2', 'NaN', 'Infinity', '-0.0', 'null'], 'de': ['1e40', '-1.230', '0', '0.000', '3.3', '1e-30', '100', 'null']}
TABLES['more_numbers'] += inserts('more_numbers', 'p, q, c, ' + ', '.join(kinds), [f"{1 + i // 12}, {DAYS[i // 12]}, {i}, " + ', '.join(r.choice(edges[n][2:] if i < 12 else edges[n]) for n in kinds) for i in range(36)])
TABLES['more_numbers'] += inserts('more_numbers', 'p, q, c', ["9, '1970-01-01', 1", "9, '1970-01-01', 2"]) + [f"INSERT INTO corpus.more_numbers (p, q, sd) VALUES (1, '2024-02-29', 1.50) USING TIMESTAMP {TIME}"]

plain = {'tx': 'text', 'a': 'ascii', 'u': 'uuid', 'tu': 'timeuuid', 'da': 'date', 'ti': 'time', 'ts': 'timestamp', 'du': 'duration', 'bo': 'boolean', 'bl': 'blob', 'ip': 'inet'}
TABLES['more_scalars'] = ['CREATE TABLE corpus.more_scalars (k inet, r boolean, c time, ' + ', '.join(f'{n} {t}' for n, t in plain.items()) + ', PRIMARY KEY ((k, r), c)) WITH CLUSTERING ORDER BY (c DESC)']
edges = {'tx': ["''", "'a\"b\\c'", '$$tab\there$$', "'日本\U0001F600'", "'it''s'", 'null', "'\u0001\u007f\u2028'", "'zz'"], 'a': ["''", "'abc'", "'~ '", 'null', "'\"'"],
         'u': ['00000000-0000-0000-0000-000000000000', 'FFFFFFFF-ffff-FFFF-ffff-ffffffffffff', '123e4567-e89b-42d3-a456-426614174000', '5a1c0a00-8b1e-11ee-b9d1-0242ac120002', 'null'],
         'tu': ['5a1c0a00-8b1e-11ee-b9d1-0242ac120002', '00000000-0000-1000-8080-808080808080', 'ffffffff-ffff-1fff-bf7f-7f7f7f7f7f7f', '13814000-1dd2-11b2-8000-000000000000', 'null'],
         'da': ["'2024-02-29'", "'1969-12-31'", '0', '4294967295', "'0001-01-01'", '2147483648', 'null'], 'ti': ["'00:00:00'", "'23:59:59.999999999'", "'12:30:00.5'", 'null'],
         'ts': ["'2024-02-29 12:34:56.789+0000'", '-1', '0', '253402300800000', '-62167219200001', '8640000000000000', "'1582-10-10'", 'null'],
         'du': ['1y2mo3w4d5h6m7s8ms9us10ns', '-2d', 'P1Y2M3DT4H5M6S', 'P0001-02-03T04:05:06', 'P2W', '0s', '-1ns', '2562047h', 'null'], 'bo': ['true', 'false', 'null'], 'bl': ['0x', '0x00ff', '0xDEADbeef', 'null'],
         'ip': ["'127.0.0.1'", "'::1'", "'fe80::1:2'", "'::ffff:1.2.3.4'", "'255.255.255.255'", 'null']}
TABLES['more_scalars'] += inserts('more_scalars', 'k, r, c, ' + ', '.join(plain), [f"{['$$10.0.0.1$$', '$$::$$', '$$2001:db8::ff$$'][i // 14]}, {str(i // 14 == 1).lower()}, '{i % 14:02}:00:00.{i}', " + ', '.join(r.choice(edges[n]) for n in plain) for i in range(42)])

TABLES['more_nested'] = ['CREATE TYPE corpus.more_place (street text, "Number" int, tags frozen<set<text>>)', 'CREATE TYPE corpus.more_person (name text, home frozen<more_place>, t tuple<int, text>, m map<text, int>)',
                         '''CREATE TABLE corpus.more_nested (k int, c frozen<set<int>>, m map<text, frozen<map<int, frozen<list<text>>>>>, l list<frozen<tuple<int, text>>>, s set<frozen<more_place>>, mi map<int, text>, ms map<timestamp, double>,
  st set<text>, si set<int>, u more_place, fu frozen<more_person>, t tuple<int, text, frozen<list<double>>>, vf vector<float, 3>, vt vector<text, 2>, ll list<frozen<list<int>>>, li list<int>, fm frozen<map<text, int>>, sm map<text, int> static,
  PRIMARY KEY (k, c)) WITH CLUSTERING ORDER BY (c DESC)''']
values = {'m': ["{'x': {1: ['a', 'b'], -1: []}, 'y': {}}", "{'z': {5: ['q']}}", 'null'], 'l': ["[(1, 'a'), (2, null), (null, 'c')]", "[(1, 'a')]", '[]'], 's': ["{{street: 'S', \"Number\": 1, tags: {'b', 'a'}}, {street: 'S'}}", "{{\"Number\": null}}", 'null'],
          'mi': ["{1: 'a', 2: 'b', -3: ''}", "{7: 'x'}", 'null'], 'ms': ["{'2024-02-29': 1.5, 0: NaN, -1: -0.0}", 'null'], 'st': ["{'a', 'b', 'c', ''}", "{'\"q\"'}", 'null'], 'si': ['{3, -1, 2}', '{7}', 'null'],
          'u': ["{street: 'Main', \"Number\": 5, tags: {'x'}}", "{street: 'Half'}", 'null'], 'fu': ["{name: 'n', home: {street: 'h', \"Number\": 2, tags: {'t'}}, t: (1, 'z'), m: {'a': 1}}", "{name: null, t: (null, 'u')}", 'null'],
          't': ["(1, 'a', [1.5, NaN])", '(null, null, [])', "(2, '')", 'null'], 'vf': ['[1, 2, 3]', '[0.5, -0.25, 1e-3]', 'null'], 'vt': ["['a', '']", 'null'], 'll': ['[[1, 2], [], [3]]', '[[]]', 'null'], 'li': ['[1, 2, 3, 2147483647]', '[-5]', 'null'], 'fm': ["{'a': 1, 'b': 2}", '{}', 'null']}
TABLES['more_nested'] += inserts('more_nested', 'k, c, ' + ', '.join(values), [f"{k}, {c}, " + ', '.join(r.choice(v) for v in values.values()) for k in (1, 2, -3) for c in ('{}', '{1}', '{1, 2}', '{-1, 5}')])
TABLES['more_nested'] += ['flush', f"UPDATE corpus.more_nested USING TIMESTAMP {TIME + 500} AND TTL 500000000 SET mi[2] = 'later', st = st + {{'ttl'}}, u.street = 'ttl', li = li + [9] WHERE k = 1 AND c = {{1}}", f"UPDATE corpus.more_nested USING TIMESTAMP {TIME + 501} SET sm = {{'s': 1, 't': 2}} WHERE k = 1",
                          f"DELETE mi[1], st['a'], u.\"Number\" FROM corpus.more_nested USING TIMESTAMP {TIME + 502} WHERE k = 1 AND c = {{1, 2}}", f"UPDATE corpus.more_nested USING TIMESTAMP {TIME + 503} SET sm = {{'only': 0}} WHERE k = 77"]

TABLES['more_indexed'] = ['CREATE TABLE corpus.more_indexed (k int, k2 text, c int, c2 text, n int, txt text, s set<int>, m map<text, int>, mk map<text, int>, me map<text, int>, fl frozen<list<int>>, st int static, no int, PRIMARY KEY ((k, k2), c, c2))',
                          'CREATE INDEX more_n ON corpus.more_indexed (n)', 'CREATE INDEX more_c2 ON corpus.more_indexed (c2)', 'CREATE INDEX more_s ON corpus.more_indexed (s)', 'CREATE INDEX more_m ON corpus.more_indexed (values(m))', 'CREATE INDEX more_mk ON corpus.more_indexed (keys(mk))',
                          'CREATE INDEX more_me ON corpus.more_indexed (entries(me))', 'CREATE INDEX more_fl ON corpus.more_indexed (full(fl))', 'CREATE INDEX more_st ON corpus.more_indexed (st)', 'CREATE INDEX more_k2 ON corpus.more_indexed (k2)']
TABLES['more_sai'] = [s.replace('more_indexed', 'more_sai').replace('INDEX more_', 'INDEX more_sai_').replace(' ON ', ' ON ', 1) + (" USING 'sai'" if s.startswith('CREATE INDEX') else '') for s in TABLES['more_indexed']]
TABLES['more_sai'][0] = TABLES['more_sai'][0].replace('no int,', 'no int, vec vector<float, 2>, dec decimal, ip inet,')
TABLES['more_sai'] += ["CREATE INDEX more_sai_txt ON corpus.more_sai (txt) USING 'sai' WITH OPTIONS = {'case_sensitive': 'false', 'normalize': 'true', 'ascii': 'true'}", "CREATE INDEX more_sai_vec ON corpus.more_sai (vec) USING 'sai'",
                       "CREATE INDEX more_sai_dec ON corpus.more_sai (dec) USING 'sai'", "CREATE INDEX more_sai_ip ON corpus.more_sai (ip) USING 'sai'"]
for t in ('more_indexed', 'more_sai'):
    TABLES[t] += inserts(t, 'k, k2, c, c2, n, txt, s, m, mk, me, fl, no', [f"{i % 3}, '{'xy'[i % 2]}', {i // 6}, '{'ab'[i // 3 % 2]}', {i % 4}, '{['Abc', 'abc', 'äbc', 'zz', ''][i % 5]}', {{{i % 5}, 9}}, {{'a': {i % 2}}}, {{'k{i % 3}': 1}}, {{'e': {i % 3}, 'f': 1}}, [{i % 2}, 1], {i % 7}" for i in range(36)])
    TABLES[t] += [f"INSERT INTO corpus.{t} (k, k2, st) VALUES ({i % 3}, '{'xy'[i % 2]}', {i}) USING TIMESTAMP {TIME + 900}" for i in range(4)]
TABLES['more_sai'] += [f"UPDATE corpus.more_sai USING TIMESTAMP {TIME + 1000 + i} SET vec = [{i % 3 + 1}, {i % 5 - 2}], dec = {i % 4}.50, ip = '10.0.0.{i % 3}' WHERE k = {i % 3} AND k2 = '{'xy'[i % 2]}' AND c = {i // 6} AND c2 = '{'ab'[i // 3 % 2]}'" for i in range(36)]
TABLES['more_sasi'] = ['CREATE TABLE corpus.more_sasi (k int PRIMARY KEY, p text, q text, n int)', "CREATE CUSTOM INDEX more_sasi_p ON corpus.more_sasi (p) USING 'org.apache.cassandra.index.sasi.SASIIndex'",
                       "CREATE CUSTOM INDEX more_sasi_q ON corpus.more_sasi (q) USING 'org.apache.cassandra.index.sasi.SASIIndex' WITH OPTIONS = {'mode': 'CONTAINS', 'analyzer_class': 'org.apache.cassandra.index.sasi.analyzer.NonTokenizingAnalyzer', 'case_sensitive': 'false'}",
                       "CREATE CUSTOM INDEX more_sasi_n ON corpus.more_sasi (n) USING 'org.apache.cassandra.index.sasi.SASIIndex'"] + inserts('more_sasi', 'k, p, q, n', [f"{i}, '{['apple', 'apply', 'maple', 'Ape', ''][i % 5] or 'x'}', '{['Hello', 'yellow', 'low', 'World'][i % 4]}', {i * 3}" for i in range(20)])

TABLES['more_counts'] = ['CREATE TABLE corpus.more_counts (k text, d date, c timeuuid, n counter, m counter, s counter static, PRIMARY KEY ((k, d), c)) WITH CLUSTERING ORDER BY (c DESC)'] + \
    [f"UPDATE corpus.more_counts SET n = n + {v}, m = m - {v} WHERE k = '{'ab'[i % 2]}' AND d = '2024-01-0{1 + i % 3}' AND c = 5a1c0a0{i % 5}-8b1e-11ee-b9d1-0242ac120002" for i, v in enumerate([1, 5, 100, 9223372036854775807, 7, 3, 2, 44, 6, 9])] + \
    ["UPDATE corpus.more_counts SET s = s + 4 WHERE k = 'a' AND d = '2024-01-01'", "UPDATE corpus.more_counts SET s = s - 4 WHERE k = 'only' AND d = '2024-01-01'", "UPDATE corpus.more_counts SET n = n + 1 WHERE k = 'b' AND d = '2024-01-01' AND c = 5a1c0a09-8b1e-11ee-b9d1-0242ac120002"]

TABLES['more_gone'] = ['CREATE TABLE corpus.more_gone (k bigint, a timestamp, b double, s text static, v int, w text, l list<text>, PRIMARY KEY (k, a, b)) WITH CLUSTERING ORDER BY (a DESC, b ASC)'] + \
    inserts('more_gone', 'k, a, b, v, w, l', [f"{i % 4}, {(i % 3) * 1000}, {['-1.5', '0.0', '2e3', 'NaN'][i % 4 - i % 2]}, {i}, 'w{i}', ['{i}', 'x']" for i in range(40)]) + \
    [f"INSERT INTO corpus.more_gone (k, a, b, v, w) VALUES (0, {i}, 0.5, {i}, 'short') USING TIMESTAMP {TIME + 100 + i} AND TTL 1" for i in range(5)] + ['flush'] + \
    [f"INSERT INTO corpus.more_gone (k, a, b, v, w) VALUES (1, {i}, 0.5, {i}, 'long') USING TIMESTAMP {TIME + 100 + i} AND TTL 500000000" for i in range(5)] + \
    [f"DELETE FROM corpus.more_gone USING TIMESTAMP {TIME + 200} WHERE k = 2", f"DELETE FROM corpus.more_gone USING TIMESTAMP {TIME + 200} WHERE k = 0 AND a = 1000", f"DELETE FROM corpus.more_gone USING TIMESTAMP {TIME + 200} WHERE k = 1 AND a > 500 AND a <= 2000",
     f"DELETE FROM corpus.more_gone USING TIMESTAMP {TIME + 200} WHERE k = 3 AND a = 0 AND b < 1", f"UPDATE corpus.more_gone USING TIMESTAMP {TIME + 300} SET s = 'alone' WHERE k = 2", f"UPDATE corpus.more_gone USING TIMESTAMP {TIME + 300} AND TTL 1 SET s = 'expired' WHERE k = 3",
     f"UPDATE corpus.more_gone USING TIMESTAMP {TIME + 300} AND TTL 1 SET s = 'expired alone' WHERE k = 99", f"UPDATE corpus.more_gone USING TIMESTAMP {TIME + 300} SET v = null WHERE k = 0 AND a = 0 AND b = 2000", f"UPDATE corpus.more_gone USING TIMESTAMP {TIME + 300} SET l[0] = 'set' WHERE k = 0 AND a = 2000 AND b = -1.5"]

TABLES['more_empty'] = ['CREATE TABLE corpus.more_empty (k text, k2 blob, c text, c2 blob, c3 int, v int, t text, b blob, ts timestamp, bo boolean, u uuid, d double, vi varint, de decimal, ip inet, PRIMARY KEY ((k, k2), c, c2, c3))'] + \
    inserts('more_empty', 'k, k2, c, c2, c3, v, t, b, ts, bo, u, d, vi, de, ip', [f"'{k}', {k2}, '{c}', {c2}, {c3}, blob_as_int(0x), '', 0x, blob_as_timestamp(0x), blob_as_boolean(0x), blob_as_uuid(0x), blob_as_double(0x), blob_as_varint(0x), blob_as_decimal(0x), blob_as_inet(0x)" for k in ('', 'a') for k2 in ('0x', '0x00') for c in ('', 'c') for c2 in ('0x', '0x01') for c3 in ('1', 'blob_as_int(0x)')]) + \
    inserts('more_empty', 'k, k2, c, c2, c3, v, t, d', ["'a', 0x, 'full', 0x, 5, 5, 'x', 1.5", "'', 0x, '', 0x, -5, 6, 'y', null"], TIME + 90)

TABLES['more_Names'] = ['''CREATE TABLE corpus."more_Names" ("Key" int, "sélect" text, "from" int, "a""b" int, "with space" text, "日本" list<int>, key text, ttl int, writetime int, count int, "token" int, "1st" int, json int, "distinct" int, "cast" int, as int, filtering int, type text, list int, tuple int, PRIMARY KEY ("Key", "sélect", "from"))'''] + \
    [f"""INSERT INTO corpus."more_Names" ("Key", "sélect", "from", "a""b", "with space", "日本", key, ttl, writetime, count, "token", "1st", json, "distinct", "cast", as, filtering, type, list, tuple) VALUES ({i // 4}, '{'äz'[i % 2]}', {i}, {i}, 'w', [{i}], 'k', {i}, {i}, {i}, {i}, {i}, {i}, {i}, {i}, {i}, {i}, 't', 1, 2) USING TIMESTAMP {TIME}""" for i in range(10)]

TABLES['more_descending'] = ['CREATE TYPE corpus.more_part (a blob, "B b" int)', '''CREATE TABLE corpus.more_descending (p int, q text, m frozen<map<int, text>>, l frozen<list<int>>, u frozen<more_part>, i timeuuid, up frozen<list<int>>, t frozen<tuple<frozen<more_part>, int>>, n decimal, v int,
  PRIMARY KEY ((p, q), m, l, u, i, up, t, n)) WITH CLUSTERING ORDER BY (m DESC, l DESC, u DESC, i DESC, up ASC, t DESC, n DESC)'''] + \
    inserts('more_descending', 'p, q, m, l, u, i, up, t, n, v', [f"{i % 2}, 'q', {{{i % 2}: 'a', 5: 'b'}}, [{i % 3}, 1], {{a: 0x0{i % 2}, \"B b\": {i}}}, 5a1c0a0{i % 3}-8b1e-11ee-b9d1-0242ac120002, [{i}], ({{a: 0x00}}, {i % 2}), {['1', '1.0', '1.00', '2'][i % 4]}, {i}" for i in range(16)]) + \
    inserts('more_descending', 'p, q, m, l, u, i, up, t, n, v', [f"7, 'q', {{}}, [], {{a: 0x}}, 5a1c0a00-8b1e-11ee-b9d1-0242ac120002, [], ({{a: 0x00}}, 1), {n}, 1" for n in ('1', '1.0', '1.00', '2')])

for t, p in (('more_random', 'RandomPartitioner'), ('more_ordered', 'ByteOrderedPartitioner')):
    TABLES[t] = [f'CREATE TABLE corpus.{t} (a text, b int, c double, d uuid, s text static, v varint, m map<int, text>, PRIMARY KEY ((a, b), c, d)) WITH CLUSTERING ORDER BY (c DESC, d ASC)'] + \
        inserts(t, 'a, b, c, d, v, m', [f"'{'xyz'[i % 3]}', {i % 4 - 1}, {i % 5 - 2}.5, 123e4567-e89b-42d3-a456-42661417400{i % 10}, {i * 10**18}, {{{i}: 'v'}}" for i in range(40)]) + [f"UPDATE corpus.{t} USING TIMESTAMP {TIME} SET s = 'st' WHERE a = 'x' AND b = 1", f"UPDATE corpus.{t} USING TIMESTAMP {TIME} SET s = 'lone' WHERE a = '' AND b = 0"]


def random_tables(seed, count):
    """As many tables of drawn columns, with drawn writes; statements that Cassandra refuses are to be passed over."""
    from more_questions import EDGES
    r = random.Random(f'random tables {seed}')
    natives = [t for t in EDGES if t not in ('counter', 'varchar')]
    made = {}
    for number in range(count):
        table = f'more_r{seed}_{number}'
        types = [f'CREATE TYPE corpus.{table}_u (a {r.choice(natives)}, "B b" frozen<list<{r.choice(natives[:11])}>>, c {r.choice(natives)})']
        user = f'{table}_u'

        def type(depth=0, key=False):
            way = r.random()
            if way < 0.6 or depth > 1:
                return r.choice([t for t in natives if not key or t != 'duration'])
            inner = lambda key=False: type(depth + 1, key)
            made = r.choice([lambda: f'list<{inner()}>', lambda: f'set<{inner(True)}>', lambda: f'map<{inner(True)}, {inner()}>', lambda: f'tuple<{inner()}, {inner()}>', lambda: user, lambda: f'vector<{r.choice(["float", "int", "text"])}, 2>'])()
            return f'frozen<{made}>' if not made.startswith('vector') and (depth or key or r.random() < 0.4) else made

        def literal(t, depth=0):
            if t.startswith('frozen<'):
                return literal(t[7:-1], depth)
            if t in EDGES:
                return r.choice(EDGES[t]) if r.random() < 0.9 or depth else 'null'
            name, _, rest = t.partition('<')
            parts, level, part = [], 0, ''
            for c in rest[:-1]:
                level += (c == '<') - (c == '>')
                if c == ',' and not level:
                    parts, part = parts + [part.strip()], ''
                else:
                    part += c
            parts.append(part.strip())
            one = lambda i=0: literal(parts[i], depth + 1)
            n = r.choice([0, 1, 2, 3])
            if name == 'list':
                return '[' + ', '.join(one() for _ in range(n)) + ']'
            if name == 'set':
                return '{' + ', '.join(one() for _ in range(n)) + '}'
            if name == 'map':
                return '{' + ', '.join(f'{one()}: {one(1)}' for _ in range(n)) + '}'
            if name == 'tuple':
                return f'({one()}, {r.choice([one(1), "null"])})'
            if name == 'vector':
                return f'[{one()}, {one()}]'
            fields = types[0].split('(', 1)[1][:-1]
            a, b, c = fields.split(', ')
            return '{a: ' + literal(a[2:], depth + 1) + (', "B b": ' + literal(b[6:], depth + 1) if r.random() < 0.6 else '') + ', c: ' + r.choice([literal(c[2:], depth + 1), 'null']) + '}'

        def key():
            while True:
                t = type(key=True)
                if 'duration' not in t and not (user in t and 'duration' in types[0]) and 'vector' not in t:
                    return t
        pk = [(f'p{i}', key()) for i in range(r.choice([1, 1, 2, 3]))]
        ck = [(f'c{i}', key(), r.choice(['ASC', 'DESC'])) for i in range(r.choice([0, 1, 2, 3, 4]))]
        st = [(f's{i}', type()) for i in range(r.choice([0, 1, 2]) if ck else 0)]
        re = [(f'v{i}', type()) for i in range(r.randint(1, 6))]
        ddl = f'CREATE TABLE corpus.{table} (' + ', '.join([f'{n} {t}' for n, t, *_ in pk + ck] + [f'{n} {t} static' for n, t in st] + [f'{n} {t}' for n, t in re])
        ddl += ', PRIMARY KEY ((' + ', '.join(n for n, _ in pk) + ')' + ''.join(', ' + n for n, *_ in ck) + '))'
        if ck:
            ddl += ' WITH CLUSTERING ORDER BY (' + ', '.join(f'{n} {o}' for n, _, o in ck) + ')'
        statements = types + [ddl]
        pks = [[literal(t, 1) for _, t in pk] for _ in range(4)]
        cks = [[literal(t, 1) for _ in range(3)] for _, t, _ in ck]
        for i in range(45):
            where = list(zip([n for n, _ in pk], r.choice(pks))) + [(n, r.choice(v)) for (n, *_), v in zip(ck, cks)]
            using = f'USING TIMESTAMP {TIME + i}'
            way = r.random()
            if way < 0.75 or not ck:
                values = [(n, literal(t)) for n, t in r.sample(re, r.randint(1, len(re)))] + [(n, literal(t)) for n, t in st if r.random() < 0.3]
                ttl = r.choice([' AND TTL 500000000', ' AND TTL 1']) if r.random() < 0.12 else ''
                statements.append(f'INSERT INTO corpus.{table} ({", ".join(n for n, _ in where + values)}) VALUES ({", ".join(v for _, v in where + values)}) {using}{ttl}')
            elif way < 0.85 and st:
                statements.append(f'UPDATE corpus.{table} {using} SET {st[0][0]} = {literal(st[0][1])} WHERE ' + ' AND '.join(f'{n} = {v}' for n, v in where[:len(pk)]))
            else:
                keep = r.randint(len(pk), len(where))
                parts = [f'{n} = {v}' for n, v in where[:keep]]
                if keep > len(pk) and r.random() < 0.6:
                    n, v = where[keep - 1]
                    parts[-1] = f'{n} {r.choice(["<", ">=", ">"])} {v}'
                statements.append(f'DELETE FROM corpus.{table} {using} WHERE ' + ' AND '.join(parts))
            if r.random() < 0.05:
                statements.append('flush')
        made[table] = statements
    return made
