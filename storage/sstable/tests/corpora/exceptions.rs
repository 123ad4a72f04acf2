//! Of which SSTables of the corpora not all that is written anew has the bytes of Cassandra, and why.

use cqlite_sstable::descriptor::Component;
use cqlite_sstable::Sstable;

/// The setting of the corpora's writers.
pub const COLUMN_INDEX_SIZE: u64 = 4096;

/// What 6.0's compaction by cursor writes in ways of its own, which readers do not see.
pub fn is_of_cursor(sstable: &Sstable) -> bool {
    let name = sstable.label();
    name.contains("/pa/compacted_") || name.contains("/pa/generations_")
}

/// Whether the components of an SSTable are compared.
pub fn is_compared(sstable: &Sstable) -> bool {
    // The legacy tables have a setting of their own.
    sstable.version().is_written() && !is_of_cursor(sstable) && !sstable.label().contains("legacy_tables")
}

/// Why a component may have other bytes.
pub fn of(sstable: &Sstable, component: &Component) -> Option<&'static str> {
    let version = sstable.version();
    match component {
        Component::Data | Component::CompressionInfo | Component::Digest(_) if sstable.compression().is_some() => {
            Some("libraries compress in different ways: the uncompressed bytes are compared above")
        }
        Component::Summary if sstable.component(component).is_ok_and(|found| found.is_none()) => {
            Some("one was taken away, as a test of readers")
        }
        // The deletion of a collection is counted by Cassandra, and not written if the column's name begins beyond ASCII.
        Component::Statistics if sstable.label().contains("names_unicode") => Some("a fault of Cassandra's"),
        Component::Toc if sstable.label().contains("index_sai") => Some("indexes are attached, which are made anew"),
        Component::Toc if !version.has_max_compressed_length() => Some("in the order of a hash table before 5.0"),
        _ => None,
    }
}
