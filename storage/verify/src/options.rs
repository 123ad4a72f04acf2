use cqlite_sstable::Limits;

/// What is verified, and how much of it is reported.
#[derive(Debug, Clone)]
pub struct VerifyOptions {
    /// Everything but the rows: checksums, metadata, and the index in itself.
    pub quick: bool,
    /// Whether values are those of their types. Cassandra does not ask that of rows that it only copies.
    pub values: bool,
    /// Whether it is known by which partitioner partitions were written: else those out of order are none that a [survey](crate::Survey) keeps.
    pub is_partitioner_known: bool,
    /// The clock, in seconds since 1970: deletions made later than a day after it are reported. `None` for no such check.
    pub now: Option<i64>,
    /// Findings that are kept of each check; more are only counted.
    pub max_findings: usize,
    /// How large what is read may be: what is larger is reported and passed over.
    pub limits: Limits,
}

impl Default for VerifyOptions {
    fn default() -> Self {
        VerifyOptions {
            quick: false,
            values: true,
            is_partitioner_known: true,
            now: None,
            max_findings: 100,
            limits: Limits::DEFAULT,
        }
    }
}
