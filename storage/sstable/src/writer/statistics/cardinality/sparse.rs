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

    /// All hashes as they are merged (`mergeTempList`).
    ///
    /// Hashes with a run are numbers of another magnitude than those without, so that the result is not sorted by anything if there are such, and an
    /// index may be there twice. It is what the library makes.
    pub(super) fn hashes(&self) -> Vec<EncodedHash> {
        let mut recent = self.recent.clone();
        recent.sort_by_key(|hash| hash.order());
        recent.dedup_by_key(|hash| hash.index());
        let mut all = Vec::with_capacity(self.merged.len() + recent.len());
        let (mut merged, mut recent) = (self.merged.iter().copied().peekable(), recent.into_iter().peekable());
        while let (Some(&old), Some(&new)) = (merged.peek(), recent.peek()) {
            let is_same = old.index() == new.index();
            if is_same || old < new {
                merged.next();
            }
            if is_same || old >= new {
                recent.next();
            }
            all.push(old.min(new));
        }
        all.extend(merged.chain(recent));
        all
    }
}
