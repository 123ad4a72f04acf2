//! Registers: numbers that types hand on to those written after them.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Writer;
use crate::emit::expr::{Scope, Val};
use crate::emit::Emitter;
use crate::ir::{Int, Ty, TypeId};
use crate::ksy::expr::Expr;
use crate::names::ident;

impl Emitter<'_> {
    /// The registers that a type opens: name and, if there is one, the value at its start.
    pub fn registers(&self, opener: TypeId) -> Vec<(String, Option<&Expr>)> {
        let t = &self.program.types[opener];
        let mut out: Vec<(String, Option<&Expr>)> = t.state.iter().map(|(n, e)| (n.clone(), Some(e))).collect();
        for x in self.program.types.iter().filter(|x| x.facts.registers == Some(opener)) {
            for (name, _) in &x.enter {
                if !out.iter().any(|o| o.0 == *name) {
                    out.push((name.clone(), None));
                }
            }
        }
        out
    }

    pub fn registers_path(&self, opener: TypeId) -> TokenStream {
        let t = &self.program.types[opener];
        self.path(t.file, &format_ident!("{}Registers", t.rust))
    }

    /// The type of the registers that a type's functions are handed; the one that opens them makes them itself.
    pub fn handed_registers(&self, id: TypeId) -> Option<TokenStream> {
        self.program.types[id].facts.registers.filter(|opener| *opener != id).map(|opener| self.registers_path(opener))
    }

    /// The struct of the registers that a type opens.
    pub fn registers_struct(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        if t.state.is_empty() {
            return quote!();
        }
        let name = format_ident!("{}Registers", t.rust);
        let all = self.registers(id);
        let doc = format!("What the parts of a [`{}`] tell those written after them.", t.rust);
        let fields = all.iter().map(|(n, _)| {
            let (field, doc) = (ident(n), format!("`{n}`"));
            quote!(#[doc = #doc] pub #field: i64,)
        });
        let s = self.scope(id, false);
        let values = all.iter().map(|(n, e)| {
            let field = ident(n);
            let v = e.map_or_else(|| quote!(0), |e| self.number(e, &s));
            quote!(#field: #v,)
        });
        let params = self.write_params(id);
        quote! {
            #[doc = #doc]
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub struct #name { #(#fields)* }

            impl #name {
                /// The registers at the start, which is where the sink stands.
                pub fn open<S: __rt::Sink>(w: &S #params) -> __rt::sink::WriteResult<Self> {
                    Ok(#name { #(#values)* })
                }
            }
        }
    }

    /// Makes the registers known by their names.
    pub fn register_names(&self, id: TypeId, s: &mut Scope) {
        let Some(opener) = self.program.types[id].facts.registers else { return };
        for (name, _) in self.registers(opener) {
            let field = ident(&name);
            s.names.entry(name).or_insert_with(|| Val::new(quote!(st.#field), Ty::Int(Int::I64)));
        }
    }
}

impl Writer<'_, '_> {
    pub fn open_registers(&mut self) {
        let t = &self.em.program.types[self.id];
        if !t.state.is_empty() {
            let (registers, args) = (self.em.registers_path(self.id), self.em.write_pass_on(self.id));
            self.out.push(quote!(let st = &mut #registers::open(w #args)?;));
        }
        self.enter_registers();
    }

    /// Sets the registers of `-enter` whose values are known by now.
    pub fn enter_registers(&mut self) {
        while let Some((name, e)) = self.enters.first().cloned() {
            if !self.is_ready(&e, 0) {
                return;
            }
            self.enters.remove(0);
            self.assign(&name, &e);
        }
    }

    pub fn leave_registers(&mut self) {
        for (name, e) in &self.em.program.types[self.id].leave {
            self.assign(name, e);
        }
    }

    fn assign(&mut self, name: &str, e: &Expr) {
        let em = self.em;
        let known =
            em.program.types[self.id].facts.registers.is_some_and(|o| em.registers(o).iter().any(|r| r.0 == name));
        if !known {
            em.diags.borrow_mut().error_help(&e.pos, format!("unknown register {name}"), "-state or -enter");
            return;
        }
        let (field, v) = (ident(name), em.number(e, &self.s));
        self.out.push(quote!(st.#field = #v;));
    }

    /// Whether all fields that an expression names are known.
    fn is_ready(&self, e: &Expr, depth: usize) -> bool {
        let t = &self.em.program.types[self.id];
        e.names().into_iter().filter(|n| !self.s.names.contains_key(*n)).all(|n| match t.value(n) {
            Some(v) if depth < 8 => self.is_ready(&v.expr, depth + 1),
            _ => t.field(n).is_none(),
        })
    }
}
