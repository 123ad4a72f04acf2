//! A table of which nothing is known but what its SSTables say.

use cqlite_schema::TableSchema;

use super::columns;
use super::execute::new_table;
use super::metadata::{ColumnKind, ColumnMetadata, TableMetadata};
use super::options;

/// The table of SSTables' headers ([`TableSchema`], also the union of several). Columns of the primary key have no names there: they are
/// called `$pk0`, `$pk1`, …, `$ck0`, ….
pub fn from_header(keyspace: &str, name: &str, schema: &TableSchema) -> TableMetadata {
    let column = |name: String, ty: &cqlite_runtime::marshal::MarshalType, kind| ColumnMetadata {
        name,
        ty: ty.clone(),
        kind,
        mask: None,
        constraints: Vec::new(),
    };
    let mut all = Vec::new();
    for (at, ty) in schema.key_columns().iter().enumerate() {
        all.push(column(format!("$pk{at}"), ty, ColumnKind::PartitionKey(at)));
    }
    for (at, ty) in schema.clustering.iter().enumerate() {
        all.push(column(format!("$ck{at}"), ty, ColumnKind::Clustering(at)));
    }
    for (is_static, kind) in [(true, ColumnKind::Static), (false, ColumnKind::Regular)] {
        let columns = schema.columns(is_static).iter();
        all.extend(columns.map(|own| column(String::from_utf8_lossy(&own.name).into_owned(), &own.ty, kind)));
    }
    columns::sort(&mut all);
    let mut table = new_table(keyspace, name, all, options::defaults());
    table.partitioner = schema.keys.partitioner.clone();
    table.from_header = true;
    table
}
