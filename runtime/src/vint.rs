//! Variable-length integers (org.apache.cassandra.utils.vint.VIntCoding).

/// The bytes of an unsigned vint and how many of them count.
///
/// `encode(300)` is `[0x81, 0x2c, …]`, 2.
#[inline]
pub fn encode(value: u64) -> ([u8; 9], usize) {
    let mut out = [0xff; 9];
    match encode_short(value) {
        Some((bytes, _)) => out[..8].copy_from_slice(&bytes),
        None => out[1..].copy_from_slice(&value.to_be_bytes()),
    }
    (out, len(value))
}

/// The bytes of an unsigned vint of up to 8 bytes, and how many of them count; nothing if it has 9.
#[inline(always)]
pub(crate) fn encode_short(value: u64) -> Option<([u8; 8], usize)> {
    let len = len(value);
    // The length marker: as many leading ones as bytes follow.
    let marker = !(u64::MAX >> (len - 1));
    (len < 9).then(|| ((value << ((64 - 8 * len) & 63) | marker).to_be_bytes(), len))
}

/// Length of an unsigned vint in bytes, 1 to 9.
#[inline(always)]
pub fn len(value: u64) -> usize {
    // 7 bits a byte, and 8 in the last one of 9: (64 - zeros + 6) / 7 but for 64 bits.
    (639 - 9 * (value | 1).leading_zeros() as usize) >> 6
}

/// Reads an unsigned vint from the front of `bytes`: the value and its length, or nothing if the bytes end before it.
///
/// Readers come here for what is near the end of their stream, and for 9 bytes.
#[cold]
#[inline(never)]
pub fn decode(bytes: &[u8]) -> Option<(u64, usize)> {
    let (&first, rest) = bytes.split_first()?;
    let extra = first.leading_ones() as usize;
    let high = if extra >= 8 { 0 } else { u64::from(first) & (0xff >> extra) };
    let rest = rest.get(..extra)?;
    Some((rest.iter().fold(high, |v, &b| v << 8 | u64::from(b)), 1 + extra))
}

/// Zig-zag: small negative numbers become small positive ones.
pub fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

/// The inverse of [`zigzag`].
pub fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_change_where_cassandra_changes_them() {
        for n in 1..=8u32 {
            let last = (1u64 << (7 * n)) - 1;
            assert_eq!(len(last), n as usize);
            assert_eq!(len(last + 1), n as usize + 1);
        }
        assert_eq!(len(u64::MAX), 9);
    }

    #[test]
    fn every_length_reads_back() {
        for shift in 0..64 {
            for v in [1u64 << shift, (1 << shift) - 1, u64::MAX >> shift] {
                let (bytes, len) = encode(v);
                assert_eq!(decode(&bytes[..len]), Some((v, len)));
                assert_eq!(decode(&bytes[..len - 1]), None);
                assert_eq!(unzigzag(zigzag(v as i64)), v as i64);
            }
        }
    }

    #[test]
    fn a_reader_reads_every_length_wherever_the_stream_ends() {
        crate::sites! { site: "type" in "file.ksy", line 1; }
        for shift in 0..64 {
            for v in [1u64 << shift, (1 << shift) - 1, u64::MAX >> shift] {
                let (bytes, len) = encode(v);
                for behind in 0..10 {
                    let stream = [&bytes[..len], &[0xff; 10][..behind]].concat();
                    let mut r = crate::Reader::new(&stream);
                    assert_eq!(r.uvint(site::_self), Ok(v), "{behind} bytes after it");
                    assert_eq!(r.remaining(), behind);
                }
                let mut r = crate::Reader::new(&bytes[..len - 1]);
                assert!(r.uvint(site::_self).is_err_and(|e| e.is_unexpected_end()));
            }
        }
    }
}
