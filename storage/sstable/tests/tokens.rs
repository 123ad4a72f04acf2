//! A token leads to the partitions that a scan finds with it, on every SSTable of the corpora.

mod corpora;

use std::cmp::Ordering;
use std::path::Path;

use cqlite_format::data::{PartitionRef, SstableDataVisitor};
use cqlite_runtime::Flow;
use cqlite_schema::partitioner::{Partitioner, Token};
use cqlite_sstable::{Sstable, SstableError};

#[derive(Default)]
struct Keys(Vec<(Vec<u8>, u64)>);

impl<'a> SstableDataVisitor<'a> for Keys {
    type Error = SstableError;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow, SstableError> {
        self.0.push((head.key.data.to_vec(), head.begin));
        Ok(Flow::Skip)
    }
}

/// Looks up tokens of keys, and tokens beside them.
fn check(sstable: &Sstable, keys: &[(Vec<u8>, u64)]) -> usize {
    let partitioner = sstable.partitioner();
    let step = (keys.len() / 3).max(1);
    let mut tokens: Vec<Token> = keys.iter().step_by(step).map(|(key, _)| partitioner.token(key)).collect();
    tokens.extend(keys.last().map(|(key, _)| partitioner.token(key)));
    tokens.extend([partitioner.minimum_token(), partitioner.token(b"between")]);
    tokens.extend(tokens.clone().into_iter().filter_map(|token| match token {
        Token::Murmur3(n) => n.checked_sub(1).map(Token::Murmur3),
        _ => None,
    }));
    if matches!(partitioner, Partitioner::Local(_) | Partitioner::ReversedLong) {
        // What is no value of the key's type has no place in the order.
        tokens.retain(|token| *token != partitioner.token(b"between"));
    }
    for token in &tokens {
        let found = sstable.positions_of_token(token).unwrap_or_else(|e| panic!("{} {token}: {e}", sstable.label()));
        let first = |wanted: fn(Ordering) -> bool| {
            let is_it = |(key, _): &&(Vec<u8>, u64)| wanted(partitioner.compare_tokens(&partitioner.token(key), token));
            keys.iter().find(is_it).map_or(sstable.data().len(), |(_, begin)| *begin)
        };
        let expected = first(Ordering::is_ge)..first(Ordering::is_gt);
        assert_eq!(found, expected, "{} {token}", sstable.label());
    }
    tokens.len()
}

#[test]
fn tokens_lead_to_what_a_scan_finds() {
    let (mut sstables, mut tokens) = (0, 0);
    for sstable in corpora::sstables() {
        let mut all = Keys::default();
        sstable.scan_all(&mut all).unwrap_or_else(|e| panic!("{}: {e}", sstable.label()));
        tokens += check(&sstable, &all.0);
        sstables += 1;
    }
    println!("{sstables} SSTables, {tokens} tokens");
    assert!(sstables > 1000 && tokens > 4_000, "{sstables} SSTables, {tokens} tokens");
}

#[test]
fn tokens_of_another_partitioner_are_refused() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/oa/simple/oa-1-big-Data.db");
    let sstable = Sstable::open(path).expect("an SSTable");
    let refused = sstable.positions_of_token(&Token::Random(Some(5))).expect_err("another token");
    assert!(refused.to_string().contains("no token of"), "{refused}");
}
