//! Mistakes in a specification: where, what, and how to mend it.

use std::fmt;

/// A place in a `.ksy` file. Lines and columns count from 1.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pos {
    /// Index of the file in its [`crate::Sources`].
    pub file: usize,
    /// Line.
    pub line: u32,
    /// Column.
    pub col: u32,
}

/// One mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The file, relative to the root of the specification.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1.
    pub col: u32,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub help: Option<String>,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.col, self.message)?;
        match &self.help {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}

/// All mistakes found so far.
#[derive(Debug, Default)]
pub struct Diagnostics {
    files: Vec<String>,
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Registers a file and gives its index.
    pub fn add_file(&mut self, name: &str) -> usize {
        self.files.push(name.to_owned());
        self.files.len() - 1
    }

    /// Name of a file.
    pub fn file(&self, index: usize) -> &str {
        self.files.get(index).map_or("?", String::as_str)
    }

    /// Notes a mistake.
    pub fn error(&mut self, pos: &Pos, message: impl Into<String>) {
        self.push(pos, message.into(), None);
    }

    /// Notes a mistake and what would be right.
    pub fn error_help(&mut self, pos: &Pos, message: impl Into<String>, help: impl Into<String>) {
        self.push(pos, message.into(), Some(help.into()));
    }

    fn push(&mut self, pos: &Pos, message: String, help: Option<String>) {
        let d = Diagnostic { file: self.file(pos.file).to_owned(), line: pos.line, col: pos.col, message, help };
        // What else seems to be wrong at the same place follows from the first.
        if !self.found.iter().any(|f| (&f.file, f.line, f.col) == (&d.file, d.line, d.col)) {
            self.found.push(d);
        }
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The mistakes, in the order of files and lines.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.found.sort_by(|a, b| (&a.file, a.line, a.col).cmp(&(&b.file, b.line, b.col)));
        self.found
    }
}
