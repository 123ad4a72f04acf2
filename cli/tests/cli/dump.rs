//! `dump` against recordings of sstabledump; the crate's own tests compare them all.

use crate::run;
use crate::util::{corpus, recorded};

#[test]
fn a_dump_is_that_of_sstabledump() {
    let out = run!("dump", corpus("nb/type_text/nb-1-big-Data.db")).ok();
    assert_eq!(out, recorded("nb/type_text/nb-1-big.dump.json.gz"));
}

#[test]
fn any_component_names_the_sstable() {
    let keys = run!("dump", "-e", corpus("nb/type_text/nb-1-big-Data.db")).ok();
    for component in ["Statistics.db", "TOC.txt", "Index.db"] {
        assert_eq!(run!("dump", "-e", corpus(&format!("nb/type_text/nb-1-big-{component}"))).ok(), keys);
    }
    assert_eq!(run!("dump", "-e", corpus("nb/type_text/nb-1-big")).ok(), keys);
}

#[test]
fn keys_come_in_one_flag_or_in_several() {
    let data = corpus("nb/static_rows/nb-1-big-Data.db");
    let one = run!("dump", &data, "-l", "-k", "ttl", "both").ok();
    assert_eq!(one.trim_end().lines().count(), 2);
    assert_eq!(run!("dump", &data, "-l", "-k", "ttl", "-k", "both").ok(), one);
    assert_eq!(run!("dump", &data, "-l", "-x", "only static", "no static").ok(), one);
}

#[test]
fn keys_may_be_negative_numbers() {
    let data = corpus("nb/byteordered_ints/nb-1-big-Data.db");
    let keys = run!("dump", "-e", &data).ok();
    let negative = keys.split('"').find(|key| key.starts_with('-')).expect("a negative key");
    let out = run!("dump", &data, "-l", "-k", negative).ok();
    assert!(out.contains(&format!("\"key\":[\"{negative}\"]")), "{out}");
}

#[test]
fn keys_may_begin_with_a_dash() {
    // sstabledump takes for a key what is no flag: of an int, a text and a UUID.
    let data = corpus("nb/composite_pk/nb-1-big-Data.db");
    let keys: Vec<Vec<String>> = serde_json::from_str(&run!("dump", "-e", &data).ok()).expect("JSON");
    let key = keys.iter().find(|key| key[0].starts_with('-')).expect("a negative int");
    let text = key.iter().map(|part| part.replace(':', "\\:")).collect::<Vec<_>>().join(":");
    let of_it = run!("dump", &data, "-l", "-k", &text).ok();
    assert!(of_it.contains(&format!("\"key\":[\"{}\",\"{}\",\"{}\"]", key[0], key[1], key[2])), "{of_it}");
    assert_eq!(run!("dump", "-q", "-k", &text, "--now", "5", "-l", &data).ok().lines().count(), 1);
    let rest = run!("dump", &data, "-l", "-x", &text, &text).ok();
    assert_eq!(rest.lines().count(), keys.len() - 1);
    run!("dump", &data, "-l", "-k", "-1:five:six").fails(1, &["-1:five:six"]);
    let text = corpus("nb/static_rows/nb-1-big-Data.db");
    assert_eq!(run!("dump", "-q", &text, "-l", "-k", "-ttl-").ok(), "");
    assert_eq!(run!("dump", "-q", &text, "-l", "-k=-d", "-k=ttl").ok(), run!("dump", &text, "-l", "-k", "ttl").ok());
    assert_eq!(run!("dump", &text, "-l", "-k", "-d").code, 2);
    assert_eq!(run!("dump", "-q", &text, "-l", "-k", "").ok(), "");
}

#[test]
fn keys_come_before_the_sstable_too() {
    let data = corpus("nb/static_rows/nb-1-big-Data.db");
    let one = run!("dump", &data, "-l", "-k", "ttl").ok();
    assert_eq!(run!("dump", "-l", "-k", "ttl", &data).ok(), one);
    assert_eq!(run!("dump", "-k", "ttl", "-l", &data).ok(), one);
    let two = run!("dump", &data, "-l", "-k", "ttl", "both").ok();
    assert_eq!(run!("dump", "-k", "ttl", "-k", "both", &data, "-l").ok(), two);
    assert_eq!(run!("dump", "-k", "ttl", "-l", "--", &data).ok(), one);
    let wrong = run!("dump", "-k", "ttl");
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("<SSTABLE>...\n"), "{}", wrong.err);
}

#[test]
fn keys_that_are_passed_over_are_said_to_be() {
    let data = corpus("nb/static_rows/nb-1-big-Data.db");
    let keys = run!("dump", "-e", &data).ok();
    let run = run!("dump", "-e", &data, "-k", "ttl");
    assert_eq!((run.code, run.out), (0, keys.clone()));
    assert!(run.err.starts_with("note: -e prints all keys"), "{}", run.err);
    assert_eq!(run!("dump", "-q", "-e", &data, "-x", "ttl").ok(), keys);
}

#[test]
fn lines_of_several_sstables_are_lines() {
    let (first, second) = (corpus("nb/static_rows"), corpus("da/static_rows"));
    let without = corpus("nb/type_text");
    let out = run!("dump", "-l", &first, &without, &second, "-k", "ttl").ok();
    assert_eq!(out.matches('\n').count(), 2, "{out}");
    assert!(out.ends_with("}\n") && out.lines().all(|line| line.starts_with('{')), "{out}");
}
