// Written by `expand` from the specification sstable_chunks.ksy. Do not edit.
rt::sites! {
    chunk_site : "chunk" in "sstable/sstable_chunks.ksy", line
    super::sstable_chunks_site::LAST + 7; stored 22;
}
/// One chunk. It is compressed unless it has `max_compressed_length` bytes or more. If the last one is stored as it is although it is
/// shorter than that, zeros are put after it up to that length, so that the rule holds for it too; `data_length` tells how many bytes
/// count. Compaction leaves a chunk of no bytes at the end.
///
/// The compressed forms are each library's own, without frames: LZ4 a block after its uncompressed length in 4 bytes, which are
/// little-endian (as are the words of Filter.db and the positions of Summary.db; all other numbers are big-endian); Snappy raw; Deflate
/// with zlib's header; Zstd a frame (which has a checksum of its own).
///
/// Specification: `chunk` in `sstable/sstable_chunks.ksy`. Cassandra: org.apache.cassandra.io.util.CompressedChunkReader.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Chunk {
    /// The chunk.
    pub stored: StoredChunk,
}
impl Chunk {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableChunksParams<'_>, p_idx: i64) -> rt::ReadResult<Self> {
        let (f_stored, from_stored, to_stored) = {
            let mut at = r.at(
                *r.in_range(rt::array::element(&cx.info.chunk_offsets, p_idx), chunk_site::stored)?,
                chunk_site::stored,
            )?;
            let r = &mut at;
            let from_stored = r.pos();
            let f_stored = {
                let mut sub = {
                    let len = r.in_range(
                        (if r.in_range((p_idx).checked_add(1), chunk_site::stored)?
                            < (cx.info.chunk_offsets.len() as i64)
                        {
                            (*r.in_range(
                                rt::array::element(
                                    &cx.info.chunk_offsets,
                                    r.in_range((p_idx).checked_add(1), chunk_site::stored)?,
                                ),
                                chunk_site::stored,
                            )?)
                        } else {
                            (r.size() as i64)
                        })
                        .checked_sub(
                            *r.in_range(rt::array::element(&cx.info.chunk_offsets, p_idx), chunk_site::stored)?,
                        ),
                        chunk_site::stored,
                    )?;
                    r.sub_i(len, chunk_site::stored)?
                };
                let value = StoredChunk::decode(&mut sub, cx).within(chunk_site::stored)?;
                sub.finish(chunk_site::stored)?;
                value
            };
            (f_stored, from_stored, r.pos())
        };
        Ok(Self { stored: f_stored })
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableChunksParams<'_>, p_idx: i64) -> rt::WriteResult<()> {
        self.stored.encode(w, cx)?;
        Ok(())
    }
}
/// The head of a [`Chunk`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ChunkRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// Number of the chunk, from 0.
    pub idx: i64,
    /// Where it starts, in bytes.
    pub ofs: i64,
    /// Where the next one starts, or the file ends.
    pub ofs_next: i64,
}
impl<'a> ChunkRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableChunksParams<'_>, p_idx: i64) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let value_ofs = (*r.computed(rt::array::element(&cx.info.chunk_offsets, p_idx), ("ofs", chunk_site::_self))?);
        let value_ofs_next = (if r.computed((p_idx).checked_add(1), ("ofs_next", chunk_site::_self))?
            < (cx.info.chunk_offsets.len() as i64)
        {
            (*r.computed(
                rt::array::element(
                    &cx.info.chunk_offsets,
                    r.computed((p_idx).checked_add(1), ("ofs_next", chunk_site::_self))?,
                ),
                ("ofs_next", chunk_site::_self),
            )?)
        } else {
            (r.size() as i64)
        });
        Ok(ChunkRef { begin, rest: *r, idx: p_idx, ofs: value_ofs, ofs_next: value_ofs_next })
    }
    rt::sited!(chunk_site);
}
/// What stands in a [`Chunk`].
pub static CHUNK_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&chunk_site::ALL, &["idx"])
        .values(&[
            t::value("ofs", Element(&Member(&Root("info"), "chunk_offsets"), &Name("idx"))),
            t::value(
                "ofs_next",
                If(
                    &Of(Lt, &Of(Add, &Name("idx"), &Int(1)), &Member(&Member(&Root("info"), "chunk_offsets"), "size")),
                    &Element(&Member(&Root("info"), "chunk_offsets"), &Of(Add, &Name("idx"), &Int(1))),
                    &Size,
                ),
            ),
        ])
        .bodies(&[t::of(&STORED_CHUNK_TABLE, &[])
            .sized(t::Size::Bytes(&Of(Sub, &Name("ofs_next"), &Name("ofs"))))
            .at(Name("ofs"))])
};
rt::reflect!(Chunk :);
