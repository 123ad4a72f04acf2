use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::claim::{self, of_writer, Claim};
use super::{Outputs, WriteError};
use crate::descriptor::{Component, Format, SstableId};
use cqlite_format::version::SstableVersion;

/// Components in a directory: under temporary names, until all of them are complete and on the disk.
///
/// Whatever happens before, no file has the name of a component of an SSTable; temporary files are deleted when this is dropped, and are
/// passed over by readers. Data.db and, at the very end, TOC.txt get their names after all others.
#[derive(Debug)]
pub struct DirectoryOutputs {
    directory: PathBuf,
    /// What the names have in common, such as `nb-1-big`.
    prefix: String,
    /// What those of the temporary files have in common, whatever number the SSTable gets in the end.
    temporary_prefix: String,
    /// Of an SSTable that gets another number if its own has been taken meanwhile.
    numbered: Option<SstableVersion>,
    /// Those that have been made, in the order in which they get their names.
    made: Vec<Component>,
    is_committed: bool,
    /// Whose the temporary files are, once there are any.
    claim: SharedClaim,
    token: Option<String>,
    /// Nothing is written, only counted.
    is_dry: bool,
    /// Nobody needs the files after this process.
    is_for_itself: bool,
    /// Length of Data.db, once it is complete.
    data_len: u64,
}

/// That of all writers to a folder: one file is locked, however many SSTables there are.
type SharedClaim = Arc<Mutex<Option<Claim>>>;

impl DirectoryOutputs {
    /// For a new SSTable of a version in a directory, with the number after those that are there.
    ///
    /// # Errors
    /// The directory cannot be listed.
    pub fn new(directory: &Path, version: SstableVersion) -> io::Result<Self> {
        OutputFolder::list(directory).map(|mut folder| folder.next(version))
    }

    /// For an SSTable whose files' names begin with `prefix`.
    #[must_use]
    pub fn named(directory: &Path, prefix: String) -> Self {
        Self::claimed(directory, prefix, SharedClaim::default())
    }

    fn claimed(directory: &Path, prefix: String, claim: SharedClaim) -> Self {
        let directory = directory.to_owned();
        DirectoryOutputs {
            directory,
            temporary_prefix: prefix.clone(),
            prefix,
            numbered: None,
            made: Vec::new(),
            is_committed: false,
            claim,
            token: None,
            is_dry: false,
            is_for_itself: false,
            data_len: 0,
        }
    }

    /// Lets what is written go nowhere: all is as it would be, and no file is there.
    #[must_use]
    pub fn dry(mut self) -> Self {
        self.is_dry = true;
        self
    }

    /// Length of Data.db in bytes, once it is complete.
    #[must_use]
    pub fn data_len(&self) -> u64 {
        self.data_len
    }

    /// The path that the files have in common.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.directory.join(&self.prefix)
    }

    fn path_of(&self, component: &Component) -> PathBuf {
        self.directory.join(format!("{}-{component}", self.prefix))
    }

    /// Where a component is until all are committed.
    #[must_use]
    pub fn temporary(&self, component: &Component) -> PathBuf {
        let path = self.directory.join(format!("{}-{component}", self.temporary_prefix));
        of_writer(&path, self.token.as_deref().unwrap_or_default())
    }

    /// A new file with the temporary name of a component.
    fn file(&mut self, component: &Component) -> io::Result<File> {
        self.claim()?;
        let temporary = self.temporary(component);
        let file = OpenOptions::new().write(true).create_new(true).open(&temporary);
        file.map_err(|e| named(&temporary, e))
    }

    /// Takes part in the folder's claim.
    fn claim(&mut self) -> io::Result<()> {
        if self.token.is_none() {
            let mut claim = self.claim.lock().unwrap_or_else(PoisonError::into_inner);
            let claim = match &mut *claim {
                Some(claim) => claim,
                none => none.insert(Claim::new(&self.directory)?),
            };
            self.token = Some(claim.token().to_owned());
        }
        Ok(())
    }

    /// Takes an SSTable away that was committed: one of several that were to come into being together, of which another one could not.
    pub fn remove(&self) {
        if self.is_committed {
            self.remove_first(self.made.len());
        }
    }

    /// Removes some of the components, the last ones first: without Data.db there is no SSTable.
    fn remove_first(&self, count: usize) {
        for component in self.made[..count].iter().rev() {
            let _ = fs::remove_file(self.path_of(component));
        }
    }

    /// Gives all files their names, or none.
    fn rename_all(&self) -> io::Result<()> {
        for (done, component) in self.made.iter().enumerate() {
            if let Err(e) = self.rename(component) {
                self.remove_first(done);
                return Err(e);
            }
        }
        Ok(())
    }

    /// Becomes the SSTable with the number after those that are there now. Whether it may.
    fn take_next_number(&mut self) -> io::Result<bool> {
        let Some(version) = self.numbered else { return Ok(false) };
        self.prefix = prefix_of(version, &SstableId::Sequence(last_number(&self.directory)?.saturating_add(1)));
        Ok(true)
    }

    fn rename(&self, component: &Component) -> io::Result<()> {
        let to = self.path_of(component);
        // A link, unlike a new name, is never made over a file that has come there meanwhile.
        fs::hard_link(self.temporary(component), &to).map_err(|e| named(&to, e))
    }
}

/// A directory that new SSTables go to, listed once: each has the number after those that were there and after the last new one.
#[derive(Debug, Clone)]
pub struct OutputFolder {
    directory: PathBuf,
    /// The last number.
    last: u32,
    claim: SharedClaim,
    /// Where they have UUIDs instead: the last time, and the other half.
    uuid: Option<(u64, u64)>,
    is_dry: bool,
}

impl OutputFolder {
    /// A directory as it is now.
    ///
    /// # Errors
    /// It cannot be listed.
    pub fn list(directory: &Path) -> io::Result<Self> {
        Ok(OutputFolder {
            directory: directory.to_owned(),
            last: last_number(directory)?,
            claim: SharedClaim::default(),
            uuid: None,
            is_dry: false,
        })
    }

    /// A directory as it is now, or as it would be if it was made, to which nothing is written: all is done but that.
    ///
    /// # Errors
    /// It cannot be listed, though it is there.
    pub fn dry(directory: &Path) -> io::Result<Self> {
        let folder = match Self::list(directory) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => {
                let (claim, directory) = (SharedClaim::default(), directory.to_owned());
                OutputFolder { directory, last: 0, claim, uuid: None, is_dry: true }
            }
            other => other?,
        };
        Ok(OutputFolder { is_dry: true, ..folder })
    }

    /// From now on new SSTables have time UUIDs, each after the one before it, from a time on in 100 ns units since 1582-10-15, and with that
    /// other half (`UUIDBasedSSTableId`). Where they have already, nothing changes.
    pub fn use_uuids(&mut self, time: i64, low: u64) {
        let _ = self.uuid.get_or_insert((u64::try_from(time).unwrap_or(0), low));
    }

    /// Refuses names that releases which have a version do not know.
    ///
    /// # Errors
    /// SSTables are to have UUIDs.
    pub fn check_ids(&self, version: SstableVersion) -> Result<(), WriteError> {
        match self.uuid {
            Some(_) if version.predates_4_0() => Err(WriteError::Uuids { version: version.letters() }),
            _ => Ok(()),
        }
    }

    /// The directory.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.directory
    }

    /// Removes temporary files of writers to the directory that were killed; how many.
    ///
    /// Files of writers that are at work stay, and those of other programs.
    ///
    /// # Errors
    /// The directory cannot be listed, or a file not be removed.
    pub fn remove_stale(&self) -> io::Result<usize> {
        claim::remove_stale(&self.directory)
    }

    /// Outputs for an SSTable that this writer needs for itself: it is never committed, so that its files have temporary names for as long as
    /// they are there. `low` tells it from others.
    #[must_use]
    pub fn for_itself(&self, version: SstableVersion, low: u64) -> DirectoryOutputs {
        // A number would count as taken.
        let mut outputs = self.outputs(version, SstableId::Uuid { timestamp: 0, node: low });
        outputs.is_for_itself = true;
        outputs
    }

    /// Outputs for the next SSTable.
    pub fn next(&mut self, version: SstableVersion) -> DirectoryOutputs {
        let id = match &mut self.uuid {
            Some((timestamp, node)) => {
                *timestamp += 1;
                SstableId::Uuid { timestamp: *timestamp, node: *node }
            }
            None => {
                self.last = self.last.saturating_add(1);
                SstableId::Sequence(self.last)
            }
        };
        self.outputs(version, id)
    }

    fn outputs(&self, version: SstableVersion, id: SstableId) -> DirectoryOutputs {
        let prefix = prefix_of(version, &id);
        let mut outputs = DirectoryOutputs::claimed(&self.directory, prefix, Arc::clone(&self.claim));
        outputs.numbered = matches!(id, SstableId::Sequence(_)).then_some(version);
        outputs.is_dry = self.is_dry;
        outputs
    }
}

fn prefix_of(version: SstableVersion, id: &SstableId) -> String {
    format!("{}-{id}-{}", version.letters(), Format::of(version).name())
}

/// The largest number of an SSTable in a directory. Names of all files count, also of those that another writer has not completed.
fn last_number(directory: &Path) -> io::Result<u32> {
    let mut last = 0;
    for entry in directory.read_dir().map_err(|e| named(directory, e))? {
        let name = entry.map_err(|e| named(directory, e))?.file_name();
        let number = name.to_str().and_then(|name| name.split('-').nth(1)).and_then(SstableId::parse);
        if let Some(SstableId::Sequence(n)) = number {
            last = last.max(n);
        }
    }
    Ok(last)
}

fn named(path: &Path, e: io::Error) -> io::Error {
    io::Error::new(e.kind(), format!("{}: {e}", path.display()))
}

impl Outputs for DirectoryOutputs {
    type Out = io::BufWriter<SyncedFile>;

    fn create(&mut self, component: &Component) -> io::Result<Self::Out> {
        let path = self.path_of(component);
        if self.numbered.is_none() && path.symlink_metadata().is_ok() {
            return Err(named(&path, io::ErrorKind::AlreadyExists.into()));
        }
        let file = match self.is_dry {
            true => None,
            false => Some(self.file(component)?),
        };
        self.made.push(component.clone());
        Ok(io::BufWriter::with_capacity(
            super::gathered::BLOCK,
            SyncedFile { file, len: 0, unsynced: (!self.is_for_itself).then_some(0) },
        ))
    }

    fn close(&mut self, component: &Component, out: Self::Out) -> io::Result<()> {
        let at = |e| named(&self.temporary(component), e);
        let file = out.into_inner().map_err(|e| at(e.into_error()))?;
        if *component == Component::Data {
            self.data_len = file.len;
        }
        let file_at_end = file.file.filter(|_| !self.is_for_itself);
        file_at_end.map_or(Ok(()), |file| file.sync_all()).map_err(|e| named(&self.temporary(component), e))
    }

    fn commit(&mut self) -> io::Result<()> {
        if self.is_dry {
            return Ok(());
        }
        self.made.sort_by_key(|component| match component {
            Component::Toc => 2,
            Component::Data => 1,
            _ => 0,
        });
        while let Err(e) = self.rename_all() {
            // Another writer has taken the number meanwhile.
            if e.kind() != io::ErrorKind::AlreadyExists || !self.take_next_number()? {
                return Err(e);
            }
        }
        self.is_committed = true;
        // All is there: what is left of a temporary name does no harm.
        self.made.iter().for_each(|component| drop(fs::remove_file(self.temporary(component))));
        #[cfg(unix)]
        File::open(&self.directory)
            .and_then(|directory| directory.sync_all())
            .map_err(|e| named(&self.directory, e))?;
        Ok(())
    }
}

/// A file that is brought to the disk while it is written, so that little is left to be waited for at its end (`trickle_fsync`).
#[derive(Debug)]
pub struct SyncedFile {
    /// None if nothing is to be there.
    file: Option<File>,
    len: u64,
    /// Bytes since that was done last; none if it need not be.
    unsynced: Option<usize>,
}

/// Bytes after which it is done again.
const SYNC_EACH: usize = 32 << 20;

impl io::Write for SyncedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.as_mut().map_or(Ok(bytes.len()), |file| file.write(bytes))?;
        self.len += written as u64;
        let Some(unsynced) = &mut self.unsynced else { return Ok(written) };
        *unsynced += written;
        if *unsynced >= SYNC_EACH {
            *unsynced = 0;
            self.file.as_ref().map_or(Ok(()), File::sync_data)?;
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), |file| file.flush())
    }
}

impl Drop for DirectoryOutputs {
    fn drop(&mut self) {
        if !self.is_committed && !self.is_dry {
            self.made.iter().for_each(|component| drop(fs::remove_file(self.temporary(component))));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What only this process needs would be brought to the disk for nothing.
    #[test]
    fn files_of_sstables_are_synced_and_those_for_itself_are_not() {
        let directory = std::env::temp_dir().join(format!("cqlite-synced-{}", std::process::id()));
        fs::create_dir_all(&directory).expect("a folder");
        let version = SstableVersion::find("nb").expect("a version");
        let mut folder = OutputFolder::list(&directory).expect("a folder");
        let unsynced = |mut outputs: DirectoryOutputs| {
            let mut out = outputs.create(&Component::Data).expect("a file");
            io::Write::write_all(&mut out, &[1; super::super::gathered::BLOCK + 1]).expect("written");
            let unsynced = out.get_ref().unsynced;
            outputs.close(&Component::Data, out).expect("closed");
            (unsynced.is_some(), outputs.data_len())
        };
        let len = super::super::gathered::BLOCK as u64 + 1;
        assert_eq!(unsynced(folder.next(version)), (true, len));
        assert_eq!(unsynced(folder.for_itself(version, 1)), (false, len));
        fs::remove_dir_all(&directory).expect("removed");
    }
}
