use crate::dialect::Dialect;

/// How an answer is written.
#[derive(Debug, Clone)]
pub struct Options {
    /// Rows of a page of a table, whose columns have a width of their own; cqlsh asks for 100.
    pub page: usize,
    /// On a terminal every page has the names of the columns above it and an empty line below it.
    pub interactive: bool,
    /// In cqlsh's colours.
    pub color: bool,
    /// What statements of [`Format::Cql`](crate::Format::Cql) write to: the table's name, quoted where it has to be, with its keyspace.
    pub table: Option<String>,
    /// How CSV is written.
    pub dialect: Dialect,
}

impl Default for Options {
    fn default() -> Self {
        Options { page: 100, interactive: false, color: false, table: None, dialect: Dialect::default() }
    }
}
