//! Enumerations.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use crate::ir::EnumId;
use crate::names::{camel, ident};

impl Emitter<'_> {
    /// The values, and what numbers stand for them.
    pub(super) fn enumeration(&self, id: EnumId) -> TokenStream {
        let e = &self.program.enums[id];
        let (name, doc) = (ident(&e.rust), format!("`{}`", e.id));
        let bits = self.bits_of(id).map(proc_macro2::Literal::u64_unsuffixed);
        let variants = e.values.iter().map(|x| {
            let (v, n) = (ident(&camel(&x.id)), proc_macro2::Literal::i64_unsuffixed(x.number));
            let doc = self.doc_or(&x.doc, &x.id);
            let deku = bits.as_ref().map(|_| quote!(#[deku(id = #n)]));
            quote!(#[doc = #doc] #deku #v = #n,)
        });
        let deku = bits.as_ref().map(|bits| quote!(#[derive(::deku::DekuRead)] #[deku(id_type = "u8", bits = #bits)]));
        let from = e.values.iter().map(|x| {
            let (v, n) = (ident(&camel(&x.id)), proc_macro2::Literal::i64_unsuffixed(x.number));
            quote!(#n => Some(Self::#v),)
        });
        let (count, all) = (e.values.len(), e.values.iter().map(|x| ident(&camel(&x.id))));
        let names = e.values.iter().map(|x| {
            let (v, id) = (ident(&camel(&x.id)), &x.id);
            quote!(Self::#v => #id,)
        });
        quote! {
            #[doc = #doc]
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #deku
            pub enum #name { #(#variants)* }

            impl #name {
                /// All values.
                pub const ALL: [Self; #count] = [#(Self::#all),*];

                /// The value that a number stands for.
                #[inline]
                pub fn from_raw(n: i64) -> Option<Self> {
                    match n { #(#from)* _ => None }
                }

                /// Its id in the specification.
                pub fn id(self) -> &'static str {
                    match self { #(#names)* }
                }
            }

            impl __rt::table::Reflect for #name {
                fn dynamic(&self) -> __rt::table::Dyn<'_> { __rt::table::Dyn::Signed(*self as i64) }
            }
        }
    }
}
