//! Where encoders put their bytes.

use crate::error::{WriteError, WriteErrorKind};
use crate::site::Site;

/// The result of writing.
pub type WriteResult<T> = std::result::Result<T, WriteError>;

/// A place for bytes: a buffer, or a counter that only measures them.
pub trait Sink {
    /// Appends bytes.
    fn put(&mut self, bytes: &[u8]);
    /// Number of bytes put so far.
    fn pos(&self) -> u64;
    /// Overwrites bytes that were put before (back-patched offsets and checksums).
    fn patch(&mut self, at: u64, bytes: &[u8]);
    /// CRC-32 of the bytes from one position to another, continuing from `crc`.
    fn crc32(&self, from: u64, to: u64, crc: u32) -> u32;
    /// CRC-32C of the bytes from one position to another, continuing from `crc`.
    fn crc32c(&self, from: u64, to: u64, crc: u32) -> u32;
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
    /// Bits of the last byte that are taken, 0 if it is full.
    bit: u32,
}

impl Buffer {
    /// The bytes put so far.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes put so far.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    fn range(&self, from: u64, to: u64) -> &[u8] {
        self.bytes.get(from as usize..to as usize).unwrap_or(&[])
    }
}

impl Sink for Buffer {
    fn put(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    fn pos(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn patch(&mut self, at: u64, bytes: &[u8]) {
        let at = at as usize;
        if let Some(place) = self.bytes.get_mut(at..at + bytes.len()) {
            place.copy_from_slice(bytes);
        }
    }

    fn crc32(&self, from: u64, to: u64, crc: u32) -> u32 {
        crate::checksum::crc32(self.range(from, to), crc)
    }

    fn crc32c(&self, from: u64, to: u64, crc: u32) -> u32 {
        crate::checksum::crc32c(self.range(from, to), crc)
    }

    fn bits(&mut self, value: u64, count: u32) {
        for i in (0..count).rev() {
            if self.bit == 0 {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= (((value >> i) & 1) as u8) << (7 - self.bit);
            }
            self.bit = (self.bit + 1) % 8;
        }
    }

    fn align(&mut self) {
        self.bit = 0;
    }
}

/// A sink that only counts: `size_of` is `encode` into it.
#[derive(Debug, Default, Clone, Copy)]
pub struct Counter {
    len: u64,
    bit: u32,
}

impl Sink for Counter {
    fn put(&mut self, bytes: &[u8]) {
        self.len += bytes.len() as u64;
    }

    fn pos(&self) -> u64 {
        self.len
    }

    fn patch(&mut self, _: u64, _: &[u8]) {}

    fn crc32(&self, _: u64, _: u64, _: u32) -> u32 {
        0
    }

    fn crc32c(&self, _: u64, _: u64, _: u32) -> u32 {
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
