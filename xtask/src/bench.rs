//! Programs that measure. Their tables are written by real Cassandra, once, below `target/perf/`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{cargo, command, run, watch};
use crate::options::Options;
use crate::page::{Run, Section};
use crate::setup;
use crate::stop::{Result, Stop};
use crate::workspace::Workspace;

/// A program that measures.
struct Bench {
    name: &'static str,
    what: &'static str,
    /// A program without which it is passed over.
    by: Option<&'static str>,
    /// What Cargo is asked to build before.
    needs: &'static [&'static str],
    /// What Cargo is asked to run.
    cargo: &'static [&'static str],
    /// Tables whose Data.db files it takes as arguments.
    tables: &'static [Table],
    /// Runs only if it is named: takes minutes, and gigabytes of disk.
    is_large: bool,
}

/// All of them.
const BENCHES: &[Bench] = &[
    Bench {
        name: "json",
        what: "values as JSON",
        by: None,
        needs: &[],
        cargo: &["bench", "--package", "cqlite-types", "--bench", "json"],
        tables: &[],
        is_large: false,
    },
    Bench {
        name: "dump",
        what: "dump -l, against Cassandra's sstabledump -l",
        by: None,
        needs: &["build", "--release", "--package", "cqlite-cli"],
        cargo: &["run", "--release", "--package", "cqlite-tests", "--bin", "bench_dump"],
        tables: BIG_AND_BTI,
        is_large: false,
    },
    Bench {
        name: "scan",
        what: "scanning every cell, against bare decompression",
        by: None,
        needs: &[],
        cargo: &["run", "--release", "--package", "cqlite-tests", "--bin", "bench_scan"],
        tables: BIG,
        is_large: false,
    },
    Bench {
        name: "encode",
        what: "visiting or scanning every cell and writing it again, against doing so without writing",
        by: None,
        needs: &[],
        cargo: &["run", "--release", "--package", "cqlite-tests", "--bin", "bench_encode"],
        tables: BIG,
        is_large: false,
    },
    Bench {
        name: "write",
        what: "merging, writing and compacting, against reading and bare recoding; CQLITE_CASSANDRA=1: against Cassandra's compaction",
        by: None,
        needs: &["build", "--release", "--package", "cqlite-cli"],
        cargo: &["run", "--release", "--package", "cqlite-tests", "--bin", "bench_write"],
        tables: BIG,
        is_large: false,
    },
    Bench {
        name: "commands",
        what: "the commands that read and write whole SSTables, against pulling the rows; their memory, also with 64 SSTables",
        by: None,
        needs: &["build", "--release", "--package", "cqlite-cli"],
        cargo: &["run", "--release", "--package", "cqlite-tests", "--bin", "bench_commands"],
        tables: BIG,
        is_large: false,
    },
    Bench {
        name: "instructions",
        what: "scanning, scanning and writing, dump -l: instructions a row, which say the same on a busy machine",
        by: Some("valgrind"),
        needs: &["build", "--release", "--package", "cqlite-cli"],
        cargo: &["run", "--release", "--package", "cqlite-tests", "--bin", "bench_instructions"],
        tables: BIG,
        is_large: false,
    },
    Bench {
        name: "lookup",
        what: "opening an SSTable, and finding a row",
        by: None,
        needs: &[],
        cargo: &["run", "--release", "--package", "cqlite-tests", "--bin", "bench_lookup"],
        tables: BIG_AND_BTI,
        is_large: false,
    },
    Bench {
        name: "lookup-large",
        what: "the same in 10 MB beside 1 GB (written to target/perf: 2 GB)",
        by: None,
        needs: &[],
        cargo: &["run", "--release", "--package", "cqlite-tests", "--bin", "bench_lookup"],
        tables: TEN_MB_AND_ONE_GB,
        is_large: true,
    },
];

/// A table that `tests/oracle/run perf` writes: its arguments behind the folder.
type Table = (&'static str, &'static [&'static str]);

const BIG: &[Table] = &[
    ("narrow-big", &["narrow", "1000000", "big"]),
    ("wide-big", &["wide", "500000", "big"]),
    ("coll-big", &["coll", "200000", "big"]),
];

const BIG_AND_BTI: &[Table] = &[
    ("narrow-big", &["narrow", "1000000", "big"]),
    ("narrow-bti", &["narrow", "1000000", "bti"]),
    ("wide-big", &["wide", "500000", "big"]),
    ("wide-bti", &["wide", "500000", "bti"]),
    ("coll-big", &["coll", "200000", "big"]),
    ("coll-bti", &["coll", "200000", "bti"]),
];

const TEN_MB_AND_ONE_GB: &[Table] = &[
    ("wide-big-10MB", &["wide", "35000", "big", "sorted"]),
    ("wide-big-1GB", &["wide", "3500000", "big", "sorted"]),
    ("wide-bti-10MB", &["wide", "35000", "bti", "sorted"]),
    ("wide-bti-1GB", &["wide", "3500000", "bti", "sorted"]),
];

/// Runs the benchmarks named, or all but the large ones; with `--page` writes down what they print.
pub fn main(workspace: &Workspace, args: Vec<String>) -> Result<()> {
    let mut options = Options::new(args);
    if options.flag("--list") {
        BENCHES.iter().for_each(|bench| println!("{:<12} {}", bench.name, bench.what));
        return options.end();
    }
    let has_page = options.flag("--page");
    let names = options.rest()?;
    if let Some(name) = names.iter().find(|name| BENCHES.iter().all(|bench| bench.name != **name)) {
        return Err(Stop::Usage(format!("there is no benchmark {name}; cargo xtask bench --list names them")));
    }
    let page = has_page.then(|| Run::here(workspace)).transpose()?;
    let mut sections = Vec::new();
    let is_wanted = |bench: &Bench| names.iter().any(|name| name == bench.name) || names.is_empty() && !bench.is_large;
    for bench in BENCHES.iter().filter(|bench| is_wanted(bench)) {
        if let Some(Err(lacking)) = bench.by.map(|program| setup::programs(workspace, &[program])) {
            println!("{} is passed over: {lacking}", bench.name);
            continue;
        }
        if !bench.needs.is_empty() {
            run(&mut cargo(workspace, bench.needs.iter().copied()))?;
        }
        let mut command = cargo(workspace, bench.cargo.iter().copied());
        if !bench.tables.is_empty() {
            command.arg("--").args(data_of(workspace, bench.tables)?);
        }
        let mut printed = Vec::new();
        watch(&mut command, |line| printed.push(line.to_owned()))?;
        sections.push(Section { name: bench.name, what: bench.what, printed });
    }
    page.map_or(Ok(()), |page| page.write(workspace, &sections))
}

/// The Data.db files of tables, written if they are not there.
fn data_of(workspace: &Workspace, tables: &[Table]) -> Result<Vec<PathBuf>> {
    let mut out = Vec::new();
    for (name, args) in tables {
        let folder = workspace.path("target/perf").join(name);
        if !folder.join("schema.cql").exists() {
            setup::programs(workspace, &["java", "javac", "mvn"])?;
            let oracle = workspace.path("tests/oracle/run");
            run(command(workspace, oracle).arg("perf").arg(&folder).args(*args))?;
        }
        out.extend(data_files(&folder)?);
    }
    Ok(out)
}

fn data_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|e| Stop::Failed(format!("{}: {e}", folder.display())))?;
    let mut out: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    out.retain(|path| path.to_string_lossy().ends_with("-Data.db"));
    out.sort();
    Ok(out)
}
