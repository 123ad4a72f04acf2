use std::io::{self, Write};

use cqlite::inspect::{human, Field, Fields, Halt, Site};

use super::{Finish, Paint};
use crate::output::Output;

/// Bytes on a line.
const WIDTH: usize = 8;

/// A line for each field: offset, bytes, path, value, line of the specification. Bytes that do not fit go on below.
pub struct Table<'a> {
    out: &'a mut Output,
    paint: Paint,
    has_head: bool,
}

impl<'a> Table<'a> {
    pub fn new(out: &'a mut Output, paint: Paint) -> Self {
        Table { out, paint, has_head: false }
    }

    fn line(&mut self, field: &Field<'_>) -> io::Result<()> {
        if !self.has_head {
            self.has_head = true;
            let head = format!("{:>10}  {:23}  {:44} {:24} {}", "offset", "bytes", "field", "value", "specification");
            writeln!(self.out, "{}", self.paint.dim(&head))?;
        }
        let mut rows = field.bytes.chunks(WIDTH);
        let depth = field.path.matches('.').count();
        let bytes = self.paint.at_depth(depth, &hex(rows.next().unwrap_or_default()));
        let path = if field.site.is_some() { self.paint.path(field.path) } else { self.paint.dim("(no field)") };
        let path_pad = " ".repeat(44usize.saturating_sub(field.path.chars().count().max(if field.site.is_some() {
            0
        } else {
            10
        })));
        let value = field.value.map(human).unwrap_or_else(|| gap(field.bytes));
        let value_pad = " ".repeat(24usize.saturating_sub(value.chars().count()));
        let (value, spec) = (self.paint.bold(&value), self.paint.dim(&spec(field.site)));
        let line = format!("{:>10}  {bytes}  {path}{path_pad} {value}{value_pad} {spec}", field.offset);
        writeln!(self.out, "{}", line.trim_end())?;
        for (i, row) in rows.enumerate() {
            let offset = field.offset + ((i + 1) * WIDTH) as u64;
            writeln!(self.out, "{offset:>10}  {}", self.paint.at_depth(depth, hex(row).trim_end()))?;
        }
        Ok(())
    }
}

/// What lies between fields.
fn gap(bytes: &[u8]) -> String {
    let what = if bytes.iter().all(|b| *b == 0) { "padding" } else { "unknown" };
    format!("{what}, {} bytes", bytes.len())
}

/// The line of the specification.
pub fn spec(site: Option<&'static Site>) -> String {
    site.map(|site| format!("{}:{}", site.file, site.line)).unwrap_or_default()
}

fn hex(bytes: &[u8]) -> String {
    let text = bytes.iter().map(|b| format!("{b:02x}")).collect::<Vec<_>>().join(" ");
    format!("{text:23}")
}

impl Fields for Table<'_> {
    fn field(&mut self, field: &Field<'_>) -> Result<(), Halt> {
        Ok(self.line(field)?)
    }
}

impl Finish for Table<'_> {
    fn finish(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn as_fields(&mut self) -> &mut dyn Fields {
        self
    }
}
