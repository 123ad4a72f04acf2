//! Merging, writing and compacting: `bench_write DATA_DB… [--rounds N]`. Prints medians of rounds that alternate.
//!
//! * The rows pulled one by one, the merged view of the SSTable alone, and of it twice: what merging costs.
//! * Writing the rows from memory, to memory; and the SSTable anew, to a folder, as it is and in LZ4 chunks of 32 KiB, against decoding and encoding its
//!   chunks alone on two cores.
//! * Rows of the same shape that a program has in memory, written to a folder: sorted, and in any order; against Cassandra's bulk writer if
//!   `CQLITE_CASSANDRA=1`.
//! * The compaction of two equal SSTables to a folder by `cqlite compact`, a process of its own, against Cassandra's of the same files, if
//!   `CQLITE_CASSANDRA=1` (JDK and Maven). The command is the `cqlite` that was built beside this program.

use std::error::Error;
use std::ffi::OsString;
use std::hint::black_box;
use std::ops::Range;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

use cqlite::write::{CodecKind, MemoryOutputs, PartitionWriter, Rewrite, Target, WriteError, WriteOptions};
use cqlite_merge::{Merge, MergeError};
use cqlite_rows::{DeletionTime, Partitions, Row, Unfiltered};
use cqlite_sstable::compress::{ChunkIndex, Codec, Compression, Scratch};
use cqlite_sstable::{Sstable, SstableError};
use cqlite_tests::bulk;
use cqlite_tests::copies::copies;
use cqlite_tests::oracle::Oracle;
use cqlite_tests::process::{answer, cqlite, measured};
use cqlite_tests::timing::{for_each_path, median, timed};
use serde_json::json;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    answer().unwrap_or_else(|| for_each_path("bench_write", "--rounds", 7, run))
}

fn run(path: &str, rounds: usize) -> Outcome {
    let (sstable, facade) = (Sstable::open(path)?, cqlite::Sstable::open(path)?);
    let (partitions, rows) = in_memory(&sstable)?;
    println!("{path}\n  {} partitions, {rows} rows, {:.1} MB", partitions.len(), sstable.data().len() as f64 / 1e6);
    let mut times: [Vec<Duration>; 7] = Default::default();
    let other = Compression::new(CodecKind::Lz4, Some(32_768), 0.0)?;
    let folder = tempfile::tempdir()?;
    for round in 0..rounds {
        times[0].push(timed(|| pull(&mut sstable.partitions()))?);
        times[1].push(timed(|| pull(&mut merged(&sstable, 1)))?);
        times[2].push(timed(|| pull(&mut merged(&sstable, 2)))?);
        times[3].push(timed(|| write(&sstable, |writer| from_memory(&partitions, writer)))?);
        let to = folder.path().join(format!("rewritten-{round}"));
        std::fs::create_dir(&to)?;
        times[4].push(timed(|| {
            let _ = Rewrite::new(WriteOptions::new()).run(&facade, &to)?;
            Ok(())
        })?);
        std::fs::remove_dir_all(&to)?;
        std::fs::create_dir(&to)?;
        times[6].push(timed(|| {
            let _ = Rewrite::new(WriteOptions::new().compression(Some(other.clone()))).run(&facade, &to)?;
            Ok(())
        })?);
        std::fs::remove_dir_all(&to)?;
        times[5].push(timed(|| recode(&sstable))?);
    }
    let [pulled, one, two, written, rewritten, recoded, otherwise] = times.map(median);
    let line = |what: &str, time: Duration, than: Option<(&str, Duration)>| {
        let ms = time.as_secs_f64() * 1e3;
        let rate = rows as f64 / time.as_secs_f64() / 1e3;
        let ratio = than.map(|(than, other)| format!("{:6.2} times {than}", time.as_secs_f64() / other.as_secs_f64()));
        println!("  {what:<24}{ms:9.1} ms {rate:8.0} k rows/s  {}", ratio.unwrap_or_default());
    };
    line("pull every row", pulled, None);
    line("merged view of one", one, Some(("pulling it", pulled)));
    line("merged view of two", two, Some(("that of one", one)));
    line("write from memory", written, None);
    line("recode on two cores", recoded, None);
    line("rewrite to a folder", rewritten, Some(("recoding chunks", recoded)));
    line("rewrite, other chunks", otherwise, Some(("recoding chunks", recoded)));
    // What follows need not make room beside a table's worth of rows.
    drop(partitions);
    let (both, cqlite) = (copies(Path::new(path), 2)?, cqlite()?);
    let mut compacted = Vec::new();
    for round in 0..rounds.min(5) {
        let to = folder.path().join(round.to_string());
        std::fs::create_dir(&to)?;
        let (from, to) = (both.path().as_os_str(), to.as_os_str());
        let command = [cqlite.as_os_str(), "compact".as_ref(), "-q".as_ref(), from, "-o".as_ref(), to];
        compacted.push(Duration::from_secs_f64(measured(&command.map(OsString::from))?.seconds));
    }
    let own = median(compacted);
    line("compact two equal ones", own, None);
    let bulk_rows = bulk::Rows::new(shape(Path::new(path))?, rows);
    let mut bulk: [Vec<Duration>; 2] = Default::default();
    for round in 0..rounds.min(5) {
        for (times, is_sorted) in bulk.iter_mut().zip([true, false]) {
            let to = folder.path().join(format!("bulk-{round}-{is_sorted}"));
            std::fs::create_dir(&to)?;
            times.push(bulk_rows.write(&to, is_sorted)?);
            std::fs::remove_dir_all(&to)?;
        }
    }
    let [sorted, unsorted] = bulk.map(median);
    line("bulk write, sorted", sorted, None);
    line("bulk write, any order", unsorted, Some(("sorted", sorted)));
    if std::env::var_os("CQLITE_CASSANDRA").is_some_and(|value| value == "1") {
        let theirs = Duration::from_secs_f64(cassandra(Path::new(path), folder.path())?);
        line("Cassandra's compaction", theirs, Some(("ours", own)));
        for (how, own) in [("sorted", sorted), ("256", unsorted)] {
            let theirs = cassandra_bulk(shape(Path::new(path))?, rows, how, folder.path())?;
            line(&format!("Cassandra's, {how}"), theirs, Some(("ours", own)));
        }
    }
    Ok(())
}

/// The shape of a table, by the name of its folder.
fn shape(path: &Path) -> Outcome<&str> {
    let table = path.parent().and_then(Path::file_name).and_then(|name| name.to_str()).ok_or("a folder")?;
    Ok(table.split('-').next().unwrap_or(table))
}

/// How long Cassandra's bulk writer takes, with rows that come sorted or a buffer of so many MiB.
fn cassandra_bulk(shape: &str, rows: usize, how: &str, folder: &Path) -> Outcome<Duration> {
    let run = Path::new(env!("CARGO_MANIFEST_DIR")).join("oracle/run");
    let to = folder.join(format!("bulk-{how}"));
    let out = Command::new(run).arg("perf").arg(&to).args([shape, &rows.to_string(), "big", how]).output()?;
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    let seconds = text.split(" rows in ").nth(1).and_then(|rest| rest.split(' ').next()?.parse().ok());
    Ok(Duration::from_secs_f64(seconds.ok_or(text)?))
}

/// What goes wrong while rows are read or written.
#[derive(Debug)]
struct Failure(String);

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Failure {}

impl From<SstableError> for Failure {
    fn from(e: SstableError) -> Self {
        Failure(e.to_string())
    }
}

impl From<MergeError<SstableError>> for Failure {
    fn from(e: MergeError<SstableError>) -> Self {
        Failure(e.to_string())
    }
}

impl From<WriteError> for Failure {
    fn from(e: WriteError) -> Self {
        Failure(e.to_string())
    }
}

/// A partition that is held in memory.
struct Held {
    key: Vec<u8>,
    deletion: Option<DeletionTime>,
    static_row: Option<Row>,
    rows: Vec<Row>,
}

fn in_memory(sstable: &Sstable) -> Outcome<(Vec<Held>, usize)> {
    let (mut held, mut rows, mut partitions) = (Vec::new(), 0, sstable.partitions());
    while partitions.next_partition()? {
        let mut partition = Held {
            key: partitions.key().to_vec(),
            deletion: partitions.deletion(),
            static_row: partitions.static_row().cloned(),
            rows: Vec::new(),
        };
        while let Some(unfiltered) = partitions.next_unfiltered()? {
            match unfiltered {
                Unfiltered::Row(row) => partition.rows.push(row.clone()),
                Unfiltered::Marker(_) => return Err("the tables of benches have no range tombstones".into()),
            }
        }
        rows += partition.rows.len();
        held.push(partition);
    }
    Ok((held, rows))
}

fn pull<P: Partitions>(partitions: &mut P) -> Outcome
where
    Failure: From<P::Error>,
{
    let mut rows = 0u64;
    while partitions.next_partition().map_err(Failure::from)? {
        while partitions.next_unfiltered().map_err(Failure::from)? {
            rows += u64::from(partitions.unfiltered().is_some());
        }
    }
    black_box(rows);
    Ok(())
}

fn merged(sstable: &Sstable, times: usize) -> impl Partitions<Error = MergeError<SstableError>> + '_ {
    let sources = (0..times).map(|_| sstable.partitions()).collect();
    Merge::new(sstable.schema(), sstable.comparator(), sources)
}

fn write<'s>(
    sstable: &'s Sstable,
    rows: impl FnOnce(&mut PartitionWriter<'_, MemoryOutputs>) -> Result<(), Failure> + 's,
) -> Outcome {
    let target = Target::like(sstable, sstable.version())?;
    let mut writer = PartitionWriter::new(&target, MemoryOutputs::default())?;
    rows(&mut writer)?;
    black_box(writer.finish()?);
    Ok(())
}

fn from_memory(partitions: &[Held], writer: &mut PartitionWriter<'_, MemoryOutputs>) -> Result<(), Failure> {
    for Held { key, deletion, static_row, rows } in partitions {
        writer.partition(key, *deletion, static_row.as_ref())?;
        rows.iter().try_for_each(|row| writer.row(row))?;
        writer.end_partition()?;
    }
    Ok(())
}

/// Decodes each chunk and encodes it again: one half of them in each of two threads.
fn recode(sstable: &Sstable) -> Outcome {
    let half = sstable.data().chunks().count() / 2;
    let recoded = |chunks| recode_chunks(sstable, chunks).map_err(|e| Failure(e.to_string()));
    std::thread::scope(|scope| {
        let first = scope.spawn(|| recoded(0..half));
        recoded(half..sstable.data().chunks().count())?;
        first.join().map_err(|_| "a panic")??;
        Ok(())
    })
}

fn recode_chunks(sstable: &Sstable, chunks: Range<u64>) -> Outcome {
    let data = sstable.data();
    let info = sstable.compression().ok_or("the table is not compressed")?;
    let codec: Codec = Compression::of(info)?.codec().clone();
    let len = usize::try_from(info.chunk_length)?;
    let (mut chunk, mut out, mut scratch, mut sum) = (vec![0; len], Vec::new(), Scratch::default(), 0);
    for i in chunks {
        let n = data.read_chunk(ChunkIndex(i), &mut scratch, &mut chunk)?;
        out.clear();
        codec.compress(chunk.get(..n).unwrap_or_default(), &mut out)?;
        sum += out.len();
    }
    black_box(sum);
    Ok(())
}

/// How long Cassandra's compaction of two copies takes, in seconds.
fn cassandra(path: &Path, folder: &Path) -> Outcome<f64> {
    let name = path.file_name().and_then(|name| name.to_str()).ok_or("a name")?;
    let (format, copies) = (name.get(..2).ok_or("a version")?, copies(path, 2)?);
    let shape = shape(path)?;
    let columns = match shape {
        "narrow" => include_str!("../../oracle/src/tools/PerfTables.java").split("narrow(").nth(1),
        "wide" => include_str!("../../oracle/src/tools/PerfTables.java").split("wide(").nth(1),
        _ => include_str!("../../oracle/src/tools/PerfTables.java").split("coll(").nth(1),
    };
    let columns = columns.and_then(|rest| rest.split('"').nth(1)).ok_or("the table's columns")?;
    let mut oracle = Oracle::start("5.0.8", format);
    let mut ask = |request: serde_json::Value| -> Outcome<serde_json::Value> {
        let answer = oracle.ask(&request);
        if answer.get("error").is_some() {
            return Err(format!("{request}: {answer}").into());
        }
        Ok(answer)
    };
    let compression = "compression = {'class': 'LZ4Compressor'}";
    let _ = ask(json!({"op": "cql", "cql": format!("CREATE TABLE corpus.{shape} ({columns}) WITH {compression}")}))?;
    let _ = ask(json!({"op": "load", "table": shape, "dir": copies.path()}))?;
    let answer = ask(json!({"op": "compact", "table": shape, "dir": folder.join("theirs")}))?;
    answer["seconds"].as_f64().ok_or_else(|| format!("{answer}").into())
}
