import java.io.File;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.*;

import org.apache.cassandra.config.DatabaseDescriptor;
import org.apache.cassandra.dht.Murmur3Partitioner;
import org.apache.cassandra.dht.Token;
import org.apache.cassandra.io.sstable.CQLSSTableWriter;
import org.apache.cassandra.utils.ByteBufferUtil;

/**
 * Writes a table that speed is measured on, with Cassandra's bulk writer, and prints how fast that was.
 * usage: PerfTables DIR narrow|wide|coll ROWS [big|bti [SSTABLE_MIB|sorted]]. The rows depend on the arguments alone.
 * Rows are kept in memory until an SSTable is full; or they are made in the order of their tokens, for one SSTable of any size.
 */
public class PerfTables {
    private static final String[] WORDS = {"alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet", "kilo", "lima", "mike", "november", "oscar", "papa"};

    private enum Shape {
        /** Many partitions of one small row. */
        narrow(1, "id int PRIMARY KEY, name text, score double") {
            @Override Object[] row(int i, Random r) { return new Object[]{i, "name-" + i + "-" + WORDS[i % 16], i / 2.0}; }
        },
        /** Partitions of a thousand rows of half a kilobyte. */
        wide(1000, "dev int, ts timestamp, a text, b text, c text, d text, e text, i1 int, i2 int, i3 bigint, f1 double, f2 double, u uuid, ok boolean, bl blob, PRIMARY KEY (dev, ts)") {
            @Override Object[] row(int i, Random r) {
                return new Object[]{i / 1000, new Date(1700000000000L + i % 1000 * 1000L), words(r, 12), words(r, 20), words(r, 16), words(r, 12), "user" + r.nextInt(100000) + "@example.com",
                    r.nextInt(), r.nextInt(1000), r.nextLong(), r.nextDouble(), r.nextGaussian(), new UUID(r.nextLong(), r.nextLong()), r.nextBoolean(), ByteBuffer.wrap(words(r, 10).getBytes(StandardCharsets.UTF_8))};
            }
        },
        /** A map, a set, a list and a static in partitions of a hundred rows. */
        coll(100, "k text, c int, m map<text, int>, s set<int>, l list<text>, st text static, PRIMARY KEY (k, c)") {
            @Override Object[] row(int i, Random r) {
                Map<String, Integer> m = new TreeMap<>();
                Set<Integer> s = new TreeSet<>();
                List<String> l = new ArrayList<>();
                for (int j = 0; j < 5; j++) m.put(WORDS[j], r.nextInt());
                for (int j = 0; j < 8; j++) s.add(r.nextInt(1000));
                for (int j = 0; j < 6; j++) l.add(WORDS[r.nextInt(16)]);
                return new Object[]{"k" + i / 100, i % 100, m, s, l, "static" + i / 100};
            }
        };

        /** Rows of a partition. */
        final int partition;
        final String columns;
        Shape(int partition, String columns) { this.partition = partition; this.columns = columns; }
        abstract Object[] row(int i, Random r);

        List<String> names() {
            List<String> out = new ArrayList<>();
            for (String part : columns.replaceAll("<[^>]*>|, PRIMARY KEY \\(.*", "").split(", ")) out.add(part.split(" ")[0]);
            return out;
        }
    }

    private static String words(Random r, int n) {
        StringBuilder b = new StringBuilder(WORDS[r.nextInt(16)]);
        while (--n > 0) b.append(' ').append(WORDS[r.nextInt(16)]);
        return b.toString();
    }

    /** Numbers of the partitions, by their tokens. */
    private static Integer[] sorted(Shape shape, int rows) {
        Integer[] all = new Integer[rows / shape.partition];
        Token[] tokens = new Token[all.length];
        Random r = new Random(0);
        for (int p = 0; p < all.length; p++) {
            Object key = shape.row(p * shape.partition, r)[0];
            all[p] = p;
            tokens[p] = Murmur3Partitioner.instance.getToken(key instanceof Integer ? ByteBufferUtil.bytes((Integer) key) : ByteBufferUtil.bytes((String) key));
        }
        Arrays.sort(all, Comparator.comparing(p -> tokens[p]));
        return all;
    }

    public static void main(String[] a) throws Exception {
        int rc = 1;
        try { run(a); rc = 0; } catch (Throwable e) { e.printStackTrace(); }
        Runtime.getRuntime().halt(rc);
    }

    private static void run(String[] a) throws Exception {
        File dir = new File(a[0]).getAbsoluteFile();
        Shape shape = Shape.valueOf(a[1]);
        int rows = Integer.parseInt(a[2]);
        boolean isSorted = a.length > 4 && a[4].equals("sorted");
        DatabaseDescriptor.clientInitialization();
        dir.mkdirs();
        String create = "CREATE TABLE perf." + shape + " (" + shape.columns + ") WITH compression = {'class': 'LZ4Compressor'}", names = String.join(", ", shape.names());
        CQLSSTableWriter.Builder b = CQLSSTableWriter.builder().inDirectory(dir.getPath()).forTable(create)
            .using("INSERT INTO perf." + shape + " (" + names + ") VALUES (" + names.replaceAll("\\w+", "?") + ") USING TIMESTAMP 1700000000000000")
            .withBufferSizeInMiB(isSorted ? 1 << 20 : a.length > 4 ? Integer.parseInt(a[4]) : 256);
        if (isSorted) b.sorted();
        if (a.length > 3) b.withFormat(DatabaseDescriptor.getSSTableFormats().get(a[3]));
        Random r = new Random(42);
        long start = System.nanoTime();
        try (CQLSSTableWriter w = b.build()) {
            if (isSorted) {
                for (int p : sorted(shape, rows)) for (int i = 0; i < shape.partition; i++) w.addRow(shape.row(p * shape.partition + i, r));
            } else {
                for (int i = 0; i < rows; i++) w.addRow(shape.row(i, r));
            }
        }
        double s = (System.nanoTime() - start) / 1e9;
        java.nio.file.Files.writeString(new File(dir, "schema.cql").toPath(), create + ";\n");
        System.out.printf("%s: %d rows in %.2f s, %.0f rows/s%n", shape, rows, s, rows / s);
        System.out.flush();
    }
}
