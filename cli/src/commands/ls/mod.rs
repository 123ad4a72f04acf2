//! What is there: a line a table, or an SSTable.

mod entry;
mod text;

use std::collections::BTreeMap;
use std::path::PathBuf;

use cqlite::descriptor::{Component, Descriptor, FoundSstable};
use cqlite::{Metadata, Tables};

use crate::args::LsArgs;
use crate::failure::Failure;
use crate::session::{Others, Session, Wanted};
use entry::Entry;

pub fn run(args: &LsArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    let others = if args.all { Others::Taken } else { Others::Counted };
    let found = session.find(&args.paths, Wanted { any: false, others });
    let now = session.common.now().saturating_sub(args.gc_grace.seconds().into());
    let mut entries: Vec<Entry> = Vec::new();
    let tables = Tables::at(&args.paths, found.sstables.iter().map(|found| found.descriptor.clone()));
    let by_path: BTreeMap<PathBuf, &FoundSstable> =
        found.sstables.iter().map(|found| (path_of(&found.descriptor), found)).collect();
    for table in &tables {
        let mut whole: Option<Entry> = None;
        for found in table.descriptors().iter().filter_map(|descriptor| by_path.get(&path_of(descriptor))) {
            if session.is_over() {
                return Ok(());
            }
            match (Metadata::of(found), &mut whole) {
                (Err(e), _) => session.fail(e.into()),
                (Ok(metadata), Some(whole)) if !args.long => whole.add(Entry::new(table, &metadata, now)),
                (Ok(metadata), _) => entries.extend(whole.replace(Entry::new(table, &metadata, now))),
            }
        }
        entries.extend(whole);
    }
    let mut out = session.output()?;
    let written = match args.json {
        true => entries.iter().try_for_each(|entry| entry.write_json(args.long, &mut out)),
        false => text::write(&entries, args.long, &mut out),
    };
    written.map_err(|e| out.failure(&e))?;
    if let Some(note) = found.note() {
        session.note(&note);
    }
    out.commit()
}

/// What is different for each SSTable.
fn path_of(descriptor: &Descriptor) -> PathBuf {
    descriptor.path_of(&Component::Data)
}
