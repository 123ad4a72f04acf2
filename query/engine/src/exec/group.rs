//! Groups of rows.

use crate::read::{Place, RowView};
use crate::restrict::clustering_columns;
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

/// What tells a group from others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct GroupKey(Vec<Value>);

impl Grouping {
    /// The group of a row.
    pub(crate) fn key(&self, row: &RowView<'_>, bindings: &BindValues<'_>) -> Result<GroupKey> {
        let Grouping::Prefix { length, function } = self else { return Ok(GroupKey::default()) };
        let mut values: Vec<Value> = row.key.iter().cloned().map(Some).collect();
        let columns = clustering_columns(row.table);
        let plain = *length - usize::from(function.is_some());
        for column in &columns[..plain] {
            debug_assert!(matches!(row.layout.place(*column), Place::Clustering(_)), "clustering columns come first");
            values.push(row.value(*column)?);
        }
        if let Some(function) = function {
            values.push(function.value(&crate::select::Input::of_row(row), bindings)?);
        }
        Ok(GroupKey(values))
    }
}
