// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    column_list_site : "column_list" in "sstable/sstable_statistics.ksy", line
    super::serialization_header_site::LAST + 22; num_columns 4; columns 4;
}
/// Columns in the order in which rows have them.
///
/// Specification: `column_list` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.db.SerializationHeader.Serializer.writeColumnsWithTypes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ColumnList {
    /// Simple columns first, then those of several cells, each in order of their names' bytes.
    pub columns: Vec<Column>,
}
impl ColumnList {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let head = ColumnListRef::read(r, cx)?;
        let f_columns = rt::array::collect(
            r.in_range(i64::try_from(head.num_columns).ok(), column_list_site::columns)?,
            2,
            r,
            column_list_site::columns,
            |r, index| Column::decode(r, cx).within(column_list_site::columns),
        )?;
        Ok(Self { columns: f_columns })
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableStatisticsParams<'_>) -> rt::WriteResult<()> {
        let f_num_columns = rt::sink::narrow::<u64, _>(self.columns.len() as i64, column_list_site::num_columns)?;
        rt::UvintCodec::write(w, &f_num_columns, column_list_site::num_columns)?;
        for e in self.columns.iter() {
            e.encode(w, cx)?;
        }
        Ok(())
    }
}
/// The head of a [`ColumnList`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ColumnListRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// Number of columns.
    pub num_columns: u64,
}
impl<'a> ColumnListRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_num_columns = rt::UvintCodec::read(r, column_list_site::num_columns)?;
        Ok(ColumnListRef { begin, rest: *r, num_columns: f_num_columns })
    }
    rt::sited!(column_list_site);
}
/// What stands in a [`ColumnList`].
pub static COLUMN_LIST_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&column_list_site::ALL, &[]).fields(&[
        t::native(t::Native::Uvint, &[]),
        t::of(&COLUMN_TABLE, &[]).times(&Member(&Name("num_columns"), "value")),
    ])
};
rt::reflect!(ColumnList : columns);
