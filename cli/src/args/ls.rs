use std::path::PathBuf;

use clap::Args;

use super::gc_grace::GcGrace;

/// List tables and their SSTables: versions, sizes, rows, time range, droppable share
///
/// A line a table; with -l a line an SSTable. Rows, times and the share of tombstones that can be dropped are what
/// Statistics.db says: rows of several SSTables may be the same ones.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct LsArgs {
    /// Data, keyspace, table or snapshot directories, or component files of SSTables
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// A line an SSTable, with its level
    #[arg(short = 'l', long)]
    pub long: bool,

    /// List index tables, snapshots and backups below a directory as well
    #[arg(long)]
    pub all: bool,

    #[command(flatten)]
    pub gc_grace: GcGrace,

    /// Print a JSON object a line
    #[arg(long)]
    pub json: bool,
}

const EXAMPLES: &str = "\
Examples:
  cqlite ls data
  cqlite ls -l data/ks/t-0123 --gc-grace 3600
  cqlite ls -l --json data/ks | jq -s 'sort_by(-.size)[:10]'";
