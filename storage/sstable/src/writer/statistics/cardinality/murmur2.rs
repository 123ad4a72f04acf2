/// What a block or a remainder is multiplied with.
const FACTOR: u64 = 0xc6a4_a793_5bd1_e995;
/// By how many bits what is multiplied is mixed with itself.
const MIX: u32 = 47;

/// The hash of a partition key: 64-bit Murmur2 of the seed 0 (`MurmurHash.hash2_64`).
///
/// The bytes after the last block of eight are taken with their sign, as Java has them, which Murmur2 elsewhere does not do.
#[must_use]
pub fn murmur2(key: &[u8]) -> u64 {
    let mut hash = FACTOR.wrapping_mul(key.len() as u64);
    let mut blocks = key.chunks_exact(size_of::<u64>());
    for block in blocks.by_ref() {
        let block = u64::from_le_bytes(block.try_into().unwrap_or_default());
        hash = (hash ^ mixed(block.wrapping_mul(FACTOR)).wrapping_mul(FACTOR)).wrapping_mul(FACTOR);
    }
    let remainder = blocks.remainder();
    if !remainder.is_empty() {
        let signed = |byte: &u8| i64::from(*byte as i8) as u64;
        let bytes = remainder.iter().enumerate();
        hash = bytes.fold(hash, |hash, (i, byte)| hash ^ signed(byte) << (u8::BITS as usize * i)).wrapping_mul(FACTOR);
    }
    mixed(mixed(hash).wrapping_mul(FACTOR))
}

fn mixed(number: u64) -> u64 {
    number ^ number >> MIX
}
