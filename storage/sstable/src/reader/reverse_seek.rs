//! Where a slice starts in a block of a promoted index, found from the block's end.
//!
//! Rows have no marks to start reading at but the borders of blocks (64 KiB as Cassandra comes), so that what is near the end of a block
//! costs the decompression of all of it. But each row and marker says how far before it the one before it starts. Where the names of a
//! block's first and last row let expect the slice nearer to the end, it is sought from there, backwards. Each step back is checked: the bytes
//! up to where the last step came from have to be exactly one row or marker, and a marker has to leave open the deletion that is open
//! there. Where anything is otherwise, the block is read from its start.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::Arc;

use cqlite_format::common::PrefixKind;
use cqlite_format::data::{MarkerBodyRef, MarkerRef, PartitionCursor, RowBodyRef, RowRef, SstableDataVisitor};
use cqlite_runtime::{Flow, ReadError, Reader};

use super::row_index::Block;
use super::Sstable;
use crate::compress::{ChunkIndex, DataSource};
use cqlite_rows::clustering::ClusteringPrefix;
use cqlite_rows::OpenDeletion;

/// Longest row that is read on the way back, in bytes.
const LONGEST: usize = 1 << 20;

impl Sstable {
    /// The part of a block from its first row or marker on that is not before `lower`, if fewer chunks lie between it and the block's
    /// end than between it and the block's start, as far as is known; `None` if not, or if the rows do not lead back.
    pub(super) fn seek_back(&self, block: &Block, lower: &ClusteringPrefix<'_>) -> Option<Block> {
        let end = block.end?;
        self.data().chunk_reader()?;
        let width = end.checked_sub(block.start)?;
        let expected = block.start.saturating_add((block.estimated_position * width as f64) as u64);
        let chunk = |position| self.data().chunks().chunk_at(position).0;
        if chunk(end).checked_sub(chunk(expected))? >= chunk(expected).checked_sub(chunk(block.start))? {
            return None;
        }
        let mut bytes = Stretches { data: self.data(), held: None };
        // What follows the block says where the block's last row or marker starts.
        let mut back = PrevUnfiltered::read(self, lower, bytes.rest_of_chunk(end)?, end)?.back;
        let (mut at, mut open) = (end, block.open_after);
        loop {
            let start = at.checked_sub(back).filter(|start| (block.start..at).contains(start))?;
            let step =
                PrevUnfiltered::read(self, lower, &bytes.between(start, at)?, start).filter(|step| step.end == at)?;
            if step.is_before {
                return Some(Block { start: at, open, ..*block });
            }
            if let Some(deletions) = step.deletions {
                if deletions.after != open {
                    return None;
                }
                open = deletions.before;
            }
            (at, back) = (start, step.back);
            if at == block.start {
                return Some(*block);
            }
        }
    }
}

/// About what share of the rows from `first` to `last` is before a point among them, going by the first column in which they differ;
/// 0 if there is no telling.
pub(super) fn estimate_position(
    first: &ClusteringPrefix<'_>,
    last: &ClusteringPrefix<'_>,
    point: &ClusteringPrefix<'_>,
) -> f64 {
    let columns = first.values.iter().zip(&last.values).zip(&point.values);
    for ((first, last), point) in columns {
        let (Some(first), Some(last), Some(point)) = (first, last, point) else { return 0.0 };
        if first == last && first == point {
            continue;
        }
        let common = first.iter().zip(*last).take_while(|(a, b)| a == b).count();
        if point.get(..common) != first.get(..common) {
            return 0.0;
        }
        // As signed numbers if the first byte differs, so that negative ones come first; any other order makes this a bad guess only.
        let number = |value: &[u8]| {
            let mut head = [0; 8];
            let rest = value.get(common..).unwrap_or_default();
            let n = rest.len().min(8);
            head[..n].copy_from_slice(&rest[..n]);
            if common == 0 {
                i64::from_be_bytes(head) as f64
            } else {
                u64::from_be_bytes(head) as f64
            }
        };
        let (from, to) = (number(first), number(last));
        let share = (number(point) - from) / (to - from);
        return if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    }
    0.0
}

/// Stretches of the data, each mostly in the same chunk as the one before.
struct Stretches<'s> {
    data: &'s DataSource,
    held: Option<(ChunkIndex, Arc<Vec<u8>>)>,
}

impl Stretches<'_> {
    /// From a position to the end of its chunk.
    fn rest_of_chunk(&mut self, start: u64) -> Option<&[u8]> {
        let chunks = self.data.chunks();
        let chunk = chunks.chunk_at(start);
        let skip = usize::try_from(start - chunks.position_of(chunk)).ok()?;
        if self.held.as_ref().is_none_or(|(held, _)| *held != chunk) {
            self.held = Some((chunk, self.data.cached_chunk(chunk).ok()?));
        }
        self.held.as_ref()?.1.get(skip..)
    }

    fn between(&mut self, start: u64, end: u64) -> Option<Cow<'_, [u8]>> {
        let len = usize::try_from(end - start).ok().filter(|len| *len <= LONGEST)?;
        let chunks = self.data.chunks();
        if chunks.chunk_at(start) == chunks.chunk_at(end - 1) {
            return self.rest_of_chunk(start)?.get(..len).map(Cow::Borrowed);
        }
        let mut out = Vec::new();
        self.data.read_range_into(start, len, &mut out).ok()?;
        Some(Cow::Owned(out))
    }
}

/// A row or marker on the way back.
struct PrevUnfiltered {
    /// Position after it.
    end: u64,
    /// Whether it is before the slice; nothing else is known of it then.
    is_before: bool,
    /// Bytes from the start of the one before it to its own.
    back: u64,
    /// Of a marker: the deletion that is open before it and the one after it.
    deletions: Option<OpenDeletion>,
}

impl PrevUnfiltered {
    fn read(sstable: &Sstable, lower: &ClusteringPrefix<'_>, bytes: &[u8], start: u64) -> Option<Self> {
        let step = PrevUnfiltered { end: start, is_before: false, back: 0, deletions: None };
        let mut seen = HeaderVisitor { sstable, lower, marker: PrefixKind::Clustering, step };
        let r = &mut Reader::with_base(bytes, start);
        match PartitionCursor::at_unfiltereds().step(r, &sstable.params(), &mut seen) {
            Err(Stop::Enough) => Some(seen.step),
            _ => None,
        }
    }
}

/// Takes down what a step needs.
struct HeaderVisitor<'s, 'p> {
    sstable: &'s Sstable,
    lower: &'s ClusteringPrefix<'p>,
    /// Kind of the marker at hand.
    marker: PrefixKind,
    step: PrevUnfiltered,
}

/// Why reading stops.
enum Stop {
    /// The step is known.
    Enough,
    Damaged,
}

impl From<ReadError> for Stop {
    fn from(_: ReadError) -> Self {
        Stop::Damaged
    }
}

impl HeaderVisitor<'_, '_> {
    fn enter(&mut self, prefix: &ClusteringPrefix<'_>, end: u64) -> Result<Flow, Stop> {
        self.step.end = end;
        self.step.is_before = self.sstable.comparator().compare(prefix, self.lower) == Ordering::Less;
        if self.step.is_before {
            Err(Stop::Enough)
        } else {
            Ok(Flow::Continue)
        }
    }
}

impl<'a> SstableDataVisitor<'a> for HeaderVisitor<'_, '_> {
    type Error = Stop;

    fn row(&mut self, head: &RowRef<'a>) -> Result<Flow, Stop> {
        let types = &self.sstable.header().clustering_types;
        let span = head.clustering.as_ref().ok_or(Stop::Damaged)?;
        self.enter(&ClusteringPrefix::read(PrefixKind::Clustering, span, types)?, head.rest.offset())
    }

    fn row_body(&mut self, head: &RowBodyRef<'a>) -> Result<Flow, Stop> {
        self.step.back = head.prev_len;
        Err(Stop::Enough)
    }

    fn marker(&mut self, head: &MarkerRef<'a>) -> Result<Flow, Stop> {
        let types = &self.sstable.header().clustering_types;
        self.marker = head.bound.kind;
        let prefix = ClusteringPrefix::read(self.marker, &head.bound.values, types)?;
        self.enter(&prefix, head.rest.offset())
    }

    fn marker_body(&mut self, head: &MarkerBodyRef<'a>) -> Result<(), Stop> {
        self.step.back = head.prev_len;
        let deletions = OpenDeletion::around(self.marker, head, self.sstable.encoding_stats());
        self.step.deletions = Some(deletions.map_err(|_| Stop::Damaged)?);
        Err(Stop::Enough)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row<'a>(values: &[&'a [u8]]) -> ClusteringPrefix<'a> {
        ClusteringPrefix { kind: PrefixKind::Clustering, values: values.iter().copied().map(Some).collect() }
    }

    fn share(first: &[&[u8]], last: &[&[u8]], point: &[&[u8]]) -> f64 {
        estimate_position(&row(first), &row(last), &row(point))
    }

    #[test]
    fn numbers_of_both_signs_are_on_one_line() {
        let (low, middle, high) = ((-100i32).to_be_bytes(), 0i32.to_be_bytes(), 100i32.to_be_bytes());
        assert_eq!(share(&[&low], &[&high], &[&middle]), 0.5);
        assert_eq!(share(&[&high], &[&low], &[&50i32.to_be_bytes()]), 0.25, "descending");
        assert_eq!(share(&[&low], &[&high], &[&200i32.to_be_bytes()]), 1.0, "after the last");
    }

    #[test]
    fn the_first_column_that_differs_tells() {
        let day = 7i64.to_be_bytes();
        assert_eq!(share(&[&day, b"a"], &[&day, b"q"], &[&day, b"m"]), 0.75);
        assert_eq!(share(&[b"key-00"], &[b"key-80"], &[b"key-40"]), 0.5);
    }

    #[test]
    fn without_telling_a_block_is_read_from_its_start() {
        assert_eq!(share(&[b"same"], &[b"same"], &[b"same"]), 0.0);
        assert_eq!(share(&[b"ab"], &[b"ac"], &[b"zz"]), 0.0);
        assert_eq!(share(&[], &[], &[]), 0.0);
    }
}
