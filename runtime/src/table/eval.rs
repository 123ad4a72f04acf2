//! Evaluating expressions.

use super::dynamic::Dyn;
use super::expr::{Expr, Op};
use super::frame::{Frame, Scope};
use super::operator;
use crate::error::{ReadError, ReadErrorKind, Result};
use crate::site::Site;

/// What expressions see, and where their errors are.
#[derive(Clone, Copy)]
pub(super) struct Context<'c, 'p> {
    pub(super) scope: &'c Scope<'p>,
    /// The values that this one is in, the innermost last.
    pub(super) frames: &'c [Frame<'p>],
    /// `_index`
    pub(super) index: Option<u64>,
    /// `_`, and what it is in.
    pub(super) item: Option<(&'c Scope<'p>, &'c [Frame<'p>])>,
    pub(super) io: Io,
    /// Place of errors.
    pub(super) offset: u64,
    pub(super) site: &'static Site,
}

/// `_io`
#[derive(Debug, Clone, Copy)]
pub(super) struct Io {
    pub(super) pos: u64,
    pub(super) size: u64,
}

impl<'c, 'p> Context<'c, 'p> {
    /// An error at the place.
    pub(super) fn error(&self, kind: ReadErrorKind) -> ReadError {
        ReadError::new(kind, self.offset, self.site)
    }

    /// The same for all elements of an array.
    pub(super) fn without_index(&self) -> Self {
        Context { index: None, ..*self }
    }

    fn ok<T>(&self, computed: std::result::Result<T, ReadErrorKind>) -> Result<T> {
        computed.map_err(|kind| self.error(kind))
    }

    /// A value as a whole number.
    pub(super) fn number_of(&self, v: &Dyn<'_>) -> Result<i64> {
        self.ok(operator::number(v))
    }

    /// An expression that is a whole number.
    pub(super) fn number(&self, e: &'static Expr) -> Result<i64> {
        self.number_of(&self.eval(e)?)
    }

    /// An expression that is a truth value.
    pub(super) fn truth(&self, e: &'static Expr) -> Result<bool> {
        match self.eval(e)? {
            Dyn::Bool(b) => Ok(b),
            _ => Err(self.error(ReadErrorKind::Overflow)),
        }
    }

    /// An expression's value, which must be there.
    pub(super) fn eval(&self, e: &'static Expr) -> Result<Dyn<'p>> {
        match self.raw(e)? {
            Dyn::Absent => {
                let field = match e {
                    Expr::Name(n) | Expr::Parent(n) | Expr::Root(n) | Expr::Item(n) | Expr::Member(_, n) => n,
                    _ => "value",
                };
                Err(self.error(ReadErrorKind::Absent { field }))
            }
            value => Ok(value),
        }
    }

    /// An expression as an argument: numbers are handed over in 64 bits with sign.
    pub(super) fn arg(&self, e: &'static Expr) -> Result<Dyn<'p>> {
        match self.eval(e)? {
            n @ Dyn::Unsigned(_) => self.number_of(&n).map(Dyn::Signed),
            value => Ok(value),
        }
    }

    /// An expression's value, there or not.
    pub(super) fn raw(&self, e: &'static Expr) -> Result<Dyn<'p>> {
        Ok(match e {
            Expr::Int(n) => Dyn::Signed(*n),
            Expr::Bool(b) => Dyn::Bool(*b),
            Expr::Text(t) => Dyn::Text((*t).into()),
            Expr::Name(name) => self.name(name)?,
            Expr::Parent(name) => self.parent(name)?,
            Expr::Root(name) => {
                let root = &self.scope.root;
                param(root.table.params, &root.params, name).unwrap_or(Dyn::Absent)
            }
            Expr::Item(name) => match self.item {
                Some((scope, frames)) => Context { scope, frames, item: None, ..*self }.name(name)?,
                None => Dyn::Absent,
            },
            Expr::Index => self.index.map_or(Dyn::Absent, |i| Dyn::Signed(i as i64)),
            Expr::Pos => Dyn::Signed(self.io.pos as i64),
            Expr::Size => Dyn::Signed(self.io.size as i64),
            Expr::Eof => Dyn::Bool(self.io.pos >= self.io.size),
            Expr::Member(of, name) => self.member(&self.eval(of)?, name)?,
            Expr::Element(of, index) => self.element(&self.eval(of)?, self.number(index)?)?,
            Expr::Cast(a, to) => self.ok(operator::cast(self.eval(a)?, *to))?,
            Expr::Not(a) => Dyn::Bool(!self.truth(a)?),
            Expr::Neg(a) => {
                let negated = self.number(a)?.checked_neg();
                Dyn::Signed(negated.ok_or_else(|| self.error(ReadErrorKind::Overflow))?)
            }
            Expr::Of(Op::And, a, b) => Dyn::Bool(self.truth(a)? && self.truth(b)?),
            Expr::Of(Op::Or, a, b) => Dyn::Bool(self.truth(a)? || self.truth(b)?),
            Expr::Of(op, a, b) => self.ok(operator::apply(*op, &self.eval(a)?, &self.eval(b)?))?,
            Expr::If(c, a, b) => self.eval(if self.truth(c)? { a } else { b })?,
            Expr::Delta(delta, base) => match self.raw(delta)? {
                Dyn::Absent => Dyn::Absent,
                delta => Dyn::Signed(self.ok(operator::wrapped(&delta))?.wrapping_add(self.number(base)?)),
            },
            Expr::Else(a, b) => match self.raw(a)? {
                Dyn::Absent => self.raw(b)?,
                there => there,
            },
            Expr::Empty => Dyn::List(Default::default()),
            Expr::Call(function, args) => {
                let args = args.iter().map(|a| self.raw(a)).collect::<Result<Vec<_>>>()?;
                function.call(&args).ok_or_else(|| self.error(ReadErrorKind::Overflow))?
            }
        })
    }

    /// A field, parameter or value of the own type.
    fn name(&self, name: &'static str) -> Result<Dyn<'p>> {
        let table = self.scope.table;
        if let Some(found) = param(table.params, &self.scope.params, name) {
            return Ok(found);
        }
        if let Some(i) = table.index_of(name) {
            return self.field(i);
        }
        let Some(value) = table.values.iter().find(|v| v.name == name) else { return Ok(Dyn::Absent) };
        match value.when {
            Some(when) if !self.truth(when)? => Ok(Dyn::Absent),
            // A value may be that of a field that is not there.
            _ => self.raw(&value.expr),
        }
    }

    /// A field, or what its other layouts hold, or what stands for it where the version does not have it.
    fn field(&self, part: usize) -> Result<Dyn<'p>> {
        let slot = |i: usize| self.scope.slots.get(i).cloned().unwrap_or(Dyn::Absent);
        let table = self.scope.table;
        let Some((field, _)) = table.part(part) else { return Ok(Dyn::Absent) };
        let others = field.layouts.iter().filter_map(|name| table.index_of(name));
        let there = std::iter::once(part).chain(others).map(slot).find(|v| !matches!(v, Dyn::Absent));
        match (there, field.absent, field.stored) {
            (Some(value), ..) => Ok(value),
            (None, Some(absent), _) => self.raw(absent),
            (None, None, Some(bytes)) => super::walker::stored(self, part, bytes),
            (None, None, None) => Ok(Dyn::Absent),
        }
    }

    fn parent(&self, name: &'static str) -> Result<Dyn<'p>> {
        let Some((parent, frames)) = self.frames.split_last() else { return Ok(Dyn::Absent) };
        let index = parent.index();
        Context { scope: &parent.scope, frames, index, item: None, ..*self }.name(name)
    }

    fn member(&self, of: &Dyn<'p>, name: &'static str) -> Result<Dyn<'p>> {
        let size = |n: usize| Dyn::Signed(i64::try_from(n).unwrap_or(i64::MAX));
        Ok(match (of, name) {
            (Dyn::Record(scope), _) => Context { scope, frames: &[], index: None, item: None, ..*self }.name(name)?,
            (Dyn::Object(object), "size") => match object.size() {
                Some(n) => size(n),
                None => object.member(name).unwrap_or(Dyn::Absent),
            },
            (Dyn::Object(object), _) => object.member(name).unwrap_or(Dyn::Absent),
            (Dyn::List(all), "size" | "length") => size(all.len()),
            (Dyn::Ahead(all), "size") => Dyn::Signed(i64::try_from(all.count).unwrap_or(i64::MAX)),
            (Dyn::Text(text), "size" | "length") => size(text.len()),
            (Dyn::Bytes(bytes), "size" | "length") => size(bytes.len()),
            (Dyn::Text(text), "to_i") => Dyn::Signed(text.parse().map_err(|_| self.error(ReadErrorKind::Overflow))?),
            // A native number, whatever it is called there, or a value of an enumeration.
            (Dyn::Signed(_) | Dyn::Unsigned(_), _) => of.clone(),
            (Dyn::Native(value), _) => value.member(name).unwrap_or(Dyn::Absent),
            _ => Dyn::Absent,
        })
    }

    fn element(&self, of: &Dyn<'p>, index: i64) -> Result<Dyn<'p>> {
        let at = usize::try_from(index).ok();
        let found = match of {
            Dyn::Ahead(all) => return all.get(index, self),
            Dyn::List(all) => at.and_then(|i| all.get(i).cloned()),
            Dyn::Object(object) => at.and_then(|i| object.element(i)),
            _ => None,
        };
        found.ok_or_else(|| self.error(ReadErrorKind::Overflow))
    }
}

fn param<'p>(names: &[&str], params: &[Dyn<'p>], name: &str) -> Option<Dyn<'p>> {
    names.iter().position(|n| *n == name).and_then(|i| params.get(i)).cloned()
}
