//! Elements of fixed width, which arrays are views of.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote, ToTokens as _};

use crate::emit::expr::Scope;
use crate::emit::field::Form;
use crate::emit::Emitter;
use crate::ir::{version_param, Expr, ExprKind, Field, FieldTy, TypeId};
use crate::names::Item;

impl Emitter<'_> {
    /// `Element` for a type of fixed width.
    pub fn element(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let name = Item::Ref.of(&t.rust);
        let (tys, unpack) = self.element_args(id);
        let mut s = self.scope(id, true);
        s.version = t.facts.told_version.then(|| quote!(version));
        if self.reads_as_element(id) {
            let params = self.params(id);
            return quote!(__rt::element!(#name #params););
        }
        let reads: Vec<TokenStream> = self.head(id).iter().map(|f| self.read_field(id, f, Form::Ref, &mut s)).collect();
        let make = self.make_ref(id, &s);
        quote! {
            impl<'a> __rt::array::Element<'a> for #name<'a> {
                type Args = #tys;

                fn get(r: &mut __rt::Reader<'a>, args: Self::Args, _: &'static __rt::Site) -> __rt::error::Result<Self> {
                    #unpack
                    let begin = r.offset();
                    #(#reads)*
                    Ok(#make)
                }
            }
        }
    }

    /// Whether a head of fixed width needs no more than what elements of arrays are given.
    fn reads_as_element(&self, id: TypeId) -> bool {
        let facts = &self.program.types[id].facts;
        facts.parent_refs.is_empty()
            && !facts.uses_root
            && facts.seq_params.len() == self.program.types[id].params.len()
    }

    /// What reads a head that is given more than it needs as an element of an array.
    pub(super) fn read_element_head(&self, id: TypeId) -> Option<TokenStream> {
        let t = &self.program.types[id];
        if !t.facts.fixed || self.reads_as_element(id) {
            return None;
        }
        let needed = t.params.iter().filter(|p| t.facts.seq_params.contains(&p.place));
        let (names, site) = (needed.map(|p| format_ident!("p_{}", p.id)), self.own_site(id));
        let version = self.told_version(id, &self.scope(id, true)).map(|v| quote!(#v,));
        Some(quote!(<Self as __rt::array::Element<'a>>::get(r, (#(#names,)* #version), #site)))
    }

    /// `bits`, the width that all values have under the same parameters.
    pub(super) fn width_of(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let (tys, unpack) = self.element_args(id);
        let mut s = self.scope(id, true);
        s.version = t.facts.told_version.then(|| quote!(version));
        let (always, some): (Vec<&Field>, Vec<&Field>) = t.fields.iter().partition(|f| f.cond.is_none());
        let (mut known, mut rest) = (0, Vec::new());
        for f in always {
            match self.width(f) {
                Width::Bits(n) => known += n,
                Width::Of(child) => rest.push(quote!(+ #child)),
            }
        }
        rest.extend(some.into_iter().filter_map(|f| {
            let (c, width) = (self.truth(f.cond.as_ref()?, &s), self.width(f));
            let one = match width {
                Width::Bits(n) => Literal::u64_unsuffixed(n).into_token_stream(),
                Width::Of(child) => child,
            };
            Some(quote!(+ if #c { #one } else { 0 }))
        }));
        let known = Literal::u64_unsuffixed(known);
        quote! {
            /// Width in bits.
            pub fn bits(args: #tys) -> u64 {
                #unpack
                #known #(#rest)*
            }
        }
    }

    /// The type of the parameters that a fixed type's fields need, and the statement that makes them known.
    fn element_args(&self, id: TypeId) -> (TokenStream, TokenStream) {
        let t = &self.program.types[id];
        let needed: Vec<_> = t.params.iter().filter(|p| t.facts.seq_params.contains(&p.place)).collect();
        let tys = needed.iter().map(|p| self.param_ty(&p.ty, &quote!()));
        let locals = needed.iter().map(|p| format_ident!("p_{}", p.id));
        let told = t.facts.told_version.then(|| version_param(self.program, self.program.files[t.file].root)).flatten();
        let (version, ty) = (told.map(|_| quote!(version,)), told.map(|p| self.param_ty(&p.ty, &quote!())));
        let ty = ty.map(|ty| quote!(#ty,));
        let unpack = (!needed.is_empty() || told.is_some()).then(|| quote!(let (#(#locals,)* #version) = args;));
        (quote!((#(#tys,)* #ty)), quote!(#unpack))
    }

    /// The version for elements that are told it, from where an array of them is read.
    pub(in crate::emit) fn told_version(&self, id: TypeId, s: &Scope) -> Option<TokenStream> {
        let t = &self.program.types[id];
        let root = &self.program.types[self.program.files[t.file].root];
        let i = root.params.iter().position(|p| t.facts.told_version && self.program.is_version(&p.ty))?;
        Some(self.root_member(i, &Expr::new(ExprKind::Root(i), root.params[i].ty.clone(), &t.pos), s).tok)
    }

    /// Whether the width is the same under all parameters.
    fn is_constant(&self, id: TypeId) -> bool {
        self.program.types[id].fields.iter().all(|f| match &f.ty {
            FieldTy::User(c, _) => f.cond.is_none() && self.is_constant(*c),
            _ => f.cond.is_none(),
        })
    }

    fn width(&self, f: &Field) -> Width {
        match &f.ty {
            FieldTy::Int(i) => Width::Bits(u64::from(i.bytes) * 8),
            FieldTy::Bits(n) => Width::Bits(u64::from(*n)),
            FieldTy::Float(n, _) => Width::Bits(u64::from(*n) * 8),
            FieldTy::User(c, _) => {
                let t = &self.program.types[*c];
                if self.is_constant(*c) {
                    return Width::Bits(t.facts.min_bits);
                }
                let p = self.item_path(*c, Item::Ref);
                Width::Of(quote!(#p::bits(())))
            }
            _ => Width::Bits(0),
        }
    }
}

/// How wide a field is.
enum Width {
    /// So many bits.
    Bits(u64),
    /// As its type says.
    Of(TokenStream),
}
