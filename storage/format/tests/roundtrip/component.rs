//! Reading and writing each component.

use cqlite_format::bti_partitions::{BtiPartitions, BtiPartitionsParams};
use cqlite_format::chunks::{SstableChunks, SstableChunksParams};
use cqlite_format::compression_info::{SstableCompressionInfo, SstableCompressionInfoParams};
use cqlite_format::crc::SstableCrc;
use cqlite_format::data::{SstableData, SstableDataParams};
use cqlite_format::digest::SstableDigest;
use cqlite_format::filter::{SstableFilter, SstableFilterParams};
use cqlite_format::index::{SstableIndex, SstableIndexParams};
use cqlite_format::statistics::{SerializationHeader, SstableStatistics, SstableStatisticsParams};
use cqlite_format::summary::SstableSummary;
use cqlite_format::toc::SstableToc;
use cqlite_format::{Component, Context};
use cqlite_runtime::sink::WriteResult;
use cqlite_runtime::{Buffer, Counter, ReadError, Reader};

use crate::corpus::Sstable;
use crate::{push, stream, trie, values, Outcome};

/// Writes to a buffer.
pub fn written(write: impl FnOnce(&mut Buffer) -> WriteResult<()>) -> Result<Vec<u8>, String> {
    let mut buffer = Buffer::default();
    write(&mut buffer).map_err(|e| format!("writing: {e}"))?;
    Ok(buffer.into_bytes())
}

fn reading(e: ReadError) -> String {
    format!("reading: {e}")
}

/// All components of an SSTable.
pub fn all(s: &Sstable, out: &mut Outcome) {
    let header = statistics(s, out);
    data(s, header.as_ref(), out);
    if let Some(h) = &header {
        index(s, h, out);
    }
    summary(s, out);
    filter(s, out);
    small(s, out);
    partitions(s, out);
}

fn statistics(s: &Sstable, out: &mut Outcome) -> Option<SerializationHeader> {
    let bytes = s.read("Statistics.db")?;
    let cx = SstableStatisticsParams::new(s.version);
    let model = SstableStatistics::decode(&mut Reader::new(&bytes), &cx).map_err(reading);
    let model = match model {
        Ok(m) => m,
        Err(e) => {
            out.fail(s, "Statistics", &e);
            return None;
        }
    };
    out.note(s, "Statistics", &bytes, written(|w| model.encode(w, &cx)));
    assert_eq!(Counter::count(|w| model.encode(w, &cx)).ok(), Some(bytes.len() as u64), "{}", s.name());
    model.header().cloned()
}

fn data(s: &Sstable, header: Option<&SerializationHeader>, out: &mut Outcome) {
    let Some(stored) = s.read("Data.db") else { return };
    let stream = match s.read("CompressionInfo.db") {
        None => stored,
        Some(bytes) => match chunks(s, &bytes, &stored, out) {
            Ok(stream) => stream,
            Err(e) => return out.fail(s, "Chunks", &e),
        },
    };
    let Some(h) = header else { return };
    let decode = |h| SstableData::decode(&mut Reader::new(&stream), &SstableDataParams::new(s.version, h));
    // Cassandra 3.0 knew frozen user types only, and did not say so: only the schema tells.
    let frozen = with_frozen_types(h);
    let is_frozen = s.version.letters() == "ma" && decode(h).is_err();
    let h = if is_frozen { &frozen } else { h };
    let cx = SstableDataParams::new(s.version, h);
    let model = decode(h).map_err(reading);
    let ways = [
        ("Data", model.clone().and_then(|m| written(|w| m.encode(w, &cx)))),
        ("Data, pushed", push::data(&stream, cx)),
        ("Data, values", model.and_then(|m| values::data(&m, cx))),
    ];
    // The compaction of Cassandra 6.0 that works on cursors writes 0 for every `prev_len`.
    let no_prev_len = |w: &Vec<u8>| w.len() == stream.len() && w.iter().zip(&stream).all(|(w, r)| w == r || *r == 0);
    for (kind, again) in ways {
        match again {
            Ok(w) if w != stream && s.version.letters() == "pa" && no_prev_len(&w) => {
                out.explain("compacted by Cassandra 6.0's cursors, without any prev_len");
            }
            again => out.note(s, kind, &stream, again),
        }
    }
}

fn with_frozen_types(h: &SerializationHeader) -> SerializationHeader {
    let mut h = h.clone();
    for column in h.static_columns.columns.iter_mut().chain(&mut h.regular_columns.columns) {
        if column.column_type.name.starts_with("org.apache.cassandra.db.marshal.UserType(") {
            column.column_type.is_multi_cell = false;
        }
    }
    h
}

fn chunks(s: &Sstable, bytes: &[u8], stored: &[u8], out: &mut Outcome) -> Result<Vec<u8>, String> {
    let cx = SstableCompressionInfoParams::new(s.version);
    let info = SstableCompressionInfo::decode(&mut Reader::new(bytes), &cx).map_err(reading)?;
    out.note(s, "CompressionInfo", bytes, written(|w| info.encode(w, &cx)));
    let cx = SstableChunksParams::new(s.version, &info);
    let chunks = SstableChunks::decode(&mut Reader::new(stored), &cx).map_err(reading)?;
    out.note(s, "Chunks", stored, written(|w| chunks.encode(w, &cx)));
    stream::decompress(&info, &chunks)
}

fn index(s: &Sstable, h: &SerializationHeader, out: &mut Outcome) {
    let Some(bytes) = s.read("Index.db") else { return };
    let cx = SstableIndexParams::new(s.version, &h.clustering_types);
    let again = SstableIndex::decode(&mut Reader::new(&bytes), &cx)
        .map_err(reading)
        .and_then(|m| written(|w| m.encode(w, &cx)));
    out.note(s, "Index", &bytes, again);
    out.note(s, "Index, pushed", &bytes, push::index(&bytes, cx));
}

/// A component that needs nothing but the version, read and written.
fn again<C: Component>(s: &Sstable, bytes: &[u8]) -> Result<Vec<u8>, String> {
    let cx = Context::new(s.version);
    let model = C::decode(&mut Reader::new(bytes), &cx).map_err(reading)?;
    written(|w| model.encode(w, &cx))
}

fn summary(s: &Sstable, out: &mut Outcome) {
    let Some(bytes) = s.read("Summary.db") else { return };
    let again = again::<SstableSummary>(s, &bytes);
    out.note(s, "Summary", &bytes, again);
}

fn filter(s: &Sstable, out: &mut Outcome) {
    let Some(bytes) = s.read("Filter.db").filter(|b| !b.is_empty()) else { return };
    let cx = SstableFilterParams::new(s.version);
    let again = SstableFilter::decode(&mut Reader::new(&bytes), &cx)
        .map_err(reading)
        .and_then(|m| written(|w| m.encode(w, &cx)));
    out.note(s, "Filter", &bytes, again);
}

fn small(s: &Sstable, out: &mut Outcome) {
    if let Some(bytes) = s.read("CRC.db") {
        let again = again::<SstableCrc>(s, &bytes);
        out.note(s, "CRC", &bytes, again);
    }
    if let Some(bytes) = s.read("Digest.crc32") {
        let again = again::<SstableDigest>(s, &bytes);
        out.note(s, "Digest", &bytes, again);
    }
    if let Some(bytes) = s.read("TOC.txt") {
        let again = again::<SstableToc>(s, &bytes);
        out.note(s, "TOC", &bytes, again);
    }
}

fn partitions(s: &Sstable, out: &mut Outcome) {
    let Some(bytes) = s.read("Partitions.db") else { return };
    let cx = BtiPartitionsParams::new(s.version);
    let mut r = Reader::new(&bytes);
    let (Ok(footer), Ok(model)) = (BtiPartitions::footer_at(&r, &cx), BtiPartitions::decode(&mut r, &cx)) else {
        return out.fail(s, "Partitions", "unreadable");
    };
    // Keys and footer stand after the trie, which is not written here.
    let mut buffer = Buffer::with_base(footer.keys_pos as u64);
    let again = model.encode(&mut buffer, &cx, footer.root_pos as u64).map_err(|e| format!("writing: {e}"));
    let tail = bytes.get(footer.keys_pos as usize..).unwrap_or(&[]);
    out.note(s, "Partitions", tail, again.map(|()| buffer.into_bytes()));
    match trie::row_indexes(s.version, &bytes, footer.root_pos) {
        Ok(entries) => trie::rows(s, &entries, out),
        Err(e) => out.fail(s, "Partitions", &reading(e)),
    }
}
