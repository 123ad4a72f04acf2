//! Texts, with backslashes doubled and control characters shown by their names or numbers.

/// Whether there is such a byte among some. Blocks are looked at without a branch, which the compiler makes a few instructions of.
#[inline]
pub(crate) fn has(bytes: &[u8], is_it: impl Fn(u8) -> bool) -> bool {
    let (blocks, rest) = bytes.as_chunks::<32>();
    blocks.iter().any(|block| block.iter().fold(false, |has, byte| has | is_it(*byte)))
        || rest.iter().fold(false, |has, byte| has | is_it(*byte))
}

/// Appends a text; within quotation marks of CQL these are doubled. Gives the number of backslashes that are doubled.
///
/// Reference: `format_value_text`, without the marks around it.
pub(crate) fn escape(text: &str, quoted: bool, out: &mut Vec<u8>) -> usize {
    // U+0080 to U+00A0 begin with the byte c2.
    let is_special =
        |byte: u8| (byte < 0x20) | (byte == b'\\') | (byte == 0x7f) | (byte == 0xc2) | (quoted & (byte == b'\''));
    if !has(text.as_bytes(), is_special) {
        out.extend_from_slice(text.as_bytes());
        return 0;
    }
    let mut backslashes = 0;
    for c in text.chars() {
        match c {
            '\\' => {
                out.extend_from_slice(b"\\\\");
                backslashes += 1;
            }
            '\'' if quoted => out.extend_from_slice(b"''"),
            '\t' => out.extend_from_slice(b"\\t"),
            '\n' => out.extend_from_slice(b"\\n"),
            '\r' => out.extend_from_slice(b"\\r"),
            '\0'..='\x1f' | '\x7f'..='\u{a0}' => {
                out.extend_from_slice(b"\\x");
                cqlite_types::hex::put(&[c as u8], out);
            }
            _ => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    backslashes
}

/// Puts colours around what [`escape`] has shown by name or number, and makes one of two backslashes.
///
/// Reference: `bits_to_turn_red_re`.
pub(super) fn mark(text: &[u8], color: &str, back: &str, out: &mut Vec<u8>) {
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| *byte == b'\\') {
        let (before, escaped) = rest.split_at(at);
        out.extend_from_slice(before);
        let length = match escaped {
            [_, b'x', ..] => 4,
            _ => 2,
        };
        let (shown, after) = escaped.split_at(length.min(escaped.len()));
        if shown == b"\\\\" {
            out.push(b'\\');
        } else {
            out.extend_from_slice(color.as_bytes());
            out.extend_from_slice(shown);
            out.extend_from_slice(back.as_bytes());
        }
        rest = after;
    }
    out.extend_from_slice(rest);
}
