//! The methods that push a value: what is open decides in which field it stands.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::Place;
use crate::emit::Emitter;
use crate::ir::{Field, TypeId};
use crate::ksy::ast::Repeat;

impl Emitter<'_> {
    fn parts_ty(&self, id: TypeId) -> TokenStream {
        let name = format_ident!("{}Parts", self.program.types[id].rust);
        if self.borrows(id) {
            quote!(#name<'_>)
        } else {
            quote!(#name)
        }
    }

    fn put_name(&self, id: TypeId, p: &Place<'_>) -> Ident {
        format_ident!("put_{}_in_{}_{}", self.program.types[id].id, self.program.types[p.parent].id, p.field.id)
    }

    /// The local with the frame of a type, which is open.
    pub(super) fn open_frame(&self, id: TypeId) -> TokenStream {
        let (var, field, site) = (self.frame_var(id), self.frame_name(id), self.own_site(id));
        quote!(let #var = __rt::push::opened(self.#field.as_mut(), #site)?;)
    }

    /// The methods of one type.
    pub(super) fn push_methods(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let (name, parts) = (self.push_name(id), self.parts_ty(id));
        let places = self.places(id);
        let puts = places.iter().enumerate().map(|(n, p)| self.put_fn(id, n, p));
        if self.is_pending(id) {
            let (waits, site) = (format_ident!("next_{}", t.id), self.own_site(id));
            let doc = format!(
                "What the next [`{}`] begins with; what stands in it is pushed next. Said again before that, the last one holds.",
                t.rust
            );
            let (end, end_alone) = (format_ident!("end_{}", name), format_ident!("end_{}_alone", t.id));
            let end_doc = format!("Ends a [`{}`], if that in which nothing stands.", t.rust);
            let close = format_ident!("close_{}", t.id);
            let alone = places.iter().map(|p| {
                let (test, pass, put) = (self.takes(p), self.pass_to(p), self.put_name(id, p));
                quote!(if #test { #pass self.#put(0)?; return self.#close(); })
            });
            return quote! {
                #[doc = #doc]
                #[inline]
                pub fn #name(&mut self, parts: &#parts) -> __rt::push::PushResult<()> {
                    self.#waits = Some(*parts);
                    self.w.ready()
                }

                #[doc = #end_doc]
                #[inline]
                pub fn #end(&mut self) -> __rt::push::PushResult<()> {
                    self.w.ready()?;
                    let pushed = self.#end_alone();
                    self.w.done(pushed, &mut self.out)
                }

                fn #end_alone(&mut self) -> __rt::push::PushResult<()> {
                    if self.#waits.is_none() { return Ok(()); }
                    #(#alone)*
                    Err(self.w.misplaced(#site))
                }
                #(#puts)*
            };
        }
        let within = if self.is_branch(id) { "; what stands in it is pushed next" } else { "" };
        let doc = format!("A [`{}`]{within}.", t.rust);
        let (param, arg) = match self.is_in_optional_list(id) {
            true => (quote!(index: i64,), quote!(index,)),
            false => (quote!(), quote!()),
        };
        let (open, site) = (format_ident!("open_{}", t.id), self.own_site(id));
        let attempts = places.iter().map(|p| self.attempts(id, p, &arg));
        quote! {
            #[doc = #doc]
            #[inline]
            pub fn #name(&mut self, #param parts: &#parts) -> __rt::push::PushResult<()> {
                self.w.ready()?;
                let pushed = self.#open(#arg parts);
                self.w.done(pushed, &mut self.out)
            }

            #[inline(always)]
            fn #open(&mut self, #param parts: &#parts) -> __rt::push::PushResult<()> {
                #(#attempts)*
                Err(self.w.misplaced(#site))
            }
            #(#puts)*
        }
    }

    /// Statements that push a value if what is open has this place for it.
    fn attempts(&self, id: TypeId, p: &Place<'_>, index: &TokenStream) -> TokenStream {
        let put = self.put_name(id, p);
        if !self.is_pending(p.parent) {
            let (test, pass) = (self.takes(p), self.pass_to(p));
            return quote!(if #test { #pass return self.#put(#index parts); });
        }
        let at = Literal::usize_unsuffixed(p.at);
        let outer = self.places(p.parent);
        let all = outer.iter().map(|o| {
            let (test, pass, begin) = (self.takes(o), self.pass_to(o), self.put_name(p.parent, o));
            quote!(if #test { #pass self.#begin(#at)?; return self.#put(#index parts); })
        });
        quote!(#(#all)*)
    }

    fn pass_to(&self, p: &Place<'_>) -> TokenStream {
        let (pass, k) = (format_ident!("pass_{}", self.program.types[p.parent].id), Literal::usize_unsuffixed(p.k));
        quote!(self.#pass(#k)?;)
    }

    /// Whether a type is open whose field of a place is to come.
    fn takes(&self, p: &Place<'_>) -> TokenStream {
        let (site, var, frame, locals) =
            (self.own_site(p.parent), self.frame_var(p.parent), self.open_frame(p.parent), self.open_locals(p.parent));
        let k = Literal::usize_unsuffixed(p.k);
        let free = match (p.field.once(), p.k) {
            (true, 0) => quote!(#var.next == 0 && !#var.filled),
            (true, _) => quote!((#var.next < #k || #var.next == #k && !#var.filled)),
            (false, _) => quote!(#var.next <= #k),
        };
        let allowed = self.allows(p, &quote!(#var));
        quote!(self.w.is_open(#site) && { #locals #frame #free && #allowed })
    }

    /// Whether the conditions of a place hold.
    fn allows(&self, p: &Place<'_>, var: &TokenStream) -> TokenStream {
        let mut s = self.frame_scope(p.parent, var);
        s.site = self.site(p.parent, &p.field.id);
        let cond = p.field.cond.iter().map(|c| self.truth(c, &s));
        let case = p.case.iter().map(|(on, key)| self.is_case(on, key, &s));
        let all: Vec<TokenStream> = cond.chain(case).collect();
        if all.is_empty() {
            quote!(true)
        } else {
            quote!(#(#all)&&*)
        }
    }

    /// The function that puts a value into a field of what is open.
    fn put_fn(&self, id: TypeId, number: usize, p: &Place<'_>) -> TokenStream {
        let t = &self.program.types[id];
        let (put, var) = (self.put_name(id, p), self.frame_var(p.parent));
        let (locals, frame) = (self.open_locals(p.parent), self.open_frame(p.parent));
        let mut s = self.frame_scope(p.parent, &quote!(#var));
        s.site = self.site(p.parent, &p.field.id);
        let place = self.place_index(id, p, &s);
        s.index = Some(quote!(index));
        let args: Vec<TokenStream> = t.params.iter().zip(p.args).map(|(param, a)| self.arg(&param.ty, a, &s)).collect();
        let names: Vec<Ident> = (0..args.len()).map(|i| format_ident!("arg{}", i)).collect();
        let cx = self.context_ty(t.file, &quote!('_)).map(|_| quote!(, cx));
        let st = t.facts.registers.map(|opener| match self.program.types[p.parent].facts.registers {
            Some(_) => quote!(, st),
            None => {
                let name = format_ident!("st_{}", self.program.types[opener].id);
                quote!(, &mut self.#name)
            }
        });
        let (param, given, at) = match (self.is_pending(id), self.is_in_optional_list(id)) {
            (true, _) => (quote!(at: usize), quote!(), quote!(, at)),
            (_, true) => (quote!(index: i64, parts: &), quote!(), quote!()),
            _ => (quote!(parts: &), quote!(), quote!()),
        };
        let parts_ty = (!self.is_pending(id)).then(|| self.parts_ty(id));
        let parts = self.is_pending(id).then(|| {
            let waits = format_ident!("next_{}", t.id);
            quote!(let parts = self.#waits.take().unwrap_or_default();)
        });
        // A pending type is open already: that its child may stand there is looked at now.
        let check = self.is_pending(p.parent).then(|| {
            let (allowed, site) = (self.allows(p, &quote!(#var)), self.site(p.parent, &p.field.id));
            quote!(if !(#allowed) { return Err(w.misplaced(#site)); })
        });
        let taken = self.taken(p);
        let then = if self.is_branch(id) {
            self.enter(id, number)
        } else {
            let (absorb, close) = (self.absorb(id, p, &quote!(one)), self.close_pending(p.parent));
            quote!(#absorb #close)
        };
        quote! {
            #[inline(always)]
            fn #put(&mut self, #param #parts_ty #given) -> __rt::push::PushResult<()> {
                #parts
                #locals
                #frame
                #check
                #place
                #(let #names = #args;)*
                let mut one = parts.open(w #cx #(, #names)* #st #at)?;
                #taken
                #then
                Ok(())
            }
        }
    }

    /// The index of an element, within what the list may have.
    fn place_index(&self, id: TypeId, p: &Place<'_>, s: &crate::emit::expr::Scope) -> TokenStream {
        if p.field.once() {
            return quote!(let index = 0i64;);
        }
        let (var, list, site) = (self.frame_var(p.parent), format_ident!("list_{}", p.field.id), &s.site);
        let index = if self.is_in_optional_list(id) { quote!(Some(index)) } else { quote!(None) };
        let limit = match &p.field.repeat {
            Repeat::Count(n) if !self.is_inverse(p.parent, n, "count", &p.field.id) => {
                let n = self.number(n, s);
                quote!(Some(#n))
            }
            _ => quote!(None),
        };
        quote!(let index = #var.#list.at(#index, #limit, #site)?;)
    }

    /// What the frame of the parent remembers of a field that is taken.
    fn taken(&self, p: &Place<'_>) -> TokenStream {
        let var = self.frame_var(p.parent);
        let has = (p.field.cond.is_some() && p.field.once()).then(|| {
            let has = format_ident!("has_{}", p.field.id);
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

    fn enter(&self, id: TypeId, number: usize) -> TokenStream {
        let (field, site, number) = (self.frame_name(id), self.own_site(id), Literal::u8_unsuffixed(number as u8));
        let clears = self.visited_fields(id).into_iter().filter(|f| self.may_be_absent(id, f)).map(|f| {
            let there = self.there(id, f);
            quote!(self.#there.clear();)
        });
        quote! {
            #(#clears)*
            (one.place, one.index) = (#number, index);
            self.#field = Some(one);
            w.set_open(#site);
        }
    }

    /// Whether an element that may be absent is there: anything of it is.
    pub(super) fn is_there(&self, id: TypeId, one: &TokenStream) -> TokenStream {
        if !self.is_in_optional_list(id) {
            return quote!(true);
        }
        let all = self.conditional(id).into_iter().map(|f| {
            let has = format_ident!("has_{}", f.id);
            quote!(#one.#has)
        });
        quote!(#(#all)||*)
    }

    /// What a list keeps of an element that is complete.
    pub(super) fn absorb(&self, id: TypeId, p: &Place<'_>, one: &TokenStream) -> TokenStream {
        if p.field.once() {
            return quote!();
        }
        let (var, list) = (self.frame_var(p.parent), format_ident!("list_{}", p.field.id));
        let mut out = quote!(#var.#list.add(index););
        if p.field.cond.is_some() {
            let has = format_ident!("has_{}", p.field.id);
            out = quote!(#out #var.#has = true;);
        }
        for name in self.any_names(p.parent, &p.field.id) {
            let any = format_ident!("any_{}_{}", p.field.id, name);
            let Some(f) = self.any_field(id, &name) else { continue };
            let has = format_ident!("has_{}", f.id);
            out = quote!(#out #var.#any |= #one.#has;);
        }
        let optional = self.may_be_absent(p.parent, p.field);
        let waiting: Vec<&Field> = self.conditional(id).into_iter().filter(|f| !self.is_visited(f)).collect();
        for f in waiting {
            let deferred = self.deferred(p.field).iter().any(|d| d.1.id == f.id);
            if optional || deferred {
                let wait = format_ident!("wait_{}_{}", p.field.id, f.id);
                let note = self.note_cases(id, f, one, &quote!(#var.#wait));
                out = quote!(#out #note);
            }
        }
        if optional {
            let (there, is_there) = (self.there(p.parent, p.field), self.is_there(id, one));
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

    fn any_field(&self, id: TypeId, name: &str) -> Option<&Field> {
        let t = &self.program.types[id];
        t.field(name).or_else(|| t.delta(name)).filter(|f| f.cond.is_some())
    }
}
