//! The methods that end a value, and what is passed over on the way to a later field.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote, ToTokens};

use super::frame::list;
use crate::emit::Emitter;
use crate::ir::{Field, TypeId};
use crate::lower::{Known, Times};
use crate::names::ident;

impl Emitter<'_> {
    /// The function that goes on to a visited field of what is open, or to its end: what is passed over is to be complete.
    pub(super) fn pass_fn(&self, id: TypeId) -> TokenStream {
        let pass = format_ident!("pass_{}", self.program.types[id].id);
        let (fields, frame) = (self.visited_fields(id), self.frame_name(id));
        let steps = fields.into_iter().enumerate().map(|(k, f)| self.pass_step(id, k, f));
        let (to, steps) = if self.counts_fields(id) {
            let steps = steps.enumerate().filter(|(_, step)| !step.is_empty()).map(|(k, step)| {
                let k = Literal::usize_unsuffixed(k);
                quote!(if to > #k && self.#frame.next == #k { #step })
            });
            (quote!(, to: usize), steps.collect())
        } else {
            (quote!(), steps.collect::<Vec<_>>())
        };
        quote! {
            #[inline(always)]
            fn #pass(&mut self #to) -> __rt::push::PushResult<()> {
                #(#steps)*
                Ok(())
            }
        }
    }

    /// Statements that go on to field `k`, or to the end.
    pub(super) fn pass(&self, id: TypeId, k: Option<usize>) -> TokenStream {
        let pass = format_ident!("pass_{}", self.program.types[id].id);
        let to = match k {
            Some(0) => return quote!(),
            Some(k) => Literal::usize_unsuffixed(k).into_token_stream(),
            None => quote!(usize::MAX),
        };
        let to = self.counts_fields(id).then_some(to);
        quote!(self.#pass(#to)?;)
    }

    fn pass_step(&self, id: TypeId, k: usize, f: &Field) -> TokenStream {
        let (var, site) = (self.frame_var(id), self.site(id, &f.id));
        let (locals, frame) = (self.open_locals(id), self.open_frame(id));
        let mut s = self.frame_scope(id, &quote!(#var));
        s.site = site.clone();
        let needs = f.cond.as_ref().map_or(quote!(true), |c| self.truth(c, &s));
        let list = list(f);
        let (check, ended) = match self.step(id, f).take.times {
            Times::Once => (quote!(__rt::sink::agree(#var.filled, #needs, #site)?;), quote!()),
            Times::Counted(n, Known::Told | Known::Read) if !self.may_be_absent(id, f) => {
                let n = self.number(n, &s);
                (quote!(if #needs { __rt::sink::exact(#var.#list.count as u64, #n, #site)?; }), quote!())
            }
            Times::Until(_) => {
                (quote!(__rt::sink::agree(#var.#list.ended, #needs, #site)?;), self.last_of_nothing(id, f))
            }
            Times::Counted(..) | Times::Rest => (quote!(), quote!()),
        };
        let fields = &self.program.types[id].fields;
        let late = fields.iter().filter(|x| self.measures(id, x) == Some(k)).map(|x| self.write_late(id, x));
        let late: Vec<TokenStream> = late.collect();
        let behind = fields.iter().skip_while(|x| x.id != f.id).skip(1).take_while(|x| !self.is_visited(x));
        let opens = behind.map(|x| self.open_late(id, x, &s, |late| quote!(#var.#late)));
        let opens: Vec<TokenStream> = opens.collect();
        // Behind the last field nothing is next.
        let is_last = k + 1 == self.visited_fields(id).len();
        let next = Literal::usize_unsuffixed(k + 1);
        let next = (self.counts_fields(id) && !is_last).then(|| quote!(#var.next = #next;));
        let filled = (next.is_some() && self.fills_fields(id)).then(|| quote!(#var.filled = false;));
        if ended.is_empty() && check.is_empty() && late.is_empty() && next.is_none() && opens.is_empty() {
            return quote!();
        }
        quote! {
            #ended
            #locals
            #frame
            #check
            #(#late)*
            #next
            #filled
            #(#opens)*
        }
    }

    /// A list that ends with an element in which nothing stands gets that one.
    fn last_of_nothing(&self, id: TypeId, f: &Field) -> TokenStream {
        let pending = f.targets().first().map(|target| target.ty).filter(|c| self.is_pending(*c));
        let Some(c) = pending else { return quote!() };
        let (frame, list) = (self.frame_name(id), list(f));
        let t = &self.program.types[c];
        let (begin, close) = (format_ident!("begin_{}", t.id), format_ident!("close_{}", t.id));
        quote!(if !self.#frame.#list.ended && self.#begin(0)? { self.#close()?; })
    }

    /// The method that ends a value.
    pub(super) fn close_fn(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let close = format_ident!("close_{}", t.id);
        let body = self.close_body(id);
        let public = (!self.is_pending(id)).then(|| {
            let name = t.event.as_ref().unwrap_or(&t.id);
            let (end, doc) = (format_ident!("end_{}", name), format!("Ends a [`{}`].", t.rust));
            let done = self.done(id);
            quote! {
                #[doc = #doc]
                #[inline(always)]
                pub fn #end(&mut self) -> __rt::push::PushResult<()> {
                    let pushed = self.#close();
                    #done
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
        let (var, site) = (self.frame_var(id), self.own_site(id));
        let (locals, pass) = (self.open_locals(id), self.pass(id, None));
        let frame = self.open_frame(id);
        let (present, pass) = if self.is_in_optional_list(id) {
            let present = self.is_there(id, &quote!(#var));
            (quote!(let present = { #frame #present };), quote!(if present { #pass }))
        } else {
            (quote!(), pass)
        };
        let settles = self.settle(id);
        let late: Vec<&Field> = t.fields.iter().filter(|f| self.is_late(id, f)).collect();
        let buffers = late.iter().rev().filter(|f| !self.is_gap(id, f) && self.measures(id, f).is_none());
        let buffers = buffers.map(|f| self.write_late(id, f));
        let gaps = late.iter().filter(|f| self.is_gap(id, f)).map(|f| self.fill_late(id, f));
        let s = self.frame_scope(id, &quote!(#var));
        let leaves = t.leave.iter().map(|(name, e)| {
            let (name, v) = (ident(self.register_name(id, *name)), self.number(e, &s));
            quote!(st.#name = #v;)
        });
        let parents = self.given_to_parents(id);
        quote! {
            self.w.expect(#site)?;
            #present
            #pass
            #locals
            #frame
            #settles
            #(#gaps)*
            #(#buffers)*
            #(#leaves)*
            #parents
        }
    }

    /// What the parent of a value that is complete keeps of it.
    fn given_to_parents(&self, id: TypeId) -> TokenStream {
        let (places, var) = (self.places(id), self.frame_var(id));
        let arms = places.iter().map(|p| {
            let (site, frame) = (self.own_site(p.parent), self.open_frame(p.parent));
            let absorb = self.absorb(id, p, &quote!(#var));
            let close = self.close_pending(p.parent);
            let index = (!p.field.once()).then(|| quote!(let index = #var.index;));
            quote!(#frame #index #absorb w.set_open(#site); #close)
        });
        let arms: Vec<TokenStream> = arms.collect();
        match arms.as_slice() {
            [only] => quote!(#only Ok(())),
            _ => {
                let n = (0..arms.len()).map(|n| Literal::u8_unsuffixed(n as u8));
                quote!(match #var.place { #(#n => { #arms })* _ => {} } Ok(()))
            }
        }
    }
}
