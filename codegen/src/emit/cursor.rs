//! Cursors: visiting a long value in steps, so that no more than one of its elements need be in memory.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::expr::Scope;
use super::field::{result, Form};
use super::Emitter;
use crate::ir::{field_exprs, through, Expr, Field, FieldTy, Mode, Repeat, TypeId};
use crate::lower::{Extent, Step, Take, Times};
use crate::names::{ident, Item};

impl Emitter<'_> {
    /// The cursor of a type that is visited and has a repeated field which is visited.
    pub fn cursor(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let long = |f: &Field| matches!(f.repeat, Repeat::Until(_)) && self.is_visited(f);
        if t.mode != Mode::Visit || !t.fields.iter().any(long) {
            return quote!();
        }
        let (name, params) = (Item::Cursor.of(&t.rust), self.params(id));
        let visitor = self.visitor_name(t.file);
        let mut s = self.scope(id, true);
        let read = if self.begins_with_head(id) { self.read_head(id, &mut s) } else { quote!(let begin = r.offset();) };
        let event = t.event.as_ref().map(|e| {
            let (event, head) = (ident(e), self.head_of(id, &s));
            quote!(if v.#event(&#head)? == __rt::Flow::Skip { self.skips = true; })
        });
        let rest = self.lowered[id].rest();
        rest.iter().for_each(|step| self.check_kept(id, step));
        // Steps are taken apart from each other: they know parameters only.
        let s = self.scope(id, true);
        let mut steps = Vec::new();
        let mut helpers = Vec::new();
        for (i, step) in rest.iter().enumerate() {
            let next = self.next_step(id, rest, i + 1, &s);
            // The visit of a list's elements is inlined where the list is gone through, and only there.
            let is_apart = rest.get(i + 1).is_some_and(|list| self.leads_to(step.field, list));
            helpers.extend(is_apart.then(|| self.step_apart(id, step, &s)));
            steps.push(self.cursor_step(id, step, next, is_apart, &s));
        }
        let first = self.next_step(id, rest, 0, &s);
        steps.insert(0, quote!(#read #event self.step = #first;));
        let is_at: Vec<TokenStream> =
            (0..steps.len() as u8).map(Literal::u8_unsuffixed).map(|n| quote!(self.step == #n)).collect();
        let is_list = |step: &Step<'_>| self.counted(step).is_some() || matches!(step.take.times, Times::Until(_));
        let lists = rest.iter().map(is_list);
        // Which element of a list that is counted comes next.
        let (index, no_index) = match rest.iter().any(|step| self.counted(step).is_some()) {
            true => (quote!(index: i64,), quote!(index: 0,)),
            false => (quote!(), quote!()),
        };
        let goes_on = std::iter::once(false).chain(lists).map(|list| if list { quote!(while) } else { quote!(if) });
        let resumes = rest.iter().map(|step| step.field).enumerate().map(|(i, f)| {
            let (method, step) = (format_ident!("at_{}", f.id), Literal::u8_unsuffixed(i as u8 + 1));
            let doc = format!("A cursor in front of an element of `{}`; what precedes it is taken as visited.", f.id);
            quote!(#[doc = #doc] pub fn #method() -> Self { Self { step: #step, #no_index skips: false } })
        });
        let fields = rest.iter().map(|step| step.field).enumerate().map(|(i, f)| {
            let (site, step) = (self.site(id, &f.id), Literal::u8_unsuffixed(i as u8 + 1));
            quote!(#step => #site,)
        });
        let whole = self.own_site(id);
        let last = Literal::u8_unsuffixed(rest.len() as u8 + 1);
        let end = t.event.as_ref().map(|e| {
            let end = format_ident!("end_{}", e);
            quote!(if !self.skips { v.#end()?; })
        });
        let doc = format!("Where visiting a [`{}`] stands.", t.rust);
        quote! {
            #[doc = #doc]
            #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
            pub struct #name {
                step: u8,
                #index
                skips: bool,
            }

            impl #name {
                #(#resumes)*

                /// The field that the next step is about; the type itself in front of its head, and once everything has been visited.
                pub fn field(&self) -> &'static __rt::Site {
                    match self.step {
                        #(#fields)*
                        _ => #whole,
                    }
                }

                /// Whether everything has been visited.
                pub fn is_done(&self) -> bool {
                    self.step == #last
                }

                /// Passes over what is left, instead of visiting it.
                pub fn skip_rest(&mut self) {
                    self.skips = true;
                }

                /// Visits the head, or one further element. After an error with `is_unexpected_end` it can be called again with a
                /// reader at the same place and more bytes.
                #[inline(always)]
                pub fn step<'a, V: #visitor<'a>>(&mut self, r: &mut __rt::Reader<'a> #params, v: &mut V) -> Result<(), V::Error> {
                    #(if #is_at { #steps })else*
                    if self.step == #last { #end }
                    Ok(())
                }

                /// Visits what is left, step by step. After an error the reader is where the step began that met it.
                #[inline(always)]
                pub fn run<'a, V: #visitor<'a>>(&mut self, r: &mut __rt::Reader<'a> #params, v: &mut V) -> Result<(), V::Error> {
                    if self.is_done() {
                        return Ok(());
                    }
                    let done = r;
                    #(#goes_on #is_at {
                        let mut ahead = *done;
                        let r = &mut ahead;
                        #steps
                        *done = ahead;
                    })*
                    #end
                    Ok(())
                }

                #(#helpers)*
            }
        }
    }

    /// Between two steps a cursor keeps where it is, and nothing that has been read.
    fn check_kept(&self, id: TypeId, step: &Step<'_>) {
        let t = &self.program.types[id];
        let of_elements = |e: &&Expr| !matches!(step.take.times, Times::Until(until) if std::ptr::eq(until, *e));
        let asked = field_exprs(step.field).into_iter().filter(of_elements).collect();
        for e in through(t, asked, |_| true) {
            e.visit(&mut |part| {
                let Some(f) = part.as_place().and_then(|place| t.stored_at(place)) else { return };
                self.diags.borrow_mut().error_help(
                    &part.pos,
                    format!(
                        "{} asks for {}, which a cursor that visits {} in steps does not keep",
                        step.field.id, f.id, t.id
                    ),
                    format!(
                        "a parameter of {}; or a type of its own, with both fields, in the place of {}",
                        t.id, step.field.id
                    ),
                );
            });
        }
    }

    /// The number of the first step from field `from` on that there is something to do in.
    fn next_step(&self, id: TypeId, rest: &[Step<'_>], from: usize, s: &Scope) -> TokenStream {
        let number = Literal::u8_unsuffixed(from as u8 + 1);
        match rest.get(from).map(|step| step.take) {
            Some(Take { field, cond: Some(c), times: Times::Once, .. }) => {
                let c = self.truth(c, &Scope { site: self.site(id, &field.id), ..s.clone() });
                let later = self.next_step(id, rest, from + 1, s);
                quote!(if #c { #number } else { #later })
            }
            _ => quote!(#number),
        }
    }

    /// What a step does, perhaps by a function of its own. `next` is the step after it.
    fn cursor_step(&self, id: TypeId, step: &Step<'_>, next: TokenStream, is_apart: bool, s: &Scope) -> TokenStream {
        let (f, take) = (step.field, &step.take);
        let mut s = Scope { site: self.site(id, &f.id), ..s.clone() };
        if !self.is_visited(f) {
            let skip = self.skip_field(id, f, &mut s);
            return quote!(#skip self.step = #next;);
        }
        match take.times {
            Times::Until(e) => {
                let (one, skip) = (self.visit_one(take, false, &s), self.read_one(id, take, Form::Skip, &s));
                let (last, skip) = (self.is_last(e, &s), result(skip));
                let whole = self.whole_first(take, &s);
                quote! {
                    let last = if self.skips {
                        let one = r.apart(|r| #skip)?;
                        #last
                    } else {
                        #whole
                        let one = #one;
                        #last
                    };
                    if last { self.step = #next; }
                }
            }
            Times::Counted(n, _) => self.cursor_counted(id, take, n, &next, &s),
            _ => {
                let (name, names) = (format_ident!("pass_{}", f.id), self.param_names(id));
                let both = match is_apart {
                    true => quote!(r.apart(|r| self.#name(r #names, v))?;),
                    false => self.visit_or_skip(id, take, &s),
                };
                let both = self.under(take, both, &s);
                quote!(#both self.step = #next;)
            }
        }
    }

    /// What a step does that is about an element of a list of so many.
    fn cursor_counted(&self, id: TypeId, take: &Take<'_>, n: &Expr, next: &TokenStream, s: &Scope) -> TokenStream {
        let n = self.number(n, s);
        let element = Scope { index: Some(quote!(self.index)), ..s.clone() };
        let (one, whole) = (self.visit_or_skip(id, take, &element), self.whole_first(take, &element));
        let whole = (!whole.is_empty()).then(|| quote!(if !self.skips { #whole }));
        // None of what is not there.
        let n = match take.cond.map(|c| self.truth(c, s)) {
            Some(c) => quote!(if #c { #n } else { 0 }),
            None => n,
        };
        quote! {
            let count: i64 = #n;
            if self.index < count {
                #whole
                #one
                self.index += 1;
            }
            if self.index >= count {
                self.index = 0;
                self.step = #next;
            }
        }
    }

    /// Statements that see that an element is all at hand before it sends events, which would be sent again with the next bytes.
    fn whole_first(&self, take: &Take<'_>, s: &Scope) -> TokenStream {
        let is_sized = !matches!(take.extent, Extent::Own);
        if is_sized || !take.field.targets().iter().any(|target| self.may_tear(target.ty, &mut Vec::new())) {
            return quote!();
        }
        let skip = result(self.read_one(s.ty, take, Form::Skip, s));
        quote! {
            let mut ahead = *r;
            let whole: __rt::error::Result<_> = (|r: &mut __rt::Reader<'a>| #skip)(&mut ahead);
            if let Some(e) = whole.err().filter(__rt::ReadError::is_unexpected_end) {
                return Err(e.into());
            }
        }
    }

    /// Whether a visit sends events before all bytes of the value are known to be there.
    fn may_tear(&self, id: TypeId, on_the_way: &mut Vec<TypeId>) -> bool {
        if on_the_way.contains(&id) {
            return true;
        }
        on_the_way.push(id);
        let t = &self.program.types[id];
        let mut inner = |step: &Step<'_>| step.field.targets().iter().any(|x| self.may_tear(x.ty, on_the_way));
        let tears = match self.lowered[id].rest() {
            [] => false,
            // Its stream is taken before the event is sent.
            [only] if !matches!(only.take.extent, Extent::Own) && only.take.cond.is_none() && only.field.once() => {
                false
            }
            [only] if only.field.once() && (t.event.is_none() || self.defers(id)) => {
                self.is_visited(only.field) && inner(only)
            }
            rest => t.event.is_some() || rest.iter().any(|step| self.is_visited(step.field)),
        };
        on_the_way.pop();
        tears
    }

    /// How many elements a list has that is visited and counted.
    fn counted<'p>(&self, step: &Step<'p>) -> Option<&'p Expr> {
        match step.take.times {
            Times::Counted(n, _) if self.is_visited(step.field) => Some(n),
            _ => None,
        }
    }

    /// Whether a list is of what the field before it is one of.
    fn leads_to(&self, one: &Field, list: &Step<'_>) -> bool {
        let own = |f: &Field| match &f.ty {
            FieldTy::User(c, _) if self.is_visited(f) => Some(*c),
            _ => None,
        };
        one.once() && matches!(list.take.times, Times::Until(_)) && own(one).is_some() && own(one) == own(list.field)
    }

    /// The function that takes the step of such a field.
    fn step_apart(&self, id: TypeId, step: &Step<'_>, s: &Scope) -> TokenStream {
        let visitor = self.visitor_name(self.program.types[id].file);
        let (params, name) = (self.params(id), format_ident!("pass_{}", step.field.id));
        let both = self.visit_or_skip(id, &step.take, &Scope { site: self.site(id, &step.field.id), ..s.clone() });
        quote! {
            #[inline(never)]
            fn #name<'a, V: #visitor<'a>>(self, r: &mut __rt::Reader<'a> #params, v: &mut V) -> Result<(), V::Error> {
                #both
                Ok(())
            }
        }
    }

    fn visit_or_skip(&self, id: TypeId, take: &Take<'_>, s: &Scope) -> TokenStream {
        let (one, skip) = (self.visit_one(take, false, s), self.read_one(id, take, Form::Skip, s));
        quote!(if self.skips { let _ = #skip; } else { let _ = #one; })
    }
}
