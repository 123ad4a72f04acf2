use std::path::PathBuf;

use clap::Args;

/// Find out whether SSTables are intact
///
/// Digests, checksums of chunks, order, sizes, index against data, no false negative in the filter, bounds of the
/// statistics. Damage is printed with component, offset and field, and makes the exit code 3; warnings do not. Findings
/// that are alike are printed once, with their number; -v and --json give each.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct VerifyArgs {
    /// SSTables: component files, or directories
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// Check everything but rows: checksums, metadata, the index in itself
    #[arg(long)]
    pub quick: bool,

    /// Check SSTables of index tables, snapshots and backups below a directory as well
    #[arg(long)]
    pub all: bool,

    /// Print a JSON object a line for each SSTable, which names the rule that each finding breaks
    #[arg(long)]
    pub json: bool,
}

const EXAMPLES: &str = "\
Examples:
  cqlite verify data/ks/t-0123
  cqlite verify --quick /backups/2026-01-31
  cqlite verify --all data/ks
  cqlite verify nb-1-big-Data.db --json | jq '.findings[]'";
