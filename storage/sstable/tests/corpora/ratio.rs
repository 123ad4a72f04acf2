//! Statistics but for what depends on the library of the compressor.

use cqlite_format::context::{Component as Model, Context};
use cqlite_format::statistics::SstableStatistics;
use cqlite_runtime::{Buffer, Reader};
use cqlite_sstable::Sstable;

/// The statistics without how well the data was compressed.
pub fn without_ratio(sstable: &Sstable, bytes: &[u8]) -> Vec<u8> {
    let cx = Context::new(sstable.version());
    let mut model = <SstableStatistics as Model>::decode(&mut Reader::new(bytes), &cx).expect("statistics");
    model.stats_mut().expect("statistics").compression_ratio = 0.0;
    let mut out = Buffer::default();
    Model::encode(&model, &mut out, &cx).expect("statistics");
    out.into_bytes()
}
