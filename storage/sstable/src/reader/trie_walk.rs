//! Going through the nodes of a trie.

use std::cmp::Ordering;

use cqlite_format::bti_trie::{BtiTrieParams, BtiTrieRef, ChildRef};
use cqlite_runtime::{ReadError, ReadErrorKind, Reader};

use super::Sstable;

/// A node with a payload, on the way through a trie in order.
#[derive(Debug, Clone)]
pub struct TrieEntry<'a> {
    /// Position of the node.
    pub node_pos: u64,
    /// The node.
    pub node: BtiTrieRef<'a>,
}

/// A walk over the nodes of a trie that have a payload, in the order of their keys.
pub struct TrieWalk<'a> {
    bytes: &'a [u8],
    params: BtiTrieParams<'a>,
    /// Nodes whose payload comes before all that is below nodes to be visited, the next one last.
    ahead: Vec<i64>,
    /// Nodes to be visited, the next one last.
    stack: Vec<i64>,
    /// Nodes that may still be visited: a trie has no more than bytes.
    left: u64,
}

impl<'a> TrieWalk<'a> {
    /// A walk over the trie with its root at a position of a component.
    #[must_use]
    pub fn new(sstable: &Sstable, bytes: &'a [u8], root: i64, is_rows: bool) -> Self {
        let params = BtiTrieParams::new(root, is_rows, sstable.version());
        TrieWalk { bytes, params, ahead: Vec::new(), stack: vec![root], left: bytes.len() as u64 + 1 }
    }

    pub(super) fn node(&self, pos: i64) -> Result<BtiTrieRef<'a>, ReadError> {
        let params = BtiTrieParams::new(pos, self.params.is_rows, self.params.v);
        let mut r = Reader::new(self.bytes).at(pos, BtiTrieRef::site())?;
        BtiTrieRef::read(&mut r, &params)
    }

    /// The children of a node, in the order of their bytes.
    pub(super) fn children<'n>(
        &self,
        node: &'n BtiTrieRef<'a>,
    ) -> impl DoubleEndedIterator<Item = Result<ChildRef<'a>, ReadError>> + 'n {
        let children = (0..node.num_children).map(move |i| node.children_at(i));
        children.filter(|child| child.as_ref().map_or(true, |child| child.exists))
    }

    /// The child that a byte leads to.
    pub(super) fn child_of(&self, node: &BtiTrieRef<'a>, byte: u8) -> Result<Option<i64>, ReadError> {
        let (mut low, mut high) = (0, node.num_children);
        while low < high {
            let mid = low + (high - low) / 2;
            let child = node.children_at(mid)?;
            match child.transition.cmp(&i64::from(byte)) {
                Ordering::Equal => return Ok(child.exists.then_some(child.child_pos)),
                Ordering::Less => low = mid + 1,
                Ordering::Greater => high = mid,
            }
        }
        Ok(None)
    }
}

impl<'a> TrieWalk<'a> {
    /// Goes past all that is certainly before `key`. What is left begins with the nodes whose own key `key` begins with, since they stand for
    /// longer ones.
    ///
    /// # Errors
    /// What is wrong with the trie.
    pub fn go_to(&mut self, key: &[u8]) -> Result<(), ReadError> {
        let Some(mut pos) = self.stack.pop() else { return Ok(()) };
        for &byte in key {
            let node = self.node(pos)?;
            if node.has_payload {
                self.ahead.push(pos);
            }
            let mut next = None;
            for child in self.children(&node).rev() {
                let child = child?;
                match child.transition.cmp(&i64::from(byte)) {
                    Ordering::Greater => self.stack.push(child.child_pos),
                    Ordering::Equal => next = Some(child.child_pos),
                    Ordering::Less => break,
                }
            }
            let Some(child) = next else {
                self.ahead.reverse();
                return Ok(());
            };
            pos = child;
        }
        self.ahead.reverse();
        self.stack.push(pos);
        Ok(())
    }

    /// The node with the greatest key that is not after `key`; none if all are.
    ///
    /// # Errors
    /// What is wrong with the trie.
    pub fn floor(&self, key: &[u8]) -> Result<Option<BtiTrieRef<'a>>, ReadError> {
        let Some(&root) = self.stack.last() else { return Ok(None) };
        // The best so far: a node itself, or the last one below it.
        let mut best: Option<(i64, bool)> = None;
        let mut pos = root;
        for &byte in key {
            let node = self.node(pos)?;
            if node.has_payload {
                best = Some((pos, false));
            }
            let (lesser, equal) = self.around(&node, byte)?;
            if let Some(child) = lesser {
                best = Some((child, true));
            }
            match equal {
                Some(child) => pos = child,
                None => return self.best(best),
            }
        }
        if self.node(pos)?.has_payload {
            best = Some((pos, false));
        }
        self.best(best)
    }

    fn best(&self, best: Option<(i64, bool)>) -> Result<Option<BtiTrieRef<'a>>, ReadError> {
        let Some((mut pos, last_below)) = best else { return Ok(None) };
        loop {
            let node = self.node(pos)?;
            let last = if last_below { self.children(&node).next_back().transpose()? } else { None };
            // Children are nearer to the front of the file: this ends.
            match last.filter(|child| child.child_pos < pos) {
                Some(child) => pos = child.child_pos,
                None => return Ok(Some(node)),
            }
        }
    }

    /// The child for a byte, and the last one before it.
    fn around(&self, node: &BtiTrieRef<'a>, byte: u8) -> Result<(Option<i64>, Option<i64>), ReadError> {
        let mut equal = None;
        for child in self.children(node).rev() {
            let child = child?;
            match child.transition.cmp(&i64::from(byte)) {
                Ordering::Greater => {}
                Ordering::Equal => equal = Some(child.child_pos),
                Ordering::Less => return Ok((Some(child.child_pos), equal)),
            }
        }
        Ok((None, equal))
    }
}

impl<'a> Iterator for TrieWalk<'a> {
    type Item = Result<TrieEntry<'a>, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(pos) = self.ahead.pop() {
            return Some(self.node(pos).map(|node| TrieEntry { node_pos: pos as u64, node }));
        }
        while let Some(pos) = self.stack.pop() {
            let step = self.node(pos).and_then(|node| {
                self.left = self
                    .left
                    .checked_sub(1)
                    .ok_or_else(|| ReadError::new(ReadErrorKind::TooDeep, pos as u64, BtiTrieRef::site()))?;
                for child in self.children(&node).rev() {
                    self.stack.push(child?.child_pos);
                }
                Ok(node)
            });
            match step {
                Ok(node) if node.has_payload => return Some(Ok(TrieEntry { node_pos: pos as u64, node })),
                Ok(_) => {}
                Err(e) => {
                    self.stack.clear();
                    return Some(Err(e));
                }
            }
        }
        None
    }
}
