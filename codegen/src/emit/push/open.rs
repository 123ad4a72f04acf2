//! Opening a value: what it begins with is written, and its frame is made.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::frame::{late, some_if, Slot};
use super::late::Late;
use crate::emit::bits::{any_bit, derived_bits};
use crate::emit::encode::element::to_bytes;
use crate::emit::encode::Writer;
use crate::emit::expr::{Holder, Scope, Val};
use crate::emit::scope::local;
use crate::emit::Emitter;
use crate::ir::{Expr, ExprKind, Field, FieldTy, Function, Member, Ty, TypeId};
use crate::lower::{outer_positions, write_refs};
use crate::names::{ident, Item};

impl Emitter<'_> {
    /// The parameters of the function that opens a type.
    fn open_params(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let mut out = Vec::new();
        if let Some(ty) = self.context_ty(t.file, &quote!('p)) {
            out.push(quote!(cx: &#ty));
        }
        for p in &t.params {
            let (name, ty) = (format_ident!("p_{}", p.id), self.param_ty(&p.ty, &quote!('p)));
            out.push(quote!(#name: #ty));
        }
        if let Some(opener) = t.facts.registers {
            let ty = self.registers_path(opener);
            out.push(quote!(st: &mut #ty));
        }
        if self.is_pending(id) {
            out.push(quote!(at: usize));
        }
        quote!(#(, #out)*)
    }

    /// Whether opening a type is nothing but writing it: nothing is pushed into it, it waits for nothing, and nothing of it is kept.
    pub(super) fn opens_by_writing(&self, id: TypeId) -> bool {
        let t = &self.program.types[id];
        let is_known =
            |f: &Field| !self.is_late(id, f) && f.cond.as_ref().is_none_or(|c| self.late(id, c) == Late::Never);
        let kept = self.frame_keeps(id);
        !self.is_branch(id)
            && !self.is_in_optional_list(id)
            && t.state.is_empty()
            && t.fields.iter().all(is_known)
            && !t.values.iter().any(|v| self.is_presence(id, v.place))
            && kept.fields.is_empty()
            && kept.values.is_empty()
            && write_refs(self.program, id).is_empty()
            && outer_positions(self.program, id).is_empty()
    }

    /// The function that writes what a type begins with, and makes its frame.
    pub(super) fn open_fn(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        if self.opens_by_writing(id) {
            let (encode, args) = (self.encode_parts(id), self.write_pass_on(id));
            let (params, frame, ty) =
                (self.open_params(id), self.make_frame(id, &Writer::new(self, id)), self.frame_ty(id, &quote!('p)));
            return quote! {
                #encode

                #[inline(always)]
                fn open<'p>(&self, w: &mut __rt::push::Stack #params) -> __rt::sink::WriteResult<#ty> {
                    self.encode(w #args)?;
                    Ok(#frame)
                }
            };
        }
        let mut w = Writer::new(self, id);
        w.s.holder = Holder::Parts;
        w.s.parent.clear();
        self.presences(id, &mut w.s);
        let optional = self.is_in_optional_list(id);
        let first = self.first_fields(id);
        for f in &first {
            let waits = f.cond.as_ref().is_some_and(|c| optional || self.late(id, c) != Late::Never);
            if f.in_model() && waits {
                if !f.optional || t.has_layouts(f) {
                    self.cannot_be_pushed(
                        &f.pos,
                        &format!("{} waits for what is pushed after it, and is never absent", f.id),
                    );
                }
                w.late.insert(f.place);
            }
        }
        if !t.state.is_empty() {
            let (registers, args) = (self.registers_path(id), self.write_pass_on(id));
            w.out.push(quote!(*st = #registers::open(w #args)?;));
        }
        w.enter_registers();
        for f in &first {
            if f.keys.bits.iter().any(|b| b.when.is_some()) {
                self.open_flags(id, f, &mut w);
            } else if self.is_late(id, f) {
                let open = self.open_late(id, f, &w.s, |l| quote!(let #l));
                w.out.push(open);
            } else {
                w.field(f);
            }
        }
        let frame = self.make_frame(id, &w);
        let (params, body, ty) = (self.open_params(id), w.finish(), self.frame_ty(id, &quote!('p)));
        quote! {
            #[inline(always)]
            fn open<'p>(&self, w: &mut __rt::push::Stack #params) -> __rt::sink::WriteResult<#ty> {
                #(#body)*
                Ok(#frame)
            }
        }
    }

    /// The flags that are known when the type is opened. If others are not, a gap is left.
    fn open_flags(&self, id: TypeId, f: &Field, w: &mut Writer<'_, '_>) {
        let is_late = |e: &Expr| self.late(id, e) != Late::Never;
        let mut known = f.clone();
        let visited = self.visited_fields(id);
        for bit in &mut known.keys.bits {
            let assumed = self.assumed_of(id, bit);
            let Some(e) = &mut bit.when else { continue };
            if let Some(other) = assumed {
                *e = w.s.give(Val::new(self.pushed_bits(id, other), Ty::Bool), &e.pos);
            } else if is_late(e) {
                *e = Expr::truth(false, &e.pos);
            }
            *e = e.replaced(&mut |function, args, call| self.of_child((function, args), call, &visited, &mut w.s));
        }
        if !self.is_late(id, f) {
            return w.field(&known);
        }
        let FieldTy::Int(i) = &f.ty else { return };
        let (l, late) = (local(&f.id), late(f));
        w.s.site = self.site(id, &f.id);
        let flags = w.flags(&known);
        let number = self.hole_number(id, f);
        if let Some(c) = &f.cond {
            let (c, site, derived) = (self.truth(c, &w.s), w.s.site.clone(), derived_bits(f));
            w.out.push(quote! {
                #flags
                let #l = if #c { Some(#l) } else { __rt::sink::left_out(#l & !#derived != 0, #site)?; None };
                let #late = w.hole(#number);
            });
            w.bind(f);
            return w.enter_registers();
        }
        let bytes = to_bytes(*i);
        w.out.push(match self.is_gap(id, f) {
            true => quote!(#flags let #l = #l; let #late = w.gap(&#l.#bytes());),
            false => quote!(#flags let #l = #l; let #late = w.hole(#number);),
        });
        w.bind(f);
        w.enter_registers();
    }

    /// `present(body)`, `is(body, case)` of the value for which the type is opened.
    fn of_child(
        &self,
        (function, args): (Function, &[Expr]),
        call: &Expr,
        visited: &[&Field],
        s: &mut Scope,
    ) -> Option<Expr> {
        let place = args.first()?.as_place()?;
        let f = visited.iter().find(|f| f.place == place)?;
        let tok = match (function, args.get(1).map(|a| &a.kind)) {
            (Function::Present, _) => quote!((at != 0)),
            (Function::Is, Some(ExprKind::Member(_, Member::Case(case)))) => {
                let at = f.targets().iter().position(|target| target.ty == *case)?;
                let at = Literal::usize_unsuffixed(at + 1);
                quote!((at == #at))
            }
            _ => return None,
        };
        Some(s.give(Val::new(tok, Ty::Bool), &call.pos))
    }

    /// Statements that leave a gap or a hole for what is known late, and what the frame keeps of it.
    pub(super) fn open_late(
        &self,
        id: TypeId,
        f: &Field,
        s: &Scope,
        keep: impl Fn(Ident) -> TokenStream,
    ) -> TokenStream {
        let mut s = s.clone();
        s.site = self.site(id, &f.id);
        let keep = keep(late(f));
        if let (FieldTy::Int(i), true) = (&f.ty, self.is_gap(id, f)) {
            let width = Literal::usize_unsuffixed(i.bytes as usize);
            return quote!(#keep = w.gap(&[0u8; #width]););
        }
        let number = self.hole_number(id, f);
        match self.is_wanted(id, f) {
            Some(c) => {
                let c = self.truth(c, &s);
                quote!(#keep = if #c { w.hole(#number) } else { Default::default() };)
            }
            None => quote!(#keep = w.hole(#number);),
        }
    }

    /// The number of a field among those of its file that leave holes.
    pub(super) fn hole_number(&self, id: TypeId, f: &Field) -> Literal {
        let before = self.pushed(self.program.types[id].file).into_iter().flat_map(|t| {
            self.program.types[t]
                .fields
                .iter()
                .filter(move |f| self.is_late(t, f) && !self.is_gap(t, f))
                .map(move |f| (t, f))
        });
        Literal::usize_unsuffixed(before.take_while(|(t, x)| (*t, &x.id) != (id, &f.id)).count())
    }

    /// The condition of a field that is known late, if that is known before.
    pub(super) fn is_wanted<'f>(&self, id: TypeId, f: &'f Field) -> Option<&'f Expr> {
        f.cond.as_ref().filter(|c| f.keys.bits.is_empty() && self.late(id, c) == Late::Never)
    }

    fn make_frame(&self, id: TypeId, w: &Writer<'_, '_>) -> TokenStream {
        let (name, slots) = (Item::Frame.of(&self.program.types[id].rust), self.slots(id));
        let values = slots.iter().filter_map(|slot| {
            let (field, value) = (self.slot(*slot), self.slot_value(id, *slot, &w.s)?);
            Some(match field == value.to_string() {
                true => quote!(#field),
                false => quote!(#field: #value),
            })
        });
        let values: Vec<TokenStream> = values.collect();
        let rest = (values.len() < slots.len()).then(|| quote!(..Default::default()));
        quote!(#name { #(#values,)* #rest })
    }

    /// What a member of a frame is when the type is opened, if it is known then.
    fn slot_value(&self, id: TypeId, slot: Slot<'_>, s: &Scope) -> Option<TokenStream> {
        let name = self.slot(slot);
        Some(match slot {
            Slot::Param(p) => some_if(self.has_no_default(&p.ty), quote!(#name)),
            Slot::Field(f) => some_if(f.enumeration.is_some() && !self.may_lack(f), s.names.get(&f.place)?.tok.clone()),
            Slot::Value(v) => {
                let e = self.program.named(id, v.place, &self.program.types[id].pos);
                match self.kept_value_ty(id, v.place).1 {
                    Ty::Int(_) => self.number(&e, s),
                    ty => some_if(self.has_no_default(&ty), self.eval(&e, s).tok),
                }
            }
            Slot::Late(f) if self.first_fields(id).iter().any(|x| x.place == f.place) => quote!(#name),
            Slot::Has(f) => {
                let held = ident(f.keys.delta.as_ref().map_or(&f.id, |d| &d.name));
                match (self.is_visited(f), f.once()) {
                    (true, true) => return None,
                    (true, false) => quote!(self.#held),
                    (false, _) => quote!(self.#held.is_some()),
                }
            }
            Slot::AnyBit(f) => self.pushed_bits(id, f),
            Slot::Late(_) | Slot::List(_) | Slot::AnyOf(..) | Slot::Waits(..) => return None,
            Slot::Next | Slot::Filled | Slot::Place | Slot::Index => return None,
        })
    }

    /// Whether any of the flags that are pushed with a type is set, or they are said to be there; further flags say it of those before them.
    fn pushed_bits(&self, id: TypeId, f: &Field) -> TokenStream {
        any_bit(f, &quote!(self), |bit| self.assumed_of(id, bit).map(|other| self.pushed_bits(id, other)))
    }
}
