//! SSTables written in another version.

use std::fs;

use cqlite_format::version::SstableVersion;
use cqlite_sstable::descriptor::{discover, Component};
use cqlite_tests::convert::convert;

#[test]
fn the_list_of_components_has_those_that_are_written() {
    let found = discover(&cqlite_test_data::corpus().join("oa/index_sai")).expect("the corpus").sstables;
    let out = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("convert_toc");
    let _ = fs::remove_dir_all(&out);
    for sstable in &found {
        let listed = |path: &std::path::Path| fs::read_to_string(path).expect("the list");
        assert!(listed(&sstable.descriptor.path_of(&Component::Toc)).contains("SAI"), "{}", sstable.descriptor);
        let data = convert(&sstable.descriptor, &out, SstableVersion::find("pa").expect("a version"), &[])
            .expect("it is written");
        let prefix = data.to_str().expect("a path in UTF-8").strip_suffix("Data.db").expect("Data.db").to_owned();
        let text = listed(format!("{prefix}TOC.txt").as_ref());
        let missing: Vec<&str> =
            text.lines().filter(|name| !fs::exists(format!("{prefix}{name}")).expect("a path")).collect();
        assert!(text.contains("Data.db") && missing.is_empty(), "{missing:?} of {text}");
    }
    assert!(!found.is_empty());
}
