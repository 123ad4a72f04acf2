//! The CREATE statements of what is there.

use std::io::Write;

use cqlite::{Done, QueryResult, ResultColumn, ResultSink};

use super::query::open;
use crate::args::SchemaArgs;
use crate::failure::Failure;
use crate::session::Session as Run;

pub fn run(args: SchemaArgs, run: &mut Run<'_>) -> Result<(), Failure> {
    let mut session = open(&args.paths, args.schema, None, run)?;
    for origin in session.origins().iter().filter(|origin| origin.from.is_none()) {
        run.note(&format!("{}: only its SSTables' headers are known, without names of key columns", origin.table));
    }
    let mut out = run.output()?;
    if let Done::Described(text) = session.run("DESCRIBE SCHEMA", &mut NoRows)? {
        out.write_all(text.as_bytes()).map_err(|e| out.failure(&e))?;
        out.end_line()?;
    }
    out.commit()
}

/// DESCRIBE gives a text, and no rows.
struct NoRows;

impl ResultSink for NoRows {
    fn columns(&mut self, _: &[ResultColumn]) -> QueryResult<()> {
        Ok(())
    }

    fn row(&mut self, _: &[Option<Vec<u8>>]) -> QueryResult<bool> {
        Ok(true)
    }
}
