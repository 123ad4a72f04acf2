use std::ops::Range;

use cqlite_types::ValueError;

use crate::color::Color;
use crate::value::{Style, Writer};
use crate::width::width;
use crate::Column;

/// Bytes of text after which a page ends early, so that memory is bounded.
const MAX_TEXT: usize = 16 << 20;

/// Rows that are laid out together.
#[derive(Debug)]
pub(crate) struct Page {
    style: Style,
    pub(super) color: bool,
    /// Names of the columns.
    pub(super) names: Vec<Cell>,
    text: Vec<u8>,
    /// Of all rows, one after the other.
    cells: Vec<Cell>,
    name_text: Vec<u8>,
}

/// A value.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    place: Range<usize>,
    /// Columns that it takes.
    pub(super) width: usize,
}

impl Page {
    pub(crate) fn new(color: bool) -> Self {
        let (names, cells) = (Vec::new(), Vec::new());
        Page { style: Style::shown(), color, names, text: Vec::new(), cells, name_text: Vec::new() }
    }

    /// Takes the names of the columns.
    pub(crate) fn set_columns(&mut self, columns: &[Column]) {
        for column in columns {
            let start = self.name_text.len();
            let mut writer = Writer::new(&self.style, false, &mut self.name_text);
            writer.text(&column.name, false);
            let doubled = writer.backslashes();
            let mut width = width(&self.name_text[start..]);
            if self.color {
                Writer::new(&self.style, true, &mut self.name_text).color_text(start, Color::Name);
                width -= doubled;
            }
            self.names.push(Cell { place: start..self.name_text.len(), width });
        }
    }

    /// Adds the next value of a row.
    pub(crate) fn add(&mut self, column: &Column, value: Option<&[u8]>) -> Result<(), ValueError> {
        let start = self.text.len();
        let mut writer = Writer::new(&self.style, false, &mut self.text);
        put(&mut writer, column, value)?;
        let (uncounted, doubled) = (writer.uncounted(), writer.backslashes());
        let mut width = width(&self.text[start..]).saturating_sub(uncounted);
        if self.color {
            self.text.truncate(start);
            put(&mut Writer::new(&self.style, true, &mut self.text), column, value)?;
            width = width.saturating_sub(doubled);
        }
        self.cells.push(Cell { place: start..self.text.len(), width });
        Ok(())
    }

    /// How many rows it has.
    pub(crate) fn num_rows(&self) -> usize {
        self.cells.len().checked_div(self.names.len()).unwrap_or(0)
    }

    /// Whether it has as much text as fits into memory.
    pub(crate) fn is_full(&self) -> bool {
        self.text.len() > MAX_TEXT
    }

    /// Goes on with no rows.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.cells.clear();
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunks(self.names.len().max(1))
    }

    pub(super) fn text(&self, cell: &Cell) -> &[u8] {
        &self.text[cell.place.clone()]
    }

    pub(super) fn name(&self, cell: &Cell) -> &[u8] {
        &self.name_text[cell.place.clone()]
    }
}

fn put(writer: &mut Writer<'_>, column: &Column, value: Option<&[u8]>) -> Result<(), ValueError> {
    match value {
        Some(bytes) => writer.value(&column.ty, bytes),
        None => {
            writer.null("null");
            Ok(())
        }
    }
}

/// Appends a character some times.
pub(super) fn fill(byte: u8, times: usize, out: &mut Vec<u8>) {
    out.extend(std::iter::repeat_n(byte, times));
}
