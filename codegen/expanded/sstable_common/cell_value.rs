// Written by `expand` from the specification sstable_common.ksy. Do not edit.
rt::sites! {
    cell_value_site : "cell_value" in "common/sstable_common.ksy", line
    super::clustering_value_site::LAST + 11; len 8; data 5;
}
/// A value, with a length in front unless all values of the type have the same length.
///
/// Specification: `cell_value` in `common/sstable_common.ksy`. Cassandra: org.apache.cassandra.db.marshal.AbstractType.writeValue.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CellValue {
    /// The value, as its type serializes it (README.md names the files of `values/`).
    pub data: Vec<u8>,
}
impl CellValue {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, p_fixed_len: i64) -> rt::ReadResult<Self> {
        CellValueRef::read(r, p_fixed_len)?.to_model()
    }
    /// Passes over one.
    #[inline(always)]
    pub fn skip(r: &mut rt::Reader<'_>, p_fixed_len: i64) -> rt::ReadResult<()> {
        let f_len = if p_fixed_len < 0 { Some(rt::UvintCodec::read(r, cell_value_site::len)?) } else { None };
        let f_data = {
            let len = (if p_fixed_len < 0 {
                r.in_range(i64::try_from(r.present(f_len, "len", cell_value_site::data)?).ok(), cell_value_site::data)?
            } else {
                p_fixed_len
            });
            r.take_i(len, cell_value_site::data)?
        };
        Ok(())
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, p_fixed_len: i64) -> rt::WriteResult<()> {
        CellValueParts::from(self).encode(w, p_fixed_len)
    }
}
/// The head of a [`CellValue`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct CellValueRef<'a> {
    /// Length in bytes of every value of the type; -1 if they differ (cql_type.ksy).
    pub fixed_len: i64,
    /// Length in bytes.
    pub len: Option<u64>,
    pub data: &'a [u8],
}
impl<'a> CellValueRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, p_fixed_len: i64) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_len = if p_fixed_len < 0 { Some(rt::UvintCodec::read(r, cell_value_site::len)?) } else { None };
        let f_data = {
            let len = (if p_fixed_len < 0 {
                r.in_range(i64::try_from(r.present(f_len, "len", cell_value_site::data)?).ok(), cell_value_site::data)?
            } else {
                p_fixed_len
            });
            r.take_i(len, cell_value_site::data)?
        };
        Ok(CellValueRef { fixed_len: p_fixed_len, len: f_len, data: f_data })
    }
    pub fn to_model(&self) -> rt::ReadResult<CellValue> {
        Ok(CellValue { data: self.data.to_vec() })
    }
    rt::sited!(cell_value_site);
}
/// What stands in a [`CellValue`].
pub static CELL_VALUE_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&cell_value_site::ALL, &["fixed_len"]).fields(&[
        t::native(t::Native::Uvint, &[]).when(&Of(Lt, &Name("fixed_len"), &Int(0))),
        t::bytes(t::Size::Bytes(&If(
            &Of(Lt, &Name("fixed_len"), &Int(0)),
            &Member(&Name("len"), "value"),
            &Name("fixed_len"),
        ))),
    ])
};
rt::reflect!(CellValue : data);
/// What is pushed of a [`CellValue`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct CellValueParts<'a> {
    pub data: &'a [u8],
}
impl<'a> From<&CellValueRef<'a>> for CellValueParts<'a> {
    #[inline]
    fn from(head: &CellValueRef<'a>) -> Self {
        CellValueParts { data: head.data }
    }
}
impl<'a> From<&'a CellValue> for CellValueParts<'a> {
    #[inline]
    fn from(model: &'a CellValue) -> Self {
        CellValueParts { data: &model.data }
    }
}
impl CellValueParts<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(&self, w: &mut S, p_fixed_len: i64) -> rt::WriteResult<()> {
        let f_len = if p_fixed_len < 0 {
            Some(rt::sink::narrow::<u64, _>(self.data.len() as i64, cell_value_site::len)?)
        } else {
            None
        };
        if let Some(v) = f_len {
            rt::UvintCodec::write(w, &v, cell_value_site::len)?;
        }
        rt::sink::exact(
            self.data.len() as u64,
            if p_fixed_len < 0 {
                rt::sink::in_range(
                    i64::try_from(rt::sink::present(f_len, cell_value_site::data)?).ok(),
                    cell_value_site::data,
                )?
            } else {
                p_fixed_len
            },
            cell_value_site::data,
        )?;
        w.copy(&self.data);
        Ok(())
    }
}
