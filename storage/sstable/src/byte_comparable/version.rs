use crate::descriptor::{Format, Version};

/// A form of the encoding. Tries on disk use these two; DataStax's `OSS41` serves only its storage-attached indexes.
///
/// Reference: `ByteComparable.Version`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EncodingVersion {
    /// `LEGACY`: DSE 6, BTI `aa` to `bb`. Cannot be decoded, and one key may be the beginning of another.
    Legacy,
    /// `OSS50`: BTI from `ca`.
    Oss50,
}

impl EncodingVersion {
    /// The form used in the tries of an SSTable of that version; `None` where there are no tries.
    #[must_use]
    pub fn of_sstable(version: Version) -> Option<Self> {
        match version.format() {
            Format::Big => None,
            Format::Bti if version.letters() < "ca" => Some(EncodingVersion::Legacy),
            Format::Bti => Some(EncodingVersion::Oss50),
        }
    }

    /// Whether this is [`EncodingVersion::Legacy`].
    pub(super) fn is_legacy(self) -> bool {
        self == EncodingVersion::Legacy
    }
}
