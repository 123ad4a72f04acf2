use std::io::Write;

use cqlite_types::ValueError;

use crate::layout::Page;
use crate::{cql, json, separated};
use crate::{Column, Format, Options, Result, TextError};

/// Bytes that are written at once.
const BUFFER: usize = 1 << 16;

/// Writes the columns and rows of an answer.
#[derive(Debug)]
pub struct Answer<W> {
    format: Format,
    options: Options,
    out: W,
    buffer: Vec<u8>,
    columns: Vec<Column>,
    keys: Vec<Vec<u8>>,
    page: Page,
    /// Rows of the pages before.
    written: u64,
    rows: u64,
}

impl<W: Write> Answer<W> {
    /// An answer in a format.
    pub fn new(format: Format, options: Options, out: W) -> Self {
        let page = Page::new(options.color);
        let (columns, keys) = (Vec::new(), Vec::new());
        Answer { format, options, out, buffer: Vec::new(), columns, keys, page, written: 0, rows: 0 }
    }

    /// Takes the columns, before any row.
    ///
    /// # Errors
    /// The output fails, or the format needs to know what it does not.
    pub fn columns(&mut self, columns: &[Column]) -> Result<()> {
        self.columns = columns.to_vec();
        match self.format {
            Format::Table | Format::Expanded => {
                self.page.set_columns(columns);
                self.buffer.push(b'\n');
            }
            Format::Json => {
                self.keys = json::keys(columns);
                self.buffer.push(b'[');
            }
            Format::Jsonl => self.keys = json::keys(columns),
            Format::Csv if self.options.dialect.header => {
                separated::csv_names(columns, &self.options.dialect, &mut self.buffer);
            }
            Format::Csv => {}
            Format::Tsv => separated::tsv_names(columns, &mut self.buffer),
            Format::Cql if self.options.table.is_none() => return Err(TextError::NoTable),
            Format::Cql => {}
        }
        Ok(())
    }

    /// Writes a row: a value for each column, null if there is none.
    ///
    /// # Errors
    /// A value is none of its column's type, or the output fails.
    pub fn row(&mut self, row: &[Option<Vec<u8>>]) -> Result<()> {
        let start = self.buffer.len();
        let put = self.put(row);
        if let Err((i, source)) = put {
            self.buffer.truncate(start);
            let column = self.columns.get(i).map(|column| column.name.clone()).unwrap_or_default();
            return Err(TextError::Value { row: self.rows + 1, column, source });
        }
        self.rows += 1;
        let is_page = matches!(self.format, Format::Table | Format::Expanded);
        if is_page && (self.page.num_rows() >= self.options.page.max(1) || self.page.is_full()) {
            self.end_page();
            if self.options.interactive {
                return self.flush();
            }
        }
        if self.buffer.len() >= BUFFER {
            self.out.write_all(&self.buffer)?;
            self.buffer.clear();
        }
        Ok(())
    }

    /// Appends a row; of what fails the number of the column.
    fn put(&mut self, row: &[Option<Vec<u8>>]) -> std::result::Result<(), (usize, ValueError)> {
        let Answer { buffer, columns, options, .. } = self;
        let cells = columns.iter().zip(row).map(|(column, value)| (column, value.as_deref())).enumerate();
        match self.format {
            Format::Table | Format::Expanded => {
                for (i, (column, value)) in cells {
                    self.page.add(column, value).map_err(|e| (i, e))?;
                }
            }
            Format::Json | Format::Jsonl => {
                if self.format == Format::Json {
                    buffer.extend_from_slice(if self.rows == 0 { b"\n" } else { b",\n" });
                }
                for ((i, (column, value)), key) in cells.zip(&self.keys) {
                    buffer.extend_from_slice(key);
                    json::put(column, value, buffer).map_err(|e| (i, e))?;
                }
                buffer.extend_from_slice(if self.format == Format::Json { b"}" } else { b"}\n" });
            }
            Format::Csv => {
                let only = columns.len() == 1;
                for (i, (column, value)) in cells {
                    if i > 0 {
                        separated::put_char(options.dialect.delimiter, buffer);
                    }
                    separated::csv_value(column, value, only, &options.dialect, buffer).map_err(|e| (i, e))?;
                }
                buffer.extend_from_slice(b"\r\n");
            }
            Format::Tsv => {
                for (i, (column, value)) in cells {
                    if i > 0 {
                        buffer.push(b'\t');
                    }
                    separated::put(column, value, &options.dialect, buffer).map_err(|e| (i, e))?;
                }
                buffer.push(b'\n');
            }
            Format::Cql => cql::put(options.table.as_deref().unwrap_or(""), columns, row, buffer)?,
        }
        Ok(())
    }

    /// Lays out the rows of the page.
    ///
    /// Reference: `print_static_result`.
    fn end_page(&mut self) {
        let is_first = self.written == 0;
        match self.format {
            Format::Expanded if self.page.num_rows() > 0 => self.page.write_expanded(self.written, &mut self.buffer),
            _ => {
                let interactive = self.options.interactive;
                self.page.write_table(is_first || interactive, &mut self.buffer);
                if interactive || self.page.num_rows() == 0 {
                    self.buffer.push(b'\n');
                }
            }
        }
        self.written = self.rows;
        self.page.clear();
    }

    /// Gives what is written to the output.
    fn flush(&mut self) -> Result<()> {
        self.out.write_all(&self.buffer)?;
        self.buffer.clear();
        self.out.flush()?;
        Ok(())
    }

    /// Rows so far.
    pub fn num_rows(&self) -> u64 {
        self.rows
    }

    /// Writes the rows so far of an answer that fails, without what ends a whole one.
    ///
    /// # Errors
    /// The output fails.
    pub fn break_off(mut self) -> Result<()> {
        if self.page.num_rows() > 0 {
            self.end_page();
        }
        if self.rows == 0 {
            self.buffer.clear();
        }
        self.flush()
    }

    /// Ends the answer, and gives the output back with the number of rows.
    ///
    /// # Errors
    /// The output fails.
    pub fn finish(mut self) -> Result<(W, u64)> {
        match self.format {
            Format::Table | Format::Expanded => {
                if self.rows == 0 || self.page.num_rows() > 0 {
                    self.end_page();
                }
                if !self.options.interactive {
                    self.buffer.push(b'\n');
                }
                self.buffer.extend_from_slice(format!("({} rows)\n", self.rows).as_bytes());
            }
            Format::Json => self.buffer.extend_from_slice(b"\n]\n"),
            Format::Jsonl | Format::Csv | Format::Tsv | Format::Cql => {}
        }
        self.flush()?;
        Ok((self.out, self.rows))
    }
}
