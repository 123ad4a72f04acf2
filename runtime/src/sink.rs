//! Where encoders put their bytes.

mod buffer;

pub use buffer::Buffer;

use crate::checksum::{Algorithm, Over};
use crate::error::{WriteError, WriteErrorKind};
use crate::site::Site;

/// The result of writing.
pub type WriteResult<T> = std::result::Result<T, WriteError>;

/// A place for bytes: a buffer, or a counter that only measures them.
pub trait Sink {
    /// Appends bytes.
    fn put(&mut self, bytes: &[u8]);
    /// Appends a value, of a length that is known only now.
    #[inline(always)]
    fn copy(&mut self, bytes: &[u8]) {
        self.put(bytes);
    }
    /// Number of bytes put so far.
    fn pos(&self) -> u64;
    /// Overwrites bytes that were put before (back-patched offsets and checksums).
    fn patch(&mut self, at: u64, bytes: &[u8]);
    /// The checksum of bytes that were put before.
    fn checksum(&self, algorithm: Algorithm, parts: &[Over]) -> u64;
    /// Appends `count` bits, most significant first.
    fn bits(&mut self, value: u64, count: u32);
    /// Fills a byte that bit fields have begun with zeros.
    fn align(&mut self);

    /// Appends an unsigned vint.
    fn uvint(&mut self, value: u64) {
        let (bytes, len) = crate::vint::encode(value);
        self.put(bytes.get(..len).unwrap_or(&[]));
    }
}

/// A sink that only counts.
#[derive(Debug, Default, Clone, Copy)]
pub struct Counter {
    len: u64,
    bit: u32,
}

impl Counter {
    /// A counter that continues from a position.
    pub fn at(pos: u64) -> Self {
        Counter { len: pos, bit: 0 }
    }

    /// How many bytes a function writes: `Counter::count(|w| model.encode(w, &cx))`.
    ///
    /// # Errors
    /// Those of the function.
    pub fn count<T>(write: impl FnOnce(&mut Self) -> WriteResult<T>) -> WriteResult<u64> {
        let mut counter = Self::default();
        write(&mut counter)?;
        Ok(counter.pos())
    }
}

impl Sink for Counter {
    fn put(&mut self, bytes: &[u8]) {
        self.bit = 0;
        self.len += bytes.len() as u64;
    }

    fn pos(&self) -> u64 {
        self.len
    }

    fn patch(&mut self, _: u64, _: &[u8]) {}

    fn checksum(&self, _: Algorithm, _: &[Over]) -> u64 {
        0
    }

    fn bits(&mut self, _: u64, count: u32) {
        let total = self.bit + count;
        self.len += u64::from(if self.bit == 0 { total.div_ceil(8) } else { (total - 1) / 8 });
        self.bit = total % 8;
    }

    fn align(&mut self) {
        self.bit = 0;
    }
}

/// That a field is there exactly if its condition holds.
///
/// # Errors
/// `Missing` or `Unexpected` if not.
#[inline(always)]
pub fn agree(has: bool, needs: bool, site: &'static Site) -> WriteResult<()> {
    match (has, needs) {
        (true, false) => Err(WriteError::new(WriteErrorKind::Unexpected, site)),
        (false, true) => Err(WriteError::new(WriteErrorKind::Missing, site)),
        _ => Ok(()),
    }
}

/// The value of a field that is there exactly if `present`.
///
/// # Errors
/// `Missing` or `Unexpected` if it is not.
#[inline(always)]
pub fn agreed<T: Copy>(value: Option<T>, present: bool, site: &'static Site) -> WriteResult<Option<T>> {
    agree(value.is_some(), present, site)?;
    Ok(value)
}

/// The value of a field that is there if `present`; if not, another field has it, or the version none.
///
/// # Errors
/// `Missing` if it is not there.
#[inline]
pub fn needed<'m, T>(value: &'m Option<T>, present: bool, site: &'static Site) -> WriteResult<Option<&'m T>> {
    match value {
        _ if !present => Ok(None),
        Some(v) => Ok(Some(v)),
        None => Err(WriteError::new(WriteErrorKind::Missing, site)),
    }
}

/// Checks that a model can do without a field that is not written: it has no value for it, or one that may be left out.
///
/// # Errors
/// `Lost` if something would be lost.
#[inline]
pub fn left_out(is_lost: bool, site: &'static Site) -> WriteResult<()> {
    if is_lost {
        Err(WriteError::new(WriteErrorKind::Lost, site))
    } else {
        Ok(())
    }
}

/// Checks that a value is one that its field may have, which is `expected`.
///
/// # Errors
/// `Invalid` if it is not.
#[inline]
pub fn demand(is_valid: bool, expected: &'static str, site: &'static Site) -> WriteResult<()> {
    if is_valid {
        Ok(())
    } else {
        Err(WriteError::new(WriteErrorKind::Invalid { expected }, site))
    }
}

/// A number that an expression computes, if it did not leave its range.
///
/// # Errors
/// `Expression` if it did.
#[inline]
pub fn in_range<T>(number: Option<T>, site: &'static Site) -> WriteResult<T> {
    number.ok_or_else(|| WriteError::new(WriteErrorKind::Expression { what: "a number leaves 64 bits" }, site))
}

/// Checks that bytes are written where the specification has them.
///
/// # Errors
/// `Position` if they are not.
#[inline]
pub fn placed(found: u64, expected: i64, site: &'static Site) -> WriteResult<()> {
    if u64::try_from(expected) == Ok(found) {
        Ok(())
    } else {
        Err(WriteError::new(WriteErrorKind::Position { found, expected }, site))
    }
}

/// The value of a field that an expression needs.
///
/// # Errors
/// `Expression` if it has none.
#[inline]
pub fn present<T>(value: Option<T>, site: &'static Site) -> WriteResult<T> {
    value.ok_or_else(|| WriteError::new(WriteErrorKind::Expression { what: "a field that is needed is absent" }, site))
}

/// Checks a number of bits against the width of its field.
///
/// # Errors
/// `OutOfRange` if it does not fit.
#[inline]
pub fn fits(value: impl Into<i128>, bits: u32, site: &'static Site) -> WriteResult<()> {
    let found = value.into();
    if found >> bits == 0 {
        Ok(())
    } else {
        Err(WriteError::new(WriteErrorKind::OutOfRange { found }, site))
    }
}

/// Checks a length against what the specification computes for it.
///
/// # Errors
/// `Length` if they differ.
#[inline]
pub fn exact(found: u64, expected: i64, site: &'static Site) -> WriteResult<()> {
    if u64::try_from(expected) == Ok(found) {
        Ok(())
    } else {
        Err(WriteError::new(WriteErrorKind::Length { found, expected }, site))
    }
}

/// `value` in the type of its field.
///
/// # Errors
/// `OutOfRange` if it does not fit.
pub fn narrow<T, U>(value: U, site: &'static Site) -> WriteResult<T>
where
    U: Copy + Into<i128>,
    T: TryFrom<i128>,
{
    let found = value.into();
    T::try_from(found).map_err(|_| WriteError::new(WriteErrorKind::OutOfRange { found }, site))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_every_length_are_copied_whole() {
        let bytes: Vec<u8> = (1..=40).collect();
        for len in 0..=bytes.len() {
            let mut w = Buffer::default();
            w.bits(1, 1);
            w.copy(&bytes[..len]);
            w.put(&[0]);
            assert_eq!(w.as_bytes(), [&[0x80], &bytes[..len], &[0]].concat());
        }
    }
}
