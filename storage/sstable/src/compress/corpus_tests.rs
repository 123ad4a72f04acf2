use super::*;
use crate::descriptor::{discover, Component};
use crate::io::{open_file, AccessMode};
use crate::Limits;
use cqlite_format::chunks::StoredChunkRef;
use cqlite_format::version::SstableVersion;
use cqlite_test_data::{bytes, recorded as lines, shared as corpus};
use md5::{Digest, Md5};

/// A `CompressionInfo.db` taken apart for these tests alone: the product's parser is generated, and stands above us.
struct Info<'b>(&'b [u8]);

impl Info<'_> {
    fn take<const N: usize>(&mut self) -> [u8; N] {
        let (head, rest) = self.0.split_first_chunk().unwrap();
        self.0 = rest;
        *head
    }
    fn u32(&mut self) -> u32 {
        u32::from_be_bytes(self.take())
    }
    fn u64(&mut self) -> u64 {
        u64::from_be_bytes(self.take())
    }
    fn text(&mut self) -> String {
        let len = usize::from(u16::from_be_bytes(self.take()));
        let (text, rest) = self.0.split_at(len);
        self.0 = rest;
        String::from_utf8(text.to_vec()).unwrap()
    }
}

fn parse(bytes: &[u8], has_max: bool, version: SstableVersion) -> (Codec, ChunkMapParts) {
    let mut info = Info(bytes);
    let class = info.text();
    let options: Vec<_> = (0..info.u32()).map(|_| (info.text(), info.text())).collect();
    let chunk_length = info.u32();
    let max_compressed_length = if has_max { info.u32() } else { i32::MAX as u32 };
    let data_length = info.u64();
    let offsets = (0..info.u32()).map(|_| info.u64()).collect();
    let codec = Codec::new(&class, options.iter().map(|(k, v)| (k.as_str(), v.as_str())), None).unwrap();
    let info = std::sync::Arc::default();
    (codec, ChunkMapParts { version, info, chunk_length, max_compressed_length, data_length, offsets })
}

#[test]
fn compressed_files_hold_what_cassandra_reads_in_them() {
    let Some(corpus) = corpus() else { return };
    let (mut files, mut chunks, mut codecs) = (0, 0, std::collections::BTreeMap::new());
    for line in lines("data.txt") {
        let fields: Vec<&str> = line.split(' ').collect();
        let path = corpus.join(fields[0]);
        let descriptor = discover(&path).unwrap().sstables.remove(0).descriptor;
        let info = std::fs::read(descriptor.path_of(&Component::CompressionInfo)).unwrap();
        let (codec, parts) = parse(&info, fields[1] == "true", descriptor.version().features());
        *codecs.entry(codec.kind().class_name()).or_insert(0) += 1;
        for mode in [AccessMode::Mmap, AccessMode::Pread] {
            let store = open_file(&path, mode).unwrap();
            let map =
                ChunkMap::new(parts.clone(), store.len(), &Limits::DEFAULT).unwrap_or_else(|e| panic!("{line}: {e}"));
            chunks += map.chunks().count();
            let source = DataSource::from(ChunkReader::new(store, map, codec.clone(), ChecksumMode::Always));
            assert_eq!(source.len().to_string(), fields[2]);
            let mut md5 = Md5::new();
            let mut cursor = source.cursor(0);
            while cursor.fill().unwrap_or_else(|e| panic!("{line}: {e}")) {
                md5.update(cursor.data());
                cursor.consume(usize::MAX);
            }
            assert_eq!(md5.finalize().as_slice(), bytes(fields[3]).unwrap(), "{line}");
            let mut all = Vec::new();
            source.read_range_into(0, usize::try_from(source.len()).unwrap(), &mut all).unwrap();
            assert_eq!(Md5::digest(&all).as_slice(), bytes(fields[3]).unwrap(), "{line}");
        }
        files += 1;
    }
    eprintln!("{files} files, {chunks} chunks, {codecs:?}");
    assert!(files >= 120, "{files}");
}

#[test]
fn crc_components_are_those_cassandra_writes() {
    let mut blocks = 0;
    for line in lines("crc.txt") {
        let (data, crc) = line.split_once(' ').unwrap();
        let (data, crc) = (bytes(data).unwrap(), bytes(crc).unwrap());
        let (size, rest) = crc.split_first_chunk().unwrap();
        let checksums = rest.chunks_exact(4).map(|crc| u32::from_be_bytes(crc.try_into().unwrap())).collect();
        let algorithm = cqlite_runtime::checksum::Algorithm::Crc32;
        let table = CrcTable { chunk_size: u32::from_be_bytes(*size), checksums, algorithm };
        let store = std::sync::Arc::new(crate::io::MemoryBytes::from(data.clone()));
        let source =
            DataSource::from(PlainReader::new(store, Some(table), ChecksumMode::Always, &Limits::DEFAULT).unwrap());
        let mut cursor = source.cursor(0);
        while cursor.fill().unwrap_or_else(|e| panic!("{line}: {e}")) {
            blocks += 1;
        }
        assert_eq!(cursor.data(), data);
    }
    assert_eq!(blocks, 1 + 1 + 1 + 2 + 2 + 3);
}

#[test]
fn chunks_written_by_cassandra_are_read() {
    let (mut files, mut raw, mut codecs) = (0, 0, std::collections::BTreeSet::new());
    for line in lines("chunks.txt") {
        let fields: Vec<_> = line.split(' ').map(|field| bytes(field).unwrap()).collect();
        let [data, info, file] = fields.try_into().unwrap();
        let (codec, parts) = parse(&info, true, SstableVersion::find("nb").unwrap());
        let _ = codecs.insert(codec.kind());
        let map = ChunkMap::new(parts, file.len() as u64, &Limits::DEFAULT).unwrap();
        for chunk in (0..map.chunks().count()).map(ChunkIndex) {
            let range = map.stored_range(chunk).unwrap();
            let bytes = &file[range.start as usize..range.end as usize];
            let stored = StoredChunkRef::read(&mut cqlite_runtime::Reader::new(bytes), &map.chunk_params()).unwrap();
            raw += u32::from(stored.body.len() >= map.max_compressed_length() as usize);
        }
        let store = std::sync::Arc::new(crate::io::MemoryBytes::from(file));
        let source = DataSource::from(ChunkReader::new(store, map, codec, ChecksumMode::Always));
        let mut all = Vec::new();
        source.read_range_into(0, data.len(), &mut all).unwrap_or_else(|e| panic!("{line}: {e}"));
        assert_eq!(all, data);
        files += 1;
    }
    assert_eq!((files, codecs.len()), (45, 5));
    assert!(raw > 10, "{raw}");
}

#[test]
fn dictionaries_trained_by_cassandras_library_work() {
    let lines = lines("dictionary.txt");
    let dictionary = bytes(&lines[0]).unwrap();
    let codec = Codec::new("ZstdDictionaryCompressor", [], Some(&dictionary)).unwrap();
    for line in &lines[1..] {
        let (data, packed) = line.split_once(' ').unwrap();
        let (data, packed) = (bytes(data).unwrap(), bytes(packed).unwrap());
        let mut out = vec![0; data.len()];
        assert_eq!(codec.decompress(&packed, &mut out).unwrap(), data.len());
        assert_eq!(out, data);
        assert!(Codec::of_kind(CodecKind::ZstdDictionary).unwrap().decompress(&packed, &mut out).is_err());
        let mut ours = Vec::new();
        codec.compress(&data, &mut ours).unwrap();
        assert_eq!(codec.decompress(&ours, &mut out).unwrap(), data.len());
    }
    assert_eq!(lines.len(), 5);
}
