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
    let files = files();
    for file in files.iter().filter(|file| file.starts_with("spec")) {
        update(&root().join(file), &specification.join(file));
    }
    change(&specification);
    copy(&specification, &tree, files);
    let built = cargo("build", &["--workspace"], &tree, &build);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    Product { programs: build.join("debug"), scratch, specification: specification.join("spec"), _turn: turn }
}

/// Follows recipes of `docs/recipes` one after the other, in a copy of the workspace of their own: they change what all of it is built of, so
/// that the patches above would have to build that anew. What `cargo test` says there.
pub fn test_by_recipes(recipes: &[&str], args: &[&str]) -> String {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let work = Path::new(env!("CARGO_TARGET_TMPDIR")).join("walkthrough");
    let changed = work.join("recipes");
    clear(&changed);
    let patches: Vec<PathBuf> = recipes.iter().map(|name| root().join(format!("docs/recipes/{name}.patch"))).collect();
    for file in patches.iter().flat_map(|patch| touched(patch)).filter(|file| root().join(file).is_file()) {
        update(&root().join(&file), &changed.join(&file));
    }
    for patch in &patches {
        run_patch(patch, &changed);
    }
    let tree = work.join("recipes-tree");
    copy(&changed, &tree, files());
    // Cargo knows crates by their paths within the workspace: in the folder of the products it would take these for theirs.
    let tested = cargo("test", args, &tree, &work.join("recipes-build"));
    let said = String::from_utf8_lossy(&tested.stdout).into_owned();
    assert!(tested.status.success(), "{said}{}", String::from_utf8_lossy(&tested.stderr));
    said
}

/// Copies the workspace, with the files of another folder in place of its own and beside them.
fn copy(changed: &Path, tree: &Path, mut files: BTreeSet<PathBuf>) {
    let instead: BTreeSet<PathBuf> = below(changed, changed).into_iter().collect();
    files.extend(instead.iter().cloned());
    for file in &files {
        let from = if instead.contains(file) { changed } else { &root() };
        update(&from.join(file), &tree.join(file));
    }
    remove_others(tree, tree, &files);
}

fn cargo(command: &str, args: &[&str], tree: &Path, build: &Path) -> Output {
    // Nothing here takes long to run: the crates of others, which are built once more, need not be fast.
    let plain = r#"profile.dev.package."*".opt-level=0"#;
    Command::new(env!("CARGO"))
        .args([command, "--offline", "--config", plain])
        .args(args)
        .current_dir(tree)
        .env("CARGO_TARGET_DIR", build)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .output()
        .expect("cargo")
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
    for file in touched(patch) {
        assert!(file.starts_with("spec") && file.extension().is_some_and(|e| e == "ksy"), "it touches {file:?}");
    }
    run_patch(patch, folder);
}

/// The files that a patch leaves others than they were.
fn touched(patch: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(patch).expect("the patch");
    text.lines().filter_map(|line| line.strip_prefix("+++ b/")).map(PathBuf::from).collect()
}

fn run_patch(patch: &Path, folder: &Path) {
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
