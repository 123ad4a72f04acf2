use std::cmp::Ordering;

use cqlite_format::common::PrefixKind;
use cqlite_format::version::SstableVersion;
use cqlite_runtime::native::CqlType;

use super::*;

fn comparator(columns: usize, ty: &str) -> ClusteringComparator {
    let version = SstableVersion::find("nb").expect("a version of the specification");
    let types: Vec<CqlType> =
        (0..columns).map(|_| CqlType::new(format!("org.apache.cassandra.db.marshal.{ty}")).expect("a type")).collect();
    ClusteringComparator::new(version, &types)
}

fn prefix(kind: PrefixKind, values: &[&[u8]]) -> OwnedPrefix {
    let mut out = OwnedPrefix::default();
    out.clear(kind);
    values.iter().for_each(|v| out.push(Some(v)));
    out
}

#[test]
fn bounds_stand_around_the_rows_they_name() {
    use PrefixKind as K;
    let comparator = comparator(2, "UTF8Type");
    let ascending = [
        prefix(K::InclStartBound, &[]),
        prefix(K::InclStartBound, &[b"a"]),
        prefix(K::InclStartBound, &[b"a", b"b"]),
        prefix(K::Clustering, &[b"a", b"b"]),
        prefix(K::InclEndBound, &[b"a", b"b"]),
        prefix(K::Clustering, &[b"a", b"c"]),
        prefix(K::InclEndBound, &[b"a"]),
        prefix(K::ExclEndBound, &[b"b"]),
        prefix(K::Clustering, &[b"b", b""]),
        prefix(K::InclEndBound, &[]),
    ];
    for (i, a) in ascending.iter().enumerate() {
        for (j, b) in ascending.iter().enumerate() {
            assert_eq!(comparator.compare(a, b), i.cmp(&j), "{i} {j}");
        }
    }
}

#[test]
fn null_is_before_empty() {
    let comparator = comparator(1, "Int32Type");
    let mut null = OwnedPrefix::default();
    null.push(None);
    let empty = prefix(PrefixKind::Clustering, &[b""]);
    assert_eq!(comparator.compare(&null, &empty), Ordering::Less);
    assert_ne!(null, empty);
}

#[test]
fn a_copy_is_the_same_as_what_was_borrowed() {
    let borrowed = ClusteringPrefix {
        kind: PrefixKind::ExclStartBound,
        values: [Some(&b"a"[..]), None, Some(b"")].into_iter().collect(),
    };
    let mut owned = prefix(PrefixKind::Clustering, &[b"something", b"else"]);
    owned.copy_from(&borrowed);
    assert_eq!((owned.kind(), owned.len(), owned.is_empty()), (PrefixKind::ExclStartBound, 3, false));
    assert_eq!(
        [owned.value(0), owned.value(1), owned.value(2), owned.value(3)],
        [Some(&b"a"[..]), None, Some(b""), None]
    );
    assert_eq!(comparator(3, "BytesType").compare(&owned, &borrowed), Ordering::Equal);
}
