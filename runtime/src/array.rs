//! Arrays of elements of one width, read on demand.

use std::marker::PhantomData;

use crate::convert::{Number, Wide};
use crate::error::{Located as _, ReadErrorKind, Result};
use crate::reader::Reader;
use crate::site::Site;

/// What stands in an array whose elements all have the same width.
pub trait Element<'a>: Sized {
    /// What the element's type takes as parameters, the same for every element.
    type Args: Copy;

    /// Reads the element at the reader's position.
    ///
    /// # Errors
    /// As the element's own fields.
    fn get(r: &mut Reader<'a>, args: Self::Args, site: &'static Site) -> Result<Self>;
}

/// Makes heads of one width the elements of arrays, by their `read`. After the head's type: its parameters.
#[macro_export]
macro_rules! element {
    ($head:ident $(, $param:ident: $ty:ty)*) => {
        impl<'a> $crate::array::Element<'a> for $head<'a> {
            type Args = ($($ty,)*);

            fn get(r: &mut $crate::Reader<'a>, args: Self::Args, _: &'static $crate::Site) -> $crate::error::Result<Self> {
                let ($($param,)*) = args;
                Self::read(r $(, $param)*)
            }
        }
    };
}

/// Elements without bytes that a list has at most, beyond as many as bits are left: a count in a file costs nothing to write and much to
/// believe. No table has so many columns, which are the longest such lists.
const MOST_EMPTY: u64 = 1 << 16;

/// A view of an array: position, count and width. Its bytes are known to be there.
#[derive(Debug, Clone, Copy)]
pub struct ArrayView<'a, T: Element<'a>> {
    start: Reader<'a>,
    count: u64,
    bits: u64,
    args: T::Args,
    site: &'static Site,
    element: PhantomData<T>,
}

impl<'a, T: Element<'a>> ArrayView<'a, T> {
    /// Takes an array of `count` elements of `bits` bits from the reader.
    ///
    /// # Errors
    /// `OutOfRange` if `count` is negative, or more than is believed of elements without bytes; `UnexpectedEnd` if the stream ends before
    /// the array.
    pub fn take(r: &mut Reader<'a>, count: i64, bits: u64, args: T::Args, site: &'static Site) -> Result<Self> {
        let start = *r;
        let count = believed(r, count, bits, site)?;
        let needed = (u128::from(count) * u128::from(bits)).div_ceil(8);
        if needed > r.remaining() as u128 {
            let needed = u64::try_from(needed).unwrap_or(u64::MAX);
            return Err(r.error(ReadErrorKind::UnexpectedEnd { needed, available: r.remaining() as u64 }, site));
        }
        r.advance_bits(count * bits);
        Ok(ArrayView { start, count, bits, args, site, element: PhantomData })
    }

    /// A reader at its first element.
    pub fn start(&self) -> Reader<'a> {
        self.start
    }

    /// The bits after the last element, up to the next whole byte.
    pub fn padding(&self) -> u64 {
        let used = self.count.saturating_mul(self.bits);
        let mut r = self.start;
        r.advance_bits(used);
        r.bits(((8 - used % 8) % 8) as u32, self.site).unwrap_or(0)
    }

    /// Number of elements.
    pub fn len(&self) -> u64 {
        self.count
    }

    /// Whether there is no element.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Element `index`.
    ///
    /// # Errors
    /// `OutOfRange` if there is no such element, else as the element's own fields.
    pub fn get(&self, index: i64) -> Result<T> {
        T::get(&mut self.reader(index)?, self.args, self.site).map_err(|e| e.of_element(self.site, index))
    }

    /// A reader at element `index`.
    ///
    /// # Errors
    /// `OutOfRange` if there is no such element.
    pub fn reader(&self, index: i64) -> Result<Reader<'a>> {
        match u64::try_from(index) {
            Ok(i) if i < self.count => {
                let mut r = self.start;
                r.advance_bits(i * self.bits);
                Ok(r)
            }
            _ => Err(self.start.error(ReadErrorKind::OutOfRange { found: index, limit: self.count }, self.site)),
        }
    }

    /// A list of what the elements are for their owner.
    ///
    /// # Errors
    /// As the element's own fields, or as `own` does.
    pub fn list<U>(&self, own: impl Fn(T) -> Result<U>) -> Result<Vec<U>> {
        self.iter().map(|element| own(element?)).collect()
    }

    /// The elements in order.
    pub fn iter(&self) -> impl Iterator<Item = Result<T>> + use<'_, 'a, T> {
        (0..self.count).map(|i| self.get(i as i64))
    }
}

/// How a whole number of an array is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// Bytes: 1, 2, 4 or 8.
    pub bytes: u8,
    /// Two's complement.
    pub signed: bool,
    /// Least significant byte first.
    pub little: bool,
}

/// A whole number that versions store in different ways.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Any<T>(pub T);

impl<'a, T: Number> Element<'a> for Any<T> {
    type Args = Stored;

    fn get(r: &mut Reader<'a>, how: Stored, site: &'static Site) -> Result<Self> {
        let at = *r;
        let Stored { bytes, signed, little } = how;
        let mut n: i128 = 0;
        let taken = r.take(u64::from(bytes), site)?;
        for i in 0..taken.len() {
            let i = if little { taken.len() - 1 - i } else { i };
            n = n << 8 | i128::from(taken.get(i).copied().unwrap_or(0));
        }
        if signed && n >> (8 * u32::from(bytes) - 1) != 0 {
            n -= 1i128 << (8 * u32::from(bytes));
        }
        match T::of(Wide::Int(n)) {
            Some(v) => Ok(Any(v)),
            None => Err(at.error(ReadErrorKind::Invalid { found: n.to_string(), expected: T::WHAT }, site)),
        }
    }
}

macro_rules! primitive {
    ($($t:ty, $marker:ident, $read:ident;)*) => {$(
        #[doc = concat!("An element read by `Reader::", stringify!($read), "`.")]
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct $marker(pub $t);
        impl<'a> Element<'a> for $marker {
            type Args = ();
            fn get(r: &mut Reader<'a>, _: (), site: &'static Site) -> Result<Self> {
                r.$read(site).map($marker)
            }
        }
    )*};
}

primitive! {
    u8, U8, u8;
    i8, I8, i8;
    u16, U16Be, u16_be;
    u32, U32Be, u32_be;
    u64, U64Be, u64_be;
    i16, I16Be, i16_be;
    i32, I32Be, i32_be;
    i64, I64Be, i64_be;
    f32, F32Be, f32_be;
    f64, F64Be, f64_be;
    u16, U16Le, u16_le;
    u32, U32Le, u32_le;
    u64, U64Le, u64_le;
    i16, I16Le, i16_le;
    i32, I32Le, i32_le;
    i64, I64Le, i64_le;
    f32, F32Le, f32_le;
    f64, F64Le, f64_le;
}

macro_rules! bit_fields {
    ($($t:ty, $marker:ident;)*) => {$(
        #[doc = concat!("A bit field that fits a `", stringify!($t), "`; the parameter is its width.")]
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct $marker(pub $t);
        impl<'a> Element<'a> for $marker {
            type Args = u32;
            fn get(r: &mut Reader<'a>, bits: u32, site: &'static Site) -> Result<Self> {
                r.bits(bits, site).map(|v| $marker(v as $t))
            }
        }
    )*};
}

bit_fields! {
    u8, Bits8;
    u16, Bits16;
    u32, Bits32;
}

/// An element of a list, if there is one of that index.
#[inline(always)]
pub fn element<T>(all: &[T], index: i64) -> Option<&T> {
    usize::try_from(index).ok().and_then(|i| all.get(i))
}

/// A count from a file, which is not negative; and not large if elements may take nothing.
fn believed(r: &Reader<'_>, count: i64, least: u64, site: &'static Site) -> Result<u64> {
    // Most lists are short: no need to look how much is left.
    if let Some(n) = u64::try_from(count).ok().filter(|n| *n <= MOST_EMPTY) {
        return Ok(n);
    }
    let left = r.remaining() as u64;
    // What takes less than a byte takes a bit at least, unless it takes nothing.
    let limit = if least == 0 { left.saturating_mul(8).saturating_add(MOST_EMPTY) } else { left };
    match u64::try_from(count) {
        Ok(n) if n <= limit || least > 0 => Ok(n),
        _ => Err(r.error(ReadErrorKind::OutOfRange { found: count, limit }, site)),
    }
}

/// Checks a count from a file against the bytes that are left, `least` for each element.
///
/// # Errors
/// `OutOfRange` if it is negative, or more than is believed of elements that may take nothing; `UnexpectedEnd` if there cannot be so many.
pub fn count(r: &Reader<'_>, count: i64, least: u64, site: &'static Site) -> Result<u64> {
    let count = believed(r, count, least, site)?;
    match count.checked_mul(least) {
        Some(needed) if needed <= r.remaining() as u64 => Ok(count),
        needed => {
            let needed = needed.unwrap_or(u64::MAX);
            Err(r.error(ReadErrorKind::UnexpectedEnd { needed, available: r.remaining() as u64 }, site))
        }
    }
}

/// A list of `number` elements, which `read` reads; `least` is how many bytes each one takes at least.
///
/// # Errors
/// As [`count`], or as `read` does, with the element's index. Memory for many is taken only as they come.
pub fn collect<'a, T>(
    number: i64,
    least: u64,
    r: &mut Reader<'a>,
    site: &'static Site,
    mut read: impl FnMut(&mut Reader<'a>, i64) -> Result<T>,
) -> Result<Vec<T>> {
    let count = count(r, number, least, site)?;
    let mut all = Vec::with_capacity(count.min(1024) as usize);
    for index in 0..count as i64 {
        all.push(read(r, index).at_index(site, index)?);
    }
    Ok(all)
}

/// A list of all elements to the end of the stream, which `read` reads.
///
/// # Errors
/// `Trailing` if an element takes no bytes, or as `read` does, with the element's index.
pub fn collect_rest<'a, T>(
    r: &mut Reader<'a>,
    site: &'static Site,
    mut read: impl FnMut(&mut Reader<'a>, i64) -> Result<T>,
) -> Result<Vec<T>> {
    let mut all = Vec::new();
    while !r.at_end() {
        let (index, before) = (all.len() as i64, r.pos());
        all.push(read(r, index).at_index(site, index)?);
        progress(r, before, site)?;
    }
    Ok(all)
}

/// How many elements of a width in bits take all that is left of a stream. A rest that is too short for one counts as one, which is then
/// not all there.
pub fn left(r: &Reader<'_>, bits: u64) -> i64 {
    let left = (r.remaining() as u64).saturating_mul(8);
    if bits == 0 {
        return 0;
    }
    i64::try_from(left.div_ceil(bits)).unwrap_or(i64::MAX)
}

/// Checks that an element of a list that goes on to the end of its stream has taken bytes.
///
/// # Errors
/// `Trailing` if it has not.
#[inline]
pub fn progress(r: &Reader<'_>, before: u64, site: &'static Site) -> Result<()> {
    if r.pos() > before {
        Ok(())
    } else {
        Err(r.error(ReadErrorKind::Trailing { count: r.remaining() as u64 }, site))
    }
}
