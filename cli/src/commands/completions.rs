use std::io::Write;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::{Cli, CompletionsArgs};
use crate::failure::Failure;
use crate::session::Session;

pub fn run(args: &CompletionsArgs, session: &Session<'_>) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "cqlite", &mut script);
    if args.shell == Shell::Bash {
        script = with_files(&String::from_utf8_lossy(&script)).into_bytes();
    }
    let mut out = session.output()?;
    out.write_all(&script).map_err(|e| out.failure(&e))?;
    out.commit()
}

/// The script for bash, that offers files, and not flags, where a command whose arguments are files is given no dash: bash does so where
/// nothing is offered.
fn with_files(script: &str) -> String {
    let (mut of_files, mut is_open) = (false, false);
    let mut mended = String::with_capacity(script.len());
    for line in script.lines() {
        if let Some(words) = line.trim_start().strip_prefix("opts=\"") {
            of_files = words.trim_end_matches('"').split_whitespace().all(|word| word.starts_with('-'));
        }
        is_open |= line.contains("case \"${prev}\" in");
        let mut line = line.to_owned();
        if of_files {
            line = line.replace(" || ${COMP_CWORD} -eq 2 ]]", " ]]");
            if is_open && line.contains("compgen -W \"${opts}\"") {
                line = "            COMPREPLY=()".to_owned();
            }
        }
        is_open &= line.trim() != ";;" || !line.starts_with("            ;;");
        mended.push_str(&line);
        mended.push('\n');
    }
    mended
}
