//! Where partitions, rows and markers are in two streams that say the same.

use std::collections::BTreeMap;

use cqlite_format::context::{Component, Context};
use cqlite_format::data::SstableData;
use cqlite_runtime::{ReadError, Reader, Site, Value, Walk};

/// Positions in one stream, and what they are in the other.
pub struct Places {
    map: BTreeMap<u64, u64>,
    /// Starts of the partitions in the new stream, and its end.
    partitions: Vec<u64>,
}

/// A stream and what it takes to read it.
type Stream<'a, 'b> = (&'a [u8], &'a Context<'b>);

impl Places {
    pub fn between(old: Stream<'_, '_>, new: Stream<'_, '_>) -> Result<Self, ReadError> {
        Ok(Self::paired(&Marks::of(old)?, Marks::of(new)?))
    }

    fn paired(old: &Marks, new: Marks) -> Self {
        let mut map = BTreeMap::new();
        for (what, start) in &old.starts {
            // What is first is outermost: a partition, not the key that it may begin with.
            if let Some(new) = new.found.get(what) {
                let _ = map.entry(*start).or_insert(*new);
            }
        }
        Places { map, partitions: new.partitions }
    }

    /// The new position of what was at an old one.
    pub fn of(&self, old: i64) -> Result<i64, String> {
        let found = u64::try_from(old).ok().and_then(|old| self.map.get(&old));
        found.map(|new| *new as i64).ok_or_else(|| format!("nothing begins at {old}"))
    }

    /// Lengths of the partitions in the new stream.
    pub fn sizes(&self) -> impl Iterator<Item = u64> + '_ {
        self.partitions.iter().zip(self.partitions.iter().skip(1)).map(|(start, end)| end - start)
    }
}

/// What begins somewhere: the number of its partition, and the field of the partition, with the number of the element. Versions
/// may differ in the other fields that a partition has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Partition(usize),
    Field(usize, &'static str, Option<u64>),
    End,
}

/// Where the fields two levels down begin: partitions, and what they consist of.
#[derive(Default)]
struct Marks {
    depth: usize,
    /// As they come.
    starts: Vec<(Mark, u64)>,
    found: BTreeMap<Mark, u64>,
    partitions: Vec<u64>,
}

impl Marks {
    fn of((bytes, cx): Stream<'_, '_>) -> Result<Self, ReadError> {
        let mut marks = Marks::default();
        <SstableData as Component>::walk(&mut Reader::new(bytes), cx, &mut marks)?;
        marks.mark(Mark::End, bytes.len() as u64);
        marks.partitions.push(bytes.len() as u64);
        Ok(marks)
    }

    fn mark(&mut self, what: Mark, start: u64) {
        self.starts.push((what, start));
        let _ = self.found.insert(what, start);
    }
}

impl Walk for Marks {
    fn enter(&mut self, site: &'static Site, index: Option<u64>, offset: u64) {
        match self.depth {
            0 => {
                self.mark(Mark::Partition(self.partitions.len()), offset);
                self.partitions.push(offset);
            }
            1 => self.mark(Mark::Field(self.partitions.len(), site.name, index), offset),
            _ => {}
        }
        self.depth += 1;
    }

    fn leave(&mut self, _: u64) {
        self.depth -= 1;
    }

    fn leaf(&mut self, _: &'static Site, _: Option<u64>, _: u64, _: u64, _: Value<'_>) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    static PLAIN: Site = Site { owner: "partition", field: "unfiltereds", name: "unfiltereds", file: "a.ksy", line: 1 };
    static TAG: Site = Site { field: "tag", name: "tag", ..PLAIN };
    static KEY: Site = Site { field: "key", name: "key", ..PLAIN };

    fn marks(all: &[(usize, &'static Site, Option<u64>, u64)], end: u64) -> Marks {
        let mut marks = Marks::default();
        for (depth, site, index, offset) in all {
            marks.depth = *depth;
            marks.enter(site, *index, *offset);
        }
        marks.mark(Mark::End, end);
        marks.partitions.push(end);
        marks
    }

    #[test]
    fn what_only_one_version_has_moves_nothing_else() {
        let old = [
            (0, &PLAIN, Some(0), 0),
            (1, &KEY, None, 0),
            (1, &PLAIN, Some(0), 4),
            (0, &PLAIN, Some(1), 9),
            (1, &KEY, None, 9),
            (1, &PLAIN, Some(0), 12),
        ];
        let new = [
            (0, &PLAIN, Some(0), 0),
            (1, &KEY, None, 1),
            (1, &TAG, None, 5),
            (1, &PLAIN, Some(0), 8),
            (0, &PLAIN, Some(1), 20),
            (1, &KEY, None, 21),
            (1, &PLAIN, Some(0), 24),
        ];
        let places = Places::paired(&marks(&old, 15), marks(&new, 30));
        let of = |old| places.of(old).expect("a place");
        assert_eq!([of(0), of(4), of(9), of(12), of(15)], [0, 8, 20, 24, 30]);
        assert_eq!(places.sizes().collect::<Vec<_>>(), [20, 10]);
    }
}
