//! What names mean in the functions of a type, and how the functions of other types are called.

use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::expr::{copies, int_path, Scope, Val};
use super::Emitter;
use crate::diag::Pos;
use crate::ir::{bits_int, Expr, Field, FieldTy, Holds, Native, Outer, Place, Repeat, Ty, TypeId, TypeKind};
use crate::lower::Shared;
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
        let refs = if reading { t.facts.parent_refs.clone() } else { self.write_refs(id) };
        let parent = self.parent_vals(id, &refs);
        let site = self.own_site(id);
        Scope {
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
    fn parent_val(&self, outer: &Outer) -> Val {
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
                let file = self.program.types[*t].file;
                let p = self.path(file, &Item::Ref.of(&self.program.types[*t].rust));
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

    /// The parameters of a function of a type, after the reader.
    pub fn params(&self, id: TypeId) -> TokenStream {
        self.params_but(id, |_| false)
    }

    /// The same without those parameters of the type that the callee has already.
    pub fn params_but(&self, id: TypeId, is_had: impl Fn(&Ty) -> bool) -> TokenStream {
        let t = &self.program.types[id];
        let mut out = Vec::new();
        if t.facts.uses_root {
            let root = self.program.files[t.file].root;
            let name = self.path(t.file, &Item::Params.of(&self.program.types[root].rust));
            out.push(quote!(cx: &#name<'_>));
        }
        if t.parent.is_some() {
            for p in t.params.iter().filter(|p| !is_had(&p.ty)) {
                let (name, ty) = (format_ident!("p_{}", p.id), self.param_ty(&p.ty, &quote!()));
                out.push(quote!(#name: #ty));
            }
        }
        let vals = self.parent_vals(id, &t.facts.parent_refs);
        for i in &t.facts.parent_refs {
            if let Some(v) = vals.get(i) {
                let (up, ty) = (self.up_local(id, *i), self.handed_ty(v));
                out.push(quote!(#up: #ty));
            }
        }
        quote!(#(, #out)*)
    }

    /// The names of what `params` declares, as arguments.
    pub fn param_names(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let cx = t.facts.uses_root.then(|| format_ident!("cx"));
        let own = t.params.iter().filter(|_| t.parent.is_some()).map(|p| format_ident!("p_{}", p.id));
        let handed = t.facts.parent_refs.iter().map(|i| self.up_local(id, *i));
        let names = cx.into_iter().chain(own).chain(handed);
        quote!(#(, #names)*)
    }

    /// A call of a function of type `id`. Arguments that need the reader, for their errors, are computed first.
    #[allow(clippy::too_many_arguments, reason = "what a call is made of")]
    pub fn call(
        &self,
        function: TokenStream,
        reader: TokenStream,
        id: TypeId,
        args: &[Expr],
        s: &Scope,
        pos: &Pos,
        last: Option<TokenStream>,
    ) -> TokenStream {
        let last = last.into_iter();
        let (mut lets, mut names) = (quote!(), Vec::new());
        for (i, arg) in self.args(id, args, s, pos).into_iter().enumerate() {
            if super::tidy::names(&arg, "r") {
                let name = format_ident!("arg{}", i);
                lets = quote!(#lets let #name = #arg;);
                names.push(quote!(#name));
            } else {
                names.push(arg);
            }
        }
        let call = quote!(#function(#reader #(, #names)* #(, #last)*));
        if lets.is_empty() {
            call
        } else {
            quote!({ #lets #call })
        }
    }

    /// The arguments for a function of type `id`, from a scope.
    fn args(&self, id: TypeId, args: &[Expr], s: &Scope, pos: &Pos) -> Vec<TokenStream> {
        let t = &self.program.types[id];
        let given: Vec<TokenStream> = t.params.iter().zip(args).map(|(p, a)| self.arg(&p.ty, a, s)).collect();
        if let TypeKind::Native(_) = t.kind {
            return given;
        }
        let mut out = Vec::new();
        if t.parent.is_none() && !t.params.is_empty() {
            let name = self.path(t.file, &Item::Params.of(&t.rust));
            out.push(quote!(&#name::new(#(#given),*)));
        } else {
            if t.facts.uses_root {
                if t.file != self.program.types[s.ty].file {
                    self.diags.borrow_mut().error(pos, format!("{} needs the parameters of its own file's type", t.id));
                }
                out.push(quote!(cx));
            }
            out.extend(given);
        }
        out.extend(t.facts.parent_refs.iter().map(|i| self.hand_down(id, *i, s, pos)));
        out
    }

    /// A value of the parent, at whose type the scope is, as an argument for its child of type `id`.
    pub fn hand_down(&self, id: TypeId, outer: usize, s: &Scope, pos: &Pos) -> TokenStream {
        let of = &self.program.types[id].outer[outer].of;
        let Some((_, place)) = of.iter().find(|(parent, _)| *parent == s.ty) else { return quote!() };
        let e = self.program.named(s.ty, *place, pos);
        let v = self.eval_raw(&e, s);
        let tok = &v.tok;
        match &v.ty {
            // Computed numbers are handed down as their values' types say, fields as they are.
            Ty::Int(_) if v.range.mag < 64 && matches!(place, Place::Value(_)) => self.number(&e, s),
            Ty::Type(_) if !self.copies_val(&v.ty) && !self.program.is_version(&v.ty) => match (v.by_ref, v.optional) {
                (true, _) => tok.clone(),
                (false, true) => quote!(#tok.as_ref()),
                (false, false) => quote!(&#tok),
            },
            _ => tok.clone(),
        }
    }

    /// An argument.
    pub fn arg(&self, ty: &Ty, a: &Expr, s: &Scope) -> TokenStream {
        match ty {
            Ty::Int(_) => self.number(a, s),
            Ty::Bool => self.truth(a, s),
            _ if self.program.is_version(ty) => self.eval(a, s).tok,
            _ => {
                let v = self.eval(a, s);
                let tok = v.tok;
                if v.by_ref {
                    tok
                } else {
                    quote!(&#tok)
                }
            }
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
