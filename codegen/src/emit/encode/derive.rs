//! The functions of `-derive` and `when`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::element::Source;
use super::path::Goal;
use crate::emit::expr::{Scope, Val};
use crate::emit::Emitter;
use crate::ir::{Expr, ExprKind, Field, FieldTy, Function, Int, Place, Repeat, Size, Ty, FUNCTIONS};
use crate::lower::{writes, Extent, Known, Take};
use crate::names::ident;

impl Emitter<'_> {
    /// A call of a function of `-derive` and `when`.
    pub fn function(&self, f: Function, args: &[Expr], s: &Scope) -> Val {
        let Some(a) = args.first() else { return Val::number(quote!(0i64)) };
        match f {
            Function::ByteLen => self.byte_len(a, s),
            Function::OffsetOf => self.offset_of(a, s),
            Function::Count => Val::number(self.ask(a, &Goal::Count, s)),
            Function::Present => Val::new(self.ask(a, &Goal::Present, s), Ty::Bool),
            Function::AllPresent => Val::new(self.ask(a, &Goal::AllPresent, s), Ty::Bool),
            Function::AnyPresent => Val::new(self.ask(a, &Goal::AnyPresent, s), Ty::Bool),
            Function::Is => Val::new(self.ask(args.last().unwrap_or(a), &Goal::Is, s), Ty::Bool),
            Function::Missing => {
                let elements = self.ask(a, &Goal::Elements, s);
                Val::new(quote!(__rt::native::missing(#elements)), f.ty(self.program))
            }
            Function::Pack2 => {
                let values = self.ask(a, &Goal::Values, s);
                Val::new(quote!(__rt::native::pack2(#values)), Ty::Int(Int::U64))
            }
            Function::Native(f) => self.native_call(f, args, s),
        }
    }

    fn no_function(&self, message: &str, e: &Expr) -> Val {
        self.diags.borrow_mut().error_help(&e.pos, message, FUNCTIONS);
        Val::number(quote!(0i64))
    }

    /// `offset_of(field)`, `offset_of(field[_index])`.
    fn offset_of(&self, a: &Expr, s: &Scope) -> Val {
        let t = &self.program.types[s.ty];
        let name = |place: Option<Place>| place.map_or("", |p| self.program.name_of(s.ty, p));
        match (&a.kind, &s.index) {
            (ExprKind::Index(list, _), Some(index)) => {
                let (each, site) = (format_ident!("each_{}", name(list.as_place())), &s.site);
                let err = quote!(__rt::WriteError::new(__rt::WriteErrorKind::Expression { what: "more offsets than elements" }, #site));
                Val::number(quote!((*__rt::array::element(&#each, #index).ok_or_else(|| #err)? as i64)))
            }
            (ExprKind::Index(..), None) => self.no_function(
                "offset_of: expected a repeated field of this type at [_index], in a field that repeats itself",
                a,
            ),
            _ => {
                let n = name(a.as_place());
                if writes(self.program, s.ty, n) || self.is_outer(s, n) {
                    let at = self.position(n, s.ty);
                    return Val::number(quote!((#at as i64)));
                }
                self.no_function(&format!("offset_of: neither {} nor what it is a body of has such a field", t.id), a)
            }
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
        let Some(f) = a.as_place().and_then(|place| t.stored_at(place)) else { return Val::number(quote!(0i64)) };
        let name = ident(&t.holder(f).id);
        match (&f.ty, &f.keys.derive, &f.repeat) {
            (FieldTy::Int(i), Some(_), Repeat::Count(n)) => {
                let (n, width) = (self.number(n, s), i64::from(i.bytes));
                let there = f.cond.as_ref().map(|c| self.truth(c, s));
                let len = there.map_or_else(|| quote!((#n * #width)), |c| quote!((if #c { #n * #width } else { 0 })));
                return Val::number(len);
            }
            (_, Some(_), _) => return self.no_function("byte_len of a derived field", a),
            (FieldTy::Bytes, _, Repeat::Once) if f.cond.is_none() && !matches!(f.size, Size::Terminated(..)) => {
                return Val::number(quote!((self.#name.len() as i64)));
            }
            (FieldTy::Str, _, Repeat::Once)
                if f.cond.is_none() && !f.keys.java_utf && !matches!(f.size, Size::Terminated(..)) =>
            {
                return Val::number(quote!((self.#name.len() as i64)));
            }
            _ if !f.in_model() || f.keys.delta.is_some() => {
                return self.no_function("byte_len of a field that the model does not hold as it is", a)
            }
            _ => {}
        }
        Val::number(self.measured(f, &quote!(self.#name), s))
    }

    fn measured(&self, f: &Field, value: &TokenStream, s: &Scope) -> TokenStream {
        let mut inner = s.clone();
        inner.site = self.site(s.ty, &f.id);
        // The length itself is derived from this: no check of it here.
        let own = self.step(s.ty, f).take;
        let extent = match own.extent {
            Extent::Bytes(e, _) => Extent::Bytes(e, Known::Derived),
            extent => extent,
        };
        let plain = Take { extent, ..own };
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
