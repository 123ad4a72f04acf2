// Written by `expand` from the specification sstable_chunks.ksy. Do not edit.
use super::super::{compression_info, version};
#[allow(unused_imports)]
use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
/// What reading [`SstableChunks`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SstableChunksParams<'p> {
    /// The version of the SSTable.
    pub v: version::SstableVersion,
    /// The parsed CompressionInfo.db.
    pub info: &'p compression_info::SstableCompressionInfo,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SstableChunksParams<'p> {
    pub fn new(v: version::SstableVersion, info: &'p compression_info::SstableCompressionInfo) -> Self {
        SstableChunksParams { v, info, lifetime: std::marker::PhantomData }
    }
    /// The parameters for the walk by a table.
    pub fn dynamic(&self) -> Vec<rt::table::Dyn<'_>> {
        vec![self.v.dynamic(), self.info.dynamic()]
    }
}
