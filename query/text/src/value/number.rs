//! Whole numbers with a sign between thousands.

/// Appends a number without its fraction, in groups of three digits.
///
/// Reference: `format_integer_with_thousands_sep`, which makes a float of the number.
pub(super) fn grouped(value: f64, separator: &str, out: &mut Vec<u8>) {
    let text = format!("{value:.0}");
    let digits = text.trim_start_matches('-');
    if digits.len() < text.len() {
        out.push(b'-');
    }
    for (i, digit) in digits.bytes().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            out.extend_from_slice(separator.as_bytes());
        }
        out.push(digit);
    }
}
