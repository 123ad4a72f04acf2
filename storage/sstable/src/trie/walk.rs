use cqlite_format::bti_trie::BtiTrieRef;
use cqlite_runtime::{ReadError, ReadErrorKind};

use super::{Trie, TrieNode};

/// Longest way to a node: a key or clustering has up to 65535 bytes, which may double, and something around them.
const MAX_DEPTH: usize = 1 << 18;
/// Nodes on the way that are kept; below them they are read again for each child.
const KEPT: usize = 64;

/// A walk over the nodes below a root, each before those below it, in the order of their keys.
///
/// It ends whatever the bytes are: a child stands before its node in the file, and there are no more nodes than bytes.
pub struct TrieWalk<'b> {
    trie: Trie<'b>,
    /// Nodes whose payload comes before all else, the next one last.
    ahead: Vec<TrieNode<'b>>,
    stack: Vec<Frame<'b>>,
    path: Vec<u8>,
    /// Where the walk enters next, with the length of the way there.
    root: Option<(i64, usize)>,
    left: usize,
}

/// A node on the way to where a walk is.
struct Frame<'b> {
    pos: i64,
    node: Option<TrieNode<'b>>,
    /// Number of the child that is next.
    next: i64,
    /// Length of the way to the node.
    depth: usize,
}

impl<'b> Trie<'b> {
    /// A walk over the nodes below a root.
    #[must_use]
    pub fn walk(self, root: i64) -> TrieWalk<'b> {
        let left = self.bytes().len();
        TrieWalk { trie: self, ahead: Vec::new(), stack: Vec::new(), path: Vec::new(), root: Some((root, 0)), left }
    }
}

impl<'b> TrieWalk<'b> {
    /// The trie.
    #[must_use]
    pub fn trie(&self) -> Trie<'b> {
        self.trie
    }

    /// The bytes that lead to the node at hand.
    #[must_use]
    pub fn path(&self) -> &[u8] {
        &self.path
    }

    /// Goes to the next node. After an error there is none.
    ///
    /// # Errors
    /// What is wrong with the trie.
    pub fn next_node(&mut self) -> Result<Option<TrieNode<'b>>, ReadError> {
        if let Some(node) = self.ahead.pop() {
            return Ok(Some(node));
        }
        let node = self.advance();
        if node.is_err() {
            self.stack.clear();
            self.root = None;
        }
        node
    }

    /// Goes past all that is certainly before `key`. What is left begins with the nodes whose own key `key` begins with, since they stand for
    /// longer ones; [`Self::path`] is not set for these.
    ///
    /// # Errors
    /// What is wrong with the trie.
    pub fn go_to(&mut self, key: &[u8]) -> Result<(), ReadError> {
        let Some((mut pos, _)) = self.root.take() else { return Ok(()) };
        for (depth, &byte) in key.iter().enumerate() {
            let node = self.trie.node(pos)?;
            if node.head.has_payload {
                self.ahead.insert(0, node.clone());
            }
            let (first, child) = node.seek(byte)?;
            self.push(node, first + i64::from(child.is_some()), depth);
            let Some(child) = child else { return Ok(()) };
            self.path.push(byte);
            pos = child.child_pos;
        }
        self.root = Some((pos, key.len()));
        Ok(())
    }

    fn advance(&mut self) -> Result<Option<TrieNode<'b>>, ReadError> {
        if let Some((root, depth)) = self.root.take() {
            return self.enter(root, depth).map(Some);
        }
        while let Some(&Frame { pos, ref node, next, depth }) = self.stack.last() {
            let read;
            let node = match node {
                Some(node) => node,
                None => {
                    read = self.trie.node(pos)?;
                    &read
                }
            };
            if next >= node.head.num_children {
                let _ = self.stack.pop();
                continue;
            }
            let child = node.child(next)?;
            if let Some(top) = self.stack.last_mut() {
                top.next += 1;
            }
            if let Some(child) = child {
                self.path.truncate(depth);
                self.path.push(child.transition as u8);
                return self.enter(child.child_pos, depth + 1).map(Some);
            }
        }
        Ok(None)
    }

    fn enter(&mut self, pos: i64, depth: usize) -> Result<TrieNode<'b>, ReadError> {
        if self.left == 0 || depth > MAX_DEPTH {
            let at = u64::try_from(pos).unwrap_or(0);
            return Err(ReadError::new(ReadErrorKind::TooDeep, at, BtiTrieRef::site()));
        }
        self.left -= 1;
        let node = self.trie.node(pos)?;
        if node.head.num_children > 0 {
            self.push(node.clone(), 0, depth);
        }
        Ok(node)
    }

    fn push(&mut self, node: TrieNode<'b>, next: i64, depth: usize) {
        let pos = node.pos;
        let node = (self.stack.len() < KEPT).then_some(node);
        self.stack.push(Frame { pos, node, next, depth });
    }
}

impl<'b> Iterator for TrieWalk<'b> {
    type Item = Result<TrieNode<'b>, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_node().transpose()
    }
}
