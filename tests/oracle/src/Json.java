import java.util.*;

/** Enough of JSON to write the records of this harness; maps keep their order. */
final class Json {
    private Json() {}

    static Map<String, Object> object(Object... pairs) {
        Map<String, Object> m = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) m.put((String) pairs[i], pairs[i + 1]);
        return m;
    }

    static String write(Object o) { StringBuilder b = new StringBuilder(); write(b, o, -1); return b.toString(); }
    /** With one space a level. */
    static String pretty(Object o) { StringBuilder b = new StringBuilder(); write(b, o, 0); return b.append('\n').toString(); }

    private static void line(StringBuilder b, int depth) { if (depth >= 0) { b.append('\n'); for (int i = 0; i < depth; i++) b.append(' '); } }

    private static boolean flat(Collection<?> c) { for (Object o : c) if (o instanceof Map || o instanceof Collection) return false; return true; }

    private static void write(StringBuilder b, Object o, int depth) {
        if (o instanceof Map) {
            Map<?, ?> m = (Map<?, ?>) o;
            int inner = depth < 0 || flat(m.values()) && m.size() <= 3 ? -1 : depth + 1;
            b.append('{');
            boolean first = true;
            for (Map.Entry<?, ?> e : m.entrySet()) {
                if (!first) b.append(inner < 0 ? ", " : ",");
                first = false;
                line(b, inner);
                string(b, e.getKey().toString());
                b.append(": ");
                write(b, e.getValue(), inner);
            }
            if (!m.isEmpty()) line(b, inner < 0 ? -1 : depth);
            b.append('}');
        } else if (o instanceof Collection) {
            Collection<?> c = (Collection<?>) o;
            int inner = depth < 0 || flat(c) && c.size() <= 8 ? -1 : depth + 1;
            b.append('[');
            boolean first = true;
            for (Object e : c) {
                if (!first) b.append(inner < 0 ? ", " : ",");
                first = false;
                line(b, inner);
                write(b, e, inner);
            }
            if (!c.isEmpty()) line(b, inner < 0 ? -1 : depth);
            b.append(']');
        } else if (o == null || o instanceof Number || o instanceof Boolean) b.append(o);
        else string(b, o.toString());
    }

    private static void string(StringBuilder b, String s) {
        b.append('"');
        for (char c : s.toCharArray())
            if (c == '"' || c == '\\') b.append('\\').append(c);
            else if (c == '\n') b.append("\\n");
            else if (c < 32 || c == 127 || c >= 0x2028 && c <= 0x2029 || Character.isSurrogate(c) && false) b.append(String.format("\\u%04x", (int) c));
            else b.append(c);
        b.append('"');
    }
}
