//! A line a column (`print_formatted_result_vertically`).

use super::page::{fill, Page};

impl Page {
    /// Appends the page; so many rows stand before it.
    pub(crate) fn write_expanded(&self, rows_before: u64, out: &mut Vec<u8>) {
        let name_width = self.names.iter().map(|name| name.width).max().unwrap_or(0);
        let value_width = self.rows().flatten().map(|cell| cell.width).max().unwrap_or(0);
        for (number, row) in (rows_before + 1..).zip(self.rows()) {
            out.extend_from_slice(format!("@ Row {number}\n-").as_bytes());
            fill(b'-', name_width, out);
            out.extend_from_slice(b"-+-");
            fill(b'-', value_width, out);
            out.extend_from_slice(b"-\n");
            for (name, cell) in self.names.iter().zip(row) {
                out.push(b' ');
                out.extend_from_slice(self.name(name));
                fill(b' ', name_width.saturating_sub(name.width), out);
                out.extend_from_slice(b" | ");
                out.extend_from_slice(self.text(cell));
                out.push(b'\n');
            }
            out.push(b'\n');
        }
    }
}
