//! Refusals, by the kinds that Cassandra has.

use crate::{QueryError, QueryErrorKind, Result};

/// `InvalidRequestException`
pub(super) fn invalid<T>(message: impl Into<String>) -> Result<T> {
    Err(QueryError::invalid(message))
}

/// `ConfigurationException`
pub(super) fn configuration<T>(message: impl Into<String>) -> Result<T> {
    Err(QueryError::new(QueryErrorKind::Configuration, message))
}

/// `SyntaxException`
pub(super) fn syntax<T>(message: impl Into<String>) -> Result<T> {
    Err(QueryError::new(QueryErrorKind::Syntax, message))
}
