// Written by `expand` from the specification bti_trie.ksy. Do not edit.
rt::sites! {
    row_payload_site : "row_payload" in "bti/bti_trie.ksy", line
    super::partition_payload_site::LAST + 13; offset 11; open_deletion 3;
}
/// Where a block of rows is. Bits 0 to 2 of the payload's bits are the length of the offset, bit 3 says that a deletion follows.
///
/// Specification: `row_payload` in `bti/bti_trie.ksy`. Cassandra: org.apache.cassandra.io.sstable.format.bti.RowIndexReader.IndexInfo.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RowPayload {
    /// Where the block starts, in bytes from the start of the partition in Data.db.
    pub offset: i64,
    /// The deletion of a range tombstone that began before the block and is still open at its start.
    pub open_deletion: Option<common::DeletionTime>,
}
impl RowPayload {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &BtiTrieParams<'_>, p_payload_bits: i64) -> rt::ReadResult<Self> {
        RowPayloadRef::read(r, cx, p_payload_bits)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &BtiTrieParams<'_>, p_payload_bits: i64) -> rt::WriteResult<()> {
        rt::SizedIntCodec::write(w, &self.offset, p_payload_bits & 7, row_payload_site::offset)?;
        if let Some(v) =
            rt::sink::agreed(self.open_deletion.as_ref(), p_payload_bits >= 8, row_payload_site::open_deletion)?
        {
            v.encode(w, cx.v)?;
        }
        Ok(())
    }
}
/// The head of a [`RowPayload`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct RowPayloadRef<'a> {
    /// Bits of the payload.
    pub payload_bits: i64,
    pub offset: i64,
    pub open_deletion: Option<common::DeletionTimeRef<'a>>,
}
impl<'a> RowPayloadRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &BtiTrieParams<'_>, p_payload_bits: i64) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_offset = rt::SizedIntCodec::read(r, p_payload_bits & 7, row_payload_site::offset)?;
        let f_open_deletion = if p_payload_bits >= 8 {
            Some(common::DeletionTimeRef::read(r, cx.v).within(row_payload_site::open_deletion)?)
        } else {
            None
        };
        Ok(RowPayloadRef { payload_bits: p_payload_bits, offset: f_offset, open_deletion: f_open_deletion })
    }
    pub fn to_model(&self) -> rt::ReadResult<RowPayload> {
        Ok(RowPayload {
            offset: self.offset,
            open_deletion: self.open_deletion.as_ref().map(|v| v.to_model()).transpose()?,
        })
    }
    rt::sited!(row_payload_site);
}
/// What stands in a [`RowPayload`].
pub static ROW_PAYLOAD_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&row_payload_site::ALL, &["payload_bits"]).fields(&[
        t::native(t::Native::SizedInt, &[Of(BitAnd, &Name("payload_bits"), &Int(7))]),
        t::of(&common::DELETION_TIME_TABLE, &[Root("v")]).when(&Of(Ge, &Name("payload_bits"), &Int(8))),
    ])
};
rt::reflect!(RowPayload : offset, open_deletion);
