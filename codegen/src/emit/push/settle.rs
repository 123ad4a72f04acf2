//! What is computed when the values that it is derived from have all been pushed.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::frame::{has, list, Slot};
use super::late::{way, Late, Step};
use crate::emit::bits::derived_bits;
use crate::emit::expr::{int_path, Scope, Val};
use crate::emit::scope::local;
use crate::emit::Emitter;
use crate::ir::{Expr, ExprKind, Field, FieldTy, Function, Place, Repeat, Ty, TypeId};

/// Where a path ends.
pub struct PathEnd {
    /// The types that it goes through, the last of which has the field.
    pub through: Vec<TypeId>,
    /// The last of them.
    pub ty: TypeId,
    /// The field, or a value that it is a difference to.
    pub place: Place,
    /// What is asked of each element, if it is a list.
    pub member: Option<(TypeId, Place)>,
}

impl Emitter<'_> {
    /// Where a path ends that begins in a type and goes over visited fields.
    pub(super) fn path_end(&self, id: TypeId, path: &Expr) -> Option<PathEnd> {
        let mut steps = Vec::new();
        if !way(path, &mut steps) {
            return None;
        }
        let (mut through, mut steps) = (vec![id], steps.into_iter().peekable());
        let mut at = id;
        while let Some(Step::Of(place)) = steps.next() {
            let f = self.program.types[at].field_at(place).filter(|f| self.is_visited(f));
            let Some(f) = f.filter(|f| f.once() && steps.peek().is_some()) else {
                let member = match (steps.next(), self.program.types[at].field_at(place).map(|f| &f.ty)) {
                    (Some(Step::Of(member)), Some(FieldTy::User(c, _))) => Some((*c, member)),
                    _ => None,
                };
                return Some(PathEnd { through, ty: at, place, member });
            };
            at = match (&f.ty, steps.peek()) {
                (FieldTy::Switch(..), Some(Step::Case(c))) => *c,
                _ => f.targets().first()?.ty,
            };
            if let FieldTy::Switch(..) = f.ty {
                steps.next();
            }
            through.push(at);
        }
        None
    }

    /// Where the flags of a field are known: the types from its own to the one with the last of what they are derived from.
    fn known_in(&self, id: TypeId, f: &Field) -> Option<Vec<TypeId>> {
        let mut out: Option<Vec<TypeId>> = None;
        for e in f.keys.bits.iter().filter_map(|b| b.when.as_ref()) {
            if self.late(id, e) == Late::Never {
                continue;
            }
            if let Some(other) = self.assumed_by(id, e) {
                out = out.or_else(|| self.known_in(id, other));
                continue;
            }
            let mut ends = Vec::new();
            e.visit(&mut |e| {
                if let ExprKind::Call(_, args) = &e.kind {
                    ends.extend(args.first().and_then(|p| self.path_end(id, p)).map(|end| end.through));
                }
            });
            for through in ends {
                if out.as_ref().is_some_and(|o| *o != through) {
                    self.cannot_be_pushed(&e.pos, &format!("{} is derived from values of several types", f.id));
                }
                out = Some(through);
            }
        }
        out
    }

    /// The flags that are known when a type is complete: their owners, and the types on the way.
    pub(super) fn settled_by(&self, id: TypeId) -> Vec<(TypeId, &Field, Vec<TypeId>)> {
        let mut out = Vec::new();
        for owner in self.pushed(self.program.types[id].file) {
            for f in &self.program.types[owner].fields {
                if f.keys.bits.is_empty() || !self.is_late(owner, f) {
                    continue;
                }
                if let Some(way) = self.known_in(owner, f).filter(|way| way.last() == Some(&id)) {
                    out.push((owner, f, way));
                }
            }
        }
        out
    }

    /// Statements that compute all flags that are known when a type is complete, hand them to the types on the way, and look at the
    /// conditions that waited for them. The type's own frame is at hand.
    pub(super) fn settle(&self, id: TypeId) -> TokenStream {
        let settled = self.settled_by(id);
        let mut others: Vec<TypeId> = settled.iter().flat_map(|s| s.2.clone()).filter(|o| *o != id).collect();
        others.dedup();
        let others = others.into_iter().map(|o| self.open_frame(o));
        let flags = settled.iter().map(|(owner, f, _)| self.settle_flags(*owner, f));
        let mut owners: Vec<TypeId> = settled.iter().map(|s| s.0).collect();
        owners.dedup();
        let again = owners.iter().map(|o| self.assumed_again(*o));
        let mut pairs: Vec<(TypeId, TypeId)> = Vec::new();
        for way in settled.iter().map(|s| &s.2) {
            for pair in way.windows(2) {
                if let ([parent, child], false) = (pair, pairs.iter().any(|p| pair == [p.0, p.1])) {
                    pairs.push((*parent, *child));
                }
            }
        }
        let handed = pairs.iter().map(|(parent, child)| self.hand_again(*parent, *child));
        let checks = settled.iter().flat_map(|(owner, f, way)| way.iter().map(|id| self.check_waiting(*id, *owner, f)));
        quote!(#(#others)* #(#flags)* #(#again)* #(#handed)* #(#checks)*)
    }

    /// Statements that compute the flags of a field.
    fn settle_flags(&self, owner: TypeId, f: &Field) -> TokenStream {
        let (FieldTy::Int(i), v_owner) = (&f.ty, self.frame_var(owner)) else { return quote!() };
        let (ty, l) = (int_path(*i), local(&f.id));
        let mut s = self.frame_scope(owner, &quote!(#v_owner));
        s.site = self.site(owner, &f.id);
        let mut bits = quote!();
        for b in &f.keys.bits {
            let Some(e) = b.when.as_ref().filter(|e| self.late(owner, e) != Late::Never) else { continue };
            let (mask, on, site) =
                (Literal::u64_unsuffixed(b.mask), self.answered(owner, e, &mut s, None), s.site.clone());
            let check = b.cond.as_ref().map(|c| {
                let c = self.truth(c, &s);
                quote!(__rt::sink::left_out(!#c, #site)?;)
            });
            bits = quote!(#bits if #on { #check flags |= #mask; });
        }
        let out = match &f.cond {
            None => quote!(let mut flags: #ty = #v_owner.#l; #bits #v_owner.#l = flags;),
            Some(c) => {
                let (c, site, derived) = (self.truth(c, &s), s.site.clone(), derived_bits(f));
                quote! {
                    let mut flags: #ty = #v_owner.#l.unwrap_or(0);
                    #bits
                    #v_owner.#l = if #c { Some(flags) } else { __rt::sink::left_out(flags & !#derived != 0, #site)?; None };
                }
            }
        };
        quote!({ #out })
    }

    /// The field of flags whose presence an expression asks for, if a bit is taken as known by it.
    fn assumed_by(&self, id: TypeId, e: &Expr) -> Option<&Field> {
        let bits = self.program.types[id].fields.iter().flat_map(|f| &f.keys.bits);
        bits.filter(|b| b.when.as_ref().is_some_and(|w| w.pos == e.pos)).find_map(|b| self.assumed_of(id, b))
    }

    /// Values that were computed from bits taken as known are the same now that they are.
    fn assumed_again(&self, owner: TypeId) -> TokenStream {
        let t = &self.program.types[owner];
        if !self.assumes(owner) {
            return quote!();
        }
        let (var, site) = (self.frame_var(owner), self.own_site(owner));
        let mut s = self.frame_scope(owner, &quote!(#var));
        s.site = site.clone();
        let kept: Vec<_> = t.values.iter().filter(|v| self.keeps_value(owner, v.place)).collect();
        kept.iter().for_each(|v| drop(s.names.remove(&v.place)));
        let checks = kept.iter().map(|kept| {
            let e = self.program.named(owner, kept.place, &t.pos);
            let (v, field) = (self.eval(&e, &s), self.slot(Slot::Value(kept)));
            let now = if matches!(v.ty, Ty::Int(_)) { self.as_i64(&v, &s) } else { v.tok };
            quote!(__rt::push::unchanged(#var.#field == #now, #site)?;)
        });
        quote!(#(#checks)*)
    }

    /// Parameters that depend on flags, again.
    fn hand_again(&self, parent: TypeId, child: TypeId) -> TokenStream {
        let (up, down) = (self.frame_var(parent), self.frame_var(child));
        let s = self.frame_scope(parent, &quote!(#up));
        let mut out = quote!();
        for place in self.places(child).into_iter().filter(|p| p.parent == parent) {
            for (p, a) in self.program.types[child].params.iter().zip(place.target.args) {
                if self.late(parent, a) == Late::Never || self.kept_params(child).iter().all(|k| k.id != p.id) {
                    continue;
                }
                let (name, value) = (self.slot(Slot::Param(p)), self.arg(&p.ty, a, &s));
                out = quote!(#out #down.#name = #value;);
            }
        }
        out
    }

    /// Checks of the conditions of a type and of the elements of its lists that waited for flags.
    fn check_waiting(&self, id: TypeId, owner: TypeId, flags: &Field) -> TokenStream {
        let var = self.frame_var(id);
        let mut s = self.frame_scope(id, &quote!(#var));
        let mut out = quote!();
        for f in self.conditional(id).into_iter().filter(|f| !self.is_visited(f) && !self.is_said(id, f)) {
            let Some(c) = &f.cond else { continue };
            match self.late(id, c) {
                Late::Flags { owner: o, field, .. } if o == owner && field == flags.id => {
                    let (has, site) = (has(f), self.site(id, &f.id));
                    s.site = site.clone();
                    let needs = self.truth(c, &s);
                    out = quote!(#out __rt::sink::agree(#var.#has, #needs, #site)?;);
                }
                Late::Never | Late::Flags { .. } => {}
                _ => self.cannot_be_pushed_so(
                    &c.pos,
                    &format!("the condition of {} waits on several things", f.id),
                    "one flag: a value of the type that has the flags says whether it is set, (flags & 0x80) != 0 and (more_flags & 0x04) != 0, \
                     and is handed down as a parameter of type bool; or several bits of one field",
                ),
            }
        }
        let (l, v_owner) = (local(&flags.id), self.frame_var(owner));
        let held = if self.may_lack(flags) { quote!(#v_owner.#l.unwrap_or_default()) } else { quote!(#v_owner.#l) };
        for list in self.visited_fields(id).into_iter().filter(|f| !f.once()) {
            for (c, x) in self.deferred(list) {
                let Some(Late::Flags { owner: o, field, mask }) = x.cond.as_ref().map(|e| self.late(c, e)) else {
                    continue;
                };
                if o != owner || field != flags.id {
                    continue;
                }
                let (wait, site) = (self.slot(Slot::Waits(list, x)), self.site(c, &x.id));
                let case = bits_of(mask).enumerate().map(|(i, bit)| {
                    let (i, bit) = (Literal::u32_unsuffixed(i as u32), Literal::u64_unsuffixed(bit));
                    quote!(u32::from(#held & #bit != 0) << #i)
                });
                out = quote!(#out #var.#wait.check(0 #(| #case)*, #site)?;);
            }
        }
        out
    }

    /// For each case of the flags that an element's condition waits on, whether the element has what it asks for.
    pub(super) fn note_cases(&self, c: TypeId, x: &Field, element: &TokenStream, wait: &TokenStream) -> TokenStream {
        let Some(e) = &x.cond else { return quote!() };
        let has = has(x);
        let site = self.site(c, &x.id);
        let mut s = self.frame_scope(c, element);
        s.site = site.clone();
        match self.late(c, e) {
            Late::Never => {
                let needs = self.truth(e, &s);
                quote!(__rt::sink::agree(#element.#has, #needs, #site)?;)
            }
            Late::Flags { mask, .. } if mask.count_ones() <= 3 => {
                let bits: Vec<u64> = bits_of(mask).collect();
                let needs = (0..1u32 << bits.len()).map(|case| {
                    let on: u64 = bits.iter().enumerate().filter(|(i, _)| case >> i & 1 != 0).map(|(_, b)| b).sum();
                    let mut s = s.clone();
                    self.assume(c, mask, on, &mut s);
                    self.truth(e, &s)
                });
                quote!(#wait.note(#element.#has, [#(#needs),*]);)
            }
            _ => {
                self.cannot_be_pushed(&e.pos, &format!("the condition of {} waits on too much", x.id));
                quote!()
            }
        }
    }

    /// Parameters that depend on flags as if some of these were as given.
    fn assume(&self, c: TypeId, mask: u64, on: u64, s: &mut Scope) {
        let (mask, on) = (Literal::i64_suffixed(mask as i64), Literal::i64_suffixed(on as i64));
        for p in &self.program.types[c].params {
            if p.ty == Ty::Bool {
                continue;
            }
            let e = self.program.named(c, p.place, &self.program.types[c].pos);
            if let (Late::Flags { .. }, Some(v)) = (self.late(c, &e), s.names.get_mut(&p.place)) {
                let tok = &v.tok;
                v.tok = quote!((#tok & !#mask | #on));
            }
        }
    }

    /// A truth that functions of paths give, from the frames.
    fn answered(&self, id: TypeId, e: &Expr, s: &mut Scope, inner: Option<&TokenStream>) -> TokenStream {
        let e = self.with_answers(id, e, s, inner);
        self.truth(&e, s)
    }

    /// An expression whose functions are answered from frames; `inner` is what `byte_len` measures.
    pub(super) fn with_answers(&self, id: TypeId, e: &Expr, s: &mut Scope, inner: Option<&TokenStream>) -> Expr {
        e.replaced(&mut |function, args, call| {
            let v = match (function, inner) {
                (Function::ByteLen, Some(inner)) => Val::number(quote!((#inner as i64))),
                _ => {
                    let end = args.first().and_then(|a| self.path_end(id, a))?;
                    match self.answer(function, &end) {
                        Some(v) => v,
                        None => {
                            self.cannot_be_pushed(&call.pos, &format!("{} of values that are pushed", function.name()));
                            Val::new(quote!(false), Ty::Bool)
                        }
                    }
                }
            };
            Some(s.give(v, &call.pos).within(call.range))
        })
    }

    fn answer(&self, function: Function, end: &PathEnd) -> Option<Val> {
        let t = &self.program.types[end.ty];
        let var = self.frame_var(end.ty);
        let f = t.field_at(end.place).or_else(|| t.delta_at(end.place))?;
        let list = list(f);
        let count = || match &f.repeat {
            Repeat::Count(n) if self.is_visited(f) => {
                let mut s = self.frame_scope(end.ty, &quote!(#var));
                s.site = self.site(end.ty, &f.id);
                Some(self.number(n, &s))
            }
            _ => None,
        };
        Some(match (function, &end.member) {
            (Function::Present, None) if !f.keys.bits.is_empty() => {
                let any = self.slot(Slot::AnyBit(f));
                let mut s = self.frame_scope(end.ty, &quote!(#var));
                s.site = self.site(end.ty, &f.id);
                let late = f.keys.bits.iter().filter_map(|b| b.when.as_ref());
                let late: Vec<TokenStream> = late.map(|e| self.answered(end.ty, e, &mut s, None)).collect();
                Val::new(quote!((#var.#any #(|| #late)*)), Ty::Bool)
            }
            (Function::Present, None) if f.cond.is_none() => Val::new(quote!(true), Ty::Bool),
            (Function::Present, None) => {
                let has = has(f);
                Val::new(quote!(#var.#has), Ty::Bool)
            }
            (Function::Count, None) if self.is_visited(f) && !f.once() => Val::number(quote!(#var.#list.count)),
            (Function::AllPresent, None) => {
                let n = count()?;
                Val::new(quote!((#var.#list.count == #n)), Ty::Bool)
            }
            (Function::AnyPresent, Some(member)) => {
                let any = self.slot(Slot::AnyOf(f, member.0, member.1));
                Val::new(quote!(#var.#any), Ty::Bool)
            }
            (Function::Missing, None) => {
                let (n, there) = (count()?, self.there(end.ty, f));
                Val::new(quote!(self.#there.of(#n)), function.ty(self.program))
            }
            _ => return None,
        })
    }
}

fn bits_of(mask: u64) -> impl Iterator<Item = u64> {
    (0..64).map(|i| 1u64 << i).filter(move |b| mask & b != 0)
}
