use crate::clustering::OwnedPrefix;
use crate::{DeletionTime, OpenDeletion, RangeTombstoneMarker};

/// Makes one sequence of markers of those that several versions of a partition have (`RangeTombstoneMarker.Merger`).
#[derive(Debug)]
pub struct MarkerMerger {
    partition: DeletionTime,
    /// What is open in each version.
    open: Vec<Option<DeletionTime>>,
    /// What is open in all of them together.
    newest: Option<DeletionTime>,
    merged: RangeTombstoneMarker,
}

impl Default for MarkerMerger {
    fn default() -> Self {
        MarkerMerger {
            partition: DeletionTime::LIVE,
            open: Vec::new(),
            newest: None,
            merged: RangeTombstoneMarker::default(),
        }
    }
}

impl MarkerMerger {
    /// Begins with a partition of so many versions, which is deleted, as all of them say together.
    pub fn begin(&mut self, versions: usize, partition: Option<DeletionTime>) {
        self.partition = partition.unwrap_or(DeletionTime::LIVE);
        self.open.clear();
        self.open.resize(versions, None);
        self.newest = None;
    }

    /// The deletion in which a row stands that comes next: that of a range, or the partition's.
    #[must_use]
    pub fn active(&self) -> DeletionTime {
        self.newest.unwrap_or(self.partition)
    }

    /// Takes the marker that a version has at the point at hand.
    pub fn add(&mut self, version: usize, marker: &RangeTombstoneMarker) {
        if let Some(open) = self.open.get_mut(version) {
            *open = marker.deletions.after;
        }
    }

    /// Makes the marker at a point, now that those of all versions that have one there were added. Whether there is one: whether what is
    /// open changes at it.
    pub fn merge(&mut self, point: &OwnedPrefix) -> bool {
        let before = self.newest;
        let newest = DeletionTime::newest(self.open.iter().flatten().copied());
        self.newest = newest.filter(|open| open.supersedes(&self.partition));
        self.merged.bound.copy_from(point);
        self.merged.set_deletions(OpenDeletion { before, after: self.newest })
    }

    /// The marker that was made last.
    #[must_use]
    pub fn marker(&self) -> &RangeTombstoneMarker {
        &self.merged
    }
}
