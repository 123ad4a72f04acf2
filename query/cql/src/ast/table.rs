//! CREATE TABLE and ALTER TABLE.

use super::{Direction, Expr, FunctionName, Name, Operator, Properties, TableName, TypeName};

/// CREATE TABLE.
#[derive(Debug, Clone, PartialEq)]
pub struct CreateTable {
    /// Its name.
    pub name: TableName,
    /// IF NOT EXISTS.
    pub if_not_exists: bool,
    /// Its columns, in order.
    pub columns: Vec<ColumnDefinition>,
    /// Each PRIMARY KEY (…) that is said.
    pub primary_keys: Vec<PrimaryKey>,
    /// What stands behind WITH.
    pub properties: TableProperties,
}

/// What stands behind WITH.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableProperties {
    /// `name = value`
    pub properties: Properties,
    /// COMPACT STORAGE.
    pub compact_storage: bool,
    /// CLUSTERING ORDER BY.
    pub clustering_order: Vec<(Name, Direction)>,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnDefinition {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub ty: TypeName,
    /// Whether partitions have it once.
    pub is_static: bool,
    /// Whether it is the primary key by itself.
    pub is_primary_key: bool,
    /// How it is shown to those who may not see it.
    pub mask: Option<ColumnMask>,
    /// What its values have to fulfil.
    pub constraints: Vec<Constraint>,
}

/// PRIMARY KEY (…).
#[derive(Debug, Clone, PartialEq)]
pub struct PrimaryKey {
    /// The columns that make the partition key.
    pub partition: Vec<Name>,
    /// The columns by which rows are in order.
    pub clustering: Vec<Name>,
}

/// MASKED WITH.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnMask {
    /// Its function; none for DEFAULT.
    pub function: Option<FunctionName>,
    /// The function's arguments but the first.
    pub arguments: Vec<Expr>,
}

/// CHECK.
#[derive(Debug, Clone, PartialEq)]
pub enum Constraint {
    /// NOT NULL
    NotNull,
    /// `f(c) < 1`, `f(c)`, `f`
    Function(Name, Vec<Expr>, Option<(Operator, Expr)>),
    /// `c < 1`
    Scalar(Name, Operator, Expr),
}

/// CREATE TABLE … LIKE.
#[derive(Debug, Clone, PartialEq)]
pub struct CopyTable {
    /// The new table.
    pub name: TableName,
    /// IF NOT EXISTS.
    pub if_not_exists: bool,
    /// The table it is made like.
    pub like: TableName,
    /// INDEXES, COMMENTS, SECURITY LABELS.
    pub also: Vec<&'static str>,
    /// `name = value`
    pub properties: Properties,
}

/// ALTER TABLE.
#[derive(Debug, Clone, PartialEq)]
pub struct AlterTable {
    /// Which table.
    pub name: TableName,
    /// IF EXISTS.
    pub if_exists: bool,
    /// What is changed.
    pub action: AlterTableAction,
}

/// What is changed of a table.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "each is the clause it is called")]
pub enum AlterTableAction {
    Type { column: Name, ty: TypeName },
    Mask { column: Name, if_exists: bool, mask: Option<ColumnMask> },
    Constraints { column: Name, if_exists: bool, constraints: Vec<Constraint> },
    Add { if_not_exists: bool, columns: Vec<ColumnDefinition> },
    Drop { if_exists: bool, columns: Vec<Name>, timestamp: Option<i64> },
    Rename { if_exists: bool, columns: Vec<(Name, Name)> },
    DropCompactStorage,
    With(Properties),
}
