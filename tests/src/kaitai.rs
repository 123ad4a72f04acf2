//! The readers that the genuine Kaitai Struct compiler makes of `spec/`: `tests/kaitai/dump_tree.py` as a server.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::SystemTime;

use cqlite_sstable::descriptor::{Component, Descriptor, DigestKind, Format};
use serde_json::{json, Value};

/// Python with Kaitai's runtime, and compiled readers.
#[derive(Debug, Clone)]
pub struct Setup {
    python: PathBuf,
    build: PathBuf,
}

impl Setup {
    /// What `cargo xtask test --only kaitai` sets up: `CQLITE_KAITAI_PYTHON` (or `CQLITE_PYTHON`, or the Python of `target/tools`),
    /// and `target/kaitai`.
    ///
    /// # Errors
    /// What is missing.
    pub fn find() -> Result<Self, String> {
        let (root, python) = (root(), python()?);
        let build = root.join("target/kaitai");
        let compiled = fs::metadata(build.join("spec.json")).and_then(|meta| meta.modified());
        let Ok(compiled) = compiled else { return Err("target/kaitai has no compiled readers".to_owned()) };
        match newest(&root.join("spec")) {
            Some(changed) if changed > compiled => Err("target/kaitai is older than spec/".to_owned()),
            _ => Ok(Setup { python, build }),
        }
    }

    /// Readers of another specification, compiled into a folder; with what `cargo xtask test --only kaitai` sets up.
    ///
    /// # Errors
    /// What is missing, or what the compiler says.
    pub fn compile(specification: &Path, build: &Path) -> Result<Self, String> {
        let python = python()?;
        if !root().join("tests/kaitai/node_modules").is_dir() {
            return Err("tests/kaitai has no compiler: npm ci".to_owned());
        }
        let mut command = Command::new("node");
        let _ = command.arg(root().join("tests/kaitai/compile.js")).arg("--spec").arg(specification);
        let out = command.arg("--out").arg(build).args(["--lang", "python"]).output().map_err(|e| e.to_string())?;
        match out.status.success() {
            true => Ok(Setup { python, build: build.to_owned() }),
            false => Err(format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr))),
        }
    }

    /// Starts a server.
    ///
    /// # Panics
    /// If it does not start.
    #[must_use]
    pub fn start(&self) -> Server {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("kaitai/dump_tree.py");
        let mut command = Command::new(&self.python);
        let _ = command.arg(script).arg("--build").arg(&self.build).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("dump_tree.py starts");
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().expect("a pipe"));
        let out = std::env::temp_dir().join(format!("cqlite-kaitai-{}-{}.jsonl", std::process::id(), child.id()));
        Server { child, input, output, out }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A Python that has Kaitai's runtime.
fn python() -> Result<PathBuf, String> {
    let named = ["CQLITE_KAITAI_PYTHON", "CQLITE_PYTHON"].iter().find_map(std::env::var_os).map(PathBuf::from);
    let python = named.unwrap_or_else(|| root().join("target/tools/venv/bin/python"));
    let has_runtime = Command::new(&python).args(["-c", "import kaitaistruct"]).stderr(Stdio::null()).status();
    match has_runtime.is_ok_and(|status| status.success()) {
        true => Ok(python),
        false => Err(format!("{} has no Kaitai runtime", python.display())),
    }
}

fn newest(folder: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let times = entries.filter_map(|entry| match entry.path() {
        path if path.is_dir() => newest(&path),
        path if path.extension().is_some_and(|e| e == "ksy") => entry.metadata().ok()?.modified().ok(),
        _ => None,
    });
    times.max()
}

/// What the specification calls a component.
#[must_use]
pub fn names(component: &Component, is_compressed: bool) -> &'static [&'static str] {
    match component {
        Component::Data if is_compressed => &["Data", "Chunks"],
        Component::Data => &["Data"],
        Component::PrimaryIndex => &["Index"],
        Component::Summary => &["Summary"],
        Component::Partitions => &["Partitions"],
        Component::Rows => &["Rows"],
        Component::Filter => &["Filter"],
        Component::Statistics => &["Statistics"],
        Component::CompressionInfo => &["CompressionInfo"],
        Component::Crc => &["CRC"],
        Component::Digest(DigestKind::Crc32) => &["Digest"],
        Component::Toc => &["TOC"],
        _ => &[],
    }
}

/// A running server. It ends with the value.
pub struct Server {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    out: PathBuf,
}

/// What to read.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The SSTable.
    pub sstable: &'a Descriptor,
    /// The component's file.
    pub component: &'a Component,
    /// Its name in the specification, which has two for Data.db.
    pub name: &'a str,
    /// Whether the table is compressed.
    pub is_compressed: bool,
    /// User types are frozen although the header does not say so.
    pub frozen_user_types: bool,
}

impl Server {
    /// The fields of a component in the canonical form.
    ///
    /// # Errors
    /// What Kaitai's reader says of the file.
    ///
    /// # Panics
    /// If the server has died.
    pub fn fields(&mut self, request: Request<'_>) -> Result<Vec<u8>, String> {
        let path = |component: &Component| request.sstable.path_of(component);
        let mut line = json!({
            "component": request.name,
            "version": request.sstable.version().to_string(),
            "format": if request.sstable.format() == Format::Bti { "bti" } else { "big" },
            "path": path(request.component),
            "statistics": path(&Component::Statistics),
            "partitions": path(&Component::Partitions),
            "frozen_user_types": request.frozen_user_types,
        });
        if request.is_compressed {
            line["compression_info"] = json!(path(&Component::CompressionInfo));
        }
        self.ask(line)
    }

    /// The answer to a request as `tests/kaitai/README.md` describes them.
    ///
    /// # Errors
    /// What Kaitai's reader says.
    ///
    /// # Panics
    /// If the server has died.
    pub fn ask(&mut self, mut line: Value) -> Result<Vec<u8>, String> {
        line["out"] = json!(self.out);
        let input = self.input.as_mut().expect("the server's input");
        writeln!(input, "{line}").expect("the server takes requests");
        let mut reply = String::new();
        let read = self.output.read_line(&mut reply).expect("the server answers");
        assert!(read > 0, "the server has died at {line}");
        let reply: Value = serde_json::from_str(&reply).expect("JSON");
        match reply["error"].as_str() {
            Some(error) => Err(error.to_owned()),
            None => Ok(fs::read(&self.out).expect("the fields")),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.child.wait();
        let _ = fs::remove_file(&self.out);
    }
}
