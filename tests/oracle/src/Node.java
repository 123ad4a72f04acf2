import java.io.File;
import java.lang.reflect.*;
import java.util.*;

import org.apache.cassandra.config.DatabaseDescriptor;
import org.apache.cassandra.cql3.QueryProcessor;
import org.apache.cassandra.cql3.UntypedResultSet;
import org.apache.cassandra.db.ColumnFamilyStore;
import org.apache.cassandra.db.Keyspace;

/**
 * A Cassandra inside this JVM, without network: schema, memtables, flush and compaction are the release's own.
 * The API moved between 3.0 and 6.0; what moved is found by reflection, so that one source serves all releases.
 */
final class Node {
    private Node() {}

    /** Major version times 100 plus minor: 300, 307, 311, 400, 500, 600. */
    static final int RELEASE = release(System.getProperty("oracle.release", "5.0.8"));

    /** The host id: in counter shards and in Statistics.db, hence fixed. */
    static final UUID HOST = UUID.fromString("c0ffee00-0000-4000-8000-000000000001");

    private static int release(String text) {
        String[] p = text.split("[.-]");
        return Integer.parseInt(p[0]) * 100 + Integer.parseInt(p[1]);
    }

    // ---- reflection helpers

    static Method method(Class<?> c, String name, int args) {
        for (Class<?> k = c; k != null; k = k.getSuperclass())
            for (Method m : k.getDeclaredMethods())
                if (m.getName().equals(name) && m.getParameterCount() == args) { m.setAccessible(true); return m; }
        for (Method m : c.getMethods())
            if (m.getName().equals(name) && m.getParameterCount() == args) { m.setAccessible(true); return m; }
        return null;
    }

    static Object call(Object target, String name, Object... args) {
        Class<?> c = target instanceof Class ? (Class<?>) target : target.getClass();
        Method m = method(c, name, args.length);
        if (m == null) throw new IllegalStateException("no method " + c.getName() + "." + name + "/" + args.length);
        try { return m.invoke(target instanceof Class ? null : target, args); }
        catch (InvocationTargetException e) { throw sneaky(e.getCause()); }
        catch (IllegalAccessException e) { throw new IllegalStateException(e); }
    }

    static boolean has(Class<?> c, String name, int args) { return method(c, name, args) != null; }

    static Class<?> type(String... names) {
        for (String n : names) try { return Class.forName(n); } catch (ClassNotFoundException e) { /* the next */ }
        throw new IllegalStateException("none of " + Arrays.toString(names));
    }

    static Object field(Object target, String name) {
        Class<?> c = target instanceof Class ? (Class<?>) target : target.getClass();
        for (Class<?> k = c; k != null; k = k.getSuperclass())
            try { Field f = k.getDeclaredField(name); f.setAccessible(true); return f.get(target instanceof Class ? null : target); }
            catch (NoSuchFieldException e) { /* the parent */ }
            catch (IllegalAccessException e) { throw new IllegalStateException(e); }
        throw new IllegalStateException("no field " + c.getName() + "." + name);
    }

    @SuppressWarnings("unchecked")
    static <T extends Throwable> RuntimeException sneaky(Throwable t) throws T { throw (T) t; }

    // ---- start

    static void boot() throws Exception {
        if (RELEASE >= 600) { bootDaemon(); return; }
        if (has(DatabaseDescriptor.class, "daemonInitialization", 0)) call(DatabaseDescriptor.class, "daemonInitialization");
        else DatabaseDescriptor.getPartitioner();
        DatabaseDescriptor.createAllDirectories();
        Class<?> schema = type("org.apache.cassandra.schema.Schema", "org.apache.cassandra.config.Schema");
        Object commitLog = field(type("org.apache.cassandra.db.commitlog.CommitLog"), "instance");
        if (RELEASE >= 400) call(commitLog, "start");
        Keyspace.setInitialized();
        call(type("org.apache.cassandra.schema.SchemaKeyspace"), "saveSystemKeyspacesSchema");
        call(field(schema, "instance"), "loadFromDisk");
        Class<?> system = type("org.apache.cassandra.db.SystemKeyspace");
        call(system, "persistLocalMetadata");
        call(system, "setLocalHostId", HOST);
        joinRing();
        // Views ask it how far their building went.
        execute("CREATE KEYSPACE system_distributed WITH replication = {'class': 'SimpleStrategy', 'replication_factor': '1'}");
        execute("CREATE TABLE system_distributed.view_build_status (keyspace_name text, view_name text, host_id uuid, status text, PRIMARY KEY ((keyspace_name, view_name), host_id))");
    }

    /** This node owns one token, so that counters and materialized views find their replica: itself. */
    private static void joinRing() throws Exception {
        Object service = field(type("org.apache.cassandra.service.StorageService"), "instance");
        Object metadata = call(service, "getTokenMetadata");
        Object partitioner = DatabaseDescriptor.getPartitioner();
        Object token = call(partitioner, "getMinimumToken");
        Object endpoint = call(type("org.apache.cassandra.utils.FBUtilities"), RELEASE >= 400 ? "getBroadcastAddressAndPort" : "getBroadcastAddress");
        call(metadata, "updateHostId", HOST, endpoint);
        for (Method m : metadata.getClass().getDeclaredMethods())
            if (m.getName().equals("updateNormalToken") && m.getParameterCount() == 2) { m.setAccessible(true); m.invoke(metadata, token, endpoint); }
        Field mode = service.getClass().getDeclaredField("operationMode");
        mode.setAccessible(true);
        for (Object o : mode.getType().getEnumConstants()) if (o.toString().equals("NORMAL")) mode.set(service, o);
        for (String flag : new String[]{"initialized", "joined"}) {
            Field f = service.getClass().getDeclaredField(flag);
            f.setAccessible(true);
            f.set(service, true);
        }
    }

    /** 6.0 keeps its schema in the cluster metadata service: let the daemon start that. */
    private static void bootDaemon() throws Exception {
        Class<?> daemon = type("org.apache.cassandra.service.CassandraDaemon");
        Constructor<?> c = daemon.getDeclaredConstructor(boolean.class);
        c.setAccessible(true);
        call(c.newInstance(true), "activate", false);
    }

    // ---- statements

    /** Runs a statement of any kind here and now. */
    static UntypedResultSet execute(String cql, Object... values) {
        if (!Case.ddl(cql.trim())) return QueryProcessor.executeOnceInternal(cql, values);
        if (RELEASE >= 600) return QueryProcessor.process(cql, org.apache.cassandra.db.ConsistencyLevel.ONE);
        if (RELEASE >= 400) return QueryProcessor.executeOnceInternal(cql, values);
        Object state = call(type("org.apache.cassandra.service.ClientState"), "forInternalCalls");
        Object statement = field(call(QueryProcessor.class, "getStatement", cql, state), "statement");
        call(statement, "validate", state);
        if (has(statement.getClass(), "announceMigration", 2))
            call(statement, "announceMigration", call(type("org.apache.cassandra.service.QueryState"), "forInternalCalls"), true);
        else call(statement, "announceMigration", true);
        return null;
    }

    // ---- tables

    static ColumnFamilyStore store(String keyspace, String table) {
        return Keyspace.open(keyspace).getColumnFamilyStore(table);
    }

    static void flush(ColumnFamilyStore store) {
        if (has(ColumnFamilyStore.class, "forceBlockingFlush", 0)) { call(store, "forceBlockingFlush"); return; }
        Class<?> reason = type("org.apache.cassandra.db.ColumnFamilyStore$FlushReason");
        Object user = null;
        for (Object o : reason.getEnumConstants()) if (o.toString().equals("USER_FORCED")) user = o;
        Method m = null;
        for (Method k : ColumnFamilyStore.class.getDeclaredMethods())
            if (k.getName().equals("forceBlockingFlush") && k.getParameterCount() == 1 && k.getParameterTypes()[0] == reason) m = k;
        try { m.invoke(store, user); } catch (ReflectiveOperationException e) { throw new IllegalStateException(e); }
    }

    static void compact(ColumnFamilyStore store) { call(store, "forceMajorCompaction"); }

    /** The Data.db files of a table and of its secondary indexes, in the order of their paths. */
    static List<File> dataFiles(ColumnFamilyStore store) {
        List<File> out = new ArrayList<>();
        for (Object r : (Iterable<?>) call(store, "getLiveSSTables")) out.add(new File((String) call(r, "getFilename")));
        Object indexes = field(store, "indexManager");
        for (Object s : (Iterable<?>) call(indexes, "getAllIndexColumnFamilyStores"))
            if (s != store) out.addAll(dataFiles((ColumnFamilyStore) s));
        Collections.sort(out);
        return out;
    }

    /** The components beside a Data.db. */
    static List<File> components(File data) {
        String prefix = data.getName().substring(0, data.getName().length() - "Data.db".length());
        List<File> out = new ArrayList<>();
        for (File f : data.getParentFile().listFiles()) if (f.getName().startsWith(prefix)) out.add(f);
        Collections.sort(out);
        return out;
    }

    /** Has the dictionary of a table trained from its SSTables (6.0), whatever there is of them. */
    static void train(ColumnFamilyStore store) throws Exception {
        Object manager = call(store, "compressionDictionaryManager");
        call(manager, "train", true, new HashMap<String, String>());
        for (int i = 0; i < 300; i++) {
            Object state = call(manager, "getTrainingState");
            String status = String.valueOf(((javax.management.openmbean.CompositeData) state).get("status"));
            if (status.equals("COMPLETED")) { if (call(manager, "getCurrent") != null) return; }
            else if (status.equals("FAILED")) throw new IllegalStateException("training failed: " + state);
            Thread.sleep(200);
        }
        throw new IllegalStateException("training did not end");
    }

    /** CREATE TABLE of a table as the schema tables have it (for Cassandra's own tables, which no statement of ours made). */
    static String describe(String keyspace, String table) {
        StringBuilder b = new StringBuilder("CREATE TABLE " + keyspace + "." + table + " (");
        TreeMap<Integer, String> pk = new TreeMap<>(), ck = new TreeMap<>(), order = new TreeMap<>();
        for (UntypedResultSet.Row r : QueryProcessor.executeOnceInternal("SELECT * FROM system_schema.columns WHERE keyspace_name = ? AND table_name = ?", keyspace, table)) {
            String name = '"' + r.getString("column_name").replace("\"", "\"\"") + '"', kind = r.getString("kind");
            if (kind.equals("partition_key")) pk.put(r.getInt("position"), name);
            if (kind.equals("clustering")) { ck.put(r.getInt("position"), name); order.put(r.getInt("position"), name + " " + r.getString("clustering_order")); }
            b.append(name).append(' ').append(r.getString("type")).append(kind.equals("static") ? " static, " : ", ");
        }
        b.append("PRIMARY KEY ((").append(String.join(", ", pk.values())).append(')');
        for (String c : ck.values()) b.append(", ").append(c);
        b.append("))");
        if (!ck.isEmpty()) b.append(" WITH CLUSTERING ORDER BY (").append(String.join(", ", order.values())).append(')');
        return b.toString();
    }
}
