use cqlite_format::hyperloglog_plus::{Dense, Word};

use super::encoded_hash::PRECISION;

/// The registers of a word, and the bits that are left over.
const WORD: usize = Word::NUM_REGISTERS as usize + 1;
/// More than a register holds.
const END: u8 = Word::REGISTER_END as u8;

/// The registers of a dense sketch (`RegisterSet`), in words.
#[derive(Debug, Clone)]
pub(super) struct Registers {
    words: Vec<[u8; WORD]>,
}

impl Default for Registers {
    fn default() -> Self {
        // The library makes a word more than there are full ones.
        Registers { words: vec![[0; WORD]; (1 << PRECISION) / (WORD - 1) + 1] }
    }
}

impl Registers {
    /// Takes in a run (`RegisterSet.updateIfGreater`).
    pub(super) fn raise(&mut self, register: usize, run: u8) {
        let Some(word) = self.words.get_mut(register / (WORD - 1)) else { return };
        let [own, next] = [0, 1].map(|i| register % (WORD - 1) + i);
        if word.get(own).is_none_or(|longest| *longest >= run) {
            return;
        }
        if let Some(longest) = word.get_mut(own) {
            *longest = run % END;
        }
        // No hash out of 2^31 has a run that a register does not hold. The library does not mind.
        if let Some(spilt) = word.get_mut(next) {
            *spilt |= run / END;
        }
    }

    /// As they are stored.
    pub(super) fn model(&self) -> Dense {
        let word = |&[register_0, register_1, register_2, register_3, register_4, register_5, unused]: &[u8; WORD]| {
            Word { unused, register_5, register_4, register_3, register_2, register_1, register_0, ..Word::default() }
        };
        Dense { words: self.words.iter().map(word).collect() }
    }
}
