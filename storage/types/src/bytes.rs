//! Reading the parts of a value.

use crate::{Result, ValueError};

/// The first `N` bytes; what follows is ignored, as Cassandra's accessors do.
pub(crate) fn head<const N: usize>(bytes: &[u8], ty: &'static str) -> Result<[u8; N]> {
    match bytes.first_chunk::<N>() {
        Some(head) => Ok(*head),
        None => Err(ValueError::Length { ty, found: bytes.len() }),
    }
}

/// Walks over the bytes of a value made of others.
#[derive(Clone, Copy)]
pub(crate) struct Parts<'a> {
    rest: &'a [u8],
    ty: &'static str,
}

impl<'a> Parts<'a> {
    pub(crate) fn new(rest: &'a [u8], ty: &'static str) -> Self {
        Self { rest, ty }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) fn take(&mut self, len: usize) -> Result<&'a [u8]> {
        match self.rest.split_at_checked(len) {
            Some((head, rest)) => {
                self.rest = rest;
                Ok(head)
            }
            None => Err(ValueError::Truncated { ty: self.ty }),
        }
    }

    pub(crate) fn u8(&mut self) -> Result<u8> {
        self.take(1).map(|byte| byte[0])
    }

    pub(crate) fn u16(&mut self) -> Result<u16> {
        let bytes = self.take(2)?;
        Ok(u16::from_be_bytes([bytes[0], bytes[1]]))
    }

    pub(crate) fn i32(&mut self) -> Result<i32> {
        match self.rest.split_first_chunk::<4>() {
            Some((head, rest)) => {
                self.rest = rest;
                Ok(i32::from_be_bytes(*head))
            }
            None => Err(ValueError::Truncated { ty: self.ty }),
        }
    }

    /// An element of a collection or a field of a tuple: its length as a signed 32-bit integer, negative for null.
    ///
    /// Reference: `CollectionSerializer.readValue`.
    pub(crate) fn nullable(&mut self) -> Result<Option<&'a [u8]>> {
        match usize::try_from(self.i32()?) {
            Ok(len) => self.take(len).map(Some),
            Err(_) => Ok(None),
        }
    }

    /// An element of a vector of variable length: its length as an unsigned vint.
    ///
    /// Cassandra goes on behind the shortest encoding of the length, whatever was there.
    /// Reference: `VectorType.VariableLengthSerializer.readValue`.
    pub(crate) fn vint_sized(&mut self) -> Result<&'a [u8]> {
        let mut ahead = *self;
        let len = usize::try_from(ahead.uvint()?).ok().filter(|len| i32::try_from(*len).is_ok());
        let Some(len) = len else { return Err(ValueError::Truncated { ty: self.ty }) };
        self.take(uvint_len(len as u64))?;
        self.take(len)
    }

    /// An unsigned vint of 1 to 9 bytes.
    ///
    /// Reference: `VIntCoding.getUnsignedVInt`.
    pub(crate) fn uvint(&mut self) -> Result<u64> {
        let first = self.u8()?;
        let extra = first.leading_ones() as usize;
        let start = if extra >= 7 { 0 } else { u64::from(first & (0xff >> (extra + 1))) };
        Ok(self.take(extra)?.iter().fold(start, |value, &byte| value << 8 | u64::from(byte)))
    }

    /// A signed vint: zig-zag.
    pub(crate) fn vint(&mut self) -> Result<i64> {
        let value = self.uvint()?;
        Ok((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    /// Nothing may be left.
    pub(crate) fn end(&self) -> Result<()> {
        match self.rest.len() {
            0 => Ok(()),
            extra => Err(ValueError::Trailing { ty: self.ty, extra }),
        }
    }
}

/// Bytes of the shortest vint of a value.
fn uvint_len(value: u64) -> usize {
    match 64 - value.leading_zeros() {
        0 => 1,
        bits => (bits.div_ceil(7) as usize).min(9),
    }
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn write_hex(bytes: &[u8], out: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    out.reserve(bytes.len() * 2);
    out.extend(bytes.iter().flat_map(|&byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]));
}

/// The bytes that an even number of hexadecimal digits stands for.
///
/// Reference: `Hex.hexToBytes`.
pub(crate) fn read_hex(text: &str) -> Option<Vec<u8>> {
    let nibble = |digit: u8| char::from(digit).to_digit(16).map(|n| n as u8);
    let digits = text.as_bytes();
    if digits.len() % 2 == 1 {
        return None;
    }
    digits.chunks_exact(2).map(|pair| Some(nibble(pair[0])? << 4 | nibble(pair[1])?)).collect()
}
