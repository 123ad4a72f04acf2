import java.io.*;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.security.Permission;

/** Runs the main method of one of Cassandra's tools in this JVM and catches what it prints and how it exits. */
final class Tools {
    private Tools() {}

    static final class Output {
        final int status; final byte[] out; final String err;
        Output(int status, byte[] out, String err) { this.status = status; this.out = out; this.err = err; }
    }

    private static final class Exit extends Error {
        final int status;
        Exit(int status) { super("exit " + status, null, false, false); this.status = status; }
    }

    @SuppressWarnings("removal")
    static synchronized Output run(String name, String... args) throws Exception {
        PrintStream out = System.out, err = System.err;
        SecurityManager manager = System.getSecurityManager();
        Class<?> tool = load("org.apache.cassandra.tools." + name);
        ByteArrayOutputStream o = new ByteArrayOutputStream(), e = new ByteArrayOutputStream();
        int status = 0;
        System.setSecurityManager(new SecurityManager() {
            @Override public void checkExit(int code) { throw new Exit(code); }
            @Override public void checkPermission(Permission p) { }
            @Override public void checkPermission(Permission p, Object context) { }
        });
        try (PrintStream po = new PrintStream(o, false, "UTF-8"); PrintStream pe = new PrintStream(e, true, "UTF-8")) {
            System.setOut(po);
            System.setErr(pe);
            int[] code = {0};
            // A thread of its own: the tools leave scanners open, whose read-ahead buffers (6.0) are the thread's.
            Thread t = new Thread(() -> {
                try { tool.getMethod("main", String[].class).invoke(null, (Object) args); }
                catch (InvocationTargetException x) {
                    Throwable c = x.getCause();
                    if (c instanceof Exit) code[0] = ((Exit) c).status;
                    else { code[0] = 1; c.printStackTrace(pe); }
                } catch (ReflectiveOperationException x) { code[0] = 1; x.printStackTrace(pe); }
            }, "tool");
            t.start();
            t.join();
            status = code[0];
            po.flush();
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.setSecurityManager(manager);
        }
        return new Output(status, o.toByteArray(), new String(e.toByteArray(), StandardCharsets.UTF_8));
    }

    /** The tools initialize themselves as tools when their class is, and refuse where a node runs: they need not know. */
    private static Class<?> load(String name) throws Exception {
        Class<?> descriptor = Class.forName("org.apache.cassandra.config.DatabaseDescriptor");
        java.lang.reflect.Field daemon = descriptor.getDeclaredField("daemonInitialized"), tool = descriptor.getDeclaredField("toolInitialized");
        daemon.setAccessible(true);
        tool.setAccessible(true);
        boolean running = daemon.getBoolean(null);
        if (running) { daemon.setBoolean(null, false); tool.setBoolean(null, true); }
        try { return Class.forName(name); }
        finally { if (running) { daemon.setBoolean(null, true); tool.setBoolean(null, false); } }
    }
}
