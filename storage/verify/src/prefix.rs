//! Clusterings and bounds with what is odd about how they are stored.

use cqlite_format::common::{
    ClusteringBlockRef, ClusteringValueRef, ClusteringValuesSpan, PrefixKind, SstableCommonVisitor,
};
use cqlite_rows::clustering::{require_place, value_of, OwnedPrefix, PrefixValues};
use cqlite_runtime::native::CqlType;
use cqlite_runtime::{Flow, ReadError};

/// A prefix that was read. Can be filled again and again.
#[derive(Debug, Clone, Default)]
pub(crate) struct StoredPrefix {
    prefix: OwnedPrefix,
    /// Whether a value was of a kind that does not exist.
    pub(crate) has_unknown_kind: bool,
    /// Where each block of values begins: the number of its first one.
    blocks: Vec<usize>,
    /// The first block whose header announces more values than it has.
    pub(crate) stray_block: Option<usize>,
}

impl PrefixValues for StoredPrefix {
    fn kind(&self) -> PrefixKind {
        self.prefix.kind()
    }

    fn len(&self) -> usize {
        self.prefix.len()
    }

    fn value(&self, i: usize) -> Option<&[u8]> {
        self.prefix.value(i)
    }
}

impl StoredPrefix {
    /// Takes the values of a span.
    pub(crate) fn fill(
        &mut self,
        kind: PrefixKind,
        span: &ClusteringValuesSpan<'_>,
        types: &[CqlType],
    ) -> Result<(), ReadError> {
        require_place(kind, span)?;
        self.prefix.clear(kind);
        self.has_unknown_kind = false;
        self.blocks.clear();
        self.stray_block = None;
        span.visit(types, &mut Fill(self))
    }

    /// Whether it names the same place with the same values.
    pub(crate) fn same(&self, other: &StoredPrefix) -> bool {
        self.prefix == other.prefix
    }

    /// The block that value `i` is in, and its number there.
    pub(crate) fn place(&self, i: usize) -> (usize, usize) {
        let block = self.blocks.partition_point(|begin| *begin <= i).saturating_sub(1);
        (block, i - self.blocks.get(block).copied().unwrap_or(0).min(i))
    }
}

struct Fill<'p>(&'p mut StoredPrefix);

impl<'a> SstableCommonVisitor<'a> for Fill<'_> {
    type Error = ReadError;

    fn clustering_block(&mut self, head: &ClusteringBlockRef<'a>) -> Result<Flow, ReadError> {
        let stored = &mut *self.0;
        if head.stray_bits != 0 && stored.stray_block.is_none() {
            stored.stray_block = Some(stored.blocks.len());
        }
        stored.blocks.push(stored.prefix.len());
        Ok(Flow::Continue)
    }

    #[inline]
    fn clustering_value(&mut self, head: &ClusteringValueRef<'a>) -> Result<(), ReadError> {
        self.0.has_unknown_kind |= head.is_null && head.is_unknown_kind;
        self.0.prefix.push(value_of(head));
        Ok(())
    }
}
