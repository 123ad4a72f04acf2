// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.

__rt::sites! {
    compaction_metadata_site : "compaction_metadata" in "sstable/sstable_statistics.ksy",
    line super::validation_metadata_site::LAST + 5; len_cardinality 4; cardinality 6;
}
/// A sketch from which the number of different partition keys in several SSTables together can be estimated.
///
/// Specification: `compaction_metadata` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.io.sstable.metadata.CompactionMetadata.
#[derive(Debug, Clone, PartialEq)]
pub struct CompactionMetadata {
    /// HyperLogLog++ of the partition keys (hyperloglog_plus.ksy). The keys are hashed by 64-bit Murmur2 with the seed 0
    /// (`MurmurHash.hash2_64`), not by the Murmur3 of tokens and filters.
    pub cardinality: Vec<u8>,
}
impl CompactionMetadata {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let start = r.offset();
        let f_len_cardinality = r.i32_be(compaction_metadata_site::len_cardinality)?;
        if !(i64::from(f_len_cardinality) >= 0i64) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_len_cardinality),
                expected: "a value within its range (Length of the sketch in bytes.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        compaction_metadata_site::len_cardinality,
                    )
                    .into(),
            );
        }
        let f_cardinality = {
            let len = i64::from(f_len_cardinality);
            r.take_i(len, compaction_metadata_site::cardinality)?
        }
            .to_vec();
        Ok(Self { cardinality: f_cardinality })
    }
}
/// The head of a [`CompactionMetadata`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct CompactionMetadataRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Length of the sketch in bytes.
    pub len_cardinality: i32,
    /// HyperLogLog++ of the partition keys (hyperloglog_plus.ksy). The keys are hashed by 64-bit Murmur2 with the seed 0
    /// (`MurmurHash.hash2_64`), not by the Murmur3 of tokens and filters.
    pub cardinality: &'a [u8],
}
impl<'a> CompactionMetadataRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_len_cardinality = r.i32_be(compaction_metadata_site::len_cardinality)?;
        if !(i64::from(f_len_cardinality) >= 0i64) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_len_cardinality),
                expected: "a value within its range (Length of the sketch in bytes.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        compaction_metadata_site::len_cardinality,
                    )
                    .into(),
            );
        }
        let f_cardinality = {
            let len = i64::from(f_len_cardinality);
            r.take_i(len, compaction_metadata_site::cardinality)?
        };
        Ok(CompactionMetadataRef {
            lifetime: std::marker::PhantomData,
            len_cardinality: f_len_cardinality,
            cardinality: f_cardinality,
        })
    }
    __rt::sited!(compaction_metadata_site);
}
/// What stands in a [`CompactionMetadata`].
pub static COMPACTION_METADATA_TABLE: __rt::table::Table = {
    use __rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&compaction_metadata_site::ALL, &[])
        .fields(
            &[t::int(t::Int::S4), t::bytes(t::Size::Bytes(&Name("len_cardinality")))],
        )
};
__rt::reflect!(CompactionMetadata : cardinality);
impl CompactionMetadata {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let f_len_cardinality = __rt::sink::narrow::<
            i32,
            _,
        >(self.cardinality.len() as i64, compaction_metadata_site::len_cardinality)?;
        if !(i64::from(f_len_cardinality) >= 0i64) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    compaction_metadata_site::len_cardinality,
                ),
            );
        }
        w.put(&f_len_cardinality.to_be_bytes());
        w.put(&self.cardinality);
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
