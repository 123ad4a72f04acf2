//! Fields of types of the specification: of one, or of one of several.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::Form;
use crate::emit::expr::Scope;
use crate::emit::Emitter;
use crate::ir::{Expr, ExprKind, Field, FieldTy, Mode, Ty, TypeId, TypeKind};
use crate::lower::{Take, Times};
use crate::names::{camel, ident, Item};

impl Emitter<'_> {
    pub(super) fn read_user(&self, take: &Take<'_>, c: TypeId, args: &[Expr], form: Form, s: &Scope) -> TokenStream {
        let (t, f) = (&self.program.types[c], take.field);
        let site = &s.site;
        if let TypeKind::Native(n) = t.kind {
            let codec = self.codec(n);
            let function =
                if form == Form::Skip && n.number().is_none() { quote!(#codec::skip) } else { quote!(#codec::read) };
            let call = self.call(function, quote!(r), c, args, s, &f.pos, Some(site.clone()));
            return quote!(#call?);
        }
        let call = |function: TokenStream, reader: TokenStream| self.call(function, reader, c, args, s, &f.pos, None);
        let path = self.type_path(c);
        let within = quote!(.within(#site)?);
        let sub = self.sub_reader(take, s);
        if form == Form::Ref && t.mode == Mode::Lazy {
            let span = self.item_path(c, Item::Span);
            return match sub {
                Some(sub) => {
                    let numbers = t.params.iter().zip(args).filter(|(p, _)| matches!(p.ty, Ty::Int(_) | Ty::Bool));
                    let numbers = numbers.map(|(p, a)| self.arg(&p.ty, a, s));
                    quote!(#span::whole(#sub #(, #numbers)*))
                }
                None => {
                    let pass = call(quote!(#span::pass), quote!(r));
                    quote!(#pass #within)
                }
            };
        }
        let function = match form {
            Form::Owned => quote!(#path::decode),
            Form::Ref => {
                let r = self.item_path(c, Item::Ref);
                quote!(#r::read)
            }
            Form::Skip => self.skip_path(c),
        };
        let value = match sub {
            Some(sub) if form == Form::Skip => quote!({ let _ = #sub; }),
            Some(sub) => {
                let read = call(function, quote!(&mut sub));
                quote!({
                    let mut sub = #sub;
                    let value = #read #within;
                    sub.finish(#site)?;
                    value
                })
            }
            None => {
                let read = call(function, quote!(r));
                quote!(#read #within)
            }
        };
        match take.times {
            // What is asked of the element comes with it.
            Times::Until(_) => value,
            _ if !t.facts.asked.is_empty() => quote!(#value.0),
            _ => value,
        }
    }

    /// What `one` makes of the type that an element has, or of each that it may have, and of the arguments.
    pub fn by_type(&self, f: &Field, s: &Scope, one: impl Fn(TypeId, &[Expr]) -> TokenStream) -> TokenStream {
        match &f.ty {
            FieldTy::User(c, args) => one(*c, args),
            FieldTy::Switch(on, cases) => self.branches(on, cases, s, |c, args| {
                let one = one(c, args);
                quote!({ #one })
            }),
            _ => quote!(),
        }
    }

    /// A branch for each case of a switch; `one` makes it from the case's type and arguments.
    fn branches(
        &self,
        on: &Expr,
        cases: &[(Expr, TypeId, Vec<Expr>)],
        s: &Scope,
        mut one: impl FnMut(TypeId, &[Expr]) -> TokenStream,
    ) -> TokenStream {
        let v = self.eval(on, s);
        let tok = &v.tok;
        if v.ty == Ty::Bool {
            let find = |b: bool| cases.iter().find(|c| matches!(&c.0.kind, ExprKind::Bool(x) if *x == b));
            let (Some(yes), Some(no)) = (find(true), find(false)) else {
                self.diags.borrow_mut().error_help(
                    &on.pos,
                    "a switch on a truth value needs both cases",
                    "true: …, false: …",
                );
                return quote!();
            };
            let (yes, no) = (one(yes.1, &yes.2), one(no.1, &no.2));
            return quote!(if #tok { #yes } else { #no });
        }
        let arms: Vec<TokenStream> = cases
            .iter()
            .map(|(key, t, args)| {
                let (k, body) = (self.eval(key, s).tok, one(*t, args));
                quote!(#k => #body,)
            })
            .collect();
        let complete = matches!(&v.ty, Ty::Enum(e) if self.program.enums[*e].values.len() == cases.len());
        let site = &s.site;
        let other = (!complete).then(|| {
            quote!(other => return Err(r.error(__rt::ReadErrorKind::UnknownValue { found: other as i64, expected: "known case" }, #site).into()),)
        });
        quote!(match #tok { #(#arms)* #other })
    }

    pub(super) fn read_switch(
        &self,
        id: TypeId,
        take: &Take<'_>,
        on: &Expr,
        cases: &[(Expr, TypeId, Vec<Expr>)],
        form: Form,
        s: &Scope,
    ) -> TokenStream {
        let (f, name) = (take.field, self.switch_name(id, take.field));
        let enumeration = self.path(self.program.types[id].file, &name);
        let site = s.site.clone();
        let sub = self.sub_reader(take, s);
        if let (Some(sub), Form::Skip) = (&sub, form) {
            return quote!({ let _ = #sub; });
        }
        let reader = if sub.is_some() { quote!(&mut sub) } else { quote!(r) };
        let branches = self.branches(on, cases, s, |t, args| {
            let (path, variant) = (self.type_path(t), ident(&camel(&self.program.types[t].id)));
            let call = |function| self.call(function, reader.clone(), t, args, s, &f.pos, None);
            match form {
                Form::Skip => {
                    let skip = call(self.skip_path(t));
                    quote!({ #skip.within(#site)?; })
                }
                _ => {
                    let decode = call(quote!(#path::decode));
                    quote!(#enumeration::#variant(Box::new(#decode.within(#site)?)))
                }
            }
        });
        match sub {
            Some(sub) => quote!({
                let mut sub = #sub;
                let value = #branches;
                sub.finish(#site)?;
                value
            }),
            None => branches,
        }
    }

    /// Name of the enumeration of a switched field's models.
    pub fn switch_name(&self, id: TypeId, f: &Field) -> Ident {
        format_ident!("{}{}", self.program.types[id].rust, camel(&f.id))
    }
}
