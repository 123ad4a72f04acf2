// Written by `expand` from the specification sstable_digest.ksy. Do not edit.
use super::super::version;
#[allow(unused_imports)]
use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
/// What reading [`SstableDigest`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SstableDigestParams<'p> {
    /// The version of the SSTable.
    pub v: version::SstableVersion,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SstableDigestParams<'p> {
    pub fn new(v: version::SstableVersion) -> Self {
        SstableDigestParams { v, lifetime: std::marker::PhantomData }
    }
    /// The parameters for the walk by a table.
    pub fn dynamic(&self) -> Vec<rt::table::Dyn<'_>> {
        vec![self.v.dynamic()]
    }
}
