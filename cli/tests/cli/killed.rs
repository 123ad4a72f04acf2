//! What is left of a rewrite that is killed, or whose disk is full.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::run;
use crate::util::{command, copy, Folder, CQLITE};

/// The files of a folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    entries.filter(|path| path.is_file()).map(|path| (name(&path), fs::read(&path).expect("a file"))).collect()
}

#[test]
fn a_killed_rewrite_leaves_whole_sstables_only() {
    let source = Folder::new();
    copy("nb/wide/nb-1-big", source.path());
    for name in source.names() {
        for id in 2..=12 {
            fs::copy(source.join(&name), source.join(&name.replace("nb-1-", &format!("nb-{id}-")))).expect("a copy");
        }
    }
    let (before, target) = (files(source.path()), Folder::new());
    let begin = Instant::now();
    let _ = run!("rewrite", "-q", source.path(), "--to", "da", "-o", target.path()).ok();
    let all = u64::try_from(begin.elapsed().as_micros()).expect("a time") + 1;
    let (mut random, mut killed) = (12345u64, 0);
    for round in 0..50 {
        let version = ["da", "oa"][round % 2];
        let args = ["rewrite".as_ref(), source.path().as_os_str(), "--to".as_ref(), version.as_ref()];
        let to = ["-q".as_ref(), "-o".as_ref(), target.path().as_os_str()];
        let mut child = command(args.into_iter().chain(to)).spawn().expect("the program starts");
        // Knuth's numbers, up to how long all of it may take.
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_micros((random >> 33) % all));
        child.kill().expect("it is ours");
        killed += u32::from(!child.wait().expect("it ends").success());
    }
    assert!(killed > 10, "{killed} of 50 were killed at work");
    assert_eq!(files(source.path()), before);
    let names = target.names();
    let whole: Vec<&String> = names.iter().filter(|name| name.ends_with("-Data.db")).collect();
    assert!(whole.len() >= 3, "{names:?}");
    // What is named Data.db has all that belongs to it; only the table of contents comes after it.
    let verified = run!("verify", target.path());
    assert_eq!(verified.code, 0, "{}{}", verified.err, verified.out);
    assert_eq!(verified.out.matches(": intact (2 partitions, 500 rows").count(), whole.len(), "{}", verified.out);
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_an_error_of_the_output_and_leaves_nothing() {
    let (source, target) = (Folder::new(), Folder::new());
    copy("nb/wide/nb-1-big", source.path());
    let before = files(source.path());
    // Files of more than 8 KiB cannot be written.
    let script = "ulimit -f 8; trap '' XFSZ; exec \"$0\" \"$@\"";
    let mut shell = Command::new("bash");
    let _ = shell.args(["-c", script, CQLITE, "rewrite", "--compression", "none", "-o"]);
    let output = shell.arg(target.path()).arg(source.path()).stdin(Stdio::null()).output().expect("a shell");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(4), "{said}");
    assert!(said.contains(&*target.path().to_string_lossy()), "{said}");
    assert_eq!(target.names(), [""; 0]);
    assert_eq!(files(source.path()), before);
}
