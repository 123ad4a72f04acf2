//! What makes visiting fast: a decision that stays the same for many values is taken once for all of them, and not again by each.

use proc_macro2::TokenStream;
use quote::quote;

use super::expr::Scope;
use super::scope::local;
use super::tidy::names;
use super::Emitter;
use crate::ir::{Binary, Expr, ExprKind, Field, FieldTy, Member, Place, Repeat, Ty, TypeId, Unary};
use crate::lower::Take;

/// A truth that a parameter brings, and upon which it depends if a type has one child or any number of them.
pub struct Case {
    param: Place,
    member: Member,
}

impl Case {
    /// What expressions need to know of it.
    pub fn known(&self) -> (Place, Member, TokenStream) {
        (self.param, self.member, quote!(CASE))
    }

    fn is(&self, e: &Expr) -> bool {
        member_of_name(e).is_some_and(|(param, member)| param == self.param && member == self.member)
    }
}

fn member_of_name(e: &Expr) -> Option<(Place, Member)> {
    match &e.kind {
        ExprKind::Member(base, member) => Some((base.as_place()?, *member)),
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

/// The parts of a field's condition that must all hold.
pub(super) fn parts(f: &Field) -> Vec<&Expr> {
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
            let case = Case { param, member };
            let is_not = |e: &&Expr| matches!(&e.kind, ExprKind::Unary(Unary::Not, e) if case.is(e));
            let divides = t.param_at(param).is_some() && once.iter().any(|f| parts(f).iter().any(is_not));
            divides.then_some(case)
        })
    }

    /// `visit` for a type with a case: the function that is emitted for both, once for each.
    pub fn visit_by_case(&self, id: TypeId, case: &Case, ret: &TokenStream) -> TokenStream {
        let t = &self.program.types[id];
        let (names, s) = (self.param_names(id), self.scope(id, true));
        let is_it = |e: &&Expr| case.is(e);
        let asked = t.fields.iter().flat_map(parts).find(is_it).map(|e| self.truth(e, &s));
        let body = quote! {
            if #asked {
                Self::visit_case::<true, V>(r #names, v)
            } else {
                Self::visit_case::<false, V>(r #names, v)
            }
        };
        self.visit_entry(id, ret, &quote!(#[inline(always)]), &body)
    }

    /// Visits the elements of a field that are counted.
    pub fn visit_counted(&self, id: TypeId, take: &Take<'_>, count: &Expr, s: &Scope) -> TokenStream {
        let mut inner = s.clone();
        inner.index = Some(quote!(index));
        // As many as a list has: it is gone through with them.
        let list = member_of_name(count).filter(|(_, member)| *member == Member::Size).map(|(list, _)| list);
        let list = list.and_then(|place| {
            let v = s.names.get(&place).filter(|v| !v.view && matches!(v.ty, Ty::Array(_)))?;
            inner.element = Some((place, quote!(element)));
            Some(v.tok.clone())
        });
        let all = |inner: &Scope| {
            let one = self.visit_one(take, false, inner);
            match &list {
                Some(list) => {
                    quote!(for (index, element) in #list.iter().enumerate() { let index = index as i64; #one; })
                }
                None => {
                    let n = self.number(count, s);
                    match names(&one, "index") {
                        true => {
                            quote!({ let count: i64 = #n; let mut index = 0i64; while index < count { #one; index += 1; } })
                        }
                        false => quote!({ let count: i64 = #n; for _ in 0..count { #one; } }),
                    }
                }
            }
        };
        let with = all(&inner);
        let Some((absent_field, absent)) = self.absent_for_all(id, take.field, s) else { return with };
        let none = local(&absent_field.id);
        inner.names.entry(absent_field.place).and_modify(|v| v.tok = quote!(#none));
        let without = all(&inner);
        quote!(if #absent.is_none() { let #none = None; #without } else { #with })
    }

    /// What may be absent and is handed to each element.
    fn absent_for_all(&self, id: TypeId, f: &Field, s: &Scope) -> Option<(&Field, TokenStream)> {
        let FieldTy::User(child, _) = &f.ty else { return None };
        let child = &self.program.types[*child];
        let handed = child.facts.parent_refs.iter().flat_map(|i| &child.outer[*i].of).filter(|of| of.0 == id);
        let fields = handed.filter_map(|(_, place)| self.program.types[id].field_at(*place));
        let mut optional = fields.filter(|f| f.reads_optional());
        optional.find_map(|f| Some((f, s.names.get(&f.place).filter(|v| v.optional)?.tok.clone())))
    }
}
