import java.util.*;

/**
 * One table of the corpus: its statements in order. `@flush` writes an SSTable, `@compact` merges those there are,
 * `@train` has a compression dictionary trained, `@truncate` forgets the data, `@sleep` lets a second pass.
 * In statements `%t` is the table with its keyspace, `%n` its bare name (user types are called `%n_…`).
 */
final class Case {
    final String name;
    final List<String> steps = new ArrayList<>();
    String partitioner = "Murmur3Partitioner";
    /** Also the dumps of the other flags, and sstablemetadata. */
    boolean full;
    /** Runs in a node whose SSTables have UUID ids. */
    boolean uuidIds;
    /** The tables to collect (default: the case's own), each into a folder of its own if there are several. */
    final List<String> tables = new ArrayList<>();
    /** A failing DDL statement means: this release cannot, leave the case out. */
    boolean optional;
    boolean select = true;
    private long clock = 1700000000000000L;

    Case(String name) { this.name = name; }

    Case q(String... statements) {
        for (String s : statements) steps.add(s.replace("%t", "corpus." + name).replace("%n", name));
        return this;
    }
    Case flush() { steps.add("@flush"); return this; }
    Case compact() { steps.add("@compact"); return this; }
    Case full() { full = true; return this; }
    Case optional() { optional = true; return this; }
    Case partitioner(String p) { partitioner = p; return this; }
    /** The next write time: microseconds, a second apart. */
    long ts() { return clock += 1000000; }
    String using() { return " USING TIMESTAMP " + ts(); }
    static boolean ddl(String s) { return s.startsWith("CREATE ") || s.startsWith("ALTER ") || s.startsWith("DROP "); }
}
