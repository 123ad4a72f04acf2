use std::io::{self, Write};

use cqlite::inspect::{Field, Fields, Halt, Site};

use super::{beginning, said, Finish, Paint};
use crate::output::Output;
use crate::words::number;

/// Bytes on a line.
const WIDTH: usize = 8;
/// Lines whose columns are laid out together.
const BLOCK: usize = 1024;
/// Bytes of fields that are held for that.
const HELD: usize = 1 << 20;
/// Least and most characters of the columns for paths and values; what is longer moves what follows on its line.
const PATH: [usize; 2] = [44, 160];
const VALUE: [usize; 2] = [24, 64];

/// A line for each field: offset, bytes, path, value, line of the specification. Bytes that do not fit go on below.
pub struct Table<'a> {
    out: &'a mut Output,
    paint: Paint,
    has_head: bool,
    /// Lines that wait for the widths of their columns, which never become smaller.
    rows: Vec<(Row, Vec<u8>)>,
    held: usize,
    path_width: usize,
    value_width: usize,
}

struct Row {
    offset: u64,
    path: String,
    value: String,
    site: Option<&'static Site>,
    /// Bytes that are not shown.
    left_out: u64,
}

impl Row {
    fn new(field: &Field<'_>) -> Self {
        let is_field = field.site.is_some();
        Row {
            offset: field.offset,
            path: if is_field { field.path } else { "(no field)" }.to_owned(),
            value: if is_field { said(field) } else { gap(field) },
            site: field.site,
            left_out: beginning(field).1,
        }
    }
}

impl<'a> Table<'a> {
    pub fn new(out: &'a mut Output, paint: Paint) -> Self {
        let ([path_width, _], [value_width, _]) = (PATH, VALUE);
        Table { out, paint, has_head: false, rows: Vec::new(), held: 0, path_width, value_width }
    }

    fn write_rows(&mut self) -> io::Result<()> {
        let rows = std::mem::take(&mut self.rows);
        self.held = 0;
        rows.iter().for_each(|(row, _)| self.widen(row));
        if !self.has_head && !rows.is_empty() {
            self.has_head = true;
            let (path, value) = (self.path_width, self.value_width);
            let head =
                format!("{:>10}  {:23}  {:path$} {:value$} {}", "offset", "bytes", "field", "value", "specification");
            writeln!(self.out, "{}", self.paint.dim(&head))?;
        }
        rows.iter().try_for_each(|(row, bytes)| self.write_row(row, bytes))
    }

    fn widen(&mut self, row: &Row) {
        let wider = |width: usize, text: &str, most: usize| {
            Some(text.chars().count()).filter(|n| *n <= most).map_or(width, |n| n.max(width))
        };
        self.path_width = wider(self.path_width, &row.path, PATH[1]);
        self.value_width = wider(self.value_width, &row.value, VALUE[1]);
    }

    fn write_row(&mut self, row: &Row, bytes: &[u8]) -> io::Result<()> {
        let mut parts = bytes.chunks(WIDTH);
        let depth = row.path.matches('.').count();
        let bytes = self.paint.at_depth(depth, &hex(parts.next().unwrap_or_default()));
        let path = if row.site.is_some() { self.paint.path(&row.path) } else { self.paint.dim(&row.path) };
        let pad = |width: usize, text: &str| " ".repeat(width.saturating_sub(text.chars().count()));
        let (path_pad, value_pad) = (pad(self.path_width, &row.path), pad(self.value_width, &row.value));
        let (value, spec) = (self.paint.bold(&row.value), self.paint.dim(&spec(row.site)));
        let line = format!("{:>10}  {bytes}  {path}{path_pad} {value}{value_pad} {spec}", row.offset);
        writeln!(self.out, "{}", line.trim_end())?;
        for (i, part) in parts.enumerate() {
            let offset = row.offset + ((i + 1) * WIDTH) as u64;
            writeln!(self.out, "{offset:>10}  {}", self.paint.at_depth(depth, hex(part).trim_end()))?;
        }
        if row.left_out > 0 {
            writeln!(self.out, "{:>10}  {}", "", self.paint.dim(&left_out(row.left_out)))?;
        }
        Ok(())
    }
}

/// What lies between fields.
fn gap(field: &Field<'_>) -> String {
    // Padding has no more than a page.
    let is_padding = beginning(field).1 == 0 && field.bytes.iter().all(|b| *b == 0);
    format!("{}, {}", if is_padding { "padding" } else { "unknown" }, number(field.len, "byte"))
}

/// How many bytes are not shown.
pub fn left_out(bytes: u64) -> String {
    format!("… {bytes} more bytes")
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
        let (row, (bytes, _)) = (Row::new(field), beginning(field));
        self.held += bytes.len();
        self.rows.push((row, bytes.to_vec()));
        if self.rows.len() >= BLOCK || self.held >= HELD {
            self.write_rows()?;
        }
        Ok(())
    }
}

impl Finish for Table<'_> {
    fn finish(&mut self) -> io::Result<()> {
        self.write_rows()
    }

    fn as_fields(&mut self) -> &mut dyn Fields {
        self
    }
}
