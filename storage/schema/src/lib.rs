//! What a table is: its columns, their types and order, and the order of its partitions.

pub mod compatible;
pub mod partitioner;

mod column;
mod definition;
mod foreign;
mod keys;
mod misspelt;
mod table_schema;
mod union;

pub use column::{Cells, Column};
pub use definition::{CreateTable, DefinitionError, NamedColumn, TableDefinition, MAX_TTL};
pub use foreign::foreign_class;
pub use keys::Keys;
pub use misspelt::{misspelt_class, misspelt_name};
pub use table_schema::TableSchema;
pub use union::{ColumnMap, SchemaConflict};
