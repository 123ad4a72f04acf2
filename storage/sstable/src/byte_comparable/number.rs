use super::EncodingVersion;

/// Length in bytes from which on a `varint` is written with its length. Reference: `IntegerType.FULL_FORM_THRESHOLD`.
const FULL_FORM_THRESHOLD: usize = 7;

/// A signed number of fixed length: the sign bit is inverted. Reference: `ByteSource.SignedFixedLengthNumber`.
pub(super) fn signed(out: &mut Vec<u8>, bytes: &[u8]) {
    let at = out.len();
    out.extend_from_slice(bytes);
    if let Some(first) = out.get_mut(at) {
        *first ^= 0x80;
    }
}

/// An IEEE number: negative ones are inverted, others get the sign bit. Reference: `ByteSource.SignedFixedLengthFloat`.
pub(super) fn float(out: &mut Vec<u8>, bytes: &[u8]) {
    match bytes.first() {
        Some(0x80..) => out.extend(bytes.iter().map(|b| !b)),
        _ => signed(out, bytes),
    }
}

/// A signed number of 1 to 9 bytes: the first has the inverted sign, then as many bits equal to it as bytes follow.
///
/// Reference: `ByteSource.VariableLengthInteger`.
pub(super) fn variable_length(out: &mut Vec<u8>, value: i64) {
    let flip = (value >> 63) as u64;
    let magnitude = value as u64 ^ flip;
    let bits = 64 - (magnitude | 1).leading_zeros();
    let len = (bits / 7 + 1) as usize;
    if len >= 9 {
        out.push(0xff ^ flip as u8);
        out.extend_from_slice(&((magnitude | 1 << 63) ^ flip).to_be_bytes());
        return;
    }
    let header = 0xff_u64 << (8 - len) & 0xff;
    let shifted = (magnitude | header << (8 * (len - 1))) ^ flip;
    out.extend_from_slice(&shifted.to_be_bytes()[8 - len..]);
}

/// An unsigned number, each byte combined with `mask`: as many leading ones as bytes follow, then the number.
///
/// Reference: `ByteSource.VariableLengthUnsignedInteger`.
fn unsigned(out: &mut Vec<u8>, value: usize, mask: u8) {
    let value = value as u64;
    let more = ((63 - (value | 1).leading_zeros()) / 7).min(7) as usize;
    let header = (0xff00_u64 >> more & 0xff) << (8 * more);
    let bytes = (value | header).to_be_bytes();
    out.extend(bytes[7 - more..].iter().map(|b| b ^ mask));
}

/// A `varint`, not empty. Reference: `IntegerType.asComparableBytes`.
pub(super) fn integer(out: &mut Vec<u8>, bytes: &[u8], version: EncodingVersion) {
    let sign = bytes.first().copied().unwrap_or(0);
    let is_negative = sign >= 0x80;
    // Leading bytes that say nothing but the sign, all but the last byte.
    let skip = match sign {
        0 | 0xff => bytes.iter().take(bytes.len().saturating_sub(1)).take_while(|b| **b == sign).count(),
        _ => 0,
    };
    let digits = bytes.get(skip..).unwrap_or_default();
    if version.is_legacy() {
        // 128s of the length, then the rest; lengths of negative numbers sort the other way round.
        out.extend(std::iter::repeat_n(if is_negative { 0x00 } else { 0xff }, digits.len() / 128));
        let rest = (digits.len() % 128) as u8;
        out.push(if is_negative { 0x80_u8.wrapping_sub(rest) } else { 0x80_u8.wrapping_add(rest).wrapping_sub(1) });
        out.extend_from_slice(digits);
    } else if digits.len() < FULL_FORM_THRESHOLD {
        let start = if is_negative { -1 } else { 0 };
        variable_length(out, digits.iter().fold(start, |n, b| n << 8 | i64::from(*b)));
    } else {
        let mask = if is_negative { 0xff } else { 0 };
        out.push(!mask);
        unsigned(out, digits.len() - FULL_FORM_THRESHOLD, mask);
        out.extend_from_slice(digits);
    }
}
