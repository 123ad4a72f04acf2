import java.nio.ByteBuffer;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import org.apache.cassandra.config.*;
import org.apache.cassandra.cql3.*;
import org.apache.cassandra.cql3.functions.*;
import org.apache.cassandra.cql3.functions.Function;
import org.apache.cassandra.db.marshal.*;
import org.apache.cassandra.exceptions.*;
import org.apache.cassandra.utils.*;

/** The functions that 6.0 adds to those of 5.0. Argument: the file to write. */
public class Functions6
{
    static final FunctionContext CONTEXT = new FunctionContext.NoTimeFunctionContext()
    {
        public QueryOptions options()
        {
            return QueryOptions.DEFAULT;
        }
    };
    static final Random random = new Random(20261128);
    static final StringBuilder out = new StringBuilder();

    public static void main(String[] args) throws Exception
    {
        DatabaseDescriptor.clientInitialization(false);
        List<AbstractType<?>> amounts = List.of(Int32Type.instance, ByteType.instance, ShortType.instance, LongType.instance, IntegerType.instance, AsciiType.instance, UTF8Type.instance);
        String[] numbers = { "0", "1", "5", "99", "127", "1000", "1023", "1024", "1025", "1536", "20250", "32767", "60000", "61234", "3600000", "1048576", "1048577", "86400000", "99999999", "1073741824", "1073741825", "2147483647", "123456789012", "9223372036854775807", "123456789012345678901234567890", "-1", "-5", "x", "", "1.5" };
        String[][] units = { {}, { "B" }, { "KiB" }, { "MiB" }, { "GiB" }, { "kib" }, { "TiB" }, { "KiB", "B" }, { "GiB", "B" }, { "MiB", "GiB" }, { "GiB", "MiB" }, { "ms" }, { "s" }, { "d" }, { "H" }, { "x" }, { "m", "s" }, { "s", "h" }, { "d", "ns" }, { "ns", "d" }, { "us", "ms" }, { null } , { "s", null } };
        for (String name : List.of("format_bytes", "format_time"))
            for (AbstractType<?> amount : amounts)
                for (String[] unit : units)
                {
                    if (random.nextInt(3) > 0 && unit.length > 0 && amount != LongType.instance)
                        continue;
                    List<AbstractType<?>> types = new ArrayList<>(List.of(amount));
                    List<ByteBuffer> rest = new ArrayList<>();
                    for (String u : unit)
                    {
                        types.add(AsciiType.instance);
                        rest.add(u == null ? null : ByteBufferUtil.bytes(u));
                    }
                    List<List<ByteBuffer>> rows = new ArrayList<>();
                    for (String number : numbers)
                    {
                        try
                        {
                            List<ByteBuffer> row = new ArrayList<>();
                            row.add(amount.fromString(number));
                            row.addAll(rest);
                            rows.add(row);
                        }
                        catch (Exception e)
                        {
                        }
                    }
                    List<ByteBuffer> none = new ArrayList<>();
                    none.add(null);
                    none.addAll(rest);
                    rows.add(none);
                    all(name, types, rows);
                }
        for (AbstractType<?> type : List.of(UTF8Type.instance, AsciiType.instance))
            for (String name : List.of("length", "octet_length"))
                all(name, List.of(type), Stream.of("", "a", "hello", "\u00e4\u00f6", "\ud83d\ude00x", null).filter(s -> s == null || type == UTF8Type.instance || s.length() < 6 && s.chars().allMatch(c -> c < 128))
                    .map(s -> Collections.singletonList(s == null ? null : ByteBufferUtil.bytes(s))).collect(Collectors.toList()));
        for (AbstractType<?> type : List.of(Int32Type.instance, LongType.instance, BytesType.instance, IntegerType.instance, TimeUUIDType.instance, UUIDType.instance, InetAddressType.instance, BooleanType.instance, DecimalType.instance))
            all("octet_length", List.of(type), List.of(Collections.singletonList(ByteBuffer.allocate(4)), Collections.singletonList(ByteBuffer.allocate(16)), Collections.singletonList(ByteBuffer.allocate(0)), Collections.singletonList(null)));
        all("octet_length", List.of(ListType.getInstance(Int32Type.instance, false)), List.of());
        all("length", List.of(Int32Type.instance), List.of());
        all("format_bytes", List.of(DoubleType.instance), List.of());
        all("format_time", List.of(BooleanType.instance), List.of());
        all("format_time", List.of(), List.of());
        all("format_bytes", List.of(Int32Type.instance, AsciiType.instance, AsciiType.instance, AsciiType.instance), List.of());
        all("format_bytes", List.of(Int32Type.instance, Int32Type.instance), List.of());
        Files.writeString(Path.of(args[0]), out);
        System.exit(0);
    }

    static String text(Throwable e)
    {
        String message = String.valueOf(e.getMessage()).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
        return "! " + (e instanceof CassandraException ? e.getClass().getSimpleName() : e.getClass().getName()) + ": " + message;
    }

    static String hex(ByteBuffer bytes)
    {
        return bytes == null ? "null" : "0x" + ByteBufferUtil.bytesToHex(bytes);
    }

    static void all(String name, List<AbstractType<?>> types, List<List<ByteBuffer>> rows)
    {
        String shown = types.stream().map(AbstractType::toString).collect(Collectors.joining("; "));
        Function f;
        try
        {
            f = FunctionResolver.get("ks", new FunctionName(null, name), types, null, null, null, org.apache.cassandra.schema.UserFunctions.none());
        }
        catch (Throwable e)
        {
            out.append("? ").append(name).append('\t').append(shown).append('\t').append(text(e)).append('\n');
            return;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < types.size(); i++)
            names.add("c" + i);
        out.append("= ").append(name).append('\t').append(shown).append('\t').append(f.returnType()).append('\t').append(f.columnName(names)).append('\t').append(f).append('\n');
        for (List<ByteBuffer> row : rows)
        {
            String result;
            try
            {
                Arguments arguments = f.newArguments(CONTEXT);
                for (int i = 0; i < row.size(); i++)
                    arguments.set(i, row.get(i) == null ? null : row.get(i).duplicate());
                result = hex(((ScalarFunction) f).execute(arguments));
            }
            catch (Throwable e)
            {
                result = text(e);
            }
            out.append(row.stream().map(Functions6::hex).collect(Collectors.joining(" "))).append('\t').append(result).append('\n');
        }
    }
}
