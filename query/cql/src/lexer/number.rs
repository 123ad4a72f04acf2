//! Words that begin with a digit or a sign, UUIDs, and durations.

use super::word;
use crate::token::TokenKind;

/// The number, duration, UUID or hexadecimal that a text begins with, and its length.
pub fn at(text: &str) -> Option<(TokenKind, usize)> {
    if let Some(length) = uuid(text) {
        return Some((TokenKind::Uuid, length));
    }
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let sign = text.len() - unsigned.len();
    if let Some(length) = iso_duration(unsigned) {
        return Some((TokenKind::Duration, sign + length));
    }
    if sign > 0 {
        let word = word(unsigned);
        if word.eq_ignore_ascii_case("nan") || word.eq_ignore_ascii_case("infinity") {
            return Some((TokenKind::NotFinite, sign + word.len()));
        }
    }
    if !unsigned.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    if sign == 0 && (text.starts_with("0x") || text.starts_with("0X")) {
        return Some((TokenKind::Hex, 2 + digits(&text[2..], |byte| byte.is_ascii_hexdigit())));
    }
    if let Some(length) = duration(unsigned) {
        return Some((TokenKind::Duration, sign + length));
    }
    let (float, length) = decimal(unsigned);
    Some((if float { TokenKind::Float } else { TokenKind::Integer }, sign + length))
}

fn digits(text: &str, is_digit: impl Fn(u8) -> bool) -> usize {
    text.bytes().position(|byte| !is_digit(byte)).unwrap_or(text.len())
}

fn decimal_digits(text: &str) -> usize {
    digits(text, |byte| byte.is_ascii_digit())
}

/// Digits, with a point or an exponent or without; `1..2` is a range of two integers, `1...2` of a float and an integer.
fn decimal(text: &str) -> (bool, usize) {
    let mut length = decimal_digits(text);
    let mut float = false;
    let range = text[length..].starts_with("..") && !text[length..].starts_with("...");
    if text[length..].starts_with('.') && !range {
        float = true;
        length += 1;
        if !text[length..].starts_with('.') {
            length += decimal_digits(&text[length..]);
        }
    }
    let rest = &text[length..];
    if rest.starts_with(['e', 'E']) {
        let signed = rest[1..].strip_prefix(['+', '-']).unwrap_or(&rest[1..]);
        let exponent = decimal_digits(signed);
        if exponent > 0 {
            return (true, text.len() - signed.len() + exponent);
        }
    }
    (float, length)
}

fn uuid(text: &str) -> Option<usize> {
    let mut at = 0;
    for (group, width) in [8, 4, 4, 4, 12].into_iter().enumerate() {
        if group > 0 {
            if text.as_bytes().get(at) != Some(&b'-') {
                return None;
            }
            at += 1;
        }
        let bytes = text.as_bytes().get(at..at + width)?;
        if !bytes.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        at += width;
    }
    Some(at)
}

/// `1y2mo3w4d5h6m7s8ms9us10ns`, each once or more often, in any order.
fn duration(text: &str) -> Option<usize> {
    // Longer units stand before those they begin with.
    const UNITS: &[&str] = &["mo", "ms", "us", "\u{b5}s", "ns", "y", "w", "d", "h", "m", "s"];
    let mut at = 0;
    loop {
        let number = decimal_digits(&text[at..]);
        if number == 0 {
            // A name cannot go on where the last unit ended.
            let ended = at > 0 && word(&text[at..]).is_empty();
            return ended.then_some(at);
        }
        let rest = &text[at + number..];
        let unit = UNITS.iter().find(|unit| starts_with_ignoring_case(rest, unit))?;
        at += number + unit.len();
    }
}

fn starts_with_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// `P1Y2M3DT4H5M6S`, `P4W`, `P2000-01-02T03:04:05`.
fn iso_duration(text: &str) -> Option<usize> {
    if !text.starts_with('P') {
        return None;
    }
    if let Some(length) = alternative_iso(text) {
        return Some(length);
    }
    let whole = word(text);
    let body = &whole[1..];
    let (date, time) = match body.find('T') {
        Some(at) => (&body[..at], Some(&body[at + 1..])),
        None => (body, None),
    };
    let is = designated(date, "YMD") && time.is_none_or(|time| !time.is_empty() && designated(time, "HMS"));
    let weeks = time.is_none() && designated(date, "W");
    (!body.is_empty() && (is || weeks)).then_some(whole.len())
}

/// Whether a text is numbers, each with one of the given letters, in their order.
fn designated(text: &str, letters: &str) -> bool {
    let mut rest = text;
    let mut letters = letters.chars();
    while !rest.is_empty() {
        let number = decimal_digits(rest);
        let Some(letter) = rest[number..].chars().next() else { return false };
        if number == 0 || !letters.any(|one| one == letter) {
            return false;
        }
        rest = &rest[number + letter.len_utf8()..];
    }
    true
}

fn alternative_iso(text: &str) -> Option<usize> {
    const SHAPE: &[u8] = b"P0000-00-00T00:00:00";
    let bytes = text.as_bytes().get(..SHAPE.len())?;
    let fits = bytes.iter().zip(SHAPE).all(|(byte, shape)| match shape {
        b'0' => byte.is_ascii_digit(),
        _ => byte == shape,
    });
    fits.then_some(SHAPE.len())
}
