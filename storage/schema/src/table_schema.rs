use cqlite_format::statistics::{ColumnList, SerializationHeader};
use cqlite_runtime::marshal::MarshalType;

use crate::partitioner::PartitionerError;
use crate::{Column, Keys};

/// A table as far as an SSTable tells it: types of the primary key, which has no names there, and all other columns that the SSTable's
/// rows may have.
///
/// Reference: `SerializationHeader.Component`, `Util.metadataFromSSTable`.
#[derive(Debug, Clone)]
pub struct TableSchema {
    /// Partition keys, and their order.
    pub keys: Keys,
    /// Types of the clustering columns; of those in descending order they are reversed.
    pub clustering: Vec<MarshalType>,
    /// Columns of static rows, in their order.
    pub static_columns: Vec<Column>,
    /// Columns of other rows, in their order.
    pub regular_columns: Vec<Column>,
}

impl TableSchema {
    /// The table that a header describes, whose partitioner is of a class.
    ///
    /// # Errors
    /// A partitioner that is not Cassandra's own.
    pub fn of_header(header: &SerializationHeader, partitioner: &str) -> Result<Self, PartitionerError> {
        Ok(TableSchema {
            keys: Keys::new(partitioner, &header.key_type.marshal)?,
            clustering: header.clustering_types.iter().map(|ty| ty.marshal.clone()).collect(),
            static_columns: columns(&header.static_columns),
            regular_columns: columns(&header.regular_columns),
        })
    }

    /// Takes the columns of another header.
    pub fn set_columns(&mut self, header: &SerializationHeader) {
        self.static_columns = columns(&header.static_columns);
        self.regular_columns = columns(&header.regular_columns);
    }

    /// The types of the columns that the partition key is made of; none if the header does not tell them.
    #[must_use]
    pub fn key_columns(&self) -> &[MarshalType] {
        match &self.keys.key_type {
            Some(MarshalType::Composite(types)) => types,
            Some(other) => std::slice::from_ref(other),
            None => &[],
        }
    }

    /// The columns of static rows, or of the others.
    #[inline]
    #[must_use]
    pub fn columns(&self, is_static: bool) -> &[Column] {
        if is_static {
            &self.static_columns
        } else {
            &self.regular_columns
        }
    }

    /// The column of a name, whether it is static, and its index among those of its kind.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<(&Column, bool, usize)> {
        let find = |is_static| {
            let columns = self.columns(is_static);
            let index = columns.iter().position(|column| column.name == name.as_bytes())?;
            Some((&columns[index], is_static, index))
        };
        find(false).or_else(|| find(true))
    }
}

fn columns(list: &ColumnList) -> Vec<Column> {
    let column =
        |c: &cqlite_format::statistics::Column| Column { name: c.name.data.clone(), ty: c.column_type.marshal.clone() };
    list.columns.iter().map(column).collect()
}
