// Written by `expand` from the specification sstable_toc.ksy. Do not edit.
use super::super::version;
#[allow(unused_imports)]
use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
/// What reading [`SstableToc`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SstableTocParams<'p> {
    /// The version of the SSTable.
    pub v: version::SstableVersion,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SstableTocParams<'p> {
    pub fn new(v: version::SstableVersion) -> Self {
        SstableTocParams { v, lifetime: std::marker::PhantomData }
    }
    /// The parameters for the walk by a table.
    pub fn dynamic(&self) -> Vec<rt::table::Dyn<'_>> {
        vec![self.v.dynamic()]
    }
}
