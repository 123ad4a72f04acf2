import java.math.BigInteger;
import java.util.*;

/** CQL types and literals of theirs, drawn from a seeded generator. Knows nothing of Cassandra's classes. */
final class Types {
    private Types() {}

    static abstract class T {
        abstract String cql();
        abstract String literal(Random r);
        /** May it stand in a key, in a set, or as a map's key? */
        boolean keyable() { return true; }
        /** A multi-cell (not frozen) collection or user type. */
        boolean complex() { return false; }
        /** A literal of zero bytes, or null where the type has none. */
        String empty(int release) { return null; }
        @Override public String toString() { return cql(); }
    }

    static final List<String> NATIVE = List.of("ascii", "bigint", "blob", "boolean", "date", "decimal", "double", "duration", "float", "inet", "int",
            "smallint", "text", "time", "timestamp", "timeuuid", "tinyint", "uuid", "varchar", "varint");

    /** Literals at the edges of each type's domain; the first ones are ordinary. */
    static List<String> edges(String type) {
        switch (type) {
            case "ascii": return List.of("'abc'", "'it''s'", "'\"q\" \\ /'", "' '", "'~!@#$%^&*()'", "'\u0001\u001f\u007f'", "'line\nbreak\ttab'", "''");
            case "text": case "varchar": return List.of("'abc'", "'it''s'", "'\"q\" \\ /'", "'grüße 日本語'", "'\uD83D\uDE00 emoji'", "'a\u0000b'", "'line\r\nbreak\ttab'", "'</script> \u2028'", "'a:b@c'", "''");
            case "bigint": return List.of("1", "-1", "0", "9223372036854775807", "-9223372036854775808", "4294967296");
            case "blob": return List.of("0x01", "0x00", "0xff", "0xdeadbeefcafe", "0x000102030405060708090a0b0c0d0e0f1011", "0x");
            case "boolean": return List.of("true", "false");
            case "date": return List.of("'2015-05-03'", "'1970-01-01'", "'0001-01-01'", "'1969-12-31'", "'9999-12-31'", "'2024-02-29'", "'-0044-03-15'", "0", "4294967295");
            case "decimal": return List.of("1.5", "-1.5", "0", "0.0", "123456789012345678901234567890.123456789", "1E+20", "1E-20", "-9.99E+100", "100", "1.10");
            case "double": return List.of("1.5", "-1.5", "0.0", "-0.0", "NaN", "Infinity", "-Infinity", "1.7976931348623157E308", "4.9E-324", "1E7", "0.001", "123456789.125", "1E-5");
            case "duration": return List.of("1mo2d3h", "-1mo2d3h", "12h30m", "1y2mo3w4d5h6m7s8ms9us10ns", "0s", "P1Y2M3DT4H5M6S", "-2147483647mo2147483647d9223372036854775807ns", "14d");
            case "float": return List.of("1.5", "-1.5", "0.0", "-0.0", "NaN", "Infinity", "-Infinity", "3.4028235E38", "1.4E-45", "1E7", "0.001", "16777216", "1E-5");
            case "inet": return List.of("'127.0.0.1'", "'0.0.0.0'", "'255.255.255.255'", "'::1'", "'2001:db8::ff00:42:8329'", "'fe80::1'");
            case "int": return List.of("1", "-1", "0", "2147483647", "-2147483648", "65536");
            case "smallint": return List.of("1", "-1", "0", "32767", "-32768");
            case "time": return List.of("'08:12:54'", "'00:00:00'", "'23:59:59.999999999'", "'12:00:00.5'", "'00:00:00.000000001'", "'08:12:54.123'");
            case "timestamp": return List.of("'2015-05-03 13:30:54.234+0000'", "0", "-1", "1700000000000", "253402300799999", "-62135596800000", "1", "'2024-02-29'");
            case "timeuuid": return List.of("50554d6e-29bb-11e5-b345-feff819cdc9f", "00000000-0000-1000-8000-000000000000", "ffffffff-ffff-1fff-bfff-ffffffffffff", "13814000-1dd2-11b2-8080-808080808080", "d2177dd0-eaa2-11de-a572-001b779c76e3", "d2177dd0-eaa2-11de-a572-001b779c76e4");
            case "tinyint": return List.of("1", "-1", "0", "127", "-128");
            case "uuid": return List.of("123e4567-e89b-42d3-a456-426614174000", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "50554d6e-29bb-11e5-b345-feff819cdc9f", "d2177dd0-eaa2-31de-a572-001b779c76e3", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
            case "varint": return List.of("1", "-1", "0", "127", "128", "-128", "-129", "170141183460469231731687303715884105728", "-99999999999999999999999999999999999999999999");
            default: throw new IllegalArgumentException(type);
        }
    }

    static final String[] WORDS = {"alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet", "kilo", "lima", "mike", "née", "öl", "papá"};

    static String words(Random r, int n) {
        StringJoiner j = new StringJoiner(" ");
        for (int i = 0; i < n; i++) j.add(WORDS[r.nextInt(WORDS.length)]);
        return j.toString();
    }

    static String hex(Random r, int n) {
        StringBuilder b = new StringBuilder("0x");
        for (int i = 0; i < n; i++) b.append(String.format("%02x", r.nextInt(256)));
        return b.toString();
    }

    static final class Native extends T {
        final String name;
        Native(String name) { this.name = name; }
        @Override String cql() { return name; }
        @Override boolean keyable() { return !name.equals("duration"); }
        @Override String empty(int release) {
            switch (name) {
                case "ascii": case "text": case "varchar": return "''";
                case "blob": return "0x";
                case "date": case "time": case "smallint": case "tinyint": case "duration": return null;
                case "boolean": return null; // sstabledump fails on it
                default: return (release >= 500 ? "blob_as_" + name : "blobAs" + Character.toUpperCase(name.charAt(0)) + name.substring(1)) + "(0x)";
            }
        }
        @Override String literal(Random r) {
            if (r.nextInt(6) == 0) { List<String> e = edges(name); return e.get(r.nextInt(e.size())); }
            switch (name) {
                case "ascii": return "'" + WORDS[r.nextInt(13)] + r.nextInt(1000) + "'";
                case "text": case "varchar": return "'" + words(r, 1 + r.nextInt(4)) + "'";
                case "bigint": return Long.toString(r.nextLong() >> r.nextInt(64));
                case "blob": return hex(r, r.nextInt(20));
                case "boolean": return Boolean.toString(r.nextBoolean());
                case "date": return String.format("'%04d-%02d-%02d'", 1900 + r.nextInt(200), 1 + r.nextInt(12), 1 + r.nextInt(28));
                case "decimal": return new java.math.BigDecimal(new BigInteger(1 + r.nextInt(90), r), r.nextInt(20) - 5).toString();
                case "double": return finite(Double.toString(Double.longBitsToDouble(r.nextLong())));
                case "float": return finite(Float.toString(Float.intBitsToFloat(r.nextInt())));
                case "duration": return (r.nextInt(4) == 0 ? "-" : "") + (1 + r.nextInt(20)) + "mo" + r.nextInt(40) + "d" + r.nextInt(100) + "h" + r.nextInt(1000) + "ms";
                case "inet": return r.nextBoolean() ? "'10." + r.nextInt(256) + "." + r.nextInt(256) + "." + r.nextInt(256) + "'" : String.format("'2001:db8:%x:%x::%x'", r.nextInt(65536), r.nextInt(65536), r.nextInt(65536));
                case "int": return Integer.toString(r.nextInt() >> r.nextInt(32));
                case "smallint": return Integer.toString((short) r.nextInt());
                case "time": return String.format("'%02d:%02d:%02d.%09d'", r.nextInt(24), r.nextInt(60), r.nextInt(60), r.nextInt(1000000000));
                case "timestamp": return Long.toString(1400000000000L + (r.nextLong() >>> 24) % 400000000000L);
                case "timeuuid": return String.format("%08x-%04x-1%03x-%04x-%012x", r.nextInt(), r.nextInt(65536), 0x1e0 + r.nextInt(16), 0x8000 | r.nextInt(0x4000), r.nextLong() >>> 16);
                case "tinyint": return Integer.toString((byte) r.nextInt());
                case "uuid": return new UUID(r.nextLong() & ~0xf000L | 0x4000L, r.nextLong() & 0x3fffffffffffffffL | Long.MIN_VALUE).toString();
                case "varint": return new BigInteger(1 + r.nextInt(120), r).multiply(BigInteger.valueOf(r.nextBoolean() ? 1 : -1)).toString();
                default: throw new IllegalArgumentException(name);
            }
        }
        private static String finite(String s) { return s.equals("NaN") || s.contains("Inf") ? "0.25" : s; }
    }

    /** list, set, map, tuple, vector or a user type; frozen or not. */
    static final class Made extends T {
        final String kind; final List<T> of; final boolean frozen; final String name; final int size;
        Made(String kind, boolean frozen, String name, int size, List<T> of) { this.kind = kind; this.frozen = frozen; this.name = name; this.size = size; this.of = of; }
        @Override String cql() {
            StringJoiner j = new StringJoiner(", ", kind + "<", ">");
            if (kind.equals("udt")) return frozen ? "frozen<" + name + ">" : name;
            if (kind.equals("vector")) return "vector<" + of.get(0).cql() + ", " + size + ">";
            for (T t : of) j.add(t.cql());
            return frozen ? "frozen<" + j + ">" : j.toString();
        }
        @Override boolean keyable() { for (T t : of) if (!t.keyable()) return false; return !complex(); }
        @Override boolean complex() { return !frozen && !kind.equals("tuple") && !kind.equals("vector"); }
        String element(Random r) { return kind.equals("map") ? of.get(0).literal(r) + ": " + of.get(1).literal(r) : of.get(0).literal(r); }
        @Override String literal(Random r) {
            int n = r.nextInt(4);
            StringJoiner j;
            switch (kind) {
                case "list": j = new StringJoiner(", ", "[", "]"); for (int i = 0; i < n; i++) j.add(of.get(0).literal(r)); return j.toString();
                case "set": j = new StringJoiner(", ", "{", "}"); for (int i = 0; i < n; i++) j.add(of.get(0).literal(r)); return j.toString();
                case "map": j = new StringJoiner(", ", "{", "}"); for (int i = 0; i < n; i++) j.add(element(r)); return j.toString();
                case "tuple": j = new StringJoiner(", ", "(", ")"); for (T t : of) j.add(r.nextInt(8) == 0 ? "null" : t.literal(r)); return j.toString();
                case "vector": j = new StringJoiner(", ", "[", "]"); for (int i = 0; i < size; i++) j.add(of.get(0).literal(r)); return j.toString();
                default:
                    j = new StringJoiner(", ", "{", "}");
                    for (int i = 0; i < of.size(); i++) if (r.nextInt(6) != 0) j.add("f" + i + ": " + (r.nextInt(8) == 0 ? "null" : of.get(i).literal(r)));
                    return j.toString().equals("{}") ? "{f0: " + of.get(0).literal(r) + "}" : j.toString();
            }
        }
    }
}
