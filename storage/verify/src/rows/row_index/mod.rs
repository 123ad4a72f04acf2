//! Row indexes beside the rows: blocks begin and end where they say, with these names and open ranges.

mod big;
mod bti;

pub(super) use big::BigBlocks;
pub(super) use bti::BtiBlocks;

use cqlite_rows::DeletionTime;

use crate::rule::{self, Breach};

/// What is wrong with the deletion that is stored for the range that is open at the start or the end of a block.
fn wrong_open_deletion(stored: Option<DeletionTime>, open: Option<DeletionTime>, end: &str) -> Option<Breach> {
    match (stored, open) {
        _ if stored == open => None,
        (None, Some(_)) => Some(rule::open_deletion_missing(end)),
        (Some(_), None) => Some(rule::unopened_deletion(end)),
        _ => Some(rule::open_deletion(end)),
    }
}
