//! Types of operators, and what is known of the numbers that they give.

use super::resolve::{Resolver, Within};
use super::{Binary, Expr, ExprKind, Int, Ty, Unary};
use crate::diag::Pos;
use crate::ksy::expr::Expr as Written;

/// What is known of the numbers that an expression may give. Emitters take it from the expression: none computes it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// At least minus 2 to the power of this, and below 2 to the power of this.
    pub mag: u32,
    /// Not negative.
    pub natural: bool,
    /// The one number that it is.
    pub known: Option<i128>,
}

impl Range {
    /// Of all numbers of a type.
    pub fn of(ty: &Ty) -> Range {
        match ty {
            Ty::Int(i) => Range { mag: i.bytes * 8 - u32::from(i.signed), natural: !i.signed, known: None },
            _ => Range { mag: 64, natural: false, known: None },
        }
    }

    /// Numbers of 64 bits with sign.
    pub fn signed(mag: u32, natural: bool) -> Range {
        Range { mag: mag.min(63), natural, known: None }
    }

    /// Numbers from 0 on, of so many bits.
    pub fn bits(mag: u32) -> Range {
        Range { mag, natural: true, known: None }
    }

    /// One number.
    fn one(n: i128) -> Range {
        Range { known: Some(n), ..Range::signed(128 - n.unsigned_abs().leading_zeros(), n >= 0) }
    }
}

impl Resolver<'_> {
    pub(super) fn literal(&self, n: i128, pos: &Pos) -> Expr {
        if i64::try_from(n).is_err() {
            return self.wrong(pos, format!("{n} does not fit 64 bits with sign"));
        }
        Expr::new(ExprKind::Int(n), Ty::Int(Int::I64), pos).within(Range::one(n))
    }

    pub(super) fn negation(&self, a: &Written, pos: &Pos, at: Within) -> Expr {
        let inner = self.typed(a, at);
        if let Some(n) = inner.range.known {
            return self.literal(-n, pos);
        }
        if !matches!(inner.ty, Ty::Int(_) | Ty::Wrong) {
            return self.wrong(&a.pos, "expected a whole number");
        }
        let Range { mag, natural, .. } = inner.range;
        let kind = ExprKind::Unary(Unary::Neg, Box::new(inner));
        Expr::new(kind, Ty::Int(Int::I64), pos).within(Range::signed(mag + u32::from(!natural), false))
    }

    /// The same value in another type. A cast to what is no number only tells Kaitai what is known here.
    pub(super) fn cast(&self, inner: &Written, target: &str, pos: &Pos, at: Within) -> Expr {
        let v = self.typed(inner, at);
        match Int::parse(target, false) {
            Some(int) if matches!(v.ty, Ty::Int(_)) => {
                let (all, Range { mag, natural, known }) = (Range::of(&Ty::Int(int)), v.range);
                let range = Range {
                    mag: mag.min(all.mag),
                    natural: natural || all.natural,
                    known: known.filter(|n| int.holds(*n)),
                };
                Expr::new(ExprKind::Cast(Box::new(v), int), Ty::Int(int), pos).within(range)
            }
            _ => v,
        }
    }

    pub(super) fn cond(&self, [c, a, b]: [&Written; 3], pos: &Pos, at: Within) -> Expr {
        let c = self.truth(c, at);
        let (x, y) = (self.typed(a, at), self.typed(b, at));
        let natural = x.range.natural && y.range.natural;
        let (ty, range) = match (&x.ty, &y.ty) {
            (Ty::Wrong, _) | (_, Ty::Wrong) => (Ty::Wrong, x.range),
            (Ty::Int(_), Ty::Int(_)) if natural && (x.is_u64() || y.is_u64()) => {
                (Ty::Int(Int::U64), Range::bits(x.range.mag.max(y.range.mag)))
            }
            (Ty::Int(_), Ty::Int(_)) => (Ty::Int(Int::I64), Range::signed(x.range.mag.max(y.range.mag), natural)),
            (t, u) if t == u => (t.clone(), Range::of(t)),
            _ => return self.wrong(pos, "the two values of a condition are of different types"),
        };
        Expr::new(ExprKind::Cond(Box::new(c), Box::new(x), Box::new(y)), ty, pos).within(range)
    }

    pub(super) fn binary(&self, op: Binary, x: Expr, y: Expr, pos: &Pos) -> Expr {
        use Binary::{Add, And, BitAnd, BitOr, BitXor, Div, Eq, Ge, Gt, Le, Lt, Mul, Ne, Or, Rem, Shl, Shr, Sub};
        if let And | Or = op {
            let (a, b) = (self.as_truth(x), self.as_truth(y));
            return Expr::new(ExprKind::Binary(op, Box::new(a), Box::new(b)), Ty::Bool, pos);
        }
        match (&x.ty, &y.ty) {
            (Ty::Wrong, _) | (_, Ty::Wrong) | (Ty::Int(_), Ty::Int(_)) => {}
            (Ty::Enum(m), Ty::Enum(n)) if m == n && matches!(op, Eq | Ne) => {}
            _ => return self.wrong(pos, "the operator does not fit the types of its operands"),
        }
        let wide = x.is_u64() || y.is_u64() && matches!(op, BitAnd | BitOr | BitXor);
        let (a, b, by) = (x.range, y.range, y.range.known);
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
            Eq | Ne | Lt | Le | Gt | Ge | And | Or => (Ty::Bool, Range::of(&Ty::Bool)),
            _ if x.ty == Ty::Wrong || y.ty == Ty::Wrong => (Ty::Wrong, Range::of(&Ty::Wrong)),
            _ if is_bitwise && wide => (Ty::Int(Int::U64), Range::bits(mag.min(64))),
            _ => (Ty::Int(Int::I64), Range::signed(mag, natural)),
        };
        Expr::new(ExprKind::Binary(op, Box::new(x), Box::new(y)), ty, pos).within(range)
    }
}
