//! The folder that new SSTables go to: what is in it before, and what is left.

use std::fs;

use crate::run;
use crate::util::{command, copy, Folder};

#[test]
fn what_a_killed_writer_has_left_is_removed_and_what_others_have_stays() {
    let (source, target) = (Folder::with("nb/wide/nb-1-big"), Folder::new());
    let foreign = ["nb-9-big-Statistics.db.tmp", "nb-8-big-Data.db.12_0_34.tmp", "notes.tmp"];
    foreign.iter().for_each(|name| fs::write(target.join(name), b"x").expect("a file"));
    // One that was killed, with some of its files named.
    let stale = ["cqlite-writer-1_0_a.tmp", "nb-5-big-Data.db.1_0_a.tmp", "nb-5-big-Index.db.1_0_a.tmp"];
    stale.iter().for_each(|name| fs::write(target.join(name), b"y").expect("a file"));
    fs::hard_link(target.join(stale[2]), target.join("nb-5-big-Index.db")).expect("a link");
    // One that is at work.
    let at_work = ["cqlite-writer-2_0_b.tmp", "nb-6-big-Data.db.2_0_b.tmp"];
    at_work.iter().for_each(|name| fs::write(target.join(name), b"z").expect("a file"));
    let locked = fs::File::options().write(true).open(target.join(at_work[0])).expect("a file");
    locked.lock().expect("a lock");
    let run = run!("rewrite", source.path(), "-o", target.path());
    assert!(run.code == 0 && run.err.contains("removed 4 temporary files of a writer that was killed"), "{}", run.err);
    let names = target.names();
    let is_there = |name: &&&str| names.iter().any(|other| other == **name);
    assert_eq!(foreign.iter().chain(&at_work).filter(is_there).count(), 5, "{names:?}");
    assert!(stale.iter().chain(&["nb-5-big-Index.db"]).filter(is_there).count() == 0, "{names:?}");
    // Its number comes after all that were there.
    assert!(names.iter().any(|name| name == "nb-10-big-Data.db"), "{names:?}");
    drop(locked);
    let run = run!("rewrite", source.path(), "-o", target.path());
    assert!(run.err.contains("removed 2 temporary files"), "{}", run.err);
}

#[test]
fn a_killed_rebuild_is_in_nobodys_way() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    fs::remove_file(folder.join("nb-1-big-Filter.db")).expect("a file");
    let before = folder.names();
    for name in ["cqlite-writer-1_0_a.tmp", "nb-1-big-Filter.db.1_0_a.tmp"] {
        fs::write(folder.join(name), b"y").expect("a file");
    }
    let run = run!("rebuild", folder.join("nb-1-big-Data.db"));
    assert!(run.code == 0 && run.out.contains("Filter.db from 4 partitions"), "{}{}", run.out, run.err);
    let names = folder.names();
    assert!(names.len() == before.len() + 1 && names.iter().all(|name| !name.ends_with(".tmp")), "{names:?}");
}

#[test]
fn no_empty_folder_is_left() {
    let (source, target) = (Folder::with("oa/vectors/oa-1-big"), Folder::new());
    let inner = target.join("some/new");
    let data = source.join("oa-1-big-Data.db");
    let _ = run!("rewrite", &data, "--to", "me", "-o", &inner).fails(1, &["version me has no "]);
    assert_eq!(target.names(), [""; 0]);
    let _ = run!("salvage", &data, "--to", "me", "-o", &inner).fails(1, &["version me has no "]);
    assert_eq!(target.names(), [""; 0]);
    let _ = run!("compact", &data, "--gc-grace", "0", "--to", "me", "-o", &inner).fails(1, &["version me has no "]);
    assert_eq!(target.names(), [""; 0]);
    let _ = run!("extract", &data, "--tokens", "x:y", "-o", &inner).fails(1, &["tokens"]);
    source.change("oa-1-big-Data.db", |bytes| bytes.fill(0));
    let _ = run!("rebuild", &data, "-o", &inner).fails(3, &["Data.db"]);
    assert_eq!(target.names(), [""; 0]);
    // One that was there stays.
    fs::create_dir_all(&inner).expect("a folder");
    let _ = run!("rewrite", &data, "--to", "nb", "-o", &inner).fails(3, &["Data.db"]);
    assert!(inner.is_dir());
}

#[test]
fn new_ones_beside_those_that_are_read_are_said_to_be_there() {
    let folder = Folder::new();
    let names = ["nb/generations/nb-1-big", "nb/generations/nb-2-big", "nb/generations/nb-3-big"];
    names.iter().for_each(|name| copy(name, folder.path()));
    let before: Vec<_> = folder.names().into_iter().map(|name| fs::read(folder.join(&name)).expect("a file")).collect();
    let old = folder.names();
    let run = run!("compact", folder.path(), "--gc-grace", "0", "--now", "2100-01-01", "-o", folder.path());
    assert!(run.code == 0 && run.err.contains("finds the new SSTables too"), "{}", run.err);
    let after: Vec<_> = old.iter().map(|name| fs::read(folder.join(name)).expect("a file")).collect();
    assert!(before == after && folder.join("nb-4-big-Data.db").exists());
    // Read together they say the same as before: what was purged is deleted by the old ones.
    let _ = run!("verify", folder.path()).ok();
    let run = run!("rewrite", folder.path(), "-o", folder.join("new"));
    assert!(run.code == 0 && run.err.contains("finds the new SSTables too"), "{}", run.err);
}

#[test]
fn a_writer_that_is_killed_leaves_what_the_next_one_removes() {
    let (source, target) = (Folder::new(), Folder::new());
    copy("nb/many_partitions/nb-1-big", source.path());
    let split = ["split", "-q", "--size", "1KiB", "--compression", "LZ4:4", "-o"];
    let mut child = command(split).args([target.path(), source.path()]).spawn().expect("it starts");
    // As soon as there are files.
    while target.names().len() < 3 && child.try_wait().expect("its state").is_none() {
        std::thread::yield_now();
    }
    child.kill().expect("it is ours");
    let was_killed = !child.wait().expect("it ends").success();
    let left = target.names().iter().filter(|name| name.ends_with(".tmp")).count();
    assert!(!was_killed || left > 0);
    assert!(command(split).args([target.path(), source.path()]).status().expect("it runs").success());
    let names = target.names();
    assert!(names.iter().all(|name| !name.ends_with(".tmp")), "{names:?}");
    let _ = run!("verify", target.path()).ok();
}

#[test]
fn writers_that_meet_in_a_folder_all_write() {
    let (source, target) = (Folder::with("nb/wide/nb-1-big"), Folder::new());
    let data = source.join("nb-1-big-Data.db");
    let mut writers: Vec<_> = (0..4)
        .map(|_| {
            let args = ["rewrite".as_ref(), data.as_os_str(), "-o".as_ref(), target.path().as_os_str()];
            let piped = std::process::Stdio::piped;
            command(args).stdout(piped()).stderr(piped()).spawn().expect("a process")
        })
        .collect();
    for writer in writers.drain(..) {
        let done = writer.wait_with_output().expect("an end");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
    let made = target.names().iter().filter(|name| name.ends_with("-Data.db")).count();
    assert_eq!(made, 4, "{:?}", target.names());
    assert!(target.names().iter().all(|name| !name.ends_with(".tmp")), "{:?}", target.names());
    let _ = run!("verify", target.path()).ok();
}

#[test]
fn a_damaged_type_is_not_written_with_a_new_checksum() {
    let (source, target) = (Folder::with("me/static_rows/me-1-big"), Folder::new());
    source.change("me-1-big-Statistics.db", |bytes| {
        let at = bytes.windows(9).position(|name| name == b"Int32Type").expect("a type");
        bytes[at + 8] = b'd';
    });
    let data = source.join("me-1-big-Data.db");
    for command in ["rewrite", "split", "compact"] {
        let size = if command == "split" { vec!["--size", "1MiB"] } else { vec!["--to", "nb"] };
        let args = ["-q".as_ref(), command.as_ref(), data.as_os_str(), "-o".as_ref(), target.path().as_os_str()];
        let run = crate::util::command(args.into_iter().chain(size.iter().map(std::ffi::OsStr::new))).output();
        let run = run.expect("a process");
        assert_eq!(run.status.code(), Some(3), "{command}");
        assert!(String::from_utf8_lossy(&run.stderr).contains("with a byte changed"), "{command}");
        assert_eq!(target.names(), [""; 0], "{command}");
    }
}
