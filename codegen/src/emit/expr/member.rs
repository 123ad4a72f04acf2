//! Members of values, and elements of lists.

use proc_macro2::Literal;
use quote::quote;

use super::{Scope, Val};
use crate::emit::constants::constant;
use crate::emit::Emitter;
use crate::ir::{bits_int, version_param, Expr, ExprKind, Holds, Int, Io, Member, Native, Place, Ty, TypeId};
use crate::names::ident;

impl Emitter<'_> {
    /// What a stream tells of itself.
    pub(super) fn stream(&self, io: Io, e: &Expr, s: &Scope) -> Val {
        match (io, s.reading) {
            (Io::Pos, true) => Val::number(quote!((r.pos() as i64))),
            (Io::Size, true) => Val::number(quote!((r.size() as i64))),
            (Io::Eof, true) => Val::new(quote!(r.at_end()), Ty::Bool),
            (Io::Pos, false) => Val::number(quote!((w.pos() as i64))),
            (Io::Eof, false) if s.eof.is_some() => Val::new(s.eof.clone().unwrap_or_default(), Ty::Bool),
            (io, false) => {
                let name = if io == Io::Eof { "eof" } else { "size" };
                self.wrong(&e.pos, format!("_io.{name} is not known here"))
            }
        }
    }

    /// What is asked of the element that `repeat-until` looks at.
    pub(super) fn item(&self, of: TypeId, place: Place, e: &Expr, s: &Scope) -> Val {
        let Some(tok) = &s.item else { return self.wrong(&e.pos, "_ outside of repeat-until") };
        let name = ident(self.program.name_of(of, place));
        Val::new(quote!(#tok.#name), Ty::Bool)
    }

    pub(super) fn member(&self, base: &Expr, member: Member, e: &Expr, s: &Scope) -> Val {
        match &s.case {
            Some((param, known, tok)) if base.as_place() == Some(*param) && member == *known => {
                return Val::new(tok.clone(), Ty::Bool);
            }
            _ => {}
        }
        let v = self.eval(base, s);
        let tok = &v.tok;
        match member {
            Member::Size | Member::Length => Val::number(quote!((#tok.len() as i64))),
            Member::Number => Val::number(quote!((#tok as i64))),
            Member::Parsed => Val::number(s.in_range(&quote!(#tok.parse::<i64>().ok()))),
            Member::Feature(i) => {
                let Ty::Type(version) = v.ty else { return v };
                let feature = ident(&self.program.types[version].values[i].id);
                Val::new(quote!(#tok.#feature()), Ty::Bool)
            }
            Member::Native(i) => {
                let Some(n) = self.native_of(&v.ty) else { return v };
                let (name, ty) = &n.members[i];
                match n.holds {
                    Holds::Number(_) => Val::new(tok.clone(), ty.clone()),
                    Holds::Owned(_) => {
                        let field = ident(name);
                        Val::new(quote!(#tok.#field), ty.clone())
                    }
                }
            }
            Member::Of(place) => {
                let Ty::Type(id) = v.ty else { return v };
                self.type_member(id, &v, place, e, s)
            }
            // Paths have these, which are followed.
            Member::Case(_) => v,
        }
    }

    fn native_of(&self, ty: &Ty) -> Option<&'static Native> {
        match ty {
            Ty::Type(id) => self.program.native(*id),
            _ => None,
        }
    }

    pub(in crate::emit) fn root_member(&self, i: usize, e: &Expr, s: &Scope) -> Val {
        if let Some(tok) = s.version.as_ref().filter(|_| self.program.is_version(&e.ty)) {
            return Val::new(tok.clone(), e.ty.clone());
        }
        let t = &self.program.types[s.ty];
        let own = version_param(self.program, s.ty).filter(|_| !t.facts.uses_root);
        if let Some(own) = own.filter(|_| self.program.is_version(&e.ty)) {
            return self.eval(&self.program.named(s.ty, own.place, &e.pos), s);
        }
        let p = &self.program.types[self.program.files[t.file].root].params[i];
        let (field, v) = (ident(&p.id), Val::new(quote!(), p.ty.clone()));
        let v = if matches!(p.ty, Ty::Int(_)) { Val::number(quote!()) } else { v };
        Val { tok: quote!(cx.#field), ..v }
    }

    fn type_member(&self, id: TypeId, v: &Val, place: Place, e: &Expr, s: &Scope) -> Val {
        let (t, tok, name) = (&self.program.types[id], &v.tok, self.program.name_of(id, place));
        let field = ident(name);
        if let Some(f) = t.delta_at(place) {
            return Val::new(quote!(#tok.#field), Ty::Int(Int::I64)).optional(f.optional);
        }
        if let Some(f) = t.field_at(place) {
            if !f.in_model() && !v.view {
                return self.wrong(
                    &e.pos,
                    format!("{name} is derived, so the model does not have it: say it by what it is derived from"),
                );
            }
            let optional = if v.view { f.reads_optional() } else { f.optional };
            return Val::new(quote!(#tok.#field), t.ty_of(f)).optional(optional).view(v.view);
        }
        if let Some(n) = t.value_at(place).and_then(constant) {
            let n = Literal::i64_suffixed(n);
            return Val::number(quote!(#n));
        }
        if let (Some(i), true) = (t.value_at(place), v.view) {
            return Val::new(quote!(#tok.#field), i.ty.clone()).optional(i.cond.is_some());
        }
        if let Some(i) = t.value_at(place).filter(|i| i.in_model) {
            return Val::new(quote!(#tok.#field), i.ty.clone()).optional(i.cond.is_some());
        }
        if let Some(val) = self.value_of_model(id, v, place, s) {
            return val;
        }
        self.wrong(&e.pos, format!("{} has no {name} that is known here", t.id))
    }

    pub(super) fn index(&self, base: &Expr, index: &Expr, s: &Scope) -> Val {
        let (b, i) = (self.eval(base, s), self.number(index, s));
        let Ty::Array(inner) = &b.ty else { return b };
        // Elements that the model holds are plain numbers.
        let inner = &match (&**inner, b.view) {
            (Ty::Any(i), false) => Box::new(Ty::Int(*i)),
            _ => inner.clone(),
        };
        let tok = &b.tok;
        match &s.element {
            Some((known, element)) if base.as_place() == Some(*known) && matches!(index.kind, ExprKind::Position) => {
                let tok = if self.copies_val(inner) { quote!((*#element)) } else { element.clone() };
                return Val::new(tok, (**inner).clone());
            }
            _ => {}
        }
        if b.view {
            let get = quote!(#tok.get(#i)?);
            return match **inner {
                Ty::Type(_) => Val::new(get, (**inner).clone()).view(true),
                Ty::Any(i) => Val::new(quote!(#get.0), Ty::Int(i)),
                Ty::Bits(n) => Val::new(quote!(#get.0), Ty::Int(bits_int(n))),
                _ => Val::new(quote!(#get.0), (**inner).clone()),
            };
        }
        let get = s.in_range(&quote!(__rt::array::element(&#tok, #i)));
        if self.copies_val(inner) {
            Val::new(quote!((*#get)), (**inner).clone())
        } else {
            Val { by_ref: true, ..Val::new(get, (**inner).clone()) }
        }
    }
}
