use cqlite_format::bti_trie::{BtiTrieParams, BtiTrieRef};
use cqlite_format::version::SstableVersion;
use cqlite_rows::DeletionTime;
use cqlite_runtime::{ReadError, ReadErrorKind, Reader};
use cqlite_sstable::descriptor::Component;

use crate::fields::{self, partition_payload, row_payload, Field};
use crate::{Check, Finding};

/// Longest way to a payload: a key or clustering has up to 65535 bytes, which may double, and something around them.
const MAX_DEPTH: usize = 1 << 18;

/// What a node with a payload says.
#[derive(Debug, Clone)]
pub(crate) enum Payload {
    /// In Partitions.db.
    Partition {
        /// Where the node is.
        node: u64,
        hash: Option<u8>,
        position: i64,
    },
    /// In Rows.db.
    Rows {
        /// Where the node is.
        node: u64,
        offset: i64,
        open: Option<DeletionTime>,
    },
}

impl Payload {
    /// The field of the node that it is.
    pub(crate) fn field(&self) -> Field {
        match self {
            Payload::Partition { .. } => partition_payload::WHOLE,
            Payload::Rows { .. } => row_payload::WHOLE,
        }
    }

    /// A finding in a field of the node; the place is the node's.
    pub(crate) fn finding(&self, check: Check, field: Field, message: String) -> Finding {
        let (component, node) = match self {
            Payload::Partition { node, .. } => (Component::Partitions, *node),
            Payload::Rows { node, .. } => (Component::Rows, *node),
        };
        Finding::error(check, &component, message).file(node).field(field)
    }
}

/// Nodes on the way that are kept; below them they are read again for each child.
const KEPT: usize = 64;

/// A node on the way to where a walk is.
struct Frame<'b> {
    pos: i64,
    node: Option<BtiTrieRef<'b>>,
    /// Number of the child that is next.
    next: i64,
    /// Length of the way to the node.
    depth: usize,
}

/// What is shown the nodes.
pub(crate) type Each<'e, 'b> = dyn FnMut(u64, u64, &BtiTrieRef<'b>) + 'e;

/// A walk over the payloads of a trie, in order.
pub(crate) struct Trie<'b> {
    bytes: &'b [u8],
    is_rows: bool,
    version: SstableVersion,
    stack: Vec<Frame<'b>>,
    path: Vec<u8>,
    root: Option<i64>,
    /// Nodes that may still be visited: without shared ones a trie has no more than bytes.
    left: usize,
}

impl<'b> Trie<'b> {
    pub(crate) fn new(bytes: &'b [u8], root: i64, is_rows: bool, version: SstableVersion) -> Self {
        Trie { bytes, is_rows, version, stack: Vec::new(), path: Vec::new(), root: Some(root), left: bytes.len() }
    }

    pub(crate) fn bytes(&self) -> &'b [u8] {
        self.bytes
    }

    /// The bytes that lead to the payload at hand.
    pub(crate) fn path(&self) -> &[u8] {
        &self.path
    }

    fn params(&self, pos: i64) -> BtiTrieParams<'static> {
        BtiTrieParams::new(pos, self.is_rows, self.version)
    }

    /// A node, and where it ends.
    fn node(&self, pos: i64) -> Result<(BtiTrieRef<'b>, u64), ReadError> {
        let mut r = Reader::new(self.bytes).at(pos, BtiTrieRef::site())?;
        let node = BtiTrieRef::read(&mut r, &self.params(pos))?;
        r.align();
        Ok((node, r.offset()))
    }

    pub(crate) fn next(&mut self) -> Option<Result<Payload, ReadError>> {
        self.next_with(&mut |_, _, _| {})
    }

    /// Goes to the next payload, and shows each node that is met for the first time, with where it begins and ends.
    pub(crate) fn next_with(&mut self, each: &mut Each<'_, 'b>) -> Option<Result<Payload, ReadError>> {
        let payload = self.advance(each);
        if payload.is_err() {
            self.stack.clear();
            self.root = None;
        }
        payload.transpose()
    }

    fn advance(&mut self, each: &mut Each<'_, 'b>) -> Result<Option<Payload>, ReadError> {
        if let Some(root) = self.root.take() {
            if let Some(payload) = self.enter(root, 0, each)? {
                return Ok(Some(payload));
            }
        }
        while let Some(&Frame { pos, ref node, next, depth }) = self.stack.last() {
            let read;
            let node = match node {
                Some(node) => node,
                None => {
                    (read, _) = self.node(pos)?;
                    &read
                }
            };
            if next >= node.num_children {
                let _ = self.stack.pop();
                continue;
            }
            let child = node.children_at(next)?;
            if let Some(top) = self.stack.last_mut() {
                top.next += 1;
            }
            if !child.exists {
                continue;
            }
            if child.child_pos >= pos || child.child_pos < 0 {
                let kind = ReadErrorKind::OutOfRange { found: child.child_pos, limit: u64::try_from(pos).unwrap_or(0) };
                let site = fields::trie::CHILDREN.site(BtiTrieRef::fields()).unwrap_or(BtiTrieRef::site());
                return Err(ReadError::new(kind, u64::try_from(pos).unwrap_or(0), site).at_index(site, next));
            }
            self.path.truncate(depth);
            self.path.push(child.transition as u8);
            if let Some(payload) = self.enter(child.child_pos, depth + 1, each)? {
                return Ok(Some(payload));
            }
        }
        Ok(None)
    }

    fn enter(&mut self, pos: i64, depth: usize, each: &mut Each<'_, 'b>) -> Result<Option<Payload>, ReadError> {
        let at = u64::try_from(pos).unwrap_or(0);
        if self.left == 0 || depth > MAX_DEPTH {
            return Err(ReadError::new(ReadErrorKind::TooDeep, at, BtiTrieRef::site()));
        }
        self.left -= 1;
        let (node, end) = self.node(pos)?;
        each(at, end, &node);
        let payload = match (&node.partition_payload, &node.row_payload) {
            (Some(p), _) => Some(Payload::Partition { node: at, hash: p.hash, position: p.position }),
            (None, Some(p)) => {
                let open = p.open_deletion.as_ref().and_then(DeletionTime::of_partition);
                Some(Payload::Rows { node: at, offset: p.offset, open })
            }
            (None, None) => None,
        };
        if node.num_children > 0 {
            let node = (self.stack.len() < KEPT).then_some(node);
            self.stack.push(Frame { pos, node, next: 0, depth });
        }
        Ok(payload)
    }
}
