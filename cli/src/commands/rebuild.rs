use std::io::Write as _;

use cqlite::descriptor::{Component, Descriptor};
use cqlite::inspect::printable;
use cqlite::verify::Finding;
use cqlite::write::{OutputFolder, Rebuild, Rebuilt};

use super::new_sstables;
use crate::args::RebuildArgs;
use crate::destination;
use crate::failure::Failure;
use crate::interrupt;
use crate::session::Session;
use crate::words::{number, sentences};

pub fn run(args: &RebuildArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    let mut rebuild = Rebuild::new().cancel(interrupt::flag());
    if let Some(copy) = &args.header_of {
        rebuild = rebuild.header_of(copy);
    }
    if let Some(partitioner) = &args.partitioner {
        rebuild = rebuild.partitioner(partitioner.clone());
    }
    if args.dry_run {
        rebuild = rebuild.dry();
    }
    if let Some(kib) = args.column_index_size {
        rebuild = rebuild.column_index_size(kib * 1024);
    }
    let found = new_sstables::search(&args.paths, session);
    new_sstables::check_copy(args.header_of.as_ref(), &found)?;
    let _made = match session.common.output.as_deref() {
        Some(folder) => new_sstables::to(folder, &args.paths, &found, args.dry_run, session)?,
        None => None,
    };
    new_sstables::for_each(&found, session, |descriptor, session| one(&rebuild, descriptor, args.dry_run, session));
    Ok(())
}

fn one(rebuild: &Rebuild<'_>, descriptor: &Descriptor, is_dry: bool, session: &Session<'_>) -> Result<(), Failure> {
    let (bar, folder) = (&session.progress, session.common.output.as_deref());
    if folder.is_none() && !is_dry {
        let there = OutputFolder::list(descriptor.directory());
        destination::remove_stale(&there.map_err(|e| Failure::output(&descriptor.to_string(), &e))?, session)?;
    }
    let rebuilt = rebuild.run_with(descriptor, folder, |done, total| bar.set(descriptor.prefix(), done, total))?;
    bar.clear();
    for assumed in &rebuilt.assumed {
        session.detail(&format!("{descriptor}: no component tells it: {assumed}, Cassandra's default"));
    }
    let lost = match what_is_wrong(&rebuilt) {
        None => Ok(()),
        Some(what) => Err(Failure::file(format!("{descriptor}: {what}"))),
    };
    if session.common.quiet {
        return lost;
    }
    let names = |all: &[Component]| all.iter().map(Component::name).collect::<Vec<_>>().join(", ");
    let made = match rebuilt.made.as_slice() {
        [] if rebuilt.damaged.is_empty() => "nothing is missing".to_owned(),
        [] => "nothing was made".to_owned(),
        made => {
            let verb = if is_dry { "would make " } else { "" };
            format!("{verb}{} from {}", names(made), number(rebuilt.written.partitions, "partition"))
        }
    };
    let left = match rebuilt.left.as_slice() {
        [] => String::new(),
        left => format!("; left as they are: {}", names(left)),
    };
    let path = rebuilt.path.display();
    let line = match folder {
        Some(_) => format!("{descriptor} -> {path}: {made}{left}"),
        None => format!("{path}: {made}{left}"),
    };
    writeln!(std::io::stdout(), "{}", printable(&line)).map_err(|e| Failure::output("standard output", &e))?;
    lost
}

/// What was lost with Statistics.db, and what is damaged and stays so: no file is overwritten.
fn what_is_wrong(rebuilt: &Rebuilt) -> Option<String> {
    let mut all: Vec<String> = Vec::new();
    if !rebuilt.lost.is_empty() {
        all.push(sentences(&rebuilt.lost));
    }
    // What is wrong with Statistics.db has been said.
    let is_said = |finding: &&Finding| rebuilt.lost.is_empty() || finding.component != Component::Statistics;
    all.extend(rebuilt.damaged.iter().filter(is_said).map(ToString::to_string));
    let stays = !rebuilt.damaged.is_empty() || rebuilt.left.contains(&Component::Statistics);
    if stays && !all.is_empty() {
        all.push("it stays as it is: with -o DIR another one is written".to_owned());
    }
    (!all.is_empty()).then(|| all.join("; "))
}
