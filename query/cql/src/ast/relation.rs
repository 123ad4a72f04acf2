//! Conditions of WHERE.

use super::{Expr, Name};
use crate::span::Span;

/// A condition and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// The condition.
    pub kind: RelationKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of conditions.
#[derive(Debug, Clone, PartialEq)]
pub enum RelationKind {
    /// `c = 1`
    Column(Name, Operator, Operand),
    /// `c[k] = 1`
    Element(Name, Expr, Operator, Operand),
    /// `(c, d) = (1, 2)`
    Tuple(Vec<Name>, Operator, Operand),
    /// `token(p) > 1`
    Token(Vec<Name>, Operator, Operand),
    /// `c IS NOT NULL`
    IsNotNull(Name),
    /// `expr(index, 'text')`
    Custom(super::TableName, Expr),
}

/// How values are compared (`org.apache.cassandra.cql3.Operator`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operator {
    /// `=`
    Eq,
    /// `!=`
    Neq,
    /// `<`
    Lt,
    /// `<=`
    Lte,
    /// `>`
    Gt,
    /// `>=`
    Gte,
    /// `IN`
    In,
    /// `NOT IN`
    NotIn,
    /// `BETWEEN`
    Between,
    /// `CONTAINS`
    Contains,
    /// `CONTAINS KEY`
    ContainsKey,
    /// `NOT CONTAINS`
    NotContains,
    /// `NOT CONTAINS KEY`
    NotContainsKey,
    /// `LIKE`
    Like,
}

impl Operator {
    /// The operator as a statement has it.
    pub fn text(self) -> &'static str {
        match self {
            Operator::Eq => "=",
            Operator::Neq => "!=",
            Operator::Lt => "<",
            Operator::Lte => "<=",
            Operator::Gt => ">",
            Operator::Gte => ">=",
            Operator::In => "IN",
            Operator::NotIn => "NOT IN",
            Operator::Between => "BETWEEN",
            Operator::Contains => "CONTAINS",
            Operator::ContainsKey => "CONTAINS KEY",
            Operator::NotContains => "NOT CONTAINS",
            Operator::NotContainsKey => "NOT CONTAINS KEY",
            Operator::Like => "LIKE",
        }
    }
}

impl std::fmt::Display for Operator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.text())
    }
}

/// What stands behind an operator.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// One value.
    One(Expr),
    /// `(a, b)` of IN.
    Values(Vec<Expr>),
    /// `IN ?`: a marker for the list itself.
    Marker(Option<Name>),
    /// `a AND b` of BETWEEN.
    Range(Expr, Expr),
}
