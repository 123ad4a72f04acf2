use std::io::Write;
use std::ops::ControlFlow;

use cqlite_rows::{Partitions as _, Unfiltered};

use super::derived::Derived;
use super::files::Files;
use super::kept_rows::{can_be_kept, KeptRows};
use super::{IntactRanges, Outputs, Target, WriteError, Written};
use crate::compress::{DataWriter, WrittenData};
use crate::descriptor::Component;
use crate::{Sstable, SstableError};

/// Bytes of Data.db that are read at once.
const STEP: usize = 1 << 20;

/// Why components cannot be made anew.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RebuildError {
    /// What is wrong with Data.db or CompressionInfo.db.
    #[error("{0}")]
    Read(#[from] SstableError),
    /// Partitions or rows out of order, or what cannot be written.
    #[error("{0}")]
    Write(#[from] WriteError),
    /// Rows that are stored otherwise than they would be written, where these alone were wanted.
    #[error("rows are stored otherwise than they would be written")]
    NotAsWritten,
    /// The caller wants no more.
    #[error("interrupted")]
    Cancelled,
}

type Result<T = ()> = std::result::Result<T, RebuildError>;

/// Makes the components of an SSTable anew from its Data.db and CompressionInfo.db, which stay as they are: no row is encoded.
pub struct Rebuild<'s> {
    sstable: &'s Sstable,
    target: &'s Target,
    copies: bool,
    only_as_written: bool,
}

impl<'s> Rebuild<'s> {
    /// Those of an SSTable that can be opened; [`Target::like`] it, in its own version, says what Data.db does not tell.
    ///
    /// With `copies` Data.db and CompressionInfo.db go to the outputs as well; else they are there already, beside what is made.
    #[must_use]
    pub fn new(sstable: &'s Sstable, target: &'s Target, copies: bool) -> Self {
        Rebuild { sstable, target, copies, only_as_written: false }
    }

    /// Makes them only if all rows are stored as [`PartitionWriter`](super::PartitionWriter) would store them, which proves that no flag and no distance is
    /// wrong, and is quicker; else there is [`RebuildError::NotAsWritten`], of what is damaged too.
    #[must_use]
    pub fn only_as_written(mut self) -> Self {
        self.only_as_written = true;
        self
    }

    /// Makes them. `progress` is told how many bytes of how many have been read, and says whether to go on.
    ///
    /// # Errors
    /// Data.db is not intact to its end, what cannot be written, or the caller wants no more.
    pub fn run<O: Outputs>(
        &self,
        mut outputs: O,
        progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<(Written, O)> {
        if self.only_as_written && !can_be_kept(self.sstable, self.target) {
            return Err(RebuildError::NotAsWritten);
        }
        let write = |e: std::io::Error| RebuildError::Write(e.into());
        let data = if self.copies {
            let out = outputs.create(&Component::Data).map_err(write)?;
            let (out, data) = self.checksums(out, progress)?;
            outputs.close(&Component::Data, out).map_err(write)?;
            data
        } else {
            self.checksums(std::io::sink(), progress)?.1
        };
        let derived = self.rows(Derived::new(self.target, &mut outputs)?, progress)?;
        let mut files = Files::new(outputs, self.target);
        files.has(&Component::Data);
        if self.copies {
            // What was read of it: bytes after that are nobody's.
            if let Some(info) = self.sstable.compression() {
                files.write(Component::CompressionInfo, info)?;
            }
        } else {
            let there = self.sstable.components().source().components().map_err(SstableError::from)?;
            there.iter().for_each(|component| files.has(component));
        }
        let written = derived.finish(&mut files, &data)?;
        files.toc()?;
        files.outputs.commit().map_err(WriteError::Io)?;
        Ok((written, files.outputs))
    }

    fn total(&self, file: u64) -> u64 {
        file.saturating_add(self.sstable.data().len())
    }

    /// Reads the file from end to end, and hands it on.
    fn checksums<W: Write + Send + 'static>(
        &self,
        out: W,
        progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<(W, WrittenData)> {
        stored_data(self.sstable, self.target, out, &mut |at, len| progress(at, self.total(len)))
    }

    /// Reads all rows.
    fn rows<'t, W: Write>(
        &self,
        mut derived: Derived<'t, W>,
        progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<Derived<'t, W>> {
        // Shards before 2.1 are mended when they are read, but stay in the file.
        derived.statistics.has_legacy_counter_shards = self.target.rest.has_legacy_counter_shards;
        let before = self.sstable.components().open(&Component::Data)?.map_or(0, |file| file.len());
        if self.only_as_written {
            let mut go_on = |at| progress(before.saturating_add(at), self.total(before)).is_continue();
            return KeptRows::new(self.sstable, derived, &mut go_on).read().map_err(|stop| stop.of(self.sstable));
        }
        let mut partitions = IntactRanges::new(self.sstable.partitions());
        while partitions.next_partition()? {
            let begin = partitions.get_ref().position();
            derived.partition(partitions.key(), partitions.deletion(), partitions.static_row(), begin)?;
            derived.rows_begin(partitions.get_ref().rows_position());
            while partitions.next_unfiltered()? {
                let at = partitions.get_ref().unfiltered_position();
                match partitions.unfiltered() {
                    Some(Unfiltered::Row(row)) => derived.row(row, at)?,
                    Some(Unfiltered::Marker(marker)) => derived.marker(marker, at)?,
                    None => {}
                }
            }
            let end = partitions.get_ref().next_position();
            derived.end_partition(partitions.get_ref().unfiltered_position(), end)?;
            if progress(before.saturating_add(end), self.total(before)).is_break() {
                return Err(RebuildError::Cancelled);
            }
        }
        Ok(derived)
    }
}

/// Reads Data.db from end to end as it is stored, and hands it on; what is to be known of it, but for CompressionInfo.db.
pub(super) fn stored_data<W: Write + Send + 'static>(
    sstable: &Sstable,
    target: &Target,
    out: W,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(W, WrittenData)> {
    let (component, components) = (&Component::Data, sstable.components());
    let file = components.open(component)?.ok_or_else(|| components.missing(component))?;
    let (len, mut at) = (file.len(), 0);
    let mut buffer = vec![0; usize::try_from(len).unwrap_or(STEP).min(STEP)];
    // What is stored is taken for uncompressed data: it has the same digest.
    let mut writer = DataWriter::new(out, target.version(), None);
    while at < len {
        let step = usize::try_from(len - at).unwrap_or(STEP).min(buffer.len());
        let part = &mut buffer[..step];
        file.read_exact_at(at, part).map_err(|e| components.error_in(component, e))?;
        writer.write_all(part).map_err(WriteError::from)?;
        at += step as u64;
        if progress(at, len).is_break() {
            return Err(RebuildError::Cancelled);
        }
    }
    let (out, mut data) = writer.finish().map_err(WriteError::from)?;
    if let Some(chunks) = sstable.data().chunk_reader() {
        // Those with data are checked when the rows are read.
        chunks.check_empty_chunks().map_err(|e| components.error_in(component, e))?;
        data.crc = None;
        data.compression_ratio = chunks.map().compressed_length() as f64 / sstable.data().len() as f64;
    }
    Ok((out, data))
}
