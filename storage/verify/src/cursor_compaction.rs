//! What 6.0 writes in another way when it compacts than when it flushes.
//!
//! Its compaction has a writer of its own (`SSTableCursorWriter`) for BIG. With that one
//!
//! * no row or marker tells its distance to the one before: it is 0,
//! * cells that are deleted, or have expired, are marked as expiring too, with a TTL of 0,
//! * the last block of a row index ends before the mark of the partition's end, which other writers have in it,
//! * static rows that are empty count as rows.

use cqlite_format::version::{SstableVersion, SstableVersionFormat};

/// Whether that writer may have written SSTables of a version.
pub(crate) fn is_possible(version: SstableVersion) -> bool {
    // It came with the release that compresses by dictionaries.
    version.has_compression_dictionary() && version.format() == SstableVersionFormat::Big
}
