import java.util.*;

import org.apache.cassandra.config.DatabaseDescriptor;
import org.apache.cassandra.db.DeletionTime;
import org.apache.cassandra.db.ClusteringPrefix;
import org.apache.cassandra.db.LivenessInfo;
import org.apache.cassandra.db.partitions.UnfilteredPartitionIterator;
import org.apache.cassandra.db.partitions.UnfilteredPartitionIterators;
import org.apache.cassandra.db.rows.*;
import org.apache.cassandra.io.sstable.Descriptor;
import org.apache.cassandra.io.sstable.format.SSTableReader;
import org.apache.cassandra.schema.ColumnMetadata;
import org.apache.cassandra.schema.TableMetadata;
import org.apache.cassandra.schema.TableMetadataRef;
import org.apache.cassandra.io.util.File;
import org.apache.cassandra.tools.Util;
import org.apache.cassandra.utils.ByteBufferUtil;

/**
 * What Cassandra's merge makes of some SSTables of a table, a line a partition, row or marker, with no deletion left out:
 * usage Merged FOLDER, where each line of standard input names SSTables of a table, as files in it.
 */
public class Merged {
    public static void main(String[] a) throws Exception {
        int rc = 1;
        DatabaseDescriptor.toolInitialization(false);
        try (java.io.BufferedReader in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in))) {
            for (String line; (line = in.readLine()) != null; ) {
                System.out.println("# " + line);
                try { run(a[0], line.split(" ")); } catch (Throwable e) { System.out.println("! " + String.valueOf(e).replace('\n', ' ')); }
            }
            rc = 0;
        } catch (Throwable e) { e.printStackTrace(); }
        System.out.flush();
        Runtime.getRuntime().halt(rc);
    }

    private static void run(String folder, String[] paths) throws Exception {
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
        try (UnfilteredPartitionIterator merged = UnfilteredPartitionIterators.merge(scanners, UnfilteredPartitionIterators.MergeListener.NOOP)) {
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
