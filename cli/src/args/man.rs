use clap::Args;

/// Print the manual, all commands in one page
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct ManArgs {}

const EXAMPLES: &str = "\
Examples:
  cqlite man -o cqlite.1
  cqlite man | man -l -";
