//! Owned models and their `decode`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, ToTokens as _};

use super::expr::{int_path, Scope};
use super::field::Form;
use super::layouts::layout_local;
use super::scope::local;
use super::Emitter;
use crate::ir::{BodyInstance, Delta, Field, FieldTy, Place, Ty, TypeId, ValueInstance};
use crate::ksy::ast::Checksum;
use crate::lower::Take;
use crate::names::{camel, first_sentence, ident, Item};

impl Emitter<'_> {
    /// The struct, the enumerations of its switched fields, and `decode`.
    pub fn model(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let (name, doc) = (ident(&t.rust), self.doc(t));
        let fields: Vec<TokenStream> = self.model_fields(id);
        let switches = t.stored().filter_map(|f| self.switch_enum(id, f));
        let (derive, decode) = match self.flat(id) {
            Some(flat) => (Self::flat_derive(flat), self.flat_decode(id, flat)),
            None => (quote!(#[derive(Debug, Clone, PartialEq)]), self.decode(id)),
        };
        let default = self.derives_default(id).then(|| quote!(#[derive(Default)]));
        let copy = self.is_pushed_as_model(id).then(|| quote!(#[derive(Copy)]));
        let (new, without) = (self.model_new(id), self.model_without(id));
        quote! {
            #doc
            #derive
            #copy
            #default
            pub struct #name { #(#fields)* }
            #(#switches)*
            impl #name { #new #decode #without }
        }
    }

    fn model_fields(&self, id: TypeId) -> Vec<TokenStream> {
        let (t, flat) = (&self.program.types[id], self.flat(id));
        let mut out = Vec::new();
        for p in t.params.iter().filter(|p| p.stored) {
            let (name, doc) = (ident(&p.id), self.doc_or(&p.doc, &p.id));
            let ty = self.scalar(&p.ty);
            out.push(quote!(#[doc = #doc] pub #name: #ty,));
        }
        for f in t.stored() {
            out.push(self.bit_fields(f));
            if !f.in_model() || self.is_view(f) {
                continue;
            }
            let (name, ty, doc) = match &f.keys.delta {
                Some(d) => (ident(&d.name), quote!(i64), f.sum.and_then(|sum| t.value_at(sum)).map_or("", |v| &v.doc)),
                None => (ident(&f.id), self.model_ty(id, f), f.doc.as_str()),
            };
            let ty = if f.optional { quote!(Option<#ty>) } else { ty };
            let doc = self.doc_or(doc, &f.id);
            let attributes = flat.map(|flat| Self::flat_field(flat, f));
            out.push(quote!(#[doc = #doc] #attributes pub #name: #ty,));
        }
        for v in t.values.iter().filter(|v| v.in_model) {
            let (name, ty, doc) = (ident(&v.id), self.value_ty(v), self.doc_or(&v.doc, &v.id));
            out.push(quote!(#[doc = #doc] pub #name: #ty,));
        }
        if t.preserve_trailing {
            out.push(quote!(
                /// Bytes after the last field that the specification knows.
                pub trailing: Vec<u8>,
            ));
        }
        out
    }

    /// Whether a field is read on demand only and so no part of a model.
    pub fn is_view(&self, f: &Field) -> bool {
        self.program.is_view(f)
    }

    /// Whether a field repeats elements that take no bytes.
    pub fn is_computed(&self, f: &Field) -> bool {
        self.program.is_computed(f)
    }

    /// Rust's type of a field in the model, as it is if present.
    pub fn model_ty(&self, id: TypeId, f: &Field) -> TokenStream {
        let one = match &f.ty {
            FieldTy::Bytes => quote!(Vec<u8>),
            FieldTy::Str => quote!(String),
            FieldTy::User(c, _) => self.type_path(*c),
            FieldTy::Switch(..) => self.path_of_switch(id, f),
            _ => self.scalar(&f.element_ty()).unwrap_or_else(|| quote!(())),
        };
        if f.once() {
            one
        } else {
            quote!(Vec<#one>)
        }
    }

    fn switch_enum(&self, id: TypeId, f: &Field) -> Option<TokenStream> {
        let FieldTy::Switch(_, cases) = &f.ty else { return None };
        let (name, doc) = (self.switch_name(id, f), self.doc_or(&f.doc, &f.id));
        let mut seen = Vec::new();
        let variants = cases
            .iter()
            .filter(|c| {
                !std::mem::replace(&mut seen.contains(&c.1), {
                    seen.push(c.1);
                    false
                })
            })
            .map(|c| {
                let t = &self.program.types[c.1];
                let (v, ty) = (ident(&camel(&t.id)), self.type_path(c.1));
                let doc = self.doc_or(&first_sentence(&t.doc), &t.id);
                quote!(#[doc = #doc] #v(Box<#ty>),)
            });
        let variants: Vec<TokenStream> = variants.collect();
        Some(quote! {
            #[doc = #doc]
            #[derive(Debug, Clone, PartialEq)]
            pub enum #name { #(#variants)* }
        })
    }

    fn decode(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let params = self.params(id);
        if self.is_model(id) {
            let (head, names, life_params) = (Item::Ref.of(&t.rust), self.param_names(id), self.life_params(id));
            return quote! {
                /// Reads one.
                pub fn decode #life_params (r: &mut __rt::Reader<'_> #params) -> __rt::error::Result<Self> {
                    #head::read(r #names)?.to_model()
                }
            };
        }
        let mut s = self.scope(id, true);
        let in_head = self.decoded_head(id).len();
        let head = (in_head > 0).then(|| self.read_head(id, &mut s));
        let rest = t.fields.iter().skip(in_head).filter(|f| !self.is_computed(f));
        let reads: Vec<TokenStream> = rest
            .map(|f| {
                let form = if self.is_listed(id, f) { Form::Ref } else { Form::Owned };
                self.read_checked_field(id, f, form, &mut s)
            })
            .collect();
        let bodies: Vec<TokenStream> =
            t.bodies.iter().filter(|b| !self.is_view(&b.field)).map(|b| self.decode_body(id, b, &mut s)).collect();
        let trailing = t.preserve_trailing.then(|| quote!(let trailing = r.rest().to_vec();));
        let values: Vec<TokenStream> = t
            .values
            .iter()
            .filter(|v| v.in_model && !s.names.contains_key(&v.place))
            .map(|v| self.model_value(id, v, &s))
            .collect();
        let fields = self.model_init(id, &s);
        let life_params = self.life_params(id);
        let (ret, out) = if t.facts.asked.is_empty() {
            (quote!(Self), quote!(Self { #fields }))
        } else {
            let asked = self.asked(id);
            let values = self.asked_values(id, &s);
            (quote!((Self, #asked)), quote!({ let asked = #values; (Self { #fields }, asked) }))
        };
        quote! {
            /// Reads one.
            pub fn decode #life_params (r: &mut __rt::Reader<'_> #params) -> __rt::error::Result<#ret> {
                #head
                #(#reads)*
                #(#bodies)*
                #trailing
                #(#values)*
                Ok(#out)
            }
        }
    }

    /// The values that parents ask for, from a scope with all fields.
    pub fn asked_values(&self, id: TypeId, s: &Scope) -> TokenStream {
        let t = &self.program.types[id];
        let asked = self.asked(id);
        let values = t.facts.asked.iter().map(|place| {
            let name = ident(self.program.name_of(id, *place));
            let v = self.truth(&self.program.named(id, *place, &t.pos), s);
            quote!(#name: #v)
        });
        quote!(#asked { #(#values),* })
    }

    /// The members of the model, from a scope with all that was read.
    pub(super) fn model_init(&self, id: TypeId, s: &Scope) -> TokenStream {
        let t = &self.program.types[id];
        let head = if s.head.is_some() { self.head(id) } else { &[] };
        let value = |place: Place| s.names.get(&place).map(|v| v.tok.clone()).unwrap_or_default();
        let mut out = Vec::new();
        for p in t.params.iter().filter(|p| p.stored) {
            let (name, l) = (ident(&p.id), value(p.place));
            out.push(match &p.ty {
                Ty::Int(i) => {
                    let ty = int_path(*i);
                    quote!(#name: #l as #ty)
                }
                _ => quote!(#name: #l),
            });
        }
        let bodies = t.bodies.iter().map(|b| &b.field);
        for f in t.fields.iter().chain(bodies) {
            let l = local(&f.id);
            out.extend(self.bit_values(id, f, s));
            if !f.in_model() || self.is_view(f) {
                continue;
            }
            let is_member = head.iter().any(|x| x.id == f.id);
            match &f.keys.delta {
                Some(d) if is_member => {
                    let (name, v) = (ident(&d.name), f.sum.map(value).unwrap_or_default());
                    out.push(quote!(#name: #v));
                }
                Some(d) => {
                    let (name, l) = (ident(&d.name), format_ident!("delta_{}", d.name));
                    out.push(quote!(#name: #l));
                }
                None if is_member => {
                    let (name, v) = (ident(&f.id), self.owned_member(id, f, s));
                    out.push(quote!(#name: #v));
                }
                None => {
                    let (name, list) = (ident(&f.id), quote!(list(|e| Ok(e.0))));
                    out.push(match (self.is_listed(id, f) && matches!(f.place, Place::Field(_)), f.reads_optional()) {
                        (false, _) => quote!(#name: #l),
                        (true, false) => quote!(#name: #l.#list?),
                        (true, true) => quote!(#name: #l.map(|all| all.#list).transpose()?),
                    });
                }
            }
        }
        for v in t.values.iter().filter(|v| v.in_model) {
            let (name, l) = (ident(&v.id), format_ident!("value_{}", v.id));
            let known = s.names.get(&v.place).filter(|_| s.head.is_some()).map(|v| v.tok.clone());
            let value = known.unwrap_or_else(|| l.into_token_stream());
            out.push(quote!(#name: #value));
        }
        if t.preserve_trailing {
            out.push(quote!(trailing));
        }
        quote!(#(#out),*)
    }

    /// Rust's type of a value that the model has.
    pub fn value_ty(&self, v: &ValueInstance) -> TokenStream {
        let wrong = || self.wrong(&v.pos, "-model: expected a number, a truth value or a value of an enum").tok;
        let ty = self.scalar(&v.ty).filter(|_| !matches!(v.ty, Ty::Float(_))).unwrap_or_else(wrong);
        if v.cond.is_some() {
            quote!(Option<#ty>)
        } else {
            ty
        }
    }

    /// The statement that computes a value that the model has.
    fn model_value(&self, id: TypeId, v: &ValueInstance, s: &Scope) -> TokenStream {
        let e = self.program.named(id, v.place, &v.pos);
        let (l, val) = (format_ident!("value_{}", v.id), self.eval_raw(&e, s));
        let tok = match (&val.ty, val.optional) {
            (Ty::Int(_), false) => self.as_i64(&val, s),
            _ => val.tok,
        };
        quote!(let #l = #tok;)
    }

    /// The statement that makes the value of what is stored as a difference.
    pub(super) fn sum(&self, id: TypeId, d: &Delta, sum: Place, s: &Scope) -> TokenStream {
        let (l, v) = (format_ident!("delta_{}", d.name), self.eval_raw(&self.program.named(id, sum, &d.pos), s).tok);
        quote!(let #l = #v;)
    }

    /// Statements that compare a checksum.
    pub(super) fn verify(&self, id: TypeId, f: &Field, c: &Checksum) -> TokenStream {
        let number = match &f.ty {
            FieldTy::Int(i) if !i.signed && c.algo.fits(i.bytes) && f.once() => *i,
            _ => {
                let message = format!("-checksum: expected one unsigned number of {} bytes", c.algo.widths());
                return self.wrong(&c.pos, message).tok;
            }
        };
        let l = if self.program.types[id].has_layouts(f) { layout_local(&f.id) } else { local(&f.id) };
        let (site, algorithm, parts) = (self.site(id, &f.id), self.algorithm(c.algo), self.summed(id, f));
        let (width, layout) =
            (proc_macro2::Literal::u64_unsuffixed(number.bytes.into()), super::table::int_name(number));
        // A body lies elsewhere than the reader.
        let error = if matches!(f.place, Place::Field(_)) {
            quote!(r.error_before(#width, kind, #site))
        } else {
            let from = format_ident!("from_{}", f.id);
            quote!(__rt::ReadError::new(kind, r.offset() - r.pos() + #from, #site))
        };
        let check = |stored: TokenStream| {
            quote! {
                if let Some(kind) = #algorithm.differs(r, #parts, u64::from(#stored), __rt::table::Int::#layout) {
                    return Err(#error);
                }
            }
        };
        if f.cond.is_some() {
            let check = check(quote!(stored));
            quote!(if let Some(stored) = #l { #check })
        } else {
            check(quote!(#l))
        }
    }

    fn decode_body(&self, id: TypeId, b: &BodyInstance, s: &mut Scope) -> TokenStream {
        let f = &b.field;
        s.site = self.site(id, &f.id);
        let (l, site) = (local(&f.id), s.site.clone());
        let at = self.number(&b.at, s);
        let (from, to) = (format_ident!("from_{}", f.id), format_ident!("to_{}", f.id));
        let there = Take { cond: None, ..self.step(id, f).take };
        let read = self.read_take(id, &there, Form::Owned, s);
        let value = quote! {{
            let mut at = r.at(#at, #site)?;
            let r = &mut at;
            let #from = r.pos();
            #read
            (#l, #from, r.pos())
        }};
        let check = f.keys.checksum.as_ref().map(|c| self.verify(id, f, c));
        let stmt = match &f.cond {
            Some(c) => {
                let c = self.truth(c, s);
                quote!(let (#l, #from, #to) = match #c { true => { let (v, from, to) = #value; (Some(v), from, to) } false => (None, 0, 0) }; #check)
            }
            None => quote!(let (#l, #from, #to) = #value; #check),
        };
        let mut v = super::expr::Val::new(quote!(#l), f.stored_ty()).optional(f.cond.is_some());
        let whole = matches!(&f.ty, FieldTy::User(c, _) if self.is_whole(*c)) && f.cond.is_none() && f.once();
        let view = (whole && self.is_needed(id, f.place)).then(|| {
            // Later bodies ask for what the model does not keep.
            let head = format_ident!("v_{}", f.id);
            let mut inner_scope = s.clone();
            let read = self.read_take(id, &there, Form::Ref, &mut inner_scope);
            v.tok = quote!(#head);
            v.view = true;
            quote!(let #head = { let mut at = r.at(#at, #site)?; let r = &mut at; #read #l };)
        });
        s.names.insert(f.place, v);
        quote!(#stmt #view)
    }
}
