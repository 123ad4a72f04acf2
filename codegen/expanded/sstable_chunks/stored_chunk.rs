// Written by `expand` from the specification sstable_chunks.ksy. Do not edit.
rt::sites! {
    stored_chunk_site : "stored_chunk" in "sstable/sstable_chunks.ksy", line
    super::chunk_site::LAST + 5; body 8; crc 3;
}
/// The bytes of a chunk, and their checksum.
///
/// Specification: `stored_chunk` in `sstable/sstable_chunks.ksy`. Cassandra: org.apache.cassandra.io.compress.CompressedSequentialWriter.flushData.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StoredChunk {
    /// The bytes, compressed or not.
    pub body: Vec<u8>,
}
impl StoredChunk {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableChunksParams<'_>) -> rt::ReadResult<Self> {
        let from_body = r.pos();
        let f_body = {
            let len = r.in_range((r.size() as i64).checked_sub(4), stored_chunk_site::body)?;
            r.take_i(len, stored_chunk_site::body)?
        }
        .to_vec();
        let to_body = r.pos();
        let f_crc = r.u32_be(stored_chunk_site::crc)?;
        if let Some(kind) = rt::checksum::Algorithm::Crc32.differs(
            r,
            &[rt::checksum::bytes(from_body, to_body)],
            u64::from(f_crc),
            rt::table::Int::U4,
        ) {
            return Err(r.error_before(4, kind, stored_chunk_site::crc));
        }
        Ok(Self { body: f_body })
    }
    /// Length of `crc` in bytes.
    pub const fn len_crc(_: version::SstableVersion) -> i64 {
        4
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableChunksParams<'_>) -> rt::WriteResult<()> {
        let from_body = w.pos();
        w.copy(&self.body);
        let to_body = w.pos();
        w.put(
            &(w.checksum(rt::checksum::Algorithm::Crc32, &[rt::checksum::bytes(from_body, to_body)]) as u32)
                .to_be_bytes(),
        );
        Ok(())
    }
}
/// The head of a [`StoredChunk`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct StoredChunkRef<'a> {
    pub body: &'a [u8],
    /// CRC-32 of `body` as it is stored. Cassandra checks it for some of the chunks it reads only (the table's `crc_check_chance`).
    pub crc: u32,
}
impl<'a> StoredChunkRef<'a> {
    /// Reads the head, and compares its checksums with those of the bytes; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableChunksParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let from_body = r.pos();
        let f_body = {
            let len = r.in_range((r.size() as i64).checked_sub(4), stored_chunk_site::body)?;
            r.take_i(len, stored_chunk_site::body)?
        };
        let to_body = r.pos();
        let f_crc = r.u32_be(stored_chunk_site::crc)?;
        if let Some(kind) = rt::checksum::Algorithm::Crc32.differs(
            r,
            &[rt::checksum::bytes(from_body, to_body)],
            u64::from(f_crc),
            rt::table::Int::U4,
        ) {
            return Err(r.error_before(4, kind, stored_chunk_site::crc));
        }
        Ok(StoredChunkRef { body: f_body, crc: f_crc })
    }
    /// The same without a look at its checksums.
    #[inline]
    pub fn read_unchecked(r: &mut rt::Reader<'a>, cx: &SstableChunksParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_body = {
            let len = r.in_range((r.size() as i64).checked_sub(4), stored_chunk_site::body)?;
            r.take_i(len, stored_chunk_site::body)?
        };
        let f_crc = r.u32_be(stored_chunk_site::crc)?;
        Ok(StoredChunkRef { body: f_body, crc: f_crc })
    }
    rt::sited!(stored_chunk_site);
}
/// What stands in a [`StoredChunk`].
pub static STORED_CHUNK_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&stored_chunk_site::ALL, &[])
        .fields(&[t::bytes(t::Size::Bytes(&Of(Sub, &Size, &Name("len_crc")))), t::U4])
        .values(&[t::value("len_crc", Int(4))])
};
rt::reflect!(StoredChunk : body);
