import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.management.*;
import javax.management.remote.*;

/** One JVM that stays: a table of keyspace corpus a line on standard input, flushed by the node and never compacted, "ok" or what went wrong on standard output. */
public class Flush {
    public static void main(String[] args) throws Exception {
        JMXServiceURL url = new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + args[0] + "/jmxrmi");
        MBeanServerConnection node = JMXConnectorFactory.connect(url).getMBeanServerConnection();
        ObjectName service = new ObjectName("org.apache.cassandra.db:type=StorageService");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String table; (table = in.readLine()) != null; ) {
            try {
                Object[] which = {"corpus", new String[] {table}};
                String[] types = {"java.lang.String", "[Ljava.lang.String;"};
                node.invoke(service, "disableAutoCompaction", which, types);
                node.invoke(service, "forceKeyspaceFlush", which, types);
                System.out.println("ok");
            } catch (Throwable t) {
                System.out.println(t.toString().replace('\n', ' '));
            }
            System.out.flush();
        }
    }
}
