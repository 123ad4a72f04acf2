//! What fuzzing does with its seeds, and with what it has found: a crash stays a test.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cqlite_tests::fuzz::{found, run, seeds, TARGETS};

#[test]
fn targets_take_their_seeds() {
    let seeds = seeds();
    for target in TARGETS {
        assert!(seeds.iter().any(|seed| seed.target == target.name), "{} has no seeds", target.name);
    }
    seeds.iter().for_each(|seed| run(seed.target, &seed.bytes));
}

#[test]
fn what_fuzzing_found_is_mended() {
    found().iter().for_each(|seed| run(seed.target, &seed.bytes));
}

#[test]
fn each_target_has_its_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/fuzz_targets");
    let files: BTreeSet<String> = fs::read_dir(folder)
        .expect("fuzz/fuzz_targets")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().trim_end_matches(".rs").to_owned())
        .collect();
    let names: BTreeSet<String> = TARGETS.iter().map(|target| target.name.to_owned()).collect();
    assert_eq!(files, names);
    let manifest =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/Cargo.toml")).expect("fuzz/Cargo.toml");
    for name in names {
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name} is not in fuzz/Cargo.toml");
    }
}
