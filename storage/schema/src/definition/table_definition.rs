use cqlite_format::statistics::{Column as StoredColumn, ColumnList, SerializationHeader};
use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::native::CqlType;

use super::DefinitionError;
use crate::partitioner::{Partitioner, PartitionerError};
use crate::{Column, Keys, TableSchema};

/// A column with its name and the type that headers of SSTables say it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedColumn {
    /// The name.
    pub name: String,
    /// The type; of a clustering column in descending order it is reversed.
    pub ty: CqlType,
}

/// A table with the names of all its columns: what is written is of one.
#[derive(Debug, Clone)]
pub struct TableDefinition {
    /// The keyspace.
    pub keyspace: String,
    /// The table.
    pub name: String,
    /// Columns of the partition key, in its order.
    pub partition_key: Vec<NamedColumn>,
    /// Clustering columns, in their order.
    pub clustering: Vec<NamedColumn>,
    /// Static columns, in the order of rows.
    pub static_columns: Vec<NamedColumn>,
    /// The other columns, in the order of rows.
    pub regular_columns: Vec<NamedColumn>,
    /// The order of the partitions.
    pub partitioner: Partitioner,
    /// The TTL of what is written without one, in seconds; 0 for none.
    pub default_ttl: i32,
}

impl TableDefinition {
    /// The table of an SSTable, whose header does not say its name, nor those of the columns of its primary key: these are called `$pk0`,
    /// `$pk1`, …, `$ck0`, ….
    ///
    /// # Errors
    /// A partitioner that is not Cassandra's own, or a column that no statement can name.
    pub fn of_header(header: &SerializationHeader, partitioner: &str) -> Result<Self, DefinitionError> {
        let numbered = |prefix: &str, types: &[CqlType]| {
            let column = |(i, ty): (usize, &CqlType)| NamedColumn { name: format!("{prefix}{i}"), ty: ty.clone() };
            types.iter().enumerate().map(column).collect()
        };
        let named = |columns: &ColumnList| {
            let column = |column: &StoredColumn| match String::from_utf8(column.name.data.clone()) {
                Ok(name) => Ok(NamedColumn { name, ty: column.column_type.clone() }),
                Err(e) => Err(DefinitionError::ColumnName { name: e.into_bytes() }),
            };
            columns.columns.iter().map(column).collect::<Result<Vec<_>, _>>()
        };
        let key: Vec<CqlType> = match &header.key_type.marshal {
            MarshalType::Composite(types) => types.iter().map(|ty| ty.clone().into()).collect(),
            _ => vec![header.key_type.clone()],
        };
        Ok(TableDefinition {
            keyspace: String::new(),
            name: String::new(),
            partition_key: numbered("$pk", &key),
            clustering: numbered("$ck", &header.clustering_types),
            static_columns: named(&header.static_columns)?,
            regular_columns: named(&header.regular_columns)?,
            partitioner: Keys::new(partitioner, &header.key_type.marshal)?.partitioner,
            default_ttl: 0,
        })
    }

    /// The table as SSTables tell it.
    ///
    /// # Errors
    /// A partitioner that is not Cassandra's own.
    pub fn schema(&self) -> Result<TableSchema, PartitionerError> {
        let columns = |named: &[NamedColumn]| {
            named.iter().map(|c| Column { name: c.name.clone().into_bytes(), ty: c.ty.marshal.clone() }).collect()
        };
        Ok(TableSchema {
            keys: Keys::new(self.partitioner.name(), &self.key_type().marshal)?,
            clustering: self.clustering.iter().map(|column| column.ty.marshal.clone()).collect(),
            static_columns: columns(&self.static_columns),
            regular_columns: columns(&self.regular_columns),
        })
    }

    /// The type of the partition key: of several columns a composite.
    #[must_use]
    pub fn key_type(&self) -> CqlType {
        match &*self.partition_key {
            [one] => one.ty.clone(),
            several => {
                let names: Vec<&str> = several.iter().map(|column| column.ty.name.as_str()).collect();
                let marshal = MarshalType::Composite(several.iter().map(|column| column.ty.marshal.clone()).collect());
                let name = format!("{}({})", class_of(&marshal), names.join(","));
                CqlType { name, ..marshal.into() }
            }
        }
    }

    /// Whether its columns are counters.
    #[must_use]
    pub fn has_counters(&self) -> bool {
        self.static_columns.iter().chain(&self.regular_columns).any(|column| column.ty.marshal.is_counter())
    }

    /// The columns of static rows, or of the others.
    #[must_use]
    pub fn columns(&self, is_static: bool) -> &[NamedColumn] {
        if is_static {
            &self.static_columns
        } else {
            &self.regular_columns
        }
    }
}

/// A type's class without its arguments.
fn class_of(ty: &MarshalType) -> String {
    let name = ty.to_string();
    name.split('(').next().unwrap_or_default().to_owned()
}
