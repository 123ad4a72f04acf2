//! Tries of the corpus, written again.

use std::path::{Path, PathBuf};

use cqlite_sstable::descriptor::discover;
use cqlite_tests::tries::{check, Tally};

fn roots() -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("CQLITE_SHARED").map_or_else(|| here.join("../../shared"), PathBuf::from);
    let mut roots = vec![here.join("corpus")];
    roots.extend(Some(shared.join("corpus")).filter(|dir| dir.is_dir()));
    roots
}

#[test]
fn tries_are_written_as_cassandra_writes_them() {
    let mut tally = Tally::default();
    for root in roots() {
        for sstable in discover(&root).unwrap_or_else(|e| panic!("{e}")).sstables {
            check(&sstable, &mut tally);
        }
    }
    println!("{tally:?}");
    assert!(tally.partition_tries > 100 && tally.row_tries > 50 && tally.nodes > 5_000, "{tally:?}");
}
