//! SELECT.

use super::{Expr, Name, Properties, Relation, TableName};

/// A SELECT statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Select {
    /// Whether rows are given as JSON.
    pub json: bool,
    /// Whether only partition keys and static columns are given.
    pub distinct: bool,
    /// What is given.
    pub selection: Selection,
    /// Of which table.
    pub from: TableName,
    /// Which rows.
    pub relations: Vec<Relation>,
    /// GROUP BY.
    pub group_by: Vec<Expr>,
    /// ORDER BY.
    pub order_by: Vec<Ordering>,
    /// PER PARTITION LIMIT.
    pub per_partition_limit: Option<Limit>,
    /// LIMIT.
    pub limit: Option<Limit>,
    /// ALLOW FILTERING.
    pub allow_filtering: bool,
    /// WITH: what 6.0 calls select options.
    pub options: Properties,
}

/// A number of rows: an integer or a marker.
pub type Limit = Expr;

/// What is selected.
#[derive(Debug, Clone, PartialEq)]
pub enum Selection {
    /// `*`
    All,
    /// The columns said.
    Columns(Vec<Selector>),
}

/// A column of the result.
#[derive(Debug, Clone, PartialEq)]
pub struct Selector {
    /// What is computed.
    pub expr: Expr,
    /// Its name, by AS.
    pub alias: Option<Name>,
}

/// An ordering.
#[derive(Debug, Clone, PartialEq)]
pub struct Ordering {
    /// By which column.
    pub column: Name,
    /// ANN OF: by nearness to a vector.
    pub ann_of: Option<Expr>,
    /// In which direction.
    pub direction: Direction,
}

/// A direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The smallest first.
    Ascending,
    /// The largest first.
    Descending,
}
