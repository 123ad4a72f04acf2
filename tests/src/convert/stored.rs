//! Data.db as it is stored: in chunks, or as it is with CRC.db beside it.

use cqlite_format::chunks::SstableChunks;
use cqlite_format::compression_info::SstableCompressionInfo;
use cqlite_format::crc::SstableCrc;
use cqlite_sstable::compress::{Codec, CodecKind};
use cqlite_sstable::descriptor::Component;

use super::{decoded, encoded, Conversion, Failure};

impl Conversion<'_> {
    pub fn stored(&mut self, stream: &[u8]) -> Result<(), Failure> {
        if let Some(bytes) = self.read(&Component::CompressionInfo)? {
            return self.chunks(&bytes, stream);
        }
        let crc = Component::Crc;
        self.rewrite(&crc, |model: &mut SstableCrc| {
            let size = usize::try_from(model.chunk_size).map_err(|e| Failure::of(&crc, e))?;
            model.crcs = stream.chunks(size).map(crc32fast::hash).collect();
            Ok(())
        })?;
        let _ = self.out.insert(Component::Data, stream.to_vec());
        Ok(())
    }

    fn chunks(&mut self, info: &[u8], stream: &[u8]) -> Result<(), Failure> {
        let (component, data) = (Component::CompressionInfo, Component::Data);
        let (cx, new) = self.contexts();
        let mut info: SstableCompressionInfo = decoded(&component, info, &cx)?;
        let stored = self.read(&data)?.unwrap_or_default();
        let mut chunks: SstableChunks = decoded(&data, &stored, &cx.with_info(&info))?;

        let kind = CodecKind::from_class_name(&info.compressor.s).map_err(|e| Failure::of(&component, e))?;
        let codec = Codec::of_kind(kind).map_err(|e| Failure::of(&component, e))?;
        let length = usize::try_from(info.chunk_length).map_err(|e| Failure::of(&component, e))?;
        chunks.chunks.truncate(1);
        info.data_length = stream.len() as i64;
        info.chunk_offsets = vec![0];
        let (mut all, mut offsets, mut at) = (Vec::new(), Vec::new(), 0);
        for part in stream.chunks(length) {
            let chunk = chunks.chunks.first_mut().ok_or_else(|| Failure::of(&data, "no chunk"))?;
            let body = &mut chunk.stored.body;
            body.clear();
            codec.compress(part, body).map_err(|e| Failure::of(&data, e))?;
            let most = usize::try_from(info.max_compressed_length).map_err(|e| Failure::of(&component, e))?;
            if body.len() >= most {
                *body = part.to_vec();
                body.resize(part.len().max(most), 0);
            }
            self.set(&data, chunk)?;
            all.push(chunk.clone());
            offsets.push(at);
            // What else is stored with a chunk is for its version to say: it is written by itself to be measured.
            at += encoded(&data, &chunks, &new.with_info(&info))?.len() as i64;
        }
        (chunks.chunks, info.chunk_offsets) = (all, offsets);
        let length: usize = chunks.chunks.iter().map(|chunk| chunk.stored.body.len()).sum();
        let ratio = length as f64 / stream.len() as f64;
        let bytes = encoded(&data, &chunks, &new.with_info(&info))?;
        self.set(&component, &mut info)?;
        let info = encoded(&component, &info, &new)?;
        let _ = self.out.insert(component, info);
        let _ = self.out.insert(data, bytes);
        self.ratio = Some(ratio);
        Ok(())
    }
}
