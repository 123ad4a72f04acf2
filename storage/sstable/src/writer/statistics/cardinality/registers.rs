use cqlite_format::hyperloglog_plus::{Dense, Word};

use super::encoded_hash::PRECISION;
use super::sparse::SparseSet;

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
    /// Those of a sparse sketch.
    pub(super) fn of(set: &SparseSet) -> Self {
        let mut registers = Registers::default();
        registers.take_in(set);
        registers
    }

    /// Those that were stored; none if there are not as many as there have to be.
    pub(super) fn stored(dense: &Dense) -> Option<Self> {
        let word =
            |w: &Word| [w.register_0, w.register_1, w.register_2, w.register_3, w.register_4, w.register_5, w.unused];
        let words: Vec<[u8; WORD]> = dense.words.iter().map(word).collect();
        (words.len() == Registers::default().words.len()).then_some(Registers { words })
    }

    /// Takes in a sparse sketch.
    pub(super) fn take_in(&mut self, set: &SparseSet) {
        set.hashes().iter().for_each(|hash| self.raise(hash.register(), hash.run()));
    }

    /// Keeps the longer run of each register (`RegisterSet.merge`).
    pub(super) fn merge(&mut self, other: &Registers) {
        for (own, other) in self.words.iter_mut().flatten().zip(other.words.iter().flatten()) {
            *own = (*own).max(*other);
        }
    }

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
