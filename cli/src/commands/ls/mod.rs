//! What is there: a line a table, or an SSTable.

mod entry;
mod text;

use cqlite::Metadata;

use crate::args::LsArgs;
use crate::failure::Failure;
use crate::session::{Others, Session, Wanted};
use entry::Entry;

pub fn run(args: &LsArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    let others = if args.all { Others::Taken } else { Others::Counted };
    let found = session.find(&args.paths, Wanted { any: false, others });
    let now = session.common.now().saturating_sub(args.gc_grace.seconds().into());
    let mut entries: Vec<Entry> = Vec::new();
    for found in &found.sstables {
        if session.is_over() {
            return Ok(());
        }
        match Metadata::of(found) {
            Err(e) => session.fail(e.into()),
            Ok(metadata) => {
                let entry = Entry::new(&metadata, now);
                match entries.iter_mut().find(|other| !args.long && other.is_same_table(&entry)) {
                    Some(table) => table.add(entry),
                    None => entries.push(entry),
                }
            }
        }
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
