//! What of a damaged Statistics.db is still proven.

use std::fmt;

use cqlite_format::common::JavaUtf;
use cqlite_format::statistics::{
    ComponentKind, SstableStatistics, SstableStatisticsParams, SstableStatisticsRef, TocEntry, TocEntryBody,
    ValidationMetadata,
};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{Buffer, Reader};
use cqlite_sstable::writer::FP_CHANCE;

/// A part of Statistics.db whose checksum does not hold: nothing is taken from it. What follows from the rows is counted anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum LostPart {
    /// The partitioner, which the caller has given, and the filter's chance of false positives, which is Cassandra's default instead.
    Validation,
    /// The statistics proper: whether and when the rows were repaired, the level, what of the commit log they are, and whether the replica is
    /// transient. None of it is taken to be so.
    Stats,
}

impl LostPart {
    /// Its name in the specification.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            LostPart::Validation => ComponentKind::Validation.id(),
            LostPart::Stats => ComponentKind::Stats.id(),
        }
    }
}

impl fmt::Display for LostPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self {
            LostPart::Validation => format!(
                "the partitioner is the one that was given, and the filter's chance of false positives Cassandra's default, {FP_CHANCE}"
            ),
            LostPart::Stats => "what it said of repairs, level, commit log and transient replicas is gone".to_owned(),
        };
        write!(f, "the {} part of Statistics.db is damaged: {what}", self.id())
    }
}

/// What can be read of a damaged Statistics.db.
pub(crate) enum Proven {
    /// One whose checksums hold, and what it is without.
    Parts { bytes: Vec<u8>, lost: Vec<LostPart> },
    /// The partitioner has to be known.
    NoPartitioner,
}

/// The parts whose checksums hold, if the serialization header is one of them and others do not: rows can be read by it. The sketch of the
/// keys, most of the bytes, is made anew whenever an SSTable is written, and so it is no loss.
pub(crate) fn proven(bytes: &[u8], version: SstableVersion, partitioner: Option<&str>) -> Option<Proven> {
    let params = SstableStatisticsParams::new(version);
    let is_damaged = SstableStatistics::decode(&mut Reader::new(bytes), &params).is_err();
    if !is_damaged || !version.has_metadata_checksum() {
        return None;
    }
    // Both what the parts are and where is proven by checksums of its own.
    let head = SstableStatisticsRef::read(&mut Reader::new(bytes), &params).ok()?;
    let (mut all, mut lost) = (SstableStatistics::default(), Vec::new());
    for (part, index) in head.toc.iter().zip(0..) {
        let mut r = head.toc.reader(index).ok()?;
        match (TocEntry::decode(&mut r, &params, index, head.num_components, head.toc), part.ok()?.kind) {
            (Ok(entry), _) => all.toc.push(entry),
            (Err(_), ComponentKind::Compaction) => {}
            (Err(_), ComponentKind::Stats) => lost.push(LostPart::Stats),
            (Err(_), ComponentKind::Validation) => {
                let Some(class) = partitioner else { return Some(Proven::NoPartitioner) };
                all.toc.push(validation(class));
                lost.push(LostPart::Validation);
            }
            (Err(_), _) => return None,
        }
    }
    all.header()?;
    let mut buffer = Buffer::default();
    all.encode(&mut buffer, &params).ok()?;
    Some(Proven::Parts { bytes: buffer.into_bytes(), lost })
}

fn validation(class: &str) -> TocEntry {
    let body = ValidationMetadata {
        partitioner: JavaUtf { s: class.to_owned(), ..JavaUtf::default() },
        bloom_filter_fp_chance: FP_CHANCE,
        ..ValidationMetadata::default()
    };
    TocEntry::new(ComponentKind::Validation, TocEntryBody::ValidationMetadata(Box::new(body)))
}
