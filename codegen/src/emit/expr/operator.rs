//! Operators with two operands: their types and bounds are the expression's.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Scope, Val};
use crate::emit::Emitter;
use crate::ir::{Binary, Expr, Ty};

impl Emitter<'_> {
    pub(super) fn binary(&self, op: Binary, a: &Expr, b: &Expr, e: &Expr, s: &Scope) -> Val {
        match op {
            Binary::And | Binary::Or => {
                let (a, b) = (self.truth(a, s), self.part(b, s, |em| Val::new(em.truth(b, s), Ty::Bool)).tok);
                let tok = if op == Binary::And { quote!((#a && #b)) } else { quote!((#a || #b)) };
                return Val::new(tok, Ty::Bool);
            }
            _ => {}
        }
        let (x, y) = (self.eval(a, s), self.eval(b, s));
        let tok = match op {
            Binary::Eq | Binary::Ne | Binary::Lt | Binary::Le | Binary::Gt | Binary::Ge => {
                self.comparison(op, &x, &y, s)
            }
            Binary::BitAnd | Binary::BitOr | Binary::BitXor => {
                let op = match op {
                    Binary::BitAnd => quote!(&),
                    Binary::BitOr => quote!(|),
                    _ => quote!(^),
                };
                let (a, b) = if e.is_u64() { (self.as_u64(&x, s), self.as_u64(&y, s)) } else { self.both(&x, &y, s) };
                quote!((#a #op #b))
            }
            Binary::Shl | Binary::Shr => self.shift(op, &x, &y, e, s),
            _ => self.arithmetic(op, &x, &y, e, s),
        };
        Val::new(tok, e.ty.clone())
    }

    /// Numbers are compared as what they are, whether their types have a sign or not.
    fn comparison(&self, op: Binary, x: &Val, y: &Val, s: &Scope) -> TokenStream {
        let op = compare(op);
        if let Ty::Enum(_) = x.ty {
            let (a, b) = (&x.tok, &y.tok);
            return quote!((#a #op #b));
        }
        let is_natural = |v: &Val| v.range.natural;
        let (a, b) = match (x.is_u64(), y.is_u64()) {
            (false, false) => self.both(x, y, s),
            (true, _) if is_natural(y) => (self.as_u64(x, s), self.as_u64(y, s)),
            (_, true) if is_natural(x) => (self.as_u64(x, s), self.as_u64(y, s)),
            _ if x.range.mag < 64 && y.range.mag < 64 => self.both(x, y, s),
            _ => {
                let (a, b) = (&x.tok, &y.tok);
                (quote!(i128::from(#a)), quote!(i128::from(#b)))
            }
        };
        quote!((#a #op #b))
    }

    fn shift(&self, op: Binary, x: &Val, y: &Val, e: &Expr, s: &Scope) -> TokenStream {
        let (a, by) = (if e.is_u64() { self.as_u64(x, s) } else { self.as_i64(x, s) }, self.as_i64(y, s));
        let is_within = y.range.known.is_some_and(|n| (0..64).contains(&n));
        match op {
            Binary::Shl if is_within && e.range.mag < 63 => quote!((#a << #by)),
            Binary::Shl => s.in_range(&quote!(__rt::Shifted::shifted_left(#a, #by))),
            _ if is_within => quote!((#a >> #by)),
            _ if y.range.natural => quote!(__rt::Shifted::lowered(#a, #by)),
            _ => s.in_range(&quote!(__rt::Shifted::shifted_right(#a, #by))),
        }
    }

    /// Both operands in 64 bits with sign; a literal beside what is none has its type from there.
    fn both(&self, x: &Val, y: &Val, s: &Scope) -> (TokenStream, TokenStream) {
        let (a, b) = (self.as_i64(x, s), self.as_i64(y, s));
        let bare = |n: i128| {
            let n = Literal::i128_unsuffixed(n);
            quote!(#n)
        };
        match (x.range.known, y.range.known) {
            (Some(n), None) => (bare(n), b),
            (None, Some(n)) => (a, bare(n)),
            _ => (a, b),
        }
    }

    fn arithmetic(&self, op: Binary, x: &Val, y: &Val, e: &Expr, s: &Scope) -> TokenStream {
        let (checked, plain) = match op {
            Binary::Add => (format_ident!("checked_add"), quote!(+)),
            Binary::Sub => (format_ident!("checked_sub"), quote!(-)),
            Binary::Mul => (format_ident!("checked_mul"), quote!(*)),
            // Of these only a divisor that is not above 0, and the smallest number by -1, have none.
            _ if y.range.known.is_some_and(|n| n > 0) => match op {
                Binary::Div => (format_ident!("checked_div_euclid"), quote!(/)),
                _ => (format_ident!("checked_rem_euclid"), quote!(%)),
            },
            _ => {
                let name = if op == Binary::Div { format_ident!("quotient") } else { format_ident!("remainder") };
                let (a, b) = (self.as_i64(x, s), self.as_i64(y, s));
                return s.in_range(&quote!(__rt::arithmetic::#name(#a, #b)));
            }
        };
        let (a, b) = self.both(x, y, s);
        if !matches!(op, Binary::Div | Binary::Rem) && e.range.mag < 63 {
            return quote!((#a #plain #b));
        }
        // What a method is called of has its type.
        let a = self.as_i64(x, s);
        s.in_range(&quote!((#a).#checked(#b)))
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
