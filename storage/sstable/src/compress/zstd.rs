use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;

use zstd::zstd_safe::{self, CCtx, CDict, CParameter, DCtx, DDict, ErrorCode};

use super::codec::append_with;
use super::{CodecError, CodecKind};

/// `ZstdCompressor.DEFAULT_COMPRESSION_LEVEL`.
const DEFAULT_LEVEL: i32 = 3;

thread_local! {
    // Contexts are large; one a thread serves every codec, for each call sets all it depends on.
    static DECODER: RefCell<Option<DCtx<'static>>> = const { RefCell::new(None) };
    static ENCODER: RefCell<Option<CCtx<'static>>> = const { RefCell::new(None) };
}

/// Level and prepared dictionary of `ZstdCompressor` and `ZstdDictionaryCompressor`.
#[derive(Clone)]
pub(super) struct ZstdCodec {
    kind: CodecKind,
    level: i32,
    dictionary: Option<Arc<Dictionary>>,
}

struct Dictionary {
    decode: DDict<'static>,
    encode: CDict<'static>,
    len: usize,
}

impl fmt::Debug for ZstdCodec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let len = self.dictionary.as_ref().map(|d| d.len);
        f.debug_struct("ZstdCodec").field("level", &self.level).field("dictionary_len", &len).finish()
    }
}

/// A reason given by the library.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct ZstdFault(&'static str);

/// The levels that there are.
pub(super) fn levels() -> std::ops::RangeInclusive<i32> {
    zstd_safe::min_c_level()..=zstd_safe::max_c_level()
}

/// The number that a dictionary has from zstd; none of bytes that are no dictionary.
pub(super) fn dictionary_number(data: &[u8]) -> Result<u32, CodecError> {
    let invalid = || CodecError::InvalidDictionary { codec: CodecKind::ZstdDictionary, len: data.len() };
    zstd_safe::get_dict_id_from_dict(data).map(u32::from).ok_or_else(invalid)
}

/// A dictionary of samples, which stand one after the other (`ZstdDictTrainer.trainSamples`).
pub(super) fn train(samples: &[u8], lengths: &[usize], longest: usize) -> Result<Vec<u8>, CodecError> {
    let mut dictionary = Vec::with_capacity(longest);
    match zstd_safe::train_from_buffer(&mut dictionary, samples, lengths) {
        Ok(_) => Ok(dictionary),
        Err(code) => {
            let source = Box::new(ZstdFault(zstd_safe::get_error_name(code)));
            Err(CodecError::Untrainable { codec: CodecKind::ZstdDictionary, source })
        }
    }
}

impl ZstdCodec {
    pub(super) fn new(kind: CodecKind, level: Option<i32>, dictionary: Option<&[u8]>) -> Result<Self, CodecError> {
        let level = level.unwrap_or(DEFAULT_LEVEL).clamp(*levels().start(), *levels().end());
        let prepare = |bytes: &[u8]| {
            let invalid = || CodecError::InvalidDictionary { codec: kind, len: bytes.len() };
            let decode = DDict::try_create(bytes).ok_or_else(invalid)?;
            let encode = CDict::try_create(bytes, level).ok_or_else(invalid)?;
            Ok(Arc::new(Dictionary { decode, encode, len: bytes.len() }))
        };
        Ok(ZstdCodec { kind, level, dictionary: dictionary.map(prepare).transpose()? })
    }

    /// `ZstdCompressor.uncompress`, `ZstdDictionaryCompressor.uncompress`: whole frames.
    pub(super) fn decompress(&self, src: &[u8], dst: &mut [u8]) -> Result<usize, CodecError> {
        if src.is_empty() {
            return Err(CodecError::Truncated { codec: self.kind, len: 0 });
        }
        let capacity = dst.len();
        let done = DECODER.with_borrow_mut(|slot| {
            let context = slot.get_or_insert_with(DCtx::create);
            match &self.dictionary {
                Some(dictionary) => context.decompress_using_ddict(dst, src, &dictionary.decode),
                None => context.decompress(dst, src),
            }
        });
        done.map_err(|code| self.decode_error(code, src, capacity))
    }

    fn decode_error(&self, code: ErrorCode, src: &[u8], capacity: usize) -> CodecError {
        match zstd_safe::get_frame_content_size(src) {
            Ok(Some(len)) if len > capacity as u64 => CodecError::TooLong { codec: self.kind, len, capacity },
            _ => self.damaged(code),
        }
    }

    /// `ZstdCompressor.compress` with a content checksum, as Cassandra has it, or with the dictionary and none.
    pub(super) fn compress(&self, src: &[u8], dst: &mut Vec<u8>) -> Result<(), CodecError> {
        let compressed = append_with(dst, zstd_safe::compress_bound(src.len()), |room| {
            ENCODER.with_borrow_mut(|slot| {
                let context = slot.get_or_insert_with(CCtx::create);
                match &self.dictionary {
                    Some(dictionary) => context.compress_using_cdict(room, src, &dictionary.encode),
                    None => {
                        let _ = context.set_parameter(CParameter::CompressionLevel(self.level))?;
                        let _ = context.set_parameter(CParameter::ChecksumFlag(true))?;
                        context.compress2(room, src)
                    }
                }
            })
        });
        compressed.map_err(|code| self.damaged(code))
    }

    fn damaged(&self, code: ErrorCode) -> CodecError {
        let reason = ZstdFault(zstd_safe::get_error_name(code));
        CodecError::Damaged { codec: self.kind, source: Box::new(reason) }
    }
}
