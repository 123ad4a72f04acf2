use cqlite_sstable::Sstable;
use cqlite_verify::{Loss as FoundLoss, Proof};

use super::header::HeaderProof;
use crate::write::statistics::LostPart;
use crate::write::NewSstable;
use crate::Remedy;

/// What was taken out of a damaged SSTable, and what was lost.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Salvaged {
    /// The new SSTables: none if nothing is intact; more than one if partitions were out of order, or came twice: those that were have SSTables of
    /// their own, as `sstablescrub` gives them one.
    pub new: Vec<NewSstable>,
    /// What was lost, in the order of the data.
    pub losses: Vec<Loss>,
    /// What proves that the rows are those that were written.
    pub proof: Proof,
    /// What proves the columns by which they are read.
    pub header: HeaderProof,
    /// What of Statistics.db was lost: the new SSTable does not have it.
    pub lost: Vec<LostPart>,
    /// What else is wrong, in sentences.
    pub notes: Vec<String>,
    /// Why what was kept may be wrong, in sentences.
    pub doubts: Vec<String>,
    /// What would prove it, or do without a proof.
    pub remedies: Vec<Remedy>,
}

/// A part of the data that was lost.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Loss {
    /// Where it begins in the uncompressed data.
    pub from: u64,
    /// Where it ends there.
    pub to: u64,
    /// How many bytes were lost there: all, unless it is of several places.
    pub bytes: u64,
    /// Of how many places it is: one, but for the last loss if there are more than 10,000.
    pub places: u64,
    /// How many partitions were lost at least.
    pub partitions: u64,
    /// Keys of partitions that were lost, as far as data or index have them; not more than 16 MiB of them in all.
    pub keys: Vec<Key>,
    /// The last key that was kept before it.
    pub before: Option<Key>,
    /// The first one after it.
    pub after: Option<Key>,
    /// What is wrong: the first of it.
    pub why: String,
}

/// A partition key.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Key {
    /// As its bytes are stored.
    pub bytes: Vec<u8>,
    /// As `sstabledump` prints it; in hexadecimal digits if it is no value of its type.
    pub text: String,
    /// The token's number.
    pub token: String,
}

impl Salvaged {
    /// Whether nothing was lost, and nothing may be wrong.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.losses.is_empty() && self.lost.is_empty() && self.doubts.is_empty()
    }

    /// Bytes of the uncompressed data that were lost.
    #[must_use]
    pub fn bytes_lost(&self) -> u64 {
        self.losses.iter().map(|loss| loss.bytes).sum()
    }

    /// Partitions that were lost at least.
    #[must_use]
    pub fn partitions_lost(&self) -> u64 {
        self.losses.iter().map(|loss| loss.partitions).sum()
    }
}

impl Loss {
    pub(super) fn of(loss: FoundLoss, sstable: &Sstable) -> Self {
        let key = |bytes: Option<Vec<u8>>| bytes.map(|bytes| Key::of(bytes, sstable));
        Loss {
            from: loss.range.start,
            to: loss.range.end,
            bytes: loss.bytes,
            places: loss.places,
            partitions: loss.partitions,
            keys: loss.keys.into_iter().map(|key| Key::of(key, sstable)).collect(),
            before: key(loss.before),
            after: key(loss.after),
            why: loss.why.to_string(),
        }
    }
}

impl Loss {
    /// What could not be read though nothing had been found wrong with it.
    pub(super) fn unreadable(range: std::ops::Range<u64>, before: Option<Key>, why: String) -> Self {
        let (from, to) = (range.start, range.end);
        Loss { from, to, bytes: to - from, places: 1, partitions: 1, keys: Vec::new(), before, after: None, why }
    }
}

impl Key {
    pub(super) fn of(bytes: Vec<u8>, sstable: &Sstable) -> Self {
        let mut text = Vec::new();
        let text = match cqlite_types::text::write(&sstable.header().key_type.marshal, &bytes, &mut text) {
            Ok(()) => String::from_utf8_lossy(&text).into_owned(),
            Err(_) => cqlite_types::hex::text(&bytes),
        };
        let token = sstable.partitioner().decorate(&bytes).token.to_string();
        Key { bytes, text, token }
    }
}
