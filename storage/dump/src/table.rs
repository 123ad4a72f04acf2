//! What the dump needs to know of the table, made once.

use std::cmp::Ordering;
use std::collections::HashSet;

use cqlite_format::statistics::{ColumnList, SerializationHeader};
use cqlite_format::version::{SstableVersion, SstableVersionFormat};
use cqlite_rows::EncodingStats;
use cqlite_runtime::marshal::{compare_column_names, maybe_quote, MarshalType, NativeType, UserType};
use cqlite_runtime::native::CqlType;
use cqlite_schema::partitioner::Partitioner;
use cqlite_sstable::Sstable;
use cqlite_types::DseType;

use crate::error::{DumpError, DumpErrorKind};
use crate::kind::table_kind;
use crate::options::DumpOptions;
use crate::paths::PathOrder;

/// Key comparator of lists.
const LIST_PATH: &MarshalType = &MarshalType::Native(NativeType::TimeUuid);
/// Key comparator of user types.
const FIELD_PATH: &MarshalType = &MarshalType::Native(NativeType::Short);
/// Value comparator of sets.
const SET_VALUE: &MarshalType = &MarshalType::Native(NativeType::Empty);

/// The table as sstabledump builds it from the header (`Util.metadataFromSSTable`), and what the user asked for.
pub(crate) struct Table<'t> {
    /// `REGULAR` or `INDEX`.
    pub(crate) kind: &'static str,
    pub(crate) key_type: &'t MarshalType,
    pub(crate) partitioner: Partitioner,
    /// Whether the order of the keys is known. Before 5.0 the table of an index on a collection says that its keys are such collections,
    /// and a local partitioner goes by that.
    pub(crate) has_key_order: bool,
    pub(crate) clustering_types: &'t [CqlType],
    /// What Cassandra takes the clustering's values for in JSON.
    pub(crate) clustering_values: Vec<&'t MarshalType>,
    pub(crate) static_columns: Vec<Column<'t>>,
    pub(crate) regular_columns: Vec<Column<'t>>,
    /// Whether there are columns of counters.
    pub(crate) has_counters: bool,
    /// Whether values without a JSON text get a sentence instead (6.0).
    pub(crate) is_forgiving: bool,
    pub(crate) stats: EncodingStats,
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
    /// Order of the cells' paths.
    pub(crate) path_order: PathOrder<'t>,
    /// Whether it is taken for a counter when it is printed (`ColumnMetadata.isCounterColumn`).
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
        let mut table = Table {
            kind: table_kind(sstable.label()),
            key_type: &header.key_type.marshal,
            partitioner: sstable.partitioner().clone(),
            clustering_types: &header.clustering_types,
            clustering_values: header.clustering_types.iter().map(|ty| cell_value_type(&ty.marshal)).collect(),
            has_key_order: sstable.keys().has_order(),
            static_columns: columns(&header.static_columns)?,
            regular_columns: columns(&header.regular_columns)?,
            has_counters: false,
            is_forgiving: version.is_first_read_by_6_0(),
            stats: *sstable.encoding_stats(),
            raw_time: options.raw_time,
            now: options.now,
            excluded: keys.collect(),
        };
        table.has_counters =
            table.static_columns.iter().chain(&table.regular_columns).any(|column| column.ty.is_counter());
        known(header, version)?;
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
        let is_counter = match ty {
            MarshalType::List { element: value, .. } | MarshalType::Map { value, .. } => value.is_counter(),
            _ => ty.is_counter(),
        };
        let path_order = PathOrder::new(match shape {
            Shape::Collection { path, .. } => path,
            Shape::Simple | Shape::User(_) => FIELD_PATH,
        });
        let column = Column { quoted, name: name.to_owned(), ty, shape, path_order, is_counter };
        // Cassandra sorts them and reads rows in that order.
        if out.last().is_some_and(|last| order(last, &column).is_ge()) {
            return Err(header_error(format!("the column {name:?} stands at a wrong place of the header")));
        }
        out.push(column);
    }
    Ok(out)
}

/// Reference: `ColumnMetadata.compareTo`.
fn order(a: &Column<'_>, b: &Column<'_>) -> Ordering {
    let is_complex = |column: &Column<'_>| !matches!(column.shape, Shape::Simple);
    is_complex(a).cmp(&is_complex(b)).then_with(|| compare_column_names(a.name.as_bytes(), b.name.as_bytes()))
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

/// Partitioners whose order a type can be.
const PARTITIONERS: [&str; 2] =
    ["org.apache.cassandra.dht.Murmur3Partitioner", "org.apache.cassandra.dht.RandomPartitioner"];

/// What sstabledump does not take: classes that are not Cassandra's own, nor DSE's in its versions, and types in places that they cannot
/// have.
fn known(header: &SerializationHeader, version: SstableVersion) -> Result<(), DumpError> {
    fn find(ty: &MarshalType, is_dse: bool) -> Option<&str> {
        match ty {
            MarshalType::Custom(_) if is_dse && DseType::knows(ty) => None,
            MarshalType::Custom(class) => Some(class),
            // It has no serializer, which types made of others ask for.
            MarshalType::PartitionerDefinedOrder { .. } => Some("PartitionerDefinedOrder inside of another"),
            _ => ty.sub_types().into_iter().find_map(|ty| find(ty, is_dse)),
        }
    }
    let is_dse = version.format() == SstableVersionFormat::Dse;
    let columns = header.static_columns.columns.iter().chain(&header.regular_columns.columns);
    let types = header.clustering_types.iter().chain([&header.key_type]).chain(columns.map(|c| &c.column_type));
    let unknown = types.map(|ty| &ty.marshal).find_map(|ty| match ty {
        MarshalType::PartitionerDefinedOrder { partitioner, .. } if !PARTITIONERS.contains(&partitioner.as_str()) => {
            Some(partitioner.as_str())
        }
        MarshalType::PartitionerDefinedOrder { key, .. } => key.as_deref().and_then(|ty| find(ty, is_dse)),
        other => find(other, is_dse),
    });
    if let Some(class) = unknown {
        return Err(header_error(format!("sstabledump does not take the type {class}")));
    }
    if header.clustering_types.iter().any(|ty| ty.marshal == MarshalType::Native(NativeType::CounterColumn)) {
        return Err(header_error("a counter cannot be a clustering column".to_owned()));
    }
    Ok(())
}

/// Reference: `ColumnMetadata.cellValueType`.
fn cell_value_type(ty: &MarshalType) -> &MarshalType {
    match shape(ty) {
        Shape::Collection { value, .. } => value,
        _ => ty,
    }
}

#[cold]
fn header_error(what: String) -> DumpError {
    DumpError::new(DumpErrorKind::Header(what))
}
