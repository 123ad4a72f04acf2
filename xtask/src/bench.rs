//! Programs that measure. Their tables are written by real Cassandra, once, below `target/perf/`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{cargo, command, run};
use crate::options::Options;
use crate::setup;
use crate::stop::{Result, Stop};
use crate::workspace::Workspace;

/// A program that measures.
struct Bench {
    name: &'static str,
    what: &'static str,
    /// What Cargo is asked to run.
    cargo: &'static [&'static str],
    /// Whether it takes the Data.db files of tables as arguments.
    on_tables: bool,
}

/// All of them.
const BENCHES: &[Bench] = &[
    Bench {
        name: "json",
        what: "values as JSON",
        cargo: &["bench", "--package", "cqlite-types", "--bench", "json"],
        on_tables: false,
    },
    Bench {
        name: "scan",
        what: "scanning every cell, against bare decompression",
        cargo: &["run", "--release", "--package", "cqlite-tests", "--bin", "bench_scan"],
        on_tables: true,
    },
    Bench {
        name: "lookup",
        what: "opening an SSTable, and finding a row",
        cargo: &["run", "--release", "--package", "cqlite-tests", "--bin", "bench_lookup"],
        on_tables: true,
    },
];

/// Shapes of tables, and their rows (`tests/oracle/run perf`).
const TABLES: &[(&str, &str)] = &[("narrow", "1000000"), ("wide", "200000"), ("coll", "200000")];
const FORMATS: &[&str] = &["big", "bti"];

/// Runs the benchmarks named, or all.
pub fn main(workspace: &Workspace, args: Vec<String>) -> Result<()> {
    let mut options = Options::new(args);
    if options.flag("--list") {
        BENCHES.iter().for_each(|bench| println!("{:<12} {}", bench.name, bench.what));
        return options.end();
    }
    let names = options.rest()?;
    if let Some(name) = names.iter().find(|name| BENCHES.iter().all(|bench| bench.name != **name)) {
        return Err(Stop::Usage(format!("there is no benchmark {name}; cargo xtask bench --list names them")));
    }
    for bench in BENCHES.iter().filter(|bench| names.is_empty() || names.iter().any(|name| name == bench.name)) {
        let mut command = cargo(workspace, bench.cargo.iter().copied());
        if bench.on_tables {
            command.arg("--").args(tables(workspace)?);
        }
        run(&mut command)?;
    }
    Ok(())
}

/// The Data.db files of all tables, written if they are not there.
fn tables(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let mut out = Vec::new();
    for (shape, rows) in TABLES {
        for format in FORMATS {
            let folder = workspace.path("target/perf").join(format!("{shape}-{format}"));
            if !folder.join("schema.cql").exists() {
                setup::programs(workspace, &["java", "javac", "mvn"])?;
                let oracle = workspace.path("tests/oracle/run");
                run(command(workspace, oracle).arg("perf").arg(&folder).args([*shape, *rows, *format]))?;
            }
            out.extend(data_files(&folder)?);
        }
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
