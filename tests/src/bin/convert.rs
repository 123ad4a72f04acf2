//! Writes SSTables in another version: `convert VERSION OUT_DIR PATH…`.

use std::path::Path;
use std::process::ExitCode;

use cqlite_format::version::SstableVersion;
use cqlite_sstable::descriptor::discover;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [version, out, paths @ ..] = args.as_slice() else {
        eprintln!("usage: convert VERSION OUT_DIR PATH…");
        return ExitCode::from(2);
    };
    let Some(version) = SstableVersion::find(version) else {
        eprintln!("{version}: no such version");
        return ExitCode::from(2);
    };
    let mut failed = false;
    for path in paths {
        match run(Path::new(path), Path::new(out), version) {
            Ok(()) => {}
            Err(e) => {
                failed = true;
                eprintln!("{path}: {e}");
            }
        }
    }
    if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn run(path: &Path, out: &Path, version: SstableVersion) -> Result<(), String> {
    for found in discover(path).map_err(|e| e.to_string())?.sstables {
        let written = cqlite_tests::convert::convert(&found.descriptor, out, version)
            .map_err(|e| format!("{}: {e}", found.descriptor))?;
        println!("{}", written.display());
    }
    Ok(())
}
