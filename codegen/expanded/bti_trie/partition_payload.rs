// Written by `expand` from the specification bti_trie.ksy. Do not edit.

__rt::sites! {
    partition_payload_site : "partition_payload" in "bti/bti_trie.ksy", line
    super::child_site::LAST + 5; hash 10; position 6;
}
/// Where the partition is. The payload's bits are 7 plus the length of the position if there is a hash byte, which Cassandra always writes,
/// else the length.
///
/// Specification: `partition_payload` in `bti/bti_trie.ksy`. Cassandra: org.apache.cassandra.io.sstable.format.bti.PartitionIndex.Payload.
#[derive(Debug, Clone, PartialEq)]
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
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        p_payload_bits: i64,
    ) -> __rt::error::Result<Self> {
        let f_hash = if p_payload_bits >= 8i64 {
            Some(r.u8(partition_payload_site::hash)?)
        } else {
            None
        };
        let f_position = __rt::native::SizedIntCodec::read(
            r,
            if p_payload_bits >= 8i64 {
                (p_payload_bits - 7i64)
            } else {
                p_payload_bits
            },
            partition_payload_site::position,
        )?;
        Ok(Self {
            hash: f_hash,
            position: f_position,
        })
    }
}
/// The head of a [`PartitionPayload`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct PartitionPayloadRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Bits of the payload.
    pub payload_bits: i64,
    /// The least significant byte of the second half of the key's hash (`h1` in the doc of sstable_filter.ksy), which tells 255 of
    /// 256 wrong candidates without a look at the key.
    pub hash: Option<u8>,
    /// If it is not negative, the position of the partition's entry in Rows.db (bti_row_index.ksy). Else its complement, `-1 - position`, is
    /// the position of the partition in the uncompressed stream of Data.db.
    pub position: i64,
}
impl<'a> PartitionPayloadRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    pub fn read(
        r: &mut __rt::Reader<'a>,
        p_payload_bits: i64,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_hash = if p_payload_bits >= 8i64 {
            Some(r.u8(partition_payload_site::hash)?)
        } else {
            None
        };
        let f_position = __rt::native::SizedIntCodec::read(
            r,
            if p_payload_bits >= 8i64 {
                (p_payload_bits - 7i64)
            } else {
                p_payload_bits
            },
            partition_payload_site::position,
        )?;
        Ok({
            PartitionPayloadRef {
                lifetime: std::marker::PhantomData,
                payload_bits: p_payload_bits,
                hash: f_hash,
                position: f_position,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        partition_payload_site::_self
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [__rt::Site] {
        partition_payload_site::FIELDS
    }
}
impl PartitionPayload {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        p_payload_bits: i64,
    ) -> __rt::error::Result<()> {
        let f_hash = if p_payload_bits >= 8i64 {
            Some(r.u8(partition_payload_site::hash)?)
        } else {
            None
        };
        let f_position = __rt::native::SizedIntCodec::read(
            r,
            if p_payload_bits >= 8i64 {
                (p_payload_bits - 7i64)
            } else {
                p_payload_bits
            },
            partition_payload_site::position,
        )?;
        Ok(())
    }
}
impl PartitionPayload {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        p_payload_bits: i64,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_hash = if p_payload_bits >= 8i64 {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(partition_payload_site::hash)? }
            };
            let offset = r.offset();
            let leaf = r.u8(partition_payload_site::hash)?;
            w.leaf(
                partition_payload_site::hash,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let f_position = {
            let value = ();
            let offset = r.offset();
            let leaf = __rt::native::SizedIntCodec::read(
                r,
                if p_payload_bits >= 8i64 {
                    (p_payload_bits - 7i64)
                } else {
                    p_payload_bits
                },
                partition_payload_site::position,
            )?;
            w.leaf(
                partition_payload_site::position,
                None,
                offset,
                r.offset() - offset,
                __rt::native::SizedIntCodec::value(&leaf),
            );
            value
        };
        Ok(())
    }
}
impl PartitionPayload {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        p_payload_bits: i64,
    ) -> __rt::sink::WriteResult<()> {
        if let Some(v) = __rt::sink::agreed(
            &self.hash,
            p_payload_bits >= 8i64,
            partition_payload_site::hash,
        )? {
            w.put(&v.to_be_bytes());
        }
        __rt::native::SizedIntCodec::write(
            w,
            &self.position,
            if p_payload_bits >= 8i64 {
                (p_payload_bits - 7i64)
            } else {
                p_payload_bits
            },
            partition_payload_site::position,
        )?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn size_of(&self, p_payload_bits: i64) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, p_payload_bits)?;
        Ok(counter.pos())
    }
}
