// Written by `expand` from the specification sstable_compression_info.ksy. Do not edit.
use super::super::{common, version};
#[allow(unused_imports)]
use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
/// What reading [`SstableCompressionInfo`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SstableCompressionInfoParams<'p> {
    /// The version of the SSTable.
    pub v: version::SstableVersion,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SstableCompressionInfoParams<'p> {
    pub fn new(v: version::SstableVersion) -> Self {
        SstableCompressionInfoParams { v, lifetime: std::marker::PhantomData }
    }
    /// The parameters for the walk by a table.
    pub fn dynamic(&self) -> Vec<rt::table::Dyn<'_>> {
        vec![self.v.dynamic()]
    }
}
/// `dictionary_kind`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DictionaryKind {
    /// A dictionary of Zstandard.
    Zstd = 0,
}
impl DictionaryKind {
    /// All values.
    pub const ALL: [Self; 1usize] = [Self::Zstd];
    /// The value that a number stands for.
    #[inline]
    pub fn from_raw(n: i64) -> Option<Self> {
        match n {
            0 => Some(Self::Zstd),
            _ => None,
        }
    }
    /// Its id in the specification.
    pub fn id(self) -> &'static str {
        match self {
            Self::Zstd => "zstd",
        }
    }
}
impl rt::table::Reflect for DictionaryKind {
    fn dynamic(&self) -> rt::table::Dyn<'_> {
        rt::table::Dyn::Signed(*self as i64)
    }
}
