// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    max_column_value_length_site : "max_column_value_length" in
    "sstable/sstable_statistics.ksy", line super::max_column_value_lengths_site::LAST +
    5; name 4; max_length 3;
}
/// One column.
///
/// Specification: `max_column_value_length` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.io.sstable.metadata.StatsMetadata.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MaxColumnValueLength {
    /// Name of the column.
    pub name: common::BytesUvint,
    /// Length of its longest value in bytes.
    pub max_length: i32,
}
impl MaxColumnValueLength {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        MaxColumnValueLengthRef::read(r, cx)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableStatisticsParams<'_>) -> rt::WriteResult<()> {
        self.name.encode(w)?;
        w.put(&self.max_length.to_be_bytes());
        Ok(())
    }
}
/// The head of a [`MaxColumnValueLength`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct MaxColumnValueLengthRef<'a> {
    pub name: common::BytesUvintRef<'a>,
    pub max_length: i32,
}
impl<'a> MaxColumnValueLengthRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_name = common::BytesUvintRef::read(r).within(max_column_value_length_site::name)?;
        let f_max_length = r.i32_be(max_column_value_length_site::max_length)?;
        Ok(MaxColumnValueLengthRef { name: f_name, max_length: f_max_length })
    }
    pub fn to_model(&self) -> rt::ReadResult<MaxColumnValueLength> {
        Ok(MaxColumnValueLength { name: self.name.to_model()?, max_length: self.max_length })
    }
    rt::sited!(max_column_value_length_site);
}
/// What stands in a [`MaxColumnValueLength`].
pub static MAX_COLUMN_VALUE_LENGTH_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&max_column_value_length_site::ALL, &[]).fields(&[t::of(&common::BYTES_UVINT_TABLE, &[]), t::S4])
};
rt::reflect!(MaxColumnValueLength : name, max_length);
