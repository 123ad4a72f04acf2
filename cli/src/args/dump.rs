use std::path::PathBuf;

use clap::{Args, ValueHint};

/// Print rows as JSON, as sstabledump does: same flags, same text
///
/// SSTABLE is a component file of an SSTable (nb-1-big-Data.db), or a directory, whose SSTables are printed one after
/// the other. A note on standard error names each KEY of -k that is in none of them; the exit code is 0 then, as sstabledump's.
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

    /// A partition key to print, all others are left out; parts of a key with colons between, colons in them as `\:`
    #[arg(short = 'k', value_name = "KEY", value_hint = ValueHint::Other)]
    pub include: Vec<String>,

    /// A partition key to leave out
    #[arg(short = 'x', value_name = "KEY", value_hint = ValueHint::Other)]
    pub exclude: Vec<String>,
}

const EXAMPLES: &str = "\
Examples:
  cqlite dump data/ks/t-0123/nb-1-big-Data.db
  cqlite dump nb-1-big-Data.db -l -k alice bob | jq .rows
  cqlite dump -l -k alice nb-1-big-Data.db
  cqlite dump nb-1-big-Data.db -e -o keys.json

Behind SSTABLE, -k and -x take all values that follow, as those of sstabledump do, and before it one each. A value may
begin with a dash, such as -1:x; where it is spelled like a flag it is -k=-d. -e prints all keys, whatever -k and -x say.
Where several SSTables are printed, each is a JSON document of its own.";
