//! Lines of the specification for the fields that `data` opens itself.
//!
//! The walk over Data.db goes row by row, so that no more than one row need be at hand, and opens the fields above rows
//! by itself. Which these are is asked of the generated walkers, on a partition made up for it.

use std::sync::OnceLock;

use cqlite_format::common::BytesUvint;
use cqlite_format::data::{SstableData, SstableDataParams};
use cqlite_format::statistics::{Column, ColumnList, SerializationHeader};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::native::CqlType;
use cqlite_runtime::{Reader, Site, Value, Walk};

/// The fields above rows.
pub(crate) struct DataSites {
    pub(crate) partitions: &'static Site,
    pub(crate) key: &'static Site,
    pub(crate) deletion: &'static Site,
    pub(crate) static_row: &'static Site,
    pub(crate) unfiltereds: &'static Site,
}

impl DataSites {
    pub(crate) fn get() -> &'static DataSites {
        static SITES: OnceLock<DataSites> = OnceLock::new();
        SITES.get_or_init(|| {
            let mut seen = Seen::default();
            seen.look(false);
            seen.look(true);
            DataSites {
                partitions: seen.named("partitions"),
                key: seen.named("key"),
                deletion: seen.named("deletion"),
                static_row: seen.named("static_row"),
                unfiltereds: seen.named("unfiltereds"),
            }
        })
    }
}

#[derive(Default)]
struct Seen(Vec<&'static Site>);

impl Seen {
    /// Walks over a partition without a key: version `ma`, where a deletion takes 12 bytes. The walk ends at its first
    /// row.
    fn look(&mut self, with_static: bool) {
        let Some(v) = SstableVersion::find("ma") else { return };
        let header = header(with_static);
        let params = SstableDataParams { v, h: &header, marker: std::marker::PhantomData };
        let _ = SstableData::walk(&mut Reader::new(&[0; 14]), &params, self);
    }

    /// The field of that name; the type itself where the specification has renamed it.
    fn named(&self, field: &str) -> &'static Site {
        self.0.iter().copied().find(|site| site.field == field).unwrap_or(cqlite_format::data::SstableDataRef::site())
    }
}

impl Walk for Seen {
    fn enter(&mut self, site: &'static Site, _: Option<u64>, _: u64) {
        self.0.push(site);
    }
    fn leave(&mut self, _: u64) {}
    fn leaf(&mut self, _: &'static Site, _: Option<u64>, _: u64, _: u64, _: Value<'_>) {}
}

fn header(with_static: bool) -> SerializationHeader {
    let ty = || CqlType {
        name: String::new(),
        marshal: cqlite_runtime::marshal::MarshalType::Composite(Vec::new()),
        fixed_len: -1,
        is_multi_cell: false,
    };
    let column = || Column { name: BytesUvint { data: Vec::new() }, column_type: ty() };
    SerializationHeader {
        min_timestamp: 0,
        min_local_deletion_time: 0,
        min_ttl: 0,
        key_type: ty(),
        clustering_types: Vec::new(),
        static_columns: ColumnList { columns: if with_static { vec![column()] } else { Vec::new() } },
        regular_columns: ColumnList { columns: Vec::new() },
    }
}

#[cfg(test)]
mod tests {
    use super::DataSites;

    #[test]
    fn every_field_above_rows_is_known() {
        let sites = DataSites::get();
        let found = [sites.partitions, sites.key, sites.deletion, sites.static_row, sites.unfiltereds];
        assert_eq!(found.map(|site| site.field), ["partitions", "key", "deletion", "static_row", "unfiltereds"]);
    }
}
