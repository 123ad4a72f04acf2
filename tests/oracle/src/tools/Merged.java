import java.util.*;
import java.util.function.LongPredicate;

import org.apache.cassandra.config.DatabaseDescriptor;
import org.apache.cassandra.db.DeletionTime;
import org.apache.cassandra.db.ClusteringPrefix;
import org.apache.cassandra.db.LivenessInfo;
import org.apache.cassandra.db.partitions.PurgeFunction;
import org.apache.cassandra.db.partitions.UnfilteredPartitionIterator;
import org.apache.cassandra.db.partitions.UnfilteredPartitionIterators;
import org.apache.cassandra.db.rows.*;
import org.apache.cassandra.db.transform.Transformation;
import org.apache.cassandra.io.sstable.Descriptor;
import org.apache.cassandra.io.sstable.format.SSTableReader;
import org.apache.cassandra.io.sstable.format.StatsComponent;
import org.apache.cassandra.io.sstable.metadata.StatsMetadata;
import org.apache.cassandra.schema.ColumnMetadata;
import org.apache.cassandra.schema.TableMetadata;
import org.apache.cassandra.schema.TableMetadataRef;
import org.apache.cassandra.io.util.File;
import org.apache.cassandra.tools.Util;
import org.apache.cassandra.utils.ByteBufferUtil;

/**
 * What Cassandra's merge makes of some SSTables of a table, a line a partition, row or marker, with no deletion left out:
 * usage Merged FOLDER, where each line of standard input names SSTables of a table, as files in it. Merged FOLDER purged: what its
 * compaction's purger leaves of that, in two settings a line: clock, last second of gc_grace, and the oldest timestamp elsewhere.
 */
public class Merged {
    public static void main(String[] a) throws Exception {
        int rc = 1;
        DatabaseDescriptor.toolInitialization(false);
        try (java.io.BufferedReader in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in))) {
            int n = 0;
            for (String line; (line = in.readLine()) != null; ) {
                if (a.length == 1) { attempt(a[0], line, null); continue; }
                long[] times = times(a[0], line.split(" "));
                long far = 4000000000L, now = times[1], all = Long.MAX_VALUE;
                attempt(a[0], line, n % 2 == 0 ? new Purger(far, far, all) : new Purger(far, 0, all));
                attempt(a[0], line, n++ % 2 == 0 ? new Purger(now, now, times[0]) : new Purger(far, now, all));
            }
            rc = 0;
        } catch (Throwable e) { e.printStackTrace(); }
        System.out.flush();
        Runtime.getRuntime().halt(rc);
    }

    private static void attempt(String folder, String line, Purger purger) {
        System.out.println("# " + (purger == null ? "" : purger.name + " ") + line);
        try { run(folder, line.split(" "), purger); } catch (Throwable e) { System.out.println("! " + String.valueOf(e).replace('\n', ' ')); }
    }

    private static class Purger extends PurgeFunction {
        final String name;
        private final long oldest;
        Purger(long now, long gcBefore, long oldest) {
            super(now, gcBefore, Integer.MIN_VALUE, false, false);
            name = now + "," + gcBefore + "," + (oldest == Long.MAX_VALUE ? "-" : oldest);
            this.oldest = oldest;
        }
        protected LongPredicate getPurgeEvaluator() { return oldest == Long.MAX_VALUE ? t -> true : t -> t < oldest; }
    }

    /** A timestamp and a local deletion time in the middle of those that the SSTables have. */
    private static long[] times(String folder, String[] paths) throws Exception {
        long[] least = { Long.MAX_VALUE, Long.MAX_VALUE }, most = { Long.MIN_VALUE, Long.MIN_VALUE };
        for (String path : paths) {
            Descriptor d = Descriptor.fromFile(new File(folder, path));
            StatsMetadata s = StatsComponent.load(d).statsMetadata();
            least[0] = Math.min(least[0], s.minTimestamp); most[0] = Math.max(most[0], s.maxTimestamp);
            if (s.minLocalDeletionTime != Long.MAX_VALUE) { least[1] = Math.min(least[1], s.minLocalDeletionTime); most[1] = Math.max(most[1], s.maxLocalDeletionTime == Long.MAX_VALUE ? s.minLocalDeletionTime : s.maxLocalDeletionTime); }
        }
        if (least[1] == Long.MAX_VALUE) least[1] = most[1] = 0;
        return new long[] { least[0] / 2 + most[0] / 2, least[1] / 2 + most[1] / 2 };
    }

    private static void run(String folder, String[] paths, Purger purger) throws Exception {
        List<Descriptor> all = new ArrayList<>();
        TableMetadata table = null;
        for (String path : paths) {
            Descriptor d = Descriptor.fromFile(new File(folder, path));
            all.add(d);
            TableMetadata one = Util.metadataFromSSTable(d);
            if (table == null) { table = one; DatabaseDescriptor.setPartitionerUnsafe(one.partitioner); continue; }
            TableMetadata.Builder b = table.unbuild();
            for (ColumnMetadata c : one.columns()) if (table.getColumn(c.name) == null) { if (c.isStatic()) b.addStaticColumn(c.name, c.type); else b.addRegularColumn(c.name, c.type); }
            table = b.build();
        }
        TableMetadataRef ref = TableMetadataRef.forOfflineTools(table);
        List<UnfilteredPartitionIterator> scanners = new ArrayList<>();
        for (Descriptor d : all) scanners.add(SSTableReader.openNoValidation(null, d, ref).getScanner());
        try (UnfilteredPartitionIterator whole = UnfilteredPartitionIterators.merge(scanners, UnfilteredPartitionIterators.MergeListener.NOOP);
             UnfilteredPartitionIterator merged = purger == null ? whole : Transformation.apply(whole, purger)) {
            while (merged.hasNext()) try (UnfilteredRowIterator p = merged.next()) {
                System.out.println("P " + hex(p.partitionKey().getKey()) + " " + deletion(p.partitionLevelDeletion()));
                if (!p.staticRow().isEmpty()) row(p.staticRow());
                while (p.hasNext()) {
                    Unfiltered u = p.next();
                    if (u.isRow()) { row((Row) u); continue; }
                    RangeTombstoneMarker m = (RangeTombstoneMarker) u;
                    System.out.println("M " + prefix(m.clustering()) + " " + (m.isClose(false) ? deletion(m.closeDeletionTime(false)) : "-") + " " + (m.isOpen(false) ? deletion(m.openDeletionTime(false)) : "-"));
                }
            }
        }
    }

    private static void row(Row r) {
        StringBuilder s = new StringBuilder("R ").append(prefix(r.clustering())).append(' ');
        LivenessInfo l = r.primaryKeyLivenessInfo();
        s.append(l.isEmpty() ? "-" : l.timestamp() + "," + l.ttl() + "," + l.localExpirationTime()).append(' ');
        s.append(deletion(r.deletion().time())).append(r.deletion().isShadowable() ? "s" : "");
        for (ColumnData d : r) {
            s.append(' ').append(d.column().name);
            if (d.column().isSimple()) { cell(s, (Cell<?>) d); continue; }
            ComplexColumnData c = (ComplexColumnData) d;
            s.append(' ').append(deletion(c.complexDeletion()));
            for (Cell<?> x : c) cell(s, x);
        }
        System.out.println(s);
    }

    private static void cell(StringBuilder s, Cell<?> c) {
        s.append(" {").append(c.path() == null ? "" : hex(c.path().get(0))).append(' ').append(c.timestamp()).append(',').append(c.ttl()).append(',').append(c.localDeletionTime()).append(' ').append(hex(c.buffer())).append('}');
    }

    private static String prefix(ClusteringPrefix<?> p) {
        StringBuilder s = new StringBuilder(p.kind().toString());
        for (int i = 0; i < p.size(); i++) s.append(':').append(p.get(i) == null ? "null" : hex(p.bufferAt(i)));
        return s.toString();
    }

    private static String deletion(DeletionTime d) {
        return d.isLive() ? "-" : d.markedForDeleteAt() + "," + d.localDeletionTime();
    }

    private static String hex(java.nio.ByteBuffer b) { return ByteBufferUtil.bytesToHex(b); }
}
