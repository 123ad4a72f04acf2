//! `inspect`: every byte, in every view.

use crate::run;
use crate::util::{corpus, Folder};

const COMPONENTS: [&str; 13] = [
    "nb/static_rows/nb-1-big-Data.db",
    "nb/static_rows/nb-1-big-Index.db",
    "nb/static_rows/nb-1-big-Summary.db",
    "nb/static_rows/nb-1-big-Filter.db",
    "nb/static_rows/nb-1-big-Statistics.db",
    "nb/static_rows/nb-1-big-CompressionInfo.db",
    "nb/static_rows/nb-1-big-TOC.txt",
    "nb/static_rows/nb-1-big-Digest.crc32",
    "da/static_rows/da-1-bti-Partitions.db",
    "da/static_rows/da-1-bti-Rows.db",
    "da/static_rows/da-1-bti-Statistics.db",
    "ma/static_rows/ma-1-big-Statistics.db",
    "me/static_rows/me-1-big-Data.db",
];

#[test]
fn the_table_has_every_byte_once_and_names_its_field() {
    for component in COMPONENTS {
        let out = run!("inspect", corpus(component)).ok();
        let mut end = 0;
        for line in out.lines().skip(1) {
            let offset: usize = line[..10].trim().parse().expect("an offset");
            let bytes = line[12..].split("  ").next().expect("bytes").split_whitespace().count();
            // Two fields of bits may share a byte.
            assert!(offset == end || offset + bytes == end, "{component}: {line}");
            end = offset + bytes;
        }
        if !component.contains("-Data.db") {
            let len = std::fs::metadata(corpus(component)).expect("the file").len();
            assert_eq!(end as u64, len, "{component}");
        }
    }
}

#[test]
fn columns_of_the_table_stay_aligned() {
    let out = run!("inspect", corpus("nb/static_rows/nb-1-big-Data.db")).ok();
    let head = out.lines().next().expect("a head");
    let at = head.find("specification").expect("the last column");
    assert!(out.lines().any(|line| line.len() > at) && at > 44 + 24 + 37);
    for line in out.lines().filter(|line| line.ends_with(|c: char| c.is_ascii_digit()) && line.contains(".ksy:")) {
        assert!(line[at..].starts_with("sstable/") || line[at..].starts_with("common/"), "{line}");
        assert!(line[..at].ends_with(' '), "{line}");
    }
}

#[test]
fn json_has_every_byte_though_no_field_has_it() {
    let partitions = corpus("da/many_partitions/da-1-bti-Partitions.db");
    let out = run!("inspect", "--json", &partitions).ok();
    let bytes = std::fs::read(&partitions).expect("the file");
    let (mut end, mut gaps) = (0, 0);
    for line in out.lines() {
        let field: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let number = |name: &str| field[name].as_u64().expect("a number") as usize;
        let (offset, len) = (number("offset"), number("length"));
        assert!(offset <= end, "nothing has the bytes from {end} to {offset}");
        end = end.max(offset + len);
        if field["path"].is_null() {
            let hex: String = bytes[offset..offset + len].iter().map(|b| format!("{b:02x}")).collect();
            assert_eq!(field["value"], hex);
            gaps += 1;
        }
    }
    assert_eq!(end, bytes.len());
    assert!(gaps > 0);
}

#[test]
fn hexadecimal_rows_have_every_byte_once() {
    for component in COMPONENTS.iter().filter(|name| !name.contains("-Data.db")) {
        let out = run!("inspect", "--hex", corpus(component)).ok();
        let bytes: Vec<u8> = out
            .lines()
            .flat_map(|line| {
                line[9..58].split_whitespace().map(|b| u8::from_str_radix(b, 16).expect("a byte")).collect::<Vec<_>>()
            })
            .collect();
        assert_eq!(bytes, std::fs::read(corpus(component)).expect("the file"), "{component}");
    }
}

#[test]
fn json_names_the_line_of_the_specification() {
    let out = run!("inspect", "--json", corpus("nb/static_rows/nb-1-big-Data.db")).ok();
    let first: serde_json::Value = serde_json::from_str(out.lines().next().expect("a line")).expect("JSON");
    assert_eq!(first["path"], "partitions[0].key.len");
    assert_eq!((&first["offset"], &first["length"], &first["value"]), (&0.into(), &2.into(), &3.into()));
    for line in out.lines() {
        let field: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let (file, number) = field["spec"].as_str().expect("spec").split_once(':').expect("a line");
        let text = std::fs::read_to_string(corpus("../../spec").join(file)).expect("the specification");
        let line = text.lines().nth(number.parse::<usize>().expect("a number") - 1).expect("the line");
        let id =
            field["path"].as_str().expect("path").rsplit('.').next().expect("a part").split('[').next().expect("an id");
        assert!(line.contains(id), "{field} is not at {line}");
    }
}

#[test]
fn a_byte_is_in_fields_of_all_levels() {
    let out = run!("inspect", "--at", "0x3c", corpus("nb/static_rows/nb-1-big-Data.db")).ok();
    let paths: Vec<&str> = out.lines().map(|line| line.split_whitespace().next().expect("a path")).collect();
    assert_eq!(paths[0], "partitions[1]");
    assert!(paths.windows(2).all(|pair| pair[1].starts_with(pair[0])), "{paths:?}");
    assert_eq!(paths.last(), Some(&"partitions[1].static_row.body.body.cells[0].simple.flags"));
    let bits = run!("inspect", "--at", "0", corpus("da/static_rows/da-1-bti-Partitions.db")).ok();
    assert!(bits.contains("node@0.head.kind ") && bits.contains("node@0.head.low "), "{bits}");
}

#[test]
fn a_path_selects_what_is_below_it() {
    let statistics = corpus("nb/static_rows/nb-1-big-Statistics.db");
    let out = run!("inspect", &statistics, "--json", "--path", "toc[2].body.commit_log_intervals").ok();
    assert!(
        out.lines().count() > 2 && out.lines().all(|line| line.contains("\"toc[2].body.commit_log_intervals.")),
        "{out}"
    );
    assert_eq!(run!("inspect", &statistics, "--json", "--path", "toc.kind").ok().lines().count(), 4);
}

#[test]
fn fields_before_damage_are_shown() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    folder.change("nb-1-big-Statistics.db", |bytes| bytes.truncate(3000));
    let out = run!("inspect", folder.join("nb-1-big-Statistics.db"))
        .fails(3, &["nb-1-big-Statistics.db", "offset", "toc[2].body"]);
    assert!(out.contains("toc[0].body.partitioner.s"), "{out}");
    // A wrong checksum hides nothing.
    let folder = Folder::with("nb/static_rows/nb-1-big");
    folder.change("nb-1-big-Statistics.db", |bytes| bytes[60] ^= 1);
    let out = run!("inspect", folder.join("nb-1-big-Statistics.db")).fails(3, &["body_crc", "checksum"]);
    assert!(out.contains("toc[3].body.regular_columns"), "{out}");
}

#[test]
fn chunks_are_shown_as_they_are_stored() {
    let data = corpus("nb/static_rows/nb-1-big-Data.db");
    let out = run!("inspect", "--chunks", "--json", &data).ok();
    assert_eq!(out.lines().count(), 2);
    assert!(out.contains("\"chunks[0].stored.crc\""), "{out}");
    let len = std::fs::metadata(&data).expect("the file").len();
    let fields: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(fields.iter().map(|field| field["length"].as_u64().expect("a number")).sum::<u64>(), len);
}

#[test]
fn a_chunk_whose_checksum_does_not_match_says_so() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    folder.change("nb-1-big-Data.db", |bytes| bytes[20] ^= 1);
    let data = folder.join("nb-1-big-Data.db");
    let says = "does not match, computed 0x";
    let wrong = &["nb-1-big-Data.db", "chunks[0].stored.crc", "stored checksum 0x"];
    let out = run!("inspect", "--chunks", &data).fails(3, wrong);
    let line = out.lines().find(|line| line.contains("chunks[0].stored.crc")).expect("the checksum's line");
    assert!(line.contains("checksum 0x") && line.contains(says), "{out}");
    let out = run!("inspect", "--chunks", "--json", &data).fails(3, wrong);
    let crc: serde_json::Value = serde_json::from_str(out.lines().nth(1).expect("the checksum")).expect("JSON");
    let error = crc["error"].as_str().expect("what is wrong");
    let stored = format!("checksum {:#010x} {says}", crc["value"].as_u64().expect("a number"));
    assert!(error.starts_with(&stored), "{error}");
    assert!(run!("inspect", "--chunks", "--hex", &data).fails(3, wrong).contains(says));
    let at = std::fs::metadata(&data).expect("the file").len() - 1;
    let out = run!("inspect", "--chunks", &data, "--at", at.to_string());
    assert!(out.out.contains(says), "{}", out.out);
    // Of an intact one there is nothing to say.
    let intact = run!("inspect", "--chunks", "--json", corpus("nb/static_rows/nb-1-big-Data.db")).ok();
    assert!(!intact.contains("error"), "{intact}");
}

#[test]
fn a_checksum_of_crc_db_that_does_not_match_data_db_says_so() {
    let folder = Folder::with("da/wide_uncompressed/da-1-bti");
    let crc = folder.join("da-1-bti-CRC.db");
    let before = run!("inspect", "--json", &crc).ok();
    assert!(!before.contains("error"), "{before}");
    folder.change("da-1-bti-Data.db", |bytes| *bytes.last_mut().expect("a byte") ^= 1);
    let out = run!("inspect", "--json", &crc).fails(3, &["da-1-bti-Data.db", "of CRC.db is not that of the bytes"]);
    let wrong: Vec<&str> = out.lines().filter(|line| line.contains("does not match, computed 0x")).collect();
    assert_eq!(wrong.len(), 1, "{out}");
    assert_eq!(out.lines().last(), wrong.first().copied());
    // Without Data.db there is nothing to compare it with.
    std::fs::remove_file(folder.join("da-1-bti-Data.db")).expect("the file");
    assert_eq!(run!("inspect", "--json", &crc).ok(), before);
}

#[test]
fn a_path_that_is_none_is_told_where() {
    let statistics = corpus("nb/static_rows/nb-1-big-Statistics.db");
    for (path, says) in [
        ("toc[", "expected the number of an element or ] at position 5, found the end"),
        ("toc[2", "expected ] at position 6, found the end"),
        ("toc[2]x", "expected . or the end at position 7, found x"),
        ("toc..kind", "expected the name of a field at position 5, found ."),
        ("", "expected the name of a field at position 1, found the end"),
    ] {
        let run = run!("inspect", &statistics, "--path", path);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{path}");
        assert!(run.err.contains(says), "{path}: {}", run.err);
    }
    // One that could be a field's, but is none's, is a wrong value.
    run!("inspect", &statistics, "--path", "tok[2]").fails(1, &["there is no field tok[2]"]);
    run!("inspect", &statistics, "--path", "toc[9]").fails(1, &["there is no field toc[9]"]);
}

#[test]
fn what_the_reader_refuses_is_shown_and_nothing_behind_it() {
    // Of each, a value that `valid` excludes: the field, and what its first byte becomes.
    for (sstable, name, field, byte) in [
        ("nb/static_rows/nb-1-big", "Filter.db", "num_hashes", 0x80),
        ("nb/static_rows/nb-1-big", "Summary.db", "sampling_level", 0x7f),
        ("nb/static_rows/nb-1-big", "CompressionInfo.db", "chunk_length", 0x80),
        ("nb/static_rows/nb-1-big", "Statistics.db", "num_components", 0xff),
    ] {
        let folder = Folder::with(sstable);
        let file = format!("{}-{name}", sstable.rsplit('/').next().expect("a name"));
        let path = folder.join(&file);
        let line = run!("inspect", "--json", &path, "--path", field).ok();
        let line: serde_json::Value = serde_json::from_str(line.trim()).expect("one field");
        let at = line["offset"].as_u64().expect("an offset") as usize;
        folder.change(&file, |bytes| bytes[at] = byte);
        let refused = format!("at offset {at}, field {field}: expected ");
        let out = run!("inspect", "--json", &path).fails(3, &[&file, &refused, ", found "]);
        let is_field = |line: &&str| !line.contains("\"path\":null");
        let last = out.lines().rfind(is_field).expect("a field");
        assert!(last.starts_with(&format!("{{\"path\":\"{field}\",\"offset\":{at},")), "{out}");
        let _ = run!("verify", &path).fails(3, &[]);
    }
}

#[test]
fn an_end_of_partition_in_the_place_of_a_static_row_is_the_last_that_is_shown() {
    for (fault, at, found) in [("stray_end", 50, 1), ("static_slot_end", 91, 5)] {
        let faults = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/faults");
        let data = std::path::Path::new(faults).join(fault).join("oa-1-big-Data.db");
        let field = "partitions[1].static_row.flags";
        let refused = format!("at offset {at}, field {field}: expected ");
        let found = format!(", found {found}\n");
        let expected = &["oa-1-big-Data.db", &refused, &found][..];
        let out = run!("inspect", &data).fails(3, expected);
        assert!(out.lines().last().expect("a line").contains(field), "{out}");
        let out = run!("inspect", &data, "--at", at.to_string()).fails(3, expected);
        assert!(out.contains(field), "{out}");
    }
}

/// Lengthens a file without taking space for it.
fn lengthen(path: &std::path::Path, len: u64) {
    let file = std::fs::OpenOptions::new().write(true).open(path).expect("the file");
    file.set_len(len).expect("a sparse file");
}

#[test]
fn of_what_is_long_the_beginning_is_shown() {
    for name in ["Filter.db", "Summary.db"] {
        let folder = Folder::with("nb/static_rows/nb-1-big");
        let path = folder.join(&format!("nb-1-big-{name}"));
        let len = std::fs::metadata(&path).expect("the file").len();
        lengthen(&path, len + (5 << 30));
        let at = format!("at offset {len}, ");
        let expected = &[name, &at, "expected the end, found 5368709120 more bytes"][..];
        let out = run!("inspect", &path).fails(3, expected);
        assert!(out.contains("unknown, 5368709120 bytes") && out.contains("… 5368708864 more bytes"), "{out}");
        assert!(run!("inspect", "--hex", &path).fails(3, expected).ends_with("… 5368708864 more bytes\n"));
        let out = run!("inspect", "--json", &path).fails(3, expected);
        let last: serde_json::Value = serde_json::from_str(out.lines().last().expect("a line")).expect("JSON");
        assert_eq!((&last["path"], &last["offset"]), (&serde_json::Value::Null, &len.into()));
        assert_eq!((&last["length"], &last["left_out"]), (&(5u64 << 30).into(), &((5u64 << 30) - 256).into()));
        assert_eq!(last["value"], "00".repeat(256));
        let out = run!("inspect", &path, "--at", (len + (4 << 30)).to_string()).fails(3, expected);
        assert!(out.contains("(no field)"), "{out}");
    }
}

#[test]
fn an_element_of_a_long_list_is_gone_to() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    let path = folder.join("nb-1-big-Filter.db");
    let words = (5u64 << 30) / 8 - 1;
    folder.change("nb-1-big-Filter.db", |bytes| {
        bytes.truncate(8);
        bytes[4..8].copy_from_slice(&u32::try_from(words).expect("a count").to_be_bytes());
    });
    lengthen(&path, 5 << 30);
    let place = format!("\"offset\":{},\"length\":8", 8 + 8 * (words - 2));
    for args in [["--path", &format!("words[{}]", words - 2)], ["--at", &(8 + 8 * (words - 2) + 3).to_string()]] {
        let out = run!("inspect", "--json", &path, args[0], args[1]).ok();
        assert!(out.lines().count() == 1 && out.contains(&place), "{out}");
    }
    // No later field is walked over to show an early one.
    assert!(run!("inspect", &path, "--path", "num_words").ok().contains(&words.to_string()));
    let _ = run!("inspect", &path, "--path", &format!("words[{words}]")).fails(1, &["there is no field words["]);
    // A list that says it goes on where the file ends.
    lengthen(&path, (5 << 30) - 3);
    let out = run!("inspect", &path, "--path", "words[671088638]").fails(3, &["nb-1-big-Filter.db", "words"]);
    assert_eq!(out, "");
}
