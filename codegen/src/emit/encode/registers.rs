//! Registers: numbers that types hand on to those written after them.

use proc_macro2::TokenStream;
use quote::quote;

use super::Writer;
use crate::emit::expr::{Scope, Val};
use crate::emit::Emitter;
use crate::ir::{Expr, Int, Place, Ty, TypeId};
use crate::names::{ident, Item};

impl Emitter<'_> {
    /// The registers that a type opens: each with the value at its start, if there is one.
    pub fn registers(&self, opener: TypeId) -> Vec<(usize, Option<&Expr>)> {
        let t = &self.program.types[opener];
        let mut out: Vec<(usize, Option<&Expr>)> = t.state.iter().map(|(n, e)| (*n, Some(e))).collect();
        for x in self.program.types.iter().filter(|x| x.facts.registers == Some(opener)) {
            for (register, _) in &x.enter {
                if !out.iter().any(|o| o.0 == *register) {
                    out.push((*register, None));
                }
            }
        }
        out
    }

    /// What a register of a type's file is called.
    pub fn register_name(&self, id: TypeId, register: usize) -> &str {
        self.program.name_of(id, Place::Register(register))
    }

    pub fn registers_path(&self, opener: TypeId) -> TokenStream {
        self.item_path(opener, Item::Registers)
    }

    /// The struct of the registers that a type opens.
    pub fn registers_struct(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        if t.state.is_empty() {
            return quote!();
        }
        let name = Item::Registers.of(&t.rust);
        let all = self.registers(id);
        let doc = format!("What the parts of a [`{}`] tell those written after them.", t.rust);
        let fields = all.iter().map(|(n, _)| {
            let name = self.register_name(id, *n);
            let (field, doc) = (ident(name), format!("`{name}`"));
            quote!(#[doc = #doc] pub #field: i64,)
        });
        let s = self.scope(id, false);
        let values = all.iter().map(|(n, e)| {
            let field = ident(self.register_name(id, *n));
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
        for (register, _) in self.registers(opener) {
            let field = ident(self.register_name(id, register));
            s.names.entry(Place::Register(register)).or_insert_with(|| Val::new(quote!(st.#field), Ty::Int(Int::I64)));
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
        while let Some((register, e)) = self.enters.first().cloned() {
            if !self.is_ready(&e, 0) {
                return;
            }
            self.enters.remove(0);
            self.assign(register, &e);
        }
    }

    pub fn leave_registers(&mut self) {
        for (register, e) in &self.em.program.types[self.id].leave {
            self.assign(*register, e);
        }
    }

    fn assign(&mut self, register: usize, e: &Expr) {
        let (field, v) = (ident(self.em.register_name(self.id, register)), self.em.number(e, &self.s));
        self.out.push(quote!(st.#field = #v;));
    }

    /// Whether all fields that an expression names are known.
    fn is_ready(&self, e: &Expr, depth: usize) -> bool {
        let t = &self.em.program.types[self.id];
        e.places().into_iter().filter(|n| !self.s.names.contains_key(n)).all(|n| match t.value_at(n) {
            Some(v) if depth < 8 => self.is_ready(&v.expr, depth + 1),
            _ => t.field_at(n).is_none(),
        })
    }
}
