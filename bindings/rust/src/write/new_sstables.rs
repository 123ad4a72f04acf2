use std::path::{Path, PathBuf};

use cqlite_merge::read_ahead;
use cqlite_rows::Partitions;
use cqlite_sstable::writer::{
    DirectoryOutputs, OutputFolder, Outputs as _, PartitionWriter, Target, WriteError, Written,
};

use super::unwritable::Failed;
use super::WriteOptions;
use crate::{Error, ErrorKind};

/// A new SSTable.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NewSstable {
    /// What the paths of its files have in common.
    pub path: PathBuf,
    /// What was written.
    pub written: Written,
    /// Length of Data.db in bytes.
    pub data_len: u64,
}

/// SSTables in a directory that come into being together, of partitions in their order.
pub(super) struct NewSstables<'t> {
    options: &'t WriteOptions<'t>,
    target: &'t Target,
    folder: &'t mut OutputFolder,
    /// What errors in what is read are said of.
    source: String,
    open: Option<(PathBuf, PartitionWriter<'t, DirectoryOutputs>)>,
    complete: Vec<(NewSstable, DirectoryOutputs)>,
    /// The last key of the SSTable that was closed last: those of the next one come after it.
    last_key: Option<Vec<u8>>,
}

impl<'t> NewSstables<'t> {
    pub(super) fn new(
        options: &'t WriteOptions<'t>,
        target: &'t Target,
        folder: &'t mut OutputFolder,
        source: impl Into<String>,
    ) -> Self {
        NewSstables { options, target, folder, source: source.into(), open: None, complete: Vec::new(), last_key: None }
    }

    /// Partitions to come go to another SSTable, as this target says; they may be before those so far.
    pub(super) fn begin(&mut self, target: &'t Target) -> Result<(), Error> {
        if let Some((path, writer)) = self.open.take() {
            self.close(path, writer)?;
        }
        (self.target, self.last_key) = (target, None);
        Ok(())
    }

    /// Writes all partitions that there are to come, while another thread reads them if there can be one.
    pub(super) fn write_all(&mut self, partitions: &mut impl Partitions<Error = Error>) -> Result<(), Error> {
        match read_ahead(partitions, |ahead| self.write_each(ahead)) {
            Some(done) => done,
            None => self.write_each(partitions),
        }
    }

    /// Writes all partitions that there are to come: a few.
    pub(super) fn write_each(&mut self, partitions: &mut impl Partitions<Error = Error>) -> Result<(), Error> {
        while partitions.next_partition()? {
            self.write(partitions)?;
        }
        Ok(())
    }

    /// Writes the partition at hand.
    fn write(&mut self, partition: &mut impl Partitions<Error = Error>) -> Result<(), Error> {
        let key = self.options.max_size.map(|_| partition.key().to_vec());
        let (path, mut writer) = match self.open.take() {
            Some(open) => open,
            None => {
                self.check_order(partition.key())?;
                let outputs = self.options.next_outputs(self.folder, self.target.version());
                let outputs = outputs.map_err(|e| self.at(e.into(), self.folder.path()))?;
                let path = outputs.path();
                let writer = PartitionWriter::new(self.target, outputs).map_err(|e| self.at(e.into(), &path))?;
                (path, if self.options.max_size.is_some() { writer.follow_length() } else { writer })
            }
        };
        if let Err(e) = writer.write_partition::<_, Failed>(partition) {
            return Err(self.at(e.at(partition, self.target.schema()), &path));
        }
        if self.options.is_full(|| writer.data_file_length())? {
            self.close(path, writer)?;
            self.last_key = key;
        } else {
            self.open = Some((path, writer));
        }
        Ok(())
    }

    /// Each SSTable's writer knows the order of its own keys only.
    fn check_order(&self, key: &[u8]) -> Result<(), Error> {
        let partitioner = &self.target.schema().keys.partitioner;
        let is_behind =
            |last: &Vec<u8>| partitioner.compare_keys(&partitioner.decorate(last), &partitioner.decorate(key)).is_lt();
        match self.last_key.as_ref().is_none_or(is_behind) {
            true => Ok(()),
            false => Err(self.at(WriteError::KeyOrder(key.to_vec()).into(), self.folder.path())),
        }
    }

    fn close(&mut self, path: PathBuf, writer: PartitionWriter<'t, DirectoryOutputs>) -> Result<(), Error> {
        let (written, outputs) = writer.complete().map_err(|e| self.at(e.into(), &path))?;
        let data_len = outputs.data_len();
        self.complete.push((NewSstable { path, written, data_len }, outputs));
        Ok(())
    }

    /// From now on all of them are there.
    pub(super) fn finish(mut self) -> Result<Vec<NewSstable>, Error> {
        if let Some((path, writer)) = self.open.take() {
            self.close(path, writer)?;
        }
        for i in 0..self.complete.len() {
            let (sstable, outputs) = &mut self.complete[i];
            if let Err(e) = outputs.commit() {
                let path = sstable.path.clone();
                self.complete[..=i].iter().for_each(|(_, outputs)| outputs.remove());
                return Err(self.at(WriteError::Io(e).into(), &path));
            }
            // It may have another number now.
            sstable.path = outputs.path();
        }
        Ok(self.complete.into_iter().map(|(sstable, _)| sstable).collect())
    }

    /// What the output says is of the output; what is read has its file already, or it is of all that is read.
    fn at(&self, e: Error, output: &Path) -> Error {
        match e.kind() {
            ErrorKind::Io => e.in_file(&output.display().to_string()),
            ErrorKind::Cancelled => e,
            _ => e.in_file(&self.source),
        }
    }
}
