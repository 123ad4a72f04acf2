use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::size;
use super::write::WriteArgs;

/// Write SSTables anew as several smaller ones
///
/// Of each SSTable come some in the folder that `-o` names, numbered after those that are there. A new one begins after the partition with
/// which Data.db has become longer than `--size`, as with sstablesplit: a partition is never divided.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES, override_usage = "cqlite split [OPTIONS] --size <SIZE> -o <DIR> <PATH>...")]
pub struct SplitArgs {
    /// SSTables: component files, or directories
    #[arg(required = true, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// Length of a new Data.db, such as 50MiB
    #[arg(long, value_name = "SIZE", value_parser = size::parse)]
    pub size: u64,

    #[command(flatten)]
    pub write: WriteArgs,
}

const EXAMPLES: &str = "\
Examples:
  cqlite split nb-1-big-Data.db --size 50MiB -o new
  cqlite split data/ks/t-0123 --size 1GiB --compression Zstd -o new";
