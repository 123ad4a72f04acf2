//! Functions that fail.

use crate::{QueryError, QueryErrorKind};

/// What is no error of a statement for Cassandra but one of the server: the class of the exception and its message.
pub(crate) fn thrown(class: &str, message: impl std::fmt::Display) -> QueryError {
    QueryError::new(QueryErrorKind::Function, format!("{class}: {message}"))
}

/// Bytes that are no value of the type that a column or function says they are.
pub(crate) fn malformed(error: cqlite_types::ValueError) -> QueryError {
    QueryError::storage(error)
}

/// `FunctionExecutionException`.
pub(crate) fn failed(function: &str, types: &str, detail: impl std::fmt::Display) -> QueryError {
    QueryError::new(QueryErrorKind::Function, format!("execution of '{function}[{types}]' failed: {detail}"))
}
