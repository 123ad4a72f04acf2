//! Writes SSTables in another version: `convert VERSION OUT_DIR PATH… --set TYPE.FIELD=VALUE …`. What can be set is told in
//! `cqlite_tests::given`.

use std::path::Path;
use std::process::ExitCode;

use cqlite_format::version::SstableVersion;
use cqlite_sstable::descriptor::discover;
use cqlite_tests::given::Setting;

const USAGE: &str = "usage: convert VERSION OUT_DIR PATH… [--set TYPE.FIELD=VALUE…]…";

fn main() -> ExitCode {
    match arguments(std::env::args().skip(1)) {
        Ok((args, settings)) => all(&args, &settings),
        Err(e) => {
            eprintln!("{e}");
            ExitCode::from(2)
        }
    }
}

/// What is to be converted, and what is to be set.
fn arguments(mut args: impl Iterator<Item = String>) -> Result<(Vec<String>, Vec<Setting>), String> {
    let (mut plain, mut settings) = (Vec::new(), Vec::new());
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--set" => settings.push(Setting::parse(&args.next().ok_or(USAGE)?)?),
            _ => plain.push(arg),
        }
    }
    Ok((plain, settings))
}

fn all(args: &[String], settings: &[Setting]) -> ExitCode {
    let [version, out, paths @ ..] = args else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let Some(version) = SstableVersion::find(version) else {
        eprintln!("{version}: no such version");
        return ExitCode::from(2);
    };
    let mut failed = false;
    for path in paths {
        match run(Path::new(path), Path::new(out), version, settings) {
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

fn run(path: &Path, out: &Path, version: SstableVersion, settings: &[Setting]) -> Result<(), String> {
    for found in discover(path).map_err(|e| e.to_string())?.sstables {
        let written = cqlite_tests::convert::convert(&found.descriptor, out, version, settings)
            .map_err(|e| format!("{}: {e}", found.descriptor))?;
        println!("{}", written.display());
    }
    Ok(())
}
