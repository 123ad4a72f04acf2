// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
use super::super::{common, version};
#[allow(unused_imports)]
use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
/// What reading [`SstableStatistics`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SstableStatisticsParams<'p> {
    /// The version of the SSTable.
    pub v: version::SstableVersion,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SstableStatisticsParams<'p> {
    pub fn new(v: version::SstableVersion) -> Self {
        SstableStatisticsParams { v, lifetime: std::marker::PhantomData }
    }
    /// The parameters for the walk by a table.
    pub fn dynamic(&self) -> Vec<rt::table::Dyn<'_>> {
        vec![self.v.dynamic()]
    }
}
/// `component_kind`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ComponentKind {
    /// what must agree with cluster and table
    Validation = 0,
    /// a sketch of the partition keys
    Compaction = 1,
    /// numbers for compaction and reads
    Stats = 2,
    /// the serialization header
    Header = 3,
}
impl ComponentKind {
    /// All values.
    pub const ALL: [Self; 4usize] = [Self::Validation, Self::Compaction, Self::Stats, Self::Header];
    /// The value that a number stands for.
    #[inline]
    pub fn from_raw(n: i64) -> Option<Self> {
        match n {
            0 => Some(Self::Validation),
            1 => Some(Self::Compaction),
            2 => Some(Self::Stats),
            3 => Some(Self::Header),
            _ => None,
        }
    }
    /// Its id in the specification.
    pub fn id(self) -> &'static str {
        match self {
            Self::Validation => "validation",
            Self::Compaction => "compaction",
            Self::Stats => "stats",
            Self::Header => "header",
        }
    }
}
impl rt::table::Reflect for ComponentKind {
    fn dynamic(&self) -> rt::table::Dyn<'_> {
        rt::table::Dyn::Signed(*self as i64)
    }
}
