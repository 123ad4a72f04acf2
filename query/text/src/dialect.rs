use crate::value::Style;

/// How CSV is written: the options of cqlsh's COPY.
#[derive(Debug, Clone)]
pub struct Dialect {
    /// A first line with the names of columns.
    pub header: bool,
    /// Between values.
    pub delimiter: char,
    /// Around values that have a delimiter, a mark or the end of a line.
    pub quote: char,
    /// Before a mark within marks; if it is the mark itself, the mark is doubled.
    pub escape: char,
    /// For null, and for no bytes where these are no value.
    pub null: String,
    /// How values are written.
    pub style: Style,
}

impl Default for Dialect {
    /// RFC 4180, with values as COPY writes them without options.
    fn default() -> Self {
        Dialect { header: true, delimiter: ',', quote: '"', escape: '"', null: String::new(), style: Style::copied() }
    }
}

impl Dialect {
    /// What COPY has without options: no header, and marks within marks behind a backslash.
    #[must_use]
    pub fn cqlsh() -> Self {
        Dialect { header: false, escape: '\\', ..Dialect::default() }
    }
}
