//! What a head leads to: the body of a view that it has the position of, and elements found by the table of their offsets.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::emit::expr::Scope;
use crate::emit::Emitter;
use crate::ir::{
    Binary, Expr, ExprKind, Field, FieldTy, Function, Mode, Place, Presence, Repeat, Size, TypeId, TypeKind,
};
use crate::names::Item;

impl Emitter<'_> {
    /// Values of the parent that the head keeps, because what it leads to needs them.
    pub(super) fn kept_of_parent(&self, id: TypeId) -> Vec<usize> {
        let t = &self.program.types[id];
        let closed = self.closed(id);
        let views = t.bodies.iter().filter(|b| self.is_led_to(&b.field));
        let own = views.flat_map(|b| crate::ir::field_exprs(&b.field).into_iter().chain([&b.at])).collect();
        // Values that the head has ask for nothing any more.
        let all = crate::ir::through(t, own, |v| closed.iter().all(|c| c.id != v.id));
        let mut asked = Vec::new();
        all.into_iter().for_each(|e| {
            e.visit(&mut |e| {
                if let ExprKind::Parent(i) = e.kind {
                    asked.push(i);
                }
            });
        });
        let vals = self.parent_vals(id, &t.facts.parent_refs);
        let copied = |i: &usize| asked.contains(i) && vals.get(i).is_some_and(|v| self.is_kept(&v.ty));
        t.facts.parent_refs.iter().copied().filter(copied).collect()
    }

    pub(super) fn is_kept(&self, ty: &crate::ir::Ty) -> bool {
        self.copies_val(ty) || self.program.is_version(ty)
    }

    fn is_led_to(&self, f: &Field) -> bool {
        f.once() && matches!(&f.ty, FieldTy::User(c, _) if self.program.types[*c].mode == Mode::View)
    }

    /// A method for each view at a position that the head knows, in the stream that the head is in.
    pub(super) fn views(&self, id: TypeId) -> Vec<TokenStream> {
        let t = &self.program.types[id];
        if t.parent.is_none() {
            return Vec::new();
        }
        let s = self.self_scope(id);
        let views = t.bodies.iter().filter(|b| self.is_led_to(&b.field));
        views.map(|b| self.view(id, &b.at, &b.field, &s)).collect()
    }

    fn view(&self, id: TypeId, at: &Expr, f: &Field, s: &Scope) -> TokenStream {
        let FieldTy::User(c, args) = &f.ty else { return quote!() };
        let s = Scope { site: self.site(id, &f.id), ..s.clone() };
        let (path, method, site) = (self.item_path(*c, Item::Ref), crate::names::ident(&f.id), &s.site);
        let (at, call) =
            (self.number(at, &s), self.call(quote!(#path::read), quote!(&mut at), *c, args, &s, &f.pos, None));
        let body = quote!({ let r = &self.rest; let mut at = r.at(#at, #site)?; #call.map_err(|e: __rt::ReadError| e.within(#site, None)) });
        let (ret, body) = match &f.cond {
            Some(c) => {
                let c = self.truth(c, &s);
                (quote!(Option<#path<'a>>), quote!(if #c { #body.map(Some) } else { Ok(None) }))
            }
            None => (quote!(#path<'a>), body),
        };
        // Most are told by what the head keeps.
        let cx = if mentions(&body, "cx") { self.cx_param(id) } else { quote!() };
        let (doc, kept) = (self.doc_or(&f.doc, &f.id), self.kept_cx(id));
        quote! {
            #[doc = #doc]
            pub fn #method(&self #cx) -> __rt::error::Result<#ret> {
                let r = &self.rest;
                #kept
                #body
            }
        }
    }

    /// A method for each repeated field whose elements' offsets are listed, which finds one by its offset.
    pub(super) fn listed_elements(&self, id: TypeId) -> Vec<TokenStream> {
        let t = &self.program.types[id];
        let rest = t.fields.get(self.head(id).len()..).unwrap_or_default();
        let Some(first) = rest.first() else { return Vec::new() };
        t.fields.iter().filter_map(|offsets| self.listed(id, first, offsets)).collect()
    }

    fn listed(&self, id: TypeId, f: &Field, offsets: &Field) -> Option<TokenStream> {
        let t = &self.program.types[id];
        let (FieldTy::User(c, args), Repeat::Count(_)) = (&f.ty, &f.repeat) else { return None };
        let base = offset_base(offsets.keys.derive.as_ref()?, f.place)?;
        let holder = t.holder(offsets);
        if holder.id != offsets.id || holder.optional || (base != f.place && base != offsets.place) {
            return None;
        }
        let mut s = self.self_scope(id);
        s.site = self.site(id, &f.id);
        s.index = Some(quote!(index));
        let child = &self.program.types[*c];
        if child.kind != TypeKind::Plain || child.mode != Mode::Struct || !self.is_whole(*c) {
            return None;
        }
        let place = |name: &str| t.fields.iter().position(|x| x.id == name);
        let in_head = place(&offsets.id)? < self.head(id).len();
        let (table, find) = if in_head {
            (s.names.get(&offsets.place)?.tok.clone(), quote!())
        } else {
            (quote!(table), self.table_behind(id, offsets, &s)?)
        };
        let base = if base == f.place { quote!(self.rest.pos()) } else { quote!(#table.start().pos()) };
        let path = self.item_path(*c, Item::Ref);
        let (method, site, cx, kept) = (format_ident!("{}_at", f.id), &s.site, self.cx_param(id), self.kept_cx(id));
        let call = self.call(quote!(#path::read), quote!(at), *c, args, &s, &f.pos, None);
        let doc = format!("Element `index` of `{}`, found by its offset.", f.id);
        let from = |id: &str| (format_ident!("{}_from", id), format!("A reader at element `index` of `{id}`."));
        let ((to_element, to_element_doc), (to_offset, to_offset_doc)) = (from(&f.id), from(&offsets.id));
        let (next, next_doc) =
            (format_ident!("{}_next", f.id), format!("Element `index` of `{}`, at which the reader stands.", f.id));
        let given = if cx.is_empty() { quote!() } else { quote!(, cx) };
        Some(quote! {
            #[doc = #to_offset_doc]
            pub fn #to_offset(&self, index: i64 #cx) -> __rt::error::Result<__rt::Reader<'a>> {
                let r = &self.rest;
                #kept
                #find
                #table.reader(index)
            }

            #[doc = #to_element_doc]
            pub fn #to_element(&self, index: i64 #cx) -> __rt::error::Result<__rt::Reader<'a>> {
                let r = &self.rest;
                #kept
                #find
                let offset = i64::from(#table.get(index)?.0);
                r.at(offset.saturating_add(#base as i64), #site)
            }

            #[doc = #doc]
            pub fn #method(&self, index: i64 #cx) -> __rt::error::Result<#path<'a>> {
                let mut at = self.#to_element(index #given)?;
                self.#next(&mut at, index #given)
            }

            #[doc = #next_doc]
            pub fn #next(&self, at: &mut __rt::Reader<'a>, index: i64 #cx) -> __rt::error::Result<#path<'a>> {
                let r = &self.rest;
                #kept
                #call.map_err(|e: __rt::ReadError| e.within(#site, u64::try_from(index).ok()))
            }
        })
    }

    /// Statements that find a table of offsets which ends the stream: nothing but arrays of one width follows the elements. Of a table
    /// with several layouts the version has one.
    fn table_behind(&self, id: TypeId, offsets: &Field, s: &Scope) -> Option<TokenStream> {
        let t = &self.program.types[id];
        let layouts: Vec<&Field> = t.layouts(offsets.place).collect();
        let after: Vec<&Field> = t.fields.iter().skip_while(|x| layouts.iter().all(|l| l.id != x.id)).collect();
        let are_together = after.iter().zip(&layouts).all(|(a, l)| a.id == l.id);
        // The stream ends with the type only if it is a stream of its own.
        let own = |p: &crate::ir::Type| p.stored().all(|x| !x.has(id) || !matches!(x.size, Size::Own));
        let ends = !t.preserve_trailing && t.bodies.is_empty() && self.program.types.iter().all(own);
        if !ends || !are_together || offsets.has_absent() {
            return None;
        }
        let mut width = quote!(0i64);
        let mut tables = Vec::new();
        for f in after {
            let (Repeat::Count(n), Size::Own) = (&f.repeat, &f.size) else { return None };
            if f.presence == Presence::Bytes {
                return None;
            }
            let (bits, args) = self.fixed_array(id, f, s)?;
            let (n, has) = (self.number(n, s), f.cond.as_ref().map(|c| self.truth(c, s)));
            let one = quote!((#n).saturating_mul((#bits / 8) as i64));
            let one = has.as_ref().map_or_else(|| one.clone(), |has| quote!(if #has { #one } else { 0 }));
            width = quote!(#width.saturating_add(#one));
            if tables.len() < layouts.len() {
                let site = self.site(id, &f.id);
                tables.push((has, quote!(__rt::array::ArrayView::take(&mut behind, #n, #bits, #args, #site)?)));
            }
        }
        // Every version has one of them: the last, if it has none of the others.
        let last = tables.pop()?.1;
        let table = tables.into_iter().rev().fold(last, |rest, (has, one)| quote!(if #has { #one } else { #rest }));
        let (element, site) =
            (self.view_element(&self.program.types[id].element_of(offsets), &quote!('_)), self.site(id, &offsets.id));
        Some(quote! {
            let mut behind = r.at((r.size() as i64).saturating_sub(#width), #site)?;
            let table: __rt::array::ArrayView<'_, #element> = #table;
        })
    }

    /// Their values.
    pub(super) fn kept_values(&self, id: TypeId) -> Vec<TokenStream> {
        let t = &self.program.types[id];
        let cx = self.keeps_cx(id).then(|| {
            let name = self.item_path(id, Item::Params);
            let given = t.params.iter().map(|p| crate::names::ident(&p.id));
            quote!(cx: #name::new(#(cx.#given),*),)
        });
        let kept = self.kept_of_parent(id).into_iter().map(|i| {
            let up = self.up_local(id, i);
            quote!(#up,)
        });
        kept.chain(cx).collect()
    }

    /// The members of the head that keep values of the parent, and what a view was told.
    pub(super) fn kept_members(&self, id: TypeId) -> Vec<TokenStream> {
        let vals = self.parent_vals(id, &self.program.types[id].facts.parent_refs);
        let cx = self.keeps_cx(id).then(|| {
            let name = self.item_path(id, Item::Params);
            quote!(pub(crate) cx: #name<'static>,)
        });
        let kept = self.kept_of_parent(id);
        let kept = kept.iter().filter_map(|i| {
            let (up, ty) = (self.up_local(id, *i), self.handed_ty(vals.get(i)?));
            Some(quote!(pub(crate) #up: #ty,))
        });
        kept.chain(cx).collect()
    }
}

/// Whether an identifier stands somewhere in tokens.
fn mentions(tokens: &TokenStream, name: &str) -> bool {
    tokens.clone().into_iter().any(|tree| match tree {
        proc_macro2::TokenTree::Ident(i) => i == name,
        proc_macro2::TokenTree::Group(g) => mentions(&g.stream(), name),
        _ => false,
    })
}

/// What elements' offsets are counted from: `offset_of(f[_index]) - offset_of(base)`.
fn offset_base(derive: &Expr, of: Place) -> Option<Place> {
    let ExprKind::Binary(Binary::Sub, element, base) = &derive.kind else { return None };
    let (Some((Function::OffsetOf, [element, ..])), Some((Function::OffsetOf, [base, ..]))) =
        (element.as_call(), base.as_call())
    else {
        return None;
    };
    match &element.kind {
        ExprKind::Index(list, _) if list.as_place() == Some(of) => base.as_place(),
        _ => None,
    }
}
