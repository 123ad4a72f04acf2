//! The order of columns.

use std::cmp::Ordering;

/// Bytes of a name that Cassandra compares as one number.
const PREFIX: usize = 6;

/// Compares the names of two columns of the same kind, in the order in which headers and rows have them.
///
/// That is not the order of their bytes: names that begin with a character outside ASCII come before all others, because
/// the first six bytes are compared as a number whose highest bit has been inverted.
///
/// Reference: `ColumnMetadata.comparisonOrder`, `ColumnIdentifier.compareTo`.
pub fn compare_column_names(a: &[u8], b: &[u8]) -> Ordering {
    prefix(a).cmp(&prefix(b)).then_with(|| a.cmp(b))
}

fn prefix(name: &[u8]) -> [u8; PREFIX] {
    let mut prefix = [0; PREFIX];
    for (to, from) in prefix.iter_mut().zip(name) {
        *to = *from;
    }
    prefix[0] ^= 0x80;
    prefix
}

#[cfg(test)]
mod tests {
    use super::compare_column_names;

    #[test]
    fn names_stand_as_cassandra_writes_them() {
        let names = ["é", "日本", "日本語", "", "A", "a", "aé", "b", "long name 1", "long name 2"];
        for (i, a) in names.iter().enumerate() {
            for (j, b) in names.iter().enumerate() {
                assert_eq!(compare_column_names(a.as_bytes(), b.as_bytes()), i.cmp(&j), "{a:?} {b:?}");
            }
        }
    }
}
