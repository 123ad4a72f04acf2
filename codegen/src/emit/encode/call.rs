//! The parameters of functions that write, and calls of them.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::from_local;
use crate::emit::expr::Scope;
use crate::emit::Emitter;
use crate::ir::{children, derivations, Field, FieldTy, TypeId, TypeKind};
use crate::ksy::ast::{Mode, Repeat, Valid};
use crate::ksy::expr::{Expr, ExprKind};

impl Emitter<'_> {
    /// The parameters of a function that writes, behind the sink.
    pub fn write_params(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let mut out = Vec::new();
        if t.facts.uses_root {
            let root = self.program.files[t.file].root;
            let name = self.path(t.file, &format_ident!("{}Params", self.program.types[root].rust));
            out.push(quote!(cx: &#name<'_>));
        }
        if t.parent.is_some() {
            for p in t.params.iter().filter(|p| !p.stored) {
                let (name, ty) = (format_ident!("p_{}", p.id), self.param_ty(&p.ty, &quote!()));
                out.push(quote!(#name: #ty));
            }
        }
        let refs = self.write_refs(id);
        let vals = self.parent_vals(id, &refs);
        for name in &refs {
            if let Some(v) = vals.get(name) {
                let (up, ty) = (format_ident!("up_{}", name), self.handed_ty(v));
                out.push(quote!(#up: #ty));
            }
        }
        for name in self.outer_positions(id) {
            let at = format_ident!("at_{}", name);
            out.push(quote!(#at: u64));
        }
        if let Some(registers) = self.handed_registers(id) {
            out.push(quote!(st: &mut #registers));
        }
        quote!(#(, #out)*)
    }

    /// The same, as arguments for another function of the type.
    pub fn write_pass_on(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let mut out = Vec::new();
        if t.facts.uses_root {
            out.push(format_ident!("cx"));
        }
        if t.parent.is_some() {
            out.extend(t.params.iter().filter(|p| !p.stored).map(|p| format_ident!("p_{}", p.id)));
        }
        out.extend(self.write_refs(id).iter().map(|n| format_ident!("up_{}", n)));
        out.extend(self.outer_positions(id).iter().map(|n| format_ident!("at_{}", n)));
        out.extend(self.handed_registers(id).map(|_| format_ident!("st")));
        quote!(#(, #out)*)
    }

    /// A call of a method of the model `value`, of type `id`, that writes.
    #[allow(clippy::too_many_arguments, reason = "what a call is made of")]
    pub fn write_call(
        &self,
        value: &TokenStream,
        method: &str,
        id: TypeId,
        args: &[Expr],
        s: &Scope,
        f: &Field,
        last: Option<TokenStream>,
    ) -> TokenStream {
        let t = &self.program.types[id];
        let method = format_ident!("{method}");
        let mut out: Vec<TokenStream> = Vec::new();
        if t.params.len() != args.len() {
            // Reading says so.
            return quote!();
        }
        let given = t.params.iter().zip(args).filter(|(p, _)| !p.stored).map(|(p, a)| self.arg(&p.ty, a, s));
        if t.parent.is_none() && !t.params.is_empty() {
            let name = self.path(t.file, &format_ident!("{}Params", t.rust));
            out.push(quote!(&#name::new(#(#given),*)));
        } else {
            if t.facts.uses_root {
                out.push(quote!(cx));
            }
            out.extend(given);
        }
        for name in self.write_refs(id) {
            out.push(self.hand_down(&name, s, &f.pos));
        }
        for name in self.outer_positions(id) {
            out.push(self.position(&name, s.ty));
        }
        if self.handed_registers(id).is_some() {
            out.push(quote!(st));
        }
        out.extend(last);
        // The sink itself may be asked for its position.
        if args.iter().any(|a| a.mentions("_io")) {
            let names: Vec<_> = (0..out.len()).map(|i| format_ident!("arg{}", i)).collect();
            return quote!({ #(let #names = #out;)* #value.#method(w #(, #names)*)? });
        }
        quote!(#value.#method(w #(, #out)*)?)
    }

    /// The position of a field or body: where it was seen to begin, or as the caller says.
    pub fn position(&self, name: &str, id: TypeId) -> TokenStream {
        let own = if self.writes(id, name) { from_local(name) } else { format_ident!("at_{}", name) };
        quote!(#own)
    }

    /// Whether a type's own functions write a field or body of that name.
    pub fn writes(&self, id: TypeId, name: &str) -> bool {
        let t = &self.program.types[id];
        t.field(name).is_some() || t.bodies.iter().any(|b| b.field.id == name && !self.is_view(&b.field))
    }

    /// The positions that writing a type needs and does not find out itself: of bodies that others write.
    pub fn outer_positions(&self, id: TypeId) -> BTreeSet<String> {
        self.outer(id, &mut Vec::new())
    }

    fn outer(&self, id: TypeId, on_the_way: &mut Vec<TypeId>) -> BTreeSet<String> {
        let t = &self.program.types[id];
        if t.kind != TypeKind::Plain || t.mode == Mode::View || on_the_way.contains(&id) {
            return BTreeSet::new();
        }
        on_the_way.push(id);
        let mut out: BTreeSet<String> = self.offsets_of(id).into_iter().map(|o| o.0).collect();
        for c in children(self.program, id) {
            out.extend(self.outer(c, on_the_way));
        }
        on_the_way.pop();
        out.retain(|n| !self.writes(id, n));
        out
    }

    /// The fields that the derivations of a type ask the position of; whether of their elements.
    pub fn offsets_of(&self, id: TypeId) -> Vec<(String, bool)> {
        let t = &self.program.types[id];
        let mut out = Vec::new();
        for f in t.fields.iter().chain(t.bodies.iter().map(|b| &b.field)) {
            f.keys.derive.iter().for_each(|e| out.extend(offsets_in(e)));
        }
        out
    }

    /// Fields of the parent that writing needs.
    pub fn write_refs(&self, id: TypeId) -> Vec<String> {
        let t = &self.program.types[id];
        let mut out: Vec<String> = Vec::new();
        let mut queue: Vec<Expr> = Vec::new();
        for f in t.fields.iter().chain(t.bodies.iter().map(|b| &b.field)).filter(|f| !self.is_view(f)) {
            queue.extend(self.writing(id, f).into_iter().cloned());
        }
        queue.extend(t.enter.iter().chain(&t.leave).map(|e| e.1.clone()));
        let mut seen: Vec<String> = Vec::new();
        while let Some(e) = queue.pop() {
            e.visit(&mut |e| match &e.kind {
                ExprKind::Member(base, name)
                    if matches!(&base.kind, ExprKind::Name(n) if n == "_parent") && !out.contains(name) =>
                {
                    out.push(name.clone());
                }
                ExprKind::Name(n) if t.delta(n).is_none() && !seen.contains(n) => {
                    if let Some(v) = t.value(n) {
                        seen.push(n.clone());
                        queue.push(v.native.clone().unwrap_or_else(|| v.expr.clone()));
                        queue.extend(v.cond.clone());
                    }
                }
                _ => {}
            });
        }
        // In the order of reading's, for people.
        out.sort_by_key(|n| t.facts.parent_refs.iter().position(|r| r == n));
        out
    }

    /// The expressions that writing a field evaluates.
    fn writing<'f>(&self, id: TypeId, f: &'f Field) -> Vec<&'f Expr> {
        let mut out: Vec<&Expr> = f.cond.iter().collect();
        out.extend(derivations(f));
        if let Repeat::Count(e) | Repeat::Until(e) = &f.repeat {
            if f.keys.derive.is_some() || self.is_local(id, e) {
                out.push(e);
            }
        }
        let mut args = |c: TypeId, args: &'f [Expr]| {
            let params = &self.program.types[c].params;
            out.extend(params.iter().zip(args).filter(|(p, _)| !p.stored).map(|(_, a)| a));
        };
        match &f.ty {
            FieldTy::User(c, a) => args(*c, a),
            FieldTy::Switch(on, cases) => {
                cases.iter().for_each(|c| args(c.1, &c.2));
                out.push(on);
            }
            _ => {}
        }
        match &f.valid {
            Some(Valid::Eq(e) | Valid::Expr(e)) => out.push(e),
            Some(Valid::Range(a, b)) => out.extend(a.iter().chain(b)),
            Some(Valid::AnyOf(all)) => out.extend(all),
            None => {}
        }
        out
    }

    /// Whether an expression is about the type itself: neither its parent nor the stream.
    pub fn is_local(&self, id: TypeId, e: &Expr) -> bool {
        let t = &self.program.types[id];
        let mut ok = true;
        let mut queue = vec![e.clone()];
        let mut seen: Vec<String> = Vec::new();
        while let Some(e) = queue.pop() {
            for n in e.names() {
                ok &= n != "_parent" && n != "_io";
                if let (Some(v), false) = (t.value(n), seen.iter().any(|x| x == n)) {
                    seen.push(n.to_owned());
                    queue.push(v.native.clone().unwrap_or_else(|| v.expr.clone()));
                    queue.extend(v.cond.clone());
                }
            }
        }
        ok
    }
}

/// The fields that an expression asks the position of; whether of their elements.
pub fn offsets_in(e: &Expr) -> Vec<(String, bool)> {
    let mut out = Vec::new();
    e.visit(&mut |e| {
        let Some(("offset_of", args)) = e.as_call() else { return };
        match args.first().map(|a| &a.kind) {
            Some(ExprKind::Name(n)) => out.push((n.clone(), false)),
            Some(ExprKind::Index(base, _)) => {
                if let ExprKind::Name(n) = &base.kind {
                    out.push((n.clone(), true));
                }
            }
            _ => {}
        }
    });
    out
}
