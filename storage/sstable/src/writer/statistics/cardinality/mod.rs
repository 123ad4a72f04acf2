//! The sketch of the partition keys in Statistics.db.
//!
//! Reference: `MetadataCollector.addKey`, `com.clearspring.analytics.stream.cardinality.HyperLogLogPlus` (stream-lib 2.5.2).

mod encoded_hash;
mod estimate;
mod murmur2;
mod registers;
mod sparse;

use cqlite_format::hyperloglog_plus::{HyperloglogPlus, HyperloglogPlusBody, Sparse, VarintLe};
use cqlite_format::statistics::CompactionMetadata;
use cqlite_runtime::{Buffer, Reader, WriteResult};

pub use estimate::estimate;
pub use murmur2::murmur2;

use encoded_hash::{EncodedHash, PRECISION, SPARSE_PRECISION};
use registers::Registers;
use sparse::SparseSet;

/// Tells about how many different keys were added to it (`HyperLogLogPlus` of the precisions 13 and 25, which Cassandra uses).
///
/// It takes up to 45 KiB while there are few keys, and 10 KiB from about 6,000 on.
#[derive(Debug, Clone)]
pub struct CardinalitySketch {
    form: Form,
}

#[derive(Debug, Clone)]
enum Form {
    Sparse(SparseSet),
    Dense(Registers),
}

impl Default for CardinalitySketch {
    fn default() -> Self {
        CardinalitySketch { form: Form::Sparse(SparseSet::default()) }
    }
}

impl CardinalitySketch {
    /// Adds a partition key.
    pub fn add(&mut self, key: &[u8]) {
        self.add_hash(murmur2(key));
    }

    /// Adds a key by its hash, which [`murmur2`] makes (`HyperLogLogPlus.offerHashed`).
    pub fn add_hash(&mut self, hash: u64) {
        match &mut self.form {
            Form::Dense(registers) => registers.raise(encoded_hash::register(hash), encoded_hash::run(hash)),
            Form::Sparse(set) => {
                if set.add(EncodedHash::of(hash)) {
                    self.form = Form::Dense(Registers::of(set));
                }
            }
        }
    }

    /// One that was stored; none if it is damaged, or of other precisions.
    #[must_use]
    pub fn stored(bytes: &[u8]) -> Option<Self> {
        let sketch = HyperloglogPlus::decode(&mut Reader::new(bytes)).ok()?;
        if (sketch.precision, sketch.sparse_precision) != (PRECISION, SPARSE_PRECISION) {
            return None;
        }
        let form = match sketch.body {
            HyperloglogPlusBody::Dense(dense) => Form::Dense(Registers::stored(&dense)?),
            HyperloglogPlusBody::Sparse(sparse) => {
                let deltas = sparse.hash_deltas.iter().map(|delta| delta.value);
                let add = |before: &mut EncodedHash, delta: i64| {
                    *before = before.plus(delta);
                    Some(*before)
                };
                Form::Sparse(SparseSet::stored(deltas.scan(EncodedHash::NONE, add).collect()))
            }
        };
        Some(CardinalitySketch { form })
    }

    /// Takes the keys of another one in (`HyperLogLogPlus.addAll`).
    pub fn merge(&mut self, other: &CardinalitySketch) {
        match (&mut self.form, &other.form) {
            (Form::Dense(registers), Form::Dense(others)) => registers.merge(others),
            (Form::Dense(registers), Form::Sparse(set)) => registers.take_in(set),
            (Form::Sparse(set), Form::Sparse(others)) => {
                if set.merge(others) {
                    self.form = Form::Dense(Registers::of(set));
                }
            }
            (Form::Sparse(set), Form::Dense(others)) => {
                let mut registers = Registers::of(set);
                registers.merge(others);
                self.form = Form::Dense(registers);
            }
        }
    }

    /// About how many keys there are (`HyperLogLogPlus.cardinality`).
    #[must_use]
    pub fn estimate(&self) -> Option<u64> {
        let stored = self.compaction_metadata().ok()?;
        estimate(&stored.cardinality).and_then(|keys| u64::try_from(keys).ok())
    }

    /// As it is stored.
    #[must_use]
    pub fn model(&self) -> HyperloglogPlus {
        let body = match &self.form {
            Form::Dense(registers) => HyperloglogPlusBody::Dense(Box::new(registers.model())),
            Form::Sparse(set) => {
                let hashes = set.hashes();
                let before = std::iter::once(&EncodedHash::NONE).chain(&hashes);
                let deltas = hashes.iter().zip(before).map(|(hash, before)| i64::from(hash.less(*before)));
                let hash_deltas = deltas.map(|value| VarintLe { value }).collect();
                HyperloglogPlusBody::Sparse(Box::new(Sparse { hash_deltas }))
            }
        };
        HyperloglogPlus { precision: PRECISION, sparse_precision: SPARSE_PRECISION, body }
    }

    /// The part of Statistics.db that has it.
    ///
    /// # Errors
    /// None that its own contents could cause: they fit what stores them.
    pub fn compaction_metadata(&self) -> WriteResult<CompactionMetadata> {
        let mut bytes = Buffer::default();
        self.model().encode(&mut bytes)?;
        Ok(CompactionMetadata { cardinality: bytes.drain(), ..CompactionMetadata::default() })
    }
}
