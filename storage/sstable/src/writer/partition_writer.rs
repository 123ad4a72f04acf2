use cqlite_format::data::SstableDataParams;
use cqlite_rows::{DeletionTime, Partitions, RangeTombstoneMarker, Row, RowWriter, Unfiltered};

use super::derived::Derived;
use super::files::Files;
use super::{Outputs, Target, WriteError};
use crate::compress::{DataWriter, FileLength};
use crate::descriptor::Component;

/// Writes an SSTable of partitions, rows and markers that come in their order.
///
/// Reference: `SortedTableWriter`.
pub struct PartitionWriter<'t, O: Outputs> {
    target: &'t Target,
    outputs: O,
    rows: RowWriter<'t, DataWriter<O::Out>>,
    data_length: FileLength,
    derived: Derived<'t, O::Out>,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Number of partitions.
    pub partitions: u64,
    /// Number of rows, and static rows that are not empty.
    pub rows: u64,
    /// Number of cells.
    pub cells: u64,
}

type Result<T = ()> = std::result::Result<T, WriteError>;

impl<'t, O: Outputs> PartitionWriter<'t, O> {
    /// One that writes to `outputs`.
    ///
    /// # Errors
    /// There is no such filter, or outputs that cannot be made.
    pub fn new(target: &'t Target, mut outputs: O) -> Result<Self> {
        let version = target.version;
        if let Some(compression) = &target.compression {
            compression.check(version)?;
        }
        let data = DataWriter::new(outputs.create(&Component::Data)?, version, target.compression.as_ref());
        let derived = Derived::new(target, &mut outputs)?;
        let params = SstableDataParams::new(version, &target.header);
        let data_length = data.file_length();
        let rows = RowWriter::new(data, params, target.table.encoding_stats);
        Ok(PartitionWriter { rows, data_length, derived, target, outputs })
    }

    /// A partition begins.
    ///
    /// # Errors
    /// It is not after the one before it, or has what cannot be stored.
    pub fn partition(&mut self, key: &[u8], deletion: Option<DeletionTime>, static_row: Option<&Row>) -> Result {
        self.derived.partition(key, deletion, static_row, self.rows.position()?)?;
        self.rows.partition(key, deletion, static_row)?;
        self.derived.rows_begin(self.rows.position()?);
        Ok(())
    }

    /// A row of the partition.
    ///
    /// # Errors
    /// It is not after the one before it, or has what cannot be stored.
    pub fn row(&mut self, row: &Row) -> Result {
        self.derived.row(row, self.rows.position()?)?;
        Ok(self.rows.row(row)?)
    }

    /// A marker of the partition.
    ///
    /// # Errors
    /// It is not after the one before it, or has what cannot be stored.
    pub fn marker(&mut self, marker: &RangeTombstoneMarker) -> Result {
        self.derived.marker(marker, self.rows.position()?)?;
        Ok(self.rows.marker(marker)?)
    }

    /// The partition ends.
    ///
    /// # Errors
    /// What cannot be stored.
    pub fn end_partition(&mut self) -> Result {
        let rows_end = self.rows.position()?;
        self.rows.end_partition()?;
        self.derived.end_partition(rows_end, self.rows.position()?)
    }

    /// Position in the uncompressed data of what is written next.
    ///
    /// # Errors
    /// Something could not be written: nothing more can be.
    pub fn position(&self) -> Result<u64> {
        Ok(self.rows.position()?)
    }

    /// Lets [`Self::data_file_length`] be asked for after each partition: Data.db is compressed chunk by chunk, not several together.
    #[must_use]
    pub fn follow_length(self) -> Self {
        self.data_length.follow();
        self
    }

    /// About the length of Data.db so far, with what has not been compressed yet.
    ///
    /// # Errors
    /// Something could not be written: nothing more can be.
    pub fn data_file_length(&self) -> Result<u64> {
        Ok(self.data_length.with(self.position()?))
    }

    /// Writes all that there is to come.
    ///
    /// # Errors
    /// Those of the partitions, or of writing them.
    pub fn write_all<P, E>(&mut self, partitions: &mut P) -> std::result::Result<(), E>
    where
        P: Partitions,
        E: From<P::Error> + From<WriteError>,
    {
        while partitions.next_partition()? {
            self.write_partition::<P, E>(partitions)?;
        }
        Ok(())
    }

    /// Writes the partition at hand.
    ///
    /// # Errors
    /// Those of the partition, or of writing it.
    pub fn write_partition<P, E>(&mut self, partition: &mut P) -> std::result::Result<(), E>
    where
        P: Partitions,
        E: From<P::Error> + From<WriteError>,
    {
        self.partition(partition.key(), partition.deletion(), partition.static_row())?;
        while partition.next_unfiltered()? {
            match partition.unfiltered() {
                Some(Unfiltered::Row(row)) => self.row(row)?,
                Some(Unfiltered::Marker(marker)) => self.marker(marker)?,
                None => {}
            }
        }
        Ok(self.end_partition()?)
    }

    /// Ends the SSTable: from now on it is there.
    ///
    /// # Errors
    /// There is nothing in it, or it cannot be written.
    pub fn finish(self) -> Result<Written> {
        self.finish_into().map(|(written, _)| written)
    }

    /// The same, and gives the outputs back.
    ///
    /// # Errors
    /// There is nothing in it, or it cannot be written.
    pub fn finish_into(self) -> Result<(Written, O)> {
        let (written, mut outputs) = self.complete()?;
        outputs.commit()?;
        Ok((written, outputs))
    }

    /// Writes all components, and leaves it to the caller to [commit](Outputs::commit) them: of several SSTables that come into being
    /// together.
    ///
    /// # Errors
    /// There is nothing in it, or it cannot be written.
    pub fn complete(self) -> Result<(Written, O)> {
        let mut data = self.rows.finish()?;
        if self.target.ends_with_empty_chunk {
            data.end_with_empty_chunk();
        }
        let (out, data) = data.finish()?;
        let mut files = Files::new(self.outputs, self.target);
        files.close(Component::Data, out)?;
        let written = self.derived.finish(&mut files, &data)?;
        if let Some(info) = &data.compression {
            files.write(Component::CompressionInfo, info)?;
        }
        files.toc()?;
        Ok((written, files.outputs))
    }
}
