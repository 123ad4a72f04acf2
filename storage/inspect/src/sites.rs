//! Lines of the specification for the fields that `data` opens itself.
//!
//! The walk over Data.db goes row by row, so that no more than one row need be at hand, and opens the fields above rows
//! by itself.

use cqlite_format::data::{PartitionRef, SstableDataRef};
use cqlite_runtime::Site;

/// The fields above rows.
#[derive(Clone, Copy)]
pub(crate) struct DataSites {
    pub(crate) partitions: &'static Site,
    pub(crate) key: &'static Site,
    pub(crate) deletion: &'static Site,
    pub(crate) static_row: &'static Site,
    pub(crate) unfiltereds: &'static Site,
}

impl DataSites {
    pub(crate) fn new() -> Self {
        let field = |id: &str| named(PartitionRef::fields(), id).unwrap_or(PartitionRef::site());
        DataSites {
            partitions: named(SstableDataRef::fields(), "partitions").unwrap_or(SstableDataRef::site()),
            key: field("key"),
            deletion: field("deletion"),
            static_row: field("static_row"),
            unfiltereds: field("unfiltereds"),
        }
    }
}

fn named(fields: &'static [Site], id: &str) -> Option<&'static Site> {
    fields.iter().find(|site| site.field == id)
}

#[cfg(test)]
mod tests {
    use super::DataSites;

    #[test]
    fn every_field_above_rows_is_known() {
        let sites = DataSites::new();
        let found = [sites.partitions, sites.key, sites.deletion, sites.static_row, sites.unfiltereds];
        assert_eq!(found.map(|site| site.field), ["partitions", "key", "deletion", "static_row", "unfiltereds"]);
    }
}
