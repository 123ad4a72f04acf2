//! Questions in CQL.

mod copied;
mod copy;
mod help;
mod input;
mod inserts;
mod names;
mod pager;
mod place;
mod repl;
mod script;
mod shell;
mod sink;
mod target;
mod word;

use std::io::{stdin, IsTerminal};
use std::path::{Path, PathBuf};

use cqlite::text::Format;
use cqlite::{Session, SessionOptions};

use crate::args::{FormatArg, QueryArgs};
use crate::failure::Failure;
use crate::session::Session as Run;

pub use input::check;
use shell::{Next, Shell};

pub fn run(args: QueryArgs, run: &mut Run<'_>) -> Result<(), Failure> {
    let paths = if args.paths.is_empty() { vec![PathBuf::from(".")] } else { args.paths };
    let session = open(&paths, args.schema, args.as_of, run)?;
    args.files.iter().for_each(|file| run.reads_file(file));
    let out = run.output()?;
    let mut shell = Shell::new(run, session, out, format(args.format), &paths);
    let has_text = !args.execute.is_empty() || !args.files.is_empty();
    if !has_text && stdin().is_terminal() {
        return repl::run(shell);
    }
    let mut texts: Vec<(Option<String>, String)> = args.execute.into_iter().map(|text| (None, text)).collect();
    let files = if has_text { args.files } else { vec![PathBuf::from("-")] };
    for path in &files {
        // A pipe is a file without a name.
        let name = (path != Path::new("-")).then(|| input::name(path));
        texts.push((name, input::file(path)?));
    }
    for (name, text) in &texts {
        match shell.script(name.as_deref(), text) {
            Next::Piece => {}
            Next::End => break,
            Next::Failed => return Ok(()),
        }
    }
    shell.out.commit()
}

/// Opens what lies at some paths, and says from where the tables' columns are known.
///
/// # Errors
/// As [`Session::open`].
pub fn open(
    paths: &[PathBuf],
    schema: Vec<PathBuf>,
    as_of: Option<i64>,
    run: &mut Run<'_>,
) -> Result<Session, Failure> {
    paths.iter().chain(&schema).for_each(|path| run.reads_file(path));
    check(&schema)?;
    let mut options = SessionOptions::default();
    options.schema = schema;
    options.as_of_micros = as_of;
    options.now_micros = run.common.now.map(|seconds| seconds.saturating_mul(1_000_000));
    let session = Session::open(paths, options)?;
    session.sstables().iter().for_each(|descriptor| run.reads(descriptor));
    for origin in session.origins() {
        let from = origin.from.as_ref().map_or("its SSTables' headers".to_owned(), |from| from.display().to_string());
        run.detail(&format!("{}: columns as in {from}", origin.table));
        origin.from.iter().for_each(|from| run.reads_file(from));
    }
    session.doubts().iter().for_each(|doubt| run.note(doubt));
    Ok(session)
}

fn format(arg: FormatArg) -> Format {
    match arg {
        FormatArg::Table => Format::Table,
        FormatArg::Expanded => Format::Expanded,
        FormatArg::Json => Format::Json,
        FormatArg::Jsonl => Format::Jsonl,
        FormatArg::Csv => Format::Csv,
        FormatArg::Tsv => Format::Tsv,
        FormatArg::Cql => Format::Cql,
    }
}
