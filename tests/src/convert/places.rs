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
        let (old, new) = (Marks::of(old)?, Marks::of(new)?);
        let map = old.starts.iter().copied().zip(new.starts.iter().copied()).collect();
        Ok(Places { map, partitions: new.partitions })
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

/// Where the fields two levels down begin: partitions, and what they consist of.
#[derive(Default)]
struct Marks {
    depth: usize,
    starts: Vec<u64>,
    partitions: Vec<u64>,
}

impl Marks {
    fn of((bytes, cx): Stream<'_, '_>) -> Result<Self, ReadError> {
        let mut marks = Marks::default();
        <SstableData as Component>::walk(&mut Reader::new(bytes), cx, &mut marks)?;
        marks.starts.push(bytes.len() as u64);
        marks.partitions.push(bytes.len() as u64);
        Ok(marks)
    }
}

impl Walk for Marks {
    fn enter(&mut self, _: &'static Site, _: Option<u64>, offset: u64) {
        if self.depth == 0 {
            self.partitions.push(offset);
        }
        if self.depth < 2 {
            self.starts.push(offset);
        }
        self.depth += 1;
    }

    fn leave(&mut self, _: u64) {
        self.depth -= 1;
    }

    fn leaf(&mut self, _: &'static Site, _: Option<u64>, _: u64, _: u64, _: Value<'_>) {}
}
