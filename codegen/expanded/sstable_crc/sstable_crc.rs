// Written by `expand` from the specification sstable_crc.ksy. Do not edit.
rt::sites! {
    sstable_crc_site : "sstable_crc" in "sstable/sstable_crc.ksy", line 1; chunk_size 16;
    crcs 5;
}
/// The checksums of Data.db, if the table is not compressed; otherwise they stand after each chunk in Data.db itself and there is no CRC.db.
/// All versions have the same layout.
///
/// Specification: `sstable_crc` in `sstable/sstable_crc.ksy`. Cassandra: org.apache.cassandra.io.util.ChecksumWriter.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SstableCrc {
    /// How many bytes of Data.db each checksum covers; 65536 by default.
    pub chunk_size: i32,
    /// CRC-32 of bytes `i * chunk_size` to `(i + 1) * chunk_size` of Data.db, the last one up to its end. As many as it takes to cover Data.db, and
    /// there may be one more at the end, of no bytes (it is 0): a writer whose file was opened before it was finished, as compaction does,
    /// has flushed all bytes by then and flushes once more when it is finished.
    pub crcs: Vec<u32>,
}
impl SstableCrc {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableCrcParams<'_>) -> rt::ReadResult<Self> {
        let head = SstableCrcRef::read(r, cx)?;
        let f_crcs = rt::array::collect_rest(r, sstable_crc_site::crcs, |r, index| r.u32_be(sstable_crc_site::crcs))?;
        Ok(Self { chunk_size: head.chunk_size, crcs: f_crcs })
    }
    /// How the checksums in `crcs`, of bytes that stand elsewhere, are computed.
    pub const fn crcs_algo(_: version::SstableVersion) -> rt::checksum::Algorithm {
        rt::checksum::Algorithm::Crc32
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, cx: &SstableCrcParams<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&SSTABLE_CRC_TABLE, cx.dynamic(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableCrcParams<'_>) -> rt::WriteResult<()> {
        rt::sink::demand(i64::from(self.chunk_size) >= 1, "a value within its range", sstable_crc_site::chunk_size)?;
        w.put(&self.chunk_size.to_be_bytes());
        for e in self.crcs.iter() {
            w.put(&e.to_be_bytes());
        }
        Ok(())
    }
}
/// The head of a [`SstableCrc`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct SstableCrcRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    pub chunk_size: i32,
    pub(crate) cx: SstableCrcParams<'static>,
}
impl<'a> SstableCrcRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableCrcParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_chunk_size = r.i32_be(sstable_crc_site::chunk_size)?;
        rt::ReadError::demand(
            i64::from(f_chunk_size) >= 1,
            &f_chunk_size,
            "a value within its range (How many bytes of Data.db each checksum covers; 65536 by default.)",
            start,
            sstable_crc_site::chunk_size,
        )?;
        Ok(SstableCrcRef { begin, rest: *r, chunk_size: f_chunk_size, cx: SstableCrcParams::new(cx.v) })
    }
    rt::sited!(sstable_crc_site);
}
/// What stands in a [`SstableCrc`].
pub static SSTABLE_CRC_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&sstable_crc_site::ALL, &["v"]).root().fields(&[t::S4.least(1), t::U4.repeat(t::Repeat::Eos)])
};
rt::reflect!(SstableCrc : chunk_size, crcs);
