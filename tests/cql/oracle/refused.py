"""Questions that are mostly refused: names that are not there, calls with the wrong arguments, restrictions in every combination, broken syntax."""
from itertools import permutations, product

FUNCTIONS = '''abs exp log log10 round now uuid current_timestamp current_date current_time current_timeuuid min_timeuuid max_timeuuid to_date to_timestamp to_unix_timestamp floor
int_as_blob text_as_blob blob_as_int blob_as_text blob_as_list counter_as_blob to_json from_json mask_default mask_null mask_replace mask_inner mask_outer mask_hash similarity_cosine
similarity_euclidean similarity_dot_product map_keys map_values collection_count collection_min collection_max collection_sum collection_avg token count min max sum avg writetime ttl
maxwritetime cast castAsText cast_as_text nosuch system.abs system.nosuch corpus.abs nosuch.abs dateOf unixTimestampOf toDate currentTimestamp varcharasblob countRows count_rows
length octet_length format_bytes format_time transaction_log random'''.split()
ARGUMENTS = ['', '*', 'id', 'name', 'score', '1', "'a'", 'null', '?', 'id, id', 'name, 1', 'name, 1, 1', 'id, name, score, 1', '[1]', '(int) 1', 'id AS x', 'DISTINCT id', 'nosuch', 'max(id)', 'count(*)']

# Each is a whole restriction, @ the column.
ONE = ['@ = {}', '@ < {}', '@ >= {}', '@ IN ({}, {})', '@ != {}', '@ CONTAINS {}', '@ CONTAINS KEY {}', '@ LIKE {}', '@ IS NOT NULL', '(@) = ({})', '(@) > ({})', '(@) IN (({}))', '@[{}] = {}', '@.a = {}',
       '@ = null', '@ IN (null)', '@ IN {}', '@ = ?', '@ = nosuch', '@ = {} + {}', 'token(@) > {}', '@ IS NULL', 'NOT @ = {}', '@ BETWEEN {} AND {}', '@ NOT IN ({})', '@ NOT CONTAINS {}', '@ ANN OF {}', '@ == {}', '@ <> {}', '{} = @', '@']
PAIRS = ['@ = {}', '@ > {}', '@ <= {}', '@ IN ({}, {})', '(@) > ({})', '(@) <= ({})', '(@) = ({})', '(@) IN (({}))', '@ CONTAINS {}', '@ IS NOT NULL', '@ LIKE {}']
COLUMNS = {'static_rows': [('k', "'both'"), ('c', '1'), ('s2', '9'), ('v', "'v'")], 'clustering_mixed': [('p', "'p1'"), ('a', '1'), ('b', "'b1'"), ('d', '31000093'), ('v', '31')],
           'collections': [('l', "'a'"), ('e', '5'), ('m', "'x'"), ('v', '1')], 'composite_pk': [('a', '1'), ('b', "'b:1@'"), ('c', "'2023-11-14'"), ('v', '0x00')],
           'udt_cells': [('u', '1'), ('s', '{a: 1}'), ('c', '1')], 'tuples': [('k', "(1, 'a:b')"), ('c', "('c0', null)"), ('t', '(1)')], 'vectors': [('f', '[1, 2, 3]'), ('c', '[1, -1]')],
           'type_duration': [('v', '1h'), ('c', '1')], 'counter': [('k', "'k1'"), ('n', '40')], 'index_local': [('v', "'v1'"), ('n', '1')], 'index_sai': [('v', "'v1'"), ('n', '1'), ('f', '[1, 2, 3]')],
           'index_collections': [('m', "'a'"), ('e', '1'), ('l', '1')], 'compact_dense': [('k', '1'), ('c', '1'), ('v', "'x'")], 'names_reserved': [('"select"', '1'), ('"Mixed Case"', '1')]}
FIRST = {'static_rows': "k = 'both'", 'clustering_mixed': "p = 'p1'", 'collections': 'k = 1', 'composite_pk': "a = 1 AND b = 'b:1@' AND d = 123e4567-e89b-42d3-a456-000000000004"}

SYNTAX = '''
SELECT
SELECT *
SELECT * FROM
SELECT FROM %
SELECT id, FROM %
SELECT id name FROM %
SELECT id AS FROM %
SELECT id AS 'x' FROM %
SELECT id AS 1 FROM %
SELECT *, id FROM %
SELECT id, * FROM %
SELECT * AS x FROM %
SELECT % FROM
SELEC id FROM %
select id from %
SeLeCt ID fRoM %
SELECT id FROM % WHERE
SELECT id FROM % WHERE id
SELECT id FROM % WHERE id =
SELECT id FROM % WHERE id = 1 AND
SELECT id FROM % WHERE AND id = 1
SELECT id FROM % WHERE id = 1 OR id = 2
SELECT id FROM % WHERE id = 1, name = 'x'
SELECT id FROM % WHERE id = 1 AND (name = 'x' OR name = 'y') ALLOW FILTERING
SELECT id FROM % WHERE id IN
SELECT id FROM % WHERE id IN 1
SELECT id FROM % WHERE id IN (1
SELECT id FROM % WHERE id IN (1,)
SELECT id FROM % WHERE id IN ?
SELECT id FROM % WHERE id IN (?, 1)
SELECT id FROM % WHERE id = :x
SELECT id FROM % WHERE id = 'unclosed
SELECT id FROM % WHERE name = "x"
SELECT "id FROM %
SELECT id FROM % WHERE name = 'it''s' ALLOW FILTERING
SELECT id FROM % WHERE name = $$it's$$ ALLOW FILTERING
SELECT id FROM % WHERE name = $$unclosed
SELECT id FROM % WHERE name = 'a' 'b'
SELECT id FROM % WHERE id = 1 LIMIT
SELECT id FROM % LIMIT 1 2
SELECT id FROM % LIMIT LIMIT 1
SELECT id FROM % LIMIT 1 LIMIT 2
SELECT id FROM % ORDER BY
SELECT id FROM % ORDER id
SELECT id FROM % ORDER BY id DOWN
SELECT id FROM % ORDER BY id,
SELECT id FROM % ORDER BY 1
SELECT id FROM % ORDER BY id + 1
SELECT id FROM % ORDER BY abs(id)
SELECT id FROM % ORDER BY token(id)
SELECT id FROM % ORDER BY id DESC ASC
SELECT id FROM % GROUP BY
SELECT id FROM % GROUP id
SELECT id FROM % GROUP BY id,
SELECT id FROM % GROUP BY 1
SELECT id FROM % GROUP BY id LIMIT 1 ORDER BY id
SELECT id FROM % ORDER BY id GROUP BY id
SELECT id FROM % WHERE id = 1 GROUP BY id HAVING count(*) > 1
SELECT id FROM % ALLOW
SELECT id FROM % FILTERING
SELECT id FROM % ALLOW FILTERING ALLOW FILTERING
SELECT id FROM % ALLOW FILTERING WHERE id = 1
SELECT id FROM % PER PARTITION 1
SELECT id FROM % PER LIMIT 1
SELECT id FROM % LIMIT 1 OFFSET 1
SELECT id FROM %, %
SELECT id FROM % t
SELECT id FROM % AS t
SELECT t.id FROM % AS t
SELECT simple.id FROM %
SELECT corpus.simple.id FROM %
SELECT id FROM % JOIN %
SELECT id FROM (SELECT id FROM %)
SELECT id FROM % UNION SELECT id FROM %
SELECT (id FROM %
SELECT id) FROM %
SELECT (id) FROM % LIMIT 1
SELECT ((id)) FROM % LIMIT 1
SELECT (id,) FROM % LIMIT 1
SELECT () FROM % LIMIT 1
SELECT [] FROM % LIMIT 1
SELECT {} FROM % LIMIT 1
SELECT {id: } FROM % LIMIT 1
SELECT {id, name: 1} FROM % LIMIT 1
SELECT (int) FROM % LIMIT 1
SELECT (nosuch) 1 FROM % LIMIT 1
SELECT (list) [1] FROM % LIMIT 1
SELECT (list<nosuch>) [1] FROM % LIMIT 1
SELECT (frozen<int>) 1 FROM % LIMIT 1
SELECT (frozen<list<int>>) [1] FROM % LIMIT 1
SELECT (list<list<int>>) [[1]] FROM % LIMIT 1
SELECT (list<frozen<list<int>>>) [[1], []] FROM % LIMIT 1
SELECT (map<int>) {1: 1} FROM % LIMIT 1
SELECT (map<int, int, int>) {1: 1} FROM % LIMIT 1
SELECT (tuple<>) () FROM % LIMIT 1
SELECT (tuple<int>) (1, 2) FROM % LIMIT 1
SELECT (vector<float>) [1] FROM % LIMIT 1
SELECT (vector<float, 0>) [] FROM % LIMIT 1
SELECT (vector<float, -1>) [] FROM % LIMIT 1
SELECT (vector<float, 2>) [1] FROM % LIMIT 1
SELECT (vector<float, x>) [1] FROM % LIMIT 1
SELECT (set<counter>) {1} FROM % LIMIT 1
SELECT (set<duration>) {1h} FROM % LIMIT 1
SELECT (map<duration, int>) {1h: 1} FROM % LIMIT 1
SELECT (counter) 1 FROM % LIMIT 1
SELECT (set<int>) {} FROM % LIMIT 1
SELECT (map<int, int>) {} FROM % LIMIT 1
SELECT (set<int>) {1, null} FROM % LIMIT 1
SELECT (list<int>) [1, null] FROM % LIMIT 1
SELECT (map<int, int>) {1: null} FROM % LIMIT 1
SELECT (int) null FROM % LIMIT 1
SELECT (int) 'a' FROM % LIMIT 1
SELECT (text) 1 FROM % LIMIT 1
SELECT (int) 3000000000 FROM % LIMIT 1
SELECT (tinyint) 300 FROM % LIMIT 1
SELECT (uuid) 'x' FROM % LIMIT 1
SELECT (boolean) 1 FROM % LIMIT 1
SELECT (inet) '1.2.3.4.5' FROM % LIMIT 1
SELECT (date) 1000 FROM % LIMIT 1
SELECT (time) 1000 FROM % LIMIT 1
SELECT (timestamp) 1000 FROM % LIMIT 1
SELECT (duration) '1h' FROM % LIMIT 1
SELECT (duration) P1W FROM % LIMIT 1
SELECT (duration) P0001-02-03T04:05:06 FROM % LIMIT 1
SELECT (duration) 1h1h FROM % LIMIT 1
SELECT (duration) -P1D FROM % LIMIT 1
SELECT (double) 1e400 FROM % LIMIT 1
SELECT (float) 1e40, (double) -nan, (float) infinity, (double) -INFINITY FROM % LIMIT 1
SELECT (decimal) 1e5, (decimal) -0.00, (varint) 12345678901234567890123 FROM % LIMIT 1
SELECT (blob) 0xABCdef, (blob) 0X01 FROM % LIMIT 1
SELECT (ascii) 'ü' FROM % LIMIT 1
SELECT (boolean) TRUE, (boolean) False FROM % LIMIT 1
SELECT 'a' FROM % LIMIT 1
SELECT null FROM % LIMIT 1
SELECT ? FROM % LIMIT 1
SELECT (int) ? FROM % LIMIT 1
SELECT true FROM % LIMIT 1
SELECT 1.5 FROM % LIMIT 1
SELECT 0xff FROM % LIMIT 1
SELECT 1h FROM % LIMIT 1
SELECT 123e4567-e89b-42d3-a456-426614174000 FROM % LIMIT 1
SELECT NaN FROM % LIMIT 1
SELECT ['a', 'b'] FROM % LIMIT 1
SELECT id[1] FROM %
SELECT id.x FROM %
SELECT id[1..2] FROM %
SELECT id[1..2..3] FROM %
SELECT id[] FROM %
SELECT id::text FROM %
SELECT id || name FROM %
SELECT id & 1 FROM %
SELECT id ^ 2 FROM %
SELECT id ** 2 FROM %
SELECT id = 1 FROM %
SELECT id > 1 FROM %
SELECT NOT id FROM %
SELECT CASE WHEN id = 1 THEN 2 END FROM %
SELECT CAST(id, text) FROM %
SELECT CAST(id) FROM %
SELECT CAST(id AS) FROM %
SELECT CAST(id AS nosuch) FROM %
SELECT CAST(id AS 'text') FROM %
SELECT CAST(id AS "text") FROM %
SELECT CAST(id AS list<int>) FROM %
SELECT CAST(id AS simple) FROM %
SELECT CAST(nosuch AS text) FROM %
SELECT CAST(1 AS text) FROM % LIMIT 1
SELECT CAST('1' AS int) FROM % LIMIT 1
SELECT CAST(count(*) AS int), CAST(max(id) AS text) FROM %
SELECT nosuch FROM %
SELECT nosuch AS x FROM %
SELECT nosuch.x FROM %
SELECT nosuch[1] FROM %
SELECT nosuch + 1 FROM %
SELECT id FROM % WHERE nosuch = 1
SELECT id FROM % WHERE nosuch IN (1)
SELECT id FROM % WHERE nosuch CONTAINS 1
SELECT id FROM % WHERE nosuch[1] = 1
SELECT id FROM % WHERE nosuch.x = 1
SELECT id FROM % WHERE (nosuch) = (1)
SELECT id FROM % WHERE (id, nosuch) = (1, 2)
SELECT id FROM % WHERE id = nosuch(1)
SELECT id FROM % WHERE id = abs(1, 2)
SELECT id FROM % WHERE id = abs('a')
SELECT id FROM % WHERE id = to_json(1)
SELECT id FROM % WHERE id = max(1)
SELECT id FROM % WHERE id = count(*)
SELECT id FROM % WHERE id = token(1)
SELECT id FROM % WHERE id = writetime(id)
SELECT id FROM % WHERE abs(id) = 1
SELECT id FROM % WHERE writetime(name) > 1
SELECT id AS x FROM % WHERE x = 1
SELECT id AS x FROM % ORDER BY x
SELECT id AS x, count(*) FROM % GROUP BY x
SELECT id FROM corpus.nosuch
SELECT id FROM nosuch.simple
SELECT id FROM simple
SELECT id FROM nosuch
SELECT id FROM CORPUS.SIMPLE LIMIT 1
SELECT id FROM "corpus"."simple" LIMIT 1
SELECT id FROM "Corpus".simple
SELECT id FROM corpus."Simple"
SELECT id FROM corpus.simple.id
SELECT id FROM corpus.
SELECT id FROM .simple
SELECT id FROM 'simple'
SELECT id FROM corpus.select
SELECT id FROM corpus."select"
SELECT JSON FROM %
SELECT json FROM %
SELECT JSON id AS json FROM % LIMIT 1
SELECT JSON JSON * FROM %
SELECT DISTINCT FROM %
SELECT DISTINCT name FROM %
SELECT DISTINCT id, name FROM %
SELECT DISTINCT id DISTINCT FROM %
SELECT DISTINCT writetime(name) FROM %
SELECT count FROM %
SELECT count() FROM %
SELECT count(2) FROM %
SELECT count('a') FROM %
SELECT count(id, name) FROM %
SELECT count(DISTINCT id) FROM %
SELECT count(*) + 1 FROM %
SELECT count(*), * FROM %
SELECT *, count(*) FROM %
SELECT max(*) FROM %
SELECT max(max(id)) FROM %
SELECT abs(max(id)), max(abs(id)) FROM %
SELECT sum(name) FROM %
SELECT avg(name) FROM %
SELECT sum(count(*)) FROM %
SELECT max(id), id + 1, name FROM % LIMIT 1
SELECT key FROM %
SELECT exists FROM %
SELECT id FROM % WHERE id EXISTS
SELECT id FROM % WHERE EXISTS
SELECT id FROM % WHERE 1 = 1
SELECT id FROM % WHERE true
SELECT id FROM % WHERE id = TRUE
SELECT id FROM % WHERE id = id
SELECT id FROM % WHERE id = name
SELECT id FROM % WHERE name = 1
SELECT id FROM % WHERE name = true ALLOW FILTERING
SELECT id FROM % WHERE score = 'a' ALLOW FILTERING
SELECT id FROM % WHERE score = 1 ALLOW FILTERING
SELECT id FROM % WHERE id = 99999999999
SELECT id FROM % WHERE id = 1.0
SELECT id FROM % WHERE id = 1e3
SELECT id FROM % WHERE id = 0x00000001
SELECT id FROM % WHERE id = 1h
SELECT id FROM % WHERE id = 007
SELECT id FROM % WHERE id = --7
SELECT id FROM % WHERE id = - 7
SELECT id FROM % WHERE id = [1]
SELECT id FROM % WHERE id = {1}
SELECT id FROM % WHERE id = (1)
SELECT id FROM % WHERE id = (1, 2)
SELECT id FROM % WHERE id = 1 AND id = 1
SELECT id FROM % WHERE id = 1 AND id = 2
SELECT id FROM % WHERE id = 1 AND id IN (1)
SELECT id FROM % WHERE id = 1 AND id > 0
SELECT id FROM % WHERE id IN (1) AND id IN (2)
SELECT id FROM % WHERE id > 0 AND id > 1 ALLOW FILTERING
SELECT id FROM % WHERE id > 0 AND id < 3 ALLOW FILTERING
SELECT id FROM % WHERE name > 'a' AND name >= 'b' ALLOW FILTERING
SELECT id FROM % WHERE name = 'a' AND name = 'b' ALLOW FILTERING
SELECT id FROM % WHERE id IN ((1))
SELECT id FROM % WHERE id IN ('a')
SELECT id FROM % WHERE id > 1
SELECT id FROM % WHERE name = 'x'
SELECT id FROM % WHERE id = 1 AND name = 'x'
SELECT id FROM % USING TIMESTAMP 1
SELECT id FROM % USING TTL 1
SELECT id FROM % IF EXISTS
SELECT id FROM % WITH x = 1
SELECT id INTO x FROM %
SELECT TOP 1 id FROM %
SELECT ALL id FROM %
SELECT id FROM % WHERE id = 1;;
SELECT id FROM % WHERE id = 1; garbage
SELECT id FROM % -- comment without end
SELECT id FROM % /* unclosed
SELECT @ FROM %
SELECT # FROM %
SELECT id FROM % WHERE name = 'a\\nb'
SELECT id FROM % WHERE id = 1 \\
SELECT ü FROM %
SELECT `id` FROM %
SELECT "" FROM %
SELECT "i""d" FROM %
SELECT 'id' FROM %
DESCRIBE
EXPLAIN SELECT id FROM %
SHOW TABLES
WITH x AS (SELECT 1) SELECT 1
;
HELLO
'''


def questions(tables):
    """(table, feature, CQL) over the tables there are."""
    names = {t.name: t for t in tables}
    if 'simple' in names:
        simple, at = names['simple'], 'corpus.simple'
        for line in SYNTAX.strip().split('\n'):
            yield simple, 'refused: syntax and names', line.replace('%', at)
        for function, arguments in product(FUNCTIONS, ARGUMENTS):
            yield simple, 'refused: calls', f'SELECT {function}({arguments}) FROM {at} LIMIT 1'
        for function in FUNCTIONS:
            yield simple, 'refused: calls', f'SELECT id FROM {at} WHERE id = {function}(1)'
            yield simple, 'refused: calls', f"SELECT id FROM {at} WHERE name = {function}('name 1') ALLOW FILTERING"
    for name, columns in COLUMNS.items():
        if name not in names:
            continue
        at = f'corpus.{name}'
        for (column, value), one in product(columns, ONE):
            where = one.replace('@', column).replace('{}', value)
            yield names[name], 'refused: one restriction', f'SELECT * FROM {at} WHERE {where}'
            yield names[name], 'refused: one restriction', f'SELECT * FROM {at} WHERE {where} LIMIT 3 ALLOW FILTERING'
        if name in FIRST:
            for (column, value), one in product(columns, ONE[:13]):
                if f'{column} ' not in FIRST[name]:
                    yield names[name], 'refused: one restriction', f'SELECT * FROM {at} WHERE {FIRST[name]} AND ' + one.replace('@', column).replace('{}', value)
        if name in ('static_rows', 'clustering_mixed', 'index_sai'):
            for (column, value), one, two in product(columns, PAIRS, PAIRS):
                where = (one + ' AND ' + two).replace('@', column).replace('{}', value)
                before = f'{FIRST[name]} AND ' if name in FIRST and column in ('c', 'a') else ''
                yield names[name], 'refused: two restrictions', f'SELECT * FROM {at} WHERE {before}{where}' + (' LIMIT 3 ALLOW FILTERING' if column not in ('k', 'p', 'c', 'a') else '')
    if 'clustering_mixed' in names:
        table, at = names['clustering_mixed'], 'corpus.clustering_mixed'
        for n in (1, 2, 3):
            for columns in permutations('abd', n):
                for ways in product(('ASC', 'DESC'), repeat=n):
                    order = ', '.join(f'{c} {w}' for c, w in zip(columns, ways))
                    yield table, 'refused: order by', f"SELECT a, b, d FROM {at} WHERE p = 'p1' ORDER BY {order} LIMIT 2"
        for n in (1, 2, 3):
            for columns in permutations('pabv', n):
                yield table, 'refused: group by', f'SELECT count(*) FROM {at} GROUP BY {", ".join(columns)} LIMIT 2'
                yield table, 'refused: group by', f"SELECT count(*) FROM {at} WHERE p = 'p1' AND a = 1 GROUP BY {', '.join(columns)} LIMIT 2"
                yield table, 'refused: distinct', f'SELECT DISTINCT {", ".join(columns)} FROM {at} LIMIT 2'
