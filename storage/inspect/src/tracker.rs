use std::fmt::Write as _;

use cqlite_runtime::{Site, Value, Walk};

use crate::error::Walked;
use crate::fields::{Field, Fields, Halt, Level, Numbers};

/// Where a walk is: the path, and the fields that are open.
#[derive(Default)]
pub(crate) struct WalkedPath {
    path: String,
    levels: Vec<Level>,
}

impl WalkedPath {
    /// Opens a field under a name that is not its id.
    pub(crate) fn enter_named(&mut self, name: &str, site: &'static Site, offset: u64) {
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(name);
        self.levels.push(Level { path_len: self.path.len(), offset, site });
    }

    /// Opens a field.
    pub(crate) fn enter(&mut self, site: &'static Site, index: Option<u64>, offset: u64) {
        push(&mut self.path, site, index);
        self.levels.push(Level { path_len: self.path.len(), offset, site });
    }

    /// Closes the field opened last.
    pub(crate) fn leave(&mut self) {
        let _ = self.levels.pop();
        self.path.truncate(self.levels.last().map_or(0, |level| level.path_len));
    }

    fn close_to(&mut self, depth: usize) {
        while self.levels.len() > depth {
            self.leave();
        }
    }
}

fn push(path: &mut String, site: &Site, index: Option<u64>) {
    if !path.is_empty() {
        path.push('.');
    }
    // What a sized stream has left over is no field of the specification.
    path.push_str(if site.field == "trailing" { "_trailing" } else { site.field });
    if let Some(index) = index {
        let _ = write!(path, "[{index}]");
    }
}

/// Gives the fields of a generated walk their paths and bytes.
pub(crate) struct Tracker<'a> {
    place: &'a mut WalkedPath,
    sink: &'a mut dyn Fields,
    /// Bytes at hand, and the offset of the first.
    data: &'a [u8],
    base: u64,
    halt: Option<Halt>,
}

impl<'a> Tracker<'a> {
    /// Runs a walk over `data`, which begins `base` bytes into the component.
    pub(crate) fn run<T>(
        place: &mut WalkedPath,
        sink: &mut dyn Fields,
        (data, base): (&[u8], u64),
        walk: impl FnOnce(&mut dyn Walk) -> cqlite_runtime::error::Result<T>,
    ) -> Walked<T> {
        let depth = place.levels.len();
        let walked = Tracker::go_on(place, sink, (data, base), walk);
        place.close_to(depth);
        walked
    }

    /// Runs a part of a walk, which leaves open the fields that go on in the next part.
    pub(crate) fn go_on<T>(
        place: &'a mut WalkedPath,
        sink: &'a mut dyn Fields,
        (data, base): (&'a [u8], u64),
        walk: impl FnOnce(&mut dyn Walk) -> cqlite_runtime::error::Result<T>,
    ) -> Walked<T> {
        let mut tracker = Tracker { place, sink, data, base, halt: None };
        let walked = walk(&mut tracker);
        match tracker.halt {
            Some(halt) => Err(halt.into()),
            None => Ok(walked?),
        }
    }
}

impl Walk for Tracker<'_> {
    fn enter(&mut self, site: &'static Site, index: Option<u64>, offset: u64) {
        self.place.enter(site, index, offset);
    }

    fn leave(&mut self, _: u64) {
        self.place.leave();
    }

    fn leaf(&mut self, site: &'static Site, index: Option<u64>, offset: u64, len: u64, value: Value<'_>) {
        if self.halt.is_some() {
            return;
        }
        let before = self.place.path.len();
        push(&mut self.place.path, site, index);
        let from = usize::try_from(offset.saturating_sub(self.base)).unwrap_or(usize::MAX);
        let to = from.saturating_add(usize::try_from(len).unwrap_or(usize::MAX));
        let bytes = self.data.get(from..to).unwrap_or_default();
        let (path, levels) = (self.place.path.as_str(), self.place.levels.as_slice());
        let field = Field { path, offset, len, value: Some(&value), bytes, site: Some(site), levels, wrong: None };
        self.halt = self.sink.field(&field).err();
        self.place.path.truncate(before);
    }

    fn passes(&self, site: &'static Site, index: u64, offset: u64, width: u64) -> u64 {
        self.sink.passes(&Numbers { parent: &self.place.path, levels: &self.place.levels, site, index, offset, width })
    }

    fn is_done(&self) -> bool {
        self.halt.is_some()
    }
}
