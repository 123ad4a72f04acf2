import java.math.*;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import org.apache.cassandra.config.*;
import org.apache.cassandra.cql3.*;
import org.apache.cassandra.cql3.functions.*;
import org.apache.cassandra.cql3.functions.Function;
import org.apache.cassandra.db.marshal.*;
import org.apache.cassandra.dht.Murmur3Partitioner;
import org.apache.cassandra.exceptions.*;
import org.apache.cassandra.schema.*;
import org.apache.cassandra.transport.ProtocolVersion;
import org.apache.cassandra.utils.*;

/**
 * What Cassandra's values in statements and native functions make of texts and bytes. Arguments: the file with statements' values, the folder for
 * terms.txt, calls.txt, aggregates.txt.
 */
public class Functions
{
    static final Random random = new Random(20261128);

    public static void main(String[] args) throws Exception
    {
        CassandraRelevantProperties.FORCE_LOAD_LOCAL_KEYSPACES.setBoolean(true);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        DatabaseDescriptor.clientInitialization(false);
        if (DatabaseDescriptor.getPartitioner() == null)
            DatabaseDescriptor.setPartitionerUnsafe(Murmur3Partitioner.instance);
        UserType address = new UserType("ks", ByteBufferUtil.bytes("address"),
            List.of(FieldIdentifier.forQuoted("street"), FieldIdentifier.forQuoted("no"), FieldIdentifier.forQuoted("Tags")),
            List.of(UTF8Type.instance, Int32Type.instance, SetType.getInstance(UTF8Type.instance, false)), true);
        TableMetadata table = TableMetadata.builder("ks", "t").addPartitionKeyColumn("a", Int32Type.instance).addPartitionKeyColumn("b", UTF8Type.instance)
            .addRegularColumn("c", Int32Type.instance).build();
        TableMetadata single = TableMetadata.builder("ks", "s").addPartitionKeyColumn("a", TimeUUIDType.instance).addRegularColumn("c", Int32Type.instance).build();
        Schema.instance.transform(SchemaTransformations.addKeyspace(KeyspaceMetadata.create("ks", KeyspaceParams.simple(1), Tables.of(table, single), Views.none(), Types.of(address), UserFunctions.none()), true));
        Path out = Path.of(args[1]);
        terms(Files.readAllLines(Path.of(args[0])), out.resolve("terms.txt"));
        calls(out.resolve("calls.txt"));
        aggregates(out.resolve("aggregates.txt"));
        System.exit(0);
    }

    static String text(Throwable e)
    {
        String message = String.valueOf(e.getMessage()).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
        String name = e instanceof CassandraException ? e.getClass().getSimpleName() : e.getClass().getName();
        return "! " + name + ": " + message;
    }

    static String hex(ByteBuffer bytes)
    {
        return bytes == null ? "null" : "0x" + ByteBufferUtil.bytesToHex(bytes);
    }

    static AbstractType<?> type(String text)
    {
        return CQLFragmentParser.parseAny(CqlParser::comparatorType, text, "type").prepare("ks").getType();
    }

    /** Lines of `types|values`, each of which is a list with ` ;; ` between: all with all. */
    static void terms(List<String> lines, Path to) throws Exception
    {
        StringBuilder out = new StringBuilder();
        for (String line : lines)
        {
            if (line.isEmpty() || line.startsWith("#"))
                continue;
            String[] halves = line.split(" \\|\\| ", 2);
            for (String type : halves[0].split(" ;; "))
                for (String value : halves[1].split(" ;; "))
                    out.append(type).append('\t').append(value).append('\t').append(term(type, value)).append('\n');
        }
        Files.writeString(to, out);
    }

    static String term(String type, String value)
    {
        try
        {
            ColumnSpecification receiver = new ColumnSpecification("ks", "t", new ColumnIdentifier("c", true), type(type));
            Term.Raw raw = CQLFragmentParser.parseAnyUnhandled(CqlParser::term, value);
            Term term = raw.prepare("ks", receiver);
            return hex(term.bindAndGet(QueryOptions.DEFAULT));
        }
        catch (Throwable e)
        {
            return text(e);
        }
    }

    static ByteBuffer tuple(ByteBuffer... parts)
    {
        return TupleType.buildValue(parts);
    }

    /** Whether values drawn by chance are wanted, too. */
    static boolean more = false;

    static ByteBuffer number(AbstractType<?> type)
    {
        BigInteger whole = new BigInteger(1 + random.nextInt(type instanceof IntegerType || type instanceof DecimalType ? 120 : 62), random);
        whole = random.nextBoolean() ? whole : whole.negate();
        if (type instanceof FloatType)
            return FloatType.instance.decompose(random.nextInt(3) == 0 ? Float.intBitsToFloat(random.nextInt()) : (random.nextFloat() - 0.5f) * (float) Math.pow(10, random.nextInt(8)));
        if (type instanceof DoubleType)
            return DoubleType.instance.decompose(random.nextInt(3) == 0 ? Double.longBitsToDouble(random.nextLong()) : (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12)));
        if (type instanceof ByteType)
            return ByteType.instance.decompose(whole.byteValue());
        if (type instanceof ShortType)
            return ShortType.instance.decompose(whole.shortValue());
        if (type instanceof Int32Type)
            return Int32Type.instance.decompose(whole.intValue());
        if (type instanceof IntegerType)
            return IntegerType.instance.decompose(whole);
        if (type instanceof DecimalType)
            return DecimalType.instance.decompose(new BigDecimal(whole, random.nextInt(40) - 10));
        return LongType.instance.decompose(whole.longValue());
    }

    static List<ByteBuffer> present(AbstractType<?> type)
    {
        return values(type).stream().filter(Objects::nonNull).collect(Collectors.toList());
    }

    /** Values of a type that may be out of the ordinary, null the last. */
    static List<ByteBuffer> values(AbstractType<?> type)
    {
        List<ByteBuffer> all = new ArrayList<>();
        if (type instanceof ByteType)
            for (int n : new int[]{ 0, 1, -1, 2, 7, -7, 100, 127, -128, -127 }) all.add(ByteType.instance.decompose((byte) n));
        else if (type instanceof ShortType)
            for (int n : new int[]{ 0, 1, -1, 3, 10, -10, 1000, 32767, -32768, 255 }) all.add(ShortType.instance.decompose((short) n));
        else if (type instanceof Int32Type)
            for (int n : new int[]{ 0, 1, -1, 3, -7, 20, 1000, Integer.MAX_VALUE, Integer.MIN_VALUE, 65536, 16777217, -987654321 }) all.add(Int32Type.instance.decompose(n));
        else if (type instanceof LongType || type instanceof CounterColumnType)
            for (long n : new long[]{ 0, 1, -1, 3, -7, 20, 1000, Long.MAX_VALUE, Long.MIN_VALUE, 9007199254740993L, 4294967296L, -98765432109876L }) all.add(LongType.instance.decompose(n));
        else if (type instanceof FloatType)
            for (float n : new float[]{ 0f, -0f, 1f, -1f, 1.5f, -2.5f, 0.1f, 3.4028235e38f, 1.4e-45f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e10f, 123456.79f, -7.5e-4f, 2e9f }) all.add(FloatType.instance.decompose(n));
        else if (type instanceof DoubleType)
            for (double n : new double[]{ 0, -0.0, 1, -1, 1.5, -2.5, 0.1, 1.7976931348623157e308, 4.9e-324, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e10, 123456789.123456789, 0.5, 2.5, -0.49999999999999994, 1e22 }) all.add(DoubleType.instance.decompose(n));
        else if (type instanceof IntegerType)
            for (String n : new String[]{ "0", "1", "-1", "3", "-7", "128", "255", "2147483648", "-9223372036854775809", "123456789012345678901234567890", "-340282366920938463463374607431768211456", "100", "1000000" }) all.add(IntegerType.instance.fromString(n));
        else if (type instanceof DecimalType)
            for (String n : new String[]{ "0", "0.00", "1", "-1", "1.0", "1.50", "-2.5", "0.1", "1E+3", "1E-40", "123456789012345678901234567890.123456789", "-7", "3", "1E+10", "99.995", "0.5", "2.50", "-0.5", "1000", "100", "7.25E-12" }) all.add(DecimalType.instance.fromString(n));
        else if (type instanceof BooleanType)
            { all.add(BooleanType.instance.decompose(true)); all.add(BooleanType.instance.decompose(false)); }
        else if (type instanceof UTF8Type)
            for (String s : new String[]{ "", "a", "it's", "äöü", "€uro 😀", "\"q\"\\\n\t", "12345", "SHA-1", "abcdefgh", "nan" }) all.add(ByteBufferUtil.bytes(s));
        else if (type instanceof AsciiType)
            for (String s : new String[]{ "", "a", "it's", "hello", "\"\\/\u007f\u0001" , "12345" }) all.add(ByteBufferUtil.bytes(s));
        else if (type instanceof BytesType)
            for (String s : new String[]{ "", "00", "ff00ff", "0001", "00000001", "0000000000000001", "80000000", "01", "02", "c3", "6162", "000000", "ffffffffffffffff", "00112233445566778899aabbccddeeff", "00112233445516778899aabbccddeeff", "00000000000000010a", "000000000a" }) all.add(ByteBufferUtil.hexToBytes(s));
        else if (type instanceof TimestampType)
            for (long n : new long[]{ 0, 1, -1, 86399999, 86400000, -86400000, 1709210096789L, 1456704000000L, -62135596800000L, -62167219200000L, 253402300799999L, 1e15 > 0 ? 1000000000000000L : 0, -12219292800001L, 1483228799999L }) all.add(ByteBufferUtil.bytes(n));
        else if (type instanceof SimpleDateType)
            for (int n : new int[]{ 0, Integer.MIN_VALUE, Integer.MIN_VALUE + 1, Integer.MIN_VALUE - 1, -1, Integer.MIN_VALUE + 19782, Integer.MIN_VALUE + 11016, Integer.MIN_VALUE - 719528, Integer.MIN_VALUE + 2932896 }) all.add(ByteBufferUtil.bytes(n));
        else if (type instanceof TimeType)
            for (long n : new long[]{ 0, 1, 999999999L, 3600000000000L, 43200000000001L, 86399999999999L }) all.add(ByteBufferUtil.bytes(n));
        else if (type instanceof DurationType)
            for (String s : new String[]{ "0s", "1s", "1ms", "1ns", "1us", "1m", "7m", "1h", "24h", "25h", "1d", "3d", "1w", "1mo", "5mo", "1y", "1mo3d", "1mo1h", "-1s", "-1d", "-1mo", "1y2mo3d4h5m6s7ms8us9ns", "-2mo5d3ms", "100000d", "86400000000000ns", "1d1ms", "13mo29d" }) all.add(DurationType.instance.fromString(s));
        else if (type instanceof InetAddressType)
            for (String s : new String[]{ "127.0.0.1", "0.0.0.0", "::1", "2001:db8::ff00:42:8329", "255.255.255.255" }) all.add(InetAddressType.instance.fromString(s));
        else if (type instanceof AbstractTimeUUIDType)
            for (String s : new String[]{ "00000000-0000-1000-8080-808080808080", "13814000-1dd2-11b2-8080-808080808080", "d2177dd0-eaa2-11de-a572-001b779c76e3", "ffffffff-ffff-1fff-bfff-ffffffffffff", "8a0d3a10-d6fb-11ee-9b8c-325096b39f47" }) all.add(TimeUUIDType.instance.fromString(s));
        else if (type instanceof UUIDType)
            for (String s : new String[]{ "00000000-0000-0000-0000-000000000000", "d2177dd0-eaa2-11de-a572-001b779c76e3", "f47ac10b-58cc-4372-a567-0e02b2c3d479" }) all.add(UUIDType.instance.fromString(s));
        else if (type instanceof ListType || type instanceof SetType)
        {
            List<ByteBuffer> parts = present(type instanceof ListType ? ((ListType<?>) type).getElementsType() : ((SetType<?>) type).getElementsType());
            for (int n : new int[]{ 0, 1, 2, parts.size() })
            {
                List<ByteBuffer> some = new ArrayList<>(parts.subList(0, Math.min(n, parts.size())));
                if (type instanceof SetType)
                    some = new ArrayList<>(new TreeSet<ByteBuffer>(((SetType<?>) type).getElementsType()) {{ addAll(parts.subList(0, Math.min(n, parts.size()))); }});
                all.add(org.apache.cassandra.serializers.CollectionSerializer.pack(some, some.size()));
            }
        }
        else if (type instanceof MapType)
        {
            List<ByteBuffer> keys = present(((MapType<?, ?>) type).getKeysType()), vs = present(((MapType<?, ?>) type).getValuesType());
            for (int n : new int[]{ 0, 1, 3 })
            {
                TreeMap<ByteBuffer, ByteBuffer> map = new TreeMap<>(((MapType<?, ?>) type).getKeysType());
                for (int i = 0; i < n && i < keys.size(); i++)
                    map.put(keys.get(i), vs.get(i % vs.size()));
                List<ByteBuffer> parts = new ArrayList<>();
                map.forEach((k, v) -> { parts.add(k); parts.add(v); });
                all.add(org.apache.cassandra.serializers.CollectionSerializer.pack(parts, map.size()));
            }
        }
        else if (type instanceof TupleType)
        {
            TupleType t = (TupleType) type;
            for (int n = 0; n < 3; n++)
            {
                ByteBuffer[] parts = new ByteBuffer[t.size()];
                for (int i = 0; i < parts.length; i++)
                {
                    List<ByteBuffer> vs = values(t.type(i));
                    parts[i] = n == 1 && i == 0 ? null : vs.get((n + 1) % vs.size());
                }
                all.add(tuple(parts));
            }
        }
        else if (type instanceof VectorType)
        {
            VectorType<?> v = (VectorType<?>) type;
            List<ByteBuffer> parts = present(v.elementType).stream().filter(b -> !Double.isNaN(v.elementType instanceof FloatType && b.remaining() == 4 ? b.getFloat(b.position()) : 0))
                .filter(b -> b.hasRemaining() || v.elementType instanceof UTF8Type).collect(Collectors.toList());
            for (int n = 0; n < 5; n++)
            {
                List<ByteBuffer> some = new ArrayList<>();
                for (int i = 0; i < v.dimension; i++)
                    some.add(n == 0 ? parts.get(0) : parts.get((n * 3 + i * 2) % parts.size()));
                all.add(v.decomposeRaw(some));
            }
        }
        if (more && type instanceof NumberType)
            for (int i = 0; i < 40; i++)
                all.add(number(type));
        if (type.allowsEmpty() && !all.contains(ByteBufferUtil.EMPTY_BYTE_BUFFER))
            all.add(ByteBufferUtil.EMPTY_BYTE_BUFFER);
        all.add(null);
        return all;
    }

    static void calls(Path to) throws Exception
    {
        StringBuilder out = new StringBuilder();
        List<NativeFunction> functions = new ArrayList<>();
        for (NativeFunction f : NativeFunctions.instance.getFunctions())
            if (!f.isAggregate() && f.isPure() && !f.name().name.equals("uuid"))
                functions.add(f);
        functions.sort(Comparator.comparing(Object::toString));
        for (NativeFunction f : functions)
            call(f, null, out);
        List<String> any = List.of("ascii", "bigint", "blob", "boolean", "date", "decimal", "double", "duration", "float", "inet", "int", "smallint", "text", "time", "timestamp", "timeuuid", "tinyint", "uuid", "varint",
            "list<int>", "set<text>", "map<text, int>", "frozen<map<int, list<text>>>", "list<double>", "tuple<int, text>", "frozen<address>", "vector<float, 3>", "vector<text, 2>", "set<timeuuid>", "map<timestamp, double>", "list<float>");
        for (String name : List.of("to_json", "tojson", "mask_default", "mask_null", "mask_hash", "collection_count", "collection_min", "collection_max", "collection_sum", "collection_avg", "map_keys", "map_values", "min", "max"))
            for (String t : any)
                factory(name, out, t);
        for (String t : List.of("list<tinyint>", "set<smallint>", "list<bigint>", "set<float>", "list<varint>", "list<decimal>", "set<decimal>", "set<double>", "list<boolean>", "list<timestamp>", "list<frozen<list<int>>>"))
            for (String name : List.of("collection_min", "collection_max", "collection_sum", "collection_avg"))
                factory(name, out, t);
        for (String t : any)
        {
            factory("mask_hash", out, t, "text");
            factory("mask_replace", out, t, t);
            factory("mask_inner", out, t, "int", "int");
        }
        for (String t : List.of("text", "ascii"))
            for (String name : List.of("mask_inner", "mask_outer"))
            {
                factory(name, out, t, "int", "int");
                factory(name, out, t, "int", "int", "text");
            }
        for (String name : List.of("similarity_cosine", "similarity_euclidean", "similarity_dot_product"))
            for (String[] t : new String[][]{ { "vector<float, 3>", "vector<float, 3>" }, { "vector<float, 1>", "vector<float, 1>" }, { "vector<float, 8>", "vector<float, 8>" }, { "vector<float, 3>", "vector<float, 2>" }, { "vector<int, 3>", "vector<int, 3>" }, { "list<float>", "list<float>" }, { "int", "int" }, { "vector<float, 3>" } })
                factory(name, out, t);
        factory("mask_replace", out, "int", "text");
        factory("mask_replace", out, "int");
        factory("mask_hash", out, "int", "int");
        factory("mask_default", out, "int", "int");
        factory("nosuch", out, "int");
        factory("abs", out, "text");
        factory("abs", out, "int", "int");
        factory("uuid", out, "int");
        factory("to_date", out, "int");
        factory("floor", out, "int", "int");
        factory("count", out, "int", "int");
        for (String table : List.of("t", "s"))
        {
            Function f = FunctionResolver.get("ks", new FunctionName(null, "token"), table.equals("t") ? List.of(Int32Type.instance, UTF8Type.instance) : List.of(TimeUUIDType.instance), "ks", table, null);
            call(f, table, out);
        }
        Files.writeString(to, out);
    }

    static void factory(String name, StringBuilder out, String... types)
    {
        List<AbstractType<?>> arguments = new ArrayList<>();
        for (String t : types)
            arguments.add(type(t));
        try
        {
            Function f = FunctionResolver.get("ks", new FunctionName(null, name), arguments, "ks", "t", null);
            if (f == null)
                out.append("? ").append(name).append('\t').append(String.join("; ", types)).append("\tnone\n");
            else if (f.isAggregate())
                out.append("? ").append(name).append('\t').append(String.join("; ", types)).append('\t').append(f).append('\n');
            else
            {
                out.append("? ").append(name).append('\t').append(String.join("; ", types)).append('\t').append(f).append('\n');
                call(f, null, out);
            }
        }
        catch (Throwable e)
        {
            out.append("? ").append(name).append('\t').append(String.join("; ", types)).append('\t').append(text(e)).append('\n');
        }
    }

    static void call(Function f, String table, StringBuilder out)
    {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < f.argTypes().size(); i++)
            names.add("c" + i);
        out.append("= ").append(f.name().name).append('\t').append(f.argTypes().stream().map(AbstractType::toString).collect(Collectors.joining("; "))).append('\t')
           .append(f.returnType()).append('\t').append(f.columnName(names)).append('\t').append(f).append(table == null ? "" : "\t" + table).append('\n');
        List<List<ByteBuffer>> values = new ArrayList<>();
        String name = f.name().name;
        more = name.startsWith("_") || Set.of("exp", "log", "log10", "round").contains(name) || name.startsWith("cast_as");
        // These take Cassandra minutes.
        if (name.equals("exp") && (f.returnType() instanceof DecimalType || f.returnType() instanceof IntegerType))
            more = false;
        long size = 1;
        for (AbstractType<?> t : f.argTypes())
        {
            values.add(values(t));
            size *= values.get(values.size() - 1).size();
        }
        more = false;
        int most = f.name().name.startsWith("_") ? 25 : f.name().name.equals("floor") ? 150 : 60;
        Set<List<ByteBuffer>> rows = new LinkedHashSet<>();
        for (int i = 0; i < (size <= most ? size : most); i++)
        {
            List<ByteBuffer> row = new ArrayList<>();
            int at = i;
            for (List<ByteBuffer> vs : values)
            {
                row.add(vs.get(size <= most ? at % vs.size() : random.nextInt(vs.size())));
                at /= vs.size();
            }
            rows.add(row);
        }
        for (List<ByteBuffer> row : rows)
        {
            String result;
            try
            {
                Arguments arguments = f.newArguments(ProtocolVersion.CURRENT);
                for (int i = 0; i < row.size(); i++)
                    arguments.set(i, row.get(i) == null ? null : row.get(i).duplicate());
                result = hex(((ScalarFunction) f).execute(arguments));
            }
            catch (Throwable e)
            {
                result = text(e);
            }
            out.append(row.stream().map(Functions::hex).collect(Collectors.joining(" "))).append('\t').append(result).append('\n');
        }
    }

    static void aggregates(Path to) throws Exception
    {
        StringBuilder out = new StringBuilder();
        for (String name : List.of("count", "min", "max", "sum", "avg"))
            for (String t : List.of("tinyint", "smallint", "int", "bigint", "counter", "float", "double", "varint", "decimal", "text", "ascii", "blob", "boolean", "timestamp", "date", "time", "timeuuid", "uuid", "inet", "list<int>", "tuple<int, text>", "duration"))
            {
                Function f;
                AbstractType<?> type = type(t);
                try
                {
                    f = FunctionResolver.get("ks", new FunctionName(null, name), List.of(type), "ks", "t", null);
                }
                catch (Throwable e)
                {
                    out.append("? ").append(name).append('\t').append(type).append('\t').append(text(e)).append('\n');
                    continue;
                }
                out.append("= ").append(name).append('\t').append(type).append('\t').append(f.returnType()).append('\t').append(f.columnName(List.of("c0"))).append('\n');
                List<ByteBuffer> values = values(type);
                for (int i = 0; i < 25; i++)
                {
                    List<ByteBuffer> rows = new ArrayList<>();
                    for (int n = i == 0 ? 0 : 1 + random.nextInt(i < 12 ? 5 : 30); n > 0; n--)
                        rows.add(values.get(random.nextInt(i % 3 == 0 ? values.size() : Math.min(8, values.size()))));
                    String result;
                    try
                    {
                        AggregateFunction.Aggregate state = ((AggregateFunction) f).newAggregate();
                        Arguments arguments = f.newArguments(ProtocolVersion.CURRENT);
                        for (ByteBuffer row : rows)
                        {
                            arguments.set(0, row == null ? null : row.duplicate());
                            state.addInput(arguments);
                        }
                        result = hex(state.compute(ProtocolVersion.CURRENT));
                    }
                    catch (Throwable e)
                    {
                        result = text(e);
                    }
                    out.append(rows.stream().map(Functions::hex).collect(Collectors.joining(" "))).append('\t').append(result).append('\n');
                }
            }
        Files.writeString(to, out);
    }
}
