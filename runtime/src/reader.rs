//! A cursor over bytes that checks before it reads.

use crate::error::{ReadError, ReadErrorKind, Result};
use crate::site::Site;

/// A position in a stream of bytes.
///
/// The stream may be a part of a component: errors and field trees name offsets of the component.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// What is left: the one part that reading changes.
    rest: &'a [u8],
    /// The whole stream.
    buf: &'a [u8],
    /// Offset after the stream in the component. What is left tells the rest: `buf` need not be in a register for it.
    end: u64,
    /// Bits of the first byte left that bit fields have taken, 0 to 7.
    bit: u32,
}

macro_rules! fixed {
    ($($name:ident $t:ty, $from:ident, $n:literal;)*) => {$(
        #[doc = concat!("A `", stringify!($t), "` of ", stringify!($n), " bytes (`", stringify!($from), "`).")]
        #[inline(always)]
        pub fn $name(&mut self, site: &'static Site) -> Result<$t> {
            match self.rest.split_first_chunk::<$n>() {
                Some((bytes, rest)) => {
                    self.rest = rest;
                    Ok(<$t>::$from(*bytes))
                }
                None => Err(self.short($n, site)),
            }
        }
    )*};
}

impl<'a> Reader<'a> {
    /// A cursor at the start of a whole component.
    pub fn new(buf: &'a [u8]) -> Self {
        Self::with_base(buf, 0)
    }

    /// A cursor at the start of a part of a component that begins at offset `base`.
    pub fn with_base(buf: &'a [u8], base: u64) -> Self {
        Reader { rest: buf, buf, end: base.wrapping_add(buf.len() as u64), bit: 0 }
    }

    /// Position in this stream, in bytes.
    #[inline(always)]
    pub fn pos(&self) -> u64 {
        (self.buf.len() - self.rest.len()) as u64
    }

    /// Offset of the position in the component.
    #[inline(always)]
    pub fn offset(&self) -> u64 {
        self.end.wrapping_sub(self.rest.len() as u64)
    }

    /// Length of this stream, in bytes.
    #[inline(always)]
    pub fn size(&self) -> u64 {
        self.buf.len() as u64
    }

    /// Bytes from the position to the end.
    #[inline(always)]
    pub fn remaining(&self) -> usize {
        self.rest.len()
    }

    /// Whether the stream ends here.
    #[inline(always)]
    pub fn at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// What a function makes of the reader that is not inlined and rarely called: it gets a copy, so that this one can stay in registers.
    #[inline(always)]
    pub fn apart<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        crate::rarely();
        let mut copy = *self;
        let out = read(&mut copy);
        *self = copy;
        out
    }

    /// The same stream at another position.
    ///
    /// # Errors
    /// `OutOfRange` if `pos` is negative or after the end.
    pub fn at(&self, pos: i64, site: &'static Site) -> Result<Reader<'a>> {
        match usize::try_from(pos).ok().and_then(|p| self.buf.get(p..)) {
            Some(rest) => Ok(Reader { rest, bit: 0, ..*self }),
            None => Err(self.error(ReadErrorKind::OutOfRange { found: pos, limit: self.size() }, site)),
        }
    }

    /// The bytes between two positions of this stream.
    pub fn between(&self, from: u64, to: u64) -> &'a [u8] {
        usize::try_from(from).ok().zip(usize::try_from(to).ok()).and_then(|(a, b)| self.buf.get(a..b)).unwrap_or(&[])
    }

    // Errors are made from copies of offset and length: a reader whose address is never taken can live in registers.

    /// An error at the position.
    #[inline(always)]
    pub fn error(&self, kind: ReadErrorKind, site: &'static Site) -> ReadError {
        ReadError::new(kind, self.offset(), site)
    }

    /// An error of the `len` bytes before the position.
    #[inline(always)]
    pub fn error_before(&self, len: u64, kind: ReadErrorKind, site: &'static Site) -> ReadError {
        ReadError::new(kind, self.offset().saturating_sub(len), site)
    }

    /// A number that an expression computes, if it did not leave its range.
    ///
    /// # Errors
    /// `Overflow` if it did.
    #[inline(always)]
    pub fn in_range<T>(&self, number: Option<T>, site: &'static Site) -> Result<T> {
        number.ok_or_else(|| self.error(ReadErrorKind::Overflow, site))
    }

    /// A number that a value of a type is made of, by its name and the type's site, if it did not leave its range.
    ///
    /// # Errors
    /// `Overflow` of the value if it did.
    #[inline(always)]
    pub fn computed<T>(&self, number: Option<T>, (value, site): (&'static str, &'static Site)) -> Result<T> {
        number.ok_or_else(|| ReadError::of_value(value, self.offset(), site))
    }

    /// The value of an enumeration that the `found` of the last `len` bytes stands for.
    ///
    /// # Errors
    /// `UnknownValue` if it stands for none.
    #[inline(always)]
    pub fn known<T>(
        &self,
        value: Option<T>,
        found: i64,
        expected: &'static str,
        len: u64,
        site: &'static Site,
    ) -> Result<T> {
        value.ok_or_else(|| self.error_before(len, ReadErrorKind::UnknownValue { found, expected }, site))
    }

    /// The truth value that the `found` of the last `len` bytes stands for.
    ///
    /// # Errors
    /// `UnknownValue` if it is neither 0 nor 1.
    #[inline(always)]
    pub fn truth(&self, found: i64, len: u64, site: &'static Site) -> Result<bool> {
        self.known((0..=1).contains(&found).then_some(found == 1), found, "truth value (0 or 1)", len, site)
    }

    /// The value of a field that an expression needs.
    ///
    /// # Errors
    /// `Absent` if it has none.
    #[inline(always)]
    pub fn present<T>(&self, value: Option<T>, field: &'static str, site: &'static Site) -> Result<T> {
        value.ok_or_else(|| self.error(ReadErrorKind::Absent { field }, site))
    }

    /// An error of some of this stream's bytes, wherever the position is.
    #[cold]
    pub fn error_in(&self, bytes: &[u8], kind: ReadErrorKind, site: &'static Site) -> ReadError {
        let at = (bytes.as_ptr() as usize).wrapping_sub(self.buf.as_ptr() as usize);
        let pos = if at <= self.buf.len() { at as u64 } else { self.pos() };
        ReadError::new(kind, self.end.wrapping_sub(self.size()).wrapping_add(pos), site)
    }

    #[inline(always)]
    fn short(&self, needed: u64, site: &'static Site) -> ReadError {
        ReadError::unexpected_end(needed, self.remaining() as u64, self.offset(), site)
    }

    fixed! {
        u8 u8, from_be_bytes, 1;
        i8 i8, from_be_bytes, 1;
        u16_be u16, from_be_bytes, 2;
        u32_be u32, from_be_bytes, 4;
        u64_be u64, from_be_bytes, 8;
        i16_be i16, from_be_bytes, 2;
        i32_be i32, from_be_bytes, 4;
        i64_be i64, from_be_bytes, 8;
        f32_be f32, from_be_bytes, 4;
        f64_be f64, from_be_bytes, 8;
        u16_le u16, from_le_bytes, 2;
        u32_le u32, from_le_bytes, 4;
        u64_le u64, from_le_bytes, 8;
        i16_le i16, from_le_bytes, 2;
        i32_le i32, from_le_bytes, 4;
        i64_le i64, from_le_bytes, 8;
        f32_le f32, from_le_bytes, 4;
        f64_le f64, from_le_bytes, 8;
    }

    /// `count` bits, most significant first, `count` up to 64.
    pub fn bits(&mut self, count: u32, site: &'static Site) -> Result<u64> {
        let mut out = 0u64;
        let mut left = count;
        while left > 0 {
            let Some((&byte, rest)) = self.rest.split_first() else { return Err(self.short(1, site)) };
            let take = left.min(8 - self.bit);
            let part = (u32::from(byte) >> (8 - self.bit - take)) & ((1 << take) - 1);
            out = (out << take) | u64::from(part);
            self.bit += take;
            left -= take;
            if self.bit == 8 {
                self.bit = 0;
                self.rest = rest;
            }
        }
        Ok(out)
    }

    /// Leaves a byte that bit fields have begun.
    pub fn align(&mut self) {
        if self.bit > 0 {
            self.bit = 0;
            self.rest = self.rest.get(1..).unwrap_or(&[]);
        }
    }

    /// Bits of the next byte that bit fields have taken.
    pub(crate) fn bit(&self) -> u32 {
        self.bit
    }

    /// Moves `bits` bits on; they are known to be there.
    pub(crate) fn advance_bits(&mut self, bits: u64) {
        let total = u64::from(self.bit) + bits;
        self.rest = self.rest.get((total / 8) as usize..).unwrap_or(&[]);
        self.bit = (total % 8) as u32;
    }

    /// The next `len` bytes.
    ///
    /// # Errors
    /// `UnexpectedEnd` if there are fewer.
    #[inline(always)]
    pub fn take(&mut self, len: u64, site: &'static Site) -> Result<&'a [u8]> {
        // A length that does not fit is longer than anything in memory.
        match usize::try_from(len).ok().and_then(|len| self.rest.split_at_checked(len)) {
            Some((bytes, rest)) => {
                self.rest = rest;
                Ok(bytes)
            }
            None => Err(self.short(len, site)),
        }
    }

    /// The next `len` bytes, where `len` comes from an expression.
    ///
    /// # Errors
    /// `OutOfRange` if `len` is negative, else as `take`.
    #[inline(always)]
    pub fn take_i(&mut self, len: i64, site: &'static Site) -> Result<&'a [u8]> {
        if len < 0 {
            return Err(self.error(ReadErrorKind::OutOfRange { found: len, limit: self.remaining() as u64 }, site));
        }
        self.take(len as u64, site)
    }

    /// All bytes up to the end.
    pub fn rest(&mut self) -> &'a [u8] {
        std::mem::take(&mut self.rest)
    }

    /// Bytes up to `end`, which is taken but not returned. At the end of the stream `end` may be missing.
    pub fn until(&mut self, end: u8) -> &'a [u8] {
        let rest = self.rest;
        let len = rest.iter().position(|&b| b == end).unwrap_or(rest.len());
        self.rest = rest.get(len + 1..).unwrap_or(&[]);
        rest.get(..len).unwrap_or(&[])
    }

    /// Bytes up to `end`, which is taken but not returned.
    ///
    /// # Errors
    /// `UnexpectedEnd` if the stream ends before it.
    pub fn terminated(&mut self, end: u8, site: &'static Site) -> Result<&'a [u8]> {
        let (before, bytes) = (*self, self.until(end));
        // If all bytes are taken without it, it is missing.
        if bytes.len() < before.rest.len() {
            return Ok(bytes);
        }
        *self = before;
        let available = self.rest.len() as u64;
        Err(self.error(ReadErrorKind::UnexpectedEnd { needed: available + 1, available }, site))
    }

    /// A stream of the next `len` bytes.
    #[inline(always)]
    pub fn sub(&mut self, len: u64, site: &'static Site) -> Result<Reader<'a>> {
        let buf = self.take(len, site)?;
        Ok(Reader { rest: buf, buf, end: self.offset(), bit: 0 })
    }

    /// A stream of the next `len` bytes, where `len` comes from an expression.
    #[inline(always)]
    pub fn sub_i(&mut self, len: i64, site: &'static Site) -> Result<Reader<'a>> {
        let buf = self.take_i(len, site)?;
        Ok(Reader { rest: buf, buf, end: self.offset(), bit: 0 })
    }

    /// Checks that a sized stream ends here.
    #[inline(always)]
    pub fn finish(&self, site: &'static Site) -> Result<()> {
        if self.at_end() {
            Ok(())
        } else {
            Err(self.error(ReadErrorKind::Trailing { count: self.remaining() as u64 }, site))
        }
    }

    /// An unsigned vint (VIntCoding.readUnsignedVInt): the leading ones of the first byte count the bytes that follow.
    #[inline(always)]
    pub fn uvint(&mut self, site: &'static Site) -> Result<u64> {
        match self.rest.split_first() {
            Some((&b, rest)) if b < 0x80 => {
                self.rest = rest;
                return Ok(u64::from(b));
            }
            _ => {}
        }
        // Up to 8 bytes at once: the marker is cut off at the top, what is not of the vint at the bottom. The 9 bytes of the
        // largest vints, and those near the end, are no matter.
        if let Some(bytes) = self.rest.first_chunk::<8>() {
            let all = u64::from_be_bytes(*bytes);
            let extra = all.leading_ones();
            if extra < 8 {
                self.rest = self.rest.get(1 + extra as usize..).unwrap_or(&[]);
                return Ok(all << extra >> extra >> (56 - 8 * extra));
            }
        }
        match crate::vint::decode(self.rest) {
            Some((value, len)) => {
                self.rest = self.rest.get(len..).unwrap_or(&[]);
                Ok(value)
            }
            None => Err(self.short(self.rest.first().map_or(1, |b| 1 + u64::from(b.leading_ones())), site)),
        }
    }
}
