use std::path::PathBuf;

use clap::{Args, ValueHint};
use cqlite::partitioner::Partitioner;

use super::write::WriteArgs;

/// Take out of damaged SSTables what is provably intact, and say what is lost
///
/// All partitions of which every byte is proven go to a new SSTable in the folder that `-o` names: by checksums of chunks, by the digest or
/// CRC.db. Where none of these is left nothing is kept without `--unproven`. A partition of which a part is damaged
/// is lost as a whole: what is left of it would lack the deletions that were in the other part. What is lost is printed with its bytes, and the
/// keys and tokens around it; if anything is, the exit code is 3.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES, override_usage = "cqlite salvage [OPTIONS] -o <DIR> <SSTABLE>...")]
pub struct SalvageArgs {
    /// SSTables: component files, or directories
    #[arg(required = true, value_name = "SSTABLE", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// A copy of the SSTable, such as a snapshot's, whose Statistics.db is taken; its Digest.crc32 has to be that of the SSTable
    #[arg(long, value_name = "SSTABLE", value_hint = ValueHint::AnyPath)]
    pub header_of: Option<PathBuf>,

    /// The partitioner, such as Murmur3Partitioner, where Statistics.db is damaged and does not prove which it is
    #[arg(long, value_name = "CLASS", value_parser = Partitioner::from_class_name, conflicts_with = "header_of")]
    pub partitioner: Option<Partitioner>,

    /// Without any checksum keep what decodes, is in order and where the index has it: values may be wrong
    #[arg(long)]
    pub unproven: bool,

    #[command(flatten)]
    pub write: WriteArgs,

    /// Print a JSON object a line for each SSTable
    #[arg(long)]
    pub json: bool,
}

const EXAMPLES: &str = "\
Examples:
  cqlite salvage nb-1-big-Data.db -o new
  cqlite salvage data/ks/t-0123 -o new --json | jq '.losses[]'
  cqlite salvage nb-1-big-Data.db --header-of /backups/2026-01-31/nb-1-big-Statistics.db -o new";
