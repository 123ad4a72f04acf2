//! What the specification's `valid` demands of a field.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::expr::{Scope, Val};
use crate::emit::scope::local;
use crate::emit::Emitter;
use crate::ir::{asks_version, Field, FieldTy};
use crate::ksy::ast::Valid;
use crate::ksy::expr::Binary::{Eq, Ge, Le};
use crate::ksy::expr::{Expr, ExprKind};

impl Emitter<'_> {
    /// The check of a field's `valid`, on its local; `start` is where the field begins.
    pub(super) fn checked(&self, f: &Field, s: &Scope) -> Option<TokenStream> {
        let valid = f.valid.as_ref()?;
        if !f.once() {
            return None;
        }
        let mut inner = s.clone();
        let l = local(&f.id);
        let mut v = Val::new(quote!(#l), self.field_ty(f));
        v.view = true;
        inner.names.insert(f.id.clone(), v.clone());
        inner.names.insert("_".to_owned(), v);
        let (ok, expected) = self.holds(f, valid, &inner);
        let expected = if f.doc.is_empty() {
            expected.to_owned()
        } else {
            format!("{expected} ({})", f.doc.lines().next().unwrap_or_default())
        };
        let site = &s.site;
        Some(quote!(__rt::ReadError::demand(#ok, &#l, #expected, start, #site)?;))
    }

    /// Whether a field's `valid` holds in a scope that knows the field, and what it demands.
    pub(in crate::emit) fn holds(&self, f: &Field, valid: &Valid, s: &Scope) -> (TokenStream, &'static str) {
        let me = Expr::named(&f.id, &f.pos);
        let me = match &f.ty {
            FieldTy::User(..) => Expr { pos: f.pos.clone(), kind: ExprKind::Member(Box::new(me), "value".to_owned()) },
            _ => me,
        };
        let compare = |op, other: &Expr| {
            let e = ExprKind::Binary(op, Box::new(me.clone()), Box::new(other.clone()));
            self.truth(&Expr { pos: f.pos.clone(), kind: e }, s)
        };
        match valid {
            Valid::Eq(e) => (compare(Eq, e), "the one value it may have"),
            Valid::Range(min, max) => {
                let checks = min.iter().map(|e| compare(Ge, e)).chain(max.iter().map(|e| compare(Le, e)));
                (quote!(#(#checks)&&*), "a value within its range")
            }
            Valid::AnyOf(all) => {
                let checks = all.iter().map(|e| compare(Eq, e));
                (quote!(#(#checks)||*), "one of the values it may have")
            }
            Valid::Expr(e) if asks_version(self.program, s.ty, e) => (self.truth(e, s), "a value that the version has"),
            Valid::Expr(e) => (self.truth(e, s), "a valid value"),
        }
    }
}
