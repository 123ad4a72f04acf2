//! Statements that have no answer.

use std::fmt;

use cqlite_cql::{Span, SyntaxError};

/// What queries return.
pub type Result<T> = std::result::Result<T, QueryError>;

/// Why a statement has no answer.
#[derive(Debug)]
pub struct QueryError {
    kind: QueryErrorKind,
    message: String,
    span: Option<Span>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// The kinds of errors, as Cassandra's protocol tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueryErrorKind {
    /// The text is no statement (`SyntaxException`).
    Syntax,
    /// The statement means nothing for these tables (`InvalidRequestException`).
    Invalid,
    /// The schema that it would make is none (`ConfigurationException`).
    Configuration,
    /// A function failed (`FunctionExecutionException`).
    Function,
    /// The statement is right, and this program cannot do it.
    Unsupported,
    /// Files cannot be read, or are damaged.
    Storage,
}

impl QueryError {
    /// An error of a kind.
    pub fn new(kind: QueryErrorKind, message: impl Into<String>) -> QueryError {
        QueryError { kind, message: message.into(), span: None, source: None }
    }

    /// A statement that means nothing for these tables.
    pub fn invalid(message: impl Into<String>) -> QueryError {
        QueryError::new(QueryErrorKind::Invalid, message)
    }

    /// A statement that is right, and that this program cannot do.
    pub fn unsupported(message: impl Into<String>) -> QueryError {
        QueryError::new(QueryErrorKind::Unsupported, message)
    }

    /// Files that cannot be read.
    pub fn storage(error: impl std::error::Error + Send + Sync + 'static) -> QueryError {
        QueryError { source: Some(Box::new(error)), ..QueryError::new(QueryErrorKind::Storage, "") }
    }

    /// The same with the part of the statement that it is about, unless it has one.
    #[must_use]
    pub fn at(mut self, span: Span) -> QueryError {
        self.span = self.span.or(Some(span));
        self
    }

    /// Its kind.
    pub fn kind(&self) -> QueryErrorKind {
        self.kind
    }

    /// What is wrong with files, where that is what it is.
    ///
    /// # Errors
    /// The error itself where it is another one.
    pub fn into_storage(mut self) -> std::result::Result<Box<dyn std::error::Error + Send + Sync>, QueryError> {
        match self.source.take() {
            Some(source) => Ok(source),
            None => Err(self),
        }
    }

    /// The part of the statement that it is about.
    pub fn span(&self) -> Option<Span> {
        self.span
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            Some(source) if self.message.is_empty() => source.fmt(f),
            _ => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for QueryError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

impl From<SyntaxError> for QueryError {
    fn from(error: SyntaxError) -> QueryError {
        QueryError { span: Some(error.span()), ..QueryError::new(QueryErrorKind::Syntax, error.to_string()) }
    }
}
