//! Numbers in sentences.

use std::fmt::Display;

/// So many of something.
pub fn number<N: Display + PartialEq + From<u8>>(n: N, what: &str) -> String {
    format!("{n} {what}{}", if n == N::from(1) { "" } else { "s" })
}

/// All of them, one after the other.
pub fn sentences<T: Display>(all: &[T]) -> String {
    all.iter().map(T::to_string).collect::<Vec<_>>().join("; ")
}
