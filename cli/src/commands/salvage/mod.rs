mod report;
mod total;

use std::io::Write as _;

use cqlite::descriptor::Descriptor;
use cqlite::write::{OutputFolder, Salvage, Salvaged};

use super::new_sstables;
use crate::args::SalvageArgs;
use crate::failure::{remedy_in_words, Failure};
use crate::session::Session;
use crate::words::{number, sentences};
use total::Total;

pub fn run(args: &SalvageArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    let mut salvage = Salvage::new(args.write.options()?);
    if let Some(copy) = &args.header_of {
        salvage = salvage.header_of(copy);
    }
    if let Some(partitioner) = &args.partitioner {
        salvage = salvage.partitioner(partitioner.clone());
    }
    if args.unproven {
        salvage = salvage.unproven();
    }
    let (found, to) = new_sstables::find(&args.paths, args.write.dry_run, session)?;
    new_sstables::check_copy(args.header_of.as_ref(), &found)?;
    let Some(mut to) = to else { return Ok(()) };
    let mut total = Total::default();
    new_sstables::for_each(&found, session, |descriptor, session| {
        one(&salvage, descriptor, &mut to.folder, args.json, session, &mut total)
    });
    if total.has_losses() {
        session.note(BACK);
    }
    if args.write.dry_run {
        session.note("nothing has been written: --dry-run");
    }
    match total.line().filter(|_| !args.json && !session.is_over()) {
        Some(line) => new_sstables::say(&line, session),
        None => Ok(()),
    }
}

/// What losses may lead to, and what is to be done then.
const BACK: &str = "deletions are lost with the partitions they are in: read beside other SSTables of the table, what they had deleted there comes back; \
                    repair the table once the new SSTable is in its place";

fn one(
    salvage: &Salvage<'_>,
    descriptor: &Descriptor,
    folder: &mut OutputFolder,
    is_json: bool,
    session: &Session<'_>,
    total: &mut Total,
) -> Result<(), Failure> {
    let bar = &session.progress;
    let salvaged = salvage.run_with(descriptor, folder, |done, total| bar.set(descriptor.prefix(), done, total));
    bar.clear();
    let salvaged = salvaged.inspect(|salvaged| total.add(salvaged)).inspect_err(|_| total.add_unread())?;
    for note in &salvaged.notes {
        session.note(&format!("{descriptor}: {note}"));
    }
    let text = match (is_json, session.common.quiet && salvaged.is_whole()) {
        (true, _) => format!("{}\n", report::json(descriptor, &salvaged)),
        (false, true) => String::new(),
        (false, false) => report::text(descriptor, &salvaged, session.common.verbose),
    };
    std::io::stdout().write_all(text.as_bytes()).map_err(|e| Failure::output("standard output", &e))?;
    match what_is_wrong(&salvaged) {
        Some(what) => Err(Failure::file(format!("{descriptor}: {what}"))),
        None => Ok(()),
    }
}

/// What makes the exit code another one, if anything does.
fn what_is_wrong(salvaged: &Salvaged) -> Option<String> {
    let (partitions, bytes) = (salvaged.partitions_lost(), salvaged.bytes_lost());
    let lost = (!salvaged.losses.is_empty())
        .then(|| format!("{} at least and {} are lost", number(partitions, "partition"), number(bytes, "byte")));
    let parts = (!salvaged.lost.is_empty()).then(|| sentences(&salvaged.lost));
    let remedies = salvaged.remedies.iter().map(|remedy| remedy_in_words(*remedy).to_owned());
    let all = lost.into_iter().chain(parts).chain(salvaged.doubts.iter().cloned()).chain(remedies);
    let all: Vec<String> = all.collect();
    (!all.is_empty()).then(|| all.join("; "))
}
