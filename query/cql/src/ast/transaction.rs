//! BEGIN TRANSACTION … COMMIT TRANSACTION, of 6.0.

use super::{Expr, ModifyStatement, Name, Operator, Select};

/// A transaction.
#[derive(Debug, Clone, PartialEq)]
pub struct Transaction {
    /// What is read first.
    pub lets: Vec<Let>,
    /// What it returns.
    pub result: Option<TransactionResult>,
    /// On what condition it writes.
    pub conditions: Vec<TransactionCondition>,
    /// What it writes.
    pub statements: Vec<ModifyStatement>,
}

/// `LET name = (SELECT …)`
#[derive(Debug, Clone, PartialEq)]
pub struct Let {
    /// The name.
    pub name: Name,
    /// The rows.
    pub select: Select,
}

/// What a transaction returns.
#[derive(Debug, Clone, PartialEq)]
pub enum TransactionResult {
    /// Rows.
    Select(Box<Select>),
    /// `SELECT name.column, …`
    References(Vec<Expr>),
}

/// A condition of a transaction.
#[derive(Debug, Clone, PartialEq)]
pub enum TransactionCondition {
    /// `name.column IS NULL`
    IsNull(Expr),
    /// `name.column IS NOT NULL`
    IsNotNull(Expr),
    /// `name.column = 1`
    Compare(Expr, Operator, Expr),
}
