//! `visit`: events instead of a model.
//!
//! An event is sent when the head of its type has been read and, where a sized stream follows, when that stream is known to be there:
//! a decoder over a window of a longer stream can be called again with more bytes if a head was cut off, and no event is sent twice.
//! So a type whose head leads to one other value at once sends its event just before that value's own, when its head is there too.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::case::Case;
use super::expr::Scope;
use super::field::Form;
use super::Emitter;
use crate::ir::{Field, FieldTy, Mode, TypeId};
use crate::lower::{Extent, Step, Take, Times};
use crate::names::{ident, Item};

impl Emitter<'_> {
    /// The trait that receives the events of a file.
    pub fn visitor(&self, file: usize) -> TokenStream {
        let f = &self.program.files[file];
        let events: Vec<TypeId> = f.types.iter().copied().filter(|t| self.program.types[*t].event.is_some()).collect();
        if events.is_empty() && !f.types.iter().any(|t| self.visited(*t)) {
            return quote!();
        }
        let root = &self.program.types[f.root].rust;
        let name = Item::Visitor.of(root);
        let methods = events.iter().map(|id| {
            let t = &self.program.types[*id];
            let event = ident(t.event.as_deref().unwrap_or_default());
            let head = Item::Ref.of(&t.rust);
            let doc = format!("The head of a [`{}`].", t.rust);
            if self.has_visited_children(*id) {
                let (end, end_doc) = (format_ident!("end_{}", event), format!("A [`{}`] ends; not sent if it was skipped.", t.rust));
                quote! {
                    #[doc = #doc]
                    #[inline(always)]
                    fn #event(&mut self, head: &#head<'a>) -> Result<__rt::Flow, Self::Error> { let _ = head; Ok(__rt::Flow::Continue) }

                    #[doc = #end_doc]
                    #[inline(always)]
                    fn #end(&mut self) -> Result<(), Self::Error> { Ok(()) }
                }
            } else {
                quote! {
                    #[doc = #doc]
                    #[inline(always)]
                    fn #event(&mut self, head: &#head<'a>) -> Result<(), Self::Error> { let _ = head; Ok(()) }
                }
            }
        });
        let doc = format!("Receives what a [`{root}`] holds, in the order of its bytes.");
        quote! {
            #[doc = #doc]
            pub trait #name<'a> {
                /// What may go wrong: the bytes, or the visitor's own work.
                type Error: From<__rt::ReadError>;
                #(#methods)*
            }
        }
    }

    /// Whether fields of the type are visited themselves.
    pub fn has_visited_children(&self, id: TypeId) -> bool {
        self.program.types[id].fields.iter().any(|f| self.is_visited(f))
    }

    /// Whether a field is visited.
    pub fn is_visited(&self, f: &Field) -> bool {
        let targets = f.targets();
        !targets.is_empty() && targets.iter().all(|target| self.program.types[target.ty].mode == Mode::Visit)
    }

    /// The method.
    pub fn visit(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let (name, params) = (ident(&t.rust), self.params(id));
        let visitor = self.visitor_name(t.file);
        let case = self.case(id);
        let mut s = Scope { case: case.as_ref().map(Case::known), ..self.scope(id, true) };
        let head = self.head(id);
        // A case is known where the head is read, too.
        let reads: Vec<TokenStream> = if case.is_none() && self.begins_with_head(id) {
            vec![self.read_head(id, &mut s)]
        } else {
            let reads = head.iter().map(|f| self.read_field(id, f, Form::Ref, &mut s));
            std::iter::once(quote!(let begin = r.offset();)).chain(reads).collect()
        };
        let rest = self.lowered[id].rest();
        let early = rest.first().and_then(|step| self.early_stream(id, &step.take, &mut s));
        let has_early = early.is_some();
        // The event is told where that stream ends.
        let early = match (early, &s.head) {
            (Some(stream), Some(head)) if t.event.is_some() => {
                Some(quote!(let mut #head = #head; #stream #head.rest = *r;))
            }
            (early, _) => early,
        };
        let mut steps = Vec::new();
        let (outer, event) = match (&t.event, rest) {
            (Some(e), [only]) if self.defers(id) => {
                steps.push(self.visit_deferred(id, e, only, &mut s));
                (quote!(), None)
            }
            (e, _) => {
                let outer = self.is_entered(id).then(|| self.send_outer(id, has_early, rest, &s));
                let event = e.as_ref().map(|e| self.send(id, e, has_early, rest, &s));
                for (i, step) in rest.iter().enumerate() {
                    steps.push(self.visit_field(id, step, has_early && i == 0, &mut s));
                }
                (quote!(#outer), event)
            }
        };
        let end = t.event.as_ref().filter(|_| self.has_visited_children(id)).map(|e| {
            let end = format_ident!("end_{}", e);
            quote!(v.#end()?;)
        });
        let (ret, out) = self.returns(id, &s);
        // What is visited most often has no children of its own.
        let is_hot =
            !self.has_visited_children(id) || !self.program.types[id].facts.asked.is_empty() || self.is_inner(id);
        let inline =
            if is_hot || case.is_some() || self.is_entered(id) { quote!(#[inline(always)]) } else { quote!(#[inline]) };
        let plain = match &case {
            Some(c) => Some(self.visit_by_case(id, c, &ret)),
            None => self.is_entered(id).then(|| self.visit_alone(id, &ret)),
        };
        let (head, before) = match (&case, self.is_entered(id)) {
            (Some(_), _) => (quote!(fn visit_case<'a, const CASE: bool, V: #visitor<'a>>), quote!()),
            (None, true) => (
                quote!(pub(crate) fn visit_after<'a, V: #visitor<'a>, B: FnOnce(&mut V) -> Result<__rt::Flow, V::Error>>),
                quote!(, before: B),
            ),
            (None, false) => (quote!(pub fn visit<'a, V: #visitor<'a>>), quote!()),
        };
        quote! {
            impl #name {
                #plain

                /// Reads one and sends what it holds to a visitor.
                #inline
                #head(r: &mut __rt::Reader<'a> #params, v: &mut V #before) -> Result<#ret, V::Error> {
                    #(#reads)*
                    #early
                    #outer
                    #event
                    #(#steps)*
                    #end
                    Ok(#out)
                }
            }
        }
    }

    /// What a visit gives back, and the expression that makes it: whether the value was visited whole, and what parents ask for.
    pub fn returns(&self, id: TypeId, s: &Scope) -> (TokenStream, TokenStream) {
        if self.program.types[id].facts.asked.is_empty() {
            (quote!(__rt::Flow), quote!(__rt::Flow::Continue))
        } else {
            let (path, values) = (self.asked(id), self.asked_values(id, s));
            (quote!((__rt::Flow, #path)), quote!((__rt::Flow::Continue, #values)))
        }
    }

    /// The stream of a sized field, taken before the event is sent.
    fn early_stream(&self, id: TypeId, take: &Take<'_>, s: &mut Scope) -> Option<TokenStream> {
        if !matches!(take.times, Times::Once) || take.cond.is_some() {
            return None;
        }
        let s = &Scope { site: self.site(id, &take.field.id), ..s.clone() };
        let sub = self.sub_reader(take, s)?;
        Some(quote!(let mut stream = #sub;))
    }

    fn send(&self, id: TypeId, event: &str, early: bool, rest: &[Step<'_>], s: &Scope) -> TokenStream {
        let (event, head) = (ident(event), self.head_of(id, s));
        if !self.has_visited_children(id) {
            return quote!(v.#event(&#head)?;);
        }
        let skip = self.skip_rest(id, early, rest, s);
        quote!(if v.#event(&#head)? == __rt::Flow::Skip { #skip })
    }

    /// The event of the value that this one is the only part of.
    fn send_outer(&self, id: TypeId, early: bool, rest: &[Step<'_>], s: &Scope) -> TokenStream {
        let skip = self.skip_rest(id, early, rest, s);
        quote!(if before(v)? == __rt::Flow::Skip { #skip })
    }

    /// Statements that pass over what is left of a skipped value; a stream that was taken is passed over already.
    fn skip_rest(&self, id: TypeId, early: bool, rest: &[Step<'_>], s: &Scope) -> TokenStream {
        let mut inner = s.clone();
        let left = if early { rest.get(1..).unwrap_or_default() } else { rest };
        let skips: Vec<TokenStream> = left.iter().map(|step| self.skip_field(id, step.field, &mut inner)).collect();
        let skipped = self.skipped(id, s);
        quote!(#(#skips)* return Ok(#skipped);)
    }

    /// What a visit of a skipped value gives back.
    fn skipped(&self, id: TypeId, s: &Scope) -> TokenStream {
        if self.program.types[id].facts.asked.is_empty() {
            return quote!(__rt::Flow::Skip);
        }
        let values = self.asked_values(id, s);
        quote!((__rt::Flow::Skip, #values))
    }

    /// Whether the event of a type waits for the head of the one value that its own head leads to. Two events do not wait for the same head.
    pub(super) fn defers(&self, id: TypeId) -> bool {
        self.leads_to_one(id) && !self.is_entered(id)
    }

    /// Whether all that is behind the head of a type with an event is one visited value.
    fn leads_to_one(&self, id: TypeId) -> bool {
        let t = &self.program.types[id];
        let is_own = |take: &Take<'_>| {
            matches!((take.times, take.extent), (Times::Once, Extent::Own)) && self.is_visited(take.field)
        };
        let rest = self.lowered[id].rest();
        t.mode == Mode::Visit && t.event.is_some() && matches!(rest, [only] if is_own(&only.take))
    }

    /// Whether values of the type are what an outer value's event may wait for.
    fn is_entered(&self, id: TypeId) -> bool {
        let leads = |p: TypeId| self.leads_to_one(p) && self.program.types[p].fields.last().is_some_and(|f| f.has(id));
        self.case(id).is_none() && (0..self.program.types.len()).any(leads)
    }

    /// Whether values of the type stand in those that outer values' events wait for: there is one for each of them.
    fn is_inner(&self, id: TypeId) -> bool {
        let types = &self.program.types;
        let holds = |f: &Field| f.once() && matches!(&f.ty, FieldTy::User(c, _) if *c == id);
        types[id].mode == Mode::Visit
            && (0..types.len()).any(|p| types[p].fields.iter().any(holds) && self.is_entered(p))
    }

    /// Visits the one value that a type's head leads to, whose head sends the event of both.
    fn visit_deferred(&self, id: TypeId, event: &str, step: &Step<'_>, s: &mut Scope) -> TokenStream {
        let (event, head) = (ident(event), self.head_of(id, s));
        let bound = s.head.is_none().then(|| quote!(let head = #head;));
        let (before, f) = (self.before(id, step, s), step.field);
        let inner = self.by_type(f, s, |c, args| {
            let path = self.type_path(c);
            let last = quote!(v, |v: &mut V| {
                let flow = v.#event(&head)?;
                skipped = flow == __rt::Flow::Skip;
                Ok(flow)
            });
            let call = self.call(quote!(#path::visit_after), quote!(r), c, args, s, &f.pos, Some(last));
            quote!(#call?;)
        });
        let body = match step.take.cond {
            Some(c) => {
                let c = self.truth(c, s);
                quote!(if #c { #inner } else { skipped = v.#event(&head)? == __rt::Flow::Skip; })
            }
            None => inner,
        };
        let out = self.skipped(id, s);
        quote! {
            #bound
            let mut skipped = false;
            #before
            #body
            if skipped { return Ok(#out); }
        }
    }

    /// `visit` of a type that outer values' events wait for.
    fn visit_alone(&self, id: TypeId, ret: &TokenStream) -> TokenStream {
        let names = self.param_names(id);
        let body = quote!(Self::visit_after(r #names, v, |_| Ok(__rt::Flow::Continue)));
        self.visit_entry(id, ret, &quote!(#[inline]), &body)
    }

    /// `visit` of a type whose visits are made by another function.
    pub(super) fn visit_entry(
        &self,
        id: TypeId,
        ret: &TokenStream,
        inline: &TokenStream,
        body: &TokenStream,
    ) -> TokenStream {
        let t = &self.program.types[id];
        let (visitor, params) = (self.visitor_name(t.file), self.params(id));
        quote! {
            /// Reads one and sends what it holds to a visitor.
            #inline
            pub fn visit<'a, V: #visitor<'a>>(r: &mut __rt::Reader<'a> #params, v: &mut V) -> Result<#ret, V::Error> {
                #body
            }
        }
    }

    /// Statements that visit a field behind the head.
    fn visit_field(&self, id: TypeId, step: &Step<'_>, early: bool, s: &mut Scope) -> TokenStream {
        let (f, take) = (step.field, &step.take);
        if !self.is_visited(f) {
            return self.skip_field(id, f, s);
        }
        let before = self.before(id, step, s);
        let one = || self.visit_one(take, early, s);
        let all = self.each(take, &quote!(), one, |n| self.visit_counted(id, take, n, s), s);
        let all = self.under(take, all, s);
        quote!(#before #all)
    }

    /// An expression that visits one element.
    pub fn visit_one(&self, take: &Take<'_>, early: bool, s: &Scope) -> TokenStream {
        let (f, site) = (take.field, &s.site);
        let sub = if early { Some(quote!(stream)) } else { self.sub_reader(take, s) };
        let reader = if sub.is_some() { quote!(&mut sub) } else { quote!(r) };
        let value = self.by_type(f, s, |c, args| {
            let path = self.type_path(c);
            let call = self.call(quote!(#path::visit), reader.clone(), c, args, s, &f.pos, Some(quote!(v)));
            quote!(#call?)
        });
        match sub {
            Some(sub) => quote!({
                let mut sub = #sub;
                let value = #value;
                // A value that was skipped has not been read to its end.
                if value == __rt::Flow::Continue { sub.finish(#site)?; }
                value
            }),
            None => value,
        }
    }
}
