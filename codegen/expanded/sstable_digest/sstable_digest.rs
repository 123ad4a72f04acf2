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
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        sstable_digest_site::_self
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [__rt::Site] {
        sstable_digest_site::FIELDS
    }
}
impl SstableDigest {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        cx: &SstableDigestParams<'_>,
    ) -> __rt::error::Result<()> {
        let f_text = r.rest();
        Ok(())
    }
}
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
        let f_text = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    let bytes = r.rest();
                    __rt::text::utf8(r, bytes, sstable_digest_site::text)?
                }
            };
            let offset = r.offset();
            let leaf = {
                let bytes = r.rest();
                __rt::text::utf8(r, bytes, sstable_digest_site::text)?
            };
            w.leaf(
                sstable_digest_site::text,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Text(leaf.into()),
            );
            value
        };
        Ok(())
    }
}
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
