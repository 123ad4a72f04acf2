//! Dictionaries of Zstandard, as Cassandra makes them and as they are made here.

#[path = "corpora/anew.rs"]
mod anew;

use cqlite_sstable::compress::{CodecError, CodecKind, Compression, Dictionary};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::io::MemorySource;
use cqlite_sstable::writer::Target;
use cqlite_sstable::{OpenOptions, Sstable};

fn of_corpus(path: &str) -> Sstable {
    Sstable::open(cqlite_test_data::corpus().join(path)).expect("an SSTable")
}

/// One with a dictionary that Cassandra has trained.
fn theirs() -> (Sstable, Dictionary) {
    let sstable = of_corpus("ea/compression_zstd_dictionary/ea-2-bti-Data.db");
    let dictionary = Dictionary::of(sstable.compression().expect("compressed")).expect("a dictionary");
    (sstable, dictionary)
}

/// The same rows in chunks of another compression.
fn compressed(sstable: &Sstable, compression: Compression) -> Sstable {
    let mut target = Target::like(sstable, sstable.version()).expect("a target");
    target.compression = Some(compression);
    let components = anew::written(sstable, &target).unwrap_or_else(|e| panic!("{}", e.0));
    let mut source = MemorySource::new();
    components.into_iter().for_each(|(component, bytes)| source.insert(component, bytes));
    OpenOptions::default().open_source("written", sstable.version(), std::sync::Arc::new(source)).expect("an SSTable")
}

fn data(sstable: &Sstable) -> Vec<u8> {
    let mut bytes = Vec::new();
    sstable.data().read_range_into(0, sstable.data().len() as usize, &mut bytes).expect("data");
    bytes
}

fn file_length(sstable: &Sstable) -> usize {
    sstable.required(&Component::Data).expect("Data.db").as_slice().len()
}

fn with(dictionary: Dictionary) -> Result<Compression, CodecError> {
    Compression::new(CodecKind::ZstdDictionary, Some(1024), 0.0)?.dictionary(dictionary)
}

#[test]
fn numbers_are_those_that_cassandra_gives() {
    let (_, dictionary) = theirs();
    // The seconds since Cassandra counts them, and zstd's own number.
    let seconds = dictionary.id().div_euclid(1 << 32);
    let millis = 1_760_918_400_000 + seconds * 1000;
    for millis in [millis, millis + 999] {
        let own = Dictionary::new(dictionary.data().to_vec(), millis).expect("a dictionary");
        assert_eq!(own, dictionary);
    }
    let later = Dictionary::new(dictionary.data().to_vec(), millis + 1000).expect("a dictionary");
    assert_eq!(later.id() - dictionary.id(), 1 << 32);
}

#[test]
fn a_dictionary_that_is_given_is_stored_and_used() {
    let (sstable, dictionary) = theirs();
    let written = compressed(&sstable, with(dictionary.clone()).expect("a compression"));
    assert_eq!(Dictionary::of(written.compression().expect("compressed")), Some(dictionary));
    assert_eq!(data(&written), data(&sstable));
    let plain = compressed(&sstable, Compression::new(CodecKind::Zstd, Some(1024), 0.0).expect("Zstandard"));
    let (with, without) = (file_length(&written), file_length(&plain));
    assert!(with < without, "{with} bytes with the dictionary, {without} without");
}

#[test]
fn a_dictionary_is_trained_of_the_data() {
    let sstable = of_corpus("ea/compression_zstd_dictionary_none/ea-1-bti-Data.db");
    let dictionary = Dictionary::train(&[&sstable], 1024, 1_800_000_000_000).expect("a dictionary");
    assert!(dictionary.data().len() <= 65_536);
    let written = compressed(&sstable, with(dictionary).expect("a compression"));
    assert_eq!(data(&written), data(&sstable));
    let plain = compressed(&sstable, Compression::new(CodecKind::Zstd, Some(1024), 0.0).expect("Zstandard"));
    let (with, without) = (file_length(&written), file_length(&plain));
    assert!(with < without, "{with} bytes with the dictionary, {without} without");
}

#[test]
fn what_is_no_dictionary_is_refused() {
    let (_, dictionary) = theirs();
    let e = Dictionary::new(b"no dictionary".to_vec(), 0).expect_err("no dictionary");
    assert!(matches!(e, CodecError::InvalidDictionary { len: 13, .. }), "{e}");
    // The head is a dictionary's, and the tables after it are cut off.
    let cut = Dictionary::new(dictionary.data()[..40].to_vec(), 0).expect("a head");
    assert!(matches!(with(cut), Err(CodecError::InvalidDictionary { len: 40, .. })));
    let e = Compression::new(CodecKind::Lz4, None, 0.0).and_then(|lz4| lz4.dictionary(dictionary));
    assert!(matches!(e, Err(CodecError::InvalidDictionary { codec: CodecKind::Lz4, .. })));
    let small = of_corpus("ea/simple/ea-1-bti-Data.db");
    let e = Dictionary::train(&[&small], 4096, 0).expect_err("too little");
    assert!(matches!(e, CodecError::TooFewSamples { found: 1, least: 11, .. }), "{e}");
}
