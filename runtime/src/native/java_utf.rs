//! Java's modified UTF-8 (java.io.DataOutput.writeUTF): NUL is two bytes, characters above U+FFFF are two surrogates of three bytes each.

/// Text from its bytes; nothing if they are not modified UTF-8.
pub fn decode(bytes: &[u8]) -> Option<String> {
    let mut units = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&a, tail)) = rest.split_first() {
        let cont = |i: usize| tail.get(i).filter(|b| *b & 0xc0 == 0x80).map(|b| u16::from(b & 0x3f));
        let (unit, used) = match a {
            0x01..=0x7f => (u16::from(a), 0),
            0xc0..=0xdf => (u16::from(a & 0x1f) << 6 | cont(0)?, 1),
            0xe0..=0xef => (u16::from(a & 0x0f) << 12 | cont(0)? << 6 | cont(1)?, 2),
            _ => return None,
        };
        units.push(unit);
        rest = tail.get(used..)?;
    }
    String::from_utf16(&units).ok()
}

/// The bytes of a text.
pub fn encode(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for unit in text.encode_utf16() {
        match unit {
            0x01..=0x7f => out.push(unit as u8),
            0 | 0x80..=0x7ff => out.extend([0xc0 | (unit >> 6) as u8, 0x80 | (unit & 0x3f) as u8]),
            _ => out.extend([0xe0 | (unit >> 12) as u8, 0x80 | (unit >> 6 & 0x3f) as u8, 0x80 | (unit & 0x3f) as u8]),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn characters_of_every_width_read_back() {
        let text = "a\0é€😀";
        let bytes = super::encode(text);
        assert_eq!(bytes.len(), 1 + 2 + 2 + 3 + 6);
        assert_eq!(super::decode(&bytes).as_deref(), Some(text));
        assert_eq!(super::decode(b"\xe2\x82"), None);
    }
}
