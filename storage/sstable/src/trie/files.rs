use cqlite_format::bti_partitions::{BtiPartitions, BtiPartitionsParams, FooterRef, KeyRangeRef};
use cqlite_format::bti_row_index::{BtiRowIndexParams, EntryRef};
use cqlite_format::bti_trie::PartitionPayloadRef;
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{ReadError, Reader};

/// Where a payload of Partitions.db leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The partition, at this position of the uncompressed data.
    Data(u64),
    /// Its entry in Rows.db, at this position.
    Rows(u64),
}

impl Target {
    /// The target of a payload.
    #[must_use]
    pub fn of(payload: &PartitionPayloadRef<'_>) -> Self {
        match payload.entry_pos {
            Some(at) => Target::Rows(at.unsigned_abs()),
            None => Target::Data(payload.data_pos.unwrap_or_default().unsigned_abs()),
        }
    }
}

/// The footer of Partitions.db.
///
/// # Errors
/// What is wrong with it.
pub fn footer(bytes: &[u8], version: SstableVersion) -> Result<FooterRef<'_>, ReadError> {
    BtiPartitions::footer_at(&Reader::new(bytes), &BtiPartitionsParams::new(version))
}

/// The first and the last key in Partitions.db.
///
/// # Errors
/// What is wrong with them, or with the footer that says where they are.
pub fn keys(bytes: &[u8], version: SstableVersion) -> Result<KeyRangeRef<'_>, ReadError> {
    BtiPartitions::keys_at(&Reader::new(bytes), &BtiPartitionsParams::new(version))
}

/// The entry at a position of Rows.db, and where it ends.
///
/// # Errors
/// What is wrong with it.
pub fn rows_entry(bytes: &[u8], at: u64, version: SstableVersion) -> Result<(EntryRef<'_>, u64), ReadError> {
    let entry_pos = i64::try_from(at).unwrap_or(i64::MAX);
    let params = BtiRowIndexParams::new(version, entry_pos);
    let mut r = Reader::new(bytes).at(entry_pos, EntryRef::site())?;
    let entry = EntryRef::read(&mut r, &params)?;
    Ok((entry, r.offset()))
}
