import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.management.*;
import javax.management.remote.*;

/** One JVM that stays: a table name a line on standard input, its new SSTables loaded by the node (what nodetool refresh does), "ok" or what went wrong on standard output. */
public class Refresh {
    public static void main(String[] args) throws Exception {
        JMXServiceURL url = new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + args[0] + "/jmxrmi");
        MBeanServerConnection node = JMXConnectorFactory.connect(url).getMBeanServerConnection();
        ObjectName service = new ObjectName("org.apache.cassandra.db:type=StorageService");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String table; (table = in.readLine()) != null; ) {
            try {
                node.invoke(service, "disableAutoCompaction", new Object[] {"corpus", new String[] {table}}, new String[] {"java.lang.String", "[Ljava.lang.String;"});
                node.invoke(service, "loadNewSSTables", new Object[] {"corpus", table}, new String[] {"java.lang.String", "java.lang.String"});
                System.out.println("ok");
            } catch (Throwable t) {
                Throwable c = t;
                while (c.getCause() != null) c = c.getCause();
                System.out.println(c.toString().replace('\n', ' '));
            }
            System.out.flush();
        }
    }
}
