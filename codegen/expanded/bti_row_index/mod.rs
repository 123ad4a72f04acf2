// Written by `expand` from the specification bti_row_index.ksy. Do not edit.
use super::super::{bti_trie, common, version};
#[allow(unused_imports)]
use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
/// What reading [`BtiRowIndex`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct BtiRowIndexParams<'p> {
    /// The version of the SSTable.
    pub v: version::SstableVersion,
    /// Position of the entry in bytes, from a payload of Partitions.db.
    pub entry_pos: i64,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> BtiRowIndexParams<'p> {
    pub fn new(v: version::SstableVersion, entry_pos: i64) -> Self {
        BtiRowIndexParams { v, entry_pos, lifetime: std::marker::PhantomData }
    }
    /// The parameters for the walk by a table.
    pub fn dynamic(&self) -> Vec<rt::table::Dyn<'_>> {
        vec![self.v.dynamic(), self.entry_pos.dynamic()]
    }
}
