//! Operators that have no value for some operands, or of which Kaitai's targets give different ones: there the answer is none.
//!
//! Kaitai's `/` rounds down in Python and JavaScript, and its `%` is never negative; by what is not above 0, Java and JavaScript refuse `%`.
//! Shifts are Python's, the one target whose numbers have no width: to the right by 64 bits and more nothing is left, but for the sign.

/// A quotient, rounded down.
#[inline(always)]
pub fn quotient(a: i64, b: i64) -> Option<i64> {
    if b > 0 {
        a.checked_div_euclid(b)
    } else {
        None
    }
}

/// A remainder, from 0 on.
#[inline(always)]
pub fn remainder(a: i64, b: i64) -> Option<i64> {
    if b > 0 {
        a.checked_rem_euclid(b)
    } else {
        None
    }
}

/// Whole numbers of 64 bits.
pub trait Shifted: Sized {
    /// Shifted to higher bits, none of which is lost.
    fn shifted_left(self, by: i64) -> Option<Self>;
    /// Shifted to lower bits, by a number from 0 on.
    fn lowered(self, by: i64) -> Self;
    /// Shifted to lower bits.
    #[inline(always)]
    fn shifted_right(self, by: i64) -> Option<Self> {
        (by >= 0).then(|| self.lowered(by))
    }
}

macro_rules! shifted {
    ($($t:ty)*) => {$(
        impl Shifted for $t {
            #[inline(always)]
            fn shifted_left(self, by: i64) -> Option<Self> {
                if self == 0 && by >= 0 {
                    return Some(0);
                }
                let out = self.checked_shl(u32::try_from(by).ok()?)?;
                (out >> by == self).then_some(out)
            }

            #[inline(always)]
            fn lowered(self, by: i64) -> Self {
                // Two steps, so that all bits may leave.
                if by < 64 { self >> (by & 63) } else { self >> 63 >> 1 }
            }
        }
    )*};
}

shifted! { i64 u64 }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_and_remainders_are_those_of_python() {
        let all = [(7, 2, 3, 1), (-7, 2, -4, 1), (-8, 4, -2, 0), (0, 5, 0, 0), (i64::MIN, 1, i64::MIN, 0)];
        for (a, b, q, r) in all {
            assert_eq!((quotient(a, b), remainder(a, b)), (Some(q), Some(r)), "{a} {b}");
        }
        for b in [0, -1, -2, i64::MIN] {
            assert_eq!((quotient(7, b), remainder(7, b)), (None, None), "{b}");
        }
    }

    #[test]
    fn no_shift_loses_bits_or_wraps() {
        assert_eq!(
            (1i64.shifted_left(62), 1i64.shifted_left(63), 1u64.shifted_left(63)),
            (Some(1 << 62), None, Some(1 << 63))
        );
        assert_eq!((3u64.shifted_left(63), 1u64.shifted_left(64), (-1i64).shifted_left(3)), (None, None, Some(-8)));
        assert_eq!(
            ((-1i64).shifted_right(63), (-5i64).shifted_right(64), 1i64.shifted_right(-1)),
            (Some(-1), Some(-1), None)
        );
        assert_eq!(
            (u64::MAX.shifted_right(63), u64::MAX.shifted_right(64), i64::MAX.lowered(i64::MAX)),
            (Some(1), Some(0), 0)
        );
    }
}
