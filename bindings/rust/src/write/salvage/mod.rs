//! What is intact of a damaged SSTable.

mod header;
mod readable;
mod report;
mod source;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use cqlite_schema::partitioner::Partitioner;
use cqlite_sstable::descriptor::{Component, Descriptor};
use cqlite_sstable::writer::{OutputFolder, Target, WriteError};
use cqlite_verify::{Proof, Survey, Verifier, VerifyOptions};

use crate::write::header_of::{self, ReadableSstable};
use crate::write::in_order::InOrder;
use crate::write::new_sstables::NewSstables;
use crate::write::statistics::LostPart;
use crate::write::watched::Watched;
use crate::write::WriteOptions;
use crate::{Error, ErrorKind, Remedy};

pub use header::HeaderProof;
pub use report::{Key, Loss, Salvaged};

use header::Said;

use source::DamagedSstable;

/// Takes out of damaged SSTables what is provably intact, partition by partition, and says what is lost.
///
/// No row is invented, and none is altered: what no checksum holds of is not looked at, and a partition of which a part is lost is lost as a
/// whole, for what is left of it would lack deletions that were in the other part.
#[derive(Debug)]
pub struct Salvage<'c> {
    options: WriteOptions<'c>,
    copy: Option<PathBuf>,
    partitioner: Option<Partitioner>,
    unproven: bool,
}

impl<'c> Salvage<'c> {
    /// Writes it so.
    #[must_use]
    pub fn new(options: WriteOptions<'c>) -> Self {
        Salvage { options, copy: None, partitioner: None, unproven: false }
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

    /// By this partitioner where Statistics.db is damaged and does not prove which it is.
    #[must_use]
    pub fn partitioner(mut self, partitioner: Partitioner) -> Self {
        self.partitioner = Some(partitioner);
        self
    }

    /// Writes what is intact of an SSTable into a directory, with the number after those that are there.
    ///
    /// # Errors
    /// Nothing can be read for want of Statistics.db or CompressionInfo.db, what the version cannot have, or the directory.
    pub fn run(&self, descriptor: &Descriptor, directory: impl AsRef<Path>) -> Result<Salvaged, Error> {
        let mut folder = OutputFolder::list(directory.as_ref()).map_err(WriteError::Io)?;
        self.run_with(descriptor, &mut folder, |_, _| {})
    }

    /// The same into a folder that may get more of them, which is listed once; and says from time to time how many bytes of the uncompressed data are done, of how many; it goes through them thrice.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn run_with(
        &self,
        descriptor: &Descriptor,
        folder: &mut OutputFolder,
        mut progress: impl FnMut(u64, u64),
    ) -> Result<Salvaged, Error> {
        let found = header_of::components(descriptor, self.copy.as_deref(), self.partitioner.as_ref())?;
        let ReadableSstable { components, lost } = found;
        source::check_statistics(&components).map_err(header_of::hint)?;
        let opened = DamagedSstable::open(&components, &mut |done, total| {
            progress(done, total);
            self.options.check_cancelled()
        });
        let DamagedSstable { sstable, proof, mut notes, mut doubts } = opened?;
        let header = HeaderProof::of(&components, header_of::is_same_in_copy(descriptor, self.copy.as_deref())?);
        if proof == Proof::Rows && !self.unproven {
            let text = "no checksum proves a byte of it: Digest.crc32 and CRC.db are missing, or do not hold";
            let e = Error::new(ErrorKind::Corrupt, text)
                .in_file(&descriptor.path_of(&Component::Data).display().to_string());
            return Err(e.remedied_by(&[Remedy::Unproven]));
        }
        let mut target = self.options.target_like(&sstable)?;
        let (len, never) = (sstable.data().len(), AtomicBool::new(false));
        let is_partitioner_known = !lost.contains(&LostPart::Validation);
        let options = VerifyOptions { is_partitioner_known, ..VerifyOptions::default() };
        let survey = Verifier::new(&sstable, options).survey(
            &sstable,
            proof,
            &mut |p| progress(p.done, len.saturating_mul(PASSES)),
            self.options.cancel.unwrap_or(&never),
        )?;
        let said: Said = header.judge(&sstable, &survey, self.unproven)?;
        notes.extend(said.notes);
        doubts.extend(said.doubts);
        let mut progress = |pass: u64, at: u64| {
            progress(len.saturating_mul(pass).saturating_add(at), len.saturating_mul(PASSES));
            self.options.check_cancelled()
        };
        let Survey { mut intact, partitions, mut displaced, losses, .. } = survey;
        let mut losses = losses.into_iter().map(|loss| Loss::of(loss, &sstable)).collect();
        for intact in displaced.iter_mut().map(|run| &mut run.intact).chain([&mut intact]) {
            readable::check(&sstable, intact, &mut losses, &mut |at| progress(1, at))?;
        }
        notes.extend(displaced.iter().map(|run| {
            let (n, first) = (run.partitions, &run.why);
            match n {
                1 => format!("one partition goes to an SSTable of its own: {first}"),
                _ => format!(
                    "{n} partitions go to an SSTable of their own, for they are out of order; the first: {first}"
                ),
            }
        }));
        header.forget_unproven(&mut target);
        if !losses.is_empty() || !doubts.is_empty() {
            // What is lost has to be repaired again (`SortedTableScrubber`).
            target.rest.repaired_at = 0;
            target.rest.pending_repair = None;
        }
        let runs: Vec<(Target, Vec<Range<u64>>)> = [(partitions, intact)]
            .into_iter()
            .chain(displaced.into_iter().map(|run| (run.partitions, run.intact)))
            .map(|(partitions, intact)| {
                let mut target = target.clone();
                target.estimated_keys = Some(partitions);
                (target, intact)
            })
            .collect();
        let mut out = NewSstables::new(&self.options, &target, folder, sstable.label());
        for (target, intact) in &runs {
            out.begin(target)?;
            for range in intact {
                let partitions = InOrder::new(&sstable, sstable.partitions_in(range.clone()).of_damaged());
                let at = |partitions: &InOrder<'_>| drop(progress(2, partitions.position()));
                out.write_all(&mut Watched::new(partitions, &self.options, at))?;
            }
        }
        let new = out.finish()?;
        Ok(Salvaged { new, losses, proof, header, lost, notes, doubts, remedies: said.remedies })
    }
}

/// How often the data is gone through.
const PASSES: u64 = 3;
