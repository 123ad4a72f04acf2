use std::collections::BTreeSet;

use cqlite::descriptor::{Descriptor, FoundSstable};
use cqlite::dump::{DumpOptions, Format};
use cqlite::io::AccessMode;
use cqlite::{Error, OpenOptions};

use super::missing;
use crate::args::DumpArgs;
use crate::failure::Failure;
use crate::interrupt;
use crate::output::Output;
use crate::session::{Others, Session, Wanted};

pub fn run(args: DumpArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    if args.keys_only && !(args.include.is_empty() && args.exclude.is_empty()) {
        session.note("-e prints all keys: -k and -x are passed over, as by sstabledump");
    }
    let options = DumpOptions {
        // As in sstabledump, keys count before lines of rows, and these before lines of partitions.
        format: match (args.keys_only, args.debug, args.lines) {
            (true, _, _) => Format::Keys,
            (_, true, _) => Format::Debug,
            (_, _, true) => Format::Lines,
            _ => Format::Pretty,
        },
        raw_time: args.raw_time,
        include_keys: args.include,
        exclude_keys: args.exclude,
        now: session.common.now(),
        threads: 0,
    };
    let found = session.find(&args.sstables, Wanted { any: false, others: Others::CountedOnly });
    let mut out = session.output()?;
    // Those that are left out are not looked for.
    let is_wanted = |key: &&String| !options.exclude_keys.contains(*key) && options.format != Format::Keys;
    let mut missing: BTreeSet<String> = options.include_keys.iter().filter(is_wanted).cloned().collect();
    for FoundSstable { descriptor, .. } in &found.sstables {
        // sstabledump prints one SSTable only, and nothing after it.
        out.end_line()?;
        if let Err(failure) = dump(descriptor, &options, &mut missing, &mut out, session) {
            session.fail(failure);
        }
        if session.is_over() {
            return Ok(());
        }
    }
    // A single one ends as sstabledump's output does, but for the next prompt's sake.
    if found.sstables.len() > 1 || session.is_on_terminal() {
        out.end_line()?;
    }
    // What was left out would not be seen in a file.
    if session.is_done() || session.common.output.is_none() {
        out.commit()?;
    }
    if session.is_done() && !found.sstables.is_empty() {
        missing::note(&missing, session);
    }
    Ok(())
}

fn dump(
    descriptor: &Descriptor,
    options: &DumpOptions,
    missing: &mut BTreeSet<String>,
    out: &mut Output,
    session: &Session<'_>,
) -> Result<(), Failure> {
    session.detail(&descriptor.to_string());
    let sstable = OpenOptions::new().access(AccessMode::Stream).open_descriptor(descriptor)?;
    let progress = |done, total| session.progress.set(descriptor.prefix(), done, total);
    let done = sstable.dump(options.clone())?.write(out, progress, interrupt::flag());
    done.map_err(|e| Failure::dump(out.name(), e))?;
    // Without an index it is not known which of them were there.
    let is_there = |key: &str| Ok::<_, Error>(sstable.raw().find(&sstable.key_from_text(key)?)?.is_some());
    missing.retain(|key| matches!(is_there(key), Ok(false)));
    Ok(())
}
