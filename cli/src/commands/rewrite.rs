use std::fs;
use std::io::Write as _;
use std::path::Path;

use cqlite::descriptor::{Descriptor, FoundSstable};
use cqlite::inspect::printable;
use cqlite::write::{written_version, Rewrite};
use cqlite::OpenOptions;

use crate::args::RewriteArgs;
use crate::failure::Failure;
use crate::interrupt;
use crate::session::{Others, Session, Wanted};

pub fn run(args: &RewriteArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    let folder = session.folder()?;
    let mut rewrite = Rewrite::new().cancel(interrupt::flag());
    if let Some(letters) = &args.to {
        rewrite = rewrite.to(written_version(letters).map_err(|e| Failure::usage(e.to_string()))?);
    }
    if let Some(compression) = &args.compression {
        rewrite = rewrite.compression(compression.0.clone());
    }
    if let Some(kib) = args.column_index_size {
        rewrite = rewrite.column_index_size(kib * 1024);
    }
    let found = session.find(&args.paths, Wanted { any: true, others: Others::Counted });
    if let Some(note) = found.note() {
        session.note(&note);
    }
    if !found.sstables.is_empty() {
        fs::create_dir_all(folder).map_err(|e| Failure::output(&folder.display().to_string(), &e))?;
    }
    for FoundSstable { descriptor, .. } in &found.sstables {
        if let Err(failure) = one(&rewrite, descriptor, folder, session) {
            session.fail(failure);
        }
        if session.is_over() {
            return Ok(());
        }
    }
    Ok(())
}

fn one(rewrite: &Rewrite<'_>, descriptor: &Descriptor, folder: &Path, session: &Session<'_>) -> Result<(), Failure> {
    let sstable = OpenOptions::new().open_descriptor(descriptor)?;
    let bar = &session.progress;
    let new = rewrite.run_with(&sstable, folder, |done, total| bar.set(descriptor.prefix(), done, total))?;
    bar.clear();
    if !session.common.quiet {
        let (path, written) = (new.path.display().to_string(), new.written);
        let counts = format!("{} partitions, {} rows, {} cells", written.partitions, written.rows, written.cells);
        let line = format!("{descriptor} -> {path}: {counts}");
        writeln!(std::io::stdout(), "{}", printable(&line)).map_err(|e| Failure::output("standard output", &e))?;
    }
    Ok(())
}
