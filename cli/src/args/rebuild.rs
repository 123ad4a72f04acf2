use std::path::PathBuf;

use clap::{Args, ValueHint};
use cqlite::partitioner::Partitioner;

/// Make Index, Summary, Filter, or the tries, Statistics, TOC, Digest and CRC anew from Data.db
///
/// Without `-o` the components that are missing are written beside the SSTable, and those that there are stay as they are. With `-o`
/// Data.db and CompressionInfo.db are copied to that folder, and all others made there. Data.db has to be intact. The columns, and what
/// times are stored relative to, stand in Statistics.db alone: where that is lost, that of a copy of this very SSTable is needed.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct RebuildArgs {
    /// SSTables: component files, or directories
    #[arg(required = true, value_name = "SSTABLE", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// A copy of the SSTable, such as a snapshot's, whose Statistics.db is taken; its Digest.crc32 has to be that of Data.db
    #[arg(long, value_name = "SSTABLE", value_hint = ValueHint::AnyPath)]
    pub header_of: Option<PathBuf>,

    /// The partitioner, such as Murmur3Partitioner, where Statistics.db is damaged and does not prove which it is
    #[arg(long, value_name = "CLASS", value_parser = Partitioner::from_class_name, conflicts_with = "header_of")]
    pub partitioner: Option<Partitioner>,

    /// Length of the blocks of row indexes in KiB (column_index_size) [default: as the old index has; else Cassandra's, 64 in BIG, 16 in BTI]
    #[arg(long, value_name = "KIB", value_parser = clap::value_parser!(u64).range(1..=1 << 20))]
    pub column_index_size: Option<u64>,

    /// Do all but write: say what would be written, with the exit code that it would have
    #[arg(long)]
    pub dry_run: bool,
}

const EXAMPLES: &str = "\
Examples:
  cqlite rebuild nb-1-big-Data.db
  cqlite rebuild data/ks/t-0123 -o new
  cqlite rebuild -v nb-1-big-Data.db --header-of /backups/2026-01-31/nb-1-big-Statistics.db -o new";
