//! Statements and words, one after the other.

mod words;

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use cqlite::cql::ast::Statement;
use cqlite::inspect::printable;
use cqlite::text::{Answer, Format, Options};
use cqlite::{cql, Done, Session};

use crate::commands::query::inserts;
use crate::commands::query::pager::Pager;
use crate::commands::query::place::Place;
use crate::commands::query::script::{pieces, word, Piece};
use crate::commands::query::sink::Sink;
use crate::commands::query::target::Target;
use crate::commands::query::word::Word;
use crate::failure::{Exit, Failure};
use crate::interrupt;
use crate::output::Output;
use crate::session::Session as Run;
use crate::words::number;

/// Files that read files that read files.
const MAX_SOURCES: usize = 16;

/// What statements and words act upon.
pub struct Shell<'r, 'a> {
    pub run: &'r mut Run<'a>,
    pub session: Session,
    pub out: Output,
    pub format: Format,
    /// On a terminal, with a prompt.
    pub is_interactive: bool,
    paths: Vec<PathBuf>,
    capture: Option<(String, File)>,
    is_expanded: bool,
    is_paging: bool,
    page: usize,
    is_timing: bool,
    is_tracing: bool,
    consistency: String,
    serial_consistency: String,
    sources: usize,
    is_closed: bool,
}

/// What comes after a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    Piece,
    /// None: it was EXIT.
    End,
    /// None: it failed, which is said.
    Failed,
}

/// What is to be explained by `EXPLAIN …`.
fn explained(text: &str) -> Option<&str> {
    let first = word(text);
    first.eq_ignore_ascii_case("EXPLAIN").then(|| &text[first.len()..])
}

/// A piece that failed; where in it, if that is known.
struct Trouble {
    failure: Failure,
    span: Option<std::ops::Range<usize>>,
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Trouble { failure, span: None }
    }
}

impl From<cqlite::Error> for Trouble {
    fn from(e: cqlite::Error) -> Self {
        Trouble { span: e.span(), failure: e.into() }
    }
}

impl<'r, 'a> Shell<'r, 'a> {
    pub fn new(run: &'r mut Run<'a>, session: Session, out: Output, format: Format, paths: &[PathBuf]) -> Self {
        Shell {
            run,
            session,
            out,
            format,
            is_interactive: false,
            paths: paths.to_vec(),
            capture: None,
            is_expanded: format == Format::Expanded,
            is_paging: true,
            page: Options::default().page,
            is_timing: false,
            is_tracing: false,
            consistency: "ONE".to_owned(),
            serial_consistency: "SERIAL".to_owned(),
            sources: 0,
            is_closed: false,
        }
    }

    /// Runs a text up to the first piece that fails, which is said.
    pub fn script(&mut self, name: Option<&str>, text: &str) -> Next {
        let mut rest = pieces(text);
        while let Some(piece) = rest.next() {
            match self.piece(text, &piece) {
                Ok(Next::Piece) if interrupt::is_set() => return Next::Failed,
                Ok(Next::Piece) => {}
                Ok(next) => return next,
                Err(trouble) => {
                    let is_wrong = !matches!(trouble.failure.exit, Exit::ClosedPipe | Exit::Interrupted);
                    self.is_closed |= trouble.failure.exit == Exit::ClosedPipe;
                    self.complain(name, text, &piece, trouble);
                    let left = rest.count();
                    if left > 0 && is_wrong {
                        let verb = if left == 1 { "is" } else { "are" };
                        let left = number(left, "statement");
                        self.run.note(&format!("{left} after it {verb} not run"));
                    }
                    return Next::Failed;
                }
            }
        }
        Next::Piece
    }

    /// Says what is wrong with a piece, and shows it.
    fn complain(&mut self, name: Option<&str>, text: &str, piece: &Piece, trouble: Trouble) {
        let Trouble { failure, span } = trouble;
        // Files that are damaged are no fault of the statement.
        if failure.exit != Exit::Value {
            return self.fail(failure);
        }
        let start = piece.span.start;
        let span = span.map_or(start..start, |span| start + span.start..start + span.end);
        let is_known = text.is_char_boundary(span.start) && text.is_char_boundary(span.end) && span.end <= text.len();
        let place = Place { name, text, span: if is_known { span } else { start..start } };
        self.fail(Failure { message: place.message(&failure.message), ..failure });
        // Where nobody reads errors nothing can be done about it.
        let _ = writeln!(std::io::stderr(), "{}", place.shown());
    }

    /// Says what failed. At the prompt it is nothing that the program ends with: the next statement may be right.
    fn fail(&mut self, failure: Failure) {
        let is_said = matches!(failure.exit, Exit::ClosedPipe | Exit::Interrupted);
        if !self.is_interactive || is_said {
            return self.run.fail(failure);
        }
        let _ = writeln!(std::io::stderr(), "error: {}", printable(&failure.message));
    }

    fn piece(&mut self, text: &str, piece: &Piece) -> Result<Next, Trouble> {
        let text = &text[piece.span.clone()];
        let begun = Instant::now();
        match Word::parse(text).map_err(|message| Trouble::from(Failure::value(message)))? {
            Some(word) => return self.word(word),
            None => match explained(text) {
                Some(statement) => self.explain(text, statement)?,
                None => self.statement(text)?,
            },
        }
        if self.is_timing {
            let millis = begun.elapsed().as_secs_f64() * 1000.0;
            self.say(&format!("Time: {millis:.3} ms"))?;
        }
        Ok(Next::Piece)
    }

    /// Says how the answer to a statement is found, the end of a text.
    fn explain(&mut self, text: &str, statement: &str) -> Result<(), Trouble> {
        let before = text.len() - statement.len();
        let explanation = self.session.explain(statement).map_err(|e| {
            let span = e.span().map(|span| span.start + before..span.end + before);
            Trouble { span, failure: e.into() }
        })?;
        Ok(self.write(&explanation.to_string())?)
    }

    fn statement(&mut self, text: &str) -> Result<(), Trouble> {
        let format = match self.format {
            Format::Table | Format::Expanded if self.is_expanded => Format::Expanded,
            Format::Expanded => Format::Table,
            other => other,
        };
        let table = if format == Format::Cql { self.table_of(text)? } else { None };
        let is_captured = self.capture.is_some();
        let options = Options {
            page: self.page,
            interactive: self.is_interactive && !is_captured,
            color: self.run.color() && !is_captured,
            table,
            ..Options::default()
        };
        let name = self.target_name();
        let Shell { session, out, capture, is_interactive, is_paging, run, .. } = self;
        let mut target = match capture {
            Some((_, file)) => Target::Captured(file),
            None if *is_interactive && *is_paging => Target::Paged(Pager::new(out, run.color())),
            None => Target::Output(out),
        };
        let mut sink = Sink::new(Answer::new(format, options, &mut target));
        let done = match session.run(text, &mut sink) {
            Ok(done) => done,
            Err(e) => {
                sink.break_off(&name)?;
                return Err(e.into());
            }
        };
        let written = sink.finish(&name);
        // Whoever has left the pager wants no more of this answer, and the next one all the same.
        match written {
            Err(failure) if failure.exit == Exit::ClosedPipe && matches!(target, Target::Paged(_)) => return Ok(()),
            written => written?,
        };
        target.end().map_err(|e| Failure::output(&name, &e))?;
        if let Done::Described(text) = done {
            self.write(&text)?;
        }
        Ok(())
    }

    /// The table that a SELECT is of, for the statements that write its rows again.
    fn table_of(&self, text: &str) -> Result<Option<String>, Failure> {
        match cql::parse(text) {
            Ok(Statement::Select(select)) => inserts::table_of(&select, &self.session).map(Some),
            _ => Ok(None),
        }
    }

    fn target_name(&self) -> String {
        self.capture.as_ref().map_or_else(|| self.out.name().to_owned(), |(name, _)| name.clone())
    }

    /// Writes a text to where answers go, with the end of its last line.
    fn write(&mut self, text: &str) -> Result<(), Failure> {
        let name = self.target_name();
        let Shell { out, capture, is_interactive, is_paging, run, .. } = self;
        let mut target = match capture {
            Some((_, file)) => Target::Captured(file),
            None if *is_interactive && *is_paging => Target::Paged(Pager::new(out, run.color())),
            None => Target::Output(out),
        };
        let newline = if text.ends_with('\n') { "" } else { "\n" };
        let written = target.write_all(text.as_bytes()).and_then(|()| target.write_all(newline.as_bytes()));
        written.and_then(|()| target.end()).map_err(|e| Failure::output(&name, &e))
    }

    /// Writes a line about the shell itself, which is no answer.
    fn say(&mut self, line: &str) -> Result<(), Failure> {
        let written = self.out.write_all(format!("{line}\n").as_bytes()).and_then(|()| self.out.flush());
        written.map_err(|e| self.out.failure(&e))
    }

    /// Whether nobody reads answers any more.
    pub fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// Writes out what is left.
    pub fn end(self) -> Result<(), Failure> {
        self.out.commit()
    }

    /// Runs a statement of the shell's own, and gives its answer in a format to a file, or to where answers go.
    pub fn export(&mut self, select: &str, options: Options, file: Option<&str>) -> Result<Option<u64>, Failure> {
        if let Some(name) = file {
            let mut out = self.run.output_to(&at_home(name))?;
            let mut sink = Sink::new(Answer::new(Format::Csv, options, &mut out));
            let done = self.session.run(select, &mut sink);
            let rows = done.map_err(Failure::from).and_then(|_| sink.finish(name))?;
            out.commit()?;
            return Ok(rows);
        }
        let name = self.target_name();
        let mut target = match &mut self.capture {
            Some((_, file)) => Target::Captured(file),
            None => Target::Output(&mut self.out),
        };
        let mut sink = Sink::new(Answer::new(Format::Csv, options, &mut target));
        let done = self.session.run(select, &mut sink);
        let rows = done.map_err(Failure::from).and_then(|_| sink.finish(&name))?;
        target.end().map_err(|e| Failure::output(&name, &e))?;
        Ok(rows)
    }

    /// Says what was copied.
    pub fn say_copied(&mut self, line: &str) -> Result<(), Failure> {
        self.say(line)
    }
}

/// A path in which `~/` stands for the home directory.
pub fn at_home(name: &str) -> PathBuf {
    match (name.strip_prefix("~/"), std::env::var_os("HOME")) {
        (Some(rest), Some(home)) => Path::new(&home).join(rest),
        _ => PathBuf::from(name),
    }
}
