//! The methods that end a value, and what is passed over on the way to a later field.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::emit::Emitter;
use crate::ir::{Field, TypeId};
use crate::ksy::ast::Repeat;
use crate::names::ident;

impl Emitter<'_> {
    /// The function that goes on to a visited field of what is open, or to its end: what is passed over is to be complete.
    pub(super) fn pass_fn(&self, id: TypeId) -> TokenStream {
        let (pass, frame) = (format_ident!("pass_{}", self.program.types[id].id), self.frame_name(id));
        let steps = self.visited_fields(id).into_iter().enumerate().map(|(k, f)| {
            let (step, k) = (self.pass_step(id, k, f), Literal::usize_unsuffixed(k));
            quote!(if to > #k && self.#frame.as_ref().is_some_and(|v| v.next == #k) { #step })
        });
        quote! {
            #[inline(always)]
            fn #pass(&mut self, to: usize) -> __rt::push::PushResult<()> {
                #(#steps)*
                Ok(())
            }
        }
    }

    fn pass_step(&self, id: TypeId, k: usize, f: &Field) -> TokenStream {
        let (var, site) = (self.frame_var(id), self.site(id, &f.id));
        let (locals, frame) = (self.open_locals(id), self.open_frame(id));
        let mut s = self.frame_scope(id, &quote!(#var));
        s.site = site.clone();
        let needs = f.cond.as_ref().map_or(quote!(true), |c| self.truth(c, &s));
        let list = format_ident!("list_{}", f.id);
        let check = match &f.repeat {
            Repeat::Once => quote!(__rt::push::agree(#var.filled, #needs, #site)?;),
            Repeat::Count(n) if !self.may_be_absent(id, f) && !self.is_inverse(id, n, "count", &f.id) => {
                let n = self.number(n, &s);
                quote!(if #needs { __rt::sink::exact(#var.#list.count as u64, #n, #site)?; })
            }
            Repeat::Until(_) => quote!(__rt::push::agree(#var.#list.ended, #needs, #site)?;),
            Repeat::Count(_) | Repeat::Eos => quote!(),
        };
        let ended = match &f.repeat {
            Repeat::Until(_) => self.last_of_nothing(id, f),
            _ => quote!(),
        };
        let fields = &self.program.types[id].fields;
        let late = fields.iter().filter(|x| self.measures(id, x) == Some(k)).map(|x| self.write_late(id, x));
        let behind = fields.iter().skip_while(|x| x.id != f.id).skip(1).take_while(|x| !self.is_visited(x));
        let opens = behind.map(|x| {
            let (late, begin) = (format_ident!("late_{}", x.id), self.open_late(id, x, &s));
            quote!(#var.#late = #begin;)
        });
        let next = Literal::usize_unsuffixed(k + 1);
        quote! {
            #ended
            #locals
            #frame
            #check
            let present = true;
            #(#late)*
            (#var.next, #var.filled) = (#next, false);
            #(#opens)*
        }
    }

    /// A list that ends with an element in which nothing stands gets that one.
    fn last_of_nothing(&self, id: TypeId, f: &Field) -> TokenStream {
        let pending = self.types_of(f).first().map(|c| c.0).filter(|c| self.is_pending(*c));
        let Some(c) = pending else { return quote!() };
        let (frame, list) = (self.frame_name(id), format_ident!("list_{}", f.id));
        let t = &self.program.types[c];
        let put = format_ident!("put_{}_in_{}_{}", t.id, self.program.types[id].id, f.id);
        let close = format_ident!("close_{}", t.id);
        quote!(if self.#frame.as_ref().is_some_and(|v| !v.#list.ended) { self.#put(0)?; self.#close()?; })
    }

    /// The method that ends a value.
    pub(super) fn close_fn(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let close = format_ident!("close_{}", t.id);
        let body = self.close_body(id);
        let public = (!self.is_pending(id)).then(|| {
            let name = t.event.as_ref().unwrap_or(&t.id);
            let (end, doc) = (format_ident!("end_{}", name), format!("Ends a [`{}`].", t.rust));
            quote! {
                #[doc = #doc]
                #[inline]
                pub fn #end(&mut self) -> __rt::push::PushResult<()> {
                    self.w.ready()?;
                    let pushed = self.#close();
                    self.w.done(pushed, &mut self.out)
                }
            }
        });
        quote! {
            #public
            #[inline(always)]
            fn #close(&mut self) -> __rt::push::PushResult<()> { #body }
        }
    }

    fn close_body(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let (var, field, site) = (self.frame_var(id), self.frame_name(id), self.own_site(id));
        let (locals, pass) = (self.open_locals(id), format_ident!("pass_{}", t.id));
        let frame = self.open_frame(id);
        let present = self.is_there(id, &quote!(#var));
        let settled = self.settled_by(id);
        let mut others: Vec<TypeId> = settled.iter().flat_map(|s| s.2.clone()).filter(|o| *o != id).collect();
        others.dedup();
        let others = others.into_iter().map(|o| self.open_frame(o));
        let settles = self.settle(id);
        let late: Vec<&Field> = t.fields.iter().filter(|f| self.is_late(id, f)).collect();
        let buffers = late.iter().rev().filter(|f| !self.is_gap(f) && self.measures(id, f).is_none());
        let buffers = buffers.map(|f| self.write_late(id, f));
        let gaps = late.iter().filter(|f| self.is_gap(f)).map(|f| self.fill_late(id, f));
        let s = self.frame_scope(id, &quote!(#var));
        let leaves = t.leave.iter().map(|(name, e)| {
            let (name, v) = (ident(name), self.number(e, &s));
            quote!(st.#name = #v;)
        });
        let parents = self.given_to_parents(id);
        quote! {
            self.w.expect(#site)?;
            let present = { #frame #present };
            if present { self.#pass(usize::MAX)?; }
            #locals
            #frame
            #(#others)*
            #settles
            #(#buffers)*
            #(#gaps)*
            #(#leaves)*
            let one = __rt::push::opened(self.#field.take(), #site)?;
            let index = one.index;
            #parents
        }
    }

    /// What the parent of a value that is complete keeps of it.
    fn given_to_parents(&self, id: TypeId) -> TokenStream {
        let places = self.places(id);
        let arms = places.iter().enumerate().map(|(n, p)| {
            let (n, site) = (Literal::u8_unsuffixed(n as u8), self.own_site(p.parent));
            let (locals, frame) = (self.open_locals(p.parent), self.open_frame(p.parent));
            let absorb = self.absorb(id, p, &quote!(one));
            let close = self.close_pending(p.parent);
            quote!(#n => { #locals #frame #absorb w.set_open(#site); #close })
        });
        quote!(match one.place { #(#arms)* _ => {} } Ok(()))
    }
}
