//! INSERT, UPDATE, DELETE, BATCH.

use super::{Expr, Name, Operand, Operator, Relation, TableName};

/// USING.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Using {
    /// TIMESTAMP.
    pub timestamp: Option<Expr>,
    /// TTL.
    pub ttl: Option<Expr>,
}

/// INSERT.
#[derive(Debug, Clone, PartialEq)]
pub struct Insert {
    /// Into which table.
    pub table: TableName,
    /// What.
    pub what: InsertWhat,
    /// IF NOT EXISTS.
    pub if_not_exists: bool,
    /// USING.
    pub using: Using,
}

/// What is inserted.
#[derive(Debug, Clone, PartialEq)]
pub enum InsertWhat {
    /// `(columns) VALUES (values)`
    Values(Vec<Name>, Vec<Expr>),
    /// `JSON '…'`
    Json(Expr, JsonDefault),
}

/// What columns become that the JSON has not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonDefault {
    /// Deleted.
    Null,
    /// Left as they are.
    Unset,
}

/// UPDATE.
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    /// Which table.
    pub table: TableName,
    /// USING.
    pub using: Using,
    /// SET.
    pub assignments: Vec<Assignment>,
    /// Which rows.
    pub relations: Vec<Relation>,
    /// IF.
    pub conditions: Conditions,
}

/// `c = 1`
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    /// Which column.
    pub column: Name,
    /// What it becomes.
    pub kind: AssignmentKind,
}

/// What a column becomes.
#[derive(Debug, Clone, PartialEq)]
pub enum AssignmentKind {
    /// `c = v`
    Set(Expr),
    /// `c = v + c`
    Prepend(Expr),
    /// `c = c + v`, `c += v`
    Add(Expr),
    /// `c = c - v`, `c -= v`
    Subtract(Expr),
    /// `c[k] = v`
    Element(Expr, Expr),
    /// `c.f = v`
    Field(Name, Expr),
}

/// DELETE.
#[derive(Debug, Clone, PartialEq)]
pub struct Delete {
    /// Which parts of rows; none for all of them.
    pub what: Vec<Deletion>,
    /// From which table.
    pub table: TableName,
    /// USING TIMESTAMP.
    pub timestamp: Option<Expr>,
    /// Which rows.
    pub relations: Vec<Relation>,
    /// IF.
    pub conditions: Conditions,
}

/// A part of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Deletion {
    /// `c`
    Column(Name),
    /// `c[k]`
    Element(Name, Expr),
    /// `c.f`
    Field(Name, Name),
}

/// IF.
#[derive(Debug, Clone, PartialEq)]
pub enum Conditions {
    /// Always.
    None,
    /// IF EXISTS.
    Exists,
    /// IF c = 1 AND …
    If(Vec<Condition>),
}

/// A condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// The column or its part.
    pub target: ConditionTarget,
    /// How it is compared.
    pub operator: Operator,
    /// With what.
    pub operand: Operand,
}

/// What is compared.
pub type ConditionTarget = Deletion;

/// BEGIN BATCH … APPLY BATCH.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// Its kind.
    pub kind: BatchKind,
    /// USING.
    pub using: Using,
    /// Its statements.
    pub statements: Vec<ModifyStatement>,
}

/// The kinds of batches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the word it is called")]
pub enum BatchKind {
    Logged,
    Unlogged,
    Counter,
}

/// A statement of a batch.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "each is the statement it is called")]
pub enum ModifyStatement {
    Insert(Insert),
    Update(Update),
    Delete(Delete),
}
