use crate::collect::slice;
use crate::fields::{Field, Fields, Halt, Numbers};

/// Adds what lies between fields, so that every byte of a component is in one. Fields must come by offset.
pub(crate) struct Gaps<'a> {
    sink: &'a mut dyn Fields,
    data: &'a [u8],
    end: u64,
}

impl<'a> Gaps<'a> {
    pub(crate) fn new(data: &'a [u8], sink: &'a mut dyn Fields) -> Self {
        Gaps { sink, data, end: 0 }
    }

    fn fill(&mut self, to: u64) -> Result<(), Halt> {
        if to <= self.end {
            return Ok(());
        }
        let (offset, len) = (self.end, to - self.end);
        self.end = to;
        let bytes = slice(self.data, offset, len);
        self.sink.field(&Field { path: "", offset, len, value: None, bytes, site: None, levels: &[], wrong: None })
    }

    /// What lies after the last field.
    pub(crate) fn finish(mut self) -> Result<(), Halt> {
        self.fill(self.data.len() as u64)
    }
}

impl Fields for Gaps<'_> {
    // What is passed over is no gap, but who passes over something does not want the gaps before it either.
    fn passes(&self, numbers: &Numbers<'_>) -> u64 {
        self.sink.passes(numbers)
    }

    fn field(&mut self, field: &Field<'_>) -> Result<(), Halt> {
        self.fill(field.offset)?;
        self.end = self.end.max(field.offset.saturating_add(field.len));
        self.sink.field(field)
    }
}
