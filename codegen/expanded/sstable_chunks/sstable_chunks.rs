// Written by `expand` from the specification sstable_chunks.ksy. Do not edit.
rt::sites! {
    sstable_chunks_site : "sstable_chunks" in "sstable/sstable_chunks.ksy", line 1;
    chunks 23;
}
/// Where CompressionInfo.db exists, Data.db is nothing but compressed chunks, each with its checksum after it. What comes out of them, put
/// together, is the stream that sstable_data.ksy describes, and positions in that stream are what everything else refers to.
///
/// The chunks lie close together and in order. Neither their number nor their lengths are in this file: both follow from the offsets in
/// CompressionInfo.db.
///
/// Specification: `sstable_chunks` in `sstable/sstable_chunks.ksy`. Cassandra: org.apache.cassandra.io.compress.CompressedSequentialWriter.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SstableChunks {
    /// The chunks.
    pub chunks: Vec<Chunk>,
}
impl SstableChunks {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableChunksParams<'_>) -> rt::ReadResult<Self> {
        let (f_chunks, from_chunks, to_chunks) = {
            let mut at = r.at(0i64, sstable_chunks_site::chunks)?;
            let r = &mut at;
            let from_chunks = r.pos();
            let f_chunks = rt::array::collect(
                cx.info.chunk_offsets.len() as i64,
                0,
                r,
                sstable_chunks_site::chunks,
                |r, index| Chunk::decode(r, cx, index).within(sstable_chunks_site::chunks),
            )?;
            (f_chunks, from_chunks, r.pos())
        };
        Ok(Self { chunks: f_chunks })
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, cx: &SstableChunksParams<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&SSTABLE_CHUNKS_TABLE, cx.dynamic(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableChunksParams<'_>) -> rt::WriteResult<()> {
        rt::sink::placed(w.pos(), 0i64, sstable_chunks_site::chunks)?;
        rt::sink::exact(self.chunks.len() as u64, cx.info.chunk_offsets.len() as i64, sstable_chunks_site::chunks)?;
        for (index, e) in self.chunks.iter().enumerate() {
            let index = index as i64;
            e.encode(w, cx, index)?;
        }
        Ok(())
    }
}
/// The head of a [`SstableChunks`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SstableChunksRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
}
impl<'a> SstableChunksRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableChunksParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        Ok(SstableChunksRef { begin, rest: *r })
    }
    rt::sited!(sstable_chunks_site);
}
/// What stands in a [`SstableChunks`].
pub static SSTABLE_CHUNKS_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&sstable_chunks_site::ALL, &["v", "info"]).root().bodies(&[t::of(&CHUNK_TABLE, &[Index])
        .times(&Member(&Member(&Name("info"), "chunk_offsets"), "size"))
        .at(Int(0))])
};
rt::reflect!(SstableChunks :);
