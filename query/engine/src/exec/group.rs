//! Groups of rows.

use cqlite_types::compare;

use crate::read::{Place, RowView};
use crate::restrict::clustering_columns;
use crate::schema::TableMetadata;
use crate::select::Selector;
use crate::term::BindValues;
use crate::{Result, Value};

/// Which rows are put together.
pub(crate) enum Grouping {
    /// All of them.
    Everything,
    /// Those of a partition whose first clustering values are equal; of the last of these, what a function makes of it.
    Prefix { length: usize, function: Option<Box<Selector>> },
}

/// What tells a group from others: the partition's key, its first clustering values, and what a function makes of the one behind them.
#[derive(Debug, Clone, Default)]
pub(crate) struct GroupKey {
    partition: Vec<Vec<u8>>,
    clustering: Vec<Value>,
    made: Option<Value>,
}

impl Grouping {
    /// The group of a row.
    pub(crate) fn key(&self, row: &RowView<'_>, bindings: &BindValues<'_>) -> Result<GroupKey> {
        let Grouping::Prefix { length, function } = self else { return Ok(GroupKey::default()) };
        let mut clustering = Vec::new();
        let columns = clustering_columns(row.table);
        let plain = *length - usize::from(function.is_some());
        for column in &columns[..plain] {
            debug_assert!(matches!(row.layout.place(*column), Place::Clustering(_)), "clustering columns come first");
            clustering.push(row.value(*column)?);
        }
        let input = || crate::select::Input::of_row(row);
        let made = function.as_ref().map(|function| function.value(&input(), bindings)).transpose()?;
        Ok(GroupKey { partition: row.key.to_vec(), clustering, made })
    }

    /// Whether two rows of a table are of one group: clustering values need not have the same bytes to be equal (`1.0` and `1.00` are).
    pub(crate) fn is_same(a: &GroupKey, b: &GroupKey, table: &TableMetadata) -> bool {
        let equal = |(index, (a, b)): (usize, (&Value, &Value))| match (a, b) {
            (Some(a), Some(b)) => {
                a == b || compare(table.columns[clustering_columns(table)[index]].ty.unreversed(), a, b).is_eq()
            }
            _ => a == b,
        };
        a.partition == b.partition
            && a.made == b.made
            && a.clustering.len() == b.clustering.len()
            && a.clustering.iter().zip(&b.clustering).enumerate().all(equal)
    }
}
