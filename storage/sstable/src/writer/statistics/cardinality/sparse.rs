use super::encoded_hash::{EncodedHash, PRECISION};

/// Above so many hashes a sketch becomes dense (`HyperLogLogPlus.sparseSetThreshold`).
const MOST_MERGED: usize = (1 << PRECISION) / 4 * 3;
/// Above so many hashes the new ones are merged (`HyperLogLogPlus.sortThreshold`).
const MOST_RECENT: usize = MOST_MERGED / 4;

/// The encoded hashes of a sparse sketch: those that have been merged, and those that are new.
#[derive(Debug, Clone, Default)]
pub(super) struct SparseSet {
    merged: Vec<EncodedHash>,
    recent: Vec<EncodedHash>,
}

impl SparseSet {
    /// Adds a hash, and says whether there are so many that the sketch is to become dense.
    pub(super) fn add(&mut self, hash: EncodedHash) -> bool {
        self.recent.push(hash);
        if self.recent.len() <= MOST_RECENT {
            return false;
        }
        self.merged = self.hashes();
        self.recent.clear();
        self.merged.len() > MOST_MERGED
    }

    /// One that was stored.
    pub(super) fn stored(merged: Vec<EncodedHash>) -> Self {
        SparseSet { merged, recent: Vec::new() }
    }

    /// Takes the hashes of another one in, and says whether there are so many that the sketch is to become dense (`addAll`).
    pub(super) fn merge(&mut self, other: &SparseSet) -> bool {
        self.merged = merged(&self.hashes(), &other.hashes());
        self.recent.clear();
        self.merged.len() > MOST_MERGED + MOST_RECENT
    }

    /// All hashes as they are merged (`mergeTempList`).
    pub(super) fn hashes(&self) -> Vec<EncodedHash> {
        let mut recent = self.recent.clone();
        recent.sort_by_key(|hash| hash.order());
        recent.dedup_by_key(|hash| hash.index());
        merged(&self.merged, &recent)
    }
}

/// Two lists of hashes as one.
///
/// Hashes with a run are numbers of another magnitude than those without, so that the result is not sorted by anything if there are such, and an
/// index may be there twice. It is what the library makes.
fn merged(left: &[EncodedHash], right: &[EncodedHash]) -> Vec<EncodedHash> {
    let mut all = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (left.iter().copied().peekable(), right.iter().copied().peekable());
    while let (Some(&old), Some(&new)) = (left.peek(), right.peek()) {
        let is_same = old.index() == new.index();
        if is_same || old < new {
            left.next();
        }
        if is_same || old >= new {
            right.next();
        }
        all.push(old.min(new));
    }
    all.extend(left.chain(right));
    all
}
