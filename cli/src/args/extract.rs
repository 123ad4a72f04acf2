use std::path::PathBuf;

use clap::{ArgGroup, Args, ValueHint};

use super::write::WriteArgs;

/// Write some partitions of SSTables to new ones
///
/// Of each SSTable that has some of them comes one in the folder that `-o` names, numbered after those that are there; their indexes
/// lead to them. SSTables are not merged: deletions in one go with it. What is there of the keys is written, whether all are there or not; a note
/// names each that is in no SSTable, and the exit code is 0.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES, override_usage = "cqlite extract [OPTIONS] <--key <KEY>|--keys <FILE>|--tokens <A:B>> -o <DIR> <PATH>...")]
#[command(group = ArgGroup::new("part").required(true).multiple(true).args(["key", "keys", "tokens"]))]
pub struct ExtractArgs {
    /// SSTables: component files, or directories
    #[arg(required = true, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// A partition key as dump prints it, parts of it with colons between; can be given several times
    #[arg(long, value_name = "KEY", allow_hyphen_values = true)]
    pub key: Vec<String>,

    /// A file with a key in each line
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub keys: Option<PathBuf>,

    /// All partitions with tokens after A, up to B, around the ring if A is not before B; can be given several times
    #[arg(long, value_name = "A:B", allow_hyphen_values = true, conflicts_with_all = ["key", "keys"])]
    pub tokens: Vec<String>,

    #[command(flatten)]
    pub write: WriteArgs,
}

const EXAMPLES: &str = "\
Examples:
  cqlite extract data/ks/t-0123 --key alice --key bob -o new
  cqlite extract data/ks/t-0123 --key alice --to oa -o new
  cqlite extract nb-1-big-Data.db --tokens -9223372036854775808:0 -o new";
