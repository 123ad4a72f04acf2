//! What the names in a statement's values may refer to.

use crate::schema::{Catalog, TableMetadata};

/// What the names in a statement's values may refer to.
#[derive(Debug, Clone, Copy)]
pub struct Context<'c> {
    /// All that is known.
    pub catalog: &'c Catalog,
    /// The keyspace of the statement's table: of user-defined types and functions that are named without one.
    pub keyspace: Option<&'c str>,
    /// The table: what `token` is of.
    pub table: Option<&'c TableMetadata>,
}

impl<'c> Context<'c> {
    /// The context of a statement about a table.
    pub fn of(catalog: &'c Catalog, table: &'c TableMetadata) -> Context<'c> {
        Context { catalog, keyspace: Some(&table.keyspace), table: Some(table) }
    }
}
