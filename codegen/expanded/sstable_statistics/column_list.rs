// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.

__rt::sites! {
    column_list_site : "column_list" in "sstable/sstable_statistics.ksy", line
    super::serialization_header_site::LAST + 22; num_columns 4; columns 4;
}
/// Columns in the order in which rows have them.
///
/// Specification: `column_list` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.db.SerializationHeader.Serializer.writeColumnsWithTypes.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnList {
    /// Simple columns first, then those of several cells, each in order of their names' bytes.
    pub columns: Vec<Column>,
}
impl ColumnList {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_num_columns = __rt::native::UvintCodec::read(
            r,
            column_list_site::num_columns,
        )?;
        let f_columns = {
            let count = __rt::array::count(
                r,
                i64::try_from(f_num_columns)
                    .map_err(|_| {
                        r.error(__rt::ReadErrorKind::Overflow, column_list_site::columns)
                    })?,
                2,
                column_list_site::columns,
            )?;
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        Column::decode(r).within(column_list_site::columns)
                    })()
                        .at_index(column_list_site::columns, index)?,
                );
            }
            all
        };
        Ok(Self { columns: f_columns })
    }
}
/// The head of a [`ColumnList`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ColumnListRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    /// Number of columns.
    pub num_columns: u64,
}
impl<'a> ColumnListRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_num_columns = __rt::native::UvintCodec::read(
            r,
            column_list_site::num_columns,
        )?;
        Ok(ColumnListRef {
            begin,
            rest: *r,
            num_columns: f_num_columns,
        })
    }
    __rt::sited!(column_list_site);
}
/// What stands in a [`ColumnList`].
pub static COLUMN_LIST_TABLE: __rt::table::Table = {
    use __rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&column_list_site::ALL, &[])
        .fields(
            &[
                t::native(t::Native::Uvint, &[]),
                t::of(&COLUMN_TABLE, &[])
                    .repeat(t::Repeat::Count(&Member(&Name("num_columns"), "value"))),
            ],
        )
};
__rt::reflect!(ColumnList : columns);
impl ColumnList {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let f_num_columns = __rt::sink::narrow::<
            u64,
            _,
        >(self.columns.len() as i64, column_list_site::num_columns)?;
        __rt::native::UvintCodec::write(
            w,
            &f_num_columns,
            column_list_site::num_columns,
        )?;
        for e in self.columns.iter() {
            e.encode(w)?;
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
