//! Whether an SSTable can be of a table, and which of the table's columns its own are.

use cqlite_runtime::marshal::{MarshalType, UserField};
use cqlite_schema::TableSchema;

use super::metadata::{ColumnKind, ColumnMetadata, TableMetadata};
use crate::{QueryError, QueryErrorKind, Result};
use cqlite_schema::compatible;

/// How an SSTable's columns are those of its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderMap {
    /// Of each of the header's static columns.
    pub static_columns: Vec<HeaderColumn>,
    /// Of each of the header's other columns.
    pub regular_columns: Vec<HeaderColumn>,
}

/// What a column of an SSTable is of its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderColumn {
    /// Which column.
    pub column: TableColumn,
    /// The type by which its values are to be read: the header's, but frozen where the table's is and the header does not say so, as versions
    /// up to 3.5 wrote it.
    pub ty: MarshalType,
    /// When the column was dropped, if it was, also if it was added again: cells up to then are not seen. In microseconds since 1970.
    pub dropped_time: Option<i64>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableColumn {
    /// One of its columns, by its index among [`TableMetadata::columns`].
    Shown(usize),
    /// One that CQL does not show, by its index among [`TableMetadata::hidden`].
    Hidden(usize),
    /// One that was dropped: its cells are not seen.
    Dropped,
}

/// Fits an SSTable's header into a table's schema, as Cassandra does when it opens one (`SerializationHeader.Component.toHeader`).
/// `sstable` names it in errors.
///
/// # Errors
/// A column that the table has with another type, or neither has nor had: the column and both types are named.
pub fn check_header(table: &TableMetadata, header: &TableSchema, sstable: &str) -> Result<HeaderMap> {
    let check = Check { table, sstable };
    check.partition_key(header)?;
    check.clustering(header)?;
    Ok(HeaderMap { static_columns: check.columns(header, true)?, regular_columns: check.columns(header, false)? })
}

struct Check<'c> {
    table: &'c TableMetadata,
    sstable: &'c str,
}

fn wrong<T>(text: String) -> Result<T> {
    Err(QueryError::new(QueryErrorKind::Configuration, text))
}

impl Check<'_> {
    fn types<T>(&self, column: &str, own: &MarshalType, found: &MarshalType) -> Result<T> {
        let (table, sstable) = (self.table.full_name(), self.sstable);
        wrong(format!(
            "{sstable}: column {column} of {table} has type {} in the schema, {} in the SSTable's header",
            shown(own),
            shown(found)
        ))
    }

    fn partition_key(&self, header: &TableSchema) -> Result<()> {
        let own: Vec<&ColumnMetadata> = self.table.partition_key().collect();
        // That of an index on a map is one of three types, of which headers before 5.0 do not say which.
        if header.keys.key_type.is_none() {
            return Ok(());
        }
        // One that is a composite by itself is one column of that type.
        if let ([one], Some(found @ MarshalType::Composite(_))) = (&*own, &header.keys.key_type) {
            return match fits(&one.ty, found, compatible::order).is_some() {
                true => Ok(()),
                false => self.types(&one.name, &one.ty, found),
            };
        }
        self.key("partition key", &own, header.key_columns())
    }

    fn clustering(&self, header: &TableSchema) -> Result<()> {
        let own: Vec<&ColumnMetadata> =
            self.table.all_columns().filter(|column| matches!(column.kind, ColumnKind::Clustering(_))).collect();
        self.key("clustering", &own, &header.clustering)
    }

    fn key(&self, what: &str, own: &[&ColumnMetadata], found: &[MarshalType]) -> Result<()> {
        for (column, found) in own.iter().zip(found) {
            if column.is_reversed() != found.is_reversed() || fits(&column.ty, found, compatible::order).is_none() {
                return self.types(&column.name, &column.ty, found);
            }
        }
        let (table, sstable) = (self.table.full_name(), self.sstable);
        match own.len() == found.len() {
            true => Ok(()),
            false => wrong(format!(
                "{sstable}: the {what} of {table} has {} columns in the schema ({}), {} in the SSTable's header ({})",
                own.len(),
                list(own.iter().map(|column| &column.ty)),
                found.len(),
                list(found)
            )),
        }
    }

    fn columns(&self, header: &TableSchema, is_static: bool) -> Result<Vec<HeaderColumn>> {
        header.columns(is_static).iter().map(|column| self.column(&column.name, &column.ty, is_static)).collect()
    }

    fn column(&self, name: &[u8], found: &MarshalType, is_static: bool) -> Result<HeaderColumn> {
        let kind = if is_static { ColumnKind::Static } else { ColumnKind::Regular };
        let is_it = |column: &ColumnMetadata| column.kind == kind && column.name.as_bytes() == name;
        let name = String::from_utf8_lossy(name);
        let dropped = self.table.dropped.get(&*name);
        let shown = self.table.columns.iter().position(is_it).map(TableColumn::Shown);
        let place = shown.or_else(|| self.table.hidden.iter().position(is_it).map(TableColumn::Hidden));
        let own = match place {
            Some(TableColumn::Shown(at)) => Some(&self.table.columns[at].ty),
            Some(TableColumn::Hidden(at)) => Some(&self.table.hidden[at].ty),
            _ => None,
        };
        let dropped_time = dropped.map(|dropped| dropped.dropped_time);
        let Some((own, column)) = own.zip(place) else {
            return match dropped {
                // Its values are skipped by the type that they have here.
                Some(_) => Ok(HeaderColumn { column: TableColumn::Dropped, ty: found.clone(), dropped_time }),
                None => {
                    let other =
                        self.table.any_column(&name).map(|other| format!(", where it is {}", called(other.kind)));
                    let (table, sstable) = (self.table.full_name(), self.sstable);
                    let (of, other) = (called(kind), other.unwrap_or_default());
                    wrong(format!(
                        "{sstable}: column {name} of type {}, {of} in the SSTable's header, is unknown in the schema of {table}{other}",
                        self::shown(found)
                    ))
                }
            };
        };
        match fits(own, found, compatible::value) {
            Some(ty) => Ok(HeaderColumn { column, ty, dropped_time }),
            None => self.types(&name, own, found),
        }
    }
}

fn called(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::PartitionKey(_) => "of the partition key",
        ColumnKind::Clustering(_) => "a clustering column",
        ColumnKind::Static => "a static one",
        ColumnKind::Regular => "a regular one",
    }
}

/// A type by its name in CQL, and its order if that is reversed.
fn shown(ty: &MarshalType) -> String {
    match ty {
        MarshalType::Reversed(of) => format!("{} (descending)", of.cql_name()),
        _ => ty.cql_name(),
    }
}

fn list<'t>(types: impl IntoIterator<Item = &'t MarshalType>) -> String {
    types.into_iter().map(shown).collect::<Vec<_>>().join(", ")
}

/// The type by which values are read that a header says are of type `found`, if they can be of type `own`.
fn fits(
    own: &MarshalType,
    found: &MarshalType,
    compatible: fn(&MarshalType, &MarshalType) -> bool,
) -> Option<MarshalType> {
    let found = as_frozen(own, found);
    // User types get fields: what was written before has fewer. Names of fields do not matter, they can be others by now. A type within
    // another one may have been altered here and not there: the longer one reads both.
    let fits = compatible(own, &found) || compatible(&found, own) && is_shorter(own, &found);
    fits.then_some(found)
}

/// Whether user types of the schema have fewer fields than in the SSTable: it is of a later time than the schema.
fn is_shorter(own: &MarshalType, found: &MarshalType) -> bool {
    match (own, found) {
        (MarshalType::User(own), MarshalType::User(found)) => {
            own.fields.len() < found.fields.len()
                || own.fields.iter().zip(&found.fields).any(|(own, found)| is_shorter(&own.ty, &found.ty))
        }
        _ => own.sub_types().into_iter().zip(found.sub_types()).any(|(own, found)| is_shorter(own, found)),
    }
}

/// The header's type with user types frozen where the schema's are: up to 3.5 headers did not say so. They are of the schema's keyspace: the
/// folder of a backup may be called otherwise.
fn as_frozen(own: &MarshalType, found: &MarshalType) -> MarshalType {
    use MarshalType as T;
    let boxed = |own: &T, found: &T| Box::new(as_frozen(own, found));
    match (own, found) {
        (T::User(own), T::User(user)) => {
            let fields = user.fields.iter().enumerate().map(|(at, field)| UserField {
                name: field.name.clone(),
                ty: own.fields.get(at).map_or_else(|| field.ty.clone(), |own| as_frozen(&own.ty, &field.ty)),
            });
            let mut user = (**user).clone();
            (user.fields, user.multi_cell) = (fields.collect(), user.multi_cell && own.multi_cell);
            user.keyspace.clone_from(&own.keyspace);
            T::User(Box::new(user))
        }
        (T::Reversed(own), T::Reversed(found)) => T::Reversed(boxed(own, found)),
        (T::List { element: own, .. }, T::List { element, multi_cell }) => {
            T::List { element: boxed(own, element), multi_cell: *multi_cell }
        }
        (T::Set { element: own, .. }, T::Set { element, multi_cell }) => {
            T::Set { element: boxed(own, element), multi_cell: *multi_cell }
        }
        (T::Map { key: k, value: v, .. }, T::Map { key, value, multi_cell }) => {
            T::Map { key: boxed(k, key), value: boxed(v, value), multi_cell: *multi_cell }
        }
        (T::Tuple(own), T::Tuple(found)) if own.len() == found.len() => {
            T::Tuple(own.iter().zip(found).map(|(own, found)| as_frozen(own, found)).collect())
        }
        (T::Vector { element: own, .. }, T::Vector { element, dimension }) => {
            T::Vector { element: boxed(own, element), dimension: *dimension }
        }
        _ => found.clone(),
    }
}
