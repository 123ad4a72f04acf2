import java.util.*;

/** A table with data, all of it drawn from one seed (and from what the release can do). */
final class RandomCase {
    private final Random r;
    private final int release;
    private final String letter;
    private final Case c;
    private int udts;

    private RandomCase(long seed, int release, String letter, String name) {
        r = new Random(seed * 0x9E3779B97F4A7C15L + 17);
        this.release = release; this.letter = letter;
        c = new Case(name);
    }

    static Case make(long seed, int release, String letter, String name) { return new RandomCase(seed, release, letter, name).build(); }

    private boolean in(int n) { return r.nextInt(n) == 0; }

    private Types.T simple(boolean key) {
        while (true) {
            String n = Types.NATIVE.get(r.nextInt(Types.NATIVE.size()));
            if (n.equals("duration") && (key || release < 311)) continue;
            return new Types.Native(n);
        }
    }

    private Types.T type(int depth, boolean key, boolean frozen) {
        if (depth <= 0 || r.nextInt(3) != 0) return simple(key);
        boolean freeze = frozen || key || in(3);
        switch (r.nextInt(release >= 500 ? 6 : 5)) {
            case 0: return new Types.Made("list", freeze, null, 0, List.of(type(depth - 1, key, true)));
            case 1: return new Types.Made("set", freeze, null, 0, List.of(type(depth - 1, true, true)));
            case 2: return new Types.Made("map", freeze, null, 0, List.of(type(depth - 1, true, true), type(depth - 1, key, true)));
            case 3: {
                List<Types.T> of = new ArrayList<>();
                for (int i = 1 + r.nextInt(4); i > 0; i--) of.add(type(depth - 1, key, true));
                return new Types.Made("tuple", true, null, 0, of);
            }
            case 4: {
                List<Types.T> of = new ArrayList<>();
                for (int i = 1 + r.nextInt(5); i > 0; i--) of.add(type(depth - 1, key, true));
                String name = "%n_u" + udts++;
                StringJoiner j = new StringJoiner(", ");
                for (int i = 0; i < of.size(); i++) j.add("f" + i + " " + of.get(i));
                c.q("CREATE TYPE corpus." + name + " (" + j + ")");
                return new Types.Made("udt", freeze || release < 307, name, 0, of);
            }
            default: return new Types.Made("vector", true, null, 1 + r.nextInt(5), List.of(type(depth - 1, key, true)));
        }
    }

    private static final class Column { final String name; final Types.T type; final List<String> pool = new ArrayList<>(); Column(String n, Types.T t) { name = n; type = t; } }

    private List<Column> columns(String prefix, int n, boolean key, int depth) {
        List<Column> out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Column k = new Column(prefix + i, type(depth, key, key));
            if (key) for (int j = 2 + r.nextInt(7); j > 0; j--) {
                String l = k.type.literal(r);
                if (!l.equals("{}") && !(n == 1 && prefix.equals("p") && (l.equals("''") || l.equals("0x") || l.equals("[]")))) k.pool.add(l); // {} is a set's or a map's; a whole key is not empty
            }
            if (key && k.pool.isEmpty()) k.pool.add(k.type.literal(r));
            out.add(k);
        }
        return out;
    }

    private String options() {
        List<String> o = new ArrayList<>();
        if (in(4)) o.add("bloom_filter_fp_chance = " + new String[]{"1.0", "0.1", "0.001"}[r.nextInt(3)]);
        String[] chunk = {"4", "16", "64"};
        List<String> kinds = new ArrayList<>(List.of("LZ4Compressor", "LZ4Compressor", "SnappyCompressor", "DeflateCompressor", ""));
        if (release >= 400) { kinds.add("ZstdCompressor"); kinds.add("NoopCompressor"); }
        String kind = kinds.get(r.nextInt(kinds.size()));
        o.add(kind.isEmpty() ? "compression = {'enabled': 'false'}" : "compression = {'class': '" + kind + "', 'chunk_length_in_kb': '" + chunk[r.nextInt(3)] + "'}");
        return String.join(" AND ", o);
    }

    private Case build() {
        if (in(10)) return counters();
        List<Column> pk = columns("p", 1 + r.nextInt(3) / 2 + r.nextInt(2), true, 1);
        List<Column> ck = columns("c", in(4) ? 0 : 1 + r.nextInt(3), true, 1);
        List<Column> st = ck.isEmpty() || in(2) ? new ArrayList<>() : columns("s", 1 + r.nextInt(3), false, 2);
        List<Column> rg = columns("v", in(8) ? 0 : in(10) ? 60 + r.nextInt(12) : 1 + r.nextInt(9), false, 3);
        StringJoiner defs = new StringJoiner(", ");
        for (Column k : pk) defs.add(k.name + " " + k.type);
        for (Column k : ck) defs.add(k.name + " " + k.type);
        for (Column k : st) defs.add(k.name + " " + k.type + " static");
        for (Column k : rg) defs.add(k.name + " " + k.type);
        StringJoiner order = new StringJoiner(", ", "CLUSTERING ORDER BY (", ") AND ");
        // 3.x refuses literals of reversed collections
        boolean[] desc = new boolean[ck.size()];
        for (int i = 0; i < ck.size(); i++) { desc[i] = in(3) && (release >= 400 || ck.get(i).type instanceof Types.Native); order.add(ck.get(i).name + (desc[i] ? " DESC" : " ASC")); }
        c.q("CREATE TABLE %t (" + defs + ", PRIMARY KEY ((" + names(pk) + ")" + (ck.isEmpty() ? "" : ", " + names(ck)) + ")) WITH " + (ck.isEmpty() ? "" : order.toString()) + options());

        int partitions = 1 + r.nextInt(10), rows = 3 + r.nextInt(ck.isEmpty() ? 10 : 60);
        List<String[]> keys = new ArrayList<>();
        for (int i = 0; i < partitions; i++) keys.add(pick(pk));
        boolean deletes = in(3) ? false : true;
        for (int g = 1 + r.nextInt(3); g > 0; g--) {
            for (int i = 0; i < rows; i++) statement(pk, ck, st, rg, keys.get(r.nextInt(keys.size())), deletes);
            c.flush();
        }
        if (!ck.isEmpty() && in(6)) wide(pk, ck, rg, keys.get(0));
        return c;
    }

    private void wide(List<Column> pk, List<Column> ck, List<Column> rg, String[] key) {
        Column last = ck.get(ck.size() - 1);
        for (int i = 0; i < 300; i++) {
            last.pool.clear(); last.pool.add(last.type.literal(r));
            c.q("INSERT INTO %t (" + names(pk) + ", " + names(ck) + more(rg) + ") VALUES (" + String.join(", ", key) + ", " + String.join(", ", pick(ck)) + values(rg, "") + ")" + c.using());
        }
        c.flush();
    }

    private static String more(List<Column> l) { return l.isEmpty() ? "" : ", " + names(l); }
    private String values(List<Column> l, String none) { StringBuilder b = new StringBuilder(); for (Column k : l) b.append(", ").append(value(k)); return b.length() == 0 ? none : b.toString(); }

    private static String names(List<Column> l) { StringJoiner j = new StringJoiner(", "); for (Column k : l) j.add(k.name); return j.toString(); }
    private String[] pick(List<Column> l) { String[] a = new String[l.size()]; for (int i = 0; i < a.length; i++) { List<String> p = l.get(i).pool; a[i] = p.get(r.nextInt(p.size())); } return a; }
    private String value(Column k) {
        if (in(10)) return "null";
        String e = k.type.empty(release);
        return e != null && in(15) ? e : k.type.literal(r);
    }
    private static String where(List<Column> l, String[] v, int n) { StringJoiner j = new StringJoiner(" AND "); for (int i = 0; i < n; i++) j.add(l.get(i).name + " = " + v[i]); return j.toString(); }

    /** Ten years: before 2038 for those that cannot store more. Or one second: past when anybody looks. */
    private String ttl() { return in(5) ? (in(3) ? " AND TTL 1" : " AND TTL " + (315360000 + r.nextInt(1000))) : ""; }

    private void statement(List<Column> pk, List<Column> ck, List<Column> st, List<Column> rg, String[] key, boolean deletes) {
        String partition = where(pk, key, pk.size());
        String[] cl = pick(ck);
        String row = ck.isEmpty() ? partition : partition + " AND " + where(ck, cl, ck.size());
        List<Column> some = new ArrayList<>();
        for (Column k : rg) if (!in(3)) some.add(k);
        int what = r.nextInt(deletes ? 20 : 14);
        if (what < 9 || rg.isEmpty() && what < 13) {
            c.q("INSERT INTO %t (" + names(pk) + (ck.isEmpty() ? "" : ", " + names(ck)) + more(some) + ") VALUES (" + String.join(", ", key)
                + (ck.isEmpty() ? "" : ", " + String.join(", ", cl)) + values(some, "") + ")" + c.using() + ttl());
        } else if (what < 12 || rg.isEmpty() && st.isEmpty() && what < 14) {
            if (some.isEmpty()) return;
            StringJoiner j = new StringJoiner(", ");
            for (Column k : some) j.add(assign(k));
            c.q("UPDATE %t" + c.using() + ttl() + " SET " + j + " WHERE " + row);
        } else if (what < 14) {
            if (st.isEmpty()) return;
            StringJoiner j = new StringJoiner(", ");
            for (Column k : st) j.add(assign(k));
            c.q("UPDATE %t" + c.using() + ttl() + " SET " + j + " WHERE " + partition);
        } else if (what == 14) c.q("DELETE FROM %t" + c.using() + " WHERE " + (in(2) ? partition : row));
        else if (what == 15 && !rg.isEmpty()) c.q("DELETE " + rg.get(r.nextInt(rg.size())).name + " FROM %t" + c.using() + " WHERE " + row);
        else if (what == 16 && !st.isEmpty()) c.q("DELETE " + st.get(r.nextInt(st.size())).name + " FROM %t" + c.using() + " WHERE " + partition);
        else if (what == 17 || ck.isEmpty()) c.q("DELETE FROM %t" + c.using() + " WHERE " + row);
        else {
            int n = r.nextInt(ck.size());
            String head = n == 0 ? partition : partition + " AND " + where(ck, cl, n);
            Column k = ck.get(n);
            String lo = k.name + (in(2) ? " > " : " >= ") + cl[n], hi = k.name + (in(2) ? " < " : " <= ") + k.pool.get(r.nextInt(k.pool.size()));
            c.q("DELETE FROM %t" + c.using() + " WHERE " + head + " AND " + (in(3) ? lo : in(2) ? hi : lo + " AND " + hi));
        }
    }

    private String assign(Column k) {
        if (k.type.complex() && !in(3)) {
            Types.Made m = (Types.Made) k.type;
            String e = m.kind.equals("udt") ? null : m.element(r);
            switch (m.kind) {
                case "list": return in(2) ? k.name + " = " + k.name + " + [" + e + "]" : k.name + " = [" + e + "] + " + k.name;
                case "set": return k.name + " = " + k.name + (in(3) ? " - {" : " + {") + e + "}";
                case "map": return in(2) ? k.name + " = " + k.name + " + {" + e + "}" : k.name + "[" + m.of.get(0).literal(r) + "] = " + (in(4) ? "null" : m.of.get(1).literal(r));
                default: int f = r.nextInt(m.of.size()); return k.name + ".f" + f + " = " + m.of.get(f).literal(r);
            }
        }
        return k.name + " = " + value(k);
    }

    private Case counters() {
        List<Column> pk = columns("p", 1, true, 0), ck = columns("c", r.nextInt(3), true, 0);
        int n = 1 + r.nextInt(3);
        boolean stat = !ck.isEmpty() && in(2);
        StringJoiner defs = new StringJoiner(", ");
        for (Column k : pk) defs.add(k.name + " " + k.type);
        for (Column k : ck) defs.add(k.name + " " + k.type);
        if (stat) defs.add("s0 counter static");
        for (int i = 0; i < n; i++) defs.add("v" + i + " counter");
        c.q("CREATE TABLE %t (" + defs + ", PRIMARY KEY ((" + names(pk) + ")" + (ck.isEmpty() ? "" : ", " + names(ck)) + ")) WITH " + options());
        for (int g = 1 + r.nextInt(2); g > 0; g--) {
            for (int i = 0; i < 20; i++) {
                String p = where(pk, pick(pk), 1), row = ck.isEmpty() ? p : p + " AND " + where(ck, pick(ck), ck.size());
                int v = r.nextInt(n);
                if (stat && in(4)) c.q("UPDATE %t SET s0 = s0 + " + r.nextInt(1000) + " WHERE " + p);
                else if (in(8)) c.q("DELETE v" + v + " FROM %t WHERE " + row);
                else c.q("UPDATE %t SET v" + v + " = v" + v + (in(3) ? " - " : " + ") + r.nextInt(100000) + " WHERE " + row);
            }
            c.flush();
        }
        return c;
    }
}
