//! Partitions, rows and markers that are asked for one by one are those that Cassandra's sstabledump has printed.

use std::io::Read;
use std::path::Path;

use cqlite_rows::clustering::{ClusteringPrefix, OwnedPrefix, PrefixValues};
use cqlite_rows::{Cell, DeletionTime, OpenDeletion, RangeTombstoneMarker, Row, Unfiltered};
use cqlite_runtime::marshal::{maybe_quote, MarshalType};
use cqlite_schema::{Cells, Column};
use cqlite_sstable::reader::{Bound, PartitionIterator, Slice};
use cqlite_sstable::Sstable;
use serde_json::{json, Map, Value};

#[test]
fn rows_are_those_of_sstabledump() {
    let mut seen = 0;
    for path in recorded(&cqlite_test_data::corpus()) {
        let name = path.to_string_lossy().into_owned();
        let expected = gunzip(&path);
        let sstable = Sstable::open(name.replace(".dump-t.json.gz", "-Data.db")).expect("an SSTable");
        let found = Shown { sstable: &sstable }.partitions();
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found, expected, "{name}");
        }
        assert_eq!(found.len(), expected.len(), "{name}");
        seen += 1;
    }
    assert!(seen > 150, "{seen} SSTables");
}

#[test]
fn what_is_left_of_a_partition_is_passed_over() {
    let sstable = Sstable::open(cqlite_test_data::corpus().join("nb/wide/nb-1-big-Data.db")).expect("an SSTable");
    let keys = |rows: usize| {
        let (mut partitions, mut keys) = (sstable.partitions(), Vec::new());
        while partitions.next_partition().expect("sound data") {
            keys.push((partitions.position(), partitions.key().to_vec()));
            for _ in 0..rows {
                assert!(partitions.next_unfiltered().expect("sound data").is_some());
            }
        }
        keys
    };
    assert_eq!(keys(0), keys(2));
}

#[test]
fn a_slice_is_what_lies_between_its_ends() {
    let mut slices = 0;
    for path in recorded(&cqlite_test_data::corpus()) {
        let name = path.to_string_lossy().replace(".dump-t.json.gz", "-Data.db");
        let sstable = Sstable::open(&name).expect("an SSTable");
        if sstable.schema().clustering.is_empty() || !sstable.comparator().is_known() {
            continue;
        }
        let mut partitions = sstable.partitions();
        while partitions.next_partition().expect("sound data") {
            let key = partitions.key().to_vec();
            let all = Found::all(&mut partitions);
            let some = all.iter().enumerate().filter(|(i, _)| i % (1 + all.len() / 5) == 0);
            for (i, read) in some {
                let width = if read.place.len() > 1 && i % 2 == 0 { 1 } else { read.place.len() };
                let values = (0..width).map(|i| read.place.value(i).map(<[u8]>::to_vec)).collect();
                let end = Bound { values, is_inclusive: i % 3 == 0 };
                for (start, end) in
                    [(Some(end.clone()), None), (None, Some(end.clone())), (Some(end.clone()), Some(end))]
                {
                    let slice = Slice { start, end };
                    slices += 1;
                    check_slice(&sstable, &key, &slice, &all, &name);
                }
            }
        }
    }
    assert!(slices > 1000, "{slices} slices");
}

/// What Cassandra's reader shows of a slice: what lies between its ends, and markers at the ends where a range deletion goes over them
/// (`AbstractSSTableIterator.ForwardReader`).
fn check_slice(sstable: &Sstable, key: &[u8], slice: &Slice, all: &[Found], name: &str) {
    let order =
        |read: &Found, end: Option<ClusteringPrefix<'_>>| end.map(|e| sstable.comparator().compare(&read.place, &e));
    let is_before = |read: &&Found| order(read, slice.lower()).is_some_and(|o| o.is_le());
    let is_behind = |read: &&Found| order(read, slice.upper()).is_some_and(|o| o.is_ge());
    let is_empty = slice.lower().zip(slice.upper()).is_some_and(|(l, u)| sstable.comparator().compare(&l, &u).is_gt());
    let mut expected: Vec<Found> = Vec::new();
    if !is_empty {
        let open = |read: Option<&Found>| read.and_then(|read| read.open);
        if let (Some(lower), Some(deletion)) = (slice.lower(), open(all.iter().take_while(is_before).last())) {
            expected.push(Found::marker(&lower, None, Some(deletion)));
        }
        expected.extend(all.iter().filter(|read| !is_before(read) && !is_behind(read)).cloned());
        if let (Some(upper), Some(deletion)) = (slice.upper(), open(all.iter().take_while(|r| !is_behind(r)).last())) {
            expected.push(Found::marker(&upper, Some(deletion), None));
        }
    }
    let mut found = sstable.partition(key, slice.clone()).expect("an index").expect("the key");
    assert!(found.next_partition().expect("sound data"), "{name}");
    assert_eq!(Found::all(&mut found), expected, "{name} {slice:?}");
    assert!(!found.next_partition().expect("sound data"), "{name}");
}

/// What has been read of a partition.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    place: OwnedPrefix,
    text: String,
    /// The deletion that is open behind it.
    open: Option<DeletionTime>,
}

impl Found {
    fn marker(place: &ClusteringPrefix<'_>, before: Option<DeletionTime>, after: Option<DeletionTime>) -> Self {
        let mut bound = OwnedPrefix::default();
        bound.copy_from(place);
        let marker = RangeTombstoneMarker { bound: bound.clone(), deletions: OpenDeletion { before, after } };
        Found { place: bound, text: format!("{marker:?}"), open: after }
    }

    fn all(partition: &mut PartitionIterator<'_>) -> Vec<Self> {
        let mut out = Vec::new();
        while let Some(unfiltered) = partition.next_unfiltered().expect("sound data") {
            let (place, text) = match unfiltered {
                Unfiltered::Row(row) => (row.clustering.clone(), format!("{row:?}")),
                Unfiltered::Marker(marker) => (marker.bound.clone(), format!("{marker:?}")),
            };
            out.push(Found { place, text, open: None });
            let open = partition.open_deletion();
            out.last_mut().expect("the one just read").open = open;
        }
        out
    }
}

/// sstabledump's texts with raw times, below a folder.
fn recorded(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = folder.read_dir().expect("the corpus").map(|e| e.expect("an entry").path());
    let each = |path: std::path::PathBuf| match path.is_dir() {
        true => recorded(&path),
        false => vec![path].into_iter().filter(|p| p.to_string_lossy().ends_with(".dump-t.json.gz")).collect(),
    };
    entries.flat_map(each).collect()
}

/// The partitions of a recorded text, without positions and what the table is.
fn gunzip(path: &Path) -> Vec<Value> {
    let mut text = String::new();
    let file = std::fs::File::open(path).expect("a recording");
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).expect("text");
    let mut partitions: Vec<Value> = serde_json::from_str(&text).expect("JSON");
    for partition in &mut partitions {
        partition.as_object_mut().expect("a partition").remove("table kind");
        partition["partition"].as_object_mut().expect("its head").remove("position");
        for row in partition["rows"].as_array_mut().expect("rows") {
            row.as_object_mut().expect("a row").remove("position");
            // Whether it had expired when it was printed is a matter of that day.
            row.pointer_mut("/liveness_info").map(|l| l.as_object_mut().map(|l| l.remove("expired")));
            for cell in row.get_mut("cells").and_then(Value::as_array_mut).into_iter().flatten() {
                cell.as_object_mut().expect("a cell").remove("expired");
            }
        }
    }
    partitions
}

/// An SSTable in the words of sstabledump.
struct Shown<'s> {
    sstable: &'s Sstable,
}

impl Shown<'_> {
    fn partitions(&self) -> Vec<Value> {
        let (mut partitions, mut out) = (self.sstable.partitions(), Vec::new());
        while partitions.next_partition().expect("sound data") {
            let mut head = Map::from_iter([("key".to_owned(), self.key(partitions.key()))]);
            put_deletion(&mut head, partitions.deletion());
            let mut rows: Vec<Value> = partitions.static_row().map(|row| self.row(row)).into_iter().collect();
            while let Some(unfiltered) = partitions.next_unfiltered().expect("sound data") {
                rows.push(match unfiltered {
                    Unfiltered::Row(row) => self.row(row),
                    Unfiltered::Marker(marker) => self.marker(marker),
                });
            }
            out.push(json!({ "partition": head, "rows": rows }));
        }
        out
    }

    fn key(&self, key: &[u8]) -> Value {
        match &self.sstable.header().key_type.marshal {
            MarshalType::Composite(types) => {
                // Each part is its length, its bytes and one byte more.
                let (mut rest, mut parts) = (key, Vec::new());
                for ty in types {
                    let len = usize::from(u16::from_be_bytes([rest[0], rest[1]]));
                    parts.push(text(ty, &rest[2..2 + len]));
                    rest = &rest[len + 3..];
                }
                json!(parts)
            }
            ty => json!([text(ty, key)]),
        }
    }

    fn row(&self, row: &Row) -> Value {
        let kind = if row.is_static() { "static_block" } else { "row" };
        let mut out = Map::from_iter([("type".to_owned(), json!(kind))]);
        if !row.is_static() && row.clustering.len() > 0 {
            let _ = out.insert("clustering".to_owned(), self.clustering(&row.clustering));
        }
        if !row.liveness.is_empty() {
            let mut liveness = Map::from_iter([("tstamp".to_owned(), json!(row.liveness.timestamp.to_string()))]);
            if row.liveness.is_expiring() {
                let _ = liveness.insert("ttl".to_owned(), json!(row.liveness.ttl));
                let _ = liveness.insert("expires_at".to_owned(), json!(row.liveness.local_expiration_time.to_string()));
            }
            let _ = out.insert("liveness_info".to_owned(), json!(liveness));
        }
        put_deletion(&mut out, row.deletion);
        let mut cells = Vec::new();
        for found in row.columns() {
            let column = &self.sstable.schema().columns(row.is_static())[found.index];
            let name = &*maybe_quote(column.name().expect("a name in UTF-8"));
            if let Some(deletion) = found.deletion {
                let mut cell = Map::from_iter([("name".to_owned(), json!(name))]);
                put_deletion(&mut cell, Some(deletion));
                cells.push(json!(cell));
            }
            cells.extend(found.cells().map(|cell| json!(self.cell(column, name, &cell, row))));
        }
        let _ = out.insert("cells".to_owned(), json!(cells));
        json!(out)
    }

    fn cell(&self, column: &Column, name: &str, cell: &Cell<'_>, row: &Row) -> Map<String, Value> {
        let mut out = Map::from_iter([("name".to_owned(), json!(name))]);
        let mut ty = &column.ty;
        match column.cells() {
            Cells::Simple => {}
            Cells::Collection { path, value } => {
                let _ = out.insert("path".to_owned(), json!([text(path, cell.path)]));
                ty = value;
            }
            Cells::Fields(user) => {
                let field = &user.fields[usize::from(u16::from_be_bytes([cell.path[0], cell.path[1]]))];
                let _ = out.insert("path".to_owned(), json!([field.name]));
                ty = &field.ty;
            }
        }
        if cell.is_tombstone() {
            let deletion = json!({ "local_delete_time": cell.local_deletion_time.to_string() });
            let _ = out.insert("deletion_info".to_owned(), deletion);
        } else {
            let _ = out.insert("value".to_owned(), value(ty, cell.value));
        }
        if row.liveness.is_empty() || cell.timestamp != row.liveness.timestamp {
            let _ = out.insert("tstamp".to_owned(), json!(cell.timestamp.to_string()));
        }
        if cell.is_expiring() && (row.liveness.is_empty() || cell.ttl != row.liveness.ttl) {
            let _ = out.insert("ttl".to_owned(), json!(cell.ttl));
            let _ = out.insert("expires_at".to_owned(), json!(cell.local_deletion_time.to_string()));
        }
        out
    }

    fn marker(&self, marker: &RangeTombstoneMarker) -> Value {
        use cqlite_format::common::PrefixKind as P;
        let side = |kind: &str, deletion| {
            let mut out = Map::from_iter([("type".to_owned(), json!(kind))]);
            if marker.bound.len() > 0 {
                let _ = out.insert("clustering".to_owned(), self.clustering(&marker.bound));
            }
            put_deletion(&mut out, deletion);
            json!(out)
        };
        let (before, after) = (marker.deletions.before, marker.deletions.after);
        let bound =
            |name: &str, kind: &str, deletion| json!({ "type": "range_tombstone_bound", name: side(kind, deletion) });
        let boundary = |end: &str, start: &str| {
            let (end, start) = (side(end, before), side(start, after));
            json!({ "type": "range_tombstone_boundary", "start": start, "end": end })
        };
        match marker.kind() {
            P::InclStartBound => bound("start", "inclusive", after),
            P::ExclStartBound => bound("start", "exclusive", after),
            P::InclEndBound => bound("end", "inclusive", before),
            P::ExclEndBound => bound("end", "exclusive", before),
            P::ExclEndInclStartBoundary => boundary("exclusive", "inclusive"),
            P::InclEndExclStartBoundary => boundary("inclusive", "exclusive"),
            kind => panic!("a marker of kind {kind:?}"),
        }
    }

    /// sstabledump shows the values that are missing at the end of a bound as stars.
    fn clustering(&self, prefix: &OwnedPrefix) -> Value {
        let types = &self.sstable.schema().clustering;
        let shown = types.iter().enumerate().map(|(i, ty)| match prefix.value(i) {
            _ if i >= prefix.len() => json!("*"),
            None => Value::Null,
            Some(bytes) => value(ty, bytes),
        });
        json!(shown.collect::<Vec<_>>())
    }
}

fn put_deletion(out: &mut Map<String, Value>, deletion: Option<DeletionTime>) {
    if let Some(deletion) = deletion {
        let info = json!({
            "marked_deleted": deletion.marked_for_delete_at.to_string(),
            "local_delete_time": deletion.local_deletion_time.to_string(),
        });
        let _ = out.insert("deletion_info".to_owned(), info);
    }
}

fn text(ty: &MarshalType, bytes: &[u8]) -> String {
    let mut out = Vec::new();
    cqlite_types::text::write(ty, bytes, &mut out).expect("a text");
    String::from_utf8(out).expect("UTF-8")
}

fn value(ty: &MarshalType, bytes: &[u8]) -> Value {
    let mut out = Vec::new();
    match cqlite_types::json::write(ty, bytes, &mut out) {
        Ok(()) => serde_json::from_slice(&out).expect("JSON"),
        Err(_) => Value::Null,
    }
}
