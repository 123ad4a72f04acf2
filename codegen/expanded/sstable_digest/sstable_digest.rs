// Written by `expand` from the specification sstable_digest.ksy. Do not edit.
rt::sites! {
    sstable_digest_site : "sstable_digest" in "sstable/sstable_digest.ksy", line 1; text
    16;
}
/// A checksum that `nodetool verify` and the like compare. It is computed over Data.db as it lies on disk: compressed, and with the checksums of
/// the chunks. A missing Digest.crc32 is no error.
///
/// Specification: `sstable_digest` in `sstable/sstable_digest.ksy`. Cassandra: org.apache.cassandra.io.util.DataIntegrityMetadata.FileDigestValidator.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SstableDigest {
    /// The CRC-32 as an unsigned decimal number, without leading zeros and without a line end.
    pub text: String,
}
impl SstableDigest {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableDigestParams<'_>) -> rt::ReadResult<Self> {
        SstableDigestRef::read(r, cx)?.to_model()
    }
    /// How the checksums in `text`, of bytes that stand elsewhere, are computed.
    pub const fn text_algo(_: version::SstableVersion) -> rt::checksum::Algorithm {
        rt::checksum::Algorithm::Crc32
    }
    /// The number.
    pub fn crc(&self) -> rt::WriteResult<i64> {
        Ok(rt::sink::in_range(self.text.parse::<i64>().ok(), sstable_digest_site::_self)?)
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, cx: &SstableDigestParams<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&SSTABLE_DIGEST_TABLE, cx.dynamic(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableDigestParams<'_>) -> rt::WriteResult<()> {
        w.copy(self.text.as_bytes());
        Ok(())
    }
}
/// The head of a [`SstableDigest`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct SstableDigestRef<'a> {
    pub text: &'a str,
    pub(crate) cx: SstableDigestParams<'static>,
    pub crc: i64,
}
impl<'a> SstableDigestRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableDigestParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_text = {
            let bytes = r.rest();
            rt::text::utf8(r, bytes, sstable_digest_site::text)?
        };
        let value_crc = (r.computed(f_text.parse::<i64>().ok(), ("crc", sstable_digest_site::_self))?);
        Ok(SstableDigestRef { text: f_text, cx: SstableDigestParams::new(cx.v), crc: value_crc })
    }
    pub fn to_model(&self) -> rt::ReadResult<SstableDigest> {
        Ok(SstableDigest { text: (*self.text).to_owned() })
    }
    rt::sited!(sstable_digest_site);
}
/// What stands in a [`SstableDigest`].
pub static SSTABLE_DIGEST_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&sstable_digest_site::ALL, &["v"])
        .root()
        .fields(&[t::text(false, t::Size::Eos).kept()])
        .values(&[t::value("crc", Member(&Name("text"), "to_i"))])
};
rt::reflect!(SstableDigest : text);
