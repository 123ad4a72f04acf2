use cqlite_runtime::marshal::{compare_column_names, MarshalType, NativeType};
use cqlite_runtime::native::CqlType;

use super::user_types::UserTypes;
use super::{cql_type, DefinitionError, NamedColumn, TableDefinition};
use crate::partitioner::Partitioner;
use crate::Keys;

/// The longest name of a keyspace (`SchemaConstants.NAME_LENGTH`).
const MOST_KEYSPACE: usize = 48;
/// The longest name of a table (`SchemaConstants.TABLE_NAME_LENGTH`).
const MOST_TABLE: usize = 222;
/// The longest TTL that CQL takes, twenty years in seconds (`Attributes.MAX_TTL`).
pub const MAX_TTL: i64 = 20 * 365 * 24 * 60 * 60;

/// Creates a table of a keyspace: `CREATE TABLE` by calls. What is wrong is said by [`build`](Self::build).
///
/// ```
/// use cqlite_schema::CreateTable;
/// let table = CreateTable::new("shop", "orders")
///     .user_type("address", [("street", "text"), ("zip", "int")])
///     .partition_key("customer", "uuid")
///     .clustering_desc("at", "timestamp")
///     .column("items", "map<text, int>")
///     .column("to", "frozen<address>")
///     .static_column("name", "text")
///     .build()?;
/// assert_eq!(table.regular_columns[0].name, "to");
/// # Ok::<(), cqlite_schema::DefinitionError>(())
/// ```
#[derive(Debug, Clone)]
pub struct CreateTable {
    types: UserTypes,
    table: TableDefinition,
    default_ttl: i64,
    wrong: Option<DefinitionError>,
}

impl CreateTable {
    /// A table without columns, ordered by `Murmur3Partitioner`.
    #[must_use]
    pub fn new(keyspace: &str, name: &str) -> Self {
        let wrong = [(keyspace, "a keyspace", MOST_KEYSPACE), (name, "a table", MOST_TABLE)];
        let is_word = |name: &str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        let wrong = wrong.into_iter().find(|(name, _, most)| !is_word(name) || !(1..=*most).contains(&name.len()));
        CreateTable {
            types: UserTypes::new(keyspace),
            table: TableDefinition {
                keyspace: keyspace.to_owned(),
                name: name.to_owned(),
                partition_key: Vec::new(),
                clustering: Vec::new(),
                static_columns: Vec::new(),
                regular_columns: Vec::new(),
                partitioner: Partitioner::Murmur3,
                default_ttl: 0,
            },
            default_ttl: 0,
            wrong: wrong.map(|(name, of, _)| DefinitionError::Name { of, name: name.to_owned() }),
        }
    }

    /// Does something, unless something was wrong before.
    fn then(mut self, step: impl FnOnce(&mut Self) -> Result<(), DefinitionError>) -> Self {
        if self.wrong.is_none() {
            self.wrong = step(&mut self).err();
        }
        self
    }

    /// Creates a user type of the keyspace, which columns and types that follow may use (`CREATE TYPE`).
    #[must_use]
    pub fn user_type<'f>(self, name: &str, fields: impl IntoIterator<Item = (&'f str, &'f str)>) -> Self {
        let fields: Vec<(&str, &str)> = fields.into_iter().collect();
        self.then(|own| own.types.create(name, &fields))
    }

    /// Adds a column to the partition key. Its name is taken as it is, and its type is in CQL.
    #[must_use]
    pub fn partition_key(self, name: &str, ty: &str) -> Self {
        self.then(|own| {
            let column = own.key_column(name, ty, false)?;
            own.table.partition_key.push(column);
            Ok(())
        })
    }

    /// Adds a clustering column in ascending order.
    #[must_use]
    pub fn clustering(self, name: &str, ty: &str) -> Self {
        self.clustering_in(name, ty, false)
    }

    /// Adds a clustering column in descending order.
    #[must_use]
    pub fn clustering_desc(self, name: &str, ty: &str) -> Self {
        self.clustering_in(name, ty, true)
    }

    fn clustering_in(self, name: &str, ty: &str, is_reversed: bool) -> Self {
        self.then(|own| {
            let column = own.key_column(name, ty, is_reversed)?;
            own.table.clustering.push(column);
            Ok(())
        })
    }

    /// Adds a column.
    #[must_use]
    pub fn column(self, name: &str, ty: &str) -> Self {
        self.then(|own| {
            let column = own.other_column(name, ty)?;
            own.table.regular_columns.push(column);
            Ok(())
        })
    }

    /// Adds a static column.
    #[must_use]
    pub fn static_column(self, name: &str, ty: &str) -> Self {
        self.then(|own| {
            let column = own.other_column(name, ty)?;
            own.table.static_columns.push(column);
            Ok(())
        })
    }

    /// Orders partitions otherwise. A local one orders them by the type of the key.
    #[must_use]
    pub fn partitioner(mut self, partitioner: Partitioner) -> Self {
        self.table.partitioner = partitioner;
        self
    }

    /// What is written without a TTL expires after so many seconds (`default_time_to_live`).
    #[must_use]
    pub fn default_ttl(mut self, seconds: i64) -> Self {
        self.default_ttl = seconds;
        self
    }

    /// The table.
    ///
    /// # Errors
    /// What Cassandra refuses of it.
    ///
    /// Reference: `CreateTableStatement`, `TableMetadata.validate`.
    pub fn build(self) -> Result<TableDefinition, DefinitionError> {
        let CreateTable { mut table, default_ttl, wrong, .. } = self;
        if let Some(wrong) = wrong {
            return Err(wrong);
        }
        if table.partition_key.is_empty() {
            return Err(DefinitionError::NoPartitionKey);
        }
        if let (Some(column), true) = (table.static_columns.first(), table.clustering.is_empty()) {
            return Err(DefinitionError::StaticWithoutClustering { column: column.name.clone() });
        }
        if !(0..=MAX_TTL).contains(&default_ttl) {
            return Err(DefinitionError::Ttl { found: default_ttl, most: MAX_TTL });
        }
        table.default_ttl = i32::try_from(default_ttl).unwrap_or_default();
        if table.has_counters() {
            let all = table.static_columns.iter().chain(&table.regular_columns);
            if let Some(other) = all.into_iter().find(|column| !column.ty.marshal.is_counter()) {
                return Err(DefinitionError::MixedCounters { column: other.name.clone() });
            }
            if default_ttl > 0 {
                return Err(DefinitionError::CounterTtl);
            }
        }
        for columns in [&mut table.static_columns, &mut table.regular_columns] {
            columns.sort_by(|a, b| {
                let sorts = a.ty.is_multi_cell.cmp(&b.ty.is_multi_cell);
                sorts.then_with(|| compare_column_names(a.name.as_bytes(), b.name.as_bytes()))
            });
        }
        // An order of its own has none but a local partitioner, which takes it from the type of the key.
        let keys = Keys::new(table.partitioner.name(), &table.key_type().marshal);
        table.partitioner = keys.map_or(table.partitioner, |keys| keys.partitioner);
        Ok(table)
    }

    /// A column of the primary key.
    fn key_column(&self, name: &str, ty: &str, is_reversed: bool) -> Result<NamedColumn, DefinitionError> {
        let ty = self.typed(name, ty)?;
        if ty.is_multi_cell() || ty.is_counter() || has_duration(&ty) {
            return Err(DefinitionError::KeyType { column: name.to_owned(), ty: ty.cql_name() });
        }
        let ty = if is_reversed { MarshalType::Reversed(Box::new(ty)) } else { ty };
        Ok(named(name, &ty))
    }

    fn other_column(&self, name: &str, ty: &str) -> Result<NamedColumn, DefinitionError> {
        let ty = self.typed(name, ty)?;
        if let MarshalType::User(user) = &ty {
            let nested = user.fields.iter().find(|field| user.multi_cell && field.ty.is_multi_cell());
            if let Some(field) = nested {
                return Err(DefinitionError::NestedNonFrozen { ty: field.ty.cql_name() });
            }
        }
        Ok(named(name, &ty))
    }

    fn typed(&self, name: &str, ty: &str) -> Result<MarshalType, DefinitionError> {
        let table = &self.table;
        let mut all = table.partition_key.iter().chain(&table.clustering);
        let mut others = table.static_columns.iter().chain(&table.regular_columns);
        if name.is_empty() {
            return Err(DefinitionError::Name { of: "a column", name: String::new() });
        }
        if all.any(|column| column.name == name) || others.any(|column| column.name == name) {
            return Err(DefinitionError::Duplicate { of: "columns", name: name.to_owned() });
        }
        cql_type::parse(ty, &self.types)
    }
}

/// The type as readers take it, by the name that Cassandra gives it.
fn named(name: &str, ty: &MarshalType) -> NamedColumn {
    let text = ty.to_string();
    let ty = CqlType::new(text).unwrap_or_else(|_| CqlType::from(ty.clone()));
    NamedColumn { name: name.to_owned(), ty }
}

/// Reference: `AbstractType.referencesDuration`.
fn has_duration(ty: &MarshalType) -> bool {
    *ty == MarshalType::Native(NativeType::Duration) || ty.sub_types().into_iter().any(has_duration)
}
