//! What of a damaged SSTable is opened, and what proves its bytes.

use std::sync::Arc;

use cqlite_format::crc::SstableCrc;
use cqlite_format::statistics::SstableStatistics;
use cqlite_format::toc::SstableToc;
use cqlite_sstable::component::Components;
use cqlite_sstable::compress::ChecksumMode;
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::io::OverlaySource;
use cqlite_sstable::{OpenOptions, Sstable};
use cqlite_verify::Proof;

use crate::write::digest::{self, GoOn};
use crate::write::header_of;
use crate::{Error, ErrorKind};

/// An SSTable as it can be read.
pub(super) struct DamagedSstable {
    pub(super) sstable: Sstable,
    pub(super) proof: Proof,
    /// What is wrong beside the rows, in sentences.
    pub(super) notes: Vec<String>,
    /// Why rows that are kept may be wrong, in sentences.
    pub(super) doubts: Vec<String>,
}

impl DamagedSstable {
    /// Chunks of compressed data have their checksums beside them. Uncompressed data is proven as a whole by its digest, or in blocks by
    /// CRC.db, or else not at all.
    pub(super) fn open(components: &Components, progress: &mut GoOn<'_>) -> Result<Self, Error> {
        let demanded = OpenOptions { checksums: ChecksumMode::Demanded, ..OpenOptions::default() };
        if components.open(&Component::CompressionInfo)?.is_some() {
            let sstable = header_of::open(components, demanded)?;
            return Ok(DamagedSstable { sstable, proof: Proof::Checksums, notes: Vec::new(), doubts: Vec::new() });
        }
        let stored = digest::stored(components).ok().flatten();
        let found = stored.map(|_| digest::of_data(components, progress)).transpose()?;
        let is_same = stored.is_some() && stored == found;
        let crc = components.decode::<SstableCrc>(&Component::Crc);
        let proof = if is_same || matches!(crc, Ok(Some(_))) { Proof::Checksums } else { Proof::Rows };
        let (mut notes, mut doubts) = (Vec::new(), Vec::new());
        match (proof, stored) {
            (Proof::Checksums, _) => {}
            (Proof::Rows, Some(_)) => doubts.push("Digest.crc32 is not the checksum of Data.db, and there is no CRC.db to tell where: values may be wrong".to_owned()),
            (Proof::Rows, None) => notes.push("neither Digest.crc32 nor CRC.db is there to prove the values".to_owned()),
        }
        let sstable = if proof == Proof::Rows || is_same {
            let source = OverlaySource::new(Arc::clone(components.source())).without(Component::Crc);
            let limits = *components.limits();
            let plain = Components::new(components.label(), components.version(), Arc::new(source), limits);
            header_of::open(&plain, OpenOptions { checksums: ChecksumMode::Never, ..OpenOptions::default() })?
        } else {
            header_of::open(components, demanded)?
        };
        refuse_compressed(&sstable)?;
        Ok(DamagedSstable { sstable, proof, notes, doubts })
    }
}

/// What is compressed would be read as rows without CompressionInfo.db. Statistics.db says whether it is, by which it was opened; where that
/// does not, CRC.db is of uncompressed data only, and TOC.txt names what there was.
fn refuse_compressed(sstable: &Sstable) -> Result<(), Error> {
    let components = sstable.components();
    if sstable.stats().is_some()
        || components.open(&Component::Crc)?.is_some()
        || matches!(components.decode::<SstableToc>(&Component::Toc), Ok(Some(_)))
    {
        return Ok(());
    }
    let text = "CompressionInfo.db: nothing says that the data is not compressed, neither Statistics.db, which is damaged, nor CRC.db or TOC.txt, which are missing, but the component is missing: nothing can be read";
    Err(Error::new(ErrorKind::Corrupt, text).in_file(sstable.label()))
}

/// Whether Statistics.db is as it was written, as far as its checksums tell; its rows cannot be read by a wrong one.
pub(super) fn check_statistics(components: &Components) -> Result<(), Error> {
    let _ = components.decode::<SstableStatistics>(&Component::Statistics)?;
    Ok(())
}
