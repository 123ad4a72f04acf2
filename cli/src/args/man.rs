use clap::{Args, ValueHint};

/// Print the manual page of the program, or of one of its commands
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct ManArgs {
    /// The command
    #[arg(value_name = "COMMAND", value_hint = ValueHint::Other)]
    pub command: Option<String>,
}

const EXAMPLES: &str = "\
Examples:
  cqlite man | man -l -
  cqlite man dump | man -l -
  cqlite man dump -o cqlite-dump.1";
