use std::fmt;

/// The checksum a digest component holds; its name is the component's suffix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DigestKind {
    /// `Digest.crc32` (3.0 and later).
    Crc32,
    /// `Digest.adler32` (2.2).
    Adler32,
    /// `Digest.sha1` (2.1 and earlier).
    Sha1,
}

/// One of the files an SSTable is made of.
///
/// Reference: `SSTableFormat.Components`, `BigFormat.Components`, `BtiFormat.Components`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Component {
    /// `Data.db`: the rows.
    Data,
    /// `Index.db`: partition keys and positions, BIG.
    PrimaryIndex,
    /// `Summary.db`: a sample of the primary index, BIG.
    Summary,
    /// `Partitions.db`: the trie of partition keys, BTI.
    Partitions,
    /// `Rows.db`: the tries of row positions, BTI.
    Rows,
    /// `Filter.db`: the Bloom filter of partition keys.
    Filter,
    /// `Statistics.db`: metadata and serialization header.
    Statistics,
    /// `CompressionInfo.db`: codec and chunk offsets of a compressed `Data.db`.
    CompressionInfo,
    /// `CRC.db`: chunk checksums of an uncompressed `Data.db`.
    Crc,
    /// `Digest.crc32` and its forerunners: checksum of the whole `Data.db`.
    Digest(DigestKind),
    /// `TOC.txt`: names of the components.
    Toc,
    /// Anything else, by name: secondary index files (`SI_….db`, `SAI+….db`) and other products' additions.
    Custom(String),
}

impl Component {
    /// The component with this name, the part of a file name after `nb-1-big-`.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        match name {
            "Data.db" => Component::Data,
            "Index.db" => Component::PrimaryIndex,
            "Summary.db" => Component::Summary,
            "Partitions.db" => Component::Partitions,
            "Rows.db" => Component::Rows,
            "Filter.db" => Component::Filter,
            "Statistics.db" => Component::Statistics,
            "CompressionInfo.db" => Component::CompressionInfo,
            "CRC.db" => Component::Crc,
            "Digest.crc32" => Component::Digest(DigestKind::Crc32),
            "Digest.adler32" => Component::Digest(DigestKind::Adler32),
            "Digest.sha1" => Component::Digest(DigestKind::Sha1),
            "TOC.txt" => Component::Toc,
            other => Component::Custom(other.to_owned()),
        }
    }

    /// The name as it stands in file names and in `TOC.txt`.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Component::Data => "Data.db",
            Component::PrimaryIndex => "Index.db",
            Component::Summary => "Summary.db",
            Component::Partitions => "Partitions.db",
            Component::Rows => "Rows.db",
            Component::Filter => "Filter.db",
            Component::Statistics => "Statistics.db",
            Component::CompressionInfo => "CompressionInfo.db",
            Component::Crc => "CRC.db",
            Component::Digest(DigestKind::Crc32) => "Digest.crc32",
            Component::Digest(DigestKind::Adler32) => "Digest.adler32",
            Component::Digest(DigestKind::Sha1) => "Digest.sha1",
            Component::Toc => "TOC.txt",
            Component::Custom(name) => name,
        }
    }

    /// Whether the file belongs to an index attached to the SSTable (SASI `SI_….db`, storage-attached `SAI…`).
    #[must_use]
    pub fn is_attached_index(&self) -> bool {
        matches!(self, Component::Custom(name) if name.starts_with("SI_") || name.starts_with("SAI"))
    }
}

impl fmt::Display for Component {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
