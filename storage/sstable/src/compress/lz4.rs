use lz4_flex::block::{compress_into, decompress_into, get_maximum_output_size, DecompressError};

use super::codec::append_with;
use super::{CodecError, CodecKind};

const CODEC: CodecKind = CodecKind::Lz4;

/// `LZ4Compressor.uncompress`: u4 little-endian length, then one LZ4 block of exactly that length.
pub(super) fn decompress(src: &[u8], dst: &mut [u8]) -> Result<usize, CodecError> {
    let truncated = CodecError::Truncated { codec: CODEC, len: src.len() };
    let Some((prefix, block)) = src.split_first_chunk() else { return Err(truncated) };
    let declared = u32::from_le_bytes(*prefix) as usize;
    let capacity = dst.len();
    let too_long = CodecError::TooLong { codec: CODEC, len: declared as u64, capacity };
    let Some(dst) = dst.get_mut(..declared) else { return Err(too_long) };
    match decompress_into(block, dst) {
        Ok(found) if found == declared => Ok(found),
        Ok(found) => Err(CodecError::LengthMismatch { codec: CODEC, declared, found }),
        Err(DecompressError::ExpectedAnotherByte | DecompressError::LiteralOutOfBounds) => Err(truncated),
        Err(e) => Err(CodecError::Damaged { codec: CODEC, source: Box::new(e) }),
    }
}

/// `LZ4Compressor.compress` in its `fast` mode.
pub(super) fn compress(src: &[u8], dst: &mut Vec<u8>) -> Result<(), CodecError> {
    let from = dst.len();
    let len = u32::try_from(src.len()).unwrap_or(u32::MAX);
    dst.extend_from_slice(&len.to_le_bytes());
    append_with(dst, get_maximum_output_size(src.len()), |room| compress_into(src, room)).map_err(|e| {
        dst.truncate(from);
        CodecError::Damaged { codec: CODEC, source: Box::new(e) }
    })
}
