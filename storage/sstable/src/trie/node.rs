use std::cmp::Ordering;

use cqlite_format::bti_trie::{BtiTrieParams, BtiTrieRef, ChildRef};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{ReadError, ReadErrorKind, Reader};

/// The field that a child which points elsewhere is in.
const CHILDREN: &str = "children";

/// A component with tries in it.
#[derive(Debug, Clone, Copy)]
pub struct Trie<'b> {
    bytes: &'b [u8],
    is_rows: bool,
    version: SstableVersion,
}

/// A node of a trie.
#[derive(Debug, Clone)]
pub struct TrieNode<'b> {
    /// Its position in bytes.
    pub pos: i64,
    /// Position after it.
    pub end: u64,
    /// What it says.
    pub head: BtiTrieRef<'b>,
}

impl<'b> Trie<'b> {
    /// The tries of Partitions.db, or those of Rows.db if `is_rows`, of a version.
    #[must_use]
    pub fn new(bytes: &'b [u8], is_rows: bool, version: SstableVersion) -> Self {
        Trie { bytes, is_rows, version }
    }

    /// All bytes of the component.
    #[must_use]
    pub fn bytes(&self) -> &'b [u8] {
        self.bytes
    }

    /// What the specification wants to know for the node at a position.
    #[must_use]
    pub fn params(&self, pos: i64) -> BtiTrieParams<'static> {
        BtiTrieParams::new(pos, self.is_rows, self.version)
    }

    /// The node at a position.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn node(&self, pos: i64) -> Result<TrieNode<'b>, ReadError> {
        let mut r = Reader::new(self.bytes).at(pos, BtiTrieRef::site())?;
        let head = BtiTrieRef::read(&mut r, &self.params(pos))?;
        r.align();
        Ok(TrieNode { pos, end: r.offset(), head })
    }
}

impl<'b> TrieNode<'b> {
    /// Its children in the order of their bytes. They stand before it in the file: what points elsewhere is an error, and so all ways through
    /// a trie end.
    pub fn children(&self) -> impl DoubleEndedIterator<Item = Result<ChildRef<'b>, ReadError>> + '_ {
        (0..self.head.num_children).filter_map(|i| self.child(i).transpose())
    }

    /// Child number `i`, if there is one for its byte.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn child(&self, i: i64) -> Result<Option<ChildRef<'b>>, ReadError> {
        let child = self.head.children_at(i)?;
        if child.exists && !(0..self.pos).contains(&child.child_pos) {
            return Err(self.astray(i, child.child_pos));
        }
        Ok(Some(child).filter(|child| child.exists))
    }

    /// The child that a byte leads to.
    ///
    /// # Errors
    /// What is wrong with the node.
    pub fn child_of(&self, byte: u8) -> Result<Option<ChildRef<'b>>, ReadError> {
        self.seek(byte).map(|(_, child)| child)
    }

    /// Number of the first child whose byte is not before `byte`, and that child if its byte is `byte`.
    pub(super) fn seek(&self, byte: u8) -> Result<(i64, Option<ChildRef<'b>>), ReadError> {
        let (mut low, mut high) = (0, self.head.num_children);
        while low < high {
            let mid = low + (high - low) / 2;
            match self.head.children_at(mid)?.transition.cmp(&i64::from(byte)) {
                Ordering::Less => low = mid + 1,
                Ordering::Equal | Ordering::Greater => high = mid,
            }
        }
        let first = if low == self.head.num_children { None } else { self.child(low)? };
        Ok((low, first.filter(|child| child.transition == i64::from(byte))))
    }

    /// The error of a node that has neither a payload nor children.
    #[cold]
    pub(crate) fn leads_nowhere(&self) -> ReadError {
        let (found, expected) = ("neither".to_owned(), "a payload or children");
        ReadError::new(ReadErrorKind::Invalid { found, expected }, self.pos.unsigned_abs(), BtiTrieRef::site())
    }

    #[cold]
    fn astray(&self, i: i64, found: i64) -> ReadError {
        let at = u64::try_from(self.pos).unwrap_or(0);
        let site = BtiTrieRef::fields().iter().find(|site| site.field == CHILDREN).unwrap_or(BtiTrieRef::site());
        ReadError::new(ReadErrorKind::OutOfRange { found, limit: at }, at, site).at_index(site, i)
    }
}
