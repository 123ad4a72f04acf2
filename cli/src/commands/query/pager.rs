//! Answers that are longer than the terminal, through `$PAGER`.

use std::io::{self, Write};
use std::process::{Child, Command, Stdio};

use crate::output::Output;
use crate::terminal::Filter;

/// Takes an answer, and begins a pager if it turns out to be long.
pub struct Pager<'o> {
    out: &'o mut Output,
    /// What is not written yet: less than a screen.
    held: Vec<u8>,
    lines: usize,
    height: usize,
    child: Option<Child>,
    filter: Filter,
    /// No pager could be begun.
    is_plain: bool,
}

impl<'o> Pager<'o> {
    pub fn new(out: &'o mut Output, has_colors: bool) -> Self {
        let height = terminal_size::terminal_size().map_or(24, |(_, height)| usize::from(height.0));
        let filter = Filter::new(has_colors);
        Pager { out, held: Vec::new(), lines: 0, height, child: None, filter, is_plain: false }
    }

    /// Waits for the pager, or writes what was too short for it.
    pub fn end(mut self) -> io::Result<()> {
        match self.child.take() {
            Some(mut child) => {
                drop(child.stdin.take());
                child.wait().map(drop)
            }
            None => {
                self.out.write_all(&self.held)?;
                self.out.flush()
            }
        }
    }

    fn feed(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut shown = Vec::with_capacity(bytes.len());
        self.filter.show(bytes, &mut shown);
        match self.child.as_mut().and_then(|child| child.stdin.as_mut()) {
            Some(pipe) => pipe.write_all(&shown),
            None => Ok(()),
        }
    }
}

impl Write for Pager<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_plain {
            return self.out.write(bytes);
        }
        if self.child.is_some() {
            return self.feed(bytes).map(|()| bytes.len());
        }
        self.held.extend_from_slice(bytes);
        self.lines += bytes.iter().filter(|byte| **byte == b'\n').count();
        if self.lines + 1 >= self.height {
            let held = std::mem::take(&mut self.held);
            match begin() {
                Some(child) => {
                    self.child = Some(child);
                    self.feed(&held)?;
                }
                None => {
                    self.is_plain = true;
                    self.out.write_all(&held)?;
                }
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.is_plain {
            self.out.flush()?;
        }
        Ok(())
    }
}

impl Drop for Pager<'_> {
    fn drop(&mut self) {
        // After a failure: what is shown stays until the reader goes.
        if let Some(mut child) = self.child.take() {
            drop(child.stdin.take());
            let _ = child.wait();
        }
    }
}

/// Begins `$PAGER`, or less, which then leaves short answers on the screen, long lines uncut, and colours as they are.
fn begin() -> Option<Child> {
    let wanted = std::env::var("PAGER").ok().filter(|pager| !pager.trim().is_empty());
    let mut command = match &wanted {
        Some(pager) if cfg!(unix) => {
            let mut shell = Command::new("sh");
            shell.args(["-c", pager]);
            shell
        }
        Some(pager) => Command::new(pager),
        None => Command::new("less"),
    };
    if std::env::var_os("LESS").is_none() {
        command.env("LESS", "FRSX");
    }
    command.stdin(Stdio::piped()).spawn().ok()
}
