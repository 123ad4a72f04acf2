//! SSTables anew.

use std::fs;

use crate::run;
use crate::util::{copy, corpus, Folder};

fn dumped(path: &str) -> Vec<String> {
    let text = run!("dump", path).ok();
    text.lines().filter(|line| !line.contains("\"position\"")).map(str::to_owned).collect()
}

#[test]
fn an_sstable_becomes_one_of_another_version() {
    let folder = Folder::new();
    copy("nb/static_rows/nb-1-big", folder.path());
    let (old, new) = (folder.join("nb-1-big-Data.db"), folder.join("new"));
    let [old, new] = [&old, &new].map(|path| path.to_str().expect("a path").to_owned());
    let before = fs::read(&old).expect("the data");
    let said = run!("rewrite", &old, "--to", "da", "--compression", "none", "-o", &new).ok();
    assert!(said.contains("da-1-bti: 4 partitions, "), "{said}");
    assert_eq!(dumped(&format!("{new}/da-1-bti-Data.db")), dumped(&old));
    // The next one has the next number, and nothing is written over.
    let first = fs::read(format!("{new}/da-1-bti-Data.db")).expect("the data");
    let said = run!("rewrite", &old, "--to", "da", "-o", &new).ok();
    assert!(said.contains("da-2-bti: "), "{said}");
    assert_eq!(fs::read(format!("{new}/da-1-bti-Data.db")).expect("the data"), first);
    assert_eq!(fs::read(&old).expect("the data"), before);
    let left = fs::read_dir(&new)
        .expect("a folder")
        .filter(|e| e.as_ref().is_ok_and(|e| e.file_name().to_string_lossy().ends_with(".tmp")));
    assert_eq!(left.count(), 0);
}

#[test]
fn what_cannot_be_done_is_said() {
    let folder = Folder::new();
    copy("nb/static_rows/nb-1-big", folder.path());
    let path = folder.join("nb-1-big-Data.db");
    let path = path.to_str().expect("a path");
    let _ = run!("rewrite", path).fails(2, &["where to write is not given: -o DIR"]);
    let new = folder.join("new");
    let new = new.to_str().expect("a path");
    let _ = run!("rewrite", path, "--to", "zz", "-o", new)
        .fails(2, &["version \"zz\" is not written; written are me, nb, oa, pa, da, ea"]);
    let _ = run!("rewrite", path, "-o", path).fails(4, &[path]);
    // One folder does not tell tables apart.
    let (other, none) = (Folder::with("nb/simple/nb-1-big"), folder.join("none"));
    for args in [&["rewrite"][..], &["split", "--size", "1KiB"], &["extract", "--key", "1"], &["salvage"], &["rebuild"]]
    {
        let all = args.iter().map(std::ffi::OsString::from).chain([path.into(), other.path().into()]);
        let run = crate::util::cqlite(all.chain(["-o".into(), none.clone().into()]));
        let _ = run.fails(2, &["SSTables of one table are written to a folder", "; these are of files."]);
        assert!(!none.exists());
    }
    let _ = run!("rewrite", path, "--to", "me", "--compression", "Zstd", "-o", new)
        .fails(1, &["version me has no ZstdCompressor"]);
}

#[test]
fn what_a_version_cannot_have_is_named() {
    let (source, new) = (Folder::with("oa/ttl_twenty_years/oa-1-big"), Folder::new());
    let run = run!("rewrite", source.path(), "--to", "me", "-o", new.path());
    // The files are intact, and of a version that is read: what was asked for is wrong.
    assert_eq!(run.code, 1);
    let place = "oa-1-big: partition 1, row 0, column a: the local deletion time 2425968557 is after 2147483646";
    assert!(run.err.contains(place), "{}", run.err);
    assert_eq!(new.names(), [""; 0]);
}

#[test]
fn damage_that_only_the_digest_tells_is_not_written_as_if_it_was_none() {
    let folder = Folder::with("nb/compression_none/nb-1-big");
    fs::remove_file(folder.join("nb-1-big-CRC.db")).expect("removed");
    folder.change("nb-1-big-Data.db", |bytes| {
        let at = bytes.windows(5).position(|word| word == b"hotel").expect("a hotel");
        bytes[at] = b'm';
    });
    let (data, new) = (folder.join("nb-1-big-Data.db"), Folder::new());
    let all: [&[&str]; 5] =
        [&["rewrite"], &["compact"], &["split", "--size", "64"], &["extract", "--tokens", "0:0"], &["rebuild"]];
    for words in all {
        let paths = [data.as_path(), std::path::Path::new("-o"), new.path()].map(|path| path.display().to_string());
        let run = crate::util::cqlite(words.iter().map(|word| (*word).to_owned()).chain(paths));
        let said = "nb-1-big: Digest.crc32 is 3994935345, but the checksum of Data.db is ";
        assert!(run.code == 3 && run.err.contains(said), "{}: {}", words[0], run.err);
        assert_eq!(new.names(), [""; 0]);
    }
    // Without any checksum nothing can tell.
    fs::remove_file(folder.join("nb-1-big-Digest.crc32")).expect("removed");
    let _ = run!("rewrite", &data, "-o", new.path()).ok();
}

/// Recorded: Cassandra wrote the table with chunks of 4 KiB and a min_compress_ratio of 1.5, by which none of its whole chunks is compressed.
#[test]
fn chunks_that_do_not_become_small_enough_are_stored_as_they_are() {
    let (old, plain, new) = (Folder::with("nb/compression_lz4_ratio/nb-1-big"), Folder::new(), Folder::new());
    let _ = run!("rewrite", old.path(), "--compression", "none", "-o", plain.path()).ok();
    let _ = run!("rewrite", plain.path(), "--compression", "lz4:4:min_ratio=1.5", "-o", new.path()).ok();
    let bytes = |folder: &Folder, name: &str| fs::read(folder.join(&format!("nb-1-big-{name}"))).expect("a file");
    // The last of the five is shorter, and so is compressed, by a library that need not be Cassandra's.
    let first = 4 * (4096 + 4);
    assert!(bytes(&new, "CompressionInfo.db") == bytes(&old, "CompressionInfo.db"));
    assert!(bytes(&new, "Data.db")[..first] == bytes(&old, "Data.db")[..first]);
    for wrong in
        ["LZ4:4:min_ratio=0.5", "LZ4:min_ratio=NaN", "LZ4:min_ratio=", "LZ4:4:4", "LZ4:x=1", "LZ4:min_ratio=2:4"]
    {
        assert_eq!(run!("rewrite", plain.path(), "--compression", wrong, "-o", new.path()).code, 2, "{wrong}");
    }
    let _ = run!("rewrite", plain.path(), "--compression", "LZ4:min_ratio=2", "--to", "me", "-o", new.path())
        .fails(1, &["version me has no min_compress_ratio"]);
}

/// The names are of the form of `UUIDBasedSSTableId.PATTERN`.
#[test]
fn sstables_may_be_told_apart_by_uuids() {
    let (source, new) = (Folder::with("nb/static_rows/nb-1-big"), Folder::new());
    copy("nb/static_rows/nb-1-big", source.path());
    let data = source.join("nb-1-big-Data.db");
    for args in [
        &["rewrite"][..],
        &["compact", "--now", "1700000000", "--gc-grace", "0"],
        &["split", "--size", "1"],
        &["extract", "--tokens", "0:0"],
        &["salvage"],
    ] {
        let folder = Folder::new();
        let args = args.iter().copied().map(std::ffi::OsString::from);
        let more = [data.clone().into_os_string(), "--ids".into(), "uuid".into(), "-o".into(), folder.path().into()];
        let run = crate::util::cqlite(args.chain(more));
        assert_eq!(run.code, 0, "{}", run.err);
        let names = folder.names();
        let ids: Vec<&str> =
            names.iter().filter_map(|name| name.strip_suffix("-big-Data.db")?.strip_prefix("nb-")).collect();
        assert!(!ids.is_empty(), "{names:?}");
        for id in ids {
            let parts: Vec<usize> = id.split('_').map(str::len).collect();
            let is_plain = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
            assert!(parts == [4, 4, 18] && is_plain, "{id}");
        }
        let _ = run!("verify", folder.path()).ok();
    }
    let _ = run!("rewrite", &data, "--ids", "uuid", "--to", "me", "-o", new.path())
        .fails(1, &["SSTables of version me are told apart by numbers only"]);
    let me = corpus("me/static_rows/me-1-big-Data.db");
    let _ = run!("rewrite", &me, "--ids", "uuid", "-o", new.path())
        .fails(1, &["SSTables of version me are told apart by numbers only"]);
    assert_eq!(new.names(), [""; 0]);
    let _ = run!("rewrite", &data, "--ids", "sequence", "-o", new.path()).ok();
    assert!(new.names().contains(&"nb-1-big-Data.db".to_owned()));
}

#[test]
fn a_dictionary_is_given_or_trained() {
    let (source, new) = (Folder::with("ea/compression_zstd_dictionary_none/ea-1-bti"), Folder::new());
    let data = source.join("ea-1-bti-Data.db");
    let data = data.to_str().expect("a path");
    let (corpus, to) = (corpus("ea/compression_zstd_dictionary/ea-2-bti-Data.db"), new.path());
    let given = format!("ZstdDictionary:4:dict={}", corpus.display());
    for (number, compression) in [given.as_str(), "ZstdDictionary:1:train"].into_iter().enumerate() {
        let _ = run!("rewrite", data, "--compression", compression, "-o", to).ok();
        let path = new.join(&format!("ea-{}-bti-Data.db", number + 1));
        assert_eq!(dumped(path.to_str().expect("a path")), dumped(data));
        assert!(run!("metadata", &path).ok().contains("ZstdDictionaryCompressor"), "{compression}");
        let _ = run!("verify", &path).ok();
    }
    let words = source.join("words.txt");
    fs::write(&words, "words").expect("written");
    let refused = [
        ("ZstdDictionary".to_owned(), "ZstdDictionary:dict=FILE, or ZstdDictionary:train"),
        ("LZ4:train".to_owned(), "a dictionary is for ZstdDictionary"),
        (format!("ZstdDictionary:dict={data}"), "the SSTable is not compressed with a dictionary"),
        (
            format!("ZstdDictionary:dict={}", words.display()),
            "ZstdDictionaryCompressor cannot use the dictionary of 5 bytes",
        ),
    ];
    for (compression, why) in refused {
        let run = run!("rewrite", data, "--compression", &compression, "-o", to);
        assert!(run.code == 2 && run.err.contains(why), "{compression}: {}", run.err);
    }
    let _ = run!("rewrite", data, "--compression", "ZstdDictionary:train", "--to", "da", "-o", to)
        .fails(1, &["version da has no ZstdDictionaryCompressor"]);
    let _ = run!("rewrite", data, "--compression", "ZstdDictionary:64:train", "-o", to)
        .fails(3, &["no dictionary can be trained from", "of 11 it can be"]);
}
