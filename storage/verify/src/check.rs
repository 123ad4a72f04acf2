use std::fmt;

macro_rules! checks {
    ($($(#[doc = $doc:literal])* $name:ident = $id:literal, $unit:literal;)*) => {
        /// What is checked.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Check {
            $($(#[doc = $doc])* $name,)*
        }

        impl Check {
            /// All, in the order in which they are made.
            pub const ALL: &'static [Check] = &[$(Check::$name),*];

            /// It and those that are made after it, for they need what it needs.
            pub(crate) fn and_later(self) -> &'static [Check] {
                Check::ALL.split_at(self as usize).1
            }

            /// Its name in reports.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Check::$name => $id,)* }
            }

            /// What its count counts.
            #[must_use]
            pub fn unit(self) -> &'static str {
                match self { $(Check::$name => $unit,)* }
            }
        }
    };
}

checks! {
    /// TOC.txt lists the files there are, and those that the version needs are there.
    Files = "files", "components";
    /// A component decodes to its last byte, as the specification says.
    Decoding = "decoding", "components";
    /// Checksums within Statistics.db.
    MetadataChecksums = "metadata_checksums", "checksums";
    /// Facts of Statistics.db that hold by themselves: columns in order, buckets, intervals, shares.
    Metadata = "metadata", "facts";
    /// Digest.crc32 is the checksum of Data.db.
    Digest = "digest", "files";
    /// Checksums of Data.db's chunks, or of its blocks in CRC.db.
    ChunkChecksums = "chunk_checksums", "chunks";
    /// Chunks lie side by side, are as long as they should be, and are what they are marked as.
    Chunks = "chunks", "chunks";
    /// Entries of Index.db, or payloads of Partitions.db: order of keys and positions.
    Index = "index", "entries";
    /// Row indexes in themselves: blocks side by side, in order.
    RowIndex = "row_index", "blocks";
    /// Samples of Summary.db are entries of Index.db.
    Summary = "summary", "samples";
    /// Nodes of tries: in one page, shared by none, ascending; nothing but zeros between them.
    Trie = "trie", "nodes";
    /// The filter lets every key through, and has no bits of other keys.
    Filter = "filter", "keys";
    /// Partitions are in the order of the partitioner, none twice.
    PartitionOrder = "partition_order", "partitions";
    /// Each partition is in the index, with its position, and nothing else is.
    IndexMatch = "index_match", "partitions";
    /// Blocks of row indexes are where they say, with their names and open deletions.
    RowIndexMatch = "row_index_match", "blocks";
    /// Partitions, rows and markers decode: flags, lengths, distances.
    Rows = "rows", "rows and markers";
    /// Rows and markers are in clustering order, none twice.
    ClusteringOrder = "clustering_order", "rows and markers";
    /// Range tombstones are opened and closed in turns, with the same deletion.
    RangeTombstones = "range_tombstones", "markers";
    /// Cells: flags, and in columns of several cells the order of paths.
    Cells = "cells", "cells";
    /// Keys, clusterings, paths and values are valid for their types.
    Values = "values", "values";
    /// Deletion times, expirations and TTLs are possible.
    DeletionTimes = "deletion_times", "times";
    /// The statistics' bounds contain all rows.
    Bounds = "bounds", "facts";
    /// The statistics are exactly those of the rows.
    Totals = "totals", "facts";
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
