//! Numbers in sentences.

use std::fmt::Display;

use indicatif::HumanCount;

/// So many of something.
pub fn number<N: Display + PartialEq + From<u8>>(n: N, what: &str) -> String {
    format!("{n} {what}{}", if n == N::from(1) { "" } else { "s" })
}

/// So many of something, in groups of three digits.
pub fn grouped(n: u64, what: &str) -> String {
    number(n, what).replacen(&n.to_string(), &HumanCount(n).to_string(), 1)
}

/// All of them, one after the other.
pub fn sentences<T: Display>(all: &[T]) -> String {
    all.iter().map(T::to_string).collect::<Vec<_>>().join("; ")
}
