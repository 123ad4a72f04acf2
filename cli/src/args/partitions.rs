use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use super::gc_grace::GcGrace;

/// Name the largest partitions of each table, and those with the most tombstones
///
/// Over all SSTables of a table: a partition's bytes are the sum of what each of them has, uncompressed. Bytes come from the indexes; where
/// those that are named begin and end is checked in the data. Rows, cells and tombstones are counted by reading all rows (--scan), as often as they are stored: a row in two SSTables counts twice.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct PartitionsArgs {
    /// Data, keyspace, table or snapshot directories, or component files of SSTables
    #[arg(required = true, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// How many partitions of each table to print
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
    pub top: u32,

    /// What makes a partition large; all but bytes needs --scan
    #[arg(long, value_name = "MEASURE", default_value = "bytes")]
    pub by: MeasureArg,

    /// Read all rows, and count them, their cells and tombstones
    #[arg(long)]
    pub scan: bool,

    #[command(flatten)]
    pub gc_grace: GcGrace,

    /// Look at index tables, snapshots and backups below a directory as well
    #[arg(long)]
    pub all: bool,

    /// Print a JSON object a line: one a partition, and one a table with its sums
    #[arg(long)]
    pub json: bool,
}

/// What partitions are ranked by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MeasureArg {
    Bytes,
    Rows,
    Cells,
    Tombstones,
}

const EXAMPLES: &str = "\
Examples:
  cqlite partitions data
  cqlite partitions data/ks/t-0123 --top 3 --by tombstones --scan --gc-grace 3600
  cqlite partitions data/ks --json | jq -s 'map(select(.bytes > 100000000))'

Tombstones are deletions of partitions, ranges, rows, columns of several cells, and cells, and rows and cells whose TTL is over at --now.
Those that are older than --gc-grace are droppable, as far as no older data in other SSTables needs them.
The key is spelled as get takes it. Tries have no keys: of several SSTables in BTI the heads of all partitions are read from Data.db.";
