//! Components that are read from their start, all in memory.

use cqlite_format::compression_info::{SstableCompressionInfo, SstableCompressionInfoParams};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::error::Result as ReadResult;
use cqlite_runtime::table::{self, Reflect, Table};
use cqlite_runtime::{Reader, Walk};
use cqlite_sstable::component::Statistics;
use cqlite_sstable::descriptor::{Component, DigestKind};

/// What the specification says of a component; it does not describe all.
pub(crate) fn table_of(component: &Component) -> Option<&'static Table> {
    match component {
        // One that only the specification knows is called as its file.
        Component::Custom(name) => cqlite_format::component(name.strip_suffix(".db")?),
        Component::Digest(kind) if *kind != DigestKind::Crc32 => None,
        known => cqlite_format::component(known.to_string().split('.').next()?),
    }
}

/// Walks over all fields, with what the component needs besides its bytes; nothing may follow the last one.
pub(crate) fn walk(
    table: &'static Table,
    given: &[(&str, &dyn Reflect)],
    r: &mut Reader<'_>,
    w: &mut dyn Walk,
) -> ReadResult<()> {
    table::walk(table, table.args(given), r, w)?;
    if table.has_positions() {
        Ok(())
    } else {
        r.finish(table.site(0))
    }
}

/// Compares the checksums that a component has of itself.
pub(crate) fn check(component: &Component, bytes: &[u8], v: SstableVersion) -> ReadResult<()> {
    let r = &mut Reader::new(bytes);
    match component {
        Component::Statistics => Statistics::new(bytes, v).decode().map(drop),
        Component::CompressionInfo => {
            SstableCompressionInfo::decode(r, &SstableCompressionInfoParams::new(v)).map(drop)
        }
        _ => Ok(()),
    }
}
