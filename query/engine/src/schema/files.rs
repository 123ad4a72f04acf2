//! Files of statements: `schema.cql` of snapshots, and what users give.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use cqlite_cql::ast::Statement;
use cqlite_cql::{position, Span};

use super::Catalog;
use crate::{QueryError, Result};

/// The longest file that is read, in bytes: a device or a wrong file is not to fill the memory.
const LONGEST: u64 = 256 * 1_048_576;

/// Takes what a file's statements say into a catalog.
///
/// # Errors
/// The file cannot be read, or a statement of it means nothing: with the file's name, line and column. The catalog is then as the statements
/// before that one have it.
pub fn read(catalog: &mut Catalog, path: &Path) -> Result<()> {
    let name = path.display().to_string();
    let in_file = |what: String| QueryError::new(crate::QueryErrorKind::Storage, format!("{name}: {what}"));
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(LONGEST + 1).read_to_string(&mut text));
    if read.map_err(|error| in_file(error.to_string()))? as u64 > LONGEST {
        return Err(in_file(format!("longer than {} MiB, which no schema is", LONGEST / 1_048_576)));
    }
    read_text(catalog, &text, &name)
}

/// Takes what the statements of a text say into a catalog. `name` names it in errors.
///
/// # Errors
/// As [`read`].
pub fn read_text(catalog: &mut Catalog, text: &str, name: &str) -> Result<()> {
    let shown = uncommented(text);
    let mut current = None;
    let statements = cqlite_cql::statements(&shown).map_err(|error| in_syntax(error, name))?;
    for statement in statements {
        let (span, statement) = statement.map_err(|error| in_syntax(error, name))?;
        // Roles, users and their rights say nothing about tables.
        if matches!(statement, Statement::Access(_)) {
            continue;
        }
        match catalog.load(&statement, current.as_deref()) {
            Ok(None) => {}
            Ok(other) => current = other,
            Err(error) => return Err(at(error, &shown, span, name)),
        }
    }
    Ok(())
}

/// The line and column are the error's own words already.
fn in_syntax(error: cqlite_cql::SyntaxError, name: &str) -> QueryError {
    let text = format!("{name}: {error}");
    QueryError::new(crate::QueryErrorKind::Syntax, text).at(error.span())
}

fn at(error: QueryError, text: &str, statement: Span, name: &str) -> QueryError {
    let span = error.span().unwrap_or(statement);
    let (line, column) = position(text, span.start);
    QueryError::new(error.kind(), format!("{name}: line {line}:{column} {error}")).at(span)
}

/// The text with the statements that Cassandra writes as comments: CREATE TABLE of compact tables. All else stays where it is.
fn uncommented(text: &str) -> String {
    const START: &str = "/*\nWarning: Table ";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(START) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find("*/").unwrap_or(rest.len());
        let comment = &rest[..end];
        let Some(create) =
            comment.find("CREATE TABLE").filter(|_| comment.contains("COMPACT STORAGE") && end < rest.len())
        else {
            let (head, tail) = rest.split_at(START.len());
            out.push_str(head);
            rest = tail;
            continue;
        };
        out.extend(comment[..create].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        out.push_str(&comment[create..]);
        out.push_str("  ");
        rest = &rest[end + 2..];
    }
    out.push_str(rest);
    out
}
