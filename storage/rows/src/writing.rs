//! From rows as Cassandra has them to stored ones.

use std::io::Write;

use cqlite_format::common::{BytesU2Parts, BytesUvintParts, CellValueParts, ClusteringBoundParts};
use cqlite_format::data::{
    CellParts, ColumnDataParts, MarkerBodyParts, MarkerParts, PartitionParts, RowBodyParts, RowParts,
    SstableDataEncoder, SstableDataParams, UnfilteredParts,
};
use cqlite_runtime::push::PushResult;

use crate::clustering::{with_stored, PrefixValues};
use crate::{Cell, DeletionTime, EncodingStats, LivenessInfo, RangeTombstoneMarker, Row};

/// Writes partitions, rows and markers as Cassandra stores them.
///
/// Reference: `SortedTablePartitionWriter`, `UnfilteredSerializer.serialize`, `Cell.Serializer.serialize`.
#[derive(Debug)]
pub struct RowWriter<'p, W> {
    encoder: SstableDataEncoder<'p, W>,
    stats: EncodingStats,
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
            stats,
            is_complex: [is_complex(&params.h.regular_columns), is_complex(&params.h.static_columns)],
            has_static: !params.h.static_columns.columns.is_empty(),
            encoder: SstableDataEncoder::new(out, params, 0),
        }
    }

    /// Position of what is written next.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.encoder.position().unwrap_or_default()
    }

    /// Begins a partition.
    ///
    /// # Errors
    /// Something that cannot be stored, or the output's.
    pub fn partition(
        &mut self,
        key: &[u8],
        deletion: Option<DeletionTime>,
        static_row: Option<&Row>,
    ) -> PushResult<()> {
        let deletion = deletion.unwrap_or(DeletionTime::LIVE).to_stored();
        self.encoder.partition(&PartitionParts { key: BytesU2Parts { data: key }, deletion })?;
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
    pub fn end_partition(&mut self) -> PushResult<()> {
        self.encoder.unfiltered(&UnfilteredParts::default())?;
        self.encoder.end_unfiltered()?;
        self.encoder.end_partition()
    }

    /// A row of the partition, or its static row.
    ///
    /// # Errors
    /// Something that cannot be stored, or the output's.
    pub fn row(&mut self, row: &Row) -> PushResult<()> {
        let (to, is_static) = (&mut self.encoder, row.is_static());
        let is_shadowable = row.is_shadowable && row.deletion.is_some();
        to.unfiltered(&UnfilteredParts {
            marks_static_row: is_static,
            has_shadowable_deletion: is_shadowable,
            unknown_ext_flags: (is_static || is_shadowable).then_some(0),
        })?;
        if is_static {
            to.row(&RowParts { clustering: None })?;
        } else {
            with_stored(&row.clustering, |clustering| to.row(&RowParts { clustering: Some(clustering) }))?;
        }
        let liveness = &row.liveness;
        let expires = liveness.is_expiring();
        to.row_body(&RowBodyParts {
            timestamp: (!liveness.is_empty()).then_some(liveness.timestamp),
            ttl: expires.then_some(i64::from(liveness.ttl)),
            local_deletion_time: expires.then(|| self.stats.stored_local(liveness.local_expiration_time)),
            deletion: row.deletion.map(|deletion| deletion.to_delta(&self.stats)),
        })?;
        let has_complex_deletion = row.columns().any(|column| column.deletion.is_some());
        for column in row.columns() {
            let is_complex = self.is_complex[usize::from(is_static)].get(column.index).copied().unwrap_or_default();
            let deletion = column.deletion.unwrap_or(DeletionTime::LIVE);
            to.column(
                column.index as i64,
                &ColumnDataParts {
                    complex_deletion: (is_complex && has_complex_deletion).then(|| deletion.to_delta(&self.stats)),
                    cells: is_complex,
                },
            )?;
            for cell in column.cells() {
                to.cell(&stored(&cell, is_complex, liveness, &self.stats))?;
            }
            to.end_column()?;
        }
        to.end_row_body()?;
        to.end_row()?;
        to.end_unfiltered()
    }

    /// A marker of the partition.
    ///
    /// # Errors
    /// Something that cannot be stored, or the output's.
    pub fn marker(&mut self, marker: &RangeTombstoneMarker) -> PushResult<()> {
        let Some((deletion, start_deletion)) = marker.deletions.stored() else { return Ok(()) };
        let (to, kind) = (&mut self.encoder, marker.bound.kind());
        to.unfiltered(&UnfilteredParts::default())?;
        with_stored(&marker.bound, |values| to.marker(&MarkerParts { bound: ClusteringBoundParts { kind, values } }))?;
        to.marker_body(&MarkerBodyParts {
            deletion: deletion.to_delta(&self.stats),
            start_deletion: start_deletion.map(|deletion| deletion.to_delta(&self.stats)),
        })?;
        to.end_marker()?;
        to.end_unfiltered()
    }

    /// Ends what is written; the output.
    ///
    /// # Errors
    /// The output's.
    pub fn finish(self) -> PushResult<W> {
        self.encoder.finish()
    }
}

/// A cell as it is stored in a row of that liveness.
#[inline]
fn stored<'c>(cell: &Cell<'c>, is_complex: bool, row: &LivenessInfo, stats: &EncodingStats) -> CellParts<'c> {
    let (is_deleted, is_expiring) = (cell.is_tombstone(), cell.is_expiring());
    let use_row_ttl = is_expiring
        && row.is_expiring()
        && (cell.ttl, cell.local_deletion_time) == (row.ttl, row.local_expiration_time);
    let is_own = |has: bool| has && !use_row_ttl;
    CellParts {
        is_deleted,
        is_expiring,
        use_row_ttl,
        unknown_flags: 0,
        timestamp: (row.is_empty() || cell.timestamp != row.timestamp).then_some(cell.timestamp),
        local_deletion_time: is_own(is_deleted || is_expiring).then(|| stats.stored_local(cell.local_deletion_time)),
        ttl: is_own(is_expiring).then_some(i64::from(cell.ttl)),
        path: is_complex.then_some(BytesUvintParts { data: cell.path }),
        value: (!cell.value.is_empty()).then_some(CellValueParts { data: cell.value }),
    }
}
