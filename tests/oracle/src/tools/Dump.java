import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.*;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Records what sstabledump and sstablemetadata print of the SSTables of a letter: usage Dump CORPUS WORK LETTER CASES.
 * X-Data.db gets X.dump.json.gz beside it; those of cases marked `full` the dumps of the other flags too.
 */
public class Dump {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static void main(String[] a) throws Exception {
        int rc = 1;
        try { run(new File(a[0]), new File(a[1]), a[2], Pattern.compile(a[3])); rc = 0; } catch (Throwable e) { e.printStackTrace(); }
        Runtime.getRuntime().halt(rc);
    }

    private static void run(File corpus, File work, String letter, Pattern wanted) throws Exception {
        long start = System.nanoTime();
        int n = 0, failures = 0;
        File[] records = new File(work, letter).listFiles((d, f) -> f.endsWith(".json") && !f.endsWith(".dumps.json"));
        Arrays.sort(records);
        for (File record : records) {
            JsonNode c = MAPPER.readTree(record);
            String name = c.get("case").asText();
            if (!c.has("sstables") || !wanted.matcher(name).matches()) continue;
            List<Object> all = new ArrayList<>();
            for (JsonNode s : c.get("sstables")) {
                File data = new File(corpus, letter + "/" + name + "/" + s.asText());
                List<Object> dumps = new ArrayList<>();
                Map<String, Object> entry = Json.object("data", s.asText(), "dumped_at", Instant.now().getEpochSecond());
                String text = dump(data, "dump", "json", dumps);
                if (c.get("full").asBoolean() && text != null) {
                    dump(data, "dump-l", "jsonl", dumps, "-l");
                    dump(data, "dump-t", "json", dumps, "-t");
                    dump(data, "dump-d", "txt", dumps, "-d");
                    List<String> keys = new ArrayList<>();
                    try { for (JsonNode k : MAPPER.readTree(dump(data, "dump-e", "json", dumps, "-e"))) if (keys.size() < 40) keys.add(key(k)); }
                    catch (Exception e) { /* not JSON: recorded, but no keys out of it */ }
                    keys.removeIf(k -> k.isEmpty() || k.startsWith("-") || k.length() > 200);
                    if (!keys.isEmpty()) {
                        dump(data, "dump-k", "json", dumps, "-k", keys.get(0));
                        dump(data, "dump-x", "json", dumps, "-x", keys.get(keys.size() - 1));
                    }
                    if (keys.size() > 2) dump(data, "dump-kk", "json", dumps, "-k", keys.get(2), "-k", keys.get(0));
                    run(data, "SSTableMetadataViewer", "metadata", "txt", dumps);
                }
                // what JSON cannot show, the debug form often can
                if (text == null) dump(data, "dump-d", "txt", dumps, "-d");
                // whether a TTL is over is told against the clock
                entry.put("clock", text != null && text.contains("\"expired\" : "));
                entry.put("dumps", dumps);
                for (Object d : dumps) if (((Map<?, ?>) d).containsKey("error")) { failures++; System.err.println(data.getPath().substring(corpus.getPath().length() + 1) + " " + ((Map<?, ?>) d).get("args") + ": " + ((Map<?, ?>) d).get("error").toString().split("\n")[0]); }
                all.add(entry);
                n++;
            }
            Files.write(new File(work, letter + "/" + name + ".dumps.json").toPath(), Json.pretty(all).getBytes(StandardCharsets.UTF_8));
        }
        System.out.printf("%s: %d SSTables dumped, %d failures, %.1f s%n", letter, n, failures, (System.nanoTime() - start) / 1e9);
    }

    /** A partition key as -k takes it. */
    private static String key(JsonNode parts) {
        StringJoiner j = new StringJoiner(":");
        for (JsonNode p : parts) {
            if (parts.size() > 1 && p.asText().isEmpty()) return "";
            j.add(parts.size() > 1 ? p.asText().replace(":", "\\:") : p.asText());
        }
        return j.toString();
    }

    private static String dump(File data, String suffix, String kind, List<Object> dumps, String... args) throws Exception {
        return run(data, "SSTableExport", suffix, kind, dumps, args);
    }

    private static String run(File data, String tool, String suffix, String kind, List<Object> dumps, String... args) throws Exception {
        String[] all = new String[args.length + 1];
        all[0] = data.getPath();
        System.arraycopy(args, 0, all, 1, args.length);
        Tools.Output o = Tools.run(tool, all);
        String prefix = data.getName().substring(0, data.getName().length() - "-Data.db".length());
        File f = new File(data.getParentFile(), prefix + "." + suffix + "." + kind + ".gz");
        Map<String, Object> d = Json.object("file", f.getName(), "tool", tool.equals("SSTableExport") ? "sstabledump" : "sstablemetadata", "release", System.getProperty("oracle.release"), "args", Arrays.asList(args));
        byte[] out = o.out;
        // the path is the machine's
        if (tool.equals("SSTableMetadataViewer")) out = new String(out, StandardCharsets.UTF_8).replace(data.getParentFile().getPath() + "/", "").getBytes(StandardCharsets.UTF_8);
        boolean failed = o.status != 0 || !o.err.isBlank();
        dumps.add(d);
        if (failed) {
            d.put("status", o.status);
            d.put("error", o.err.lines().limit(4).reduce("", (x, y) -> x + y + "\n").trim());
            d.remove("file");
            return null;
        }
        Files.write(f.toPath(), Gen.gzip(out));
        return new String(out, StandardCharsets.UTF_8);
    }
}
