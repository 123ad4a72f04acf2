//! Writing what was late: into its hole or gap.

use proc_macro2::TokenStream;
use quote::quote;

use super::frame::late;
use crate::emit::encode::element::{to_bytes, Source};
use crate::emit::scope::local;
use crate::emit::Emitter;
use crate::ir::{Field, FieldTy, Ty, TypeId};

impl Emitter<'_> {
    /// Statements that write a field that was late, before the buffer of what it precedes.
    pub(super) fn write_late(&self, id: TypeId, f: &Field) -> TokenStream {
        let (var, late, number) = (self.frame_var(id), late(f), self.hole_number(id, f));
        let open = quote!(let mut hole = w.filling(#var.#late); let w = &mut hole;);
        let close = quote!(hole.close(#number););
        let Some(e) = &f.keys.derive else {
            let (l, FieldTy::Int(i)) = (local(&f.id), &f.ty) else { return quote!() };
            let write = self.write_int(*i, quote!(value));
            let write = match f.cond {
                Some(_) => quote!(if let Some(value) = #var.#l { #write }),
                None => quote!({ let value = #var.#l; #write }),
            };
            return quote!({ #open #write #close });
        };
        let mut s = self.frame_scope(id, &quote!(#var));
        s.site = self.site(id, &f.id);
        let e = self.with_answers(id, e, &mut s, Some(&quote!(w.behind())));
        let v = self.eval(&e, &s);
        let is_subset = matches!(&v.ty, Ty::Type(_));
        let value = self.typed(f, &v, &s);
        let source = if is_subset { Source::reference(quote!(value)) } else { Source::value(quote!(value)) };
        let (valid, write) =
            (self.write_valid(f, &source, &s), self.write_one(id, &self.step(id, f).take, &source, &s));
        // If it is known before whether the field is there, a hole is for one that is.
        let is_wanted = self.is_wanted(id, f).is_some();
        let (wanted, cond): (Vec<_>, Vec<_>) = f.cond.iter().map(|c| self.truth(c, &s)).partition(|_| is_wanted);
        let there = self.is_in_optional_list(id).then(|| quote!(present));
        let conditions: Vec<TokenStream> = there.into_iter().chain(cond).collect();
        let write = quote!({ let value = #value; #valid #write });
        let write = if conditions.is_empty() { write } else { quote!(if #(#conditions)&&* #write) };
        quote!(#(if #wanted)* {
            #open
            #write
            #close
        })
    }

    /// Statements that fill a gap.
    pub(super) fn fill_late(&self, id: TypeId, f: &Field) -> TokenStream {
        let (var, late, FieldTy::Int(i)) = (self.frame_var(id), late(f), &f.ty) else {
            return quote!();
        };
        let bytes = to_bytes(*i);
        let value = match &f.keys.derive {
            Some(e) => {
                let mut s = self.frame_scope(id, &quote!(#var));
                s.site = self.site(id, &f.id);
                let e = self.with_answers(id, e, &mut s, None);
                let v = self.eval(&e, &s);
                self.typed(f, &v, &s)
            }
            None => {
                let l = local(&f.id);
                quote!(#var.#l)
            }
        };
        let mut s = self.frame_scope(id, &quote!(#var));
        s.site = self.site(id, &f.id);
        let valid = f.keys.derive.as_ref().map(|_| self.write_valid(f, &Source::value(quote!(value)), &s));
        quote!({ let value = #value; #valid w.fill(#var.#late, &value.#bytes()); })
    }
}
