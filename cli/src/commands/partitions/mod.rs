//! The largest partitions of each table.

mod json;
mod text;

use cqlite::io::AccessMode;
use cqlite::partitions::{LargestPartitions, PartitionMeasure};
use cqlite::{OpenOptions, Sstable, Table, Tables};

use crate::args::{MeasureArg, PartitionsArgs};
use crate::failure::{Exit, Failure};
use crate::interrupt;
use crate::output::Output;
use crate::session::{Others, Session, Wanted};

pub fn run(args: &PartitionsArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    if args.by != MeasureArg::Bytes && !args.scan {
        let what = "indexes tell the bytes of partitions only: rows, cells and tombstones are counted with --scan";
        return Err(Failure::usage(what.to_owned()));
    }
    let others = if args.all { Others::Taken } else { Others::Counted };
    let found = session.find(&args.paths, Wanted { any: true, others });
    let mut out = session.output()?;
    let tables = Tables::at(&args.paths, found.sstables.iter().map(|found| found.descriptor.clone()));
    let mut printed = Printed { args, out: &mut out, is_first: true };
    for table in &tables {
        let Err(failure) = printed.table(table, session)? else { continue };
        let folders = table.by_folder();
        // What else goes wrong is of one folder, and is not to be told twice.
        let are_apart = failure.exit == Exit::Value && folders.iter().count() > 1;
        if are_apart {
            let message = format!(
                "{table}: folders with the same table id are of different tables, and are looked at one by one: {}",
                failure.message
            );
            session.fail(Failure { message, ..failure });
        } else {
            session.fail(failure);
        }
        for folder in folders.iter().filter(|_| are_apart) {
            if session.is_over() {
                return Ok(());
            }
            if let Err(failure) = printed.table(folder, session)? {
                session.fail(failure);
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

/// What has been printed.
struct Printed<'a> {
    args: &'a PartitionsArgs,
    out: &'a mut Output,
    is_first: bool,
}

impl Printed<'_> {
    /// Prints the report of a table, if there can be one; the outer error is the output's.
    fn table(&mut self, table: &Table, session: &Session<'_>) -> Result<Result<(), Failure>, Failure> {
        let report = match report(self.args, table, session) {
            Ok(report) => report,
            Err(failure) => return Ok(Err(failure)),
        };
        let written = match self.args.json {
            true => json::write(table, &report, self.out),
            false => text::write(table, &report, (self.is_first, !session.common.quiet), self.out),
        };
        written.map_err(|e| self.out.failure(&e))?;
        self.is_first = false;
        Ok(Ok(()))
    }
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
        largest = largest.scan(session.common.now(), args.gc_grace.seconds().into());
    }
    let (name, bar) = (table.to_string(), &session.progress);
    let report = largest.run_with(&sstables, |done, total| bar.set(&name, done, total));
    bar.clear();
    Ok(report?)
}
