//! Where encoders put their bytes.

use std::ops::Range;

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

/// A sink that keeps the bytes.
#[derive(Debug, Default, Clone)]
pub struct Buffer {
    bytes: Vec<u8>,
    /// Position of the first of `bytes`.
    base: u64,
    /// Bits of the last byte that are taken, 0 if it is full; of the byte before `bits_end`, so that whole bytes need not end what bits began.
    bit: u32,
    bits_end: usize,
}

impl Buffer {
    /// A buffer for the part of a component that begins at `base`: positions count from the component's start.
    pub fn with_base(base: u64) -> Self {
        Buffer { base, ..Buffer::default() }
    }

    /// Takes the bytes put so far out, so that they can go to a file; they cannot be patched any more.
    pub fn drain(&mut self) -> Vec<u8> {
        self.base = self.pos();
        self.bit = 0;
        std::mem::take(&mut self.bytes)
    }

    /// Forgets the bytes, and goes on at `base`; the memory is kept.
    pub fn clear(&mut self, base: u64) {
        self.bytes.clear();
        (self.base, self.bit) = (base, 0);
    }

    /// The bytes put so far.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes put so far.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The most bytes that [`Self::room`] leaves.
    pub(crate) const ROOM: usize = 16;

    /// Puts bytes that are replaced later; the index of the first. Mostly it is one, or none.
    #[inline(always)]
    pub(crate) fn room(&mut self, width: usize) -> usize {
        let at = self.bytes.len();
        match width {
            0 => {}
            1 => self.bytes.push(0),
            _ => self.bytes.resize(at + width, 0),
        }
        at
    }

    /// Replaces a byte.
    #[inline(always)]
    pub(crate) fn set(&mut self, at: usize, byte: u8) {
        if let Some(place) = self.bytes.get_mut(at) {
            *place = byte;
        }
    }

    /// Brings what was put from `from` on to the place of the bytes in `room`; how many bytes it is.
    #[inline(always)]
    pub(crate) fn bring(&mut self, room: Range<usize>, from: usize) -> usize {
        let width = self.bytes.len().saturating_sub(from);
        if width != room.len() {
            self.bring_apart(room, width);
        } else if width > 0 {
            self.bytes.copy_within(from.., room.start);
            self.bytes.truncate(from);
        }
        width
    }

    #[inline(never)]
    fn longest_uvint(&mut self, value: u64) {
        self.bytes.extend_from_slice(&crate::vint::encode(value).0);
    }

    #[inline(never)]
    fn bring_apart(&mut self, room: Range<usize>, width: usize) {
        if let Some(behind) = self.bytes.get_mut(room.end..) {
            behind.rotate_right(width);
        }
        self.bytes.drain(room);
    }

    fn range(&self, from: u64, to: u64) -> &[u8] {
        let (from, to) = (from.wrapping_sub(self.base), to.wrapping_sub(self.base));
        self.bytes.get(from as usize..to as usize).unwrap_or(&[])
    }
}

impl Sink for Buffer {
    #[inline(always)]
    fn put(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Copies whose length is known are faster: of a short value 8 or 16 bytes are put, and cut off.
    #[inline(always)]
    fn copy(&mut self, bytes: &[u8]) {
        let len = bytes.len();
        if !(4..=16).contains(&len) {
            return self.put(bytes);
        }
        let end = self.bytes.len() + len;
        if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            let behind = u64::from_le_bytes(*last).checked_shr(8 * (16 - len as u32)).unwrap_or(0);
            let all = u128::from(behind) << 64 | u128::from(u64::from_le_bytes(*first));
            self.bytes.extend_from_slice(&all.to_le_bytes());
        } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            let behind = u32::from_le_bytes(*last).checked_shr(8 * (8 - len as u32)).unwrap_or(0);
            let all = u64::from(behind) << 32 | u64::from(u32::from_le_bytes(*first));
            self.bytes.extend_from_slice(&all.to_le_bytes());
        }
        self.bytes.truncate(end);
    }

    /// Most vints have one byte. Of a longer one 8 bytes are put, and cut off: a copy whose length is known is faster.
    #[inline(always)]
    fn uvint(&mut self, value: u64) {
        if value < 0x80 {
            return self.bytes.push(value as u8);
        }
        let end = self.bytes.len() + crate::vint::len(value);
        match crate::vint::encode_short(value) {
            Some(bytes) => self.bytes.extend_from_slice(&bytes),
            None => self.longest_uvint(value),
        }
        self.bytes.truncate(end);
    }

    #[inline(always)]
    fn pos(&self) -> u64 {
        self.base + self.bytes.len() as u64
    }

    fn patch(&mut self, at: u64, bytes: &[u8]) {
        let at = at.wrapping_sub(self.base) as usize;
        if let Some(place) = self.bytes.get_mut(at..).and_then(|rest| rest.get_mut(..bytes.len())) {
            place.copy_from_slice(bytes);
        }
    }

    fn checksum(&self, algorithm: Algorithm, parts: &[Over]) -> u64 {
        algorithm.over(parts, |from, to| self.range(from, to))
    }

    fn bits(&mut self, value: u64, count: u32) {
        if self.bits_end != self.bytes.len() {
            self.bit = 0;
        }
        for i in (0..count).rev() {
            if self.bit == 0 {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= (((value >> i) & 1) as u8) << (7 - self.bit);
            }
            self.bit = (self.bit + 1) % 8;
        }
        self.bits_end = self.bytes.len();
    }

    fn align(&mut self) {
        self.bit = 0;
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
