use cqlite_format::version::SstableVersion;

/// A form of the encoding. Tries on disk use these two; DataStax's `OSS41` serves only its storage-attached indexes.
///
/// Reference: `ByteComparable.Version`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EncodingVersion {
    /// `LEGACY`: DSE 6. Cannot be decoded, and one key may be the beginning of another.
    Legacy,
    /// `OSS50`: all others.
    Oss50,
}

impl EncodingVersion {
    /// The form used in the tries of an SSTable of that version, if it has tries.
    #[must_use]
    pub fn of_sstable(version: SstableVersion) -> Self {
        if version.has_legacy_byte_comparable_keys() {
            EncodingVersion::Legacy
        } else {
            EncodingVersion::Oss50
        }
    }

    /// Whether this is [`EncodingVersion::Legacy`].
    pub(super) fn is_legacy(self) -> bool {
        self == EncodingVersion::Legacy
    }
}
