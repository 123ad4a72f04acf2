// Written by `expand` from the specification sstable_common.ksy. Do not edit.

__rt::sites! {
    bytes_uvint_site : "bytes_uvint" in "common/sstable_common.ksy", line
    super::clustering_prefix_site::LAST + 3; len 4; data 4;
}
/// Bytes behind their length as a vint.
///
/// Specification: `bytes_uvint` in `common/sstable_common.ksy`. Cassandra: org.apache.cassandra.utils.ByteBufferUtil.writeWithVIntLength.
#[derive(Debug, Clone, PartialEq)]
pub struct BytesUvint {
    /// The bytes.
    pub data: Vec<u8>,
}
impl BytesUvint {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_len = __rt::native::UvintCodec::read(r, bytes_uvint_site::len)?;
        let f_data = r.take(f_len, bytes_uvint_site::data)?.to_vec();
        Ok(Self { data: f_data })
    }
}
/// The head of a [`BytesUvint`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct BytesUvintRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Length in bytes.
    pub len: u64,
    /// The bytes.
    pub data: &'a [u8],
}
impl<'a> BytesUvintRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_len = __rt::native::UvintCodec::read(r, bytes_uvint_site::len)?;
        let f_data = r.take(f_len, bytes_uvint_site::data)?;
        Ok({
            BytesUvintRef {
                lifetime: std::marker::PhantomData,
                len: f_len,
                data: f_data,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        bytes_uvint_site::_self
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [__rt::Site] {
        bytes_uvint_site::FIELDS
    }
}
impl BytesUvint {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_len = __rt::native::UvintCodec::read(r, bytes_uvint_site::len)?;
        let f_data = r.take(f_len, bytes_uvint_site::data)?;
        Ok(())
    }
}
impl BytesUvint {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_len = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { __rt::native::UvintCodec::read(r, bytes_uvint_site::len)? }
            };
            let offset = r.offset();
            let leaf = __rt::native::UvintCodec::read(r, bytes_uvint_site::len)?;
            w.leaf(
                bytes_uvint_site::len,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_data = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.take(f_len, bytes_uvint_site::data)? }
            };
            let offset = r.offset();
            let leaf = r.take(f_len, bytes_uvint_site::data)?;
            w.leaf(
                bytes_uvint_site::data,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Bytes(leaf),
            );
            value
        };
        Ok(())
    }
}
impl BytesUvint {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let f_len = __rt::sink::narrow::<
            u64,
            _,
        >(self.data.len() as i64, bytes_uvint_site::len)?;
        __rt::native::UvintCodec::write(w, &f_len, bytes_uvint_site::len)?;
        w.put(&self.data);
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
