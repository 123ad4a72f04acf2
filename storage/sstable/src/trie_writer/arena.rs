//! The nodes that are not written yet.

use super::node::{Node, NodeId};

/// Nodes by number. Tries of long keys are deeper than the stack, so that nodes do not own each other.
#[derive(Debug)]
pub struct Arena<P> {
    nodes: Vec<Node<P>>,
    free: Vec<NodeId>,
}

impl<P> Arena<P> {
    pub fn new() -> Self {
        Arena { nodes: Vec::new(), free: Vec::new() }
    }

    /// A new node, which a byte of the key leads to.
    pub fn insert(&mut self, transition: u8) -> NodeId {
        let node = Node::new(transition);
        match self.free.pop() {
            Some(id) => {
                *self.get_mut(id) = node;
                id
            }
            None => {
                self.nodes.push(node);
                (self.nodes.len() - 1) as NodeId
            }
        }
    }

    #[allow(clippy::indexing_slicing, reason = "numbers come from `insert` only")]
    pub fn get(&self, id: NodeId) -> &Node<P> {
        &self.nodes[id as usize]
    }

    #[allow(clippy::indexing_slicing, reason = "numbers come from `insert` only")]
    pub fn get_mut(&mut self, id: NodeId) -> &mut Node<P> {
        &mut self.nodes[id as usize]
    }

    /// Says where a node is, and forgets what hangs below it, which is written.
    pub fn place(&mut self, id: NodeId, position: u64) {
        let node = self.get_mut(id);
        node.placed = Some(position);
        node.branch_len = 0;
        node.len = 0;
        node.has_far_children = false;
        node.has_far_in_branch = false;
        node.payload = None;
        let mut below = std::mem::take(&mut node.children);
        while let Some(child) = below.pop() {
            below.append(&mut self.get_mut(child).children);
            self.get_mut(child).payload = None;
            self.free.push(child);
        }
    }

    /// Number of nodes that are held.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.nodes.len() - self.free.len()
    }
}
