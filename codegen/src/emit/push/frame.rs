//! Frames: what is kept of a value that is open, and the function that opens one.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::late::Late;
use crate::emit::expr::{Scope, Val};
use crate::emit::scope::local;
use crate::emit::Emitter;
use crate::ir::{
    derivations, Expr, Field, Function, Int, Param, Place, Repeat, Target, Ty, TypeId, TypeKind, ValueInstance,
};
use crate::lower::{Known, Times};
use crate::names::{ident, Item};

/// A member of a frame.
#[derive(Clone, Copy)]
pub(super) enum Slot<'f> {
    /// A parameter of the type.
    Param(&'f Param),
    /// A field that was written.
    Field(&'f Field),
    /// A value that was computed.
    Value(&'f ValueInstance),
    /// Whether a field is there.
    Has(&'f Field),
    /// Whether any of a field's bits is set.
    AnyBit(&'f Field),
    /// The place of a field that is known late.
    Late(&'f Field),
    /// What was pushed of a list.
    List(&'f Field),
    /// Whether any element of a list has this.
    AnyOf(&'f Field, TypeId, Place),
    /// What the elements of a list have of a field whose condition waits.
    Waits(&'f Field, &'f Field),
    /// The field that is next.
    Next,
    /// Whether that is there.
    Filled,
    /// In which field of another the value stands.
    Place,
    /// As which element.
    Index,
}

/// Whether a field is there.
pub(super) fn has(f: &Field) -> Ident {
    format_ident!("has_{}", f.id)
}

/// The place of a field that is known late.
pub(super) fn late(f: &Field) -> Ident {
    format_ident!("late_{}", f.id)
}

/// What was pushed of a list.
pub(super) fn list(f: &Field) -> Ident {
    format_ident!("list_{}", f.id)
}

/// What a frame keeps of a type's fields and values.
#[derive(Default)]
pub(super) struct Kept {
    pub params: BTreeSet<Place>,
    pub fields: BTreeSet<Place>,
    pub values: BTreeSet<Place>,
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

    /// Whether it is asked, after a type has been opened, whether a field is there.
    pub(super) fn is_remembered(&self, id: TypeId, f: &Field) -> bool {
        let names: Vec<Place> = f.sum.into_iter().chain([f.place]).collect();
        let is_asked = |n: &Place| !self.asked_of(id, *n, &[Function::Present]).is_empty();
        let mut lists = self.places(id).into_iter().filter(|p| !p.field.once());
        let waits = || f.cond.as_ref().is_some_and(|c| self.late(id, c) != Late::Never);
        self.is_in_optional_list(id)
            || !self.is_visited(f) && waits() && !self.is_said(id, f)
            || names.iter().any(is_asked)
            || lists.any(|p| names.iter().any(|n| self.any_names(p.parent, p.field.place).contains(&(id, *n))))
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
            for Target { case, args, .. } in f.targets() {
                out.extend(args.iter().cloned());
                out.extend(case.into_iter().flat_map(|(a, b)| [a.clone(), b.clone()]));
            }
        }
        // What functions ask is kept elsewhere.
        out.iter().map(|e| e.replaced(&mut |_, _, call| Some(Expr::truth(true, &call.pos)))).collect()
    }

    pub(super) fn frame_keeps(&self, id: TypeId) -> Kept {
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

    /// Whether a value is computed when the type is opened: it is a number, or a list of what the encoder was given, and waits on nothing.
    fn is_kept_value(&self, id: TypeId, v: &ValueInstance) -> bool {
        let t = &self.program.types[id];
        !v.expr.asks_position()
            && self.late(id, &v.expr) == Late::Never
            && match v.ty {
                Ty::Int(_) | Ty::Bool | Ty::Enum(_) => true,
                Ty::Array(_) => v.expr.places().into_iter().all(|n| t.param_at(n).is_some()),
                _ => false,
            }
    }

    pub(super) fn kept_value_ty(&self, id: TypeId, value: Place) -> (TokenStream, Ty) {
        match self.program.ty_at(id, value) {
            Ty::Bool => (quote!(bool), Ty::Bool),
            Ty::Enum(e) => (self.enum_path(e), Ty::Enum(e)),
            ty @ Ty::Array(_) => (self.param_ty(&ty, &quote!('p)), ty),
            _ => (quote!(i64), Ty::Int(Int::I64)),
        }
    }

    fn has_frame_life(&self, id: TypeId) -> bool {
        self.kept_params(id).iter().any(|p| self.param_ty(&p.ty, &quote!('p)).to_string().contains('&'))
            || self.frame_keeps(id).values.iter().any(|v| matches!(self.program.ty_at(id, *v), Ty::Array(_)))
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
        for Target { ty: c, .. } in list.targets() {
            for f in self.conditional(c).into_iter().filter(|f| !self.is_visited(f)) {
                if let Some(Late::Flags { .. }) = f.cond.as_ref().map(|e| self.late(c, e)) {
                    out.push((c, f));
                }
            }
        }
        out
    }

    /// The members of a frame.
    pub(super) fn slots(&self, id: TypeId) -> Vec<Slot<'_>> {
        let t = &self.program.types[id];
        let kept = self.frame_keeps(id);
        let mut out: Vec<Slot<'_>> = self.kept_params(id).into_iter().map(Slot::Param).collect();
        out.extend(t.fields.iter().filter(|f| kept.fields.contains(&f.place)).map(Slot::Field));
        out.extend(t.values.iter().filter(|v| kept.values.contains(&v.place)).map(Slot::Value));
        out.extend(self.conditional(id).into_iter().filter(|f| self.is_remembered(id, f)).map(Slot::Has));
        for f in &t.fields {
            let mut bits = t.fields.iter().flat_map(|x| &x.keys.bits);
            let is_assumed = bits.any(|b| self.assumed_of(id, b).is_some_and(|other| other.place == f.place));
            out.extend(is_assumed.then_some(Slot::AnyBit(f)));
            out.extend(self.is_late(id, f).then_some(Slot::Late(f)));
            if self.is_visited(f) && !f.once() {
                out.push(Slot::List(f));
                out.extend(self.any_names(id, f.place).into_iter().map(|(c, member)| Slot::AnyOf(f, c, member)));
                out.extend(self.deferred(f).into_iter().map(|(_, x)| Slot::Waits(f, x)));
            }
        }
        if self.is_branch(id) {
            out.extend(self.counts_fields(id).then_some(Slot::Next));
            out.extend(self.fills_fields(id).then_some(Slot::Filled));
            let places = self.places(id);
            out.extend((places.len() > 1).then_some(Slot::Place));
            out.extend(places.iter().any(|p| !p.field.once()).then_some(Slot::Index));
        }
        out
    }

    /// The name of a member of a frame.
    pub(super) fn slot(&self, slot: Slot<'_>) -> Ident {
        match slot {
            Slot::Param(p) => format_ident!("p_{}", p.id),
            Slot::Field(f) => local(&f.id),
            Slot::Value(v) => format_ident!("i_{}", v.id),
            Slot::Has(f) => has(f),
            Slot::AnyBit(f) => format_ident!("any_{}", f.id),
            Slot::Late(f) => late(f),
            Slot::List(f) => list(f),
            Slot::AnyOf(f, c, member) => format_ident!("any_{}_{}", f.id, self.program.name_of(c, member)),
            Slot::Waits(list, x) => format_ident!("wait_{}_{}", list.id, x.id),
            Slot::Next => ident("next"),
            Slot::Filled => ident("filled"),
            Slot::Place => ident("place"),
            Slot::Index => ident("index"),
        }
    }

    fn slot_ty(&self, id: TypeId, slot: Slot<'_>) -> TokenStream {
        match slot {
            Slot::Param(p) => optional_if(self.has_no_default(&p.ty), self.param_ty(&p.ty, &quote!('p))),
            Slot::Field(f) => {
                let ty = self.model_ty(id, &Field { repeat: Repeat::Once, ..f.clone() });
                optional_if(self.may_lack(f) || f.enumeration.is_some(), ty)
            }
            Slot::Value(v) => {
                let (tok, ty) = self.kept_value_ty(id, v.place);
                optional_if(self.has_no_default(&ty), tok)
            }
            Slot::Late(f) if self.is_gap(id, f) => quote!(u64),
            Slot::Late(_) => quote!(__rt::push::Hole),
            Slot::List(_) => quote!(__rt::push::Listed),
            Slot::Waits(..) => quote!(__rt::push::Deferred),
            Slot::Has(_) | Slot::AnyBit(_) | Slot::AnyOf(..) | Slot::Filled => quote!(bool),
            Slot::Next => quote!(usize),
            Slot::Place => quote!(u8),
            Slot::Index => quote!(i64),
        }
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
        let fields = self.slots(id).into_iter().map(|slot| {
            let (name, ty) = (self.slot(slot), self.slot_ty(id, slot));
            quote!(#name: #ty,)
        });
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
                v.tok = held(format_ident!("p_{}", p.id), self.has_no_default(&p.ty));
            }
        }
        for f in t.fields.iter().filter(|f| kept.fields.contains(&f.place)) {
            let lacks = self.may_lack(f);
            let tok = held(local(&f.id), !lacks && f.enumeration.is_some());
            s.names.insert(f.place, Val::new(tok, f.stored_ty()).optional(lacks));
        }
        for n in &kept.values {
            let (name, ty) = (format_ident!("i_{}", self.program.name_of(id, *n)), self.kept_value_ty(id, *n).1);
            s.names.insert(*n, Val::new(held(name, self.has_no_default(&ty)), ty));
        }
        self.presences(id, &mut s);
        self.register_names(id, &mut s);
        s
    }

    /// Whether values of a type are kept as `Option`, since there is none before the first.
    pub(super) fn has_no_default(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Type(id) => !matches!(self.program.types[*id].kind, TypeKind::Native(_)),
            Ty::Enum(_) => true,
            _ => false,
        }
    }

    pub(super) fn presences(&self, id: TypeId, s: &mut Scope) {
        for v in &self.program.types[id].values {
            if self.is_presence(id, v.place) {
                s.names.insert(v.place, Val::new(quote!(true), Ty::Bool));
            }
        }
    }
}

fn optional_if(is_optional: bool, ty: TokenStream) -> TokenStream {
    if is_optional {
        quote!(Option<#ty>)
    } else {
        ty
    }
}

pub(super) fn some_if(is_optional: bool, value: TokenStream) -> TokenStream {
    if is_optional {
        quote!(Some(#value))
    } else {
        value
    }
}
