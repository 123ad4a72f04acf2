//! User types of 3.x, which their header may call unfrozen although they are frozen.
//!
//! Before CASSANDRA-15035 was mended (3.0.19, 3.11.5) `FrozenType` was not written around user types; 3.0 knew frozen ones only, later
//! releases both. Neither the type's name nor the version's letters decide: the rows do, for the length of a row leaves one reading.

use std::sync::Arc;

use cqlite_format::data::{CellRef, RowBodyRef, SstableDataVisitor};
use cqlite_format::statistics::{Column, SerializationHeader};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::{Flow, ReadError};

use super::{Inner, PartitionReader, ScanError, Sstable, SstableError};
use crate::compress::ChunkError;

/// As much of the data is tried at least, in bytes, and as much more as it takes until each column ambiguous has had a cell.
const PROBE: u64 = 1 << 20;
/// More columns than this are tried only all together.
const MOST_APART: usize = 6;

/// Opens `inner` with the reading of its user types that its rows allow.
pub(super) fn infer(inner: Inner) -> Sstable {
    let version = inner.components.version();
    let sstable = Sstable { inner: Arc::new(inner) };
    let ambiguous = ambiguous(version, sstable.header());
    if ambiguous == 0 {
        return sstable;
    }
    let all = (1u64 << ambiguous.min(63)) - 1;
    if !version.may_have_unfrozen_user_types() {
        return with_frozen(&sstable, all).unwrap_or(sstable);
    }
    let in_doubt = in_doubt(sstable.header());
    if probe(&sstable, &in_doubt).is_ok() {
        return sstable;
    }
    let apart = if ambiguous <= MOST_APART { 1..all } else { 1..1 };
    for frozen in std::iter::once(all).chain(apart) {
        let Some(other) = with_frozen(&sstable, frozen) else { break };
        if probe(&other, &in_doubt).is_ok() {
            return other;
        }
    }
    // No reading fits: the first error is as good as any.
    sstable
}

fn is_ambiguous(c: &Column) -> bool {
    c.column_type.is_multi_cell && matches!(c.column_type.marshal, MarshalType::User(_))
}

fn columns(h: &mut SerializationHeader) -> impl Iterator<Item = &mut Column> {
    h.static_columns.columns.iter_mut().chain(&mut h.regular_columns.columns)
}

fn ambiguous(version: SstableVersion, h: &SerializationHeader) -> usize {
    if !version.may_have_implicitly_frozen_user_types() {
        return 0;
    }
    h.static_columns.columns.iter().chain(&h.regular_columns.columns).filter(|c| is_ambiguous(c)).count()
}

/// The columns ambiguous: regular ones, static ones.
fn in_doubt(h: &SerializationHeader) -> [Vec<bool>; 2] {
    [&h.regular_columns, &h.static_columns].map(|list| list.columns.iter().map(is_ambiguous).collect())
}

fn probe(sstable: &Sstable, in_doubt: &[Vec<bool>; 2]) -> Result<(), SstableError> {
    let mut probe = Probe { unseen: in_doubt.clone(), in_row: Vec::new(), is_static: false };
    match PartitionReader::new(sstable, 0).scan(sstable.data().len(), &mut probe) {
        Err(Halt::Error(e)) => Err(*e),
        Err(Halt::Seen) | Ok(_) => Ok(()),
    }
}

/// Why reading ends.
enum Halt {
    /// Every column ambiguous has been seen.
    Seen,
    Error(Box<SstableError>),
}

impl From<ReadError> for Halt {
    fn from(e: ReadError) -> Self {
        Halt::Error(Box::new(e.into()))
    }
}

impl From<ChunkError> for Halt {
    fn from(e: ChunkError) -> Self {
        Halt::Error(Box::new(e.into()))
    }
}

impl ScanError for Halt {
    fn read_error(&self) -> Option<&ReadError> {
        match self {
            Halt::Error(e) => e.read_error(),
            Halt::Seen => None,
        }
    }
}

/// Reads rows until there is no column ambiguous that has had no cell.
struct Probe {
    /// Whether a column is ambiguous and has not been seen.
    unseen: [Vec<bool>; 2],
    /// Columns with cells of the row at hand, which counts once it has been read to its end.
    in_row: Vec<i64>,
    is_static: bool,
}

impl<'a> SstableDataVisitor<'a> for Probe {
    type Error = Halt;

    fn row_body(&mut self, body: &RowBodyRef<'a>) -> Result<Flow, Halt> {
        self.in_row.clear();
        self.is_static = body.is_static;
        match self.unseen.iter().flatten().any(|unseen| *unseen) {
            false if body.begin >= PROBE => Err(Halt::Seen),
            _ => Ok(Flow::Continue),
        }
    }

    fn cell(&mut self, cell: &CellRef<'a>) -> Result<(), Halt> {
        if self.in_row.last() != Some(&cell.idx) {
            self.in_row.push(cell.idx);
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Halt> {
        let unseen = &mut self.unseen[usize::from(self.is_static)];
        for i in self.in_row.drain(..) {
            if let Some(unseen) = usize::try_from(i).ok().and_then(|i| unseen.get_mut(i)) {
                *unseen = false;
            }
        }
        Ok(())
    }
}

/// The same SSTable with some of the ambiguous columns frozen, bit by bit.
fn with_frozen(sstable: &Sstable, frozen: u64) -> Option<Sstable> {
    let mut inner = (*sstable.inner).clone();
    let ambiguous = columns(inner.statistics.header_mut()?).filter(|c| is_ambiguous(c));
    for (i, c) in ambiguous.enumerate() {
        if frozen >> i.min(63) & 1 != 0 {
            c.column_type.marshal = c.column_type.marshal.clone().freeze();
            c.column_type.is_multi_cell = false;
        }
    }
    inner.table.schema.set_columns(inner.statistics.header()?);
    Some(Sstable { inner: Arc::new(inner) })
}
