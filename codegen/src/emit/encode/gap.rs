//! What is known only later: bytes that are left, and filled in when it is.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::element::Source;
use super::Writer;
use crate::diag::Pos;
use crate::emit::expr::Scope;
use crate::ir::{FieldTy, Place};
use crate::lower::{Take, Times};

/// Bytes to be filled in.
pub(super) struct Gap {
    pub field: Place,
    pub pos: Pos,
    /// What must be known.
    pub needs: Vec<Need>,
    pub fill: Fill,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Start(Place),
    Starts(Place),
    Done(Place),
}

#[derive(Clone)]
pub(super) enum Fill {
    Derived,
    Checksum,
}

impl Writer<'_, '_> {
    /// Leaves bytes to be filled in later.
    pub(super) fn gap(&mut self, take: &Take<'_>, needs: Vec<Need>, fill: Fill) -> bool {
        let f = take.field;
        let FieldTy::Int(i) = &f.ty else {
            self.em.diags.borrow_mut().error_help(
                &f.pos,
                format!("{} is known only after what follows it is written, and has no fixed width", f.id),
                "u2, u4, s8, …",
            );
            return false;
        };
        let (place, width) = (format_ident!("place_{}", f.id), Literal::usize_unsuffixed(i.bytes as usize));
        let zeros = quote!(w.put(&[0u8; #width]););
        let zeros = match take.times {
            Times::Once => zeros,
            Times::Counted(n, _) => {
                let n = self.em.number(n, &self.s);
                quote!(for _ in 0..#n { #zeros })
            }
            _ => self.em.wrong(&f.pos, format!("{}: how often is not known when it is written", f.id)).tok,
        };
        let stmt = match self.condition(f) {
            Some(c) => quote!(let #place = if #c { let place = w.pos(); #zeros Some(place) } else { None };),
            None => quote!(let #place = w.pos(); #zeros),
        };
        self.out.push(stmt);
        self.gaps.push(Gap { field: f.place, pos: f.pos.clone(), needs, fill });
        false
    }

    /// Statements that fill a gap.
    pub(super) fn fill(&mut self, gap: &Gap) -> TokenStream {
        let (em, id) = (self.em, self.id);
        let t = &em.program.types[id];
        let Some(f) = t.stored_at(gap.field) else { return quote!() };
        self.s.site = em.site(id, &f.id);
        let (place, FieldTy::Int(i)) = (format_ident!("place_{}", f.id), &f.ty) else { return quote!() };
        let bytes = |v: TokenStream| if i.little { quote!(&#v.to_le_bytes()) } else { quote!(&#v.to_be_bytes()) };
        let value = |s: &Scope| match (&gap.fill, &f.keys.derive) {
            (Fill::Checksum, _) => self.checksum(f),
            (Fill::Derived, Some(e)) => em.typed(f, &em.eval(e, s), s),
            (Fill::Derived, None) => quote!(0),
        };
        if let Times::Counted(n, _) = em.step(id, f).take.times {
            let (n, width) = (em.number(n, &self.s), Literal::u64_unsuffixed(u64::from(i.bytes)));
            let mut inner = self.s.clone();
            inner.index = Some(quote!(index));
            let (v, bytes) = (value(&inner), bytes(quote!(v)));
            let all = quote!(for index in 0..#n { let v = #v; w.patch(place + #width * index as u64, #bytes); });
            return if f.cond.is_some() {
                quote!(if let Some(place) = #place { #all })
            } else {
                quote!({ let place = #place; #all })
            };
        }
        let (v, bytes) = (value(&self.s), bytes(quote!(v)));
        let valid = em.write_valid(f, &Source::value(quote!(v)), &self.s);
        if f.cond.is_some() {
            quote!(if let Some(place) = #place { let v = #v; #valid w.patch(place, #bytes); })
        } else {
            quote!({ let v = #v; #valid w.patch(#place, #bytes); })
        }
    }
}
