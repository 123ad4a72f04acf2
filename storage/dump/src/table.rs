//! What the dump needs to know of the table, made once.

use std::collections::HashSet;

use cqlite_format::statistics::SerializationHeader;
use cqlite_format::version::SstableVersion;
use cqlite_rows::{EncodingStats, PathOrder};
use cqlite_runtime::marshal::{maybe_quote, MarshalType, NativeType};
use cqlite_runtime::native::CqlType;
use cqlite_schema::{foreign_class, Cells, TableSchema};
use cqlite_sstable::Sstable;

use crate::error::{DumpError, DumpErrorKind};
use crate::kind::table_kind;
use crate::options::DumpOptions;

/// The table as sstabledump builds it from the header (`Util.metadataFromSSTable`), and what the user asked for.
pub(crate) struct Table<'t> {
    /// What names the SSTable, in the text of partitions of several SSTables.
    pub(crate) name: Option<&'t str>,
    /// `REGULAR` or `INDEX`.
    pub(crate) kind: &'static str,
    pub(crate) schema: &'t TableSchema,
    /// The type of partition keys that the header tells.
    pub(crate) key_type: &'t MarshalType,
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
    pub(crate) name: &'t str,
    pub(crate) ty: &'t MarshalType,
    pub(crate) cells: Cells<'t>,
    /// Order of the cells' paths, where there may be several.
    pub(crate) path_order: Option<PathOrder<'t>>,
    /// Whether it is taken for a counter when it is printed (`ColumnMetadata.isCounterColumn`).
    pub(crate) is_counter: bool,
}

impl<'t> Table<'t> {
    pub(crate) fn new(sstable: &'t Sstable, options: &DumpOptions) -> Result<Self, DumpError> {
        let version = sstable.version();
        let header = sstable.header();
        let keys = options.exclude_keys.iter().map(|key| key.as_bytes().to_vec());
        let mut table = Table {
            name: None,
            kind: table_kind(sstable.label()),
            schema: sstable.schema(),
            key_type: &header.key_type.marshal,
            clustering_types: &header.clustering_types,
            clustering_values: sstable.schema().clustering.iter().map(cell_value_type).collect(),
            static_columns: columns(&sstable.schema().static_columns)?,
            regular_columns: columns(&sstable.schema().regular_columns)?,
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

fn columns(list: &[cqlite_schema::Column]) -> Result<Vec<Column<'_>>, DumpError> {
    // Cassandra sorts them and reads rows in that order.
    if let Some(column) = cqlite_schema::Column::first_unordered(list).and_then(|i| list.get(i)) {
        let name = String::from_utf8_lossy(&column.name);
        return Err(header_error(format!("the column {name:?} is out of order in the header")));
    }
    list.iter().map(Column::new).collect()
}

impl<'t> Column<'t> {
    fn new(column: &'t cqlite_schema::Column) -> Result<Self, DumpError> {
        let Ok(name) = column.name() else {
            let name = String::from_utf8_lossy(&column.name);
            return Err(header_error(format!("the name of the column {name:?} is not UTF-8")));
        };
        let mut quoted = Vec::new();
        cqlite_types::json::write_escaped(&maybe_quote(name), &mut quoted);
        let (ty, cells) = (&column.ty, column.cells());
        let is_counter = match ty {
            MarshalType::List { element: value, .. } | MarshalType::Map { value, .. } => value.is_counter(),
            _ => ty.is_counter(),
        };
        Ok(Column { quoted, name, ty, cells, path_order: cells.path_type().map(PathOrder::new), is_counter })
    }
}

/// Partitioners whose order a type can be.
const PARTITIONERS: [&str; 2] =
    ["org.apache.cassandra.dht.Murmur3Partitioner", "org.apache.cassandra.dht.RandomPartitioner"];

/// What sstabledump does not take: classes that are not Cassandra's own, nor DSE's in its versions, and types in places that they cannot
/// have.
fn known(header: &SerializationHeader, version: SstableVersion) -> Result<(), DumpError> {
    fn find(ty: &MarshalType, version: SstableVersion) -> Option<&str> {
        let mut types = vec![ty];
        while let Some(ty) = types.pop() {
            // It has no serializer, which types made of others ask for.
            if let MarshalType::PartitionerDefinedOrder { .. } = ty {
                return Some("PartitionerDefinedOrder inside of another");
            }
            types.extend(ty.sub_types());
        }
        foreign_class(ty, version)
    }
    let columns = header.static_columns.columns.iter().chain(&header.regular_columns.columns);
    let types = header.clustering_types.iter().chain([&header.key_type]).chain(columns.map(|c| &c.column_type));
    let unknown = types.map(|ty| &ty.marshal).find_map(|ty| match ty {
        MarshalType::PartitionerDefinedOrder { partitioner, .. } if !PARTITIONERS.contains(&partitioner.as_str()) => {
            Some(partitioner.as_str())
        }
        MarshalType::PartitionerDefinedOrder { key, .. } => key.as_deref().and_then(|ty| find(ty, version)),
        other => find(other, version),
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
    match Cells::of(ty) {
        Cells::Collection { value, .. } => value,
        Cells::Simple | Cells::Fields(_) => ty,
    }
}

#[cold]
fn header_error(what: String) -> DumpError {
    DumpError::new(DumpErrorKind::Header(what))
}
