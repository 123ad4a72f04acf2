//! What the generator says of mistakes: `ui/*.ksy` have one each, `ui/*.txt` say what is to be said, with file, line and column.
//!
//! `CQLITE_BLESS=1 cargo test -p cqlite-codegen` writes the latter.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn files(dir: &Path, extension: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            out.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            out.push(path);
        }
    }
    out.sort();
    out
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

const NOTHING: &str = "no mistake was found";

/// The mistakes of a file, with some others that it may import.
fn mistakes(path: &Path) -> Vec<String> {
    let read = |p: &Path| std::fs::read_to_string(p).unwrap();
    let (text, file) = (read(path), name(path));
    let others = ["vint.ksy", "release.ksy", "visits.ksy", "component_other.ksy"]
        .map(|n| (n, read(&folder("tests/specs").join(n))));
    let mut sources = vec![(file.as_str(), text.as_str())];
    // One that has versions of its own stands alone.
    if !text.contains("-versions") {
        sources.extend(others.iter().map(|(n, t)| (*n, t.as_str())));
    }
    let all = cqlite_codegen::mistakes(&sources);
    match all.is_empty() {
        true => vec![NOTHING.to_owned()],
        false => all.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn mistakes_are_said_in_these_words() {
    let bless = std::env::var_os("CQLITE_BLESS").is_some();
    let mut wrong = Vec::new();
    for path in files(&folder("tests/ui"), "ksy") {
        let found = mistakes(&path).join("\n") + "\n";
        let expected = path.with_extension("txt");
        if found.contains(NOTHING) {
            wrong.push(format!("{}: {found}", name(&path)));
        } else if bless {
            std::fs::write(&expected, &found).unwrap();
        } else if std::fs::read_to_string(&expected).unwrap_or_default() != found {
            wrong.push(format!("{}:\n{found}", name(&path)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The texts in a source file that begin in a call of one of the functions that note mistakes.
fn messages(source: &str) -> BTreeSet<String> {
    const CALLS: [&str; 6] = [".error(", ".error_help(", ".wrong(", ".no_function(", "refuse(", "Err((at, "];
    let mut out = BTreeSet::new();
    let code: String = source.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    for call in CALLS {
        for (at, _) in code.match_indices(call) {
            // Up to the end of the statement.
            let rest = &code[at..];
            let end = rest.find(";\n").unwrap_or(rest.len()).min(400);
            let statement = rest.get(..end).unwrap_or(rest);
            if statement.contains("__rt::") {
                continue;
            }
            if let Some(text) = statement.split('"').nth(1).filter(|t| t.len() > 6) {
                out.insert(text.to_owned());
            }
        }
    }
    out
}

/// Whether a line has the fixed parts of a format string, in their order.
fn fits(line: &str, format: &str) -> bool {
    let mut rest = line;
    for part in format.split('{').map(|p| p.split_once('}').map_or(p, |x| x.1)) {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    true
}

#[test]
fn every_message_has_an_example() {
    // Found earlier, by the parser of expressions and that of maps.
    const NEVER: [&str; 2] = ["expected enum::value", "duplicate type {}"];
    if std::env::var_os("CQLITE_BLESS").is_some() {
        return; // They are being written.
    }
    let said: Vec<String> =
        files(&folder("tests/ui"), "txt").iter().map(|p| std::fs::read_to_string(p).unwrap()).collect();
    let lines: Vec<&str> = said.iter().flat_map(|t| t.lines()).collect();
    let mut missing = BTreeSet::new();
    let mut count = 0;
    for path in files(&folder("src"), "rs") {
        for message in messages(&std::fs::read_to_string(&path).unwrap()) {
            count += 1;
            if !NEVER.contains(&message.as_str()) && !lines.iter().any(|l| fits(l, &message)) {
                missing.insert(format!("{}: {message}", name(&path)));
            }
        }
    }
    assert!(count > 80, "only {count} messages found: are the names of the functions other ones now?");
    assert!(missing.is_empty(), "no file in tests/ui has these mistakes: {missing:#?}");
}
