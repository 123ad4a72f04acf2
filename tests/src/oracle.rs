//! The other side of tests that need live Cassandra.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::Value;

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
