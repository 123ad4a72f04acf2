use num_bigint::{BigInt, Sign};

/// A `decimal` of at least 4 bytes: sign and length of a base-100 exponent, the exponent, base-100 digits of a mantissa
/// below 1, and 00.
///
/// ```text
/// 1.5   = 0.0150 · 100¹  →  C1 01 81 B2 00        header: 80 positive + 40 ± length of the exponent
/// digits are 80 + d; those of a negative mantissa are the ones of its floor at each step
/// ```
///
/// Reference: `DecimalType.asComparableBytes`.
pub(super) fn decimal(out: &mut Vec<u8>, scale: i32, unscaled: &[u8]) {
    let unscaled = BigInt::from_signed_bytes_be(unscaled);
    let is_negative = match unscaled.sign() {
        Sign::NoSign => return out.push(0x80),
        sign => sign == Sign::Minus,
    };
    let digits = unscaled.magnitude().to_radix_be(10);
    // Digits are grouped in twos from the decimal point, so their number before it is made even.
    let places = i64::from(scale) - digits.len() as i64;
    let exponent = -(places & !1) >> 1;
    push_exponent(out, exponent, is_negative);
    push_mantissa(out, &digits, places & 1 == 1, is_negative);
}

/// A number of larger magnitude has the larger exponent; negative numbers sort the other way round.
fn push_exponent(out: &mut Vec<u8>, exponent: i64, is_negative: bool) {
    let exponent = if is_negative { -exponent } else { exponent };
    let len = 8 - exponent.unsigned_abs().leading_zeros() as usize / 8;
    let signed_len = if exponent < 0 { 0x40_u8.wrapping_sub(len as u8) } else { 0x40 + len as u8 };
    out.push(signed_len + if is_negative { 0 } else { 0x80 });
    out.extend_from_slice(&exponent.to_be_bytes()[8 - len..]);
}

fn push_mantissa(out: &mut Vec<u8>, digits: &[u8], leading_zero: bool, is_negative: bool) {
    let end = digits.iter().rposition(|d| *d != 0).map_or(0, |last| last + 1);
    let zero = leading_zero.then_some(0);
    let mut digits = zero.into_iter().chain(digits.iter().take(end).copied());
    let mut pairs = Vec::with_capacity(end / 2 + 1);
    while let Some(tens) = digits.next() {
        pairs.push(10 * tens + digits.next().unwrap_or(0));
    }
    if is_negative {
        // floor(-0.ab…) takes one more where anything follows, and what is left is positive: the complement.
        let last = pairs.len().saturating_sub(1);
        for (i, pair) in pairs.iter_mut().enumerate() {
            let complement = if i == last { 100 } else { 99 };
            *pair = if i == 0 { 0_u8.wrapping_sub(*pair + u8::from(last > 0)) } else { complement - *pair };
        }
    }
    out.extend(pairs.iter().map(|pair| pair.wrapping_add(0x80)));
    out.push(0);
}
