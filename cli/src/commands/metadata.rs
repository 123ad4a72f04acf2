use std::io::{self, Write};

use cqlite::metadata::TextOptions;
use cqlite::raw::SstableError;
use cqlite::Metadata;

use crate::args::MetadataArgs;
use crate::failure::Failure;
use crate::interrupt;
use crate::output::Output;
use crate::session::{Others, Session, Wanted};

pub fn run(args: &MetadataArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    let found = session.find(&args.sstables, Wanted { any: true, others: Others::CountedOnly });
    let mut out = session.output()?;
    let now = session.common.now().saturating_sub(args.gc_grace.seconds_as_sstablemetadata().into());
    let options = TextOptions { now, color: session.color() };
    let mut first = true;
    for found in &found.sstables {
        if session.is_over() {
            return Ok(());
        }
        match Metadata::of(found) {
            Err(e) => session.fail(e.into()),
            Ok(mut metadata) => {
                if args.scan {
                    let (name, progress) = (found.descriptor.prefix(), &session.progress);
                    let scanned = metadata.scan(|done, total| {
                        progress.set(name, done, total);
                        !interrupt::is_set()
                    });
                    // What Statistics.db says is no answer to what was asked.
                    match scanned {
                        Ok(true) => {}
                        Ok(false) => return Ok(()),
                        Err(e) => {
                            session.fail(e.into());
                            continue;
                        }
                    }
                }
                let written =
                    if args.json { json(&metadata, now, &mut out)? } else { text(&metadata, options, first, &mut out) };
                written.map_err(|e| out.failure(&e))?;
                first = false;
                metadata.problems().iter().for_each(|e| session.fail(SstableError::clone(e).into()));
            }
        }
    }
    out.commit()
}

fn json(metadata: &Metadata, now: i64, out: &mut Output) -> Result<io::Result<()>, Failure> {
    let value = metadata.to_json(now)?;
    Ok(writeln!(out, "{value}"))
}

fn text(metadata: &Metadata, options: TextOptions, first: bool, out: &mut Output) -> io::Result<()> {
    if !first {
        writeln!(out)?;
    }
    metadata.write_text(options, out)
}
