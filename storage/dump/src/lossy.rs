//! Text that is no UTF-8, as Java reads it.

/// Appends bytes as text, with U+FFFD in place of what is no UTF-8.
///
/// As `String::from_utf8_lossy`, but for surrogates, of which each takes one replacement, not three.
///
/// Reference: `new String(bytes, UTF_8)`, `java.lang.String.decodeUTF8_UTF16`.
pub(crate) fn write(bytes: &[u8], out: &mut Vec<u8>) {
    let mut rest = bytes;
    while !rest.is_empty() {
        let valid = std::str::from_utf8(rest).map_or_else(|e| e.valid_up_to(), str::len);
        let (text, tail) = rest.split_at(valid);
        out.extend_from_slice(text);
        rest = tail;
        if !rest.is_empty() {
            out.extend_from_slice("\u{fffd}".as_bytes());
            rest = &rest[malformed(rest)..];
        }
    }
}

/// How many of the bytes one replacement stands for; they do not begin with a character.
fn malformed(bytes: &[u8]) -> usize {
    let (len, second) = match bytes[0] {
        0xe0 => (3, 0xa0..=0xbf),
        0xe1..=0xef => (3, 0x80..=0xbf),
        0xf0 => (4, 0x90..=0xbf),
        0xf1..=0xf3 => (4, 0x80..=0xbf),
        0xf4 => (4, 0x80..=0x8f),
        _ => return 1,
    };
    match bytes.get(1) {
        Some(byte) if second.contains(byte) => {
            let more = bytes.iter().take(len).skip(2).take_while(|byte| (0x80..=0xbf).contains(*byte));
            2 + more.count()
        }
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn replacements_are_as_many_as_java_makes() {
        // Answers of JDK 17.
        let cases: [(&[u8], &str); 8] = [
            (b"a\xc3\xa9", "aé"),
            (b"\xc0\x80", "\u{fffd}\u{fffd}"),
            (b"\xed\xa0\x80x", "\u{fffd}x"),
            (b"\xed\xa0x", "\u{fffd}x"),
            (b"\xe0\x41\x80", "\u{fffd}A\u{fffd}"),
            (b"\xf0\x31\x80\x80", "\u{fffd}1\u{fffd}\u{fffd}"),
            (b"\xf5\x80\x80\x80", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
            (b"\xf4\x90\x80\x80", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
        ];
        for (bytes, text) in cases {
            let mut out = Vec::new();
            write(bytes, &mut out);
            assert_eq!(String::from_utf8(out).as_deref(), Ok(text), "{bytes:x?}");
        }
    }
}
