//! Text inside a JSON string.

/// Appends text with the escapes that Jackson makes: `\"`, `\\`, and control characters, by letter or as `\u00XX`.
///
/// Reference: `JsonUtils.quoteAsJsonString`.
pub fn write_escaped(text: &str, out: &mut Vec<u8>) {
    write_escaped_bytes(text.as_bytes(), out);
}

/// As [`write_escaped`], for text given by its bytes in UTF-8.
fn write_escaped_bytes(mut text: &[u8], out: &mut Vec<u8>) {
    out.reserve(text.len() + 2);
    loop {
        let plain = plain_prefix(text);
        out.extend_from_slice(&text[..plain]);
        let Some((&byte, rest)) = text[plain..].split_first() else { return };
        escape(byte, out);
        text = rest;
    }
}

/// Makes a JSON string of everything from `start` on.
pub(super) fn make_string(start: usize, out: &mut Vec<u8>) {
    if plain_prefix(&out[start..]) == out.len() - start {
        out.insert(start, b'"');
    } else {
        let text = out.split_off(start);
        out.push(b'"');
        write_escaped_bytes(&text, out);
    }
    out.push(b'"');
}

fn escape(byte: u8, out: &mut Vec<u8>) {
    let letter = match byte {
        b'"' | b'\\' => byte,
        b'\t' => b't',
        b'\n' => b'n',
        b'\r' => b'r',
        8 => b'b',
        12 => b'f',
        _ => {
            out.extend_from_slice(b"\\u00");
            out.extend_from_slice(&[b'0' + (byte >> 4), b"0123456789ABCDEF"[usize::from(byte & 15)]]);
            return;
        }
    };
    out.extend_from_slice(&[b'\\', letter]);
}

/// How many bytes at the front need no escape; eight at a time.
fn plain_prefix(text: &[u8]) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGHS: u64 = ONES << 7;
    // A byte that is zero sets its high bit; bytes above such a byte may, too, which is why the first is looked for.
    let zero = |word: u64| word.wrapping_sub(ONES) & !word & HIGHS;
    let mut chunks = text.chunks_exact(8);
    let mut at = 0;
    for chunk in &mut chunks {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(chunk);
        let word = u64::from_le_bytes(bytes);
        let control = word.wrapping_sub(ONES * 0x20) & !word & HIGHS;
        let hit = control | zero(word ^ (ONES * u64::from(b'"'))) | zero(word ^ (ONES * u64::from(b'\\')));
        if hit != 0 {
            return at + (hit.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    let rest = chunks.remainder();
    at + rest.iter().position(|&byte| byte < 0x20 || byte == b'"' || byte == b'\\').unwrap_or(rest.len())
}
