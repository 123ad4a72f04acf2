use std::ffi::OsString;

use clap::{Args, ValueHint};

/// Print the partition of a key, or some rows of it, of each SSTable that has it
///
/// Each SSTable is asked by its filter and its index; a row index leads to the rows. Prints JSON as dump does, each partition with what
/// names its SSTable. That none has it is an answer too: an empty list, a note on standard error, and the exit code 0.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES, override_usage = USAGE)]
pub struct GetArgs {
    /// SSTables: component files or directories. Then the partition key, parts of it with colons between, colons in them as `\:`, or
    /// the list that dump prints. Then values of the first clustering columns
    #[arg(
        required = true,
        num_args = 1..,
        value_name = "SSTABLE… KEY [CLUSTERING…]",
        value_hint = ValueHint::FilePath,
        allow_negative_numbers = true
    )]
    pub args: Vec<OsString>,

    /// The key and clustering values, where they begin with a dash or are names of files
    #[arg(last = true, value_name = "KEY [CLUSTERING…]")]
    pub key: Vec<OsString>,

    /// Rows from this value on, of the clustering column after those that are given
    #[arg(long, value_name = "VALUE", value_hint = ValueHint::Other, allow_negative_numbers = true)]
    pub from: Option<String>,

    /// Rows up to this value, which belongs to them
    #[arg(long, value_name = "VALUE", value_hint = ValueHint::Other, allow_negative_numbers = true)]
    pub to: Option<String>,

    /// Take key and values for literals of CQL or JSON only, with texts in quotes: 'alice' is then alice
    #[arg(long)]
    pub literal: bool,

    /// Print a partition on a line (JSON lines)
    #[arg(short = 'l')]
    pub lines: bool,

    /// Print times as numbers instead of dates
    #[arg(short = 't')]
    pub raw_time: bool,
}

const USAGE: &str = "cqlite get [OPTIONS] <SSTABLE>... [--] <KEY> [CLUSTERING]...";

const EXAMPLES: &str = "\
Examples:
  cqlite get data/ks/t-0123 alice
  cqlite get -l nb-1-big-Data.db da-1-bti-Data.db alice 2024 | jq .rows
  cqlite get data/ks/t-0123 alice --from 3 --to 7
  cqlite get data/ks/t-0123 -- -1:x
  cqlite get data/ks/t-0123 --literal \"'alice'\" 2024

Keys and values may be spelled as dump prints them (in JSON: '[1, \"a\"]', {\"n\": 1}), or as CQL does: 0xcafe, 2024-01-31, (1, 'a'), {n: 1}.
Where a text may mean two values, such as 'alice' with its quotes or without, nothing is looked up unless --literal says which.

The first argument is an SSTable, and so are those after it that are names of files or directories, or spelled like a
component (nb-2-big-Data.db), up to the key. Where a
range of rows has been deleted that goes over an end of what is printed, a bound of it stands there. Without a
row that was asked for, what is said of the partition is printed: its deletion and its static row.";
