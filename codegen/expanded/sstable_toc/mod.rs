// Written by `expand` from the specification sstable_toc.ksy. Do not edit.

#[allow(unused_imports)]
use ::cqlite_runtime::{self as __rt, error::Located as _, sink::Sink as _};
use super::super::version;
/// What reading [`SstableToc`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SstableTocParams<'p> {
    /// The version of the SSTable.
    pub v: version::SstableVersion,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SstableTocParams<'p> {
    /// All of it.
    pub fn new(v: version::SstableVersion) -> Self {
        SstableTocParams {
            v,
            lifetime: std::marker::PhantomData,
        }
    }
}
