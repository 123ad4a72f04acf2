//! The blocks that partitions are indexed in, and the rows in them.

use std::collections::BTreeMap;

use crate::leaf::Leaf;
use crate::proof::Sample;

/// A block of a partition.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Block {
    /// Where the partition begins in Data.db.
    pub partition: i64,
    /// Where the block begins, from there.
    pub offset: i64,
    /// What the index says of it.
    pub num_rows: Option<i64>,
}

/// Something in a partition.
struct Unfiltered {
    at: i64,
    has_body: bool,
    is_marker: bool,
}

/// Where the rows of each partition begin, by where the partition does. Static rows, which stand before all blocks, are no part of them.
pub struct Rows(BTreeMap<i64, Vec<i64>>);

impl Rows {
    pub fn of(sample: &Sample<'_>) -> Self {
        let mut partitions: BTreeMap<u64, (i64, BTreeMap<u64, Unfiltered>)> = BTreeMap::new();
        for leaf in sample.fields("Data.db") {
            let (partition, rest) = element(&leaf.path, "partitions").expect("a partition");
            let at = leaf.offset as i64;
            let (_, all) = partitions.entry(partition).or_insert_with(|| (at, BTreeMap::new()));
            let Some((number, rest)) = element(rest, "unfiltereds") else { continue };
            let none = Unfiltered { at, has_body: false, is_marker: false };
            let found = all.entry(number).or_insert(none);
            found.has_body |= rest.starts_with("body.");
            found.is_marker |= rest.starts_with("body.bound.");
        }
        let rows = |all: BTreeMap<u64, Unfiltered>| -> Vec<i64> {
            all.into_values().filter(|u| u.has_body && !u.is_marker).map(|u| u.at).collect()
        };
        Rows(partitions.into_values().map(|(start, all)| (start, rows(all))).collect())
    }

    /// Numbers of rows, by partition.
    pub fn counts(&self) -> Vec<(i64, i64)> {
        self.0.iter().map(|(at, rows)| (*at, rows.len() as i64)).collect()
    }

    /// Blocks with the numbers of their rows, in the order of Data.db.
    pub fn counted(&self, mut blocks: Vec<Block>) -> Vec<Block> {
        blocks.sort();
        let counted = |(i, block): (usize, &Block)| {
            let start = block.partition + block.offset;
            let next = blocks.get(i + 1).filter(|next| next.partition == block.partition);
            let end = next.map_or(i64::MAX, |next| next.partition + next.offset);
            let inside = self.0[&block.partition].iter().filter(|at| (start..end).contains(at));
            Block { num_rows: Some(inside.count() as i64), ..block.clone() }
        };
        blocks.iter().enumerate().map(counted).collect()
    }
}

impl Block {
    /// What Index.db or Rows.db says of blocks, as they stand there.
    pub fn all(sample: &Sample<'_>, component: &str) -> Vec<Self> {
        match component {
            "Index.db" => Self::promoted(&sample.fields(component)),
            _ => Self::payloads(&sample.fields(component)),
        }
    }

    fn promoted(leaves: &[Leaf]) -> Vec<Self> {
        let (mut partition, mut blocks) = (0, Vec::<Block>::new());
        for leaf in leaves {
            match leaf.kind().as_str() {
                "entries[].data_pos" => partition = leaf.number(),
                "entries[].promoted.blocks[].offset" => {
                    blocks.push(Block { partition, offset: leaf.number(), num_rows: None });
                }
                "entries[].promoted.blocks[].num_rows" => {
                    blocks.last_mut().expect("a block").num_rows = Some(leaf.number());
                }
                _ => {}
            }
        }
        blocks
    }

    fn payloads(leaves: &[Leaf]) -> Vec<Self> {
        let (mut waiting, mut blocks) = (Vec::<Block>::new(), Vec::new());
        for leaf in leaves {
            match leaf.kind().as_str() {
                "node@.row_payload.offset" => {
                    waiting.push(Block { partition: 0, offset: leaf.number(), num_rows: None });
                }
                "node@.row_payload.num_rows" => {
                    waiting.last_mut().expect("a block").num_rows = Some(leaf.number());
                }
                // The entry stands behind its trie.
                "entry@.data_pos" => {
                    blocks.extend(waiting.drain(..).map(|block| Block { partition: leaf.number(), ..block }));
                }
                _ => {}
            }
        }
        blocks
    }
}

/// The number of an element that a path begins with, and what follows.
fn element<'a>(path: &'a str, array: &str) -> Option<(u64, &'a str)> {
    let (number, rest) = path.strip_prefix(array)?.strip_prefix('[')?.split_once("].")?;
    Some((number.parse().expect("a number"), rest))
}
