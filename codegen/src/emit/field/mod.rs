//! Reading one field, in the forms that the functions of a type share.

mod nested;
mod valid;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::expr::{int_path, Scope, Val};
use super::layouts::layout_local;
use super::scope::{local, view_local};
use super::Emitter;
use crate::ir::{bits_int, Field, FieldTy, Int, Mode, Repeat, Size, Ty, TypeId, TypeKind};
use crate::names::Item;

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
        s.site = self.site(id, &f.id);
        // A value that others need is read as such.
        let holder = self.program.types[id].holder(f).place;
        let is_kept = form == Form::Skip && f.cond.is_some() && self.is_needed(id, holder);
        let form = if is_kept { Form::Ref } else { form };
        let l = local(&f.id);
        let hoisted = self.hoist(id, f, s);
        let align = self.align(id, f);
        let align = quote!(#hoisted #align);
        let (view, body) = self.read_repeated(id, f, form, s);
        let checked = self.checked(f, s);
        let start = checked.is_some().then(|| quote!(let start = r.offset();));
        if self.program.types[id].has_layouts(f) {
            let layout = self.read_layout(id, f, form, body, checked, s);
            return quote!(#hoisted #layout);
        }
        let stmt = match &f.cond {
            Some(c) => {
                let c = self.truth(c, s);
                if f.reads_optional() {
                    let valid = checked.map(|v| quote!(if let Some(#l) = #l { #v }));
                    quote!(#align #start let #l = if #c { Some(#body) } else { None }; #valid)
                } else {
                    if form == Form::Skip {
                        return quote!(#align #start if #c { let #l = #body; #checked });
                    }
                    let absent = self.absent_tok(id, f, form, s);
                    quote!(#align #start let #l = if #c { let #l = #body; #checked #l } else { #absent };)
                }
            }
            None => quote!(#align #view #start let #l = #body; #checked),
        };
        s.names.insert(f.place, self.read_val(id, f, form));
        stmt
    }

    /// An expression that reads a field whose condition holds, without asking whether it is valid.
    pub fn read_raw(&self, id: TypeId, f: &Field, form: Form, s: &Scope) -> TokenStream {
        let inner = Scope { site: self.site(id, &f.id), ..s.clone() };
        let (view, body) = self.read_repeated(id, f, form, &inner);
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

    /// One layout of a field; after the last one the field itself is known.
    fn read_layout(
        &self,
        id: TypeId,
        f: &Field,
        form: Form,
        body: TokenStream,
        checked: Option<TokenStream>,
        s: &mut Scope,
    ) -> TokenStream {
        let (l, layout) = (local(&f.id), layout_local(&f.id));
        let align = self.align(id, f);
        if form == Form::Skip {
            return match &f.cond {
                Some(c) => {
                    let c = self.truth(c, s);
                    quote!(#align if #c { let _ = #body; })
                }
                None => quote!(#align let _ = #body;),
            };
        }
        let start = checked.is_some().then(|| quote!(let start = r.offset();));
        let c = f.cond.as_ref().map_or_else(|| quote!(true), |c| self.truth(c, s));
        let joined = self.join(id, f, form, s);
        quote!(#align #start let #layout = if #c { let #l = #body; #checked Some(#l) } else { None }; #joined)
    }

    /// Whole bytes begin again after bit fields.
    pub fn align(&self, id: TypeId, f: &Field) -> TokenStream {
        let t = &self.program.types[id];
        let before = t.fields.iter().take_while(|x| x.id != f.id).any(|x| self.has_bits(x));
        if before && !self.has_bits(f) {
            quote!(r.align();)
        } else {
            quote!()
        }
    }

    fn has_bits(&self, f: &Field) -> bool {
        match &f.ty {
            FieldTy::Bits(_) => true,
            FieldTy::User(c, _) => {
                let t = &self.program.types[*c];
                t.kind == TypeKind::Plain
                    && t.mode == Mode::Struct
                    && t.facts.fixed
                    && t.fields.iter().any(|f| self.has_bits(f))
            }
            _ => false,
        }
    }

    fn read_repeated(&self, id: TypeId, f: &Field, form: Form, s: &Scope) -> (TokenStream, TokenStream) {
        let site = s.site.clone();
        match &f.repeat {
            Repeat::Once => (quote!(), self.read_element(id, f, form, s)),
            Repeat::Count(count) => {
                let n = self.number(count, s);
                let fixed = self.fixed_array(id, f, s);
                if let (Some((bits, args)), true) = (&fixed, form != Form::Owned) {
                    let ty = self.view_element(&self.program.types[id].element_of(f), &quote!('_));
                    return (quote!(), take(&ty, &n, bits, args, &site));
                }
                let view = fixed.filter(|_| self.indexed(f)).map(|(bits, args)| {
                    let (v, ty) = (view_local(&f.id), self.view_element(&self.program.types[id].element_of(f), &quote!('_)));
                    quote!(let #v: __rt::array::ArrayView<'_, #ty> = __rt::array::ArrayView::take(&mut r.clone(), #n, #bits, #args, #site)?;)
                });
                let mut inner = s.clone();
                inner.index = Some(quote!(index));
                if view.is_some() {
                    // Elements may ask for their neighbours.
                    let v = view_local(&f.id);
                    inner.names.insert(f.place, Val { tok: quote!(#v), ..self.field_val(id, f) });
                }
                let one = result(self.read_element(id, f, form, &inner));
                let least = Literal::u64_unsuffixed(self.least_bytes(f));
                (quote!(#view), quote!(__rt::array::collect(#n, #least, r, #site, |r, index| #one)?))
            }
            Repeat::Eos => {
                if let Some((bits, args)) = self.fixed_array(id, f, s).filter(|_| form == Form::Ref) {
                    let ty = self.view_element(&self.program.types[id].element_of(f), &quote!('_));
                    let n = quote!(__rt::array::left(r, #bits));
                    return (quote!(), take(&ty, &n, &bits, &args, &site));
                }
                let mut inner = s.clone();
                inner.index = Some(quote!(index));
                let one = result(self.read_element(id, f, form, &inner));
                (quote!(), quote!(__rt::array::collect_rest(r, #site, |r, index| #one)?))
            }
            Repeat::Until(_) => {
                let one = result(self.read_element(id, f, form, s));
                (
                    quote!(),
                    quote!({
                        let mut all = Vec::new();
                        loop {
                            let index = all.len() as i64;
                            let one = (|| -> __rt::error::Result<_> { #one })().at_index(#site, index)?;
                            let last = one.1;
                            all.push(one.0);
                            if last { break; }
                        }
                        all
                    }),
                )
            }
        }
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
                let bits = self.path(t.file, &Item::Ref.of(&t.rust));
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
    pub fn read_element(&self, id: TypeId, f: &Field, form: Form, s: &Scope) -> TokenStream {
        let site = &s.site;
        match &f.ty {
            FieldTy::Int(i) => {
                let read = int_reader(*i);
                let raw = quote!(r.#read(#site)?);
                self.meaning(f, raw, i.bytes.into(), s)
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
                let bytes = self.read_bytes(f, s);
                if form == Form::Owned {
                    quote!(#bytes.to_vec())
                } else {
                    bytes
                }
            }
            FieldTy::Str => {
                let bytes = self.read_bytes(f, s);
                match (form, f.keys.java_utf) {
                    (Form::Skip, _) => bytes,
                    (_, true) => quote!({ let bytes = #bytes; __rt::text::java_utf(r, bytes, #site)? }),
                    (Form::Owned, false) => {
                        quote!({ let bytes = #bytes; __rt::text::utf8(r, bytes, #site)?.to_owned() })
                    }
                    (Form::Ref, false) => quote!({ let bytes = #bytes; __rt::text::utf8(r, bytes, #site)? }),
                }
            }
            FieldTy::User(c, args) => self.read_user(f, *c, args, form, s),
            FieldTy::Switch(on, cases) => self.read_switch(id, f, on, cases, form, s),
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

    fn read_bytes(&self, f: &Field, s: &Scope) -> TokenStream {
        let site = &s.site;
        match &f.size {
            Size::Bytes(e) => {
                let v = self.eval(e, s);
                let tok = &v.tok;
                if matches!(&v.ty, Ty::Int(i) if !i.signed && i.bytes == 8) {
                    quote!(r.take(#tok, #site)?)
                } else {
                    let n = self.number(e, s);
                    quote!({ let len = #n; r.take_i(len, #site)? })
                }
            }
            Size::Terminated(end, true) => quote!(r.until(#end)),
            Size::Terminated(end, false) => quote!(r.terminated(#end, #site)?),
            Size::Eos | Size::Own => quote!(r.rest()),
        }
    }
}

/// An expression that takes a view of an array. Arguments that need the reader, for their errors, are computed first.
fn take(
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
fn result(one: TokenStream) -> TokenStream {
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
