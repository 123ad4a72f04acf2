//! A copy of the workspace, patched and built apart from it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// All patches have the same copy one after the other, so that Cargo builds again only what they change.
static TURN: Mutex<()> = Mutex::new(());

/// The programs of a patched workspace.
pub struct Product {
    programs: PathBuf,
    /// Where files can be written.
    pub scratch: PathBuf,
    /// The patched specification.
    pub specification: PathBuf,
    _turn: MutexGuard<'static, ()>,
}

impl Product {
    /// Path of a program.
    pub fn program(&self, name: &str) -> PathBuf {
        self.programs.join(name)
    }

    /// Runs a program.
    pub fn run(&self, program: &str, args: &[&str]) -> Output {
        let path = self.program(program);
        Command::new(&path).args(args).output().unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    }
}

/// Applies a patch of `spec/walkthrough` to a copy of the workspace, and builds all of it.
pub fn build(patch: &str) -> Product {
    build_with(patch, |folder| apply(&root().join(format!("spec/walkthrough/{patch}.patch")), folder))
}

/// Follows a recipe of `docs/recipes` in a copy of the workspace, and builds all of it.
pub fn build_by_recipe(recipe: &str) -> Product {
    build_with(recipe, |folder| apply(&root().join(format!("docs/recipes/{recipe}.patch")), folder))
}

/// Changes the specification in a copy of the workspace, and builds all of it.
pub fn build_with(name: &str, change: impl FnOnce(&Path)) -> Product {
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let work = Path::new(env!("CARGO_TARGET_TMPDIR")).join("walkthrough");
    let (tree, build, scratch) = (work.join("tree"), work.join("build"), work.join(name));
    clear(&scratch);
    let specification = scratch.join("specification");
    let mut files = files();
    for file in files.iter().filter(|file| file.starts_with("spec")) {
        update(&root().join(file), &specification.join(file));
    }
    change(&specification);
    // A patch may add files.
    files.extend(below(&specification, &specification));
    for file in &files {
        let from = if file.starts_with("spec") { &specification } else { &root() };
        update(&from.join(file), &tree.join(file));
    }
    remove_others(&tree, &tree, &files);

    // Nothing here takes long to run: the crates of others, which are built once more, need not be fast.
    let plain = r#"profile.dev.package."*".opt-level=0"#;
    let built = Command::new(env!("CARGO"))
        .args(["build", "--workspace", "--offline", "--config", plain])
        .current_dir(&tree)
        .env("CARGO_TARGET_DIR", &build)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .output()
        .expect("cargo");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    Product { programs: build.join("debug"), scratch, specification: specification.join("spec"), _turn: turn }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the workspace")
}

/// What belongs to the workspace, but for the SSTables of the tests.
fn files() -> BTreeSet<PathBuf> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ".", ":!tests/corpus"])
        .current_dir(root())
        .output()
        .expect("git");
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let names = String::from_utf8(listed.stdout).expect("names in UTF-8");
    // Git lists what was removed and not yet committed.
    names.split_terminator('\0').map(PathBuf::from).filter(|file| root().join(file).is_file()).collect()
}

/// Applies a patch, which may touch specification files only.
fn apply(patch: &Path, folder: &Path) {
    let text = fs::read_to_string(patch).expect("the patch");
    for line in text.lines().filter(|line| line.starts_with("+++ ")) {
        assert!(line.contains("/spec/") && line.ends_with(".ksy"), "the patch touches {line}");
    }
    let applied = Command::new("patch")
        .args(["-p1", "--batch", "--forward", "--fuzz=0", "-i"])
        .arg(patch)
        .current_dir(folder)
        .output()
        .expect("patch");
    assert!(applied.status.success(), "{}", String::from_utf8_lossy(&applied.stdout));
}

fn clear(folder: &Path) {
    if folder.exists() {
        fs::remove_dir_all(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    }
    fs::create_dir_all(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
}

/// Copies a file if that changes anything: Cargo goes by the time of the change.
fn update(from: &Path, to: &Path) {
    let bytes = fs::read(from).unwrap_or_else(|e| panic!("{}: {e}", from.display()));
    if fs::read(to).is_ok_and(|there| there == bytes) {
        return;
    }
    fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
    fs::write(to, bytes).unwrap_or_else(|e| panic!("{}: {e}", to.display()));
}

/// The files of a folder, by their paths within `root`.
fn below(folder: &Path, root: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the specification").map(|entry| entry.expect("an entry").path());
    let inside = |path: PathBuf| match path.strip_prefix(root) {
        Ok(_) if path.is_dir() => below(&path, root),
        Ok(file) => vec![file.to_owned()],
        Err(_) => Vec::new(),
    };
    entries.flat_map(inside).collect()
}

/// Removes what an earlier run has left.
fn remove_others(folder: &Path, tree: &Path, files: &BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the copy") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            remove_others(&path, tree, files);
        } else if !files.contains(path.strip_prefix(tree).expect("within")) {
            fs::remove_file(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        }
    }
}
