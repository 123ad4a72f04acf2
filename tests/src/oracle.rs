//! The other side of tests that need live Cassandra.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::Value;

/// A number that the environment gives.
#[must_use]
pub fn given(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|s| s.parse().ok())
}

/// The seed of a test: `CQLITE_SEED`, or of the clock; it is printed.
///
/// # Panics
/// The clock stands before 1970.
#[must_use]
pub fn seed() -> u64 {
    let clock = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() % 1_000_000;
    let seed = given("CQLITE_SEED").unwrap_or_else(clock);
    println!("seed {seed}");
    seed
}

/// A Cassandra that answers requests.
pub struct Oracle {
    child: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Oracle {
    /// Starts one that writes SSTables of a version.
    ///
    /// # Panics
    /// It does not start.
    #[must_use]
    pub fn start(release: &str, letter: &str) -> Self {
        let run = Path::new(env!("CARGO_MANIFEST_DIR")).join("oracle/run");
        let mut child = Command::new(run)
            .args(["serve", release, letter])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("tests/oracle/run starts");
        let (requests, answers) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        let mut oracle = Oracle { child, requests, answers };
        let ready = oracle.answer();
        assert_eq!(ready["ready"], Value::Bool(true), "{ready}");
        oracle
    }

    fn answer(&mut self) -> Value {
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|e| panic!("{e}: {line}"))
    }

    /// What it answers to a request; tests/oracle/README.md lists them.
    ///
    /// # Panics
    /// It does not answer.
    pub fn ask(&mut self, request: &Value) -> Value {
        writeln!(self.requests, "{request}").unwrap();
        self.requests.flush().unwrap();
        self.answer()
    }
}

impl Drop for Oracle {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
