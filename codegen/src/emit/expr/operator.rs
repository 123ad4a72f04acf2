//! Operators with two operands.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Scope, Val};
use crate::emit::Emitter;
use crate::ir::{Binary, Expr, Int, Ty};

impl Emitter<'_> {
    pub(super) fn binary(&self, op: Binary, a: &Expr, b: &Expr, s: &Scope) -> Val {
        match op {
            Binary::And | Binary::Or => {
                let (a, b) = (self.truth(a, s), self.part(b, s, |em| Val::new(em.truth(b, s), Ty::Bool)).tok);
                let tok = if op == Binary::And { quote!((#a && #b)) } else { quote!((#a || #b)) };
                return Val::new(tok, Ty::Bool);
            }
            _ => {}
        }
        let (x, y) = (self.eval(a, s), self.eval(b, s));
        if let Ty::Enum(_) = x.ty {
            let (a, b, op) = (&x.tok, &y.tok, compare(op));
            return Val::new(quote!((#a #op #b)), Ty::Bool);
        }
        match op {
            Binary::Eq | Binary::Ne | Binary::Lt | Binary::Le | Binary::Gt | Binary::Ge => {
                let op = compare(op);
                let (a, b) = match (x.is_u64(), y.lit) {
                    (true, Some(n)) if n >= 0 => (x.tok.clone(), unsigned(n)),
                    (true, _) if y.is_u64() => (x.tok.clone(), y.tok.clone()),
                    _ => self.both(&x, &y, s),
                };
                Val::new(quote!((#a #op #b)), Ty::Bool)
            }
            Binary::BitAnd | Binary::BitOr | Binary::BitXor | Binary::Shl | Binary::Shr => self.bitwise(op, &x, &y, s),
            _ => self.arithmetic(op, &x, &y, s),
        }
    }

    fn bitwise(&self, op: Binary, x: &Val, y: &Val, s: &Scope) -> Val {
        let wide = x.is_u64() || (y.is_u64() && matches!(op, Binary::BitAnd | Binary::BitOr | Binary::BitXor));
        let operand = |v: &Val| match (wide, v.lit) {
            (true, Some(n)) if n >= 0 => unsigned(n),
            (true, _) if v.is_u64() => v.tok.clone(),
            (true, _) => {
                let i = self.as_i64(v, s);
                quote!((#i as u64))
            }
            _ => self.as_i64(v, s),
        };
        let a = operand(x);
        let ty = if wide { Ty::Int(Int::U64) } else { Ty::Int(Int::I64) };
        let by = self.as_i64(y, s);
        // The bits of a negative number go on to the left.
        let both = if x.natural && y.natural { x.mag.max(y.mag) } else { 64 };
        let (tok, mag) = match op {
            Binary::BitAnd => {
                let (a, b) = if wide { (a, operand(y)) } else { self.both(x, y, s) };
                let mag = [x, y].iter().filter(|v| v.natural).map(|v| v.mag).min();
                (quote!((#a & #b)), mag.unwrap_or(64))
            }
            Binary::BitOr => {
                let b = operand(y);
                (quote!((#a | #b)), both)
            }
            Binary::BitXor => {
                let b = operand(y);
                (quote!((#a ^ #b)), both)
            }
            Binary::Shl => match y.lit {
                Some(n) if (0..64).contains(&n) && x.mag as i128 + n < 63 => (quote!((#a << #by)), x.mag + n as u32),
                _ => {
                    let shifted =
                        quote!(u32::try_from(#by).ok().filter(|n| *n < 63).and_then(|n| (#a).checked_mul(1 << n)));
                    (s.in_range(&shifted), 64)
                }
            },
            _ => match y.lit {
                Some(n) if (0..64).contains(&n) => (quote!((#a >> #by)), x.mag.saturating_sub(n as u32)),
                // Indexes below 64 by construction; Kaitai's shift by more gives 0.
                _ => (quote!((if (0..64).contains(&#by) { #a >> #by } else { 0 })), x.mag),
            },
        };
        let natural = match op {
            Binary::BitAnd => x.natural || y.natural,
            Binary::BitOr | Binary::BitXor => x.natural && y.natural,
            _ => x.natural,
        };
        Val { mag: if wide { mag.min(64) } else { mag.min(63) }, natural: wide || natural, ..Val::new(tok, ty) }
    }

    /// Both operands in 64 bits with sign; a literal beside what is none has its type from there.
    fn both(&self, x: &Val, y: &Val, s: &Scope) -> (TokenStream, TokenStream) {
        let (a, b) = (self.as_i64(x, s), self.as_i64(y, s));
        let bare = |n: i128| {
            let n = Literal::i128_unsuffixed(n);
            quote!(#n)
        };
        match (x.lit, y.lit) {
            (Some(n), None) => (bare(n), b),
            (None, Some(n)) => (a, bare(n)),
            _ => (a, b),
        }
    }

    fn arithmetic(&self, op: Binary, x: &Val, y: &Val, s: &Scope) -> Val {
        let (a, b) = self.both(x, y, s);
        // The smallest number of a width has no opposite of that width.
        let turned = u32::from(!x.natural && !y.natural);
        let both = x.natural && y.natural;
        let (checked, plain, mag, natural) = match op {
            Binary::Add => (format_ident!("checked_add"), quote!(+), x.mag.max(y.mag) + 1, both),
            Binary::Sub => (format_ident!("checked_sub"), quote!(-), x.mag.max(y.mag) + 1, false),
            Binary::Mul => (format_ident!("checked_mul"), quote!(*), x.mag + y.mag + turned, both),
            Binary::Div => (format_ident!("checked_div_euclid"), quote!(/), x.mag + turned, both),
            _ => (format_ident!("checked_rem_euclid"), quote!(%), y.mag, true),
        };
        let safe = match op {
            Binary::Div | Binary::Rem => false,
            _ => mag <= 62,
        };
        if safe {
            return Val { natural, ..Val::i64(quote!((#a #plain #b)), mag) };
        }
        // What a method is called of has its type.
        let a = self.as_i64(x, s);
        Val { natural, ..Val::i64(s.in_range(&quote!((#a).#checked(#b))), mag) }
    }
}

fn compare(op: Binary) -> TokenStream {
    match op {
        Binary::Eq => quote!(==),
        Binary::Ne => quote!(!=),
        Binary::Lt => quote!(<),
        Binary::Le => quote!(<=),
        Binary::Gt => quote!(>),
        _ => quote!(>=),
    }
}

fn unsigned(n: i128) -> TokenStream {
    let lit = Literal::u64_suffixed(u64::try_from(n).unwrap_or(u64::MAX));
    quote!(#lit)
}
