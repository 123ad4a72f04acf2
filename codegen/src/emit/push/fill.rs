//! Writing what was late: into its hole or gap.

use proc_macro2::TokenStream;
use quote::quote;

use super::frame::late;
use super::settle::PathEnd;
use crate::emit::encode::element::{to_bytes, Source};
use crate::emit::scope::local;
use crate::emit::Emitter;
use crate::ir::{Expr, Field, FieldTy, Function, Ty, TypeId};

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
        let behind = quote!(w.behind());
        let e = self.with_answers(id, e, &mut s, Some(&behind).filter(|_| self.asks_of_what_follows(id, f, e)));
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

    /// Whether the lengths in bytes that a late field asks for are that of the one field right behind it: what the buffer has there when the
    /// late field is written. Of a list that is so only if nothing comes after it.
    fn asks_of_what_follows(&self, id: TypeId, late: &Field, e: &Expr) -> bool {
        let fields = &self.program.types[id].fields;
        // Another late field between is refused for itself.
        let mut behind =
            fields.iter().skip_while(|f| f.place != late.place).skip(1).skip_while(|f| f.keys.derive.is_some());
        let Some(next) = behind.next() else { return false };
        let is_last = behind.all(|f| f.same_as == Some(next.place));
        let is_next = |end: PathEnd| end.ty == id && end.member.is_none() && end.place == next.place;
        let mut fits = next.once() || is_last;
        let _ = e.replaced(&mut |function, args, _| {
            if function == Function::ByteLen {
                fits &= args.first().and_then(|a| self.path_end(id, a)).is_some_and(is_next);
            }
            None
        });
        fits
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
