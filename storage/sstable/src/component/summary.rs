use cqlite_format::summary::{SstableSummary, SstableSummaryParams, SstableSummaryRef};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{ReadError, Reader};

/// Summary.db: a sample of the partition keys with their positions in Index.db, borrowed.
#[derive(Debug, Clone, Copy)]
pub struct Summary<'b> {
    head: SstableSummaryRef<'b>,
}

/// One of its samples.
#[derive(Debug, Clone, Copy)]
pub struct Sample<'b> {
    /// Where it begins in Summary.db.
    pub begin: u64,
    /// The partition's key.
    pub key: &'b [u8],
    /// Position of its entry in Index.db, as it is stored.
    pub index_pos: i64,
}

impl<'b> Summary<'b> {
    /// The summary in the bytes of Summary.db. Samples are read when they are asked for.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn read(bytes: &'b [u8], version: SstableVersion) -> Result<Self, ReadError> {
        let head = SstableSummaryRef::read(&mut Reader::new(bytes), &SstableSummaryParams::new(version))?;
        Ok(Summary { head })
    }

    /// Reads all of it, to see that it can be; where it ends.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn read_through<'r>(bytes: &'r [u8], version: SstableVersion) -> Result<Reader<'r>, ReadError> {
        let mut r = Reader::new(bytes);
        SstableSummary::walk(&mut r, &SstableSummaryParams::new(version), &mut ())?;
        Ok(r)
    }

    /// What it begins with.
    #[must_use]
    pub fn head(&self) -> &SstableSummaryRef<'b> {
        &self.head
    }

    /// Number of samples.
    #[must_use]
    pub fn len(&self) -> u64 {
        u64::try_from(self.head.num_entries).unwrap_or(0)
    }

    /// Whether there is no sample.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Sample `i`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn sample(&self, i: u64) -> Result<Sample<'b>, ReadError> {
        let index = i64::try_from(i).unwrap_or(i64::MAX);
        let begin = self.head.entries_from(index)?.offset();
        let entry = self.head.entries_at(index)?;
        Ok(Sample { begin, key: entry.key, index_pos: entry.index_pos })
    }
}
