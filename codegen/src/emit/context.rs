//! The context that all components are read in, and the one shape in which they are called.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Emitted, Emitter};
use crate::ir::{Param, Ty, TypeId};
use crate::lower::outer_positions;
use crate::names::{ident, Item};

impl Emitter<'_> {
    /// The context: all that any component of the specification needs from outside, each by its name; and the components.
    pub fn contexts(&self) -> Emitted {
        self.current.set(usize::MAX);
        self.named.borrow_mut().clear();
        let components: Vec<TypeId> = crate::ir::components(self.program).collect();
        let mut all: Vec<&Param> = Vec::new();
        for p in components.iter().flat_map(|id| &self.program.types[*id].params) {
            if !all.iter().any(|known| known.id == p.id) {
                all.push(p);
            }
        }
        let Some((version, others)) = all.split_first() else {
            return Emitted { imports: Vec::new(), parts: Vec::new() };
        };
        let context = self.context_struct(version, others);
        let params = components.iter().map(|id| self.params_of_context(*id));
        let impls = components.iter().map(|id| self.component(*id));
        let lacking = self.lacking();
        let tokens = quote!(#context #(#params)* #(#impls)* #lacking);
        let modules = components.iter().map(|id| self.program.files[self.program.types[*id].file].module.clone());
        let mut imports: Vec<String> = self.named.take().into_iter().chain(modules).collect();
        imports.sort();
        imports.dedup();
        Emitted { imports, parts: vec![("mod".to_owned(), super::tidy::tidy(tokens))] }
    }

    fn context_struct(&self, version: &Param, others: &[&Param]) -> TokenStream {
        let (v, v_ty, v_doc) = (ident(&version.id), self.full_ty(&version.ty), &version.doc);
        let fields = others.iter().map(|p| {
            let (id, ty) = (ident(&p.id), self.full_ty(&p.ty));
            quote!(#id: Option<#ty>,)
        });
        let places = self.outer_places();
        let place_fields = places.iter().map(|p| format_ident!("at_{}", p)).collect::<Vec<_>>();
        let place_setters = places.iter().zip(&place_fields).map(|(p, field)| {
            let (with, doc) =
                (format_ident!("with_{}", field), format!("Where `{p}` begins, which the caller has written."));
            quote! {
                #[doc = #doc]
                #[must_use]
                pub fn #with(mut self, at: u64) -> Self {
                    self.#field = Some(at);
                    self
                }
            }
        });
        let names = others.iter().map(|p| ident(&p.id));
        let setters = others.iter().map(|p| {
            let (id, ty, doc) = (ident(&p.id), self.full_ty(&p.ty), self.doc_or(&p.doc, &p.id));
            let with = format_ident!("with_{}", p.id);
            quote! {
                #[doc = #doc]
                #[must_use]
                pub fn #with(mut self, #id: #ty) -> Self {
                    self.#id = Some(#id);
                    self
                }
            }
        });
        quote! {
            /// What components are read and written with: the version, and what of other components is known.
            #[derive(Debug, Clone, Copy)]
            pub struct Context<'p> {
                #[doc = #v_doc]
                pub #v: #v_ty,
                #(#fields)*
                #(#place_fields: Option<u64>,)*
            }

            impl<'p> Context<'p> {
                /// A context in which nothing but the version is known.
                pub fn new(#v: #v_ty) -> Self {
                    Context { #v, #(#names: None,)* #(#place_fields: None,)* }
                }

                #(#setters)*
                #(#place_setters)*
            }

            /// A component of an SSTable: what each of them can do, called in one way.
            pub trait Component: Sized {
                /// Its name, as in the names of files.
                const NAME: &'static str;
                /// What it begins with, borrowed.
                type Head<'a>;

                /// Reads all of it.
                fn decode(r: &mut __rt::Reader<'_>, cx: &Context<'_>) -> __rt::error::Result<Self>;

                /// Reads what it begins with; the reader is left after it.
                fn read<'a>(r: &mut __rt::Reader<'a>, cx: &Context<'_>) -> __rt::error::Result<Self::Head<'a>>;

                /// Walks over all of its fields.
                fn walk(r: &mut __rt::Reader<'_>, cx: &Context<'_>, w: &mut dyn __rt::Walk) -> __rt::error::Result<()>;

                /// Writes it.
                fn encode<S: __rt::Sink>(&self, w: &mut S, cx: &Context<'_>) -> __rt::sink::WriteResult<()>;
            }
        }
    }

    /// What callers write themselves and components refer to by its position.
    fn outer_places(&self) -> std::collections::BTreeSet<String> {
        crate::ir::components(self.program).flat_map(|id| outer_positions(self.program, id)).collect()
    }

    /// A parameter's type in Rust, seen from beside all modules.
    fn full_ty(&self, ty: &Ty) -> TokenStream {
        self.param_ty(ty, &quote!('p))
    }

    fn params_of_context(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let (module, name) = (ident(&self.program.files[t.file].module), Item::Params.of(&t.rust));
        let owner = Item::Ref.of(&t.rust);
        let given = t.params.iter().enumerate().map(|(i, p)| {
            let (field, name) = (ident(&p.id), &p.id);
            if i == 0 {
                return quote!(cx.#field);
            }
            quote!(cx.#field.ok_or_else(|| {
                __rt::ReadError::new(__rt::ReadErrorKind::Context { needed: #name }, 0, #module::#owner::site())
            })?)
        });
        quote! {
            impl<'p> #module::#name<'p> {
                /// What the component needs of a context.
                pub fn of(cx: &Context<'p>) -> __rt::error::Result<Self> {
                    Ok(Self::new(#(#given),*))
                }
            }
        }
    }

    fn component(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let file = &self.program.files[t.file];
        let (module, name, label) = (ident(&file.module), ident(&t.rust), file.component.clone().unwrap_or_default());
        let (params, head) = (Item::Params.of(&t.rust), Item::Ref.of(&t.rust));
        let at = outer_positions(self.program, id).into_iter().map(|p| {
            let (field, what) = (format_ident!("at_{}", p), format!("cannot be written without the position of {p}"));
            quote!(, #field: #what)
        });
        quote!(__rt::component!(#module: #name, #head, #params, #label #(#at)*);)
    }
}
