use std::fmt;
use std::sync::Arc;

use cqlite_rows::clustering::PrefixValues;
use cqlite_rows::Cell;
use cqlite_runtime::marshal::MarshalType;
use cqlite_schema::{Cells, TableSchema};
use cqlite_types::key_components;
use cqlite_types::value::{FromCql, Stored};

use crate::{Error, ErrorKind};

/// What rows of a partition share.
pub(super) struct PartitionHead {
    pub(super) schema: Arc<TableSchema>,
    pub(super) key: Vec<u8>,
    pub(super) static_row: cqlite_rows::Row,
}

/// A live row, with its partition's key and static columns.
///
/// Columns are named as in the table. SSTables do not have the names of key columns: they are `$pk0`, `$pk1`, … and `$ck0`, `$ck1`, ….
#[derive(Clone)]
pub struct Row {
    partition: Arc<PartitionHead>,
    row: Option<cqlite_rows::Row>,
}

/// Where a column's values are.
enum ColumnPlace<'r> {
    Key(usize),
    Clustering(usize),
    Other { row: Option<&'r cqlite_rows::Row>, index: usize },
}

impl Row {
    pub(super) fn new(partition: Arc<PartitionHead>, row: Option<cqlite_rows::Row>) -> Self {
        Row { partition, row }
    }

    /// Whether it is a partition that has nothing but static columns.
    pub(super) fn is_only_static(&self) -> bool {
        self.row.is_none()
    }

    /// The names of all columns: of the partition key, of the clustering, static ones, all others.
    pub fn columns(&self) -> impl Iterator<Item = String> + '_ {
        let schema = &self.partition.schema;
        let keys = (0..schema.key_columns().len()).map(|i| format!("$pk{i}"));
        let clustering = (0..schema.clustering.len()).map(|i| format!("$ck{i}"));
        let others = schema.static_columns.iter().chain(&schema.regular_columns);
        keys.chain(clustering).chain(others.map(|column| String::from_utf8_lossy(&column.name).into_owned()))
    }

    /// The value of a column. Null is read as `None` of an `Option`; as any other type it is an error.
    ///
    /// # Errors
    /// There is no such column; the value is none of the Rust type.
    pub fn get<'r, T: FromCql<'r>>(&'r self, column: &str) -> Result<T, Error> {
        let (ty, place) = self.find(column)?;
        let value = match place {
            ColumnPlace::Key(i) => key_components(self.key_type(), self.key()).nth(i).transpose()?.map(Stored::One),
            ColumnPlace::Clustering(i) => self.row.as_ref().and_then(|row| row.clustering.value(i)).map(Stored::One),
            ColumnPlace::Other { row, index } => {
                row.and_then(|row| row.column(index)).and_then(|found| match Cells::of(ty) {
                    Cells::Simple => found.cell().map(|cell| Stored::One(cell.value)),
                    _ => Some(Stored::Many(found.cells().map(|cell| (cell.path, cell.value)).collect())),
                })
            }
        };
        let value = value.map_or_else(T::from_null, |value| T::from_cql(ty, value));
        value.map_err(|e| {
            let e = Error::from(e);
            Error::new(e.kind(), format!("column {column}: {e}"))
        })
    }

    /// The value of a column that is the partition's: of its key, or static.
    pub(super) fn get_of_partition<'r, T: FromCql<'r>>(&'r self, column: &str) -> Result<T, Error> {
        let is_static = self.partition.schema.column(column).is_some_and(|(_, is_static, _)| is_static);
        match self.find(column)? {
            (_, ColumnPlace::Key(_)) => self.get(column),
            (_, ColumnPlace::Other { .. }) if is_static => self.get(column),
            _ => Err(Error::new(ErrorKind::InvalidInput, format!("column {column} is of rows, not of partitions"))),
        }
    }

    /// The cell of a column: its timestamp and when it expires; none if the value is null, or the column has several.
    ///
    /// # Errors
    /// There is no such column, or it is one of the primary key.
    pub fn cell(&self, column: &str) -> Result<Option<Cell<'_>>, Error> {
        match self.find(column)? {
            (ty, ColumnPlace::Other { row, index }) => {
                let found = row.and_then(|row| row.column(index)).filter(|_| !Cells::of(ty).is_complex());
                Ok(found.and_then(|found| found.cell()))
            }
            _ => {
                let why = format!("column {column} is part of the primary key, which has no cells");
                Err(Error::new(ErrorKind::InvalidInput, why))
            }
        }
    }

    /// The type of a column.
    ///
    /// # Errors
    /// There is no such column.
    pub fn column_type(&self, column: &str) -> Result<&MarshalType, Error> {
        self.find(column).map(|(ty, _)| ty)
    }

    /// The partition's key, as its bytes are stored.
    #[must_use]
    pub fn key(&self) -> &[u8] {
        &self.partition.key
    }

    /// The timestamp of the row itself, in microseconds since 1970; none if it was not inserted, but only updated.
    #[must_use]
    pub fn timestamp(&self) -> Option<i64> {
        self.row.as_ref().map(|row| row.liveness).filter(|liveness| !liveness.is_empty()).map(|l| l.timestamp)
    }

    /// The type of keys, which there is when any part of one is asked for.
    fn key_type(&self) -> &MarshalType {
        static NONE: MarshalType = MarshalType::Native(cqlite_runtime::marshal::NativeType::Bytes);
        self.partition.schema.keys.key_type.as_ref().unwrap_or(&NONE)
    }

    fn find(&self, name: &str) -> Result<(&MarshalType, ColumnPlace<'_>), Error> {
        let schema = &self.partition.schema;
        let of_key = |prefix: &str, types: &'_ [MarshalType]| {
            let i: usize = name.strip_prefix(prefix)?.parse().ok()?;
            (i < types.len()).then_some(i)
        };
        if let Some(i) = of_key("$pk", schema.key_columns()) {
            return Ok((&schema.key_columns()[i], ColumnPlace::Key(i)));
        }
        if let Some(i) = of_key("$ck", &schema.clustering) {
            return Ok((schema.clustering[i].unreversed(), ColumnPlace::Clustering(i)));
        }
        match schema.column(name) {
            Some((column, is_static, index)) => {
                let row = if is_static { Some(&self.partition.static_row) } else { self.row.as_ref() };
                Ok((&column.ty, ColumnPlace::Other { row, index }))
            }
            None => Err(Error::new(ErrorKind::NotFound, format!("there is no column {name}"))),
        }
    }
}

impl fmt::Debug for Row {
    /// Each value as CQL writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_map();
        for name in self.columns() {
            let text = self.get::<Literal>(&name).map_or_else(|e| e.to_string(), |literal| literal.0);
            let _ = out.entry(&format_args!("{name}"), &format_args!("{text}"));
        }
        out.finish()
    }
}

/// A value as CQL writes it.
struct Literal(String);

impl<'a> FromCql<'a> for Literal {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, cqlite_types::value::FromCqlError> {
        if ty.is_counter() {
            return Ok(Literal(cqlite_types::counter::total(&value.to_bytes(ty)?)?.to_string()));
        }
        let mut out = Vec::new();
        cqlite_types::literal::write(ty, &value.to_bytes(ty)?, &mut out)?;
        Ok(Literal(String::from_utf8_lossy(&out).into_owned()))
    }

    fn from_null() -> Result<Self, cqlite_types::value::FromCqlError> {
        Ok(Literal("null".to_owned()))
    }
}
