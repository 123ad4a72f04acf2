//! Checksums that components carry.

/// CRC-32 (java.util.zip.CRC32) of `bytes`, continuing from `crc` (0 at the start).
pub fn crc32(bytes: &[u8], crc: u32) -> u32 {
    let mut h = crc32fast::Hasher::new_with_initial(crc);
    h.update(bytes);
    h.finalize()
}

/// CRC-32C (java.util.zip.CRC32C) of `bytes`, continuing from `crc` (0 at the start).
pub fn crc32c(bytes: &[u8], crc: u32) -> u32 {
    let mut crc = !crc;
    for &b in bytes {
        crc ^= u32::from(b);
        for _ in 0..8 {
            // The reflected Castagnoli polynomial.
            crc = (crc >> 1) ^ (0x82f6_3b78 & 0u32.wrapping_sub(crc & 1));
        }
    }
    !crc
}

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
