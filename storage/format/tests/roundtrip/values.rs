//! The rows of a model, pushed as plain values: as someone does who has no bytes that were read.

use cqlite_format::common::{
    BytesU2Parts, BytesUvintParts, CellValueParts, ClusteringBlockParts, ClusteringBoundParts, ClusteringValueParts,
    ClusteringValues, ClusteringValuesLazy, ClusteringValuesParts, DeletionTimeParts,
};
use cqlite_format::data::{
    Cell, CellParts, ColumnData, ColumnDataParts, DeltaDeletionTime, DeltaDeletionTimeParts, Marker, MarkerBodyParts,
    MarkerParts, Partition, PartitionParts, Row, RowBodyParts, RowParts, SstableData, SstableDataEncoder,
    SstableDataParams, Unfiltered, UnfilteredBody, UnfilteredParts,
};
use cqlite_runtime::push::{List, PushResult};

type Encoder<'p> = SstableDataEncoder<'p, Vec<u8>>;

/// The stream of Data.db, from plain values.
pub fn data(model: &SstableData, cx: SstableDataParams<'_>) -> Result<Vec<u8>, String> {
    let mut to = SstableDataEncoder::new(Vec::new(), cx, 0);
    let pushed = model.partitions.iter().try_for_each(|p| partition(&mut to, p)).and_then(|()| to.finish());
    pushed.map_err(|e| format!("pushing values: {e}"))
}

fn partition(to: &mut Encoder<'_>, p: &Partition) -> PushResult<()> {
    let d = &p.deletion;
    to.partition(&PartitionParts {
        key: BytesU2Parts { data: &p.key.data, ..Default::default() },
        deletion: DeletionTimeParts {
            is_live: d.is_live,
            marked_for_delete_at: d.marked_for_delete_at,
            local_deletion_time: d.local_deletion_time,
            ..Default::default()
        },
        ..Default::default()
    })?;
    p.static_row.iter().chain(&p.unfiltereds).try_for_each(|u| unfiltered(to, u))?;
    to.end_partition()
}

fn unfiltered(to: &mut Encoder<'_>, u: &Unfiltered) -> PushResult<()> {
    to.unfiltered(&UnfilteredParts {
        marks_static_row: u.marks_static_row,
        has_shadowable_deletion: u.has_shadowable_deletion,
        unknown_ext_flags: u.unknown_ext_flags,
        ..Default::default()
    })?;
    match &u.body {
        Some(UnfilteredBody::Row(r)) => row(to, r),
        Some(UnfilteredBody::Marker(m)) => marker(to, m),
        None => to.end_unfiltered(),
    }
}

/// Hands the parts of clustering values on; they are borrowed from what is made here.
fn with_values<T>(values: &ClusteringValues, then: impl FnOnce(ClusteringValuesLazy<'_>) -> T) -> T {
    let blocks: Vec<Vec<ClusteringValueParts<'_>>> = values
        .blocks
        .iter()
        .map(|b| {
            let values = b.values.iter();
            values
                .map(|v| ClusteringValueParts {
                    kind: v.kind,
                    val: v.val.as_ref().map(|x| CellValueParts { data: &x.data, ..Default::default() }),
                    ..Default::default()
                })
                .collect()
        })
        .collect();
    let blocks: Vec<_> =
        blocks.iter().map(|all| ClusteringBlockParts { values: List::Parts(all), ..Default::default() }).collect();
    then(ClusteringValuesLazy::Parts(ClusteringValuesParts { blocks: List::Parts(&blocks), ..Default::default() }))
}

fn deletion(d: &DeltaDeletionTime) -> DeltaDeletionTimeParts {
    DeltaDeletionTimeParts {
        marked_for_delete_at: d.marked_for_delete_at,
        local_deletion_time: d.local_deletion_time,
        ..Default::default()
    }
}

fn row(to: &mut Encoder<'_>, r: &Row) -> PushResult<()> {
    match &r.clustering {
        Some(values) => {
            with_values(values, |clustering| to.row(&RowParts { clustering: Some(clustering), ..Default::default() }))?
        }
        None => to.row(&RowParts { clustering: None, ..Default::default() })?,
    }
    let b = &r.body;
    to.row_body(&RowBodyParts {
        timestamp: b.timestamp,
        ttl: b.ttl,
        local_deletion_time: b.local_deletion_time,
        deletion: b.deletion.as_ref().map(deletion),
        ..Default::default()
    })?;
    (0..).zip(&b.cells).try_for_each(|(i, c)| column(to, i, c))?;
    to.end_row_body()?;
    to.end_row()
}

fn column(to: &mut Encoder<'_>, index: i64, c: &ColumnData) -> PushResult<()> {
    if c.complex_deletion.is_none() && c.simple.is_none() && c.cells.is_none() {
        return Ok(());
    }
    to.column(
        index,
        &ColumnDataParts {
            complex_deletion: c.complex_deletion.as_ref().map(deletion),
            cells: c.cells.is_some(),
            ..Default::default()
        },
    )?;
    c.simple.iter().chain(c.cells.iter().flatten()).try_for_each(|c| cell(to, c))?;
    to.end_column()
}

fn cell(to: &mut Encoder<'_>, c: &Cell) -> PushResult<()> {
    to.cell(&CellParts {
        is_deleted: c.is_deleted,
        is_expiring: c.is_expiring,
        use_row_ttl: c.use_row_ttl,
        unknown_flags: c.unknown_flags,
        timestamp: c.timestamp,
        local_deletion_time: c.local_deletion_time,
        ttl: c.ttl,
        path: c.path.as_ref().map(|p| BytesUvintParts { data: &p.data, ..Default::default() }),
        value: c.value.as_ref().map(|v| CellValueParts { data: &v.data, ..Default::default() }),
        ..Default::default()
    })
}

fn marker(to: &mut Encoder<'_>, m: &Marker) -> PushResult<()> {
    with_values(&m.bound.values, |values| {
        to.marker(&MarkerParts { bound: ClusteringBoundParts { kind: m.bound.kind, values } })
    })?;
    to.marker_body(&MarkerBodyParts {
        deletion: deletion(&m.body.deletion),
        start_deletion: m.body.start_deletion.as_ref().map(deletion),
        ..Default::default()
    })?;
    to.end_marker()
}
