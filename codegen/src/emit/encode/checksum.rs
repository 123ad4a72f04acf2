//! Checksums over what was written.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{from_local, to_local, Need, Writer};
use crate::emit::expr::int_path;
use crate::ir::{Field, FieldTy};
use crate::names::ident;

impl Writer<'_, '_> {
    /// The fields that must be final before a checksum can be computed.
    pub(super) fn checksum_needs(&self, f: &Field) -> Vec<Need> {
        f.keys.checksum.iter().flat_map(|c| &c.over).map(|o| Need::Done(o.clone())).collect()
    }

    /// An expression that computes a checksum.
    pub(super) fn checksum(&self, f: &Field) -> TokenStream {
        let Some(c) = &f.keys.checksum else { return quote!(0u32) };
        let steps: Vec<TokenStream> = c.over.iter().map(|o| self.over(&c.algo, o)).collect();
        let ty = match &f.ty {
            FieldTy::Int(i) => int_path(*i),
            _ => format_ident!("u32"),
        };
        quote!({ let mut sum = 0u32; #(#steps)* #ty::from(sum) })
    }

    fn over(&self, algo: &str, name: &str) -> TokenStream {
        let (from, to) = (from_local(name), to_local(name));
        let Some(algo) = algo.strip_suffix("_le") else {
            let algo = format_ident!("{algo}");
            return quote!(sum = w.#algo(#from, #to, sum););
        };
        let algo = format_ident!("{algo}");
        let field = self.em.program.types[self.id].field(name).filter(|_| self.em.is_number(self.id, name));
        match field.map(|f| (f, &f.ty)) {
            // The bytes of numbers are taken least significant first.
            Some((f, FieldTy::Int(i))) => {
                let (ty, field) = (int_path(*i), ident(&f.id));
                let (v, is_optional) = match self.s.names.get(&f.place) {
                    Some(v) => (v.tok.clone(), v.optional),
                    None => (quote!(self.#field), f.optional),
                };
                let add = |v: TokenStream| quote!(sum = __rt::checksum::#algo(&(#v as #ty).to_le_bytes(), sum););
                let add = if is_optional {
                    let add = add(quote!(v));
                    quote!(if let Some(v) = #v { #add })
                } else {
                    add(v)
                };
                // What is not written is not in it.
                match &f.cond {
                    Some(c) => {
                        let c = self.em.truth(c, &self.s);
                        quote!(if #c { #add })
                    }
                    None => add,
                }
            }
            _ => quote!(sum = w.#algo(#from, #to, sum);),
        }
    }
}
