//! A table of which nothing is known but what its SSTables say.

use cqlite_runtime::marshal::{MarshalType, UserType};
use cqlite_schema::TableSchema;

use super::columns;
use super::cql_type::in_keyspace;
use super::execute::new_table;
use super::metadata::{ColumnKind, ColumnMetadata, TableMetadata};
use super::options;

/// The table of SSTables' headers ([`TableSchema`], also the union of several). Columns of the primary key have no names there: they are
/// called `$pk0`, `$pk1`, …, `$ck0`, …. User types are of the table's keyspace, as they have to be.
pub fn from_header(keyspace: &str, name: &str, schema: &TableSchema) -> TableMetadata {
    let column = |name: String, ty: &MarshalType, kind| ColumnMetadata {
        name,
        ty: in_keyspace(ty, keyspace),
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

/// The user types that a table's columns are made of, those before others that others are made of.
pub fn user_types(table: &TableMetadata) -> Vec<UserType> {
    let mut found = Vec::new();
    table.all_columns().for_each(|column| collect(&column.ty, &mut found));
    found
}

fn collect(ty: &MarshalType, found: &mut Vec<UserType>) {
    if let MarshalType::User(user) = ty {
        user.fields.iter().for_each(|field| collect(&field.ty, found));
        if found.iter().all(|own| own.name != user.name) {
            found.push(UserType { multi_cell: true, ..(**user).clone() });
        }
        return;
    }
    ty.sub_types().into_iter().for_each(|part| collect(part, found));
}
