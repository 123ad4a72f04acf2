//! Tables that are described by code: what `CREATE TYPE` and `CREATE TABLE` say, with what Cassandra refuses of it.

mod cql_type;
mod create_table;
mod error;
mod table_definition;
#[cfg(test)]
mod tests;
mod user_types;

pub use create_table::{CreateTable, MAX_TTL};
pub use error::DefinitionError;
pub use table_definition::{NamedColumn, TableDefinition};
