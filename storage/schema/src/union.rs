use std::fmt;

use cqlite_runtime::marshal::{MarshalType, UserType};

use crate::{compatible, Column, TableSchema};

/// Two SSTables that cannot be of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SchemaConflict {
    /// Different partitioners.
    Partitioner(&'static str, &'static str),
    /// Different types of the partition key.
    KeyType,
    /// Different types of clustering columns.
    Clustering,
    /// Different types of a column, neither of which has the values of the other.
    Column {
        /// The column's name.
        name: Vec<u8>,
        /// The types, as classes.
        types: [String; 2],
    },
}

impl fmt::Display for SchemaConflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SchemaConflict::Partitioner(a, b) => write!(f, "partitioners {a} and {b} in one table"),
            SchemaConflict::KeyType => f.write_str("different types of the partition key in one table"),
            SchemaConflict::Clustering => f.write_str("different types of the clustering columns in one table"),
            SchemaConflict::Column { name, types: [a, b] } => {
                write!(f, "column {} has type {a} in one SSTable, {b} in another", String::from_utf8_lossy(name))
            }
        }
    }
}

impl std::error::Error for SchemaConflict {}

/// Which columns of a table those of one of its SSTables are, by their indexes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnMap {
    statics: Vec<usize>,
    regulars: Vec<usize>,
}

impl ColumnMap {
    /// That of an SSTable's columns in a table that has them all.
    #[must_use]
    pub fn new(from: &TableSchema, table: &TableSchema) -> Self {
        let map = |is_static| {
            let to = table.columns(is_static);
            let index = |c: &Column| to.iter().position(|own| own.name == c.name).unwrap_or(usize::MAX);
            from.columns(is_static).iter().map(index).collect()
        };
        ColumnMap { statics: map(true), regulars: map(false) }
    }

    /// The table's index of a column.
    #[inline]
    #[must_use]
    pub fn index(&self, is_static: bool, column: usize) -> usize {
        let map = if is_static { &self.statics } else { &self.regulars };
        map.get(column).copied().unwrap_or(column)
    }
}

impl TableSchema {
    /// The table that has SSTables with these columns: all columns that one of them has.
    ///
    /// # Errors
    /// They cannot be of one table. Nothing comes of nothing.
    pub fn union<'t>(mut tables: impl Iterator<Item = &'t TableSchema>) -> Result<Option<TableSchema>, SchemaConflict> {
        let Some(first) = tables.next() else { return Ok(None) };
        tables.try_fold(first.clone(), |union, other| union.with(other)).map(Some)
    }

    fn with(mut self, other: &TableSchema) -> Result<Self, SchemaConflict> {
        let names = [&self, other].map(|table| table.keys.partitioner.name());
        if names[0] != names[1] {
            return Err(SchemaConflict::Partitioner(names[0], names[1]));
        }
        self.keys.key_type = match (self.keys.key_type, &other.keys.key_type) {
            (Some(a), Some(b)) => Some(unify(&a, b, compatible::order).ok_or(SchemaConflict::KeyType)?),
            (None, None) => None,
            _ => return Err(SchemaConflict::KeyType),
        };
        self.clustering =
            all(&self.clustering, &other.clustering, compatible::order).ok_or(SchemaConflict::Clustering)?;
        self.static_columns = columns(self.static_columns, &other.static_columns)?;
        self.regular_columns = columns(self.regular_columns, &other.regular_columns)?;
        Ok(self)
    }
}

fn columns(mut own: Vec<Column>, others: &[Column]) -> Result<Vec<Column>, SchemaConflict> {
    for other in others {
        let Some(column) = own.iter_mut().find(|column| column.name == other.name) else {
            own.push(other.clone());
            continue;
        };
        column.ty = unify(&column.ty, &other.ty, compatible::value).ok_or_else(|| SchemaConflict::Column {
            name: column.name.clone(),
            types: [&column.ty, &other.ty].map(ToString::to_string),
        })?;
    }
    own.sort_by(Column::compare);
    Ok(own)
}

/// What values of a type are for: they are kept, or rows and partitions are in their order.
type Compatible = fn(&MarshalType, &MarshalType) -> bool;

/// The type that has the values of both, and their order if that matters: user types get fields, and up to 3.x a type could become a more
/// general one. Where each has those of the other it is the first.
fn unify(a: &MarshalType, b: &MarshalType, of: Compatible) -> Option<MarshalType> {
    use MarshalType as T;
    let is_alike = a.is_multi_cell() == b.is_multi_cell();
    if a == b || (is_alike && of(a, b)) {
        return Some(a.clone());
    }
    if is_alike && of(b, a) {
        return Some(b.clone());
    }
    let boxed = |a: &T, b: &T, of| unify(a, b, of).map(Box::new);
    Some(match (a, b) {
        (T::Reversed(a), T::Reversed(b)) => T::Reversed(boxed(a, b, of)?),
        (T::List { element: a, multi_cell: m }, T::List { element: b, multi_cell: n }) if m == n => {
            T::List { element: boxed(a, b, of)?, multi_cell: *m }
        }
        // The elements of sets and the keys of maps are in order.
        (T::Set { element: a, multi_cell: m }, T::Set { element: b, multi_cell: n }) if m == n => {
            T::Set { element: boxed(a, b, compatible::order)?, multi_cell: *m }
        }
        (T::Map { key: k, value: v, multi_cell: m }, T::Map { key, value, multi_cell: n }) if m == n => {
            T::Map { key: boxed(k, key, compatible::order)?, value: boxed(v, value, of)?, multi_cell: *m }
        }
        (T::Tuple(a), T::Tuple(b)) => T::Tuple(all(a, b, of)?),
        (T::Composite(a), T::Composite(b)) => T::Composite(all(a, b, of)?),
        (T::Vector { element: a, dimension: m }, T::Vector { element: b, dimension: n }) if m == n => {
            T::Vector { element: boxed(a, b, of)?, dimension: *m }
        }
        (T::User(a), T::User(b)) => T::User(Box::new(user_type(a, b, of)?)),
        _ => return None,
    })
}

fn all(a: &[MarshalType], b: &[MarshalType], of: Compatible) -> Option<Vec<MarshalType>> {
    (a.len() == b.len()).then(|| a.iter().zip(b).map(|(a, b)| unify(a, b, of)).collect())?
}

fn user_type(a: &UserType, b: &UserType, of: Compatible) -> Option<UserType> {
    let (long, short) = if a.fields.len() >= b.fields.len() { (a, b) } else { (b, a) };
    let mut out = long.clone();
    for (field, other) in out.fields.iter_mut().zip(&short.fields) {
        field.ty = unify(&field.ty, &other.ty, of)?;
    }
    ((&a.name, a.multi_cell) == (&b.name, b.multi_cell)).then_some(out)
}

#[cfg(test)]
mod tests {
    use cqlite_runtime::marshal::NativeType;

    use super::*;

    fn unified(a: &str, b: &str) -> Option<String> {
        let parse = |text| MarshalType::parse(text).expect("a type");
        let found = unify(&parse(a), &parse(b), compatible::value);
        assert_eq!(found, unify(&parse(b), &parse(a), compatible::value));
        found.map(|ty| ty.cql_name())
    }

    #[test]
    fn types_get_fields_and_become_more_general() {
        assert_eq!(unified("UTF8Type", "AsciiType").as_deref(), Some("text"));
        assert_eq!(unified("ListType(Int32Type)", "ListType(IntegerType)").as_deref(), Some("list<varint>"));
        assert_eq!(unified("Int32Type", "UTF8Type"), None);
        // Elements of sets are in order: what was 2 < 10 is not as varints of other lengths are.
        assert_eq!(unified("SetType(Int32Type)", "SetType(IntegerType)"), None);
        // A column that was dropped as the one may be added as the other (`LongType.isValueCompatibleWithInternal`).
        let [long, timestamp] = [NativeType::Long, NativeType::Timestamp].map(MarshalType::from);
        assert_eq!(unify(&timestamp, &long, compatible::value), Some(timestamp.clone()));
        assert_eq!(unify(&long, &timestamp, compatible::value), Some(long));
        let ordered = |a, b| unify(&NativeType::into(a), &NativeType::into(b), compatible::order);
        assert_eq!(ordered(NativeType::Bytes, NativeType::Int32), None);
        assert_eq!(ordered(NativeType::Bytes, NativeType::Utf8), Some(NativeType::Bytes.into()));
        assert_eq!(unified("ListType(Int32Type)", "FrozenType(ListType(Int32Type))"), None);
        let [short, long] = ["", ",6d:Int32Type"].map(|more| format!("UserType(k,74,6e:UTF8Type{more})"));
        let Some(MarshalType::User(user)) = unify(
            &MarshalType::parse(&short).expect("a type"),
            &MarshalType::parse(&long).expect("a type"),
            compatible::value,
        ) else {
            panic!("no user type")
        };
        assert_eq!(user.fields.len(), 2);
    }

    #[test]
    fn columns_are_those_of_all() {
        let column = |name: &str, ty: &str| Column {
            name: name.as_bytes().to_vec(),
            ty: MarshalType::parse(ty).expect("a type"),
        };
        let table = |columns: &[(&str, &str)]| TableSchema {
            keys: crate::Keys::new("Murmur3Partitioner", &NativeType::Int32.into()).expect("a partitioner"),
            clustering: Vec::new(),
            static_columns: Vec::new(),
            regular_columns: columns.iter().map(|(name, ty)| column(name, ty)).collect(),
        };
        let (a, b) = (
            table(&[("b", "Int32Type"), ("m", "SetType(Int32Type)")]),
            table(&[("a", "Int32Type"), ("b", "Int32Type")]),
        );
        let union = TableSchema::union([&a, &b].into_iter()).expect("no conflict").expect("a table");
        assert_eq!(
            union.regular_columns,
            [column("a", "Int32Type"), column("b", "Int32Type"), column("m", "SetType(Int32Type)")]
        );
        let map = ColumnMap::new(&a, &union);
        assert_eq!([0, 1].map(|i| map.index(false, i)), [1, 2]);
        let conflict = TableSchema::union([&a, &table(&[("b", "UTF8Type")])].into_iter()).expect_err("a conflict");
        assert_eq!(conflict.to_string(), "column b has type org.apache.cassandra.db.marshal.Int32Type in one SSTable, org.apache.cassandra.db.marshal.UTF8Type in another");
    }
}
