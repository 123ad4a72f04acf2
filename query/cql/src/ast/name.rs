//! Names of things.

use crate::span::Span;

/// A name: as it was quoted, or in lower case.
#[derive(Debug, Clone)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Whether it was within quotation marks.
    pub quoted: bool,
    /// Where it stands.
    pub span: Span,
}

impl PartialEq for Name {
    fn eq(&self, other: &Name) -> bool {
        self.text == other.text
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&crate::keyword::quoted(&self.text))
    }
}

/// A table, view, index or type, with its keyspace or without.
#[derive(Debug, Clone, PartialEq)]
pub struct TableName {
    /// The keyspace, if it is said.
    pub keyspace: Option<Name>,
    /// The name within the keyspace.
    pub name: Name,
}

impl std::fmt::Display for TableName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.keyspace {
            Some(keyspace) => write!(f, "{keyspace}.{}", self.name),
            None => self.name.fmt(f),
        }
    }
}

/// A function, with its keyspace or without.
pub type FunctionName = TableName;
