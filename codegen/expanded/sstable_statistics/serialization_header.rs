// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    serialization_header_site : "serialization_header" in
    "sstable/sstable_statistics.ksy", line super::covered_clustering_site::LAST + 3;
    min_timestamp_delta 14; min_local_deletion_time_delta 6; min_ttl_delta 4; key_type 4;
    num_clustering_types 3; clustering_types 4; static_columns 5; regular_columns 3;
}
/// What all rows of Data.db have in common: a timestamp, a deletion time and a TTL, which the rows' are told relative to, and the names and
/// types of the columns, which the rows refer to by their order.
///
/// The three are meant to be the smallest ones of the SSTable, but need not be, and nothing may be concluded from them: they only make the
/// differences short. A flush stores the smallest ones of the updates to the memtable, but passes over updates whose smallest one is
/// just 2015-09-22 (of TTLs: 0); a compaction those of its inputs' statistics, and what had them may be gone; CQLSSTableWriter stores
/// 2015-09-22 and 0 whatever it writes. The difference of what is below them is negative, and takes 9 bytes in wrapping arithmetic.
///
/// It is the schema as it was when the SSTable was written. Columns may have been dropped or added since, and the names of the key columns
/// are not here at all.
///
/// Specification: `serialization_header` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.db.SerializationHeader.Component.
#[derive(Debug, Clone, PartialEq)]
pub struct SerializationHeader {
    /// What timestamps in Data.db are relative to; need not be the smallest. In microseconds since 1970.
    pub min_timestamp: i64,
    /// What local deletion times in Data.db are relative to; need not be the smallest. In seconds since 1970.
    pub min_local_deletion_time: i64,
    /// What TTLs in Data.db are relative to; need not be the smallest. In seconds.
    pub min_ttl: i64,
    /// Type of the partition key; a CompositeType if it has several columns.
    pub key_type: rt::CqlType,
    /// Their types, in the order of the primary key.
    pub clustering_types: Vec<rt::CqlType>,
    /// The static columns.
    pub static_columns: ColumnList,
    /// The others.
    pub regular_columns: ColumnList,
}
impl SerializationHeader {
    /// Of `key_type` and what nobody need choose: what a later version adds is one more of those.
    pub fn new(key_type: rt::CqlType) -> Self {
        Self {
            key_type,
            min_timestamp: Default::default(),
            min_local_deletion_time: Default::default(),
            min_ttl: Default::default(),
            clustering_types: Default::default(),
            static_columns: Default::default(),
            regular_columns: Default::default(),
        }
    }
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let head = SerializationHeaderRef::read(r, cx)?;
        let f_clustering_types = rt::array::collect(
            r.in_range(i64::try_from(head.num_clustering_types).ok(), serialization_header_site::clustering_types)?,
            1,
            r,
            serialization_header_site::clustering_types,
            |r, index| rt::CqlTypeCodec::read(r, serialization_header_site::clustering_types),
        )?;
        let f_static_columns = ColumnList::decode(r, cx).within(serialization_header_site::static_columns)?;
        let f_regular_columns = ColumnList::decode(r, cx).within(serialization_header_site::regular_columns)?;
        Ok(Self {
            min_timestamp: head.min_timestamp,
            min_local_deletion_time: head.min_local_deletion_time,
            min_ttl: head.min_ttl,
            key_type: head.key_type.clone(),
            clustering_types: f_clustering_types,
            static_columns: f_static_columns,
            regular_columns: f_regular_columns,
        })
    }
    /// 2015-09-22 00:00 UTC in microseconds since 1970, when Cassandra 3.0 was about to be released (`EncodingStats.TIMESTAMP_EPOCH`).
    pub const fn timestamp_epoch(_: version::SstableVersion) -> i64 {
        1442880000000000
    }
    /// The same day in seconds since 1970 (`EncodingStats.DELETION_TIME_EPOCH`).
    pub const fn deletion_time_epoch(_: version::SstableVersion) -> i64 {
        1442880000
    }
    /// What the smallest TTL is relative to (`EncodingStats.TTL_EPOCH`).
    pub const fn ttl_epoch(_: version::SstableVersion) -> i64 {
        0
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableStatisticsParams<'_>) -> rt::WriteResult<()> {
        let f_min_timestamp_delta: u64 = self.min_timestamp.wrapping_sub(1442880000000000i64 as i64) as u64;
        rt::UvintCodec::write(w, &f_min_timestamp_delta, serialization_header_site::min_timestamp_delta)?;
        let f_min_local_deletion_time_delta: u64 = self.min_local_deletion_time.wrapping_sub(1442880000i64) as u64;
        rt::UvintCodec::write(
            w,
            &f_min_local_deletion_time_delta,
            serialization_header_site::min_local_deletion_time_delta,
        )?;
        let f_min_ttl_delta: u64 = self.min_ttl.wrapping_sub(0i64) as u64;
        rt::UvintCodec::write(w, &f_min_ttl_delta, serialization_header_site::min_ttl_delta)?;
        rt::CqlTypeCodec::write(w, &self.key_type, serialization_header_site::key_type)?;
        let f_num_clustering_types = rt::sink::narrow::<u64, _>(
            self.clustering_types.len() as i64,
            serialization_header_site::num_clustering_types,
        )?;
        rt::UvintCodec::write(w, &f_num_clustering_types, serialization_header_site::num_clustering_types)?;
        for e in self.clustering_types.iter() {
            rt::CqlTypeCodec::write(w, e, serialization_header_site::clustering_types)?;
        }
        self.static_columns.encode(w, cx)?;
        self.regular_columns.encode(w, cx)?;
        Ok(())
    }
}
/// The head of a [`SerializationHeader`], borrowed; fields without a text are described there.
#[derive(Debug, Clone)]
pub struct SerializationHeaderRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// To 2015-09-22 00:00 UTC, in microseconds; in wrapping arithmetic, so that an earlier time takes 9 bytes. (That day Cassandra 3.0 was
    /// about to be released.)
    pub min_timestamp_delta: u64,
    /// To the same day, in seconds.
    pub min_local_deletion_time_delta: u64,
    /// The TTL itself, in seconds.
    pub min_ttl_delta: u64,
    pub key_type: rt::CqlType,
    /// Number of clustering columns.
    pub num_clustering_types: u64,
    pub min_timestamp: i64,
    pub min_local_deletion_time: i64,
    pub min_ttl: i64,
}
impl<'a> SerializationHeaderRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_min_timestamp_delta = rt::UvintCodec::read(r, serialization_header_site::min_timestamp_delta)?;
        let f_min_local_deletion_time_delta =
            rt::UvintCodec::read(r, serialization_header_site::min_local_deletion_time_delta)?;
        let f_min_ttl_delta = rt::UvintCodec::read(r, serialization_header_site::min_ttl_delta)?;
        let f_key_type = rt::CqlTypeCodec::read(r, serialization_header_site::key_type)?;
        let f_num_clustering_types = rt::UvintCodec::read(r, serialization_header_site::num_clustering_types)?;
        let value_min_timestamp = (f_min_timestamp_delta as i64).wrapping_add(1442880000000000i64 as i64);
        let value_min_local_deletion_time = (f_min_local_deletion_time_delta as i64).wrapping_add(1442880000i64);
        let value_min_ttl = (f_min_ttl_delta as i64).wrapping_add(0i64);
        Ok(SerializationHeaderRef {
            begin,
            rest: *r,
            min_timestamp_delta: f_min_timestamp_delta,
            min_local_deletion_time_delta: f_min_local_deletion_time_delta,
            min_ttl_delta: f_min_ttl_delta,
            key_type: f_key_type.clone(),
            num_clustering_types: f_num_clustering_types,
            min_timestamp: value_min_timestamp,
            min_local_deletion_time: value_min_local_deletion_time,
            min_ttl: value_min_ttl,
        })
    }
    rt::sited!(serialization_header_site);
}
/// What stands in a [`SerializationHeader`].
pub static SERIALIZATION_HEADER_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&serialization_header_site::ALL, &[])
        .fields(&[
            t::native(t::Native::Uvint, &[]),
            t::native(t::Native::Uvint, &[]),
            t::native(t::Native::Uvint, &[]),
            t::native(t::Native::CqlType, &[]),
            t::native(t::Native::Uvint, &[]),
            t::native(t::Native::CqlType, &[]).times(&Member(&Name("num_clustering_types"), "value")),
            t::of(&COLUMN_LIST_TABLE, &[]),
            t::of(&COLUMN_LIST_TABLE, &[]),
        ])
        .values(&[
            t::value("timestamp_epoch", Cast(&Int(1442880000000000), t::Int::S8)),
            t::value("deletion_time_epoch", Int(1442880000)),
            t::value("ttl_epoch", Int(0)),
            t::value("min_timestamp", Delta(&Name("min_timestamp_delta"), &Name("timestamp_epoch"))),
            t::value(
                "min_local_deletion_time",
                Delta(&Name("min_local_deletion_time_delta"), &Name("deletion_time_epoch")),
            ),
            t::value("min_ttl", Delta(&Name("min_ttl_delta"), &Name("ttl_epoch"))),
        ])
};
rt::reflect!(
    SerializationHeader : min_timestamp, min_local_deletion_time, min_ttl, key_type,
    clustering_types, static_columns, regular_columns
);
