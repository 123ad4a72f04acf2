use crate::command::{cargo, run};
use crate::options::Options;
use crate::stop::{Result, Stop};
use crate::workspace::Workspace;

/// A program that measures.
struct Bench {
    name: &'static str,
    what: &'static str,
    /// What Cargo is asked to do.
    cargo: &'static [&'static str],
}

/// All of them.
const BENCHES: &[Bench] = &[Bench {
    name: "json",
    what: "values as JSON",
    cargo: &["bench", "--package", "cqlite-types", "--bench", "json"],
}];

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
        run(&mut cargo(workspace, bench.cargo.iter().copied()))?;
    }
    Ok(())
}
