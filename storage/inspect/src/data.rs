//! Data.db as a stream: no more of it is at hand than one row and a few chunks.

use cqlite_sstable::reader::walk_data;
use cqlite_sstable::Sstable;

use crate::error::Walked;
use crate::fields::Fields;
use crate::tracker::{Tracker, WalkedPath};

/// Walks over the uncompressed stream.
pub(crate) fn walk(sstable: &Sstable, sink: &mut dyn Fields) -> Walked {
    let mut place = WalkedPath::default();
    walk_data(sstable, |walker, window| {
        Tracker::go_on(&mut place, sink, (window.data, window.base), |w| walker.run(window, w))
    })
}
