// Written by `expand` from the specification sstable_common.ksy. Do not edit.
rt::sites! {
    bytes_u2_site : "bytes_u2" in "common/sstable_common.ksy", line
    super::bytes_uvint_site::LAST + 3; len 4; data 4;
}
/// Bytes after their length in two bytes, up to 65535.
///
/// Specification: `bytes_u2` in `common/sstable_common.ksy`. Cassandra: org.apache.cassandra.utils.ByteBufferUtil.writeWithShortLength.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BytesU2 {
    /// The bytes.
    pub data: Vec<u8>,
}
impl BytesU2 {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        BytesU2Ref::read(r)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        BytesU2Parts::from(self).encode(w)
    }
}
/// The head of a [`BytesU2`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct BytesU2Ref<'a> {
    /// Length in bytes.
    pub len: u16,
    pub data: &'a [u8],
}
impl<'a> BytesU2Ref<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_len = r.u16_be(bytes_u2_site::len)?;
        let f_data = {
            let len = i64::from(f_len);
            r.take_i(len, bytes_u2_site::data)?
        };
        Ok(BytesU2Ref { len: f_len, data: f_data })
    }
    pub fn to_model(&self) -> rt::ReadResult<BytesU2> {
        Ok(BytesU2 { data: self.data.to_vec() })
    }
    rt::sited!(bytes_u2_site);
}
/// What stands in a [`BytesU2`].
pub static BYTES_U2_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&bytes_u2_site::ALL, &[]).fields(&[t::U2, t::bytes(t::Size::Bytes(&Name("len")))])
};
rt::reflect!(BytesU2 : data);
/// What is pushed of a [`BytesU2`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct BytesU2Parts<'a> {
    pub data: &'a [u8],
}
impl<'a> From<&BytesU2Ref<'a>> for BytesU2Parts<'a> {
    #[inline]
    fn from(head: &BytesU2Ref<'a>) -> Self {
        BytesU2Parts { data: head.data }
    }
}
impl<'a> From<&'a BytesU2> for BytesU2Parts<'a> {
    #[inline]
    fn from(model: &'a BytesU2) -> Self {
        BytesU2Parts { data: &model.data }
    }
}
impl BytesU2Parts<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let f_len = rt::sink::narrow::<u16, _>(self.data.len() as i64, bytes_u2_site::len)?;
        w.put(&f_len.to_be_bytes());
        w.copy(&self.data);
        Ok(())
    }
}
