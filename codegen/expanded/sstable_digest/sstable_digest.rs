// Written by `expand` from the specification sstable_digest.ksy. Do not edit.

__rt::sites! {
    sstable_digest_site : "sstable_digest" in "sstable/sstable_digest.ksy", line 1; text
    16;
}
/// A checksum that `nodetool verify` and the like compare. It is computed over Data.db as it lies on disk: compressed, and with the checksums of
/// the chunks. A missing Digest.crc32 is no error.
///
/// Specification: `sstable_digest` in `sstable/sstable_digest.ksy`. Cassandra: org.apache.cassandra.io.util.DataIntegrityMetadata.FileDigestValidator.
#[derive(Debug, Clone, PartialEq)]
pub struct SstableDigest {
    /// The CRC-32 as an unsigned decimal number, without leading zeros and without a line end.
    pub text: String,
}
impl SstableDigest {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        cx: &SstableDigestParams<'_>,
    ) -> __rt::error::Result<Self> {
        let f_text = {
            let bytes = r.rest();
            __rt::text::utf8(r, bytes, sstable_digest_site::text)?.to_owned()
        };
        Ok(Self { text: f_text })
    }
}
/// The head of a [`SstableDigest`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SstableDigestRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// The CRC-32 as an unsigned decimal number, without leading zeros and without a line end.
    pub text: &'a str,
    pub(crate) cx: SstableDigestParams<'static>,
    /// The number.
    pub crc: i64,
}
impl<'a> SstableDigestRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    pub fn read(
        r: &mut __rt::Reader<'a>,
        cx: &SstableDigestParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_text = {
            let bytes = r.rest();
            __rt::text::utf8(r, bytes, sstable_digest_site::text)?
        };
        Ok({
            let value_crc = (f_text
                .parse::<i64>()
                .map_err(|_| {
                    r.error(__rt::ReadErrorKind::Overflow, sstable_digest_site::text)
                })?);
            SstableDigestRef {
                lifetime: std::marker::PhantomData,
                text: f_text,
                cx: SstableDigestParams::new(cx.v),
                crc: value_crc,
            }
        })
    }
    __rt::sited!(sstable_digest_site);
}
/// What stands in a [`SstableDigest`].
pub static SSTABLE_DIGEST_TABLE: __rt::table::Table = {
    use __rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&sstable_digest_site::ALL, &["v"])
        .root()
        .fields(&[t::text(false, t::Size::Eos).kept()])
        .values(&[t::value("crc", Member(&Name("text"), "to_i"))])
};
impl SstableDigest {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        cx: &SstableDigestParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        __rt::table::walk(&SSTABLE_DIGEST_TABLE, cx.dynamic(), r, w)
    }
}
__rt::reflect!(SstableDigest : text);
impl SstableDigest {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &SstableDigestParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        w.put(self.text.as_bytes());
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn size_of(&self, cx: &SstableDigestParams<'_>) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx)?;
        Ok(counter.pos())
    }
}
