//! What visitors receive, pushed to the encoders.

use cqlite_format::data::{SstableData, SstableDataEncoder, SstableDataParams, SstableDataReplay};
use cqlite_format::index::{SstableIndex, SstableIndexEncoder, SstableIndexParams, SstableIndexReplay};
use cqlite_runtime::push::PushError;
use cqlite_runtime::Reader;

fn pushing(e: PushError) -> String {
    format!("pushing: {e}")
}

/// The stream of Data.db, from its events.
pub fn data(stream: &[u8], cx: SstableDataParams<'_>) -> Result<Vec<u8>, String> {
    let mut replay = SstableDataReplay::new(SstableDataEncoder::new(Vec::new(), cx, 0));
    SstableData::visit(&mut Reader::new(stream), &cx, &mut replay).map_err(pushing)?;
    replay.to.finish().map_err(pushing)
}

/// Index.db, from its events.
pub fn index(bytes: &[u8], cx: SstableIndexParams<'_>) -> Result<Vec<u8>, String> {
    let mut replay = SstableIndexReplay::new(SstableIndexEncoder::new(Vec::new(), cx, 0));
    SstableIndex::visit(&mut Reader::new(bytes), &cx, &mut replay).map_err(pushing)?;
    replay.to.finish().map_err(pushing)
}
