//! User types of 3.x, which their header may call unfrozen although they are frozen.
//!
//! Before CASSANDRA-15035 was mended (3.0.19, 3.11.5) `FrozenType` was not written around user types; 3.0 knew frozen ones only, later
//! releases both. Neither the type's name nor the version's letters decide: the rows do, for the length of a row leaves one reading.

use std::sync::Arc;

use cqlite_format::statistics::{Column, SerializationHeader, TocEntryBody};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::marshal::MarshalType;

use super::slice::Nothing;
use super::{Inner, Sstable, SstableError};

/// As much of the data is tried, in bytes; to the end of the partition that begins before.
const PROBE: u64 = 1 << 20;
/// More columns than this are tried only all together.
const MOST_APART: usize = 6;

/// Opens `inner` with the reading of its user types that its rows allow.
pub(super) fn settle(inner: Inner) -> Sstable {
    let version = inner.version;
    let sstable = Sstable { inner: Arc::new(inner) };
    let doubtful = doubtful(version, sstable.header());
    if doubtful == 0 || probe(&sstable).is_ok() {
        return sstable;
    }
    let all = (1u64 << doubtful.min(63)) - 1;
    let apart = if doubtful <= MOST_APART { 1..all } else { 1..1 };
    for frozen in std::iter::once(all).chain(apart) {
        let Some(other) = with_frozen(&sstable, frozen) else { break };
        if probe(&other).is_ok() {
            return other;
        }
    }
    // No reading fits: the first error is as good as any.
    sstable
}

fn is_doubtful(c: &Column) -> bool {
    c.column_type.is_multi_cell && matches!(c.column_type.marshal, MarshalType::User(_))
}

fn columns(h: &mut SerializationHeader) -> impl Iterator<Item = &mut Column> {
    h.static_columns.columns.iter_mut().chain(&mut h.regular_columns.columns)
}

fn doubtful(version: SstableVersion, h: &SerializationHeader) -> usize {
    // The releases in question wrote no checksums of metadata.
    if version.has_metadata_checksum() {
        return 0;
    }
    h.static_columns.columns.iter().chain(&h.regular_columns.columns).filter(|c| is_doubtful(c)).count()
}

fn probe(sstable: &Sstable) -> Result<(), SstableError> {
    sstable.scan(0..PROBE.min(sstable.data().len()), &mut Nothing)
}

/// The same SSTable with some of the doubtful columns frozen, bit by bit.
fn with_frozen(sstable: &Sstable, frozen: u64) -> Option<Sstable> {
    let mut inner = sstable.inner.reopened();
    let TocEntryBody::SerializationHeader(h) = &mut inner.statistics.toc.get_mut(inner.header)?.body else {
        return None;
    };
    let of_doubt = columns(h).filter(|c| is_doubtful(c));
    for (i, c) in of_doubt.enumerate() {
        if frozen >> i.min(63) & 1 != 0 {
            c.column_type.marshal = c.column_type.marshal.clone().freeze();
            c.column_type.is_multi_cell = false;
        }
    }
    Some(Sstable { inner: Arc::new(inner) })
}
