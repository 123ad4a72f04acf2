//! Values and what is selected: `Selectable.Raw` and `Term.Raw` in one.

use super::{FunctionName, Name, NativeType, TypeName};
use crate::span::Span;

/// An expression and where it stands. Values in WHERE, VALUES and SET have neither columns, fields nor elements: the parser sees to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of expressions.
#[derive(Debug, Clone, PartialEq)]
pub enum ExprKind {
    /// A column; in a value, the name of a field before its colon.
    Column(Name),
    /// A constant.
    Literal(Literal),
    /// `null`
    Null,
    /// `?` or `:name`
    Marker(Option<Name>),
    /// `[a, b]`
    List(Vec<Expr>),
    /// `{a, b}`; without elements also a map.
    Set(Vec<Expr>),
    /// `{a: b}`; where each key is a [`ExprKind::Column`], a value of a user-defined type.
    Map(Vec<(Expr, Expr)>),
    /// `(a, b)`; of one element, a selected expression in parentheses as well.
    Tuple(Vec<Expr>),
    /// `(int) a`
    TypeHint(TypeName, Box<Expr>),
    /// `CAST(a AS int)`
    Cast(Box<Expr>, NativeType),
    /// `f(a, b)`
    Call(FunctionName, Vec<Expr>),
    /// `COUNT(*)`
    CountStar,
    /// `WRITETIME(c)`, `MAXWRITETIME(c)`, `TTL(c)`
    Cell(CellFact, Box<Expr>),
    /// `a + b`
    Arithmetic(ArithmeticOperator, Box<Expr>, Box<Expr>),
    /// `-a`
    Negation(Box<Expr>),
    /// `a.field`
    Field(Box<Expr>, Name),
    /// `a[key]`
    Element(Box<Expr>, Box<Expr>),
    /// `a[from..to]`
    Slice(Box<Expr>, Option<Box<Expr>>, Option<Box<Expr>>),
}

/// A constant as it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Literal {
    /// What it looks like.
    pub kind: LiteralKind,
    /// Its text; of a string, what stands within the apostrophes.
    pub text: String,
}

/// What constants look like (`Constants.Type`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LiteralKind {
    /// `'a'`
    String,
    /// `1`
    Integer,
    /// `1.5`, `NaN`
    Float,
    /// `true`
    Boolean,
    /// `1h`
    Duration,
    /// `0xff`
    Hex,
    /// A UUID.
    Uuid,
}

impl std::fmt::Display for Literal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.kind {
            LiteralKind::String => write!(f, "'{}'", self.text.replace('\'', "''")),
            _ => f.write_str(&self.text),
        }
    }
}

/// What is asked about a cell rather than its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellFact {
    /// When it was written, in microseconds.
    WriteTime,
    /// The latest time at which a part of it was written.
    MaxWriteTime,
    /// The seconds that it still has to live.
    Ttl,
}

impl CellFact {
    /// Its function's name.
    pub fn name(self) -> &'static str {
        match self {
            CellFact::WriteTime => "writetime",
            CellFact::MaxWriteTime => "maxwritetime",
            CellFact::Ttl => "ttl",
        }
    }
}

/// The operators between numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArithmeticOperator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `%`
    Modulo,
}

impl ArithmeticOperator {
    /// Its sign.
    pub fn symbol(self) -> char {
        match self {
            ArithmeticOperator::Add => '+',
            ArithmeticOperator::Subtract => '-',
            ArithmeticOperator::Multiply => '*',
            ArithmeticOperator::Divide => '/',
            ArithmeticOperator::Modulo => '%',
        }
    }
}
