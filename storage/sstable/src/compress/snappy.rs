use std::cell::RefCell;

use snap::raw::{decompress_len, max_compress_len, Decoder, Encoder};

use super::codec::append_with;
use super::{CodecError, CodecKind};

const CODEC: CodecKind = CodecKind::Snappy;

thread_local! {
    static ENCODER: RefCell<Encoder> = RefCell::new(Encoder::new());
}

fn damaged(e: snap::Error) -> CodecError {
    CodecError::Damaged { codec: CODEC, source: Box::new(e) }
}

/// `SnappyCompressor.uncompress`: the raw format, which begins with the length as a varint.
pub(super) fn decompress(src: &[u8], dst: &mut [u8]) -> Result<usize, CodecError> {
    if src.is_empty() {
        return Err(CodecError::Truncated { codec: CODEC, len: 0 });
    }
    let len = decompress_len(src).map_err(damaged)?;
    if len > dst.len() {
        return Err(CodecError::TooLong { codec: CODEC, len: len as u64, capacity: dst.len() });
    }
    Decoder::new().decompress(src, dst).map_err(damaged)
}

/// `SnappyCompressor.compress`.
pub(super) fn compress(src: &[u8], dst: &mut Vec<u8>) -> Result<(), CodecError> {
    let compressed = append_with(dst, max_compress_len(src.len()), |room| {
        ENCODER.with_borrow_mut(|encoder| encoder.compress(src, room))
    });
    compressed.map_err(damaged)
}
