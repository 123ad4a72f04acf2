use std::collections::BTreeMap;
use std::fmt;

use cqlite_sstable::descriptor::Component;

use super::Random;
use crate::corpus::Sample;

/// The files of an SSTable, by component.
pub type Files = BTreeMap<Component, Vec<u8>>;

/// What is done to an SSTable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// The file that it is done to.
    pub component: Component,
    /// What is done.
    pub kind: Kind,
}

/// What is done to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A bit is turned over.
    Flip { at: usize, bit: u8 },
    /// Bytes are others: single ones, or what might be a length or an offset.
    Write { at: usize, bytes: Vec<u8> },
    /// Bytes are lost.
    Cut { at: usize, len: usize },
    /// There are bytes that do not belong there.
    Insert { at: usize, bytes: Vec<u8> },
    /// The file ends too soon.
    Truncate { len: usize },
    /// The file is gone.
    Remove,
    /// The file is another SSTable's.
    Swap { with: String, bytes: Vec<u8> },
}

/// What people and programs write where a number is to be large, or negative.
const EXTREMES: [&[u8]; 9] = [
    &[0],
    &[0xff],
    &[0x7f],
    &[0; 4],
    &[0xff; 4],
    &[0x7f, 0xff, 0xff, 0xff],
    &[0x80, 0, 0, 0],
    &[0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    &[0xff; 9],
];

impl Damage {
    /// Some damage to an SSTable; none if what was drawn would change nothing.
    pub fn draw(random: &mut Random, files: &Files, others: &[Sample]) -> Option<Self> {
        let names: Vec<&Component> = files.keys().collect();
        let component = (*random.pick(&names)).clone();
        let old = files.get(&component)?;
        let at = random.below(old.len());
        let kind = match random.below(20) {
            0..=7 => Kind::Flip { at, bit: random.below(8) as u8 },
            8..=9 => Kind::Write { at, bytes: vec![random.number() as u8] },
            10..=12 => Kind::Write { at, bytes: random.pick(&EXTREMES).to_vec() },
            13 => Kind::Cut { at, len: 1 + random.below(16) },
            14 => Kind::Insert { at, bytes: random.number().to_be_bytes()[..1 + random.below(8)].to_vec() },
            15..=17 => Kind::Truncate { len: at },
            18 => Kind::Remove,
            _ => {
                let other = random.pick(others);
                let with =
                    other.prefix.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
                Kind::Swap { with, bytes: other.bytes(&component)? }
            }
        };
        let damage = Damage { component, kind };
        (damage.applied(files) != *files).then_some(damage)
    }

    /// The SSTable with the damage.
    #[must_use]
    pub fn applied(&self, files: &Files) -> Files {
        let mut files = files.clone();
        let Some(bytes) = files.get_mut(&self.component) else { return files };
        match &self.kind {
            Kind::Flip { at, bit } => {
                if let Some(byte) = bytes.get_mut(*at) {
                    *byte ^= 1 << bit;
                }
            }
            Kind::Write { at, bytes: new } => bytes.iter_mut().skip(*at).zip(new).for_each(|(old, new)| *old = *new),
            Kind::Cut { at, len } => drop(bytes.drain(*at..bytes.len().min(at + len))),
            Kind::Insert { at, bytes: new } => drop(bytes.splice(at..at, new.iter().copied())),
            Kind::Truncate { len } => bytes.truncate(*len),
            Kind::Swap { bytes: new, .. } => bytes.clone_from(new),
            Kind::Remove => drop(files.remove(&self.component)),
        }
        files
    }

    /// Whether a checksum of the format covers what is damaged, so that it can be known.
    ///
    /// Digest.crc32 covers Data.db, and is itself of no other use; Statistics.db has checksums of its own since 4.0. No other file has
    /// any, nor is there one that says which files there are.
    #[must_use]
    pub fn is_covered(&self, sample: &Sample) -> bool {
        let has_digest = sample.components.keys().any(|c| matches!(c, Component::Digest(_)));
        match (&self.component, &self.kind) {
            (Component::Data, _) => has_digest,
            (Component::Statistics, Kind::Swap { .. }) => false,
            (Component::Statistics, Kind::Remove) => true,
            (Component::Statistics, _) => sample.version.has_metadata_checksum(),
            (Component::Digest(_), Kind::Remove) => false,
            (Component::Digest(_), _) => true,
            _ => false,
        }
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.component)?;
        match &self.kind {
            Kind::Flip { at, bit } => write!(f, "bit {bit} of byte {at} turned over"),
            Kind::Write { at, bytes } => write!(f, "{bytes:02x?} written at {at}"),
            Kind::Cut { at, len } => write!(f, "{len} bytes cut out at {at}"),
            Kind::Insert { at, bytes } => write!(f, "{bytes:02x?} put in at {at}"),
            Kind::Truncate { len } => write!(f, "ends at {len}"),
            Kind::Remove => write!(f, "removed"),
            Kind::Swap { with, .. } => write!(f, "taken from {with}"),
        }
    }
}
