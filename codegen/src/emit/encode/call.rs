//! The parameters of functions that write, and calls of them.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::from_local;
use crate::emit::expr::Scope;
use crate::emit::Emitter;
use crate::ir::{derivations, Expr, ExprKind, Field, Repeat, Target, Ty, TypeId};
use crate::lower::{is_local, outer_positions, writes};
use crate::names::Item;

impl Emitter<'_> {
    /// The parameters of a function that writes, behind the sink.
    pub fn write_params(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let mut out = Vec::new();
        if t.facts.uses_root {
            let root = self.program.files[t.file].root;
            let name = self.path(t.file, &Item::Params.of(&self.program.types[root].rust));
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
        for i in &refs {
            if let Some(v) = vals.get(i) {
                if let Ty::Array(_) = v.ty {
                    let outer = &t.outer[*i];
                    self.diags.borrow_mut().error_help(
                        &outer.pos,
                        format!(
                            "_parent.{} in {} is asked for when {} is written, where it is no list yet",
                            outer.id, t.id, t.id
                        ),
                        format!("the element as a parameter of {}: {}[_index]", t.id, outer.id),
                    );
                }
                let (up, ty) = (self.up_local(id, *i), self.handed_ty(v));
                out.push(quote!(#up: #ty));
            }
        }
        for name in outer_positions(self.program, id) {
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
        out.extend(self.write_refs(id).into_iter().map(|i| self.up_local(id, i)));
        out.extend(outer_positions(self.program, id).iter().map(|n| format_ident!("at_{}", n)));
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
        let given = t.params.iter().zip(args).filter(|(p, _)| !p.stored).map(|(p, a)| self.arg(&p.ty, a, s));
        if t.parent.is_none() && !t.params.is_empty() {
            let name = self.path(t.file, &Item::Params.of(&t.rust));
            out.push(quote!(&#name::new(#(#given),*)));
        } else {
            if t.facts.uses_root {
                out.push(quote!(cx));
            }
            out.extend(given);
        }
        out.extend(self.write_refs(id).into_iter().map(|i| self.hand_down(id, i, s, &f.pos)));
        for name in outer_positions(self.program, id) {
            out.push(self.position(&name, s.ty));
        }
        if self.handed_registers(id).is_some() {
            out.push(quote!(st));
        }
        out.extend(last);
        // The sink itself may be asked for its position.
        if args.iter().any(Expr::asks_stream) {
            let names: Vec<_> = (0..out.len()).map(|i| format_ident!("arg{}", i)).collect();
            return quote!({ #(let #names = #out;)* #value.#method(w #(, #names)*)? });
        }
        quote!(#value.#method(w #(, #out)*)?)
    }

    /// The position of a field or body: where it was seen to begin, or as the caller says.
    pub fn position(&self, name: &str, id: TypeId) -> TokenStream {
        let own = if writes(self.program, id, name) { from_local(name) } else { format_ident!("at_{}", name) };
        quote!(#own)
    }

    /// What writing asks of the parent: of [`crate::ir::Type::outer`].
    pub fn write_refs(&self, id: TypeId) -> Vec<usize> {
        let t = &self.program.types[id];
        let mut out: Vec<usize> = Vec::new();
        let mut all: Vec<&Expr> = Vec::new();
        for f in t.stored().filter(|f| !self.is_view(f)) {
            all.extend(self.writing(id, f));
        }
        all.extend(t.enter.iter().chain(&t.leave).map(|e| &e.1));
        for e in crate::ir::through(t, all, |v| v.delta.is_none()) {
            e.visit(&mut |e| match e.kind {
                ExprKind::Parent(i) if !out.contains(&i) => out.push(i),
                _ => {}
            });
        }
        // In the order of reading's, for people.
        out.sort_by_key(|i| t.facts.parent_refs.iter().position(|r| r == i));
        out
    }

    /// The expressions that writing a field evaluates.
    fn writing<'f>(&self, id: TypeId, f: &'f Field) -> Vec<&'f Expr> {
        let mut out: Vec<&Expr> = f.cond.iter().collect();
        out.extend(derivations(f));
        if let Repeat::Count(e) | Repeat::Until(e) = &f.repeat {
            if f.keys.derive.is_some() || is_local(&self.program.types[id], e) {
                out.push(e);
            }
        }
        for Target { ty, args, case } in f.targets() {
            let params = &self.program.types[ty].params;
            out.extend(params.iter().zip(args).filter(|(p, _)| !p.stored).map(|(_, a)| a));
            out.extend(case.map(|(on, _)| on));
        }
        out.extend(f.valid.iter().flat_map(|v| &v.checks));
        out
    }
}
