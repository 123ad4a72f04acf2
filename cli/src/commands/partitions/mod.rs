//! The largest partitions of each table.

mod json;
mod text;

use cqlite::io::AccessMode;
use cqlite::partitions::{LargestPartitions, PartitionMeasure};
use cqlite::{OpenOptions, Sstable, Table, Tables};

use crate::args::{MeasureArg, PartitionsArgs};
use crate::failure::Failure;
use crate::interrupt;
use crate::session::{Others, Session, Wanted};

pub fn run(args: &PartitionsArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    if args.by != MeasureArg::Bytes && !args.scan {
        let what = "indexes tell the bytes of partitions only: rows, cells and tombstones are counted with --scan";
        return Err(Failure::usage(what.to_owned()));
    }
    let others = if args.all { Others::Taken } else { Others::Counted };
    let found = session.find(&args.paths, Wanted { any: true, others });
    let mut out = session.output()?;
    let tables = Tables::of(found.sstables.iter().map(|found| found.descriptor.clone()));
    let mut is_first = true;
    for table in &tables {
        match report(args, table, session) {
            Err(failure) => session.fail(failure),
            Ok(report) => {
                let written = match args.json {
                    true => json::write(table, &report, &mut out),
                    false => text::write(table, &report, (is_first, !session.common.quiet), &mut out),
                };
                written.map_err(|e| out.failure(&e))?;
                is_first = false;
            }
        }
        if session.is_over() {
            return Ok(());
        }
    }
    if let Some(note) = found.note() {
        session.note(&note);
    }
    if session.is_done() || session.common.output.is_none() {
        out.commit()?;
    }
    Ok(())
}

fn report(
    args: &PartitionsArgs,
    table: &Table,
    session: &Session<'_>,
) -> Result<cqlite::partitions::PartitionReport, Failure> {
    let open = |descriptor| OpenOptions::new().access(AccessMode::Stream).open_descriptor(descriptor);
    let sstables: Vec<Sstable> = table.descriptors().iter().map(open).collect::<Result<_, _>>()?;
    let measure = match args.by {
        MeasureArg::Bytes => PartitionMeasure::Bytes,
        MeasureArg::Rows => PartitionMeasure::Rows,
        MeasureArg::Cells => PartitionMeasure::Cells,
        MeasureArg::Tombstones => PartitionMeasure::Tombstones,
    };
    let top = usize::try_from(args.top).unwrap_or(usize::MAX);
    let mut largest = LargestPartitions::new().top(top).by(measure).cancel(interrupt::flag());
    if args.scan {
        largest = largest.scan(session.common.now(), i64::from(args.gc_grace));
    }
    let (name, bar) = (table.to_string(), &session.progress);
    let report = largest.run_with(&sstables, |done, total| bar.set(&name, done, total));
    bar.clear();
    Ok(report?)
}
