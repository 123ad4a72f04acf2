//! Names of classes in files without a checksum: whose they are, or whose they were before a byte was damaged.

/// The one of some known names that a name is with one byte changed: that byte is another one, or what no name has, so that only those
/// before it are left.
pub(crate) fn original<K: AsRef<str>>(name: &str, known: impl IntoIterator<Item = K>) -> Option<K> {
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
    use super::original;

    #[test]
    fn one_byte_makes_another_name() {
        let known = ["Int32Type", "Int33Type", "BytesType"];
        assert_eq!(original("Int3rType", known), Some("Int32Type"));
        assert_eq!(original("PointType", known), None);
        assert_eq!(original("BytesType", known), None);
        assert_eq!(original("Byt", known), Some("BytesType"));
        assert_eq!(original("BytesTypes", known), None);
    }
}
