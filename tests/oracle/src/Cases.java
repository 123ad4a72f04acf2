import java.util.*;
import java.util.function.Consumer;

/** The corpus: every case that a release can write, in one list for all of them. */
final class Cases {
    static final List<String> LETTERS = List.of("ma", "mb", "mc", "md", "me", "na", "nb", "oa", "da", "pa", "ea");
    private static final List<String> HALF = List.of("ma", "na", "pa", "ea"), QUARTER = List.of("mb", "mc", "md");
    /** Random cases of each letter; their seeds are 100 times the letter's index and up. */
    private static final int SEEDS = 10;

    private final String letter;
    private final int release;
    private final List<Case> cases = new ArrayList<>();

    private Cases(String letter, int release) { this.letter = letter; this.release = release; }

    static List<Case> all(String letter, int release) {
        Cases c = new Cases(letter, release);
        c.types();
        c.rows();
        c.complex();
        c.deletions();
        c.ranges();
        c.times();
        c.counters();
        c.columns();
        c.names();
        c.evolved();
        c.wide();
        c.compression();
        c.generations();
        c.compacted();
        c.compactStorage();
        c.customTypes();
        c.newTypes();
        c.partitioners();
        c.indexes();
        int index = LETTERS.indexOf(letter);
        // All cases for me, nb, oa and da; a half or a quarter for the letters that share their format with another.
        int share = QUARTER.contains(letter) ? 4 : HALF.contains(letter) ? 2 : 1;
        c.cases.removeIf(k -> k.tables.isEmpty() && !k.name.contains("dictionary") && !k.name.startsWith("compacted") && Math.floorMod(k.name.hashCode(), share) != index % share);
        // The dumps of all flags for every such case of oa, every other of me and da, one in six of the rest.
        int dumps = letter.equals("oa") ? 1 : List.of("me", "da").contains(letter) ? 2 : 6;
        for (Case k : c.cases) if (Math.floorMod(k.name.hashCode() >> 4, dumps) != index % dumps) k.full = false;
        for (int i = 1; i <= SEEDS; i++) c.cases.add(RandomCase.make(index * 100 + i, release, letter, String.format("random_%02d", i)));
        // The answers of large tables are kept for two letters.
        if (!List.of("oa", "da").contains(letter)) for (Case k : c.cases) if (k.name.matches("wide.*|compression_.*|big_cells|many_.*|vector_large|long_keys")) k.select = false;
        return c.cases;
    }

    private Case add(String name) { Case c = new Case(name); cases.add(c); return c; }
    private boolean since(int r) { return release >= r; }
    private boolean longTtl() { return List.of("oa", "da", "pa", "ea").contains(letter); }
    private static Random random(String name) { return new Random(name.hashCode()); }

    // ---- one table a type: its edges in the partition key, the clustering, cells and collections

    private void types() {
        int n = 0;
        for (String t : Types.NATIVE) {
            boolean duration = t.equals("duration");
            if (duration && !since(311)) continue;
            Case c = add("type_" + t).full();
            Types.Native type = new Types.Native(t);
            Random r = random(t);
            boolean composite = n++ % 2 == 0;
            String key = duration ? "int" : t;
            c.q("CREATE TABLE %t (p " + key + ", q int, c " + key + ", v " + t + ", w " + t + ", s " + t + " static, l list<" + t + ">, e set<" + key + ">, m map<" + key + ", " + t + ">, f frozen<list<" + t + ">>, u frozen<tuple<" + t + ", int>>, "
                + "PRIMARY KEY (" + (composite ? "(p, q)" : "p, q") + ", c)) WITH CLUSTERING ORDER BY (" + (composite ? "" : "q ASC, ") + "c " + (composite ? "ASC" : "DESC") + ")");
            List<String> values = new ArrayList<>(Types.edges(t));
            List<String> keys = new ArrayList<>(duration ? Types.edges("int") : values);
            String empty = type.empty(release);
            if (empty != null) { if (!values.contains(empty)) values.add(empty); if (!keys.contains(empty)) keys.add(empty); }
            for (int i = 0; i < 4; i++) { String l = type.literal(r); values.add(l); if (!duration) keys.add(l); }
            int i = 0;
            for (String k : keys) {
                // an empty partition key is refused, an empty part of a composite one is not
                if (!composite && (k.equals("''") || k.equals("0x") || k.endsWith("(0x)"))) continue;
                for (int j = 0; j < 3; j++, i++) {
                    String v = values.get(i % values.size()), w = values.get((i * 7 + 3) % values.size());
                    c.q("INSERT INTO %t (p, q, c, v, w) VALUES (" + k + ", " + i % 3 + ", " + keys.get((i * 5 + 1) % keys.size()) + ", " + v + ", " + (i % 4 == 0 ? "null" : w) + ")" + c.using());
                }
            }
            // functions cannot stand inside a collection literal: the plain ones only
            List<String> plain = new ArrayList<>(values), plainKeys = new ArrayList<>(keys);
            plain.removeIf(x -> x.endsWith("(0x)")); plainKeys.removeIf(x -> x.endsWith("(0x)"));
            String p = "p = " + plainKeys.get(0) + (composite ? " AND q = 0" : "");
            String row = p + (composite ? "" : " AND q = 0") + " AND c = " + plainKeys.get(Math.min(1, plainKeys.size() - 1));
            StringJoiner list = new StringJoiner(", "), set = new StringJoiner(", "), map = new StringJoiner(", ");
            for (String x : plain) list.add(x);
            for (int k = 0; k < plainKeys.size(); k++) { set.add(plainKeys.get(k)); map.add(plainKeys.get(k) + ": " + plain.get(k % plain.size())); }
            c.q("UPDATE %t" + c.using() + " SET l = [" + list + "], e = {" + set + "}, m = {" + map + "}, f = [" + list + "], u = (" + plain.get(0) + ", 7) WHERE " + row);
            c.q("UPDATE %t" + c.using() + " SET s = " + plain.get(plain.size() - 1) + " WHERE " + p);
            c.q("UPDATE %t" + c.using() + " SET u = (null, null) WHERE p = " + plainKeys.get(plainKeys.size() - 2) + " AND q = 1 AND c = " + plainKeys.get(0));
            c.flush();
        }
    }

    // ---- rows

    private void rows() {
        // sstabledump and SELECT JSON of all releases fail on an empty boolean: in a table of its own
        Case c = add("empty_boolean").q("CREATE TABLE %t (k int PRIMARY KEY, v boolean)");
        c.q("INSERT INTO %t (k, v) VALUES (1, " + (since(500) ? "blob_as_boolean" : "blobAsBoolean") + "(0x))" + c.using(), "INSERT INTO %t (k, v) VALUES (2, true)" + c.using()).flush();

        c = add("one_row").full().q("CREATE TABLE %t (k int PRIMARY KEY, v text)");
        c.q("INSERT INTO %t (k, v) VALUES (1, 'one')" + c.using()).flush();

        c = add("simple").full().q("CREATE TABLE %t (id int PRIMARY KEY, name text, score double)");
        for (int i = 0; i < 100; i++) c.q("INSERT INTO %t (id, name, score) VALUES (" + i + ", 'name " + i + "', " + i / 4.0 + ")" + c.using());
        c.flush();

        c = add("keys_only").q("CREATE TABLE %t (a int, b text, PRIMARY KEY (a, b))");
        for (int i = 0; i < 20; i++) c.q("INSERT INTO %t (a, b) VALUES (" + i % 4 + ", 'b" + i + "')" + c.using());
        c.flush();

        c = add("partition_key_only").q("CREATE TABLE %t (a text PRIMARY KEY)");
        for (int i = 0; i < 20; i++) c.q("INSERT INTO %t (a) VALUES ('key" + i + "')" + c.using());
        c.flush();

        // cells without a row marker, rows with a marker and no cell, every mixture of missing cells
        c = add("missing_cells").full().q("CREATE TABLE %t (k int, c int, a int, b text, d double, e boolean, PRIMARY KEY (k, c))");
        for (int i = 0; i < 32; i++) {
            StringJoiner names = new StringJoiner(", "), values = new StringJoiner(", "), set = new StringJoiner(", ");
            String[] n = {"a", "b", "d", "e"}, v = {"1", "'x'", "2.5", "true"};
            for (int j = 0; j < 4; j++) if ((i >> j & 1) == 1) { names.add(n[j]); values.add(v[j]); set.add(n[j] + " = " + v[j]); }
            if (i < 16) c.q("INSERT INTO %t (k, c" + (i == 0 ? "" : ", " + names) + ") VALUES (1, " + i + (i == 0 ? "" : ", " + values) + ")" + c.using());
            else if (i > 16) c.q("UPDATE %t" + c.using() + " SET " + set + " WHERE k = 2 AND c = " + i);
        }
        c.flush();

        c = add("composite_pk").q("CREATE TABLE %t (a int, b text, d uuid, c timestamp, v blob, PRIMARY KEY ((a, b, d), c)) WITH CLUSTERING ORDER BY (c DESC)");
        for (int i = 0; i < 40; i++) c.q(String.format("INSERT INTO %%t (a, b, d, c, v) VALUES (%d, 'b:%d@', 123e4567-e89b-42d3-a456-%012x, %d, 0x%04x)", i % 3 - 1, i % 2, i % 5, 1700000000000L + i * 1000L, i) + c.using());
        c.flush();

        c = add("clustering_mixed").full().q("CREATE TABLE %t (p text, a int, b text, d bigint, e boolean, v varint, PRIMARY KEY (p, a, b, d, e)) WITH CLUSTERING ORDER BY (a DESC, b ASC, d DESC, e ASC)");
        for (int i = 0; i < 60; i++) c.q("INSERT INTO %t (p, a, b, d, e, v) VALUES ('p" + i % 3 + "', " + (i % 4 - 2) + ", '" + (i % 5 == 0 ? "" : "b" + i % 5) + "', " + (i * 1000003L) + ", " + (i % 2 == 0) + ", " + i + ")" + c.using());
        c.flush();

        c = add("clustering_empty").q("CREATE TABLE %t (p int, a text, b blob, d int, v text, PRIMARY KEY (p, a, b, d))");
        String none = since(500) ? "blob_as_int(0x)" : "blobAsInt(0x)";
        for (int i = 0; i < 16; i++) c.q("INSERT INTO %t (p, a, b, d, v) VALUES (" + i % 2 + ", '" + ((i & 2) == 0 ? "" : "a") + "', " + ((i & 4) == 0 ? "0x" : "0x00") + ", " + ((i & 8) == 0 ? none : "1") + ", '')" + c.using());
        c.flush();

        // more than 32 clustering columns: the header of a clustering has one 64-bit block for each 32
        for (int n : new int[]{31, 32, 33, 35, 66}) {
            c = add("clustering_" + n);
            StringJoiner defs = new StringJoiner(", "), names = new StringJoiner(", ");
            for (int i = 0; i < n; i++) { defs.add("c" + i + (i % 3 == 0 ? " int" : i % 3 == 1 ? " text" : " blob")); names.add("c" + i); }
            c.q("CREATE TABLE %t (p int, " + defs + ", v int, PRIMARY KEY (p, " + names + "))");
            for (int row = 0; row < 12; row++) {
                StringJoiner values = new StringJoiner(", ");
                for (int i = 0; i < n; i++) values.add(i % 3 == 0 ? "" + (row * i) : i % 3 == 1 ? ((row + i) % 4 == 0 ? "''" : "'t" + row + "'") : (row + i) % 5 == 0 ? "0x" : "0x0" + row % 10);
                c.q("INSERT INTO %t (p, " + names + ", v) VALUES (1, " + values + ", " + row + ")" + c.using());
            }
            c.q("DELETE FROM %t" + c.using() + " WHERE p = 1 AND c0 = 0").flush();
        }

        c = add("static_rows").full().q("CREATE TABLE %t (k text, c int, s1 text static, s2 int static, v text, PRIMARY KEY (k, c))");
        c.q("INSERT INTO %t (k, s1) VALUES ('only static', 'alone')" + c.using(), "INSERT INTO %t (k, c, v) VALUES ('no static', 1, 'x')" + c.using());
        for (int i = 0; i < 10; i++) c.q("INSERT INTO %t (k, c, s1, s2, v) VALUES ('both', " + i + ", 's" + i + "', " + i + ", 'v')" + c.using());
        c.q("DELETE s1 FROM %t" + c.using() + " WHERE k = 'both'", "UPDATE %t USING TTL 315360000 AND TIMESTAMP " + c.ts() + " SET s2 = 5 WHERE k = 'ttl'").flush();

        c = add("static_complex").full().q("CREATE TABLE %t (k int, c int, m map<text, int> static, l list<text> static, e set<int> static, v int, PRIMARY KEY (k, c))");
        for (int i = 0; i < 6; i++) c.q("INSERT INTO %t (k, c, m, l, e, v) VALUES (" + i % 3 + ", " + i + ", {'a': " + i + ", 'b': 2}, ['x', 'y'], {3, 1, 2}, 1)" + c.using(), "UPDATE %t" + c.using() + " SET m['z'] = 9, l = l + ['w'], e = e - {1} WHERE k = " + i % 3);
        c.q("DELETE m FROM %t" + c.using() + " WHERE k = 1").flush();

        c = add("many_partitions").q("CREATE TABLE %t (k int PRIMARY KEY, v int) WITH min_index_interval = 16 AND max_index_interval = 64");
        for (int i = 0; i < 2000; i++) c.q("INSERT INTO %t (k, v) VALUES (" + i * 7919 + ", " + i + ")" + c.using());
        c.flush();

        c = add("many_text_keys").q("CREATE TABLE %t (k text, c int, v int, PRIMARY KEY (k, c)) WITH bloom_filter_fp_chance = 0.001");
        for (int i = 0; i < 1000; i++) c.q("INSERT INTO %t (k, c, v) VALUES ('user:" + Integer.toString(i * 7919, 36) + "', 1, " + i + ")" + c.using());
        c.flush();

        c = add("no_filter").q("CREATE TABLE %t (k int PRIMARY KEY, v int) WITH bloom_filter_fp_chance = 1.0");
        for (int i = 0; i < 100; i++) c.q("INSERT INTO %t (k, v) VALUES (" + i + ", " + i + ")" + c.using());
        c.flush();

        c = add("long_keys").q("CREATE TABLE %t (k text, c text, v int, PRIMARY KEY (k, c))");
        for (int i = 0; i < 6; i++) c.q("INSERT INTO %t (k, c, v) VALUES ('" + (char) ('a' + i % 3) + "x".repeat(i * 2000) + "', '" + "y".repeat(i * 1500) + "', " + i + ")" + c.using());
        c.flush();

        c = add("big_cells").q("CREATE TABLE %t (k int, c int, b blob, t text, l list<text>, PRIMARY KEY (k, c))");
        c.q("INSERT INTO %t (k, c, b, t) VALUES (1, 1, " + Types.hex(random("big"), 70000) + ", '" + "long text ".repeat(8000) + "')" + c.using(),
            "INSERT INTO %t (k, c, b, t) VALUES (1, 2, 0x01, 'small')" + c.using(),
            "INSERT INTO %t (k, c, l) VALUES (2, 1, ['" + "e".repeat(since(307) ? 66000 : 65000) + "', 'small', '" + "f".repeat(20000) + "'])" + c.using()).flush();
    }

    // ---- collections, user types, tuples

    private void complex() {
        Case c = add("collections").full().q("CREATE TABLE %t (k int, c int, l list<text>, e set<int>, m map<text, bigint>, v int, PRIMARY KEY (k, c))");
        c.q("INSERT INTO %t (k, c, l, e, m) VALUES (1, 1, ['a', 'b', 'a'], {3, 1, 2}, {'x': 1, 'y': -1})" + c.using(),
            "UPDATE %t" + c.using() + " SET l = l + ['c'], e = e + {4, 5}, m = m + {'z': 3} WHERE k = 1 AND c = 2",
            "UPDATE %t" + c.using() + " SET l = ['first'] + l, e = e - {4}, m = m - {'z'} WHERE k = 1 AND c = 2",
            "UPDATE %t" + c.using() + " SET m['k'] = 7 WHERE k = 1 AND c = 3",
            "UPDATE %t" + c.using() + " SET m['k'] = null WHERE k = 1 AND c = 3",
            "DELETE m['gone'] FROM %t" + c.using() + " WHERE k = 1 AND c = 3",
            "DELETE l, e, m FROM %t" + c.using() + " WHERE k = 1 AND c = 4",
            "INSERT INTO %t (k, c, l, e, m) VALUES (1, 5, [], {}, {})" + c.using(),
            "INSERT INTO %t (k, c, l, v) VALUES (1, 6, null, 5)" + c.using(),
            "UPDATE %t USING TTL 315360000 AND TIMESTAMP " + c.ts() + " SET l = ['ttl'], e = {9}, m = {'t': 1} WHERE k = 2 AND c = 1",
            "UPDATE %t" + c.using() + " SET v = 1 WHERE k = 2 AND c = 2",
            // one complex column with a deletion, another without: both carry one in such a row
            "UPDATE %t" + c.using() + " SET e = e + {1} WHERE k = 2 AND c = 3", "UPDATE %t" + c.using() + " SET m = {'only': 1} WHERE k = 2 AND c = 3").flush();

        c = add("collections_live_only").q("CREATE TABLE %t (k int PRIMARY KEY, l list<int>, e set<text>, m map<int, text>)");
        for (int i = 0; i < 20; i++) c.q("UPDATE %t" + c.using() + " SET l = l + [" + i + "], e = e + {'e" + i + "'}, m = m + {" + i + ": 'm'} WHERE k = " + i % 5);
        c.flush();

        c = add("collections_frozen").full().q("CREATE TABLE %t (k int PRIMARY KEY, l frozen<list<text>>, e frozen<set<frozen<list<int>>>>, m frozen<map<text, frozen<map<int, text>>>>, x map<int, frozen<set<text>>>, y list<frozen<map<text, int>>>, z set<frozen<tuple<int, text>>>)");
        for (int i = 0; i < 12; i++) c.q("INSERT INTO %t (k, l, e, m, x, y, z) VALUES (" + i + ", ['a', '" + i + "', ''], {[1, 2], [" + i + "], []}, {'o': {1: 'i', 2: ''}, 'p" + i + "': {}}, {1: {'s', 't'}, " + (i + 2) + ": {}}, [{'a': 1}, {}, {'b': " + i + "}], {(1, 'a'), (" + i + ", null)})" + c.using());
        c.flush();

        c = add("collections_large").q("CREATE TABLE %t (k int PRIMARY KEY, m map<int, text>, e set<text>, l list<int>)");
        for (int i = 0; i < 4; i++) {
            StringJoiner m = new StringJoiner(", "), e = new StringJoiner(", "), l = new StringJoiner(", ");
            for (int j = 0; j < 300; j++) { m.add(j * 13 + ": 'value " + j + "'"); e.add("'element " + j + "'"); l.add("" + j); }
            c.q("INSERT INTO %t (k, m, e, l) VALUES (" + i + ", {" + m + "}, {" + e + "}, [" + l + "])" + c.using());
        }
        c.flush();

        c = add("lists").q("CREATE TABLE %t (k int PRIMARY KEY, l list<text>)");
        c.q("INSERT INTO %t (k, l) VALUES (1, ['a', 'b', 'c', 'd'])", "UPDATE %t SET l[1] = 'B' WHERE k = 1", "DELETE l[0] FROM %t WHERE k = 1", "UPDATE %t SET l = l - ['d'] WHERE k = 1", "UPDATE %t SET l = ['z'] + l WHERE k = 1").flush();

        c = add("tuples").full().q("CREATE TABLE %t (k frozen<tuple<int, text>>, c tuple<text, int>, t tuple<int, text, list<int>>, u frozen<tuple<tuple<int, int>, tuple<text>>>, PRIMARY KEY (k, c))");
        for (int i = 0; i < 12; i++) c.q("INSERT INTO %t (k, c, t, u) VALUES ((" + i % 3 + ", 'a:b'), ('c" + i + "', " + (i % 2 == 0 ? "null" : "" + i) + "), (" + (i % 3 == 0 ? "null" : "1") + ", 'x', [1, " + i + "]), ((1, null), ('y')))" + c.using());
        c.flush();

        c = add("udt_frozen").full().q("CREATE TYPE corpus.%n_phone (country int, number text)", "CREATE TYPE corpus.%n_address (street text, zip int, phones map<text, frozen<%n_phone>>)",
            "CREATE TABLE %t (k int, c frozen<%n_phone>, a frozen<%n_address>, l list<frozen<%n_phone>>, m map<frozen<%n_phone>, text>, PRIMARY KEY (k, c))");
        for (int i = 0; i < 12; i++) c.q("INSERT INTO %t (k, c, a, l, m) VALUES (" + i % 3 + ", {country: " + i + ", number: '1@2:" + i + "'}, {street: 'Main', zip: " + (i % 2 == 0 ? "null" : "5") + ", phones: {'home': {country: 1, number: 'n'}}}, [{country: 1}, {number: 'x'}], {{country: " + i + "}: 'm'})" + c.using());
        c.flush();

        if (since(307)) {
            c = add("udt_cells").full().q("CREATE TYPE corpus.%n_u (a int, b text, c list<int>)".replace("list<int>", "frozen<list<int>>"),
                "CREATE TABLE %t (k int, c int, u %n_u, s %n_u static, v int, PRIMARY KEY (k, c))");
            c.q("INSERT INTO %t (k, c, u) VALUES (1, 1, {a: 1, b: 'x', c: [1, 2]})" + c.using(), "INSERT INTO %t (k, c, u) VALUES (1, 2, {b: 'only'})" + c.using(),
                "UPDATE %t" + c.using() + " SET u.a = 5 WHERE k = 1 AND c = 3", "UPDATE %t" + c.using() + " SET u.b = null WHERE k = 1 AND c = 1", "DELETE u.c FROM %t" + c.using() + " WHERE k = 1 AND c = 2",
                "DELETE u FROM %t" + c.using() + " WHERE k = 1 AND c = 4", "UPDATE %t" + c.using() + " SET s = {a: 3} WHERE k = 2", "UPDATE %t" + c.using() + " SET s.b = 'more' WHERE k = 2", "INSERT INTO %t (k, c, u, v) VALUES (2, 1, null, 3)" + c.using()).flush();
        }
    }

    // ---- deletions

    private void deletions() {
        Case c = add("deletions").full().q("CREATE TABLE %t (k int, c int, a text, b int, PRIMARY KEY (k, c))");
        for (int i = 0; i < 24; i++) c.q("INSERT INTO %t (k, c, a, b) VALUES (" + i / 6 + ", " + i % 6 + ", 'a', " + i + ")" + c.using());
        c.q("DELETE FROM %t" + c.using() + " WHERE k = 0", "DELETE FROM %t" + c.using() + " WHERE k = 1 AND c = 2", "DELETE a FROM %t" + c.using() + " WHERE k = 1 AND c = 3", "DELETE a, b FROM %t" + c.using() + " WHERE k = 1 AND c = 4",
            "DELETE FROM %t" + c.using() + " WHERE k = 9", "DELETE FROM %t" + c.using() + " WHERE k = 8 AND c = 1", "UPDATE %t" + c.using() + " SET a = 'again' WHERE k = 1 AND c = 2",
            "INSERT INTO %t (k, c, a) VALUES (0, 1, 'after')" + c.using()).flush();

        c = add("partition_deletions").q("CREATE TABLE %t (k text PRIMARY KEY, v int)");
        for (int i = 0; i < 12; i++) c.q(i % 2 == 0 ? "INSERT INTO %t (k, v) VALUES ('k" + i + "', 1)" + c.using() : "DELETE FROM %t" + c.using() + " WHERE k = 'k" + i + "'");
        c.flush();

        c = add("only_tombstones").q("CREATE TABLE %t (k int, c int, s int static, v int, PRIMARY KEY (k, c))");
        c.q("DELETE FROM %t" + c.using() + " WHERE k = 1", "DELETE FROM %t" + c.using() + " WHERE k = 2 AND c = 2", "DELETE v FROM %t" + c.using() + " WHERE k = 3 AND c = 3", "DELETE s FROM %t" + c.using() + " WHERE k = 4", "DELETE FROM %t" + c.using() + " WHERE k = 5 AND c > 5").flush();

        c = add("deletions_complex").full().q("CREATE TABLE %t (k int, c int, m map<int, int>, n map<int, int>, e set<int>, PRIMARY KEY (k, c))");
        for (int i = 0; i < 10; i++) {
            c.q("UPDATE %t" + c.using() + " SET m[" + i + "] = 1, n[" + i + "] = 2, e = e + {" + i + "} WHERE k = 1 AND c = " + i);
            if (i % 2 == 0) c.q("DELETE m FROM %t" + c.using() + " WHERE k = 1 AND c = " + i, "UPDATE %t" + c.using() + " SET m[100] = 3 WHERE k = 1 AND c = " + i);
            if (i % 3 == 0) c.q("DELETE FROM %t" + c.using() + " WHERE k = 1 AND c = " + i, "UPDATE %t" + c.using() + " SET n = {5: 5} WHERE k = 1 AND c = " + i);
        }
        c.flush();
    }

    // ---- range tombstones

    private void ranges() {
        Case c = add("ranges").full().q("CREATE TABLE %t (k int, c int, v text, PRIMARY KEY (k, c))");
        String[] bounds = {"c > 3 AND c < 7", "c >= 3 AND c <= 7", "c > 3 AND c <= 7", "c >= 3 AND c < 7", "c > 3", "c >= 3", "c < 7", "c <= 7", "c >= 4 AND c <= 4", "c > 100"};
        for (int k = 0; k < bounds.length; k++) {
            for (int i = 0; i < 10; i++) c.q("INSERT INTO %t (k, c, v) VALUES (" + k + ", " + i + ", 'v')" + (i % 2 == 0 ? " USING TIMESTAMP " + (c.ts() + 10000000000L) : c.using()));
            c.q("DELETE FROM %t" + c.using() + " WHERE k = " + k + " AND " + bounds[k]);
        }
        c.flush();

        c = add("range_boundaries").full().q("CREATE TABLE %t (k int, c int, v int, PRIMARY KEY (k, c))");
        long late = c.ts() + 5000000000L;
        for (int i = 0; i < 20; i++) c.q("INSERT INTO %t (k, c, v) VALUES (1, " + i + ", 1) USING TIMESTAMP " + late);
        String[] d = {"c >= 0 AND c < 5", "c >= 5 AND c <= 8", "c > 8 AND c < 12", "c >= 10 AND c <= 15", "c > 2 AND c < 4", "c > 14"};
        for (String b : d) c.q("DELETE FROM %t" + c.using() + " WHERE k = 1 AND " + b);
        for (int i = 0; i < 12; i++) c.q("DELETE FROM %t USING TIMESTAMP " + (1690000000000000L + (i * 7 % 12) * 1000) + " WHERE k = 2 AND c >= " + i * 3 + " AND c <= " + (i * 3 + 10));
        c.flush();

        for (String order : new String[]{"ASC", "DESC"}) {
            c = add("range_prefix_" + order.toLowerCase()).full().q("CREATE TABLE %t (k int, a int, b text, c int, v int, PRIMARY KEY (k, a, b, c)) WITH CLUSTERING ORDER BY (a " + order + ", b " + (order.equals("ASC") ? "ASC" : "DESC") + ", c " + order + ")");
            for (int i = 0; i < 27; i++) c.q("INSERT INTO %t (k, a, b, c, v) VALUES (1, " + i / 9 + ", 'b" + i / 3 % 3 + "', " + i % 3 + ", 1) USING TIMESTAMP " + (i % 2 == 0 ? 1800000000000000L : c.ts()));
            c.q("DELETE FROM %t" + c.using() + " WHERE k = 1 AND a = 0", "DELETE FROM %t" + c.using() + " WHERE k = 1 AND a = 1 AND b = 'b1'", "DELETE FROM %t" + c.using() + " WHERE k = 1 AND a = 2 AND b = 'b2' AND c > 0",
                "DELETE FROM %t" + c.using() + " WHERE k = 1 AND a = 1 AND b > 'b1'", "DELETE FROM %t" + c.using() + " WHERE k = 2 AND a >= 1 AND a < 3", "DELETE FROM %t" + c.using() + " WHERE k = 2 AND a = 3 AND b <= 'm'").flush();

            c = add("range_tuple_" + order.toLowerCase()).full().q("CREATE TABLE %t (k int, a int, b int, c int, v int, PRIMARY KEY (k, a, b, c)) WITH CLUSTERING ORDER BY (a " + order + ", b " + order + ", c " + order + ")");
            for (int i = 0; i < 27; i++) c.q("INSERT INTO %t (k, a, b, c, v) VALUES (1, " + i / 9 + ", " + i / 3 % 3 + ", " + i % 3 + ", 1) USING TIMESTAMP " + (i % 2 == 0 ? 1800000000000000L : c.ts()));
            c.q("DELETE FROM %t" + c.using() + " WHERE k = 1 AND (a, b) > (0, 1) AND (a, b) < (1, 1)", "DELETE FROM %t" + c.using() + " WHERE k = 1 AND (a, b, c) >= (1, 2, 1)", "DELETE FROM %t" + c.using() + " WHERE k = 2 AND (a, b, c) > (0, 0, 0) AND (a, b, c) <= (5, 5, 5)",
                "DELETE FROM %t" + c.using() + " WHERE k = 2 AND (a) >= (3)", "DELETE FROM %t" + c.using() + " WHERE k = 3 AND (a, b) <= (2, 2)", "DELETE FROM %t" + c.using() + " WHERE k = 3 AND (a, b, c) > (2, 2, 1)").flush();
        }

        c = add("range_with_rest").full().q("CREATE TABLE %t (k int, c int, s text static, v text, m map<int, int>, PRIMARY KEY (k, c))");
        for (int i = 0; i < 30; i++) c.q("INSERT INTO %t (k, c, s, v, m) VALUES (" + i % 3 + ", " + i + ", 's', 'v', {1: " + i + "})" + c.using());
        c.q("DELETE FROM %t USING TIMESTAMP " + (c.ts() - 20000000L) + " WHERE k = 0", "DELETE FROM %t USING TIMESTAMP " + (c.ts() - 10000000L) + " WHERE k = 0 AND c > 10 AND c < 25", "DELETE FROM %t USING TIMESTAMP " + (c.ts() - 5000000L) + " WHERE k = 0 AND c = 15",
            "DELETE FROM %t" + c.using() + " WHERE k = 1 AND c < 5", "DELETE s FROM %t" + c.using() + " WHERE k = 1", "DELETE FROM %t" + c.using() + " WHERE k = 5 AND c >= 1 AND c <= 3").flush();
    }

    // ---- write times, times to live

    private void times() {
        Case c = add("ttl").full().q("CREATE TABLE %t (k int, c int, a text, b text, PRIMARY KEY (k, c))");
        int decade = 315360000;
        c.q("INSERT INTO %t (k, c, a, b) VALUES (1, 1, 'row', 'ttl') USING TTL " + decade + " AND TIMESTAMP " + c.ts(), "INSERT INTO %t (k, c, a) VALUES (1, 2, 'forever')" + c.using(), "UPDATE %t USING TTL " + decade + " AND TIMESTAMP " + c.ts() + " SET b = 'cell ttl' WHERE k = 1 AND c = 2",
            "UPDATE %t USING TTL " + (decade - 5000) + " AND TIMESTAMP " + c.ts() + " SET a = 'other ttl' WHERE k = 1 AND c = 1", "INSERT INTO %t (k, c) VALUES (1, 3) USING TTL " + decade + " AND TIMESTAMP " + c.ts(),
            "UPDATE %t USING TTL " + decade + " AND TIMESTAMP " + c.ts() + " SET a = 'no marker' WHERE k = 1 AND c = 4", "INSERT INTO %t (k, c, a) VALUES (2, 1, 'x') USING TTL 0 AND TIMESTAMP " + c.ts(), "INSERT INTO %t (k, c, a) VALUES (2, 2, 'plain')" + c.using()).flush();

        c = add("ttl_expired").full().q("CREATE TABLE %t (k int, c int, s int static, a text, m map<int, int>, PRIMARY KEY (k, c))");
        for (int i = 0; i < 10; i++) c.q((i % 2 == 0 ? "INSERT INTO %t (k, c, a, m, s) VALUES (" + i % 3 + ", " + i + ", 'gone', {1: 1}, " + i + ")" : "INSERT INTO %t (k, c, a) VALUES (" + i % 3 + ", " + i + ", 'gone')") + " USING TTL 1 AND TIMESTAMP " + c.ts());
        c.q("UPDATE %t" + c.using() + " SET a = 'stays' WHERE k = 1 AND c = 1").flush();

        c = add("ttl_default").q("CREATE TABLE %t (k int PRIMARY KEY, v text) WITH default_time_to_live = " + decade);
        for (int i = 0; i < 10; i++) c.q("INSERT INTO %t (k, v) VALUES (" + i + ", 'd')" + c.using());
        c.flush();

        if (longTtl()) {
            c = add("ttl_twenty_years").full().q("CREATE TABLE %t (k int, c int, a text, l list<int>, PRIMARY KEY (k, c))");
            for (int i = 0; i < 10; i++) c.q("INSERT INTO %t (k, c, a, l) VALUES (1, " + i + ", 'past 2038', [1, 2]) USING TTL " + (630720000 - i * 1000) + " AND TIMESTAMP " + c.ts());
            c.flush();
        }

        c = add("cell_times").full().q("CREATE TABLE %t (k int, c int, a int, b int, d int, m map<int, int>, PRIMARY KEY (k, c))");
        for (int i = 0; i < 10; i++) c.q("INSERT INTO %t (k, c, a, b) VALUES (1, " + i + ", 1, 1)" + c.using(), "UPDATE %t" + c.using() + " SET b = 2 WHERE k = 1 AND c = " + i, "UPDATE %t" + c.using() + " SET d = 3, m[1] = 1 WHERE k = 1 AND c = " + i, "UPDATE %t" + c.using() + " SET m[2] = 1 WHERE k = 1 AND c = " + i);
        c.flush();

        c = add("times_extreme").full().q("CREATE TABLE %t (k int, c int, v int, PRIMARY KEY (k, c))");
        long[] t = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE + 1, 1442880000000000L, 1442879999999999L, 4102444800000000L, 999, 1000};
        for (int i = 0; i < t.length; i++) c.q("INSERT INTO %t (k, c, v) VALUES (" + i % 2 + ", " + i + ", 1) USING TIMESTAMP " + t[i], "DELETE FROM %t USING TIMESTAMP " + t[i] + " WHERE k = " + (10 + i) + " AND c = 1");
        c.flush();

        c = add("time_series").q("CREATE TABLE %t (sensor uuid, day date, at timestamp, value float, quality tinyint, tags frozen<map<text, text>>, PRIMARY KEY ((sensor, day), at)) WITH CLUSTERING ORDER BY (at DESC) AND compaction = {'class': 'SizeTieredCompactionStrategy'} AND default_time_to_live = 157680000");
        for (int i = 0; i < 150; i++) c.q(String.format(Locale.ROOT, "INSERT INTO %%t (sensor, day, at, value, quality, tags) VALUES (123e4567-e89b-42d3-a456-%012x, '2024-02-%02d', %d, %.2f, %d, {'unit': 'C'})", i % 3, 1 + i % 2, 1706745600000L + i * 60000L, 20 + Math.sin(i) * 5, i % 4) + c.using());
        c.flush();
    }

    private void counters() {
        Case c = add("counter").full().q("CREATE TABLE %t (k text PRIMARY KEY, n counter, m counter)");
        for (int i = 0; i < 20; i++) c.q("UPDATE %t SET n = n + " + i + (i % 3 == 0 ? ", m = m - 7" : "") + " WHERE k = 'k" + i % 6 + "'");
        c.q("UPDATE %t SET n = n + 9223372036854775807 WHERE k = 'max'", "UPDATE %t SET n = n - 9223372036854775807 WHERE k = 'min'", "UPDATE %t SET n = n + 0 WHERE k = 'zero'").flush();

        c = add("counter_clustering").full().q("CREATE TABLE %t (k int, c text, s counter static, n counter, PRIMARY KEY (k, c))");
        for (int i = 0; i < 30; i++) c.q("UPDATE %t SET n = n + " + i * 1000 + " WHERE k = " + i % 3 + " AND c = 'c" + i % 7 + "'", "UPDATE %t SET s = s - 1 WHERE k = " + i % 2);
        c.q("DELETE n FROM %t WHERE k = 0 AND c = 'c0'", "DELETE FROM %t WHERE k = 1 AND c = 'c1'", "DELETE FROM %t WHERE k = 2", "DELETE s FROM %t WHERE k = 1").flush();

        c = add("counter_generations").q("CREATE TABLE %t (k int PRIMARY KEY, n counter)");
        for (int g = 0; g < 3; g++) { for (int i = 0; i < 8; i++) c.q("UPDATE %t SET n = n + " + (g * 100 + i) + " WHERE k = " + i); c.flush(); }
    }

    // ---- columns: around 64 the set of a row's columns is written in other ways

    private void columns() {
        for (int n : new int[]{63, 64, 65, 100, 200}) {
            Case c = add("columns_" + n);
            if (n <= 65) c.full();
            StringJoiner defs = new StringJoiner(", ");
            for (int i = 0; i < n; i++) defs.add(String.format("v%03d %s", i, i % 4 == 0 ? "int" : i % 4 == 1 ? "text" : i % 4 == 2 ? "boolean" : i % 8 == 3 ? "set<int>" : "bigint"));
            c.q("CREATE TABLE %t (k int, c int, " + defs + ", PRIMARY KEY (k, c))");
            Random r = random("columns" + n);
            // 0 all, 1 none, then: few present, half of them (one less, one more), few missing
            int[] present = {n, 0, 1, 2, n / 2 - 1, n / 2, n / 2 + 1, n - 2, n - 1};
            for (int row = 0; row < present.length; row++) {
                List<Integer> ids = new ArrayList<>();
                for (int i = 0; i < n; i++) ids.add(i);
                Collections.shuffle(ids, r);
                StringJoiner names = new StringJoiner(", "), values = new StringJoiner(", ");
                for (int i : ids.subList(0, present[row])) { names.add(String.format("v%03d", i)); values.add(i % 4 == 0 ? "" + i : i % 4 == 1 ? "'t'" : i % 4 == 2 ? "true" : i % 8 == 3 ? "{1}" : "" + i); }
                c.q("INSERT INTO %t (k, c" + (present[row] == 0 ? "" : ", " + names) + ") VALUES (" + row % 2 + ", " + row + (present[row] == 0 ? "" : ", " + values) + ")" + c.using());
            }
            c.flush();
        }
        Case c = add("columns_static_70");
        StringJoiner defs = new StringJoiner(", ");
        for (int i = 0; i < 70; i++) defs.add("s" + i + " int static");
        c.q("CREATE TABLE %t (k int, c int, " + defs + ", v int, PRIMARY KEY (k, c))", "INSERT INTO %t (k, s3, s5) VALUES (1, 3, 5)" + c.using());
        StringJoiner names = new StringJoiner(", "), values = new StringJoiner(", ");
        for (int i = 0; i < 68; i++) { names.add("s" + i); values.add("" + i); }
        c.q("INSERT INTO %t (k, " + names + ") VALUES (2, " + values + ")" + c.using(), "INSERT INTO %t (k, c, v) VALUES (2, 1, 1)" + c.using()).flush();
    }

    private void names() {
        Case c = add("names_reserved").full().q("CREATE TABLE %t (\"select\" int, \"from\" text, \"WHERE\" text, \"Mixed Case\" int, \"a\"\"b\" text, \"1st\" text, key blob, PRIMARY KEY (\"select\", \"from\"))");
        for (int i = 0; i < 5; i++) c.q("INSERT INTO %t (\"select\", \"from\", \"WHERE\", \"Mixed Case\", \"a\"\"b\", \"1st\", key) VALUES (" + i + ", 'f', 'w', " + i + ", 'quote', 'digit', 0x00)" + c.using());
        c.flush();

        c = add("names_unicode").q("CREATE TABLE %t (\"größe\" int, \"日本語\" text, \"emoji \uD83D\uDE00\" text, \"пример\" map<text, int>, PRIMARY KEY (\"größe\", \"日本語\"))").optional();
        for (int i = 0; i < 5; i++) c.q("INSERT INTO %t (\"größe\", \"日本語\", \"emoji \uD83D\uDE00\", \"пример\") VALUES (" + i + ", '値" + i + "', 'ok', {'ключ': 1})" + c.using());
        c.flush();

        // Names that begin outside ASCII come before all others, which is not the order of their bytes.
        c = add("names_order").full().q("CREATE TABLE %t (k int PRIMARY KEY, a int, b set<int>, \"ähnlich\" int, \"zähl\" int, \"日本\" set<int>, \"long name 1\" int, \"long name é\" int)").optional();
        c.q("INSERT INTO %t (k, a, b, \"ähnlich\", \"zähl\", \"日本\", \"long name 1\", \"long name é\") VALUES (1, 2, {3}, 4, 5, {6}, 7, 8)" + c.using()).flush();

        c = add("names_case").q("CREATE TYPE corpus.\"%n_Type\" (\"Field\" int, \"order\" text)", "CREATE TABLE corpus.\"%n\" (\"K\" int PRIMARY KEY, \"Value\" frozen<\"%n_Type\">, value int)",
            "INSERT INTO corpus.\"%n\" (\"K\", \"Value\", value) VALUES (1, {\"Field\": 1, \"order\": 'x'}, 2)").flush();
    }

    // ---- altered tables

    private void evolved() {
        Case c = add("evolved_added").full().q("CREATE TABLE %t (k int, c int, a text, PRIMARY KEY (k, c))");
        for (int i = 0; i < 8; i++) c.q("INSERT INTO %t (k, c, a) VALUES (1, " + i + ", 'old')" + c.using());
        c.flush().q("ALTER TABLE %t ADD b int", "ALTER TABLE %t ADD s text static", "ALTER TABLE %t ADD m map<int, text>");
        for (int i = 4; i < 12; i++) c.q("INSERT INTO %t (k, c, a, b, s, m) VALUES (1, " + i + ", 'new', " + i + ", 'static', {1: 'x'})" + c.using());
        c.flush();

        c = add("evolved_dropped").full().q("CREATE TABLE %t (k int, c int, a text, b int, m map<int, int>, s int static, PRIMARY KEY (k, c))");
        for (int i = 0; i < 8; i++) c.q("INSERT INTO %t (k, c, a, b, m, s) VALUES (1, " + i + ", 'a', " + i + ", {1: 1}, 5)" + c.using());
        c.flush().q("ALTER TABLE %t DROP b", "ALTER TABLE %t DROP m", "ALTER TABLE %t DROP s");
        for (int i = 4; i < 12; i++) c.q("INSERT INTO %t (k, c, a) VALUES (1, " + i + ", 'later')" + c.using());
        c.flush();

        c = add("evolved_readded").q("CREATE TABLE %t (k int PRIMARY KEY, a text, b int)");
        for (int i = 0; i < 6; i++) c.q("INSERT INTO %t (k, a, b) VALUES (" + i + ", 'a', 1)");
        c.flush().q("ALTER TABLE %t DROP b", "ALTER TABLE %t ADD b int");
        for (int i = 3; i < 9; i++) c.q("INSERT INTO %t (k, a, b) VALUES (" + i + ", 'a2', 2)");
        c.flush();

        c = add("evolved_renamed").q("CREATE TABLE %t (k int, c int, v text, PRIMARY KEY (k, c))");
        c.q("INSERT INTO %t (k, c, v) VALUES (1, 1, 'before')" + c.using()).flush().q("ALTER TABLE %t RENAME k TO key1 AND c TO col1");
        c.q("INSERT INTO %t (key1, col1, v) VALUES (1, 2, 'after')" + c.using()).flush();

        c = add("evolved_udt").full().q("CREATE TYPE corpus.%n_u (a int, b text)", "CREATE TABLE %t (k int PRIMARY KEY, u frozen<%n_u>, l list<frozen<%n_u>>)");
        for (int i = 0; i < 5; i++) c.q("INSERT INTO %t (k, u, l) VALUES (" + i + ", {a: 1, b: 'two'}, [{a: 3}])" + c.using());
        c.flush().q("ALTER TYPE corpus.%n_u ADD c double");
        for (int i = 3; i < 8; i++) c.q("INSERT INTO %t (k, u, l) VALUES (" + i + ", {a: 1, b: 'two', c: 3.5}, [{c: 0.5}])" + c.using());
        c.flush().q("ALTER TYPE corpus.%n_u RENAME b TO bb");
        c.q("INSERT INTO %t (k, u) VALUES (9, {bb: 'renamed'})" + c.using()).flush();
    }

    // ---- partitions with a row index

    private void wideRows(Case c, int partitions, int rows, int width, Consumer<Case> after) {
        Random r = random(c.name);
        for (int p = 0; p < partitions; p++)
            for (int i = 0; i < rows; i++) c.q("INSERT INTO %t (k, c, v) VALUES (" + p + ", " + i * 3 + ", '" + Types.words(r, width) + "')" + c.using());
        if (after != null) after.accept(c);
        c.flush();
    }

    private void wide() {
        wideRows(add("wide").full().q("CREATE TABLE %t (k int, c int, v text, PRIMARY KEY (k, c))"), 2, 250, 10, null);
        wideRows(add("wide_desc").q("CREATE TABLE %t (k int, c int, v text, PRIMARY KEY (k, c)) WITH CLUSTERING ORDER BY (c DESC)"), 2, 250, 10, null);
        wideRows(add("wide_uncompressed").q("CREATE TABLE %t (k int, c int, v text, PRIMARY KEY (k, c)) WITH compression = {'enabled': 'false'}"), 2, 250, 10, null);
        wideRows(add("wide_static").q("CREATE TABLE %t (k int, c int, s text static, v text, PRIMARY KEY (k, c))"), 2, 300, 12, c -> c.q("UPDATE %t" + c.using() + " SET s = '" + "static ".repeat(30) + "' WHERE k = 1"));
        // range tombstones that are open where one block ends and the next begins
        wideRows(add("wide_open_markers").full().q("CREATE TABLE %t (k int, c int, v text, PRIMARY KEY (k, c))"), 3, 300, 10, c -> {
            c.q("DELETE FROM %t USING TIMESTAMP 1690000000000000 WHERE k = 0 AND c > 10 AND c < 800", "DELETE FROM %t USING TIMESTAMP 1691000000000000 WHERE k = 0 AND c >= 100 AND c <= 500", "DELETE FROM %t USING TIMESTAMP 1692000000000000 WHERE k = 1 AND c >= 50", "DELETE FROM %t USING TIMESTAMP 1693000000000000 WHERE k = 2");
            for (int i = 0; i < 60; i++) c.q("DELETE FROM %t USING TIMESTAMP " + (1694000000000000L + i) + " WHERE k = 2 AND c >= " + i * 15 + " AND c < " + (i * 15 + 20));
        });
        Case c = add("wide_compound").q("CREATE TABLE %t (k text, a text, b timeuuid, v blob, PRIMARY KEY (k, a, b)) WITH CLUSTERING ORDER BY (a ASC, b DESC) AND compression = {'class': 'LZ4Compressor', 'chunk_length_in_kb': '4'}");
        Random r = random("wide_compound");
        for (int i = 0; i < 500; i++) c.q("INSERT INTO %t (k, a, b, v) VALUES ('p" + i % 2 + "', 'group " + i / 25 + "', " + String.format("%08x-29bb-11e5-b345-feff819cdc9f", i * 12345) + ", " + Types.hex(r, 60) + ")" + c.using());
        c.q("DELETE FROM %t USING TIMESTAMP 1690000000000000 WHERE k = 'p0' AND a = 'group 3'", "DELETE FROM %t USING TIMESTAMP 1690000000000001 WHERE k = 'p1' AND a >= 'group 10' AND a < 'group 19'").flush();

        c = add("wide_and_narrow").q("CREATE TABLE %t (k int, c text, v text, PRIMARY KEY (k, c))");
        r = random("wide_and_narrow");
        for (int p = 0; p < 60; p++) for (int i = 0; i < (p % 20 == 7 ? 150 : 1 + p % 3); i++) c.q("INSERT INTO %t (k, c, v) VALUES (" + p + ", 'row " + i + " " + Types.words(r, 2) + "', '" + Types.words(r, 12) + "')" + c.using());
        c.flush();

        c = add("wide_big_rows").q("CREATE TABLE %t (k int, c int, b blob, PRIMARY KEY (k, c))");
        r = random("wide_big_rows");
        for (int i = 0; i < 8; i++) c.q("INSERT INTO %t (k, c, b) VALUES (1, " + i + ", " + Types.hex(r, 5000) + ")" + c.using());
        c.flush();

        c = add("wide_only_markers").q("CREATE TABLE %t (k int, a int, b int, v int, PRIMARY KEY (k, a, b))");
        for (int i = 0; i < 300; i++) c.q("DELETE FROM %t USING TIMESTAMP " + (1690000000000000L + i) + " WHERE k = 1 AND a = " + i + " AND b >= " + i + " AND b < " + (i + 5));
        c.flush();

        if (since(500) || List.of("me").contains(letter)) {
            // more than 127 blocks, several 64 KiB chunks
            c = add("wide_long").q("CREATE TABLE %t (k int, c bigint, v text, PRIMARY KEY (k, c)) WITH compression = {'class': 'LZ4Compressor', 'chunk_length_in_kb': '64'}");
            r = random("wide_long");
            for (int i = 0; i < 2500; i++) c.q("INSERT INTO %t (k, c, v) VALUES (1, " + i * 1000003L + ", '" + Types.words(r, 28) + "')" + c.using());
            c.flush();
        }
    }

    // ---- compressors and chunk sizes

    private void compression() {
        List<String[]> k = new ArrayList<>();
        for (String chunk : new String[]{"4", "16", "64"}) k.add(new String[]{"lz4_" + chunk, "'class': 'LZ4Compressor', 'chunk_length_in_kb': '" + chunk + "'"});
        k.add(new String[]{"snappy_4", "'class': 'SnappyCompressor', 'chunk_length_in_kb': '4'"});
        k.add(new String[]{"snappy_64", "'class': 'SnappyCompressor', 'chunk_length_in_kb': '64'"});
        k.add(new String[]{"deflate_4", "'class': 'DeflateCompressor', 'chunk_length_in_kb': '4'"});
        k.add(new String[]{"deflate_16", "'class': 'DeflateCompressor', 'chunk_length_in_kb': '16'"});
        k.add(new String[]{"none", "'enabled': 'false'"});
        if (since(307)) k.add(new String[]{"lz4_high", "'class': 'LZ4Compressor', 'chunk_length_in_kb': '16', 'lz4_compressor_type': 'high', 'lz4_high_compressor_level': '12'"});
        if (since(400)) {
            k.add(new String[]{"zstd_4", "'class': 'ZstdCompressor', 'chunk_length_in_kb': '4'"});
            k.add(new String[]{"zstd_64", "'class': 'ZstdCompressor', 'chunk_length_in_kb': '64', 'compression_level': '15'"});
            k.add(new String[]{"noop", "'class': 'NoopCompressor', 'chunk_length_in_kb': '4'"});
            k.add(new String[]{"lz4_ratio", "'class': 'LZ4Compressor', 'chunk_length_in_kb': '4', 'min_compress_ratio': '1.5'"});
        }
        for (String[] c : k) data(add("compression_" + c[0]).q("CREATE TABLE %t (k int, c int, words text, noise blob, PRIMARY KEY (k, c)) WITH compression = {" + c[1] + "}"), false);
        if (since(600)) {
            Case c = add("compression_zstd_dictionary").full().q("CREATE TABLE %t (k int, c int, words text, noise blob, PRIMARY KEY (k, c)) WITH compression = {'class': 'ZstdDictionaryCompressor', 'chunk_length_in_kb': '4'}");
            // a dictionary wants much to learn from; what is kept is little, and written with it
            data(c, true);
            c.steps.add("@train");
            c.steps.add("@truncate");
            data(c, false);
            for (int i = 0; i < 40; i++) c.q("INSERT INTO %t (k, c, words) VALUES (" + i % 7 + ", " + i * 3 + ", 'second " + i + "')" + c.using());
            c.flush();
            c = add("compression_zstd_dictionary_none").q("CREATE TABLE %t (k int, c int, words text, noise blob, PRIMARY KEY (k, c)) WITH compression = {'class': 'ZstdDictionaryCompressor', 'chunk_length_in_kb': '16'}");
            data(c, false);
        }
        // the size of the uncompressed data is a multiple of the chunk, or one byte off: nothing remains for the last chunk, or one byte
        Case c = add("compression_empty_values").q("CREATE TABLE %t (k blob PRIMARY KEY, v blob) WITH compression = {'class': 'LZ4Compressor', 'chunk_length_in_kb': '4'}");
        c.q("INSERT INTO %t (k, v) VALUES (0x00, 0x" + "00".repeat(20000) + ")" + c.using()).flush();
    }

    private void data(Case c, boolean large) {
        Random r = random("data");
        for (int i = 0; i < (large ? 3000 : 70); i++)
            c.q("INSERT INTO %t (k, c, words, noise) VALUES (" + i % 7 + ", " + i + ", '" + Types.words(r, 20) + "', " + (i % 2 == 0 ? Types.hex(r, 120) : "null") + ")" + c.using());
        if (!large) for (int i = 0; i < 24; i++) c.q("INSERT INTO %t (k, c, noise) VALUES (100, " + i + ", " + Types.hex(r, 200) + ")" + c.using());
        c.flush();
    }

    // ---- several SSTables of a table

    private void generations() {
        Case c = add("generations").full().q("CREATE TABLE %t (k int, c int, s text static, v text, m map<text, int>, PRIMARY KEY (k, c))");
        for (int i = 0; i < 30; i++) c.q("INSERT INTO %t (k, c, s, v, m) VALUES (" + i % 5 + ", " + i + ", 'first', 'first', {'a': 1, 'b': 2})" + c.using());
        c.flush();
        for (int i = 0; i < 30; i += 3) c.q("UPDATE %t" + c.using() + " SET v = 'second', m['c'] = 3, s = 'second' WHERE k = " + i % 5 + " AND c = " + i);
        c.q("DELETE FROM %t" + c.using() + " WHERE k = 1 AND c > 10", "DELETE FROM %t" + c.using() + " WHERE k = 2", "DELETE m FROM %t" + c.using() + " WHERE k = 3 AND c = 3").flush();
        for (int i = 0; i < 30; i += 5) c.q("INSERT INTO %t (k, c, v) VALUES (2, " + i + ", 'third')" + c.using(), "DELETE v FROM %t" + c.using() + " WHERE k = 0 AND c = " + i);
        c.q("INSERT INTO %t (k, c, v) VALUES (1, 16, 'older than the deletion') USING TIMESTAMP 1600000000000000").flush();

        c = add("generations_compacted").full().q("CREATE TABLE %t (k int, c int, v text, m map<text, int>, PRIMARY KEY (k, c)) WITH gc_grace_seconds = 315360000");
        for (int g = 0; g < 3; g++) {
            for (int i = 0; i < 20; i++) c.q("INSERT INTO %t (k, c, v, m) VALUES (" + i % 4 + ", " + (i + g * 5) + ", 'g" + g + "', {'g" + g + "': " + g + "})" + c.using());
            c.q("DELETE FROM %t" + c.using() + " WHERE k = " + g + " AND c >= " + g * 3 + " AND c < " + (g * 3 + 6)).flush();
        }
        c.compact();

        c = add("generations_purged").q("CREATE TABLE %t (k int, c int, v text, PRIMARY KEY (k, c)) WITH gc_grace_seconds = 0");
        for (int i = 0; i < 20; i++) c.q("INSERT INTO %t (k, c, v) VALUES (" + i % 4 + ", " + i + ", 'x')" + c.using());
        c.flush().q("DELETE FROM %t" + c.using() + " WHERE k = 1", "DELETE FROM %t" + c.using() + " WHERE k = 2 AND c > 5").flush();
        c.steps.add("@sleep");
        c.compact();

        c = add("generations_leveled").q("CREATE TABLE %t (k int PRIMARY KEY, v text) WITH compaction = {'class': 'LeveledCompactionStrategy', 'sstable_size_in_mb': '1'}");
        for (int g = 0; g < 2; g++) { for (int i = 0; i < 30; i++) c.q("INSERT INTO %t (k, v) VALUES (" + (i + g * 10) + ", 'g" + g + "')" + c.using()); c.flush(); }
        c.compact();

        if (since(500)) {
            c = add("generations_uuid").full().q("CREATE TABLE %t (k int PRIMARY KEY, v text)");
            c.uuidIds = true;
            for (int g = 0; g < 2; g++) { for (int i = 0; i < 20; i++) c.q("INSERT INTO %t (k, v) VALUES (" + (i + g * 10) + ", 'g" + g + "')" + c.using()); c.flush(); }
        }
    }

    // ---- what compaction writes: 6.0 has a writer of its own for it (SSTableCursorWriter: BIG, neither collections nor counters, and no table with indexes)

    private void compacted() {
        if (!since(500)) return;
        String grace = "gc_grace_seconds = 630720000", table = "CREATE TABLE %t (k int, c int, s text static, v text, w int, PRIMARY KEY (k, c)) WITH " + grace;
        Case c = add("compacted_cells").full().q(table);
        for (int i = 0; i < 24; i++) c.q("INSERT INTO %t (k, c, v, w) VALUES (" + i % 4 + ", " + i + ", 'v" + i + "', " + i + ")" + c.using());
        c.q("UPDATE %t" + c.using() + " SET s = 'static' WHERE k = 1", "UPDATE %t" + c.using() + " SET s = 'static' WHERE k = 2").flush();
        for (int i = 0; i < 24; i += 3) c.q("DELETE v FROM %t" + c.using() + " WHERE k = " + i % 4 + " AND c = " + i, "UPDATE %t" + c.using() + " SET w = null WHERE k = " + i % 4 + " AND c = " + (i + 1));
        c.q("DELETE s FROM %t" + c.using() + " WHERE k = 2", "DELETE FROM %t" + c.using() + " WHERE k = 3 AND c = 7", "DELETE FROM %t" + c.using() + " WHERE k = 9", "DELETE v, w FROM %t" + c.using() + " WHERE k = 10 AND c = 1").flush().compact();

        c = add("compacted_ttl").full().q(table);
        for (int i = 0; i < 12; i++) c.q("INSERT INTO %t (k, c, v, w) VALUES (" + i % 3 + ", " + i + ", 'v', 1) USING TTL " + (i % 2 == 0 ? "1" : "315360000") + " AND TIMESTAMP " + c.ts());
        for (int i = 0; i < 12; i += 2) c.q("UPDATE %t USING TTL " + (i % 4 == 0 ? "1" : "157680000") + " AND TIMESTAMP " + c.ts() + " SET v = 'again' WHERE k = " + i % 3 + " AND c = " + (i + 1));
        c.q("UPDATE %t USING TTL 1 AND TIMESTAMP " + c.ts() + " SET s = 'soon' WHERE k = 1", "UPDATE %t USING TTL 1 AND TIMESTAMP " + c.ts() + " SET v = 'alone' WHERE k = 5 AND c = 5").flush();
        c.q("INSERT INTO %t (k, c, w) VALUES (1, 1, 7)" + c.using()).flush();
        c.steps.add("@sleep");
        c.steps.add("@sleep");
        c.compact();

        c = add("compacted_ranges").full().q(table);
        for (int i = 0; i < 40; i++) c.q("INSERT INTO %t (k, c, v) VALUES (" + i % 4 + ", " + i + ", 'v')" + c.using());
        c.q("DELETE FROM %t" + c.using() + " WHERE k = 0 AND c > 4 AND c <= 20", "DELETE FROM %t" + c.using() + " WHERE k = 1 AND c >= 30").flush();
        c.q("DELETE FROM %t" + c.using() + " WHERE k = 0 AND c >= 12 AND c < 33", "DELETE FROM %t" + c.using() + " WHERE k = 1 AND c < 30", "DELETE FROM %t" + c.using() + " WHERE k = 7 AND c > 1 AND c < 5", "UPDATE %t" + c.using() + " SET s = 's' WHERE k = 1").flush().compact();

        // blocks of the row index: a last one of rows, of a single row, none at all behind those of full size, and ranges open between two
        c = add("compacted_wide").full().q(table);
        Random r = random(c.name);
        int[] rows = {200, 57, 40, 120, 23};
        for (int half = 0; half < 2; half++) {
            for (int p = 0; p < rows.length; p++)
                for (int i = half; i < rows[p]; i += 2) c.q("INSERT INTO %t (k, c, v) VALUES (" + p + ", " + i + ", '" + Types.words(r, 12) + "')" + c.using());
            c.q("UPDATE %t" + c.using() + " SET s = '" + "static ".repeat(20) + "' WHERE k = " + half, "DELETE FROM %t USING TIMESTAMP " + (1690000000000000L + half) + " WHERE k = 3 AND c > " + half * 30 + " AND c < 100").flush();
        }
        c.compact();
        c = add("compacted_wide_rows").q("CREATE TABLE %t (k int, c int, b blob, PRIMARY KEY (k, c)) WITH " + grace);
        r = random(c.name);
        for (int i = 0; i < 10; i++) { c.q("INSERT INTO %t (k, c, b) VALUES (" + i % 2 + ", " + i + ", " + Types.hex(r, 4500) + ")" + c.using()); if (i == 4) c.flush(); }
        c.flush().compact();

        c = add("compacted_complex").full().q("CREATE TYPE corpus.%n_pair (a int, b text)", "CREATE TABLE %t (k int, c int, s set<int> static, m map<text, int>, l list<text>, u %n_pair, PRIMARY KEY (k, c)) WITH " + grace);
        for (int i = 0; i < 12; i++) c.q("INSERT INTO %t (k, c, m, l, u, s) VALUES (" + i % 3 + ", " + i + ", {'a': " + i + ", 'b': 2}, ['x', 'y'], {a: 1, b: 'b'}, {" + i + "})" + c.using());
        c.flush().q("DELETE m['a'] FROM %t" + c.using() + " WHERE k = 0 AND c = 3", "DELETE l FROM %t" + c.using() + " WHERE k = 1 AND c = 4", "UPDATE %t" + c.using() + " SET u.a = null, m = m + {'z': 26} WHERE k = 2 AND c = 5", "UPDATE %t" + c.using() + " SET s = s - {1} WHERE k = 1");
        c.q("UPDATE %t USING TTL 1 AND TIMESTAMP " + c.ts() + " SET m['soon'] = 1 WHERE k = 0 AND c = 0", "UPDATE %t USING TTL 315360000 AND TIMESTAMP " + c.ts() + " SET m['late'] = 1 WHERE k = 0 AND c = 0").flush();
        c.steps.add("@sleep");
        c.steps.add("@sleep");
        c.compact();

        c = add("compacted_counter").q("CREATE TABLE %t (k int, c int, s counter static, n counter, PRIMARY KEY (k, c)) WITH " + grace);
        for (int g = 0; g < 3; g++) { for (int i = 0; i < 8; i++) c.q("UPDATE %t SET n = n + " + (g * 100 + i) + ", s = s - 1 WHERE k = " + i % 3 + " AND c = " + i); c.q("DELETE n FROM %t WHERE k = 1 AND c = " + (1 + 3 * g)).flush(); }
        c.compact();

        // none of its columns, and of more than 64
        c = add("compacted_columns").full();
        StringJoiner defs = new StringJoiner(", ");
        for (int i = 0; i < 70; i++) defs.add(String.format("v%02d int", i));
        c.q("CREATE TABLE %t (k int PRIMARY KEY, " + defs + ") WITH " + grace);
        for (int i = 0; i < 20; i++) {
            c.q(String.format("INSERT INTO %%t (k, v%02d, v%02d) VALUES (%d, 1, 2)", i * 3, i * 3 + 7, i % 5) + c.using());
            if (i % 7 == 6) c.flush();
        }
        c.q("INSERT INTO %t (k) VALUES (9)" + c.using()).flush().compact();
    }

    // ---- tables of the old kind

    private void compactStorage() {
        Case c = add("compact_dense").full().optional().q("CREATE TABLE %t (k int, c int, v text, PRIMARY KEY (k, c)) WITH COMPACT STORAGE");
        for (int i = 0; i < 20; i++) c.q("INSERT INTO %t (k, c, v) VALUES (" + i % 4 + ", " + i + ", 'v" + i + "')" + c.using());
        c.q("DELETE FROM %t" + c.using() + " WHERE k = 1 AND c = 5", "DELETE FROM %t" + c.using() + " WHERE k = 2", "UPDATE %t USING TTL 315360000 AND TIMESTAMP " + c.ts() + " SET v = 'ttl' WHERE k = 3 AND c = 3").flush();

        // a dense table may leave the last clustering values out: they are null in the SSTable
        c = add("compact_null_clustering").full().optional().q("CREATE TABLE %t (k int, a text, b int, c text, v text, PRIMARY KEY (k, a, b, c)) WITH COMPACT STORAGE");
        c.q("INSERT INTO %t (k, a, v) VALUES (1, 'a', 'one')" + c.using(), "INSERT INTO %t (k, a, b, v) VALUES (1, 'a', 2, 'two')" + c.using(), "INSERT INTO %t (k, a, b, c, v) VALUES (1, 'a', 2, 'c', 'three')" + c.using(),
            "INSERT INTO %t (k, a, b, c, v) VALUES (1, '', 2, '', 'empty')" + c.using(), "INSERT INTO %t (k, a, b, v) VALUES (2, 'x', 1, 'y')" + c.using(), "DELETE FROM %t" + c.using() + " WHERE k = 1 AND a = 'z'").flush();

        c = add("compact_static").full().optional().q("CREATE TABLE %t (k text PRIMARY KEY, a int, b text, d blob) WITH COMPACT STORAGE");
        for (int i = 0; i < 12; i++) c.q("INSERT INTO %t (k, a" + (i % 2 == 0 ? ", b" : "") + (i % 3 == 0 ? ", d" : "") + ") VALUES ('k" + i + "', " + i + (i % 2 == 0 ? ", 'b'" : "") + (i % 3 == 0 ? ", 0xcafe" : "") + ")" + c.using());
        c.q("DELETE a FROM %t" + c.using() + " WHERE k = 'k1'").flush();

        c = add("compact_keys").optional().q("CREATE TABLE %t (k text, c int, PRIMARY KEY (k, c)) WITH COMPACT STORAGE");
        for (int i = 0; i < 12; i++) c.q("INSERT INTO %t (k, c) VALUES ('k" + i % 3 + "', " + i + ")" + c.using());
        c.flush();

        c = add("compact_counter").optional().q("CREATE TABLE %t (k text, c int, n counter, PRIMARY KEY (k, c)) WITH COMPACT STORAGE");
        for (int i = 0; i < 12; i++) c.q("UPDATE %t SET n = n + " + i + " WHERE k = 'k" + i % 3 + "' AND c = " + i % 4);
        c.flush();

        c = add("compact_desc").optional().q("CREATE TABLE %t (k text, a int, b timestamp, v text, PRIMARY KEY (k, a, b)) WITH COMPACT STORAGE AND CLUSTERING ORDER BY (a DESC, b DESC)");
        for (int i = 0; i < 12; i++) c.q("INSERT INTO %t (k, a" + (i % 4 == 0 ? "" : ", b") + ", v) VALUES ('k" + i % 3 + "', " + i % 2 + (i % 4 == 0 ? "" : ", " + i) + ", 'v')" + c.using());
        c.flush();
    }

    private void customTypes() {
        String m = "org.apache.cassandra.db.marshal.";
        Case c = add("custom_dynamic_composite").optional().q("CREATE TABLE %t (k int, c '" + m + "DynamicCompositeType(s => UTF8Type, i => Int32Type, b => BytesType)', v text, PRIMARY KEY (k, c))");
        c.q("INSERT INTO %t (k, c, v) VALUES (1, 's@abc:i@5', 'two')" + c.using(), "INSERT INTO %t (k, c, v) VALUES (1, 's@abc', 'one')" + c.using(), "INSERT INTO %t (k, c, v) VALUES (1, 'b@00ff:s@x', 'bytes')" + c.using(), "INSERT INTO %t (k, c, v) VALUES (2, 'i@-7', 'int')" + c.using()).flush();

        c = add("custom_composite").optional().q("CREATE TABLE %t (k '" + m + "CompositeType(UTF8Type, Int32Type)', c '" + m + "CompositeType(Int32Type, UTF8Type)', v '" + m + "CompositeType(LongType, BytesType)', PRIMARY KEY (k, c))");
        for (int i = 0; i < 8; i++) c.q("INSERT INTO %t (k, c, v) VALUES ('a" + i % 2 + ":5', '" + i + ":txt', '" + i + ":cafe')" + c.using());
        c.flush();

        c = add("custom_old_types").optional().q("CREATE TABLE %t (k '" + m + "LexicalUUIDType', c '" + m + "DateType', i '" + m + "IntegerType', a '" + m + "AsciiType', b '" + m + "BytesType', e '" + m + "EmptyType', u '" + m + "UTF8Type', PRIMARY KEY (k, c))");
        for (int i = 0; i < 6; i++) c.q("INSERT INTO %t (k, c, i, a, b, u) VALUES (" + String.format("'123e4567-e89b-42d3-a456-%012x'", i % 2) + ", '2015-05-03 13:30:0" + i + "+0000', " + i * 1000 + ", 'ascii', 0xcafe, 'ü')" + c.using());
        c.flush();

        c = add("custom_reversed").optional().q("CREATE TABLE %t (k int, v '" + m + "ReversedType(" + m + "Int32Type)', l list<'" + m + "LexicalUUIDType'>, PRIMARY KEY (k))");
        for (int i = 0; i < 4; i++) c.q("INSERT INTO %t (k, v) VALUES (" + i + ", " + i + ")" + c.using());
        c.flush();

        c = add("custom_dynamic_value").optional().q("CREATE TABLE %t (k int PRIMARY KEY, v '" + m + "DynamicCompositeType(s => UTF8Type, I => ReversedType(Int32Type))', w '" + m + "DynamicCompositeType(a => AsciiType)')");
        c.q("INSERT INTO %t (k, v, w) VALUES (1, 's@abc:UTF8Type@z', 'a@x:BytesType@00')" + c.using(), "INSERT INTO %t (k, v) VALUES (2, 'I@4:s@b')" + c.using()).flush();
    }

    private void newTypes() {
        if (since(500)) {
            Case c = add("vectors").full().q("CREATE TABLE %t (k int, c vector<int, 2>, f vector<float, 3>, t vector<text, 2>, n vector<frozen<list<int>>, 2>, d vector<double, 1>, v vector<vector<float, 2>, 2>, l list<frozen<vector<float, 2>>>, u vector<uuid, 2>, PRIMARY KEY (k, c))");
            for (int i = 0; i < 10; i++) c.q("INSERT INTO %t (k, c, f, t, n, d, v, l, u) VALUES (" + i % 3 + ", [" + i + ", " + -i + "], [0.5, -" + i + ", 1e10], ['', 'text " + i + "'], [[1, 2], []], [" + i / 8.0 + "], [[1, 2], [3, " + i + "]], [[1, 2], [0, 0]], [00000000-0000-4000-8000-000000000000, ffffffff-ffff-4fff-bfff-ffffffffffff])" + c.using());
            c.flush();
            c = add("vector_large").q("CREATE TABLE %t (k int PRIMARY KEY, v vector<float, 384>, w vector<smallint, 4>)");
            Random r = random("vector");
            for (int i = 0; i < 8; i++) { StringJoiner j = new StringJoiner(", "); for (int x = 0; x < 384; x++) j.add(Float.toString(r.nextFloat())); c.q("INSERT INTO %t (k, v, w) VALUES (" + i + ", [" + j + "], [1, -1, " + i + ", 300])" + c.using()); }
            c.flush();
            c = add("vector_key").q("CREATE TABLE %t (k vector<text, 2> PRIMARY KEY, v int)");
            for (int i = 0; i < 6; i++) c.q("INSERT INTO %t (k, v) VALUES (['a" + i + "', 'b'], 1)" + c.using());
            c.flush();
        }
    }

    // ---- the other partitioners

    private void partitioners() {
        for (String p : new String[]{"RandomPartitioner", "ByteOrderedPartitioner", "OrderPreservingPartitioner"}) {
            String tag = p.substring(0, p.indexOf("Partitioner")).toLowerCase();
            boolean text = tag.equals("orderpreserving");
            Case c = add(tag + "_simple").full().partitioner(p).q("CREATE TABLE %t (k text PRIMARY KEY, v int)");
            for (int i = 0; i < 60; i++) c.q("INSERT INTO %t (k, v) VALUES ('key " + i * 37 % 60 + (i % 9 == 0 ? " ü" : "") + "', " + i + ")" + c.using());
            c.flush();
            c = add(tag + "_wide").partitioner(p).q("CREATE TABLE %t (k text, c int, s int static, v text, PRIMARY KEY (k, c))");
            Random r = random(tag);
            for (int i = 0; i < 300; i++) c.q("INSERT INTO %t (k, c, s, v) VALUES ('k" + i % 2 + "', " + i + ", 1, '" + Types.words(r, 10) + "')" + c.using());
            c.q("DELETE FROM %t" + c.using() + " WHERE k = 'k0' AND c > 40 AND c < 250").flush();
            c = add(tag + "_composite").partitioner(p).q("CREATE TABLE %t (a text, b text, c int, v int, PRIMARY KEY ((a, b), c))");
            for (int i = 0; i < 40; i++) c.q("INSERT INTO %t (a, b, c, v) VALUES ('a" + i % 5 + "', '" + (i % 3 == 0 ? "" : "b" + i % 3) + "', " + i + ", 1)" + c.using());
            c.flush();
            if (!text) {
                c = add(tag + "_ints").partitioner(p).q("CREATE TABLE %t (k int PRIMARY KEY, v int)");
                for (int i = -30; i < 30; i++) c.q("INSERT INTO %t (k, v) VALUES (" + i * 100003 + ", " + i + ")" + c.using());
                c.flush();
                c = add(tag + "_uuids").partitioner(p).q("CREATE TABLE %t (k uuid PRIMARY KEY, v int)");
                for (int i = 0; i < 40; i++) c.q("INSERT INTO %t (k, v) VALUES (" + new UUID(r.nextLong(), r.nextLong()) + ", " + i + ")" + c.using());
                c.flush();
            }
            c = add(tag + "_generations").partitioner(p).q("CREATE TABLE %t (k text PRIMARY KEY, v int)");
            for (int g = 0; g < 2; g++) { for (int i = 0; i < 20; i++) c.q("INSERT INTO %t (k, v) VALUES ('k" + (i + g * 10) + "', " + g + ")" + c.using()); c.q("DELETE FROM %t" + c.using() + " WHERE k = 'k3'").flush(); }
        }
    }

    // ---- secondary indexes, views, the schema's own tables

    private void indexes() {
        Case c = add("index_local").full().q("CREATE TABLE %t (k int, c int, v text, n int, PRIMARY KEY (k, c))", "CREATE INDEX %n_v ON %t (v)", "CREATE INDEX %n_n ON %t (n)");
        for (int i = 0; i < 40; i++) c.q("INSERT INTO %t (k, c, v, n) VALUES (" + i % 6 + ", " + i + ", 'v" + i % 4 + "', " + i % 5 + ")" + c.using());
        c.q("DELETE FROM %t" + c.using() + " WHERE k = 2 AND c = 2").flush();
        c = add("index_collections").q("CREATE TABLE %t (k int PRIMARY KEY, m map<text, int>, e set<int>, l list<int>)", "CREATE INDEX %n_keys ON %t (keys(m))", "CREATE INDEX %n_e ON %t (e)", "CREATE INDEX %n_l ON %t (values(l))");
        for (int i = 0; i < 15; i++) c.q("INSERT INTO %t (k, m, e, l) VALUES (" + i + ", {'a': " + i + ", 'b" + i % 3 + "': 1}, {" + i % 4 + ", 9}, [" + i % 2 + "])" + c.using());
        c.flush();
        c = add("views").full().optional().q("CREATE TABLE %t (k int, c int, v text, n int, PRIMARY KEY (k, c))", "CREATE MATERIALIZED VIEW corpus.%n_by_v AS SELECT * FROM %t WHERE v IS NOT NULL AND k IS NOT NULL AND c IS NOT NULL PRIMARY KEY (v, k, c)");
        c.tables.addAll(List.of("views", "views_by_v"));
        for (int i = 0; i < 30; i++) c.q("INSERT INTO %t (k, c, v, n) VALUES (" + i % 3 + ", " + i + ", 'v" + i % 4 + "', 1)" + c.using());
        for (int i = 0; i < 30; i += 4) c.q("UPDATE %t" + c.using() + " SET v = 'changed' WHERE k = " + i % 3 + " AND c = " + i);
        c.q("DELETE FROM %t" + c.using() + " WHERE k = 1 AND c = 1").flush();
        if (since(500)) {
            c = add("index_sai").optional().q("CREATE TABLE %t (k int PRIMARY KEY, v text, n int, f vector<float, 3>)", "CREATE INDEX %n_v ON %t (v) USING 'sai'", "CREATE INDEX %n_n ON %t (n) USING 'sai'", "CREATE INDEX %n_f ON %t (f) USING 'sai'");
            for (int i = 0; i < 40; i++) c.q("INSERT INTO %t (k, v, n, f) VALUES (" + i + ", 'v" + i % 4 + "', " + i % 5 + ", [1, " + i + ", 0.5])" + c.using());
            c.flush();
        }
        // What the cases above left in the schema: Cassandra's own tables, under LocalPartitioner.
        c = add("system_schema").full();
        c.select = false;
        c.tables.addAll(List.of("system_schema.keyspaces", "system_schema.tables", "system_schema.columns", "system_schema.types", "system_schema.indexes", "system_schema.dropped_columns", "system_schema.views", "system.local"));
        c.flush();
    }
}
