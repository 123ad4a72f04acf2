use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};
use std::sync::Arc;

use cqlite_rows::clustering::{OwnedPrefix, PrefixValues};
use cqlite_rows::merge::MarkerMerger;
use cqlite_rows::{DeletionTime, OpenDeletion, RangeTombstoneMarker};

use crate::UpdateTable;

/// The ranges of a partition that have started and not ended yet, however many lie upon each other. Which deletion counts where, and where a
/// marker is needed, says the [`MarkerMerger`]: to it the newest of what is open is one version of the partition.
#[derive(Debug)]
pub(crate) struct OpenRanges {
    table: Arc<UpdateTable>,
    ends: BinaryHeap<End>,
    /// How many ranges have a deletion.
    open: BTreeMap<(i64, i64), usize>,
    /// Where ranges have started of which no marker says so yet.
    started: Option<OwnedPrefix>,
    markers: MarkerMerger,
    marker: RangeTombstoneMarker,
}

/// Where a range ends; the first end is the greatest.
#[derive(Debug)]
struct End {
    bound: OwnedPrefix,
    deletion: (i64, i64),
    table: Arc<UpdateTable>,
}

impl Ord for End {
    fn cmp(&self, other: &Self) -> Ordering {
        self.table.comparator.compare(&other.bound, &self.bound)
    }
}

impl PartialOrd for End {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for End {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for End {}

impl OpenRanges {
    pub(crate) fn new(table: Arc<UpdateTable>) -> Self {
        OpenRanges {
            table,
            ends: BinaryHeap::new(),
            open: BTreeMap::new(),
            started: None,
            markers: MarkerMerger::default(),
            marker: RangeTombstoneMarker::default(),
        }
    }

    /// A partition begins, which is deleted.
    pub(crate) fn begin(&mut self, partition: Option<DeletionTime>) {
        self.markers.begin(1, partition);
    }

    /// The deletion in which a row stands that comes next.
    pub(crate) fn active(&self) -> DeletionTime {
        self.markers.active()
    }

    /// A range starts, after the markers before it have been taken.
    pub(crate) fn start(&mut self, start: &OwnedPrefix, end: &OwnedPrefix, deletion: DeletionTime) {
        let deletion = (deletion.marked_for_delete_at, deletion.local_deletion_time);
        *self.open.entry(deletion).or_default() += 1;
        self.ends.push(End { bound: end.clone(), deletion, table: Arc::clone(&self.table) });
        if self.started.is_none() {
            self.started = Some(start.clone());
        }
    }

    /// The next marker before a place; without one, of all that there are.
    pub(crate) fn next(&mut self, before: Option<&OwnedPrefix>) -> Option<&RangeTombstoneMarker> {
        loop {
            let comparator = &self.table.comparator;
            let end = self.ends.peek().map(|end| &end.bound);
            let at = match (&self.started, end) {
                (Some(start), Some(end)) if comparator.compare(end, start).is_lt() => end,
                (Some(start), _) => start,
                (None, end) => end?,
            };
            if before.is_some_and(|before| comparator.compare(at, before).is_ge()) {
                return None;
            }
            let at = at.clone();
            if self.started.as_ref().is_some_and(|start| comparator.compare(start, &at).is_eq()) {
                self.started = None;
            }
            self.end_at(&at);
            if self.markers.merge(&at) {
                return Some(self.markers.marker());
            }
        }
    }

    /// Ends the ranges that end at a place, and says what is open behind it.
    fn end_at(&mut self, at: &impl PrefixValues) {
        while self.ends.peek().is_some_and(|end| self.table.comparator.compare(&end.bound, at).is_eq()) {
            let Some(End { deletion, .. }) = self.ends.pop() else { break };
            if let Some(count) = self.open.get_mut(&deletion) {
                *count -= 1;
                if *count == 0 {
                    let _ = self.open.remove(&deletion);
                }
            }
        }
        let newest = self.open.last_key_value().map(|((marked_for_delete_at, local_deletion_time), _)| DeletionTime {
            marked_for_delete_at: *marked_for_delete_at,
            local_deletion_time: *local_deletion_time,
        });
        self.marker.deletions = OpenDeletion { before: None, after: newest };
        self.markers.add(0, &self.marker);
    }
}
