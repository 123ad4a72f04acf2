// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    column_site : "column" in "sstable/sstable_statistics.ksy", line
    super::column_list_site::LAST + 5; name 4; column_type 3;
}
/// One column.
///
/// Specification: `column` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.db.SerializationHeader.Serializer.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its name, in UTF-8 as a rule.
    pub name: common::BytesUvint,
    /// Its type. Decides whether the column has one cell or several, with one exception: Cassandra 3.0 knew frozen user types only and did
    /// not write FrozenType around them, so that for a UserType in files of ma to me the schema must be asked.
    pub column_type: rt::CqlType,
}
impl Column {
    /// Of `column_type` and what nobody need choose: what a later version adds is one more of those.
    pub fn new(column_type: rt::CqlType) -> Self {
        Self { column_type, name: Default::default() }
    }
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        ColumnRef::read(r, cx)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableStatisticsParams<'_>) -> rt::WriteResult<()> {
        self.name.encode(w)?;
        rt::CqlTypeCodec::write(w, &self.column_type, column_site::column_type)?;
        Ok(())
    }
}
/// The head of a [`Column`], borrowed; fields without a text are described there.
#[derive(Debug, Clone)]
pub struct ColumnRef<'a> {
    pub name: common::BytesUvintRef<'a>,
    pub column_type: rt::CqlType,
}
impl<'a> ColumnRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_name = common::BytesUvintRef::read(r).within(column_site::name)?;
        let f_column_type = rt::CqlTypeCodec::read(r, column_site::column_type)?;
        Ok(ColumnRef { name: f_name, column_type: f_column_type.clone() })
    }
    pub fn to_model(&self) -> rt::ReadResult<Column> {
        Ok(Column { name: self.name.to_model()?, column_type: self.column_type.clone() })
    }
    rt::sited!(column_site);
}
/// What stands in a [`Column`].
pub static COLUMN_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&column_site::ALL, &[])
        .fields(&[t::of(&common::BYTES_UVINT_TABLE, &[]), t::native(t::Native::CqlType, &[])])
};
rt::reflect!(Column : name, column_type);
