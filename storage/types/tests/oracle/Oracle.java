import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

import org.apache.cassandra.config.Config;
import org.apache.cassandra.config.DatabaseDescriptor;
import org.apache.cassandra.db.context.CounterContext;
import org.apache.cassandra.db.marshal.*;
import org.apache.cassandra.dht.Murmur3Partitioner;
import org.apache.cassandra.transport.ProtocolVersion;
import org.apache.cassandra.utils.ByteBufferUtil;
import org.apache.cassandra.utils.StorageCompatibilityMode;
import org.apache.cassandra.utils.vint.VIntCoding;

/**
 * Asks Cassandra's own classes for the text, the order and the bytes of values, and writes down the answers.
 *
 * Oracle SEED SCALE [FILE-OF-TYPE-NAMES] : all kinds of lines, for recording; SCALE multiplies the random ones
 * Oracle floats SEED COUNT               : doubles and floats only
 *
 * The format of the lines is in ../recorded/README.md.
 */
public class Oracle
{
    static PrintWriter out;
    static Random random;

    public static void main(String[] args) throws Exception
    {
        out = new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 16));
        DatabaseDescriptor.clientInitialization(true, () -> {
            Config config = new Config();
            config.storage_compatibility_mode = StorageCompatibilityMode.NONE;
            return config;
        });
        DatabaseDescriptor.setPartitionerUnsafe(Murmur3Partitioner.instance);
        if (args[0].equals("floats"))
        {
            random = new Random(Long.parseLong(args[1]));
            floats(Integer.parseInt(args[2]));
        }
        else
        {
            random = new Random(Long.parseLong(args[0]));
            int scale = Integer.parseInt(args[1]);
            typeNames(scale, args.length > 2 ? Path.of(args[2]) : null);
            for (String type : SCALARS)
                values(type, 220 * scale);
            floats(1500 * scale);
            for (int i = 0; i < 330 * scale; i++)
                values(randomType(3), 16);
            for (String type : FIXED_TYPES)
                values(type, 40 * scale);
            texts(scale);
            counters(200 * scale);
        }
        out.flush();
        System.exit(0);
    }

    // ---- lines

    static String escape(String text)
    {
        StringBuilder sb = new StringBuilder("=");
        for (char c : text.toCharArray())
            switch (c)
            {
                case '\t': sb.append("\\t"); break;
                case '\n': sb.append("\\n"); break;
                case '\r': sb.append("\\r"); break;
                case 0: sb.append("\\0"); break;
                case '\\': sb.append("\\\\"); break;
                default: sb.append(c);
            }
        return sb.toString();
    }

    /** What the call gives, behind an equals sign; or an exclamation mark if it throws. */
    static String ask(Callable<Object> call)
    {
        try
        {
            return escape(String.valueOf(call.call()));
        }
        catch (Throwable thrown)
        {
            return "!";
        }
    }

    static void line(Object... fields)
    {
        for (int i = 0; i < fields.length; i++)
        {
            if (i > 0)
                out.print('\t');
            out.print(fields[i]);
        }
        out.print('\n');
    }

    static String lastType = "";

    /** The type, or nothing if it is that of the line before. */
    static String brief(String type)
    {
        String brief = type.equals(lastType) ? "" : type;
        lastType = type;
        return brief;
    }

    static void value(String name, AbstractType<?> type, ByteBuffer bytes)
    {
        String json = ask(() -> type.toJSONString(bytes.duplicate(), ProtocolVersion.CURRENT));
        String text = ask(() -> type.getString(bytes.duplicate()));
        String literal = ask(() -> type.toCQLString(bytes.duplicate()));
        String valid = ask(() -> { type.validate(bytes.duplicate()); return ""; });
        if (literal.equals(text))
            literal = "";
        line("V", brief(name), ByteBufferUtil.bytesToHex(bytes), json, text, literal, valid);
    }

    static void order(String name, AbstractType<?> type, ByteBuffer a, ByteBuffer b)
    {
        line("C", brief(name), ByteBufferUtil.bytesToHex(a), ByteBufferUtil.bytesToHex(b),
             ask(() -> Integer.signum(type.compare(a.duplicate(), b.duplicate()))));
    }

    static void read(String name, AbstractType<?> type, String text)
    {
        line("F", brief(name), escape(text), ask(() -> ByteBufferUtil.bytesToHex(type.fromString(text))));
    }

    static void typeName(String name)
    {
        line("T", escape(name), ask(() -> TypeParser.parse(name).toString()),
             ask(() -> TypeParser.parse(name).asCQL3Type().toString()),
             ask(() -> TypeParser.parse(name).valueLengthIfFixed()),
             ask(() -> TypeParser.parse(name).isMultiCell()));
    }

    // ---- types

    static final String[] SCALARS = { "AsciiType", "BooleanType", "ByteType", "BytesType", "CounterColumnType", "DateType",
        "DecimalType", "DoubleType", "DurationType", "EmptyType", "FloatType", "InetAddressType", "Int32Type", "IntegerType",
        "LegacyTimeUUIDType", "LexicalUUIDType", "LongType", "ShortType", "SimpleDateType", "TimeType", "TimestampType",
        "TimeUUIDType", "UTF8Type", "UUIDType" };

    static final String[] FIXED_TYPES = { "MapType(Int32Type,UTF8Type)", "MapType(UTF8Type,DoubleType)", "ListType(UTF8Type)",
        "MapType(FrozenType(ListType(UTF8Type)),FrozenType(MapType(BooleanType,DecimalType)))", "SetType(TimeUUIDType)",
        "ListType(DecimalType)", "ListType(EmptyType)", "TupleType(Int32Type,UTF8Type,FrozenType(ListType(DoubleType)))",
        "UserType(ks,74797065,61:Int32Type,42:UTF8Type,c3a9:LongType,22:FloatType,73656c656374:BooleanType)",
        "FrozenType(UserType(ks,5479,61:Int32Type,62:ListType(UTF8Type)))", "VectorType(FloatType , 3)",
        "VectorType(UTF8Type , 2)", "VectorType(EmptyType , 2)", "VectorType(DateType , 2)", "VectorType(VectorType(Int32Type , 2) , 2)",
        "CompositeType(UTF8Type,Int32Type)", "CompositeType(ReversedType(Int32Type),BytesType,UTF8Type)",
        "DynamicCompositeType(a=>UTF8Type,b=>Int32Type,r=>ReversedType(Int32Type),t=>TimeUUIDType)", "ReversedType(Int32Type)",
        "ReversedType(UTF8Type)", "ReversedType(TimestampType)", "ReversedType(DecimalType)",
        "PartitionerDefinedOrder(org.apache.cassandra.dht.Murmur3Partitioner)",
        "PartitionerDefinedOrder(org.apache.cassandra.dht.Murmur3Partitioner:UTF8Type)" };

    /** Any but LegacyTimeUUIDType, which equals TimeUUIDType: in a collection Cassandra may take one for the other. */
    static String scalar()
    {
        String scalar = SCALARS[random.nextInt(SCALARS.length)];
        return scalar.startsWith("Legacy") ? "TimeUUIDType" : scalar;
    }

    static String randomType(int depth)
    {
        if (depth == 0 || random.nextInt(5) == 0)
            return scalar();
        switch (random.nextInt(10))
        {
            case 0: return "ListType(" + randomType(depth - 1) + ")";
            case 1: return "SetType(" + randomType(depth - 1) + ")";
            case 2: return "MapType(" + randomType(depth - 1) + "," + randomType(depth - 1) + ")";
            case 3: return "FrozenType(" + randomType(depth - 1) + ")";
            case 4: return "TupleType(" + randomTypes(depth - 1, ",") + ")";
            case 5:
            {
                StringBuilder sb = new StringBuilder("UserType(ks_").append(random.nextInt(3)).append(",")
                    .append(random.nextBoolean() ? "74797065" : "547950");
                int n = random.nextInt(4);
                for (int i = 0; i < n; i++)
                    sb.append(',').append(random.nextBoolean() ? "" : "41").append("6").append(1 + i).append(':').append(randomType(depth - 1));
                return sb.append(")").toString();
            }
            case 6: return "VectorType(" + randomType(depth - 1) + (random.nextBoolean() ? " , " : ",") + (1 + random.nextInt(4)) + ")";
            case 7: return "CompositeType(" + randomTypes(depth - 1, ",") + ")";
            case 8:
            {
                StringBuilder sb = new StringBuilder("DynamicCompositeType(");
                int n = random.nextInt(4);
                for (int i = 0; i < n; i++)
                    sb.append(i > 0 ? "," : "").append((char) ("aAqQ".charAt(random.nextInt(4)) + i)).append("=>").append(randomType(depth - 1));
                return sb.append(")").toString();
            }
            default: return "ReversedType(" + randomType(depth - 1) + ")";
        }
    }

    static String randomTypes(int depth, String separator)
    {
        List<String> types = new ArrayList<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--)
            types.add(randomType(depth));
        return String.join(separator, types);
    }

    static void typeNames(int scale, Path file) throws Exception
    {
        for (String type : SCALARS)
        {
            typeName(type);
            typeName("org.apache.cassandra.db.marshal." + type);
            typeName("ReversedType(" + type + ")");
            typeName("FrozenType(" + type + ")");
            typeName("VectorType(" + type + ",7)");
            typeName(type + "(reversed=true)");
        }
        for (String type : FIXED_TYPES)
            typeName(type);
        for (int i = 0; i < 700 * scale; i++)
            typeName(randomType(4));
        for (String name : new String[] { "", " ", " Int32Type ", "Int32Type)", "Int32Type x", "ListType", "ListType()", "ListType(,Int32Type)",
            "ListType(Int32Type,)", "ListType(,,Int32Type)", "ListType(Int32Type", "MapType(Int32Type)", "MapType(Int32Type UTF8Type)",
            "TupleType", "TupleType()", "CompositeType", "CompositeType()", "DynamicCompositeType", "DynamicCompositeType()",
            "DynamicCompositeType(a=>Int32Type,a=>UTF8Type)", "DynamicCompositeType(ab=>Int32Type)", "DynamicCompositeType(a=Int32Type)",
            "DynamicCompositeType(s=>Int32Type,c=>Int32Type,b=>UTF8Type,r=>UTF8Type)", "UserType", "UserType(ks)", "UserType(ks,74)",
            "UserType(ks,7)", "UserType(ks,zz)", "UserType(ks,74,61)", "UserType(ks,74,61:Int32Type,61:UTF8Type)",
            "UserType( ks , 74 , 61 : Int32Type )", "VectorType", "VectorType(Int32Type)", "VectorType(Int32Type,0)", "VectorType(Int32Type,-1)",
            "VectorType(Int32Type,+3)", "VectorType(Int32Type,3 )", "VectorType(Int32Type,99999999999)", "VectorType(Int32Type,536870911)", "VectorType(UTF8Type,2147483647)",
            "VectorType(FrozenType(ListType(Int32Type)),2)", "VectorType(ListType(ListType(Int32Type)),2)", "FrozenType", "FrozenType()",
            "FrozenType(Int32Type,Int32Type)", "ReversedType", "Int32Type(reversed)", "Int32Type(reversed=false)", "Int32Type(x=y,reversed=true)",
            "Int32Type(?)", "Int32Type(", "UTF8Type()", "PartitionerDefinedOrder", "PartitionerDefinedOrder()",
            "PartitionerDefinedOrder(Murmur3Partitioner)", "PartitionerDefinedOrder(org.apache.cassandra.dht.RandomPartitioner)",
            "PartitionerDefinedOrder(ByteOrderedPartitioner)", "PartitionerDefinedOrder(org.apache.cassandra.dht.LocalPartitioner)",
            "FrozenType(TupleType(ListType(Int32Type)))", "ListType(TupleType(ListType(Int32Type)))", "\tListType\n(\tInt32Type\n)",
            "UserType(k,73656c656374)", "UserType(k,6120)", "UserType(k,,61:Int32Type)", "FrozenType(ReversedType(ListType(Int32Type)))",
            "ReversedType(ListType(Int32Type))", "ReversedType(ReversedType(Int32Type))" })
            typeName(name);
        if (file != null)
            for (String name : Files.readAllLines(file))
                typeName(name);
    }

    // ---- values

    static byte[] random(int length)
    {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    static final long[] LONGS = { 0, 1, -1, 9, 10, 99, 100, 127, 128, -128, -129, 255, 256, 32767, 32768, -32768, 65535, 1L << 31, -(1L << 31),
        (1L << 31) - 1, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, 86399999999999L, 86400000000000L, -86399999999999L, -86400000000000L,
        253402300799999L, 253402300800000L, -62135596800000L, -62135596800001L, -62167219200000L, -62167219200001L, 1704067200000L,
        951782400000L, 951868800000L, -2208988800000L, 43200000000000L, 3661001002003L, -1000, 999, 1000, 59999, 60000 };

    static long someLong()
    {
        switch (random.nextInt(4))
        {
            case 0: return LONGS[random.nextInt(LONGS.length)];
            case 1: return random.nextLong() >> random.nextInt(64);
            case 2: return 1_000_000_000_000L + (random.nextLong() >>> 22);
            default: return Math.floorMod(random.nextLong(), 86400000000000L) * (random.nextInt(8) == 0 ? -1 : 1);
        }
    }

    static byte[] someText()
    {
        String[] pieces = { "a", "Hello", " ", "\"", "\\", "\n", "\t", "\u0001", "\u001f", "\u007f", "\b\f\r", "é", "日本", "😀", ":", "@", "!", "_",
            "'", "''", "/", "\u2028", "0x", "a\\:b", "the quick brown fox jumps", "<&>", "\u0000", "~", "$" };
        StringBuilder sb = new StringBuilder();
        for (int n = random.nextInt(5); n > 0; n--)
            sb.append(pieces[random.nextInt(pieces.length)]);
        return sb.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] big(int min)
    {
        if (random.nextInt(3) == 0)
            return BigInteger.valueOf(someLong()).toByteArray();
        if (random.nextInt(8) == 0)
            return BigInteger.TEN.pow(random.nextInt(60)).multiply(BigInteger.valueOf(random.nextInt(200) - 100)).toByteArray();
        byte[] bytes = random(min + random.nextInt(random.nextInt(10) == 0 ? 60 : 14));
        if (bytes.length > 2 && random.nextInt(6) == 0)
            bytes[0] = bytes[1] = (byte) (random.nextBoolean() ? 0 : -1);
        return bytes;
    }

    static byte[] longs(long value)
    {
        return ByteBuffer.allocate(8).putLong(value).array();
    }

    static byte[] ints(int value)
    {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    static byte[] uuid(int version)
    {
        byte[] bytes = random(16);
        if (random.nextInt(5) == 0)
            java.util.Arrays.fill(bytes, (byte) (random.nextInt(3) - 1));
        bytes[6] = (byte) (bytes[6] & 15 | version << 4);
        return bytes;
    }

    static double someDouble()
    {
        switch (random.nextInt(9))
        {
            case 0: return Double.longBitsToDouble(random.nextLong());
            case 1: return random.nextInt(2000000) / 1000.0;
            case 2: return random.nextGaussian();
            case 3: return Math.pow(2, random.nextInt(2100) - 1075);
            case 4: return Math.pow(10, random.nextInt(640) - 330) * (random.nextInt(3) == 0 ? 1 : random.nextInt(1000));
            case 5: return random.nextLong() >> random.nextInt(64);
            case 6: return Double.longBitsToDouble(random.nextLong() >>> (12 + random.nextInt(52)));
            case 7: return random.nextInt(1000) * Math.pow(10, random.nextInt(24) - 12);
            default:
            {
                double[] edges = { 0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE,
                    Double.MIN_NORMAL, 2.0E-3, 2e23, 1e23, 2.2250738585072011E-308, 9.007199254740993E15, 1e7, 9999999.999, 0.001, 9.999e-4,
                    5.684341886080802E-14, 8.41E21, 2.0E-322, 1.0E22, 123456789.125, 4.9E-324 };
                return edges[random.nextInt(edges.length)];
            }
        }
    }

    static float someFloat()
    {
        switch (random.nextInt(6))
        {
            case 0: return Float.intBitsToFloat(random.nextInt());
            case 1: return random.nextInt(100000) / 100f;
            case 2: return (float) Math.pow(2, random.nextInt(280) - 150);
            case 3: return (float) (random.nextInt(1000) * Math.pow(10, random.nextInt(80) - 42));
            case 4: return random.nextInt() >> random.nextInt(32);
            default:
            {
                float[] edges = { 0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE,
                    Float.MIN_NORMAL, 1.1754944E-38f, 1.0E10f, 8.5899346E9f, 3.3554432E7f, 2.0E-3f, 16777216f, 1e7f, 1e-3f };
                return edges[random.nextInt(edges.length)];
            }
        }
    }

    static byte[] vint(long value)
    {
        ByteBuffer buffer = ByteBuffer.allocate(9);
        VIntCoding.writeUnsignedVInt(value, buffer);
        byte[] bytes = new byte[buffer.position()];
        buffer.flip();
        buffer.get(bytes);
        return bytes;
    }

    static long zigzag(long value)
    {
        return value << 1 ^ value >> 63;
    }

    static byte[] concat(byte[]... parts)
    {
        int length = 0;
        for (byte[] part : parts)
            length += part.length;
        ByteBuffer buffer = ByteBuffer.allocate(length);
        for (byte[] part : parts)
            buffer.put(part);
        return buffer.array();
    }

    static byte[] duration()
    {
        int sign = random.nextInt(3) == 0 ? -1 : 1;
        long months = random.nextInt(3) == 0 ? 0 : random.nextInt() & Integer.MAX_VALUE >>> random.nextInt(31);
        long days = random.nextInt(3) == 0 ? 0 : random.nextInt() & Integer.MAX_VALUE >>> random.nextInt(31);
        long nanos = random.nextInt(3) == 0 ? 0 : random.nextLong() & Long.MAX_VALUE >>> random.nextInt(63);
        if (random.nextInt(20) == 0)
            return concat(vint(zigzag(Integer.MIN_VALUE)), vint(zigzag(-5)), vint(zigzag(Long.MIN_VALUE)));
        return concat(vint(zigzag(sign * months)), vint(zigzag(sign * days)), vint(zigzag((random.nextInt(20) == 0 ? -1 : sign) * nanos)));
    }

    static byte[] inet()
    {
        switch (random.nextInt(6))
        {
            case 0: return random(4);
            case 1: return concat(new byte[10], new byte[] { -1, -1 }, random(4));
            case 2: return concat(new byte[12], random(4));
            case 3: return new byte[16];
            case 4: return concat(random(2), new byte[random.nextInt(2) * 2 + 10], random(random.nextBoolean() ? 4 : 2));
            default: return random(16);
        }
    }

    static byte[] scalarValue(AbstractType<?> type)
    {
        if (random.nextInt(24) == 0)
            return new byte[0];
        switch (type.getClass().getSimpleName())
        {
            case "AsciiType":
                return random.nextInt(10) == 0 ? someText() : new String(someText(), StandardCharsets.UTF_8).replaceAll("[^\\x00-\\x7f]", "").getBytes(StandardCharsets.UTF_8);
            case "UTF8Type": return random.nextInt(20) == 0 ? random(3) : someText();
            case "BooleanType": return random.nextInt(4) == 0 ? random(1) : new byte[] { (byte) random.nextInt(2) };
            case "ByteType": return random(1);
            case "BytesType": return random(random.nextInt(10));
            case "CounterColumnType":
            case "LongType":
            case "TimeType":
            case "TimestampType":
            case "DateType": return longs(someLong());
            case "DecimalType": return concat(ints(decimalScale()), big(1));
            case "DoubleType": return longs(Double.doubleToRawLongBits(someDouble()));
            case "DurationType": return duration();
            case "EmptyType": return new byte[0];
            case "FloatType": return ints(Float.floatToRawIntBits(someFloat()));
            case "InetAddressType": return inet();
            case "Int32Type": return ints((int) someLong());
            case "IntegerType": return big(1);
            case "ShortType": return random(2);
            case "SimpleDateType":
                return ints(random.nextBoolean() ? random.nextInt() : Integer.MIN_VALUE + (int) someLong() % 800000);
            case "LegacyTimeUUIDType":
            case "TimeUUIDType": return uuid(random.nextInt(12) == 0 ? 4 : 1);
            default: return uuid(random.nextInt(3) == 0 ? random.nextInt(16) : random.nextBoolean() ? 1 : 4);
        }
    }

    static int decimalScale()
    {
        switch (random.nextInt(4))
        {
            case 0: return random.nextInt(6);
            case 1: return random.nextInt(60) - 30;
            case 2: return random.nextInt(10) == 0 ? random.nextBoolean() ? Integer.MAX_VALUE : Integer.MIN_VALUE : 2;
            default: return random.nextInt() >> random.nextInt(32);
        }
    }

    static byte[] sized(byte[] value)
    {
        if (random.nextInt(40) == 0)
            return ints(random.nextInt(3) == 0 ? -2 : -1);
        return concat(ints(value.length), value);
    }

    /** A value of the type; sometimes damaged. */
    static byte[] value(AbstractType<?> type)
    {
        byte[] value = intact(type);
        if (random.nextInt(30) == 0)
            switch (random.nextInt(4))
            {
                case 0: return java.util.Arrays.copyOf(value, random.nextInt(value.length + 1));
                case 1: return concat(value, random(1 + random.nextInt(4)));
                case 2: return new byte[0];
                default:
                    if (value.length > 0)
                        value[random.nextInt(value.length)] = (byte) random.nextInt();
            }
        return value;
    }

    static byte[] intact(AbstractType<?> type)
    {
        if (type instanceof ReversedType)
            return value(((ReversedType<?>) type).baseType);
        if (type instanceof PartitionerDefinedOrder)
            return someText();
        if (type instanceof ListType || type instanceof SetType || type instanceof MapType)
        {
            int n = random.nextInt(4);
            byte[] bytes = ints(random.nextInt(40) == 0 ? -1 : n);
            for (int i = 0; i < n; i++)
                for (AbstractType<?> sub : type.subTypes())
                    bytes = concat(bytes, sized(value(sub)));
            return bytes;
        }
        if (type instanceof TupleType)
        {
            byte[] bytes = new byte[0];
            int n = random.nextInt(10) == 0 ? random.nextInt(type.subTypes().size() + 1) : type.subTypes().size();
            for (int i = 0; i < n; i++)
                bytes = concat(bytes, random.nextInt(8) == 0 ? ints(-1) : sized(value(type.subTypes().get(i))));
            return bytes;
        }
        if (type instanceof VectorType)
        {
            VectorType<?> vector = (VectorType<?>) type;
            byte[] bytes = new byte[0];
            for (int i = 0; i < vector.dimension; i++)
            {
                byte[] element = value(vector.elementType);
                bytes = vector.elementType.isValueLengthFixed() ? concat(bytes, element) : concat(bytes, vint(element.length), element);
            }
            return bytes;
        }
        if (type instanceof CompositeType)
        {
            byte[] bytes = random.nextInt(12) == 0 ? new byte[] { -1, -1 } : new byte[0];
            List<AbstractType<?>> types = type.subTypes();
            int n = random.nextInt(6) == 0 ? random.nextInt(types.size() + 2) : types.size();
            for (int i = 0; i < n; i++)
                bytes = concat(bytes, component(value(types.get(Math.min(i, types.size() - 1))), i == n - 1));
            return bytes;
        }
        if (type instanceof DynamicCompositeType)
        {
            DynamicCompositeType dynamic = (DynamicCompositeType) type;
            byte[] bytes = new byte[0];
            List<Byte> aliases = new ArrayList<>(dynamic.aliases.keySet());
            int n = random.nextInt(4);
            for (int i = 0; i < n; i++)
            {
                if (!aliases.isEmpty() && random.nextBoolean())
                {
                    byte alias = random.nextInt(20) == 0 ? (byte) 'z' : aliases.get(random.nextInt(aliases.size()));
                    AbstractType<?> sub = dynamic.aliases.get(alias);
                    bytes = concat(bytes, new byte[] { (byte) 0x80, alias }, component(sub == null ? random(4) : value(sub), i == n - 1));
                }
                else
                {
                    String name = random.nextInt(4) == 0 ? "ReversedType(" + scalar() + ")" : scalar();
                    byte[] text = name.getBytes(StandardCharsets.UTF_8);
                    bytes = concat(bytes, new byte[] { (byte) (text.length >> 8), (byte) text.length }, text, component(value(TypeParser.parse(name)), i == n - 1));
                }
            }
            return bytes;
        }
        return scalarValue(type);
    }

    static byte[] component(byte[] value, boolean last)
    {
        byte end = (byte) (last && random.nextInt(5) == 0 || random.nextInt(40) == 0 ? random.nextInt(3) - 1 : 0);
        return concat(new byte[] { (byte) (value.length >> 8), (byte) value.length }, value, new byte[] { end });
    }

    static void values(String name, int count)
    {
        AbstractType<?> type;
        try
        {
            type = TypeParser.parse(name);
        }
        catch (Throwable thrown)
        {
            return;
        }
        ByteBuffer previous = null;
        for (int i = 0; i < count; i++)
        {
            ByteBuffer bytes = ByteBuffer.wrap(value(type));
            if (bytes.remaining() > 400)
                continue;
            value(name, type, bytes);
            if (previous != null && i % 2 == 0 && !(type instanceof PartitionerDefinedOrder))
            {
                order(name, type, previous, bytes);
                order(name, type, bytes, similar(bytes));
                if (i % 8 == 0)
                    order(name, type, bytes, bytes);
            }
            previous = bytes;
            if (i % 4 == 0)
            {
                try
                {
                    read(name, type, type.getString(bytes.duplicate()));
                }
                catch (Throwable thrown)
                {
                    // No text, nothing to read back.
                }
            }
        }
    }

    /** The value with one byte changed. */
    static ByteBuffer similar(ByteBuffer bytes)
    {
        byte[] copy = ByteBufferUtil.getArray(bytes);
        if (copy.length > 0)
            copy[copy.length - 1 - random.nextInt(Math.min(copy.length, 3))] += random.nextInt(3) - 1;
        return ByteBuffer.wrap(copy);
    }

    static void floats(int count)
    {
        for (int i = 0; i < count; i++)
            line("D", Long.toHexString(bits(i)), Double.toString(Double.longBitsToDouble(last)));
        for (int i = 0; i < count / 2; i++)
        {
            float value = someFloat();
            line("S", Integer.toHexString(Float.floatToRawIntBits(value)), Float.toString(value));
        }
    }

    static long last;

    static long bits(int i)
    {
        last = Double.doubleToRawLongBits(someDouble());
        return last;
    }

    // ---- text

    static void texts(int scale)
    {
        String[][] all = {
            { "BooleanType", "", "true", "TRUE", "False", "yes", " true" },
            { "ByteType", "", "0", "+5", "-128", "127", "128", "x", " 1", "1.0" },
            { "ShortType", "", "32767", "-32768", "32768", "-0" },
            { "Int32Type", "", "2147483647", "-2147483648", "2147483648", "+7", "+", "-", "0x10", "1e3" },
            { "LongType", "", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "007" },
            { "IntegerType", "", "0", "-0", "+0", "00012", "-128", "128", "123456789012345678901234567890", "-", "+-1", "1 ", "-+1" },
            { "DecimalType", "", "0", "0.0", "1.", ".5", ".", "-.5", "+1.50", "1e3", "1E-3", "1e+3", "1.5e10", "1e", "e1", "1e99999999999", "1e2147483647",
              "1e-2147483648", "1e2147483648", "1.2.3", "1_000", "--1", "1.-2", "1.+2", "123456789012345678901234567890.123456789", "0e5", "-0.00" },
            { "FloatType", "", "1", "1.5", "NaN", "-NaN", "Infinity", "-Infinity", "+Infinity", "inf", "nan", "1e400", "1f", "1D", " 2.5 ", ".5", "5.", ".", "1e",
              "3.4028236e38", "1e-46", "0.1", "16777217", "1_0", "- 1" },
            { "DoubleType", "", "1", "1.5", "NaN", "+NaN", "Infinity", "-Infinity", "infinity", "1e400", "1e-400", "1d", "1F", " 2.5 ", ".5", "5.", "1e5", "0x1p3x",
              "9007199254740993", "2.2250738585072012e-308", "4.9e-324", "2.4e-324", "1ff", "1e+5" },
            { "SimpleDateType", "", "0", "2147483647", "2147483648", "4294967295", "4294967296", "-1", "1970-01-01", "2024-02-29", "2023-02-29", "0000-01-01",
              "-0001-12-31", "-0000-01-01", "9999-12-31", "+10000-01-01", "10000-01-01", "+9999-01-01", "+5881580-07-11", "+5881580-07-12", "-5877641-06-23",
              "-5877641-06-22", "1970-1-1", "1970-01-1", "1970-13-01", "1970-01-32", "x", "1970-01-01 ", "1970-01-01Z", "1900-02-29", "2000-02-29" },
            { "TimeType", "", "0", "86399999999999", "86400000000000", "-1", "00:00:00", "23:59:59.999999999", "24:00:00", "1:2:3", "12:34:56.7", "12:34:56.",
              "12:34", "12:60:00", "12:00:60", "12:34:56.1234567890", " 12:34:56 ", "+1:02:03", "12:34:56.-1", "12:34:56.1x", "a:b:c" },
            { "TimestampType", "", "0", "-1", "1704067200000", "9223372036854775808", "2024-01-01", "2024-01-01Z", "2024-01-01+0100", "2024-01-01T12:34", "2024-01-01 12:34",
              "2024-01-01 12:34:56", "2024-01-01 12:34:56.789", "2024-01-01 12:34:56.7", "2024-01-01T12:34:56.789Z", "2024-01-01T12:34:56.789+0000",
              "2024-01-01T12:34:56.789+01:30", "2024-01-01T12:34:56-08", "2024-01-01 12:34:56 +0100", "2024-01-01 12:34:56 UTC", "2024-01-01 12:34:56 GMT",
              "2024-1-1 1:2:3", "2024-01-01 12:34Z", "2024-02-30 00:00", "2024-13-01", "x", "2024-01-01 24:00", "2024-01-01 12:60", "0001-01-01 00:00:00.000Z",
              "2024-01-01 12:34:56.7891", "2024-01-01 12:34:56.", "2024-01-01T", "2024-01-01T12", "+12345-01-01", "-0001-01-01", "2024-01-01 Z", "2024-01-01 +0100",
              "1969-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z", "12345-01-01T00:00Z", "0-01-01T00:00Z", "2024-01-01+01:00", "2024-01-01+01",
              "2024-02-30", "2024-02-31Z", "2023-02-29", "2024-04-31 01:00", "2024-04-32 01:00", "2024-01-00", "2024-01-01 24:00:00", "2024-01-01 24:00:01", "2024-01-01 24:00:00.001",
              "2024-01-01 24:00:00.0001", "2024-01-01 25:00", "2024-01-01 12:34.5", "2024-01-01 12:34.", "2024-01-01 12:34:56.7899", "2024-01-01 12:34:56.1234567891", "2024-01-01 12:34:5.6Z",
              "2024-01-01  12:34", "2024-01-01t12:34", "2024-01-01T12:34z", "2024-01-01T12:34 Z", "2024-01-01T12:34 +01:00", "2024-01-01T12:34+1", "2024-01-01T12:34+19", "2024-01-01T12:34+18:00",
              "2024-01-01T12:34+18:01", "2024-01-01T12:34+01:60", "2024-01-01T12:34-00:30", "2024-01-01T12:34+00", "2024-01-01T12:34-00", "2024-01-01T12:34-00:00", "2024-01-01T12:34+0130", "2024-01-01 UTC",
              "2024-01-01 GMT", "2024-01-01UTC", "2024-01-01T12:34UTC", "02024-01-01T12:34", "2024-001-01T12:34", "999999999-01-01T00:00", "292278994-08-17T07:12:55.807Z", "292278994-08-17T07:12:55.808Z",
              "+999999999-12-31", "-292275055-05-16", "-292275055-05-17", "+292278994-08-17", "+292278994-08-18", "-0000-01-01", "0000-01-01", "2024-01-01+01:00:01", "2024-01-01T12:34:56.789+01:00:30",
              "-0001-01-01+01:00", "0000-01-01Z", "2024-01-01+01:00:60", "2024-01-01+0100:30", "2024-01-01+18:00:01", "2024-01-01 12:34.0" },
            { "TimeUUIDType", "", "12345678-1234-1234-1234-123456789abc", "12345678-1234-4234-1234-123456789abc", "1-1-1-1-1", "x" },
            { "UUIDType", "", "12345678-1234-4234-1234-123456789ABC", "12345678-1234-4234-1234-123456789abg", "12345678123442341234123456789abc", "1-2-3-4-5" },
            { "LexicalUUIDType", "", "12345678-1234-4234-1234-123456789ABC", "1-2-3-4-5", "1-2-3-4", "123456789-1-1-1-1", "x-1-1-1-1", "1-2-3-4-5-6", "--1-1-1-1" },
            { "InetAddressType", "", "127.0.0.1", "255.255.255.255", "1.2", "1", "1.2.3", "4294967295", "1.16777215", "::1", "::", "2001:db8::1", "[::1]", "::ffff:1.2.3.4",
              "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7", "1::2::3", "::1.2.3.4", "fe80::1", "ABCD::ef" },
            { "DurationType", "", "1y", "1y2mo3w4d5h6m7s8ms9us10ns", "-5d", "3d1y", "1d1d", "1", "1x", "P1Y2M3DT4H5M6S", "P1Y", "PT5M", "P", "PT", "-P3W", "P3W1D", "P0001-02-03T04:05:06",
              "1Y2MO", "1µs", "1µS", "2147483647mo", "2147483648mo", "178956970y8mo", "9223372036854775807ns", "9223372036854775808ns", "2562047h47m", "P1M1Y", "1h ", "5m3mo" ,
              "P1D2", "PT1S1H", "1us1ns", "0d", "-0d", "P-1Y", "--1d" },
            { "BytesType", "", "00", "0", "zz", "ABcd", "0x00" },
            { "CounterColumnType", "", "00ff", "1" },
            { "EmptyType", "", "x" },
            { "AsciiType", "", "abc", "é" },
            { "UTF8Type", "", "abc", "é😀" },
            { "ListType(Int32Type)", "", "00000000", "xyz" },
            { "VectorType(FloatType,1)", "00000000", "0" },
            { "TupleType(Int32Type,UTF8Type)", "", "1", "1:a", "@:a", "1:@", "1:a\\:b", "1:a\\@b", "1:a:2", ":", "1:" },
            { "UserType(ks,61,61:Int32Type,62:TupleType(UTF8Type,UTF8Type))", "1:a\\:b", "1", "1:@" },
            { "CompositeType(Int32Type,UTF8Type)", "", "1", "1:a", "1:a:!", "1:a:_", "!", "_", "1:!", "1:a\\:b", "1:a!", "1:a!!", "1:a\\!", "x:a", "1:a:b", ":", "1:", ":a", "1:a:" },
            { "DynamicCompositeType(a=>UTF8Type,i=>Int32Type)", "", "a@x", "i@5", "a@x:i@5", "z@x", "UTF8Type@x", "Int32Type@7:!", "a", "a@", "@", "@x", "a@b@c", "i@5:_", "Foo@1",
              "org.apache.cassandra.db.marshal.LongType@9", "a@@", "BytesType@00\\:" },
            { "ReversedType(Int32Type)", "5", "" },
            { "PartitionerDefinedOrder(org.apache.cassandra.dht.Murmur3Partitioner)", "00" },
        };
        for (String[] row : all)
            for (int i = 1; i < row.length; i++)
                read(row[0], TypeParser.parse(row[0]), row[i]);
        for (int i = 0; i < 300 * scale; i++)
        {
            double value = someDouble();
            read("DoubleType", DoubleType.instance, Double.toString(value));
        }
        for (int i = 0; i < 150 * scale; i++)
            read("DecimalType", DecimalType.instance, new BigDecimal(new BigInteger(big(1)), decimalScale()).toString());
        for (int i = 0; i < 150 * scale; i++)
            read("FloatType", FloatType.instance, Float.toString(someFloat()));
    }

    // ---- counters

    static void counters(int count)
    {
        for (int i = 0; i < count; i++)
        {
            int shards = random.nextInt(4);
            List<Integer> header = new ArrayList<>();
            for (int s = 0; s < shards; s++)
            {
                int kind = random.nextInt(3);
                if (kind < 2)
                    header.add(kind == 0 ? s : s + Short.MIN_VALUE);
            }
            ByteBuffer context = ByteBuffer.allocate(2 + 2 * header.size() + 32 * shards);
            context.putShort((short) (random.nextInt(6) == 0 ? -header.size() : header.size()));
            header.forEach(element -> context.putShort((short) (int) element));
            for (int s = 0; s < shards; s++)
                context.put(random(16)).putLong(someLong()).putLong(someLong());
            context.flip();
            ByteBuffer bytes = random.nextInt(15) == 0 ? ByteBuffer.wrap(java.util.Arrays.copyOf(context.array(), random.nextInt(context.capacity()))) : context;
            line("K", ByteBufferUtil.bytesToHex(bytes),
                 ask(() -> CounterContext.instance().total(bytes, ByteBufferAccessor.instance)),
                 bytes == context ? ask(() -> CounterContext.instance().toString(bytes)) : "",
                 ask(() -> { CounterColumnType.instance.validateCellValue(bytes, ByteBufferAccessor.instance); return ""; }));
        }
    }
}
