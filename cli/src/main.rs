//! The `cqlite` command.

mod args;
mod commands;
mod failure;
mod inputs;
mod interrupt;
mod output;
mod printable;
mod progress;
mod session;
mod time;

use std::process::ExitCode;

use clap::Parser;

use args::Cli;
use session::Session;

fn main() -> ExitCode {
    // Wrong usage ends here, with exit code 2.
    let cli = Cli::parse();
    interrupt::install();
    let mut session = Session::new(&cli.common);
    if let Err(failure) = commands::run(cli.command, &mut session) {
        if !interrupt::is_set() {
            session.fail(failure);
        }
    }
    session.progress.clear();
    ExitCode::from(session.exit().code())
}
