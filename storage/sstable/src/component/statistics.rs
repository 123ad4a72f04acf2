use cqlite_format::statistics::{
    SerializationHeader, SstableStatistics, SstableStatisticsParams, SstableStatisticsRef, StatsMetadata,
};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{ReadError, Reader};

/// Statistics.db: what is known of the rows as a whole, and what they are read by. Borrowed.
#[derive(Debug, Clone, Copy)]
pub struct Statistics<'b> {
    bytes: &'b [u8],
    version: SstableVersion,
}

impl<'b> Statistics<'b> {
    /// Statistics.db of a version, in its bytes. Parts are read when they are asked for.
    #[must_use]
    pub fn new(bytes: &'b [u8], version: SstableVersion) -> Self {
        Statistics { bytes, version }
    }

    /// Whether it says that the data is compressed, and so cannot be read without CompressionInfo.db.
    ///
    /// Reference: `MetadataCollector.NO_COMPRESSION_RATIO`.
    #[must_use]
    pub fn is_compressed(stats: &StatsMetadata) -> bool {
        stats.compression_ratio >= 0.0
    }

    /// What decoders of Statistics.db need.
    #[must_use]
    pub fn params(&self) -> SstableStatisticsParams<'static> {
        SstableStatisticsParams::new(self.version)
    }

    /// All parts, with their checksums compared.
    ///
    /// # Errors
    /// What is wrong with any of them.
    pub fn decode(&self) -> Result<SstableStatistics, ReadError> {
        SstableStatistics::decode(&mut Reader::new(self.bytes), &self.params())
    }

    /// What it begins with, the table of its parts, and where that ends.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn head(&self) -> Result<(SstableStatisticsRef<'b>, u64), ReadError> {
        let mut r = Reader::new(self.bytes);
        Ok((SstableStatisticsRef::read(&mut r, &self.params())?, r.offset()))
    }

    /// The serialization header alone, whatever is wrong with other parts; none if there is no such part.
    ///
    /// # Errors
    /// What is wrong with the table of the parts, or with the header.
    pub fn header(&self) -> Result<Option<SerializationHeader>, ReadError> {
        self.head()?.0.header()
    }
}
