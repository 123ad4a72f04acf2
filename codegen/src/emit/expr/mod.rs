//! Expressions in Rust. Whole numbers are computed in 64 bits with sign; leaving them is an error, not a wrong value.

mod member;
mod once;
mod operator;

pub use once::Regions;

use std::collections::HashMap;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::tidy::may_fail;
use super::Emitter;
use crate::diag::Pos;
use crate::ir::{Expr, ExprKind, Function, Int, Member, NativeFunction, Place, Range, Ty, TypeId, Unary};
use crate::names::{camel, ident};

/// A value: its tokens and what is known of it.
#[derive(Debug, Clone)]
pub struct Val {
    /// An expression, or a place.
    pub tok: TokenStream,
    /// Its type in Rust, which may be a narrower one than the expression's.
    pub ty: Ty,
    /// What is known of the number.
    pub range: Range,
    /// `tok` is an `Option`.
    pub optional: bool,
    /// The array is an `ArrayView`; the value a `…Ref`.
    pub view: bool,
    /// `tok` is a reference, or an `Option` of one.
    pub by_ref: bool,
}

impl Val {
    /// A value of a type.
    pub fn new(tok: TokenStream, ty: Ty) -> Self {
        let range = Range::of(&ty);
        Val { tok, ty, range, optional: false, view: false, by_ref: false }
    }

    /// A whole number of 64 bits with sign.
    pub fn number(tok: TokenStream) -> Self {
        Val::new(tok, Ty::Int(Int::I64))
    }

    /// The same, as an `Option`.
    pub fn optional(mut self, optional: bool) -> Self {
        self.optional = optional;
        self
    }

    /// The same, as a view.
    pub fn view(mut self, view: bool) -> Self {
        self.view = view;
        self
    }

    fn is_u64(&self) -> bool {
        matches!(&self.ty, Ty::Int(i) if i.bytes == 8 && !i.signed)
    }
}

/// What names stand for, and how errors are made.
#[derive(Debug, Clone)]
pub struct Scope {
    /// The type whose expressions are evaluated.
    pub ty: TypeId,
    /// What is known of fields, parameters, registers, values already computed.
    pub names: HashMap<Place, Val>,
    /// The version, where it alone is known of the parameters of the file's type.
    pub version: Option<TokenStream>,
    /// Of the parent: of [`crate::ir::Type::outer`].
    pub parent: HashMap<usize, Val>,
    /// `_index`
    pub index: Option<TokenStream>,
    /// `_`: the values asked of the last element.
    pub item: Option<TokenStream>,
    /// The field being read or written.
    pub site: TokenStream,
    /// The value being computed, and its type's site: what goes wrong in it is no fault of the field at hand.
    pub value: Option<(String, TokenStream)>,
    /// Reading or writing.
    pub reading: bool,
    /// `_io.eof` while writing: whether the model has no value for the field.
    pub eof: Option<TokenStream>,
    /// A list whose elements are gone through, and the element at `_index`.
    pub element: Option<(Place, TokenStream)>,
    /// A member of a parameter that is known, and what it is.
    pub case: Option<(Place, Member, TokenStream)>,
    /// What values are written from.
    pub holder: Holder,
    /// The head that has been read, whose members names mean.
    pub head: Option<TokenStream>,
}

/// What holds the values that are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// The owned model.
    Model,
    /// The borrowed one.
    Parts,
}

impl Scope {
    /// What an emitter has computed, to stand in expressions.
    pub fn give(&mut self, v: Val, pos: &Pos) -> Expr {
        let given = self.names.keys().filter(|p| matches!(p, Place::Given(_))).count();
        let place = Place::Given(given);
        let e = Expr::new(ExprKind::Name(place), v.ty.clone(), pos).within(v.range);
        self.names.insert(place, v);
        e
    }

    /// The number in an `Option`, which has none if it leaves its range.
    pub(super) fn in_range(&self, number: &TokenStream) -> TokenStream {
        let site = &self.site;
        if let (true, Some((value, site))) = (self.reading, &self.value) {
            quote!(r.computed(#number, (#value, #site))?)
        } else if self.reading {
            quote!(r.in_range(#number, #site)?)
        } else {
            quote!(__rt::sink::in_range(#number, #site)?)
        }
    }

    /// The value in an `Option`, which has none if the field is absent.
    fn present(&self, value: &TokenStream, field: &str) -> TokenStream {
        let site = &self.site;
        if self.reading {
            quote!(r.present(#value, #field, #site)?)
        } else {
            quote!(__rt::sink::present(#value, #site)?)
        }
    }
}

impl Emitter<'_> {
    /// An expression as a value; mistakes are noted.
    pub fn eval(&self, e: &Expr, s: &Scope) -> Val {
        let out = self.eval_raw(e, s);
        if out.optional {
            let (name, tok, is_copied) = (&self.asked_name(e, s), out.tok, self.copies_val(&out.ty));
            let tok = if is_copied { s.present(&tok, name) } else { s.present(&quote!(#tok.as_ref()), name) };
            return Val { tok, optional: false, by_ref: !is_copied, ..out };
        }
        out
    }

    /// Notes a mistake; the value is a dummy.
    pub fn wrong(&self, pos: &Pos, message: impl Into<String>) -> Val {
        self.diags.borrow_mut().error(pos, message);
        Val::number(quote!(0i64))
    }

    /// As `eval`, but what may be absent stays an `Option`.
    pub fn eval_raw(&self, e: &Expr, s: &Scope) -> Val {
        if self.regions.borrow().is_outermost() {
            self.region(e, s, |em| em.eval_node(e, s))
        } else {
            self.eval_node(e, s)
        }
    }

    fn eval_node(&self, e: &Expr, s: &Scope) -> Val {
        Val { range: e.range, ..self.print(e, s) }
    }

    fn print(&self, e: &Expr, s: &Scope) -> Val {
        match &e.kind {
            ExprKind::Int(n) => {
                let n = Literal::i64_suffixed(i64::try_from(*n).unwrap_or_default());
                Val::number(quote!(#n))
            }
            ExprKind::Str(t) => Val::new(quote!(#t), Ty::Str),
            ExprKind::Bool(b) => Val::new(quote!(#b), Ty::Bool),
            ExprKind::Enum(id, i) => {
                let (path, variant) = (self.enum_path(*id), ident(&camel(&self.program.enums[*id].values[*i].id)));
                Val::new(quote!(#path::#variant), Ty::Enum(*id))
            }
            // Where it may stand it is looked for.
            ExprKind::Empty => Val::number(quote!(0i64)),
            ExprKind::Name(place) => self.name(*place, e, s),
            ExprKind::Position => match &s.index {
                Some(tok) => Val::number(tok.clone()),
                None => self.wrong(&e.pos, "_index outside of a repeated field"),
            },
            ExprKind::Root(i) => self.root_member(*i, e, s),
            ExprKind::Parent(i) => match s.parent.get(i) {
                Some(v) => v.clone(),
                None => {
                    let name = &self.program.types[s.ty].outer[*i].id;
                    self.wrong(&e.pos, format!("_parent.{name} is not known here"))
                }
            },
            ExprKind::Io(io) => self.stream(*io, e, s),
            ExprKind::Item(of, place) => self.item(*of, *place, e, s),
            ExprKind::Member(base, member) => self.member(base, *member, e, s),
            ExprKind::Index(list, index) => self.index(list, index, s),
            ExprKind::Cast(inner, target) => self.cast(inner, *target, s),
            ExprKind::Unary(Unary::Not, a) => {
                let a = self.truth(a, s);
                Val::new(quote!(!(#a)), Ty::Bool)
            }
            ExprKind::Unary(Unary::Neg, a) => {
                let a = self.number(a, s);
                Val::number(s.in_range(&quote!((#a).checked_neg())))
            }
            ExprKind::Binary(op, a, b) => self.binary(*op, a, b, e, s),
            ExprKind::Cond(c, a, b) => self.cond(c, a, b, e, s),
            ExprKind::Call(Function::Native(f), args) => self.native_call(f, args, s),
            ExprKind::Call(f, args) => self.function(*f, args, s),
            // Paths have these, which are followed.
            ExprKind::Each(inner) => self.eval_raw(inner, s),
        }
    }

    /// What an error calls a value that is absent.
    fn asked_name(&self, e: &Expr, s: &Scope) -> String {
        let name = match &e.kind {
            ExprKind::Name(place) => self.program.name_of(s.ty, *place),
            ExprKind::Parent(i) => &self.program.types[s.ty].outer[*i].id,
            ExprKind::Member(base, Member::Of(place)) => match base.ty {
                Ty::Type(id) => self.program.name_of(id, *place),
                _ => "value",
            },
            _ => "value",
        };
        name.to_owned()
    }

    fn name(&self, place: Place, e: &Expr, s: &Scope) -> Val {
        if let Some(v) = s.names.get(&place) {
            return v.clone();
        }
        let t = &self.program.types[s.ty];
        // Whichever layout is stored, its value is that of the field of the model.
        let holder = t.field_at(place).map(|f| t.holder(f).place);
        if let Some(v) = holder.and_then(|holder| s.names.get(&holder)) {
            return v.clone();
        }
        if let (Some(f), true) = (t.delta_at(place), s.reading) {
            // The base of what is not there may not be there either.
            let base = f.keys.delta.as_ref().map(|d| {
                let base = |em: &Self| Val::number(em.number(&d.base, s));
                if f.reads_optional() { self.part(&d.base, s, base) } else { base(self) }.tok
            });
            let raw = self.eval_raw(&self.program.named(s.ty, f.place, &e.pos), s);
            let tok = raw.tok;
            if let (true, Some(e)) = (raw.optional, f.absent_value()) {
                let absent = self.part(e, s, |em| Val::number(em.number(e, s))).tok;
                return Val::number(
                    quote!((match #tok { Some(delta) => (delta as i64).wrapping_add(#base), None => #absent })),
                );
            }
            return if raw.optional {
                // What may fail no closure can hand on.
                Val::number(match base.as_ref().is_some_and(may_fail) {
                    true => {
                        quote!(match #tok { Some(delta) => Some((delta as i64).wrapping_add(#base)), None => None })
                    }
                    false => quote!(#tok.map(|delta| (delta as i64).wrapping_add(#base))),
                })
                .optional(true)
            } else {
                Val::number(quote!((#tok as i64).wrapping_add(#base)))
            };
        }
        match t.value_at(place) {
            Some(v) => self.once(s.ty, place, |em| em.instance(v, s)),
            None => {
                let name = self.program.name_of(s.ty, place);
                self.wrong(&e.pos, format!("{name} is no field, parameter or value of {} known here", t.id))
            }
        }
    }

    /// The value of an instance.
    fn instance(&self, v: &crate::ir::ValueInstance, s: &Scope) -> Val {
        // Where a field asks for it, the field is named.
        let value = s.value.as_ref().map(|_| (v.id.clone(), self.own_site(s.ty)));
        let s = &Scope { value, ..s.clone() };
        let compute = |em: &Self| em.eval(&v.expr, s);
        let Some(c) = &v.cond else {
            let inner = compute(self);
            let tok = &inner.tok;
            return Val { tok: quote!((#tok)), ..inner };
        };
        let c = self.truth(c, s);
        let inner = self.part(&v.expr, s, compute);
        let tok = &inner.tok;
        Val { tok: quote!(if #c { Some(#tok) } else { None }), ..inner.clone() }.optional(true)
    }

    /// A call of the runtime, absent arguments as `None`.
    pub fn native_call(&self, f: &NativeFunction, args: &[Expr], s: &Scope) -> Val {
        let args: Vec<TokenStream> = args
            .iter()
            .map(|a| {
                let v = self.eval_raw(a, s);
                let tok = &v.tok;
                match (&v.ty, v.optional) {
                    (Ty::Int(_), false) => self.as_i64(&v, s),
                    (Ty::Bool, _) | (Ty::Int(_), true) => tok.clone(),
                    (_, true) if !v.by_ref => quote!(#tok.as_ref()),
                    (_, false) if !v.by_ref => quote!(&#tok),
                    _ => tok.clone(),
                }
            })
            .collect();
        let name = ident(f.name);
        Val::new(quote!(__rt::native::#name(#(#args),*)), f.ty.clone())
    }

    /// The same value in another type; an error if it has no such value.
    fn cast(&self, inner: &Expr, int: Int, s: &Scope) -> Val {
        let v = self.eval(inner, s);
        let (tok, ty) = (&v.tok, int_path(int));
        let all = Range::of(&Ty::Int(int));
        let fits = v.range.mag <= all.mag && (int.signed || v.range.natural);
        let tok = if fits { quote!((#tok as #ty)) } else { s.in_range(&quote!(#ty::try_from(#tok).ok())) };
        Val::new(tok, Ty::Int(int))
    }

    fn cond(&self, c: &Expr, a: &Expr, b: &Expr, e: &Expr, s: &Scope) -> Val {
        let c = self.truth(c, s);
        let (x, y) = (self.part(a, s, |em| em.eval(a, s)), self.part(b, s, |em| em.eval(b, s)));
        match &e.ty {
            Ty::Int(_) => {
                let as_one = |v: &Val| if e.is_u64() { self.as_u64(v, s) } else { self.as_i64(v, s) };
                let (a, b) = (as_one(&x), as_one(&y));
                Val::new(quote!((if #c { #a } else { #b })), e.ty.clone())
            }
            t => {
                let (a, b) = (&x.tok, &y.tok);
                if copies(t) {
                    Val::new(quote!((if #c { #a } else { #b })), t.clone())
                } else {
                    let borrowed = |v: &Val, tok: &TokenStream| if v.by_ref { tok.clone() } else { quote!(&#tok) };
                    let (a, b) = (borrowed(&x, a), borrowed(&y, b));
                    Val { by_ref: true, ..Val::new(quote!((if #c { #a } else { #b })), t.clone()).view(x.view) }
                }
            }
        }
    }

    /// An expression that is to be a truth value.
    pub fn truth(&self, e: &Expr, s: &Scope) -> TokenStream {
        self.eval(e, s).tok
    }

    /// An expression as a whole number.
    pub fn number(&self, e: &Expr, s: &Scope) -> TokenStream {
        let v = self.eval(e, s);
        self.as_i64(&v, s)
    }

    /// A whole number in 64 bits with sign.
    pub fn as_i64(&self, v: &Val, s: &Scope) -> TokenStream {
        let tok = &v.tok;
        match &v.ty {
            Ty::Int(i) if i.bytes == 8 && i.signed => tok.clone(),
            Ty::Int(i) if i.bytes < 8 => quote!(i64::from(#tok)),
            _ if v.range.mag < 64 => quote!((#tok as i64)),
            _ => s.in_range(&quote!(i64::try_from(#tok).ok())),
        }
    }

    /// A whole number, as 64 bits without sign: what is negative has its bits.
    pub fn as_u64(&self, v: &Val, s: &Scope) -> TokenStream {
        match v.range.known.and_then(|n| u64::try_from(n).ok()) {
            Some(n) => {
                let n = Literal::u64_suffixed(n);
                quote!(#n)
            }
            None if v.is_u64() => v.tok.clone(),
            None => {
                let n = self.as_i64(v, s);
                quote!((#n as u64))
            }
        }
    }
}

/// Rust's name of a number.
pub fn int_path(i: Int) -> proc_macro2::Ident {
    format_ident!("{}{}", if i.signed { "i" } else { "u" }, i.bytes * 8)
}

/// Rust's name of a floating-point number.
pub fn float_path(bytes: u32) -> proc_macro2::Ident {
    format_ident!("f{}", bytes * 8)
}

/// Whether values of the type are copied.
pub fn copies(ty: &Ty) -> bool {
    matches!(ty, Ty::Int(_) | Ty::Bool | Ty::Float(_) | Ty::Enum(_))
}
