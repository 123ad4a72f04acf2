//! What a sketch keeps of a hash.

/// Number of bits of a hash that name a register.
pub(super) const PRECISION: u8 = 13;
/// Number of bits of a hash that are the index of an encoded hash.
pub(super) const SPARSE_PRECISION: u8 = 25;

/// The number of the register that a hash is for.
pub(super) fn register(hash: u64) -> usize {
    (hash >> (u64::BITS - u32::from(PRECISION))) as usize
}

/// The zero bits that follow the number of the register, and one. The last bits do not count, so that there is an end.
pub(super) fn run(hash: u64) -> u8 {
    let rest = hash << PRECISION | 1 << (PRECISION - 1);
    rest.leading_zeros() as u8 + 1
}

/// A hash as a sparse sketch has it (`HyperLogLogPlus.encodeHash`): its index, and the run if the index does not tell it.
///
/// It is a number with sign, since it is compared as such.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EncodedHash(i32);

impl EncodedHash {
    pub(super) fn of(hash: u64) -> Self {
        let index = (hash >> (u64::BITS - u32::from(SPARSE_PRECISION))) as u32;
        let encoded = match index.trailing_zeros() >= u32::from(SPARSE_PRECISION - PRECISION) {
            // The run is turned around so that the longer one is the smaller number.
            true => (index << RUN_BITS | u32::from(run(hash) ^ RUN_MASK)) << 1 | 1,
            false => index << 1,
        };
        EncodedHash(encoded as i32)
    }

    fn has_run(self) -> bool {
        self.0 % 2 != 0
    }

    /// The bits of the hash that are kept (`getSparseIndex`).
    pub(super) fn index(self) -> u32 {
        self.0 as u32 >> (1 + if self.has_run() { RUN_BITS } else { 0 })
    }

    /// By what hashes are sorted (`sortEncodedSet`): of those with one index the longer run comes first, but as a number with sign.
    pub(super) fn order(self) -> (u32, i32) {
        (self.index(), self.0 << (PRECISION + 31 - SPARSE_PRECISION))
    }

    /// The number of the register that the hash is for (`getIndex`).
    pub(super) fn register(self) -> usize {
        (self.index() >> (SPARSE_PRECISION - PRECISION)) as usize
    }

    /// The run (`decodeRunLength`).
    pub(super) fn run(self) -> u8 {
        match self.has_run() {
            true => (self.0 as u32 >> 1) as u8 & RUN_MASK ^ RUN_MASK,
            false => (self.0 << (PRECISION + 31 - SPARSE_PRECISION)).leading_zeros() as u8 + 1,
        }
    }

    /// What is stored of it after another one.
    pub(super) fn less(self, before: EncodedHash) -> u32 {
        self.0.wrapping_sub(before.0) as u32
    }

    /// The hash that is stored so after this one.
    pub(super) fn plus(self, delta: i64) -> Self {
        EncodedHash(self.0.wrapping_add(delta as i32))
    }

    /// What the first one is stored after.
    pub(super) const NONE: Self = EncodedHash(0);
}

/// Bits of a run.
const RUN_BITS: u32 = 6;
/// A run with all bits.
const RUN_MASK: u8 = 63;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encoded_hashes_tell_register_and_run() {
        // One for each run, in the first and the last register; a run of 52 has nothing but zeros that count.
        for register_number in [0, (1 << PRECISION) - 1] {
            for zeros in 0..=51 {
                let rest = if zeros < 51 { 1u64 << (50 - zeros) } else { 0 };
                let hash = register_number << (64 - PRECISION) | rest;
                let encoded = EncodedHash::of(hash);
                assert_eq!((encoded.register(), encoded.run()), (register(hash), run(hash)), "{hash:x}");
                assert_eq!(u64::from(run(hash)), zeros + 1, "{hash:x}");
            }
        }
    }
}
