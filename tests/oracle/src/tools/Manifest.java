import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.*;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes CORPUS/MANIFEST.json from the records in WORK and from the manifest that is there, and the files themselves: usage Manifest CORPUS WORK. */
public class Manifest {
    private static final List<String> LETTERS = List.of("ma", "mb", "mc", "md", "me", "na", "nb", "oa", "da", "pa", "ea");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static void main(String[] a) throws Exception {
        int rc = 1;
        try { run(new File(a[0]), new File(a[1])); rc = 0; } catch (Throwable e) { e.printStackTrace(); }
        Runtime.getRuntime().halt(rc);
    }

    @SuppressWarnings("unchecked")
    private static void run(File corpus, File work) throws Exception {
        File file = new File(corpus, "MANIFEST.json");
        Map<String, Map<String, Object>> old = new HashMap<>();
        if (file.exists())
            for (Map<String, Object> c : (List<Map<String, Object>>) MAPPER.readValue(file, LinkedHashMap.class).get("cases")) old.put(c.get("letter") + "/" + c.get("case"), c);
        List<Object> cases = new ArrayList<>(), skipped = new ArrayList<>();
        if (file.exists()) // what earlier runs left out, and this one did not try
            for (Map<String, Object> c : (List<Map<String, Object>>) MAPPER.readValue(file, LinkedHashMap.class).get("skipped"))
                if (!new File(work, c.get("letter") + "/" + c.get("case") + ".json").exists() && !new File(corpus, c.get("letter") + "/" + c.get("case")).exists()) skipped.add(c);
        Map<String, Object> letters = new LinkedHashMap<>();
        long total = 0;
        for (String letter : LETTERS) {
            Set<String> names = new TreeSet<>();
            for (File f : list(new File(corpus, letter))) if (f.isDirectory()) names.add(f.getName());
            for (File f : list(new File(work, letter))) if (f.getName().endsWith(".json") && !f.getName().endsWith(".dumps.json")) names.add(f.getName().replace(".json", ""));
            int n = 0, k = 0;
            for (String name : names) {
                File record = new File(work, letter + "/" + name + ".json"), dumps = new File(work, letter + "/" + name + ".dumps.json"), dir = new File(corpus, letter + "/" + name);
                Map<String, Object> r, c;
                List<Map<String, Object>> d;
                if (record.exists()) {
                    r = MAPPER.readValue(record, LinkedHashMap.class);
                    if (r.containsKey("skipped")) { skipped.add(Json.object("letter", letter, "case", name, "release", r.get("release"), "why", r.get("skipped"))); continue; }
                    d = dumps.exists() ? MAPPER.readValue(dumps, List.class) : List.of();
                } else if ((r = old.get(letter + "/" + name)) != null) d = (List<Map<String, Object>>) r.get("sstables");
                else throw new IllegalStateException(dir + " is neither in the manifest nor in the records of this run: generate it again");
                if (!dir.isDirectory()) continue;
                c = Json.object("letter", letter, "case", name, "release", r.get("release"), "partitioner", r.get("partitioner"), "schema", r.get("schema"));
                for (String key : List.of("select", "select_failed", "failed")) if (r.get(key) != null) c.put(key, r.get(key));
                List<Object> sstables = new ArrayList<>();
                Set<File> seen = new HashSet<>();
                for (Map<String, Object> e : d) {
                    File data = new File(dir, (String) e.get("data"));
                    String prefix = data.getName().substring(0, data.getName().length() - "-Data.db".length());
                    Map<String, Object> s = Json.object("data", e.get("data"), "partitioner", partitioner(new File(data.getParentFile(), prefix + "-Statistics.db"), letter));
                    s.putAll(compression(new File(data.getParentFile(), prefix + "-CompressionInfo.db")));
                    Map<String, Object> files = new LinkedHashMap<>();
                    for (File f : list(data.getParentFile())) if (f.getName().startsWith(prefix + "-")) { files.put(f.getName().substring(prefix.length() + 1), describe(f)); seen.add(f); total += f.length(); }
                    s.put("files", files);
                    s.put("dumped_at", e.get("dumped_at"));
                    s.put("clock", e.get("clock"));
                    ((List<Map<String, Object>>) e.get("dumps")).removeIf(x -> x.get("file") != null && !new File(data.getParentFile(), (String) x.get("file")).exists());
                    for (Map<String, Object> x : (List<Map<String, Object>>) e.get("dumps")) {
                        File f = x.get("file") == null ? null : new File(data.getParentFile(), (String) x.get("file"));
                        if (f != null) { x.put("content", describe(f)); seen.add(f); total += f.length(); }
                    }
                    s.put("dumps", e.get("dumps"));
                    sstables.add(s);
                    n++;
                }
                Map<String, Object> others = new LinkedHashMap<>();
                for (File f : walk(dir)) if (!seen.contains(f)) { others.put(dir.toPath().relativize(f.toPath()).toString(), describe(f)); total += f.length(); }
                c.put("files", others);
                c.put("sstables", sstables);
                cases.add(c);
                k++;
            }
            if (k > 0) letters.put(letter, Json.object("cases", k, "sstables", n));
        }
        Files.write(file.toPath(), Json.pretty(Json.object("format", 1, "bytes", total, "letters", letters, "skipped", skipped, "cases", cases)).getBytes(StandardCharsets.UTF_8));
        System.out.printf("%s: %s, %.1f MB%n", file, letters, total / 1e6);
    }

    private static File[] list(File d) { File[] f = d.listFiles(); if (f == null) return new File[0]; Arrays.sort(f); return f; }

    private static List<File> walk(File d) { List<File> out = new ArrayList<>(); for (File f : list(d)) if (f.isDirectory()) out.addAll(walk(f)); else out.add(f); return out; }

    /** Size and SHA-256. */
    private static Object describe(File f) throws Exception { return Arrays.asList(f.length(), sha(f)); }

    private static String sha(File f) throws Exception {
        StringBuilder b = new StringBuilder();
        for (byte x : MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(f.toPath()))) b.append(String.format("%02x", x));
        return b.toString();
    }

    /** The partitioner as the first entry of Statistics.db has it. */
    private static String partitioner(File f, String letter) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(f, "r")) {
            int n = in.readInt();
            if (!letter.startsWith("m")) in.readInt(); // a checksum
            for (int i = 0; i < n; i++) {
                int type = in.readInt(), offset = in.readInt();
                if (type == 0) { in.seek(offset); return in.readUTF().replaceAll(".*\\.", ""); }
            }
        }
        return null;
    }

    private static Map<String, Object> compression(File f) throws IOException {
        if (!f.exists()) return Json.object("compressor", null);
        try (DataInputStream in = new DataInputStream(new FileInputStream(f))) {
            String name = in.readUTF();
            for (int i = in.readInt(); i > 0; i--) { in.readUTF(); in.readUTF(); }
            return Json.object("compressor", name, "chunk", in.readInt());
        }
    }
}
