//! What cqlsh's words do.

use std::fs::OpenOptions;
use std::io::Write;

use cqlite::text::Options;

use crate::commands::query::copied::copy;
use crate::commands::query::word::{Capture, Paging, Word};
use crate::commands::query::{help, input};
use crate::failure::Failure;

use super::{at_home, Next, Shell, Trouble, MAX_SOURCES};

impl Shell<'_, '_> {
    pub(super) fn word(&mut self, word: Word) -> Result<Next, Trouble> {
        match word {
            Word::Exit => return Ok(Next::End),
            Word::Source(file) => return self.source(&file),
            Word::Help(topics) => {
                for text in help::texts(&topics).map_err(Failure::value)? {
                    self.write(&text)?;
                }
            }
            Word::Expand(wanted) => self.is_expanded = self.switch("EXPAND", self.is_expanded, wanted)?,
            Word::Tracing(wanted) => {
                self.is_tracing = self.switch("TRACING", self.is_tracing, wanted)?;
                if self.is_tracing {
                    self.say("There are no nodes to trace; EXPLAIN before a SELECT says what is read.")?;
                }
            }
            Word::Timing(wanted) => {
                let wanted = wanted.or(Some(!self.is_timing));
                self.is_timing = self.switch("Timing", self.is_timing, wanted)?;
            }
            Word::Paging(wanted) => self.paging(wanted)?,
            Word::Consistency(level) => self.consistency(level)?,
            Word::SerialConsistency(level) => self.serial_consistency(level)?,
            Word::Login => {
                self.say("There is nobody to log in to: files are read, with the rights of who runs this.")?
            }
            Word::Capture(wanted) => self.captured(wanted)?,
            Word::Clear => {
                if self.is_interactive {
                    // Not through the output, which shows what it would do.
                    let _ = std::io::stdout().write_all(b"\x1b[H\x1b[2J").and_then(|()| std::io::stdout().flush());
                }
            }
            Word::ShowVersion => {
                self.say(&format!("[cqlite {} | as Cassandra 5.0.8 | CQL spec 3.4.7]", env!("CARGO_PKG_VERSION")))?;
            }
            Word::ShowHost => {
                let paths: Vec<_> = self.paths.iter().map(|path| path.display().to_string()).collect();
                self.say(&format!("Reading {}; no host is connected to.", paths.join(", ")))?;
            }
            Word::ShowSession => self.say("There are no traces: no node is asked.")?,
            Word::ShowReplicas => {
                self.say("There are no replicas: files are read, whichever node has written them.")?
            }
            Word::Copy(wanted) => copy(self, &wanted)?,
            Word::Cql => self.say("Statements are CQL.")?,
        }
        Ok(Next::Piece)
    }

    /// Turns something on or off, or says whether it is.
    ///
    /// Reference: `on_off_switch` of cqlsh.
    fn switch(&mut self, name: &str, current: bool, wanted: Option<bool>) -> Result<bool, Failure> {
        let text = |is_on: bool| if is_on { "ON" } else { "OFF" };
        match wanted {
            None => self.say(&format!("{name} is {}", text(current)))?,
            Some(wanted) if wanted == current => self.say(&format!("{name} is already {}", text(current)))?,
            Some(wanted) => self.say(&format!("{name} set to {}", text(wanted)))?,
        }
        Ok(wanted.unwrap_or(current))
    }

    fn paging(&mut self, wanted: Option<Paging>) -> Result<(), Failure> {
        match wanted {
            Some(Paging::Rows(rows)) => (self.is_paging, self.page) = (true, rows),
            other => {
                let wanted = other.map(|paging| paging == Paging::On);
                self.is_paging = self.switch("PAGING", self.is_paging, wanted)?;
            }
        }
        match self.is_paging {
            true => self.say(&format!("Page size: {}", self.page)),
            false => {
                self.page = Options::default().page;
                Ok(())
            }
        }
    }

    fn consistency(&mut self, level: Option<String>) -> Result<(), Failure> {
        match level {
            None => self.say(&format!("Current consistency level is {}.", self.consistency)),
            Some(level) => {
                self.say(&format!("Consistency level set to {level}. It changes nothing: all files given are read."))?;
                self.consistency = level;
                Ok(())
            }
        }
    }

    fn serial_consistency(&mut self, level: Option<String>) -> Result<(), Failure> {
        match level {
            None => self.say(&format!("Current serial consistency level is {}.", self.serial_consistency)),
            Some(level) => {
                self.say(&format!("Serial consistency level set to {level}. It changes nothing: nothing is written."))?;
                self.serial_consistency = level;
                Ok(())
            }
        }
    }

    fn source(&mut self, file: &str) -> Result<Next, Trouble> {
        if self.sources == MAX_SOURCES {
            return Err(Failure::value(format!("SOURCE '{file}': files read each other {MAX_SOURCES} deep")).into());
        }
        let path = at_home(file);
        self.run.reads_file(&path);
        let text = input::file(&path)?;
        self.sources += 1;
        let next = self.script(Some(file), &text);
        self.sources -= 1;
        match next {
            Next::Failed if !self.is_interactive => Ok(Next::Failed),
            // EXIT ends the file, as in cqlsh.
            _ => Ok(Next::Piece),
        }
    }

    fn captured(&mut self, wanted: Option<Capture>) -> Result<(), Trouble> {
        match (wanted, self.capture.take()) {
            (None, None) => self.say("Currently not capturing query output.")?,
            (None, Some(capture)) => {
                self.say(&format!("Currently capturing query output to '{}'.", capture.0))?;
                self.capture = Some(capture);
            }
            (Some(Capture::Off), None) => {
                return Err(Failure::value("Not currently capturing output.".to_owned()).into())
            }
            (Some(Capture::Off), Some(_)) => {}
            (Some(Capture::File(_)), Some(capture)) => {
                let message = format!("Already capturing output to {}. Use CAPTURE OFF to disable.", capture.0);
                self.capture = Some(capture);
                return Err(Failure::value(message).into());
            }
            (Some(Capture::File(name)), None) => {
                let path = at_home(&name);
                if let Some(why) = self.run.why_not(&path) {
                    return Err(Failure::usage(why).into());
                }
                let file = OpenOptions::new().append(true).create(true).open(&path);
                self.capture = Some((name.clone(), file.map_err(|e| Failure::output(&name, &e))?));
                self.say(&format!("Now capturing query output to '{name}'."))?;
            }
        }
        Ok(())
    }
}
