//! What names mean in the functions of a type, and how the functions of other types are called.

use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::expr::{copies, int_path, Scope, Val};
use super::Emitter;
use crate::ir::{bits_int, Expr, Field, FieldTy, Holds, Native, Outer, Place, Repeat, Ty, TypeId, TypeKind};
use crate::lower::{write_refs, Shared};
use crate::names::{ident, Item};

/// Local of a field.
pub fn local(id: &str) -> Ident {
    format_ident!("f_{}", id)
}

/// Local of an array's view.
pub fn view_local(id: &str) -> Ident {
    format_ident!("v_{}", id)
}

impl Emitter<'_> {
    /// A scope with the parameters of a type; fields are added as they are read.
    pub fn scope(&self, id: TypeId, reading: bool) -> Scope {
        let t = &self.program.types[id];
        let mut names = HashMap::new();
        let is_root = t.parent.is_none();
        for p in &t.params {
            let tok = if is_root {
                let field = ident(&p.id);
                quote!(cx.#field)
            } else {
                let name = format_ident!("p_{}", p.id);
                quote!(#name)
            };
            let mut v = Val::new(tok, p.ty.clone());
            if let Ty::Int(_) = p.ty {
                // Handed over in 64 bits; nobody looks whether they are within the declared ones.
                v = Val::number(v.tok);
            }
            names.insert(p.place, v);
        }
        let refs = if reading { t.facts.parent_refs.clone() } else { write_refs(self.program, id) };
        let parent = self.parent_vals(id, &refs);
        let site = self.own_site(id);
        Scope {
            value: None,
            ty: id,
            names,
            version: None,
            parent,
            index: None,
            item: None,
            site,
            reading,
            eof: None,
            element: None,
            case: None,
            holder: super::expr::Holder::Model,
            head: None,
        }
    }

    /// The value of a field's local, in borrowed form.
    pub fn field_val(&self, id: TypeId, f: &Field) -> Val {
        let l = local(&f.id);
        Val::new(quote!(#l), self.program.types[id].ty_of(f)).optional(f.reads_optional()).view(true)
    }

    /// The first of the types that have fields of type `id`.
    pub fn parent_of(&self, id: TypeId) -> Option<TypeId> {
        self.program.parents_of(id).first().copied()
    }

    /// The values of the parent that a function of the type is handed.
    pub fn parent_vals(&self, id: TypeId, refs: &[usize]) -> HashMap<usize, Val> {
        let outer = &self.program.types[id].outer;
        refs.iter().filter_map(|i| Some((*i, self.parent_val(outer.get(*i)?)))).collect()
    }

    /// A value of the types that have fields of the type.
    pub fn parent_val(&self, outer: &Outer) -> Val {
        let up = format_ident!("up_{}", outer.id);
        let is_field = outer.of.iter().any(|(_, place)| matches!(place, Place::Field(_)));
        let is_optional = outer.of.first().is_some_and(|(parent, place)| self.program.is_optional(*parent, *place));
        let v = Val::new(quote!(#up), outer.ty.clone()).optional(is_optional).view(is_field);
        let by_ref = !self.copies_val(&v.ty) && !matches!(v.ty, Ty::Array(_)) && !self.program.is_version(&v.ty);
        Val { by_ref, ..v }
    }

    /// The local that a function of a type is handed a value of the parent in.
    pub fn up_local(&self, id: TypeId, outer: usize) -> Ident {
        format_ident!("up_{}", self.program.types[id].outer[outer].id)
    }

    /// Rust's type of a value handed down to a child.
    pub fn handed_ty(&self, v: &Val) -> TokenStream {
        let inner = match &v.ty {
            Ty::Type(t) => match self.program.types[*t].kind {
                TypeKind::Plain | TypeKind::Native(Native { holds: Holds::Owned(_), .. }) => {
                    let p = self.type_path(*t);
                    quote!(&#p)
                }
                _ => self.type_path(*t),
            },
            Ty::Array(inner) => {
                let e = self.view_element(inner, &quote!('v));
                quote!(__rt::array::ArrayView<'v, #e>)
            }
            ty => self.scalar(ty).unwrap_or_else(|| quote!(())),
        };
        if v.optional {
            quote!(Option<#inner>)
        } else {
            inner
        }
    }

    /// Rust's type of the elements of a view.
    pub fn view_element(&self, ty: &Ty, life: &TokenStream) -> TokenStream {
        match ty {
            Ty::Int(i) => {
                let name = match (i.bytes, i.signed, i.little) {
                    (1, false, _) => "U8".to_owned(),
                    (1, true, _) => "I8".to_owned(),
                    (n, signed, little) => {
                        format!("{}{}{}", if signed { "I" } else { "U" }, n * 8, if little { "Le" } else { "Be" })
                    }
                };
                let name = ident(&name);
                quote!(__rt::array::#name)
            }
            Ty::Any(i) => {
                let ty = int_path(*i);
                quote!(__rt::array::Any<#ty>)
            }
            Ty::Bits(n) => {
                let name = format_ident!("Bits{}", bits_int(*n).bytes * 8);
                quote!(__rt::array::#name)
            }
            Ty::Type(t) => {
                let p = self.item_path(*t, Item::Ref);
                quote!(#p<#life>)
            }
            _ => quote!(()),
        }
    }

    /// The lifetimes of a function of a type.
    pub fn life_params(&self, id: TypeId) -> TokenStream {
        let arrays = self
            .parent_vals(id, &self.program.types[id].facts.parent_refs)
            .values()
            .any(|v| matches!(v.ty, Ty::Array(_)));
        if arrays {
            quote!(<'v>)
        } else {
            quote!()
        }
    }

    /// Whether a field's elements, of a type of one width, may be read by index, so that their array is kept as a view.
    pub fn indexed(&self, f: &Field) -> bool {
        let viewable = matches!(&f.ty, FieldTy::User(c, _) if self.program.types[*c].facts.fixed);
        viewable && matches!(f.place, Place::Field(_)) && matches!(f.repeat, Repeat::Count(_)) && f.cond.is_none()
    }

    /// Whether an array of numbers is read as a view also where the model then makes a list of it.
    pub fn is_listed(&self, id: TypeId, f: &Field) -> bool {
        let is_view = |f: &Field| {
            matches!(&f.ty, FieldTy::Int(_))
                && f.enumeration.is_none()
                && !f.keys.boolean
                && matches!(f.repeat, Repeat::Count(_))
        };
        // All layouts of a field are read as one.
        let t = &self.program.types[id];
        is_view(f) && t.layouts(t.holder(f).place).all(is_view)
    }

    /// The values that are asked of a visited type, as a struct.
    pub fn asked(&self, id: TypeId) -> TokenStream {
        let name = Item::Asked.of(&self.program.types[id].rust);
        let file = self.program.types[id].file;
        self.path(file, &name)
    }

    /// Statements that compute values which several fields ask for; their names mean locals from here on.
    pub fn share(&self, id: TypeId, values: &[Shared<'_>], s: &mut Scope) -> TokenStream {
        let mut out = quote!();
        for Shared { value: v, is_certain } in values {
            if s.names.contains_key(&v.place) {
                continue;
            }
            let mut val = self.eval(&self.program.named(id, v.place, &v.pos), s);
            let (local, tok) = (format_ident!("i_{}", v.id), &val.tok);
            if !is_certain && super::tidy::may_fail(tok) {
                if !copies(&val.ty) || super::tidy::names(tok, "w") {
                    continue;
                }
                let (lazy, call) = if s.reading {
                    (quote!(|r: &__rt::Reader<'_>| -> __rt::error::Result<_> { Ok(#tok) }), quote!(#local(r)?))
                } else {
                    (quote!(|| -> __rt::sink::WriteResult<_> { Ok(#tok) }), quote!(#local()?))
                };
                out = quote!(#out let #local = #lazy;);
                val.tok = call;
            } else {
                out = quote!(#out let #local = #tok;);
                val.tok = quote!(#local);
            }
            s.names.insert(v.place, val);
        }
        out
    }

    /// Whether any expression of the type or of its children names a field.
    pub fn is_needed(&self, id: TypeId, place: Place) -> bool {
        let t = &self.program.types[id];
        let mut found = false;
        let mut look = |e: &Expr| found |= e.mentions(place);
        for f in t.stored() {
            crate::ir::field_exprs(f).into_iter().for_each(&mut look);
        }
        t.bodies.iter().for_each(|b| look(&b.at));
        t.values.iter().for_each(|v| look(&v.expr));
        let is_handed = |c: &TypeId| {
            let child = &self.program.types[*c];
            child.facts.parent_refs.iter().any(|i| child.outer[*i].of.contains(&(id, place)))
        };
        found || crate::ir::children(self.program, id).iter().any(is_handed)
    }

    /// Whether values of a type are copied out of places.
    pub fn copies_val(&self, ty: &Ty) -> bool {
        copies(ty) || matches!(ty, Ty::Type(t) if self.program.native(*t).is_some_and(|n| n.number().is_some()))
    }
}
