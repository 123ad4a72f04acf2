//! Which kind a node has, and how long it is.

use std::cell::Cell;

use cqlite_format::bti_trie::{BtiTrieParams, NodeHead, NodeKind};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::Counter;

use super::encoded::encoded;
use super::TrieWriteError;

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

impl Shape {
    /// Transitions from the first to the last.
    fn span(&self) -> u64 {
        u64::from(self.last.saturating_sub(self.first)) + 1
    }
}

/// What the specification says of nodes of a kind.
#[derive(Debug, Clone)]
pub struct Kind {
    pub kind: NodeKind,
    pub is_single: bool,
    pub is_sparse: bool,
    pub is_dense: bool,
    /// A distance begins in the first byte, in the place of a payload's bits.
    is_without_payload: bool,
    /// Width of distances in bits.
    width: u32,
    /// Length of a node without payload, by its transitions; 0 if it is not known yet.
    lens: Vec<Cell<u64>>,
}

impl Kind {
    fn new(kind: NodeKind) -> Self {
        let head = NodeHead::new(kind);
        Kind {
            kind,
            is_single: head.is_single(),
            is_sparse: head.is_sparse(),
            is_dense: head.is_dense(),
            is_without_payload: head.is_distance_in_head(),
            width: u32::try_from(head.len_distance()).unwrap_or(u32::MAX),
            lens: vec![Cell::new(0); usize::from(u8::MAX) + 2],
        }
    }

    fn fits(&self, shape: &Shape) -> bool {
        (self.width >= u64::BITS || shape.farthest >> self.width == 0)
            && !(self.is_without_payload && shape.has_payload)
    }

    /// Bytes of a node without its payload.
    fn len(&self, shape: &Shape, version: SstableVersion) -> Result<u64, TrieWriteError> {
        let transitions = if self.is_dense { shape.span() } else { shape.children };
        let known = self.lens.get(transitions as usize).ok_or(TrieWriteError::Inconsistent)?;
        if known.get() == 0 {
            let children: Vec<(u8, u64)> = (0..=u8::MAX).zip(std::iter::repeat(1)).take(transitions as usize).collect();
            let node = encoded(self, 0, &children)?;
            known.set(Counter::count(|w| node.encode(w, &BtiTrieParams::new(0, false, version)))?);
        }
        Ok(known.get())
    }
}

/// The kinds of the nodes of a version.
#[derive(Debug)]
pub struct Kinds {
    pub version: SstableVersion,
    /// By the width of distances.
    all: Vec<Kind>,
}

impl Kinds {
    pub fn new(version: SstableVersion) -> Self {
        let mut all: Vec<Kind> = NodeKind::ALL.into_iter().map(Kind::new).collect();
        all.sort_by_key(|kind| kind.width);
        Kinds { version, all }
    }

    /// The kind of nodes without children.
    pub fn leaf(&self) -> Result<&Kind, TrieWriteError> {
        self.narrowest(|kind| !(kind.is_single || kind.is_sparse || kind.is_dense)).ok_or(TrieWriteError::Inconsistent)
    }

    fn narrowest(&self, is_it: impl Fn(&Kind) -> bool) -> Option<&Kind> {
        self.all.iter().find(|kind| is_it(kind))
    }

    /// The kind that takes the least space, and the bytes of the node without its payload. Cassandra: `TrieNode.typeFor`.
    pub fn choose(&self, shape: &Shape) -> Result<(&Kind, u64), TrieWriteError> {
        let measured = |kind: &Kind| kind.len(shape, self.version);
        if shape.children == 0 {
            let leaf = self.leaf()?;
            return Ok((leaf, measured(leaf)?));
        }
        if shape.children == 1 {
            if let Some(single) = self.narrowest(|kind| kind.is_single && kind.fits(shape)) {
                return Ok((single, measured(single)?));
            }
        }
        let dense = self.narrowest(|kind| kind.is_dense && kind.fits(shape)).ok_or(TrieWriteError::Inconsistent)?;
        let len = measured(dense)?;
        // Only dense nodes have children for all transitions.
        if shape.children < shape.span() {
            if let Some(sparse) = self.narrowest(|kind| kind.is_sparse && kind.fits(shape)) {
                let shorter = measured(sparse)?;
                if shorter < len {
                    return Ok((sparse, shorter));
                }
            }
        }
        Ok((dense, len))
    }
}
