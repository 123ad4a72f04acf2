//! Types of operators, and what is known of the numbers that they give.

use super::resolve::{Resolver, Within};
use super::{Binary, Expr, ExprKind, Int, Ty, Unary};
use crate::diag::Pos;
use crate::ksy::expr::Expr as Written;

/// What is known of the numbers that an expression may give.
#[derive(Clone, Copy)]
pub(super) struct Range {
    /// At least minus 2 to the power of this, and below 2 to the power of this.
    pub(super) mag: u32,
    /// Not negative.
    pub(super) natural: bool,
}

impl Range {
    pub(super) fn of(ty: &Ty) -> Range {
        match ty {
            Ty::Int(i) => Range { mag: i.bytes * 8 - u32::from(i.signed), natural: !i.signed },
            _ => Range { mag: 64, natural: false },
        }
    }

    fn signed(mag: u32, natural: bool) -> Range {
        Range { mag: mag.min(63), natural }
    }
}

/// An expression, and what is known of its numbers.
pub(super) struct Typed {
    pub(super) expr: Expr,
    pub(super) range: Range,
}

impl Typed {
    pub(super) fn new(kind: ExprKind, ty: Ty, pos: &Pos) -> Typed {
        let range = Range::of(&ty);
        Typed { expr: Expr::new(kind, ty, pos), range }
    }

    pub(super) fn within(self, mag: u32, natural: bool) -> Typed {
        Typed { range: Range { mag, natural }, ..self }
    }

    pub(super) fn is_int(&self) -> bool {
        matches!(self.expr.ty, Ty::Int(_))
    }

    fn is_u64(&self) -> bool {
        self.expr.ty == Ty::Int(Int::U64)
    }

    fn literal(&self) -> Option<i128> {
        match self.expr.kind {
            ExprKind::Int(n) => Some(n),
            _ => None,
        }
    }
}

impl Resolver<'_> {
    /// Two expressions compared.
    pub fn comparison(&self, op: Binary, a: Expr, b: Expr, pos: &Pos) -> Expr {
        let typed = |expr: Expr| Typed { range: Range::of(&expr.ty), expr };
        self.binary(op, typed(a), typed(b), pos).expr
    }

    pub(super) fn literal(&self, n: i128, pos: &Pos) -> Typed {
        if i64::try_from(n).is_err() {
            return self.wrong(pos, format!("{n} does not fit 64 bits with sign"));
        }
        let mag = 128 - n.unsigned_abs().leading_zeros();
        Typed::new(ExprKind::Int(n), Ty::Int(Int::I64), pos).within(mag.min(63), n >= 0)
    }

    pub(super) fn negation(&self, a: &Written, pos: &Pos, at: Within) -> Typed {
        let inner = self.typed(a, at);
        if let Some(n) = inner.literal() {
            return self.literal(-n, pos);
        }
        if !matches!(inner.expr.ty, Ty::Int(_) | Ty::Wrong) {
            return self.wrong(&a.pos, "expected a whole number");
        }
        let Range { mag, natural } = inner.range;
        let kind = ExprKind::Unary(Unary::Neg, Box::new(inner.expr));
        Typed::new(kind, Ty::Int(Int::I64), pos).within((mag + u32::from(!natural)).min(63), false)
    }

    /// The same value in another type. A cast to what is no number only tells Kaitai what is known here.
    pub(super) fn cast(&self, inner: &Written, target: &str, pos: &Pos, at: Within) -> Typed {
        let v = self.typed(inner, at);
        match Int::parse(target, false) {
            Some(int) if v.is_int() => {
                let room = int.bytes * 8 - u32::from(int.signed);
                let Range { mag, natural } = v.range;
                let found = Typed::new(ExprKind::Cast(Box::new(v.expr), int), Ty::Int(int), pos);
                found.within(mag.min(room), natural || !int.signed)
            }
            _ => v,
        }
    }

    pub(super) fn cond(&self, [c, a, b]: [&Written; 3], pos: &Pos, at: Within) -> Typed {
        let c = self.truth(c, at);
        let (x, y) = (self.typed(a, at), self.typed(b, at));
        let (ty, range) = match (&x.expr.ty, &y.expr.ty) {
            (Ty::Wrong, _) | (_, Ty::Wrong) => (Ty::Wrong, x.range),
            (Ty::Int(_), Ty::Int(_)) if x.is_u64() && y.is_u64() => (Ty::Int(Int::U64), Range::of(&Ty::Int(Int::U64))),
            (Ty::Int(_), Ty::Int(_)) => {
                let natural = x.range.natural && y.range.natural;
                (Ty::Int(Int::I64), Range::signed(x.range.mag.max(y.range.mag), natural))
            }
            (t, u) if t == u => (t.clone(), Range::of(t)),
            _ => return self.wrong(pos, "the two values of a condition are of different types"),
        };
        let kind = ExprKind::Cond(Box::new(c), Box::new(x.expr), Box::new(y.expr));
        Typed { expr: Expr::new(kind, ty, pos), range }
    }

    pub(super) fn binary(&self, op: Binary, x: Typed, y: Typed, pos: &Pos) -> Typed {
        use Binary::{Add, And, BitAnd, BitOr, BitXor, Div, Eq, Ge, Gt, Le, Lt, Mul, Ne, Or, Rem, Shl, Shr, Sub};
        if let And | Or = op {
            let (a, b) = (self.as_truth(x.expr), self.as_truth(y.expr));
            return Typed::new(ExprKind::Binary(op, Box::new(a), Box::new(b)), Ty::Bool, pos);
        }
        match (&x.expr.ty, &y.expr.ty) {
            (Ty::Wrong, _) | (_, Ty::Wrong) | (Ty::Int(_), Ty::Int(_)) => {}
            (Ty::Enum(m), Ty::Enum(n)) if m == n && matches!(op, Eq | Ne) => {}
            _ => return self.wrong(pos, "the operator does not fit the types of its operands"),
        }
        let wide = x.is_u64() || y.is_u64() && matches!(op, BitAnd | BitOr | BitXor);
        let (a, b, by) = (x.range, y.range, y.literal());
        let both = a.natural && b.natural;
        let turned = u32::from(!a.natural && !b.natural);
        let (mag, natural) = match op {
            Add => (a.mag.max(b.mag) + 1, both),
            Sub => (a.mag.max(b.mag) + 1, false),
            Mul => (a.mag + b.mag + turned, both),
            Div => (a.mag + turned, both),
            Rem => (b.mag, true),
            BitAnd => {
                let mag = [a, b].iter().filter(|r| r.natural).map(|r| r.mag).min();
                (mag.unwrap_or(64), a.natural || b.natural)
            }
            BitOr | BitXor => (if both { a.mag.max(b.mag) } else { 64 }, both),
            Shl => match by {
                Some(n) if (0..64).contains(&n) && i128::from(a.mag) + n < 63 => (a.mag + n as u32, a.natural),
                _ => (64, a.natural),
            },
            Shr => match by {
                Some(n) if (0..64).contains(&n) => (a.mag.saturating_sub(n as u32), a.natural),
                _ => (a.mag, a.natural),
            },
            Eq | Ne | Lt | Le | Gt | Ge | And | Or => (64, false),
        };
        let is_bitwise = matches!(op, BitAnd | BitOr | BitXor | Shl | Shr);
        let (ty, range) = match op {
            Eq | Ne | Lt | Le | Gt | Ge | And | Or => (Ty::Bool, Range { mag, natural }),
            _ if x.expr.ty == Ty::Wrong || y.expr.ty == Ty::Wrong => (Ty::Wrong, Range { mag, natural }),
            _ if is_bitwise && wide => (Ty::Int(Int::U64), Range { mag: mag.min(64), natural: true }),
            _ => (Ty::Int(Int::I64), Range::signed(mag, natural)),
        };
        Typed { expr: Expr::new(ExprKind::Binary(op, Box::new(x.expr), Box::new(y.expr)), ty, pos), range }
    }
}
