//! `skip`: passing over a value without making it.

use proc_macro2::TokenStream;
use quote::quote;

use super::expr::Scope;
use super::field::Form;
use super::tidy::names;
use super::Emitter;
use crate::ir::{Expr, Field, FieldTy, Mode, TypeId, TypeKind};
use crate::lower::{Take, Times};
use crate::names::{ident, Item};

impl Emitter<'_> {
    /// The method, and the struct of what parents ask for.
    pub fn skip(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        if !self.is_passed(id) || self.skips_by_reading(id) {
            return quote!();
        }
        let (name, params) = (ident(&t.rust), self.params(id));
        let mut s = self.scope(id, true);
        let head = self.skips_head(id).then(|| self.read_head(id, &mut s));
        let in_head = if head.is_some() { self.head(id).len() } else { 0 };
        let rest: Vec<TokenStream> = t
            .fields
            .iter()
            .skip(in_head)
            .filter(|f| !self.is_computed(f))
            .map(|f| self.skip_field(id, f, &mut s))
            .collect();
        let trailing = t.preserve_trailing.then(|| quote!(r.rest();));
        let (ret, out, asked) = if t.facts.asked.is_empty() {
            (quote!(()), quote!(()), quote!())
        } else {
            let (path, values) = (self.asked(id), self.asked_values(id, &s));
            let asked_name = Item::Asked.of(&t.rust);
            let fields = t.facts.asked.iter().map(|place| {
                let name = self.program.name_of(id, *place);
                let (f, doc) = (ident(name), self.doc_or(t.value_at(*place).map_or("", |v| &v.doc), name));
                quote!(#[doc = #doc] pub #f: bool,)
            });
            let doc = format!("What parents of a [`{}`] ask for.", t.rust);
            (
                quote!(((), #path)),
                quote!(((), #values)),
                quote! {
                    #[doc = #doc]
                    #[derive(Debug, Clone, Copy)]
                    pub struct #asked_name { #(#fields)* }
                },
            )
        };
        let life_params = self.life_params(id);
        // Extents of lazy values are found in hot loops.
        let is_hot = self.is_measured(id) || t.mode == Mode::Lazy && self.visited(id);
        let inline = if is_hot { quote!(#[inline(always)]) } else { quote!(#[inline]) };
        quote! {
            #asked
            impl #name {
                /// Passes over one.
                #inline
                pub fn skip #life_params (r: &mut __rt::Reader<'_> #params) -> __rt::error::Result<#ret> {
                    #head
                    #(#rest)*
                    #trailing
                    Ok(#out)
                }
            }
        }
    }

    /// Whether a type is passed over by reading its head, which is all of it.
    fn skips_by_reading(&self, id: TypeId) -> bool {
        self.skips_head(id) && self.is_whole(id) && self.program.types[id].facts.asked.is_empty()
    }

    /// The function that passes over a value of a type.
    pub fn skip_path(&self, id: TypeId) -> TokenStream {
        if self.skips_by_reading(id) {
            let head = self.item_path(id, Item::Ref);
            return quote!(#head::read);
        }
        let path = self.type_path(id);
        quote!(#path::skip)
    }

    /// Whether generated code passes over values of a type: visitors do, and so do ranges of bytes that are read later. The types of a
    /// file that describes no component are for others, which may do either.
    fn is_passed(&self, id: TypeId) -> bool {
        let file = &self.program.files[self.program.types[id].file];
        let asked = !self.program.types[id].facts.asked.is_empty();
        let children = |t: TypeId| crate::ir::children(self.program, t);
        let mut passed: Vec<TypeId> = Vec::new();
        for &t in &file.types {
            match self.program.types[t].mode {
                Mode::Lazy => passed.push(t),
                _ if self.visited(t) => passed.extend(children(t)),
                _ => {}
            }
        }
        file.component.is_none() || asked || crate::ir::reached(self.program, passed).contains(&id)
    }

    /// How a field is read after all, because later fields need its value.
    fn kept(&self, id: TypeId, f: &Field) -> Option<Form> {
        if !self.is_needed(id, f.place) {
            return None;
        }
        let FieldTy::User(c, _) = &f.ty else { return None };
        let t = &self.program.types[*c];
        match (t.kind, f.once()) {
            (TypeKind::Native(_), true) => Some(Form::Ref),
            (TypeKind::Native(_), false) => Some(Form::Owned),
            (TypeKind::Plain, once) if t.mode != Mode::Struct || (t.facts.fixed && !once) => None,
            (TypeKind::Plain, true) if self.is_whole(*c) => Some(Form::Ref),
            (TypeKind::Plain, _) => Some(Form::Owned),
            (TypeKind::Version, _) => None,
        }
    }

    /// Statements that pass over a field.
    pub fn skip_field(&self, id: TypeId, f: &Field, s: &mut Scope) -> TokenStream {
        self.read_field(id, f, self.kept(id, f).unwrap_or(Form::Skip), s)
    }

    /// Whether a list is passed over element by element: those of one width are jumped over together, and numbers that others ask for are read.
    pub(super) fn is_passed_one_by_one(&self, id: TypeId, take: &Take<'_>, s: &Scope) -> bool {
        let f = take.field;
        let is_number = !matches!(f.ty, FieldTy::User(..) | FieldTy::Bytes | FieldTy::Str);
        let is_read = matches!(take.times, Times::Once) || is_number && self.is_needed(id, f.place);
        !is_read && self.fixed_array(id, f, s).is_none()
    }

    /// Statements that pass over the elements of a list, without making one.
    pub(super) fn pass_all(&self, id: TypeId, take: &Take<'_>, s: &Scope) -> TokenStream {
        let (inner, site) = (Scope { index: Some(quote!(index)), ..s.clone() }, &s.site);
        let one = self.read_one(id, take, Form::Skip, &inner);
        let counted = |n: &Expr| {
            let n = self.number(n, s);
            let all = match names(&one, "index") {
                true => quote!(for index in 0..count as i64 { let _ = #one; }),
                false => quote!(for _ in 0..count { let _ = #one; }),
            };
            // Many spans are of nothing, and a loop costs before its first element.
            let all = if self.program.types[id].mode == Mode::Lazy { quote!(if count > 0 { #all }) } else { all };
            quote!(let count = __rt::array::count(r, #n, 0, #site)?; #all)
        };
        self.each(take, &quote!(let _ =), || one.clone(), counted, &inner)
    }
}
