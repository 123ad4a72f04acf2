//! What makes visiting fast: a decision that stays the same for many values is taken once for all of them, and not again by each.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::expr::Scope;
use super::scope::local;
use super::Emitter;
use crate::ir::{Field, FieldTy, Ty, TypeId};
use crate::ksy::ast::Repeat;
use crate::ksy::expr::{Binary, Expr, ExprKind, Unary};
use crate::names::ident;

/// A truth that a parameter brings, and upon which it depends if a type has one child or any number of them.
pub struct Case {
    param: String,
    member: String,
}

impl Case {
    /// What expressions need to know of it.
    pub fn known(&self) -> (String, String, TokenStream) {
        (self.param.clone(), self.member.clone(), quote!(CASE))
    }

    fn is(&self, e: &Expr) -> bool {
        member_of_name(e).is_some_and(|(param, member)| param == self.param && member == self.member)
    }
}

fn member_of_name(e: &Expr) -> Option<(&str, &str)> {
    match &e.kind {
        ExprKind::Member(base, member) => match &base.kind {
            ExprKind::Name(name) => Some((name, member)),
            _ => None,
        },
        _ => None,
    }
}

/// The parts of a condition that must all hold.
fn conjuncts<'e>(e: &'e Expr, out: &mut Vec<&'e Expr>) {
    match &e.kind {
        ExprKind::Binary(Binary::And, a, b) => {
            conjuncts(a, out);
            conjuncts(b, out);
        }
        _ => out.push(e),
    }
}

fn parts(f: &Field) -> Vec<&Expr> {
    let mut out = Vec::new();
    f.cond.iter().for_each(|c| conjuncts(c, &mut out));
    out
}

impl Emitter<'_> {
    /// The case that a type's visits are told apart by: it holds where a field is visited any number of times, and does not where one
    /// is visited once.
    pub fn case(&self, id: TypeId) -> Option<Case> {
        let t = &self.program.types[id];
        let many = t.fields.iter().find(|f| self.is_visited(f) && matches!(f.repeat, Repeat::Count(_)))?;
        let once: Vec<&Field> = t.fields.iter().filter(|f| self.is_visited(f) && f.once()).collect();
        parts(many).into_iter().find_map(|e| {
            let (param, member) = member_of_name(e)?;
            let case = Case { param: param.to_owned(), member: member.to_owned() };
            let is_not = |e: &&Expr| matches!(&e.kind, ExprKind::Unary(Unary::Not, e) if case.is(e));
            let divides = t.param(param).is_some() && once.iter().any(|f| parts(f).iter().any(is_not));
            divides.then_some(case)
        })
    }

    /// `visit` for a type with a case: the function that is emitted for both, once for each.
    pub fn visit_by_case(&self, id: TypeId, case: &Case, ret: &TokenStream) -> TokenStream {
        let (names, param, member) = (self.param_names(id), format_ident!("p_{}", case.param), ident(&case.member));
        let body = quote! {
            if #param.#member {
                Self::visit_case::<true, V>(r #names, v)
            } else {
                Self::visit_case::<false, V>(r #names, v)
            }
        };
        self.visit_entry(id, ret, &quote!(#[inline(always)]), &body)
    }

    /// Visits the elements of a field that are counted.
    pub fn visit_counted(&self, id: TypeId, f: &Field, count: &Expr, s: &Scope) -> TokenStream {
        let mut inner = s.clone();
        inner.index = Some(quote!(index));
        // As many as a list has: it is gone through with them.
        let list = member_of_name(count).filter(|(_, member)| *member == "size").map(|(list, _)| list);
        let list = list.and_then(|name| {
            let v = s.names.get(name).filter(|v| !v.view && matches!(v.ty, Ty::Array(_)))?;
            inner.element = Some((name.to_owned(), quote!(element)));
            Some(v.tok.clone())
        });
        let all = |inner: &Scope| {
            let one = self.visit_one(f, false, inner);
            match &list {
                Some(list) => {
                    quote!(for (index, element) in #list.iter().enumerate() { let index = index as i64; #one; })
                }
                None => {
                    let n = self.number(count, s);
                    quote!({ let count: i64 = #n; let mut index = 0i64; while index < count { #one; index += 1; } })
                }
            }
        };
        let with = all(&inner);
        let Some((name, absent)) = self.absent_for_all(id, f, s) else { return with };
        let none = local(&name);
        inner.names.entry(name).and_modify(|v| v.tok = quote!(#none));
        let without = all(&inner);
        quote!(if #absent.is_none() { let #none = None; #without } else { #with })
    }

    /// What may be absent and is handed to each element.
    fn absent_for_all(&self, id: TypeId, f: &Field, s: &Scope) -> Option<(String, TokenStream)> {
        let FieldTy::User(child, _) = &f.ty else { return None };
        let handed = self.program.types[*child].facts.parent_refs.iter();
        let fields = handed.filter_map(|name| self.program.types[id].field(name));
        let optional = fields.filter(|f| f.reads_optional()).map(|f| f.id.as_str());
        let known = |name: &str| s.names.get(name).filter(|v| v.optional).map(|v| (name.to_owned(), v.tok.clone()));
        optional.filter_map(known).next()
    }
}
