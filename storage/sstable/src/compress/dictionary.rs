use cqlite_format::compression_info::{Dictionary as Stored, DictionaryKind, SstableCompressionInfo};

#[cfg(feature = "zstd")]
use super::zstd::{dictionary_number, train};
use super::{ChunkIndex, CodecError, CodecKind, Scratch};
use crate::Sstable;

/// Bytes that are typical of a table's data, which `ZstdDictionaryCompressor` compresses chunks with. CompressionInfo.db has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dictionary {
    id: i64,
    data: Vec<u8>,
}

/// Longest dictionary that is trained, in bytes (`CompressionDictionaryTrainingConfig.maxDictionarySize`).
const LONGEST: usize = 65_536;
/// Bytes of samples that one is trained from (`CompressionDictionaryTrainingConfig.maxTotalSampleSize`).
const MOST_SAMPLED: usize = 10 << 20;
/// Fewest samples (`ZstdDictionaryTrainer.MIN_SAMPLES_REQUIRED`).
const LEAST_SAMPLES: usize = 11;
/// When numbers of dictionaries begin: 2025-10-20, in milliseconds since 1970 (`ZstdDictionaryTrainer.CUSTOM_EPOCH_MILLIS`).
const EPOCH_MILLIS: i64 = 1_760_918_400_000;

impl Dictionary {
    /// One that zstd has made. Cassandra tells dictionaries apart by a number, of the time and of zstd's own one; `millis` is the clock, in
    /// milliseconds since 1970 (`ZstdDictionaryTrainer.makeDictionaryId`).
    ///
    /// # Errors
    /// It is none of zstd's, or zstd is not part of this build.
    pub fn new(data: Vec<u8>, millis: i64) -> Result<Self, CodecError> {
        let number = dictionary_number(&data)?;
        let seconds = (millis - EPOCH_MILLIS) / 1000;
        let id = seconds.wrapping_mul(i64::from(u32::MAX) + 1).wrapping_add(number.into());
        Ok(Dictionary { id, data })
    }

    /// That of an SSTable, if it has one, under the number that it has there.
    #[must_use]
    pub fn of(info: &SstableCompressionInfo) -> Option<Self> {
        let Stored { dict_id, data, .. } = info.dictionary.as_ref()?;
        Some(Dictionary { id: *dict_id, data: data.clone() })
    }

    /// One for the data of SSTables, trained from chunks that are evenly spread over them, as many as Cassandra takes. Chunks that cannot be
    /// read are passed over (`SSTableChunkSampler`, `ZstdDictionaryTrainer.trainDictionary`).
    ///
    /// # Errors
    /// There are too few chunks, or zstd finds too little in them that is alike.
    pub fn train(sstables: &[&Sstable], chunk_length: u32, millis: i64) -> Result<Self, CodecError> {
        let codec = CodecKind::ZstdDictionary;
        let (samples, lengths) = samples(sstables, chunk_length.max(1) as usize);
        if lengths.len() < LEAST_SAMPLES {
            return Err(CodecError::TooFewSamples { codec, found: lengths.len(), least: LEAST_SAMPLES });
        }
        Self::new(train(&samples, &lengths, LONGEST)?, millis)
    }

    /// The number by which Cassandra knows it.
    #[must_use]
    pub fn id(&self) -> i64 {
        self.id
    }

    /// As zstd has made it.
    #[must_use]
    pub fn data(&self) -> &[u8] {
        &self.data
    }

    /// As CompressionInfo.db has it.
    pub(super) fn stored(self) -> Stored {
        Stored { dict_id: self.id, data: self.data, ..Stored::new(DictionaryKind::Zstd) }
    }
}

/// Stretches of the data as long as a chunk, one after the other, and their lengths.
fn samples(sstables: &[&Sstable], chunk_length: usize) -> (Vec<u8>, Vec<usize>) {
    let all: u64 = sstables.iter().map(|sstable| sstable.data().len()).sum();
    let (mut samples, mut lengths, mut scratch) = (Vec::new(), Vec::new(), Scratch::new());
    // One chunk of so many bytes of the data.
    let step = (all / (MOST_SAMPLED / chunk_length).max(1) as u64).max(1);
    let mut chunk = Vec::new();
    for data in sstables.iter().map(|sstable| sstable.data()) {
        let (mut at, chunks) = (0, data.chunks());
        while at < data.len() {
            let index: ChunkIndex = chunks.chunk_at(at);
            chunk.resize(chunks.chunk_length() as usize, 0);
            if let Ok(len) = data.read_chunk(index, &mut scratch, &mut chunk) {
                for sample in chunk.get(..len).unwrap_or_default().chunks(chunk_length) {
                    if samples.len() + sample.len() > MOST_SAMPLED {
                        return (samples, lengths);
                    }
                    samples.extend_from_slice(sample);
                    lengths.push(sample.len());
                }
            }
            at = chunks.end_of(index).max(at.saturating_add(step));
        }
    }
    (samples, lengths)
}

#[cfg(not(feature = "zstd"))]
fn dictionary_number(_: &[u8]) -> Result<u32, CodecError> {
    Err(CodecError::NotBuilt { codec: CodecKind::ZstdDictionary })
}

#[cfg(not(feature = "zstd"))]
fn train(_: &[u8], _: &[usize], _: usize) -> Result<Vec<u8>, CodecError> {
    Err(CodecError::NotBuilt { codec: CodecKind::ZstdDictionary })
}
