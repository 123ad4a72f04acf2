//! Where the fields of a component begin and end.

use cqlite_runtime::{ReadError, Reader, Site, Value, Walk};

use crate::fields::Field;

/// Start and end of each outermost field that is there once, in bytes from the start of the component.
#[derive(Debug, Default)]
pub(crate) struct Extents {
    depth: usize,
    /// Whether the outermost field at hand is the last of `fields`.
    is_kept: bool,
    fields: Vec<(&'static Site, u64, u64)>,
}

impl Extents {
    /// Of the component that `walk` walks over.
    pub(crate) fn of(
        bytes: &[u8],
        walk: impl FnOnce(&mut Reader<'_>, &mut dyn Walk) -> Result<(), ReadError>,
    ) -> Result<Self, ReadError> {
        let mut extents = Extents::default();
        walk(&mut Reader::new(bytes), &mut extents)?;
        Ok(extents)
    }

    /// Start and end of a field.
    pub(crate) fn get(&self, field: Field) -> Option<(u64, u64)> {
        self.fields.iter().find(|(site, ..)| field.is(site)).map(|(_, begin, end)| (*begin, *end))
    }
}

impl Walk for Extents {
    fn enter(&mut self, site: &'static Site, index: Option<u64>, offset: u64) {
        if self.depth == 0 {
            self.is_kept = index.is_none();
            if self.is_kept {
                self.fields.push((site, offset, offset));
            }
        }
        self.depth += 1;
    }

    fn leave(&mut self, offset: u64) {
        self.depth -= 1;
        if let (0, true, Some(last)) = (self.depth, self.is_kept, self.fields.last_mut()) {
            last.2 = offset;
        }
    }

    fn leaf(&mut self, site: &'static Site, index: Option<u64>, offset: u64, len: u64, _: Value<'_>) {
        if self.depth == 0 && index.is_none() {
            self.fields.push((site, offset, offset.saturating_add(len)));
        }
    }
}
