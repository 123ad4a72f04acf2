//! What heads tell those who take values apart to write them anew: whether there is more in them than code above the specification knows of, and
//! whether their flags are those that would be written.

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::{quote, ToTokens};

use super::default::is_constant;
use super::expr::Scope;
use super::scope::local;
use super::Emitter;
use crate::ir::{
    gained, gained_bit, Binary, Expr, ExprKind, Field, FieldTy, Function, Member, Mode, Place, TypeId, TypeKind,
};
use crate::names::{ident, Item};

impl Emitter<'_> {
    /// The method that gives the first field with a value which only later versions have than the first ones of all formats; nothing of a type
    /// that has no such fields.
    pub(super) fn gained(&self, id: TypeId) -> Option<TokenStream> {
        let all = self.gains(id);
        (!all.is_empty()).then(|| {
            quote! {
                /// The first field with a value which the first version of no format has.
                pub fn gained(&self) -> Option<&'static __rt::Site> {
                    #(#all)*
                    None
                }
            }
        })
    }

    fn gains(&self, id: TypeId) -> Vec<TokenStream> {
        let t = &self.program.types[id];
        let mut out = Vec::new();
        for f in self.head(id).iter().filter(|f| f.same_as.is_none() && !f.keys.droppable) {
            let site = self.site(id, &f.id);
            let is_new = gained(self.program, id, f);
            for bit in f.keys.bits.iter().filter(|b| is_new || gained_bit(self.program, id, b)) {
                let Some(name) = bit.stored().map(ident) else { continue };
                out.push(quote!(if self.#name() { return Some(#site); }));
            }
            if !f.in_model() {
                continue;
            }
            if is_new {
                let has = self.has_value(id, f);
                out.push(quote!(if #has { return Some(#site); }));
                continue;
            }
            let FieldTy::User(c, _) = &f.ty else { continue };
            let child = &self.program.types[*c];
            let is_known = child.kind == TypeKind::Plain && child.mode != Mode::Lazy && f.once();
            if is_known && !self.gains(*c).is_empty() {
                let name = ident(&f.id);
                out.push(match f.reads_optional() {
                    true => {
                        quote!(if let Some(site) = self.#name.as_ref().and_then(|v| v.gained()) { return Some(site); })
                    }
                    false => quote!(if let Some(site) = self.#name.gained() { return Some(site); }),
                });
            }
        }
        for v in t
            .values
            .iter()
            .filter(|v| v.in_model && v.cond.as_ref().is_some_and(|c| crate::ir::in_no_first(self.program, id, c)))
        {
            let (name, site) = (ident(&v.id), self.own_site(id));
            out.push(quote!(if self.#name.is_some() { return Some(#site); }));
        }
        out
    }

    /// Whether a field that is new has another value than the one that stands for it where a version does not have it.
    fn has_value(&self, id: TypeId, f: &Field) -> TokenStream {
        let name = ident(f.keys.delta.as_ref().map_or(&f.id, |d| &d.name));
        if f.reads_optional() {
            return quote!(self.#name.is_some());
        }
        if !f.once() {
            return quote!(!self.#name.is_empty());
        }
        match &f.ty {
            FieldTy::User(c, _) if self.program.types[*c].mode == Mode::Lazy => {
                quote!(self.#name.bytes().iter().any(|byte| *byte != 0))
            }
            _ if self.has_parts(id) && self.has_default(id) && self.is_from_head(id) && self.is_comparable(id) => {
                let parts = Item::Parts.of(&self.program.types[id].rust);
                quote!(#parts::from(self).#name != #parts::default().#name)
            }
            FieldTy::Bytes | FieldTy::Str => quote!(!self.#name.is_empty()),
            _ => match f.absent_value().filter(|e| is_constant(e)) {
                Some(e) => {
                    let absent = self.constant(f, e, &self.scope(id, true));
                    quote!(self.#name != #absent)
                }
                None => quote!(false),
            },
        }
    }

    /// The method that tells whether flags are set of what is not there: of another case, or of nothing at all.
    pub(super) fn stray_bits(&self, id: TypeId) -> Option<TokenStream> {
        let any = match self.keeps_stray(id) {
            true => quote!(self.has_stray),
            false => self.stray(id, &self.self_scope(id))?,
        };
        Some(quote! {
            /// Whether flags are set of what is not there.
            #[inline]
            pub fn has_stray_bits(&self) -> bool { #any }
        })
    }

    /// The member of a head that holds it, if only who reads the head can tell: the version has a say, or what may be absent.
    pub(super) fn stray_member(&self, id: TypeId) -> Option<TokenStream> {
        self.keeps_stray(id).then(|| quote!(has_stray: bool,))
    }

    /// Its value.
    pub(super) fn stray_value(&self, id: TypeId, s: &Scope) -> Option<TokenStream> {
        let any = self.keeps_stray(id).then(|| self.stray(id, s))?;
        Some(quote!(has_stray: #any,))
    }

    fn keeps_stray(&self, id: TypeId) -> bool {
        self.stray(id, &self.self_scope(id)).is_some_and(|any| asks_reader(&any))
    }

    fn stray(&self, id: TypeId, s: &Scope) -> Option<TokenStream> {
        self.program.types[id].event.as_ref()?;
        let mut all: Vec<(TokenStream, u64, TokenStream)> = Vec::new();
        for f in self.head(id).iter().filter(|f| !f.keys.bits.is_empty()) {
            for bit in &f.keys.bits {
                let Some((root, case)) = bit.when.as_ref().and_then(asked) else { continue };
                let Some(of) = self.program.types[id].field_at(root) else { continue };
                if case.is_none() && of.cond.as_ref().is_some_and(|c| is_bit(c, f.place, bit.mask)) {
                    continue;
                }
                let mut there: Vec<TokenStream> = of.cond.iter().map(|c| self.truth(c, s)).collect();
                if let (Some(case), FieldTy::Switch(on, cases)) = (case, &of.ty) {
                    let on = self.truth(on, s);
                    there.extend(cases.iter().filter(|c| c.1 == case).map(|c| match &c.0.kind {
                        ExprKind::Bool(true) => on.clone(),
                        ExprKind::Bool(false) => quote!(!#on),
                        _ => {
                            let key = self.eval(&c.0, s).tok;
                            quote!((#on == #key))
                        }
                    }));
                }
                if there.is_empty() {
                    continue;
                }
                let there = quote!(#(#there)&&*);
                let name = s.names.get(&f.place).map_or_else(|| local(&f.id).into_token_stream(), |v| v.tok.clone());
                let flags = if f.cond.is_some() { quote!(#name.unwrap_or(0)) } else { name };
                let same = |a: &&mut (TokenStream, u64, TokenStream)| {
                    (a.0.to_string(), a.2.to_string()) == (flags.to_string(), there.to_string())
                };
                match all.iter_mut().find(same) {
                    Some(a) => a.1 |= bit.mask,
                    None => all.push((flags, bit.mask, there)),
                }
            }
        }
        let all = all.iter().map(|(flags, mask, there)| {
            let mask = Literal::u64_unsuffixed(*mask);
            quote!(#flags & #mask != 0 && !(#there))
        });
        let any = quote!(#((#all))||*);
        (!any.is_empty()).then_some(any)
    }
}

/// Whether an expression asks for what a head does not keep: what the file's type is told, and the reader, for errors of it.
fn asks_reader(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(name) => name == "cx" || name == "r",
        TokenTree::Punct(punct) => punct.as_char() == '?',
        TokenTree::Group(group) => asks_reader(&group.stream()),
        TokenTree::Literal(_) => false,
    })
}

/// The field that a flag is about, and the case of it that it is about.
fn asked(when: &Expr) -> Option<(Place, Option<TypeId>)> {
    let (function, args) = when.as_call()?;
    let path = match function {
        Function::Is => args.get(1)?,
        Function::Present | Function::AllPresent | Function::AnyPresent => args.first()?,
        _ => return None,
    };
    let (mut at, mut case) = (path, None);
    loop {
        match &at.kind {
            ExprKind::Name(place) => return Some((*place, case)),
            ExprKind::Member(base, member) => {
                case = match member {
                    Member::Case(c) => Some(*c),
                    _ => None,
                };
                at = base;
            }
            ExprKind::Each(base) => (case, at) = (None, base),
            _ => return None,
        }
    }
}

/// Whether a condition asks for one bit of a field, and for the version at most besides.
fn is_bit(cond: &Expr, field: Place, mask: u64) -> bool {
    match &cond.kind {
        ExprKind::Binary(Binary::And, a, b) => {
            (a.asks_version() && is_bit(b, field, mask)) || (b.asks_version() && is_bit(a, field, mask))
        }
        ExprKind::Binary(Binary::Ne, a, zero) => {
            let is_zero = matches!(zero.kind, ExprKind::Int(0));
            let of = |e: &Expr| e.as_place() == Some(field);
            let is_mask = |e: &Expr| matches!(e.kind, ExprKind::Int(m) if m == i128::from(mask));
            matches!(&a.kind, ExprKind::Binary(Binary::BitAnd, x, y) if is_zero && of(x) && is_mask(y))
        }
        _ => false,
    }
}
