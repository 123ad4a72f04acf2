/// Which bytes of a component something has been found in.
pub(super) struct Coverage {
    bits: Vec<u64>,
    len: u64,
}

impl Coverage {
    /// Bytes of memory that one of a component of `len` bytes takes.
    pub(super) fn size(len: usize) -> u64 {
        (words(len) * size_of::<u64>()) as u64
    }

    pub(super) fn new(len: usize) -> Self {
        Coverage { bits: vec![0; words(len)], len: len as u64 }
    }

    /// Marks the bytes from `from` to `to`; whether none of them was before.
    pub(super) fn mark(&mut self, from: u64, to: u64) -> bool {
        let mut is_new = true;
        for at in from..to.min(self.len) {
            if let Some(word) = usize::try_from(at / 64).ok().and_then(|i| self.bits.get_mut(i)) {
                let bit = 1 << (at % 64);
                is_new &= *word & bit == 0;
                *word |= bit;
            }
        }
        is_new
    }

    /// The first byte that is not marked and not zero.
    pub(super) fn first_stray(&self, bytes: &[u8]) -> Option<usize> {
        let mut words = bytes.chunks(64).zip(&self.bits).enumerate();
        words.find_map(|(i, (chunk, word))| {
            let stray = chunk.iter().enumerate().position(|(j, b)| *b != 0 && (word >> j) & 1 == 0)?;
            Some(i * 64 + stray)
        })
    }
}

/// Number of words with a bit for each byte.
fn words(len: usize) -> usize {
    len.div_ceil(64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strays_are_told_from_zeros_and_marked_bytes() {
        let mut bytes = vec![0; 200];
        let mut coverage = Coverage::new(bytes.len());
        (bytes[60], bytes[70], bytes[199]) = (1, 1, 1);
        assert_eq!(coverage.first_stray(&bytes), Some(60));
        assert!(coverage.mark(50, 80));
        assert!(!coverage.mark(79, 81));
        assert_eq!(coverage.first_stray(&bytes), Some(199));
        assert!(coverage.mark(190, 300));
        assert_eq!(coverage.first_stray(&bytes), None);
    }
}
