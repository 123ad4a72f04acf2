use std::io::Write;
use std::ops::Range;
use std::sync::atomic::AtomicBool;

use cqlite_sstable::Sstable;

use crate::debug::Debug;
use crate::json::Json;
use crate::keys::KeyList;
use crate::layout::{Frame, Lines, Pretty};
use crate::options::{DumpOptions, Format};
use crate::order::Seams;
use crate::ranges::{cut, of_keys, task_of, whole};
use crate::rows::{Output, Result, Rows};
use crate::sink::{Direct, Out, Progress, Queue, Queued, Sink, StopOnPanic};
use crate::table::Table;

/// A dump of an SSTable.
pub struct Dump<'s> {
    sstable: &'s Sstable,
    table: Table<'s>,
    options: DumpOptions,
    /// Data for one task, in bytes.
    task: u64,
}

impl<'s> Dump<'s> {
    /// A dump of an open SSTable.
    ///
    /// # Errors
    /// The header has a column or a type that sstabledump would not take.
    pub fn new(sstable: &'s Sstable, options: DumpOptions) -> Result<Self> {
        let table = Table::new(sstable, &options).map_err(|e| e.in_file(sstable.label()))?;
        Ok(Dump { sstable, table, options, task: task_of(sstable.data().len()) })
    }

    /// The same dump, cut into tasks of about so many bytes of data: lets tests have many tasks of little data.
    #[doc(hidden)]
    #[must_use]
    pub fn with_tasks_of(mut self, bytes: u64) -> Self {
        self.task = bytes;
        self
    }

    /// Writes the dump, in large blocks and in order, from several threads' work.
    ///
    /// `progress` gets the bytes of uncompressed data that have been read and how many there are; `cancel` ends the work soon
    /// after it becomes true. At most some 40 MiB of memory are taken, whatever the size of partitions; a single row must fit
    /// into memory. If the data is damaged, what could be read before the damage is written as sstabledump does: a whole document, whose
    /// last partition ends with the last row before it.
    ///
    /// # Errors
    /// The SSTable is damaged; it has something that Cassandra's sstabledump cannot print either; a key of the options is none
    /// of the table's; the writer fails; `cancel` became true.
    pub fn write<W: Write>(&self, out: &mut W, progress: impl Fn(u64, u64) + Sync, cancel: &AtomicBool) -> Result {
        self.run(out, &progress, cancel).map_err(|e| e.in_file(self.sstable.label()))
    }

    fn run<W: Write>(&self, out: &mut W, progress: &(impl Fn(u64, u64) + Sync), cancel: &AtomicBool) -> Result {
        let threads = match self.options.threads {
            0 => std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
            threads => threads,
        };
        let include = &self.options.include_keys;
        // Where partitions are passed over, nothing shows that the index was wrong about where they begin.
        let passes_over = self.options.format == Format::Keys || !self.table.excluded.is_empty();
        let ranges = if self.options.format != Format::Keys && !include.is_empty() {
            of_keys(self.sstable, &self.table, include)?
        } else if passes_over || threads < 2 {
            whole(self.sstable)
        } else {
            cut(self.sstable, self.task)
        };
        let total = ranges.iter().map(|range| range.end - range.start).sum();
        let mut out = Out::new(out, Frame::of(self.options.format));
        let work = Work { dump: self, ranges, threads, seams: Seams::default(), progress: Progress::new(cancel) };
        let done = work.run(&mut out, |done| progress(done, total));
        match &done {
            Err(e) if !e.is_of_data() => done,
            _ => out.finish().and(done),
        }
    }
}

/// A dump being written.
struct Work<'d> {
    dump: &'d Dump<'d>,
    /// Ranges of positions, ascending.
    ranges: Vec<Range<u64>>,
    threads: usize,
    seams: Seams,
    progress: Progress<'d>,
}

impl Work<'_> {
    fn run<W: Write>(&self, out: &mut Out<'_, W>, report: impl Fn(u64)) -> Result {
        let threads = self.threads.min(self.ranges.len());
        if threads < 2 {
            return self.run_alone(&self.ranges, out, report);
        }
        match self.run_together(threads, out, &report)? {
            Some(strayed) => {
                let rest = strayed..self.dump.sstable.data().len();
                self.run_alone(std::slice::from_ref(&rest), out, report)
            }
            None => Ok(()),
        }
    }

    fn run_alone<W: Write>(&self, ranges: &[Range<u64>], out: &mut Out<'_, W>, report: impl Fn(u64)) -> Result {
        let mut worker = Worker::new(self.dump, &self.seams, Direct::new(out, &self.progress, report));
        for range in ranges {
            worker.sink().begin(range.start);
            let done = worker.scan(self.dump.sstable, range.clone());
            let (sink, text) = worker.parts();
            sink.end(range.end, text)?;
            done?;
        }
        Ok(())
    }

    /// Where a partition ends that the index is wrong about, if it is: what follows has not been written.
    fn run_together<W: Write>(
        &self,
        threads: usize,
        out: &mut Out<'_, W>,
        report: impl Fn(u64),
    ) -> Result<Option<u64>> {
        let queue = Queue::new(&self.ranges, threads, &self.progress);
        std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| self.work(&queue));
            }
            let written = queue.write(out, report);
            queue.stop();
            written
        })
    }

    /// One of several threads.
    fn work(&self, queue: &Queue<'_>) {
        let _guard = StopOnPanic(queue);
        let mut worker = Worker::new(self.dump, &self.seams, Queued::new(queue));
        while let Some((task, range)) = queue.take() {
            worker.sink().begin(task, range.start);
            let done = worker.scan(self.dump.sstable, range.clone());
            let (sink, text) = worker.parts();
            let done = sink.end(range.end, text).and(done);
            let failed = done.is_err();
            queue.end(task, done);
            if failed {
                return;
            }
        }
    }
}

/// A visitor for each format.
enum Worker<'t, S> {
    Pretty(Rows<'t, Json<'t, Pretty>, S>),
    Lines(Rows<'t, Json<'t, Lines>, S>),
    Debug(Rows<'t, Debug<'t>, S>),
    Keys(KeyList<S>),
}

impl<'t, S: Sink> Worker<'t, S> {
    fn new(dump: &'t Dump<'t>, seams: &'t Seams, sink: S) -> Self {
        let table = &dump.table;
        match dump.options.format {
            Format::Pretty => Worker::Pretty(Rows::new(table, seams, Json::new(table), sink)),
            Format::Lines => Worker::Lines(Rows::new(table, seams, Json::new(table), sink)),
            Format::Debug => Worker::Debug(Rows::new(table, seams, Debug::new(table), sink)),
            Format::Keys => Worker::Keys(KeyList::new(table, sink)),
        }
    }

    /// Dumps the partitions that begin in a range of positions; gives the position after the last one. If that fails, the text is that of
    /// what could be read.
    fn scan(&mut self, sstable: &Sstable, range: Range<u64>) -> Result<u64> {
        let end = range.end;
        let done = match self {
            Worker::Pretty(rows) => sstable.scan(range, rows).and_then(|()| rows.end()),
            Worker::Lines(rows) => sstable.scan(range, rows).and_then(|()| rows.end()),
            Worker::Debug(rows) => sstable.scan(range, rows).and_then(|()| rows.end()),
            Worker::Keys(keys) => sstable.scan(range, keys).map(|()| end),
        };
        if done.is_err() {
            match self {
                Worker::Pretty(rows) => rows.break_off(),
                Worker::Lines(rows) => rows.break_off(),
                Worker::Debug(rows) => rows.break_off(),
                Worker::Keys(keys) => keys.break_off(),
            }
        }
        done
    }

    fn sink(&mut self) -> &mut S {
        self.parts().0
    }

    fn parts(&mut self) -> (&mut S, &mut Vec<u8>) {
        match self {
            Worker::Pretty(rows) => (&mut rows.sink, rows.output.text()),
            Worker::Lines(rows) => (&mut rows.sink, rows.output.text()),
            Worker::Debug(rows) => (&mut rows.sink, rows.output.text()),
            Worker::Keys(keys) => keys.parts(),
        }
    }
}
