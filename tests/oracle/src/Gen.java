import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import org.apache.cassandra.cql3.UntypedResultSet;
import org.apache.cassandra.db.ColumnFamilyStore;

/**
 * Writes the cases of one letter and one partitioner: usage Gen CORPUS WORK LETTER PARTITIONER UUIDS CASES.
 * CORPUS/LETTER/CASE gets the SSTables and schema.cql, WORK/LETTER/CASE.json what the manifest needs.
 */
public class Gen {
    public static void main(String[] a) {
        int rc = 1;
        try { run(a); rc = 0; } catch (Throwable e) { e.printStackTrace(); }
        System.out.flush(); System.err.flush();
        Runtime.getRuntime().halt(rc);
    }

    static void run(String[] a) throws Exception {
        File corpus = new File(a[0]), work = new File(a[1]);
        String letter = a[2], partitioner = a[3];
        boolean uuids = Boolean.parseBoolean(a[4]);
        Pattern wanted = Pattern.compile(a[5]);
        List<Case> todo = new ArrayList<>();
        for (Case c : Cases.all(letter, Node.RELEASE))
            if (c.partitioner.equals(partitioner) && c.uuidIds == uuids && wanted.matcher(c.name).matches()) todo.add(c);
        if (todo.isEmpty()) return;
        long start = System.nanoTime();
        Node.boot();
        Node.execute("CREATE KEYSPACE corpus WITH replication = {'class': 'SimpleStrategy', 'replication_factor': '1'}");
        List<Case> done = new ArrayList<>();
        Map<Case, Map<String, Object>> records = new LinkedHashMap<>();
        int tables = 0, sstables = 0;
        for (Case c : todo) {
            Map<String, Object> record = Json.object("letter", letter, "case", c.name, "release", System.getProperty("oracle.release"), "partitioner", partitioner, "full", c.full);
            File dir = new File(corpus, letter + "/" + c.name);
            delete(dir);
            try {
                int n = one(c, dir, record);
                sstables += n;
                tables++;
                records.put(c, record);
                done.add(c);
            } catch (Throwable e) {
                delete(dir);
                record.put("skipped", String.valueOf(e.getMessage()));
                System.err.println(letter + " " + c.name + " left out: " + e + (c.optional ? "" : " at " + Arrays.toString(Arrays.copyOf(e.getStackTrace(), Math.min(6, e.getStackTrace().length)))));
                records.put(c, record);
            }
        }
        Thread.sleep(2100); // whatever lives for a second has expired
        for (Case c : done) if (c.select) selects(c, new File(corpus, letter + "/" + c.name), records.get(c));
        for (Map.Entry<Case, Map<String, Object>> e : records.entrySet()) {
            File f = new File(work, letter + "/" + e.getKey().name + ".json");
            f.getParentFile().mkdirs();
            Files.write(f.toPath(), Json.pretty(e.getValue()).getBytes(StandardCharsets.UTF_8));
        }
        System.out.printf("%s %s: %d cases, %d SSTables, %.1f s%n", letter, partitioner, tables, sstables, (System.nanoTime() - start) / 1e9);
    }

    private static List<String[]> tables(Case c) {
        List<String[]> out = new ArrayList<>();
        for (String t : c.tables.isEmpty() ? List.of(c.name) : c.tables)
            out.add(t.contains(".") ? t.split("\\.") : new String[]{"corpus", t});
        return out;
    }

    private static int one(Case c, File dir, Map<String, Object> record) throws Exception {
        List<String> schema = new ArrayList<>(), failed = new ArrayList<>();
        int statements = 0;
        for (String s : c.steps) {
            if (s.startsWith("@")) {
                for (String[] t : tables(c)) {
                    ColumnFamilyStore store = Node.store(t[0], t[1]);
                    switch (s) {
                        case "@flush": Node.flush(store); break;
                        case "@compact": Node.compact(store); break;
                        case "@train": Node.train(store); break;
                        case "@truncate": Node.call(store, "truncateBlocking"); break;
                        case "@sleep": Thread.sleep(1100); break;
                        default: throw new IllegalArgumentException(s);
                    }
                }
            } else if (Case.ddl(s)) {
                Node.execute(s);
                schema.add(s);
                if (s.startsWith("CREATE TABLE") || s.startsWith("CREATE MATERIALIZED"))
                    for (String[] t : tables(c)) if (s.contains(t[1])) try { Node.call(Node.store(t[0], t[1]), "disableAutoCompaction"); } catch (IllegalArgumentException e) { /* a later statement creates it */ }
            } else {
                statements++;
                try { Node.execute(s); }
                catch (Throwable e) { failed.add((s.length() > 300 ? s.substring(0, 300) + "…" : s) + " -- " + e.getMessage()); }
            }
        }
        List<String> sstables = new ArrayList<>();
        boolean several = tables(c).size() > 1;
        for (String[] t : tables(c)) {
            File to = several ? new File(dir, t[1]) : dir;
            ColumnFamilyStore store = Node.store(t[0], t[1]);
            File home = null;
            for (File data : Node.dataFiles(store)) {
                // an index lives in a folder of its own, whose name begins with a dot, inside the table's
                String sub = data.getParentFile().getName();
                File target = sub.startsWith(".") ? new File(to, sub) : to;
                target.mkdirs();
                for (File f : Node.components(data)) Files.copy(f.toPath(), new File(target, f.getName()).toPath(), StandardCopyOption.REPLACE_EXISTING);
                sstables.add(dir.toPath().relativize(new File(target, data.getName()).toPath()).toString());
            }
            if (!t[0].equals("corpus") && to.isDirectory()) {
                String create = Node.describe(t[0], t[1]);
                schema.add(create);
                schema(to, List.of(create));
            }
        }
        if (sstables.isEmpty()) throw new IllegalStateException("no SSTable came of it" + (failed.isEmpty() ? "" : ": " + failed.get(0)));
        if (!several || c.tables.get(0).equals(c.name)) schema(dir, schema);
        record.put("schema", schema);
        record.put("statements", statements);
        if (!failed.isEmpty()) record.put("failed", failed);
        record.put("sstables", sstables);
        if (!failed.isEmpty() && !c.name.startsWith("random")) System.err.println(c.name + ": " + failed.size() + " of " + statements + " failed, first: " + failed.get(0));
        return sstables.size();
    }

    private static void schema(File dir, List<String> statements) throws IOException {
        StringBuilder b = new StringBuilder();
        for (String s : statements) b.append(s).append(";\n");
        Files.write(new File(dir, "schema.cql").toPath(), b.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What the release itself answers to SELECT JSON over all SSTables of the table, a row a line. */
    private static void selects(Case c, File dir, Map<String, Object> record) {
        for (String[] t : tables(c)) try {
            String cql = "SELECT JSON * FROM " + t[0] + "." + t[1];
            StringBuilder b = new StringBuilder();
            for (UntypedResultSet.Row r : Node.execute(cql)) b.append(r.getString("[json]")).append('\n');
            File f = new File(tables(c).size() > 1 ? new File(dir, t[1]) : dir, "select.jsonl.gz");
            Files.write(f.toPath(), gzip(b.toString().getBytes(StandardCharsets.UTF_8)));
            record.put("select", cql);
        } catch (Throwable e) { record.put("select_failed", String.valueOf(e)); }
    }

    static byte[] gzip(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream z = new GZIPOutputStream(out) {{ def.setLevel(9); }}) { z.write(data); }
        return out.toByteArray();
    }

    static void delete(File f) {
        if (f.isDirectory()) for (File k : f.listFiles()) delete(k);
        f.delete();
    }
}
