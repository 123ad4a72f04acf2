//! From rows as Cassandra has them to stored ones.

use std::fmt;
use std::io::Write;

use cqlite_format::common::{BytesU2Parts, BytesUvintParts, CellValueParts};
use cqlite_format::data::{
    CellParts, ColumnDataParts, DeltaDeletionTime, MarkerBodyParts, MarkerParts, PartitionParts, RowBodyParts,
    RowParts, SstableDataEncoder, SstableDataParams, UnfilteredParts,
};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::push::PushError;

use crate::clustering::with_stored;
use crate::{
    is_invalid, last_deletion_time, Cell, DeletionTime, EncodingStats, LivenessInfo, RangeTombstoneMarker, Row,
    NO_DELETION_TIME,
};

/// Why something cannot be stored.
#[derive(Debug)]
#[non_exhaustive]
pub enum StoreError {
    /// What the encoder, or the output, says.
    Push(PushError),
    /// A local deletion time after the last one that the version has.
    DeletionTime {
        /// The time, in seconds since 1970.
        found: i64,
        /// The last one.
        last: i64,
    },
    /// The deletion of a partition, or one in an index, at a timestamp that the version does not have there.
    Deletion {
        /// The timestamp, in microseconds since 1970.
        timestamp: i64,
        /// The version's letters.
        version: &'static str,
    },
}

impl From<PushError> for StoreError {
    fn from(e: PushError) -> Self {
        StoreError::Push(e)
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::Push(e) => e.fmt(f),
            StoreError::DeletionTime { found, last } => {
                write!(f, "the local deletion time {found} is after {last}, the last one of the version")
            }
            StoreError::Deletion { timestamp, version } => {
                write!(f, "a deletion with the timestamp {timestamp}, which is before 1970: version {version} has none of a whole partition, nor of a range that goes on over the end of a block of the row index")
            }
        }
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            StoreError::Push(e) => Some(e),
            StoreError::DeletionTime { .. } | StoreError::Deletion { .. } => None,
        }
    }
}

type Result<T = ()> = std::result::Result<T, StoreError>;

/// Times as they are stored.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Times {
    stats: EncodingStats,
    /// The last local deletion time of the version.
    last: i64,
}

impl Times {
    pub(crate) fn new(version: SstableVersion, stats: EncodingStats) -> Self {
        Times { stats, last: last_deletion_time(version) }
    }

    /// A local deletion time.
    #[inline]
    pub(crate) fn local(&self, local: i64) -> Result<i64> {
        if local > self.last && local != NO_DELETION_TIME && !is_invalid(local) {
            return Err(StoreError::DeletionTime { found: local, last: self.last });
        }
        Ok(self.stats.stored_local(local))
    }

    fn deletion(&self, deletion: DeletionTime, over: Option<DeltaDeletionTime>) -> Result<DeltaDeletionTime> {
        let _ = self.local(deletion.local_deletion_time)?;
        Ok(deletion.to_delta(&self.stats, over.unwrap_or_default()))
    }
}

/// Writes partitions, rows and markers as Cassandra stores them.
///
/// Reference: `SortedTablePartitionWriter`, `UnfilteredSerializer.serialize`, `Cell.Serializer.serialize`.
#[derive(Debug)]
pub struct RowWriter<'p, W> {
    encoder: SstableDataEncoder<'p, W>,
    times: Times,
    version: SstableVersion,
    /// Of static columns and of regular ones whether each may have several cells.
    is_complex: [Vec<bool>; 2],
    has_static: bool,
}

impl<'p, W: Write> RowWriter<'p, W> {
    /// One that writes to `out` what will have these parameters, times relative to these.
    pub fn new(out: W, params: SstableDataParams<'p>, stats: EncodingStats) -> Self {
        let is_complex = |list: &cqlite_format::statistics::ColumnList| {
            list.columns.iter().map(|column| column.column_type.is_multi_cell).collect::<Vec<_>>()
        };
        RowWriter {
            version: params.v,
            times: Times::new(params.v, stats),
            is_complex: [is_complex(&params.h.regular_columns), is_complex(&params.h.static_columns)],
            has_static: !params.h.static_columns.columns.is_empty(),
            encoder: SstableDataEncoder::new(out, params, 0),
        }
    }

    /// Position of what is written next.
    ///
    /// # Errors
    /// An earlier push failed: nothing more can be written.
    pub fn position(&self) -> Result<u64> {
        self.encoder.position().ok_or_else(|| PushError::failed().into())
    }

    /// Begins a partition.
    ///
    /// # Errors
    /// Something that cannot be stored, or the output's.
    pub fn partition(&mut self, key: &[u8], deletion: Option<DeletionTime>, static_row: Option<&Row>) -> Result {
        let deletion = deletion.unwrap_or(DeletionTime::LIVE);
        let parts = partition_parts(key, deletion, self.version, &self.times, PartitionParts::default())?;
        self.encoder.partition(&parts)?;
        match static_row {
            Some(row) => self.row(row),
            // A table with static columns has a static row in every partition.
            None if self.has_static => self.row(&Row::empty_static()),
            None => Ok(()),
        }
    }

    /// Ends the partition.
    ///
    /// # Errors
    /// The output's.
    pub fn end_partition(&mut self) -> Result {
        self.encoder.unfiltered(&UnfilteredParts::default())?;
        self.encoder.end_unfiltered()?;
        Ok(self.encoder.end_partition()?)
    }

    /// A row of the partition, or its static row.
    ///
    /// # Errors
    /// Something that cannot be stored, or the output's.
    pub fn row(&mut self, row: &Row) -> Result {
        let (to, times, is_static) = (&mut self.encoder, self.times, row.is_static());
        let is_shadowable = row.is_shadowable && row.deletion.is_some();
        to.unfiltered(&unfiltered_parts(is_static, is_shadowable, UnfilteredParts::default()))?;
        if is_static {
            to.row(&RowParts::default())?;
        } else {
            with_stored(&row.clustering, self.version, |clustering| {
                to.row(&RowParts { clustering: Some(clustering), ..Default::default() })
            })?;
        }
        let liveness = &row.liveness;
        to.row_body(&row_parts(liveness, row.deletion, &times, RowBodyParts::default())?)?;
        let has_complex_deletion = row.columns().any(|column| column.deletion.is_some());
        for column in row.columns() {
            let is_complex = self.is_complex[usize::from(is_static)].get(column.index).copied().unwrap_or_default();
            let (deletion, over) = (column.deletion, ColumnDataParts::default());
            let parts = column_parts(deletion, is_complex, has_complex_deletion, &times, over)?;
            to.column(column.index as i64, &parts)?;
            for cell in column.cells() {
                to.cell(&cell_parts(&cell, is_complex, liveness, &times, CellParts::default())?)?;
            }
            to.end_column()?;
        }
        to.end_row_body()?;
        to.end_row()?;
        Ok(to.end_unfiltered()?)
    }

    /// A marker of the partition.
    ///
    /// # Errors
    /// Something that cannot be stored, or the output's.
    pub fn marker(&mut self, marker: &RangeTombstoneMarker) -> Result {
        let Some((deletion, start_deletion)) = marker.deletions.stored() else { return Ok(()) };
        let (to, times) = (&mut self.encoder, self.times);
        to.unfiltered(&UnfilteredParts::default())?;
        let bound = marker.bound.to_bound(self.version);
        to.marker(&MarkerParts::new((&bound).into()))?;
        to.marker_body(&marker_parts(deletion, start_deletion, &times, MarkerBodyParts::default())?)?;
        to.end_marker()?;
        Ok(to.end_unfiltered()?)
    }

    /// Ends what is written; the output.
    ///
    /// # Errors
    /// The output's.
    pub fn finish(self) -> Result<W> {
        Ok(self.encoder.finish()?)
    }
}

// What is stored, over what stands there already: a default, or the head of what was read. Whatever rows do not know of stays.

/// What a partition begins with.
pub(crate) fn partition_parts<'k>(
    key: &'k [u8],
    deletion: DeletionTime,
    version: SstableVersion,
    times: &Times,
    over: PartitionParts<'k>,
) -> Result<PartitionParts<'k>> {
    let _ = times.local(deletion.local_deletion_time)?;
    let deletion = deletion.to_stored_over(version, over.deletion)?;
    Ok(PartitionParts { key: BytesU2Parts { data: key, ..over.key }, deletion, ..over })
}

/// What a row begins with; a marker and the end of a partition have none of this.
#[inline]
pub(crate) fn unfiltered_parts(is_static: bool, is_shadowable: bool, over: UnfilteredParts) -> UnfilteredParts {
    UnfilteredParts {
        marks_static_row: is_static,
        has_shadowable_deletion: is_shadowable,
        unknown_ext_flags: over.unknown_ext_flags.map(|_| 0),
        ..over
    }
}

/// What stands above the cells of a row.
#[inline]
pub(crate) fn row_parts(
    liveness: &LivenessInfo,
    deletion: Option<DeletionTime>,
    times: &Times,
    over: RowBodyParts,
) -> Result<RowBodyParts> {
    let expires = liveness.is_expiring();
    Ok(RowBodyParts {
        timestamp: (!liveness.is_empty()).then_some(liveness.timestamp),
        ttl: expires.then_some(i64::from(liveness.ttl)),
        local_deletion_time: expires.then(|| times.local(liveness.local_expiration_time)).transpose()?,
        deletion: deletion.map(|deletion| times.deletion(deletion, over.deletion)).transpose()?,
        ..over
    })
}

/// What stands above the cells of a column, in a row of which any column has a deletion, or none.
#[inline]
pub(crate) fn column_parts(
    deletion: Option<DeletionTime>,
    is_complex: bool,
    any_has_deletion: bool,
    times: &Times,
    over: ColumnDataParts,
) -> Result<ColumnDataParts> {
    let deletion = deletion.unwrap_or(DeletionTime::LIVE);
    let stored = (is_complex && any_has_deletion).then(|| times.deletion(deletion, over.complex_deletion));
    Ok(ColumnDataParts { complex_deletion: stored.transpose()?, cells: is_complex, ..over })
}

/// A cell in a row of that liveness.
#[inline(always)]
pub(crate) fn cell_parts<'c>(
    cell: &Cell<'c>,
    is_complex: bool,
    row: &LivenessInfo,
    times: &Times,
    over: CellParts<'c>,
) -> Result<CellParts<'c>> {
    let (is_deleted, is_expiring) = (cell.is_tombstone(), cell.is_expiring());
    let use_row_ttl = is_expiring
        && row.is_expiring()
        && (cell.ttl, cell.local_deletion_time) == (row.ttl, row.local_expiration_time);
    let is_own = |has: bool| has && !use_row_ttl;
    Ok(CellParts {
        is_deleted,
        is_expiring,
        use_row_ttl,
        unknown_flags: 0,
        timestamp: (row.is_empty() || cell.timestamp != row.timestamp).then_some(cell.timestamp),
        local_deletion_time: is_own(is_deleted || is_expiring)
            .then(|| times.local(cell.local_deletion_time))
            .transpose()?,
        ttl: is_own(is_expiring).then_some(i64::from(cell.ttl)),
        path: is_complex.then(|| BytesUvintParts { data: cell.path, ..over.path.unwrap_or_default() }),
        value: (!cell.value.is_empty()).then(|| CellValueParts { data: cell.value, ..over.value.unwrap_or_default() }),
        ..over
    })
}

/// The deletions of a marker.
pub(crate) fn marker_parts(
    deletion: DeletionTime,
    start: Option<DeletionTime>,
    times: &Times,
    over: MarkerBodyParts,
) -> Result<MarkerBodyParts> {
    Ok(MarkerBodyParts {
        deletion: times.deletion(deletion, Some(over.deletion))?,
        start_deletion: start.map(|start| times.deletion(start, over.start_deletion)).transpose()?,
        ..over
    })
}
