//! DESCRIBE.

use super::{FunctionName, Name, TableName};

/// A DESCRIBE statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Describe {
    /// What is described.
    pub what: DescribeWhat,
    /// Whether ids and dropped columns are shown too.
    pub with_internals: bool,
}

/// What is described.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "each is what it is called")]
pub enum DescribeWhat {
    Cluster,
    Schema {
        full: bool,
    },
    Keyspaces,
    Keyspace {
        name: Option<Name>,
        only: bool,
    },
    Tables,
    Table(TableName),
    Index(TableName),
    View(TableName),
    Types,
    Type(TableName),
    Functions,
    Function(FunctionName),
    Aggregates,
    Aggregate(FunctionName),
    /// A keyspace, table, index or view.
    Any(TableName),
}
