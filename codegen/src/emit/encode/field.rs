//! Writing one field: where its value comes from.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::element::Source;
use super::gap::{Fill, Need};
use super::{from_local, to_local, Writer};
use crate::emit::expr::{Holder, Scope};
use crate::emit::scope::local;
use crate::ir::{Delta, Expr, Field, FieldTy, Native};
use crate::lower::{offsets_in, writes, Join, Op, Take, Times};
use crate::names::ident;

impl Writer<'_, '_> {
    /// Statements that write a field of `seq`, or a body.
    pub fn field(&mut self, f: &Field) {
        let (em, id) = (self.em, self.id);
        self.s.site = em.site(id, &f.id);
        self.started.insert(f.place);
        let (from, to) = (from_local(&f.id), to_local(&f.id));
        let step = em.step(id, f);
        for op in &step.ops {
            match op {
                Op::Share(values) => self.out.push(em.share(id, values, &mut self.s)),
                Op::Align => self.out.push(quote!(w.align();)),
                Op::Begin(_) => self.out.push(quote!(let #from = w.pos();)),
                Op::Take if self.take(f, &step.take) => drop(self.done.insert(f.place)),
                Op::Join(join) => self.join(join),
                Op::End => self.out.push(quote!(let #to = w.pos();)),
                Op::Take | Op::Sum(..) | Op::Verify(_) => {}
            }
        }
        self.listed.insert(f.place);
        self.settle();
    }

    /// Statements that write the field alone, as which an encoder may take one with other flags; whether it is final behind it.
    fn take(&mut self, f: &Field, take: &Take<'_>) -> bool {
        if let Some(e) = &f.keys.derive {
            return self.derived(f, e, take);
        }
        if f.keys.checksum.is_some() {
            return self.summed(f, take);
        }
        if f.keys.bits.is_empty() && f.keys.delta.is_none() {
            if let Some(c) = self.em.laid_out_elements(f) {
                let write = self.heads(f, c);
                self.out.push(write);
                return false;
            }
        }
        let write = match &f.keys.delta {
            _ if !f.keys.bits.is_empty() => self.bits(f),
            Some(d) => self.delta(f, d),
            None => self.stored(f, take),
        };
        self.out.push(write);
        true
    }

    /// The condition of a field; `_io.eof` in it asks whether the model has a value.
    pub fn condition(&self, f: &Field) -> Option<TokenStream> {
        if self.late.contains(&f.place) {
            let name = ident(f.keys.delta.as_ref().map_or(&f.id, |d| &d.name));
            return Some(quote!(self.#name.is_some()));
        }
        let mut s = self.s.clone();
        if f.in_model() {
            let name = ident(&f.id);
            s.eof = Some(quote!(self.#name.is_none()));
        }
        f.cond.as_ref().map(|c| self.em.truth(c, &s))
    }

    /// A field that the model holds as it is.
    fn stored(&mut self, f: &Field, take: &Take<'_>) -> TokenStream {
        let (em, id, site) = (self.em, self.id, self.s.site.clone());
        let holder = em.program.types[id].holder(f);
        let (name, each) = (ident(&holder.id), format_ident!("each_{}", f.id));
        let index = take.notes_elements.then(|| quote!(let mut #each: Vec<u64> = Vec::new();));
        let written = |w: &Self, v: &Source| {
            let (valid, write) = (em.write_valid(f, v, &w.s), w.elements(take, v));
            quote!(#valid #write)
        };
        let Some(c) = self.condition(f) else {
            let v = Source::value(quote!(self.#name));
            let (valid, write) = (em.write_valid(f, &v, &self.s), self.elements(take, &v));
            return quote!(#valid #index #write);
        };
        if take.is_layout && holder.optional {
            let write = written(self, &Source::reference(quote!(v)));
            return quote!(#index if let Some(v) = __rt::sink::needed(&self.#name, #c, #site)? { #write });
        }
        if take.is_layout {
            let write = written(self, &Source::value(quote!(self.#name)));
            return quote!(#index if #c { #write });
        }
        if !f.optional {
            let write = written(self, &Source::value(quote!(self.#name)));
            let lost = em.is_lost(id, f, &quote!(self.#name), &self.s);
            let meant = self.meant(f, &c);
            return quote!(#index if #c { #write } else { __rt::sink::left_out(#lost, #site)?; } #meant);
        }
        let write = written(self, &Source::reference(quote!(v)));
        // Only what the version has no place for may be dropped.
        let version = f.cond.as_ref().filter(|_| f.keys.droppable);
        // What is pushed is copied: a value whose address is never taken can live in registers.
        let (value, v) = match self.s.holder {
            Holder::Parts => (quote!(self.#name), quote!(let v = &v;)),
            _ => (quote!(self.#name.as_ref()), quote!()),
        };
        let (meant, value) = match version.and_then(|c| crate::ir::version_part(em.program, id, c)) {
            Some(has) if em.is_needed(id, f.place) => {
                let (has, l) = (em.truth(&has, &self.s), local(&f.id));
                self.rename(f, quote!((*#l)));
                let found = match self.s.holder {
                    Holder::Parts => quote!(*#l),
                    _ => quote!(#l.as_ref()),
                };
                (quote!(let #l = if #has { &self.#name } else { &None };), found)
            }
            Some(has) => {
                let has = em.truth(&has, &self.s);
                // Where the version alone decides, what it has no place for is dropped whatever it is.
                if self.s.holder == Holder::Model && has.to_string() == c.to_string() {
                    return quote!(#index if let Some(v) = __rt::sink::needed(&self.#name, #c, #site)? { #write });
                }
                (quote!(), quote!(if #has { #value } else { None }))
            }
            None => (quote!(), value),
        };
        // What is known only later is checked then.
        let is_known = self.late.contains(&f.place) || em.is_said_within(id, f);
        let value = if is_known { value } else { quote!(__rt::sink::agreed(#value, #c, #site)?) };
        quote!(#index #meant if let Some(v) = #value { #v #write })
    }

    /// The statement after which a field's name means what readers will find, if the version has no place for what the model says.
    fn meant(&mut self, f: &Field, c: &TokenStream) -> Option<TokenStream> {
        let (em, id) = (self.em, self.id);
        // What may not be dropped is what readers find.
        if !f.keys.droppable || !em.is_needed(id, f.place) {
            return None;
        }
        let (l, name) = (local(&f.id), ident(&f.id));
        let absent = em.absent_written(id, f, &self.s);
        if em.is_copied(f) && f.once() {
            self.rename(f, quote!(#l));
            return Some(quote!(let #l = if #c { self.#name } else { #absent };));
        }
        let other = format_ident!("absent_{}", f.id);
        self.rename(f, quote!((*#l)));
        Some(quote!(let #other = #absent; let #l = if #c { &self.#name } else { &#other };))
    }

    /// From here on the name of a field of the model means a local.
    fn rename(&mut self, f: &Field, tok: TokenStream) {
        if let Some(v) = self.s.names.get_mut(&f.place) {
            v.tok = tok;
        }
    }

    /// Behind the last layout of a field it is known whether any of them took the value, or what readers will find.
    fn join(&mut self, join: &Join<'_>) {
        let (em, id, holder, site) = (self.em, self.id, join.holder, self.s.site.clone());
        if !holder.in_model() {
            return self.join_derived(holder, &join.layouts);
        }
        let name = ident(&holder.id);
        let all: Vec<TokenStream> = join.layouts.iter().filter_map(|x| self.condition(x)).collect();
        let lost = em.is_lost(id, holder, &quote!(self.#name), &self.s);
        let meant = (!holder.optional).then(|| self.meant(holder, &quote!((#(#all)||*))));
        self.out.push(quote!(if !(#(#all)||*) { __rt::sink::left_out(#lost, #site)?; } #meant));
    }

    /// The name of a derived field means what readers will find, if none of its layouts is a gap.
    fn join_derived(&mut self, holder: &Field, layouts: &[&Field]) {
        if holder.keys.derive.is_some() && layouts.iter().all(|x| self.done.contains(&x.place)) {
            let joined = self.em.join_written(self.id, holder, layouts, &self.s);
            if joined.is_some() {
                self.out.extend(joined);
                self.bind(holder);
            }
        }
    }

    /// The elements of a field; where each one starts is noted if an offset asks for it.
    fn elements(&self, take: &Take<'_>, v: &Source) -> TokenStream {
        if !take.notes_elements {
            return self.em.write_all(self.id, take, v, &self.s);
        }
        let (tok, each) = (&v.tok, format_ident!("each_{}", take.field.id));
        let inner = Scope { index: Some(quote!(index)), ..self.s.clone() };
        let one = self.em.write_one(self.id, take, &Source::reference(quote!(e)), &inner);
        quote! {
            for (index, e) in #tok.iter().enumerate() {
                let index = index as i64;
                #each.push(w.pos());
                #one
            }
        }
    }

    /// The heads of elements whose bodies `-layout` puts behind `seq`.
    fn heads(&mut self, f: &Field, c: crate::ir::TypeId) -> TokenStream {
        let FieldTy::User(_, args) = &f.ty else { return quote!() };
        let (name, places) = (ident(&f.id), format_ident!("places_{}", f.id));
        if f.cond.is_some() || f.once() {
            self.em
                .diags
                .borrow_mut()
                .error(&f.pos, format!("-layout for each of {}: it is to be repeated, without a condition", f.id));
        }
        let mut inner = self.s.clone();
        inner.index = Some(quote!(index));
        let head = self.em.write_call(&quote!(e), "encode_head", c, args, &inner, f, None);
        quote! {
            let mut #places = Vec::with_capacity(self.#name.len());
            for (index, e) in self.#name.iter().enumerate() {
                let index = index as i64;
                #places.push(#head);
            }
        }
    }

    fn delta(&mut self, f: &Field, d: &Delta) -> TokenStream {
        let (em, l, name, site) = (self.em, local(&f.id), ident(&d.name), self.s.site.clone());
        let base = em.number(&d.base, &self.s);
        let number = match &f.ty {
            FieldTy::User(c, _) => em.program.native(*c).and_then(Native::number),
            FieldTy::Int(i) => Some(*i).filter(|i| i.bytes == 8),
            _ => None,
        };
        let (ty, cast) = match number {
            Some(i) if i.signed => (quote!(i64), quote!()),
            Some(_) => (quote!(u64), quote!(as u64)),
            None => return em.wrong(&d.pos, "-delta: the field is to have 64 bits").tok,
        };
        let (condition, is_known) = (self.condition(f), self.late.contains(&f.place) || em.is_said_within(self.id, f));
        self.bind(f);
        match condition {
            Some(c) if !f.optional => {
                let write = self.checked(f, &quote!(v));
                let lost = em.is_lost(self.id, f, &quote!(self.#name), &self.s);
                let meant = f.sum.filter(|sum| f.keys.droppable && em.is_needed(self.id, *sum)).map(|sum| {
                    let (meant, absent) = (format_ident!("meant_{}", d.name), em.absent_written(self.id, f, &self.s));
                    if let Some(v) = self.s.names.get_mut(&sum) {
                        v.tok = quote!(#meant);
                    }
                    quote!(let #meant = if #l.is_some() { self.#name } else { #absent };)
                });
                quote! {
                    let #l: Option<#ty> = if #c { Some(self.#name.wrapping_sub(#base) #cast) } else {
                        __rt::sink::left_out(#lost, #site)?;
                        None
                    };
                    if let Some(v) = #l { #write }
                    #meant
                }
            }
            Some(c) => {
                let write = self.checked(f, &quote!(v));
                let value =
                    if is_known { quote!(self.#name) } else { quote!(__rt::sink::agreed(self.#name, #c, #site)?) };
                // What may fail no closure can hand on.
                let less = match crate::emit::tidy::may_fail(&base) {
                    true => quote!(match #value { Some(v) => Some(v.wrapping_sub(#base) #cast), None => None }),
                    false => quote!(#value.map(|v| v.wrapping_sub(#base) #cast)),
                };
                quote!(let #l: Option<#ty> = #less; if let Some(v) = #l { #write })
            }
            None => {
                let write = self.checked(f, &quote!(#l));
                quote!(let #l: #ty = self.#name.wrapping_sub(#base) #cast; #write)
            }
        }
    }

    /// A derived field: written if all it is derived from is known, else a gap. Whether it is written.
    fn derived(&mut self, f: &Field, e: &Expr, take: &Take<'_>) -> bool {
        let em = self.em;
        let needs: Vec<Need> = offsets_in(e)
            .into_iter()
            .filter(|(place, _)| writes(em.program, self.id, self.name(*place)))
            .map(|(place, each)| if each { Need::Starts(place) } else { Need::Start(place) })
            .collect();
        if !needs.iter().all(|n| self.is_known(n)) {
            return self.gap(take, needs, Fill::Derived);
        }
        let l = local(&f.id);
        let condition = self.condition(f);
        if let Times::Counted(n, _) = take.times {
            let n = em.number(n, &self.s);
            let mut inner = self.s.clone();
            inner.index = Some(quote!(index));
            let v = em.typed(f, &em.eval(e, &inner), &inner);
            let write = em.write_one(self.id, take, &Source::value(quote!(v)), &inner);
            let all = quote!(for index in 0..#n { let v = #v; #write });
            self.out.push(match condition {
                Some(c) => quote!(if #c { #all }),
                None => all,
            });
            return true;
        }
        let v = em.typed(f, &em.eval(e, &self.s), &self.s);
        let stmt = match condition {
            Some(c) => {
                let v_ref = if em.is_copied(f) { Source::value(quote!(v)) } else { Source::reference(quote!(v)) };
                let (write, pattern) =
                    (em.write_one(self.id, take, &v_ref, &self.s), if v_ref.is_ref { quote!(&#l) } else { quote!(#l) });
                let valid = em.write_valid(f, &v_ref, &self.s);
                quote!(let #l = if #c { Some(#v) } else { None }; if let Some(v) = #pattern { #valid #write })
            }
            None => {
                let found = Source::value(quote!(#l));
                let (write, valid) = (em.write_one(self.id, take, &found, &self.s), em.write_valid(f, &found, &self.s));
                quote!(let #l = #v; #valid #write)
            }
        };
        self.out.push(stmt);
        self.bind(f);
        if !take.is_layout && f.has_absent() {
            self.done.insert(f.place);
            self.join_derived(f, &[f]);
        }
        true
    }

    /// A checksum: written if what it is over is final, else a gap. Whether it is written.
    fn summed(&mut self, f: &Field, take: &Take<'_>) -> bool {
        let needs = self.checksum_needs(f);
        if !needs.iter().all(|n| self.is_known(n)) {
            return self.gap(take, needs, Fill::Checksum);
        }
        let sum = self.checksum(f);
        let write = match take.valid {
            Some(_) => {
                let write = self.checked(f, &quote!(sum));
                quote!(let sum = #sum; #write)
            }
            None => self.em.write_one(self.id, take, &Source::value(sum), &self.s),
        };
        self.out.push(match self.condition(f) {
            Some(c) => quote!(if #c { #write }),
            None => write,
        });
        true
    }

    /// Statements that write a value of a field, if it is a valid one.
    pub(in crate::emit) fn checked(&self, f: &Field, v: &TokenStream) -> TokenStream {
        let (v, take) = (Source::value(v.clone()), self.em.step(self.id, f).take);
        let (valid, write) = (self.em.write_valid(f, &v, &self.s), self.em.write_one(self.id, &take, &v, &self.s));
        quote!(#valid #write)
    }
}
