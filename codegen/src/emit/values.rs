//! Value instances as methods of models: what the head says of the bytes, the model says of itself.
//!
//! A model has those that its fields tell. What depends on a place in a stream, on a neighbour or the parent, or on what is derived when it is
//! written, such as lengths, cannot be said of a model; nor what is no number, truth value or value of an enumeration.

use proc_macro2::TokenStream;
use quote::quote;

use super::constants::constant;
use super::expr::{Holder, Scope, Val};
use super::tidy::{may_fail, unbracketed};
use super::Emitter;
use crate::ir::{Expr, ExprKind, Function, Member, Place, Ty, Type, TypeId, ValueInstance};
use crate::names::{ident, Item};

/// Values within values that are looked through at most.
const MOST_VALUES: usize = 32;

/// What a value asks for.
#[derive(Debug, Default)]
struct Asked {
    /// Whether any of it is the model's own.
    is_own: bool,
    /// Parameters of the type.
    params: Vec<Place>,
    /// Parameters of the file's type, and whether they are the version.
    root: Vec<bool>,
    /// Values that have been looked through: many may ask for the same one.
    seen: Vec<Place>,
}

impl Asked {
    /// Whether the model has all of it.
    fn is_of_model_alone(&self) -> bool {
        self.params.is_empty() && self.root.is_empty()
    }
}

impl Emitter<'_> {
    /// The methods of a type's model.
    pub fn value_methods(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let methods: Vec<TokenStream> = t.values.iter().filter_map(|v| self.value_method(id, v)).collect();
        if methods.is_empty() {
            return quote!();
        }
        let name = ident(&t.rust);
        quote!(impl #name { #(#methods)* })
    }

    /// Whether a type's model has a method for a value.
    pub(super) fn has_value_method(&self, id: TypeId, v: &ValueInstance) -> bool {
        self.copied_ty(&v.ty).is_some() && self.asked_of_model(id, v).is_some_and(|asked| asked.is_own)
    }

    fn value_method(&self, id: TypeId, v: &ValueInstance) -> Option<TokenStream> {
        let asked = self.asked_of_model(id, v).filter(|_| self.has_value_method(id, v))?;
        let (params, s) = self.value_scope(id, &asked);
        let val = self.said(id, v, &s);
        let (ty, tok) = (self.copied_ty(&val.ty), unbracketed(val.tok));
        let ty = if val.optional { quote!(Option<#ty>) } else { quote!(#ty) };
        let (ty, body) = match may_fail(&tok) {
            true => (quote!(__rt::sink::WriteResult<#ty>), quote!(Ok(#tok))),
            false => (ty, tok),
        };
        let (name, doc) = (ident(&v.id), self.doc_or(&v.doc, &v.id));
        Some(quote!(#[doc = #doc] pub fn #name(&self #params) -> #ty { #body }))
    }

    /// What a method gives: the same type as the head's member has.
    fn said(&self, id: TypeId, v: &ValueInstance, s: &Scope) -> Val {
        let val = self.eval_raw(&self.program.named(id, v.place, &v.pos), s);
        let ty = self.member_ty(&val);
        let tok = if ty == val.ty { val.tok.clone() } else { self.as_i64(&val, s) };
        Val { tok, ty, ..val }
    }

    /// The parameters of a method, and what names mean in it.
    fn value_scope(&self, id: TypeId, asked: &Asked) -> (TokenStream, Scope) {
        let t = &self.program.types[id];
        let mut s = self.scope(id, false);
        self.model_names(id, &quote!(self), &mut s);
        let root = &self.program.types[self.program.files[t.file].root];
        let is_version = |place: &Place| t.param_at(*place).is_some_and(|p| self.program.is_version(&p.ty));
        let is_root = t.parent.is_none();
        let mut out = quote!();
        // A file's type has its own parameters of the file's.
        let mut of_file = asked.root.clone();
        of_file.extend(asked.params.iter().filter(|_| is_root).map(is_version));
        if of_file.contains(&false) {
            let cx = self.path(t.file, &Item::Params.of(&root.rust));
            out = quote!(, cx: &#cx<'_>);
        } else if let Some(version) = self.version_of(t).filter(|_| !of_file.is_empty()) {
            let ty = self.type_path(version);
            out = quote!(, v: #ty);
            s.version = Some(quote!(v));
            for place in asked.params.iter().filter(|place| is_version(place)) {
                s.names.insert(*place, Val::new(quote!(v), Ty::Type(version)));
            }
        }
        for place in asked.params.iter().filter(|_| !is_root) {
            let Some(p) = t.param_at(*place) else { continue };
            let (name, ty) = (quote::format_ident!("p_{}", p.id), self.param_ty(&p.ty, &quote!()));
            out = quote!(#out, #name: #ty);
        }
        (out, s)
    }

    /// What a value of a type asks for besides its model; nothing if the model cannot say it.
    fn asked_of_model(&self, id: TypeId, v: &ValueInstance) -> Option<Asked> {
        if v.in_model || v.delta.is_some() || v.is_foreign() || constant(v).is_some() {
            return None;
        }
        let mut asked = Asked::default();
        self.value_is_told(id, v, &mut asked, MOST_VALUES).then_some(asked)
    }

    fn value_is_told(&self, id: TypeId, v: &ValueInstance, asked: &mut Asked, left: usize) -> bool {
        left > 0
            && self.is_told(id, &v.expr, asked, left - 1)
            && v.cond.as_ref().is_none_or(|c| self.is_told(id, c, asked, left - 1))
    }

    /// Whether an expression of a type can be evaluated for its model.
    fn is_told(&self, id: TypeId, e: &Expr, asked: &mut Asked, left: usize) -> bool {
        match &e.kind {
            ExprKind::Name(place) => self.place_is_told(id, *place, asked, left),
            ExprKind::Root(_) => {
                asked.root.push(self.program.is_version(&e.ty));
                true
            }
            ExprKind::Member(base, Member::Of(place)) => {
                let Ty::Type(c) = base.ty else { return false };
                self.is_told(id, base, asked, left) && self.member_is_told(c, *place, left)
            }
            ExprKind::Call(Function::Native(_), args) => args.iter().all(|a| self.is_told(id, a, asked, left)),
            ExprKind::Call(..) | ExprKind::Empty | ExprKind::Each(_) => false,
            _ if e.is_of_place() => false,
            _ => e.parts().into_iter().all(|part| self.is_told(id, part, asked, left)),
        }
    }

    fn place_is_told(&self, id: TypeId, place: Place, asked: &mut Asked, left: usize) -> bool {
        let t = &self.program.types[id];
        if let Some(p) = t.param_at(place) {
            match p.stored {
                true => asked.is_own = true,
                false if asked.params.contains(&place) => {}
                false => asked.params.push(place),
            }
            return true;
        }
        match t.value_at(place) {
            Some(_) if asked.seen.contains(&place) => return true,
            Some(v) if !v.in_model && t.delta_at(place).is_none() => {
                asked.seen.push(place);
                return self.value_is_told(id, v, asked, left);
            }
            _ => {}
        }
        asked.is_own = true;
        self.has_place(t, place)
    }

    /// Whether the model has what a name stands for.
    fn has_place(&self, t: &Type, place: Place) -> bool {
        match place {
            Place::Field(_) | Place::Body(_) => {
                t.stored_at(place).is_some_and(|f| t.holder(f).in_model() && f.keys.delta.is_none() && !self.is_view(f))
            }
            Place::Bit(f, b) => t.fields.get(f).and_then(|f| f.keys.bits.get(b)?.stored()).is_some(),
            Place::Value(_) => true,
            _ => false,
        }
    }

    fn member_is_told(&self, id: TypeId, place: Place, left: usize) -> bool {
        let t = &self.program.types[id];
        match t.value_at(place) {
            Some(v) if !v.in_model && v.delta.is_none() && constant(v).is_none() => {
                let mut asked = Asked::default();
                v.cond.is_none() && self.value_is_told(id, v, &mut asked, left) && asked.is_of_model_alone()
            }
            _ => self.has_place(t, place),
        }
    }

    /// A value of a model, which does not keep it.
    pub(super) fn value_of_model(&self, id: TypeId, v: &Val, place: Place, s: &Scope) -> Option<Val> {
        let instance = self.program.types[id].value_at(place).filter(|i| i.cond.is_none() && !v.optional)?;
        let asked = self.asked_of_model(id, instance).filter(Asked::is_of_model_alone)?;
        // Values of the same names may be those of another type.
        let outer = self.regions.take();
        let val = self.value_call(id, instance, &asked, v).unwrap_or_else(|| {
            // Errors are those of who asks.
            let mut inner = Scope { site: s.site.clone(), holder: Holder::Model, ..self.scope(id, s.reading) };
            self.model_names(id, &v.tok, &mut inner);
            let val = self.eval(&instance.expr, &inner);
            let tok = &val.tok;
            Val { tok: quote!((#tok)), ..val }
        });
        let _ = self.regions.replace(outer);
        Some(val)
    }

    /// A call of a model's method, if it cannot fail.
    fn value_call(&self, id: TypeId, v: &ValueInstance, asked: &Asked, model: &Val) -> Option<Val> {
        if !self.has_value_method(id, v) {
            return None;
        }
        let named = self.named.borrow().clone();
        let said = self.said(id, v, &self.value_scope(id, asked).1);
        // What the method names is named where it stands.
        let _ = self.named.replace(named);
        let (tok, name) = (&model.tok, ident(&v.id));
        (!may_fail(&said.tok)).then(|| Val { tok: quote!(#tok.#name()), ..said })
    }
}
