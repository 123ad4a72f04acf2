//! Which elements of a list are there.

use crate::native::SubsetBytes;
use crate::sink::Sink;

/// A bit for each element of a list. The memory is used again for the next list.
#[derive(Debug, Default)]
pub struct Presence {
    /// Elements 0 to 63.
    first: u64,
    /// The others, 64 at a time.
    more: Vec<u64>,
    /// Elements that there may be.
    len: u64,
}

impl Presence {
    /// Begins with a list of which no element is there.
    #[inline(always)]
    pub fn clear(&mut self) {
        (self.first, self.len) = (0, 0);
        self.more.clear();
    }

    /// An element is there.
    #[inline(always)]
    pub fn add(&mut self, index: i64) {
        if index < 64 {
            self.first |= 1 << (index & 63);
        } else {
            self.add_far(index as usize);
        }
    }

    #[cold]
    fn add_far(&mut self, index: usize) {
        let word = index / 64 - 1;
        if self.more.len() <= word {
            self.more.resize(word + 1, 0);
        }
        if let Some(bits) = self.more.get_mut(word) {
            *bits |= 1 << (index % 64);
        }
    }

    /// The same of a list of so many elements.
    #[inline(always)]
    pub fn of(&mut self, len: i64) -> &Self {
        self.len = len as u64;
        self
    }

    fn has(&self, index: u64) -> bool {
        let bits = match index / 64 {
            0 => self.first,
            word => self.more.get(word as usize - 1).copied().unwrap_or(0),
        };
        bits >> (index % 64) & 1 != 0
    }
}

impl SubsetBytes for Presence {
    #[inline(always)]
    fn put<S: Sink>(&self, w: &mut S) {
        if self.len < 64 {
            return w.uvint(!self.first & ((1 << self.len) - 1));
        }
        let words = std::iter::once(&self.first).chain(&self.more);
        let count: u64 = words.map(|bits| u64::from(bits.count_ones())).sum();
        let missing = self.len - count;
        w.uvint(missing);
        if missing > 0 {
            let lists_missing = count >= self.len / 2;
            (0..self.len).filter(|i| self.has(*i) != lists_missing).for_each(|i| w.uvint(i));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::native::missing;
    use crate::sink::Buffer;

    /// Both are Columns.Serializer.serializeSubset; `missing` is compared with Cassandra's bytes by the corpus.
    #[test]
    fn subsets_are_written_as_from_a_model() {
        for len in [1, 5, 63, 64, 65, 130, 200] {
            for step in 1..12 {
                let there = |i: i64| i % step != 0;
                let (mut presence, mut found, mut expected) =
                    (Presence::default(), Buffer::default(), Buffer::default());
                (0..len).filter(|i| there(*i)).for_each(|i| presence.add(i));
                presence.of(len).put(&mut found);
                missing((0..len).map(there)).put(&mut expected);
                assert_eq!(found.as_bytes(), expected.as_bytes(), "{len} {step}");
            }
        }
    }
}
