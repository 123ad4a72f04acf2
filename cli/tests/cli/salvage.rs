//! What is intact of damaged SSTables.

use std::fs;

use serde_json::Value;

use crate::run;
use crate::util::{copy, Folder};

fn text(folder: &Folder, name: &str) -> String {
    folder.join(name).to_str().expect("a path").to_owned()
}

/// An SSTable of 60 partitions in chunks of 1 KiB, `da-1-bti`.
fn chunked() -> Folder {
    let (folder, new) = (Folder::with("da/wide_and_narrow/da-1-bti"), Folder::new());
    let said = run!("rewrite", text(&folder, "da-1-bti-Data.db"), "--compression", "LZ4:1", "-o", new.path()).ok();
    assert!(said.contains("60 partitions"), "{said}");
    new
}

#[test]
fn what_is_intact_is_kept_and_what_is_lost_is_said() {
    let (folder, new) = (chunked(), Folder::new());
    let data = text(&folder, "da-1-bti-Data.db");
    folder.change("da-1-bti-Data.db", |bytes| bytes[9000] ^= 1);
    let before = fs::read(&data).expect("the data");
    let run = run!("salvage", &data, "-o", new.path());
    assert_eq!(run.code, 3, "{}", run.err);
    let lines: Vec<&str> = run.out.lines().collect();
    let [lost, kept] = lines.as_slice() else { panic!("{}", run.out) };
    for part in
        ["da-1-bti: lost bytes ", " of the uncompressed data, ", " at least, between ", " (token ", ".stored.crc: "]
    {
        assert!(lost.contains(part), "{part} is not in: {lost}");
    }
    assert!(kept.contains("/da-1-bti: kept ") && kept.ends_with(" bytes lost"), "{kept}");
    assert!(run.err.starts_with("error: ") && run.err.contains(" at least and "), "{}", run.err);
    assert!(run!("verify", new.path()).ok().contains(": intact ("));
    assert_eq!(fs::read(&data).expect("the data"), before);

    let run = run!("salvage", &data, "--json", "--to", "nb", "--compression", "none", "-o", new.path());
    let json: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!((run.code, json["is_whole"].as_bool(), json["proof"].as_str()), (3, Some(false), Some("checksums")));
    assert!(json["new"].as_str().is_some_and(|path| path.ends_with("nb-2-big")), "{json}");
    let losses = json["losses"].as_array().expect("losses");
    let lost: u64 = losses.iter().filter_map(|loss| loss["partitions"].as_u64()).sum();
    assert_eq!(
        (json["partitions"].as_u64().map(|n| n + lost), json["partitions_lost"].as_u64()),
        (Some(60), Some(lost))
    );
    assert!(losses[0]["before"]["token"].is_string() && losses[0]["after"]["key"].is_string(), "{json}");
}

#[test]
fn of_an_intact_one_nothing_is_lost() {
    let (folder, new) = (chunked(), Folder::new());
    let data = text(&folder, "da-1-bti-Data.db");
    for name in ["Partitions.db", "Filter.db", "TOC.txt", "Digest.crc32"] {
        fs::remove_file(folder.join(&format!("da-1-bti-{name}"))).expect("a file");
    }
    let said = run!("salvage", &data, "-o", new.path()).ok();
    assert!(said.contains(": kept 60 partitions, ") && said.ends_with("; 0 bytes lost\n"), "{said}");
    assert_eq!(run!("salvage", "-q", &data, "-o", new.path()).ok(), "");
}

#[test]
fn what_cannot_be_salvaged_is_said() {
    let (folder, new) = (chunked(), Folder::new());
    let data = text(&folder, "da-1-bti-Data.db");
    let _ = run!("salvage", &data).fails(2, &["where to write is not given: -o DIR"]);
    let _ = run!("salvage", &data, "--to", "zz", "-o", new.path()).fails(2, &["version \"zz\" is not written"]);
    let old = Folder::with("mc/simple/mc-1-big");
    let _ = run!("salvage", text(&old, "mc-1-big-Data.db"), "-o", new.path())
        .fails(3, &["version \"mc\" is not written; ", "; --to names one"]);
    folder.change("da-1-bti-Data.db", |bytes| bytes.fill(7));
    let run = run!("salvage", &data, "-o", new.path());
    assert!(run.code == 3 && run.out.contains("da-1-bti: nothing is intact; "), "{}{}", run.out, run.err);
    // Compressed data is not taken for rows.
    for name in ["CompressionInfo.db", "TOC.txt"] {
        fs::remove_file(folder.join(&format!("da-1-bti-{name}"))).expect("a file");
    }
    let _ = run!("salvage", &data, "-o", new.path()).fails(3, &["says that the data is compressed"]);
    fs::remove_file(folder.join("da-1-bti-Statistics.db")).expect("a file");
    let _ = run!("salvage", &data, "-o", new.path()).fails(3, &["da-1-bti-Statistics.db: ", "--header-of takes"]);
    assert!(new.names().is_empty(), "{:?}", new.names());
}

#[test]
fn what_no_checksum_proves_is_not_kept() {
    let (old, new) = (Folder::new(), Folder::new());
    copy("nb/compression_none/nb-1-big", old.path());
    let data = old.join("nb-1-big-Data.db");
    // A value that is another one, and yet one of its type.
    let mut bytes = fs::read(&data).expect("the data");
    let at = bytes.windows(5).position(|word| word == b"hotel").expect("a hotel");
    bytes[at] = b'm';
    fs::write(&data, bytes).expect("written");
    for name in ["nb-1-big-CRC.db", "nb-1-big-Digest.crc32"] {
        fs::remove_file(old.join(name)).expect("removed");
    }
    let _ = run!("salvage", &data, "-o", new.path())
        .fails(3, &["no checksum proves a byte of it", "; cqlite salvage --unproven"]);
    assert_eq!(new.names(), Vec::<String>::new());
    let run = run!("salvage", "--unproven", &data, "-o", new.path());
    assert!(run.code == 0 && run.err.starts_with("note: "), "{}", run.err);
}

#[test]
fn what_is_lost_is_named_and_added_up() {
    let (folder, new) = (Folder::new(), Folder::new());
    copy("nb/many_text_keys/nb-1-big", folder.path());
    let data = text(&folder, "nb-1-big-Data.db");
    let chunked = text(&folder, "chunked");
    let _ = run!("rewrite", &data, "--compression", "LZ4:4", "-o", &chunked).ok();
    let keys = run!("dump", "-e", &data).ok();
    let keys: Vec<&str> = keys.split('"').skip(1).step_by(2).collect();
    // The last third is cut off.
    let cut = format!("{chunked}/nb-1-big-Data.db");
    let bytes = fs::read(&cut).expect("the data");
    fs::write(&cut, &bytes[..bytes.len() * 2 / 3]).expect("written");
    let run = run!("salvage", "--json", &cut, "-o", new.path());
    assert_eq!(run.code, 3, "{}", run.err);
    let json: Value = serde_json::from_str(&run.out).expect("JSON");
    let losses = json["losses"].as_array().expect("losses");
    let named: Vec<&str> = losses
        .iter()
        .flat_map(|loss| loss["keys"].as_array().expect("keys"))
        .map(|key| key["key"].as_str().expect("a key"))
        .collect();
    let kept = json["partitions"].as_u64().expect("a number") as usize;
    assert!(named == keys[kept..] && json["partitions_lost"].as_u64() == Some(named.len() as u64), "{}", named.len());
    // Where the first chunk is that the file has no room for.
    let place = losses[0]["why"].as_str().expect("a reason");
    let at = place.strip_prefix("Data.db, offset ").and_then(|rest| rest.split(':').next()).expect("a place");
    let at: usize = at.parse().expect("an offset");
    assert!(at > bytes.len() / 3 && at < bytes.len() * 2 / 3, "{place}");
    // Of two what is lost in all, and what may come of it.
    let _ = run!("rewrite", &data, "-o", &chunked).ok();
    let whole = format!("{chunked}/nb-2-big-Data.db");
    let run = run!("salvage", &cut, &whole, "-o", new.path());
    assert_eq!(run.code, 3, "{}", run.err);
    let first = run.out.lines().next().expect("a line");
    assert!(first.contains(&format!("; of its keys: {}, {}, ", named[0], named[1])), "{first}");
    let closing = run.out.lines().last().expect("a line");
    let sums = format!("2 SSTables: kept {} partitions; {} partitions at least and ", 1000 + kept, named.len());
    assert!(closing.starts_with(&sums), "{closing}");
    assert!(run.err.contains("note: deletions are lost with the partitions they are in"), "{}", run.err);
}

#[test]
fn names_that_nothing_proves_are_said_to_be_so() {
    let (folder, new) = (Folder::with("me/static_rows/me-1-big"), Folder::new());
    let data = text(&folder, "me-1-big-Data.db");
    let _ = run!("salvage", &data, "-o", new.path()).fails(
        3,
        &[
            "its Statistics.db has no checksums, as of all releases before 4.0: nothing proves what columns are called",
            "--header-of",
            "--unproven",
        ],
    );
    let run = run!("salvage", "--unproven", &data, "-o", new.path());
    assert!(run.code == 0 && run.err.starts_with("note: ") && run.err.contains("nothing proves"), "{}", run.err);
    let copy = Folder::with("me/static_rows/me-1-big");
    let run = run!("salvage", "--json", &data, "--header-of", text(&copy, "me-1-big-Statistics.db"), "-o", new.path());
    let json: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!((run.code, json["header_proof"].as_str()), (0, Some("copy")), "{}", run.err);
}
