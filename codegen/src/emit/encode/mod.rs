//! `encode`: from the model to the bytes, with everything derived computed.
//!
//! [`Writer`] puts the statements of one function together: fields in the order of `seq`, then the bodies in the order of `-layout`.
//! What is known only later (positions of later fields, checksums over them) leaves a gap, which is filled as soon as it is known.

mod checksum;
mod derive;
pub(super) mod element;
mod field;
mod gap;
mod layout;
mod path;
mod registers;
mod value;

use std::collections::HashSet;

use gap::{Gap, Need};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::expr::{Holder, Scope, Val};
use super::flat::Flat;
use super::scope::local;
use super::Emitter;
use crate::ir::{Expr, Field, Int, Place, Ty, TypeId};
use crate::names::{ident, Item};

/// The statements of a function that writes, and what is known behind the last of them.
pub struct Writer<'e, 'p> {
    pub(super) em: &'e Emitter<'p>,
    pub(super) id: TypeId,
    pub(super) s: Scope,
    pub(super) out: Vec<TokenStream>,
    /// Fields whose conditions are known only later: they are written if there is a value.
    pub(super) late: HashSet<Place>,
    /// Fields whose start is known, those whose elements' starts are, and those whose bytes are final.
    started: HashSet<Place>,
    listed: HashSet<Place>,
    done: HashSet<Place>,
    gaps: Vec<Gap>,
    /// Bodies of which it is to be seen that they are written where they are to be.
    placed: Vec<Place>,
    /// Registers of `-enter` not set yet.
    enters: Vec<(usize, Expr)>,
}

impl<'p> Emitter<'p> {
    /// The methods that write a type, and the struct of its registers.
    pub fn encode(&self, id: TypeId) -> TokenStream {
        self.check_same_as(id);
        // What deku writes it puts together bit by bit, in a vector: a key of a trie took five times as long.
        if let Some(Flat::Binrw) = self.flat(id) {
            return self.flat_encode(id);
        }
        let t = &self.program.types[id];
        let name = ident(&t.rust);
        let registers = self.registers_struct(id);
        let functions = if self.is_laid_out(id) { self.encode_in_two(id) } else { self.encode_in_one(id) };
        quote! {
            #registers
            impl #name {
                #functions
            }
        }
    }

    fn encode_in_one(&self, id: TypeId) -> TokenStream {
        let (t, params) = (&self.program.types[id], self.write_params(id));
        if self.is_written_as_parts(id) {
            let (parts, args) = (Item::Parts.of(&t.rust), self.write_pass_on(id));
            return encode_fn(&quote!(), &params, &quote!(#parts::from(self).encode(w #args)));
        }
        let mut w = self.whole(id, Holder::Model);
        let body = w.finish();
        if t.facts.asked.is_empty() {
            // Numbers that are pushed as they are are written in hot loops.
            let inline = if self.is_pushed_as_model(id) { quote!(#[inline(always)]) } else { quote!() };
            return encode_fn(&inline, &params, &quote!(#(#body)* Ok(())));
        }
        let (asked, values, args) = (self.asked(id), self.asked_values(id, &w.s), self.write_pass_on(id));
        let whole = encode_fn(&quote!(), &params, &quote!(self.encode_asked(w #args).map(drop)));
        quote! {
            #whole

            /// Writes one, and tells what parents ask for.
            fn encode_asked<S: __rt::Sink>(&self, w: &mut S #params) -> __rt::sink::WriteResult<#asked> {
                #(#body)*
                Ok(#values)
            }
        }
    }

    /// All statements that write a type from what holds its values.
    fn whole(&self, id: TypeId, holder: Holder) -> Writer<'_, 'p> {
        let mut w = Writer::new(self, id);
        w.s.holder = holder;
        w.open();
        self.program.types[id].fields.iter().filter(|f| !self.is_computed(f)).for_each(|f| w.field(f));
        let filled: Vec<Place> = w.gaps.iter().map(|g| g.field).collect();
        w.layout();
        w.check_places(&filled);
        w.close();
        w
    }

    /// The same, for a function of its own.
    pub fn encode_body(&self, id: TypeId, holder: Holder) -> Vec<TokenStream> {
        self.whole(id, holder).finish()
    }

    /// The model's fields and the values that stand in it, as names.
    pub fn model_names(&self, id: TypeId, model: &TokenStream, s: &mut Scope) {
        let t = &self.program.types[id];
        for v in t.values.iter().filter(|v| v.in_model) {
            let name = ident(&v.id);
            let val = Val::new(quote!(#model.#name), v.ty.clone()).optional(v.cond.is_some());
            s.names.insert(v.place, val);
        }
        for p in t.params.iter().filter(|p| p.stored) {
            let name = ident(&p.id);
            s.names.insert(p.place, Val::new(quote!(#model.#name), p.ty.clone()));
        }
        for f in t.stored() {
            for (b, place) in f.keys.bits.iter().zip(&f.flags) {
                let Some(name) = b.stored().map(ident) else { continue };
                s.names.insert(*place, Val::new(quote!(#model.#name), Ty::Bool));
            }
            if self.is_view(f) || !f.in_model() && f.same_as.is_none() {
                continue;
            }
            if let (Some(d), Some(sum)) = (&f.keys.delta, f.sum) {
                let name = ident(&d.name);
                s.names.insert(sum, Val::new(quote!(#model.#name), Ty::Int(Int::I64)).optional(f.optional));
            } else {
                let name = ident(&t.holder(f).id);
                let ty = t.holder(f).stored_ty();
                s.names.insert(f.place, Val::new(quote!(#model.#name), ty).optional(f.optional));
            }
        }
    }

    /// Fields that share one place in the model agree in their types, and each has a condition.
    fn check_same_as(&self, id: TypeId) {
        let t = &self.program.types[id];
        for f in &t.fields {
            let Some(other) = f.same_as.and_then(|place| t.field_at(place)) else { continue };
            let is_same = self.is_same_kind(id, f, other);
            let mut diags = self.diags.borrow_mut();
            let is_plain = |f: &Field| f.keys.delta.is_none() && f.keys.derive.is_none() && f.keys.bits.is_empty();
            let of_model = other.in_model() && is_plain(f) && is_plain(other);
            let is_computed = |key: fn(&Field) -> bool| key(f) && key(other) && other.same_as.is_none();
            let derived = is_computed(|f| f.keys.derive.is_some()) || is_computed(|f| f.keys.checksum.is_some());
            if !of_model && !derived {
                diags.error(
                    &f.pos,
                    format!(
                        "-same-as {}: both are to be plain fields of the model, both derived, or both checksums",
                        other.id
                    ),
                );
            } else if !is_same {
                diags.error(&f.pos, format!("-same-as {}: the two are of different types", other.id));
            }
        }
    }
}

impl<'e, 'p> Writer<'e, 'p> {
    pub(super) fn new(em: &'e Emitter<'p>, id: TypeId) -> Self {
        let mut s = em.scope(id, false);
        em.model_names(id, &quote!(self), &mut s);
        em.register_names(id, &mut s);
        Writer {
            em,
            id,
            s,
            out: Vec::new(),
            late: HashSet::new(),
            started: HashSet::new(),
            listed: HashSet::new(),
            done: HashSet::new(),
            gaps: Vec::new(),
            placed: Vec::new(),
            enters: em.program.types[id].enter.clone(),
        }
    }

    /// What precedes the first field.
    fn open(&mut self) {
        self.open_registers();
    }

    /// What follows the last one.
    fn close(&mut self) {
        if self.em.program.types[self.id].preserve_trailing {
            self.out.push(quote!(w.put(&self.trailing);));
        }
        self.leave_registers();
    }

    /// The statements; gaps that were never filled are mistakes.
    pub(super) fn finish(&mut self) -> Vec<TokenStream> {
        for gap in &self.gaps {
            self.em.diags.borrow_mut().error_help(
                &gap.pos,
                format!("{} cannot be computed: something it is derived from is never written", self.name(gap.field)),
                "-layout, for bodies at pos",
            );
        }
        for (register, e) in &self.enters {
            let name = self.em.register_name(self.id, *register);
            self.em.diags.borrow_mut().error(
                &e.pos,
                format!("the register {name} cannot be computed from what {} has", self.em.program.types[self.id].id),
            );
        }
        std::mem::take(&mut self.out)
    }

    /// What a field is called.
    fn name(&self, field: Place) -> &'e str {
        self.em.program.name_of(self.id, field)
    }

    fn is_known(&self, need: &Need) -> bool {
        match need {
            Need::Start(n) => self.started.contains(n),
            Need::Starts(n) => self.listed.contains(n),
            Need::Done(n) => self.done.contains(n),
        }
    }

    /// Fills the gaps and sets the registers that can be by now.
    fn settle(&mut self) {
        while let Some(i) = self.gaps.iter().position(|g| g.needs.iter().all(|n| self.is_known(n))) {
            let gap = self.gaps.remove(i);
            let fill = self.fill(&gap);
            self.out.push(fill);
            self.done.insert(gap.field);
        }
        self.enter_registers();
    }

    /// Makes a field's local known.
    pub(super) fn bind(&mut self, f: &Field) {
        let l = local(&f.id);
        let v = Val::new(quote!(#l), f.stored_ty()).optional(f.cond.is_some());
        self.s.names.insert(f.place, v);
    }
}

/// The function that writes.
pub fn encode_fn(inline: &TokenStream, params: &TokenStream, body: &TokenStream) -> TokenStream {
    quote! {
        /// Writes one; lengths, counts, flags, offsets and checksums are computed.
        #inline
        pub fn encode<S: __rt::Sink>(&self, w: &mut S #params) -> __rt::sink::WriteResult<()> {
            #body
        }
    }
}

/// Local of the position where a field begins.
pub(super) fn from_local(id: &str) -> proc_macro2::Ident {
    format_ident!("from_{}", id)
}

/// Local of the position behind a field.
fn to_local(id: &str) -> proc_macro2::Ident {
    format_ident!("to_{}", id)
}
