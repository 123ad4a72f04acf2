//! Where nodes go. Cassandra: `IncrementalDeepTrieWriterPageAware`.

use std::collections::BTreeSet;

use cqlite_format::bti_trie::{BtiTrie, BtiTrieParams};
use cqlite_runtime::{Buffer, Sink};

use super::arena::Arena;
use super::encoded::encoded;
use super::kind::Kinds;
use super::node::NodeId;
use super::payload::TriePayload;
use super::TrieWriteError;

/// Nodes, and where they are written.
pub struct Layout<'l, P> {
    pub nodes: &'l mut Arena<P>,
    pub kinds: &'l Kinds,
    pub out: &'l mut Buffer,
}

impl<P: TriePayload> Layout<'_, P> {
    /// Takes notice that a node gets no more children.
    pub fn complete(&mut self, id: NodeId) -> Result<(), TrieWriteError> {
        let branch = self.nodes.get(id).children.iter().map(|c| self.nodes.get(*c).total()).sum();
        self.nodes.get_mut(id).branch_len = branch;
        let len = self.len_of(id, self.out.pos())?;
        if len + branch >= self.page() {
            return self.place_children(id);
        }
        let children = self.nodes.get(id).children.iter().map(|c| self.nodes.get(*c));
        let (mut is_far, mut is_far_below) = (false, false);
        for child in children {
            if child.placed.is_some() {
                is_far = true;
            } else {
                is_far_below |= child.has_far_children || child.has_far_in_branch;
            }
        }
        let node = self.nodes.get_mut(id);
        node.len = len;
        node.has_far_children = is_far;
        node.has_far_in_branch = is_far_below;
        Ok(())
    }

    /// Writes a complete root and all that is left below it.
    ///
    /// # Returns
    /// Its position.
    pub fn root(&mut self, id: NodeId) -> Result<u64, TrieWriteError> {
        let mut total = self.measure(id, self.out.pos())?;
        if total > self.left() {
            if total <= self.page() {
                self.pad();
                total = self.measure(id, self.out.pos())?;
            }
            if total > self.left() {
                self.place_children(id)?;
                if self.nodes.get(id).len > self.left() {
                    self.pad();
                    let _ = self.measure(id, self.out.pos())?;
                }
            }
        }
        self.write(id)
    }

    /// Writes all branches below a node: into each page first the biggest one that fits.
    fn place_children(&mut self, id: NodeId) -> Result<(), TrieWriteError> {
        let mut waiting: BTreeSet<(u64, u8, NodeId)> = self
            .nodes
            .get(id)
            .children
            .iter()
            .filter(|c| self.nodes.get(**c).placed.is_none())
            .map(|c| self.by_len(*c))
            .collect();
        let mut left = self.left();
        while !waiting.is_empty() {
            let fitting = waiting.range(..=(left, u8::MAX, NodeId::MAX)).next_back().copied();
            let Some(next) = fitting.or_else(|| {
                self.pad();
                left = self.page();
                waiting.last().copied()
            }) else {
                break;
            };
            waiting.remove(&next);
            let child = next.2;
            if self.nodes.get(child).has_far_children || self.nodes.get(child).has_far_in_branch {
                // How long the branch really is depends on where it goes.
                if self.measure(child, self.out.pos())? > left {
                    if left == self.page() {
                        self.place_children(child)?;
                        left = self.left();
                    }
                    waiting.insert(self.by_len(child));
                    continue;
                }
            }
            self.write(child)?;
            left = self.left();
        }
        let node = self.nodes.get_mut(id);
        node.branch_len = 0;
        node.has_far_children = true;
        node.has_far_in_branch = false;
        let len = self.len_of(id, self.out.pos())?;
        self.nodes.get_mut(id).len = len;
        Ok(())
    }

    /// In the order in which branches are chosen: by length, and of the same length the last one first, whose children are nearer.
    fn by_len(&self, id: NodeId) -> (u64, u8, NodeId) {
        let node = self.nodes.get(id);
        (node.total(), node.transition, id)
    }

    /// Measures a branch again that is to go to `position`.
    ///
    /// # Returns
    /// Its length.
    fn measure(&mut self, id: NodeId, position: u64) -> Result<u64, TrieWriteError> {
        // A node, the children that have been measured, and their length.
        let mut above: Vec<(NodeId, usize, u64)> = Vec::new();
        let (mut now, mut begin) = ((id, 0, 0), position);
        loop {
            let node = self.nodes.get(now.0);
            match node.children.get(now.1) {
                Some(&child) if node.has_far_in_branch => {
                    above.push(now);
                    now = (child, 0, 0);
                }
                _ => {
                    if node.has_far_in_branch {
                        self.nodes.get_mut(now.0).branch_len = now.2;
                    }
                    let node = self.nodes.get(now.0);
                    if node.has_far_in_branch || node.has_far_children {
                        let len = self.len_of(now.0, begin - now.2 + node.branch_len)?;
                        self.nodes.get_mut(now.0).len = len;
                    }
                    let total = self.nodes.get(now.0).total();
                    let Some((parent, done, len)) = above.pop() else { return Ok(total) };
                    begin = begin - now.2 + total;
                    now = (parent, done + 1, len + total);
                }
            }
        }
    }

    /// Writes a branch where we are.
    ///
    /// # Returns
    /// The position of the node at its top.
    fn write(&mut self, id: NodeId) -> Result<u64, TrieWriteError> {
        let mut above: Vec<(NodeId, usize, u64)> = Vec::new();
        let mut now = (id, 0, self.out.pos());
        loop {
            let node = self.nodes.get(now.0);
            match node.children.get(now.1) {
                Some(&child) => {
                    now.1 += 1;
                    if self.nodes.get(child).placed.is_none() {
                        above.push(now);
                        now = (child, 0, self.out.pos());
                    }
                }
                None => {
                    let position = now.2 + node.branch_len;
                    self.write_node(now.0, position)?;
                    let Some(parent) = above.pop() else {
                        self.nodes.place(now.0, position);
                        return Ok(position);
                    };
                    self.nodes.get_mut(now.0).placed = Some(position);
                    now = parent;
                }
            }
        }
    }

    fn write_node(&mut self, id: NodeId, position: u64) -> Result<(), TrieWriteError> {
        if self.out.pos() != position {
            return Err(TrieWriteError::Inconsistent);
        }
        let (kind, _) = self.kinds.choose(&self.nodes.shape(id, position))?;
        let payload = self.nodes.get_mut(id).payload.take();
        let low = payload.as_ref().map_or(0, |stored| stored.bits);
        let children = self.nodes.get(id).children.iter().map(|c| self.nodes.get(*c));
        let children: Vec<(u8, u64)> =
            children.map(|c| (c.transition, c.placed.map_or(0, |at| position.saturating_sub(at)))).collect();
        let mut node = encoded(kind, low, &children)?;
        if let Some(stored) = payload {
            stored.payload.put(&mut node);
        }
        let cx = BtiTrieParams::new(position as i64, P::IS_ROWS, self.kinds.version);
        node.encode(self.out, &cx)?;
        if self.out.pos() == position + self.nodes.get(id).len {
            Ok(())
        } else {
            Err(TrieWriteError::Inconsistent)
        }
    }

    fn len_of(&self, id: NodeId, position: u64) -> Result<u64, TrieWriteError> {
        self.nodes.len_of(id, position, self.kinds)
    }

    fn page(&self) -> u64 {
        BtiTrie::len_page(self.kinds.version).unsigned_abs()
    }

    /// Bytes to the end of the page.
    fn left(&self) -> u64 {
        self.page() - self.out.pos() % self.page()
    }

    /// Fills the page with zeros, unless one just begins.
    fn pad(&mut self) {
        let zeros = self.left() % self.page();
        self.out.put(&vec![0; zeros as usize]);
    }
}
