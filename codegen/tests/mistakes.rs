//! The program that prints mistakes: one a line, where editors find it, and nothing of the compiler's.

use std::process::Command;

fn run(folder: &str) -> (Option<i32>, String) {
    let folder = format!("{}/tests/{folder}", env!("CARGO_MANIFEST_DIR"));
    let out = Command::new(env!("CARGO_BIN_EXE_cqlite-mistakes")).arg(&folder).output().unwrap();
    assert!(out.stderr.is_empty(), "{}", String::from_utf8_lossy(&out.stderr));
    (out.status.code(), String::from_utf8_lossy(&out.stdout).replace(&format!("{folder}/"), ""))
}

#[test]
fn a_specification_without_mistakes_says_nothing() {
    assert_eq!(run("specs"), (Some(0), String::new()));
}

#[test]
fn each_mistake_begins_with_its_place() {
    let (code, text) = run("ui");
    assert_eq!(code, Some(1));
    for line in text.lines().filter(|l| !l.starts_with("  help: ")) {
        let mut parts = line.splitn(4, ':');
        let (file, line_no, col) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
        assert!(file.ends_with(".ksy") && line_no.parse::<u32>().is_ok() && col.parse::<u32>().is_ok(), "{line}");
    }
}
