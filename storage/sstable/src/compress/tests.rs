use super::*;
use crate::io::{FileSource, MemoryBytes, ReadAt};
use crate::Limits;
use cqlite_format::version::SstableVersion;
use cqlite_runtime::checksum::Algorithm;
use std::io;
use std::sync::Arc;

/// Bytes that compress, but not to nothing.
fn sample(len: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut out = Vec::with_capacity(len);
    while out.len() < len {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        out.extend_from_slice(&state.to_be_bytes()[..3]);
        out.extend_from_slice(b"partition");
    }
    out.truncate(len);
    out
}

fn random(len: usize) -> Vec<u8> {
    let mut state = 88_172_645_463_325_252_u64;
    let next = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    (0..len).map(next).collect()
}

fn codec(kind: CodecKind) -> Codec {
    Codec::of_kind(kind).unwrap()
}

/// A store that is not in memory, so that the scratch buffer is used; counts requests.
struct Store(Vec<u8>, std::sync::atomic::AtomicUsize);

impl ReadAt for Store {
    fn len(&self) -> u64 {
        self.0.len() as u64
    }
    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<usize> {
        let _ = self.1.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        MemoryBytes::from(self.0.as_slice()).read_at(offset, buf)
    }
}

fn version() -> SstableVersion {
    SstableVersion::find("oa").unwrap()
}

/// Writes a `Data.db` as `CompressedSequentialWriter.flushData` does.
fn compressed(data: &[u8], kind: CodecKind, chunk: u32, max: u32) -> (Vec<u8>, ChunkMapParts) {
    let (mut file, mut offsets) = (Vec::new(), Vec::new());
    for part in data.chunks(chunk as usize) {
        let from = file.len();
        offsets.push(from as u64);
        codec(kind).compress(part, &mut file).unwrap();
        if file.len() - from >= max as usize {
            file.truncate(from);
            file.extend_from_slice(part);
            file.resize(file.len().max(from + max as usize), 0);
        }
        let crc = crc32fast::hash(&file[from..]);
        file.extend_from_slice(&crc.to_be_bytes());
    }
    let data_length = data.len() as u64;
    let (version, info) = (version(), Arc::default());
    (file, ChunkMapParts { version, info, chunk_length: chunk, max_compressed_length: max, data_length, offsets })
}

fn reader(file: Vec<u8>, parts: ChunkMapParts, kind: CodecKind, checksums: ChecksumMode) -> ChunkReader {
    let map = ChunkMap::new(parts, file.len() as u64, &Limits::DEFAULT).unwrap();
    ChunkReader::new(Arc::new(MemoryBytes::from(file)), map, codec(kind), checksums)
}

fn stream(source: &DataSource, from: u64) -> Vec<u8> {
    let mut cursor = source.cursor(from);
    let mut all = Vec::new();
    loop {
        // Leave a few bytes unread each time, as a parser does with a row that is cut by a chunk's end.
        let n = cursor.data().len().saturating_sub(7);
        all.extend_from_slice(&cursor.data()[..n]);
        cursor.consume(n);
        if !cursor.fill().unwrap() {
            all.extend_from_slice(cursor.data());
            return all;
        }
    }
}

#[test]
fn every_codec_reads_what_it_wrote() {
    for kind in CodecKind::ALL {
        for len in [0, 1, 100, 16_384, 100_000] {
            for data in [sample(len), random(len)] {
                let mut packed = b"before".to_vec();
                codec(kind).compress(&data, &mut packed).unwrap();
                let mut out = vec![0xaa; len + 10];
                if len == 0 && kind == CodecKind::Noop {
                    continue;
                }
                assert_eq!(codec(kind).decompress(&packed[6..], &mut out).unwrap(), len, "{kind}");
                assert_eq!(&out[..len], data);
                // Exactly enough room is enough.
                assert_eq!(codec(kind).decompress(&packed[6..], &mut out[..len]).unwrap(), len, "{kind} exact");
            }
        }
    }
}

#[test]
fn class_names_select_codecs() {
    for kind in CodecKind::ALL {
        let simple = kind.class_name();
        assert_eq!(Codec::new(simple, [], None).unwrap().kind(), kind);
        assert_eq!(Codec::new(&format!("org.apache.cassandra.io.compress.{simple}"), [], None).unwrap().kind(), kind);
    }
    for class in ["EncryptionCompressor", "com.datastax.bdp.Encryptor", "com.example.LZ4Compressor", "lz4", ""] {
        let e = Codec::new(class, [], None).unwrap_err();
        assert!(matches!(&e, CodecError::UnsupportedCodec { class: named } if named == class));
        assert_eq!(e.path(), "compressor");
        assert!(e.to_string().contains("LZ4Compressor, SnappyCompressor, DeflateCompressor, ZstdCompressor"), "{e}");
    }
}

#[test]
fn options_are_ignored_checked_or_refused() {
    let ok = [("crc_check_chance", "0.5"), ("lz4_compressor_type", "high")];
    assert!(Codec::new("LZ4Compressor", ok, None).is_ok());
    let e = Codec::new("LZ4Compressor", [("a", "b"), ("org.apache.cassandra.new", "1")], None).unwrap_err();
    assert_eq!(e.path(), "options[1].key");
    assert!(
        matches!(e, CodecError::UnsupportedOption { codec: CodecKind::Lz4, index: 1, key } if key.ends_with(".new"))
    );
    assert!(Codec::new("ZstdCompressor", [("compression_level", "-5")], None).is_ok());
    let e = Codec::new("ZstdCompressor", [("compression_level", "high")], None).unwrap_err();
    assert_eq!(e.path(), "options[0].value");
    assert!(matches!(e, CodecError::InvalidOption { value, .. } if value == "high"));
    let e = Codec::new("ZstdCompressor", [], Some(b"dictionary")).unwrap_err();
    assert_eq!(e.path(), "dictionary.data");
    assert!(matches!(e, CodecError::InvalidDictionary { len: 10, .. }));
    // The magic number of a dictionary with nothing after it.
    let e = Codec::new("ZstdDictionaryCompressor", [], Some(&[0x37, 0xa4, 0x30, 0xec, 1, 0, 0, 0])).unwrap_err();
    assert!(matches!(e, CodecError::InvalidDictionary { len: 8, .. }));
}

#[test]
fn dictionaries_are_needed_to_read_what_they_compressed() {
    let samples = sample(60_000);
    let with = Codec::new("ZstdDictionaryCompressor", [("compression_level", "5")], Some(&samples[..4096])).unwrap();
    let mut packed = Vec::new();
    with.compress(&samples[..1000], &mut packed).unwrap();
    assert!(packed.len() < 100, "{}", packed.len());
    let mut out = vec![0; 1000];
    assert_eq!(with.decompress(&packed, &mut out).unwrap(), 1000);
    assert_eq!(out, samples[..1000]);
    assert!(codec(CodecKind::ZstdDictionary).decompress(&packed, &mut out).is_err());
}

#[test]
fn damage_is_an_error_and_never_more_than_the_room() {
    let data = sample(5000);
    for kind in CodecKind::ALL.into_iter().filter(|kind| *kind != CodecKind::Noop) {
        let mut packed = Vec::new();
        codec(kind).compress(&data, &mut packed).unwrap();
        let mut out = vec![0; 5000];
        let e = codec(kind).decompress(&packed, &mut out[..4999]).unwrap_err();
        assert!(matches!(e, CodecError::TooLong { capacity: 4999, .. }), "{kind}: {e:?}");
        for cut in [0, 1, 3, 4, packed.len() / 2, packed.len() - 1] {
            let e = codec(kind).decompress(&packed[..cut], &mut out);
            assert!(e.is_err(), "{kind} cut at {cut}");
        }
        for at in 0..packed.len().min(300) {
            let mut bent = packed.clone();
            bent[at] ^= 0x55;
            let _ = codec(kind).decompress(&bent, &mut out);
        }
    }
    let mut out = [0; 8];
    assert!(matches!(
        codec(CodecKind::Noop).decompress(&[0; 9], &mut out),
        Err(CodecError::TooLong { len: 9, capacity: 8, .. })
    ));
    assert!(matches!(
        codec(CodecKind::Lz4).decompress(&[0xff, 0xff, 0xff, 0xff, 0], &mut out),
        Err(CodecError::TooLong { len: 0xffff_ffff, .. })
    ));
    // One literal where two are declared.
    assert!(matches!(
        codec(CodecKind::Lz4).decompress(&[2, 0, 0, 0, 0x10, b'a'], &mut out),
        Err(CodecError::LengthMismatch { declared: 2, found: 1, .. })
    ));
    assert!(matches!(codec(CodecKind::Lz4).decompress(&[2, 0], &mut out), Err(CodecError::Truncated { len: 2, .. })));
    assert!(matches!(codec(CodecKind::Deflate).decompress(&[9, 9, 9, 9], &mut out), Err(CodecError::Damaged { .. })));
}

#[test]
fn chunks_stream_and_points_agree() {
    for kind in CodecKind::ALL {
        for (data, max) in [(sample(70_001), i32::MAX as u32), (random(70_001), 4096), (sample(70_001), 2000)] {
            let (file, parts) = compressed(&data, kind, 4096, max);
            let map = ChunkMap::new(parts.clone(), file.len() as u64, &Limits::DEFAULT).unwrap();
            let store = Arc::new(Store(file.clone(), 0.into()));
            let pread = ChunkReader::new(store.clone(), map, codec(kind), ChecksumMode::Always);
            let memory = reader(file, parts, kind, ChecksumMode::Always);
            for source in [DataSource::from(pread), DataSource::from(memory)] {
                assert_eq!(source.len(), 70_001);
                assert_eq!(stream(&source, 0), data, "{kind} {max}");
                assert_eq!(stream(&source, 5000), data[5000..]);
                for (at, len) in [(0, 1), (4095, 2), (100, 20_000), (0, 70_001), (70_000, 1), (8192, 4096), (3, 0)] {
                    let mut out = vec![1];
                    source.read_range_into(at as u64, len, &mut out).unwrap();
                    assert_eq!(out[1..], data[at..at + len], "{kind} {at}+{len}");
                }
                let e = source.read_range_into(70_000, 2, &mut Vec::new()).unwrap_err();
                assert!(matches!(e, ChunkError::OutOfRange { position: 70_000, len: 2, data_length: 70_001 }));
            }
        }
    }
}

#[test]
fn scans_read_ahead_and_points_are_cached() {
    let data = sample(400_000);
    let (file, parts) = compressed(&data, CodecKind::Noop, 4096, i32::MAX as u32);
    let map = ChunkMap::new(parts, file.len() as u64, &Limits::DEFAULT).unwrap();
    let store = Arc::new(Store(file, 0.into()));
    let reader = ChunkReader::new(store.clone(), map, codec(CodecKind::Noop), ChecksumMode::Always);
    let source = DataSource::from(reader);
    let requests = || store.1.swap(0, std::sync::atomic::Ordering::Relaxed);
    assert_eq!(stream(&source, 0), data);
    assert!(requests() <= 2, "256 KiB a request");
    for _ in 0..10 {
        source.read_range_into(10, 10, &mut Vec::new()).unwrap();
        source.read_range_into(300_000, 10, &mut Vec::new()).unwrap();
    }
    assert_eq!(requests(), 2);
}

#[test]
fn cursors_seek_forth_and_back() {
    let data = sample(50_000);
    let (file, parts) = compressed(&data, CodecKind::Lz4, 4096, i32::MAX as u32);
    let packed = DataSource::from(reader(file, parts, CodecKind::Lz4, ChecksumMode::Always));
    let plain =
        PlainReader::new(Arc::new(MemoryBytes::from(data.clone())), None, ChecksumMode::Always, &Limits::DEFAULT)
            .unwrap();
    for source in [packed, DataSource::from(plain)] {
        let mut cursor = source.cursor(0);
        for at in [0_usize, 100, 4096, 4095, 49_999, 12_345, 12_346] {
            cursor.seek(at as u64);
            assert!(cursor.fill_to(1).unwrap());
            assert_eq!((cursor.position(), cursor.data()[0]), (at as u64, data[at]));
        }
        cursor.seek(49_990);
        assert!(!cursor.fill_to(11).unwrap());
        assert_eq!(cursor.data(), &data[49_990..]);
        assert!(cursor.is_at_end());
        cursor.seek(60_000);
        assert!(!cursor.fill().unwrap());
        assert_eq!(cursor.data(), b"");
    }
}

#[test]
fn a_wrong_checksum_names_offset_field_and_both_values() {
    let (mut file, parts) = compressed(&sample(10_000), CodecKind::Lz4, 4096, i32::MAX as u32);
    let at = parts.offsets[1];
    let from = usize::try_from(at).unwrap();
    let stored = file[from..usize::try_from(parts.offsets[2]).unwrap()].to_vec();
    let (bytes, crc) = stored.split_at(stored.len() - 4);
    file[from + 20] ^= 1;
    let mut bent = bytes.to_vec();
    bent[20] ^= 1;
    let (expected, found) = (u32::from_be_bytes(crc.try_into().unwrap()), crc32fast::hash(&bent));
    let mut dst = vec![0; 4096];
    let checked = reader(file.clone(), parts.clone(), CodecKind::Lz4, ChecksumMode::Always);
    let e = checked.read_into(ChunkIndex(1), &mut Scratch::new(), &mut dst).unwrap_err();
    let sums = format!("stored checksum {expected:#010x} is not that of the bytes, {found:#010x}");
    assert_eq!(e.to_string(), format!("at offset {at}, field chunks[1].stored.crc: {sums}"));
    let careless = reader(file, parts, CodecKind::Lz4, ChecksumMode::Never);
    let unchecked = careless.read_into(ChunkIndex(1), &mut Scratch::new(), &mut dst);
    assert!(!matches!(unchecked, Err(ChunkError::ChecksumMismatch { .. })));
}

#[test]
fn chunks_of_a_wrong_length_are_refused() {
    let (file, mut parts) = compressed(&sample(8000), CodecKind::Lz4, 4096, i32::MAX as u32);
    let mut dst = vec![0; 4096];
    // A longer last chunk is not cut: what is behind the length of the data would be lost without a word …
    parts.data_length = 7000;
    let long = reader(file.clone(), parts.clone(), CodecKind::Lz4, ChecksumMode::Always);
    let e = long.read_into(ChunkIndex(1), &mut Scratch::new(), &mut dst).unwrap_err();
    assert!(matches!(e, ChunkError::WrongLength { expected: 2904, found: 3904, .. }), "{e}");
    // … and a shorter one is not made up.
    parts.data_length = 8100;
    let short = reader(file.clone(), parts.clone(), CodecKind::Lz4, ChecksumMode::Always);
    let e = short.read_into(ChunkIndex(1), &mut Scratch::new(), &mut dst).unwrap_err();
    assert!(matches!(e, ChunkError::WrongLength { expected: 4004, found: 3904, .. }), "{e}");
    let (at, what) = (parts.offsets[1], "expected 4004 bytes of data, found 3904");
    assert_eq!(e.to_string(), format!("at offset {at}, field chunks[1].stored.body: {what}"));
    parts.chunk_length = 2048;
    parts.data_length = 4096;
    let long = reader(file, parts, CodecKind::Lz4, ChecksumMode::Always);
    let e = long.read_into(ChunkIndex(0), &mut Scratch::new(), &mut dst).unwrap_err();
    assert!(matches!(e, ChunkError::Codec { source: CodecError::TooLong { .. }, .. }), "{e}");
    assert_eq!(e.path(), "chunks[0].stored.body");
    assert!(matches!(long.read_into(ChunkIndex(2), &mut Scratch::new(), &mut dst), Err(ChunkError::OutOfRange { .. })));
    // Raw chunks longer than a chunk.
    let (file, mut parts) = compressed(&random(4096), CodecKind::Lz4, 4096, 4096);
    parts.chunk_length = 2048;
    parts.data_length = 2000;
    let long = reader(file, parts, CodecKind::Lz4, ChecksumMode::Always);
    let e = long.read_into(ChunkIndex(0), &mut Scratch::new(), &mut dst).unwrap_err();
    assert!(matches!(e, ChunkError::WrongLength { expected: 2000, found: 4096, .. }), "{e}");
}

#[test]
fn a_file_that_shrank_is_an_io_error() {
    let (mut file, parts) = compressed(&sample(8000), CodecKind::Lz4, 4096, i32::MAX as u32);
    let map = ChunkMap::new(parts, file.len() as u64, &Limits::DEFAULT).unwrap();
    file.truncate(file.len() - 10);
    for source in [Arc::new(Store(file.clone(), 0.into())) as Arc<dyn ReadAt>, Arc::new(MemoryBytes::from(file))] {
        let reader = ChunkReader::new(source, map.clone(), codec(CodecKind::Lz4), ChecksumMode::Always);
        let e = reader.read_into(ChunkIndex(1), &mut Scratch::new(), &mut [0; 4096]).unwrap_err();
        assert!(matches!(e, ChunkError::Io { chunk: ChunkIndex(1), .. }), "{e}");
    }
}

#[test]
fn impossible_chunk_maps_are_refused() {
    let parts = |chunk_length, data_length, offsets: &[u64]| ChunkMapParts {
        version: version(),
        info: Arc::default(),
        chunk_length,
        max_compressed_length: i32::MAX as u32,
        data_length,
        offsets: offsets.to_vec(),
    };
    let check = |p: ChunkMapParts, file| ChunkMap::new(p, file, &Limits::DEFAULT).unwrap_err();
    for bad in [0, 3, 4097, 1 << 28, u32::MAX] {
        let e = check(parts(bad, 1, &[0]), 10);
        assert_eq!(
            (e.path().as_str(), e),
            ("chunk_length", ChunkMapError::InvalidChunkLength { chunk_length: bad, limit: 1 << 27 })
        );
    }
    let e = check(parts(4096, 4097, &[0]), 10);
    assert_eq!(e, ChunkMapError::ChunkCount { data_length: 4097, chunk_length: 4096, expected: 2, found: 1 });
    assert_eq!(e.path(), "data_length");
    assert!(matches!(check(parts(4096, u64::MAX, &[0]), 10), ChunkMapError::ChunkCount { .. }));
    let e = check(parts(4096, 5000, &[0, 4]), 10);
    assert_eq!(e, ChunkMapError::ChunkOrder { chunk: ChunkIndex(0), offset: 0, next: 4 });
    let e = check(parts(4096, 5000, &[9, 4]), 10);
    assert_eq!(e, ChunkMapError::ChunkOrder { chunk: ChunkIndex(0), offset: 9, next: 4 });
    let e = check(parts(4096, 5000, &[0, 20]), 20);
    assert_eq!(e, ChunkMapError::ChunkOrder { chunk: ChunkIndex(1), offset: 20, next: 20 });
    assert_eq!(e.path(), "chunk_offsets[1]");
    let e = check(parts(4096, 5000, &[0, 20]), 1 << 40);
    assert!(matches!(e, ChunkMapError::ChunkTooLong { chunk: ChunkIndex(1), offset: 20, .. }));
    assert_eq!(e.path(), "chunk_offsets[1]");
    assert!(ChunkMap::new(parts(4096, 0, &[]), 0, &Limits::DEFAULT).is_ok());
    // Chunks of nothing after the data, as real files of 3.0 have them.
    let map = ChunkMap::new(parts(4096, 5000, &[0, 10, 30, 34]), 43, &Limits::DEFAULT).unwrap();
    assert_eq!((map.chunks().count(), map.stored_range(ChunkIndex(1))), (2, Some(10..30)));
    assert_eq!(map.stored_range(ChunkIndex(2)), None);
}

#[test]
fn uncompressed_data_is_checked_by_block() {
    let data = sample(10_000);
    let checksums: Vec<u32> = data.chunks(4000).map(crc32fast::hash).chain([0, 0]).collect();
    let table = CrcTable { chunk_size: 4000, checksums, algorithm: Algorithm::Crc32 };
    let mut bent = data.clone();
    bent[8100] ^= 1;
    for (bytes, is_bent) in [(data.clone(), false), (bent, true)] {
        let in_memory: Arc<dyn ReadAt> = Arc::new(MemoryBytes::from(bytes.clone()));
        for store in [in_memory, Arc::new(Store(bytes, 0.into()))] {
            let reader =
                PlainReader::new(store.clone(), Some(table.clone()), ChecksumMode::Always, &Limits::DEFAULT).unwrap();
            let source = DataSource::from(reader);
            let mut out = Vec::new();
            source.read_range_into(3999, 2, &mut out).unwrap();
            assert_eq!(out, data[3999..4001]);
            if !is_bent {
                assert_eq!(stream(&source, 0), data);
                continue;
            }
            let mut cursor = source.cursor(0);
            assert!(cursor.fill().unwrap() && cursor.fill().unwrap());
            let e = cursor.fill().unwrap_err();
            assert!(matches!(e, ChunkError::BlockChecksumMismatch { chunk: ChunkIndex(2), .. }), "{e}");
            assert!(e.to_string().starts_with("at offset 8000, field crcs[2]: checksum "), "{e}");
            assert_eq!(cursor.data(), &data[..8000]);
            assert!(source.read_range_into(8000, 1, &mut out).is_err());
            let careless = PlainReader::new(store, Some(table.clone()), ChecksumMode::Never, &Limits::DEFAULT).unwrap();
            assert_eq!(stream(&careless.into(), 0).len(), 10_000);
        }
    }
    let short = CrcTable { checksums: vec![0; 2], ..table.clone() };
    let store: Arc<dyn ReadAt> = Arc::new(MemoryBytes::from(data));
    let e = PlainReader::new(store.clone(), Some(short), ChecksumMode::Always, &Limits::DEFAULT).err().unwrap();
    assert!(matches!(e, CrcTableError::ChecksumCount { expected: 3, found: 2, .. }));
    assert_eq!(e.path(), "crcs");
    let zero = CrcTable { chunk_size: 0, checksums: vec![], ..table };
    let e = PlainReader::new(store, Some(zero), ChecksumMode::Always, &Limits::DEFAULT).err().unwrap();
    assert_eq!(
        (e.path().as_str(), e),
        ("chunk_size", CrcTableError::InvalidChunkSize { chunk_size: 0, limit: 1 << 27 })
    );
}

#[test]
fn a_scratch_buffer_of_another_reader_is_not_trusted() {
    let readers: Vec<_> = [sample(4000), random(4000)]
        .map(|data| {
            let (file, parts) = compressed(&data, CodecKind::Noop, 4096, i32::MAX as u32);
            let map = ChunkMap::new(parts, file.len() as u64, &Limits::DEFAULT).unwrap();
            ChunkReader::new(Arc::new(Store(file, 0.into())), map, codec(CodecKind::Noop), ChecksumMode::Always)
        })
        .into();
    let (mut scratch, mut a, mut b) = (Scratch::with_read_ahead(1 << 16), vec![0; 4096], vec![0; 4096]);
    let _ = readers[0].read_into(ChunkIndex(0), &mut scratch, &mut a).unwrap();
    let _ = readers[1].read_into(ChunkIndex(0), &mut scratch, &mut b).unwrap();
    assert_eq!((&a[..4000], &b[..4000]), (&sample(4000)[..], &random(4000)[..]));
}

#[test]
fn file_sources_work_too() {
    let path = std::env::temp_dir().join(format!("cqlite-compress-{}", std::process::id()));
    let (file, parts) = compressed(&sample(20_000), CodecKind::Zstd, 4096, i32::MAX as u32);
    std::fs::write(&path, &file).unwrap();
    let map = ChunkMap::new(parts, file.len() as u64, &Limits::DEFAULT).unwrap();
    let store = FileSource::new(std::fs::File::open(&path).unwrap()).unwrap();
    let reader = ChunkReader::new(Arc::new(store), map, codec(CodecKind::Zstd), ChecksumMode::Always);
    assert_eq!(stream(&reader.into(), 0), sample(20_000));
    std::fs::remove_file(path).unwrap();
}
