use std::ffi::OsStr;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// The program.
pub const CQLITE: &str = env!("CARGO_BIN_EXE_cqlite");

/// A file or folder of `tests/corpus`.
pub fn corpus(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus").join(path)
}

/// What a run gave.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Run { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Checks that nothing went wrong.
    #[track_caller]
    pub fn ok(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""));
        self.out
    }

    /// Checks exit code and message; the message is one sentence on one line.
    #[track_caller]
    pub fn fails(self, code: i32, parts: &[&str]) -> String {
        assert_eq!(self.code, code, "{}", self.err);
        for part in parts {
            assert!(self.err.contains(part), "{part} is not in: {}", self.err);
        }
        assert!(self.err.starts_with("error: "), "{}", self.err);
        assert_eq!(self.err.trim_end().lines().count(), 1, "{}", self.err);
        self.out
    }
}

/// The program with arguments, without the caller's colours.
pub fn command<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(CQLITE);
    command.args(args).env_remove("NO_COLOR").stdin(Stdio::null());
    command
}

/// Runs the program.
pub fn cqlite<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Run {
    Run::of(command(args).output().expect("the program starts"))
}

/// Runs the program with paths among its arguments.
#[macro_export]
macro_rules! run {
    ($($arg:expr),* $(,)?) => {
        $crate::util::cqlite([$(std::ffi::OsString::from($arg)),*])
    };
}

/// A folder that is removed with the value.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("cqlite-cli-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    /// A folder with the files of an SSTable of the corpus, `nb/static_rows/nb-1-big`.
    pub fn with(sstable: &str) -> Self {
        let folder = Self::new();
        copy(sstable, folder.path());
        folder
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Names of the files in it.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("the folder");
        let mut names: Vec<_> =
            entries.map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Changes the bytes of a file.
    pub fn change(&self, name: &str, change: impl FnOnce(&mut Vec<u8>)) {
        let mut bytes = fs::read(self.join(name)).expect("the file");
        change(&mut bytes);
        fs::write(self.join(name), bytes).expect("the file");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Copies the components of an SSTable.
pub fn copy(sstable: &str, to: &Path) {
    let from = corpus(sstable);
    let prefix = format!("{}-", from.file_name().expect("a name").to_string_lossy());
    for entry in fs::read_dir(from.parent().expect("a folder")).expect("the case") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if name.starts_with(&prefix) {
            fs::copy(&path, to.join(name)).expect("a copy");
        }
    }
}

/// A recorded output of Cassandra's tools.
pub fn recorded(path: &str) -> String {
    let mut text = String::new();
    let file = fs::File::open(corpus(path)).expect("the recording");
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).expect("gzip");
    text
}
