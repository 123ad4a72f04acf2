//! The tables of secondary indexes that are none of SAI's or SASI's: SSTables in folders of their own.

use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_schema::partitioner::Partitioner;
use cqlite_schema::Keys;

use super::execute::{column_of, new_table};
use super::metadata::{ColumnKind, ColumnMetadata, IndexMetadata, TableMetadata};

/// What of a column an index is of, with the types of its keys and of the cells' paths if rows have those.
struct Indexed {
    key: MarshalType,
    path: Option<MarshalType>,
}

/// The table of an index (`CassandraIndex.indexCfsMetadata`): its partitions are the indexed values, its rows the keys of rows that have them.
/// Nothing for an index of a class of its own, and for one of no column.
pub fn index_table(base: &TableMetadata, index: &IndexMetadata) -> Option<TableMetadata> {
    let target = index.options.iter().find(|(name, _)| name == "target").map(|(_, target)| target.as_str());
    let target = target.filter(|_| index.kind != "CUSTOM")?;
    let column = base.column(&column_of(target))?;
    let indexed = indexed(&column.ty, target);
    let mut columns = vec![named(&column.name, &indexed.key, ColumnKind::PartitionKey(0))];
    let keys: Vec<MarshalType> = base.partition_key().map(|column| column.ty.clone()).collect();
    let key = match keys.as_slice() {
        [one] => one.clone(),
        _ => MarshalType::Composite(keys),
    };
    let order =
        MarshalType::PartitionerDefinedOrder { partitioner: class(&base.partitioner), key: Some(Box::new(key)) };
    let mut clustering = vec![("partition_key", order)];
    // Those of before 3.0 are of whole partitions.
    let rows = base.clustering().filter(|other| index.kind != "KEYS" && other.name != column.name);
    clustering.extend(rows.map(|other| (other.name.as_str(), other.ty.clone())));
    clustering.extend(indexed.path.map(|path| ("cell_path", path)));
    let numbered = clustering.iter().enumerate();
    columns.extend(numbered.map(|(at, (name, ty))| named(name, ty, ColumnKind::Clustering(at))));
    let mut table = new_table(&base.keyspace, &format!("{}.{}", base.name, index.name), columns, base.options.clone());
    table.partitioner = Keys::new("LocalPartitioner", &indexed.key).ok()?.partitioner;
    table.gc_grace_seconds = 0;
    table.id.clone_from(&base.id);
    Some(table)
}

fn named(name: &str, ty: &MarshalType, kind: ColumnKind) -> ColumnMetadata {
    ColumnMetadata { name: name.to_owned(), ty: ty.clone(), kind, mask: None, constraints: Vec::new() }
}

fn class(partitioner: &Partitioner) -> String {
    format!("org.apache.cassandra.dht.{}", partitioner.name())
}

/// `CassandraIndex.getFunctions`, `CassandraIndexFunctions.getIndexedPartitionKeyType`
fn indexed(ty: &MarshalType, target: &str) -> Indexed {
    let key = |key: &MarshalType| Indexed { key: key.clone(), path: None };
    match ty {
        MarshalType::List { element, multi_cell: true } => {
            Indexed { key: (**element).clone(), path: Some(NativeType::TimeUuid.into()) }
        }
        MarshalType::Set { element, multi_cell: true } => key(element),
        MarshalType::Map { key: keys, multi_cell: true, .. } if target.starts_with("keys(") => key(keys),
        MarshalType::Map { key: keys, value, multi_cell: true } if target.starts_with("entries(") => {
            key(&MarshalType::Composite(vec![(**keys).clone(), (**value).clone()]))
        }
        MarshalType::Map { key: keys, value, multi_cell: true } => {
            Indexed { key: (**value).clone(), path: Some((**keys).clone()) }
        }
        other => key(other.unreversed()),
    }
}
