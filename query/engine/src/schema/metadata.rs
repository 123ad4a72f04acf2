//! Keyspaces and tables, as `org.apache.cassandra.schema` has them.

use std::collections::BTreeMap;

use cqlite_runtime::marshal::{maybe_quote, MarshalType, UserType};
use cqlite_schema::partitioner::Partitioner;

use crate::Release;

/// All keyspaces that are known.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    /// By name.
    pub keyspaces: BTreeMap<String, Keyspace>,
    /// When statements that drop columns and have no time of their own are taken to be executed, in microseconds since 1970. None: those that
    /// are executed now are executed now; when those of files were is not known.
    pub clock: Option<i64>,
}

/// A keyspace.
#[derive(Debug, Clone, Default)]
pub struct Keyspace {
    /// Its name.
    pub name: String,
    /// Options of its replication, `class` among them, in their order.
    pub replication: Vec<(String, String)>,
    /// Whether writes go through the commit log.
    pub durable_writes: bool,
    /// Tables and materialized views, by name.
    pub tables: BTreeMap<String, TableMetadata>,
    /// User-defined types, by name; not frozen.
    pub types: BTreeMap<String, UserType>,
    /// User-defined functions and aggregates.
    pub functions: Vec<FunctionMetadata>,
}

/// A table or materialized view.
#[derive(Debug, Clone)]
pub struct TableMetadata {
    /// The keyspace.
    pub keyspace: String,
    /// The name.
    pub name: String,
    /// The id, if it is known: 32 hexadecimal digits.
    pub id: Option<String>,
    /// What it is.
    pub kind: TableKind,
    /// The order of partitions.
    pub partitioner: Partitioner,
    /// Whose rules its statements and its description follow.
    pub release: Release,
    /// All columns, in the order of `SELECT *`: partition key, clustering, static ones, others (each by name).
    pub columns: Vec<ColumnMetadata>,
    /// Columns that were dropped, by name: of those that were dropped and not added again, and of those that were.
    pub dropped: BTreeMap<String, DroppedColumn>,
    /// Secondary indexes.
    pub indexes: Vec<IndexMetadata>,
    /// Options as `WITH` has them, name and value as DESCRIBE prints it, without clustering order and compact storage.
    pub options: BTreeMap<String, String>,
    /// The seconds after which what was written without a TTL expires; 0 for never.
    pub default_ttl: i32,
    /// For how many seconds tombstones are kept.
    pub gc_grace_seconds: i64,
    /// Whether it was made `WITH COMPACT STORAGE` (a table without the flag `compound`, or `dense`, or a thrift table).
    pub is_compact: bool,
    /// Of a compact table: whether its clustering columns are all of its cells' names (`dense`).
    pub is_dense: bool,
    /// Of a compact table: whether cells' names have several parts (`compound`). Other tables have it.
    pub is_compound: bool,
    /// Whether it was a super column family (`super`).
    pub is_super: bool,
    /// Columns of a compact table that SSTables have and CQL does not: in no statement, in no answer.
    pub hidden: Vec<ColumnMetadata>,
    /// Triggers: names and classes.
    pub triggers: BTreeMap<String, String>,
    /// The names of what it has been made from are not known: only an SSTable's header is.
    pub from_header: bool,
}

/// What a table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableKind {
    /// A table of its own.
    Table,
    /// A materialized view.
    View {
        /// The table that it is of.
        base: String,
        /// Its WHERE clause.
        where_clause: String,
        /// Whether all columns of the base table are in it.
        include_all_columns: bool,
    },
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMetadata {
    /// Its name.
    pub name: String,
    /// Its type; of a clustering column in descending order it is reversed.
    pub ty: MarshalType,
    /// What it is of the table.
    pub kind: ColumnKind,
    /// MASKED WITH: the function's name and its arguments as CQL has them.
    pub mask: Option<String>,
    /// CHECK of 6.0: what its values have to fulfil, as CQL has it.
    pub constraints: Vec<String>,
}

/// What a column is of its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColumnKind {
    /// Of the partition key, and where.
    PartitionKey(usize),
    /// Of the clustering, and where.
    Clustering(usize),
    /// Once a partition.
    Static,
    /// Once a row.
    Regular,
}

/// A column that was dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DroppedColumn {
    /// Its type.
    pub ty: MarshalType,
    /// Whether it was static.
    pub is_static: bool,
    /// When, in microseconds since 1970: cells up to then are not seen. [`i64::MIN`] if it is not known: a file says DROP without a time.
    pub dropped_time: i64,
}

/// A secondary index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexMetadata {
    /// Its name.
    pub name: String,
    /// `COMPOSITES`, `CUSTOM` or `KEYS`.
    pub kind: String,
    /// Its options, `target` and `class_name` among them.
    pub options: Vec<(String, String)>,
}

/// A user-defined function or aggregate.
#[derive(Debug, Clone, PartialEq)]
pub struct FunctionMetadata {
    /// Its name.
    pub name: String,
    /// The types of its arguments.
    pub arguments: Vec<MarshalType>,
    /// The type of its result.
    pub returns: MarshalType,
    /// Whether it is an aggregate.
    pub is_aggregate: bool,
    /// Of a function, whether it is called for null.
    pub called_on_null: bool,
    /// Of an aggregate, its parts.
    pub parts: Option<AggregateParts>,
    /// As DESCRIBE prints it.
    pub described: String,
}

/// What an aggregate is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct AggregateParts {
    /// The function that takes a state and a row's values.
    pub state_function: String,
    /// The type of states.
    pub state: MarshalType,
    /// The function that makes the result of the last state.
    pub final_function: Option<String>,
    /// The first state, as CQL has it.
    pub initial: Option<String>,
}

impl TableMetadata {
    /// The column of a name.
    pub fn column(&self, name: &str) -> Option<&ColumnMetadata> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The columns of the partition key, in its order.
    pub fn partition_key(&self) -> impl Iterator<Item = &ColumnMetadata> {
        self.columns.iter().filter(|column| matches!(column.kind, ColumnKind::PartitionKey(_)))
    }

    /// The clustering columns, in their order.
    pub fn clustering(&self) -> impl Iterator<Item = &ColumnMetadata> {
        self.columns.iter().filter(|column| matches!(column.kind, ColumnKind::Clustering(_)))
    }

    /// Whether it has columns that partitions have once.
    pub fn has_static_columns(&self) -> bool {
        self.columns.iter().any(|column| column.kind == ColumnKind::Static)
    }

    /// Whether its columns are counters.
    pub fn is_counter(&self) -> bool {
        self.columns.iter().chain(&self.hidden).any(|column| column.ty.is_counter())
    }

    /// Whether it is a materialized view.
    pub fn is_view(&self) -> bool {
        matches!(self.kind, TableKind::View { .. })
    }

    /// Whether it is a compact table without clustering columns: each of its columns is one of the partition.
    pub fn is_static_compact(&self) -> bool {
        self.is_compact && !self.is_super && !self.is_dense && !self.is_compound
    }

    /// Its name with its keyspace's, as CQL has them.
    pub fn full_name(&self) -> String {
        format!("{}.{}", maybe_quote(&self.keyspace), maybe_quote(&self.name))
    }

    /// All columns that SSTables may have: also those that CQL does not show.
    pub fn all_columns(&self) -> impl Iterator<Item = &ColumnMetadata> {
        self.columns.iter().chain(&self.hidden)
    }
}

impl ColumnMetadata {
    /// Whether it is of the primary key.
    pub fn is_primary_key(&self) -> bool {
        matches!(self.kind, ColumnKind::PartitionKey(_) | ColumnKind::Clustering(_))
    }

    /// Whether its values are in descending order.
    pub fn is_reversed(&self) -> bool {
        self.ty.is_reversed()
    }

    /// The type of its values.
    pub fn value_type(&self) -> &MarshalType {
        self.ty.unreversed()
    }
}

impl Catalog {
    /// The table of a name, in a keyspace.
    pub fn table(&self, keyspace: &str, name: &str) -> Option<&TableMetadata> {
        self.keyspaces.get(keyspace)?.tables.get(name)
    }
}
