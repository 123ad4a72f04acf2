//! Checksums that components carry.

/// CRC-32 (java.util.zip.CRC32) of `bytes`, continuing from `crc` (0 at the start).
pub fn crc32(bytes: &[u8], crc: u32) -> u32 {
    let mut h = crc32fast::Hasher::new_with_initial(crc);
    h.update(bytes);
    h.finalize()
}

/// CRC-32C (java.util.zip.CRC32C) of `bytes`, continuing from `crc` (0 at the start).
pub fn crc32c(bytes: &[u8], crc: u32) -> u32 {
    !bytes.iter().fold(!crc, |crc, b| (crc >> 8) ^ CASTAGNOLI[usize::from(crc as u8 ^ b)])
}

/// What each byte does to a CRC-32C.
static CASTAGNOLI: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let (mut crc, mut bit) = (byte as u32, 0);
        while bit < 8 {
            // The reflected polynomial.
            crc = (crc >> 1) ^ (0x82f6_3b78 & 0u32.wrapping_sub(crc & 1));
            bit += 1;
        }
        table[byte] = crc;
        byte += 1;
    }
    table
};

/// The bytes of a field in the order in which a checksum takes them: those of numbers least significant first.
pub fn in_order(bytes: &[u8], is_number: bool) -> std::borrow::Cow<'_, [u8]> {
    if is_number {
        bytes.iter().rev().copied().collect::<Vec<u8>>().into()
    } else {
        bytes.into()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn check_values_of_the_catalogue() {
        assert_eq!(super::crc32(b"123456789", 0), 0xcbf4_3926);
        assert_eq!(super::crc32c(b"123456789", 0), 0xe306_9283);
        let part = super::crc32c(b"1234", 0);
        assert_eq!(super::crc32c(b"56789", part), 0xe306_9283);
    }
}
