//! What is left of a command that writes SSTables and is killed, or whose disk is full.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::run;
use crate::util::{command, copy, Folder, Run};

/// How often each command is killed, unless `CQLITE_KILLS` says otherwise.
const KILLS: usize = 20;

/// The commands, with what they need; those that write all that they read of each SSTable.
const COMMANDS: [&[&str]; 6] = [
    &["rewrite", "--to", "da", "--compression", "none"],
    &["compact", "--gc-grace", "864000", "--compression", "none"],
    &["split", "--size", "1KiB", "--compression", "none"],
    &["extract", "--tokens", "5:5", "--compression", "none"],
    &["salvage", "--compression", "none"],
    &["rebuild"],
];

/// The files of a folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    entries.filter(|path| path.is_file()).map(|path| (name(&path), fs::read(&path).expect("a file"))).collect()
}

/// SSTables of two partitions, 500 rows each.
fn several(number: u32) -> Folder {
    let source = Folder::new();
    copy("nb/wide/nb-1-big", source.path());
    for name in source.names() {
        for id in 2..=number {
            fs::copy(source.join(&name), source.join(&name.replace("nb-1-", &format!("nb-{id}-")))).expect("a copy");
        }
    }
    source
}

fn kills() -> usize {
    std::env::var("CQLITE_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(KILLS)
}

/// Moments at which a command is killed: Knuth's numbers, up to how long all of it takes.
struct Moments {
    random: u64,
    all: u64,
}

impl Moments {
    fn of(whole: impl FnOnce() -> Run) -> Self {
        let begin = Instant::now();
        let run = whole();
        assert_eq!(run.code, 0, "{}", run.err);
        Moments { random: 12345, all: u64::try_from(begin.elapsed().as_micros()).expect("a time") + 1 }
    }

    /// Whether it was killed at work.
    fn kill(&mut self, args: &[OsString]) -> bool {
        let mut child = command(args).spawn().expect("the program starts");
        self.random = self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_micros((self.random >> 33) % self.all));
        child.kill().expect("it is ours");
        !child.wait().expect("it ends").success()
    }
}

fn args(of: &[&str], source: &Path, target: &Path) -> Vec<OsString> {
    let words = of.iter().chain(&["-q"]).map(OsString::from);
    words.chain([source.into(), "-o".into(), target.into()]).collect()
}

#[test]
fn killed_commands_leave_whole_sstables_only() {
    let source = several(12);
    let before = files(source.path());
    for of in COMMANDS {
        let (target, name) = (Folder::new(), of[0]);
        let words = args(of, source.path(), target.path());
        let (mut moments, mut killed) = (Moments::of(|| crate::util::cqlite(&words)), 0);
        for _ in 0..kills() {
            killed += usize::from(moments.kill(&words));
            assert!(files(source.path()) == before, "{name}: what is read has changed");
        }
        assert!(killed > kills() / 4, "{name}: {killed} of {} were killed at work", kills());
        // What is named Data.db has all that belongs to it; only the table of contents comes after it.
        let verified = run!("verify", target.path());
        let whole = target.names().iter().filter(|name| name.ends_with("-Data.db")).count();
        assert_eq!((verified.code, whole > 0), (0, true), "{name}: {}{}", verified.err, verified.out);
        assert_eq!(verified.out.matches(": intact (").count(), whole, "{name}: {}", verified.out);
        // The next one is not in anybody's way, and clears what is left.
        let _ = crate::util::cqlite(&words).ok();
        let left: Vec<String> = target.names().into_iter().filter(|name| name.ends_with(".tmp")).collect();
        assert!(left.is_empty(), "{name}: {left:?}");
    }
}

#[test]
fn a_killed_rebuild_leaves_whole_components_only() {
    let folder = several(12);
    let lost = ["Index.db", "Summary.db", "Filter.db", "Digest.crc32"];
    let (whole, lose) = (files(folder.path()), || {
        let names = folder.names().into_iter().filter(|name| lost.iter().any(|lost| name.ends_with(lost)));
        names.for_each(|name| fs::remove_file(folder.join(&name)).expect("removed"));
    });
    let words: Vec<OsString> =
        ["rebuild".into(), "-q".into(), "--column-index-size".into(), "4".into(), folder.path().into()].into();
    lose();
    let (mut moments, mut killed) = (Moments::of(|| crate::util::cqlite(&words)), 0);
    assert!(files(folder.path()) == whole);
    for _ in 0..kills() {
        lose();
        killed += usize::from(moments.kill(&words));
        let left = files(folder.path());
        let is_whole = |(name, bytes): (&String, &Vec<u8>)| name.ends_with(".tmp") || whole.get(name) == Some(bytes);
        assert!(left.iter().all(is_whole), "{:?}", left.keys());
        let _ = crate::util::cqlite(&words);
        assert!(files(folder.path()) == whole, "{:?}", folder.names());
    }
    assert!(killed > kills() / 4, "{killed} of {} were killed at work", kills());
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_an_error_of_the_output_and_leaves_nothing() {
    use crate::util::CQLITE;
    use std::process::{Command, Stdio};

    let source = Folder::new();
    copy("nb/wide/nb-1-big", source.path());
    let before = files(source.path());
    for of in COMMANDS {
        let (target, name) = (Folder::new(), of[0]);
        // Files of more than 8 KiB cannot be written: whoever tries gets SIGXFSZ, too.
        let script = "ulimit -f 8; exec \"$0\" \"$@\"";
        let mut shell = Command::new("bash");
        let _ = shell.args(["-c", script, CQLITE]).args(args(of, source.path(), target.path()));
        let output = shell.stdin(Stdio::null()).output().expect("a shell");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(4), "{name}: {said}");
        assert!(said.contains(&*target.path().to_string_lossy()), "{name}: {said}");
        assert_eq!(target.names(), [""; 0], "{name}");
        assert!(files(source.path()) == before, "{name}");
    }
}

/// Numbers from the environment.
#[cfg(unix)]
fn given(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{name} is a number")))
}

/// Each command again and again, in turns killed at a moment and on a disk that is full at a byte, both drawn by chance.
#[cfg(unix)]
#[test]
#[ignore = "cargo xtask test --only killed: as many as fit in CQLITE_SECONDS (60), or CQLITE_KILLS of each"]
fn commands_that_end_at_random() {
    use crate::util::CQLITE;
    use std::process::{Command, Stdio};
    use std::time::SystemTime;

    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("a time").as_secs();
    let (seed, most) = (given("CQLITE_SEED").unwrap_or(now), given("CQLITE_KILLS"));
    let seconds = Duration::from_secs(most.map_or_else(|| given("CQLITE_SECONDS").unwrap_or(60), |_| u64::MAX));
    println!("CQLITE_SEED={seed}");
    let mut random = seed;
    let mut below = |n: u64| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) % n.max(1)
    };
    let source = several(3);
    let (before, begin) = (files(source.path()), Instant::now());
    let whole: Vec<(Duration, u64)> = COMMANDS
        .iter()
        .map(|of| {
            let (target, begin) = (Folder::new(), Instant::now());
            let _ = crate::util::cqlite(args(of, source.path(), target.path())).ok();
            let longest = files(target.path()).values().map(Vec::len).max().expect("a file");
            (begin.elapsed(), longest as u64)
        })
        .collect();
    let (mut kills, mut killed, mut disks, mut full, mut sstables) = (0, 0, 0, 0, 0);
    while most.map_or(begin.elapsed() < seconds, |most| disks < most) {
        let number = usize::try_from(kills + disks).expect("a number");
        let (of, target) = (COMMANDS[number / 2 % COMMANDS.len()], Folder::new());
        let (took, longest) = whole[number / 2 % COMMANDS.len()];
        let words = args(of, source.path(), target.path());
        let name = format!("seed {seed}, {number}: {}", of[0]);
        if number % 2 == 0 {
            kills += 1;
            let mut child = command(&words).spawn().expect("the program starts");
            std::thread::sleep(Duration::from_micros(below(u64::try_from(took.as_micros()).expect("a time"))));
            child.kill().expect("it is ours");
            killed += u64::from(!child.wait().expect("it ends").success());
        } else {
            disks += 1;
            // No file can be longer than that.
            let room = below(longest + longest / 8);
            let script = format!("exec prlimit --fsize={room}:{room} \"$0\" \"$@\"");
            let mut shell = Command::new("bash");
            let output =
                shell.args(["-c", &script, CQLITE]).args(&words).stdin(Stdio::null()).output().expect("a shell");
            let (code, said) = (output.status.code(), String::from_utf8_lossy(&output.stderr));
            // What comes of each SSTable is there as a whole, or not at all; of those that are divided or merged nothing may be.
            assert!(code == Some(if room < longest { 4 } else { 0 }), "{name}, {room} bytes: {code:?} {said}");
            let left: Vec<String> = target.names().into_iter().filter(|name| name.ends_with(".tmp")).collect();
            assert!(left.is_empty(), "{name}, {room} bytes: {left:?}");
            full += u64::from(code == Some(4));
        }
        assert!(files(source.path()) == before, "{name}: what is read has changed");
        let there = target.names().iter().filter(|name| name.ends_with("-Data.db")).count();
        if there > 0 {
            let verified = run!("verify", target.path());
            assert_eq!(verified.code, 0, "{name}: {}{}", verified.err, verified.out);
            assert_eq!(verified.out.matches(": intact (").count(), there, "{name}: {}", verified.out);
            sstables += there;
        }
        // The next one is not in anybody's way, and clears what is left.
        if number % 10 == 0 {
            let _ = crate::util::cqlite(&words).ok();
            let left: Vec<String> = target.names().into_iter().filter(|name| name.ends_with(".tmp")).collect();
            assert!(left.is_empty(), "{name}: {left:?}");
        }
    }
    println!(
        "{kills} kills, {killed} of them at work; {disks} disks, {full} of them full; {sstables} whole SSTables, and none in part"
    );
    assert!(killed > kills / 4 && full > disks / 4);
}
