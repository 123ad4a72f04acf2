//! Borrowed heads: what a type begins with, up to the first field of unknown extent.

mod checked;
mod element;
mod found;
mod lead;
mod span;

use proc_macro2::{TokenStream, TokenTree};
use quote::{format_ident, quote};

use super::constants::constant;
use super::expr::{copies, Scope, Val};
use super::scope::local;
use super::Emitter;
use crate::ir::{
    Expr, ExprKind, Field, FieldTy, Function, Int, Mode, Place, Ty, Type, TypeId, TypeKind, ValueInstance,
};
use crate::lower::{is_whole, Step};
use crate::names::{ident, Item};

impl Emitter<'_> {
    /// What is done with a field.
    pub fn step(&self, id: TypeId, f: &Field) -> &Step<'_> {
        self.lowered[id].step(f)
    }

    /// The fields of the head.
    pub fn head(&self, id: TypeId) -> &[Field] {
        &self.program.types[id].fields[..self.lowered[id].head().len()]
    }

    /// Whether the head is all there is.
    pub fn is_whole(&self, id: TypeId) -> bool {
        is_whole(self.program, id)
    }

    /// The values that can be computed from head and parameters, but for constants, which the type has.
    pub(super) fn closed(&self, id: TypeId) -> Vec<&ValueInstance> {
        let (t, head) = (&self.program.types[id], self.head(id));
        let is_in_head = |place| head.iter().any(|f| f.place == place);
        let closed = |v: &&ValueInstance| {
            v.delta.is_some_and(|i| is_in_head(Place::Field(i))) || self.is_closed(t, &is_in_head, &v.expr, 0)
        };
        let is_held = |v: &&ValueInstance| self.copied_ty(&v.ty).is_some();
        t.values.iter().filter(|v| constant(v).is_none()).filter(closed).filter(is_held).collect()
    }

    fn is_closed(&self, t: &Type, head: &dyn Fn(Place) -> bool, e: &Expr, depth: usize) -> bool {
        if depth > 8 {
            return false;
        }
        match &e.kind {
            ExprKind::Name(place) => {
                head(*place)
                    || t.param_at(*place).is_some_and(|_| !t.facts.fixed || t.facts.seq_params.contains(place))
                    || t.value_at(*place).is_some_and(|v| {
                        self.is_closed(t, head, &v.expr, depth + 1)
                            && v.cond.as_ref().is_none_or(|c| self.is_closed(t, head, c, depth + 1))
                    })
            }
            ExprKind::Root(_) => !t.facts.fixed && t.facts.uses_root,
            ExprKind::Parent(i) => t.fields.is_empty() && t.facts.parent_refs.contains(i),
            ExprKind::Each(_) | ExprKind::Call(..) | ExprKind::Position | ExprKind::Item(..) | ExprKind::Empty => false,
            _ => e.parts().into_iter().all(|part| self.is_closed(t, head, part, depth)),
        }
    }

    /// The struct of the head, and its `read`.
    pub fn refs(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        if t.mode == Mode::Lazy {
            let span = self.span(id);
            if self.visited(id) {
                return span;
            }
            let head = self.head_struct(id);
            return quote!(#span #head);
        }
        self.head_struct(id)
    }

    fn head_struct(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let (name, params, life_params) = (Item::Ref.of(&t.rust), self.params(id), self.life_params(id));
        let head = self.head(id);
        let fields = head.iter().filter(|f| f.same_as.is_none()).map(|f| self.ref_field(id, f));
        let numbers = t.params.iter().filter(|p| matches!(p.ty, Ty::Int(_) | Ty::Bool));
        let param_fields = if t.facts.fixed {
            Vec::new()
        } else {
            numbers
                .map(|p| {
                    let (field, ty, doc) =
                        (ident(&p.id), self.param_ty(&p.ty, &quote!()), self.member_doc(id, &p.doc, &p.id));
                    quote!(#doc pub #field: #ty,)
                })
                .collect()
        };
        let mut s = self.scope(id, true);
        let reads = self.read_steps(id, self.lowered[id].head(), &mut s);
        let closed = self.closed(id);
        let value_fields: Vec<TokenStream> = closed.iter().map(|v| self.value_field(id, v, &s)).collect();
        let (lets, make) = self.head_parts(id, &s);
        let begin = self.has_begin(id).then(|| {
            quote!(
                /// Where it begins, in bytes from the start of the component.
                pub begin: u64,
            )
        });
        let place = if self.is_whole(id) {
            let lifetime = (!self.has_borrowed_field(id)).then(|| quote!(lifetime: std::marker::PhantomData<&'a ()>,));
            quote!(#begin #lifetime)
        } else {
            quote!(#begin
                /// The reader after the head; in an event, after the stream of known length that follows the head.
                pub rest: __rt::Reader<'a>,
            )
        };
        // Small shapes are part of hot ones, and visits begin with heads.
        let inline = if self.is_whole(id) && head.len() <= 4 || t.mode == Mode::Visit {
            quote!(#[inline(always)])
        } else {
            quote!(#[inline])
        };
        let virtual_elements = self.virtual_elements(id);
        let (to_model, bits_of) = (self.to_model(id), (t.facts.fixed).then(|| self.width_of(id)));
        let (site_module, bodies) = (self.site_module(id), self.body_refs(id));
        let (kept, views, listed) = (self.kept_members(id), self.views(id), self.listed_elements(id));
        let kinds = self.kinds_of_head(id);
        let (stray, has_stray, gained) = (self.stray_bits(id), self.stray_member(id), self.gained(id));
        let gains = gained.as_ref().map(|_| quote!(, gained));
        let known = head.iter().filter_map(|f| self.known_members(f));
        let bits = head.iter().filter(|f| !f.keys.bits.is_empty()).map(|f| self.bit_methods(f));
        let members = head.iter().map(|f| &f.id).chain(closed.iter().map(|v| &v.id));
        let doc = match members.into_iter().any(|n| self.is_described(id, n)) {
            true => format!("The head of a [`{}`], borrowed; fields without a text are described there.", t.rust),
            false => format!("The head of a [`{}`], borrowed.", t.rust),
        };
        let derive =
            if head.iter().any(|f| matches!(&f.ty, FieldTy::User(c, _) if self.has_drop(*c)) || f.keys.java_utf) {
                quote!(#[derive(Debug, Clone)])
            } else {
                quote!(#[derive(Debug, Clone, Copy)])
            };
        let body = self.read_element_head(id);
        let body = body.unwrap_or_else(|| quote!(let begin = r.offset(); #(#reads)* #lets Ok(#make)));
        self.check_visited_checksums(id);
        let read = self.read_checked(id, &body).unwrap_or_else(|| {
            quote! {
                /// Reads the head; the reader is left after it.
                #inline
                pub fn read #life_params (r: &mut __rt::Reader<'a> #params) -> __rt::error::Result<Self> {
                    #body
                }
            }
        });
        quote! {
            #[doc = #doc]
            #derive
            pub struct #name<'a> {
                #place
                #(#param_fields)*
                #(#fields)*
                #(#known)*
                #has_stray
                #(#kept)*
                #(#value_fields)*
            }

            impl<'a> #name<'a> {
                #read
                #(#bits)*
                #(#virtual_elements)*
                #(#listed)*
                #(#views)*
                #(#kinds)*
                #bits_of
                #to_model

                #stray
                #gained
                __rt::sited!(#site_module #gains);
            }

            #bodies
        }
    }

    /// Whether the borrowed form says where it begins: events do, and what goes on behind its head.
    fn has_begin(&self, id: TypeId) -> bool {
        self.program.types[id].event.is_some() || !self.is_whole(id)
    }

    fn has_drop(&self, id: TypeId) -> bool {
        match self.program.types[id].kind {
            TypeKind::Native(n) => n.number().is_none(),
            TypeKind::Version => false,
            TypeKind::Plain => {
                let t = &self.program.types[id];
                t.mode != Mode::Lazy
                    && self
                        .head(id)
                        .iter()
                        .any(|f| matches!(&f.ty, FieldTy::User(c, _) if self.has_drop(*c)) || f.keys.java_utf)
            }
        }
    }

    /// The expression that makes the head's struct from locals.
    pub fn make_ref(&self, id: TypeId, s: &Scope) -> TokenStream {
        let (lets, make) = self.head_parts(id, s);
        quote!({ #lets #make })
    }

    /// The statements that compute the head's values, and the expression that makes its struct.
    fn head_parts(&self, id: TypeId, s: &Scope) -> (TokenStream, TokenStream) {
        let t = &self.program.types[id];
        let name = self.item_path(id, Item::Ref);
        let fields = self.head(id).iter().filter(|f| f.same_as.is_none()).map(|f| {
            let (field, l) = (ident(&f.id), local(&f.id));
            // Later fields may need it as well.
            let owned = f.keys.java_utf || matches!(&f.ty, FieldTy::User(c, _) if self.has_drop(*c));
            if owned {
                quote!(#field: #l.clone())
            } else {
                quote!(#field: #l)
            }
        });
        let params: Vec<TokenStream> = if t.facts.fixed {
            Vec::new()
        } else {
            t.params
                .iter()
                .filter(|p| matches!(p.ty, Ty::Int(_) | Ty::Bool))
                .map(|p| {
                    let (field, tok) = (ident(&p.id), s.names.get(&p.place).map(|v| v.tok.clone()));
                    quote!(#field: #tok)
                })
                .collect()
        };
        let closed = self.closed(id);
        // Values first: they borrow what the fields then take. One that others ask for comes before them.
        let (mut lets, mut known) = (Vec::new(), s.clone());
        self.in_order(t, &closed).into_iter().for_each(|v| lets.push(self.bind_value(id, v, &mut known)));
        let stray = self.stray_value(id, &known);
        let locals = closed.iter().map(|v| format_ident!("value_{}", v.id));
        let names = closed.iter().map(|v| ident(&v.id));
        let begin = self.has_begin(id).then(|| quote!(begin,));
        let known = self.head(id).iter().filter_map(|f| self.known_values(f, s));
        let kept = self.kept_values(id);
        let place = if self.is_whole(id) {
            let lifetime = (!self.has_borrowed_field(id)).then(|| quote!(lifetime: std::marker::PhantomData,));
            quote!(#begin #lifetime)
        } else {
            quote!(#begin rest: *r,)
        };
        let make = quote!(#name { #place #(#params,)* #(#fields,)* #(#known)* #stray #(#kept)* #(#names: #locals,)* });
        (quote!(#(#lets)*), make)
    }

    /// Whether a field of the head borrows from the input. A head has a lifetime whatever it holds, so one without needs a member that stands
    /// for it.
    fn has_borrowed_field(&self, id: TypeId) -> bool {
        let mut kept = self.head(id).iter().filter(|f| f.same_as.is_none());
        kept.any(|f| mentions_lifetime(self.ref_field(id, f)))
    }

    /// The values, each after those that it asks for.
    fn in_order<'t>(&self, t: &Type, values: &[&'t ValueInstance]) -> Vec<&'t ValueInstance> {
        let (mut left, mut out): (Vec<&ValueInstance>, Vec<&ValueInstance>) = (values.to_vec(), Vec::new());
        while !left.is_empty() {
            let asks = |v: &ValueInstance, other: Place| {
                let base = t.delta_at(v.place).and_then(|f| f.keys.delta.as_ref()).map(|d| &d.base);
                [Some(&v.expr), v.cond.as_ref(), base].into_iter().flatten().any(|e| e.mentions(other))
            };
            let free = left.iter().position(|v| left.iter().all(|x| x.place == v.place || !asks(v, x.place)));
            // A circle is found where it is evaluated.
            out.push(left.remove(free.unwrap_or(0)));
        }
        out
    }

    /// The statement that computes a value; its name means the local from here on.
    fn bind_value(&self, id: TypeId, v: &ValueInstance, s: &mut Scope) -> TokenStream {
        let (e, l) = (self.program.named(id, v.place, &v.pos), format_ident!("value_{}", v.id));
        // The field read last has nothing to do with it.
        s.value = Some((v.id.clone(), self.own_site(id)));
        let val = self.eval_raw(&e, s);
        let ty = self.member_ty(&val);
        let tok = match (&val.ty, val.optional) {
            (Ty::Int(i), false) if i.bytes < 8 || i.signed || val.range.mag < 64 => self.as_i64(&val, s),
            _ => val.tok.clone(),
        };
        s.value = None;
        s.names.insert(v.place, Val { tok: quote!(#l), ty, ..val });
        quote!(let #l = #tok;)
    }

    /// The type of a value as a member of the head: numbers are as wide as they are computed, if they fit.
    pub(super) fn member_ty(&self, val: &Val) -> Ty {
        match &val.ty {
            Ty::Int(i) if !val.optional && (i.bytes < 8 || i.signed || val.range.mag < 64) => Ty::Int(Int::I64),
            ty => ty.clone(),
        }
    }

    /// Rust's type of what is neither borrowed nor made of parts.
    pub(super) fn copied_ty(&self, ty: &Ty) -> Option<TokenStream> {
        self.scalar(ty).filter(|_| copies(ty))
    }

    fn value_field(&self, id: TypeId, v: &ValueInstance, s: &Scope) -> TokenStream {
        let e = self.program.named(id, v.place, &v.pos);
        let val = self.eval_raw(&e, s);
        let ty = self.copied_ty(&self.member_ty(&val));
        let ty = if val.optional { quote!(Option<#ty>) } else { quote!(#ty) };
        let (field, doc) = (ident(&v.id), self.member_doc(id, &v.doc, &v.id));
        quote!(#doc pub #field: #ty,)
    }

    /// Whether the model has a field of that name, and so says what it is.
    fn is_described(&self, id: TypeId, name: &str) -> bool {
        let t = &self.program.types[id];
        let is_held = |f: &Field| f.in_model() && !self.is_view(f) && f.keys.delta.is_none();
        let is_sum = |f: &Field| f.in_model() && f.keys.delta.as_ref().is_some_and(|d| d.name == name);
        !self.is_virtual(id)
            && (t.field(name).is_some_and(is_held)
                || t.fields.iter().any(is_sum)
                || t.value(name).is_some_and(|v| v.in_model || self.has_value_method(id, v))
                || t.params.iter().any(|p| p.stored && p.id == name))
    }

    /// What documentation says of a member of a head that the model does not.
    fn member_doc(&self, id: TypeId, doc: &str, name: &str) -> Option<TokenStream> {
        let doc = self.doc_or(doc, name);
        (!self.is_described(id, name)).then(|| quote!(#[doc = #doc]))
    }

    fn ref_field(&self, id: TypeId, f: &Field) -> TokenStream {
        let one = match &f.ty {
            FieldTy::Bytes => quote!(&'a [u8]),
            FieldTy::Str if f.keys.java_utf => quote!(String),
            FieldTy::Str => quote!(&'a str),
            FieldTy::User(c, _) => self.ref_path(*c),
            _ => {
                let copied = self.copied_ty(&f.element_ty());
                quote!(#copied)
            }
        };
        let ty = if f.once() {
            one
        } else {
            let e = match self.program.types[id].element_of(f) {
                Ty::Type(c) => self.ref_path(c),
                ty => self.view_element(&ty, &quote!('a)),
            };
            quote!(__rt::array::ArrayView<'a, #e>)
        };
        let ty = if f.reads_optional() { quote!(Option<#ty>) } else { ty };
        let (field, doc) = (ident(&f.id), self.member_doc(id, &f.doc, &f.id));
        let hidden = is_layout(f);
        let visible = if hidden { quote!(pub(crate)) } else { quote!(pub) };
        quote!(#doc #visible #field: #ty,)
    }
}

/// Whether a stored field is a version's way to say what others say for all: flags whose bits have names, marks of presence, numbers that
/// values are packed into. Lengths, counts, offsets and checksums are facts of their own.
fn is_layout(f: &Field) -> bool {
    let Some(derive) = &f.keys.derive else { return !f.keys.bits.is_empty() };
    let mut is_fact = false;
    derive.visit(&mut |e| {
        is_fact |= e.as_call().is_some_and(|(name, _)| name != Function::Present);
        is_fact |= matches!(e.kind, ExprKind::Name(Place::Register(_)));
    });
    !is_fact
}

/// Whether the tokens name the lifetime of a head's input, `'a`.
fn mentions_lifetime(tokens: TokenStream) -> bool {
    let mut before = None;
    tokens.into_iter().any(|t| {
        let found = match &t {
            TokenTree::Group(g) => mentions_lifetime(g.stream()),
            TokenTree::Ident(i) => matches!(&before, Some(TokenTree::Punct(p)) if p.as_char() == '\'') && i == "a",
            _ => false,
        };
        before = Some(t);
        found
    })
}
