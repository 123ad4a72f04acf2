const C1: u64 = 0x87c3_7b91_1142_53d5;
const C2: u64 = 0x4cf5_ad43_2745_937f;

/// The two halves of the 128-bit hash of a key: its token is made of the first, its place in a Bloom filter of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Murmur3Hash {
    /// First half.
    pub h1: u64,
    /// Second half.
    pub h2: u64,
}

impl Murmur3Hash {
    /// `Murmur3Partitioner.getToken`: the minimum is kept for the empty key.
    pub(super) fn token(self, is_empty: bool) -> i64 {
        match self.h1 as i64 {
            _ if is_empty => i64::MIN,
            i64::MIN => i64::MAX,
            token => token,
        }
    }
}

/// Cassandra's `MurmurHash3_x64_128` with seed 0.
///
/// It differs from the original in the last 0 to 15 bytes, which are taken as signed: a byte from 0x80 on also sets
/// all bits above its place. Reference: `MurmurHash.hash3_x64_128`.
#[must_use]
pub fn murmur3_x64_128(key: &[u8]) -> Murmur3Hash {
    let (mut h1, mut h2) = (0_u64, 0_u64);
    let blocks = key.chunks_exact(16);
    let tail = blocks.remainder();
    for block in blocks {
        let (low, high) = halves(block);
        h1 = (h1 ^ mix1(low)).rotate_left(27).wrapping_add(h2).wrapping_mul(5).wrapping_add(0x52dc_e729);
        h2 = (h2 ^ mix2(high)).rotate_left(31).wrapping_add(h1).wrapping_mul(5).wrapping_add(0x3849_5ab5);
    }
    let (low, high) = tail.split_at(tail.len().min(8));
    h2 ^= mix2(signed_tail(high));
    h1 ^= mix1(signed_tail(low));

    let len = key.len() as u64;
    (h1, h2) = (h1 ^ len, h2 ^ len);
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    (h1, h2) = (finish(h1), finish(h2));
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    Murmur3Hash { h1, h2 }
}

/// The two little-endian words of a block.
fn halves(block: &[u8]) -> (u64, u64) {
    let whole = block.iter().rev().fold(0_u128, |n, b| n << 8 | u128::from(*b));
    (whole as u64, (whole >> 64) as u64)
}

fn mix1(k: u64) -> u64 {
    k.wrapping_mul(C1).rotate_left(31).wrapping_mul(C2)
}

fn mix2(k: u64) -> u64 {
    k.wrapping_mul(C2).rotate_left(33).wrapping_mul(C1)
}

/// Up to 8 bytes, little-endian, each extended by its sign.
fn signed_tail(bytes: &[u8]) -> u64 {
    let extended = bytes.iter().map(|b| i64::from(*b as i8) as u64);
    extended.zip((0_u32..64).step_by(8)).fold(0, |k, (b, shift)| k ^ (b << shift))
}

fn finish(mut k: u64) -> u64 {
    k = (k ^ (k >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    k = (k ^ (k >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    k ^ (k >> 33)
}
