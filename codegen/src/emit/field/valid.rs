//! What the specification's `valid` demands of a field.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::expr::{Scope, Val};
use crate::emit::scope::local;
use crate::emit::Emitter;
use crate::ir::{Field, Valid};
use crate::lower::Take;
use crate::names::first_sentence;

impl Emitter<'_> {
    /// The check of a field's `valid`, on its local; `start` is where the field begins.
    pub(super) fn checked(&self, take: &Take<'_>, s: &Scope) -> Option<TokenStream> {
        let (f, valid) = (take.field, take.valid?);
        let mut inner = s.clone();
        let l = local(&f.id);
        let mut v = Val::new(quote!(#l), f.stored_ty());
        v.view = true;
        inner.names.insert(f.place, v);
        let (ok, expected) = (self.holds(valid, &inner), expected(f, valid));
        let site = &s.site;
        // Values of enums are called as the specification calls them.
        let found = if f.enumeration.is_some() { quote!(&format_args!("{}", #l.id())) } else { quote!(&#l) };
        Some(quote!(__rt::ReadError::demand(#ok, #found, #expected, start, #site)?;))
    }

    /// Whether a field's `valid` holds in a scope that knows the field.
    pub(in crate::emit) fn holds(&self, valid: &Valid, s: &Scope) -> TokenStream {
        let checks = valid.checks.iter().map(|e| self.truth(e, s));
        if valid.all {
            quote!(#(#checks)&&*)
        } else {
            quote!(#(#checks)||*)
        }
    }
}

/// What a field's `valid` demands, in words.
fn expected(f: &Field, valid: &Valid) -> String {
    match f.doc.as_str() {
        "" => valid.expected.to_owned(),
        doc => format!("{} ({})", valid.expected, first_sentence(doc)),
    }
}
