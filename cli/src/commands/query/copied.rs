//! `COPY … TO` done.

use std::time::Instant;

use cqlite::text::Options;

use crate::failure::Failure;

use super::copy::Copy;
use super::names::Names;
use super::shell::Shell;

/// Writes the rows of a table.
pub fn copy(shell: &mut Shell<'_, '_>, wanted: &Copy) -> Result<(), Failure> {
    let keyspace = wanted.keyspace.clone().or_else(|| shell.session.keyspace().map(str::to_owned));
    let keyspace = keyspace.ok_or_else(|| Failure::value("Not in any keyspace.".to_owned()))?;
    let (dialect, range) = wanted.dialect().map_err(Failure::value)?;
    let names = Names::of(shell.session.catalog());
    let tables = names.tables(&keyspace).ok_or_else(|| Failure::value(format!("Keyspace '{keyspace}' not found.")))?;
    let table = tables.iter().find(|table| table.name == wanted.table);
    let table = table.ok_or_else(|| Failure::value(format!("Column family '{}' not found", wanted.table)))?;
    if let Some(unknown) = wanted.columns.iter().find(|column| !table.columns.contains(column)) {
        return Err(Failure::value(format!("Invalid column name {unknown}")));
    }
    let columns = if wanted.columns.is_empty() { &table.columns } else { &wanted.columns };
    let key = &table.columns[..table.num_key];
    let select = wanted.select(&keyspace, columns, key, &range);
    let begun = Instant::now();
    let options = Options { dialect, ..Options::default() };
    let rows = shell.export(&select, options, wanted.file.as_deref())?;
    match (&wanted.file, rows) {
        (Some(_), Some(rows)) => shell
            .say_copied(&format!("{rows} rows exported to 1 files in {:.3} seconds.", begun.elapsed().as_secs_f64())),
        _ => Ok(()),
    }
}
