//! The `cqlite` command.

mod args;
mod closed;
mod columns;
mod commands;
mod destination;
mod failure;
mod inputs;
mod interrupt;
mod output;
mod progress;
mod session;
mod terminal;
mod text_file;
mod time;
mod usage;
mod words;

use std::process::ExitCode;

use clap::Parser;

use args::Cli;
use session::Session;

fn main() -> ExitCode {
    let cli = match Cli::try_parse_from(args::spell_out(std::env::args_os())) {
        Ok(cli) => cli,
        Err(e) => return ExitCode::from(usage::say(e).code()),
    };
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
