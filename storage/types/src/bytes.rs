//! Reading the parts of a value.

use crate::{Result, ValueError};

/// The first `N` bytes; what follows is ignored, as Cassandra's accessors do.
pub(crate) fn head<const N: usize>(bytes: &[u8], ty: &'static str) -> Result<[u8; N]> {
    match bytes.first_chunk::<N>() {
        Some(head) => Ok(*head),
        None => Err(ValueError::Length { ty, found: bytes.len() }),
    }
}
