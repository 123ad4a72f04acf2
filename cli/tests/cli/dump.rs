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
