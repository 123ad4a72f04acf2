//! Cells of Data.db, and the values in it.

use cqlite_format::common::CellValue;
use cqlite_format::data::{Cell, SstableData};
use cqlite_format::statistics::SstableStatisticsParams;
use cqlite_format::version::SstableVersion;
use cqlite_runtime::native::CqlType;
use cqlite_runtime::Buffer;
use cqlite_sstable::descriptor::Component;
use cqlite_verify::{Check, Severity};

use crate::rows::*;
use crate::sample::{expect_rule, Sample};

#[test]
fn cells_of_deletions_and_expirations_are_checked() {
    use Check::DeletionTimes;
    let leaf = |p: usize, u: usize, c: usize, leaf: &str| {
        format!("partitions[{p}].unfiltereds[{u}].body.body.cells[{c}].simple.{leaf}")
    };
    let expiring = |data: &mut SstableData, edit: fn(&mut Cell)| {
        rows_of(data).find_map(|(p, u, row)| {
            let at = row
                .body
                .cells
                .iter()
                .position(|c| c.simple.as_ref().is_some_and(|c| c.is_expiring && !c.use_row_ttl))?;
            edit(row.body.cells[at].simple.as_mut()?);
            Some((p, u, at))
        })
    };
    edited("ttl", Severity::Error, DeletionTimes, |data| {
        let (p, u, c) = expiring(data, |c| c.ttl = Some(0)).unwrap();
        leaf(p, u, c, "ttl_delta")
    });
    edited("ttl", Severity::Error, DeletionTimes, |data| {
        let (p, u, c) = expiring(data, |c| c.local_deletion_time = Some(0xffff_ffff)).unwrap();
        leaf(p, u, c, "local_deletion_time_delta")
    });
    edited("ttl", Severity::Error, DeletionTimes, |data| {
        let (p, u, c) = expiring(data, |c| c.local_deletion_time = Some(3)).unwrap();
        leaf(p, u, c, "local_deletion_time_delta")
    });
}

#[test]
fn cells_must_not_contradict_themselves_or_their_row() {
    let cell = "partitions[0].unfiltereds[0].body.body.cells[0].simple.flags";
    // Unknown; deleted and expiring; the row's expiration, which it has not.
    patched("wide", cell, 0x20, Severity::Error, Check::Cells, "");
    edited("ranges", Severity::Error, Check::Cells, |data| {
        let (_, cell) = simple(row(&mut data.partitions[0], 0));
        cell.is_deleted = true;
        cell.local_deletion_time = Some(1_700_000_000);
        "partitions[0].unfiltereds[0].body.body.cells[0].simple.flags".to_owned()
    });
    edited("ranges", Severity::Error, Check::Cells, |data| {
        let (_, cell) = simple(row(&mut data.partitions[0], 0));
        (cell.is_deleted, cell.is_expiring, cell.value) = (true, true, None);
        (cell.local_deletion_time, cell.ttl) = (Some(1_700_000_000), Some(10));
        "partitions[0].unfiltereds[0].body.body.cells[0].simple.flags".to_owned()
    });
    // Only compaction of 6.0 writes it so.
    edited("ranges", Severity::Error, Check::Cells, |data| {
        let (_, cell) = simple(row(&mut data.partitions[0], 0));
        (cell.is_deleted, cell.is_expiring, cell.value) = (true, true, None);
        (cell.local_deletion_time, cell.ttl) = (Some(1_700_000_000), Some(0));
        "partitions[0].unfiltereds[0].body.body.cells[0].simple.flags".to_owned()
    });
    edited("ranges", Severity::Error, Check::Cells, |data| {
        let (_, cell) = simple(row(&mut data.partitions[0], 0));
        (cell.is_expiring, cell.use_row_ttl) = (true, true);
        "partitions[0].unfiltereds[0].body.body.cells[0].simple.flags".to_owned()
    });
    edited("ranges", Severity::Error, Check::Cells, |data| {
        row(&mut data.partitions[0], 0).body.timestamp = None;
        "partitions[0].unfiltereds[0].body.body.cells[0].simple.flags".to_owned()
    });
}

#[test]
fn paths_must_be_in_order() {
    for (case, ..) in [("collections", 0), ("lists", 0), ("udt_cells", 0)] {
        edited(case, Severity::Error, Check::Cells, |data| {
            let found = rows_of(data).find_map(|(p, u, row)| {
                let (c, column) = complex(row, 2)?;
                column.cells.as_mut()?.swap(0, 1);
                Some((p, u, c))
            });
            let (p, u, c) = found.unwrap();
            format!("partitions[{p}].unfiltereds[{u}].body.body.cells[{c}].cells[1].path")
        });
    }
}

#[test]
fn paths_and_values_must_be_valid() {
    // Lists have time UUIDs for paths, user types the numbers of their fields.
    edited("lists", Severity::Error, Check::Values, |data| {
        let found = rows_of(data).find_map(|(p, u, row)| {
            let (c, column) = complex(row, 1)?;
            column.cells.as_mut()?[0].path.as_mut()?.data[6] = 0x40;
            Some((p, u, c))
        });
        let (p, u, c) = found.unwrap();
        format!("partitions[{p}].unfiltereds[{u}].body.body.cells[{c}].cells[0].path.data")
    });
    edited("udt_cells", Severity::Error, Check::Cells, |data| {
        let found = rows_of(data).find_map(|(p, u, row)| {
            let (c, column) = complex(row, 1)?;
            let cells = column.cells.as_mut()?;
            cells.truncate(1);
            cells[0].path.as_mut()?.data = vec![0, 99];
            Some((p, u, c))
        });
        let (p, u, c) = found.unwrap();
        format!("partitions[{p}].unfiltereds[{u}].body.body.cells[{c}].cells[0].path.data")
    });
    edited("simple", Severity::Error, Check::Values, |data| {
        let found = rows_of(data).find_map(|(p, u, row)| {
            let at = row.body.cells.iter().position(|c| {
                let value = c.simple.as_ref().and_then(|c| c.value.as_ref());
                value.is_some_and(|v| v.data.len() > 2 && v.data.is_ascii())
            })?;
            row.body.cells[at].simple.as_mut()?.value.as_mut()?.data[0] = 0xff;
            Some((p, u, at))
        });
        let (p, u, c) = found.unwrap();
        format!("partitions[{p}].unfiltereds[{u}].body.body.cells[{c}].simple.value.data")
    });
    edited("counter", Severity::Error, Check::Values, |data| {
        let (p, u, row) = rows_of(data).next().unwrap();
        let (c, cell) = simple(row);
        let _ = cell.value.as_mut().unwrap().data.pop();
        format!("partitions[{p}].unfiltereds[{u}].body.body.cells[{c}].simple.value.data")
    });
}

#[test]
fn elements_of_sets_have_no_values() {
    edited("collections", Severity::Error, Check::Values, |data| {
        let found = rows_of(data).find_map(|(p, u, row)| {
            let at = row.body.cells.iter().position(|c| {
                c.cells.as_ref().is_some_and(|c| c.first().is_some_and(|c| c.value.is_none() && !c.is_deleted))
            })?;
            row.body.cells[at].cells.as_mut()?[0].value = Some(CellValue { data: vec![1], ..Default::default() });
            Some((p, u, at))
        });
        let (p, u, c) = found.unwrap();
        format!("partitions[{p}].unfiltereds[{u}].body.body.cells[{c}].cells[0].value")
    });
}

#[test]
fn keys_and_clusterings_must_be_valid() {
    edited("many_text_keys", Severity::Error, Check::Values, |data| {
        data.partitions[0].key.data[0] = 0xff;
        "partitions[0].key.data".to_owned()
    });
    edited("names_unicode", Severity::Error, Check::Values, |data| {
        let clustering = row(&mut data.partitions[0], 0).clustering.as_mut().unwrap();
        clustering.blocks[0].values[0].val.as_mut().unwrap().data[0] = 0xff;
        "partitions[0].unfiltereds[0].body.clustering.blocks[0].values[0].val.data".to_owned()
    });
}

#[test]
fn clustering_values_are_of_three_kinds() {
    edited("wide", Severity::Error, Check::Rows, |data| {
        let value = &mut row(&mut data.partitions[0], 0).clustering.as_mut().unwrap().blocks[0].values[0];
        (value.kind, value.val) = (3, None);
        "partitions[0].unfiltereds[0].body.clustering".to_owned()
    });
}

#[test]
fn a_subset_that_lacks_nothing_is_warned_of() {
    // Some columns missing becomes none missing, with as many bytes: only where the rest still decodes is it told so.
    let mut sample = plain("missing_cells");
    let fields = sample.fields(&Component::Data);
    let subset = fields.iter().find(|f| f.path.ends_with(".subset")).unwrap().path.clone();
    let _ = sample.set(&Component::Data, &subset, &[0]);
    assert!(sample.data_sealed().verify().is_damaged());
}

#[test]
fn a_cell_with_the_rows_expiration_expires() {
    breaks(Sample::load("oa", "ttl", 0), "row_ttl_of_live_cell", |data| {
        let mut cells = rows_of(data).flat_map(|(_, _, row)| &mut row.body.cells).filter_map(|c| c.simple.as_mut());
        cells.find(|cell| cell.use_row_ttl).unwrap().is_expiring = false;
    });
}

/// As DSE would write it: a table of Cassandra's, a column of which has one of DSE's types.
#[test]
fn values_of_dses_types_are_doubtful_at_most() {
    let mut sample = Sample::load("na", "one_row", 0).plain();
    let mut statistics = sample.statistics();
    for column in &mut statistics.header_mut().unwrap().regular_columns.columns {
        column.column_type = CqlType::new("org.apache.cassandra.db.marshal.PointType".to_owned()).unwrap();
    }
    sample.version = SstableVersion::find("aa").unwrap();
    let mut buffer = Buffer::default();
    statistics.encode(&mut buffer, &SstableStatisticsParams::new(sample.version)).unwrap();
    *sample.bytes(&Component::Statistics) = buffer.into_bytes();
    let report = sample.verify();
    assert_eq!(expect_rule(&report, "doubtful_value").severity, Severity::Warning);
}
