//! Commands that the documentation shows are run, and what they show of the output is there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// The binary, built as users would build it, in the profile of the tests.
fn binary() -> PathBuf {
    let built = Command::new(env!("CARGO"))
        .args(["build", "-p", "cqlite-cli", "--message-format=json"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let text = String::from_utf8_lossy(&built.stdout).into_owned();
    let path = text
        .lines()
        .filter(|l| l.contains("\"cqlite\""))
        .find_map(|l| l.split("\"executable\":\"").nth(1)?.split('"').next());
    PathBuf::from(path.expect("cargo names the executable"))
}

/// Every `console` block: pairs of a command and the lines shown below it.
fn commands(text: &str) -> Vec<(String, Vec<String>)> {
    let mut out: Vec<(String, Vec<String>)> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            inside = line.trim() == "```console";
        } else if inside {
            match line.strip_prefix("$ ") {
                Some(command) => out.push((command.to_owned(), Vec::new())),
                None => out.last_mut().expect("a block begins with a command").1.push(line.to_owned()),
            }
        }
    }
    out
}

/// Whether a line shown is a line printed; `…` stands for anything.
fn matches(shown: &str, printed: &str) -> bool {
    let mut rest = printed;
    let parts: Vec<&str> = shown.split('…').collect();
    for (i, part) in parts.iter().enumerate() {
        let Some(at) = rest.find(part) else { return false };
        if i == 0 && at > 0 {
            return false;
        }
        rest = &rest[at + part.len()..];
    }
    parts.len() > 1 && parts.last().is_some_and(|p| p.is_empty()) || rest.is_empty()
}

#[test]
fn shown_commands_print_what_is_shown() {
    let cqlite = binary();
    let mut ran = 0;
    let mut files = vec![root().join("README.md"), root().join("spec/README.md")];
    files.extend(fs::read_dir(root().join("docs")).unwrap().map(|e| e.unwrap().path()));
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "md")) {
        for (command, shown) in commands(&fs::read_to_string(file).unwrap()) {
            let args = command
                .strip_prefix("cqlite ")
                .unwrap_or_else(|| panic!("{}: not a cqlite command: {command}", file.display()));
            let line = format!("{} {args}", cqlite.display());
            let out = Command::new("sh").args(["-c", &line]).current_dir(root()).output().unwrap();
            let printed = String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr);
            let mut lines = printed.lines();
            for expected in &shown {
                assert!(
                    expected == "…" || lines.any(|l| matches(expected.trim_end(), l.trim_end())),
                    "{}: {command}\nshows   {expected}\nprinted\n{printed}",
                    file.display()
                );
            }
            ran += 1;
        }
    }
    assert!(ran > 0, "the documentation shows no command");
}
