//! Writes what the macro emits, formatted: `expand SPEC_DIR OUT_DIR`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let (Some(spec), Some(out)) = (args.next(), args.next()) else {
        eprintln!("usage: expand SPEC_DIR OUT_DIR");
        return ExitCode::from(2);
    };
    match run(Path::new(&spec), Path::new(&out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            ExitCode::FAILURE
        }
    }
}

fn run(spec: &Path, out: &Path) -> Result<(), String> {
    let mut paths = Vec::new();
    collect(spec, &mut paths).map_err(|e| format!("{}: {e}", spec.display()))?;
    paths.sort();
    let mut texts = Vec::new();
    for p in &paths {
        let name = p.strip_prefix(spec).unwrap_or(p).to_string_lossy().into_owned();
        texts.push((name, std::fs::read_to_string(p).map_err(|e| format!("{}: {e}", p.display()))?));
    }
    let sources: Vec<(&str, &str)> = texts.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
    for (name, text) in cqlite_codegen::expand(&sources)? {
        let path = out.join(name);
        let folder = path.parent().unwrap_or(out);
        std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        std::fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

fn collect(dir: &Path, out: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, out)?;
        } else if path.extension().is_some_and(|e| e == "ksy") {
            out.push(path);
        }
    }
    Ok(())
}
