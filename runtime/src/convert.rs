//! Numbers of one layout as those of another: what a field holds is the same number in every version, however wide it is stored.

use crate::error::{ReadErrorKind, Result, WriteError, WriteErrorKind};
use crate::reader::Reader;
use crate::sink::WriteResult;
use crate::site::Site;

/// A number, in a type that has room for all that fields can hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Wide {
    /// A whole number.
    Int(i128),
    /// A floating-point number.
    Float(f64),
}

impl Wide {
    /// The number as text.
    fn text(self) -> String {
        match self {
            Wide::Int(n) => n.to_string(),
            Wide::Float(x) => x.to_string(),
        }
    }

    /// The number without what stands after the point; for messages.
    fn whole(self) -> i128 {
        match self {
            Wide::Int(n) => n,
            Wide::Float(x) => x as i128,
        }
    }
}

/// A type that fields store numbers in.
pub trait Number: Copy {
    /// What its numbers are, in words.
    const WHAT: &'static str;
    /// The number.
    fn wide(self) -> Wide;
    /// The number in this type; nothing if it is not exactly the same there.
    fn of(wide: Wide) -> Option<Self>;
}

macro_rules! whole {
    ($($t:ty, $what:literal;)*) => {$(
        impl Number for $t {
            const WHAT: &'static str = concat!("a whole number ", $what);

            fn wide(self) -> Wide {
                Wide::Int(i128::from(self))
            }

            fn of(wide: Wide) -> Option<Self> {
                match wide {
                    Wide::Int(n) => Self::try_from(n).ok(),
                    // Beyond 2^100 no field has room; below, the conversion is exact.
                    Wide::Float(x) if x.fract() == 0.0 && x.abs() < 1e30 => Self::try_from(x as i128).ok(),
                    Wide::Float(_) => None,
                }
            }
        }
    )*};
}

whole! {
    u8, "from 0 to 255";
    i8, "from -128 to 127";
    u16, "from 0 to 65535";
    i16, "from -32768 to 32767";
    u32, "from 0 to 4294967295";
    i32, "from -2147483648 to 2147483647";
    u64, "from 0 to 18446744073709551615";
    i64, "from -9223372036854775808 to 9223372036854775807";
}

impl Number for f64 {
    const WHAT: &'static str = "a number that a double has exactly";

    fn wide(self) -> Wide {
        Wide::Float(self)
    }

    fn of(wide: Wide) -> Option<Self> {
        match wide {
            Wide::Int(n) => Some(n as f64).filter(|x| *x as i128 == n),
            Wide::Float(x) => Some(x),
        }
    }
}

impl Number for f32 {
    const WHAT: &'static str = "a number that a float has exactly";

    fn wide(self) -> Wide {
        Wide::Float(f64::from(self))
    }

    fn of(wide: Wide) -> Option<Self> {
        match wide {
            Wide::Int(n) => Some(n as f32).filter(|x| *x as i128 == n),
            Wide::Float(x) => Some(x as f32).filter(|y| f64::from(*y) == x || x.is_nan()),
        }
    }
}

/// A number that was just read, in the type of its field.
///
/// # Errors
/// `Invalid` if the field's type has no such number.
#[inline]
pub fn read<T: Number, U: Number>(value: U, r: &Reader<'_>, site: &'static Site) -> Result<T> {
    T::of(value.wide())
        .ok_or_else(|| r.error(ReadErrorKind::Invalid { found: value.wide().text(), expected: T::WHAT }, site))
}

/// A number of a model, in the type that it is stored in.
///
/// # Errors
/// `OutOfRange` if that type has no such number.
#[inline]
pub fn write<T: Number, U: Number>(value: U, site: &'static Site) -> WriteResult<T> {
    T::of(value.wide()).ok_or_else(|| WriteError::new(WriteErrorKind::OutOfRange { found: value.wide().whole() }, site))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_convert_exactly_or_not_at_all() {
        assert_eq!(u8::of(255i64.wide()), Some(255));
        assert_eq!(u8::of(256i64.wide()), None);
        assert_eq!(u64::of((-1i8).wide()), None);
        assert_eq!(i64::of(u64::MAX.wide()), None);
        assert_eq!(i32::of(1.5f64.wide()), None);
        assert_eq!(i32::of((-3.0f64).wide()), Some(-3));
        assert_eq!(f64::of((1i64 << 53).wide()), Some(9_007_199_254_740_992.0));
        assert_eq!(f64::of(((1i64 << 53) + 1).wide()), None);
        assert_eq!(f32::of(0.1f64.wide()), None);
        assert_eq!(i64::of(f64::INFINITY.wide()), None);
        assert_eq!(i64::of(f64::NAN.wide()), None);
    }
}
