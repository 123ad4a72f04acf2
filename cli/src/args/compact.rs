use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::gc_grace::GcGrace;
use super::size;
use super::write::WriteArgs;

/// Merge the SSTables of a table to one, and purge what was deleted long ago
///
/// Goes by the rules of Cassandra's compaction. Deletions are kept for `--gc-grace` seconds, and while they may delete something in an
/// SSTable that is not read: other SSTables in the folders of those that are given are asked. What has expired by `--now` becomes a deletion.
/// If nothing is left, no SSTable is written. A table that is in several data directories is given with the folders of all of them.
///
/// A schema tells gc_grace_seconds, and when columns were dropped, whose older cells are left out: that of `--schema`, or one that is found as by
/// `query`. Rows of a materialized view without a live primary key stay.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES, override_usage = "cqlite compact [OPTIONS] -o <DIR> <PATH>...")]
pub struct CompactArgs {
    /// SSTables of one table: its directory, or component files
    #[arg(required = true, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// Take the table to be what the CREATE statements of this file say, instead of looking for them
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub schema: Vec<PathBuf>,

    #[command(flatten)]
    pub gc_grace: GcGrace,

    /// Begin a new SSTable after the partition with which Data.db has become longer, such as 160MiB [default: one SSTable]
    #[arg(long, value_name = "SIZE", value_parser = size::parse)]
    pub max_size: Option<u64>,

    /// Purge nothing unless all SSTables have been repaired
    #[arg(long)]
    pub only_purge_repaired: bool,

    #[command(flatten)]
    pub write: WriteArgs,
}

const EXAMPLES: &str = "\
Examples:
  cqlite compact data/ks/t-0123 -o new
  cqlite compact data/ks/t-0123 --gc-grace 0 --to da -o new
  cqlite compact nb-1-big-Data.db --max-size 160MiB --now 2026-01-31 -o new";
