use std::io::{self, Write};

use cqlite::inspect::{Field, Fields, Halt};

use super::{beginning, said, table, Finish, Paint};
use crate::output::Output;

/// Bytes on a line.
const WIDTH: u64 = 16;

/// Rows of 16 bytes with their characters, and after them the fields that begin there.
pub struct Hex<'a> {
    out: &'a mut Output,
    paint: Paint,
    /// Offset of the line's first byte, a multiple of 16.
    line: u64,
    /// Bytes of the line with the depth of their field; `None` where the line has none.
    bytes: Vec<Option<(u8, usize)>>,
    /// Fields that begin on the line.
    notes: Vec<String>,
    /// Path of the field before, of whose like only what differs is shown.
    last: String,
    /// Where the bytes end that have been taken.
    end: u64,
}

impl<'a> Hex<'a> {
    pub fn new(out: &'a mut Output, paint: Paint) -> Self {
        Hex { out, paint, line: 0, bytes: Vec::new(), notes: Vec::new(), last: String::new(), end: 0 }
    }

    fn add(&mut self, field: &Field<'_>) -> io::Result<()> {
        self.move_to(field.offset.max(self.end.min(field.offset)))?;
        if field.site.is_some() {
            let value = said(field);
            let path = if self.notes.is_empty() { field.path.to_owned() } else { shortened(field.path, &self.last) };
            self.notes.push(format!("{}={}", self.paint.path(&path), self.paint.bold(&value)));
            field.path.clone_into(&mut self.last);
        }
        let depth = field.path.matches('.').count();
        let (bytes, left_out) = beginning(field);
        for (offset, byte) in (field.offset..).zip(bytes) {
            // Two fields may share a byte.
            if offset < self.end {
                continue;
            }
            self.move_to(offset)?;
            self.bytes.resize(usize::try_from(offset - self.line).unwrap_or(0), None);
            self.bytes.push(Some((*byte, depth)));
            self.end = offset + 1;
        }
        if left_out > 0 {
            self.write_line()?;
            writeln!(self.out, "{}", self.paint.dim(&table::left_out(left_out)))?;
        }
        Ok(())
    }

    /// Begins the line of an offset, if it is another one.
    fn move_to(&mut self, offset: u64) -> io::Result<()> {
        let line = offset / WIDTH * WIDTH;
        // A byte that was shown already belongs to the line before.
        if line != self.line && offset >= self.end {
            self.write_line()?;
            self.line = line;
        }
        Ok(())
    }

    fn write_line(&mut self) -> io::Result<()> {
        if self.bytes.is_empty() && self.notes.is_empty() {
            return Ok(());
        }
        let paint = self.paint;
        let (mut hex, mut text) = (String::new(), String::new());
        for i in 0..WIDTH as usize {
            let byte = self.bytes.get(i).copied().flatten();
            hex.push_str(if i == 8 { "  " } else { " " });
            match byte {
                Some((byte, depth)) => {
                    hex.push_str(&paint.at_depth(depth, &format!("{byte:02x}")));
                    text.push(if (0x20..0x7f).contains(&byte) { char::from(byte) } else { '.' });
                }
                None => {
                    hex.push_str("  ");
                    text.push(' ');
                }
            }
        }
        let line = format!("{:08x} {hex}  |{text}|  {}", self.line, self.notes.join("  "));
        writeln!(self.out, "{}", line.trim_end())?;
        self.bytes.clear();
        self.notes.clear();
        Ok(())
    }
}

/// A path without the parts that it has in common with the one before.
fn shortened(path: &str, last: &str) -> String {
    let common: usize = path
        .split_inclusive('.')
        .zip(last.split_inclusive('.'))
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len())
        .sum();
    match path.get(common..) {
        Some(rest) if common > 0 => format!("…{rest}"),
        _ => path.to_owned(),
    }
}

impl Fields for Hex<'_> {
    fn field(&mut self, field: &Field<'_>) -> Result<(), Halt> {
        Ok(self.add(field)?)
    }
}

impl Finish for Hex<'_> {
    fn finish(&mut self) -> io::Result<()> {
        self.write_line()
    }

    fn as_fields(&mut self) -> &mut dyn Fields {
        self
    }
}
