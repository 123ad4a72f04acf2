import java.io.IOException;
import java.io.PrintWriter;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictTrainer;

import org.apache.cassandra.config.DatabaseDescriptor;
import org.apache.cassandra.db.BufferClusteringBound;
import org.apache.cassandra.db.BufferClusteringBoundary;
import org.apache.cassandra.db.Clustering;
import org.apache.cassandra.db.ClusteringComparator;
import org.apache.cassandra.db.ClusteringPrefix;
import org.apache.cassandra.db.DecoratedKey;
import org.apache.cassandra.db.marshal.*;
import org.apache.cassandra.dht.*;
import org.apache.cassandra.io.compress.CompressedSequentialWriter;
import org.apache.cassandra.io.compress.CompressionMetadata;
import org.apache.cassandra.io.sstable.SSTableId;
import org.apache.cassandra.io.sstable.SSTableIdFactory;
import org.apache.cassandra.io.sstable.UUIDBasedSSTableId;
import org.apache.cassandra.io.sstable.metadata.MetadataCollector;
import org.apache.cassandra.io.util.ChecksummedSequentialWriter;
import org.apache.cassandra.io.util.DataOutputBuffer;
import org.apache.cassandra.io.util.File;
import org.apache.cassandra.io.util.FileHandle;
import org.apache.cassandra.io.util.RandomAccessReader;
import org.apache.cassandra.io.util.SequentialWriterOption;
import org.apache.cassandra.schema.CompressionParams;
import org.apache.cassandra.serializers.MarshalException;
import org.apache.cassandra.utils.BloomFilter;
import org.apache.cassandra.utils.ByteBufferUtil;
import org.apache.cassandra.utils.FilterFactory;
import org.apache.cassandra.utils.MurmurHash;
import org.apache.cassandra.utils.TimeUUID;
import org.apache.cassandra.utils.bytecomparable.ByteComparable;
import org.apache.cassandra.utils.bytecomparable.ByteSource;
import org.apache.cassandra.utils.bytecomparable.ByteSourceInverse;
import org.apache.cassandra.utils.obs.OffHeapBitSet;

/** Prints what Cassandra computes, as text: see README.md beside this file. */
public class Vectors
{
    static final String MARSHAL = "org.apache.cassandra.db.marshal.";
    static final Random random = new Random(20240229);
    static final ByteComparable.Version[] VERSIONS = ByteComparable.Version.values();

    public static void main(String[] args) throws Exception
    {
        DatabaseDescriptor.clientInitialization();
        Path out = Paths.get(args[0]);
        try (PrintWriter p = open(out, "tokens.txt")) { tokens(p); }
        try (PrintWriter p = open(out, "bloom.txt")) { bloom(p); }
        try (PrintWriter p = open(out, "sstable_ids.txt")) { ids(p); }
        try (PrintWriter p = open(out, "keys.txt")) { keys(p); }
        try (PrintWriter p = open(out, "values.txt")) { values(p); }
        try (PrintWriter p = open(out, "clusterings.txt")) { clusterings(p); }
        try (PrintWriter p = open(out, "crc.txt")) { crc(p); }
        try (PrintWriter p = open(out, "chunks.txt")) { chunks(p); }
        try (PrintWriter p = open(out, "dictionary.txt")) { dictionary(p); }
        if (args.length > 1)
            try (PrintWriter p = open(out, "data.txt")) { data(p, Paths.get(args[1])); }
        System.exit(0);
    }

    static PrintWriter open(Path dir, String name) throws IOException
    {
        return new PrintWriter(Files.newBufferedWriter(dir.resolve(name), StandardCharsets.UTF_8));
    }

    static String hex(ByteBuffer b) { return b == null ? "null" : "x" + ByteBufferUtil.bytesToHex(b); }
    static String hex(byte[] b) { return hex(ByteBuffer.wrap(b)); }
    static String hex(ByteSource s) { return s == null ? "null" : hex(ByteSourceInverse.readBytes(s)); }

    static byte[] bytes(int n)
    {
        byte[] b = new byte[n];
        random.nextBytes(b);
        // Runs of the bytes that encodings treat specially.
        if (n > 0 && random.nextInt(3) == 0)
            for (int i = random.nextInt(n); i < n && random.nextInt(4) != 0; i++)
                b[i] = (byte) (random.nextBoolean() ? 0 : random.nextBoolean() ? 0xff : 0xfe);
        return b;
    }

    static String text()
    {
        String[] samples = { "", "A", "key", "caf\u00e9", "\u4e2d\u6587", "\ud83d\ude00", "a\0b", "a\0", "\uffff" };
        return random.nextInt(3) == 0 ? samples[random.nextInt(samples.length)]
                                      : Long.toString(random.nextLong() >>> random.nextInt(60), 36);
    }

    static List<byte[]> someKeys()
    {
        List<byte[]> keys = new ArrayList<>();
        keys.add(new byte[0]);
        for (int len = 1; len <= 40; len++)
            for (int i = 0; i < 8; i++)
                keys.add(bytes(len));
        for (int i = 0; i < 60; i++)
            keys.add(text().getBytes(StandardCharsets.UTF_8));
        keys.add(bytes(300));
        return keys;
    }

    // key, hash halves, then the token of each partitioner as Cassandra prints it (that of text as hexadecimal UTF-8)
    static void tokens(PrintWriter p)
    {
        List<byte[]> keys = someKeys();
        // One whose hash is the token that is not given out.
        keys.add(ByteBufferUtil.getArray(Murmur3Partitioner.LongToken.keyForToken(Long.MIN_VALUE)));
        for (byte[] key : keys)
        {
            ByteBuffer b = ByteBuffer.wrap(key);
            long[] hash = new long[2];
            MurmurHash.hash3_x64_128(b, 0, key.length, 0, hash);
            p.printf("%s %d %d %s %s %s %s%n", hex(key), hash[0], hash[1],
                     Murmur3Partitioner.instance.getToken(b), RandomPartitioner.instance.getToken(b),
                     "x" + ByteOrderedPartitioner.instance.getToken(b),
                     hex(OrderPreservingPartitioner.instance.getToken(b).toString().getBytes(StandardCharsets.UTF_8)));
        }
        for (IPartitioner partitioner : new IPartitioner[]{ Murmur3Partitioner.instance, RandomPartitioner.instance,
                                                            ByteOrderedPartitioner.instance,
                                                            OrderPreservingPartitioner.instance,
                                                            new LocalPartitioner(IntegerType.instance) })
        {
            List<DecoratedKey> sorted = new ArrayList<>();
            for (byte[] key : keys)
                sorted.add(partitioner.decorateKey(ByteBuffer.wrap(key)));
            Collections.sort(sorted);
            StringBuilder line = new StringBuilder("order " + partitioner.getClass().getCanonicalName());
            for (DecoratedKey key : sorted)
                line.append(' ').append(hex(key.getKey()));
            p.println(line);
        }
    }

    // filter <hashes> <bits> <bits in the old layout>, then keys that were added and others
    static void bloom(PrintWriter p) throws Exception
    {
        java.lang.reflect.Field field = BloomFilter.class.getDeclaredField("bitset");
        field.setAccessible(true);
        for (double chance : new double[]{ 0.01, 0.1, 0.5 })
        {
            try (BloomFilter filter = (BloomFilter) FilterFactory.getFilter(100, chance))
            {
                List<DecoratedKey> added = new ArrayList<>();
                for (int i = 0; i < 100; i++)
                {
                    added.add(Murmur3Partitioner.instance.decorateKey(ByteBuffer.wrap(bytes(random.nextInt(30) + 1))));
                    filter.add(added.get(i));
                }
                try (DataOutputBuffer current = new DataOutputBuffer(); DataOutputBuffer old = new DataOutputBuffer())
                {
                    ((OffHeapBitSet) field.get(filter)).serialize(current);
                    ((OffHeapBitSet) field.get(filter)).serializeOldBfFormat(old);
                    p.printf("filter %d %s %s%n", filter.hashCount, hex(current.asNewBuffer()), hex(old.asNewBuffer()));
                }
                for (DecoratedKey key : added)
                    p.printf("key %s %s%n", hex(key.getKey()), filter.isPresent(key));
                for (int i = 0; i < 200; i++)
                {
                    DecoratedKey key = Murmur3Partitioner.instance.decorateKey(ByteBuffer.wrap(bytes(random.nextInt(40))));
                    p.printf("key %s %s%n", hex(key.getKey()), filter.isPresent(key));
                }
            }
        }
    }

    // text, timestamp, low half, or "sequence"; in Cassandra's order
    static void ids(PrintWriter p)
    {
        List<SSTableId> ids = new ArrayList<>();
        for (String n : new String[]{ "0", "1", "9", "10", "2147483647" })
            ids.add(SSTableIdFactory.instance.fromString(n));
        for (int i = 0; i < 60; i++)
        {
            long timestamp = random.nextInt(4) == 0 ? 139000000000000000L : 130000000000000000L + (random.nextLong() >>> 8);
            ids.add(new UUIDBasedSSTableId(new TimeUUID(timestamp, random.nextLong() >>> random.nextInt(64))));
        }
        ids.add(new UUIDBasedSSTableId(new TimeUUID(0, 0)));
        ids.add(new UUIDBasedSSTableId(new TimeUUID(0, -1)));
        ids.add(SSTableIdFactory.instance.fromString("3FW2_0tj4_46w3k2cpidnirvjy7k"));
        ids.sort(SSTableIdFactory.COMPARATOR);
        for (SSTableId id : ids)
        {
            ByteBuffer b = id.asBytes();
            if (b.remaining() == 16)
                p.printf("%s %s %s%n", id, Long.toUnsignedString(b.getLong(0)), Long.toUnsignedString(b.getLong(8)));
            else
                p.printf("%s sequence%n", id);
        }
    }

    // partitioner, version, key, its form, and in OSS50 the bounds before and behind it
    static void keys(PrintWriter p)
    {
        List<byte[]> keys = someKeys();
        Collections.shuffle(keys, random);
        for (IPartitioner partitioner : new IPartitioner[]{ Murmur3Partitioner.instance, RandomPartitioner.instance,
                                                            ByteOrderedPartitioner.instance,
                                                            OrderPreservingPartitioner.instance,
                                                            new LocalPartitioner(IntegerType.instance) })
            for (byte[] key : keys.subList(0, 30))
                for (ByteComparable.Version version : VERSIONS)
                {
                    DecoratedKey decorated = partitioner.decorateKey(ByteBuffer.wrap(key));
                    p.printf("%s %s %s %s", partitioner.getClass().getCanonicalName(), version, hex(key),
                             hex(decorated.asComparableBytes(version)));
                    if (version != ByteComparable.Version.LEGACY)
                        p.printf(" %s %s", hex(decorated.asComparableBound(true).asComparableBytes(version)),
                                 hex(decorated.asComparableBound(false).asComparableBytes(version)));
                    p.printf(" %s %s%n", hex(decorated.getToken().minKeyBound().asComparableBytes(version)),
                             hex(decorated.getToken().maxKeyBound().asComparableBytes(version)));
                }
    }

    static final String[] NATIVE = { "AsciiType", "BooleanType", "ByteType", "BytesType", "DateType", "DecimalType",
                                     "DoubleType", "DurationType", "EmptyType", "FloatType", "InetAddressType",
                                     "Int32Type", "IntegerType", "LegacyTimeUUIDType", "LexicalUUIDType", "LongType",
                                     "ShortType", "SimpleDateType", "TimeType", "TimestampType", "TimeUUIDType",
                                     "UTF8Type", "UUIDType" };

    static String randomType(int depth)
    {
        int kind = depth == 0 ? 0 : random.nextInt(9);
        switch (kind)
        {
            case 1: return MARSHAL + "ReversedType(" + randomType(0) + ")";
            case 2: return MARSHAL + "FrozenType(" + MARSHAL + "ListType(" + randomType(depth - 1) + "))";
            case 3: return MARSHAL + "FrozenType(" + MARSHAL + "SetType(" + randomType(depth - 1) + "))";
            case 4: return MARSHAL + "FrozenType(" + MARSHAL + "MapType(" + randomType(depth - 1) + "," + randomType(depth - 1) + "))";
            case 5: return MARSHAL + "TupleType(" + randomTypes(depth) + ")";
            case 6: return MARSHAL + "FrozenType(" + MARSHAL + "UserType(ks,75," + namedTypes(depth) + "))";
            case 7: return MARSHAL + "VectorType(" + randomElement(depth - 1) + " , " + (1 + random.nextInt(4)) + ")";
            case 8: return MARSHAL + "CompositeType(" + randomTypes(1) + ")";
            default: return MARSHAL + NATIVE[random.nextInt(NATIVE.length)];
        }
    }

    static String randomElement(int depth)
    {
        String type;
        do type = randomType(depth); while (type.endsWith("EmptyType") || type.endsWith("EmptyType)"));
        return type;
    }

    static String randomTypes(int depth)
    {
        StringBuilder s = new StringBuilder(randomType(depth - 1));
        for (int i = random.nextInt(3); i > 0; i--)
            s.append(',').append(randomType(depth - 1));
        return s.toString();
    }

    static String namedTypes(int depth)
    {
        StringBuilder s = new StringBuilder("61:" + randomType(depth - 1));
        for (int i = random.nextInt(3); i > 0; i--)
            s.append(",6").append(1 + i).append(':').append(randomType(depth - 1));
        return s.toString();
    }

    static ByteBuffer randomUuid(int version)
    {
        ByteBuffer b = ByteBuffer.wrap(bytes(16));
        b.put(6, (byte) (b.get(6) & 0x0f | version << 4));
        return b;
    }

    static ByteBuffer uint16(int n) { ByteBuffer b = ByteBuffer.allocate(2); b.putShort(0, (short) n); return b; }
    static ByteBuffer int32(int n) { return ByteBufferUtil.bytes(n); }

    static ByteBuffer concat(List<ByteBuffer> parts)
    {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (ByteBuffer b : parts)
            out.writeBytes(ByteBufferUtil.getArray(b));
        return ByteBuffer.wrap(out.toByteArray());
    }

    static boolean isValid(AbstractType<?> type, ByteBuffer value)
    {
        try { type.validate(value); return true; }
        catch (MarshalException e) { return false; }
    }

    static BigInteger integer()
    {
        BigInteger n = new BigInteger(random.nextInt(random.nextInt(12) == 0 ? 1100 : 90), random);
        return random.nextBoolean() ? n : n.negate();
    }

    static ByteBuffer randomValue(AbstractType<?> type)
    {
        if (type instanceof ReversedType) return randomValue(((ReversedType<?>) type).baseType);
        if (type instanceof AsciiType) return ByteBufferUtil.bytes(Long.toString(random.nextLong(), 36));
        if (type instanceof UTF8Type) return ByteBufferUtil.bytes(text());
        if (type instanceof BytesType) return ByteBuffer.wrap(bytes(random.nextInt(12)));
        if (type instanceof EmptyType) return ByteBufferUtil.EMPTY_BYTE_BUFFER;
        if (type instanceof VectorType)
        {
            VectorType<?> vector = (VectorType<?>) type;
            List<ByteBuffer> parts = new ArrayList<>();
            for (int i = 0; i < vector.dimension; i++)
            {
                ByteBuffer v;
                do v = randomValue(vector.elementType);
                while (!isValid(vector.elementType, v) || vector.elementType.isNull(v) || vector.elementType.isValueLengthFixed() && v.remaining() != vector.elementType.valueLengthIfFixed());
                parts.add(v);
            }
            return vector.decomposeRaw(parts);
        }
        if (type instanceof DurationType)
            return DurationType.instance.decompose(org.apache.cassandra.cql3.Duration.newInstance(random.nextInt(99), random.nextInt(99), random.nextInt(9999999)));
        if (random.nextInt(12) == 0 && !(type instanceof InetAddressType)) return ByteBufferUtil.EMPTY_BYTE_BUFFER;
        if (type instanceof BooleanType) return ByteBuffer.wrap(new byte[]{ (byte) random.nextInt(3) });
        if (type instanceof ByteType) return ByteBuffer.wrap(bytes(1));
        if (type instanceof ShortType) return ByteBuffer.wrap(bytes(2));
        if (type instanceof Int32Type || type instanceof SimpleDateType) return ByteBuffer.wrap(bytes(4));
        if (type instanceof FloatType) return random.nextInt(3) == 0 ? ByteBufferUtil.bytes(random.nextInt(9) - 4f) : ByteBuffer.wrap(bytes(4));
        if (type instanceof DoubleType) return random.nextInt(3) == 0 ? ByteBufferUtil.bytes(random.nextInt(9) - 4d) : ByteBuffer.wrap(bytes(8));
        if (type instanceof LongType || type instanceof TimestampType || type instanceof TimeType || type instanceof DateType)
        {
            long n = random.nextLong() >> random.nextInt(64);
            return ByteBufferUtil.bytes(random.nextInt(4) == 0 ? (random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE) - random.nextInt(2) : n);
        }
        if (type instanceof IntegerType)
        {
            byte[] n = integer().toByteArray();
            if (n.length < 5 && random.nextInt(8) == 0) // not the shortest form
            {
                byte[] longer = new byte[n.length + 2];
                java.util.Arrays.fill(longer, (byte) (n[0] >> 7));
                System.arraycopy(n, 0, longer, 2, n.length);
                n = longer;
            }
            return ByteBuffer.wrap(n);
        }
        if (type instanceof DecimalType)
        {
            int scale = random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(40) - 20;
            if (random.nextInt(20) == 0) scale = random.nextBoolean() ? Integer.MAX_VALUE : Integer.MIN_VALUE;
            BigInteger n = random.nextBoolean() ? integer() : integer().multiply(BigInteger.TEN.pow(random.nextInt(20)));
            return DecimalType.instance.decompose(new BigDecimal(n, scale));
        }
        if (type instanceof InetAddressType) return ByteBuffer.wrap(bytes(random.nextBoolean() ? 4 : 16));
        if (type instanceof AbstractTimeUUIDType) return randomUuid(1);
        if (type instanceof UUIDType) return randomUuid(random.nextInt(3) == 0 ? 1 : random.nextInt(16));
        if (type instanceof LexicalUUIDType) return ByteBuffer.wrap(bytes(16));
        if (type instanceof CollectionType)
        {
            List<ByteBuffer> parts = new ArrayList<>();
            int n = random.nextInt(4);
            parts.add(int32(n));
            for (int i = 0; i < n; i++)
                for (AbstractType<?> sub : type.subTypes())
                {
                    ByteBuffer v = randomValue(sub);
                    parts.add(int32(v.remaining()));
                    parts.add(v);
                }
            return concat(parts);
        }
        if (type instanceof TupleType)
        {
            List<ByteBuffer> parts = new ArrayList<>();
            int n = type.subTypes().size() - (random.nextInt(4) == 0 ? 1 : 0);
            for (int i = 0; i < n; i++)
            {
                if (random.nextInt(4) == 0) { parts.add(int32(-1)); continue; }
                ByteBuffer v = randomValue(type.subTypes().get(i));
                parts.add(int32(v.remaining()));
                parts.add(v);
            }
            return concat(parts);
        }
        if (type instanceof CompositeType)
        {
            List<ByteBuffer> parts = new ArrayList<>();
            if (random.nextInt(5) == 0) parts.add(uint16(0xffff));
            int n = type.subTypes().size() - (random.nextInt(4) == 0 ? 1 : 0);
            for (int i = 0; i < n; i++)
            {
                ByteBuffer v = randomValue(type.subTypes().get(i));
                parts.add(uint16(v.remaining()));
                parts.add(v);
                parts.add(ByteBuffer.wrap(new byte[]{ (byte) (i == n - 1 ? random.nextInt(3) - 1 : 0) }));
            }
            return concat(parts);
        }
        throw new IllegalArgumentException(type.toString());
    }

    static ByteBuffer randomDynamic(DynamicCompositeType type, boolean legacy)
    {
        List<ByteBuffer> parts = new ArrayList<>();
        int n = random.nextInt(4);
        for (int i = 0; i < n; i++)
        {
            String[] names = { "UTF8Type", "LongType", "ReversedType(Int32Type)", "UUIDType" };
            int pick = random.nextInt(names.length);
            if (random.nextBoolean())
                parts.add(uint16(0x8000 | 'a' + pick));
            else
            {
                parts.add(uint16(names[pick].length()));
                parts.add(ByteBufferUtil.bytes(names[pick]));
            }
            ByteBuffer v = randomValue(TypeParser.parse(names[pick]));
            parts.add(uint16(v.remaining()));
            parts.add(v);
            parts.add(ByteBuffer.wrap(new byte[]{ (byte) (i == n - 1 ? random.nextInt(legacy ? 2 : 3) - (legacy ? 0 : 1) : 0) }));
        }
        return concat(parts);
    }

    // type, version, value, its form
    static void values(PrintWriter p)
    {
        List<String> types = new ArrayList<>();
        for (String name : NATIVE)
            for (String type : new String[]{ MARSHAL + name, MARSHAL + "ReversedType(" + MARSHAL + name + ")" })
                types.add(type);
        for (int i = 0; i < 80; i++)
            types.add(randomType(3));
        for (String name : new String[]{ "Murmur3Partitioner", "RandomPartitioner" })
            types.add(MARSHAL + "PartitionerDefinedOrder(org.apache.cassandra.dht." + name + ")");
        for (String name : types)
        {
            AbstractType<?> type = TypeParser.parse(name);
            int n = name.endsWith("DecimalType") || name.endsWith("IntegerType") || name.endsWith("LongType") ? 120 : name.contains(",") ? 5 : 15;
            for (int i = 0; i < n; i++)
            {
                ByteBuffer value = type instanceof PartitionerDefinedOrder ? ByteBuffer.wrap(bytes(random.nextInt(20))) : randomValue(type);
                for (ByteComparable.Version version : VERSIONS)
                    print(p, type, version, value);
            }
        }
        String name = MARSHAL + "DynamicCompositeType(a=>" + MARSHAL + "UTF8Type,b=>" + MARSHAL + "LongType,c=>"
                      + MARSHAL + "ReversedType(" + MARSHAL + "Int32Type),d=>" + MARSHAL + "UUIDType)";
        DynamicCompositeType dynamic = (DynamicCompositeType) TypeParser.parse(name);
        for (int i = 0; i < 60; i++)
            for (ByteComparable.Version version : VERSIONS)
                print(p, dynamic, version, randomDynamic(dynamic, version == ByteComparable.Version.LEGACY));
    }

    static void print(PrintWriter p, AbstractType<?> type, ByteComparable.Version version, ByteBuffer value)
    {
        p.printf("%s\t%s\t%s\t%s%n", type, version, hex(value), hex(type.asComparableBytes(value, version)));
    }

    // types, version, ordinal of the kind, values, its form
    static void clusterings(PrintWriter p)
    {
        for (int i = 0; i < 80; i++)
        {
            List<AbstractType<?>> types = new ArrayList<>();
            StringBuilder names = new StringBuilder();
            for (int n = 1 + random.nextInt(3); n > 0; n--)
            {
                types.add(TypeParser.parse(randomType(random.nextInt(3))));
                names.append(types.size() > 1 ? ";" : "").append(types.get(types.size() - 1));
            }
            ClusteringComparator comparator = new ClusteringComparator(types);
            for (ClusteringPrefix.Kind kind : ClusteringPrefix.Kind.values())
            {
                if (kind.ordinal() > 7)
                    continue;
                int n = kind == ClusteringPrefix.Kind.CLUSTERING ? types.size()
                        : kind == ClusteringPrefix.Kind.STATIC_CLUSTERING ? 0 : 1 + random.nextInt(types.size());
                ByteBuffer[] values = new ByteBuffer[n];
                StringBuilder shown = new StringBuilder("[");
                for (int j = 0; j < n; j++)
                {
                    values[j] = random.nextInt(12) == 0 ? null : randomValue(types.get(j));
                    shown.append(j > 0 ? "," : "").append(hex(values[j]));
                }
                ClusteringPrefix<?> prefix = kind == ClusteringPrefix.Kind.CLUSTERING ? Clustering.make(values)
                        : kind == ClusteringPrefix.Kind.STATIC_CLUSTERING ? Clustering.STATIC_CLUSTERING
                        : kind.isBoundary() ? BufferClusteringBoundary.create(kind, values)
                                            : BufferClusteringBound.create(kind, values);
                for (ByteComparable.Version version : VERSIONS)
                    p.printf("%s\t%s\t%d\t%s]\t%s%n", names, version, kind.ordinal(), shown,
                             hex(comparator.asByteComparable(prefix).asComparableBytes(version)));
            }
        }
    }

    // data, its CRC.db
    static void crc(PrintWriter p) throws IOException
    {
        Path dir = Files.createTempDirectory("crc");
        for (int size : new int[]{ 1, 511, 512, 513, 1024, 1300 })
        {
            byte[] data = bytes(size);
            File file = new File(dir.resolve("Data.db")), crc = new File(dir.resolve("CRC.db"));
            SequentialWriterOption option = SequentialWriterOption.newBuilder().bufferSize(512).build();
            try (ChecksummedSequentialWriter writer = new ChecksummedSequentialWriter(file, crc, null, option))
            {
                writer.write(data);
                writer.finish();
            }
            p.printf("%s %s%n", hex(data), hex(Files.readAllBytes(crc.toPath())));
            file.delete();
            crc.delete();
        }
        Files.delete(dir);
    }

    // half text, half noise
    static byte[] mixed(int size)
    {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (out.size() < size)
            out.writeBytes(random.nextInt(3) == 0 ? bytes(random.nextInt(900)) : "partition clustering value ".repeat(random.nextInt(30)).getBytes());
        return java.util.Arrays.copyOf(out.toByteArray(), size);
    }

    // data, its CompressionInfo.db and Data.db
    static void chunks(PrintWriter p) throws IOException
    {
        Path dir = Files.createTempDirectory("chunks");
        for (String compressor : new String[]{ "LZ4Compressor", "SnappyCompressor", "DeflateCompressor", "ZstdCompressor", "NoopCompressor" })
            for (double ratio : new double[]{ 0, 1.0, 1.3 })
                for (int size : new int[]{ 100, 1024, 6000 })
                {
                    byte[] data = mixed(size);
                    File file = new File(dir.resolve("Data.db")), info = new File(dir.resolve("CompressionInfo.db"));
                    CompressionParams params = CompressionParams.fromMap(java.util.Map.of("class", compressor, "chunk_length_in_kb", "1", "min_compress_ratio", Double.toString(ratio)));
                    try (CompressedSequentialWriter writer = new CompressedSequentialWriter(file, info, null,
                             SequentialWriterOption.DEFAULT, params, new MetadataCollector(new ClusteringComparator(BytesType.instance))))
                    {
                        writer.write(data);
                        writer.finish();
                    }
                    p.printf("%s %s %s%n", hex(data), hex(Files.readAllBytes(info.toPath())), hex(Files.readAllBytes(file.toPath())));
                    file.delete();
                    info.delete();
                }
        Files.delete(dir);
    }

    // the first line is a dictionary, others are data and what the library of ZstdDictionaryCompressor makes of it
    static void dictionary(PrintWriter p)
    {
        ZstdDictTrainer trainer = new ZstdDictTrainer(1 << 20, 2048);
        for (int i = 0; i < 2000; i++)
            trainer.addSample(("partition " + random.nextInt(1000) + " clustering " + random.nextInt() + " value " + Long.toString(random.nextLong(), 36)).getBytes());
        byte[] dictionary = trainer.trainSamples();
        p.println(hex(dictionary));
        try (ZstdDictCompress prepared = new ZstdDictCompress(dictionary, 3))
        {
            for (int size : new int[]{ 1, 100, 1024, 5000 })
            {
                byte[] data = mixed(size);
                p.printf("%s %s%n", hex(data), hex(Zstd.compress(data, prepared)));
            }
        }
    }

    // path below the corpus, version has max_compressed_length, length and MD5 of the uncompressed data
    static void data(PrintWriter p, Path corpus) throws Exception
    {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(corpus))
        {
            all.filter(f -> f.getFileName().toString().matches("(m[a-e]|n[a-c]|oa|[abcd][a-d])-[^-]+-(big|bti)-CompressionInfo\\.db"))
               .sorted().forEach(files::add);
        }
        for (Path info : files)
        {
            String name = info.getFileName().toString();
            Path data = info.resolveSibling(name.replace("CompressionInfo", "Data"));
            if (!Files.exists(data))
                continue;
            boolean hasMax = name.contains("-big-") ? name.compareTo("na") >= 0 : true;
            try
            {
                File file = new File(data);
                CompressionMetadata metadata = CompressionMetadata.open(new File(info), Files.size(data), hasMax);
                MessageDigest md5 = MessageDigest.getInstance("MD5");
                long length = metadata.dataLength;
                try (FileHandle handle = new FileHandle.Builder(file).withCompressionMetadata(metadata).complete();
                     RandomAccessReader reader = handle.createReader())
                {
                    byte[] buffer = new byte[1000];
                    for (long left = length; left > 0; )
                    {
                        int n = (int) Math.min(left, buffer.length);
                        reader.readFully(buffer, 0, n);
                        md5.update(buffer, 0, n);
                        left -= n;
                    }
                }
                p.printf("%s %s %d %s%n", corpus.relativize(data), hasMax, length, hex(md5.digest()));
            }
            catch (Throwable e)
            {
                System.err.println(data + ": " + e);
            }
        }
    }
}
