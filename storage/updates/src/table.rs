use cqlite_format::version::SstableVersion;
use cqlite_rows::clustering::ClusteringComparator;
use cqlite_rows::{first_absolute_deletion, last_deletion_time};
use cqlite_runtime::native::CqlType;
use cqlite_schema::partitioner::PartitionerError;
use cqlite_schema::{Cells, NamedColumn, TableDefinition, TableSchema};

/// A table that is written to, in a version: its columns by name, and the orders in which it has partitions and rows.
#[derive(Debug, Clone)]
pub struct UpdateTable {
    pub(crate) definition: TableDefinition,
    pub(crate) schema: TableSchema,
    pub(crate) comparator: ClusteringComparator,
    /// The last local deletion time of the version.
    pub(crate) last_time: i64,
    /// The first timestamp of the deletion of a partition.
    pub(crate) first_deletion: i64,
    pub(crate) version: SstableVersion,
    pub(crate) has_counters: bool,
}

/// A column that is not part of the primary key, by its place among those of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) is_static: bool,
    pub(crate) index: usize,
}

impl UpdateTable {
    /// A table in a version.
    ///
    /// # Errors
    /// A partitioner that is not Cassandra's own.
    pub fn new(definition: TableDefinition, version: SstableVersion) -> Result<Self, PartitionerError> {
        let types: Vec<CqlType> = definition.clustering.iter().map(|column| column.ty.clone()).collect();
        Ok(UpdateTable {
            schema: definition.schema()?,
            comparator: ClusteringComparator::new(version, &types),
            last_time: last_deletion_time(version),
            first_deletion: first_absolute_deletion(version),
            version,
            has_counters: definition.has_counters(),
            definition,
        })
    }

    /// The table.
    #[must_use]
    pub fn definition(&self) -> &TableDefinition {
        &self.definition
    }

    /// The table as SSTables tell it: how partitions are ordered, and what columns rows have.
    #[must_use]
    pub fn schema(&self) -> &TableSchema {
        &self.schema
    }

    /// The order of rows and bounds.
    #[must_use]
    pub fn comparator(&self) -> &ClusteringComparator {
        &self.comparator
    }

    /// The column of a name; `last` is the one that was asked for last, as the next one mostly follows.
    #[inline]
    pub(crate) fn place(&self, name: &str, last: Option<Place>) -> Option<Place> {
        let named = |place: &Place| self.definition.columns(place.is_static).get(place.index).map(|c| &c.name);
        let next = last.map(|last| Place { index: last.index + 1, ..last });
        if let Some(next) = next.filter(|next| named(next).is_some_and(|own| own == name)) {
            return Some(next);
        }
        [false, true].into_iter().find_map(|is_static| {
            let index = self.definition.columns(is_static).iter().position(|column| column.name == name)?;
            Some(Place { is_static, index })
        })
    }

    #[inline]
    pub(crate) fn column(&self, place: Place) -> &NamedColumn {
        &self.definition.columns(place.is_static)[place.index]
    }

    pub(crate) fn cells(&self, place: Place) -> Cells<'_> {
        Cells::of(&self.column(place).ty.marshal)
    }
}
