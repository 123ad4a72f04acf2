use cqlite_format::version::SstableVersion;
use cqlite_runtime::marshal::MarshalType;
use cqlite_types::DseType;

/// A class in a type that is neither one of Cassandra's of that version nor, in a version of DSE, one of DSE's: what values of it mean only
/// its code knows.
#[must_use]
pub fn foreign_class(ty: &MarshalType, version: SstableVersion) -> Option<&str> {
    match ty {
        MarshalType::Custom(_) if version.may_have_dse_types() && DseType::knows(ty) => None,
        MarshalType::Custom(class) => Some(class),
        // Cassandra 5.0 has brought it, and writes it in versions of 4.0 too.
        MarshalType::Vector { .. } if version.predates_4_0() => Some("org.apache.cassandra.db.marshal.VectorType"),
        other => other.sub_types().into_iter().find_map(|ty| foreign_class(ty, version)),
    }
}
