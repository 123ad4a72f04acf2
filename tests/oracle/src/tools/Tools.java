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
            try { Class.forName("org.apache.cassandra.tools." + name).getMethod("main", String[].class).invoke(null, (Object) args); }
            catch (InvocationTargetException t) {
                Throwable c = t.getCause();
                if (c instanceof Exit) status = ((Exit) c).status;
                else { status = 1; c.printStackTrace(pe); }
            }
            po.flush();
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.setSecurityManager(manager);
        }
        return new Output(status, o.toByteArray(), new String(e.toByteArray(), StandardCharsets.UTF_8));
    }
}
