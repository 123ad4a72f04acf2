//! The parameters of the functions of a type, and calls of them.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::encode::from_local;
use super::expr::Scope;
use super::Emitter;
use crate::diag::Pos;
use crate::ir::{Expr, Field, Place, Ty, TypeId, TypeKind};
use crate::lower::{args, writes, Arg};
use crate::names::Item;

impl Emitter<'_> {
    /// The parameters of a function that reads, after the reader.
    pub fn params(&self, id: TypeId) -> TokenStream {
        self.params_but(id, |_| false)
    }

    /// The same without those parameters of the type that the callee has already.
    pub fn params_but(&self, id: TypeId, is_had: impl Fn(&Ty) -> bool) -> TokenStream {
        let told = args(self.program, id, false).into_iter();
        let told = told.filter(|arg| !matches!(arg, Arg::Own(p) if is_had(&p.ty)));
        let declared = told.map(|arg| self.declared(id, &arg));
        quote!(#(, #declared)*)
    }

    /// The names of what `params` declares, as arguments.
    pub fn param_names(&self, id: TypeId) -> TokenStream {
        let names = args(self.program, id, false).into_iter().map(|arg| self.arg_name(id, &arg));
        quote!(#(, #names)*)
    }

    /// The parameters of a function that writes, behind the sink.
    pub fn write_params(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let told = args(self.program, id, true);
        for arg in &told {
            let Arg::Parent(i) = arg else { continue };
            let outer = &t.outer[*i];
            if let Ty::Array(_) = outer.ty {
                self.diags.borrow_mut().error_help(
                    &outer.pos,
                    format!(
                        "_parent.{} in {} is asked for when {} is written, where it is no list yet",
                        outer.id, t.id, t.id
                    ),
                    format!("the element as a parameter of {}: {}[_index]", t.id, outer.id),
                );
            }
        }
        let declared = told.iter().map(|arg| self.declared(id, arg));
        quote!(#(, #declared)*)
    }

    /// The same, as arguments for another function of the type.
    pub fn write_pass_on(&self, id: TypeId) -> TokenStream {
        let names = args(self.program, id, true).into_iter().map(|arg| self.arg_name(id, &arg));
        quote!(#(, #names)*)
    }

    fn arg_name(&self, id: TypeId, arg: &Arg<'_>) -> Ident {
        match arg {
            Arg::Root => format_ident!("cx"),
            Arg::Own(p) => format_ident!("p_{}", p.id),
            Arg::Parent(i) => self.up_local(id, *i),
            Arg::Position(name) => format_ident!("at_{}", name),
            Arg::Registers(_) => format_ident!("st"),
        }
    }

    fn declared(&self, id: TypeId, arg: &Arg<'_>) -> TokenStream {
        let (t, name) = (&self.program.types[id], self.arg_name(id, arg));
        let ty = match arg {
            Arg::Root => {
                let params = self.item_path(self.program.files[t.file].root, Item::Params);
                quote!(&#params<'_>)
            }
            Arg::Own(p) => self.param_ty(&p.ty, &quote!()),
            Arg::Parent(i) => self.handed_ty(&self.parent_val(&t.outer[*i])),
            Arg::Position(_) => quote!(u64),
            Arg::Registers(opener) => {
                let registers = self.registers_path(*opener);
                quote!(&mut #registers)
            }
        };
        quote!(#name: #ty)
    }

    /// The arguments for a function of type `id`, from a scope.
    fn given(&self, id: TypeId, values: &[Expr], s: &Scope, pos: &Pos, writing: bool) -> Vec<TokenStream> {
        let t = &self.program.types[id];
        let own = t.params.iter().zip(values).filter(|(p, _)| !(writing && p.stored));
        let own = || own.clone().map(|(p, a)| self.arg(&p.ty, a, s));
        if let TypeKind::Native(_) = t.kind {
            return own().collect();
        }
        let one = |arg: Arg<'_>| match arg {
            Arg::Root if t.parent.is_none() => {
                let (name, own) = (self.item_path(id, Item::Params), own());
                quote!(&#name::new(#(#own),*))
            }
            Arg::Root => {
                if !writing && t.file != self.program.types[s.ty].file {
                    self.diags.borrow_mut().error(pos, format!("{} needs the parameters of its own file's type", t.id));
                }
                quote!(cx)
            }
            Arg::Own(p) => {
                let value = t.params.iter().zip(values).find(|(x, _)| x.place == p.place);
                value.map(|(_, a)| self.arg(&p.ty, a, s)).unwrap_or_default()
            }
            Arg::Parent(i) => self.hand_down(id, i, s, pos),
            Arg::Position(name) => self.position(&name, s.ty),
            Arg::Registers(_) => quote!(st),
        };
        args(self.program, id, writing).into_iter().map(one).collect()
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
        for (i, arg) in self.given(id, args, s, pos, false).into_iter().enumerate() {
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
        let method = format_ident!("{method}");
        let mut out = self.given(id, args, s, &f.pos, true);
        out.extend(last);
        // The sink itself may be asked for its position.
        if args.iter().any(Expr::asks_stream) {
            let names: Vec<_> = (0..out.len()).map(|i| format_ident!("arg{}", i)).collect();
            return quote!({ #(let #names = #out;)* #value.#method(w #(, #names)*)? });
        }
        quote!(#value.#method(w #(, #out)*)?)
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

    /// The position of a field or body: where it was seen to begin, or as the caller says.
    pub fn position(&self, name: &str, id: TypeId) -> TokenStream {
        let own = if writes(self.program, id, name) { from_local(name) } else { format_ident!("at_{}", name) };
        quote!(#own)
    }
}
