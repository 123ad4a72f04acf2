//! The methods that push a value: what is open decides in which field it stands.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::frame::{has, list, Slot};
use super::Place;
use crate::emit::Emitter;
use crate::ir::{Field, Repeat, TypeId};
use crate::lower::{Known, Times};
use crate::names::Item;

impl Emitter<'_> {
    fn parts_ty(&self, id: TypeId) -> TokenStream {
        let name = Item::Parts.of(&self.program.types[id].rust);
        if self.borrows(id) {
            quote!(#name<'_>)
        } else {
            quote!(#name)
        }
    }

    /// The local with the frame of a type, which is open.
    pub(super) fn open_frame(&self, id: TypeId) -> TokenStream {
        let (var, field) = (self.frame_var(id), self.frame_name(id));
        quote!(let #var = &mut self.#field;)
    }

    /// The methods of one type.
    pub(super) fn push_methods(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let (name, parts) = (self.push_name(id), self.parts_ty(id));
        if self.is_pending(id) {
            return self.pending_methods(id);
        }
        let within = if self.is_branch(id) { "; what stands in it is pushed next" } else { "" };
        let doc = format!("A [`{}`]{within}.", t.rust);
        let (param, arg) = match self.is_in_optional_list(id) {
            true => (quote!(index: i64,), quote!(index,)),
            false => (quote!(), quote!()),
        };
        let (open, site) = (format_ident!("open_{}", t.id), self.own_site(id));
        let places = self.places(id);
        let attempts = places.iter().enumerate().map(|(n, p)| {
            let (takes, put) = (self.takes(p), self.put(id, n, p));
            quote!(if #takes { #put return Ok(()); })
        });
        let done = if self.is_branch(id) { quote!(self.w.done(pushed)) } else { self.done(id) };
        quote! {
            #[doc = #doc]
            #[inline(always)]
            pub fn #name(&mut self, #param parts: &#parts) -> __rt::push::PushResult<()> {
                let pushed = self.#open(#arg parts);
                #done
            }

            #[inline(always)]
            fn #open(&mut self, #param parts: &#parts) -> __rt::push::PushResult<()> {
                #(#attempts)*
                Err(self.w.misplaced(#site))
            }
        }
    }

    /// The methods of a type that is opened only when what stands in it is pushed.
    fn pending_methods(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let (name, parts, site) = (self.push_name(id), self.parts_ty(id), self.own_site(id));
        let (waits, begin, close) =
            (format_ident!("next_{}", t.id), format_ident!("begin_{}", t.id), format_ident!("close_{}", t.id));
        let doc = format!(
            "What the next [`{}`] begins with; what stands in it is pushed next. Said again before that, the last one holds.",
            t.rust
        );
        let (end, end_alone) = (format_ident!("end_{}", name), format_ident!("end_{}_alone", t.id));
        let end_doc = format!("Ends a [`{}`], if that in which nothing stands.", t.rust);
        let places = self.places(id);
        let attempts = places.iter().enumerate().map(|(n, p)| {
            let (takes, put) = (self.takes(p), self.put(id, n, p));
            quote!(if #takes { #put return Ok(true); })
        });
        let done = self.done(id);
        quote! {
            #[doc = #doc]
            #[inline(always)]
            pub fn #name(&mut self, parts: &#parts) -> __rt::push::PushResult<()> {
                self.#waits = Some(*parts);
                self.w.ready()
            }

            #[doc = #end_doc]
            #[inline(always)]
            pub fn #end(&mut self) -> __rt::push::PushResult<()> {
                if self.#waits.is_none() { return self.w.ready(); }
                let pushed = self.#end_alone();
                #done
            }

            fn #end_alone(&mut self) -> __rt::push::PushResult<()> {
                if self.#begin(0)? { return self.#close(); }
                Err(self.w.misplaced(#site))
            }

            /// Whether it has a place, and is open now; `at` says which type stands in it, from 1.
            #[inline(always)]
            fn #begin(&mut self, at: usize) -> __rt::push::PushResult<bool> {
                #(#attempts)*
                Ok(false)
            }
        }
    }

    /// The end of a method by which a value becomes complete: bytes may go to the output if no value is open that they may be moved in.
    pub(super) fn done(&self, id: TypeId) -> TokenStream {
        let is_fixed = self.places(id).iter().all(|p| {
            let outermost = if self.is_pending(p.parent) { p.parent } else { id };
            !self.is_within_late(outermost)
        });
        if is_fixed {
            quote!(self.w.done(pushed)?; self.w.send(&mut self.out))
        } else {
            quote!(self.w.done(pushed))
        }
    }

    /// Whether a type stands only where something before it is known later.
    fn is_within_late(&self, id: TypeId) -> bool {
        let has_late = |t: TypeId| self.program.types[t].fields.iter().any(|f| self.is_late(t, f));
        let places = self.places(id);
        !places.is_empty() && places.iter().all(|p| has_late(p.parent) || self.is_within_late(p.parent))
    }

    /// Whether a value has this place: its parent is open, and is where the field is to come. A parent that is opened by what stands in it
    /// is opened.
    fn takes(&self, p: &Place<'_>) -> TokenStream {
        if self.is_pending(p.parent) {
            let (begin, at) =
                (format_ident!("begin_{}", self.program.types[p.parent].id), Literal::usize_unsuffixed(p.at));
            return quote!(self.#begin(#at)?);
        }
        let (site, var, frame, locals) =
            (self.own_site(p.parent), self.frame_var(p.parent), self.open_frame(p.parent), self.open_locals(p.parent));
        let k = Literal::usize_unsuffixed(p.k);
        let free = match (p.field.once(), self.counts_fields(p.parent)) {
            (true, false) => Some(quote!(!#var.filled)),
            (true, true) if p.k == 0 => Some(quote!(#var.next == 0 && !#var.filled)),
            (true, true) => Some(quote!((#var.next < #k || #var.next == #k && !#var.filled))),
            (false, true) => Some(quote!(#var.next <= #k)),
            (false, false) => None,
        };
        let tests: Vec<TokenStream> = free.into_iter().chain(self.allows(p, &quote!(#var))).collect();
        if tests.is_empty() {
            return quote!(self.w.is_open(#site));
        }
        quote!(self.w.is_open(#site) && { #locals #frame #(#tests)&&* })
    }

    /// Whether the conditions of a place hold, if it has any.
    fn allows(&self, p: &Place<'_>, var: &TokenStream) -> Option<TokenStream> {
        let mut s = self.frame_scope(p.parent, var);
        s.site = self.site(p.parent, &p.field.id);
        let cond = p.field.cond.iter().map(|c| self.truth(c, &s));
        let case = p.target.case.iter().map(|(on, key)| self.is_case(on, key, &s));
        let all: Vec<TokenStream> = cond.chain(case).collect();
        (!all.is_empty()).then(|| quote!(#(#all)&&*))
    }

    /// Statements that put a value into a field of what is open.
    fn put(&self, id: TypeId, number: usize, p: &Place<'_>) -> TokenStream {
        let t = &self.program.types[id];
        let var = self.frame_var(p.parent);
        let (locals, frame) = (self.open_locals(p.parent), self.open_frame(p.parent));
        let mut s = self.frame_scope(p.parent, &quote!(#var));
        s.site = self.site(p.parent, &p.field.id);
        let place = self.place_index(id, p, &s);
        s.index = Some(quote!(index));
        let args: Vec<TokenStream> =
            t.params.iter().zip(p.target.args).map(|(param, a)| self.arg(&param.ty, a, &s)).collect();
        let names: Vec<Ident> = (0..args.len()).map(|i| format_ident!("arg{}", i)).collect();
        let cx = self.context_ty(t.file, &quote!('_)).map(|_| quote!(, cx));
        let st = t.facts.registers.map(|opener| match self.program.types[p.parent].facts.registers {
            Some(_) => quote!(, st),
            None => {
                let name = format_ident!("st_{}", self.program.types[opener].id);
                quote!(, &mut self.#name)
            }
        });
        let at = self.is_pending(id).then(|| quote!(, at));
        let parts = self.is_pending(id).then(|| {
            let waits = format_ident!("next_{}", t.id);
            quote!(let parts = self.#waits.take().unwrap_or_default();)
        });
        // A pending type is open already: that its child may stand there is looked at now.
        let check = self.allows(p, &quote!(#var)).filter(|_| self.is_pending(p.parent)).map(|allowed| {
            let site = self.site(p.parent, &p.field.id);
            quote!(if !(#allowed) { return Err(w.misplaced(#site)); })
        });
        let pass = (!self.is_pending(p.parent)).then(|| self.pass(p.parent, Some(p.k)));
        let taken = self.taken(p);
        let then = if self.is_branch(id) {
            self.enter(id, number, p)
        } else {
            let (absorb, close) = (self.absorb(id, p, &quote!(one)), self.close_pending(p.parent));
            // Nothing is pushed into it, so that it is complete.
            let (var, settles) = (self.frame_var(id), self.settle(id));
            let settles = (!settles.is_empty()).then(|| quote!(let #var = &mut one; #settles));
            quote!(#settles #absorb #close)
        };
        quote! {
            #pass
            #parts
            #locals
            #frame
            #check
            #place
            #(let #names = #args;)*
            let mut one = parts.open(w #cx #(, #names)* #st #at)?;
            #taken
            #then
        }
    }

    /// The index of an element, within what the list may have.
    fn place_index(&self, id: TypeId, p: &Place<'_>, s: &crate::emit::expr::Scope) -> TokenStream {
        if p.field.once() {
            return quote!();
        }
        let (var, list, site) = (self.frame_var(p.parent), list(p.field), &s.site);
        let index = if self.is_in_optional_list(id) { quote!(Some(index)) } else { quote!(None) };
        let times = self.step(p.parent, p.field).take.times;
        let limit = match times {
            Times::Counted(n, Known::Told | Known::Read) => {
                let n = self.number(n, s);
                quote!(Some(#n))
            }
            _ => quote!(None),
        };
        let open = matches!(times, Times::Until(_)).then(|| quote!(#var.#list.goes_on(#site)?;));
        quote!(#open let index = #var.#list.at(#index, #limit, #site)?;)
    }

    /// What the frame of the parent remembers of a field that is taken.
    fn taken(&self, p: &Place<'_>) -> TokenStream {
        let var = self.frame_var(p.parent);
        let is_remembered = p.field.cond.is_some() && self.is_remembered(p.parent, p.field);
        let has = (is_remembered && p.field.once()).then(|| {
            let has = has(p.field);
            quote!(#var.#has = true;)
        });
        let filled = p.field.once().then(|| quote!(#var.filled = true;));
        quote!(#has #filled)
    }

    /// What is open only while one value is in it ends with that.
    pub(super) fn close_pending(&self, parent: TypeId) -> TokenStream {
        if !self.is_pending(parent) {
            return quote!();
        }
        let close = format_ident!("close_{}", self.program.types[parent].id);
        quote!(self.#close()?;)
    }

    fn enter(&self, id: TypeId, number: usize, p: &Place<'_>) -> TokenStream {
        let (field, site, number) = (self.frame_name(id), self.own_site(id), Literal::u8_unsuffixed(number as u8));
        let clears = self.visited_fields(id).into_iter().filter(|f| self.may_be_absent(id, f)).map(|f| {
            let there = self.there(id, f);
            quote!(self.#there.clear();)
        });
        let place = (self.places(id).len() > 1).then(|| quote!(one.place = #number;));
        let index = (!p.field.once()).then(|| quote!(one.index = index;));
        quote! {
            #(#clears)*
            #place
            #index
            self.#field = one;
            w.set_open(#site);
        }
    }

    /// Whether an element that may be absent is there: anything of it is.
    pub(super) fn is_there(&self, id: TypeId, one: &TokenStream) -> TokenStream {
        if !self.is_in_optional_list(id) {
            return quote!(true);
        }
        let all = self.conditional(id).into_iter().map(|f| {
            let has = has(f);
            quote!(#one.#has)
        });
        quote!(#(#all)||*)
    }

    /// What a list keeps of an element that is complete.
    pub(super) fn absorb(&self, id: TypeId, p: &Place<'_>, one: &TokenStream) -> TokenStream {
        if p.field.once() {
            return quote!();
        }
        let (var, list) = (self.frame_var(p.parent), list(p.field));
        let mut out = quote!(#var.#list.add(index););
        if p.field.cond.is_some() && self.is_remembered(p.parent, p.field) {
            let has = has(p.field);
            out = quote!(#out #var.#has = true;);
        }
        let t = &self.program.types[id];
        for (_, member) in self.any_names(p.parent, p.field.place).into_iter().filter(|(c, _)| *c == id) {
            let any = self.slot(Slot::AnyOf(p.field, id, member));
            let found = t.field_at(member).or_else(|| t.delta_at(member));
            let Some(f) = found.filter(|f| f.cond.is_some()) else { continue };
            let has = has(f);
            out = quote!(#out #var.#any |= #one.#has;);
        }
        let optional = self.may_be_absent(p.parent, p.field);
        let waiting: Vec<&Field> = self.conditional(id).into_iter().filter(|f| !self.is_visited(f)).collect();
        for f in waiting {
            let deferred = self.deferred(p.field).iter().any(|d| d.1.id == f.id);
            if optional || deferred {
                let wait = self.slot(Slot::Waits(p.field, f));
                let note = self.note_cases(id, f, one, &quote!(#var.#wait));
                out = quote!(#out #note);
            }
        }
        if optional {
            // A branch has looked already.
            let is_there = if self.is_branch(id) { quote!(present) } else { self.is_there(id, one) };
            let there = self.there(p.parent, p.field);
            out = quote!(if #is_there { self.#there.add(index); #out });
        }
        if let Repeat::Until(last) = &p.field.repeat {
            let mut s = self.frame_scope(id, one);
            let values = self.asked_values(id, &s);
            s.item = Some(quote!(asked));
            s.ty = p.parent;
            let ended = self.truth(last, &s);
            out = quote!(#out let asked = #values; #var.#list.ended = #ended;);
        }
        out
    }
}
