//! All type names of Cassandra's own compatibility test, read and printed again.
//!
//! The files are `types-compatibility/*.json.gz` of Cassandra's test data; without them the test says so, and fails in continuous
//! integration.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

use cqlite_runtime::marshal::{parse, MarshalType};

/// Classes that the files also list by themselves, though they take arguments or are no types.
const CLASSES: [&str; 12] = [
    "CompositeType",
    "DynamicCompositeType",
    "DynamicCompositeType$FixedValueComparator",
    "FrozenType",
    "ListType",
    "MapType",
    "PartitionerDefinedOrder",
    "ReversedType",
    "SetType",
    "TupleType",
    "UserType",
    "VectorType",
];

/// The strings of a JSON file that name types; none of them has an escape.
fn names(file: &Path) -> BTreeSet<String> {
    let mut json = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(file).unwrap()).read_to_string(&mut json).unwrap();
    assert!(!json.contains('\\'));
    let is_type = |name: &&str| {
        name.strip_prefix("org.apache.cassandra.db.marshal.").is_some_and(|class| !CLASSES.contains(&class))
    };
    json.split('"').filter(is_type).map(String::from).collect()
}

#[test]
fn reads_and_prints_every_name() {
    let Some(shared) = cqlite_test_data::shared() else { return };
    let folder = shared.join("cassandra/types-compatibility");
    let mut all = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        all.extend(names(&entry.unwrap().path()));
    }
    assert!(!all.is_empty());
    for name in &all {
        let ty = parse(name).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!matches!(ty, MarshalType::Custom(_)), "{name}");
        assert_eq!(ty.to_string(), *name);
    }
    println!("{} names", all.len());
}
