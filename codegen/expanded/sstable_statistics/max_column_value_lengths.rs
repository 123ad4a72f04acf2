// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    max_column_value_lengths_site : "max_column_value_lengths" in
    "sstable/sstable_statistics.ksy", line super::zero_copy_metadata_site::LAST + 3;
    num_columns 4; columns 6;
}
/// For each column how long its longest value is.
///
/// Specification: `max_column_value_lengths` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.io.sstable.metadata.StatsMetadata.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MaxColumnValueLengths {
    /// The columns.
    pub columns: Vec<MaxColumnValueLength>,
}
impl MaxColumnValueLengths {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let head = MaxColumnValueLengthsRef::read(r, cx)?;
        let f_columns = rt::array::collect(
            i64::from(head.num_columns),
            5,
            r,
            max_column_value_lengths_site::columns,
            |r, index| MaxColumnValueLength::decode(r, cx).within(max_column_value_lengths_site::columns),
        )?;
        Ok(Self { columns: f_columns })
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableStatisticsParams<'_>) -> rt::WriteResult<()> {
        let f_num_columns =
            rt::sink::narrow::<i32, _>(self.columns.len() as i64, max_column_value_lengths_site::num_columns)?;
        rt::sink::demand(
            i64::from(f_num_columns) >= 0,
            "a value within its range",
            max_column_value_lengths_site::num_columns,
        )?;
        w.put(&f_num_columns.to_be_bytes());
        for e in self.columns.iter() {
            e.encode(w, cx)?;
        }
        Ok(())
    }
}
/// The head of a [`MaxColumnValueLengths`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct MaxColumnValueLengthsRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// Number of columns.
    pub num_columns: i32,
}
impl<'a> MaxColumnValueLengthsRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_num_columns = r.i32_be(max_column_value_lengths_site::num_columns)?;
        rt::ReadError::demand(
            i64::from(f_num_columns) >= 0,
            &f_num_columns,
            "a value within its range (Number of columns.)",
            start,
            max_column_value_lengths_site::num_columns,
        )?;
        Ok(MaxColumnValueLengthsRef { begin, rest: *r, num_columns: f_num_columns })
    }
    rt::sited!(max_column_value_lengths_site);
}
/// What stands in a [`MaxColumnValueLengths`].
pub static MAX_COLUMN_VALUE_LENGTHS_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&max_column_value_lengths_site::ALL, &[])
        .fields(&[t::S4.least(0), t::of(&MAX_COLUMN_VALUE_LENGTH_TABLE, &[]).times(&Name("num_columns"))])
};
rt::reflect!(MaxColumnValueLengths : columns);
