//! Columns and types, looked up once.

use cqlite_format::data::SstableDataParams;
use cqlite_format::statistics::{Column as HeaderColumn, ColumnList, SerializationHeader};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::marshal::{MarshalType, NativeType};

use crate::metadata::foreign;

/// What a column's cells are checked by.
pub(super) struct Column {
    pub(super) shape: Shape,
    pub(super) is_counter: bool,
}

/// One cell or several, and of which types.
pub(super) enum Shape {
    /// One cell; the type, if its values can be checked.
    Simple(Option<MarshalType>),
    /// Cells by path; the types of paths and values, if they can be checked.
    Complex {
        path: Option<MarshalType>,
        value: Option<MarshalType>,
        /// Whether values are of no bytes: those of sets.
        is_set: bool,
    },
    /// Fields of a user type, by index.
    Fields(Vec<Option<MarshalType>>),
}

impl Column {
    fn new(ty: &MarshalType, is_multi_cell: bool, version: SstableVersion) -> Self {
        let some = |ty: &MarshalType| is_checkable(ty, version).then(|| ty.clone());
        let shape = match ty.unreversed() {
            MarshalType::List { element, .. } if is_multi_cell => {
                Shape::Complex { path: Some(NativeType::TimeUuid.into()), value: some(element), is_set: false }
            }
            MarshalType::Set { element, .. } if is_multi_cell => {
                Shape::Complex { path: some(element), value: Some(NativeType::Empty.into()), is_set: true }
            }
            MarshalType::Map { key, value, .. } if is_multi_cell => {
                Shape::Complex { path: some(key), value: some(value), is_set: false }
            }
            MarshalType::User(user) if is_multi_cell => {
                Shape::Fields(user.fields.iter().map(|f| some(&f.ty)).collect())
            }
            _ => Shape::Simple(some(ty)),
        };
        Column { shape, is_counter: ty.unreversed().is_counter() }
    }
}

/// Whether it can be said of bytes whether they are a value of the type.
fn is_checkable(ty: &MarshalType, version: SstableVersion) -> bool {
    match ty {
        MarshalType::PartitionerDefinedOrder { .. } => false,
        MarshalType::Custom(_) => foreign(ty, version).is_none(),
        _ => ty.sub_types().into_iter().all(|ty| is_checkable(ty, version)),
    }
}

/// What rows are read by.
pub(super) struct Schema {
    pub(super) version: SstableVersion,
    pub(super) header: SerializationHeader,
    pub(super) key: Option<MarshalType>,
    /// Types of clustering columns, where values can be checked.
    pub(super) clustering: Vec<Option<MarshalType>>,
    static_columns: Vec<Column>,
    regular_columns: Vec<Column>,
}

impl Schema {
    /// `key` is the type of partition keys, if it is known.
    pub(super) fn new(version: SstableVersion, header: SerializationHeader, key: Option<&MarshalType>) -> Self {
        let columns = |list: &ColumnList| {
            let new = |c: &HeaderColumn| Column::new(&c.column_type.marshal, c.column_type.is_multi_cell, version);
            list.columns.iter().map(new).collect()
        };
        let some = |ty: &MarshalType| is_checkable(ty, version).then(|| ty.clone());
        Schema {
            version,
            key: key.and_then(some),
            clustering: header.clustering_types.iter().map(|t| some(&t.marshal)).collect(),
            static_columns: columns(&header.static_columns),
            regular_columns: columns(&header.regular_columns),
            header,
        }
    }

    pub(super) fn params(&self) -> SstableDataParams<'_> {
        SstableDataParams::new(self.version, &self.header)
    }

    pub(super) fn columns(&self, is_static: bool) -> &[Column] {
        if is_static {
            &self.static_columns
        } else {
            &self.regular_columns
        }
    }

    /// Whether values of some column cannot be checked.
    pub(super) fn has_unknown_types(&self) -> bool {
        let is_unknown = |c: &Column| match &c.shape {
            Shape::Simple(ty) => ty.is_none(),
            Shape::Complex { path, value, .. } => path.is_none() || value.is_none(),
            Shape::Fields(fields) => fields.iter().any(Option::is_none),
        };
        self.key.is_none()
            || self.clustering.iter().any(Option::is_none)
            || self.static_columns.iter().chain(&self.regular_columns).any(is_unknown)
    }
}
