//! What the dump needs to know of the table, made once.

use std::collections::HashSet;

use cqlite_format::statistics::{ColumnList, SerializationHeader};
use cqlite_runtime::marshal::{maybe_quote, MarshalType, NativeType, UserType};
use cqlite_runtime::native::CqlType;
use cqlite_sstable::Sstable;

use crate::error::{DumpError, DumpErrorKind};
use crate::kind::table_kind;
use crate::options::DumpOptions;
use crate::row::Times;

/// Key comparator of lists.
const LIST_PATH: &MarshalType = &MarshalType::Native(NativeType::TimeUuid);
/// Value comparator of sets.
const SET_VALUE: &MarshalType = &MarshalType::Native(NativeType::Empty);

/// The table as sstabledump builds it from the header (`Util.metadataFromSSTable`), and what the user asked for.
pub(crate) struct Table<'t> {
    /// `REGULAR` or `INDEX`.
    pub(crate) kind: &'static str,
    pub(crate) key_type: &'t MarshalType,
    pub(crate) clustering_types: &'t [CqlType],
    pub(crate) static_columns: Vec<Column<'t>>,
    pub(crate) regular_columns: Vec<Column<'t>>,
    /// Whether values without a JSON text get a sentence instead (6.0).
    pub(crate) is_forgiving: bool,
    pub(crate) times: Times,
    pub(crate) raw_time: bool,
    /// The clock, in seconds.
    pub(crate) now: i64,
    /// Texts of the partition keys that are left out.
    pub(crate) excluded: HashSet<Vec<u8>>,
}

/// A column that is not part of the key.
pub(crate) struct Column<'t> {
    /// As CQL writes it, then as it stands in a JSON string.
    pub(crate) quoted: Vec<u8>,
    pub(crate) name: String,
    pub(crate) ty: &'t MarshalType,
    pub(crate) shape: Shape<'t>,
    pub(crate) is_counter: bool,
}

/// What the cells of a column are.
#[derive(Clone, Copy)]
pub(crate) enum Shape<'t> {
    /// The value.
    Simple,
    /// The elements of a collection.
    Collection {
        /// Type of the paths.
        path: &'t MarshalType,
        /// Type of the values.
        value: &'t MarshalType,
    },
    /// The fields of a user type.
    User(&'t UserType),
}

impl<'t> Table<'t> {
    pub(crate) fn new(sstable: &'t Sstable, options: &DumpOptions) -> Result<Self, DumpError> {
        let version = sstable.version();
        let header = sstable.header();
        let keys = options.exclude_keys.iter().map(|key| key.as_bytes().to_vec());
        let table = Table {
            kind: table_kind(sstable.label()),
            key_type: &header.key_type.marshal,
            clustering_types: &header.clustering_types,
            static_columns: columns(&header.static_columns)?,
            regular_columns: columns(&header.regular_columns)?,
            is_forgiving: matches!(version.letters(), "pa" | "ea"),
            times: Times::new(version, header),
            raw_time: options.raw_time,
            now: options.now,
            excluded: keys.collect(),
        };
        known(header)?;
        Ok(table)
    }

    /// Columns of static rows or of the others.
    #[inline]
    pub(crate) fn columns(&self, is_static: bool) -> &[Column<'t>] {
        if is_static {
            &self.static_columns
        } else {
            &self.regular_columns
        }
    }

    pub(crate) fn has_static_columns(&self) -> bool {
        !self.static_columns.is_empty()
    }
}

fn columns(list: &ColumnList) -> Result<Vec<Column<'_>>, DumpError> {
    let mut out: Vec<Column<'_>> = Vec::with_capacity(list.columns.len());
    for column in &list.columns {
        let Ok(name) = std::str::from_utf8(&column.name.data) else {
            let name = String::from_utf8_lossy(&column.name.data);
            return Err(header_error(format!("the name of the column {name:?} is not UTF-8")));
        };
        let mut quoted = Vec::new();
        cqlite_types::json::write_escaped(&maybe_quote(name), &mut quoted);
        let ty = &column.column_type.marshal;
        let shape = shape(ty);
        let is_counter = match shape {
            Shape::Collection { value, .. } => value.is_counter(),
            _ => ty.is_counter(),
        };
        let column = Column { quoted, name: name.to_owned(), ty, shape, is_counter };
        // Cassandra sorts them and reads rows in that order.
        if out.last().is_some_and(|last| order(last) >= order(&column)) {
            return Err(header_error(format!("the column {name:?} stands at a wrong place of the header")));
        }
        out.push(column);
    }
    Ok(out)
}

/// Reference: `ColumnMetadata.compareTo`.
fn order<'a>(column: &'a Column<'_>) -> (bool, &'a [u8]) {
    (!matches!(column.shape, Shape::Simple), column.name.as_bytes())
}

fn shape(ty: &MarshalType) -> Shape<'_> {
    match ty {
        MarshalType::List { element, multi_cell: true } => Shape::Collection { path: LIST_PATH, value: element },
        MarshalType::Set { element, multi_cell: true } => Shape::Collection { path: element, value: SET_VALUE },
        MarshalType::Map { key, value, multi_cell: true } => Shape::Collection { path: key, value },
        MarshalType::User(user) if user.multi_cell => Shape::User(user),
        _ => Shape::Simple,
    }
}

/// Classes that are not Cassandra's own have no texts.
fn known(header: &SerializationHeader) -> Result<(), DumpError> {
    fn find(ty: &MarshalType) -> Option<&str> {
        match ty {
            MarshalType::Custom(class) => Some(class),
            _ => ty.sub_types().into_iter().find_map(find),
        }
    }
    let columns = header.static_columns.columns.iter().chain(&header.regular_columns.columns);
    let types = header.clustering_types.iter().chain([&header.key_type]).chain(columns.map(|c| &c.column_type));
    match types.map(|ty| &ty.marshal).find_map(find) {
        Some(class) => Err(header_error(format!("the type {class} is not one of Cassandra's"))),
        None => Ok(()),
    }
}

#[cold]
fn header_error(what: String) -> DumpError {
    DumpError::new(DumpErrorKind::Header(what))
}
