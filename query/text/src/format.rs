use std::fmt;
use std::str::FromStr;

/// What an answer is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Columns side by side, as cqlsh prints them.
    Table,
    /// A line a column, as cqlsh prints them after `EXPAND ON`.
    Expanded,
    /// One array of objects.
    Json,
    /// An object a line.
    Jsonl,
    /// Values with commas between them.
    Csv,
    /// Values with tabs between them.
    Tsv,
    /// Statements that write the rows again.
    Cql,
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 7] =
        [Self::Table, Self::Expanded, Self::Json, Self::Jsonl, Self::Csv, Self::Tsv, Self::Cql];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Expanded => "expanded",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Cql => "cql",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|format| format.name() == text);
        found.ok_or_else(|| format!("{text} is no format: {}", Self::ALL.map(Format::name).join(", ")))
    }
}
