//! CQL over SSTables: what the tables are, what a statement means, and its answer.

mod error;
mod exec;
mod explain;
pub mod function;
mod read;
mod release;
mod restrict;
pub mod schema;
mod scope;
mod select;
mod session;
pub mod term;
mod value;

pub use error::{QueryError, QueryErrorKind, Result};
pub use exec::{ResultColumn, ResultSink};
pub use explain::Explanation;
pub use release::Release;
pub use session::{is_system, Done, Session, TableSource};

/// A value in the bytes that Cassandra stores and sends: null is nothing. Of no bytes are the values that its types call empty.
pub type Value = Option<Vec<u8>>;
