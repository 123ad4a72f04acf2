//! Types without arguments.

/// A type that takes no arguments, named as its class without the ending `Type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NativeType {
    /// `ascii`: 7-bit text.
    Ascii,
    /// `boolean`: one byte, zero is false.
    Boolean,
    /// `tinyint`: one signed byte.
    Byte,
    /// `blob`.
    Bytes,
    /// `counter`: a counter context.
    CounterColumn,
    /// `timestamp` of before 2.0: milliseconds since the epoch, compared as bytes.
    Date,
    /// `decimal`: scale as a signed 32-bit integer, then a `varint`.
    Decimal,
    /// `double`: IEEE 754, 8 bytes, big-endian.
    Double,
    /// `duration`: months, days, nanoseconds as zig-zag vints.
    Duration,
    /// `empty`: no bytes.
    Empty,
    /// `float`: IEEE 754, 4 bytes, big-endian.
    Float,
    /// `inet`: 4 or 16 bytes.
    InetAddress,
    /// `int`: signed, 4 bytes, big-endian.
    Int32,
    /// `varint`: signed, any number of bytes, big-endian.
    Integer,
    /// `timeuuid` as user functions see it.
    LegacyTimeUuid,
    /// UUID compared as two signed integers.
    LexicalUuid,
    /// `bigint`: signed, 8 bytes, big-endian.
    Long,
    /// `smallint`: signed, 2 bytes, big-endian.
    Short,
    /// `date`: days since the epoch plus 2^31, unsigned, 4 bytes, big-endian.
    SimpleDate,
    /// `time`: nanoseconds since midnight, 8 bytes, big-endian.
    Time,
    /// `timestamp`: milliseconds since the epoch, signed, 8 bytes, big-endian.
    Timestamp,
    /// `timeuuid`: UUID of version 1, compared by time.
    TimeUuid,
    /// `text`: UTF-8.
    Utf8,
    /// `uuid`.
    Uuid,
}

/// Package of Cassandra's own types, with the final dot.
pub(super) const PACKAGE: &str = "org.apache.cassandra.db.marshal.";

type Row = (&'static str, NativeType, Option<&'static str>);

/// Class without package, type, CQL name (none: printed as a quoted class).
const TABLE: &[Row] = &[
    ("AsciiType", NativeType::Ascii, Some("ascii")),
    ("BooleanType", NativeType::Boolean, Some("boolean")),
    ("ByteType", NativeType::Byte, Some("tinyint")),
    ("BytesType", NativeType::Bytes, Some("blob")),
    ("CounterColumnType", NativeType::CounterColumn, Some("counter")),
    ("DateType", NativeType::Date, Some("timestamp")),
    ("DecimalType", NativeType::Decimal, Some("decimal")),
    ("DoubleType", NativeType::Double, Some("double")),
    ("DurationType", NativeType::Duration, Some("duration")),
    ("EmptyType", NativeType::Empty, Some("empty")),
    ("FloatType", NativeType::Float, Some("float")),
    ("InetAddressType", NativeType::InetAddress, Some("inet")),
    ("Int32Type", NativeType::Int32, Some("int")),
    ("IntegerType", NativeType::Integer, Some("varint")),
    ("LegacyTimeUUIDType", NativeType::LegacyTimeUuid, Some("timeuuid")),
    ("LexicalUUIDType", NativeType::LexicalUuid, None),
    ("LongType", NativeType::Long, Some("bigint")),
    ("ShortType", NativeType::Short, Some("smallint")),
    ("SimpleDateType", NativeType::SimpleDate, Some("date")),
    ("TimeType", NativeType::Time, Some("time")),
    ("TimestampType", NativeType::Timestamp, Some("timestamp")),
    ("TimeUUIDType", NativeType::TimeUuid, Some("timeuuid")),
    ("UTF8Type", NativeType::Utf8, Some("text")),
    ("UUIDType", NativeType::Uuid, Some("uuid")),
];

impl NativeType {
    /// All of them, in the order of their class names.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.1)
    }

    /// The type of a class, named without its package.
    pub fn from_simple_name(name: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.0 == name).map(|row| row.1)
    }

    /// Class name without the package.
    pub fn simple_name(self) -> &'static str {
        self.row().map_or("", |row| row.0)
    }

    /// Name in CQL; none for a type that CQL can only name by its class.
    pub fn cql_name(self) -> Option<&'static str> {
        self.row().and_then(|row| row.2)
    }

    /// Length in bytes of every value, if fixed.
    pub fn fixed_len(self) -> Option<usize> {
        use NativeType as N;
        match self {
            N::Empty => Some(0),
            N::Boolean => Some(1),
            N::Int32 | N::Float => Some(4),
            N::Long | N::Double | N::Timestamp | N::Date => Some(8),
            N::Uuid | N::TimeUuid | N::LegacyTimeUuid | N::LexicalUuid => Some(16),
            _ => None,
        }
    }

    fn row(self) -> Option<&'static Row> {
        TABLE.iter().find(|row| row.1 == self)
    }
}
