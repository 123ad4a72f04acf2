//! Which kind a node has.

use cqlite_format::bti_trie::NodeKind;

/// What the kind of a node depends on.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub children: u64,
    /// The first transition, and the last one.
    pub first: u8,
    pub last: u8,
    pub has_payload: bool,
    /// The greatest distance to a child.
    pub farthest: u64,
}

/// The kinds for each width of distances: with one child, and with more, sparse and dense. Where there is none of a width, the next one.
/// The first column is the width in bits. Cassandra: `TrieNode.Types`.
const KINDS: [(u32, NodeKind, NodeKind, NodeKind); 8] = [
    (4, NodeKind::SingleNopayload4, NodeKind::Sparse8, NodeKind::Dense12),
    (8, NodeKind::Single8, NodeKind::Sparse8, NodeKind::Dense12),
    (12, NodeKind::SingleNopayload12, NodeKind::Sparse12, NodeKind::Dense12),
    (16, NodeKind::Single16, NodeKind::Sparse16, NodeKind::Dense16),
    (24, NodeKind::Dense24, NodeKind::Sparse24, NodeKind::Dense24),
    (32, NodeKind::Dense32, NodeKind::Sparse40, NodeKind::Dense32),
    (40, NodeKind::Dense40, NodeKind::Sparse40, NodeKind::Dense40),
    (64, NodeKind::LongDense, NodeKind::LongDense, NodeKind::LongDense),
];

/// The kind that takes the least space. Cassandra: `TrieNode.typeFor`.
pub fn choose(shape: &Shape) -> NodeKind {
    if shape.children == 0 {
        return NodeKind::PayloadOnly;
    }
    let fits = |bits: u32| bits == 64 || shape.farthest < 1 << bits;
    for &(bits, single, sparse, dense) in KINDS.iter().filter(|(bits, ..)| fits(*bits)) {
        let is_without_payload = bits == 4 || bits == 12;
        if shape.children == 1 && !(shape.has_payload && is_without_payload) {
            return single;
        }
        if shape.children > 1 {
            return if len(sparse, shape) < len(dense, shape) { sparse } else { dense };
        }
    }
    NodeKind::LongDense
}

/// Bytes of a node without its payload.
pub fn len(kind: NodeKind, shape: &Shape) -> u64 {
    let span = u64::from(shape.last.saturating_sub(shape.first)) + 1;
    let sparse = |bits: u64| 2 + shape.children + (shape.children * bits).div_ceil(8);
    let dense = |bits: u64| 3 + (span * bits).div_ceil(8);
    match kind {
        NodeKind::PayloadOnly => 1,
        NodeKind::SingleNopayload4 => 2,
        NodeKind::Single8 | NodeKind::SingleNopayload12 => 3,
        NodeKind::Single16 => 4,
        NodeKind::Sparse8 => sparse(8),
        NodeKind::Sparse12 => sparse(12),
        NodeKind::Sparse16 => sparse(16),
        NodeKind::Sparse24 => sparse(24),
        NodeKind::Sparse40 => sparse(40),
        NodeKind::Dense12 => dense(12),
        NodeKind::Dense16 => dense(16),
        NodeKind::Dense24 => dense(24),
        NodeKind::Dense32 => dense(32),
        NodeKind::Dense40 => dense(40),
        NodeKind::LongDense => dense(64),
    }
}
