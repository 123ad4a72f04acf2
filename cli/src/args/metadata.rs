use std::path::PathBuf;

use clap::Args;

use super::gc_grace::GcGrace;

/// Print what is known of SSTables without reading their rows, but for -s
///
/// First the lines of sstablemetadata, in its order and with its values (times in UTC); then, after an empty line, what
/// that tool does not print: columns with CQL types, chunks, Bloom filter, summary or trie, sizes of the files. Of an
/// SSTable that is named by one of its files no more than Statistics.db need be there.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct MetadataArgs {
    /// SSTables: component files, or directories
    #[arg(required = true, value_name = "SSTABLE")]
    pub sstables: Vec<PathBuf>,

    #[command(flatten)]
    pub gc_grace: GcGrace,

    /// Read all rows as well: count partitions, rows, cells and tombstones, and name the partitions with the most
    #[arg(short = 's', long)]
    pub scan: bool,

    /// Print a JSON object a line for each SSTable, with every field of the statistics under its name in the
    /// specification
    #[arg(long)]
    pub json: bool,
}

const EXAMPLES: &str = "\
Examples:
  cqlite metadata nb-1-big-Data.db
  cqlite metadata -s data/ks/t-0123
  cqlite metadata data/ks/t-0123 --json | jq '[.sstable, .statistics.stats.total_rows]'
  cqlite metadata nb-1-big-Statistics.db --now 2026-01-31T00:00:00Z";
