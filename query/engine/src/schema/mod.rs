//! What the tables are: keyspaces, tables, types, indexes, views, functions.
//!
//! Where it is known from: statements ([`Catalog::execute`]), files of them, `system_schema` SSTables, or nothing but an SSTable's header.

mod check_header;
mod columns;
mod context;
pub(crate) mod cql_type;
pub mod describe;
mod execute;
pub mod files;
mod from_header;
mod from_sstables;
mod index_table;
pub(crate) mod java_order;
mod metadata;
mod options;
mod properties;
mod refuse;
mod text;

pub use check_header::{check_header, HeaderColumn, HeaderMap, TableColumn};
pub use from_header::{from_header, user_types};
pub use from_sstables::{from_folder, from_sstables};
pub use index_table::index_table;
pub use metadata::{
    AggregateParts, Catalog, ColumnKind, ColumnMetadata, DroppedColumn, FunctionMetadata, IndexMetadata, Keyspace,
    TableKind, TableMetadata,
};
