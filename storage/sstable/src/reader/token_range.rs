//! From tokens to the part of the data that has their partitions.

use std::cmp::Ordering;
use std::mem::discriminant;
use std::ops::Range;

use cqlite_schema::partitioner::Token;

use super::{Sstable, SstableError, SstableErrorKind, Visitor};
use crate::byte_comparable::KeyBound;

/// The tokens after `left` up to `right`, which is one of them. Where `left` is not before `right` the range goes on at the smallest
/// token when it has come to the largest one: from a token to itself it has all of them, and to the minimum it goes to the end.
///
/// Reference: `Range<Token>`, as repairs and `nodetool` mean it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRange {
    /// The token before the first one.
    pub left: Token,
    /// The last token.
    pub right: Token,
}

impl Sstable {
    /// The positions of the data at which partitions of a range of tokens begin, ascending: none, one, or two where the range goes
    /// around the end. Reference: `SSTableReader.getPositionsForRanges`.
    ///
    /// # Errors
    /// `Value` for tokens of another partitioner; what is wrong with the index, or that it is missing.
    pub fn positions_of(&self, tokens: &TokenRange) -> Result<Vec<Range<u64>>, SstableError> {
        let partitioner = self.partitioner();
        let own = discriminant(&partitioner.minimum_token());
        if let Some(other) = [&tokens.left, &tokens.right].into_iter().find(|token| discriminant(*token) != own) {
            let what = format!("{other} is no token of {}", partitioner.name()).into();
            return Err(SstableError::new(SstableErrorKind::Value(what)).in_file(self.label()));
        }
        let end = self.data().len();
        let (first, second) = match partitioner.compare_tokens(&tokens.left, &tokens.right) {
            Ordering::Less => (self.position_behind(&tokens.left)?..self.position_behind(&tokens.right)?, 0..0),
            Ordering::Equal => (0..end, 0..0),
            Ordering::Greater => (0..self.position_behind(&tokens.right)?, self.position_behind(&tokens.left)?..end),
        };
        Ok([first, second].into_iter().filter(|range| !range.is_empty()).collect())
    }

    /// Visits the partitions of a range of tokens.
    ///
    /// # Errors
    /// As [`Self::positions_of`]; what is wrong with the data, or what the visitor says.
    pub fn scan_tokens<V: Visitor>(&self, tokens: &TokenRange, visitor: &mut V) -> Result<(), V::Failure>
    where
        V::Failure: From<SstableError>,
    {
        for range in self.positions_of(tokens)? {
            self.scan(range, visitor)?;
        }
        Ok(())
    }

    /// The positions of the data at which partitions with a token begin: several keys may share it.
    ///
    /// # Errors
    /// What is wrong with the index, or that it is missing.
    pub fn positions_of_token(&self, token: &Token) -> Result<Range<u64>, SstableError> {
        Ok(self.position_from(token)?..self.position_behind(token)?)
    }

    /// Where the first partition with a greater token begins, or the data ends.
    fn position_behind(&self, token: &Token) -> Result<u64, SstableError> {
        self.first_position(token, KeyBound::After, |order| order == Ordering::Greater)
    }

    /// Where the first partition with this token or a greater one begins, or the data ends.
    fn position_from(&self, token: &Token) -> Result<u64, SstableError> {
        self.first_position(token, KeyBound::Before, |order| order != Ordering::Less)
    }

    /// Where the first partition begins whose token stands to this one in an order that is wanted, as those of all after it do.
    fn first_position(
        &self,
        token: &Token,
        bound: KeyBound,
        is_wanted: impl Fn(Ordering) -> bool,
    ) -> Result<u64, SstableError> {
        let partitioner = self.partitioner();
        let is_behind = |key: &[u8]| is_wanted(partitioner.compare_tokens(&partitioner.token(key), token));
        let first =
            if self.is_bti() { self.first_in_trie(token, bound, is_behind)? } else { self.first_in_index(is_behind)? };
        Ok(first.unwrap_or(self.data().len()))
    }
}
