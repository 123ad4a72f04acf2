//! Short texts in words: the first byte of a text is the lowest byte of its first word.
//!
//! Bytes that are written one by one cannot be read eight at a time right after; and a copy of a known length is a few instructions, one
//! of an unknown length a call. So the texts that come by the million are put together in words, which are written whole and cut.

/// Appends the first `len` bytes of some words.
#[inline(always)]
pub fn put_words<const N: usize>(words: [u64; N], len: usize, out: &mut Vec<u8>) {
    let end = out.len() + len;
    out.reserve(8 * N);
    for word in words {
        out.extend_from_slice(&word.to_le_bytes());
    }
    out.truncate(end);
}

/// Appends the first `len` bytes of an array.
#[inline(always)]
pub fn put_part<const N: usize>(text: &[u8; N], len: usize, out: &mut Vec<u8>) {
    let end = out.len() + len;
    out.extend_from_slice(text);
    out.truncate(end);
}

/// A byte in each of a word's places.
#[must_use]
pub const fn all(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The digits of a number below 100,000,000, with zeros before it; the first one is the lowest byte.
#[inline(always)]
#[must_use]
pub fn digits8(value: u32) -> u64 {
    let (high, low) = (u64::from(value / 10_000), u64::from(value % 10_000));
    let fours = high | low << 32;
    let tops = ((fours * 10_486) >> 20) & 0x7f_0000_007f;
    let twos = tops | (fours - 100 * tops) << 16;
    let tens = ((twos * 103) >> 10) & 0x000f_000f_000f_000f;
    tens | (twos - 10 * tens) << 8
}

/// Six digits in the low bytes of a word, of a number below 1,000,000.
#[inline(always)]
#[must_use]
pub fn digits6(value: u32) -> u64 {
    (digits8(value) | all(b'0')) >> 16
}

/// Two digits in the low bytes of a word, of a number below 100.
#[inline(always)]
#[must_use]
pub fn digits2(value: u32) -> u64 {
    let tens = (value * 103) >> 10;
    u64::from((tens | (value - 10 * tens) << 8) + 0x3030)
}

/// Appends a whole number in decimal.
#[inline]
pub fn put_number(value: u64, out: &mut Vec<u8>) {
    const EIGHT: u64 = 100_000_000;
    if value < EIGHT {
        return put_first(value as u32, out);
    }
    let (high, last) = (value / EIGHT, digits8((value % EIGHT) as u32) | all(b'0'));
    if high < EIGHT {
        put_first(high as u32, out);
        put_words([last], 8, out);
    } else {
        put_first((high / EIGHT) as u32, out);
        put_words([digits8((high % EIGHT) as u32) | all(b'0'), last], 16, out);
    }
}

/// Appends a number below 100,000,000.
#[inline(always)]
fn put_first(value: u32, out: &mut Vec<u8>) {
    let digits = digits8(value);
    // The last digit stays, even if it is a zero.
    let zeros = ((digits | 1 << 63).trailing_zeros() / 8).min(7);
    put_words([(digits | all(b'0')) >> (8 * zeros)], 8 - zeros as usize, out);
}

/// The same of a number with a sign.
#[inline]
pub fn put_signed(value: i64, out: &mut Vec<u8>) {
    if value < 0 {
        out.push(b'-');
    }
    put_number(value.unsigned_abs(), out);
}

#[cfg(test)]
mod tests {
    use super::{digits2, digits6, put_number, put_signed};

    #[test]
    fn numbers_are_decimal() {
        let mut edges: Vec<u64> = (0..20).map(|n| 10u64.pow(n)).flat_map(|n| [n - 1, n, n + 1]).collect();
        edges.extend([u64::MAX, u64::MAX - 1, i64::MAX as u64]);
        edges.extend((0..20_000).map(|n| n * 4999).chain(0..10_000));
        for value in edges {
            let mut out = b"=".to_vec();
            put_number(value, &mut out);
            assert_eq!(out, format!("={value}").as_bytes());
            out.clear();
            put_signed(value as i64, &mut out);
            assert_eq!(out, (value as i64).to_string().as_bytes());
        }
    }

    #[test]
    fn digits_have_zeros_before_them() {
        for value in 0..1_000_000 {
            assert_eq!(digits6(value).to_le_bytes()[..6], *format!("{value:06}").as_bytes());
        }
        for value in 0..100 {
            assert_eq!(digits2(value).to_le_bytes()[..2], *format!("{value:02}").as_bytes());
        }
    }
}
