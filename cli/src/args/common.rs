use std::path::PathBuf;

use clap::{ArgAction, Args, ValueEnum, ValueHint};

use crate::time;

/// Flags of all commands.
#[derive(Debug, Args)]
#[command(next_help_heading = "Common options")]
pub struct Common {
    /// Write to this file instead of standard output (commands that write SSTables: to this folder); it appears when it is complete
    #[arg(short, long, value_name = "PATH", global = true)]
    pub output: Option<PathBuf>,

    /// The clock by which TTLs expire: seconds since 1970, or a date such as 2026-01-31T12:00:00Z [default: now]
    #[arg(long, value_name = "TIME", global = true, value_hint = ValueHint::Other, value_parser = time::parse, allow_negative_numbers = true)]
    pub now: Option<i64>,

    /// Say nothing but results and errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,

    /// Say more
    #[arg(short, long, global = true, action = ArgAction::SetTrue)]
    pub verbose: bool,

    /// Colours: `auto` is on a terminal, unless NO_COLOR is set
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: When,

    /// A progress bar on standard error: `auto` is on a terminal that is not used for results
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub progress: When,
}

/// When to do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}

impl Common {
    /// The clock, in seconds since 1970.
    pub fn now(&self) -> i64 {
        self.now.unwrap_or_else(time::now)
    }
}
