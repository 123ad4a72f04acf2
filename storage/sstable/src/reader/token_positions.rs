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
        self.first_position(token, KeyBound::After, Ordering::Less)
    }

    /// Where the first partition with this token or a greater one begins, or the data ends.
    fn position_from(&self, token: &Token) -> Result<u64, SstableError> {
        self.first_position(token, KeyBound::Before, Ordering::Greater)
    }

    /// Where the first partition after a bound of a token begins, or the data ends; those with the token are on one side of the bound.
    fn first_position(&self, token: &Token, bound: KeyBound, with_token: Ordering) -> Result<u64, SstableError> {
        let partitioner = self.partitioner();
        let place_of = |key: &[u8]| partitioner.compare_tokens(&partitioner.token(key), token).then(with_token);
        let border = match self.is_bti() {
            true => self.border_in_trie(&self.token_path(token, bound)?, place_of)?,
            false => self.border_in_index(place_of)?,
        };
        Ok(self.prove(&border, place_of)?.unwrap_or(self.data().len()))
    }
}
