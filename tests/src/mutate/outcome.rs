use std::ffi::OsStr;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What a run of the command may cost.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Time until it is ended.
    pub time: Duration,
    /// Address space, in KiB.
    pub memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { time: Duration::from_secs(10), memory: 1 << 20 }
    }
}

/// How a run of the command ended.
#[derive(Debug)]
pub struct Outcome {
    /// Its exit status; none if it took too long.
    pub status: Option<ExitStatus>,
    /// What it printed.
    pub out: Vec<u8>,
    /// What it said went wrong.
    pub err: String,
}

/// Exit codes that the command documents for damaged input.
const CODES: [i32; 3] = [0, 3, 4];

impl Outcome {
    /// Runs the command within limits.
    ///
    /// # Errors
    /// It cannot be started.
    pub fn of<'a>(program: &Path, args: impl IntoIterator<Item = &'a OsStr>, limits: Limits) -> io::Result<Self> {
        let mut command = Command::new("bash");
        command.args(["-c", &format!("ulimit -v {} && exec \"$0\" \"$@\"", limits.memory)]).arg(program).args(args);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let (out, err) = (child.stdout.take(), child.stderr.take());
        let (out, err) = (thread::spawn(|| read(out)), thread::spawn(|| read(err)));
        let status = wait(&mut child, limits.time)?;
        let [out, err] = [out, err].map(|thread| thread.join().unwrap_or_default());
        Ok(Outcome { status, out, err: String::from_utf8_lossy(&err).into_owned() })
    }

    /// Whether all of it was done.
    #[must_use]
    pub fn is_success(&self) -> bool {
        self.status.is_some_and(|status| status.success())
    }

    /// What is wrong with how it ended, whatever the input was.
    #[must_use]
    pub fn fault(&self) -> Option<String> {
        match self.status {
            None => Some("took too long".to_owned()),
            Some(_) if self.err.contains("panicked at") => Some("panicked".to_owned()),
            Some(status) => match status.code() {
                Some(code) if CODES.contains(&code) => {
                    (code != 0 && self.err.trim().is_empty()).then(|| format!("ended with {code} and no word"))
                }
                _ => Some(format!("ended with {status}")),
            },
        }
    }
}

fn read(from: Option<impl Read>) -> Vec<u8> {
    let mut all = Vec::new();
    let _ = from.map(|mut from| from.read_to_end(&mut all));
    all
}

fn wait(child: &mut Child, time: Duration) -> io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    let mut pause = Duration::from_micros(500);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if start.elapsed() > time {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}
