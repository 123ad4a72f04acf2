// Written by `expand` from the specification sstable_common.ksy. Do not edit.
use super::super::version;
#[allow(unused_imports)]
use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
/// `prefix_kind`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PrefixKind {
    /// ends before the named rows
    ExclEndBound = 0,
    /// starts with the named rows
    InclStartBound = 1,
    /// one range ends before and another starts with the named rows
    ExclEndInclStartBoundary = 2,
    /// the static row
    StaticClustering = 3,
    /// a row
    Clustering = 4,
    /// one range ends with and another starts after the named rows
    InclEndExclStartBoundary = 5,
    /// ends with the named rows
    InclEndBound = 6,
    /// starts after the named rows
    ExclStartBound = 7,
    /// before every row of the SSTable
    SstableLowerBound = 8,
    /// after every row of the SSTable
    SstableUpperBound = 9,
}
impl PrefixKind {
    /// All values.
    pub const ALL: [Self; 10usize] = [
        Self::ExclEndBound,
        Self::InclStartBound,
        Self::ExclEndInclStartBoundary,
        Self::StaticClustering,
        Self::Clustering,
        Self::InclEndExclStartBoundary,
        Self::InclEndBound,
        Self::ExclStartBound,
        Self::SstableLowerBound,
        Self::SstableUpperBound,
    ];
    /// The value that a number stands for.
    #[inline]
    pub fn from_raw(n: i64) -> Option<Self> {
        match n {
            0 => Some(Self::ExclEndBound),
            1 => Some(Self::InclStartBound),
            2 => Some(Self::ExclEndInclStartBoundary),
            3 => Some(Self::StaticClustering),
            4 => Some(Self::Clustering),
            5 => Some(Self::InclEndExclStartBoundary),
            6 => Some(Self::InclEndBound),
            7 => Some(Self::ExclStartBound),
            8 => Some(Self::SstableLowerBound),
            9 => Some(Self::SstableUpperBound),
            _ => None,
        }
    }
    /// Its id in the specification.
    pub fn id(self) -> &'static str {
        match self {
            Self::ExclEndBound => "excl_end_bound",
            Self::InclStartBound => "incl_start_bound",
            Self::ExclEndInclStartBoundary => "excl_end_incl_start_boundary",
            Self::StaticClustering => "static_clustering",
            Self::Clustering => "clustering",
            Self::InclEndExclStartBoundary => "incl_end_excl_start_boundary",
            Self::InclEndBound => "incl_end_bound",
            Self::ExclStartBound => "excl_start_bound",
            Self::SstableLowerBound => "sstable_lower_bound",
            Self::SstableUpperBound => "sstable_upper_bound",
        }
    }
}
impl rt::table::Reflect for PrefixKind {
    fn dynamic(&self) -> rt::table::Dyn<'_> {
        rt::table::Dyn::Signed(*self as i64)
    }
}
/// Receives what a [`SstableCommon`] holds, in the order of its bytes.
pub trait SstableCommonVisitor<'a> {
    /// What may go wrong: the bytes, or the visitor's own work.
    type Error: From<rt::ReadError>;
    /// The head of a [`ClusteringBlock`].
    #[inline(always)]
    fn clustering_block(&mut self, head: &ClusteringBlockRef<'a>) -> Result<rt::Flow, Self::Error> {
        let _ = head;
        Ok(rt::Flow::Continue)
    }
    /// A [`ClusteringBlock`] ends; not sent if it was skipped.
    #[inline(always)]
    fn end_clustering_block(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    /// The head of a [`ClusteringValue`].
    #[inline(always)]
    fn clustering_value(&mut self, head: &ClusteringValueRef<'a>) -> Result<(), Self::Error> {
        let _ = head;
        Ok(())
    }
}
