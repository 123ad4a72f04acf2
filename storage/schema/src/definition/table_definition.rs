use cqlite_runtime::native::CqlType;

use crate::partitioner::Partitioner;
use crate::TableSchema;

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
    /// The table of an SSTable, which does not say its name, nor those of the columns of its primary key: these are called `$pk0`, `$pk1`, …,
    /// `$ck0`, ….
    #[must_use]
    pub fn of_schema(schema: &TableSchema) -> Self {
        let numbered = |prefix: &str, types: &[cqlite_runtime::marshal::MarshalType]| {
            let column = |(i, ty): (usize, &cqlite_runtime::marshal::MarshalType)| NamedColumn {
                name: format!("{prefix}{i}"),
                ty: ty.clone().into(),
            };
            types.iter().enumerate().map(column).collect()
        };
        let named = |columns: &[crate::Column]| {
            let column = |column: &crate::Column| NamedColumn {
                name: String::from_utf8_lossy(&column.name).into_owned(),
                ty: column.ty.clone().into(),
            };
            columns.iter().map(column).collect()
        };
        TableDefinition {
            keyspace: String::new(),
            name: String::new(),
            partition_key: numbered("$pk", schema.key_columns()),
            clustering: numbered("$ck", &schema.clustering),
            static_columns: named(&schema.static_columns),
            regular_columns: named(&schema.regular_columns),
            partitioner: schema.keys.partitioner.clone(),
            default_ttl: 0,
        }
    }

    /// The type of the partition key: of several columns a composite.
    #[must_use]
    pub fn key_type(&self) -> CqlType {
        use cqlite_runtime::marshal::MarshalType;
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
fn class_of(ty: &cqlite_runtime::marshal::MarshalType) -> String {
    let name = ty.to_string();
    name.split('(').next().unwrap_or_default().to_owned()
}
