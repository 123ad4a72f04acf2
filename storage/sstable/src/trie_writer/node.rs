//! A node that is not written yet.

use super::payload::Stored;

/// Number of a node in its arena.
pub type NodeId = u32;

/// A node.
#[derive(Debug)]
pub struct Node<P> {
    /// The byte that leads to it.
    pub transition: u8,
    pub payload: Option<Stored<P>>,
    /// In order of their transitions.
    pub children: Vec<NodeId>,
    /// Where it is, if it is written.
    pub placed: Option<u64>,
    /// Bytes that nodes below it will take. If `has_far_in_branch`, they may become more: it depends on where they go.
    pub branch_len: u64,
    /// Bytes of the node. If `has_far_children`, they may become more.
    pub len: u64,
    /// A child is written already.
    pub has_far_children: bool,
    /// A node below the children is written already.
    pub has_far_in_branch: bool,
}

impl<P> Node<P> {
    pub fn new(transition: u8) -> Self {
        Node {
            transition,
            payload: None,
            children: Vec::new(),
            placed: None,
            branch_len: 0,
            len: 0,
            has_far_children: true,
            has_far_in_branch: false,
        }
    }

    /// Bytes of the node and all below it.
    pub fn total(&self) -> u64 {
        self.branch_len + self.len
    }
}
