//! What of a damaged Statistics.db is still proven.

use cqlite_format::statistics::{
    ComponentKind, SstableStatistics, SstableStatisticsParams, SstableStatisticsRef, TocEntryRef,
};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::Reader;

/// The bytes with a checksum that holds, if all that is damaged is the sketch of the keys: that is most of the bytes, and is made anew
/// whenever an SSTable is written.
pub(crate) fn mended(bytes: &[u8], version: SstableVersion) -> Option<Vec<u8>> {
    let params = SstableStatisticsParams::new(version);
    let e = SstableStatistics::decode(&mut Reader::new(bytes), &params).err()?;
    // Both what the parts are and where is proven by checksums of its own.
    let head = SstableStatisticsRef::read(&mut Reader::new(bytes), &params).ok()?;
    let is_before = |part: &TocEntryRef<'_>| u64::try_from(part.ofs).is_ok_and(|begin| begin <= e.offset());
    let part = head.toc.iter().flatten().filter(is_before).max_by_key(|part| part.ofs)?;
    let mut mended = bytes.to_vec();
    let is_sketch = part.kind == ComponentKind::Compaction && e.mend_checksum(&mut mended);
    let is_all = is_sketch && SstableStatistics::decode(&mut Reader::new(&mended), &params).is_ok();
    is_all.then_some(mended)
}
