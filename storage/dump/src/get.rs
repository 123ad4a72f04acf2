use std::io::Write;
use std::sync::atomic::AtomicBool;

use cqlite_rows::{RangeTombstoneMarker, Row, RowHead, Unfiltered};
use cqlite_sstable::reader::{PartitionIterator, Slice};
use cqlite_sstable::Sstable;

use crate::json::Json;
use crate::layout::{Frame, Layout, Lines, Pretty};
use crate::options::{DumpOptions, Format};
use crate::rows::{Output, Result};
use crate::sink::{Direct, Out, Progress, Sink as _};
use crate::table::Table;

/// Partitions of some SSTables, or a slice of each: found by the index, and written as by a [`Dump`](crate::Dump), each with what
/// names its SSTable.
///
/// Where a range deletion goes over an end of the slice, a bound of it stands there, as in what Cassandra reads.
pub struct Get<'o, W> {
    out: Out<'o, W>,
    options: DumpOptions,
    progress: Progress<'o>,
}

impl<'o, W: Write> Get<'o, W> {
    /// Writes what is asked for from now on. Of the options the format counts, which is [`Format::Lines`] or [`Format::Pretty`], and
    /// those about times. `cancel` ends the work soon after it becomes true.
    #[must_use]
    pub fn new(out: &'o mut W, options: DumpOptions, cancel: &'o AtomicBool) -> Self {
        let format = if options.format == Format::Lines { Format::Lines } else { Format::Pretty };
        let options = DumpOptions { format, ..options };
        Get { out: Out::new(out, Frame::of(format)), options, progress: Progress::new(cancel) }
    }

    /// Writes the partition of a key, given as its bytes are stored; `false` if the SSTable does not have it. If the data is damaged, what
    /// could be read before the damage is written.
    ///
    /// # Errors
    /// Filter, index or data are damaged; there is no index; there is something that sstabledump cannot print either; the writer fails.
    pub fn partition(&mut self, sstable: &Sstable, key: &[u8], slice: Slice) -> Result<bool> {
        self.find(sstable, key, slice).map_err(|e| e.in_file(sstable.label()))
    }

    fn find(&mut self, sstable: &Sstable, key: &[u8], slice: Slice) -> Result<bool> {
        let table = Table { name: Some(sstable.label()), ..Table::new(sstable, &self.options)? };
        let Some(mut partition) = sstable.partition(key, slice)? else { return Ok(false) };
        if !partition.next_partition()? {
            return Ok(false);
        }
        match self.options.format {
            Format::Lines => self.write(Json::<Lines>::new(&table), &mut partition),
            _ => self.write(Json::<Pretty>::new(&table), &mut partition),
        }
    }

    fn write<L: Layout>(&mut self, json: Json<'_, L>, partition: &mut PartitionIterator<'_>) -> Result<bool> {
        let mut sink = Direct::new(&mut self.out, &self.progress, |_| {});
        let position = partition.rows_position();
        sink.begin(position);
        let mut writer = Writer { json, whole: 0, is_open: false, is_first: true };
        let mut done = writer.head(partition);
        while done.is_ok() {
            done = match partition.next_unfiltered() {
                Ok(None) => break,
                Ok(Some(_)) => writer.unfiltered(partition).and_then(|()| sink.done(position, writer.json.text())),
                Err(e) => Err(e.into()),
            };
            writer.whole = writer.whole.min(writer.json.text().len());
        }
        writer.end();
        sink.end(position, writer.json.text())?;
        done.map(|()| true)
    }

    /// Writes what stands behind the last partition.
    ///
    /// # Errors
    /// The writer fails.
    pub fn finish(self) -> Result {
        self.out.finish()
    }
}

/// One partition.
struct Writer<'t, L> {
    json: Json<'t, L>,
    /// Length of the text up to the last row, marker or head that is whole.
    whole: usize,
    /// The head of the partition is whole.
    is_open: bool,
    /// There is no row or marker yet.
    is_first: bool,
}

impl<L: Layout> Writer<'_, L> {
    fn head(&mut self, partition: &PartitionIterator<'_>) -> Result {
        let position = partition.rows_position();
        self.json.partition(partition.key(), partition.position())?;
        self.json.partition_head(position, partition.deletion())?;
        (self.whole, self.is_open) = (self.json.text().len(), true);
        partition.static_row().map_or(Ok(()), |row| self.row(position, row))
    }

    fn unfiltered(&mut self, partition: &PartitionIterator<'_>) -> Result {
        let position = partition.unfiltered_position();
        match partition.unfiltered() {
            Some(Unfiltered::Row(row)) => self.row(position, row),
            Some(Unfiltered::Marker(marker)) => self.marker(position, marker),
            None => Ok(()),
        }
    }

    fn row(&mut self, position: u64, row: &Row) -> Result {
        let is_static = row.is_static();
        let head = RowHead { liveness: row.liveness, deletion: row.deletion, ..RowHead::NONE };
        self.json.row(position, Some(&row.clustering).filter(|_| !is_static))?;
        self.json.row_head(&head)?;
        for column in row.columns() {
            self.json.column(column.index, is_static, column.deletion)?;
            column.cells().try_for_each(|cell| self.json.cell(column.index, is_static, &cell, &head))?;
        }
        self.json.end_row();
        self.done();
        Ok(())
    }

    fn marker(&mut self, position: u64, marker: &RangeTombstoneMarker) -> Result {
        self.json.marker(position, marker.kind(), &marker.bound)?;
        if let Some((deletion, start)) = marker.deletions.stored() {
            self.json.marker_body(deletion, start)?;
        }
        self.done();
        Ok(())
    }

    fn done(&mut self) {
        self.whole = self.json.text().len();
        self.is_first = false;
    }

    /// Ends the partition behind what is whole of it.
    fn end(&mut self) {
        self.json.text().truncate(self.whole);
        if self.is_open {
            self.json.drop_row(self.is_first);
            self.json.end_partition();
        }
    }
}
