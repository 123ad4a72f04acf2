//! Expressions as the specification writes them.

use super::spec::Int;
use crate::native::Function;

/// An expression.
#[derive(Debug)]
pub enum Expr {
    /// A whole number; a value of an enumeration.
    Int(i64),
    /// A truth value.
    Bool(bool),
    /// Text.
    Text(&'static str),
    /// A field, parameter or value of the own type.
    Name(&'static str),
    /// One of the parent.
    Parent(&'static str),
    /// A parameter of the file's type.
    Root(&'static str),
    /// One of the element read last (`repeat-until`).
    Item(&'static str),
    /// `_index`
    Index,
    /// `_io.pos`
    Pos,
    /// `_io.size`
    Size,
    /// `_io.eof`
    Eof,
    /// `a.b`
    Member(&'static Expr, &'static str),
    /// `a[i]`
    Element(&'static Expr, &'static Expr),
    /// `a.as<T>`
    Cast(&'static Expr, Int),
    /// `not a`
    Not(&'static Expr),
    /// `-a`
    Neg(&'static Expr),
    /// An operator with two operands.
    Of(Op, &'static Expr, &'static Expr),
    /// `c ? a : b`
    If(&'static Expr, &'static Expr, &'static Expr),
    /// A stored difference and what it is to: the sum wraps around.
    Delta(&'static Expr, &'static Expr),
    /// The one, or where it is absent the other.
    Else(&'static Expr, &'static Expr),
    /// Nothing, of bytes, text or a list.
    Empty,
    /// A function of the runtime.
    Call(Function, &'static [Expr]),
}

/// Operators with two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Op {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    BitAnd,
    BitOr,
    BitXor,
    Shl,
    Shr,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    And,
    Or,
}
