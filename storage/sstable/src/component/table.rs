use cqlite_format::statistics::SerializationHeader;
use cqlite_format::version::SstableVersion;
use cqlite_rows::clustering::ClusteringComparator;
use cqlite_rows::{EncodingStats, RowError};
use cqlite_schema::partitioner::PartitionerError;
use cqlite_schema::TableSchema;

/// What Statistics.db says of the table: by what its rows are read and compared.
#[derive(Debug, Clone)]
pub struct StoredTable {
    /// Columns, keys and partitioner.
    pub schema: TableSchema,
    /// The order of rows and bounds in a partition.
    pub comparator: ClusteringComparator,
    /// What times and TTLs are stored relative to, as Cassandra has it.
    pub encoding_stats: EncodingStats,
}

/// Why rows cannot be read by what Statistics.db says.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoredTableError {
    /// A number of the serialization header that Cassandra refuses.
    #[error(transparent)]
    Number(#[from] RowError),
    /// The partitioner is unknown.
    #[error(transparent)]
    Partitioner(#[from] PartitionerError),
}

impl StoredTable {
    /// The table of a serialization header, the numbers of which are brought into the form that decoders of rows want, and of the
    /// partitioner's class name.
    ///
    /// # Errors
    /// [`StoredTableError`].
    pub fn new(
        version: SstableVersion,
        header: &mut SerializationHeader,
        partitioner: &str,
    ) -> Result<Self, StoredTableError> {
        EncodingStats::normalise(version, header);
        Ok(StoredTable {
            encoding_stats: EncodingStats::new(version, header)?,
            comparator: ClusteringComparator::new(version, &header.clustering_types),
            schema: TableSchema::of_header(header, partitioner)?,
        })
    }
}
