//! Reading one field, in the forms that the functions of a type share.

mod nested;
mod rare;
mod valid;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::expr::{int_path, Scope, Val};
use super::layouts::layout_local;
use super::scope::{local, view_local};
use super::Emitter;
use crate::ir::{bits_int, Expr, Field, FieldTy, Int, Ty, TypeId, TypeKind};
use crate::lower::{Extent, Noted, Op, Step, Take, Times};
use crate::names::{ident, Item};

/// What reading a field gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A value that owns its bytes.
    Owned,
    /// A value that borrows them.
    Ref,
    /// Numbers only; everything else is passed over.
    Skip,
}

impl Emitter<'_> {
    /// Statements that read a field into its local and make its name known.
    pub fn read_field(&self, id: TypeId, f: &Field, form: Form, s: &mut Scope) -> TokenStream {
        self.read_step(id, self.step(id, f), form, false, s)
    }

    /// The same, with the comparison of checksums.
    pub fn read_checked_field(&self, id: TypeId, f: &Field, form: Form, s: &mut Scope) -> TokenStream {
        self.read_step(id, self.step(id, f), form, true, s)
    }

    fn read_step(&self, id: TypeId, step: &Step<'_>, form: Form, checks: bool, s: &mut Scope) -> TokenStream {
        let f = step.field;
        s.site = self.site(id, &f.id);
        // A value that others need is read as such.
        let holder = self.program.types[id].holder(f).place;
        let is_kept = form == Form::Skip && f.cond.is_some() && self.is_needed(id, holder);
        let form = if is_kept { Form::Ref } else { form };
        let (from, to) = (format_ident!("from_{}", f.id), format_ident!("to_{}", f.id));
        let mut out = quote!();
        for op in &step.ops {
            out.extend(match op {
                Op::Share(values) => self.share(id, values, s),
                Op::Align => quote!(r.align();),
                Op::Take => self.read_take(id, &step.take, form, s),
                Op::Join(join) if form != Form::Skip => self.join(id, join, form, s),
                Op::Begin(Noted::ByAll) if checks => quote!(let #from = r.pos();),
                Op::End if checks => quote!(let #to = r.pos();),
                Op::Sum(d, sum) if checks && form == Form::Owned => self.sum(id, d, *sum, s),
                Op::Verify(c) if checks => self.verify(id, f, c),
                Op::Join(_) | Op::Begin(_) | Op::End | Op::Sum(..) | Op::Verify(_) => quote!(),
            });
        }
        out
    }

    /// Statements that read the field alone.
    pub(super) fn read_take(&self, id: TypeId, take: &Take<'_>, form: Form, s: &mut Scope) -> TokenStream {
        let f = take.field;
        s.site = self.site(id, &f.id);
        let (l, layout) = (local(&f.id), layout_local(&f.id));
        if form == Form::Skip && self.is_passed_one_by_one(id, take, s) {
            return self.under(take, self.pass_all(id, take, s), s);
        }
        let cond = take.cond.map(|c| self.truth(c, s));
        let (view, body) = self.read_repeated(id, take, form, s);
        let checked = self.checked(take, s);
        let start = checked.is_some().then(|| quote!(let start = r.offset();));
        let stmt = match cond {
            Some(c) if take.is_layout && form == Form::Skip => quote!(if #c { let _ = #body; }),
            None if take.is_layout && form == Form::Skip => quote!(let _ = #body;),
            c if take.is_layout => {
                let c = c.unwrap_or_else(|| quote!(true));
                quote!(#start let #layout = if #c { let #l = #body; #checked Some(#l) } else { None };)
            }
            Some(c) if f.reads_optional() => {
                let valid = checked.map(|v| quote!(if let Some(#l) = #l { #v }));
                quote!(#start let #l = if #c { Some(#body) } else { None }; #valid)
            }
            Some(c) if form == Form::Skip => return quote!(#start if #c { let #l = #body; #checked }),
            Some(c) => {
                let absent = self.absent_tok(id, f, form, s);
                quote!(#start let #l = if #c { let #l = #body; #checked #l } else { #absent };)
            }
            None => quote!(#view #start let #l = #body; #checked),
        };
        // Of layouts the field is known that they are joined to.
        if !take.is_layout {
            s.names.insert(f.place, self.read_val(id, f, form));
        }
        stmt
    }

    /// An expression that reads a field whose condition holds, without asking whether it is valid.
    pub fn read_raw(&self, id: TypeId, f: &Field, form: Form, s: &Scope) -> TokenStream {
        let inner = Scope { site: self.site(id, &f.id), ..s.clone() };
        let (view, body) = self.read_repeated(id, &self.step(id, f).take, form, &inner);
        quote!({ #view #body })
    }

    /// The value of a field that was read.
    pub fn read_val(&self, id: TypeId, f: &Field, form: Form) -> Val {
        let v = Val { view: form != Form::Owned, ..self.field_val(id, f) };
        if form == Form::Owned && self.indexed(f) {
            let view = view_local(&f.id);
            return Val { tok: quote!(#view), view: true, ..v };
        }
        v
    }

    fn read_repeated(&self, id: TypeId, take: &Take<'_>, form: Form, s: &Scope) -> (TokenStream, TokenStream) {
        let (f, site) = (take.field, s.site.clone());
        let view_ty = || self.view_element(&self.program.types[id].element_of(f), &quote!('_));
        let mut inner = s.clone();
        inner.index = Some(quote!(index));
        match take.times {
            Times::Once => (quote!(), self.read_one(id, take, form, s)),
            Times::Counted(count, _) => {
                let n = self.number(count, s);
                let fixed = self.fixed_array(id, f, s);
                if let (Some((bits, args)), true) = (&fixed, form != Form::Owned) {
                    return (quote!(), take_view(&view_ty(), &n, bits, args, &site));
                }
                let view = fixed.filter(|_| self.indexed(f)).map(|(bits, args)| {
                    let (v, ty) = (view_local(&f.id), view_ty());
                    quote!(let #v: __rt::array::ArrayView<'_, #ty> = __rt::array::ArrayView::take(&mut r.clone(), #n, #bits, #args, #site)?;)
                });
                if view.is_some() {
                    // Elements may ask for their neighbours.
                    let v = view_local(&f.id);
                    inner.names.insert(f.place, Val { tok: quote!(#v), ..self.field_val(id, f) });
                }
                let one = result(self.read_one(id, take, form, &inner));
                let least = Literal::u64_unsuffixed(self.least_bytes(f));
                (quote!(#view), quote!(__rt::array::collect(#n, #least, r, #site, |r, index| #one)?))
            }
            Times::Rest => {
                if let Some((bits, args)) = self.fixed_array(id, f, s).filter(|_| form == Form::Ref) {
                    let n = quote!(__rt::array::left(r, #bits));
                    return (quote!(), take_view(&view_ty(), &n, &bits, &args, &site));
                }
                let one = result(self.read_one(id, take, form, &inner));
                (quote!(), quote!(__rt::array::collect_rest(r, #site, |r, index| #one)?))
            }
            Times::Until(e) => {
                let (one, last) = (result(self.read_one(id, take, form, s)), self.is_last(e, s));
                (
                    quote!(),
                    quote!({
                        let mut all = Vec::new();
                        loop {
                            let index = all.len() as i64;
                            let one = (|| -> __rt::error::Result<_> { #one })().at_index(#site, index)?;
                            let last = #last;
                            all.push(one.0);
                            if last { break; }
                        }
                        all
                    }),
                )
            }
        }
    }

    /// Statements in front of a field that is taken in a way of its own.
    pub fn before(&self, id: TypeId, step: &Step<'_>, s: &mut Scope) -> TokenStream {
        s.site = self.site(id, &step.field.id);
        let one = |op: &Op<'_>| match op {
            Op::Share(values) => self.share(id, values, s),
            Op::Align => quote!(r.align();),
            _ => quote!(),
        };
        step.ops.iter().map(one).collect()
    }

    /// Statements under the condition of a field, if it has one.
    pub fn under(&self, take: &Take<'_>, body: TokenStream, s: &Scope) -> TokenStream {
        match take.cond.map(|c| self.truth(c, s)) {
            Some(c) => quote!(if #c { #body }),
            None => body,
        }
    }

    /// Statements that go on with each element by the expression `one`, of whose value `drop` disposes; `counted` are those for so many.
    pub fn each(
        &self,
        take: &Take<'_>,
        drop: &TokenStream,
        one: impl FnOnce() -> TokenStream,
        counted: impl FnOnce(&Expr) -> TokenStream,
        s: &Scope,
    ) -> TokenStream {
        let site = &s.site;
        match take.times {
            Times::Once => {
                let one = one();
                quote!(#drop #one;)
            }
            Times::Counted(n, _) => counted(n),
            Times::Rest => {
                let one = one();
                quote!(while !r.at_end() { let before = r.pos(); #drop #one; __rt::array::progress(r, before, #site)?; })
            }
            Times::Until(e) => {
                let (one, last) = (one(), self.is_last(e, s));
                quote!(loop { let one = #one; if #last { break; } })
            }
        }
    }

    /// Whether an element, `one` with what is asked of it, is the last.
    pub fn is_last(&self, e: &Expr, s: &Scope) -> TokenStream {
        let item = Some(quote!(one.1));
        self.truth(e, &Scope { item, ..s.clone() })
    }

    /// Width and arguments of the elements of an array that can be viewed.
    pub fn fixed_array(&self, id: TypeId, f: &Field, s: &Scope) -> Option<(TokenStream, TokenStream)> {
        match &f.ty {
            FieldTy::Int(i) if self.program.types[id].is_mixed(f).is_some() => {
                let (bits, bytes) = (Literal::u64_unsuffixed(u64::from(i.bytes) * 8), Literal::u32_unsuffixed(i.bytes));
                let (signed, little) = (i.signed, i.little);
                Some((quote!(#bits), quote!(__rt::array::Stored { bytes: #bytes, signed: #signed, little: #little })))
            }
            FieldTy::Int(i) if f.enumeration.is_none() && !f.keys.boolean => {
                let bits = Literal::u64_unsuffixed(u64::from(i.bytes) * 8);
                Some((quote!(#bits), quote!(())))
            }
            FieldTy::Bits(n) => {
                let n = Literal::u32_unsuffixed(*n);
                Some((quote!(#n), quote!(#n)))
            }
            FieldTy::User(c, args)
                if self.program.types[*c].facts.fixed && self.program.types[*c].kind == TypeKind::Plain =>
            {
                let t = &self.program.types[*c];
                let needed = t.params.iter().zip(args).filter(|(p, _)| t.facts.seq_params.contains(&p.place));
                let mut args: Vec<TokenStream> = needed.map(|(p, a)| self.arg(&p.ty, a, s)).collect();
                args.extend(self.told_version(*c, s));
                let bits = self.item_path(*c, Item::Ref);
                Some((quote!(#bits::bits((#(#args,)*))), quote!((#(#args,)*))))
            }
            _ => None,
        }
    }

    fn least_bytes(&self, f: &Field) -> u64 {
        match &f.ty {
            FieldTy::Int(i) => u64::from(i.bytes),
            FieldTy::Float(n, _) => u64::from(*n),
            FieldTy::User(c, _) => match self.program.types[*c].kind {
                TypeKind::Native(n) => n.least,
                _ => self.program.types[*c].facts.min_bits / 8,
            },
            _ => 0,
        }
    }

    /// An expression that reads one element.
    pub fn read_one(&self, id: TypeId, take: &Take<'_>, form: Form, s: &Scope) -> TokenStream {
        let (f, site) = (take.field, &s.site);
        match &f.ty {
            FieldTy::Int(i) => {
                let read = int_reader(*i);
                self.meaning(f, quote!(r.#read(#site)?), i.bytes.into(), s)
            }
            FieldTy::Bits(n) => {
                let ty = int_path(bits_int(*n));
                let n = Literal::u32_unsuffixed(*n);
                self.meaning(f, quote!((r.bits(#n, #site)? as #ty)), 0, s)
            }
            FieldTy::Float(n, little) => {
                let read = format_ident!("f{}_{}", n * 8, if *little { "le" } else { "be" });
                quote!(r.#read(#site)?)
            }
            FieldTy::Bytes => {
                let bytes = self.read_bytes(take, s);
                if form == Form::Owned {
                    quote!(#bytes.to_vec())
                } else {
                    bytes
                }
            }
            FieldTy::Str => {
                let bytes = self.read_bytes(take, s);
                match (form, f.keys.java_utf) {
                    (Form::Skip, _) => bytes,
                    (_, true) => quote!({ let bytes = #bytes; __rt::text::java_utf(r, bytes, #site)? }),
                    (Form::Owned, false) => {
                        quote!({ let bytes = #bytes; __rt::text::utf8(r, bytes, #site)?.to_owned() })
                    }
                    (Form::Ref, false) => quote!({ let bytes = #bytes; __rt::text::utf8(r, bytes, #site)? }),
                }
            }
            FieldTy::User(c, args) => self.read_user(take, *c, args, form, s),
            FieldTy::Switch(on, cases) => self.read_switch(id, take, on, cases, form, s),
        }
    }

    /// A number as what it stands for; `len` is how many whole bytes it takes.
    fn meaning(&self, f: &Field, raw: TokenStream, len: u64, s: &Scope) -> TokenStream {
        let site = &s.site;
        let len = Literal::u64_unsuffixed(len);
        if let Some(e) = f.enumeration {
            let (path, name) = (self.enum_path(e), &self.program.enums[e].id);
            return quote!({ let found = #raw as i64; r.known(#path::from_raw(found), found, #name, #len, #site)? });
        }
        if f.keys.boolean {
            return quote!({ let found = #raw as i64; r.truth(found, #len, #site)? });
        }
        raw
    }

    fn read_bytes(&self, take: &Take<'_>, s: &Scope) -> TokenStream {
        let site = &s.site;
        match take.extent {
            Extent::Bytes(e, _) => self.read_len(e, "take", s),
            Extent::Until(end, true) => quote!(r.until(#end)),
            Extent::Until(end, false) => quote!(r.terminated(#end, #site)?),
            Extent::Rest | Extent::Own => quote!(r.rest()),
        }
    }

    /// A reader of a field that is a stream of its own.
    pub fn sub_reader(&self, take: &Take<'_>, s: &Scope) -> Option<TokenStream> {
        let site = &s.site;
        match take.extent {
            Extent::Bytes(e, _) => Some(self.read_len(e, "sub", s)),
            Extent::Rest => Some(quote!({ let len = r.remaining() as u64; r.sub(len, #site)? })),
            Extent::Own | Extent::Until(..) => None,
        }
    }

    /// A call of the reader's method that goes over so many bytes: a length may be negative, if its type has a sign.
    fn read_len(&self, e: &Expr, method: &str, s: &Scope) -> TokenStream {
        let (v, site) = (self.eval(e, s), &s.site);
        if matches!(&v.ty, Ty::Int(i) if !i.signed && i.bytes == 8) {
            let (method, tok) = (ident(method), &v.tok);
            return quote!(r.#method(#tok, #site)?);
        }
        let (n, method) = (self.as_i64(&v, s), format_ident!("{method}_i"));
        quote!({ let len = #n; r.#method(len, #site)? })
    }
}

/// An expression that takes a view of an array. Arguments that need the reader, for their errors, are computed first.
fn take_view(
    ty: &TokenStream,
    count: &TokenStream,
    bits: &TokenStream,
    args: &TokenStream,
    site: &TokenStream,
) -> TokenStream {
    if [count, bits, args].into_iter().any(|t| super::tidy::names(t, "r")) {
        return quote!({
            let (count, bits, args) = (#count, #bits, #args);
            __rt::array::ArrayView::<#ty>::take(r, count, bits, args, #site)?
        });
    }
    quote!(__rt::array::ArrayView::<#ty>::take(r, #count, #bits, #args, #site)?)
}

/// An expression that may fail as the `Result` that it is.
pub fn result(one: TokenStream) -> TokenStream {
    let mut trees: Vec<proc_macro2::TokenTree> = one.into_iter().collect();
    match trees.last() {
        Some(proc_macro2::TokenTree::Punct(p)) if p.as_char() == '?' => {
            trees.pop();
            trees.into_iter().collect()
        }
        _ => quote!(Ok(#(#trees)*)),
    }
}

/// The reader's method for a number.
pub fn int_reader(i: Int) -> Ident {
    let sign = if i.signed { "i" } else { "u" };
    match i.bytes {
        1 => format_ident!("{sign}8"),
        n => format_ident!("{sign}{}_{}", n * 8, if i.little { "le" } else { "be" }),
    }
}
