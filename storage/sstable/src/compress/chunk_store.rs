use std::io::{self, Write};

use cqlite_format::chunks::{SstableChunksParams, StoredChunk};
use cqlite_format::compression_info::SstableCompressionInfo;
use cqlite_format::crc::SstableCrc;
use cqlite_format::digest::SstableDigest;
use cqlite_format::version::SstableVersion;
use cqlite_runtime::Buffer;

use super::file_length::FileLength;
use super::{Codec, CodecError, Compression};

/// Bytes of uncompressed data with a checksum each (`ChecksummedSequentialWriter`, `ChecksumWriter`).
const CRC_CHUNK: i32 = 65_536;

/// Stores chunk after chunk of the uncompressed data, and notes what is to be known of them.
#[derive(Debug)]
pub(super) struct ChunkStore<W> {
    out: W,
    version: SstableVersion,
    stored: Stored,
    /// Of all that is stored.
    digest: u64,
    length: FileLength,
    compressed_length: u64,
}

#[derive(Debug)]
enum Stored {
    Chunks(Box<Chunks>),
    Plain(SstableCrc),
}

#[derive(Debug)]
struct Chunks {
    codec: Codec,
    info: SstableCompressionInfo,
    chunk: StoredChunk,
    encoded: Buffer,
}

/// What is known of Data.db once it is written.
#[derive(Debug)]
pub struct WrittenData {
    /// CompressionInfo.db, if it is compressed.
    pub compression: Option<SstableCompressionInfo>,
    /// CRC.db, if it is not.
    pub crc: Option<SstableCrc>,
    /// The checksum of the file.
    pub digest: u64,
    /// How much of its length chunks have after compression (`SSTableWriter`'s `compressionRatio`); -1 without compression.
    pub compression_ratio: f64,
}

impl<W: Write> ChunkStore<W> {
    pub(super) fn new(out: W, version: SstableVersion, compression: Option<&Compression>, length: FileLength) -> Self {
        let stored = match compression {
            Some(compression) => Stored::Chunks(Box::new(Chunks {
                codec: compression.codec().clone(),
                info: compression.info(version),
                chunk: StoredChunk::default(),
                encoded: Buffer::default(),
            })),
            None => Stored::Plain(SstableCrc { chunk_size: CRC_CHUNK, ..SstableCrc::default() }),
        };
        ChunkStore { out, version, stored, digest: 0, length, compressed_length: 0 }
    }

    /// Bytes of data that a chunk has, but for the last one.
    pub(super) fn chunk_length(&self) -> usize {
        let length = match &self.stored {
            Stored::Chunks(chunks) => chunks.info.chunk_length,
            Stored::Plain(crc) => crc.chunk_size,
        };
        usize::try_from(length).unwrap_or(1).max(1)
    }

    /// Stores a chunk.
    pub(super) fn store(&mut self, data: &[u8]) -> io::Result<()> {
        let digest = SstableDigest::text_algo(self.version);
        match &mut self.stored {
            Stored::Plain(crc) => {
                crc.crcs.push(SstableCrc::crcs_algo(self.version).of(data, 0) as u32);
                self.digest = digest.of(data, self.digest);
                self.out.write_all(data)?;
                self.length.add(data.len(), data.len());
            }
            Stored::Chunks(chunks) => {
                chunks.fill(data).map_err(io::Error::other)?;
                self.compressed_length += chunks.chunk.body.len() as u64;
                let Chunks { info, chunk, encoded, .. } = &mut **chunks;
                let begin = self.length.get();
                encoded.clear(begin);
                chunk.encode(encoded, &SstableChunksParams::new(self.version, info)).map_err(io::Error::other)?;
                info.chunk_offsets.push(i64::try_from(begin).unwrap_or(i64::MAX));
                info.data_length += data.len() as i64;
                self.digest = digest.of(encoded.as_bytes(), self.digest);
                self.out.write_all(encoded.as_bytes())?;
                self.length.add(encoded.as_bytes().len(), data.len());
            }
        }
        Ok(())
    }

    /// What is known of all chunks; the output.
    pub(super) fn finish(self) -> (W, WrittenData) {
        let digest = self.digest;
        let written = match self.stored {
            Stored::Chunks(chunks) => WrittenData {
                compression_ratio: self.compressed_length as f64 / chunks.info.data_length as f64,
                compression: Some(chunks.info),
                crc: None,
                digest,
            },
            Stored::Plain(crc) => WrittenData { compression: None, crc: Some(crc), digest, compression_ratio: -1.0 },
        };
        (self.out, written)
    }
}

impl Chunks {
    /// Fills the chunk: with compressed bytes, unless these are so long that it is stored as it is.
    fn fill(&mut self, data: &[u8]) -> Result<(), CodecError> {
        let body = &mut self.chunk.body;
        body.clear();
        self.codec.compress(data, body)?;
        let most = usize::try_from(self.info.max_compressed_length).unwrap_or(usize::MAX);
        if body.len() >= most {
            body.clear();
            body.extend_from_slice(data);
            // Only the last one is shorter; zeros make it as long as what is stored as it is has to be.
            body.resize(data.len().max(most), 0);
        }
        Ok(())
    }
}
