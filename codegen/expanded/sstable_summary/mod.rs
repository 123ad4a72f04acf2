// Written by `expand` from the specification sstable_summary.ksy. Do not edit.
use super::super::{common, version};
#[allow(unused_imports)]
use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
/// What reading [`SstableSummary`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SstableSummaryParams<'p> {
    /// The version of the SSTable.
    pub v: version::SstableVersion,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SstableSummaryParams<'p> {
    pub fn new(v: version::SstableVersion) -> Self {
        SstableSummaryParams { v, lifetime: std::marker::PhantomData }
    }
    /// The parameters for the walk by a table.
    pub fn dynamic(&self) -> Vec<rt::table::Dyn<'_>> {
        vec![self.v.dynamic()]
    }
}
