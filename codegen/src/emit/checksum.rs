//! Checksums: the algorithm of the runtime, and the bytes that one is over.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Emitter;
use crate::ir::{Field, FieldTy, TypeId};
use crate::ksy::checksum::Algorithm;
use crate::names::{camel, ident};

impl Emitter<'_> {
    /// The runtime's algorithm.
    pub fn algorithm(&self, a: &Algorithm) -> TokenStream {
        let name = ident(&camel(a.name));
        quote!(__rt::checksum::Algorithm::#name)
    }

    /// The bytes that a field is the checksum of, from the locals of where fields begin and end.
    pub fn summed(&self, id: TypeId, f: &Field) -> TokenStream {
        let over = f.over.iter().filter_map(|place| self.program.types[id].stored_at(*place));
        let parts = over.map(|f| {
            let (from, to) = (format_ident!("from_{}", f.id), format_ident!("to_{}", f.id));
            match is_number(f) {
                true => quote!(__rt::checksum::number(#from, #to)),
                false => quote!(__rt::checksum::bytes(#from, #to)),
            }
        });
        quote!(&[#(#parts),*])
    }

    /// What says by which algorithm the checksums in a field, of bytes that stand elsewhere, are computed (`-algo`).
    pub fn algorithm_of(&self, id: TypeId, f: &Field) -> Option<TokenStream> {
        let algorithm = self.algorithm(f.keys.algo.as_ref()?.0);
        let doc = format!("How the checksums in `{}`, of bytes that stand elsewhere, are computed.", f.id);
        Some(match self.version_of(&self.program.types[id]) {
            Some(version) => {
                let (name, ty) = (format_ident!("{}_algo", f.id), self.type_path(version));
                quote!(#[doc = #doc] pub const fn #name(_: #ty) -> __rt::checksum::Algorithm { #algorithm })
            }
            None => {
                let name = ident(&format!("{}_algo", f.id).to_ascii_uppercase());
                quote!(#[doc = #doc] pub const #name: __rt::checksum::Algorithm = #algorithm;)
            }
        })
    }
}

/// Whether a field is one big-endian number, whose bytes some algorithms take in reverse.
fn is_number(f: &Field) -> bool {
    f.once() && matches!(&f.ty, FieldTy::Int(i) if !i.little)
}
