//! Frames: what is kept of a value that is open, and the function that opens one.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::late::Late;
use crate::emit::bits::{any_bit, derived_bits};
use crate::emit::encode::element::to_bytes;
use crate::emit::encode::Writer;
use crate::emit::expr::{Holder, Scope, Val};
use crate::emit::scope::local;
use crate::emit::Emitter;
use crate::ir::{
    derivations, Expr, ExprKind, Field, FieldTy, Function, Int, Member, Param, Place, Repeat, Ty, TypeId, ValueInstance,
};
use crate::lower::{outer_positions, Known, Times};
use crate::names::{ident, Item};

/// What a frame keeps of a type's fields and values.
#[derive(Default)]
struct Kept {
    params: BTreeSet<Place>,
    fields: BTreeSet<Place>,
    values: BTreeSet<Place>,
}

impl Emitter<'_> {
    /// The fields that precede the first visited one.
    pub(super) fn first_fields(&self, id: TypeId) -> Vec<&Field> {
        self.program.types[id].fields.iter().take_while(|f| !self.is_visited(f)).collect()
    }

    /// Whether a field's value may be absent: as the model has it, or as it is stored.
    pub(super) fn may_lack(&self, f: &Field) -> bool {
        if f.in_model() {
            f.optional
        } else {
            f.cond.is_some()
        }
    }

    /// The fields whose presence is remembered.
    pub(super) fn conditional(&self, id: TypeId) -> Vec<&Field> {
        let t = &self.program.types[id];
        t.fields
            .iter()
            .filter(|f| if self.is_visited(f) { f.cond.is_some() } else { f.in_model() && f.optional })
            .collect()
    }

    /// What is evaluated after a type has been opened.
    fn afterwards(&self, id: TypeId) -> Vec<Expr> {
        let t = &self.program.types[id];
        let mut out: Vec<Expr> = t.leave.iter().map(|e| e.1.clone()).collect();
        out.extend(t.facts.asked.iter().map(|place| self.program.named(id, *place, &t.pos)));
        for f in &t.fields {
            let visited = self.is_visited(f);
            let waits = f.cond.as_ref().is_some_and(|c| self.late(id, c) != Late::Never);
            if visited || self.is_late(id, f) || waits || self.is_in_optional_list(id) {
                out.extend(f.cond.clone());
                out.extend(derivations(f).into_iter().cloned());
            }
            if !visited {
                continue;
            }
            if let Times::Counted(n, Known::Told | Known::Read) = self.step(id, f).take.times {
                out.push(n.clone());
            }
            for (_, case, args) in self.types_of(f) {
                out.extend(args.iter().cloned());
                out.extend(case.into_iter().flat_map(|(a, b)| [a.clone(), b.clone()]));
            }
        }
        // What functions ask is kept elsewhere.
        out.iter().map(|e| e.replaced(&mut |_, _, call| Some(Expr::truth(true, &call.pos)))).collect()
    }

    fn frame_keeps(&self, id: TypeId) -> Kept {
        let t = &self.program.types[id];
        let (mut out, mut queue, mut seen) = (Kept::default(), self.afterwards(id), BTreeSet::new());
        let flags = t.fields.iter().filter(|f| !f.keys.bits.is_empty() && self.is_late(id, f));
        out.fields.extend(flags.map(|f| f.place));
        while let Some(e) = queue.pop() {
            for n in e.places().into_iter().filter(|n| seen.insert(*n)) {
                if t.field_at(n).is_some_and(|f| !self.is_visited(f)) {
                    out.fields.insert(n);
                } else if t.param_at(n).is_some() {
                    out.params.insert(n);
                } else if let Some(v) = t.value_at(n).filter(|_| !self.is_presence(id, n)) {
                    if v.delta.is_none() && self.is_kept_value(id, v) && v.cond.is_none() && !v.is_native() {
                        out.values.insert(n);
                    } else {
                        queue.push(v.expr.clone());
                        queue.extend(v.cond.clone());
                    }
                }
            }
        }
        out
    }

    /// Whether the frame of a type keeps a value.
    pub(super) fn keeps_value(&self, id: TypeId, value: Place) -> bool {
        self.frame_keeps(id).values.contains(&value)
    }

    /// Whether a value is computed when the type is opened: it is a number and waits on nothing.
    fn is_kept_value(&self, id: TypeId, v: &ValueInstance) -> bool {
        !v.expr.asks_position()
            && self.late(id, &v.expr) == Late::Never
            && matches!(v.ty, Ty::Int(_) | Ty::Bool | Ty::Enum(_))
    }

    fn kept_value_ty(&self, id: TypeId, value: Place) -> (TokenStream, Ty) {
        match self.program.ty_at(id, value) {
            Ty::Bool => (quote!(bool), Ty::Bool),
            Ty::Enum(e) => (self.enum_path(e), Ty::Enum(e)),
            _ => (quote!(i64), Ty::Int(Int::I64)),
        }
    }

    fn has_frame_life(&self, id: TypeId) -> bool {
        self.kept_params(id).iter().any(|p| self.param_ty(&p.ty, &quote!('p)).to_string().contains('&'))
    }

    /// The type of a frame.
    pub(super) fn frame_ty(&self, id: TypeId, life: &TokenStream) -> TokenStream {
        let name = Item::Frame.of(&self.program.types[id].rust);
        if self.has_frame_life(id) {
            quote!(#name<#life>)
        } else {
            quote!(#name)
        }
    }

    /// The flags that elements of a list wait on: names of the fields of the elements.
    pub(super) fn deferred(&self, list: &Field) -> Vec<(TypeId, &Field)> {
        let mut out = Vec::new();
        for (c, ..) in self.types_of(list) {
            for f in self.conditional(c).into_iter().filter(|f| !self.is_visited(f)) {
                if let Some(Late::Flags { .. }) = f.cond.as_ref().map(|e| self.late(c, e)) {
                    out.push((c, f));
                }
            }
        }
        out
    }

    /// Every field of a frame: name and type.
    fn frame_fields(&self, id: TypeId) -> Vec<(Ident, TokenStream)> {
        let t = &self.program.types[id];
        let mut out = Vec::new();
        let kept = self.frame_keeps(id);
        for p in self.kept_params(id) {
            out.push((
                format_ident!("p_{}", p.id),
                optional_if(has_no_default(&p.ty), self.param_ty(&p.ty, &quote!('p))),
            ));
        }
        for f in t.fields.iter().filter(|f| kept.fields.contains(&f.place)) {
            let ty = self.model_ty(id, &Field { repeat: Repeat::Once, ..f.clone() });
            out.push((local(&f.id), optional_if(self.may_lack(f) || f.enumeration.is_some(), ty)));
        }
        out.extend(kept.values.iter().map(|n| {
            let (tok, ty) = self.kept_value_ty(id, *n);
            (format_ident!("i_{}", self.program.name_of(id, *n)), optional_if(has_no_default(&ty), tok))
        }));
        out.extend(self.conditional(id).iter().map(|f| (format_ident!("has_{}", f.id), quote!(bool))));
        for f in &t.fields {
            if t.fields.iter().flat_map(|x| &x.keys.bits).any(|b| self.assumed_of(id, b).is_some_and(|o| o.id == f.id))
            {
                out.push((format_ident!("any_{}", f.id), quote!(bool)));
            }
            if self.is_late(id, f) {
                let ty = if self.is_gap(id, f) { quote!(u64) } else { quote!(__rt::push::Hole) };
                out.push((format_ident!("late_{}", f.id), ty));
            }
            if self.is_visited(f) && !f.once() {
                out.push((format_ident!("list_{}", f.id), quote!(__rt::push::Listed)));
                for (c, member) in self.any_names(id, f.place) {
                    let name = self.program.name_of(c, member);
                    out.push((format_ident!("any_{}_{}", f.id, name), quote!(bool)));
                }
                for (_, x) in self.deferred(f) {
                    out.push((format_ident!("wait_{}_{}", f.id, x.id), quote!(__rt::push::Deferred)));
                }
            }
        }
        if self.is_branch(id) {
            out.extend(self.counts_fields(id).then(|| (ident("next"), quote!(usize))));
            out.extend(self.fills_fields(id).then(|| (ident("filled"), quote!(bool))));
            let places = self.places(id);
            out.extend((places.len() > 1).then(|| (ident("place"), quote!(u8))));
            out.extend(places.iter().any(|p| !p.field.once()).then(|| (ident("index"), quote!(i64))));
        }
        out
    }

    /// The parameters that are asked for after a type has been opened.
    pub(super) fn kept_params(&self, id: TypeId) -> Vec<&Param> {
        let t = &self.program.types[id];
        let kept = self.frame_keeps(id).params;
        t.params.iter().filter(|p| t.parent.is_some() && kept.contains(&p.place)).collect()
    }

    /// Whether a frame tells which of several fields is next.
    pub(super) fn counts_fields(&self, id: TypeId) -> bool {
        self.visited_fields(id).len() > 1
    }

    /// Whether a frame tells that its next field is there, of those that are no lists.
    pub(super) fn fills_fields(&self, id: TypeId) -> bool {
        self.visited_fields(id).iter().any(|f| f.once())
    }

    /// The fields of a list's elements that `any_present` of some type asks for.
    pub(super) fn any_names(&self, id: TypeId, list: Place) -> BTreeSet<(TypeId, Place)> {
        self.asked_of(id, list, &[Function::AnyPresent]).into_iter().filter_map(|end| end.member).collect()
    }

    /// The struct of a frame.
    pub(super) fn frame_struct(&self, id: TypeId) -> TokenStream {
        let fields = self.frame_fields(id).into_iter().map(|(name, ty)| quote!(#name: #ty,));
        let ty = self.frame_ty(id, &quote!('p));
        quote! {
            #[derive(Debug, Default)]
            struct #ty { #(#fields)* }
        }
    }

    /// What names mean while the type is open: its frame stands at `var`.
    pub(super) fn frame_scope(&self, id: TypeId, var: &TokenStream) -> Scope {
        let t = &self.program.types[id];
        let mut s = self.scope(id, false);
        s.parent.clear();
        let kept = self.frame_keeps(id);
        let site = self.own_site(id);
        let held = |name: Ident, is_optional: bool| match is_optional {
            true => quote!(__rt::push::opened(#var.#name, #site)?),
            false => quote!(#var.#name),
        };
        for p in self.kept_params(id) {
            if let Some(v) = s.names.get_mut(&p.place) {
                v.tok = held(format_ident!("p_{}", p.id), has_no_default(&p.ty));
            }
        }
        for f in t.fields.iter().filter(|f| kept.fields.contains(&f.place)) {
            let lacks = self.may_lack(f);
            let tok = held(local(&f.id), !lacks && f.enumeration.is_some());
            s.names.insert(f.place, Val::new(tok, f.stored_ty()).optional(lacks));
        }
        for n in &kept.values {
            let (name, ty) = (format_ident!("i_{}", self.program.name_of(id, *n)), self.kept_value_ty(id, *n).1);
            s.names.insert(*n, Val::new(held(name, has_no_default(&ty)), ty));
        }
        self.presences(id, &mut s);
        self.register_names(id, &mut s);
        s
    }

    fn presences(&self, id: TypeId, s: &mut Scope) {
        for v in &self.program.types[id].values {
            if self.is_presence(id, v.place) {
                s.names.insert(v.place, Val::new(quote!(true), Ty::Bool));
            }
        }
    }

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
            && self.write_refs(id).is_empty()
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
                w.late.insert(f.id.clone());
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
        let (l, late) = (local(&f.id), format_ident!("late_{}", f.id));
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
                let at = self.types_of(f).iter().position(|(c, ..)| c == case)?;
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
        let keep = keep(format_ident!("late_{}", f.id));
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
        let t = &self.program.types[id];
        let (s, kept) = (&w.s, self.frame_keeps(id));
        let first: Vec<&str> = self.first_fields(id).iter().map(|f| f.id.as_str()).collect();
        let name = Item::Frame.of(&t.rust);
        let fields = self.frame_fields(id);
        let values = fields.iter().filter_map(|(field, _)| {
            let n = field.to_string();
            let value = if let Some(p) = n.strip_prefix("p_").and_then(|x| t.param(x)) {
                some_if(has_no_default(&p.ty), quote!(#field))
            } else if let Some(x) =
                n.strip_prefix("f_").and_then(|x| t.field(x)).filter(|x| kept.fields.contains(&x.place))
            {
                let is_enum = x.enumeration.is_some() && !self.may_lack(x);
                some_if(is_enum, s.names.get(&x.place)?.tok.clone())
            } else if let Some(x) =
                n.strip_prefix("i_").and_then(|x| t.value(x)).filter(|x| kept.values.contains(&x.place))
            {
                let e = self.program.named(id, x.place, &t.pos);
                match self.kept_value_ty(id, x.place).1 {
                    Ty::Int(_) => self.number(&e, s),
                    ty => some_if(has_no_default(&ty), self.eval(&e, s).tok),
                }
            } else if let Some(x) = n.strip_prefix("late_").filter(|x| first.contains(x)) {
                let l = format_ident!("late_{}", x);
                quote!(#l)
            } else if let Some(f) = n.strip_prefix("has_").and_then(|x| t.field(x)) {
                let held = ident(f.keys.delta.as_ref().map_or(&f.id, |d| &d.name));
                match (self.is_visited(f), f.once()) {
                    (true, true) => return None,
                    (true, false) => quote!(self.#held),
                    (false, _) => quote!(self.#held.is_some()),
                }
            } else if let Some(f) = n.strip_prefix("any_").and_then(|x| t.field(x)).filter(|f| !f.keys.bits.is_empty())
            {
                self.pushed_bits(id, f)
            } else {
                return None;
            };
            Some(match value.to_string() == n {
                true => quote!(#field),
                false => quote!(#field: #value),
            })
        });
        let values: Vec<TokenStream> = values.collect();
        let rest = (values.len() < fields.len()).then(|| quote!(..Default::default()));
        quote!(#name { #(#values,)* #rest })
    }

    /// Whether any of the flags that are pushed with a type is set, or they are said to be there; further flags say it of those before them.
    fn pushed_bits(&self, id: TypeId, f: &Field) -> TokenStream {
        any_bit(f, &quote!(self), |bit| self.assumed_of(id, bit).map(|other| self.pushed_bits(id, other)))
    }
}

/// Whether values of a type are kept as `Option`, since there is none before the first.
fn has_no_default(ty: &Ty) -> bool {
    matches!(ty, Ty::Type(_) | Ty::Enum(_))
}

fn optional_if(is_optional: bool, ty: TokenStream) -> TokenStream {
    if is_optional {
        quote!(Option<#ty>)
    } else {
        ty
    }
}

fn some_if(is_optional: bool, value: TokenStream) -> TokenStream {
    if is_optional {
        quote!(Some(#value))
    } else {
        value
    }
}
