//! Data.db as it is stored.

use cqlite_sstable::descriptor::Component;
use cqlite_verify::{Check, Place, Severity};

use crate::sample::*;

const DATA: Component = Component::Data;
const INFO: Component = Component::CompressionInfo;
const CRC: Component = Component::Crc;

/// Of several chunks.
fn compressed() -> Sample {
    Sample::load("oa", "wide", 0)
}

fn plain() -> Sample {
    compressed().plain()
}

/// Its chunks are stored as they are, and the last one has zeros after it, as up to 8192 bytes of it might be compressed.
fn padded() -> Sample {
    let compressed = compressed();
    let stream = compressed.clone().plain().parts[&DATA].clone();
    let mut sample = compressed.edit_compression(|info| {
        info.max_compressed_length = 8192;
        let length = info.chunk_length as usize + 4;
        info.chunk_offsets = (0..info.chunk_offsets.len()).map(|i| (i * length) as i64).collect();
    });
    let data = sample.bytes(&DATA);
    data.clear();
    for chunk in stream.chunks(16384) {
        data.extend(chunk);
        data.extend(std::iter::repeat_n(0, 8192usize.saturating_sub(chunk.len()) + 4));
    }
    assert!((1..8192).contains(&(stream.len() % 16384)), "the last chunk has to be short");
    let stored = data.len() - 4 * stream.len().div_ceil(16384);
    sample.data_sealed().edit_stats(|s| s.compression_ratio = stored as f64 / stream.len() as f64)
}

#[test]
fn a_wrong_digest_is_found() {
    let mut sample = compressed();
    *sample.bytes(&DIGEST) = b"1234567890".to_vec();
    let _ = expect_only(&sample.verify(), Severity::Error, Check::Digest, &DIGEST, "text");
    let wrong =
        [(&b"12x"[..], "crc"), (b"", "crc"), (b"-5", "text"), (b"99999999999999999999999", "crc"), (b"\xff", "text")];
    for (text, field) in wrong {
        *sample.bytes(&DIGEST) = text.to_vec();
        let _ = expect_only(&sample.verify(), Severity::Error, Check::Decoding, &DIGEST, field);
    }
}

#[test]
fn a_digest_may_end_with_a_line_end() {
    let mut sample = compressed();
    sample.bytes(&DIGEST).push(b'\n');
    expect_silence(&sample.verify());
}

#[test]
fn a_damaged_chunk_is_found_with_its_place() {
    let mut sample = compressed();
    let second = sample.field(&INFO, "chunk_offsets[1]").offset as usize;
    let start = u64::from_be_bytes(sample.parts[&INFO][second..second + 8].try_into().unwrap());
    sample.bytes(&DATA)[start as usize + 100] ^= 1;
    let report = sample.verify();
    let found = expect_error(&report, Check::ChunkChecksums, &DATA, "chunks[1].stored.crc");
    assert_eq!(found.place, Some(Place::File(start)));
    let _ = expect_error(&report, Check::Digest, &DIGEST, "text");
}

#[test]
fn a_damaged_checksum_of_a_chunk_is_found() {
    let mut sample = compressed();
    let len = sample.parts[&DATA].len();
    sample.bytes(&DATA)[len - 1] ^= 1;
    let _ = expect_error(&sample.verify(), Check::ChunkChecksums, &DATA, "");
}

#[test]
fn a_damaged_block_is_found_by_crc_db() {
    let mut sample = plain();
    sample.bytes(&DATA)[70] ^= 1;
    let report = sample.verify();
    let found = expect_error(&report, Check::ChunkChecksums, &DATA, "crcs[0]");
    assert_eq!(found.place, Some(Place::File(0)));
    let _ = expect_error(&report, Check::Digest, &DIGEST, "text");
}

#[test]
fn crc_db_must_have_a_checksum_for_each_block() {
    let mut sample = plain();
    sample.bytes(&CRC).truncate(4);
    let _ = expect_only(&sample.verify(), Severity::Error, Check::Chunks, &CRC, "crcs");
    // One more, of nothing, is left by a flush of an empty buffer.
    let mut sample = plain();
    sample.bytes(&CRC).extend([0; 4]);
    expect_silence(&sample.verify());
    sample.bytes(&CRC).extend([0, 0, 0, 1]);
    let _ = expect_only(&sample.verify(), Severity::Error, Check::ChunkChecksums, &CRC, "");
    let mut sample = plain();
    sample.bytes(&CRC).truncate(6);
    let _ = expect_only(&sample.verify(), Severity::Error, Check::Decoding, &CRC, "crcs[0]");
    let mut sample = plain();
    sample.bytes(&CRC)[3] = 1;
    let _ = expect_warning(&sample.verify(), Check::Chunks, &CRC, "chunk_size");
}

#[test]
fn chunks_must_lie_side_by_side() {
    let mut sample = compressed();
    let offset = sample.set(&INFO, "chunk_offsets[0]", &1u64.to_be_bytes());
    let found = expect_error(&sample.verify(), Check::Chunks, &INFO, "chunk_offsets[0]");
    assert_eq!(found.place, Some(Place::File(offset)));
    let mut sample = compressed();
    let _ = sample.set(&INFO, "chunk_offsets[1]", &u64::MAX.to_be_bytes());
    let report = sample.verify();
    let _ = expect_error(&report, Check::Chunks, &INFO, "chunk_offsets[0]");
    let _ = expect_error(&report, Check::Chunks, &INFO, "chunk_offsets[1]");
    let mut sample = compressed();
    let _ = sample.set(&INFO, "chunk_offsets[1]", &3u64.to_be_bytes());
    let _ = expect_error(&sample.verify(), Check::Chunks, &INFO, "chunk_offsets[0]");
}

#[test]
fn the_length_of_the_data_must_be_that_of_the_chunks() {
    let at = |sample: &Sample| {
        let field = sample.field(&INFO, "data_length");
        u64::from_be_bytes(sample.parts[&INFO][field.offset as usize..][..8].try_into().unwrap())
    };
    let mut sample = compressed();
    let len = at(&sample);
    let _ = sample.set(&INFO, "data_length", &(len - 1).to_be_bytes());
    let _ = expect_error(&sample.verify(), Check::Chunks, &DATA, "chunks[2].stored.body");
    let _ = sample.set(&INFO, "data_length", &(len + 1).to_be_bytes());
    let _ = expect_error(&sample.verify(), Check::Chunks, &DATA, "chunks[2].stored.body");
    let _ = sample.set(&INFO, "data_length", &(len + (1 << 20)).to_be_bytes());
    let report = sample.verify();
    let _ = expect_error(&report, Check::Chunks, &INFO, "data_length");
    assert_eq!(report.check(Check::Rows).unwrap().skipped, ["the data cannot be read"]);
}

#[test]
fn compression_info_must_end_with_its_last_field() {
    let mut sample = compressed();
    sample.bytes(&INFO).push(0);
    let _ = expect_only(&sample.verify(), Severity::Error, Check::Decoding, &INFO, "");
    let mut sample = compressed();
    let len = sample.parts[&INFO].len();
    sample.bytes(&INFO).truncate(len - 1);
    let report = sample.verify();
    let _ = expect_error(&report, Check::Decoding, &INFO, "chunk_offsets");
    assert_eq!(report.check(Check::Rows).unwrap().skipped, ["the data cannot be read"]);
}

#[test]
fn values_that_no_field_may_have_are_told_where_the_field_begins() {
    let one = |sample: &Sample, component: &Component, path: &str, bytes: &[u8]| {
        let mut damaged = sample.clone();
        let at = damaged.set(component, path, bytes);
        let found = expect_error(&damaged.verify(), Check::Decoding, component, path);
        assert_eq!(found.place, Some(Place::File(at)), "{found}");
    };
    let sample = compressed();
    one(&sample, &INFO, "num_options", &(-1i32).to_be_bytes());
    one(&sample, &INFO, "chunk_length", &3i32.to_be_bytes());
    one(&sample, &INFO, "max_compressed_length", &(-1i32).to_be_bytes());
    one(&sample, &INFO, "data_length", &(-1i64).to_be_bytes());
    one(&sample, &INFO, "num_chunks", &0i32.to_be_bytes());
    one(&sample, &INFO, "compressor.s", b"LZ4Compresso\xff");
    one(&plain(), &CRC, "chunk_size", &0i32.to_be_bytes());
    // A truth value, where no checksum comes first.
    let path = format!("{}.has_legacy_counter_shards", Sample::STATS);
    one(&Sample::load("ma", "ranges", 0), &Component::Statistics, &path, &[2]);
}

#[test]
fn an_unknown_compressor_is_named() {
    let mut sample = compressed();
    let at = sample.field(&INFO, "compressor.s").offset as usize;
    sample.bytes(&INFO)[at] = b'M';
    let found = expect_error(&sample.verify(), Check::Chunks, &INFO, "compressor");
    assert_eq!(found.place, Some(Place::File(0)));
    assert!(found.message.contains("MZ4Compressor"), "{found}");
}

#[test]
fn what_a_compressor_of_someone_elses_has_made_cannot_be_judged() {
    let mut sample = compressed();
    let field = sample.field(&INFO, "compressor.s");
    let (at, len) = (field.offset as usize, field.len as usize);
    sample.bytes(&INFO)[at..at + len].copy_from_slice(&b"QQ4Compressor"[..len]);
    let report = sample.verify();
    let found = expect_warning(&report, Check::Chunks, &INFO, "compressor");
    assert_eq!(found.rule.id, "foreign_compressor", "{found}");
    assert_eq!(report.findings.len(), 1, "{:#?}", report.findings);
    // The checksums have been compared.
    assert!(report.check(Check::ChunkChecksums).unwrap().count > 0);
    assert!(!report.check(Check::Rows).unwrap().skipped.is_empty());
}

#[test]
fn a_chunk_that_does_not_decompress_is_passed_over() {
    let mut sample = Sample::load("oa", "many_text_keys", 0);
    let field = sample.field(&INFO, "chunk_length");
    assert_eq!(field.len, 4);
    // The length in front of the LZ4 block.
    sample.bytes(&DATA)[1] ^= 0x40;
    let report = sample.data_sealed().verify();
    let _ = expect_error(&report, Check::Chunks, &DATA, "chunks[0].stored.body");
}

#[test]
fn rows_behind_a_damaged_chunk_are_found_by_the_index() {
    for letters in ["oa", "da"] {
        let mut sample = Sample::load(letters, "many_partitions", 0);
        let whole = sample.verify();
        sample.bytes(&DATA)[1] ^= 0x40;
        let report = sample.data_sealed().verify();
        let _ = expect_error(&report, Check::Chunks, &DATA, "chunks[0].stored.body");
        assert!(
            report.partitions > 10 && report.partitions < whole.partitions,
            "{} of {}",
            report.partitions,
            whole.partitions
        );
        assert!(report.check(Check::Totals).unwrap().skipped.contains(&"not all rows could be read".to_owned()));
    }
}

#[test]
fn zeros_behind_a_chunk_stored_as_it_is_must_be_zeros() {
    let mut sample = padded();
    expect_silence(&sample.verify());
    let last = sample.parts[&DATA].len() - 5;
    sample.bytes(&DATA)[last] = 1;
    let found = expect_only(&sample.data_sealed().verify(), Severity::Error, Check::Chunks, &DATA, "");
    assert_eq!(found.rule.id, "dirty_chunk_padding", "{found}");
}

#[test]
fn the_empty_chunk_that_compaction_leaves_is_normal() {
    let sample = Sample::load("nb", "generations_compacted", 0);
    let chunks = sample.fields(&INFO).iter().filter(|f| f.path.starts_with("chunk_offsets[")).count();
    assert_eq!(chunks, 2, "the sample has to come from a compaction");
    expect_silence(&sample.verify());
    let mut sample = sample;
    let at = sample.field(&INFO, "chunk_offsets[1]").offset as usize;
    let start = u64::from_be_bytes(sample.parts[&INFO][at..at + 8].try_into().unwrap()) as usize;
    // It says that one byte is in it.
    sample.bytes(&DATA)[start] = 1;
    let _ = expect_error(&sample.data_sealed().verify(), Check::Chunks, &DATA, "chunks[1].stored.body");
}

#[test]
fn blocks_must_be_of_a_length_that_readers_take() {
    for size in [(1u32 << 27) + 1, 1 << 28, 0x5a01_0000, i32::MAX as u32] {
        let mut sample = plain();
        let _ = sample.set(&CRC, "chunk_size", &size.to_be_bytes());
        let found = expect_only(&sample.verify(), Severity::Error, Check::Chunks, &CRC, "chunk_size");
        assert_eq!(found.place, Some(Place::File(0)));
        assert!(found.message.contains(&size.to_string()), "{found}");
    }
}

#[test]
fn the_compression_ratio_must_be_that_of_the_files() {
    let sample = compressed().edit_stats(|s| s.compression_ratio = 0.5);
    let path = format!("{}.compression_ratio", Sample::STATS);
    let _ = expect_only(&sample.verify(), Severity::Warning, Check::Totals, &Component::Statistics, &path);
    let sample = plain().edit_stats(|s| s.compression_ratio = 0.5);
    let _ = expect_only(&sample.verify(), Severity::Warning, Check::Totals, &Component::Statistics, &path);
}

#[test]
fn chunks_are_no_longer_than_those_that_are_read() {
    let report = compressed().edit_compression(|info| info.chunk_length = 1 << 28).verify();
    let _ = expect_rule(&report, "chunk_length");
}

#[test]
fn chunks_end_within_the_file() {
    let sample = compressed();
    let len = sample.parts[&DATA].len() as i64;
    let report = sample.edit_compression(|info| info.chunk_offsets[1] = len + 10).verify();
    let _ = expect_rule(&report, "chunk_beyond_end");
}

#[test]
fn chunks_stored_uncompressed_are_as_long_as_their_data() {
    let report = compressed().edit_compression(|info| info.max_compressed_length = 1).verify();
    let _ = expect_rule(&report, "uncompressed_chunk_length");
}

#[test]
fn a_chunk_after_the_end_of_the_data_holds_none() {
    let mut sample = Sample::load("nb", "generations_compacted", 0);
    let at = sample.field(&INFO, "chunk_offsets[1]").offset as usize;
    let start = u64::from_be_bytes(sample.parts[&INFO][at..at + 8].try_into().unwrap()) as usize;
    let data = sample.bytes(&DATA);
    data.truncate(start);
    // One literal, and room for the checksum.
    data.extend([1, 0, 0, 0, 0x10, b'a', 0, 0, 0, 0]);
    let _ = expect_rule(&sample.data_sealed().verify(), "data_after_end");
}
