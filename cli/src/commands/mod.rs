//! What the commands do, one file each.

mod compact;
mod completions;
mod dump;
mod extract;
mod get;
mod inspect;
mod ls;
mod man;
mod metadata;
mod missing;
mod new_sstables;
mod partitions;
mod query;
mod rebuild;
mod rewrite;
mod salvage;
mod schema;
mod split;
mod verify;

use crate::args::Command;
use crate::failure::Failure;
use crate::session::Session;

/// Runs a command.
///
/// # Errors
/// What ends it; what it went on after has been reported to the session.
pub fn run(command: Command, session: &mut Session<'_>) -> Result<(), Failure> {
    match command {
        Command::Query(args) => query::run(args, session),
        Command::Schema(args) => schema::run(args, session),
        Command::Ls(args) => ls::run(&args, session),
        Command::Dump(args) => dump::run(args, session),
        Command::Get(args) => get::run(&args, session),
        Command::Metadata(args) => metadata::run(&args, session),
        Command::Partitions(args) => partitions::run(&args, session),
        Command::Inspect(args) => inspect::run(&args, session),
        Command::Verify(args) => verify::run(&args, session),
        Command::Rewrite(args) => rewrite::run(&args, session),
        Command::Compact(args) => compact::run(&args, session),
        Command::Extract(args) => extract::run(&args, session),
        Command::Split(args) => split::run(&args, session),
        Command::Rebuild(args) => rebuild::run(&args, session),
        Command::Salvage(args) => salvage::run(&args, session),
        Command::Completions(args) => completions::run(&args, session),
        Command::Man(args) => man::run(&args, session),
    }
}
