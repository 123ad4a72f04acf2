//! Parts of a list that say which they are: an element whose field of an enumeration tells the type of another of its fields has a method for
//! each value of the enumeration, and so has what the list is in. Heads find a part by its kind and read no other.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::Emitter;
use crate::ir::{Expr, ExprKind, Field, FieldTy, Mode, Place, Ty, Type, TypeId};
use crate::names::{camel, first_sentence, ident};

/// A field whose type another field of its owner tells.
struct Kinds<'t> {
    /// That field.
    kind: &'t Field,
    /// What is told by it.
    body: &'t Field,
    cases: Vec<Kind<'t>>,
}

/// One kind of parts.
struct Kind<'t> {
    /// The id of the value.
    id: &'t str,
    /// The value.
    value: TokenStream,
    /// The type of the part.
    ty: TypeId,
    /// Whether it is that of other values too, so that the value is looked at.
    is_shared: bool,
}

impl Emitter<'_> {
    /// The methods of a type's model: of an element, and of what has a list of such.
    pub fn kind_methods(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let name = ident(&t.rust);
        let own = self.kinds(id).into_iter().flat_map(|kinds| {
            let body = self.switch_path(id, kinds.body);
            let methods: Vec<_> = kinds.cases.iter().map(|case| self.element_methods(&kinds, case, &body)).collect();
            methods
        });
        let listed = self.lists_of_kinds(id).into_iter().flat_map(|(list, c)| {
            let kinds = self.kinds(c);
            kinds.into_iter().flat_map(|kinds| kinds.cases).map(move |case| self.list_methods(list, c, &case))
        });
        let methods: Vec<TokenStream> = own.chain(listed).collect();
        if methods.is_empty() {
            return quote!();
        }
        quote!(impl #name { #(#methods)* })
    }

    fn element_methods(&self, kinds: &Kinds<'_>, case: &Kind<'_>, body: &TokenStream) -> TokenStream {
        let (name, name_mut) = (ident(case.id), format_ident!("{}_mut", case.id));
        let (kind, field, ty) = (ident(&kinds.kind.id), ident(&kinds.body.id), self.type_path(case.ty));
        let (doc, value) = (self.kind_doc(case), &case.value);
        let guard = case.is_shared.then(|| quote!(if self.#kind == #value));
        let variant = self.kind_pattern(kinds, case, body);
        quote! {
            #[doc = #doc]
            pub fn #name(&self) -> Option<&#ty> {
                match &self.#field { #variant #guard => Some(part), _ => None }
            }

            #[doc = #doc]
            pub fn #name_mut(&mut self) -> Option<&mut #ty> {
                match &mut self.#field { #variant #guard => Some(part), _ => None }
            }
        }
    }

    fn list_methods(&self, list: &Field, element: TypeId, case: &Kind<'_>) -> TokenStream {
        let (name, name_mut) = (ident(case.id), format_ident!("{}_mut", case.id));
        let (field, ty, element) = (ident(&list.id), self.type_path(case.ty), self.type_path(element));
        let doc = self.kind_doc(case);
        let all = |iter: Ident| match list.optional {
            true => quote!(self.#field.#iter().flatten()),
            false => quote!(self.#field.#iter()),
        };
        let (read, write) = (all(ident("iter")), all(ident("iter_mut")));
        quote! {
            #[doc = #doc]
            pub fn #name(&self) -> Option<&#ty> { #read.find_map(#element::#name) }

            #[doc = #doc]
            pub fn #name_mut(&mut self) -> Option<&mut #ty> { #write.find_map(#element::#name_mut) }
        }
    }

    /// The methods of a head that has a list of them: each finds a part and reads that one only.
    pub(super) fn kinds_of_head(&self, id: TypeId) -> Vec<TokenStream> {
        let in_head = |list: &Field| self.head(id).iter().any(|f| f.place == list.place) && !list.reads_optional();
        let is_struct =
            |c: TypeId| self.program.types[c].mode == Mode::Struct && self.program.types[c].facts.asked.is_empty();
        let lists = self.lists_of_kinds(id).into_iter().filter(|(list, c)| in_head(list) && is_struct(*c));
        lists
            .flat_map(|(list, c)| self.kinds(c).map(|kinds| self.head_methods(id, list, c, &kinds)))
            .flatten()
            .collect()
    }

    fn head_methods(&self, id: TypeId, list: &Field, c: TypeId, kinds: &Kinds<'_>) -> Vec<TokenStream> {
        let FieldTy::User(_, args) = &list.ty else { return Vec::new() };
        let mut s = self.self_scope(id);
        (s.site, s.index) = (self.site(id, &list.id), Some(quote!(index)));
        let (field, kind, element) = (ident(&list.id), ident(&kinds.kind.id), self.type_path(c));
        let call = self.call(quote!(#element::decode), quote!(&mut at), c, args, &s, &list.pos, None);
        let (cx, kept, site, find) = (self.cx_param(id), self.kept_cx(id), &s.site, format_ident!("{}_of", list.id));
        let given = if cx.is_empty() { quote!() } else { quote!(, cx) };
        let (body, of) = (self.switch_path(c, kinds.body), ident(&kinds.body.id));
        let Ty::Enum(e) = kinds.kind.element_ty() else { return Vec::new() };
        let (ty, doc) = (self.enum_path(e), format!("The first of `{}` of a kind, read without the others.", list.id));
        let find_one = quote! {
            #[doc = #doc]
            pub fn #find(&self, kind: #ty #cx) -> __rt::error::Result<Option<#element>> {
                #kept
                for index in 0..self.#field.len() as i64 {
                    if self.#field.get(index)?.#kind == kind {
                        let mut at = self.#field.reader(index)?;
                        let r = &at;
                        return #call.at_index(#site, index).map(Some);
                    }
                }
                Ok(None)
            }
        };
        let method = |case: &Kind<'_>| {
            let (name, ty, value) = (ident(case.id), self.type_path(case.ty), &case.value);
            let (doc, variant) = (self.kind_doc(case), self.kind_pattern(kinds, case, &body));
            quote! {
                #[doc = #doc]
                pub fn #name(&self #cx) -> __rt::error::Result<Option<#ty>> {
                    let part = self.#find(#value #given)?.map(|part| part.#of);
                    Ok(match part { Some(#variant) => Some(*part), _ => None })
                }
            }
        };
        std::iter::once(find_one).chain(kinds.cases.iter().map(method)).collect()
    }

    /// The pattern of a part of a kind.
    fn kind_pattern(&self, kinds: &Kinds<'_>, case: &Kind<'_>, body: &TokenStream) -> TokenStream {
        let variant = ident(&camel(&self.program.types[case.ty].id));
        match kinds.body.optional {
            true => quote!(Some(#body::#variant(part))),
            false => quote!(#body::#variant(part)),
        }
    }

    fn kind_doc(&self, case: &Kind<'_>) -> String {
        let t = &self.program.types[case.ty];
        self.doc_or(&first_sentence(&t.doc), &t.id)
    }

    /// The lists in a type's model whose elements say which they are.
    fn lists_of_kinds(&self, id: TypeId) -> Vec<(&Field, TypeId)> {
        let t = &self.program.types[id];
        let lists = t.stored().filter(|f| !f.once() && f.in_model() && !self.is_view(f));
        let of_kinds = lists.filter_map(|f| match f.ty {
            FieldTy::User(c, _) if self.kinds(c).is_some() => Some((f, c)),
            _ => None,
        });
        of_kinds.collect()
    }

    /// What a type's values say of themselves, if they say which they are.
    fn kinds(&self, id: TypeId) -> Option<Kinds<'_>> {
        let t: &Type = &self.program.types[id];
        let told = |body: &'_ Field| match &body.ty {
            FieldTy::Switch(Expr { kind: ExprKind::Name(place @ Place::Field(_)), .. }, _) => t.field_at(*place),
            _ => None,
        };
        let is_plain = |f: &Field| f.once() && f.in_model() && !self.is_view(f);
        let body = t.stored().filter(|f| is_plain(f)).find(|f| told(f).is_some())?;
        let kind = told(body).filter(|k| is_plain(k) && !k.optional && matches!(k.element_ty(), Ty::Enum(_)))?;
        let FieldTy::Switch(_, cases) = &body.ty else { return None };
        let cases = cases.iter().filter_map(|(value, ty, _)| {
            let ExprKind::Enum(e, i) = value.kind else { return None };
            let id = self.program.enums[e].values[i].id.as_str();
            let (path, variant) = (self.enum_path(e), ident(&camel(id)));
            let is_shared = cases.iter().filter(|c| c.1 == *ty).count() > 1;
            Some(Kind { id, value: quote!(#path::#variant), ty: *ty, is_shared })
        });
        Some(Kinds { kind, body, cases: cases.collect() })
    }

    /// The path of the enumeration that a switched field is in models.
    fn switch_path(&self, id: TypeId, f: &Field) -> TokenStream {
        let name = self.switch_name(id, f);
        self.path(self.program.types[id].file, &name)
    }
}
