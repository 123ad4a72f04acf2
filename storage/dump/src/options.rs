/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Format {
    /// One JSON array of the partitions, over many lines.
    #[default]
    Pretty,
    /// A JSON object a partition, each on its line (`-l`).
    Lines,
    /// A JSON array of the partition keys (`-e`).
    Keys,
    /// A line for each row and marker, as Cassandra shows them to its developers (`-d`).
    Debug,
}

/// How an SSTable is dumped.
#[derive(Debug, Clone, Default)]
pub struct DumpOptions {
    /// What is printed.
    pub format: Format,
    /// Times as numbers, in the unit in which they are stored (`-t`); [`Format::Debug`] has no others.
    pub raw_time: bool,
    /// Keys of the partitions to print, each with those that share its token (`-k`); all partitions, if there are none.
    ///
    /// In the text that the dump has of a key; parts of a composite key with colons between. Without effect on
    /// [`Format::Keys`], as in sstabledump.
    pub include_keys: Vec<String>,
    /// Keys of partitions to leave out (`-x`). Without effect on [`Format::Keys`].
    pub exclude_keys: Vec<String>,
    /// The time by which `expired` is told, in seconds since 1970.
    pub now: i64,
    /// Threads to read with; 0 is as many as the machine has.
    pub threads: usize,
}
