//! An answer on its way from the session to the text.

use std::io::Write;

use cqlite::text::{Answer, Column, TextError};
use cqlite::{QueryResult, ResultColumn, ResultSink};

use crate::failure::Failure;
use crate::interrupt;

/// Writes what the session gives.
pub struct Sink<'w> {
    answer: Answer<&'w mut dyn Write>,
    has_columns: bool,
    failure: Option<TextError>,
}

impl<'w> Sink<'w> {
    pub fn new(answer: Answer<&'w mut dyn Write>) -> Self {
        Sink { answer, has_columns: false, failure: None }
    }

    /// Ends the answer, if there was one; how many rows it had. `name` is what it was written to.
    pub fn finish(self, name: &str) -> Result<Option<u64>, Failure> {
        if interrupt::is_set() {
            return Err(Failure::interrupted());
        }
        if let Some(failure) = self.failure {
            return Err(failed(name, failure));
        }
        if !self.has_columns {
            return Ok(None);
        }
        let (_, rows) = self.answer.finish().map_err(|e| failed(name, e))?;
        Ok(Some(rows))
    }

    /// Writes what there was of an answer before it failed, so that nobody takes it for a whole one.
    pub fn break_off(self, name: &str) -> Result<(), Failure> {
        match self.failure {
            None if self.has_columns && !interrupt::is_set() => self.answer.break_off().map_err(|e| failed(name, e)),
            _ => Ok(()),
        }
    }

    /// Whether the rows could be written so far.
    fn goes_on(&mut self, written: Result<(), TextError>) -> bool {
        self.failure = written.err();
        self.failure.is_none() && !interrupt::is_set()
    }
}

fn failed(name: &str, failure: TextError) -> Failure {
    match failure {
        TextError::Output(e) => Failure::output(name, &e),
        TextError::Value { .. } => Failure::file(failure.to_string()),
        TextError::NoTable => Failure::value(failure.to_string()),
    }
}

impl ResultSink for Sink<'_> {
    fn columns(&mut self, columns: &[ResultColumn]) -> QueryResult<()> {
        let columns: Vec<Column> =
            columns.iter().map(|column| Column { name: column.name.clone(), ty: column.ty.clone() }).collect();
        let written = self.answer.columns(&columns);
        self.has_columns = true;
        self.goes_on(written);
        Ok(())
    }

    fn row(&mut self, values: &[Option<Vec<u8>>]) -> QueryResult<bool> {
        if self.failure.is_some() {
            return Ok(false);
        }
        let written = self.answer.row(values);
        Ok(self.goes_on(written))
    }
}
