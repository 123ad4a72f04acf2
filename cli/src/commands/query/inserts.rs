//! Which answers can be written as statements that write their rows again.

use cqlite::catalog::ColumnKind;
use cqlite::cql::ast::{ExprKind, Select, Selection};
use cqlite::{cql, Session};

use crate::failure::Failure;

/// The table that the statements name. Rows are written by whole keys, and columns by their own names.
pub fn table_of(select: &Select, session: &Session) -> Result<String, Failure> {
    let keyspace = select.from.keyspace.as_ref().map(|name| name.text.as_str()).or_else(|| session.keyspace());
    let name = select.from.name.text.as_str();
    let table = keyspace.and_then(|keyspace| session.catalog().table(keyspace, name));
    if let (Some(table), Selection::Columns(columns), false) = (table, &select.selection, select.json) {
        let named = |column: &cql::ast::Selector| match (&column.expr.kind, &column.alias) {
            (ExprKind::Column(name), None) => Some(name.text.clone()),
            _ => None,
        };
        let Some(names) = columns.iter().map(named).collect::<Option<Vec<_>>>() else {
            return Err(wrong("only columns of the table under their own names can be written as CQL"));
        };
        let is_needed = |kind| match kind {
            ColumnKind::PartitionKey(_) => true,
            // Static columns are written without.
            ColumnKind::Clustering(_) => !select.distinct,
            _ => false,
        };
        if let Some(missing) = table.columns.iter().find(|own| is_needed(own.kind) && !names.contains(&own.name)) {
            let name = cql::quoted(&missing.name);
            return Err(wrong(&format!("rows are written as CQL by their whole key, of which {name} is not selected")));
        }
    }
    Ok(match (&select.from.keyspace, session.keyspace()) {
        (None, Some(keyspace)) => format!("{}.{}", cql::quoted(keyspace), select.from),
        _ => select.from.to_string(),
    })
}

fn wrong(message: &str) -> Failure {
    Failure::value(format!("--format cql: {message}"))
}
