use std::env;
use std::path::{Path, PathBuf};

/// Where things are, and how strict to be.
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace that this program was built from.
    pub fn here() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf);
        Workspace { root }
    }

    /// A path in the checkout.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A program of ours, where Cargo puts it (see [`crate::command::build_programs`]).
    pub fn program(&self, name: &str) -> PathBuf {
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), |dir| self.root.join(dir));
        target.join("debug").join(name)
    }

    /// Where tools are installed that the machine does not have.
    pub fn tools(&self) -> PathBuf {
        self.root.join("target/tools")
    }

    /// Whether what a machine lacks is an error rather than a reason to skip a check.
    pub fn is_strict(&self) -> bool {
        let is_set = |name: &str, value: &str| env::var(name).is_ok_and(|v| v == value);
        is_set("CI", "true") || is_set("CQLITE_REQUIRE_ORACLE", "1")
    }

    /// The folder beside the checkout with SSTables that are not part of it, if there is one.
    pub fn shared(&self) -> Option<PathBuf> {
        let beside = || self.root.join("../shared").canonicalize().ok();
        env::var_os("CQLITE_SHARED").map(PathBuf::from).or_else(beside).filter(|dir| dir.join("corpus").is_dir())
    }
}
