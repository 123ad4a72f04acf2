//! The uncompressed stream of Data.db.

use std::io::Read;

use cqlite_format::chunks::SstableChunks;
use cqlite_format::compression_info::SstableCompressionInfo;

/// What the chunks hold.
pub fn decompress(info: &SstableCompressionInfo, chunks: &SstableChunks) -> Result<Vec<u8>, String> {
    let (length, chunk_length) = (info.data_length as usize, info.chunk_length as usize);
    let mut out = Vec::with_capacity(length);
    for chunk in &chunks.chunks {
        let wanted = (length - out.len()).min(chunk_length);
        let body = &chunk.stored.body;
        let is_plain = body.len() as i64 >= i64::from(info.max_compressed_length);
        let plain = if wanted == 0 {
            Vec::new()
        } else if is_plain {
            body.get(..wanted).ok_or("a short chunk")?.to_vec()
        } else {
            inflate(info, body, wanted).map_err(|e| format!("{}: {e}", info.compressor.s))?
        };
        out.extend_from_slice(&plain);
    }
    if out.len() == length {
        Ok(out)
    } else {
        Err(format!("{} bytes where {length} are declared", out.len()))
    }
}

fn inflate(info: &SstableCompressionInfo, body: &[u8], wanted: usize) -> Result<Vec<u8>, String> {
    match info.compressor.s.as_str() {
        "LZ4Compressor" => {
            lz4_flex::block::decompress(body.get(4..).ok_or("no length")?, wanted).map_err(|e| e.to_string())
        }
        "SnappyCompressor" => snap::raw::Decoder::new().decompress_vec(body).map_err(|e| e.to_string()),
        "DeflateCompressor" => {
            let mut out = Vec::new();
            flate2::read::ZlibDecoder::new(body).read_to_end(&mut out).map_err(|e| e.to_string())?;
            Ok(out)
        }
        "ZstdCompressor" | "ZstdDictionaryCompressor" => {
            let dictionary = info.dictionary.as_ref().map_or(&[][..], |d| &d.data);
            let mut zstd = zstd::bulk::Decompressor::with_dictionary(dictionary).map_err(|e| e.to_string())?;
            zstd.decompress(body, wanted).map_err(|e| e.to_string())
        }
        "NoopCompressor" => Ok(body.to_vec()),
        _ => Err("unknown".to_owned()),
    }
}
