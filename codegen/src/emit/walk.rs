//! `walk`: the field tree, each field with its place and value.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::expr::Scope;
use super::field::Form;
use super::scope::local;
use super::Emitter;
use crate::ir::{BodyInstance, Field, FieldTy, Native, Ty, TypeId, TypeKind};
use crate::ksy::ast::{Mode, Repeat, Size};
use crate::names::ident;

impl Emitter<'_> {
    /// The method.
    pub fn walk(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let params = self.params(id);
        let name = ident(&t.rust);
        let mut s = self.scope(id, true);
        let fields: Vec<TokenStream> = t.fields.iter().map(|f| self.walk_field(id, f, &mut s)).collect();
        let bodies: Vec<TokenStream> =
            t.bodies.iter().filter(|b| !self.is_view(&b.field)).map(|b| self.walk_body(id, b, &mut s)).collect();
        let trailing = t.preserve_trailing.then(|| {
            let site = self.site(id, "trailing");
            quote! {
                if !r.at_end() {
                    let (offset, rest) = (r.offset(), r.rest());
                    w.leaf(#site, None, offset, rest.len() as u64, __rt::Value::Bytes(rest));
                }
            }
        });
        let life_params = self.life_params(id);
        let (ret, out) = if t.facts.asked.is_empty() {
            (quote!(()), quote!(()))
        } else {
            (self.asked(id), self.asked_values(id, &s))
        };
        quote! {
            impl #name {
                /// Walks over the fields of one.
                ///
                /// # Errors
                /// What is wrong with the bytes; fields before it have been walked over.
                pub fn walk #life_params (r: &mut __rt::Reader<'_> #params, w: &mut dyn __rt::Walk) -> __rt::error::Result<#ret> {
                    #(#fields)*
                    #(#bodies)*
                    #trailing
                    Ok(#out)
                }
            }
        }
    }

    fn walk_field(&self, id: TypeId, f: &Field, s: &mut Scope) -> TokenStream {
        s.site = self.site(id, &f.id);
        let (l, align, hoisted) = (local(&f.id), self.align(id, f), self.hoist(id, f, s));
        let local_value = self.walk_local(id, f, s);
        let mut inner = s.clone();
        if self.indexed(id, &f.id) {
            // Elements may ask for their neighbours.
            inner.names.insert(f.id.clone(), super::expr::Val { tok: quote!(value), ..self.field_val(id, &f.id) });
        }
        let body = self.walk_repeated(id, f, &inner);
        let v = {
            let mut v = self.field_val(id, &f.id);
            v.view = !self.needs_model(f);
            v
        };
        if self.program.types[id].has_layouts(f) {
            let (layout, c) = (
                super::layouts::layout_local(&f.id),
                f.cond.as_ref().map_or_else(|| quote!(true), |c| self.truth(c, s)),
            );
            let form = if self.needs_model(f) { Form::Owned } else { Form::Ref };
            let is_needed = self.is_needed(id, &self.holder(&self.program.types[id], f).id);
            let joined = is_needed.then(|| self.join(id, f, form, s));
            return quote!(#hoisted #align let #layout = if #c { let value = #local_value; #body Some(value) } else { None }; #joined);
        }
        let stmt = match &f.cond {
            Some(c) if !f.reads_optional() && self.is_needed(id, &f.id) => {
                let (c, absent) = (self.truth(c, s), self.absent_tok(id, f, Form::Ref, s));
                quote!(#hoisted #align let #l = if #c { let value = #local_value; #body value } else { #absent };)
            }
            Some(c) => {
                let c = self.truth(c, s);
                quote!(#hoisted #align let #l = if #c { let value = #local_value; #body Some(value) } else { None };)
            }
            None => quote!(#hoisted #align let #l = { let value = #local_value; #body value };),
        };
        s.names.insert(f.id.clone(), v);
        stmt
    }

    /// Fields whose values other expressions may need but which have no borrowed form.
    fn needs_model(&self, f: &Field) -> bool {
        match &f.ty {
            FieldTy::User(c, _) => {
                let t = &self.program.types[*c];
                let whole = matches!(t.kind, TypeKind::Native(_)) || (self.is_whole(*c) && t.mode != Mode::Visit);
                if t.facts.fixed && !f.once() {
                    false
                } else {
                    !f.once() || !whole
                }
            }
            _ => !f.once() && !matches!(f.ty, FieldTy::Int(_)),
        }
    }

    /// The value of a field's local, read ahead; units where no expression can need it.
    fn walk_local(&self, id: TypeId, f: &Field, s: &Scope) -> TokenStream {
        let ahead = |form: Form| {
            let read = self.read_raw(id, f, form, s);
            quote!({ let mut at = *r; let r = &mut at; #read })
        };
        let t = match &f.ty {
            FieldTy::User(c, _) => &self.program.types[*c],
            FieldTy::Switch(..) => return quote!(()),
            _ if matches!(f.repeat, Repeat::Once) => return ahead(Form::Ref),
            _ if self.fixed_array(id, f, s).is_some() => return ahead(Form::Ref),
            _ => return quote!(()),
        };
        if t.facts.fixed && !f.once() {
            return ahead(Form::Ref);
        }
        if self.is_view(f) || t.mode != Mode::Struct || !self.is_needed(id, &f.id) {
            return quote!(());
        }
        if self.needs_model(f) {
            ahead(Form::Owned)
        } else {
            ahead(Form::Ref)
        }
    }

    fn walk_repeated(&self, id: TypeId, f: &Field, s: &Scope) -> TokenStream {
        let site = &s.site;
        match &f.repeat {
            Repeat::Once => self.walk_one(id, f, quote!(None), s),
            Repeat::Count(n) => {
                let n = self.number(n, s);
                let mut inner = s.clone();
                inner.index = Some(quote!(index));
                let one = self.walk_one(id, f, quote!(Some(index as u64)), &inner);
                quote! {
                    let count = __rt::array::count(r, #n, 0, #site)?;
                    for index in 0..count {
                        let index = index as i64;
                        (|| -> __rt::error::Result<()> { #one Ok(()) })().at_index(#site, index)?;
                    }
                }
            }
            Repeat::Eos => {
                let one = self.walk_one(id, f, quote!(Some(index as u64)), s);
                quote! {
                    let mut index = 0i64;
                    while !r.at_end() {
                        let before = r.pos();
                        (|| -> __rt::error::Result<()> { #one Ok(()) })().at_index(#site, index)?;
                        __rt::array::progress(r, before, #site)?;
                        index += 1;
                    }
                }
            }
            Repeat::Until(e) => {
                let one = self.walk_one(id, f, quote!(Some(index as u64)), s);
                let mut inner = s.clone();
                inner.item = Some(quote!(asked));
                let last = self.truth(e, &inner);
                quote! {
                    let mut index = 0i64;
                    loop {
                        let last = (|| -> __rt::error::Result<bool> { #one Ok(#last) })().at_index(#site, index)?;
                        if last { break; }
                        index += 1;
                    }
                }
            }
        }
    }

    fn walk_one(&self, id: TypeId, f: &Field, index: TokenStream, s: &Scope) -> TokenStream {
        let site = &s.site;
        if let FieldTy::User(c, args) = &f.ty {
            let t = &self.program.types[*c];
            if t.kind == TypeKind::Plain {
                return self.walk_child(f, index, s, |reader| {
                    let owner = ident(&t.rust);
                    let path = self.path(t.file, &owner);
                    let call = self.call(quote!(#path::walk), reader, *c, args, s, &f.pos, Some(quote!(w)));
                    quote!(#call.within(#site)?)
                });
            }
        }
        if let FieldTy::Switch(on, cases) = &f.ty {
            return self.walk_child(f, index, s, |reader| {
                self.branches(on, cases, s, |c, args| {
                    let t = &self.program.types[c];
                    let path = self.path(t.file, &ident(&t.rust));
                    let call = self.call(quote!(#path::walk), reader.clone(), c, args, s, &f.pos, Some(quote!(w)));
                    quote!({ #call.within(#site)? })
                })
            });
        }
        let mut plain = f.clone();
        plain.valid = None;
        let read = self.read_element(id, &plain, Form::Ref, s);
        let value = self.leaf_value(f);
        let bits = match &f.ty {
            FieldTy::Bits(n) => Literal::u64_unsuffixed(u64::from(n.div_ceil(8))),
            _ => Literal::u64_unsuffixed(0),
        };
        let len = if matches!(f.ty, FieldTy::Bits(_)) { quote!(#bits) } else { quote!(r.offset() - offset) };
        quote! {
            let offset = r.offset();
            let leaf = #read;
            w.leaf(#site, #index, offset, #len, #value);
        }
    }

    fn walk_child(
        &self,
        f: &Field,
        index: TokenStream,
        s: &Scope,
        call: impl Fn(TokenStream) -> TokenStream,
    ) -> TokenStream {
        let site = &s.site;
        match (&f.size, self.sub_reader(f, s)) {
            (Size::Own, _) | (_, None) => {
                let call = call(quote!(r));
                quote!(w.enter(#site, #index, r.offset()); let asked = #call; w.leave(r.offset());)
            }
            (_, Some(sub)) => {
                let call = call(quote!(&mut sub));
                quote! {
                    w.enter(#site, #index, r.offset());
                    let mut sub = #sub;
                    let asked = #call;
                    sub.finish(#site)?;
                    w.leave(r.offset());
                }
            }
        }
    }

    fn leaf_value(&self, f: &Field) -> TokenStream {
        match &f.ty {
            FieldTy::Bytes => quote!(__rt::Value::Bytes(leaf)),
            FieldTy::Str => quote!(__rt::Value::Text(leaf.into())),
            FieldTy::Float(4, _) => quote!(__rt::Value::Float(leaf)),
            FieldTy::Float(..) => quote!(__rt::Value::Double(leaf)),
            FieldTy::User(c, _) => match self.program.types[*c].kind {
                TypeKind::Native(n @ (Native::CqlType | Native::ColumnSubset)) => {
                    let codec = self.codec(n);
                    quote!(#codec::value(&leaf))
                }
                TypeKind::Native(n) => {
                    let codec = self.codec(n);
                    quote!(#codec::value(&leaf))
                }
                _ => quote!(__rt::Value::Bool(false)),
            },
            _ => match self.element_ty(f) {
                Ty::Enum(_) => quote!(__rt::Value::Enum(leaf.id())),
                Ty::Bool => quote!(__rt::Value::Bool(leaf)),
                Ty::Int(i) if i.signed => quote!(__rt::Value::Signed(i64::from(leaf))),
                _ => quote!(__rt::Value::Unsigned(u64::from(leaf))),
            },
        }
    }

    fn walk_body(&self, id: TypeId, b: &BodyInstance, s: &mut Scope) -> TokenStream {
        let f = &b.field;
        s.site = self.site(id, &f.id);
        let (l, site) = (local(&f.id), s.site.clone());
        let at = self.number(&b.at, s);
        let mut inner = f.clone();
        inner.cond = None;
        let mut inner_scope = s.clone();
        let field = self.walk_field(id, &inner, &mut inner_scope);
        let stmt = quote!({ let mut at = r.at(#at, #site)?; let r = &mut at; #field #l });
        let stmt = match &f.cond {
            Some(c) => {
                let c = self.truth(c, s);
                quote!(let #l = if #c { Some(#stmt) } else { None };)
            }
            None => quote!(let #l = #stmt;),
        };
        let mut v = super::expr::Val::new(quote!(#l), self.field_ty(f)).optional(f.cond.is_some());
        v.view = !self.needs_model(f);
        s.names.insert(f.id.clone(), v);
        stmt
    }
}
