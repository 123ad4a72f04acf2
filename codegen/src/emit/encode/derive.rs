//! The functions of `-derive` and `when`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::element::Source;
use super::path::Goal;
use crate::emit::expr::{Scope, Val};
use crate::emit::Emitter;
use crate::ir::{Field, FieldTy, Int, Ty, TypeId, TypeKind, COLUMN_SUBSET};
use crate::ksy::ast::{Repeat, Size};
use crate::ksy::expr::{Expr, ExprKind};
use crate::names::ident;

/// What stands in messages about functions.
pub const FUNCTIONS: &str =
    "byte_len(field), count(path), present(path), offset_of(field), offset_of(field[_index]), is(path, type), all_present(path), any_present(path), missing(path), pack2(path)";

impl Emitter<'_> {
    /// A call of an extension function.
    pub fn function(&self, callee: &Expr, args: &[Expr], e: &Expr, s: &Scope) -> Val {
        let ExprKind::Name(name) = &callee.kind else { return self.no_function("a call of what is no function", e) };
        match (name.as_str(), args) {
            ("byte_len", [a]) => self.byte_len(a, s),
            ("offset_of", [a]) => self.offset_of(a, s),
            ("count", [a]) => Val::i64(self.ask(a, &Goal::Count, s), 40),
            ("present", [a]) => Val::new(self.ask(a, &Goal::Present, s), Ty::Bool),
            ("all_present", [a]) => Val::new(self.ask(a, &Goal::AllPresent, s), Ty::Bool),
            ("any_present", [a]) => Val::new(self.ask(a, &Goal::AnyPresent, s), Ty::Bool),
            ("is", [a, case]) => match &case.kind {
                ExprKind::Name(case) => Val::new(self.ask(a, &Goal::Is(case.clone()), s), Ty::Bool),
                _ => self.no_function("is: expected the name of a type after the path", e),
            },
            ("missing", [a]) => {
                let elements = self.ask(a, &Goal::Elements, s);
                Val::new(quote!(__rt::native::missing(#elements)), Ty::Type(self.column_subset().unwrap_or_default()))
            }
            ("pack2", [a]) => {
                let values = self.ask(a, &Goal::Values, s);
                Val::new(quote!(__rt::native::pack2(#values)), Ty::Int(Int::U64))
            }
            _ => self.no_function(&format!("no function {name} with {} arguments", args.len()), e),
        }
    }

    /// The type that says which columns a row has.
    pub fn column_subset(&self) -> Option<TypeId> {
        self.program.types.iter().position(|t| matches!(t.kind, TypeKind::Native(n) if n.name == COLUMN_SUBSET))
    }

    fn no_function(&self, message: &str, e: &Expr) -> Val {
        self.diags.borrow_mut().error_help(&e.pos, message, FUNCTIONS);
        Val::i64(quote!(0i64), 0)
    }

    /// `offset_of(field)`, `offset_of(field[_index])`.
    fn offset_of(&self, a: &Expr, s: &Scope) -> Val {
        let t = &self.program.types[s.ty];
        match &a.kind {
            ExprKind::Name(n) if self.writes(s.ty, n) || self.is_outer(s, n) => {
                let at = self.position(n, s.ty);
                Val::i64(quote!((#at as i64)), 62)
            }
            ExprKind::Index(base, index) => match (&base.kind, &index.kind, &s.index) {
                (ExprKind::Name(n), ExprKind::Name(i), Some(index))
                    if i == "_index" && t.field(n).is_some_and(|f| !f.once()) =>
                {
                    let (each, site) = (format_ident!("each_{}", n), &s.site);
                    let err = quote!(__rt::WriteError::new(__rt::WriteErrorKind::Expression { what: "more offsets than elements" }, #site));
                    Val::i64(quote!((*__rt::array::element(&#each, #index).ok_or_else(|| #err)? as i64)), 62)
                }
                _ => self.no_function(
                    "offset_of: expected a repeated field of this type at [_index], in a field that repeats itself",
                    a,
                ),
            },
            _ => self.no_function(&format!("offset_of: neither {} nor what it is a body of has such a field", t.id), a),
        }
    }

    /// Whether a name is a body that someone else writes: of the type itself, or of the one it is a body of.
    fn is_outer(&self, s: &Scope, name: &str) -> bool {
        let has = |id: usize| self.program.types[id].bodies.iter().any(|b| b.field.id == name);
        has(s.ty) || self.parent_of(s.ty).is_some_and(has)
    }

    /// `byte_len(field)`: of its bytes, or by writing it to where they are only counted.
    fn byte_len(&self, a: &Expr, s: &Scope) -> Val {
        let t = &self.program.types[s.ty];
        let field = match &a.kind {
            ExprKind::Name(n) => {
                t.fields.iter().chain(t.bodies.iter().map(|b| &b.field)).find(|f| f.id == *n && !self.is_view(f))
            }
            _ => None,
        };
        let Some(f) = field else { return self.no_function(&format!("byte_len: {} has no such field", t.id), a) };
        let name = ident(f.keys.same_as.as_ref().unwrap_or(&f.id));
        match (&f.ty, &f.keys.derive, &f.repeat) {
            (FieldTy::Int(i), Some(_), Repeat::Count(n)) => {
                let (n, width) = (self.number(n, s), i64::from(i.bytes));
                let there = f.cond.as_ref().map(|c| self.truth(c, s));
                let len = there.map_or_else(|| quote!((#n * #width)), |c| quote!((if #c { #n * #width } else { 0 })));
                return Val::i64(len, 48);
            }
            (_, Some(_), _) => return self.no_function("byte_len of a derived field", a),
            (FieldTy::Bytes, _, Repeat::Once) if f.cond.is_none() && !matches!(f.size, Size::Terminated(..)) => {
                return Val::i64(quote!((self.#name.len() as i64)), 48);
            }
            (FieldTy::Str, _, Repeat::Once)
                if f.cond.is_none() && !f.keys.java_utf && !matches!(f.size, Size::Terminated(..)) =>
            {
                return Val::i64(quote!((self.#name.len() as i64)), 48);
            }
            _ if !f.in_model() || f.keys.delta.is_some() => {
                return self.no_function("byte_len of a field that the model does not hold as it is", a)
            }
            _ => {}
        }
        Val::i64(self.measured(f, &quote!(self.#name), s), 48)
    }

    fn measured(&self, f: &Field, value: &TokenStream, s: &Scope) -> TokenStream {
        let mut inner = s.clone();
        inner.site = self.site(s.ty, &f.id);
        // The length itself is derived from this: no check of it here.
        let mut plain = f.clone();
        plain.size = match &f.size {
            Size::Bytes(_) => Size::Eos,
            size => size.clone(),
        };
        let write = if f.optional {
            let write = self.write_all(s.ty, &plain, &Source::reference(quote!(v)), &inner);
            quote!(if let Some(v) = &#value { #write })
        } else {
            self.write_all(s.ty, &plain, &Source::value(value.clone()), &inner)
        };
        // What the version does not have takes no bytes, whatever the model says.
        let write = match f.cond.as_ref().and_then(|c| crate::ir::version_part(self.program, s.ty, c)) {
            Some(has) => {
                let has = self.truth(&has, s);
                quote!(if #has { #write })
            }
            None => write,
        };
        let registers = self.program.types[s.ty].facts.registers.map(|_| quote!(let st = &mut st.clone();));
        quote!({
            let mut counter = __rt::Counter::at(w.pos());
            let (begin, w) = (counter.pos(), &mut counter);
            #registers
            #write
            (w.pos() - begin) as i64
        })
    }
}
