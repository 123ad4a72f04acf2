//! The project's chores: `cargo xtask test` runs every check, and installs what they need by itself.

mod bench;
mod bless;
mod check;
mod command;
mod corpus;
mod fuzz;
mod mutate;
mod options;
mod page;
mod setup;
mod spec;
mod stop;
mod workspace;

use std::process::ExitCode;

use stop::Stop;
use workspace::Workspace;

const HELP: &str = "\
usage: cargo xtask COMMAND

  test [--quick] [--only NAME]... [--skip NAME]... [--list]
                             run the checks; --list names them, --quick leaves the long ones out
  spec [FOLDER]              run the generator alone over spec/, or another folder, and print its mistakes: file:line:column: message
  bless                      rewrite the expected files of tests from what the code gives now
  corpus [ARGS]...           write tests/corpus anew with real Cassandra (arguments: tests/oracle/generate --help)
  bench [NAME]... [--list] [--page]
                             run the benchmarks; --page writes what they print to docs/benchmarks.md, on a quiet machine
  fuzz TARGET SECONDS        fuzz one target, or `all` of them, starting from the corpus; `fuzz --list` names them
  mutate N [--seed S]        damage SSTables in N ways and see that cqlite notices
";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let command = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();
    let workspace = Workspace::here();
    let done = match command.as_str() {
        "test" => check::main(&workspace, rest),
        "spec" => spec::main(&workspace, rest),
        "bless" => bless::main(&workspace, rest),
        "corpus" => corpus::main(&workspace, rest),
        "bench" => bench::main(&workspace, rest),
        "fuzz" => fuzz::main(&workspace, rest),
        "mutate" => mutate::main(&workspace, rest),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(Stop::Usage(HELP.to_owned())),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            let why = stop.to_string();
            // Nothing follows the last line of the summary.
            if !why.is_empty() {
                eprintln!("{why}");
            }
            ExitCode::from(stop.code())
        }
    }
}
