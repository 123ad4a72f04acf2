//! A node that is not written yet.

use cqlite_format::version::SstableVersion;

use super::arena::{Arena, NodeId};
use super::kind::{self, Shape};
use super::payload::TriePayload;

/// A node.
#[derive(Debug)]
pub struct Node<P> {
    /// The byte that leads to it.
    pub transition: u8,
    pub payload: Option<P>,
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

impl<P: TriePayload> Arena<P> {
    /// What the kind of a node that goes to `position` depends on.
    pub fn shape(&self, id: NodeId, position: u64) -> Shape {
        let node = self.get(id);
        let transition = |child: Option<&NodeId>| child.map_or(0, |c| self.get(*c).transition);
        Shape {
            children: node.children.len() as u64,
            first: transition(node.children.first()),
            last: transition(node.children.last()),
            has_payload: node.payload.is_some(),
            farthest: self.farthest(id, position),
        }
    }

    /// The greatest distance to a child, as far as it is known.
    fn farthest(&self, id: NodeId, position: u64) -> u64 {
        let node = self.get(id);
        let Some(&first) = node.children.first() else { return 0 };
        let begin = |child: NodeId| node.branch_len.saturating_sub(self.get(child).branch_len);
        if !node.has_far_children {
            return begin(first);
        }
        let unplaced = node.children.iter().find(|c| self.get(**c).placed.is_none()).map_or(0, |c| begin(*c));
        let placed = node.children.iter().filter_map(|c| self.get(*c).placed);
        placed.map(|at| position.saturating_sub(at)).max().unwrap_or(0).max(unplaced)
    }

    /// Bytes of a node that goes to `position`, with its payload.
    pub fn len_of(&self, id: NodeId, position: u64, version: SstableVersion) -> u64 {
        let payload = self.get(id).payload.as_ref().map_or(0, |p| p.len(version));
        let shape = self.shape(id, position);
        kind::len(kind::choose(&shape), &shape) + payload
    }
}
