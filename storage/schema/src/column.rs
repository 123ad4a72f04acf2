use std::cmp::Ordering;

use cqlite_runtime::marshal::{compare_column_names, MarshalType, NativeType, UserType};

/// Type of the paths of a list's cells.
const LIST_PATH: &MarshalType = &MarshalType::Native(NativeType::TimeUuid);
/// Type of the paths of a user type's cells: the index of the field.
const FIELD_PATH: &MarshalType = &MarshalType::Native(NativeType::Short);
/// Type of the values of a set's cells, whose elements are the paths.
const SET_VALUE: &MarshalType = &MarshalType::Native(NativeType::Empty);

/// A column that is not part of the primary key (`ColumnMetadata`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The name: UTF-8 in what Cassandra writes.
    pub name: Vec<u8>,
    /// The type.
    pub ty: MarshalType,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cells<'t> {
    /// One cell with the value.
    Simple,
    /// The elements of a collection.
    Collection {
        /// Type of the paths (`ColumnMetadata.cellPathComparator`).
        path: &'t MarshalType,
        /// Type of the values (`ColumnMetadata.cellValueType`).
        value: &'t MarshalType,
    },
    /// The fields of a user type, whose paths are their indexes.
    Fields(&'t UserType),
}

impl<'t> Cells<'t> {
    /// Those of a column of a type.
    #[must_use]
    pub fn of(ty: &'t MarshalType) -> Self {
        match ty {
            MarshalType::List { element, multi_cell: true } => Cells::Collection { path: LIST_PATH, value: element },
            MarshalType::Set { element, multi_cell: true } => Cells::Collection { path: element, value: SET_VALUE },
            MarshalType::Map { key, value, multi_cell: true } => Cells::Collection { path: key, value },
            MarshalType::User(user) if user.multi_cell => Cells::Fields(user),
            _ => Cells::Simple,
        }
    }

    /// Whether there may be several (`ColumnMetadata.isComplex`).
    #[must_use]
    pub fn is_complex(&self) -> bool {
        !matches!(self, Cells::Simple)
    }

    /// Type of the cells' paths, which are in its order.
    #[must_use]
    pub fn path_type(&self) -> Option<&'t MarshalType> {
        match self {
            Cells::Simple => None,
            Cells::Collection { path, .. } => Some(path),
            Cells::Fields(_) => Some(FIELD_PATH),
        }
    }

    /// Whether cells have no values: those of sets.
    #[must_use]
    pub fn have_no_values(&self) -> bool {
        matches!(self, Cells::Collection { value, .. } if *value == SET_VALUE)
    }
}

impl Column {
    /// The name as text.
    ///
    /// # Errors
    /// It is not UTF-8.
    pub fn name(&self) -> Result<&str, std::str::Utf8Error> {
        std::str::from_utf8(&self.name)
    }

    /// What its cells are.
    #[must_use]
    pub fn cells(&self) -> Cells<'_> {
        Cells::of(&self.ty)
    }

    /// Whether its values are counters.
    #[must_use]
    pub fn is_counter(&self) -> bool {
        self.ty.is_counter()
    }

    /// The order in which rows have their columns: those of one cell first, each sort by name (`ColumnMetadata.compareTo`).
    #[must_use]
    pub fn compare(&self, other: &Self) -> Ordering {
        let sorts = self.cells().is_complex().cmp(&other.cells().is_complex());
        sorts.then_with(|| compare_column_names(&self.name, &other.name))
    }

    /// The first column of a list that is not after the one before it.
    #[must_use]
    pub fn first_unordered(columns: &[Self]) -> Option<usize> {
        columns.windows(2).position(|w| matches!(w, [a, b] if a.compare(b).is_ge())).map(|i| i + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str, ty: &str) -> Column {
        Column { name: name.as_bytes().to_vec(), ty: MarshalType::parse(ty).expect("a type") }
    }

    #[test]
    fn columns_of_one_cell_come_first() {
        let simple = |name: &str| column(name, "Int32Type");
        let set = |name: &str| column(name, "SetType(Int32Type)");
        assert_eq!(Column::first_unordered(&[simple("b"), simple("c"), set("a"), set("b")]), None);
        assert_eq!(Column::first_unordered(&[simple("b"), set("a"), simple("c")]), Some(2));
        assert_eq!(Column::first_unordered(&[simple("b"), simple("b")]), Some(1));
    }

    #[test]
    fn cells_of_frozen_types_are_values() {
        let map = column("m", "MapType(UTF8Type,Int32Type)");
        assert!(matches!(map.cells(), Cells::Collection { .. }) && !map.cells().have_no_values());
        assert!(column("s", "SetType(Int32Type)").cells().have_no_values());
        assert_eq!(column("f", "FrozenType(MapType(UTF8Type,Int32Type))").cells(), Cells::Simple);
        assert_eq!(column("l", "ListType(Int32Type)").cells().path_type(), Some(LIST_PATH));
    }
}
