use std::io::{self, Write};
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::Arc;

use cqlite_format::chunks::{SstableChunksParams, StoredChunk};
use cqlite_format::compression_info::SstableCompressionInfo;
use cqlite_format::crc::SstableCrc;
use cqlite_format::digest::SstableDigest;
use cqlite_format::version::SstableVersion;
use cqlite_runtime::Buffer;

use super::{Codec, Compression};

/// Bytes of uncompressed data with a checksum each (`ChecksummedSequentialWriter`, `ChecksumWriter`).
const CRC_CHUNK: i32 = 65_536;

/// Writes Data.db: takes uncompressed bytes, and stores them in chunks, or as they are with the checksums of CRC.db.
///
/// Reference: `CompressedSequentialWriter.flushData`, `ChecksummedSequentialWriter`.
#[derive(Debug)]
pub struct DataWriter<W> {
    out: W,
    version: SstableVersion,
    /// What has not been stored yet: less than a chunk.
    pending: Vec<u8>,
    chunk_length: usize,
    stored: Stored,
    /// Of all that is stored.
    digest: u64,
    /// Bytes of the file, and how many of them are chunks without their checksums.
    file_length: FileLength,
    compressed_length: u64,
}

/// The length of a file that is being written, in bytes.
#[derive(Debug, Clone, Default)]
pub struct FileLength(Arc<[AtomicU64; 2]>);

impl FileLength {
    /// Of what has been stored so far.
    fn get(&self) -> u64 {
        self.0[0].load(Relaxed)
    }

    /// About as long it would be if all up to a position of the uncompressed data were stored.
    #[must_use]
    pub fn with(&self, position: u64) -> u64 {
        let [stored, data] = [0, 1].map(|i| self.0[i].load(Relaxed));
        let ratio = if data == 0 { 1.0 } else { stored as f64 / data as f64 };
        stored + (position.saturating_sub(data) as f64 * ratio) as u64
    }

    fn add(&self, stored: usize, data: usize) {
        for (sum, bytes) in self.0.iter().zip([stored, data]) {
            sum.store(sum.load(Relaxed) + bytes as u64, Relaxed);
        }
    }
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

impl<W: Write> DataWriter<W> {
    /// One that writes to `out` what a version has.
    pub fn new(out: W, version: SstableVersion, compression: Option<&Compression>) -> Self {
        let stored = match compression {
            Some(compression) => Stored::Chunks(Box::new(Chunks {
                codec: compression.codec().clone(),
                info: compression.info(version),
                chunk: StoredChunk::default(),
                encoded: Buffer::default(),
            })),
            None => Stored::Plain(SstableCrc { chunk_size: CRC_CHUNK, ..SstableCrc::default() }),
        };
        let chunk_length = match &stored {
            Stored::Chunks(chunks) => chunks.info.chunk_length,
            Stored::Plain(crc) => crc.chunk_size,
        };
        let chunk_length = usize::try_from(chunk_length).unwrap_or(1).max(1);
        DataWriter {
            out,
            version,
            pending: Vec::with_capacity(chunk_length),
            chunk_length,
            stored,
            digest: 0,
            file_length: FileLength::default(),
            compressed_length: 0,
        }
    }

    /// The length of the file so far, which can be asked for while somebody else has the writer.
    #[must_use]
    pub fn file_length(&self) -> FileLength {
        self.file_length.clone()
    }

    /// Stores what is pending, and a chunk of no bytes after it.
    ///
    /// # Errors
    /// The codec's or the output's.
    pub fn end_with_empty_chunk(&mut self) -> io::Result<()> {
        if !self.pending.is_empty() {
            self.store()?;
        }
        self.store()
    }

    /// Stores what is pending, and says what is to be known of the data; the output.
    ///
    /// # Errors
    /// The codec's or the output's.
    pub fn finish(mut self) -> io::Result<(W, WrittenData)> {
        if !self.pending.is_empty() {
            self.store()?;
        }
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
        Ok((self.out, written))
    }

    /// Stores a chunk.
    fn store(&mut self) -> io::Result<()> {
        let digest = SstableDigest::text_algo(self.version);
        match &mut self.stored {
            Stored::Plain(crc) => {
                crc.crcs.push(SstableCrc::crcs_algo(self.version).of(&self.pending, 0) as u32);
                self.digest = digest.of(&self.pending, self.digest);
                self.out.write_all(&self.pending)?;
                self.file_length.add(self.pending.len(), self.pending.len());
            }
            Stored::Chunks(chunks) => {
                chunks.fill(&self.pending).map_err(io::Error::other)?;
                self.compressed_length += chunks.chunk.body.len() as u64;
                let Chunks { info, chunk, encoded, .. } = &mut **chunks;
                let begin = self.file_length.get();
                encoded.clear(begin);
                chunk.encode(encoded, &SstableChunksParams::new(self.version, info)).map_err(io::Error::other)?;
                info.chunk_offsets.push(i64::try_from(begin).unwrap_or(i64::MAX));
                info.data_length += self.pending.len() as i64;
                self.digest = digest.of(encoded.as_bytes(), self.digest);
                self.out.write_all(encoded.as_bytes())?;
                self.file_length.add(encoded.as_bytes().len(), self.pending.len());
            }
        }
        self.pending.clear();
        Ok(())
    }
}

impl Chunks {
    /// Fills the chunk: with compressed bytes, unless these are so long that it is stored as it is.
    fn fill(&mut self, data: &[u8]) -> Result<(), super::CodecError> {
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

impl<W: Write> Write for DataWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.chunk_length - self.pending.len());
        self.pending.extend_from_slice(&bytes[..taken]);
        if self.pending.len() == self.chunk_length {
            self.store()?;
        }
        Ok(taken)
    }

    /// Does nothing: a chunk is stored when it is full.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
