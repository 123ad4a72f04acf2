//! Whose answers are given, where Cassandra's releases differ.

use std::sync::Arc;

use cqlite_sstable::Sstable;

/// The release of Cassandra whose words and rules are followed. SSTables tell it: those that only 6.0 can read are asked as 6.0 would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Release {
    /// 5.0, and what 6.0 adds to it.
    #[default]
    V5,
    /// 6.0.
    V6,
}

impl Release {
    /// The first that can read all of these SSTables.
    pub(crate) fn of(sstables: &[Arc<Sstable>]) -> Release {
        match sstables.iter().any(|sstable| sstable.version().is_first_read_by_6_0()) {
            true => Release::V6,
            false => Release::V5,
        }
    }

    /// Whether it is 6.0.
    pub(crate) fn is_6(self) -> bool {
        self == Release::V6
    }
}
