//! Compares dumps with those of another tool: `compare-jobs JOBS DIR`. Line N of JOBS has the tool's arguments, tabs between; DIR has
//! its output in N.out, and status, time and errors in N.err.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use cqlite_dump::{Dump, DumpOptions, Format};

fn main() {
    let mut args = std::env::args().skip(1);
    let (jobs, dir) = (args.next().expect("jobs"), args.next().expect("directory"));
    let (mut same, mut both_fail, mut differ) = (0, 0, 0);
    for (i, line) in std::fs::read_to_string(jobs).expect("jobs").lines().enumerate() {
        let theirs = std::fs::read(Path::new(&dir).join(format!("{i}.out"))).expect("output");
        let err = std::fs::read_to_string(Path::new(&dir).join(format!("{i}.err"))).expect("errors");
        let mut lines = err.lines();
        let status: i32 = lines.next().and_then(|s| s.parse().ok()).expect("status");
        let now: i64 = lines.next().and_then(|s| s.parse().ok()).expect("time");
        let trouble: Vec<&str> = lines.filter(|line| !line.contains("LEAK DETECTED")).collect();
        let mut args = line.split('\t');
        let path = args.next().expect("path");
        let mut options = DumpOptions { now, ..DumpOptions::default() };
        while let Some(arg) = args.next() {
            match arg {
                "-l" => options.format = Format::Lines,
                "-e" => options.format = Format::Keys,
                "-d" => options.format = Format::Debug,
                "-t" => options.raw_time = true,
                "-k" => options.include_keys.push(args.next().expect("key").to_owned()),
                "-x" => options.exclude_keys.push(args.next().expect("key").to_owned()),
                other => panic!("{other}"),
            }
        }
        let mut ours = Vec::new();
        let done = cqlite_sstable::Sstable::open(path).map_err(|e| e.to_string()).and_then(|sstable| {
            let dump = Dump::new(&sstable, options).map_err(|e| e.to_string())?.with_tasks_of(500);
            dump.write(&mut ours, |_, _| {}, &AtomicBool::new(false)).map_err(|e| e.to_string())
        });
        let failed = status != 0 || !trouble.iter().all(|l| l.trim().is_empty());
        match (done, failed) {
            (Ok(()), false) if ours == theirs => same += 1,
            (Err(_), true) => both_fail += 1,
            (done, failed) => {
                differ += 1;
                let at = ours.iter().zip(&theirs).take_while(|(a, b)| a == b).count();
                let around = |t: &[u8]| {
                    String::from_utf8_lossy(&t[at.saturating_sub(80).min(t.len())..(at + 80).min(t.len())]).into_owned()
                };
                println!(
                    "{i} {line}\n  ours {done:?} {} bytes, theirs {} bytes failed {failed} {:?}",
                    ours.len(),
                    theirs.len(),
                    trouble.iter().take(4).collect::<Vec<_>>()
                );
                if ours != theirs {
                    println!("  at {at}\n   ours   {:?}\n   theirs {:?}", around(&ours), around(&theirs));
                }
            }
        }
    }
    println!("same {same}, both fail {both_fail}, differ {differ}");
}
