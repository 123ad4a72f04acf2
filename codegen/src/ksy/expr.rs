//! The expression language: a subset of Kaitai's (formats: integers, text, truth values; no floats, no method calls with effects).

use crate::diag::Pos;

/// An expression and where it begins. Two are equal that say the same, wherever they stand.
#[derive(Debug, Clone)]
pub struct Expr {
    /// Where it begins.
    pub pos: Pos,
    /// What it is.
    pub kind: ExprKind,
}

impl PartialEq for Expr {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl Expr {
    /// A name.
    pub fn named(name: &str, pos: &Pos) -> Self {
        Expr { pos: pos.clone(), kind: ExprKind::Name(name.to_owned()) }
    }

    /// The name that it is.
    pub fn as_name(&self) -> Option<&str> {
        match &self.kind {
            ExprKind::Name(name) => Some(name),
            _ => None,
        }
    }

    /// The function that it calls by name, and the arguments.
    pub fn as_call(&self) -> Option<(&str, &[Expr])> {
        match &self.kind {
            ExprKind::Call(function, args) => Some((function.as_name()?, args)),
            _ => None,
        }
    }

    /// Calls `f` for it and everything in it.
    pub fn visit<'e>(&'e self, f: &mut dyn FnMut(&'e Expr)) {
        f(self);
        match &self.kind {
            ExprKind::Member(a, _) | ExprKind::Each(a) | ExprKind::Cast(a, _) | ExprKind::Unary(_, a) => a.visit(f),
            ExprKind::Index(a, b) | ExprKind::Binary(_, a, b) => {
                a.visit(f);
                b.visit(f);
            }
            ExprKind::Call(a, args) => {
                a.visit(f);
                args.iter().for_each(|x| x.visit(f));
            }
            ExprKind::Cond(a, b, c) => {
                a.visit(f);
                b.visit(f);
                c.visit(f);
            }
            ExprKind::Int(_)
            | ExprKind::Str(_)
            | ExprKind::Bool(_)
            | ExprKind::Name(_)
            | ExprKind::Enum(_)
            | ExprKind::SizeOf(_) => {}
        }
    }

    /// What is added to a field in it, if it is a sum of the field's value and something else.
    pub fn added_to(&self, field: &str) -> Option<&Expr> {
        let ExprKind::Binary(Binary::Add, a, b) = &self.kind else { return None };
        match (a.is_value_of(field), b.is_value_of(field)) {
            (true, false) => Some(b),
            (false, true) => Some(a),
            _ => None,
        }
    }

    fn is_value_of(&self, field: &str) -> bool {
        match &self.kind {
            ExprKind::Name(name) => name == field,
            ExprKind::Cast(inner, _) => inner.is_value_of(field),
            ExprKind::Member(inner, member) => member == "value" && inner.is_value_of(field),
            _ => false,
        }
    }

    /// The names in it, as often as they stand there.
    pub fn names(&self) -> Vec<&str> {
        let mut out = Vec::new();
        self.visit(&mut |e| out.extend(e.as_name()));
        out
    }

    /// Whether a name stands in it.
    pub fn mentions(&self, name: &str) -> bool {
        self.names().contains(&name)
    }

    /// How deep it is nested.
    pub(super) fn depth(&self) -> usize {
        let within = match &self.kind {
            ExprKind::Member(a, _) | ExprKind::Each(a) | ExprKind::Cast(a, _) | ExprKind::Unary(_, a) => a.depth(),
            ExprKind::Index(a, b) | ExprKind::Binary(_, a, b) => a.depth().max(b.depth()),
            ExprKind::Call(a, args) => args.iter().map(Expr::depth).fold(a.depth(), usize::max),
            ExprKind::Cond(a, b, c) => a.depth().max(b.depth()).max(c.depth()),
            ExprKind::Int(_)
            | ExprKind::Str(_)
            | ExprKind::Bool(_)
            | ExprKind::Name(_)
            | ExprKind::Enum(_)
            | ExprKind::SizeOf(_) => 0,
        };
        within + 1
    }
}

/// The kinds of expressions.
#[derive(Debug, Clone, PartialEq)]
pub enum ExprKind {
    /// A whole number.
    Int(i128),
    /// Text.
    Str(String),
    /// A truth value.
    Bool(bool),
    /// A name: field, parameter, instance, register, `_root`, `_parent`, `_io`, `_index`, `_`.
    Name(String),
    /// `a.b`
    Member(Box<Expr>, String),
    /// `a[i]`
    Index(Box<Expr>, Box<Expr>),
    /// `a[]`, each element (extension, in derivations only).
    Each(Box<Expr>),
    /// `f(a, b)` (extension functions) or `a.f(b)`.
    Call(Box<Expr>, Vec<Expr>),
    /// `a.as<T>`
    Cast(Box<Expr>, String),
    /// `not a`, `-a`
    Unary(Unary, Box<Expr>),
    /// `a + b` …
    Binary(Binary, Box<Expr>, Box<Expr>),
    /// `c ? a : b`
    Cond(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `file::enumeration::value`
    Enum(Vec<String>),
    /// `sizeof<file::type>`
    SizeOf(Vec<String>),
}

/// Operators with one operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unary {
    /// `not`
    Not,
    /// `-`
    Neg,
}

/// Operators with two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Binary {
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
