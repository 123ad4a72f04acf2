/// Why a partitioner cannot be had.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PartitionerError {
    /// A class that is not one of Cassandra's.
    #[error(
        "partitioner {class} is not supported; supported are Murmur3Partitioner, RandomPartitioner, \
         ByteOrderedPartitioner, OrderPreservingPartitioner, LocalPartitioner, ReversedLongLocalPartitioner"
    )]
    Unsupported {
        /// The class name.
        class: String,
    },
}
