//! Data.db as it is stored: its digest, the checksums of its chunks, and where CompressionInfo.db says they are.

mod info;

use std::sync::Arc;

use cqlite_format::crc::{SstableCrc, SstableCrcParams};
use cqlite_format::digest::{SstableDigest, SstableDigestParams};
use cqlite_runtime::checksum::Algorithm;
use cqlite_runtime::Reader;
use cqlite_sstable::compress::{ChunkIndex, Chunks};
use cqlite_sstable::descriptor::Component;

use crate::fields::{chunk, chunks, compression_info, crc, digest as digest_fields, stats as stats_fields};
use crate::files::Files;
use crate::log::Log;
use crate::metadata::Metadata;
use crate::source::{read_all, Stream};
use crate::{rule, Check, Stage, VerifyError};
use info::{contents, Info};

/// Bytes between two looks at whether to go on.
const STEP: usize = 4 << 20;

const DATA: &Component = &Component::Data;
const INFO: &Component = &Component::CompressionInfo;
const CRC: &Component = &Component::Crc;

/// What is known of the data.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct DataFile {
    /// Its chunks can be found and decompressed.
    pub(crate) is_readable: bool,
    /// Its length, uncompressed.
    pub(crate) len: Option<u64>,
}

/// Checks the file.
pub(crate) fn check(files: &Files, metadata: Option<&Metadata>, log: &mut Log<'_>) -> Result<DataFile, VerifyError> {
    let Some(file) = files.open(DATA)? else { return Ok(DataFile::default()) };
    let digest = read_digest(files, log)?;
    let info = match files.open(INFO)? {
        Some(info) => Some(Info::read(&*info, files.version, log)?),
        None => None,
    };
    let (stream, algorithm) = (Stream::new(Arc::clone(&file), DATA), SstableDigest::text_algo(files.version));
    let mut pass = Pass { stream, algorithm, digest: 0, done: 0, bodies: Some(0), log };
    let is_readable = match &info {
        Some(Some(info)) => {
            pass.chunks(info)?;
            info.is_readable()
        }
        Some(None) => false,
        None => {
            pass.blocks(files)?;
            // Without it the data would be taken for uncompressed.
            !files.lacks_chunks()
        }
    };
    pass.read_rest()?;
    let (found, bodies) = (pass.digest, pass.bodies);
    if let Some((component, stored)) = digest {
        log.count(Check::Digest);
        if u64::try_from(stored) != Ok(found) {
            log.find(rule::digest_mismatch(stored, found).of(component).file(0).field(digest_fields::TEXT));
        }
    }
    if let Some(metadata) = metadata.filter(|_| !files.lacks_chunks()) {
        ratio(metadata, info.as_ref(), (bodies, file.len()), log);
    }
    let len = match &info {
        Some(info) => info.as_ref().map(Info::data_length),
        None => Some(file.len()).filter(|_| is_readable),
    };
    Ok(DataFile { is_readable, len })
}

fn read_digest<'f>(files: &'f Files, log: &mut Log<'_>) -> Result<Option<(&'f Component, i64)>, VerifyError> {
    let Some(component) = files.digest() else {
        log.skip(&[Check::Digest], "there is no Digest.crc32");
        return Ok(None);
    };
    let Some(bytes) = files.small(component, log)? else { return Ok(None) };
    // Cassandra reads a line.
    let line = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
    let digest = SstableDigest::decode(&mut Reader::new(line), &SstableDigestParams::new(files.version));
    let Some(digest) = log.decoded(component, digest) else { return Ok(None) };
    match digest.crc() {
        Ok(crc) if digest.text.bytes().all(|b| b.is_ascii_digit()) => Ok(Some((component, crc))),
        _ => {
            let text: String = digest.text.chars().take(20).collect();
            log.find(rule::invalid_digest(format_args!("{text:?}")).of(component).file(0).field(digest_fields::TEXT));
            Ok(None)
        }
    }
}

/// The ratio of Statistics.db is that of the chunks, without their checksums, to the data.
/// `lens` are that of the former, if all chunks could be read, and that of the file.
fn ratio(metadata: &Metadata, info: Option<&Option<Info>>, lens: (Option<u64>, u64), log: &mut Log<'_>) {
    let Some((_, stats)) = metadata.stats() else { return };
    let stored = stats.compression_ratio;
    let (expected, other) = match info {
        None => (-1.0, None),
        Some(Some(Info { model, version, .. })) => {
            let (Some(bodies), file_len) = lens else { return };
            let of = |len: u64| len as f64 / model.data_length as f64;
            let other = match version.may_deny_compression() {
                _ if version.counts_checksums_as_compressed() => Some(of(file_len)),
                true => Some(-1.0),
                false => None,
            };
            (of(bodies), other)
        }
        Some(None) => return,
    };
    log.count(Check::Totals);
    if stored != expected && Some(stored) != other {
        log.find(metadata.in_stats(rule::compression_ratio(stored, expected), stats_fields::COMPRESSION_RATIO));
    }
}

/// One pass over the file.
struct Pass<'p, 'r> {
    stream: Stream,
    /// Checksum of the first `done` bytes, and how it is computed.
    digest: u64,
    algorithm: Algorithm,
    done: u64,
    /// Bytes of all chunks, without their checksums; none once one could not be read.
    bodies: Option<u64>,
    log: &'p mut Log<'r>,
}

impl Pass<'_, '_> {
    /// Takes the bytes up to `end` into the digest.
    fn digest_to(&mut self, end: u64) -> Result<(), VerifyError> {
        while self.done < end {
            let wanted = usize::try_from(end - self.done).unwrap_or(usize::MAX).min(STEP);
            let window = self.stream.window(self.done, wanted)?;
            let part = window.get(..wanted).unwrap_or(window);
            if part.is_empty() {
                break;
            }
            self.digest = self.algorithm.of(part, self.digest);
            self.done += part.len() as u64;
        }
        Ok(())
    }

    fn read_rest(&mut self) -> Result<(), VerifyError> {
        let len = self.stream.len();
        while self.done < len {
            self.log.tick(Stage::Checksums, self.done, len)?;
            self.digest_to(len.min(self.done + STEP as u64))?;
        }
        self.log.tick(Stage::Checksums, len, len)
    }

    fn chunks(&mut self, info: &Info) -> Result<(), VerifyError> {
        let file_len = self.stream.len();
        let count = info.model.chunk_offsets.len();
        let needed = info.chunks().count();
        if (count as u64) < needed {
            let breach = rule::chunk_count(count, info.data_length(), needed);
            self.log.find(info.at(compression_info::DATA_LENGTH, breach));
        }
        let most = self.log.options.limits.chunk;
        if u32::try_from(info.model.chunk_length).is_ok_and(|len| len > most) {
            let breach = rule::chunk_length(info.model.chunk_length, most);
            self.log.find(info.at(compression_info::CHUNK_LENGTH, breach));
            return Ok(());
        }
        if let Some(offset) = info.model.chunk_offsets.first().filter(|o| **o != 0) {
            self.log.find(info.at_chunk(0, rule::first_chunk_offset(offset)));
        }
        let mut next_tick = 0;
        for i in 0..count {
            self.log.count(Check::Chunks);
            match info.extent(i, file_len, most) {
                Ok((start, end)) => {
                    if start >= next_tick {
                        next_tick = start + STEP as u64;
                        self.log.tick(Stage::Checksums, start, file_len)?;
                    }
                    self.chunk(info, i, start, end)?;
                }
                Err(breach) => {
                    self.bodies = None;
                    self.log.find(info.at_chunk(i, breach));
                }
            }
        }
        Ok(())
    }

    fn chunk(&mut self, info: &Info, i: usize, start: u64, end: u64) -> Result<(), VerifyError> {
        let len = usize::try_from(end - start).unwrap_or(usize::MAX);
        let window = self.stream.window(start, len)?;
        let Some(chunk) = window.get(..len).and_then(|bytes| info.chunk(i, bytes)) else {
            self.bodies = None;
            self.log.find(info.at_chunk(i, rule::undersized_chunk(start, len)));
            return Ok(());
        };
        let (stored, wrong) = (chunk.body, info.wrong_checksum(&window[..len]));
        self.bodies = self.bodies.map(|n| n.saturating_add(stored.len() as u64));
        // As chunks lie side by side, the bytes are at hand for the digest too.
        if self.done == start {
            self.digest = self.algorithm.of(&window[..len], self.digest);
            self.done = end;
        }
        self.log.count(Check::ChunkChecksums);
        if let Some((expected, found)) = wrong {
            let breach = rule::chunk_checksum(shown(found), shown(expected));
            self.log.find(breach.of(DATA).file(start).field(chunks::CHUNKS.nth(i).then(chunk::CRC)));
            return Ok(());
        }
        if let Some(breach) = contents(info, i, stored) {
            self.log.find(breach.of(DATA).file(start).field(chunks::CHUNKS.nth(i).then(chunk::BODY)));
        }
        Ok(())
    }

    fn blocks(&mut self, files: &Files) -> Result<(), VerifyError> {
        let Some(file) = files.open(CRC)? else {
            self.log.skip(&[Check::ChunkChecksums], "the data is not compressed, and there is no CRC.db");
            return Ok(());
        };
        let Some(bytes) = read_all(&*file, CRC, self.log)? else { return Ok(()) };
        let params = SstableCrcParams::new(files.version);
        let decoded = SstableCrc::decode(&mut Reader::new(&bytes), &params);
        let Some(decoded) = self.log.decoded(CRC, decoded) else { return Ok(()) };
        // What readers take: there is no block of no bytes, nor one that is too long to be held.
        let most = self.log.options.limits.chunk;
        let size = u32::try_from(decoded.chunk_size).unwrap_or(0);
        if !(1..=most).contains(&size) {
            let breach = rule::block_length(decoded.chunk_size, most);
            self.log.find(breach.of(CRC).file(0).field(crc::CHUNK_SIZE));
            return Ok(());
        }
        if !size.is_power_of_two() {
            self.log.find(rule::block_length_power(size).of(CRC).file(0).field(crc::CHUNK_SIZE));
        }
        let len = self.stream.len();
        let blocks = Chunks::new(size, len);
        let needed = blocks.count();
        if (decoded.crcs.len() as u64) < needed {
            let breach = rule::block_count(decoded.crcs.len(), len, needed);
            self.log.find(breach.of(CRC).file(bytes.len() as u64).field(crc::CRCS));
        }
        for (i, &expected) in (0u64..).zip(&decoded.crcs) {
            let block = ChunkIndex(i);
            let (from, to) = (blocks.position_of(block).min(len), blocks.end_of(block));
            let (expected, field) = (u64::from(expected), crc::CRCS.nth(i));
            let found = self.checksum(from, to, SstableCrc::crcs_algo(files.version))?;
            self.log.count(Check::ChunkChecksums);
            if found == expected {
                continue;
            }
            let breach = rule::block_checksum(from, to, shown(found), shown(expected));
            // The place is that of the damaged bytes, or of the checksum, whichever it is.
            let finding = match from < to {
                true => breach.of(DATA).file(from).field(field),
                false if self.log.keeps(Check::ChunkChecksums) => {
                    breach.of(CRC).located(field, &bytes, |r, w| SstableCrc::walk(r, &params, w))
                }
                false => breach.of(CRC).field(field),
            };
            self.log.find(finding);
        }
        Ok(())
    }

    /// The checksum of the bytes from `from` to `to`. After the data there are none: a flush of an empty buffer leaves a checksum for them.
    fn checksum(&mut self, from: u64, to: u64, algorithm: Algorithm) -> Result<u64, VerifyError> {
        let (len, mut at, mut found) = (self.stream.len(), from, 0);
        while at < to {
            self.log.tick(Stage::Checksums, at, len)?;
            let wanted = usize::try_from(to - at).unwrap_or(usize::MAX).min(STEP);
            let window = self.stream.window(at, wanted)?;
            let part = window.get(..wanted).unwrap_or(window);
            if part.is_empty() {
                break;
            }
            found = algorithm.of(part, found);
            at += part.len() as u64;
            self.digest_to(at)?;
        }
        Ok(found)
    }
}

/// A checksum of 32 bits, as it is shown.
fn shown(sum: u64) -> String {
    format!("{sum:#010x}")
}
