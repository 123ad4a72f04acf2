//! Values that an expression asks for more than once: each is computed once, where it is first needed.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Scope, Val};
use crate::emit::Emitter;
use crate::ir::{Expr, Place, TypeId};

/// A part of an expression that is evaluated whole or not at all, and the values that it has bound to locals.
#[derive(Debug, Default)]
pub struct Region {
    bound: Vec<(Place, Val)>,
    lets: Vec<TokenStream>,
}

/// What is known of the expression being evaluated.
#[derive(Debug, Default)]
pub struct Regions {
    /// The values that it asks for more than once.
    shared: Vec<Place>,
    /// From the outermost region to the one at hand.
    open: Vec<Region>,
}

impl Regions {
    /// Whether no expression is being evaluated.
    pub fn is_outermost(&self) -> bool {
        self.open.is_empty()
    }
}

impl Emitter<'_> {
    /// Evaluates an expression, or a part of one that may be left out.
    pub(super) fn region(&self, e: &Expr, s: &Scope, eval: impl FnOnce(&Self) -> Val) -> Val {
        if self.regions.borrow().open.is_empty() {
            let shared = self.shared(e, s);
            if shared.is_empty() {
                return eval(self);
            }
            self.regions.borrow_mut().shared = shared;
        }
        self.regions.borrow_mut().open.push(Region::default());
        let out = eval(self);
        let region = self.regions.borrow_mut().open.pop().unwrap_or_default();
        if region.lets.is_empty() {
            return out;
        }
        let (lets, tok) = (region.lets, out.tok);
        Val { tok: quote!({ #(#lets)* #tok }), ..out }
    }

    /// A part of an expression that may be left out; only within [`Self::region`] is there anything to do.
    pub(super) fn part(&self, e: &Expr, s: &Scope, eval: impl FnOnce(&Self) -> Val) -> Val {
        if self.regions.borrow().open.is_empty() {
            return eval(self);
        }
        self.region(e, s, eval)
    }

    /// The value of an instance: the local it was bound to, or bound to one now if others ask for it too.
    pub(super) fn once(&self, id: TypeId, place: Place, eval: impl FnOnce(&Self) -> Val) -> Val {
        if !self.regions.borrow().shared.contains(&place) || self.regions.borrow().open.is_empty() {
            return eval(self);
        }
        let known = |r: &Region| r.bound.iter().find(|b| b.0 == place).map(|b| b.1.clone());
        if let Some(val) = self.regions.borrow().open.iter().rev().find_map(known) {
            return val;
        }
        let val = eval(self);
        let (local, tok) = (format_ident!("i_{}", self.program.name_of(id, place)), &val.tok);
        let bound = Val { tok: quote!(#local), ..val.clone() };
        if let Some(region) = self.regions.borrow_mut().open.last_mut() {
            region.lets.push(quote!(let #local = #tok;));
            region.bound.push((place, bound.clone()));
        }
        bound
    }

    /// The instances that an expression asks for more than once, through others or itself.
    fn shared(&self, e: &Expr, s: &Scope) -> Vec<Place> {
        let mut counts: Vec<(Place, usize)> = Vec::new();
        self.count(e, s, s.ty, &mut counts);
        counts.into_iter().filter(|c| c.1 > 1).map(|c| c.0).collect()
    }

    fn count(&self, e: &Expr, s: &Scope, id: TypeId, counts: &mut Vec<(Place, usize)>) {
        for place in e.places() {
            let Some(v) = self.program.types[id].value_at(place) else { continue };
            if s.names.contains_key(&place) || v.is_native() {
                continue;
            }
            match counts.iter_mut().find(|c| c.0 == place) {
                Some(c) => c.1 += 1,
                None => {
                    counts.push((place, 1));
                    self.count(&v.expr, s, id, counts);
                    v.cond.iter().for_each(|c| self.count(c, s, id, counts));
                }
            }
        }
    }
}
