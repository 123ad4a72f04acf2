//! What DESCRIBE lists.

use cqlite_runtime::marshal::maybe_quote;

use super::signature;
use crate::schema::metadata::{FunctionMetadata, IndexMetadata, Keyspace, TableMetadata};

/// One thing that DESCRIBE describes: a row of its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element<'k> {
    /// The keyspace, within quotation marks if need be.
    pub keyspace: std::borrow::Cow<'k, str>,
    /// `keyspace`, `type`, `function`, `aggregate`, `table`, `index` or `materialized_view`.
    pub what: &'static str,
    /// The name, within quotation marks if need be.
    pub name: std::borrow::Cow<'k, str>,
    /// The statement that makes it; empty where names are listed only.
    pub create_statement: String,
}

impl<'k> Element<'k> {
    pub(super) fn new(
        keyspace: &'k Keyspace,
        what: &'static str,
        name: &'k str,
        create_statement: String,
    ) -> Element<'k> {
        Element { keyspace: maybe_quote(&keyspace.name), what, name: maybe_quote(name), create_statement }
    }

    pub(super) fn named(keyspace: &'k Keyspace, what: &'static str, name: &'k str) -> Element<'k> {
        Element::new(keyspace, what, name, String::new())
    }

    pub(super) fn function(keyspace: &'k Keyspace, what: &'static str, function: &FunctionMetadata) -> Element<'k> {
        let (name, create_statement) = (signature(function).into(), function.described.clone());
        Element { keyspace: maybe_quote(&keyspace.name), what, name, create_statement }
    }
}

/// All indexes of a keyspace, with their tables.
pub(super) fn indexes(keyspace: &Keyspace) -> impl Iterator<Item = (&TableMetadata, &IndexMetadata)> {
    keyspace.tables.values().flat_map(|table| table.indexes.iter().map(move |index| (table, index)))
}
