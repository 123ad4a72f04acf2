//! Columns side by side (`print_formatted_result`).

use super::page::{fill, Page};

impl Page {
    /// Appends the page, and the names of the columns above it if they are wanted.
    pub(crate) fn write_table(&self, has_header: bool, out: &mut Vec<u8>) {
        let mut widths: Vec<usize> = self.names.iter().map(|name| name.width).collect();
        for row in self.rows() {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.width.max(*width);
            }
        }
        if has_header {
            self.write_header(&widths, out);
        }
        for row in self.rows() {
            out.push(b' ');
            for (i, (cell, width)) in row.iter().zip(&widths).enumerate() {
                if i > 0 {
                    out.extend_from_slice(b" | ");
                }
                fill(b' ', width.saturating_sub(cell.width), out);
                out.extend_from_slice(self.text(cell));
            }
            out.push(b'\n');
        }
    }

    fn write_header(&self, widths: &[usize], out: &mut Vec<u8>) {
        out.push(b' ');
        for (i, (name, width)) in self.names.iter().zip(widths).enumerate() {
            if i > 0 {
                out.extend_from_slice(b" | ");
            }
            out.extend_from_slice(self.name(name));
            fill(b' ', width.saturating_sub(name.width), out);
        }
        let end = out.iter().rposition(|byte| *byte != b' ').map_or(0, |last| last + 1);
        // The space before the first name stays.
        let start = out.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
        out.truncate(end.max(start + 1));
        out.push(b'\n');
        out.push(b'-');
        for (i, width) in widths.iter().enumerate() {
            if i > 0 {
                out.extend_from_slice(b"-+-");
            }
            fill(b'-', *width, out);
        }
        out.extend_from_slice(b"-\n");
    }
}
