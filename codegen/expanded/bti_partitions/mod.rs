// Written by `expand` from the specification bti_partitions.ksy. Do not edit.
use super::super::{bti_trie, common, version};
#[allow(unused_imports)]
use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
/// What reading [`BtiPartitions`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct BtiPartitionsParams<'p> {
    /// The version of the SSTable.
    pub v: version::SstableVersion,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> BtiPartitionsParams<'p> {
    pub fn new(v: version::SstableVersion) -> Self {
        BtiPartitionsParams { v, lifetime: std::marker::PhantomData }
    }
    /// The parameters for the walk by a table.
    pub fn dynamic(&self) -> Vec<rt::table::Dyn<'_>> {
        vec![self.v.dynamic()]
    }
}
