use std::cell::RefCell;

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};

use super::{CodecError, CodecKind};

const CODEC: CodecKind = CodecKind::Deflate;

thread_local! {
    static INFLATER: RefCell<Decompress> = RefCell::new(Decompress::new(true));
    static DEFLATER: RefCell<Compress> = RefCell::new(Compress::new(Compression::default(), true));
}

/// `DeflateCompressor.uncompress`: one zlib stream.
pub(super) fn decompress(src: &[u8], dst: &mut [u8]) -> Result<usize, CodecError> {
    INFLATER.with_borrow_mut(|inflater| {
        inflater.reset(true);
        let status = inflater
            .decompress(src, dst, FlushDecompress::Finish)
            .map_err(|e| CodecError::Damaged { codec: CODEC, source: Box::new(e) })?;
        let found = inflater.total_out();
        match status {
            Status::StreamEnd => Ok(usize::try_from(found).unwrap_or(dst.len())),
            // The output is full and the stream goes on: its full length is not known, but it is more than this.
            _ if found >= dst.len() as u64 && inflater.total_in() < src.len() as u64 => {
                Err(CodecError::TooLong { codec: CODEC, len: found.saturating_add(1), capacity: dst.len() })
            }
            _ => Err(CodecError::Truncated { codec: CODEC, len: src.len() }),
        }
    })
}

/// `DeflateCompressor.compress`, at zlib's default level.
pub(super) fn compress(src: &[u8], dst: &mut Vec<u8>) -> Result<(), CodecError> {
    DEFLATER.with_borrow_mut(|deflater| {
        deflater.reset();
        loop {
            // `compress_vec` uses the spare capacity only.
            dst.reserve(src.len() / 2 + 64);
            let done = usize::try_from(deflater.total_in()).unwrap_or(usize::MAX);
            let rest = src.get(done..).unwrap_or_default();
            match deflater.compress_vec(rest, dst, FlushCompress::Finish) {
                Ok(Status::StreamEnd) => return Ok(()),
                Ok(_) => {}
                Err(e) => return Err(CodecError::Damaged { codec: CODEC, source: Box::new(e) }),
            }
        }
    })
}
