//! What is intact of a damaged SSTable.

mod readable;
mod report;
mod source;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use cqlite_format::version::SstableVersion;
use cqlite_sstable::compress::Compression;
use cqlite_sstable::descriptor::{Component, Descriptor};
use cqlite_sstable::writer::{DirectoryOutputs, SstableWriter, Target, WriteError};
use cqlite_sstable::Sstable;
use cqlite_verify::{Proof, Survey, Verifier, VerifyOptions};

use crate::write::header_of;
use crate::write::NewSstable;
use crate::{Error, ErrorKind};

pub use report::{Key, Loss, Salvaged};

use source::Source;

/// Takes out of damaged SSTables what is provably intact, partition by partition, and says what is lost.
///
/// No row is invented, and none is altered: what no checksum holds of is not looked at, and a partition of which a part is lost is lost as a
/// whole, for what is left of it would lack deletions that were in the other part.
#[derive(Debug, Default)]
pub struct Salvage<'c> {
    copy: Option<PathBuf>,
    version: Option<SstableVersion>,
    compression: Option<Option<Compression>>,
    cancel: Option<&'c AtomicBool>,
    unproven: bool,
}

impl<'c> Salvage<'c> {
    /// As the SSTables are.
    #[must_use]
    pub fn new() -> Self {
        Salvage::default()
    }

    /// Keeps what no checksum proves too, if there is none: partitions that decode, are in order, have values of their types, and are where the
    /// index has them. A value may be another one than it was.
    #[must_use]
    pub fn unproven(mut self) -> Self {
        self.unproven = true;
        self
    }

    /// By the Statistics.db of a copy of the SSTable, of which a component is named. It has to be one: times of rows are stored relative to
    /// what is there.
    #[must_use]
    pub fn header_of(mut self, copy: impl Into<PathBuf>) -> Self {
        self.copy = Some(copy.into());
        self
    }

    /// In a version; else in their own.
    #[must_use]
    pub fn to(mut self, version: SstableVersion) -> Self {
        self.version = Some(version);
        self
    }

    /// Compressed so, or not at all; else as they are.
    #[must_use]
    pub fn compression(mut self, compression: Option<Compression>) -> Self {
        self.compression = Some(compression);
        self
    }

    /// Ends with [`ErrorKind::Cancelled`] once this is set.
    #[must_use]
    pub fn cancel(mut self, flag: &'c AtomicBool) -> Self {
        self.cancel = Some(flag);
        self
    }

    /// Writes what is intact of an SSTable into a directory, with the number after those that are there.
    ///
    /// # Errors
    /// Nothing can be read for want of Statistics.db or CompressionInfo.db, what the version cannot have, or the directory.
    pub fn run(&self, descriptor: &Descriptor, directory: impl AsRef<Path>) -> Result<Salvaged, Error> {
        self.run_with(descriptor, directory, |_, _| {})
    }

    /// The same, and says from time to time how many bytes of the uncompressed data are done, of how many; it goes through them thrice.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn run_with(
        &self,
        descriptor: &Descriptor,
        directory: impl AsRef<Path>,
        mut progress: impl FnMut(u64, u64),
    ) -> Result<Salvaged, Error> {
        let components = header_of::components(descriptor, self.copy.as_deref())?;
        source::check_statistics(&components).map_err(header_of::hint)?;
        let go_on = || match self.cancel.is_some_and(|flag| flag.load(Ordering::Relaxed)) {
            true => Err(Error::new(ErrorKind::Cancelled, "interrupted")),
            false => Ok(()),
        };
        let opened = Source::open(&components, &mut |done, total| {
            progress(done, total);
            go_on()
        });
        let Source { sstable, proof, notes, is_doubtful } = opened?;
        if proof == Proof::Rows && !self.unproven {
            let text = "no checksum proves a byte of it: Digest.crc32 and CRC.db are missing, or do not hold";
            let e = Error::new(ErrorKind::Corrupt, text)
                .in_file(&descriptor.path_of(&Component::Data).display().to_string());
            return Err(e.and("--unproven keeps what decodes, with values that may be wrong"));
        }
        let mut target = self.target(&sstable)?;
        let (len, never) = (sstable.data().len(), AtomicBool::new(false));
        let mut survey = Verifier::new(&sstable, VerifyOptions::default()).survey(
            &sstable,
            proof,
            &mut |p| progress(p.done, len.saturating_mul(PASSES)),
            self.cancel.unwrap_or(&never),
        )?;
        if let Some(finding) = survey.outside_bounds.take().filter(|_| !sstable.version().has_metadata_checksum()) {
            let text = format!("{finding}; no checksum tells whether Statistics.db is wrong or the rows are");
            return Err(Error::new(ErrorKind::Corrupt, text).in_file(sstable.label()).and(header_of::HINT));
        }
        let mut progress = |pass: u64, at: u64| {
            progress(len.saturating_mul(pass).saturating_add(at), len.saturating_mul(PASSES));
            go_on()
        };
        let Survey { mut intact, partitions, losses, .. } = survey;
        let mut losses = losses.into_iter().map(|loss| Loss::of(loss, &sstable)).collect();
        readable::check(&sstable, &mut intact, &mut losses, &mut |at| progress(1, at))?;
        target.estimated_keys = partitions;
        if !losses.is_empty() || is_doubtful {
            // What is lost has to be repaired again (`SortedTableScrubber`).
            target.rest.repaired_at = 0;
            target.rest.pending_repair = None;
        }
        let new = match intact.as_slice() {
            [] => None,
            intact => Some(write(&sstable, intact, &target, directory.as_ref(), &mut |at| progress(2, at))?),
        };
        Ok(Salvaged { new, losses, proof, notes, is_doubtful })
    }

    fn target(&self, sstable: &Sstable) -> Result<Target, Error> {
        let mut target = Target::like(sstable, self.version.unwrap_or(sstable.version())).map_err(|e| {
            let is_of_version = matches!(e, WriteError::Version(_));
            let e = Error::from(e).in_file(sstable.label());
            if is_of_version {
                e.and("--to names one")
            } else {
                e
            }
        })?;
        if let Some(compression) = &self.compression {
            target.compression.clone_from(compression);
        }
        Ok(target)
    }
}

/// Writes the partitions in some ranges of the data.
fn write(
    sstable: &Sstable,
    intact: &[Range<u64>],
    target: &Target,
    directory: &Path,
    progress: &mut dyn FnMut(u64) -> Result<(), Error>,
) -> Result<NewSstable, Error> {
    let in_file = |e: WriteError| match Error::from(e) {
        e if e.kind() == ErrorKind::Io => e.in_file(&directory.display().to_string()),
        e => e.in_file(sstable.label()),
    };
    let outputs = DirectoryOutputs::new(directory, target.version()).map_err(|e| in_file(e.into()))?;
    let path = outputs.path();
    let mut writer = SstableWriter::new(target, outputs).map_err(in_file)?;
    for range in intact {
        let mut partitions = sstable.partitions_in(range.clone());
        while partitions.next_partition()? {
            let written = writer.write_partition::<_, Error>(&mut partitions);
            written.map_err(|e| e.in_file(&path.display().to_string()))?;
            progress(partitions.position())?;
        }
    }
    Ok(NewSstable { path, written: writer.finish().map_err(in_file)? })
}

/// How often the data is gone through.
const PASSES: u64 = 3;
