//! Which crate may use which: the edges of the workspace are these and no others.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Folders of crates in dependency order, and the crates of ours that each may use. `*` is any.
///
/// `storage/types` and `storage/format` are crates so that value text and generated code build and test apart.
const EDGES: &[(&str, &[&str])] = &[
    ("spec", &[]),
    ("codegen", &[]),
    ("codegen/macros", &["cqlite-codegen", "cqlite-spec"]),
    ("runtime", &[]),
    ("storage/format", &["cqlite-codegen", "cqlite-codegen-macros", "cqlite-runtime", "cqlite-spec"]),
    ("storage/types", &["cqlite-format", "cqlite-runtime"]),
    ("storage/schema", &["cqlite-format", "cqlite-runtime", "cqlite-types"]),
    ("storage/rows", &["cqlite-format", "cqlite-runtime", "cqlite-schema", "cqlite-types"]),
    ("storage/sstable", &["cqlite-format", "cqlite-rows", "cqlite-runtime", "cqlite-schema", "cqlite-types"]),
    ("storage/merge", &["cqlite-rows", "cqlite-schema", "cqlite-types"]),
    ("storage/updates", &["cqlite-format", "cqlite-rows", "cqlite-runtime", "cqlite-schema", "cqlite-types"]),
    (
        "storage/verify",
        &["cqlite-format", "cqlite-rows", "cqlite-runtime", "cqlite-schema", "cqlite-sstable", "cqlite-types"],
    ),
    (
        "storage/dump",
        &["cqlite-format", "cqlite-rows", "cqlite-runtime", "cqlite-schema", "cqlite-sstable", "cqlite-types"],
    ),
    (
        "storage/inspect",
        &["cqlite-format", "cqlite-rows", "cqlite-runtime", "cqlite-schema", "cqlite-sstable", "cqlite-types"],
    ),
    ("query/cql", &[]),
    (
        "query/engine",
        &[
            "cqlite-cql",
            "cqlite-merge",
            "cqlite-rows",
            "cqlite-runtime",
            "cqlite-schema",
            "cqlite-sstable",
            "cqlite-types",
        ],
    ),
    ("query/text", &["cqlite-runtime", "cqlite-types"]),
    (
        "bindings/rust",
        &[
            "cqlite-cql",
            "cqlite-dump",
            "cqlite-format",
            "cqlite-inspect",
            "cqlite-merge",
            "cqlite-query",
            "cqlite-rows",
            "cqlite-runtime",
            "cqlite-schema",
            "cqlite-sstable",
            "cqlite-text",
            "cqlite-types",
            "cqlite-updates",
            "cqlite-verify",
        ],
    ),
    ("cli", &["cqlite"]),
    ("tests/data", &[]),
    ("tests", &["*"]),
    ("xtask", &[]),
    ("fuzz", &["*"]),
];

/// Crates that no other may use.
const LEAVES: &[&str] = &["cqlite-cli", "cqlite-fuzz", "xtask"];

/// Crates of others that storage, the generator and the runtime must not bring in.
const FOREIGN: &[&str] = &["arrow", "datafusion", "tokio"];

/// What `runtime`, the values and the generated readers do without.
const OUTSIDE: &[&str] = &["std::fs", "std::thread", "std::time", "std::env"];

struct Package {
    name: String,
    folder: String,
    /// Names of what it depends on, and whether only its tests do.
    uses: Vec<(String, bool)>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the workspace")
}

/// What Cargo says of the packages of a manifest, in the order of their folders in `EDGES`.
fn packages(manifest: &str) -> Vec<Package> {
    let root = root();
    let mut command = Command::new(env!("CARGO"));
    command
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1", "--manifest-path"])
        .arg(root.join(manifest));
    let output = command.output().expect("cargo metadata");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let all: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    all["packages"].as_array().expect("packages").iter().map(|package| read(package, &root)).collect()
}

fn read(package: &Value, root: &Path) -> Package {
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let manifest = PathBuf::from(text(&package["manifest_path"]));
    let folder =
        manifest.parent().and_then(|folder| folder.strip_prefix(root).ok()).expect("a folder of the workspace");
    let dependencies = package["dependencies"].as_array().expect("dependencies");
    let uses = dependencies.iter().map(|d| (text(&d["name"]), d["kind"] == "dev")).collect();
    Package { name: text(&package["name"]), folder: folder.to_string_lossy().into_owned(), uses }
}

fn all_packages() -> Vec<Package> {
    let mut all = packages("Cargo.toml");
    all.extend(packages("fuzz/Cargo.toml"));
    all
}

#[test]
fn every_crate_has_its_line() {
    let found: BTreeSet<String> = all_packages().into_iter().map(|package| package.folder).collect();
    let listed: BTreeSet<String> = EDGES.iter().map(|(folder, _)| (*folder).to_owned()).collect();
    assert_eq!(found, listed, "crates of the workspace, and those of the table");
}

#[test]
fn there_are_no_other_edges() {
    let all = all_packages();
    let ours: BTreeSet<&str> = all.iter().map(|package| package.name.as_str()).collect();
    for package in &all {
        let allowed =
            EDGES.iter().find(|(folder, _)| *folder == package.folder).map_or(&[][..], |(_, allowed)| *allowed);
        for (used, only_in_tests) in package.uses.iter().filter(|(used, _)| ours.contains(used.as_str())) {
            let is_allowed = *only_in_tests || allowed.contains(&"*") || allowed.contains(&used.as_str());
            assert!(is_allowed, "{} may not use {used}", package.name);
            assert!(!LEAVES.contains(&used.as_str()), "{} may not use {used}, which nothing may", package.name);
            assert!(
                used != "cqlite-tests" || package.folder == "fuzz",
                "only fuzz may use cqlite-tests, not {}",
                package.name
            );
        }
    }
}

#[test]
fn members_stand_in_dependency_order() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");
    let place =
        |folder: &str| manifest.find(&format!("\"{folder}\",")).unwrap_or_else(|| panic!("{folder} is no member"));
    let all = packages("Cargo.toml");
    for package in &all {
        for used in package.uses.iter().filter(|(_, only_in_tests)| !only_in_tests) {
            let Some(below) = all.iter().find(|other| other.name == used.0) else { continue };
            assert!(place(&below.folder) < place(&package.folder), "{} stands above {}", package.folder, below.folder);
        }
    }
}

#[test]
fn storage_brings_in_no_engine() {
    for package in
        all_packages().iter().filter(|package| !["bindings/rust", "cli", "tests"].contains(&package.folder.as_str()))
    {
        let foreign = package
            .uses
            .iter()
            .find(|(used, _)| FOREIGN.iter().any(|name| used == name || used.starts_with(&format!("{name}-"))));
        assert!(foreign.is_none(), "{} may not use {foreign:?}", package.name);
    }
}

#[test]
fn what_decodes_touches_nothing_outside() {
    for folder in
        ["spec", "runtime", "storage/types", "storage/format", "storage/schema", "storage/rows", "storage/updates"]
    {
        for file in sources(&root().join(folder).join("src")) {
            let text = std::fs::read_to_string(&file).expect("a source file");
            let outside = OUTSIDE.iter().find(|name| text.contains(**name));
            assert!(outside.is_none(), "{} may not use {outside:?}", file.display());
        }
    }
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

#[test]
fn the_document_has_the_same_table() {
    let text = std::fs::read_to_string(root().join("docs/architecture.md")).expect("docs/architecture.md");
    let rows: Vec<Vec<&str>> = text.lines().filter(|line| line.starts_with("| `")).map(cells).collect();
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|cells| cells.len() == 4 && root().join(cells[0]).join("Cargo.toml").exists())
        .collect();
    let folders: Vec<&str> = rows.iter().map(|cells| cells[0]).collect();
    let listed: Vec<&str> = EDGES.iter().map(|(folder, _)| *folder).collect();
    assert_eq!(folders, listed);
    for package in all_packages() {
        let row = rows.iter().find(|cells| cells[0] == package.folder).expect("a line for the crate");
        assert_eq!(row[1], package.name);
        let allowed =
            EDGES.iter().find(|(folder, _)| *folder == package.folder).map_or(&[][..], |(_, allowed)| *allowed);
        let written: Vec<&str> = row[3].split(", ").map(|name| name.trim_matches('`')).collect();
        let expected = match allowed {
            [] => vec!["–"],
            ["*"] => vec!["any"],
            some => some.to_vec(),
        };
        assert_eq!(written, expected, "{}", package.folder);
    }
}

#[test]
fn documents_name_what_there_is() {
    for document in ["docs/architecture.md", "docs/glossary.md", "CONTRIBUTING.md", "SECURITY.md"] {
        let text = std::fs::read_to_string(root().join(document)).expect("a document");
        let words = text.split('`').skip(1).step_by(2);
        // In recipes NAME stands for one that is not there yet.
        for word in
            words.filter(|word| word.contains('/') && !word.contains(['*', ' ', '-', '…']) && !word.contains("NAME"))
        {
            assert!(root().join(word).exists(), "{document}: {word} is not there");
        }
    }
}

/// The cells of a line of a table, without the backticks of the first two.
fn cells(line: &str) -> Vec<&str> {
    line.trim_matches('|')
        .split('|')
        .map(str::trim)
        .enumerate()
        .map(|(i, cell)| if i < 2 { cell.trim_matches('`') } else { cell })
        .collect()
}
