//! Our dump beside sstabledump's, on the tables that speed is measured on.
//!
//! `cargo run --release -p cqlite-dump --example bench-dump [DIR] [--ours] [--rows N]` makes the tables in DIR (default
//! `target/perf`) with `tests/oracle/run perf` where they are missing, dumps each with `-l` to nothing, best of five in a process of
//! its own, and once with the real SSTableExport of 5.0.8, its JVM's start included (not with `--ours`). Linux only: the peak of the
//! resident memory is what the kernel says.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use cqlite_dump::{Dump, DumpOptions, Format};
use cqlite_sstable::io::AccessMode;
use cqlite_sstable::OpenOptions;

const TABLES: [(&str, usize); 3] = [("narrow", 1_000_000), ("wide", 500_000), ("coll", 200_000)];

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let mut dir = PathBuf::from("target/perf");
    let (mut with_theirs, mut rows) = (true, None);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--once" => return once(Path::new(&args.next().ok_or("which file?")?)),
            "--ours" => with_theirs = false,
            "--rows" => rows = Some(args.next().ok_or("how many rows?")?.parse()?),
            other => dir = PathBuf::from(other),
        }
    }
    println!(
        "{:8} {:>9} {:>9} {:>9} {:>9} {:>7} {:>9}",
        "table", "data MB", "text MB", "ours s", "theirs s", "ratio", "RSS MiB"
    );
    for (table, default_rows) in TABLES {
        let data = locate(&dir.join(table), table, rows.unwrap_or(default_rows))?;
        let runs: Vec<Run> = (0..5).map(|_| in_own_process(&data)).collect::<Result<_>>()?;
        let Some(best) = runs.into_iter().min_by(|a, b| a.seconds.total_cmp(&b.seconds)) else { continue };
        print!("{table:8} {:9.1} {:9.1} {:9.3}", best.data as f64 / 1e6, best.text as f64 / 1e6, best.seconds);
        if with_theirs {
            let theirs = sstabledump(&data)?;
            print!(" {theirs:9.2} {:6.1}x", theirs / best.seconds);
        } else {
            print!(" {:>9} {:>7}", "-", "-");
        }
        println!(" {:9.1}", best.peak_kib as f64 / 1024.0);
    }
    Ok(())
}

fn oracle() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/oracle/run")
}

/// The table's Data.db, made if there is none.
fn locate(dir: &Path, table: &str, rows: usize) -> Result<PathBuf> {
    let find = || -> Option<PathBuf> {
        let mut files: Vec<PathBuf> = dir.read_dir().ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.sort();
        files.into_iter().find(|path| path.to_string_lossy().ends_with("-Data.db"))
    };
    if find().is_none() {
        std::fs::create_dir_all(dir)?;
        let status = Command::new(oracle()).arg("perf").arg(dir).args([table, &rows.to_string(), "big"]).status()?;
        if !status.success() {
            return Err(format!("{table} could not be made").into());
        }
    }
    Ok(find().ok_or("no Data.db")?.canonicalize()?)
}

/// What a run has taken.
struct Run {
    seconds: f64,
    /// Bytes of uncompressed data, of text.
    data: u64,
    text: u64,
    peak_kib: u64,
}

fn in_own_process(data: &Path) -> Result<Run> {
    let start = Instant::now();
    let out = Command::new(std::env::current_exe()?).arg("--once").arg(data).stderr(Stdio::inherit()).output()?;
    let seconds = start.elapsed().as_secs_f64();
    let text = String::from_utf8(out.stdout)?;
    let numbers: Vec<u64> = text.split_whitespace().map(str::parse).collect::<std::result::Result<_, _>>()?;
    match numbers[..] {
        [data, text, peak_kib] if out.status.success() => Ok(Run { seconds, data, text, peak_kib }),
        _ => Err("our dump has failed".into()),
    }
}

/// Dumps to nothing; prints the bytes of data and of text and the peak of the resident memory in KiB.
fn once(data: &Path) -> Result<()> {
    struct Counter(File, u64);
    impl std::io::Write for Counter {
        fn write(&mut self, text: &[u8]) -> std::io::Result<usize> {
            let n = self.0.write(text)?;
            self.1 += n as u64;
            Ok(n)
        }
        fn flush(&mut self) -> std::io::Result<()> {
            self.0.flush()
        }
    }
    let sstable = OpenOptions { access: AccessMode::Pread, ..OpenOptions::default() }.open(data)?;
    let options = DumpOptions { format: Format::Lines, ..DumpOptions::default() };
    let mut out = Counter(File::create("/dev/null")?, 0);
    Dump::new(&sstable, options)?.write(&mut out, |_, _| {}, &AtomicBool::new(false))?;
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
    println!("{} {} {}", sstable.data().len(), out.1, peak.trim().trim_end_matches(" kB"));
    Ok(())
}

/// Seconds that sstabledump takes.
fn sstabledump(data: &Path) -> Result<f64> {
    let start = Instant::now();
    let command = Command::new(oracle())
        .args(["tool", "5.0.8", "SSTableExport"])
        .arg(data)
        .arg("-l")
        .stdout(Stdio::null())
        .status()?;
    if !command.success() {
        return Err("sstabledump has failed".into());
    }
    Ok(start.elapsed().as_secs_f64())
}
