// Written by `expand` from the specification sstable_chunks.ksy. Do not edit.

#[allow(unused_imports)]
use ::cqlite_runtime::{self as __rt, error::Located as _, sink::Sink as _};
use super::super::compression_info;
/// What reading [`SstableChunks`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SstableChunksParams<'p> {
    /// The parsed CompressionInfo.db.
    pub info: &'p compression_info::SstableCompressionInfo,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SstableChunksParams<'p> {
    /// All of it.
    pub fn new(info: &'p compression_info::SstableCompressionInfo) -> Self {
        SstableChunksParams {
            info,
            lifetime: std::marker::PhantomData,
        }
    }
}
