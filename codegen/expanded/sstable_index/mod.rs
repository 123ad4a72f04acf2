// Written by `expand` from the specification sstable_index.ksy. Do not edit.
use super::super::{common, version};
#[allow(unused_imports)]
use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
/// What reading [`SstableIndex`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SstableIndexParams<'p> {
    /// The version of the SSTable.
    pub v: version::SstableVersion,
    /// Types of the clustering columns, from the serialization header in Statistics.db.
    pub clustering_types: &'p [rt::CqlType],
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SstableIndexParams<'p> {
    pub fn new(v: version::SstableVersion, clustering_types: &'p [rt::CqlType]) -> Self {
        SstableIndexParams { v, clustering_types, lifetime: std::marker::PhantomData }
    }
    /// The parameters for the walk by a table.
    pub fn dynamic(&self) -> Vec<rt::table::Dyn<'_>> {
        vec![self.v.dynamic(), self.clustering_types.dynamic()]
    }
}
/// Receives what a [`SstableIndex`] holds, in the order of its bytes.
pub trait SstableIndexVisitor<'a> {
    /// What may go wrong: the bytes, or the visitor's own work.
    type Error: From<rt::ReadError>;
    /// The head of a [`Entry`].
    #[inline(always)]
    fn index_entry(&mut self, head: &EntryRef<'a>) -> Result<(), Self::Error> {
        let _ = head;
        Ok(())
    }
}
