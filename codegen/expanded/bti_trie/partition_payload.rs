// Written by `expand` from the specification bti_trie.ksy. Do not edit.
rt::sites! {
    partition_payload_site : "partition_payload" in "bti/bti_trie.ksy", line
    super::child_site::LAST + 5; hash 10; position 6;
}
/// Where the partition is. The payload's bits are 7 plus the length of the position if there is a hash byte, which Cassandra always writes,
/// else the length.
///
/// Specification: `partition_payload` in `bti/bti_trie.ksy`. Cassandra: org.apache.cassandra.io.sstable.format.bti.PartitionIndex.Payload.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PartitionPayload {
    /// The least significant byte of the second half of the key's hash (`h1` in the doc of sstable_filter.ksy), which tells 255 of
    /// 256 wrong candidates without a look at the key.
    pub hash: Option<u8>,
    /// If it is not negative, the position of the partition's entry in Rows.db (bti_row_index.ksy). Else its complement, `-1 - position`, is
    /// the position of the partition in the uncompressed stream of Data.db.
    pub position: i64,
}
impl PartitionPayload {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &BtiTrieParams<'_>, p_payload_bits: i64) -> rt::ReadResult<Self> {
        PartitionPayloadRef::read(r, cx, p_payload_bits)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &BtiTrieParams<'_>, p_payload_bits: i64) -> rt::WriteResult<()> {
        if let Some(v) = rt::sink::agreed(self.hash.as_ref(), p_payload_bits >= 8, partition_payload_site::hash)? {
            w.put(&v.to_be_bytes());
        }
        rt::SizedIntCodec::write(
            w,
            &self.position,
            if p_payload_bits >= 8 {
                rt::sink::in_range((p_payload_bits).checked_sub(7), partition_payload_site::position)?
            } else {
                p_payload_bits
            },
            partition_payload_site::position,
        )?;
        Ok(())
    }
}
/// The head of a [`PartitionPayload`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct PartitionPayloadRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Bits of the payload.
    pub payload_bits: i64,
    pub hash: Option<u8>,
    pub position: i64,
}
impl<'a> PartitionPayloadRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &BtiTrieParams<'_>, p_payload_bits: i64) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_hash = if p_payload_bits >= 8 { Some(r.u8(partition_payload_site::hash)?) } else { None };
        let f_position = {
            let arg0 = (if p_payload_bits >= 8 {
                r.in_range((p_payload_bits).checked_sub(7), partition_payload_site::position)?
            } else {
                p_payload_bits
            });
            rt::SizedIntCodec::read(r, arg0, partition_payload_site::position)
        }?;
        Ok(PartitionPayloadRef {
            lifetime: std::marker::PhantomData,
            payload_bits: p_payload_bits,
            hash: f_hash,
            position: f_position,
        })
    }
    pub fn to_model(&self) -> rt::ReadResult<PartitionPayload> {
        Ok(PartitionPayload { hash: self.hash, position: self.position })
    }
    rt::sited!(partition_payload_site);
}
/// What stands in a [`PartitionPayload`].
pub static PARTITION_PAYLOAD_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&partition_payload_site::ALL, &["payload_bits"]).fields(&[
        t::int(t::Int::U1).when(&Of(Ge, &Name("payload_bits"), &Int(8))),
        t::native(
            t::Native::SizedInt,
            &[If(
                &Of(Ge, &Name("payload_bits"), &Int(8)),
                &Of(Sub, &Name("payload_bits"), &Int(7)),
                &Name("payload_bits"),
            )],
        ),
    ])
};
rt::reflect!(PartitionPayload : hash, position);
