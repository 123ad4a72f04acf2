//! Value instances that nothing has to be read for: numbers of their type, so that Rust need not repeat one of the specification.
//!
//! Where the version is known to the type or its file, they are asked for by the version, also those that are the same in all of them: that
//! a version to come has another number then changes the specification alone.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Emitter;
use crate::ir::{Binary, Expr, ExprKind, Member, Param, Ty, Type, TypeId, Unary, ValueInstance};
use crate::names::ident;

/// The number that a value instance is, whatever the version.
pub fn constant(v: &ValueInstance) -> Option<i64> {
    match number(&v.expr)? {
        ExprKind::Int(n) if is_plain(v) => i64::try_from(*n).ok(),
        _ => None,
    }
}

impl Emitter<'_> {
    /// The constants of a type.
    pub fn constants(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let version = self.version_near(t);
        let constants = t.values.iter().filter(|v| is_plain(v)).filter_map(|v| {
            let (value, doc) = (self.known(&v.expr)?, self.doc_or(&v.doc, &v.id));
            let Some(version) = version else {
                let name = ident(&v.id.to_ascii_uppercase());
                return Some(quote!(#[doc = #doc] pub const #name: i64 = #value;));
            };
            let (name, ty) = (ident(&v.id), self.type_path(version));
            let v = if constant(v).is_some() { quote!(_) } else { quote!(v) };
            Some(quote!(#[doc = #doc] pub const fn #name(#v: #ty) -> i64 { #value }))
        });
        let algorithms = t.stored().filter_map(|f| self.algorithm_of(id, f));
        let constants: Vec<TokenStream> = constants.chain(algorithms).collect();
        if constants.is_empty() {
            return quote!();
        }
        let name = ident(&t.rust);
        quote!(impl #name { #(#constants)* })
    }

    /// The type of the version, if a type or its file has it as a parameter.
    pub(super) fn version_of(&self, t: &Type) -> Option<TypeId> {
        let root = &self.program.types[self.program.files[t.file].root];
        self.version_in(t.params.iter().chain(&root.params))
    }

    /// The same, or if another type of the file has: a version to come may tell this one too.
    fn version_near(&self, t: &Type) -> Option<TypeId> {
        let others = self.program.types.iter().filter(|other| other.file == t.file).flat_map(|other| &other.params);
        self.version_of(t).or_else(|| self.version_in(others))
    }

    fn version_in<'t>(&self, mut params: impl Iterator<Item = &'t Param>) -> Option<TypeId> {
        let version = params.find(|p| self.program.is_version(&p.ty));
        version.and_then(|p| if let Ty::Type(id) = p.ty { Some(id) } else { None })
    }

    /// A number, or one that the version picks.
    fn known(&self, e: &Expr) -> Option<TokenStream> {
        match number(e)? {
            ExprKind::Int(n) => {
                let n = Literal::i64_unsuffixed(i64::try_from(*n).ok()?);
                Some(quote!(#n))
            }
            ExprKind::Cond(c, a, b) => {
                let (c, a, b) = (self.feature(c)?, self.known(a)?, self.known(b)?);
                Some(quote!(if #c { #a } else { #b }))
            }
            _ => None,
        }
    }

    /// A condition that the version decides, of the version `v`.
    fn feature(&self, e: &Expr) -> Option<TokenStream> {
        match &e.kind {
            ExprKind::Unary(Unary::Not, a) => {
                let a = self.feature(a)?;
                Some(quote!(!(#a)))
            }
            ExprKind::Binary(op @ (Binary::And | Binary::Or), a, b) => {
                let (a, b) = (self.feature(a)?, self.feature(b)?);
                Some(if *op == Binary::And { quote!((#a) && (#b)) } else { quote!((#a) || (#b)) })
            }
            ExprKind::Member(base, Member::Feature(i)) => {
                let Ty::Type(version) = base.ty else { return None };
                let feature = ident(&self.program.types[version].values[*i].id);
                Some(quote!(v.#feature()))
            }
            _ => None,
        }
    }
}

fn is_plain(v: &ValueInstance) -> bool {
    v.cond.is_none() && !v.in_model
}

/// What a number is without the type it is given.
fn number(e: &Expr) -> Option<&ExprKind> {
    match &e.kind {
        ExprKind::Cast(inner, to) if to.bytes == 8 => Some(&inner.kind),
        kind @ (ExprKind::Int(_) | ExprKind::Cond(..)) => Some(kind),
        _ => None,
    }
}
