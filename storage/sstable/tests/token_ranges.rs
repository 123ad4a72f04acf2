//! A range of tokens gives the partitions that a filtered scan gives, on every SSTable of the corpora.

mod corpora;

use std::cmp::Ordering;
use std::path::Path;

use cqlite_format::data::{PartitionRef, SstableDataVisitor};
use cqlite_runtime::Flow;
use cqlite_schema::partitioner::{Partitioner, Token};
use cqlite_sstable::reader::TokenRange;
use cqlite_sstable::{Sstable, SstableError};

#[derive(Default)]
struct Keys(Vec<Vec<u8>>);

impl<'a> SstableDataVisitor<'a> for Keys {
    type Error = SstableError;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow, SstableError> {
        self.0.push(head.key.data.to_vec());
        Ok(Flow::Skip)
    }
}

/// Whether a token is in a range, by the definition of Cassandra's `Range.contains`.
fn contains(partitioner: &Partitioner, range: &TokenRange, token: &Token) -> bool {
    let order = |a, b| partitioner.compare_tokens(a, b);
    let (is_behind_left, is_behind_right) =
        (order(token, &range.left) == Ordering::Greater, order(token, &range.right) == Ordering::Greater);
    match order(&range.left, &range.right) {
        Ordering::Less => is_behind_left && !is_behind_right,
        Ordering::Equal => true,
        Ordering::Greater => is_behind_left || !is_behind_right,
    }
}

/// Compares ranges between tokens of keys, and tokens beside them.
fn check(sstable: &Sstable, keys: &[Vec<u8>]) -> usize {
    let partitioner = sstable.partitioner();
    let step = (keys.len() / 3).max(1);
    let mut tokens: Vec<Token> = keys.iter().step_by(step).map(|key| partitioner.token(key)).collect();
    tokens.extend(keys.last().map(|key| partitioner.token(key)));
    tokens.extend([partitioner.minimum_token(), partitioner.token(b"between")]);
    tokens.extend(tokens.clone().into_iter().filter_map(|token| match token {
        Token::Murmur3(n) => n.checked_sub(1).map(Token::Murmur3),
        _ => None,
    }));
    if matches!(partitioner, Partitioner::Local(_) | Partitioner::ReversedLong) {
        // What is no value of the key's type has no place in the order.
        tokens.retain(|token| *token != partitioner.token(b"between"));
    }
    let mut ranges = 0;
    for left in &tokens {
        for right in &tokens {
            let range = TokenRange { left: left.clone(), right: right.clone() };
            let mut found = Keys::default();
            sstable.scan_tokens(&range, &mut found).unwrap_or_else(|e| panic!("{} {range:?}: {e}", sstable.label()));
            let is_in = |key: &&Vec<u8>| contains(partitioner, &range, &partitioner.token(key));
            let expected: Vec<&Vec<u8>> = keys.iter().filter(is_in).collect();
            assert_eq!(found.0.iter().collect::<Vec<_>>(), expected, "{} {range:?}", sstable.label());
            ranges += 1;
        }
    }
    ranges
}

#[test]
fn ranges_equal_a_filtered_scan() {
    let (mut sstables, mut ranges) = (0, 0);
    for sstable in corpora::sstables() {
        let mut all = Keys::default();
        sstable.scan_all(&mut all).unwrap_or_else(|e| panic!("{}: {e}", sstable.label()));
        ranges += check(&sstable, &all.0);
        sstables += 1;
    }
    println!("{sstables} SSTables, {ranges} ranges");
    assert!(sstables > 1000 && ranges > 10_000, "{sstables} SSTables, {ranges} ranges");
}

#[test]
fn tokens_of_another_partitioner_are_refused() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/oa/simple/oa-1-big-Data.db");
    let sstable = Sstable::open(path).expect("an SSTable");
    let range = TokenRange { left: Token::Random(None), right: Token::Random(Some(5)) };
    let refused = sstable.positions_of(&range).expect_err("other tokens");
    assert!(refused.to_string().contains("no token of"), "{refused}");
}
