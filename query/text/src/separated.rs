//! Values with commas or tabs between them.

use cqlite_types::ValueError;

use crate::dialect::Dialect;
use crate::value::{escape, has, is_empty_value, Writer};
use crate::Column;

/// Appends the names of the columns as CSV.
pub(crate) fn csv_names(columns: &[Column], dialect: &Dialect, out: &mut Vec<u8>) {
    let only = columns.len() == 1;
    for (i, column) in columns.iter().enumerate() {
        if i > 0 {
            put_char(dialect.delimiter, out);
        }
        let start = out.len();
        out.extend_from_slice(column.name.as_bytes());
        quote(start, only, dialect, out);
    }
    out.extend_from_slice(b"\r\n");
}

/// Appends a value as CSV.
pub(crate) fn csv_value(
    column: &Column,
    value: Option<&[u8]>,
    only: bool,
    dialect: &Dialect,
    out: &mut Vec<u8>,
) -> Result<(), ValueError> {
    let start = out.len();
    put(column, value, dialect, out)?;
    quote(start, only, dialect, out);
    Ok(())
}

/// Appends the names of the columns with tabs.
pub(crate) fn tsv_names(columns: &[Column], out: &mut Vec<u8>) {
    for (i, column) in columns.iter().enumerate() {
        if i > 0 {
            out.push(b'\t');
        }
        let _ = escape(&column.name, false, out);
    }
    out.push(b'\n');
}

/// Appends a value as COPY writes it. It has neither tabs nor ends of lines: in texts they are shown.
///
/// Reference: `ExportProcess.format_value`.
pub(crate) fn put(
    column: &Column,
    value: Option<&[u8]>,
    dialect: &Dialect,
    out: &mut Vec<u8>,
) -> Result<(), ValueError> {
    match value.filter(|bytes| !is_empty_value(&column.ty, bytes)) {
        Some(bytes) => Writer::new(&dialect.style, false, out).value(&column.ty, bytes),
        None => {
            let _ = escape(&dialect.null, false, out);
            Ok(())
        }
    }
}

pub(crate) fn put_char(c: char, out: &mut Vec<u8>) {
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

/// Puts marks around the value that was written from a place on, if it has to have them.
///
/// Reference: `csv.writer` of Python with `QUOTE_MINIMAL`.
fn quote(start: usize, only: bool, dialect: &Dialect, out: &mut Vec<u8>) {
    let Dialect { delimiter, quote, escape, .. } = *dialect;
    if out.len() == start {
        // A line without anything would be no row.
        if only {
            put_char(quote, out);
            put_char(quote, out);
        }
        return;
    }
    if [delimiter, quote, escape].iter().all(char::is_ascii) {
        let [delimiter, quote, escape] = [delimiter, quote, escape].map(|c| c as u8);
        let is_special =
            |byte: u8| (byte == b'\r') | (byte == b'\n') | (byte == delimiter) | (byte == quote) | (byte == escape);
        if !has(&out[start..], is_special) {
            return;
        }
    }
    let value = out.split_off(start);
    let value = String::from_utf8_lossy(&value);
    let is_doubled = quote == escape;
    let marked = |c: char| matches!(c, '\r' | '\n') || c == delimiter || (is_doubled && c == quote);
    let has_marks = value.chars().any(|c| marked(c) && (is_doubled || (c != quote && c != escape)));
    if has_marks {
        put_char(quote, out);
    }
    for c in value.chars() {
        if c == quote || (c == escape && !is_doubled) {
            put_char(escape, out);
        }
        put_char(c, out);
    }
    if has_marks {
        put_char(quote, out);
    }
}
