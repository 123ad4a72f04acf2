import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;

import org.apache.cassandra.cql3.UntypedResultSet;
import org.apache.cassandra.db.ColumnFamilyStore;

/**
 * A release loads SSTables of somebody else's, of any release since 3.11: for each line `OLD TAB NEW` on standard input the table of OLD/schema.cql has
 * the rows of the SSTables in OLD, or of the statements in OLD/rows.cql, and then those of the SSTables in NEW: loaded, verified cell by cell, read,
 * compacted, read again. The answer is a JSON object a line: `rows`, how many there are, `sstables`, how many were loaded, and `difference` or `error`.
 */
public class Loaded {
    public static void main(String[] a) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        Node.boot();
        Node.execute("CREATE KEYSPACE corpus WITH replication = {'class': 'SimpleStrategy', 'replication_factor': '1'}");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = lines.readLine()) != null; ) {
            String[] folders = line.split("\t");
            Map<String, Object> answer = Json.object("old", folders[0]);
            try { one(new File(folders[0]), new File(folders[1]), answer); }
            catch (Throwable e) { answer.put("error", e + " at " + Arrays.toString(Arrays.copyOf(e.getStackTrace(), Math.min(8, e.getStackTrace().length)))); }
            out.println(Json.write(answer));
            out.flush();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void one(File old, File own, Map<String, Object> answer) throws Exception {
        List<String> schema = statements(new File(old, "schema.cql"));
        Matcher named = Pattern.compile("CREATE TABLE corpus\\.(\\w+|\"[^\"]+\")").matcher(String.join("\n", schema));
        if (!named.find()) throw new IllegalArgumentException("no table");
        String table = named.group(1);
        define(schema);
        try {
            ColumnFamilyStore store = Node.store("corpus", table.replace("\"", ""));
            File rows = new File(old, "rows.cql");
            if (rows.exists()) for (String statement : statements(rows)) Node.execute(statement);
            else load(store, old);
            List<String> expected = select(table);
            Node.call(store, "truncateBlocking");
            int sstables = load(store, own);
            for (Object reader : (Iterable<?>) Node.call(store, "getLiveSSTables")) verify(store, reader);
            List<String> loaded = select(table);
            Node.compact(store);
            List<String> compacted = select(table);
            answer.put("rows", expected.size());
            answer.put("sstables", sstables);
            if (!loaded.equals(expected)) answer.put("difference", difference("loaded", expected, loaded));
            else if (!compacted.equals(expected)) answer.put("difference", difference("compacted", expected, compacted));
        } finally {
            Node.execute("DROP TABLE corpus." + table);
            Collections.reverse(schema);
            Pattern type = Pattern.compile("CREATE TYPE (corpus\\.(?:\\w+|\"[^\"]+\")).*");
            for (String statement : schema) { Matcher m = type.matcher(statement); if (m.matches()) Node.execute("DROP TYPE " + m.group(1)); }
        }
    }

    /** What a statement before it has changed may take a moment to be known, and a type that was dropped to be gone: then all begins anew. */
    private static void define(List<String> schema) throws Exception {
        for (int i = 0; ; i++)
            try {
                for (String statement : schema)
                    try { Node.execute(statement); }
                    catch (org.apache.cassandra.exceptions.InvalidRequestException e) {
                        if (!statement.startsWith("CREATE TYPE") || !e.getMessage().contains("already exists")) throw e;
                    }
                return;
            } catch (org.apache.cassandra.exceptions.InvalidRequestException e) { if (i == 200) throw e; Thread.sleep(100); }
    }

    private static List<String> statements(File file) throws IOException {
        List<String> all = new ArrayList<>();
        for (String line : Files.readAllLines(file.toPath(), StandardCharsets.UTF_8)) if (!line.trim().isEmpty()) all.add(line.replaceAll(";\\s*$", ""));
        return all;
    }

    private static int load(ColumnFamilyStore store, File from) throws Exception {
        Node.call(Node.type("org.apache.cassandra.db.lifecycle.LifecycleTransaction"), "waitForDeletions");
        File home = new File(String.valueOf(Node.call(Node.call(store, "getDirectories"), "getDirectoryForNewSSTables")));
        for (File f : from.listFiles()) if (f.isFile() && f.getName().matches("[a-z]{2}-.*-big-.*")) Files.copy(f.toPath(), new File(home, f.getName()).toPath());
        Node.call(store, "loadNewSSTables");
        return Node.dataFiles(store).size();
    }

    /** As `nodetool verify -e` does it. */
    private static void verify(ColumnFamilyStore store, Object reader) throws Exception {
        Class<?> verifier = Node.type("org.apache.cassandra.db.compaction.Verifier");
        for (java.lang.reflect.Constructor<?> c : verifier.getConstructors())
            if (c.getParameterCount() == 3) {
                try (Closeable own = (Closeable) c.newInstance(store, reader, false)) { Node.call(own, "verify", true); }
                return;
            }
        throw new IllegalStateException("no verifier");
    }

    /** All rows, as the bytes of their values: JSON cannot say all of them. */
    private static List<String> select(String table) {
        List<String> all = new ArrayList<>();
        for (UntypedResultSet.Row row : Node.execute("SELECT * FROM corpus." + table)) {
            StringBuilder text = new StringBuilder();
            for (org.apache.cassandra.cql3.ColumnSpecification column : row.getColumns()) {
                String name = column.name.toString();
                text.append(name).append('=').append(row.has(name) ? org.apache.cassandra.utils.ByteBufferUtil.bytesToHex(row.getBlob(name)) : "null").append(' ');
            }
            all.add(text.toString());
        }
        return all;
    }

    private static String difference(String what, List<String> expected, List<String> found) {
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String e = i < expected.size() ? expected.get(i) : "nothing", f = i < found.size() ? found.get(i) : "nothing";
            if (!e.equals(f)) return what + ", row " + i + ": " + f + ", expected " + e;
        }
        return what;
    }
}
