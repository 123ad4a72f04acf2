//! Each rule is broken by some test, and stands in the documentation.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use cqlite_verify::{Check, Report, Rule};

/// Names the file that tests write the ids of broken rules to.
const BROKEN: &str = "CQLITE_VERIFY_BROKEN_RULES";

/// Tests that do random harm, or harm to every byte: what they break is not told by their names.
const AT_RANDOM: [&str; 2] = ["bytes::", "hostile::"];

/// Rules that no test can break, each with the reason.
const UNBROKEN: [(&str, &str); 0] = [];

/// Keeps the rules that are broken in a report, if they are asked for.
pub fn record(report: &Report) {
    let Some(path) = std::env::var_os(BROKEN) else { return };
    let ids: String = report.findings.iter().map(|f| format!("{}\n", f.rule.id)).collect();
    let mut file = fs::OpenOptions::new().append(true).open(path).unwrap();
    file.write_all(ids.as_bytes()).unwrap();
}

#[test]
fn each_rule_is_broken_by_a_test() {
    if std::env::var_os(BROKEN).is_some() {
        return;
    }
    // The other tests once more, as only the process that ends with them knows all that they have broken.
    let file = std::env::temp_dir().join(format!("cqlite-verify-{}", std::process::id()));
    fs::write(&file, "").unwrap();
    let mut tests = Command::new(std::env::current_exe().unwrap());
    tests.args(AT_RANDOM.iter().chain(&["corpus::"]).flat_map(|module| ["--skip", module])).env(BROKEN, &file);
    let _ = tests.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    let text = fs::read_to_string(&file).unwrap();
    fs::remove_file(&file).unwrap();
    let broken: BTreeSet<&str> = text.lines().collect();
    let left: Vec<&str> = Rule::ALL.iter().map(|rule| rule.id).filter(|id| !broken.contains(id)).collect();
    let expected: Vec<&str> = UNBROKEN.iter().map(|(id, _)| *id).collect();
    assert_eq!(left, expected, "{} of {} rules are broken by no test", left.len(), Rule::ALL.len());
}

#[test]
fn ids_are_unique() {
    let ids: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), Rule::ALL.len());
    let is_plain = |id: &&str| id.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') && id.len() <= 30;
    assert!(ids.iter().all(is_plain), "{ids:#?}");
}

/// The page that lists all rules.
fn page() -> String {
    let mut page = String::from(
        "# What `cqlite verify` checks\n\n\
         Each finding breaks one of these rules; `cqlite verify --json` names it (`\"rule\"`). What is in braces differs from finding to\n\
         finding. An *error* is damage: data is lost, wrong or cannot be found. A *warning* is not as Cassandra writes it, or in a component\n\
         that can be made anew. A *note* is worth knowing.\n\n\
         This page is made from `storage/verify/src/rule/table.rs`, by `CQLITE_BLESS=1 cargo test -p cqlite-verify rules`.\n",
    );
    for check in Check::ALL {
        write!(page, "\n## `{check}`\n\n| rule | severity | what it says | what it means |\n|---|---|---|---|\n")
            .unwrap();
        for rule in Rule::ALL.iter().filter(|rule| rule.check == *check) {
            let (id, severity, sentence, meaning) = (rule.id, rule.severity.id(), rule.sentence, rule.meaning);
            writeln!(page, "| `{id}` | {severity} | {sentence} | {meaning} |").unwrap();
        }
    }
    page
}

#[test]
fn the_documentation_lists_the_rules() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/verify-rules.md");
    if std::env::var_os("CQLITE_BLESS").is_some() {
        fs::write(&path, page()).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), page(), "bless by CQLITE_BLESS=1, and read what changed");
}
