//! Names of classes in files without a checksum: whose they are, or whose they were before a byte was damaged.

use cqlite_format::version::SstableVersion;
use cqlite_runtime::marshal::{class_names, MarshalType, NativeType};
use cqlite_runtime::native::CqlType;

use crate::foreign_class;

/// A class in a type's name that is none, but one of Cassandra's with a byte changed, and that one: in a version whose headers have a checksum
/// nobody has changed it.
#[must_use]
pub fn misspelt_class(ty: &CqlType, version: SstableVersion) -> Option<(&str, String)> {
    let class = match foreign_class(&ty.marshal, version) {
        Some(class) => class,
        // Of a name that begins with what no name has Cassandra makes BytesType (`TypeParser.parse`).
        None if ty.marshal == MarshalType::from(NativeType::Bytes) => &ty.name,
        None => return None,
    };
    let name = class.split('(').next().unwrap_or_default();
    let can_be = !version.has_metadata_checksum() && !class_names().any(|known| known == name);
    can_be.then(|| misspelt_name(name, class_names())).flatten().map(|original| (class, original))
}

/// The one of some known names that a name is with one byte changed: that byte is another one, or what no name has, so that only those
/// before it are left.
#[must_use]
pub fn misspelt_name<K: AsRef<str>>(name: &str, known: impl IntoIterator<Item = K>) -> Option<K> {
    known.into_iter().find(|known| {
        let (a, b) = (name.as_bytes(), known.as_ref().as_bytes());
        match a.len() == b.len() {
            true => a.iter().zip(b).filter(|(a, b)| a != b).count() == 1,
            false => b.starts_with(a),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::misspelt_name;

    #[test]
    fn one_byte_makes_another_name() {
        let known = ["Int32Type", "Int33Type", "BytesType"];
        assert_eq!(misspelt_name("Int3rType", known), Some("Int32Type"));
        assert_eq!(misspelt_name("PointType", known), None);
        assert_eq!(misspelt_name("BytesType", known), None);
        assert_eq!(misspelt_name("Byt", known), Some("BytesType"));
        assert_eq!(misspelt_name("BytesTypes", known), None);
    }
}
