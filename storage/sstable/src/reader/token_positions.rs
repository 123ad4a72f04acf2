//! From a token to the part of the data that has its partitions.

use std::cmp::Ordering;
use std::mem::discriminant;
use std::ops::Range;

use cqlite_schema::partitioner::Token;

use super::{Sstable, SstableError, SstableErrorKind};
use crate::byte_comparable::KeyBound;

impl Sstable {
    /// The positions of the data at which partitions with a token begin: several keys may share it.
    ///
    /// # Errors
    /// `Value` for a token of another partitioner; what is wrong with the index, or that it is missing.
    pub fn positions_of_token(&self, token: &Token) -> Result<Range<u64>, SstableError> {
        let partitioner = self.partitioner();
        if discriminant(&partitioner.minimum_token()) != discriminant(token) {
            let what = format!("{token} is no token of {}", partitioner.name()).into();
            return Err(SstableError::new(SstableErrorKind::Value(what)).in_file(self.label()));
        }
        Ok(self.position_from(token)?..self.position_after(token)?)
    }

    /// Where the first partition with a greater token begins, or the data ends.
    fn position_after(&self, token: &Token) -> Result<u64, SstableError> {
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
        let is_after = |key: &[u8]| is_wanted(partitioner.compare_tokens(&partitioner.token(key), token));
        let first =
            if self.is_bti() { self.first_in_trie(token, bound, is_after)? } else { self.first_in_index(is_after)? };
        Ok(first.unwrap_or(self.data().len()))
    }
}
