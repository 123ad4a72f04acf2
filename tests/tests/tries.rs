//! Tries of the corpus, written again.

use cqlite_sstable::descriptor::discover;
use cqlite_tests::corpus::folders;
use cqlite_tests::tries::{check, Tally};

#[test]
fn tries_are_written_as_cassandra_writes_them() {
    let mut tally = Tally::default();
    for folder in folders() {
        for sstable in discover(&folder).unwrap_or_else(|e| panic!("{e}")).sstables {
            check(&sstable, &mut tally);
        }
    }
    println!("{tally:?}");
    assert!(tally.partition_tries > 100 && tally.row_tries > 50 && tally.nodes > 5_000, "{tally:?}");
}
