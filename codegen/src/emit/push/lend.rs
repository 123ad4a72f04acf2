//! Where parts come from: a model that lends them, a head that was read, or the bytes of a lazy value.

use proc_macro2::TokenStream;
use quote::quote;

use super::parts::Part;
use crate::emit::encode::encode_fn;
use crate::emit::Emitter;
use crate::ir::TypeId;
use crate::names::{ident, Item};

impl Emitter<'_> {
    pub(super) fn parts_of_model(&self, id: TypeId, all: &[Part]) -> TokenStream {
        let t = &self.program.types[id];
        let (name, model) = (Item::Parts.of(&t.rust), ident(&t.rust));
        let life = if self.borrows(id) { quote!(<'a>) } else { quote!() };
        let values = all.iter().map(|p| {
            let (name, lent) = (&p.name, &p.lent);
            quote!(#name: #lent,)
        });
        quote! {
            impl<'a> From<&'a #model> for #name #life {
                #[inline]
                fn from(model: &'a #model) -> Self { #name { #(#values)* } }
            }
        }
    }

    pub(super) fn parts_from_head(&self, id: TypeId, all: &[Part]) -> TokenStream {
        let t = &self.program.types[id];
        let (name, head) = (Item::Parts.of(&t.rust), Item::Ref.of(&t.rust));
        let name = if self.is_pushed_as_model(id) { ident(&t.rust) } else { name };
        let life = if self.borrows(id) { quote!(<'a>) } else { quote!() };
        let values = all.iter().map(|p| {
            let (name, from) = (&p.name, &p.from);
            quote!(#name: #from,)
        });
        quote! {
            impl<'a> From<&#head<'a>> for #name #life {
                #[inline]
                fn from(head: &#head<'a>) -> Self { #name { #(#values)* } }
            }
        }
    }

    pub(super) fn lazy(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let (name, span, parts) = (Item::Lazy.of(&t.rust), Item::Span.of(&t.rust), Item::Parts.of(&t.rust));
        let (params, args) = (self.write_params(id), self.write_pass_on(id));
        let life = if self.borrows(id) { quote!(<'a>) } else { quote!() };
        let doc = format!("A [`{}`] that is pushed.", t.rust);
        let from_model = self.is_written_as_parts(id).then(|| {
            let model = ident(&t.rust);
            quote! {
                impl<'a> From<&'a #model> for #name<'a> {
                    #[inline]
                    fn from(model: &'a #model) -> Self { #name::Parts(model.into()) }
                }
            }
        });
        let encode = encode_fn(
            &quote!(#[inline(always)]),
            &params,
            &quote!(match self { #name::Read(span) => w.copy(span.bytes()), #name::Parts(parts) => parts.encode(w #args)?, } Ok(())),
        );
        quote! {
            #[doc = #doc]
            #[derive(Debug, Clone, Copy)]
            pub enum #name<'a> {
                /// Bytes as they were read, of the same version and with the same types.
                Read(#span<'a>),
                /// Its parts.
                Parts(#parts #life),
            }
            impl<'a> From<&#span<'a>> for #name<'a> {
                #[inline]
                fn from(span: &#span<'a>) -> Self { #name::Read(*span) }
            }
            #from_model
            impl #name<'_> { #encode }
        }
    }
}
