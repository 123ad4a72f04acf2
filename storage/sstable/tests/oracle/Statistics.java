import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.StringJoiner;
import java.util.function.IntToLongFunction;

import com.clearspring.analytics.stream.cardinality.HyperLogLogPlus;
import org.apache.cassandra.utils.MurmurHash;
import org.apache.cassandra.utils.streamhist.StreamingTombstoneHistogramBuilder;

/** Asks the classes that MetadataCollector collects with: the lines that ../recorded/README.md describes. */
public class Statistics
{
    /** The numbers that keys, hashes and times are made of: the test has the same. */
    static long random;

    static long next()
    {
        random = random * 6364136223846793005L + 1442695040888963407L;
        return random >>> 33;
    }

    static byte[] key(int i)
    {
        ByteBuffer key = ByteBuffer.allocate(4 + i % 13);
        key.putInt(i);
        while (key.hasRemaining())
            key.put((byte) next());
        return key.array();
    }

    static void hash(int length)
    {
        byte[] key = new byte[length];
        for (int i = 0; i < length; i++)
            key[i] = (byte) next();
        System.out.println("hash\t" + HexFormat.of().formatHex(key) + "\t" + MurmurHash.hash2_64(ByteBuffer.wrap(key), 0, length, 0));
    }

    static void sketch(String what, int count, IntToLongFunction hash) throws Exception
    {
        HyperLogLogPlus sketch = new HyperLogLogPlus(13, 25);
        random = count;
        for (int i = 0; i < count; i++)
            sketch.offerHashed(hash.applyAsLong(i));
        byte[] bytes = sketch.getBytes();
        String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        System.out.println("sketch\t" + what + "\t" + count + "\t" + bytes.length + "\t" + md5);
    }

    static void keys(int count) throws Exception
    {
        sketch("keys", count, i -> {
            byte[] key = key(i);
            return MurmurHash.hash2_64(ByteBuffer.wrap(key), 0, key.length, 0);
        });
    }

    /** Hashes with zeros after the first bits, often so many that their runs are stored, or do not fit a register. */
    static void runs(int count) throws Exception
    {
        sketch("runs", count, i -> {
            long first = next() % 8192 << 51;
            return first | (next() << 20 | next()) >>> next() % 51;
        });
    }

    static void times(String what, int count, long first, long range, long step)
    {
        StreamingTombstoneHistogramBuilder builder = new StreamingTombstoneHistogramBuilder(100, 100000, 60);
        random = count;
        for (int i = 0; i < count; i++)
            builder.update(first + next() % range * step);
        StringJoiner bins = new StringJoiner(" ");
        builder.build().forEach((point, value) -> bins.add(point + ":" + value));
        System.out.println("times\t" + what + "\t" + count + "\t" + first + "\t" + range + "\t" + step + "\t" + bins);
    }

    public static void main(String[] args) throws Exception
    {
        random = 1;
        for (int length = 0; length < 40; length++)
            hash(length);
        for (int count : new int[]{ 0, 1, 100, 127, 128, 1536, 1537, 1538, 5000, 6147, 6148, 6149, 7685, 7686, 20000, 300000 })
            keys(count);
        for (int count : new int[]{ 10, 1000, 5000, 7000, 20000, 300000 })
            runs(count);
        times("none", 0, 0, 1, 1);
        times("no merging", 10000, 1700000000L, 50, 60);
        times("rounding", 10000, 1700000001L, 5900, 1);
        times("a day", 20000, 1700000000L, 86400, 1);
        times("a year", 100000, 1700000000L, 31536000, 1);
        times("a century, the spool full", 400000, 0, 1L << 31, 2);
        times("one cell for all", 5000, 1000000020L, 1500, 60L << 15);
        times("the last ones", 30000, 4294967293L - 30000, 30000, 1);
        times("few far apart", 500, 0, 150, 28633080);
    }
}
