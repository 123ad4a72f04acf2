import com.datastax.dse.driver.api.core.data.geometry.*;
import com.datastax.dse.driver.api.core.data.time.*;
import com.datastax.dse.driver.api.core.type.codec.DseTypeCodecs;
import com.datastax.oss.driver.api.core.ProtocolVersion;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import com.esri.core.geometry.ogc.OGCGeometry;

/** Prints values of DSE's own types as DataStax's driver (java-driver-core 4.17.0) serializes them: class, bytes, text. Which it also reads with the other byte order. */
public class DseValues {
    static String hex(ByteBuffer b) { StringBuilder s = new StringBuilder(); b = b.duplicate(); while (b.hasRemaining()) s.append(String.format("%02x", b.get())); return s.toString(); }
    static void row(String ty, ByteBuffer b, String text) { System.out.println(ty + "\t" + hex(b) + "\t" + text); }
    public static void main(String[] a) throws Exception {
        String[] points = {"POINT (1.1 2.2)", "POINT (-0.5 100)", "POINT (0 0)", "POINT (48.8582 2.2945)", "POINT (123456789012 0.1)", "POINT (3.14159265358979 1e7)"};
        for (String t : points) { Point g = Point.fromWellKnownText(t); row("PointType", g.asWellKnownBinary(), g.asWellKnownText()); }
        for (String t : new String[]{"LINESTRING (30 10, 10 30, 40 40)", "LINESTRING (-1.5 0, 0 0.25)", "LINESTRING EMPTY"})
            try { LineString g = LineString.fromWellKnownText(t); row("LineStringType", g.asWellKnownBinary(), g.asWellKnownText()); } catch (Exception e) { System.err.println(t + " " + e); }
        for (String t : new String[]{"POLYGON ((30 10, 40 40, 20 40, 10 20, 30 10))", "POLYGON ((35 10, 45 45, 15 40, 10 20, 35 10), (20 30, 35 35, 30 20, 20 30))", "POLYGON EMPTY"})
            try { Polygon g = Polygon.fromWellKnownText(t); row("PolygonType", g.asWellKnownBinary(), g.asWellKnownText()); } catch (Exception e) { System.err.println(t + " " + e); }
        // the other byte order
        ByteBuffer be = ByteBuffer.allocate(21).order(ByteOrder.BIG_ENDIAN); be.put((byte) 0).putInt(1).putDouble(1.5).putDouble(-2).flip();
        row("PointType", be, Point.fromWellKnownBinary(be.duplicate()).asWellKnownText());
        for (String t : new String[]{"[2011-01 TO 2015]", "[2010-01-02 TO 2015-05-05T13]", "[1973-06-30T13:57:28.123Z TO 1999-05-05T14:14:59]", "[2010-01-01T15 TO 2016-02]", "[1500 TO 1501]", "[0001-01-01 TO 0001-01-02]", "[0000-01-01 TO 0000-01-01]", "[-0001-01-01 TO -0001-01-01]", "[* TO 2014-12-01]", "[1999 TO *]", "[* TO *]", "-0009", "2000-11", "*", "2017-02-02T15:26", "2017-02-02T15:26:30", "2017-02-02T15:26:30.001Z", "12345"})
            try { DateRange r = DateRange.parse(t); row("DateRangeType", DseTypeCodecs.DATE_RANGE.encode(r, ProtocolVersion.DEFAULT), r.toString()); } catch (Exception e) { System.err.println(t + " " + e); }
    }
}
