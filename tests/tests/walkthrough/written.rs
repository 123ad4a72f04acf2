//! Values that only the new versions have a place for.

use serde_json::{json, Value};

use crate::blocks::{Block, Rows};
use crate::leaf::Leaf;
use crate::product::Product;
use crate::proof::Sample;

/// Which part of Statistics.db an SSTable may have more.
const LINEAGE: &str = r#"{"kind":"lineage","body":{"lineage_metadata":{"parents":[{"data":"6f612d31"},{"data":""}]}}}"#;

/// What fields of a kind hold, in the order of the file.
#[derive(Debug)]
pub struct Written {
    pub component: &'static str,
    /// How their paths end, without the numbers of elements.
    end: &'static str,
    values: Vec<Value>,
}

impl Written {
    fn new(component: &'static str, end: &'static str, values: impl IntoIterator<Item = Value>) -> Self {
        Written { component, end, values: values.into_iter().collect() }
    }

    /// That the fields of a component hold it.
    pub fn is_in(&self, leaves: &[Leaf], who: &str) {
        let mut found: Vec<&Leaf> = leaves.iter().filter(|leaf| leaf.kind().ends_with(self.end)).collect();
        found.sort_by_key(|leaf| leaf.offset);
        assert!(!found.is_empty(), "{who}: no {}", self.end);
        assert_eq!(found.len(), self.values.len(), "{who}: fields {}", self.end);
        for (leaf, value) in found.iter().zip(&self.values) {
            assert_eq!(leaf.value, *value, "{who}: {}", leaf.path);
        }
    }
}

/// Values in turn, as many as there are fields to take them, without those that stand for nothing.
fn in_turn(values: &[Value], count: usize) -> Vec<Value> {
    values.iter().cycle().take(count).filter(|value| !value.is_null()).cloned().collect()
}

/// As an argument.
fn setting(path: &str, values: &[Value]) -> String {
    let values: Vec<String> = values.iter().map(ToString::to_string).collect();
    format!("{path}={}", values.join(" "))
}

/// An SSTable in a version that `exercise.patch` makes up, in which all fields that are new have values: numbers of rows that are those of
/// the partitions and blocks, positions that are those of the partitions, and others that nothing else tells.
pub fn written<'a>(product: &'a Product, name: &str, version: &str) -> (Sample<'a>, Vec<Written>) {
    let (origins, revisions) =
        ([json!(7), json!(null), json!(300)], [json!(null), json!(1), json!(1_u64 << 56), json!(0)]);
    let mut settings = vec![setting("row_body.origin", &origins), setting("cell.revision", &revisions)];
    // Where things are in Data.db, and how many, does not depend on what the other components have.
    let plain = Sample::with(product, name, version, &settings);
    let rows = Rows::of(&plain);
    let data = plain.fields("Data.db");
    let count = |end: &str| data.iter().filter(|leaf| leaf.kind().ends_with(end)).count();
    let mut all = vec![
        Written::new("Data.db", ".body.body.origin", in_turn(&origins, count(".body.body.prev_len"))),
        Written::new("Data.db", ".cells[].simple.revision", in_turn(&revisions, count(".cells[].simple.flags"))),
    ];

    settings.push(format!("sstable_statistics.toc+={LINEAGE}"));
    all.push(Written::new("Statistics.db", "toc[].body.parents[].data", [json!("6f612d31"), json!("")]));

    let chunks =
        plain.fields("CompressionInfo.db").iter().filter(|leaf| leaf.kind() == "narrow_chunk_offsets[]").count();
    let checksums: Vec<Value> = (0..chunks).map(|i| json!(0xdead_0000_u32 + i as u32)).collect();
    settings.push(format!("sstable_compression_info.chunk_checksums={}", json!(checksums)));
    all.push(Written::new("CompressionInfo.db", "chunk_checksums[]", checksums));
    settings.push("stored_chunk.chunk_flags=1 255".to_owned());
    all.push(Written::new(CHUNKS, "chunks[].stored.chunk_flags", in_turn(&[json!(1), json!(255)], chunks)));

    match version {
        "zb" => big(&plain, &rows, &mut settings, &mut all),
        _ => bti(&plain, &rows, &mut settings, &mut all),
    }
    (Sample::with(product, name, version, &settings), all)
}

/// Data.db as it is stored.
pub const CHUNKS: &str = "chunks of Data.db";

/// Numbers of rows, some of which are not told.
fn told(blocks: &[Block]) -> Vec<Value> {
    let told = |(i, block): (usize, &Block)| if i % 3 == 1 { json!(null) } else { json!(block.num_rows) };
    blocks.iter().enumerate().map(told).collect()
}

fn big(plain: &Sample<'_>, rows: &Rows, settings: &mut Vec<String>, all: &mut Vec<Written>) {
    let numbers = told(&rows.counted(Block::all(plain, "Index.db")));
    settings.push(setting("index_info.num_rows", &numbers));
    let numbers = numbers.into_iter().filter(|number| !number.is_null());
    all.push(Written::new("Index.db", "entries[].promoted.blocks[].num_rows", numbers));

    settings.push("sstable_index::entry.is_pinned=true false".to_owned());
    let index = plain.fields("Index.db");
    let flags = index.iter().filter(|leaf| leaf.kind() == "entries[].flags").enumerate();
    let flags = flags.map(|(i, leaf)| json!(leaf.number() | if i % 2 == 0 { 2 } else { 0 }));
    all.push(Written::new("Index.db", "entries[].flags", flags));

    // The summary has the first partition, and each 128th after it.
    let positions: Vec<Value> = rows.counts().iter().step_by(128).map(|(at, _)| json!(at)).collect();
    settings.push(setting("sstable_summary::entry.data_pos", &positions));
    all.push(Written::new("Summary.db", "entries[].data_pos", positions));
}

fn bti(plain: &Sample<'_>, rows: &Rows, settings: &mut Vec<String>, all: &mut Vec<Written>) {
    let stored = Block::all(plain, "Rows.db");
    let blocks = rows.counted(stored.clone());
    let number = |block: &Block| json!(block.num_rows);
    settings.push(setting("row_payload.num_rows", &blocks.iter().map(number).collect::<Vec<_>>()));
    // Nodes do not stand in the order of the blocks.
    let is = |a: &Block, b: &Block| (a.partition, a.offset) == (b.partition, b.offset);
    let numbers = stored.iter().map(|node| number(blocks.iter().find(|block| is(block, node)).expect("a block")));
    all.push(Written::new("Rows.db", "node@.row_payload.num_rows", numbers));

    let numbers: Vec<Value> = rows.counts().iter().map(|(_, count)| json!(count)).collect();
    settings.push(setting("partition_payload.num_rows", &numbers));
    all.push(Written::new("Partitions.db", "node@.partition_payload.num_rows", numbers));
    settings.push("bti_partitions::footer.depth=4294967295".to_owned());
    all.push(Written::new("Partitions.db", "footer.depth", [json!(u32::MAX)]));
}

/// SSTable, version, setting, and what is said of it.
pub const REFUSED: [(&str, &str, &str, &str); 22] = [
    // More than the field holds.
    ("oa/wide", "zb", "row_body.origin=-1", "-1 is no u64"),
    ("da/wide", "zc", "cell.revision=18446744073709551616", " is no u64"),
    ("oa/wide", "zb", "stored_chunk.chunk_flags=256", "256 is no u8"),
    ("oa/wide", "zb", "sstable_compression_info.chunk_checksums=[4294967296]", "4294967296 is no u32"),
    ("oa/wide", "zb", "index_info.num_rows=-4", "-4 is no u64"),
    ("oa/wide", "zb", "sstable_index::entry.is_pinned=2", "2 is no bool"),
    ("oa/wide", "zb", "sstable_summary::entry.data_pos=9223372036854775808", " is no i64"),
    ("da/wide", "zc", "row_payload.num_rows=4294967296", "4294967296 is no u32"),
    ("da/wide", "zc", "partition_payload.num_rows=65536", "65536 is no u16"),
    ("da/wide", "zc", "bti_partitions::footer.depth=-3", "-3 is no u32"),
    // What contradicts the rest of the file.
    (
        "oa/wide",
        "zb",
        "sstable_compression_info.chunk_checksums=[1,2]",
        "field chunk_checksums of sstable_compression_info: length 2 where 3",
    ),
    ("oa/wide", "zb", "sstable_index::entry.unknown_flags=1", "field flags of entry: "),
    (
        "oa/wide",
        "zb",
        r#"sstable_statistics.toc+={"kind":"header","body":{"lineage_metadata":{}}}"#,
        "field body of toc_entry: a value is given where none can be written",
    ),
    // What an older version has no place for.
    ("oa/wide", "oa", "row_body.origin=7", "field origin of row_body: the version has no place for the value"),
    ("da/wide", "da", "row_body.origin=7", "field origin of row_body: the version has no place for the value"),
    ("oa/wide", "pa", "cell.revision=7", "field revision of cell: the version has no place for the value"),
    ("da/wide", "ea", "cell.revision=7", "field revision of cell: the version has no place for the value"),
    (
        "oa/wide",
        "oa",
        "stored_chunk.chunk_flags=9",
        "field chunk_flags of stored_chunk: the version has no place for the value",
    ),
    ("oa/wide", "oa", "index_info.num_rows=4", "field num_rows of index_info: the version has no place for the value"),
    (
        "oa/wide",
        "oa",
        "sstable_index::entry.is_pinned=true",
        "field flags of entry: the version has no place for the value",
    ),
    (
        "oa/wide",
        "pa",
        r#"sstable_statistics.toc+={"kind":"lineage","body":{"lineage_metadata":{}}}"#,
        "field kind of toc_entry: the version has no place for the value",
    ),
    (
        "da/wide",
        "da",
        r#"sstable_statistics.toc+={"kind":"lineage","body":{"lineage_metadata":{}}}"#,
        "field kind of toc_entry: the version has no place for the value",
    ),
];

/// What is left out where an older version has no place for it (`-droppable`).
pub const DROPPED: [(&str, &str, &str); 5] = [
    ("oa/wide", "oa", "sstable_compression_info.chunk_checksums=[1,2,3]"),
    ("oa/wide", "oa", "sstable_summary::entry.data_pos=3"),
    ("da/wide", "da", "row_payload.num_rows=3"),
    ("da/wide", "da", "partition_payload.num_rows=3"),
    ("da/wide", "da", "bti_partitions::footer.depth=3"),
];
