use std::path::PathBuf;

use clap::Args;

/// Print rows as JSON, as sstabledump does: same flags, same text
///
/// SSTABLE is a component file of an SSTable (nb-1-big-Data.db), or a directory, whose SSTables are printed one after
/// the other.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct DumpArgs {
    /// SSTables to print
    #[arg(required = true, value_name = "SSTABLE")]
    pub sstables: Vec<PathBuf>,

    /// Print a partition on a line each (JSON lines)
    #[arg(short = 'l')]
    pub lines: bool,

    /// Print the partition keys only
    #[arg(short = 'e')]
    pub keys_only: bool,

    /// Print a row on a line each, as Cassandra shows them to its developers
    #[arg(short = 'd')]
    pub debug: bool,

    /// Print times as numbers instead of dates
    #[arg(short = 't')]
    pub raw_time: bool,

    /// Partition keys to print, all others are left out; parts of a key with colons between
    #[arg(short = 'k', value_name = "KEY", num_args = 1..=500, allow_negative_numbers = true)]
    pub include: Vec<String>,

    /// Partition keys to leave out
    #[arg(short = 'x', value_name = "KEY", num_args = 1..=500, allow_negative_numbers = true)]
    pub exclude: Vec<String>,
}

const EXAMPLES: &str = "\
Examples:
  cqlite dump data/ks/t-0123/nb-1-big-Data.db
  cqlite dump nb-1-big-Data.db -l -k alice bob | jq .rows
  cqlite dump nb-1-big-Data.db -e -o keys.json

-k and -x take all values that follow, so that SSTABLE comes first. Where several SSTables are printed, each is a JSON
document of its own.";
