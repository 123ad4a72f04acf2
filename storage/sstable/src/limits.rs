//! How much of what an SSTable's files claim is believed.

use crate::descriptor::Component;
use crate::io::IoError;

/// The largest sizes that are read or held: what is larger is an error, before any memory is taken for it.
///
/// None of them is Cassandra's own. They are far above what it writes, and keep damaged or hostile files from taking all memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of TOC.txt and of a digest.
    pub text: u64,
    /// Bytes of Statistics.db, CompressionInfo.db and CRC.db, which are decoded as a whole. 1 GiB has the offsets of 2^27 chunks.
    pub metadata: u64,
    /// Bytes of Index.db, Summary.db, Filter.db, Partitions.db or Rows.db that are copied where a store cannot show them in place.
    pub index: u64,
    /// Bytes of a chunk of Data.db, uncompressed, or of a block with a checksum. Cassandra's default is 16 KiB (64 KiB up to 3.x).
    pub chunk: u32,
    /// Bytes of a row, or of an entry of Index.db, where verification reads them.
    pub row: u64,
    /// Hashes of a Bloom filter. Cassandra's have up to 14 (`BloomCalculations.optKPerBuckets`).
    pub hashes: u32,
    /// Bytes that verification takes to make again what it compares with: a Bloom filter, or which bytes of an index have been met.
    pub rebuilt: u64,
}

impl Limits {
    /// What is used unless a caller says otherwise.
    pub const DEFAULT: Limits = Limits {
        text: 1 << 24,
        metadata: 1 << 30,
        index: 4 << 30,
        chunk: 1 << 27,
        row: 1 << 30,
        hashes: 20,
        rebuilt: 256 << 20,
    };

    /// Bytes of a component that are read at once.
    #[must_use]
    pub fn of(&self, component: &Component) -> u64 {
        match component {
            Component::Toc | Component::Digest(_) => self.text,
            Component::Statistics | Component::CompressionInfo | Component::Crc => self.metadata,
            _ => self.index,
        }
    }

    /// Whether a component that a store has in memory may be so long: what is decoded as a whole takes more than its bytes, all else is
    /// looked at in place.
    ///
    /// # Errors
    /// [`IoError::TooLong`].
    pub fn check_in_place(&self, component: &Component, len: u64) -> Result<(), IoError> {
        let limit = self.of(component);
        match component {
            Component::PrimaryIndex
            | Component::Summary
            | Component::Filter
            | Component::Partitions
            | Component::Rows
            | Component::Data
            | Component::Custom(_) => Ok(()),
            _ if len <= limit => Ok(()),
            _ => Err(IoError::TooLong { len, limit }),
        }
    }

    /// Bytes that a chunk of so many bytes may take in Data.db. The worst codec, Snappy, adds a sixth and 32 bytes; others have room.
    #[must_use]
    pub const fn stored(chunk: u32) -> u64 {
        2 * chunk as u64 + 4096
    }
}

impl Default for Limits {
    fn default() -> Self {
        Limits::DEFAULT
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::AccessMode;
    use crate::{OpenOptions, SstableErrorKind};

    #[test]
    fn what_is_larger_is_refused_before_it_is_read() {
        let path = cqlite_test_data::corpus().join("nb/simple/nb-1-big-Data.db");
        // How files are read makes no difference.
        for access in [AccessMode::Pread, AccessMode::Mmap] {
            let open = |limits| OpenOptions { access, limits, ..OpenOptions::default() }.open(&path);
            let e = open(Limits { metadata: 10, ..Limits::DEFAULT }).err().expect("Statistics.db is longer");
            assert!(matches!(e.kind(), SstableErrorKind::TooLarge { limit: 10, .. }), "{e}");
            let e = open(Limits { chunk: 16, ..Limits::DEFAULT }).err().expect("chunks are longer");
            assert!(e.to_string().contains("expected a power of two between 1 and 16"), "{e}");
            let few = open(Limits { hashes: 1, ..Limits::DEFAULT }).expect("the filter is not needed yet");
            let e = few.may_contain(b"key").expect_err("there are more hashes");
            assert!(e.to_string().ends_with("more than 1"), "{e}");
        }
    }
}
