"""Questions written by hand, one feature after the other; a case that a letter lacks is left out."""

# (table, feature, what follows SELECT, with % for the table's name after FROM)
TEXT = '''
projection simple
* FROM %
id, name, score FROM % LIMIT 3
name, id, name FROM % LIMIT 3
id AS a, name AS "B b", score AS id FROM % LIMIT 3
ID, NAME FROM % LIMIT 2
"id" FROM % LIMIT 2
id, 1 FROM % LIMIT 2
id, (int) 1 AS one, (text) 'x' AS x FROM % LIMIT 2
(int) 5 FROM % LIMIT 1
(list<int>) [1, 2], (set<int>) {2, 1, 2}, (map<text, int>) {'b': 1, 'a': 2} FROM % LIMIT 1
(tuple<int, text>) (1, 'a'), (vector<float, 2>) [1, 2.5] FROM % LIMIT 1
[id, id + 1], (id, name), {id}, {name: id} FROM % LIMIT 2
[id], (name, score, id) AS t FROM % LIMIT 2
(list<int>) [id, 3] FROM % LIMIT 2
(map<int, text>) {id: name} FROM % LIMIT 2
(set<int>) {id, id} FROM % LIMIT 2
(vector<int, 2>) [id, id] FROM % LIMIT 2
(tuple<int, text>) (id, name) FROM % LIMIT 2
(bigint) id FROM % LIMIT 2
(text) name FROM % LIMIT 2
(int) id FROM % LIMIT 2
cast(id AS text), cast(score AS int), cast(score AS varint), cast(id AS double) FROM % LIMIT 5
cast(cast(id AS text) AS ascii) FROM % LIMIT 3
cast(id + 1 AS bigint) AS b FROM % LIMIT 3
count(*) FROM %
count(1) FROM %
COUNT(*) AS n FROM %
count(*), count(id), count(name), count(score) FROM %
count(*) AS "count", max(id) AS m FROM % LIMIT 1
min(id), max(id), sum(id), avg(id) FROM %
min(score), max(score), sum(score), avg(score) FROM %
min(name), max(name) FROM %
id, count(*) FROM %
id, max(score), name FROM %
max(id + 1), max(id) + 1, sum(id * 2), avg(cast(id AS double)) FROM %
sum(cast(id AS bigint)), sum(cast(id AS decimal)), avg(cast(id AS decimal)), avg(cast(id AS varint)), avg(cast(id AS float)) FROM %
min(cast(id AS text)), max(cast(id AS text)) FROM %
count(cast(id AS text)) FROM % WHERE id IN (1, 2, 3)
sum(id) FROM % WHERE id = -1
min(id), max(name), avg(score), count(*), count(id) FROM % WHERE id = -1
system.count(*) FROM %
system.max(id), system.min(id) FROM %
countRows() FROM %
count_rows() FROM %
JSON id FROM % LIMIT 3
JSON count(*) FROM %
JSON id, name AS "Name", score * 2 AS d FROM % LIMIT 3
JSON max(id), min(name) FROM %
JSON id, writetime(name), ttl(name), token(id) FROM % LIMIT 3
JSON cast(id AS text), (tuple<int, text>) (1, 'q') FROM % LIMIT 2
DISTINCT id FROM % LIMIT 3
JSON DISTINCT id FROM % LIMIT 3
DISTINCT JSON id FROM % LIMIT 3
DISTINCT id AS x FROM % LIMIT 3
DISTINCT id + 1 FROM % LIMIT 3
DISTINCT token(id) FROM % LIMIT 3
DISTINCT id, token(id) FROM % LIMIT 3
DISTINCT count(*) FROM %
DISTINCT id FROM % WHERE id IN (1, 2)
DISTINCT id FROM % WHERE token(id) > 0 LIMIT 3
DISTINCT * FROM % LIMIT 3
DISTINCT * FROM % LIMIT 3 ALLOW FILTERING
name FROM % WHERE id = 7
name FROM % WHERE id = +7
name FROM % WHERE id = -7
name FROM % WHERE id = 3 + 4
name FROM % WHERE id = (int) 7
name FROM % WHERE id = (bigint) 7
name FROM % WHERE id = 7.0
name FROM % WHERE id = '7'
name FROM % WHERE id = abs(-7)
name FROM % WHERE id = cast(7 AS int)
name FROM % WHERE id = blob_as_int(0x00000007)
name FROM % WHERE id = blobasint(0x00000007)
name FROM % WHERE id = blob_as_int(int_as_blob(7))
name FROM % WHERE id = from_json('7')
name FROM % WHERE id = fromjson('"7"')
name FROM % WHERE id = from_json('x')
name FROM % WHERE id = from_json('null')
name FROM % WHERE name = 'name 7' ALLOW FILTERING
id FROM % WHERE name = 'name 7' AND score > 1 ALLOW FILTERING
id FROM % WHERE name > 'name 95' ALLOW FILTERING
id FROM % WHERE name >= 'name 9' AND name < 'name 95' ALLOW FILTERING
id FROM % WHERE score = 1.75 ALLOW FILTERING
id FROM % WHERE score < 2 ALLOW FILTERING
id FROM % WHERE score > NaN ALLOW FILTERING
id FROM % WHERE score < Infinity ALLOW FILTERING
id FROM % WHERE id > 90 ALLOW FILTERING
id FROM % WHERE id > 10 AND id < 20 ALLOW FILTERING
id FROM % WHERE id >= 98 AND name = 'name 98' ALLOW FILTERING
id FROM % WHERE id IN (5, 3, 1, 3)
id FROM % WHERE id IN (5)
id FROM % WHERE id IN ()
id FROM % WHERE id IN (1, null)
id FROM % WHERE id IN (5, 3, 1) LIMIT 2
id FROM % WHERE id IN (1000, 5)
id FROM % WHERE id IN (1, 2) ORDER BY id
id FROM % WHERE (id) = (1)
id FROM % WHERE (id) IN ((1), (2))
id FROM % WHERE (id = 1)
id FROM % WHERE (id = 1) AND (score > 0) ALLOW FILTERING
id FROM % LIMIT 1
id FROM % LIMIT 100000
id FROM % LIMIT 0
id FROM % LIMIT -1
id FROM % LIMIT 1.5
id FROM % LIMIT 'a'
id FROM % LIMIT null
id FROM % LIMIT 2147483648
id FROM % LIMIT (int) 3
id FROM % LIMIT ?
id FROM % LIMIT 1 + 1
id FROM % PER PARTITION LIMIT 1 LIMIT 3
id FROM % PER PARTITION LIMIT 0
id FROM % PER PARTITION LIMIT -3
id FROM % LIMIT 3 PER PARTITION LIMIT 1
id FROM % LIMIT 3 ALLOW FILTERING
id FROM % ALLOW FILTERING LIMIT 3
id FROM %;
id FROM % -- a comment
id /* a comment */ FROM % LIMIT 1 // another
id FROM % ; SELECT id FROM %
token simple
token(id), id FROM % LIMIT 20
token(id) AS t FROM % LIMIT 2
id FROM % WHERE token(id) > 0 LIMIT 5
id FROM % WHERE token(id) >= -100 AND token(id) < 1000000000000000000
id FROM % WHERE token(id) > token(7) LIMIT 5
id FROM % WHERE token(id) >= token(7) LIMIT 5
id FROM % WHERE token(id) = token(7)
id FROM % WHERE token(id) < token(7) LIMIT 5
id FROM % WHERE token(id) <= token(7) AND token(id) > token(8)
id FROM % WHERE token(id) <= token(8) AND token(id) > token(7)
id FROM % WHERE token(id) > 9223372036854775807
id FROM % WHERE token(id) >= -9223372036854775808 LIMIT 2
id FROM % WHERE token(id) > -9223372036854775808 LIMIT 2
id FROM % WHERE token(id) < -9223372036854775808 LIMIT 2
id FROM % WHERE token(id) <= -9223372036854775808 LIMIT 2
id FROM % WHERE token(id) < 9223372036854775808
id FROM % WHERE token(id) IN (1, 2)
id FROM % WHERE token(id) != 0
id FROM % WHERE token(id) > 0 AND token(id) > 1
id FROM % WHERE token(id) = 0 AND token(id) > 1
id FROM % WHERE token(id) > 0 AND id = 1
id FROM % WHERE token(id) > 0 AND id IN (1, 2, 3)
id FROM % WHERE token(id) > 0 AND id > 10
id FROM % WHERE token(id) > 0 AND id > 90 ALLOW FILTERING
id FROM % WHERE token(id) > 0 AND name > 'name 9' ALLOW FILTERING
id FROM % WHERE token(id) > 'a'
id FROM % WHERE token(id) > null
id FROM % WHERE token(id) > 0 + 1 LIMIT 2
id FROM % WHERE token(name) > 0
id FROM % WHERE token(id, name) > 0
id FROM % WHERE token() > 0
id FROM % WHERE token(nosuch) > 0
id FROM % WHERE token(id) LIKE 1
id FROM % WHERE token(id) CONTAINS 1
id FROM % WHERE token(id) IS NOT NULL
id FROM % WHERE token(id) BETWEEN 0 AND 1
token(1), token(2147483647), token(-1) FROM % LIMIT 1
token(name) FROM % LIMIT 1
token() FROM % LIMIT 1
token(id, id) FROM % LIMIT 1
token('a') FROM % LIMIT 1
token(null) FROM % LIMIT 1
token(id + 1), token(cast(id AS int)) FROM % LIMIT 2
min(token(id)), max(token(id)) FROM %
system.token(id) FROM % LIMIT 1
count(*) FROM % WHERE token(id) > 0
id FROM % WHERE token(id) > 0 ORDER BY id
functions simple
abs(-1), abs(id), abs(score) FROM % LIMIT 2
abs((int) -1), abs((double) -1.5), abs((varint) -5) FROM % LIMIT 1
exp(score), log(score), log10(score), round(score) FROM % LIMIT 5
exp(id), log(id), log10(id), round(id) FROM % LIMIT 5
round((float) 2.5), round((double) -2.5), round((decimal) 2.5), round((decimal) -2.55) FROM % LIMIT 1
exp((decimal) 1.5), log((decimal) 10), log10((decimal) 1000), exp((varint) 3), log((varint) 100) FROM % LIMIT 1
log((int) 0), log((double) -1), exp((int) 1000) FROM % LIMIT 1
log((decimal) 0) FROM % LIMIT 1
min_timeuuid('2024-02-29 12:00:00'), max_timeuuid('2024-02-29 12:00:00+0100') FROM % LIMIT 1
minTimeuuid('2024-02-29'), maxTimeuuid('1969-12-31') FROM % LIMIT 1
to_date((timestamp) '2024-02-29 23:59:59.999+0000'), to_timestamp((date) '2024-02-29'), to_unix_timestamp((date) '1969-12-31') FROM % LIMIT 1
to_date(5a1c0a00-8b1e-11ee-b9d1-0242ac120002), to_timestamp((timeuuid) 5a1c0a00-8b1e-11ee-b9d1-0242ac120002), to_unix_timestamp((timeuuid) 5a1c0a00-8b1e-11ee-b9d1-0242ac120002) FROM % LIMIT 1
to_date((timeuuid) 5a1c0a00-8b1e-11ee-b9d1-0242ac120002) FROM % LIMIT 1
to_unix_timestamp((timestamp) '2024-02-29 12:00:00.123Z'), to_unix_timestamp(to_timestamp((date) '2024-01-01')) FROM % LIMIT 1
to_timestamp((bigint) 1700000000000), to_date((bigint) 1700000000000) FROM % LIMIT 1
floor((timestamp) '2024-02-29 12:34:56', 1h), floor((date) '2024-02-29', 1mo), floor((time) '12:34:56', 15m) FROM % LIMIT 1
floor((timestamp) '2024-02-29 12:34:56', 1d, '2024-01-01 06:00:00'), floor((timestamp) '2023-01-01', 1d, (timestamp) '2024-01-01') FROM % LIMIT 1
floor((timestamp) '1960-02-29 12:34:56', 1mo), floor((timestamp) '1960-02-29 12:34:56', 7d) FROM % LIMIT 1
floor((date) '2024-02-29', 1h) FROM % LIMIT 1
floor((timestamp) '2024-02-29', 1ns) FROM % LIMIT 1
(timestamp) '2024-01-31' + 1mo, (date) '2024-01-31' + 1mo, (timestamp) '2024-03-31' - 1mo, (date) '2024-02-29' - 1y FROM % LIMIT 1
(date) '2024-01-31' + 1h FROM % LIMIT 1
(time) '23:00:00' + 2h FROM % LIMIT 1
1d + (timestamp) '2024-01-31' FROM % LIMIT 1
now() FROM % LIMIT 1
current_timestamp() FROM % LIMIT 1
current_date(), current_time(), current_timeuuid(), currentTimestamp(), currentDate(), uuid() FROM % LIMIT 1
to_date(now()) FROM % LIMIT 1
int_as_blob(id), text_as_blob(name), double_as_blob(score) FROM % LIMIT 2
blob_as_int(0x00000001), blob_as_text(0x61), blob_as_bigint(0x0000000000000001) FROM % LIMIT 1
blob_as_int(0x01) FROM % LIMIT 1
blob_as_text(0xff) FROM % LIMIT 1
blob_as_boolean(0x0101) FROM % LIMIT 1
blob_as_uuid(0x00000000000040008000000000000000), blob_as_inet(0x7f000001), blob_as_date(0x80000000), blob_as_time(0x0000000000000001), blob_as_varint(0xff), blob_as_decimal(0x00000001ff), blob_as_float(0x3f800000), blob_as_duration(0x020406) FROM % LIMIT 1
blob_as_timeuuid(0x00000000000040008000000000000000) FROM % LIMIT 1
blob_as_inet(0x7f) FROM % LIMIT 1
blob_as_list(0x00) FROM % LIMIT 1
varchar_as_blob('x'), ascii_as_blob('x'), timestamp_as_blob('2024-01-01'), uuid_as_blob(123e4567-e89b-42d3-a456-426614174000) FROM % LIMIT 1
duration_as_blob(1h), decimal_as_blob(1.50), varint_as_blob(-129), inet_as_blob('::1'), boolean_as_blob(true), date_as_blob('1970-01-01'), time_as_blob('00:00:01') FROM % LIMIT 1
blob_as_blob(0x00) FROM % LIMIT 1
to_json(id), to_json(name), to_json(score) FROM % LIMIT 2
to_json((list<text>) ['a"b', 'ü', '\\']), to_json((map<text, int>) {'k': 1}), to_json((tuple<int, text>) (1, null)) FROM % LIMIT 1
from_json('1') FROM % LIMIT 1
to_json(null) FROM % LIMIT 1
mask_default(id), mask_default(name), mask_default(score), mask_null(id) FROM % LIMIT 2
mask_inner(name, 1, 1), mask_inner(name, 1, 1, '#'), mask_inner(name, null, null), mask_inner(name, 0, 0), mask_inner(name, 100, 100), mask_outer(name, 1, 2), mask_outer(name, null, 3, 'x') FROM % LIMIT 2
mask_inner(name, 1, 1, '##') FROM % LIMIT 1
mask_inner(name, -1, 1) FROM % LIMIT 1
mask_inner(name, 1) FROM % LIMIT 1
mask_inner(id, 1, 1) FROM % LIMIT 1
mask_replace(name, 'x'), mask_replace(id, 0), mask_replace(score, 1.5), mask_replace(name, null) FROM % LIMIT 2
mask_replace(id, 'x') FROM % LIMIT 1
mask_hash(name), mask_hash(id), mask_hash(name, 'SHA-512'), mask_hash(name, 'MD5') FROM % LIMIT 2
mask_hash(name, 'nosuch') FROM % LIMIT 1
mask_hash(name, null) FROM % LIMIT 1
mask_default() FROM % LIMIT 1
mask_null(name, name) FROM % LIMIT 1
MASK_DEFAULT(name), Mask_Null(id) FROM % LIMIT 1
"mask_default"(name) FROM % LIMIT 1
"Mask_Default"(name) FROM % LIMIT 1
similarity_cosine((vector<float, 2>) [1, 2], [2, 4]), similarity_euclidean((vector<float, 2>) [1, 2], [2, 4]), similarity_dot_product((vector<float, 2>) [1, 2], [2, 4]) FROM % LIMIT 1
similarity_cosine([1, 2], [2, 4]) FROM % LIMIT 1
similarity_cosine((vector<float, 2>) [0, 0], [2, 4]) FROM % LIMIT 1
similarity_cosine((vector<float, 2>) [1, 2], (vector<float, 3>) [2, 4, 1]) FROM % LIMIT 1
similarity_cosine((vector<int, 2>) [1, 2], [2, 4]) FROM % LIMIT 1
similarity_cosine(id, id) FROM % LIMIT 1
map_keys((map<text, int>) {'a': 1, 'b': 2}), map_values((map<text, int>) {'a': 1, 'b': 2}) FROM % LIMIT 1
collection_count((list<int>) [1, 2]), collection_sum((list<int>) [1, 2]), collection_avg((set<double>) {1, 2}), collection_min((list<text>) ['b', 'a']), collection_max((set<int>) {3, 1}) FROM % LIMIT 1
collection_sum((list<tinyint>) [100, 100]), collection_avg((list<int>) [1, 2]), collection_avg((list<int>) []), collection_min((list<int>) []) FROM % LIMIT 1
collection_sum((list<text>) ['a']) FROM % LIMIT 1
collection_count(id) FROM % LIMIT 1
map_keys(id) FROM % LIMIT 1
arithmetic simple
id + id, id - 1, 1 - id, id * score, id / 2, id % 7, -id, -(-id) FROM % LIMIT 5
-(id), - (id), -score, - score, -(-score), id - (-1), id-(1) FROM % LIMIT 3
id + 1 * 2, (id + 1) * 2, id - 1 - 1, id / 2 / 2, 10 % 4 + id FROM % LIMIT 2
id - -1, id - - 1, -id - -score FROM % LIMIT 2
id +1, id -1, id-1, id- 1 FROM % LIMIT 2
id / 0 FROM % LIMIT 1
id % 0 FROM % LIMIT 1
score / 0, score % 0, -score / 0 FROM % LIMIT 1
score + 0.1, score * 3, score / 3, score % 0.7 FROM % LIMIT 5
id + 3000000000, id * 2147483647, id + 1.5 FROM % LIMIT 2
(tinyint) 127 + (tinyint) 1, (smallint) 32767 + (smallint) 1, (int) 2147483647 + (int) 1, (bigint) 9223372036854775807 + (bigint) 1 FROM % LIMIT 1
(tinyint) 1 + (smallint) 1, (tinyint) 1 + (int) 1, (int) 1 + (bigint) 1, (int) 1 + (float) 1, (bigint) 1 + (float) 1, (int) 1 + (double) 1, (varint) 1 + (int) 1, (varint) 1 + (double) 1, (decimal) 1 + (int) 1, (float) 1 + (double) 1 FROM % LIMIT 1
(decimal) 1 / (decimal) 3, (decimal) 10 / (decimal) 4, (decimal) 1.00 * (decimal) 2.0, (decimal) 7.5 % (decimal) 2 FROM % LIMIT 1
(decimal) 1 / (decimal) 0 FROM % LIMIT 1
(varint) 7 / (varint) 2, (varint) -7 / (varint) 2, (varint) -7 % (varint) 3, (int) -7 / (int) 2, (int) -7 % (int) 3 FROM % LIMIT 1
name + name, name + 'x', 'x' + name FROM % LIMIT 2
name - name FROM % LIMIT 1
name + 1 FROM % LIMIT 1
1 + 1 FROM % LIMIT 1
1 + 'a' FROM % LIMIT 1
id + null FROM % LIMIT 1
id + name FROM % LIMIT 1
-name FROM % LIMIT 1
-1, +1 FROM % LIMIT 1
id FROM % WHERE id = 2 * 3
id FROM % WHERE id = 7 / 2
id FROM % WHERE id = -(-5)
id FROM % WHERE id = 5 + 'a'
id FROM % WHERE id = id + 1
id FROM % WHERE id + 1 = 5
id FROM % WHERE score = 1.5 * 2 ALLOW FILTERING
id FROM % WHERE id = 1 / 0
writetime cell_times
a, writetime(a), b, writetime(b), d, writetime(d) FROM %
writetime(m), maxwritetime(m), ttl(m) FROM %
maxwritetime(a), maxwritetime(b) AS mb, WRITETIME(d) AS wd FROM % LIMIT 5
m[1], writetime(m[1]), writetime(m[2]), maxwritetime(m[1]), ttl(m[1]), writetime(m[99]) FROM %
m[1..2], writetime(m[1..2]), writetime(m[2..]), maxwritetime(m[..1]), ttl(m[1..5]), writetime(m[50..60]) FROM %
writetime(k) FROM %
writetime(c) FROM %
ttl(k) FROM %
writetime(nosuch) FROM %
writetime(*) FROM %
writetime(a, b) FROM %
writetime() FROM %
writetime(a + 1) FROM %
writetime(writetime(a)) FROM %
min(writetime(a)), max(writetime(b)), max(maxwritetime(m)), sum(ttl(a)), count(writetime(a)) FROM %
max(writetime(m)) FROM %
writetime(a) + 1, writetime(a) - writetime(b) FROM % LIMIT 3
to_timestamp(writetime(a)) FROM % LIMIT 3
to_timestamp(writetime(a) / 1000) FROM % LIMIT 3
cast(writetime(a) AS text) FROM % LIMIT 3
a FROM % WHERE writetime(a) > 0 ALLOW FILTERING
JSON writetime(a), writetime(m), m[1] FROM % LIMIT 3
c, writetime(a) FROM % WHERE k = 1 ORDER BY c DESC
writetime(m[1][2]) FROM %
writetime(a[1]) FROM %
writetime(m[null]) FROM %
writetime(m['x']) FROM %
DISTINCT writetime(a) FROM %
count(*), k, max(writetime(a)) FROM % GROUP BY k
writetime collections
writetime(l), writetime(e), writetime(m), ttl(l), ttl(e), ttl(m), maxwritetime(l), maxwritetime(e), maxwritetime(m) FROM %
l, e, m FROM % WHERE k = 1
e[1], e[2..3], e[..2], e[3..], m['x'], m['x'..'y'], m['y'..], m[..'x'] FROM %
writetime(e[1]), writetime(e[2..3]), ttl(e[..2]), maxwritetime(e[3..]), writetime(m['x']), writetime(m['x'..'y']), ttl(m['y'..]) FROM %
e[1] AS one, m['x'] + 1, m['x'] * m['y'] FROM %
JSON e[1], m['x'], m['x'..'y'] FROM %
count(m['x']), max(m['x']), sum(m['x']), min(e[1..2]) FROM %
l[0] FROM %
l[0..1] FROM %
e['a'] FROM %
m[1] FROM %
m[null] FROM %
m[null..'a'] FROM %
m[..] FROM %
m[?] FROM %
v[1] FROM %
k[1] FROM %
m.x FROM %
m['x']['y'] FROM %
m['x'].a FROM %
collection_count(l), collection_count(e), collection_count(m), collection_sum(e), collection_avg(e), collection_min(l), collection_max(e), map_keys(m), map_values(m), collection_sum(map_values(m)) FROM %
collection_sum(l) FROM %
collection_sum(m) FROM %
map_keys(e) FROM %
min(l), max(e), min(m), count(l) FROM %
sum(l) FROM %
cast(l AS text) FROM %
l + l FROM %
k, c FROM % WHERE l CONTAINS 'a' ALLOW FILTERING
k, c FROM % WHERE e CONTAINS 5 ALLOW FILTERING
k, c FROM % WHERE e CONTAINS 5 AND e CONTAINS 1 ALLOW FILTERING
k, c FROM % WHERE m CONTAINS 1 ALLOW FILTERING
k, c FROM % WHERE m CONTAINS KEY 'x' ALLOW FILTERING
k, c FROM % WHERE m CONTAINS KEY 'x' AND m CONTAINS -1 ALLOW FILTERING
k, c FROM % WHERE m['x'] = 1 ALLOW FILTERING
k, c FROM % WHERE m['x'] > 0 ALLOW FILTERING
k, c FROM % WHERE m['x'] != 1 ALLOW FILTERING
k, c FROM % WHERE m['x'] IN (1, 2) ALLOW FILTERING
k, c FROM % WHERE m['x'] = null ALLOW FILTERING
k, c FROM % WHERE m[null] = 1 ALLOW FILTERING
k, c FROM % WHERE l[0] = 'a' ALLOW FILTERING
k, c FROM % WHERE e[1] = 1 ALLOW FILTERING
k, c FROM % WHERE v[1] = 1 ALLOW FILTERING
k, c FROM % WHERE l CONTAINS 1 ALLOW FILTERING
k, c FROM % WHERE e CONTAINS 'a' ALLOW FILTERING
k, c FROM % WHERE e CONTAINS null ALLOW FILTERING
k, c FROM % WHERE l CONTAINS KEY 1 ALLOW FILTERING
k, c FROM % WHERE v CONTAINS 1 ALLOW FILTERING
k, c FROM % WHERE k CONTAINS 1 ALLOW FILTERING
k, c FROM % WHERE c CONTAINS KEY 1 ALLOW FILTERING
k, c FROM % WHERE l CONTAINS 'a'
k, c FROM % WHERE k = 1 AND l CONTAINS 'a'
k, c FROM % WHERE k = 1 AND l CONTAINS 'a' ALLOW FILTERING
k, c FROM % WHERE k = 1 AND c > 1 AND e CONTAINS 5 ALLOW FILTERING
k, c FROM % WHERE l = ['a', 'b', 'a'] ALLOW FILTERING
k, c FROM % WHERE e = {1, 2, 3} ALLOW FILTERING
k, c FROM % WHERE m = {'x': 1, 'y': -1} ALLOW FILTERING
k, c FROM % WHERE m = {} ALLOW FILTERING
k, c FROM % WHERE l IN (['a']) ALLOW FILTERING
k, c FROM % WHERE l > ['a'] ALLOW FILTERING
k, c FROM % WHERE e = [1] ALLOW FILTERING
k, c FROM % WHERE l = {'a'} ALLOW FILTERING
k, c FROM % WHERE l = ['a', null] ALLOW FILTERING
k, c FROM % WHERE e = {null} ALLOW FILTERING
k, c FROM % WHERE m = {null: 1} ALLOW FILTERING
k, c FROM % WHERE l LIKE 'a' ALLOW FILTERING
k, c FROM % WHERE l IS NOT NULL ALLOW FILTERING
k, c FROM % WHERE v = null ALLOW FILTERING
elements collections_frozen
l, e, m, x, y, z FROM %
x[1], x[7], x[1..7], m['o'], e[[]], e[[1, 2]], z[(1, 'a')] FROM %
m['o'][1] FROM %
x[1]['s'], x[1]['s'..'t'] FROM %
m['o'..'p'], e[[1]..[5]], e[[2]..] FROM %
l[0] FROM %
y[0] FROM %
writetime(l), writetime(m), ttl(e), maxwritetime(l), writetime(x), writetime(x[1]), writetime(z) FROM %
writetime(m['o']), ttl(m['o']), writetime(e[[]]), maxwritetime(m['o'..'p']) FROM %
writetime(x[1]['s']) FROM %
k FROM % WHERE l = ['a', '5', ''] ALLOW FILTERING
k FROM % WHERE l > ['a', '5', ''] ALLOW FILTERING
k FROM % WHERE l CONTAINS '5' ALLOW FILTERING
k FROM % WHERE e CONTAINS [5] ALLOW FILTERING
k FROM % WHERE m CONTAINS KEY 'p5' ALLOW FILTERING
k FROM % WHERE m CONTAINS {} ALLOW FILTERING
k FROM % WHERE m CONTAINS {1: 'i', 2: ''} ALLOW FILTERING
k FROM % WHERE m['p5'] = {} ALLOW FILTERING
k FROM % WHERE x[1] = {'s', 't'} ALLOW FILTERING
k FROM % WHERE x CONTAINS {} ALLOW FILTERING
k FROM % WHERE y CONTAINS {'b': 5} ALLOW FILTERING
k FROM % WHERE z CONTAINS (5, null) ALLOW FILTERING
k FROM % WHERE l IN (['a', '5', ''], ['a', '10', '']) ALLOW FILTERING
collection_count(l), collection_count(e), collection_min(e), collection_max(e), map_keys(m), map_values(m), collection_max(l) FROM %
to_json(m), to_json(e), to_json(z) FROM % LIMIT 2
min(l), max(l), max(e), min(m) FROM %
fields udt_cells
* FROM %
u.a, u.b, u.c FROM %
u.a AS x, u.c[0] FROM %
s.a, s.b FROM %
u, writetime(u), ttl(u), maxwritetime(u) FROM %
writetime(u.a), writetime(u.b), ttl(u.a), maxwritetime(u.c), writetime(s.a) FROM %
u.nosuch FROM %
u.a.b FROM %
v.a FROM %
k.a FROM %
writetime(u.nosuch) FROM %
max(u.a), count(u.b), sum(u.a) FROM %
u.a + 1, -u.a FROM %
collection_count(u.c) FROM %
to_json(u), to_json(u.c) FROM %
JSON u.a, u FROM %
k, c FROM % WHERE u = {a: 1, b: 'x', c: [1, 2]} ALLOW FILTERING
k, c FROM % WHERE u.a = 1 ALLOW FILTERING
k, c FROM % WHERE u CONTAINS 1 ALLOW FILTERING
k, c FROM % WHERE u = {nosuch: 1} ALLOW FILTERING
k, c FROM % WHERE u = (1, 'x') ALLOW FILTERING
k, c FROM % WHERE u IN ({a: 1}) ALLOW FILTERING
k, c FROM % WHERE u > {a: 1} ALLOW FILTERING
DISTINCT k, s FROM %
DISTINCT k, s.a FROM %
(udt_cells_u) {a: 1, b: 'x'} FROM % LIMIT 1
(corpus.udt_cells_u) {a: 1, b: 'x'} FROM % LIMIT 1
(corpus.nosuch) {a: 1} FROM % LIMIT 1
{a: k} FROM % LIMIT 1
fields udt_frozen
* FROM %
c.country, c.number, a.street, a.zip, a.phones FROM %
a.phones['home'] FROM %
a.phones['home'].country FROM %
a.phones['home'].nosuch FROM %
writetime(a), writetime(a.street), ttl(a.zip), maxwritetime(a.phones) FROM % LIMIT 4
writetime(a.phones['home']) FROM % LIMIT 4
l, m FROM % LIMIT 3
k, c FROM % WHERE k = 1 AND c = {country: 1, number: '1@2:1'}
k, c FROM % WHERE k = 1 AND c > {country: 4, number: '1@2:4'}
k, c FROM % WHERE k = 1 AND c < {country: 4}
k, c FROM % WHERE k = 1 AND c IN ({country: 1, number: '1@2:1'}, {country: 4, number: '1@2:4'})
k, c FROM % WHERE k = 1 AND c = {country: 'x'}
k, c FROM % WHERE k = 1 AND c = {nosuch: 1}
k, c FROM % WHERE k = 1 AND c.country = 1
k FROM % WHERE a = {street: 'Main', zip: 5, phones: {'home': {country: 1, number: 'n'}}} ALLOW FILTERING
k FROM % WHERE a > {street: 'L'} ALLOW FILTERING
k FROM % WHERE l CONTAINS {country: 1, number: null} ALLOW FILTERING
k FROM % WHERE m CONTAINS KEY {country: 4, number: null} ALLOW FILTERING
m[{country: 4, number: null}] FROM % LIMIT 5
max(c), min(a), count(a) FROM %
c, v FROM % ORDER BY c
fields evolved_udt
u.a, u.bb, u.c, l FROM %
u.b FROM %
u FROM % WHERE u = {a: 1, bb: 'two'} ALLOW FILTERING
u FROM % WHERE u = {a: 1, bb: 'two', c: 3.5} ALLOW FILTERING
JSON u, l FROM %
max(u), min(u.c) FROM %
tuples tuples
* FROM %
k, c, t, u FROM % WHERE k = (1, 'a:b')
c FROM % WHERE k = (1, 'a:b') AND c = ('c4', null)
c FROM % WHERE k = (1, 'a:b') AND c > ('c4', null)
c FROM % WHERE k = (1, 'a:b') AND c >= ('c4')
c FROM % WHERE k = (1, 'a:b') AND c IN (('c4', null), ('c1', 1))
c FROM % WHERE k IN ((1, 'a:b'), (0, 'a:b'))
c FROM % WHERE k = (1)
c FROM % WHERE k = (1, 2)
c FROM % WHERE k = (1, 'a', 2)
c FROM % WHERE k = 1
c FROM % WHERE k = [1, 'a']
c FROM % WHERE (k) = ((1, 'a:b'))
c FROM % WHERE k = (1, 'a:b') AND (c) = (('c4', null))
c FROM % WHERE t = (null, 'x', [1, 3]) ALLOW FILTERING
c FROM % WHERE u = ((1, null), ('y',)) ALLOW FILTERING
c FROM % WHERE u = ((1, null), ('y')) ALLOW FILTERING
c FROM % WHERE u > ((1, null), ('a')) ALLOW FILTERING
c FROM % WHERE t CONTAINS 1 ALLOW FILTERING
t[0] FROM %
t.a FROM %
token(k), writetime(t), ttl(u) FROM %
to_json(t), to_json(u) FROM % LIMIT 2
max(c), min(t), count(u) FROM %
vectors vectors
* FROM %
f, t, n, d, v, l, u FROM % WHERE k = 1 AND c = [1, -1]
c FROM % WHERE k = 1 AND c > [4, -4]
c FROM % WHERE k = 1 AND c IN ([1, -1], [7, -7])
c FROM % WHERE k = 1 AND c = [1]
c FROM % WHERE k = 1 AND c = [1, 2, 3]
c FROM % WHERE k = 1 AND c = ['a', 'b']
c FROM % WHERE k = 1 AND c = {1, 2}
c FROM % WHERE k = 1 AND c = [1, null]
c FROM % WHERE f = [0.5, -1.0, 1.0E10] ALLOW FILTERING
c FROM % WHERE f > [0.5, -1.0, 1.0E10] ALLOW FILTERING
c FROM % WHERE t = ['', 'text 4'] ALLOW FILTERING
c FROM % WHERE f CONTAINS 0.5 ALLOW FILTERING
similarity_cosine(f, [1, 0, 0]), similarity_euclidean(f, [1, 0, 0]), similarity_dot_product(f, [1, 0, 0]) FROM %
similarity_cosine(f, f), similarity_euclidean(f, f), similarity_dot_product(f, f) FROM %
similarity_cosine(f, [1, 0]) FROM %
similarity_cosine(f, [0, 0, 0]) FROM %
similarity_euclidean(f, [0, 0, 0]) FROM %
similarity_cosine(d, [1]) FROM %
similarity_cosine(f, null) FROM %
similarity_cosine(f) FROM %
f[0] FROM %
to_json(f), to_json(v), to_json(n), to_json(u) FROM % LIMIT 3
max(f), min(t), count(v) FROM %
collection_count(f) FROM %
collection_sum(f) FROM %
cast(f AS text) FROM %
f + f FROM %
mask_default(f), mask_null(t) FROM % LIMIT 2
c, f FROM % ORDER BY f ANN OF [1, 2, 3] LIMIT 3
counter counter
* FROM %
k, n, m FROM % WHERE k = 'k1'
n + 1, n * 2, -n, n / 2, abs(n) FROM %
cast(n AS text), cast(n AS int), cast(n AS varint), cast(n AS double), cast(n AS bigint), cast(n AS blob) FROM %
sum(n), min(n), max(n), avg(n), count(n) FROM %
sum(n), min(n), max(n), avg(n), count(n) FROM % WHERE k = 'k1'
writetime(n) FROM %
ttl(n) FROM %
maxwritetime(n) FROM %
counter_as_blob(n) FROM %
bigint_as_blob(n) FROM %
mask_default(n), mask_null(n) FROM %
to_json(n) FROM %
JSON * FROM %
k FROM % WHERE n = 40 ALLOW FILTERING
k FROM % WHERE n > 0 ALLOW FILTERING
k FROM % WHERE n IN (40) ALLOW FILTERING
k FROM % WHERE n = 'a' ALLOW FILTERING
round(n), exp(n), log10(n) FROM % LIMIT 2
counter counter_clustering
k, c, s, n FROM %
DISTINCT k, s FROM %
k, sum(n), max(s) FROM % GROUP BY k
c, n FROM % WHERE k = 1 AND c > 'c0' ORDER BY c DESC
c FROM % WHERE n > 12000 ALLOW FILTERING
c FROM % WHERE s > 0 ALLOW FILTERING
static static_rows
* FROM %
k, s1, s2 FROM %
s1 FROM %
DISTINCT k FROM %
DISTINCT k, s1, s2 FROM %
DISTINCT s1 FROM %
DISTINCT k, v FROM %
DISTINCT k, c FROM %
DISTINCT k, s1 FROM % WHERE k = 'both'
DISTINCT k, s1 FROM % WHERE k IN ('both', 'ttl')
DISTINCT k, s2 FROM % WHERE s2 = 9 ALLOW FILTERING
DISTINCT k, s2 FROM % WHERE v = 'v' ALLOW FILTERING
DISTINCT k, s2 FROM % WHERE k = 'both' AND c = 0
DISTINCT k, count(*) FROM % GROUP BY k
DISTINCT k FROM % GROUP BY k
DISTINCT k FROM % LIMIT 2
DISTINCT k FROM % ORDER BY c
DISTINCT k FROM % PER PARTITION LIMIT 1
DISTINCT k, ttl(s2), writetime(s1) FROM %
s1, s2 FROM % WHERE k = 'both' AND c = 0
s1, s2, v FROM % WHERE k = 'both' AND c = 0
s1, s2, v FROM % WHERE k = 'both' AND c = 99
s1, s2, v FROM % WHERE k = 'both' AND c > 99
s2 FROM % WHERE k = 'both'
s2, c FROM % WHERE k = 'ttl'
* FROM % WHERE k = 'ttl' AND c = 1
* FROM % WHERE s2 = 5 ALLOW FILTERING
* FROM % WHERE s2 > 1 ALLOW FILTERING
* FROM % WHERE s2 > 1 AND c >= 0 ALLOW FILTERING
* FROM % WHERE s1 = 'x' AND k = 'both' ALLOW FILTERING
* FROM % WHERE v = 'v' ALLOW FILTERING
count(*), count(c), count(s2), count(v) FROM %
k, count(*), count(c), count(s2) FROM % GROUP BY k
k, c, s2 FROM % PER PARTITION LIMIT 1
k, c, s2 FROM % WHERE k = 'both' ORDER BY c DESC
k, c, s2 FROM % WHERE k = 'ttl' ORDER BY c DESC
writetime(s1), ttl(s2), writetime(s2) FROM %
JSON DISTINCT k, s2 FROM %
static static_complex
* FROM %
DISTINCT k, m, l, e FROM %
DISTINCT k, m['a'], e[2], e[2..3] FROM %
writetime(m), writetime(l), writetime(m['a']), ttl(e) FROM %
* FROM % WHERE l CONTAINS 'x' ALLOW FILTERING
* FROM % WHERE m['a'] = 3 ALLOW FILTERING
* FROM % WHERE m CONTAINS KEY 'z' AND v = 1 ALLOW FILTERING
DISTINCT k FROM % WHERE e CONTAINS 3 ALLOW FILTERING
composite composite_pk
* FROM % LIMIT 4
a, b, d, c FROM % WHERE a = 1 AND b = 'b:1@' AND d = 123e4567-e89b-42d3-a456-000000000004
c FROM % WHERE a = 1 AND b = 'b:1@' AND d = 123e4567-e89b-42d3-a456-000000000004 AND c > '2023-11-14 22:13:30'
c FROM % WHERE a IN (0, 1) AND b = 'b:1@' AND d IN (123e4567-e89b-42d3-a456-000000000000, 123e4567-e89b-42d3-a456-000000000004)
c FROM % WHERE a IN (1, 0) AND b IN ('b:1@', 'x') AND d = 123e4567-e89b-42d3-a456-000000000000 AND c IN ('2023-11-14 22:13:45', '2023-11-14 22:13:49')
c FROM % WHERE a IN (1, 0) AND b = 'b:1@' AND d IN (123e4567-e89b-42d3-a456-000000000000, 123e4567-e89b-42d3-a456-000000000004) ORDER BY c ASC
c FROM % WHERE a = 1
c FROM % WHERE a = 1 AND b = 'b:1@'
c FROM % WHERE a = 1 ALLOW FILTERING
c FROM % WHERE b = 'b:1@' AND d = 123e4567-e89b-42d3-a456-000000000004 ALLOW FILTERING
c FROM % WHERE a > 0 AND b = 'b:1@' AND d = 123e4567-e89b-42d3-a456-000000000004
c FROM % WHERE a > 0 AND b = 'b:1@' AND d = 123e4567-e89b-42d3-a456-000000000004 ALLOW FILTERING
c FROM % WHERE (a, b, d) = (1, 'b:1@', 123e4567-e89b-42d3-a456-000000000004)
c FROM % WHERE token(a, b, d) > 0 LIMIT 3
c FROM % WHERE token(a, b, d) > token(1, 'b:1@', 123e4567-e89b-42d3-a456-000000000004) LIMIT 3
c FROM % WHERE token(a) > 0
c FROM % WHERE token(b, a, d) > 0
c FROM % WHERE token(a, b, d) > token(1)
c FROM % WHERE token(a, b, d) > token(1, 2, 3)
token(a, b, d), a, b, d FROM % LIMIT 5
token(a, b) FROM % LIMIT 5
DISTINCT a, b, d FROM %
DISTINCT a, b FROM %
DISTINCT d, b, a FROM % LIMIT 3
a, b, d, count(*), max(c) FROM % GROUP BY a, b, d
a, count(*) FROM % GROUP BY a
a, b, count(*) FROM % GROUP BY a, b
a, b, d, floor(c, 10s), count(*) FROM % GROUP BY a, b, d, floor(c, 10s)
a, b, d, c FROM % PER PARTITION LIMIT 1
a, b, d, c FROM % PER PARTITION LIMIT 2 LIMIT 5
clustering clustering_mixed
* FROM % WHERE p = 'p1'
a, b, d, e FROM % WHERE p = 'p1' AND a = 1
a, b, d, e FROM % WHERE p = 'p1' AND a > 1
a, b, d, e FROM % WHERE p = 'p1' AND a >= 1 AND a < 2
a, b, d, e FROM % WHERE p = 'p1' AND a IN (2, 1)
a, b, d, e FROM % WHERE p = 'p1' AND a IN (1, 2) AND b = 'b1'
a, b, d, e FROM % WHERE p = 'p1' AND a IN (1, 2) AND b IN ('b2', 'b1', '')
a, b, d, e FROM % WHERE p = 'p1' AND a IN (1, 2) AND b > 'b0'
a, b, d, e FROM % WHERE p = 'p1' AND a = 1 AND b > ''
a, b, d, e FROM % WHERE p = 'p1' AND a = 1 AND b = 'b1' AND d > 0
a, b, d, e FROM % WHERE p = 'p1' AND a = 1 AND b = 'b1' AND d < 40000000
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) > (1, 'b1')
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) >= (1, 'b1')
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) < (1, 'b1')
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) <= (1, 'b1')
a, b, d, e FROM % WHERE p = 'p1' AND (a, b, d) > (1, 'b1', 31000093)
a, b, d, e FROM % WHERE p = 'p1' AND (a, b, d, e) >= (1, 'b1', 31000093, false)
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) > (0, '') AND (a, b) < (2, 'b1')
a, b, d, e FROM % WHERE p = 'p1' AND (a) > (0) AND (a, b) < (2, 'b1')
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) > (0, '') AND (a) < (2)
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) = (1, 'b1')
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) IN ((1, 'b1'), (0, ''), (1, 'b1'))
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) IN ()
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) = (1, 'b1') AND d > 0
a, b, d, e FROM % WHERE p = 'p1' AND a = 1 AND (b, d) > ('b1', 0)
a, b, d, e FROM % WHERE p = 'p1' AND a = 1 AND (b, d) IN (('b1', 31000093))
a, b, d, e FROM % WHERE p = 'p1' AND a > 0 AND (b, d) > ('b1', 0)
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) > (0, '') AND b > 'x'
a, b, d, e FROM % WHERE p = 'p1' AND (b, a) > ('', 0)
a, b, d, e FROM % WHERE p = 'p1' AND (b, d) > ('', 0)
a, b, d, e FROM % WHERE p = 'p1' AND (a, d) > (0, 0)
a, b, d, e FROM % WHERE p = 'p1' AND (a, a) > (0, 0)
a, b, d, e FROM % WHERE p = 'p1' AND (a, v) > (0, 0)
a, b, d, e FROM % WHERE p = 'p1' AND (p, a) > ('p', 0)
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) > (0)
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) > (0, '', 1)
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) > 0
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) > ('a', 0)
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) > (null, '')
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) = (0, null)
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) != (0, '')
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) CONTAINS (0, '')
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) LIKE (0, '')
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) > (0, '') AND (a, b) > (1, '')
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) = (0, '') AND (a, b) = (1, '')
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) = (0, '') AND a = 0
a, b, d, e FROM % WHERE (a, b) = (0, '') ALLOW FILTERING
a, b, d, e FROM % WHERE (a, b) > (0, '') ALLOW FILTERING
a, b, d, e FROM % WHERE (a, b) IN ((0, '')) ALLOW FILTERING
a, b, d, e FROM % WHERE a = 1 ALLOW FILTERING
a, b, d, e FROM % WHERE b = 'b1' AND e = true ALLOW FILTERING
a, b, d, e FROM % WHERE e = false LIMIT 3 ALLOW FILTERING
a, b, d, e FROM % WHERE p = 'p1' AND b = 'b1'
a, b, d, e FROM % WHERE p = 'p1' AND b = 'b1' ALLOW FILTERING
a, b, d, e FROM % WHERE p = 'p1' AND d > 30000000 ALLOW FILTERING
a, b, d, e FROM % WHERE p = 'p1' AND a > 0 AND b = 'b1'
a, b, d, e FROM % WHERE p = 'p1' AND a > 0 AND b = 'b1' ALLOW FILTERING
a, b, d, e FROM % WHERE p = 'p1' AND a = 1 AND e = false ALLOW FILTERING
a, b, d, e FROM % WHERE p IN ('p1', 'p0')
a, b, d, e FROM % WHERE p IN ('p1', 'p0') AND a = 1
a, b, d, e FROM % WHERE p IN ('p1', 'p0') AND a IN (1, 0) AND b IN ('b1', '') LIMIT 5
a, b, d, e FROM % WHERE p IN ('p1', 'p0') ORDER BY a ASC, b DESC LIMIT 8
a, b, d, e FROM % WHERE p IN ('p1', 'p0') ORDER BY a DESC LIMIT 8
a, b, d, e FROM % WHERE p IN ('p1', 'p0') PER PARTITION LIMIT 2
b, d FROM % WHERE p IN ('p1', 'p0') ORDER BY a ASC LIMIT 8
a, b, d, e FROM % WHERE p = 'p1' ORDER BY a
a, b, d, e FROM % WHERE p = 'p1' ORDER BY a ASC
a, b, d, e FROM % WHERE p = 'p1' ORDER BY a DESC
a, b, d, e FROM % WHERE p = 'p1' ORDER BY a DESC, b ASC, d DESC, e ASC
a, b, d, e FROM % WHERE p = 'p1' ORDER BY a ASC, b DESC, d ASC, e DESC
a, b, d, e FROM % WHERE p = 'p1' ORDER BY a ASC, b ASC
a, b, d, e FROM % WHERE p = 'p1' ORDER BY b
a, b, d, e FROM % WHERE p = 'p1' ORDER BY a, d
a, b, d, e FROM % WHERE p = 'p1' ORDER BY a, a
a, b, d, e FROM % WHERE p = 'p1' ORDER BY v
a, b, d, e FROM % WHERE p = 'p1' ORDER BY p
a, b, d, e FROM % WHERE p = 'p1' ORDER BY nosuch
a, b, d, e FROM % WHERE p = 'p1' AND a = 1 ORDER BY b DESC
a, b, d, e FROM % WHERE p = 'p1' AND a = 1 ORDER BY b ASC
a, b, d, e FROM % WHERE p = 'p1' AND a = 1 AND b = 'b1' ORDER BY d ASC
a, b, d, e FROM % WHERE p = 'p1' AND a IN (1, 0) ORDER BY a ASC LIMIT 5
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) > (0, '') ORDER BY a ASC LIMIT 5
a, b, d, e FROM % ORDER BY a
a, b, d, e FROM % WHERE a = 1 ORDER BY b ALLOW FILTERING
p, count(*) FROM % GROUP BY p
p, a, count(*), max(b) FROM % GROUP BY p, a
p, a, b, count(*) FROM % GROUP BY p, a, b
p, a, b, d, e, v FROM % GROUP BY p, a, b, d, e LIMIT 4
a, count(*) FROM % WHERE p = 'p1' GROUP BY a
a, count(*) FROM % WHERE p = 'p1' GROUP BY p, a ORDER BY a ASC
b, count(*) FROM % WHERE p = 'p1' AND a = 1 GROUP BY b
b, count(*) FROM % WHERE p = 'p1' AND a = 1 GROUP BY a, b LIMIT 2
p, a, max(d) FROM % GROUP BY p, a PER PARTITION LIMIT 1
p, a, count(*) FROM % GROUP BY p, a LIMIT 3
p, a, count(*) FROM % WHERE b = 'b1' GROUP BY p, a ALLOW FILTERING
a FROM % GROUP BY a
b FROM % GROUP BY p, b
v FROM % GROUP BY v
nosuch FROM % GROUP BY nosuch
a FROM % GROUP BY p, p
a FROM % GROUP BY a, p
a FROM % GROUP BY p, a + 1
a FROM % GROUP BY p, abs(a)
a FROM % GROUP BY count(*)
a, b FROM % WHERE p = 'p1' GROUP BY b
DISTINCT p FROM % GROUP BY p, a
JSON p, count(*) FROM % GROUP BY p
p, a, sum(v), avg(v), min(e), max(e) FROM % GROUP BY p, a
clustering range_tuple_asc
a, b, c FROM % WHERE k = 1 AND (a, b, c) > (0, 1, 1)
a, b, c FROM % WHERE k = 1 AND (a, b, c) > (0, 1, 1) AND (a, b, c) <= (1, 1, 0)
a, b, c FROM % WHERE k = 1 AND (a, b) >= (0, 1) AND (a, b, c) < (1, 1, 0)
a, b, c FROM % WHERE k = 1 AND (a, b, c) IN ((0, 0, 0), (1, 1, 1), (9, 9, 9)) ORDER BY a DESC
a, b, c FROM % WHERE k = 1 AND a = 0 AND (b, c) >= (1, 0)
a, b, c FROM % WHERE k IN (0, 1) AND (a, b) = (0, 1)
a, b, c FROM % WHERE k = 1 AND a = 0 AND b = 0 AND c >= 1 ORDER BY a DESC
k, a, max(b), min(c), count(v) FROM % GROUP BY k, a
clustering range_tuple_desc
a, b, c FROM % WHERE k = 1 AND (a, b, c) > (0, 1, 1)
a, b, c FROM % WHERE k = 1 AND (a, b, c) > (0, 1, 1) AND (a, b, c) <= (1, 1, 0)
a, b, c FROM % WHERE k = 1 AND (a, b, c) < (1, 1, 0) ORDER BY a ASC
a, b, c FROM % WHERE k = 1 AND (a, b) IN ((0, 0), (1, 1)) ORDER BY a ASC
clustering range_prefix_asc
a, b, c FROM % WHERE k = 1 AND a = 1
a, b, c FROM % WHERE k = 1 AND a = 1 AND b >= 'b1'
a, b, c FROM % WHERE k = 1 AND a >= 1 ORDER BY a DESC, b DESC, c DESC
a, b, c FROM % WHERE k = 1 AND (a, b) > (1, 'b1')
clustering range_prefix_desc
a, b, c FROM % WHERE k = 1 AND a = 1
a, b, c FROM % WHERE k = 1 AND a = 1 AND b >= 'b1'
a, b, c FROM % WHERE k = 1 AND a >= 1 ORDER BY a ASC, b ASC, c ASC
a, b, c FROM % WHERE k = 1 AND (a, b) > (1, 'b1')
clustering clustering_empty
* FROM %
* FROM % WHERE p = 1 AND a = ''
* FROM % WHERE p = 1 AND a > ''
* FROM % WHERE p = 1 AND a = '' AND b = 0x
* FROM % WHERE p = 1 AND a = '' AND b > 0x
* FROM % WHERE p = 1 AND a = '' AND b = 0x AND d > 0
* FROM % WHERE p = 1 AND a = '' AND b = 0x AND d < 2
* FROM % WHERE p = 1 ORDER BY a DESC, b DESC, d DESC
d, d + 1, cast(d AS text), int_as_blob(d), count(d) FROM % GROUP BY p, a, b, d
group by time_series
day, count(*), max(value), min(value) FROM % GROUP BY sensor, day
sensor, day, floor(at, 1h), count(*) FROM % GROUP BY sensor, day, floor(at, 1h)
floor(at, 1h), avg(value), max(quality) FROM % WHERE sensor = 123e4567-e89b-42d3-a456-000000000002 AND day = '2024-02-01' GROUP BY sensor, day, floor(at, 1h)
floor(at, 30m), count(*) FROM % WHERE sensor = 123e4567-e89b-42d3-a456-000000000002 AND day = '2024-02-01' GROUP BY floor(at, 30m)
floor(at, 7m, '2024-02-01 00:03:00'), count(*) FROM % WHERE sensor = 123e4567-e89b-42d3-a456-000000000002 AND day = '2024-02-01' GROUP BY sensor, day, floor(at, 7m, '2024-02-01 00:03:00')
floor(at, 1d) AS d, count(*) FROM % GROUP BY sensor, day, floor(at, 1d)
at, count(*) FROM % GROUP BY sensor, day, floor(at, 1mo)
floor(at, 1h) FROM % GROUP BY sensor, day, floor(at, 2h) LIMIT 5
count(*) FROM % GROUP BY sensor, day, floor(value, 1h)
count(*) FROM % GROUP BY sensor, day, floor(at)
count(*) FROM % GROUP BY sensor, day, to_date(at)
count(*) FROM % GROUP BY sensor, day, to_unix_timestamp(at)
count(*) FROM % GROUP BY sensor, day, floor(floor(at, 1h), 1d)
count(*) FROM % GROUP BY sensor, day, cast(at AS text)
count(*) FROM % GROUP BY sensor, floor(day, 1mo), at
count(*) FROM % GROUP BY sensor, day, floor(at, 1h), at
count(*) FROM % GROUP BY sensor, day, nosuch(at)
sensor, day, floor(at, 1h), count(*) FROM % GROUP BY sensor, day, floor(at, 1h) LIMIT 4
sensor, day, floor(at, 1h), count(*) FROM % GROUP BY sensor, day, floor(at, 1h) PER PARTITION LIMIT 2
floor(at, 1h), count(*) FROM % WHERE sensor = 123e4567-e89b-42d3-a456-000000000002 AND day = '2024-02-01' GROUP BY sensor, day, floor(at, 1h) ORDER BY at ASC
at, value FROM % WHERE sensor = 123e4567-e89b-42d3-a456-000000000002 AND day = '2024-02-01' AND at > '2024-02-01 01:00:00+0000' ORDER BY at ASC LIMIT 5
at, value FROM % WHERE sensor = 123e4567-e89b-42d3-a456-000000000002 AND day = '2024-02-01' AND at > '2024-02-01' + 1h LIMIT 5
at FROM % WHERE value > 24.9 ALLOW FILTERING
at FROM % WHERE quality = 2 LIMIT 5 ALLOW FILTERING
at, tags['unit'], writetime(tags), ttl(value) FROM % LIMIT 2
tags FROM % WHERE tags CONTAINS 'C' LIMIT 2 ALLOW FILTERING
tags FROM % WHERE tags CONTAINS KEY 'unit' LIMIT 2 ALLOW FILTERING
tags FROM % WHERE tags = {'unit': 'C'} LIMIT 2 ALLOW FILTERING
sum(value), avg(value), sum(quality), avg(quality), max(tags) FROM %
keys only keys_only
* FROM %
a FROM %
DISTINCT a FROM %
count(*) FROM %
b FROM % WHERE a = 1 AND b > 'b1'
b FROM % WHERE a = 1 ORDER BY b DESC
keys only partition_key_only
* FROM %
DISTINCT a FROM %
a, token(a) FROM %
compact compact_static
* FROM %
k, a, b, d FROM %
k, column1, value FROM %
JSON * FROM %
a FROM % WHERE k = 'k8'
DISTINCT k FROM %
DISTINCT k, a FROM %
k FROM % WHERE a = 8 ALLOW FILTERING
k FROM % WHERE column1 = 'a' ALLOW FILTERING
writetime(a), ttl(b), writetime(d) FROM %
count(*), max(a) FROM %
k FROM % ORDER BY a
compact compact_dense
* FROM %
v, writetime(v) FROM % WHERE k = 1 AND c > 1
c FROM % WHERE k = 1 ORDER BY c DESC
DISTINCT k FROM %
c FROM % WHERE v = 'x' ALLOW FILTERING
c FROM % WHERE k = 1 AND v = 'x' ALLOW FILTERING
count(*) FROM % GROUP BY k
compact compact_keys
* FROM %
k, c FROM %
value FROM %
c FROM % WHERE k = 'k1' AND c >= 1
compact compact_counter
* FROM %
k, sum(n) FROM % GROUP BY k
writetime(n) FROM %
n FROM % WHERE k = 'k1' AND c > 1
compact compact_desc
* FROM %
* FROM % WHERE k = 'k1' AND a = 1
* FROM % WHERE k = 'k1' AND a = 0 AND b = null
* FROM % WHERE k = 'k1' AND a >= 0 ORDER BY a ASC
* FROM % WHERE k = 'k1' AND (a, b) > (0, '1970-01-01 00:00:00.001Z')
k, a, count(b), count(*) FROM % GROUP BY k, a
compact compact_null_clustering
* FROM %
* FROM % WHERE k = 1 AND a = 'a'
* FROM % WHERE k = 1 AND a = 'a' AND b = 2
* FROM % WHERE k = 1 AND a = 'a' AND b > 1
* FROM % WHERE k = 1 AND a = 'a' AND b < 3
* FROM % WHERE k = 1 ORDER BY a DESC
* FROM % WHERE b = 2 ALLOW FILTERING
* FROM % WHERE c = '' ALLOW FILTERING
count(b), count(c), count(*) FROM %
index index_local
* FROM % WHERE v = 'v1'
k, c FROM % WHERE v = 'v1' AND n = 0
k, c FROM % WHERE v = 'v1' AND n = 0 ALLOW FILTERING
k, c FROM % WHERE v = 'v1' AND k = 5
k, c FROM % WHERE v = 'v1' AND k = 5 AND c > 5
k, c FROM % WHERE v = 'v1' AND c > 5
k, c FROM % WHERE v = 'v1' AND c > 5 ALLOW FILTERING
k, c FROM % WHERE v = 'v1' AND token(k) > 0
k, c FROM % WHERE v > 'v1'
k, c FROM % WHERE v > 'v1' ALLOW FILTERING
k, c FROM % WHERE v IN ('v1', 'v2')
k, c FROM % WHERE v IN ('v1', 'v2') ALLOW FILTERING
k, c FROM % WHERE n = 1
k, c FROM % WHERE n = 1 LIMIT 2
k, c FROM % WHERE n = 1 ORDER BY c
k, c FROM % WHERE n = 1 AND k = 5 ORDER BY c DESC
k, c FROM % WHERE n = 1 AND k IN (5, 1)
k, c FROM % WHERE n = 'a'
k, c FROM % WHERE n = null
k, c FROM % WHERE v LIKE 'v%'
count(*) FROM % WHERE n = 1
k, count(*) FROM % WHERE n = 1 GROUP BY k
k, c FROM % WHERE n = 1 PER PARTITION LIMIT 1
DISTINCT k FROM % WHERE n = 1
k, c FROM % WHERE v = 'nosuch'
index index_collections
k FROM % WHERE m CONTAINS KEY 'a'
k FROM % WHERE m CONTAINS KEY 'b1'
k FROM % WHERE m CONTAINS 1
k FROM % WHERE m CONTAINS 1 ALLOW FILTERING
k FROM % WHERE m['a'] = 5
k FROM % WHERE m['a'] = 5 ALLOW FILTERING
k FROM % WHERE e CONTAINS 1
k FROM % WHERE e CONTAINS 1 AND m CONTAINS KEY 'a'
k FROM % WHERE e CONTAINS 1 AND m CONTAINS KEY 'a' ALLOW FILTERING
k FROM % WHERE l CONTAINS 1
k FROM % WHERE l CONTAINS 1 AND e CONTAINS 9 ALLOW FILTERING
k FROM % WHERE e = {1, 9}
k FROM % WHERE e CONTAINS 'a'
k FROM % WHERE l = [1]
index index_sai
* FROM % WHERE v = 'v3'
k FROM % WHERE n > 2
k FROM % WHERE n >= 1 AND n < 3
k FROM % WHERE n = 3 AND v = 'v1'
k FROM % WHERE n = 3 AND v > 'v1'
k FROM % WHERE n = 3 AND v > 'v1' ALLOW FILTERING
k FROM % WHERE v IN ('v1', 'v2')
k FROM % WHERE v IN ('v1', 'v2') ALLOW FILTERING
k FROM % WHERE n IN (1, 2)
k FROM % WHERE n != 1
k FROM % WHERE v LIKE 'v%'
k FROM % WHERE n = 1 AND k = 33
k FROM % WHERE n = 1 AND token(k) > 0
k FROM % WHERE n > 1 LIMIT 3
count(*), max(k) FROM % WHERE n > 1
k FROM % ORDER BY f ANN OF [1, 23, 0.5] LIMIT 1
k, similarity_euclidean(f, [1, 5, 0.5]) FROM % WHERE k = 5
k FROM % ORDER BY f ANN OF [1, 23, 0.5]
k FROM % ORDER BY f ANN OF [1, 23, 0.5] LIMIT 10000
k FROM % ORDER BY f ANN OF [1, 23] LIMIT 1
k FROM % ORDER BY f ANN OF null LIMIT 1
k FROM % ORDER BY f ANN OF [1, 23, 0.5] DESC LIMIT 1
k FROM % ORDER BY n ANN OF [1] LIMIT 1
k FROM % ORDER BY v ANN OF 'a' LIMIT 1
k FROM % ORDER BY f LIMIT 1
k FROM % WHERE f = [1, 23, 0.5]
k FROM % WHERE f = [1, 23, 0.5] ALLOW FILTERING
k FROM % WHERE f ANN OF [1, 23, 0.5]
k FROM % ORDER BY f ANN OF [1, 23, 0.5], n LIMIT 1
count(*) FROM % ORDER BY f ANN OF [1, 23, 0.5] LIMIT 1
k FROM % WHERE v = 'v3' ORDER BY f ANN OF [1, 23, 0.5] LIMIT 2
k FROM % WHERE n > 1 ORDER BY f ANN OF [1, 23, 0.5] LIMIT 2
k FROM % PER PARTITION LIMIT 1 LIMIT 2
k FROM % ORDER BY f ANN OF [1, 23, 0.5] PER PARTITION LIMIT 1 LIMIT 1
k FROM % GROUP BY k ORDER BY f ANN OF [1, 23, 0.5] LIMIT 1
view views_by_v
* FROM %
k, c, n FROM % WHERE v = 'v3'
k, c, n FROM % WHERE v = 'v3' AND k = 0
k, c, n FROM % WHERE v = 'v3' AND k >= 0 ORDER BY k DESC
count(*) FROM %
v, count(*) FROM % GROUP BY v
DISTINCT v FROM %
k FROM % WHERE n = 1 ALLOW FILTERING
k FROM % WHERE k = 0
writetime(n), writetime(k) FROM %
writetime(n), ttl(n) FROM %
view views
* FROM %
* FROM % WHERE v = 'v3' ALLOW FILTERING
* FROM % WHERE k = 0 AND c = 3
names names_reserved
* FROM %
JSON * FROM %
"select", "from", "WHERE", "Mixed Case", "a""b", "1st", key FROM %
select FROM %
"Select" FROM %
WHERE FROM %
key, KEY, "key" FROM %
"KEY" FROM %
"mixed case" FROM %
"1st" AS "2nd", "a""b" AS "c""d" FROM %
JSON "1st" AS "2nd", "a""b" AS "c""d", "WHERE" AS w FROM %
max("select"), count("Mixed Case"), writetime("a""b"), "select" + "Mixed Case" FROM %
key FROM % WHERE "select" = 1 AND "from" = 'f'
key FROM % WHERE "select" = 1 AND "from" > 'a' ORDER BY "from" DESC
key FROM % WHERE "WHERE" = 'w' ALLOW FILTERING
key FROM % WHERE token("select") > 0
"select", count(*) FROM % GROUP BY "select"
cast("Mixed Case" AS text), int_as_blob("select"), token("select") FROM %
names names_unicode
* FROM %
JSON * FROM %
"größe", "日本語", "emoji 😀", "пример" FROM %
größe FROM %
"größe" AS x, "пример"['ключ'], writetime("пример"['ключ']) FROM %
"emoji 😀" FROM % WHERE "größe" = 1 AND "日本語" = '値1'
"größe" FROM % WHERE "emoji 😀" = 'ok' ALLOW FILTERING
"größe" FROM % WHERE "пример" CONTAINS KEY 'ключ' ALLOW FILTERING
max("日本語"), "größe" + 1 FROM %
names names_order
* FROM %
JSON * FROM %
"long name é", "ähnlich" FROM %
names names_case
* FROM %
JSON * FROM %
k FROM %
"K", "Value", value FROM %
"Value"."Field", "Value"."order" FROM %
"Value".Field FROM %
"Value".order FROM %
value FROM % WHERE "K" = 1
value FROM % WHERE K = 1
value FROM % WHERE "Value" = {"Field": 1, "order": 'x'} ALLOW FILTERING
value FROM % WHERE "Value" = {Field: 1} ALLOW FILTERING
nulls missing_cells
* FROM %
a, b, d, e FROM % WHERE k = 1
count(a), count(b), count(*), sum(a), avg(d), min(b), max(e) FROM %
a + 1, a * d, -a, b + 'x', cast(a AS text), cast(d AS int), abs(a) FROM %
writetime(a), ttl(a), maxwritetime(b) FROM %
to_json(a), mask_default(b), mask_null(b), mask_inner(b, 1, 1), int_as_blob(a), to_json(e) FROM %
c FROM % WHERE a = 1 ALLOW FILTERING
c FROM % WHERE a > -100 ALLOW FILTERING
c FROM % WHERE a < 100 ALLOW FILTERING
c FROM % WHERE b >= '' ALLOW FILTERING
c FROM % WHERE e = true ALLOW FILTERING
c FROM % WHERE e = null ALLOW FILTERING
c FROM % WHERE a IN (1, null) ALLOW FILTERING
c FROM % WHERE a IS NULL ALLOW FILTERING
c FROM % WHERE a IS NOT NULL ALLOW FILTERING
c FROM % WHERE k IS NOT NULL
c FROM % WHERE k = null
c FROM % WHERE k = 1 AND c = null
c FROM % WHERE k = 1 AND c > null
c FROM % WHERE k = 1 AND c IN (1, null)
c FROM % WHERE k IN (null)
nulls empty_boolean
k FROM %
* FROM %
v FROM %
count(v), max(v) FROM %
cast(v AS text) FROM %
to_json(v) FROM %
boolean_as_blob(v) FROM %
k FROM % WHERE v = true ALLOW FILTERING
ttl ttl
* FROM %
a, ttl(a), writetime(a), b, ttl(b), writetime(b) FROM %
max(ttl(a)), min(ttl(b)), count(ttl(a)) FROM %
a FROM % WHERE b = 'ttl' ALLOW FILTERING
JSON a, ttl(a) FROM %
ttl(a) + 1, ttl(a) / 86400 FROM %
ttl ttl_expired
* FROM %
count(*), count(a), count(m) FROM %
DISTINCT k, s FROM %
a, ttl(a), m, ttl(m) FROM %
k, c FROM % WHERE k = 1 ORDER BY c DESC
ttl ttl_default
* FROM %
v, ttl(v), writetime(v) FROM %
ttl ttl_twenty_years
* FROM %
a, ttl(a), l, ttl(l) FROM %
deletions deletions
* FROM %
count(*), count(a), count(b) FROM %
k, c FROM % WHERE k = 1 ORDER BY c DESC
DISTINCT k FROM %
writetime(a), writetime(b) FROM %
deletions only_tombstones
* FROM %
count(*) FROM %
DISTINCT k FROM %
DISTINCT k, s FROM %
k, count(*) FROM % GROUP BY k
max(v), sum(v), min(c) FROM %
JSON * FROM %
JSON count(*) FROM %
* FROM % WHERE k = 1
* FROM % WHERE v > 0 ALLOW FILTERING
deletions ranges
k, c, v FROM % WHERE k = 1
k, c FROM % WHERE k = 1 AND c > 10 AND c < 30
k, c FROM % WHERE k = 1 AND c > 10 AND c < 30 ORDER BY c DESC
k, c FROM % WHERE k = 1 AND c IN (1, 5, 10, 20)
deletions range_with_rest
* FROM %
k, c FROM % WHERE k = 1 ORDER BY c DESC
m[1], writetime(m), s FROM %
deletions partition_deletions
* FROM %
count(*) FROM %
DISTINCT k FROM %
deletions deletions_complex
* FROM %
m, n, e, writetime(m), writetime(n), writetime(e), m[1], m[1..3], e[1..] FROM %
generations generations
* FROM %
k, c, v, writetime(v), writetime(m), s, writetime(s) FROM %
m['a'], writetime(m['a']) FROM %
k, c FROM % WHERE k = 1 ORDER BY c DESC
count(*), count(v), count(m) FROM %
DISTINCT k, s FROM %
k, c FROM % WHERE v >= 'a' ALLOW FILTERING
evolution evolved_added
* FROM %
a, b, s, m FROM %
writetime(b), ttl(s), writetime(m), m[1] FROM %
c FROM % WHERE b = 1 ALLOW FILTERING
DISTINCT k, s FROM %
evolution evolved_dropped
* FROM %
b FROM %
m FROM %
s FROM %
DISTINCT k FROM %
count(*) FROM %
evolution evolved_readded
* FROM %
b, writetime(b) FROM %
k FROM % WHERE b = 2 ALLOW FILTERING
count(b) FROM %
evolution evolved_renamed
* FROM %
key1, col1 FROM %
k FROM %
v FROM % WHERE key1 = 1 AND col1 > 1
token(key1) FROM %
wide wide
count(*) FROM %
c FROM % WHERE k = 1 AND c >= 600 AND c < 620
c FROM % WHERE k = 1 AND c > 600 LIMIT 3
c FROM % WHERE k = 1 AND c < 600 ORDER BY c DESC LIMIT 3
c FROM % WHERE k = 1 ORDER BY c DESC LIMIT 3
c FROM % WHERE k = 1 AND c IN (0, 300, 301, 747)
c FROM % WHERE k IN (1, 0) AND c >= 740
c FROM % WHERE k IN (1, 0) AND c >= 740 ORDER BY c DESC
c FROM % WHERE k IN (1, 0) AND c >= 740 ORDER BY c ASC LIMIT 3
k, c FROM % PER PARTITION LIMIT 2
k, count(*), min(c), max(c) FROM % GROUP BY k
k, max(v) FROM % WHERE k = 1 AND c > 300
c FROM % WHERE k = 1 AND c > 10 AND c < 5
c FROM % WHERE k = 1 AND c >= 5 AND c <= 5
c FROM % WHERE c = 3 ALLOW FILTERING
k, c FROM % WHERE c > 744 ALLOW FILTERING
k, c FROM % WHERE v > 'öl öl' LIMIT 3 ALLOW FILTERING
wide wide_desc
count(*) FROM %
c FROM % WHERE k = 1 AND c >= 600 AND c < 620
c FROM % WHERE k = 1 AND c > 600 LIMIT 3
c FROM % WHERE k = 1 AND c < 600 ORDER BY c ASC LIMIT 3
c FROM % WHERE k = 1 ORDER BY c ASC LIMIT 3
c FROM % WHERE k = 1 AND c IN (0, 300, 301, 747)
c FROM % WHERE k IN (1, 0) AND c >= 740
k, count(*), min(c), max(c) FROM % GROUP BY k
wide wide_static
s FROM % WHERE k = 1
DISTINCT k, s FROM %
c, s FROM % WHERE k = 1 AND c > 300 LIMIT 2
k, c, s FROM % PER PARTITION LIMIT 1
wide wide_open_markers
count(*) FROM %
c FROM % WHERE k = 1 ORDER BY c DESC LIMIT 5
c FROM % WHERE k = 1 AND c > 100 LIMIT 5
wide wide_only_markers
* FROM %
count(*) FROM %
wide many_partitions
count(*), sum(v), min(k), max(k) FROM %
k, v FROM % WHERE k IN (1, 100, 1999, 5000)
k FROM % WHERE token(k) > 9000000000000000000
k FROM % WHERE v > 1990 LIMIT 5 ALLOW FILTERING
times times_extreme
* FROM %
v, writetime(v) FROM %
max(writetime(v)), min(writetime(v)) FROM %
custom custom_reversed
* FROM %
k FROM % WHERE v = 1 ALLOW FILTERING
k FROM % WHERE v > 1 ALLOW FILTERING
max(v), min(v), sum(v), v + 1, cast(v AS text) FROM %
custom custom_old_types
* FROM %
JSON * FROM %
count(*) FROM %
custom custom_composite
* FROM %
k, c FROM %
custom custom_dynamic_composite
* FROM %
c FROM % WHERE k = 1
vectors vector_key
* FROM %
v FROM % WHERE k = ['a3', 'b']
v FROM % WHERE k IN (['a3', 'b'], ['a2', 'b'])
k, token(k) FROM %
v FROM % WHERE token(k) > token(['a3', 'b'])
lists lists
* FROM %
l, writetime(l), ttl(l), collection_count(l) FROM %
k FROM % WHERE l CONTAINS 'B' ALLOW FILTERING
'''

SIX = '''
not equal simple
id FROM % WHERE name != 'name 7' AND id IN (7, 8, 9) ALLOW FILTERING
id FROM % WHERE id != 7 LIMIT 3
id FROM % WHERE id != 7 LIMIT 3 ALLOW FILTERING
id FROM % WHERE score != 1.75 AND score < 3 ALLOW FILTERING
id FROM % WHERE name NOT IN ('name 7', 'name 8') LIMIT 3 ALLOW FILTERING
id FROM % WHERE name NOT IN () LIMIT 3 ALLOW FILTERING
id FROM % WHERE id NOT IN (1, 2) LIMIT 3
id FROM % WHERE id NOT IN (1, 2) LIMIT 3 ALLOW FILTERING
id FROM % WHERE name NOT CONTAINS 'a' ALLOW FILTERING
id FROM % WHERE name NOT LIKE 'a%' ALLOW FILTERING
id FROM % WHERE NOT id = 1
id FROM % WHERE id BETWEEN 10 AND 12
id FROM % WHERE id BETWEEN 10 AND 12 ALLOW FILTERING
id FROM % WHERE score BETWEEN 1 AND 2 ALLOW FILTERING
id FROM % WHERE name BETWEEN 'name 10' AND 'name 12' ALLOW FILTERING
id FROM % WHERE name BETWEEN 'name 12' AND 'name 10' ALLOW FILTERING
id FROM % WHERE token(id) BETWEEN 0 AND 1000000000000000000
id FROM % WHERE token(id) BETWEEN token(7) AND 9223372036854775807 LIMIT 3
id FROM % WHERE token(id) BETWEEN 100 AND 0
id FROM % WHERE token(id) != 0
id FROM % WHERE token(id) NOT IN (0)
id FROM % WHERE id BETWEEN null AND 3 ALLOW FILTERING
id FROM % WHERE id != null ALLOW FILTERING
id FROM % WHERE score > 1 AND score != 1.5 AND score BETWEEN 0 AND 2 ALLOW FILTERING
octet_length(name), length(name), octet_length(id), octet_length(score) FROM % LIMIT 3
length(id) FROM % LIMIT 3
length('grüße'), octet_length('grüße') FROM % LIMIT 1
octet_length((text) 'grüße'), length((text) 'grüße 😀') FROM % LIMIT 1
format_bytes(id), format_time(id) FROM % LIMIT 3
format_bytes((bigint) 1536), format_bytes((bigint) 1536, 'KiB'), format_bytes((bigint) 1, 'GiB', 'MiB') FROM % LIMIT 1
format_bytes((bigint) -1) FROM % LIMIT 1
format_bytes((bigint) 10, 'nosuch') FROM % LIMIT 1
format_time((bigint) 90000), format_time((bigint) 90, 'm'), format_time((bigint) 90, 's', 'h') FROM % LIMIT 1
format_time((bigint) -90000) FROM % LIMIT 1
format_time(name) FROM % LIMIT 1
not equal wide
c FROM % WHERE k = 1 AND c BETWEEN 600 AND 615
c FROM % WHERE k = 1 AND c BETWEEN 600 AND 615 ORDER BY c DESC
c FROM % WHERE k = 1 AND c BETWEEN 615 AND 600
c FROM % WHERE k = 1 AND c != 3 LIMIT 4
c FROM % WHERE k = 1 AND c NOT IN (0, 6) LIMIT 4
c FROM % WHERE k = 1 AND c != 3 AND c < 12
c FROM % WHERE k = 1 AND c NOT IN (3, 6) AND c <= 12 ORDER BY c DESC
c FROM % WHERE k = 1 AND c BETWEEN 600 AND 615 AND c > 606
c FROM % WHERE k IN (0, 1) AND c BETWEEN 600 AND 606
not equal clustering_mixed
a, b, d, e FROM % WHERE p = 'p1' AND a != 1
a, b, d, e FROM % WHERE p = 'p1' AND a NOT IN (1, 2)
a, b, d, e FROM % WHERE p = 'p1' AND a BETWEEN 0 AND 1
a, b, d, e FROM % WHERE p = 'p1' AND a = 1 AND b BETWEEN '' AND 'b1'
a, b, d, e FROM % WHERE p = 'p1' AND a = 1 AND b != 'b1'
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) BETWEEN (0, 'b1') AND (1, 'b1')
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) != (0, 'b1')
a, b, d, e FROM % WHERE p = 'p1' AND (a, b) NOT IN ((0, 'b1'))
a, b, d, e FROM % WHERE p = 'p1' AND a != 1 AND b != 'b1' ALLOW FILTERING
a, b, d, e FROM % WHERE p = 'p1' AND a != 1 AND b = 'b1'
a, b, d, e FROM % WHERE v NOT IN (31, 7) AND p = 'p1' ALLOW FILTERING
not equal collections
k, c FROM % WHERE l NOT CONTAINS 'a' ALLOW FILTERING
k, c FROM % WHERE e NOT CONTAINS 5 ALLOW FILTERING
k, c FROM % WHERE m NOT CONTAINS 1 ALLOW FILTERING
k, c FROM % WHERE m NOT CONTAINS KEY 'x' ALLOW FILTERING
k, c FROM % WHERE m['x'] != 1 ALLOW FILTERING
k, c FROM % WHERE m['x'] > 0 ALLOW FILTERING
k, c FROM % WHERE m['x'] BETWEEN 0 AND 2 ALLOW FILTERING
k, c FROM % WHERE m['x'] IN (1, 2) ALLOW FILTERING
k, c FROM % WHERE m['x'] NOT IN (1, 2) ALLOW FILTERING
k, c FROM % WHERE e != {5} ALLOW FILTERING
k, c FROM % WHERE v NOT CONTAINS 1 ALLOW FILTERING
k, c FROM % WHERE l NOT CONTAINS 'a' AND l CONTAINS 'first' ALLOW FILTERING
not equal static_rows
* FROM % WHERE s2 != 9 ALLOW FILTERING
* FROM % WHERE s2 BETWEEN 1 AND 9 ALLOW FILTERING
DISTINCT k FROM % WHERE s2 NOT IN (9) ALLOW FILTERING
not equal index_sai
k FROM % WHERE n != 1 ALLOW FILTERING
k FROM % WHERE n BETWEEN 1 AND 2
k FROM % WHERE n NOT IN (1, 2) ALLOW FILTERING
k FROM % WHERE v != 'v1'
not equal index_local
k, c FROM % WHERE v != 'v1'
k, c FROM % WHERE v != 'v1' ALLOW FILTERING
k, c FROM % WHERE n BETWEEN 0 AND 1 ALLOW FILTERING
not equal index_collections
k FROM % WHERE e NOT CONTAINS 1 ALLOW FILTERING
k FROM % WHERE m NOT CONTAINS KEY 'a'
not equal range_tuple_asc
a, b, c FROM % WHERE k = 1 AND (a, b, c) BETWEEN (0, 1, 1) AND (1, 1, 0)
a, b, c FROM % WHERE k = 1 AND a = 0 AND b BETWEEN 0 AND 1 AND c != 1 ALLOW FILTERING
not equal udt_cells
k, c FROM % WHERE u != {a: 1} ALLOW FILTERING
k, c FROM % WHERE u.a = 1 ALLOW FILTERING
not equal vectors
c FROM % WHERE f != [0.5, -1.0, 1.0E10] ALLOW FILTERING
not equal counter
k FROM % WHERE n != 40 ALLOW FILTERING
k FROM % WHERE n BETWEEN 0 AND 50 ALLOW FILTERING
'''


def parsed(text):
    """{table: [(feature, CQL)]}"""
    found, feature, table = {}, None, None
    for line in text.strip().split('\n'):
        if ' FROM %' not in line:
            feature, _, table = line.rpartition(' ')
            continue
        found.setdefault(table, []).append((feature, 'SELECT ' + line.replace('FROM %', f'FROM corpus.{table}')))
    return found


ASKED, ASKED_SIX = parsed(TEXT), parsed(SIX)
ASKED.setdefault('simple', []).extend(('projection', q) for q in (
    'SELECT id FROM corpus.simple LIMIT 1 -- a comment\n', 'SELECT id FROM corpus.simple LIMIT 1 // a comment\n', 'SELECT id -- a\n, name // b\nFROM /* c\nd */ corpus.simple\tLIMIT\r\n1'))

# {table: [(CQL, values of its markers in hex)]}
BOUND = {
    'simple': [
        ('SELECT * FROM corpus.simple WHERE id = ?', ['00000007']), ('SELECT * FROM corpus.simple WHERE id = :id', ['00000007']), ('SELECT * FROM corpus.simple WHERE id = ?', [None]),
        ('SELECT * FROM corpus.simple WHERE id = ?', ['07']), ('SELECT * FROM corpus.simple WHERE id = ?', ['']), ('SELECT * FROM corpus.simple WHERE id = ?', ['00000007', '00000008']),
        ('SELECT * FROM corpus.simple WHERE id IN (?, ?)', ['00000007', '00000003']), ('SELECT * FROM corpus.simple WHERE id IN ?', ['00000002000000040000000700000004000000ff']),
        ('SELECT * FROM corpus.simple WHERE id IN ?', [None]), ('SELECT * FROM corpus.simple WHERE id IN ?', ['00000000']), ('SELECT id FROM corpus.simple LIMIT ?', ['00000002']),
        ('SELECT id FROM corpus.simple LIMIT ?', ['00000000']), ('SELECT id FROM corpus.simple LIMIT ?', [None]), ('SELECT id FROM corpus.simple PER PARTITION LIMIT ? LIMIT ?', ['00000001', '00000003']),
        ('SELECT id FROM corpus.simple WHERE name = ? ALLOW FILTERING', ['6e616d652037']), ('SELECT id FROM corpus.simple WHERE name = ? ALLOW FILTERING', ['ff']),
        ('SELECT id FROM corpus.simple WHERE token(id) > ? LIMIT 3', ['0000000000000000']), ('SELECT id FROM corpus.simple WHERE token(id) > token(?) LIMIT 3', ['00000007']),
        ('SELECT id + ? FROM corpus.simple LIMIT 2', ['00000001']), ('SELECT (int) ? FROM corpus.simple LIMIT 2', ['00000001']), ('SELECT id + (int) ? AS x FROM corpus.simple LIMIT 2', ['00000001']),
        ('SELECT mask_replace(name, ?), abs((int) ?) FROM corpus.simple LIMIT 2', ['78', 'ffffffff']), ('SELECT id FROM corpus.simple WHERE id = ? + 1', ['00000007']),
        ('SELECT ? FROM corpus.simple LIMIT 1', ['00000001'])],
    'collections': [
        ('SELECT m[?], e[?..?] FROM corpus.collections', ['78', '00000001', '00000003']), ('SELECT k, c FROM corpus.collections WHERE l CONTAINS ? ALLOW FILTERING', ['61']),
        ('SELECT k, c FROM corpus.collections WHERE m[?] = ? ALLOW FILTERING', ['78', '0000000000000001']), ('SELECT k, c FROM corpus.collections WHERE e = ? ALLOW FILTERING', ['000000010000000400000005'])],
    'clustering_mixed': [
        ('SELECT a, b, d FROM corpus.clustering_mixed WHERE p = ? AND (a, b) > (?, ?)', ['7031', '00000001', '6231']), ('SELECT a, b, d FROM corpus.clustering_mixed WHERE p = ? AND (a, b) > ?', ['7031', '0000000400000001000000026231']),
        ('SELECT a, b, d FROM corpus.clustering_mixed WHERE p = ? AND (a, b) IN (?)', ['7031', '0000000400000001000000026231']), ('SELECT a, b, d FROM corpus.clustering_mixed WHERE p = ? AND a IN ?', ['7031', '000000010000000400000001'])],
}
