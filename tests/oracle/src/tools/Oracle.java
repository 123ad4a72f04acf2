import java.io.*;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.cassandra.cql3.UntypedResultSet;
import org.apache.cassandra.db.ColumnFamilyStore;
import org.apache.cassandra.db.marshal.AbstractType;
import org.apache.cassandra.db.marshal.TypeParser;
import org.apache.cassandra.transport.ProtocolVersion;
import org.apache.cassandra.utils.ByteBufferUtil;

/**
 * A Cassandra that answers requests: a JSON object a line on standard input, one a line on standard output.
 * The first line out is {"ready": …}. See README.md for the requests.
 */
public class Oracle {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String LETTER = System.getProperty("oracle.letter");
    private static int tables;

    public static void main(String[] a) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
        System.setOut(System.err); // nobody else writes to standard output
        int rc = 1;
        try {
            Node.boot();
            Node.execute("CREATE KEYSPACE corpus WITH replication = {'class': 'SimpleStrategy', 'replication_factor': '1'}");
            out.println(Json.write(Json.object("ready", true, "release", System.getProperty("oracle.release"), "letter", LETTER)));
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line; (line = in.readLine()) != null; ) {
                if (line.isBlank()) continue;
                Map<String, Object> answer;
                Object id = null;
                try {
                    JsonNode request = MAPPER.readTree(line);
                    if (request.hasNonNull("id")) id = request.get("id").isNumber() ? (Object) request.get("id").asLong() : request.get("id").asText();
                    answer = answer(request);
                } catch (Throwable e) {
                    StringWriter w = new StringWriter();
                    e.printStackTrace(new PrintWriter(w));
                    answer = Json.object("error", String.valueOf(e.getMessage() == null ? e : e.getMessage()), "trace", w.toString());
                }
                if (id != null) answer.put("id", id);
                out.println(Json.write(answer));
            }
            rc = 0;
        } catch (Throwable e) { e.printStackTrace(); }
        out.flush();
        Gen.delete(new File(System.getProperty("oracle.home")));
        Runtime.getRuntime().halt(rc);
    }

    private static String text(JsonNode r, String key) {
        if (!r.hasNonNull(key)) throw new IllegalArgumentException("the request has no \"" + key + "\"");
        return r.get(key).asText();
    }

    private static Map<String, Object> answer(JsonNode r) throws Exception {
        switch (text(r, "op")) {
            case "write": return write(r);
            case "rows": return Rows.write(r);
            case "cql": return cql(r);
            case "load": return load(r);
            case "compact": return compact(r);
            case "dump": return tool(r, "SSTableExport", args(r));
            case "metadata": return tool(r, "SSTableMetadataViewer", args(r));
            case "text": return value(r);
            case "texts": return values(r);
            case "verify": return verify(r);
            case "reset": return reset();
            default: throw new IllegalArgumentException("no such op: " + text(r, "op"));
        }
    }

    /** What a tool is given: the path and the request's `args`. */
    private static List<String> args(JsonNode r) {
        List<String> args = new ArrayList<>(List.of(text(r, "path")));
        if (r.has("args")) for (JsonNode x : r.get("args")) args.add(x.asText());
        return args;
    }

    /** What a tool prints, as it is: in the answer, or in the file `to`. */
    private static Map<String, Object> tool(JsonNode r, String name, List<String> args) throws Exception {
        Tools.Output o = Tools.run(name, args.toArray(new String[0]));
        Map<String, Object> m = Json.object("status", o.status);
        if (o.status != 0 || !o.err.isBlank()) m.put("error", o.err.isBlank() ? "exit status " + o.status : o.err);
        if (r.hasNonNull("to")) { Files.write(new File(text(r, "to")).toPath(), o.out); m.put("to", text(r, "to")); }
        else m.put("out", new String(o.out, StandardCharsets.UTF_8));
        return m;
    }

    /** {"op":"write","dir":…,"seed":N}: a random table. {"op":"write","dir":…,"statements":[…]}: yours, %t is the table. */
    private static Map<String, Object> write(JsonNode r) throws Exception {
        File dir = new File(text(r, "dir"));
        if (r.hasNonNull("format") && !text(r, "format").equals(LETTER.equals("da") || LETTER.equals("ea") ? "bti" : "big"))
            throw new IllegalArgumentException("this oracle writes " + LETTER + ", start another one for " + text(r, "format"));
        String name = (r.hasNonNull("seed") ? "random_" + Long.toString(r.get("seed").asLong()).replace('-', 'm') : "table") + "_" + ++tables;
        Case c;
        if (r.hasNonNull("seed")) c = RandomCase.make(r.get("seed").asLong(), Node.RELEASE, LETTER, name);
        else { c = new Case(name); for (JsonNode s : r.get("statements")) c.q(s.asText()); c.flush(); }
        List<String> schema = new ArrayList<>(), failed = new ArrayList<>();
        ColumnFamilyStore store = null;
        int n = 0;
        for (String s : c.steps) {
            if (s.equals("@flush")) Node.flush(store);
            else if (s.equals("@compact")) Node.compact(store);
            else if (Case.ddl(s)) {
                Node.execute(s);
                schema.add(s);
                if (s.startsWith("CREATE TABLE")) { store = Node.store("corpus", name); Node.call(store, "disableAutoCompaction"); }
            } else try { n++; Node.execute(s); } catch (Throwable e) { failed.add(s + " -- " + e.getMessage()); }
        }
        dir.mkdirs();
        List<String> paths = new ArrayList<>();
        for (File data : Node.dataFiles(store)) {
            String sub = data.getParentFile().getName();
            File target = sub.startsWith(".") ? new File(dir, sub) : dir;
            target.mkdirs();
            for (File f : Node.components(data)) Files.copy(f.toPath(), new File(target, f.getName()).toPath(), StandardCopyOption.REPLACE_EXISTING);
            paths.add(new File(target, data.getName()).getPath());
        }
        Files.writeString(new File(dir, "schema.cql").toPath(), String.join(";\n", schema) + ";\n");
        return Json.object("keyspace", "corpus", "table", name, "schema", schema, "paths", paths, "statements", n, "failed", failed);
    }

    /** {"op":"cql","cql":…}: runs it; the rows of a SELECT JSON as text, of another SELECT as column → hex of the value. */
    private static Map<String, Object> cql(JsonNode r) {
        List<Object> rows = new ArrayList<>();
        UntypedResultSet set = Node.execute(text(r, "cql"));
        if (set != null)
            for (UntypedResultSet.Row row : set) {
                if (row.has("[json]")) { rows.add(row.getString("[json]")); continue; }
                Map<String, Object> m = new LinkedHashMap<>();
                row.getColumns().forEach(k -> m.put(k.name.toString(), row.has(k.name.toString()) ? ByteBufferUtil.bytesToHex(row.getBlob(k.name.toString())) : null));
                rows.add(m);
            }
        return Json.object("rows", rows);
    }

    /** {"op":"load","table":…,"dir":…}: takes the SSTables in dir into a table of keyspace corpus (made by `write` or `cql`); the files are copied. */
    private static Map<String, Object> load(JsonNode r) throws Exception {
        ColumnFamilyStore store = Node.store("corpus", text(r, "table"));
        File home = new File(String.valueOf(Node.call(Node.call(Node.call(store, "getDirectories"), "getDirectoryForNewSSTables"), "path")));
        // What was truncated is deleted a little later, and new files may have its names.
        org.apache.cassandra.db.lifecycle.LifecycleTransaction.waitForDeletions();
        for (File f : new File(text(r, "dir")).listFiles()) if (f.isFile() && f.getName().matches("[a-z]{2}-.*-(big|bti)-.*")) Files.copy(f.toPath(), new File(home, f.getName()).toPath());
        Node.call(store, "loadNewSSTables");
        List<String> live = new ArrayList<>();
        for (File f : Node.dataFiles(store)) live.add(f.getPath());
        return Json.object("live", live);
    }

    /**
     * {"op":"compact","table":…,"dir":…}: compacts all SSTables of a table of keyspace corpus, or those named in `files`, and copies what comes of it to dir.
     */
    private static Map<String, Object> compact(JsonNode r) throws Exception {
        ColumnFamilyStore store = Node.store("corpus", text(r, "table"));
        Set<String> before = new HashSet<>();
        for (File f : Node.dataFiles(store)) before.add(f.getName());
        long start = System.nanoTime();
        if (r.has("files")) {
            List<String> files = new ArrayList<>();
            for (JsonNode f : r.get("files")) for (File live : Node.dataFiles(store)) if (live.getName().equals(f.asText())) files.add(live.getPath());
            org.apache.cassandra.db.compaction.CompactionManager.instance.forceUserDefinedCompaction(String.join(",", files));
        } else Node.compact(store);
        double seconds = (System.nanoTime() - start) / 1e9;
        File dir = new File(text(r, "dir"));
        dir.mkdirs();
        List<String> paths = new ArrayList<>();
        for (File data : Node.dataFiles(store)) {
            if (before.contains(data.getName()) || data.getParentFile().getName().startsWith(".")) continue;
            for (File f : Node.components(data)) Files.copy(f.toPath(), new File(dir, f.getName()).toPath(), StandardCopyOption.REPLACE_EXISTING);
            paths.add(new File(dir, data.getName()).getPath());
        }
        return Json.object("paths", paths, "seconds", seconds);
    }

    /** {"op":"text","type":<marshal class>,"hex":…}: the value as text in the ways Cassandra has. */
    private static Map<String, Object> value(JsonNode r) {
        AbstractType<?> type = TypeParser.parse(text(r, "type"));
        ByteBuffer value = ByteBufferUtil.hexToBytes(r.has("hex") ? r.get("hex").asText() : "");
        Map<String, Object> m = Json.object("type", type.toString(), "cql", type.asCQL3Type().toString());
        try { type.validate(value); } catch (Throwable e) { m.put("invalid", String.valueOf(e.getMessage())); }
        try { m.put("string", type.getString(value.duplicate())); } catch (Throwable e) { m.put("string_error", String.valueOf(e)); }
        try { m.put("json", type.toJSONString(value.duplicate(), ProtocolVersion.CURRENT)); } catch (Throwable e) { m.put("json_error", String.valueOf(e)); }
        try { m.put("literal", type.asCQL3Type().toCQLLiteral(value.duplicate())); } catch (Throwable e) { m.put("literal_error", String.valueOf(e)); }
        return m;
    }

    /** {"op":"texts","type":<marshal class>,"hex":[…]}: the texts of many values, null where Cassandra throws. */
    private static Map<String, Object> values(JsonNode r) {
        AbstractType<?> type = TypeParser.parse(text(r, "type"));
        List<Object> string = new ArrayList<>(), json = new ArrayList<>(), literal = new ArrayList<>();
        for (JsonNode hex : r.get("hex")) {
            ByteBuffer value = ByteBufferUtil.hexToBytes(hex.asText());
            string.add(orNull(() -> type.getString(value.duplicate())));
            json.add(orNull(() -> type.toJSONString(value.duplicate(), ProtocolVersion.CURRENT)));
            literal.add(orNull(() -> type.asCQL3Type().toCQLLiteral(value.duplicate())));
        }
        return Json.object("string", string, "json", json, "literal", literal);
    }

    private static String orNull(java.util.function.Supplier<String> f) {
        try { return f.get(); } catch (Throwable e) { return null; }
    }

    /** {"op":"verify","path":…}: opens the SSTable from its header alone, then Cassandra's own verifier, extended, on all of it. */
    private static Map<String, Object> verify(JsonNode r) throws Exception {
        File data = new File(text(r, "path")).getAbsoluteFile();
        Class<?> fileType = Class.forName("org.apache.cassandra.io.util.File");
        Object file = fileType.getConstructor(String.class).newInstance(data.getPath());
        Class<?> descriptor = Class.forName("org.apache.cassandra.io.sstable.Descriptor");
        Object d = descriptor.getMethod("fromFile", fileType).invoke(null, file);
        Object metadata = Node.call(Class.forName("org.apache.cassandra.tools.Util"), "metadataFromSSTable", d);
        Object ref = Node.call(Class.forName("org.apache.cassandra.schema.TableMetadataRef"), "forOfflineTools", metadata);
        Class<?> readerType = Class.forName("org.apache.cassandra.io.sstable.format.SSTableReader");
        java.lang.reflect.Method open = null;
        for (java.lang.reflect.Method m : readerType.getDeclaredMethods()) if (m.getName().equals("openNoValidation") && m.getParameterCount() == 3 && m.getParameterTypes()[1] == descriptor) open = m;
        org.apache.cassandra.io.sstable.format.SSTableReader reader;
        try { reader = (org.apache.cassandra.io.sstable.format.SSTableReader) open.invoke(null, null, d, ref); }
        catch (java.lang.reflect.InvocationTargetException e) { return Json.object("ok", false, "error", chain(e.getCause())); }
        StringBuilder log = new StringBuilder();
        try {
            org.apache.cassandra.utils.OutputHandler handler = (org.apache.cassandra.utils.OutputHandler) java.lang.reflect.Proxy.newProxyInstance(Oracle.class.getClassLoader(), new Class<?>[]{org.apache.cassandra.utils.OutputHandler.class}, (p, m, args) -> {
                if (args != null && args.length > 0 && args[args.length - 1] instanceof Object[]) log.append(String.format(String.valueOf(args[args.length - 2]), (Object[]) args[args.length - 1])).append('\n');
                else if (args != null) for (Object x : args) log.append(x instanceof Throwable ? chain((Throwable) x) : x).append('\n');
                return m.getReturnType() == boolean.class ? false : null;
            });
            org.apache.cassandra.io.sstable.IVerifier.Options options = org.apache.cassandra.io.sstable.IVerifier.options().invokeDiskFailurePolicy(false).extendedVerification(true).checkVersion(false).mutateRepairStatus(false).checkOwnsTokens(false).build();
            // the constructor takes a table that is not this one's, which getVerifier refuses: there is none for a file that comes alone
            Class<?> verifier = Class.forName("org.apache.cassandra.io.sstable.format." + (data.getName().contains("-bti-") ? "bti.BtiTableVerifier" : "big.BigTableVerifier"));
            try (org.apache.cassandra.io.sstable.IVerifier v = (org.apache.cassandra.io.sstable.IVerifier) verifier.getConstructors()[0].newInstance(Node.store("system", "local"), reader, handler, true, options)) { v.verify(); }
            return Json.object("ok", true, "log", log.toString());
        } catch (Throwable e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return Json.object("ok", false, "error", chain(e), "log", log.toString(), "trace", trace.toString());
        } finally { reader.selfRef().release(); }
    }

    /** Forgets all tables. */
    private static Map<String, Object> reset() {
        Node.execute("DROP KEYSPACE corpus");
        Node.execute("CREATE KEYSPACE corpus WITH replication = {'class': 'SimpleStrategy', 'replication_factor': '1'}");
        return Json.object("ok", true);
    }

    private static String chain(Throwable t) {
        StringJoiner j = new StringJoiner(": ");
        for (Throwable c = t; c != null; c = c.getCause()) j.add(String.valueOf(c));
        return j.toString();
    }
}
