//! Widths that are said besides the fields that have them: in each version they are those of what it has.

use super::analysis::{derivations, field_exprs};
use super::presence::{truth, versions};
use super::width::{bytes_of_number, is_asked, Width};
use super::{
    Binary, Expr, ExprKind, Field, FieldTy, Function, Io, Place, Program, Size, Truth, Type, TypeId, TypeKind, Unary,
    VersionRow,
};
use crate::diag::Diagnostics;

/// Values within values that are gone through at most.
const MOST_VALUES: usize = 32;

/// Notes widths that are not those of the version.
pub fn check(p: &Program, widths: &[Width], diags: &mut Diagnostics) {
    for (id, t) in p.types.iter().enumerate() {
        let mut noted: Vec<&Width> = Vec::new();
        for (root, v) in versions(p) {
            let at = At { p, id, root, v };
            for e in at.evaluated() {
                at.asked(e, &mut |e| {
                    let Some(w) = is_asked(e, widths).filter(|w| !noted.iter().any(|x| x.pos == w.pos)) else { return };
                    let (of, place) = w.of;
                    let Some(f) = p.types[of].stored_at(place) else { return };
                    if (At { id: of, ..at }).has(f) == Truth::No {
                        noted.push(w);
                        let message = format!("_sizeof of {}, which version {} does not have", f.id, v.letters);
                        diags.error_help(&e.pos, message, format!("v.has_… ? other._sizeof : {}._sizeof", f.id));
                    }
                });
            }
        }
        rest(p, id, t, diags);
    }
}

/// What is said to be all that is left of a stream, but for so many bytes, leaves as many as the other fields take.
fn rest(p: &Program, id: TypeId, t: &Type, diags: &mut Diagnostics) {
    let is_alone = |f: &Field| !f.has(id) || !matches!(f.size, Size::Own);
    let in_others = || p.types.iter().flat_map(Type::stored);
    let is_used = t.parent.is_none() || in_others().any(|f| f.has(id));
    if !t.bodies.is_empty() || t.preserve_trailing || !is_used || !in_others().all(is_alone) {
        return;
    }
    for f in &t.fields {
        let (Size::Bytes(e), true) = (&f.size, f.once() && f.cond.is_none()) else { continue };
        for (root, v) in versions(p) {
            let at = At { p, id, root, v };
            let others: Option<i128> =
                t.fields.iter().filter(|x| x.place != f.place).try_fold(0, |sum, x| match at.has(x) {
                    Truth::No => Some(sum),
                    Truth::Yes => Some(sum + bytes_of_number(x)?),
                    Truth::Depends => None,
                });
            if let (Some((1, left)), Some(others)) = (at.of_stream(e, MOST_VALUES), others) {
                if -left != others {
                    let message = format!(
                        "{} leaves {} bytes of the stream in version {}, where the other fields of {} take {others}",
                        f.id, -left, v.letters, t.id
                    );
                    diags.error_help(
                        &e.pos,
                        message,
                        "_io.size - other._sizeof, for each other field that the version has",
                    );
                    break;
                }
            }
        }
    }
}

/// A type in a version.
#[derive(Clone, Copy)]
pub(super) struct At<'p> {
    pub p: &'p Program,
    pub id: TypeId,
    pub root: TypeId,
    pub v: &'p VersionRow,
}

impl<'p> At<'p> {
    /// What it says of a condition.
    pub fn truth(&self, e: &Expr) -> Truth {
        truth(self.p, self.id, e, self.root, self.v)
    }

    /// Whether the version has a field.
    pub fn has(&self, f: &Field) -> Truth {
        f.cond.as_ref().map_or(Truth::Yes, |c| self.truth(c))
    }

    /// The expressions that are evaluated for the version.
    pub fn evaluated(&self) -> Vec<&'p Expr> {
        let t = &self.p.types[self.id];
        let fields = t.stored().filter(|f| self.has(f) != Truth::No);
        let mut all: Vec<&Expr> = fields.flat_map(|f| field_exprs(f).into_iter().chain(derivations(f))).collect();
        all.extend(t.bodies.iter().map(|b| &b.at));
        all.extend(t.values.iter().map(|v| &v.expr));
        all.extend(t.state.iter().chain(&t.enter).chain(&t.leave).map(|(_, e)| e));
        all
    }

    /// Calls `f` for each part of an expression that the version asks for.
    pub fn asked<'e>(&self, e: &'e Expr, f: &mut dyn FnMut(&'e Expr)) {
        f(e);
        let parts = match &e.kind {
            ExprKind::Cond(c, a, b) => match self.truth(c) {
                Truth::Yes => vec![&**a],
                Truth::No => vec![&**b],
                Truth::Depends => e.parts(),
            },
            ExprKind::Binary(Binary::And, a, _) if self.truth(a) == Truth::No => vec![&**a],
            ExprKind::Binary(Binary::Or, a, _) if self.truth(a) == Truth::Yes => vec![&**a],
            // Of what is not there these are 0, or false.
            ExprKind::Call(function, _) if !matches!(function, Function::Native(_)) => Vec::new(),
            _ => e.parts(),
        };
        parts.into_iter().for_each(|part| self.asked(part, f));
    }

    /// The one number that an expression is.
    pub fn constant(&self, e: &Expr) -> Option<i128> {
        self.of_stream(e, MOST_VALUES).filter(|found| found.0 == 0).map(|found| found.1)
    }

    /// How far before the end of the stream a position is, if it is told from there.
    pub fn before_end(&self, e: &Expr) -> Option<i128> {
        self.of_stream(e, MOST_VALUES).filter(|found| found.0 == 1).map(|found| -found.1)
    }

    /// The bytes that a field has, if all its values have so many.
    pub fn bytes_of(&self, f: &Field) -> Option<i128> {
        match (&f.ty, &f.size) {
            _ if !f.once() => None,
            (_, Size::Bytes(e)) => self.constant(e),
            (FieldTy::User(c, _), Size::Own) if self.p.types[*c].kind == TypeKind::Plain => {
                let (t, at) = (&self.p.types[*c], At { id: *c, ..*self });
                t.fields.iter().try_fold(0, |sum, f| match at.has(f) {
                    Truth::No => Some(sum),
                    Truth::Yes => Some(sum + bytes_of_number(f)?),
                    Truth::Depends => None,
                })
            }
            _ => bytes_of_number(f),
        }
    }

    /// How often the size of the stream is in a sum, and what else is, if that is one number.
    fn of_stream(&self, e: &Expr, left: usize) -> Option<(i128, i128)> {
        let inner = |e: &Expr| self.of_stream(e, left);
        match &e.kind {
            ExprKind::Int(n) => Some((0, *n)),
            ExprKind::Io(Io::Size) => Some((1, 0)),
            ExprKind::Cast(a, _) => inner(a),
            ExprKind::Binary(op @ (Binary::Add | Binary::Sub), a, b) => {
                let ((x, m), (y, n)) = (inner(a)?, inner(b)?);
                let sign = if *op == Binary::Add { 1 } else { -1 };
                Some((x + sign * y, m.checked_add(n.checked_mul(sign)?)?))
            }
            ExprKind::Unary(Unary::Neg, a) => match inner(a)? {
                (0, n) => Some((0, n.checked_neg()?)),
                _ => None,
            },
            ExprKind::Binary(op, a, b) => match (inner(a)?, inner(b)?) {
                ((0, m), (0, n)) => Some((0, computed(*op, m, n)?)),
                _ => None,
            },
            ExprKind::Cond(c, a, b) => match self.truth(c) {
                Truth::Yes => inner(a),
                Truth::No => inner(b),
                Truth::Depends => None,
            },
            ExprKind::Name(place @ Place::Value(_)) => {
                let v = self.p.types[self.id].value_at(*place).filter(|v| v.cond.is_none() && !v.is_native())?;
                self.of_stream(&v.expr, left.checked_sub(1)?)
            }
            _ => None,
        }
    }
}

/// What an operator gives, if it is a number that the operands have.
fn computed(op: Binary, m: i128, n: i128) -> Option<i128> {
    match op {
        Binary::Mul => m.checked_mul(n),
        Binary::Div if n > 0 => Some(m.div_euclid(n)),
        Binary::Rem if n > 0 => Some(m.rem_euclid(n)),
        Binary::Shl if (0..64).contains(&n) => m.checked_mul(1 << n),
        Binary::Shr if (0..64).contains(&n) => Some(m >> n),
        Binary::BitAnd => Some(m & n),
        Binary::BitOr => Some(m | n),
        Binary::BitXor => Some(m ^ n),
        _ => None,
    }
}
