// Written by `expand` from the specification sstable_common.ksy. Do not edit.
rt::sites! {
    bytes_uvint_site : "bytes_uvint" in "common/sstable_common.ksy", line
    super::clustering_prefix_site::LAST + 3; len 4; data 4;
}
/// Bytes after their length as a vint.
///
/// Specification: `bytes_uvint` in `common/sstable_common.ksy`. Cassandra: org.apache.cassandra.utils.ByteBufferUtil.writeWithVIntLength.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BytesUvint {
    /// The bytes.
    pub data: Vec<u8>,
}
impl BytesUvint {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        BytesUvintRef::read(r)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        BytesUvintParts::from(self).encode(w)
    }
}
/// The head of a [`BytesUvint`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct BytesUvintRef<'a> {
    /// Length in bytes.
    pub len: u64,
    pub data: &'a [u8],
}
impl<'a> BytesUvintRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_len = rt::UvintCodec::read(r, bytes_uvint_site::len)?;
        let f_data = r.take(f_len, bytes_uvint_site::data)?;
        Ok(BytesUvintRef { len: f_len, data: f_data })
    }
    pub fn to_model(&self) -> rt::ReadResult<BytesUvint> {
        Ok(BytesUvint { data: self.data.to_vec() })
    }
    rt::sited!(bytes_uvint_site);
}
/// What stands in a [`BytesUvint`].
pub static BYTES_UVINT_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&bytes_uvint_site::ALL, &[])
        .fields(&[t::native(t::Native::Uvint, &[]), t::bytes(t::Size::Bytes(&Member(&Name("len"), "value")))])
};
rt::reflect!(BytesUvint : data);
/// What is pushed of a [`BytesUvint`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct BytesUvintParts<'a> {
    pub data: &'a [u8],
}
impl<'a> From<&BytesUvintRef<'a>> for BytesUvintParts<'a> {
    #[inline]
    fn from(head: &BytesUvintRef<'a>) -> Self {
        BytesUvintParts { data: head.data }
    }
}
impl<'a> From<&'a BytesUvint> for BytesUvintParts<'a> {
    #[inline]
    fn from(model: &'a BytesUvint) -> Self {
        BytesUvintParts { data: &model.data }
    }
}
impl BytesUvintParts<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let f_len = rt::sink::narrow::<u64, _>(self.data.len() as i64, bytes_uvint_site::len)?;
        rt::UvintCodec::write(w, &f_len, bytes_uvint_site::len)?;
        w.copy(&self.data);
        Ok(())
    }
}
