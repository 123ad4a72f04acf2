//! Help, manual, completions.

use std::fs;
use std::process::Command;

use crate::run;
use crate::util::{copy, Folder, CQLITE};

const COMMANDS: [&str; 15] = [
    "ls",
    "dump",
    "get",
    "metadata",
    "partitions",
    "inspect",
    "verify",
    "rewrite",
    "compact",
    "extract",
    "split",
    "rebuild",
    "salvage",
    "completions",
    "man",
];

#[test]
fn every_command_has_help_and_examples_that_run() {
    let folder = Folder::new();
    copy("nb/static_rows/nb-1-big", folder.path());
    copy("da/static_rows/da-1-bti", folder.path());
    for below in ["data/ks/t-0123", "backups/2026-01-31"] {
        fs::create_dir_all(folder.join(below)).expect("a folder");
        copy("nb/static_rows/nb-1-big", &folder.join(below));
    }
    for below in [".local/share/bash-completion/completions", ".zfunc", ".config/fish/completions"] {
        fs::create_dir_all(folder.join(below)).expect("a folder");
    }
    for name in COMMANDS {
        let help = run!(name, "--help").ok();
        let examples: Vec<&str> = help.lines().map(str::trim).filter(|line| line.starts_with("cqlite ")).collect();
        assert!(examples.len() >= 2, "{help}");
        for example in examples {
            // What stands behind a pipe may not be installed.
            let alone = example.split(" | ").next().unwrap_or(example);
            let there = alone
                .replace("/backups", "backups")
                .replace("cqlite ", "\"$CQLITE\" ")
                .replace("alice", "ttl")
                .replace("bob", "both");
            let mut shell = Command::new("sh");
            shell.args(["-c", &there]).current_dir(folder.path()).env("HOME", folder.path()).env("CQLITE", CQLITE);
            let output = shell.output().expect("a shell");
            assert!(output.status.success(), "{example}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
}

#[test]
fn every_command_has_its_page() {
    let program = run!("man").ok();
    assert!(program.contains("130"), "exit codes");
    for name in COMMANDS {
        assert!(program.contains(&format!("cqlite\\-{name}(1)")), "{name}: {program}");
        let (page, help) = (run!("man", name).ok(), run!(name, "--help").ok());
        assert!(page.contains(&format!(".TH cqlite-{name} 1")), "{name}: {page}");
        let flags = help
            .split_whitespace()
            .map(|word| word.trim_end_matches(','))
            .filter(|word| word.starts_with("--") && word.len() > 3);
        for flag in flags.filter(|flag| flag.chars().skip(2).all(|c| c.is_ascii_lowercase())) {
            let written = flag.replace('-', "\\-");
            assert!(page.contains(&written), "{flag} of {name}");
        }
        let usage = help.lines().find_map(|line| line.strip_prefix("Usage: ")).expect("a usage line");
        assert!(page.replace('\\', "").contains(usage), "{usage}: {page}");
    }
    run!("man", "nothing").fails(2, &["there is no command \"nothing\""]);
}

#[test]
fn completions_know_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = run!("completions", shell).ok();
        for name in COMMANDS {
            assert!(script.contains(name), "{shell}: {name}");
        }
    }
    assert_eq!(run!("completions", "csh").code, 2);
}

#[test]
fn version_and_help_are_results() {
    assert!(run!("--version").ok().starts_with("cqlite "));
    let help = run!("--help").ok();
    let codes = help.split("Exit codes:\n").nth(1).expect("exit codes");
    // Their numbers stand below each other.
    for code in ["0", "1", "2", "3", "4", "130"] {
        assert!(codes.lines().any(|line| line.starts_with(&format!("  {code:<5}"))), "{codes}");
    }
}

#[test]
fn bash_offers_files_where_files_are_meant() {
    let folder = Folder::new();
    run!("completions", "bash", "-o", folder.join("script")).ok();
    let offered = |words: &[&str]| {
        let (list, last) = (words.join(" "), words.last().expect("a word"));
        let at = words.len() - 1;
        let text = format!(
            "complete() {{ :; }}; . ./script; COMP_WORDS=(cqlite {list}); COMP_CWORD={}; _cqlite cqlite {last} {}; \
             echo \"${{COMPREPLY[*]}}\"",
            at + 1,
            if at > 0 { words[at - 1] } else { "cqlite" }
        );
        let output = Command::new("bash").args(["-c", &text]).current_dir(folder.path()).output().expect("bash");
        String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
    };
    assert!(offered(&["''"]).contains("dump"));
    assert!(offered(&["completions", "''"]).contains("bash"));
    for name in ["dump", "metadata", "partitions", "inspect", "verify"] {
        // Nothing: bash offers files then.
        assert_eq!(offered(&[name, "''"]), "");
        assert_eq!(offered(&[name, "file", "''"]), "");
        assert!(offered(&[name, "-"]).contains("--output"));
        assert!(offered(&[name, "--color", "''"]).contains("auto"));
    }
}

#[test]
fn an_unknown_flag_is_not_taken_for_a_value() {
    let run = run!("verify", "x", "--kye");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("'--kye'") && !run.err.contains("-- --kye"), "{}", run.err);
    let run = run!("verify", "x", "--quik");
    assert!(run.err.contains("'--quick'"), "{}", run.err);
    let run = run!("dump", "x", "--\u{1b}[2J");
    assert!(run.code == 2 && !run.err.contains('\u{1b}'), "{}", run.err);
}
