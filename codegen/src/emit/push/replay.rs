//! A visitor that pushes what it receives: reading joined with writing.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::emit::Emitter;
use crate::ir::{ExprKind, Field, Ty, TypeId};
use crate::names::{ident, Item};

impl Emitter<'_> {
    /// Whether events tell all that the encoder takes.
    fn can_be_replayed(&self, id: TypeId) -> bool {
        match self.program.types[id].event {
            Some(_) => self.is_from_head(id),
            None => self.program.types[id].parent.is_none() || self.is_pending(id) && self.has_no_parts(id),
        }
    }

    /// The parameter that tells an element's place in its list.
    fn index_param(&self, id: TypeId) -> Option<Ident> {
        let t = &self.program.types[id];
        self.places(id).into_iter().find_map(|p| {
            let at = p.target.args.iter().position(|a| matches!(a.kind, ExprKind::Position))?;
            t.params.get(at).filter(|p| matches!(p.ty, Ty::Int(_))).map(|p| ident(&p.id))
        })
    }

    /// What a visitor receives of an event has to tell all that is pushed: a list of elements that differ in width ends the head.
    fn check_lists(&self, id: TypeId) {
        let t = &self.program.types[id];
        let head = self.head(id).len();
        let is_behind = |f: &&Field| f.in_model() && !self.is_visited(f);
        if t.event.is_none() {
            return;
        }
        if let Some(f) = t.fields.iter().skip(head).find(is_behind) {
            self.diags.borrow_mut().error_help(
                &f.pos,
                format!("{} ends the head of {}, so that the visitor is not told of it", f.id, t.id),
                "a type of -mode: lazy with the list in it, which the head has as a range of bytes; or elements of one width",
            );
        }
    }

    /// The visitor, and how to make it.
    pub(super) fn replay(&self, file: usize) -> TokenStream {
        let all = self.pushed(file);
        let missing = all.iter().any(|t| self.is_in_optional_list(*t) && self.index_param(*t).is_none());
        all.iter().for_each(|t| self.check_lists(*t));
        if missing || !all.iter().all(|t| self.can_be_replayed(*t)) {
            return quote!();
        }
        let root = &self.program.types[self.program.files[file].root].rust;
        let (name, visitor, encoder) = (Item::Replay.of(root), Item::Visitor.of(root), self.encoder_name(file));
        let methods = all.iter().filter(|t| self.program.types[**t].event.is_some()).map(|t| self.replay_event(*t));
        let doc = format!("Pushes what it visits to a [`{encoder}`]. Its errors are of a type of the caller's.");
        quote! {
            #[doc = #doc]
            #[derive(Debug)]
            pub struct #name<'p, S, E> {
                /// Where it goes.
                pub to: #encoder<'p, S>,
                error: std::marker::PhantomData<fn() -> E>,
            }

            impl<'p, S, E> #name<'p, S, E> {
                /// A visitor that pushes to `to`.
                pub fn new(to: #encoder<'p, S>) -> Self {
                    #name { to, error: std::marker::PhantomData }
                }
            }

            impl<'a, S: std::io::Write, E: From<__rt::ReadError> + From<__rt::push::PushError>> #visitor<'a> for #name<'_, S, E> {
                type Error = E;
                #(#methods)*
            }
        }
    }

    fn replay_event(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let (event, head) = (ident(t.event.as_deref().unwrap_or_default()), Item::Ref.of(&t.rust));
        let index = self.index_param(id).filter(|_| self.is_in_optional_list(id)).map(|p| quote!(head.#p,));
        if !self.is_branch(id) {
            return quote! {
                #[inline(always)]
                fn #event(&mut self, head: &#head<'a>) -> Result<(), E> { Ok(self.to.#event(#index &head.into())?) }
            };
        }
        let end = format_ident!("end_{}", t.event.as_deref().unwrap_or_default());
        quote! {
            #[inline(always)]
            fn #event(&mut self, head: &#head<'a>) -> Result<__rt::Flow, E> {
                self.to.#event(#index &head.into())?;
                Ok(__rt::Flow::Continue)
            }
            #[inline(always)]
            fn #end(&mut self) -> Result<(), E> { Ok(self.to.#end()?) }
        }
    }
}
