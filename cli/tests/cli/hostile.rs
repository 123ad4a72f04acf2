//! What stands in a file's place, and what programs must not trip over.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::run;
use crate::util::{command, Folder};

const SSTABLES: [(&str, &str); 2] = [("nb/static_rows/nb-1-big", "nb-1-big"), ("da/static_rows/da-1-bti", "da-1-bti")];
const COMMANDS: [&str; 4] = ["verify", "dump", "metadata", "inspect"];
/// A debug build on a busy machine.
const LIMIT: Duration = Duration::from_secs(10);

/// Exit code and message of a command that ends in time.
#[track_caller]
fn ends(name: &str, path: &Path) -> (i32, String) {
    let start = Instant::now();
    let mut child = command([name.as_ref(), path.as_os_str()])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    while child.try_wait().expect("the program").is_none() {
        if start.elapsed() > LIMIT {
            let _ = child.kill();
            panic!("{name} {} does not end", path.display());
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    let output = child.wait_with_output().expect("the program");
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Puts something in the place of each component, and sees that no command waits for it, or takes it for a file.
fn in_place_of_each(what: &str, put: impl Fn(&Path)) {
    for (sstable, prefix) in SSTABLES {
        for name in Folder::with(sstable).names().iter().filter(|name| !name.contains(".gz")) {
            let folder = Folder::with(sstable);
            fs::remove_file(folder.join(name)).expect("a file");
            put(&folder.join(name));
            let data = folder.join(&format!("{prefix}-Data.db"));
            let (code, err) = ends("verify", &data);
            assert_eq!(code, 3, "verify, {what} for {name}: {err}");
            for command in ["dump", "metadata"] {
                let (code, err) = ends(command, &data);
                assert!([0, 3].contains(&code), "{command}, {what} for {name}: {code} {err}");
                assert!(code == 0 || err.contains(name.as_str()) || err.contains("no SSTable"), "{command}: {err}");
            }
            let (code, err) = ends("inspect", &folder.join(name));
            assert_eq!(code, 3, "inspect, {what} for {name}: {err}");
            assert!(err.contains(name.as_str()), "{err}");
        }
    }
}

#[test]
fn directories_are_no_files() {
    in_place_of_each("a directory", |path| fs::create_dir(path).expect("a directory"));
}

#[cfg(unix)]
#[test]
fn nobody_waits_for_a_pipe() {
    in_place_of_each("a pipe", |path| {
        let made = std::process::Command::new("mkfifo").arg(path).status().expect("mkfifo");
        assert!(made.success());
    });
}

#[cfg(unix)]
#[test]
fn devices_without_end_are_not_read() {
    in_place_of_each("a device", |path| std::os::unix::fs::symlink("/dev/zero", path).expect("a link"));
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_or_in_circles_are_told() {
    for (sstable, prefix) in SSTABLES {
        for name in Folder::with(sstable).names().iter().filter(|name| name.ends_with(".db")) {
            for target in ["nowhere", name.as_str()] {
                let folder = Folder::with(sstable);
                fs::remove_file(folder.join(name)).expect("a file");
                std::os::unix::fs::symlink(target, folder.join(name)).expect("a link");
                for command in COMMANDS {
                    let path = if command == "inspect" { name.clone() } else { format!("{prefix}-Data.db") };
                    let (code, err) = ends(command, &folder.join(&path));
                    assert!([0, 3, 4].contains(&code), "{command}, {name} → {target}: {code} {err}");
                    // What a command does not need it may do without.
                    let is_needed = name.ends_with("-Data.db") || name.ends_with("-Statistics.db");
                    assert!(!is_needed || command == "metadata" || code > 0, "{command}, {name} → {target}: {err}");
                    assert!(code != 4 || err.contains(&folder.join(name).display().to_string()), "{command}: {err}");
                }
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_does_not_keep_from_the_rest() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    let data = folder.join("nb-1-big-Statistics.db");
    fs::remove_file(&data).expect("a file");
    std::os::unix::fs::symlink("nb-1-big-Statistics.db", &data).expect("a link");
    for command in ["verify", "dump", "metadata"] {
        let whole = run!(command, crate::util::corpus("nb/static_rows/nb-1-big-Data.db"), "--now", "1900000000").ok();
        let broken = folder.join("nb-1-big-Data.db");
        let both = run!(command, broken, crate::util::corpus("nb/static_rows/nb-1-big-Data.db"), "--now", "1900000000");
        let last = match command {
            "verify" => "2 SSTables: 1 intact, 1 not verified\n",
            "dump" => "\n",
            _ => "",
        };
        assert_eq!(both.fails(4, &["nb-1-big-Statistics.db"]), whole + last, "{command}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_text_are_passed_over() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::with("nb/static_rows/nb-1-big");
    let odd = folder.path().join(std::ffi::OsStr::from_bytes(b"nb-2-\xff\xfe-big-Data.db"));
    fs::write(&odd, b"x").expect("a file");
    let _ = run!("verify", folder.path(), "--now", "1900000000").ok();
    for command in COMMANDS {
        let (code, err) = ends(command, &odd);
        assert_eq!(code, 3, "{command}: {err}");
    }
    let below = folder.path().join(std::ffi::OsStr::from_bytes(b"t\xff"));
    fs::create_dir(&below).expect("a folder");
    crate::util::copy("nb/static_rows/nb-1-big", &below);
    let out = run!("dump", below.join("nb-1-big-Data.db")).ok();
    assert!(out.contains("only static"), "{out}");
}

#[test]
fn lists_of_files_that_are_not_there_are_told() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    folder.change("nb-1-big-TOC.txt", |toc| toc.extend(b"SecondaryIndex.db\n../../etc/passwd\n\xf0\x9f\x92\xa5.db\n"));
    let out = run!("verify", folder.path(), "--now", "1900000000").ok();
    assert!(out.contains("SecondaryIndex.db: TOC.txt lists the component, but it is missing"), "{out}");
}

#[test]
fn an_sstable_without_data_is_none() {
    for sstable in ["oa/compression_none/oa-1-big", "nb/static_rows/nb-1-big"] {
        let folder = Folder::with(sstable);
        let data = sstable.rsplit('/').next().expect("a name").to_owned() + "-Data.db";
        folder.change(&data, Vec::clear);
        for command in ["dump", "verify"] {
            assert!(!run!(command, folder.join(&data), "-o", folder.join("out")).fails(3, &[]).contains('['));
        }
        let _ = fs::remove_file(folder.join("oa-1-big-CRC.db"));
        assert_eq!(run!("dump", folder.join(&data)).fails(3, &[]), "");
    }
}

#[test]
fn components_that_are_too_long_are_findings() {
    for (component, len) in [("TOC.txt", 20 << 20), ("Digest.crc32", 20 << 20), ("Statistics.db", 1025 << 20)] {
        let folder = Folder::with("nb/static_rows/nb-1-big");
        // Without a byte on the disk.
        let file = fs::File::options().write(true).open(folder.join(&format!("nb-1-big-{component}"))).expect("a file");
        file.set_len(len).expect("a length");
        let out = run!("verify", folder.path(), "--now", "1900000000").fails(3, &["1 of 1 SSTables is damaged"]);
        assert!(out.contains(&format!("{component}: the file has {len} bytes, more than the ")), "{out}");
        if component == "Statistics.db" {
            for name in ["dump", "metadata"] {
                let data = folder.join("nb-1-big-Data.db");
                let run = run!(name, data);
                assert_eq!(run.code, 3, "{name}: {}", run.err);
            }
        } else {
            assert!(out.contains("(4 partitions, "), "{out}");
        }
    }
}

#[test]
fn messages_have_an_end() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    let name = "x".repeat(8 << 20);
    folder.change("nb-1-big-TOC.txt", |toc| toc.extend(format!("{name}.db\n").bytes()));
    for args in [["verify", "-q"], ["verify", "--json"]] {
        let out = run!(args[0], args[1], folder.path(), "--now", "1900000000").ok();
        assert!(out.len() < 20_000 && out.contains("TOC.txt lists the component, but it is missing"), "{}", out.len());
    }
}
