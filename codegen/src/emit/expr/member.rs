//! Members of values, and elements of lists.

use proc_macro2::Literal;
use quote::quote;

use super::{Scope, Val};
use crate::emit::constants::constant;
use crate::emit::{bits_int, Emitter};
use crate::ir::{is_version, version_param, Holds, Int, Ty, Type, TypeId, TypeKind};
use crate::ksy::expr::{Expr, ExprKind};
use crate::names::ident;

/// Values within values that are looked through at most.
const MOST_VALUES: usize = 32;

impl Emitter<'_> {
    pub(super) fn member(&self, base: &Expr, name: &str, e: &Expr, s: &Scope) -> Val {
        if let ExprKind::Name(n) = &base.kind {
            match n.as_str() {
                "_root" => return self.root_member(name, e, s),
                "_parent" => {
                    return match s.parent.get(name) {
                        Some(v) => v.clone(),
                        None => self.wrong(&e.pos, format!("_parent.{name} is not known here")),
                    }
                }
                "_io" => {
                    return match name {
                        "pos" if s.reading => Val::natural(quote!((r.pos() as i64)), 62),
                        "size" if s.reading => Val::natural(quote!((r.size() as i64)), 62),
                        "eof" if s.reading => Val::new(quote!(r.at_end()), Ty::Bool),
                        "pos" => Val::natural(quote!((w.pos() as i64)), 62),
                        "eof" if s.eof.is_some() => Val::new(s.eof.clone().unwrap_or_default(), Ty::Bool),
                        _ => self.wrong(&e.pos, format!("_io.{name} is not known here")),
                    }
                }
                "_" => {
                    return match &s.item {
                        Some(tok) => {
                            let name = ident(name);
                            Val::new(quote!(#tok.#name), Ty::Bool)
                        }
                        None => self.wrong(&e.pos, "_ outside of repeat-until"),
                    }
                }
                _ => {}
            }
        }
        match (&base.kind, &s.case) {
            (ExprKind::Name(n), Some((param, member, tok))) if n == param && name == member => {
                return Val::new(tok.clone(), Ty::Bool);
            }
            _ => {}
        }
        let v = self.eval(base, s);
        self.member_of(&v, name, e, s)
    }

    fn root_member(&self, name: &str, e: &Expr, s: &Scope) -> Val {
        let root = self.program.files[self.program.types[s.ty].file].root;
        let own = version_param(self.program, s.ty).filter(|_| !self.program.types[s.ty].facts.uses_root);
        if let Some(own) = own.filter(|_| is_version(self.program, s.ty, e)) {
            return self.eval(&Expr::named(&own.id, &e.pos), s);
        }
        match self.program.types[root].param(name) {
            Some(p) => {
                let (field, v) = (ident(name), Val::new(quote!(), p.ty.clone()));
                let v = if matches!(p.ty, Ty::Int(_)) { Val::i64(quote!(), 63) } else { v };
                Val { tok: quote!(cx.#field), ..v }
            }
            None => {
                self.wrong(&e.pos, format!("_root.{name}: only parameters of the file's type can be named from below"))
            }
        }
    }

    fn member_of(&self, v: &Val, name: &str, e: &Expr, s: &Scope) -> Val {
        let tok = &v.tok;
        match (&v.ty, name) {
            (Ty::Array(_), "size") => Val::natural(quote!((#tok.len() as i64)), 40),
            (Ty::Bytes | Ty::Str, "size" | "length") => Val::natural(quote!((#tok.len() as i64)), 40),
            (Ty::Enum(_), "to_i") => Val::i64(quote!((#tok as i64)), 63),
            (Ty::Str, "to_i") => Val::i64(s.in_range(&quote!(#tok.parse::<i64>().ok())), 63),
            (Ty::Type(id), _) => self.type_member(*id, v, name, e, s),
            _ => self.wrong(&e.pos, format!("no member {name} here")),
        }
    }

    fn type_member(&self, id: TypeId, v: &Val, name: &str, e: &Expr, s: &Scope) -> Val {
        let (t, tok, field) = (&self.program.types[id], &v.tok, ident(name));
        match (t.kind, name) {
            (TypeKind::Native(n), _) => {
                return match (n.members.iter().find(|m| m.0 == name), n.holds) {
                    (Some((_, ty)), Holds::Number(_)) => Val::new(tok.clone(), ty.clone()),
                    (Some((_, ty)), Holds::Owned(_)) => Val::new(quote!(#tok.#field), ty.clone()),
                    (None, _) => self.wrong(&e.pos, format!("{} is read by the runtime: it has no {name} here", t.id)),
                }
            }
            (TypeKind::Version, _) if t.value(name).is_some() => return Val::new(quote!(#tok.#field()), Ty::Bool),
            _ => {}
        }
        if let Some(f) = t.delta(name) {
            return Val::new(quote!(#tok.#field), Ty::Int(Int::I64)).optional(f.optional);
        }
        if let Some(f) = t.field(name) {
            if !f.in_model() && !v.view {
                return self.wrong(
                    &e.pos,
                    format!("{name} is derived, so the model does not have it: say it by what it is derived from"),
                );
            }
            let optional = if v.view { f.reads_optional() } else { f.optional };
            return Val::new(quote!(#tok.#field), self.ty_of(id, f)).optional(optional).view(v.view);
        }
        if let Some(n) = t.value(name).and_then(constant) {
            let (magnitude, natural) = (64 - n.unsigned_abs().leading_zeros(), n >= 0);
            let n = Literal::i64_suffixed(n);
            return Val { natural, ..Val::i64(quote!(#n), magnitude) };
        }
        if let (Some(i), true) = (t.value(name), v.view) {
            let ty = self.instance_ty(id, &i.expr);
            return Val::new(quote!(#tok.#field), ty).optional(i.cond.is_some());
        }
        if let Some(val) = self.value_of_model(id, v, name, s) {
            return val;
        }
        self.wrong(&e.pos, format!("{} has no {name} that is known here", t.id))
    }

    /// Whether an expression needs nothing but fields of the model of its type, and values of such.
    fn is_of_fields(t: &Type, e: &Expr, left: usize) -> bool {
        e.names().into_iter().all(|name| match (t.field(name), t.value(name)) {
            (Some(f), _) => f.in_model(),
            (None, Some(v)) => {
                left > 0 && v.native.is_none() && v.cond.is_none() && Self::is_of_fields(t, &v.expr, left - 1)
            }
            (None, None) => false,
        })
    }

    /// A value of a model, which does not keep it: computed from the model's fields, if no more is needed.
    fn value_of_model(&self, id: TypeId, v: &Val, name: &str, s: &Scope) -> Option<Val> {
        let (t, tok) = (&self.program.types[id], &v.tok);
        let instance = t.value(name).filter(|i| i.native.is_none() && i.cond.is_none() && !v.optional)?;
        if !Self::is_of_fields(t, &instance.expr, MOST_VALUES) {
            return None;
        }
        let mut inner = Scope { site: s.site.clone(), ..self.scope(id, s.reading) };
        for f in t.fields.iter().filter(|f| f.in_model()) {
            let field = ident(&f.id);
            let val = Val::new(quote!(#tok.#field), self.ty_of(id, f)).optional(f.optional);
            let _ = inner.names.insert(f.id.clone(), val);
        }
        // Values of the same names may be those of another type.
        let outer = self.regions.take();
        let val = self.once_within(&instance.expr, |em| em.eval(&instance.expr, &inner));
        let _ = self.regions.replace(outer);
        let tok = &val.tok;
        Some(Val { tok: quote!((#tok)), ..val })
    }

    pub(super) fn index(&self, base: &Expr, index: &Expr, e: &Expr, s: &Scope) -> Val {
        let (b, i) = (self.eval(base, s), self.number(index, s));
        let Ty::Array(inner) = &b.ty else { return self.wrong(&e.pos, "this is not repeated: it has no elements") };
        // Elements that the model holds are plain numbers.
        let inner = &match (&**inner, b.view) {
            (Ty::Any(i), false) => Box::new(Ty::Int(*i)),
            _ => inner.clone(),
        };
        let tok = &b.tok;
        if let (ExprKind::Name(list), ExprKind::Name(at), Some((known, element))) =
            (&base.kind, &index.kind, &s.element)
        {
            if list == known && at == "_index" {
                return Val::new(
                    if self.copies_val(inner) { quote!((*#element)) } else { element.clone() },
                    (**inner).clone(),
                );
            }
        }
        if b.view {
            let get = quote!(#tok.get(#i)?);
            return match **inner {
                Ty::Type(_) => Val::new(get, (**inner).clone()).view(true),
                Ty::Any(i) => Val::new(quote!(#get.0), Ty::Int(i)),
                Ty::Bits(n) => Val { mag: n, ..Val::new(quote!(#get.0), Ty::Int(bits_int(n))) },
                _ => Val::new(quote!(#get.0), (**inner).clone()),
            };
        }
        let get = s.in_range(&quote!(__rt::array::element(&#tok, #i)));
        if self.copies_val(inner) {
            Val::new(quote!((*#get)), (**inner).clone())
        } else {
            Val::new(get, (**inner).clone())
        }
    }
}
