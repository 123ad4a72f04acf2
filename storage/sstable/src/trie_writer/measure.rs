//! How long nodes are.

use super::arena::Arena;
use super::kind::{Kinds, Shape};
use super::node::NodeId;
use super::TrieWriteError;

impl<P> Arena<P> {
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
    pub fn len_of(&self, id: NodeId, position: u64, kinds: &Kinds) -> Result<u64, TrieWriteError> {
        let payload = self.get(id).payload.as_ref().map_or(0, |p| p.len);
        Ok(kinds.choose(&self.shape(id, position))?.1 + payload)
    }
}
