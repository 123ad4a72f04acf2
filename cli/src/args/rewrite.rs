use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::write::WriteArgs;

/// Write SSTables anew: in another version, up or down, or compressed otherwise
///
/// Each SSTable becomes one in the folder that `-o` names, numbered after those that are there. What the version cannot have is an error
/// that names it: nothing is left out. Nothing that is there is written over, and until all of an SSTable is there none of it is.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES, override_usage = "cqlite rewrite [OPTIONS] -o <DIR> <PATH>...")]
pub struct RewriteArgs {
    /// SSTables: component files, or directories
    #[arg(required = true, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    #[command(flatten)]
    pub write: WriteArgs,
}

const EXAMPLES: &str = "\
Examples:
  cqlite rewrite data/ks/t-0123 --to oa -o new
  cqlite rewrite da-1-bti-Data.db --to nb --compression Zstd:64 -o new
  cqlite rewrite nb-1-big-Data.db --compression none -o new";
