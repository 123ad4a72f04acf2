// Written by `expand` from the specification sstable_common.ksy. Do not edit.
rt::sites! {
    bytes_u4_site : "bytes_u4" in "common/sstable_common.ksy", line
    super::bytes_u2_site::LAST + 3; len 4; data 4;
}
/// Bytes after their length in four bytes.
///
/// Specification: `bytes_u4` in `common/sstable_common.ksy`. Cassandra: org.apache.cassandra.utils.ByteBufferUtil.writeWithLength.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BytesU4 {
    /// The bytes.
    pub data: Vec<u8>,
}
impl BytesU4 {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        BytesU4Ref::read(r)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        BytesU4Parts::from(self).encode(w)
    }
}
/// The head of a [`BytesU4`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct BytesU4Ref<'a> {
    /// Length in bytes.
    pub len: u32,
    pub data: &'a [u8],
}
impl<'a> BytesU4Ref<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_len = r.u32_be(bytes_u4_site::len)?;
        let f_data = {
            let len = i64::from(f_len);
            r.take_i(len, bytes_u4_site::data)?
        };
        Ok(BytesU4Ref { len: f_len, data: f_data })
    }
    pub fn to_model(&self) -> rt::ReadResult<BytesU4> {
        Ok(BytesU4 { data: self.data.to_vec() })
    }
    rt::sited!(bytes_u4_site);
}
/// What stands in a [`BytesU4`].
pub static BYTES_U4_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&bytes_u4_site::ALL, &[]).fields(&[t::U4, t::bytes(t::Size::Bytes(&Name("len")))])
};
rt::reflect!(BytesU4 : data);
/// What is pushed of a [`BytesU4`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct BytesU4Parts<'a> {
    pub data: &'a [u8],
}
impl<'a> From<&BytesU4Ref<'a>> for BytesU4Parts<'a> {
    #[inline]
    fn from(head: &BytesU4Ref<'a>) -> Self {
        BytesU4Parts { data: head.data }
    }
}
impl<'a> From<&'a BytesU4> for BytesU4Parts<'a> {
    #[inline]
    fn from(model: &'a BytesU4) -> Self {
        BytesU4Parts { data: &model.data }
    }
}
impl BytesU4Parts<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let f_len = rt::sink::narrow::<u32, _>(self.data.len() as i64, bytes_u4_site::len)?;
        w.put(&f_len.to_be_bytes());
        w.copy(&self.data);
        Ok(())
    }
}
