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
    /// Where the partition is: if it is not negative, in Rows.db (`entry_pos`), else in Data.db (`data_pos`).
    pub position: i64,
}
impl PartitionPayload {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &BtiTrieParams<'_>, p_payload_bits: i64) -> rt::ReadResult<Self> {
        PartitionPayloadRef::read(r, cx, p_payload_bits)?.to_model()
    }
    /// The position of the partition's entry in Rows.db (bti_row_index.ksy), if it has one.
    pub fn entry_pos(&self) -> Option<i64> {
        if self.position >= 0 {
            Some(self.position)
        } else {
            None
        }
    }
    /// The position of the partition in the uncompressed stream of Data.db, if it has no entry in Rows.db.
    pub fn data_pos(&self) -> rt::WriteResult<Option<i64>> {
        Ok(if self.position < 0 {
            Some(rt::sink::in_range((-1i64).checked_sub(self.position), partition_payload_site::_self)?)
        } else {
            None
        })
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
    pub entry_pos: Option<i64>,
    pub data_pos: Option<i64>,
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
        let value_entry_pos = if f_position >= 0 { Some(f_position) } else { None };
        let value_data_pos = if f_position < 0 {
            Some(r.computed((-1i64).checked_sub(f_position), ("data_pos", partition_payload_site::_self))?)
        } else {
            None
        };
        Ok(PartitionPayloadRef {
            lifetime: std::marker::PhantomData,
            payload_bits: p_payload_bits,
            hash: f_hash,
            position: f_position,
            entry_pos: value_entry_pos,
            data_pos: value_data_pos,
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
    t::Table::new(&partition_payload_site::ALL, &["payload_bits"])
        .fields(&[
            t::U1.when(&Of(Ge, &Name("payload_bits"), &Int(8))),
            t::native(
                t::Native::SizedInt,
                &[If(
                    &Of(Ge, &Name("payload_bits"), &Int(8)),
                    &Of(Sub, &Name("payload_bits"), &Int(7)),
                    &Name("payload_bits"),
                )],
            ),
        ])
        .values(&[
            t::value("entry_pos", Member(&Name("position"), "value")).when(&Of(
                Ge,
                &Member(&Name("position"), "value"),
                &Int(0),
            )),
            t::value("data_pos", Of(Sub, &Int(-1), &Member(&Name("position"), "value"))).when(&Of(
                Lt,
                &Member(&Name("position"), "value"),
                &Int(0),
            )),
        ])
};
rt::reflect!(PartitionPayload : hash, position);
