//! Checksums over what was written.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::gap::Need;
use super::{from_local, to_local, Writer};
use crate::emit::expr::int_path;
use crate::emit::model::is_number;
use crate::ir::{Field, FieldTy};
use crate::names::ident;

impl Writer<'_, '_> {
    /// The fields that must be final before a checksum can be computed.
    pub(super) fn checksum_needs(&self, f: &Field) -> Vec<Need> {
        f.over.iter().map(|place| Need::Done(*place)).collect()
    }

    /// An expression that computes a checksum.
    pub(super) fn checksum(&self, f: &Field) -> TokenStream {
        let Some(c) = &f.keys.checksum else { return quote!(0u32) };
        let over = f.over.iter().filter_map(|place| self.em.program.types[self.id].stored_at(*place));
        let steps: Vec<TokenStream> = over.map(|f| self.over(&c.algo, f)).collect();
        let ty = match &f.ty {
            FieldTy::Int(i) => int_path(*i),
            _ => format_ident!("u32"),
        };
        quote!({ let mut sum = 0u32; #(#steps)* #ty::from(sum) })
    }

    fn over(&self, algo: &str, f: &Field) -> TokenStream {
        let (from, to) = (from_local(&f.id), to_local(&f.id));
        let Some(algo) = algo.strip_suffix("_le") else {
            let algo = format_ident!("{algo}");
            return quote!(sum = w.#algo(#from, #to, sum););
        };
        let algo = format_ident!("{algo}");
        match &f.ty {
            // The bytes of numbers are taken least significant first.
            FieldTy::Int(i) if is_number(f) => {
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
