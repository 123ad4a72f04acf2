// Written by `expand` from the specification bti_trie.ksy. Do not edit.
use super::super::{common, version};
#[allow(unused_imports)]
use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
/// What reading [`BtiTrie`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct BtiTrieParams<'p> {
    /// Position of the node in the file, in bytes; the root's from the footer or the entry, a child's from its parent.
    pub node_pos: i64,
    /// The file is Rows.db, else Partitions.db.
    pub is_rows: bool,
    /// The version of the SSTable.
    pub v: version::SstableVersion,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> BtiTrieParams<'p> {
    pub fn new(node_pos: i64, is_rows: bool, v: version::SstableVersion) -> Self {
        BtiTrieParams { node_pos, is_rows, v, lifetime: std::marker::PhantomData }
    }
    /// The parameters for the walk by a table.
    pub fn dynamic(&self) -> Vec<rt::table::Dyn<'_>> {
        vec![self.node_pos.dynamic(), self.is_rows.dynamic(), self.v.dynamic()]
    }
}
/// `node_kind`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ::deku::DekuRead)]
#[deku(id_type = "u8", bits = 4)]
pub enum NodeKind {
    /// no children
    #[deku(id = 0)]
    PayloadOnly = 0,
    /// one child at up to 15 bytes, no payload
    #[deku(id = 1)]
    SingleNopayload4 = 1,
    /// one child at up to 255 bytes
    #[deku(id = 2)]
    Single8 = 2,
    /// one child at up to 4095 bytes, no payload
    #[deku(id = 3)]
    SingleNopayload12 = 3,
    /// one child at up to 65535 bytes
    #[deku(id = 4)]
    Single16 = 4,
    /// children with their transitions, distances of 8 bits
    #[deku(id = 5)]
    Sparse8 = 5,
    /// the same with 12 bits
    #[deku(id = 6)]
    Sparse12 = 6,
    /// the same with 16 bits
    #[deku(id = 7)]
    Sparse16 = 7,
    /// the same with 24 bits
    #[deku(id = 8)]
    Sparse24 = 8,
    /// the same with 40 bits
    #[deku(id = 9)]
    Sparse40 = 9,
    /// a range of transitions, distances of 12 bits
    #[deku(id = 10)]
    Dense12 = 10,
    /// the same with 16 bits
    #[deku(id = 11)]
    Dense16 = 11,
    /// the same with 24 bits
    #[deku(id = 12)]
    Dense24 = 12,
    /// the same with 32 bits
    #[deku(id = 13)]
    Dense32 = 13,
    /// the same with 40 bits
    #[deku(id = 14)]
    Dense40 = 14,
    /// the same with 64 bits
    #[deku(id = 15)]
    LongDense = 15,
}
impl NodeKind {
    /// All values.
    pub const ALL: [Self; 16usize] = [
        Self::PayloadOnly,
        Self::SingleNopayload4,
        Self::Single8,
        Self::SingleNopayload12,
        Self::Single16,
        Self::Sparse8,
        Self::Sparse12,
        Self::Sparse16,
        Self::Sparse24,
        Self::Sparse40,
        Self::Dense12,
        Self::Dense16,
        Self::Dense24,
        Self::Dense32,
        Self::Dense40,
        Self::LongDense,
    ];
    /// The value that a number stands for.
    #[inline]
    pub fn from_raw(n: i64) -> Option<Self> {
        match n {
            0 => Some(Self::PayloadOnly),
            1 => Some(Self::SingleNopayload4),
            2 => Some(Self::Single8),
            3 => Some(Self::SingleNopayload12),
            4 => Some(Self::Single16),
            5 => Some(Self::Sparse8),
            6 => Some(Self::Sparse12),
            7 => Some(Self::Sparse16),
            8 => Some(Self::Sparse24),
            9 => Some(Self::Sparse40),
            10 => Some(Self::Dense12),
            11 => Some(Self::Dense16),
            12 => Some(Self::Dense24),
            13 => Some(Self::Dense32),
            14 => Some(Self::Dense40),
            15 => Some(Self::LongDense),
            _ => None,
        }
    }
    /// Its id in the specification.
    pub fn id(self) -> &'static str {
        match self {
            Self::PayloadOnly => "payload_only",
            Self::SingleNopayload4 => "single_nopayload_4",
            Self::Single8 => "single_8",
            Self::SingleNopayload12 => "single_nopayload_12",
            Self::Single16 => "single_16",
            Self::Sparse8 => "sparse_8",
            Self::Sparse12 => "sparse_12",
            Self::Sparse16 => "sparse_16",
            Self::Sparse24 => "sparse_24",
            Self::Sparse40 => "sparse_40",
            Self::Dense12 => "dense_12",
            Self::Dense16 => "dense_16",
            Self::Dense24 => "dense_24",
            Self::Dense32 => "dense_32",
            Self::Dense40 => "dense_40",
            Self::LongDense => "long_dense",
        }
    }
}
impl rt::table::Reflect for NodeKind {
    fn dynamic(&self) -> rt::table::Dyn<'_> {
        rt::table::Dyn::Signed(*self as i64)
    }
}
