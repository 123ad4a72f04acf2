//! What a build lacks is refused by name; what it has is read.

use cqlite::{ErrorKind, Sstable};

/// Tables of the corpus, the codec of each, the feature that it needs, and whether this build has it.
const CODECS: &[(&str, &str, &str, bool)] = &[
    ("compression_none", "", "", true),
    ("compression_noop", "", "", true),
    ("compression_lz4_16", "LZ4Compressor", "lz4", cfg!(feature = "lz4")),
    ("compression_snappy_4", "SnappyCompressor", "snappy", cfg!(feature = "snappy")),
    ("compression_deflate_4", "DeflateCompressor", "deflate", cfg!(feature = "deflate")),
    ("compression_zstd_4", "ZstdCompressor", "zstd", cfg!(feature = "zstd")),
];

#[test]
fn a_codec_that_is_not_built_is_named() {
    for (table, codec, feature, is_built) in CODECS {
        let opened = Sstable::open(cqlite_test_data::corpus().join("oa").join(table).join("oa-1-big-Data.db"));
        if *is_built {
            let rows: Result<Vec<_>, _> = opened.expect("a codec of this build").rows().collect();
            assert!(!rows.expect("sound data").is_empty(), "{table}");
        } else {
            let e = opened.expect_err(table);
            let expected = format!("{codec} is not part of this build (feature {feature})");
            assert!(e.kind() == ErrorKind::Unsupported && e.to_string().ends_with(&expected), "{e:?}");
        }
    }
}
