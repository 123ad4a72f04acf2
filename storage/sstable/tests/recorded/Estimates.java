import com.clearspring.analytics.stream.cardinality.HyperLogLogPlus;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;

/**
 * Prints what stream-lib 2.5.2 estimates of sketches whose registers are drawn from a seed: precision, least part of registers that are
 * zero in percent, added to the others, estimate. Then sparse ones: precision, sparse precision, number of hashes, estimate.
 */
public class Estimates {
    private static void varint(ByteArrayOutputStream out, int n) { for (; n >= 0x80; n >>>= 7) out.write(n & 0x7f | 0x80); out.write(n); }
    public static void main(String[] a) throws Exception {
        for (int p = 4; p <= 18; p++) for (int zeros : new int[]{99, 90, 50, 10, 0}) for (int more : new int[]{0, 1, 2, 5}) {
            long x = p * 1000 + zeros * 10 + more;
            int m = 1 << p, words = m / 6 + 1;
            int[] word = new int[words];
            for (int i = 0; i < m; i++) {
                x = x * 6364136223846793005L + 1442695040888963407L;
                int run = (x >>> 33) % 100 < zeros ? 0 : 1 + Long.numberOfTrailingZeros(x >>> 12 | 1 << 20) + more;
                word[i / 6] |= run << i % 6 * 5;
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DataOutputStream data = new DataOutputStream(out);
            data.writeInt(-2);
            data.write(p); data.write(25); data.write(0);
            varint(out, words * 4);
            for (int w : word) data.writeInt(w);
            System.out.println("dense\t" + p + "\t" + zeros + "\t" + more + "\t" + HyperLogLogPlus.Builder.build(out.toByteArray()).cardinality());
        }
        for (int[] s : new int[][]{{4, 20, 5}, {10, 25, 700}, {13, 25, 6000}, {16, 30, 40000}, {18, 25, 150000}, {5, 5, 3}}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new DataOutputStream(out).writeInt(-2);
            out.write(s[0]); out.write(s[1]); out.write(1);
            varint(out, s[2]);
            for (int i = 0; i < s[2]; i++) varint(out, i == 0 ? 2 : 4);
            System.out.println("sparse\t" + s[0] + "\t" + s[1] + "\t" + s[2] + "\t" + HyperLogLogPlus.Builder.build(out.toByteArray()).cardinality());
        }
    }
}
