use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::compression::CompressionArg;

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

    /// The version, such as nb or da [default: that of each SSTable]
    #[arg(long, value_name = "VERSION")]
    pub to: Option<String>,

    /// LZ4, Snappy, Deflate, Zstd or Noop, then a colon and the length of chunks in KiB; or none [default: as each SSTable]
    #[arg(long, value_name = "CODEC[:KIB]")]
    pub compression: Option<CompressionArg>,

    /// Length of the blocks of row indexes in KiB (column_index_size) [default: Cassandra's, 64 in BIG, 16 in BTI]
    #[arg(long, value_name = "KIB", value_parser = clap::value_parser!(u64).range(1..=1 << 20))]
    pub column_index_size: Option<u64>,
}

const EXAMPLES: &str = "\
Examples:
  cqlite rewrite data/ks/t-0123 --to oa -o new
  cqlite rewrite da-1-bti-Data.db --to nb --compression Zstd:64 -o new
  cqlite rewrite nb-1-big-Data.db --compression none -o new";
