//! Row indexes beside the rows: blocks begin and end where they say, with these names and open ranges.

mod big;
mod bti;

pub(super) use big::BigBlocks;
pub(super) use bti::BtiBlocks;
