use cqlite_runtime::ReadError;

use super::{Trie, TrieNode};

impl<'b> Trie<'b> {
    /// The node with the greatest key that is not after `key`, below a root; none if all are.
    ///
    /// # Errors
    /// What is wrong with the trie.
    pub fn floor(&self, root: i64, key: &[u8]) -> Result<Option<TrieNode<'b>>, ReadError> {
        let mut node = self.node(root)?;
        // The best so far: a node itself, or the last one below it.
        let mut best: Option<(i64, bool)> = None;
        for &byte in key {
            if node.head.has_payload {
                best = Some((node.pos, false));
            }
            let (first, child) = node.seek(byte)?;
            if let Some(lesser) = last_before(&node, first)? {
                best = Some((lesser, true));
            }
            match child {
                Some(child) => node = self.node(child.child_pos)?,
                None => return self.best(best),
            }
        }
        if node.head.has_payload {
            return Ok(Some(node));
        }
        self.best(best)
    }

    /// The last node with a key that is before `key` and does not begin it, below a root; none if there is no such.
    ///
    /// # Errors
    /// What is wrong with the trie.
    pub fn before(&self, root: i64, key: &[u8]) -> Result<Option<TrieNode<'b>>, ReadError> {
        let (mut node, mut best) = (self.node(root)?, None);
        for &byte in key {
            let (first, child) = node.seek(byte)?;
            if let Some(lesser) = last_before(&node, first)? {
                best = Some((lesser, true));
            }
            match child {
                Some(child) => node = self.node(child.child_pos)?,
                None => break,
            }
        }
        self.best(best)
    }

    fn best(&self, best: Option<(i64, bool)>) -> Result<Option<TrieNode<'b>>, ReadError> {
        let Some((pos, is_last_below)) = best else { return Ok(None) };
        let mut node = self.node(pos)?;
        if !is_last_below {
            return Ok(Some(node));
        }
        loop {
            let last = node.children().next_back().transpose()?;
            match last {
                Some(child) => node = self.node(child.child_pos)?,
                None => return Ok(Some(node)),
            }
        }
    }
}

/// The last child before child number `first`.
fn last_before(node: &TrieNode<'_>, first: i64) -> Result<Option<i64>, ReadError> {
    for i in (0..first).rev() {
        if let Some(child) = node.child(i)? {
            return Ok(Some(child.child_pos));
        }
    }
    Ok(None)
}
