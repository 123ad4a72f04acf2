//! Ranges of bytes that are read when asked for.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::emit::Emitter;
use crate::ir::{Ty, TypeId};
use crate::names::{ident, Item};

impl Emitter<'_> {
    /// The range of bytes of a lazy type.
    pub(super) fn span(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let (name, params, path) = (Item::Span.of(&t.rust), self.params(id), ident(&t.rust));
        let a = self.param_names(id);
        let doc = format!("The bytes of a [`{}`], not yet read.", t.rust);
        // Numbers, and the version, are kept: who visits the bytes later need not know which of them the type asks for.
        let is_kept = |ty: &Ty| matches!(ty, Ty::Int(_) | Ty::Bool) || self.program.is_version(ty);
        let kept: Vec<_> = t.params.iter().filter(|p| is_kept(&p.ty)).collect();
        let fields = kept.iter().map(|p| {
            let (field, ty, doc) = (ident(&p.id), self.param_ty(&p.ty, &quote!()), self.doc_or(&p.doc, &p.id));
            quote!(#[doc = #doc] pub #field: #ty,)
        });
        let values = kept.iter().map(|p| {
            let (field, local) = (ident(&p.id), format_ident!("p_{}", p.id));
            quote!(#field: #local,)
        });
        let values = quote!(#(#values)*);
        let given = kept.iter().map(|p| {
            let (local, ty) = (format_ident!("p_{}", p.id), self.param_ty(&p.ty, &quote!()));
            quote!(#local: #ty)
        });
        // Extents of what is visited are found in hot loops: there a span has a slice, which takes less to be handed on than a reader.
        let is_hot = self.visited(id);
        let inline = if is_hot { quote!(#[inline(always)]) } else { quote!(#[inline]) };
        let (held, mutable, taken) = match is_hot {
            true => (quote!(&'a [u8]), quote!(mut), quote!(bytes: bytes.rest())),
            false => (quote!(__rt::Reader<'a>), quote!(), quote!(bytes)),
        };
        let whole = quote! {
            /// All bytes of a stream.
            pub fn whole(#mutable bytes: __rt::Reader<'a> #(, #given)*) -> Self {
                #name { begin: bytes.offset(), size: bytes.size(), #values #taken }
            }
        };
        let lets = kept.iter().map(|p| {
            let (field, local) = (ident(&p.id), format_ident!("p_{}", p.id));
            quote!(let #local = self.#field;)
        });
        let lets = quote!(#(#lets)*);
        let visit = self.visited(id).then(|| {
            let visitor = self.visitor_name(t.file);
            let params = self.params_but(id, is_kept);
            quote! {
                /// Visits what the bytes hold.
                #[inline]
                pub fn visit<V: #visitor<'a>>(&self #params, v: &mut V) -> Result<(), V::Error> {
                    let mut r = self.reader();
                    #lets
                    #path::visit(&mut r #a, v).map(drop)
                }
            }
        });
        let head = (!self.visited(id)).then(|| {
            let (head, params) = (Item::Ref.of(&t.rust), self.params_but(id, is_kept));
            quote! {
                /// The head.
                pub fn head(&self #params) -> __rt::error::Result<#head<'a>> {
                    let mut r = self.bytes;
                    #lets
                    #head::read(&mut r #a)
                }
            }
        });
        let same = kept.iter().map(|p| {
            let field = ident(&p.id);
            quote!(#field: self.#field,)
        });
        let access = match is_hot {
            true => quote! {
                /// The bytes.
                #[inline(always)]
                pub fn bytes(&self) -> &'a [u8] {
                    self.bytes.get(..self.size as usize).unwrap_or_default()
                }

                /// A reader at its start.
                #[inline(always)]
                pub fn reader(&self) -> __rt::Reader<'a> {
                    __rt::Reader::with_base(self.bytes, self.begin)
                }
            },
            false => quote! {
                /// The bytes.
                #[inline]
                pub fn bytes(&self) -> &'a [u8] {
                    self.bytes.between(self.bytes.pos(), self.bytes.pos() + self.size)
                }

                /// A reader at its start.
                pub fn reader(&self) -> __rt::Reader<'a> {
                    self.bytes
                }

                /// The same with a copy of its bytes.
                pub fn over<'b>(&self, bytes: __rt::Reader<'b>) -> #name<'b> {
                    #name { begin: self.begin, size: self.size, #(#same)* bytes }
                }
            },
        };
        quote! {
            #[doc = #doc]
            #[derive(Debug, Clone, Copy)]
            pub struct #name<'a> {
                /// Where it begins, in bytes from the start of the component.
                pub begin: u64,
                #(#fields)*
                bytes: #held,
                size: u64,
            }

            impl<'a> #name<'a> {
                #whole

                /// Finds the extent; the reader is left after it.
                #inline
                pub fn pass(r: &mut __rt::Reader<'a> #params) -> __rt::error::Result<Self> {
                    let #mutable bytes = *r;
                    #path::skip(r #a)?;
                    Ok(#name { begin: bytes.offset(), size: r.offset() - bytes.offset(), #values #taken })
                }

                /// Length in bytes.
                pub fn size(&self) -> u64 {
                    self.size
                }

                #access

                #head
                #visit
            }
        }
    }
}
