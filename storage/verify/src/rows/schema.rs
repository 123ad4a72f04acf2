//! Columns, and which of their types can be judged, looked up once.

use cqlite_format::data::SstableDataParams;
use cqlite_format::version::SstableVersion;
use cqlite_runtime::marshal::MarshalType;
use cqlite_schema::{foreign_class, Cells};
use cqlite_sstable::Sstable;

/// What a column's cells are checked by.
pub(super) struct Column<'t> {
    pub(super) cells: Cells<'t>,
    pub(super) is_counter: bool,
    /// Types of paths and values, of those that can be checked.
    pub(super) path: Option<&'t MarshalType>,
    pub(super) value: Option<&'t MarshalType>,
    /// The same of the fields of a user type, by index.
    pub(super) fields: Vec<Option<&'t MarshalType>>,
}

impl<'t> Column<'t> {
    fn new(column: &'t cqlite_schema::Column, version: SstableVersion) -> Self {
        let cells = column.cells();
        let some = |ty: &'t MarshalType| is_checkable(ty, version).then_some(ty);
        let (value, fields) = match cells {
            Cells::Simple => (some(&column.ty), Vec::new()),
            Cells::Collection { value, .. } => (some(value), Vec::new()),
            Cells::Fields(user) => (None, user.fields.iter().map(|field| some(&field.ty)).collect()),
        };
        Column { cells, is_counter: column.is_counter(), path: cells.path_type().and_then(some), value, fields }
    }

    /// Whether its values or paths, or some of them, cannot be checked.
    fn has_unknown_types(&self) -> bool {
        match self.cells {
            Cells::Simple => self.value.is_none(),
            Cells::Collection { .. } => self.value.is_none() || self.path.is_none(),
            Cells::Fields(_) => self.fields.iter().any(Option::is_none),
        }
    }
}

/// Whether it can be said of bytes whether they are a value of the type.
fn is_checkable(ty: &MarshalType, version: SstableVersion) -> bool {
    match ty {
        MarshalType::PartitionerDefinedOrder { .. } => false,
        MarshalType::Custom(_) => foreign_class(ty, version).is_none(),
        _ => ty.sub_types().into_iter().all(|ty| is_checkable(ty, version)),
    }
}

/// What rows are read by.
pub(super) struct Schema<'t> {
    pub(super) params: SstableDataParams<'t>,
    pub(super) key: Option<&'t MarshalType>,
    /// Types of clustering columns, where values can be checked.
    pub(super) clustering: Vec<Option<&'t MarshalType>>,
    static_columns: Vec<Column<'t>>,
    regular_columns: Vec<Column<'t>>,
}

impl<'t> Schema<'t> {
    pub(super) fn new(sstable: &'t Sstable) -> Self {
        let (table, version) = (sstable.schema(), sstable.version());
        let columns = |list: &'t [cqlite_schema::Column]| list.iter().map(|c| Column::new(c, version)).collect();
        let some = |ty: &'t MarshalType| is_checkable(ty, version).then_some(ty);
        Schema {
            params: sstable.params(),
            key: table.keys.key_type.as_ref().and_then(some),
            clustering: table.clustering.iter().map(some).collect(),
            static_columns: columns(&table.static_columns),
            regular_columns: columns(&table.regular_columns),
        }
    }

    pub(super) fn columns(&self, is_static: bool) -> &[Column<'t>] {
        if is_static {
            &self.static_columns
        } else {
            &self.regular_columns
        }
    }

    /// Whether values of some column cannot be checked.
    pub(super) fn has_unknown_types(&self) -> bool {
        self.key.is_none()
            || self.clustering.iter().any(Option::is_none)
            || self.static_columns.iter().chain(&self.regular_columns).any(Column::has_unknown_types)
    }
}
