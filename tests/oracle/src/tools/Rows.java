import java.io.File;
import java.lang.reflect.Constructor;
import java.nio.ByteBuffer;
import java.util.*;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.cassandra.db.ColumnFamilyStore;

/**
 * What CQLSSTableWriter does, of any number of statements and at a time that is given: its writer (SSTableSimpleUnsortedWriter), and of each
 * statement what its rawAddRow does.
 */
final class Rows {
    private Rows() {}

    static Map<String, Object> write(JsonNode r) throws Exception {
        String table = r.get("table").asText();
        for (JsonNode s : r.get("create")) Node.execute(s.asText());
        ColumnFamilyStore store = Node.store("corpus", table);
        Object metadata = Node.call(store, "metadata"), ref = Node.field(store, "metadata");
        File dir = new File(r.get("dir").asText()).getAbsoluteFile();
        dir.mkdirs();
        Class<?> fileType = Class.forName("org.apache.cassandra.io.util.File");
        Constructor<?> make = Class.forName("org.apache.cassandra.io.sstable.SSTableSimpleUnsortedWriter").getDeclaredConstructors()[0];
        make.setAccessible(true);
        Object writer = make.newInstance(fileType.getConstructor(String.class).newInstance(dir.getPath()), ref, Node.call(metadata, "regularAndStaticColumns"), 1024L);
        List<Object> failed = new ArrayList<>();
        int number = 0;
        for (JsonNode s : r.get("statements")) {
            try { add(writer, metadata, s.asText(), r.get("micros").asLong()); }
            catch (Throwable e) { failed.add(Json.object("statement", number, "error", String.valueOf(e.getMessage() == null ? e : e.getMessage()))); }
            number++;
        }
        Node.call(writer, "close");
        List<String> paths = new ArrayList<>();
        for (File f : dir.listFiles()) if (f.getName().endsWith("-Data.db")) paths.add(f.getPath());
        Collections.sort(paths);
        return Json.object("paths", paths, "failed", failed);
    }

    private static void add(Object writer, Object metadata, String cql, long micros) throws Exception {
        Object state = Node.call(Class.forName("org.apache.cassandra.service.ClientState"), "forInternalCalls");
        Object statement = Node.call(Class.forName("org.apache.cassandra.cql3.QueryProcessor"), "getStatement", cql, state);
        Node.call(statement, "validate", state);
        Object options = Class.forName("org.apache.cassandra.cql3.QueryOptions").getMethod("forInternalCalls", Class.forName("org.apache.cassandra.db.ConsistencyLevel"), List.class).invoke(null, null, List.of());
        List<?> keys = (List<?>) Node.call(statement, "buildPartitionKeyNames", options, state);
        long timestamp = (long) Node.call(statement, "getTimestamp", micros, options);
        int ttl = (int) Node.call(statement, "getTimeToLive", options);
        // By its name: 6.0, for which this is compiled too, has no such class.
        Constructor<?> make = Class.forName("org.apache.cassandra.cql3.UpdateParameters").getConstructors()[0];
        Object params = make.newInstance(metadata, Node.call(statement, "updatedColumns"), state, options, timestamp, micros / 1000000, ttl, Collections.emptyMap());
        boolean ranges = (boolean) Node.call(statement, "hasSlices");
        Collection<?> rows = ranges ? list((Iterable<?>) Node.call(statement, "createSlices", options)) : (Collection<?>) Node.call(statement, "createClustering", options, state);
        for (Object key : keys) {
            Node.call(Class.forName("org.apache.cassandra.cql3.Validation"), "validateKey", metadata, key);
            Object update = null;
            for (Object row : rows) {
                if (update == null) update = update(writer, metadata, (ByteBuffer) key);
                java.lang.reflect.Method m = null;
                for (java.lang.reflect.Method k : statement.getClass().getMethods())
                    if (k.getName().equals("addUpdateForKey") && k.getParameterTypes()[1].isInstance(row)) m = k;
                m.setAccessible(true);
                try { m.invoke(statement, update, row, params); }
                catch (java.lang.reflect.InvocationTargetException e) { throw Node.sneaky(e.getCause()); }
            }
        }
    }

    private static Collection<Object> list(Iterable<?> all) {
        List<Object> out = new ArrayList<>();
        for (Object o : all) out.add(o);
        return out;
    }

    private static Object update(Object writer, Object metadata, ByteBuffer key) throws Exception {
        Object decorated = Node.call(Node.field(metadata, "partitioner"), "decorateKey", key);
        java.lang.reflect.Method m = writer.getClass().getDeclaredMethod("getUpdateFor", Class.forName("org.apache.cassandra.db.DecoratedKey"));
        m.setAccessible(true);
        return m.invoke(writer, decorated);
    }
}
