//! Value instances that are the same in every file: constants of their type, so that Rust need not repeat a number of the specification.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Emitter;
use crate::ir::{TypeId, ValueInstance};
use crate::ksy::expr::ExprKind;
use crate::names::ident;

/// The number that a value instance is, if nothing has to be read to know it.
pub fn constant(v: &ValueInstance) -> Option<i64> {
    let is_always = v.cond.is_none() && v.native.is_none() && !v.in_model;
    let expr = match &v.expr.kind {
        ExprKind::Cast(inner, to) if matches!(to.as_str(), "s8" | "u8") => inner,
        _ => &v.expr,
    };
    match expr.kind {
        ExprKind::Int(n) if is_always => i64::try_from(n).ok(),
        _ => None,
    }
}

impl Emitter<'_> {
    /// The constants of a type.
    pub fn constants(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let constants = t.values.iter().filter_map(|v| {
            let (name, value) = (ident(&v.id.to_ascii_uppercase()), Literal::i64_unsuffixed(constant(v)?));
            let doc = self.doc_or(&v.doc, &v.id);
            Some(quote!(#[doc = #doc] pub const #name: i64 = #value;))
        });
        let constants: Vec<TokenStream> = constants.collect();
        if constants.is_empty() {
            return quote!();
        }
        let name = ident(&t.rust);
        quote!(impl #name { #(#constants)* })
    }
}
