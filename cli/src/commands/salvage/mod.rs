mod report;

use std::fs;
use std::io::Write as _;
use std::path::Path;

use cqlite::descriptor::{Descriptor, FoundSstable};
use cqlite::write::{written_version, Salvage, Salvaged};

use crate::args::SalvageArgs;
use crate::failure::Failure;
use crate::interrupt;
use crate::session::{Others, Session, Wanted};

pub fn run(args: &SalvageArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    let folder = session.folder()?;
    let mut salvage = Salvage::new().cancel(interrupt::flag());
    if let Some(letters) = &args.to {
        salvage = salvage.to(written_version(letters).map_err(|e| Failure::usage(e.to_string()))?);
    }
    if let Some(compression) = &args.compression {
        salvage = salvage.compression(compression.0.clone());
    }
    if let Some(copy) = &args.header_of {
        salvage = salvage.header_of(copy);
    }
    if args.unproven {
        salvage = salvage.unproven();
    }
    let found = session.find(&args.paths, Wanted { any: true, others: Others::CountedOnly });
    if let Some(note) = found.note() {
        session.note(&note);
    }
    if args.header_of.is_some() && found.sstables.len() > 1 {
        let n = found.sstables.len();
        return Err(Failure::usage(format!("--header-of is for one SSTable, but there are {n}")));
    }
    if !found.sstables.is_empty() {
        fs::create_dir_all(folder).map_err(|e| Failure::output(&folder.display().to_string(), &e))?;
    }
    for FoundSstable { descriptor, .. } in &found.sstables {
        if let Err(failure) = one(&salvage, descriptor, folder, args.json, session) {
            session.fail(failure);
        }
        if session.is_over() {
            return Ok(());
        }
    }
    Ok(())
}

fn one(
    salvage: &Salvage<'_>,
    descriptor: &Descriptor,
    folder: &Path,
    is_json: bool,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let bar = &session.progress;
    let salvaged = salvage.run_with(descriptor, folder, |done, total| bar.set(descriptor.prefix(), done, total))?;
    bar.clear();
    for note in &salvaged.notes {
        session.note(&format!("{descriptor}: {note}"));
    }
    let text = match (is_json, session.common.quiet && salvaged.is_whole()) {
        (true, _) => format!("{}\n", report::json(descriptor, &salvaged)),
        (false, true) => String::new(),
        (false, false) => report::text(descriptor, &salvaged, session.common.verbose),
    };
    std::io::stdout().write_all(text.as_bytes()).map_err(|e| Failure::output("standard output", &e))?;
    match lost(&salvaged) {
        Some(what) => Err(Failure::file(format!("{descriptor}: {what}"))),
        None => Ok(()),
    }
}

/// What makes the exit code another one, if anything does.
fn lost(salvaged: &Salvaged) -> Option<String> {
    let (partitions, bytes) = (salvaged.partitions_lost(), salvaged.bytes_lost());
    match salvaged.losses.len() {
        0 => salvaged.is_doubtful.then(|| "values may be wrong, and no checksum tells which".to_owned()),
        _ => Some(format!("{partitions} partitions at least and {bytes} bytes are lost")),
    }
}
