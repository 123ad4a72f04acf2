//! `partitions`: the largest of each table.

use serde_json::{json, Value};

use crate::run;
use crate::util::{corpus, Folder};

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn the_largest_come_first_with_what_they_add_up_to() {
    let out = lines(&run!("partitions", "--json", "--top", "3", corpus("nb/generations")).ok());
    assert_eq!(out.len(), 4, "{out:?}");
    let bytes: Vec<u64> = out[..3].iter().map(|line| line["bytes"].as_u64().expect("bytes")).collect();
    assert!(bytes.is_sorted_by(|a, b| a >= b), "{bytes:?}");
    assert!(out[..3].iter().any(|line| line["sstables"].as_u64() > Some(1)), "{out:?}");
    assert_eq!((&out[0]["rank"], &out[0]["table"]), (&json!(1), &json!("files.generations")));
    let all = lines(&run!("partitions", "--json", "--top", "100000", corpus("nb/generations")).ok());
    let sum: u64 = all[..all.len() - 1].iter().map(|line| line["bytes"].as_u64().expect("bytes")).sum();
    assert_eq!(all[all.len() - 1]["totals"]["bytes"], json!(sum));
    // get finds what is named.
    let key = out[0]["key"][0].as_str().expect("a key");
    let found = run!("get", "-l", corpus("nb/generations"), "--", key).ok();
    assert_eq!(found.lines().count() as u64, out[0]["sstables"].as_u64().expect("a number"));
}

#[test]
fn tombstones_are_counted_by_a_scan() {
    let scan = |args: &[&str]| {
        let path = corpus("oa/ranges").to_string_lossy().into_owned();
        let args = ["partitions", "--json", "--scan", &path].into_iter().chain(args.iter().copied());
        let all = lines(&crate::util::cqlite(args).ok());
        all[all.len() - 1]["totals"]["tombstones"].clone()
    };
    let late = scan(&["--by", "tombstones", "--now", "2100-01-01"]);
    assert!(late["range"].as_u64() > Some(0) && late["droppable"] == late["total"], "{late}");
    let fresh = scan(&["--now", "1700000000"]);
    assert_eq!(fresh["droppable"], json!(0), "{fresh}");
    for by in ["rows", "cells", "tombstones"] {
        let _ = run!("partitions", "--by", by, corpus("oa/ranges")).fails(2, &["--scan"]);
    }
}

#[test]
fn each_table_has_a_section() {
    let out = run!("partitions", "--top", "1", corpus("nb/simple"), corpus("da/wide")).ok();
    let sections: Vec<&str> = out.split("\n\n").collect();
    assert_eq!(sections.len(), 2, "{out}");
    assert!(sections[0].starts_with("files.simple\nKEY ") && sections[1].starts_with("files.wide\nKEY "), "{out}");
    assert!(sections[0].trim_end().ends_with(" bytes in 1 SSTable"), "{out}");
    let quiet = run!("partitions", "-q", "--top", "1", corpus("nb/simple")).ok();
    assert_eq!(quiet.lines().count(), 3, "{quiet}");
}

#[test]
fn what_cannot_be_looked_at_is_an_error() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    std::fs::remove_file(folder.join("nb-1-big-Index.db")).expect("an index");
    let out = run!("partitions", "--json", folder.join(""), corpus("nb/simple"));
    assert!(out.code == 3 && out.err.contains("Index.db"), "{}", out.err);
    // The other table is there.
    assert!(out.out.contains("files.simple"), "{}", out.out);
    let _ = run!("partitions", folder.join("nothing")).fails(3, &["nothing"]);
    assert_eq!(run!("partitions", "--top", "0", corpus("nb/simple")).code, 2);
}

#[test]
fn what_a_damaged_index_says_is_looked_up_in_the_data() {
    for (case, index) in [
        ("nb/wide_and_narrow/nb-1-big", "nb-1-big-Index.db"),
        ("me/many_text_keys/me-1-big", "me-1-big-Index.db"),
        ("da/wide_and_narrow/da-1-bti", "da-1-bti-Partitions.db"),
    ] {
        let folder = Folder::with(case);
        let look = || run!("partitions", "--json", "--top", "100000", folder.path());
        let (whole, bytes) = (look().ok(), std::fs::read(folder.join(index)).expect("an index"));
        let (mut refused, mut same) = (0, 0);
        for bit in (0..bytes.len() * 8).step_by((bytes.len() * 8 / 60).max(1) | 1) {
            folder.change(index, |bytes| bytes[bit / 8] ^= 1 << (bit % 8));
            let found = look();
            match found.code {
                0 => same += usize::from(found.out == whole),
                code => refused += usize::from(code == 3),
            }
            assert!(found.code == 3 || found.out == whole, "{case}, bit {bit}: {}", found.out.len());
            std::fs::write(folder.join(index), &bytes).expect("an index");
        }
        assert!(refused > 5 && refused + same > 50, "{case}: {refused} {same}");
    }
}

#[test]
fn folders_of_one_id_and_several_tables_are_looked_at_one_by_one() {
    let folder = Folder::new();
    let id = "0123456789abcdef0123456789abcdef";
    for (name, sstable) in [("a", "nb/simple/nb-1-big"), ("b", "nb/composite_pk/nb-1-big"), ("c", "nb/wide/nb-1-big")] {
        let table = folder.join(&format!("ks/{name}-{id}"));
        std::fs::create_dir_all(&table).expect("a folder");
        crate::util::copy(sstable, &table);
    }
    std::fs::remove_file(folder.join(&format!("ks/c-{id}/nb-1-big-Index.db"))).expect("an index");
    let run = run!("partitions", "--top", "1", folder.path());
    assert_eq!(run.code, 3, "{}", run.err);
    let alone = |name: &str, sstable: &str| {
        let out = crate::run!("partitions", "--top", "1", corpus(sstable)).ok();
        let rest = out.split_once('\n').expect("a heading").1.trim_end().to_owned();
        format!("ks.{name}\n{rest}")
    };
    let expected = [alone("a", "nb/simple"), alone("b", "nb/composite_pk")];
    assert_eq!(run.out.trim_end().split("\n\n").collect::<Vec<_>>(), expected);
    let errors: Vec<&str> = run.err.lines().collect();
    assert!(
        errors.len() == 2 && errors[0].contains("are of different tables, and are looked at one by one"),
        "{errors:?}"
    );
    assert!(errors[1].contains("/ks/c-") && errors[1].contains("Index.db"), "{errors:?}");
}
