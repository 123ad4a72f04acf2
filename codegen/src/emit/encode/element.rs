//! Writing one element of a field whose value is there.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::emit::expr::{int_path, Scope};
use crate::emit::Emitter;
use crate::ir::{Expr, ExprKind, Field, FieldTy, Int, Mode, TypeId, TypeKind};
use crate::lower::{Extent, Known, Take, Times};
use crate::names::{camel, ident};

/// An expression for a value: a place or a copy of it, or a reference to it.
pub struct Source {
    pub tok: TokenStream,
    pub is_ref: bool,
}

impl Source {
    pub fn value(tok: TokenStream) -> Self {
        Source { tok, is_ref: false }
    }

    pub fn reference(tok: TokenStream) -> Self {
        Source { tok, is_ref: true }
    }

    fn borrowed(&self) -> TokenStream {
        let tok = &self.tok;
        if self.is_ref {
            quote!(#tok)
        } else {
            quote!(&#tok)
        }
    }

    pub fn copied(&self) -> TokenStream {
        let tok = &self.tok;
        if self.is_ref {
            quote!(*#tok)
        } else {
            quote!(#tok)
        }
    }
}

impl Emitter<'_> {
    /// Statements that write all elements of a field.
    pub fn write_all(&self, id: TypeId, take: &Take<'_>, v: &Source, s: &Scope) -> TokenStream {
        let (f, tok, site) = (take.field, &v.tok, &s.site);
        let (mut count, mut fill) = (quote!(), quote!());
        match take.times {
            Times::Once => return self.write_one(id, take, v, s),
            Times::Until(last) => return self.write_until(f, v, last, s),
            Times::Counted(e, Known::Told) => {
                let n = self.number(e, s);
                count = quote!(__rt::sink::exact(#tok.len() as u64, #n, #site)?;);
                if let Some(each) = self.filling(id, f, s) {
                    let one = self.write_one(id, take, &Source::reference(quote!(e)), s);
                    fill = quote!(if #tok.is_empty() { let e = &#each; for _ in 0..#n { #one } } else);
                }
            }
            Times::Counted(..) | Times::Rest => {}
        }
        let mut inner = s.clone();
        inner.index = Some(quote!(index));
        let one = self.write_one(id, take, &Source::reference(quote!(e)), &inner);
        let counted = crate::ir::field_exprs(f).into_iter().any(|e| e.asks_position());
        let all = if counted {
            quote!(#count for (index, e) in #tok.iter().enumerate() { let index = index as i64; #one })
        } else {
            quote!(#count for e in #tok.iter() { #one })
        };
        if fill.is_empty() {
            all
        } else {
            quote!(#fill { #all })
        }
    }

    fn write_until(&self, f: &Field, v: &Source, last: &Expr, s: &Scope) -> TokenStream {
        let (tok, site) = (&v.tok, &s.site);
        let FieldTy::User(c, args) = &f.ty else { return quote!() };
        let one = self.write_call(&quote!(e), "encode_asked", *c, args, s, f, None);
        let mut inner = s.clone();
        inner.item = Some(quote!(one));
        let last = self.truth(last, &inner);
        quote! {
            let mut ended = false;
            for e in #tok.iter() {
                if ended { return Err(__rt::WriteError::new(__rt::WriteErrorKind::Unexpected, #site)); }
                let one = #one;
                ended = #last;
            }
            if !ended { return Err(__rt::WriteError::new(__rt::WriteErrorKind::Missing, #site)); }
        }
    }

    /// Statements that write one element.
    pub fn write_one(&self, id: TypeId, take: &Take<'_>, v: &Source, s: &Scope) -> TokenStream {
        match self.write_as(id, take.field, &v.copied(), s) {
            Some(converted) => {
                let write = self.write_stored(id, take, &Source::value(quote!(stored)), s);
                quote!({ let stored = #converted; #write })
            }
            None => self.write_stored(id, take, v, s),
        }
    }

    /// The same of a value in the type that it is stored in.
    fn write_stored(&self, id: TypeId, take: &Take<'_>, v: &Source, s: &Scope) -> TokenStream {
        let (f, tok, site) = (take.field, &v.tok, &s.site);
        match &f.ty {
            FieldTy::Int(i) if f.enumeration.is_some() => {
                let (ty, v) = (int_path(*i), v.copied());
                self.write_int(*i, quote!((#v as #ty)))
            }
            FieldTy::Int(i) if f.keys.boolean => {
                let (ty, v) = (int_path(*i), v.copied());
                self.write_int(*i, quote!(#ty::from(#v)))
            }
            FieldTy::Int(i) => self.write_int(*i, tok.clone()),
            FieldTy::Bits(n) => self.write_bits(f, *n, v, s),
            FieldTy::Float(_, little) => {
                if *little {
                    quote!(w.put(&#tok.to_le_bytes());)
                } else {
                    quote!(w.put(&#tok.to_be_bytes());)
                }
            }
            FieldTy::Bytes => self.write_bytes(take, v, s),
            FieldTy::Str if f.keys.java_utf => {
                let text = v.borrowed();
                let bytes = self.write_bytes(take, &Source::value(quote!(bytes)), s);
                quote!({ let bytes = __rt::native::java_utf_encode(#text); #bytes })
            }
            FieldTy::Str => self.write_bytes(take, &Source::reference(quote!(#tok.as_bytes())), s),
            FieldTy::User(c, args) => {
                let t = &self.program.types[*c];
                let write = match t.kind {
                    TypeKind::Native(n) => {
                        let (codec, v) = (self.codec(n), v.borrowed());
                        let args = t.params.iter().zip(args).map(|(p, a)| self.arg(&p.ty, a, s));
                        quote!(#codec::write(w, #v, #(#args,)* #site)?;)
                    }
                    TypeKind::Version => quote!(),
                    TypeKind::Plain if t.mode == Mode::View => {
                        self.wrong(&f.pos, format!("{} is a view, which is not written", t.id)).tok
                    }
                    TypeKind::Plain => {
                        let call = self.write_call(tok, "encode", *c, args, s, f, None);
                        quote!(#call;)
                    }
                };
                self.sized(take, write, s)
            }
            FieldTy::Switch(on, cases) => {
                let write = self.write_switch(id, f, on, cases, v, s);
                self.sized(take, write, s)
            }
        }
    }

    /// The statement that appends a number.
    pub fn write_int(&self, i: Int, v: TokenStream) -> TokenStream {
        let to_bytes = to_bytes(i);
        quote!(w.put(&#v.#to_bytes());)
    }

    fn write_bits(&self, f: &Field, n: u32, v: &Source, s: &Scope) -> TokenStream {
        let (v, site, bits) = (v.copied(), &s.site, Literal::u32_unsuffixed(n));
        if f.enumeration.is_some() {
            return quote!(w.bits(#v as u64, #bits););
        }
        let fits = (n != 8 && n != 16 && n != 32).then(|| quote!(__rt::sink::fits(#v, #bits, #site)?;));
        quote!(#fits w.bits(u64::from(#v), #bits);)
    }

    fn write_bytes(&self, take: &Take<'_>, v: &Source, s: &Scope) -> TokenStream {
        let (tok, bytes, site) = (&v.tok, v.borrowed(), &s.site);
        match take.extent {
            Extent::Bytes(e, Known::Told) => {
                let n = self.number(e, s);
                quote!(__rt::sink::exact(#tok.len() as u64, #n, #site)?; w.copy(#bytes);)
            }
            Extent::Until(end, _) => quote! {
                if #tok.contains(&#end) {
                    return Err(__rt::WriteError::new(__rt::WriteErrorKind::Expression { what: "a value that has its own end in it" }, #site));
                }
                w.put(#bytes);
                w.put(&[#end]);
            },
            _ => quote!(w.copy(#bytes);),
        }
    }

    /// A field that is a stream of its own: its length is checked, unless it is derived from just this.
    fn sized(&self, take: &Take<'_>, write: TokenStream, s: &Scope) -> TokenStream {
        let site = &s.site;
        match take.extent {
            Extent::Bytes(e, Known::Told) => {
                let n = self.number(e, s);
                quote!({ let begin = w.pos(); #write __rt::sink::exact(w.pos() - begin, #n, #site)?; })
            }
            _ => write,
        }
    }

    /// The variant of the model is written if it is that of the case.
    fn write_switch(
        &self,
        id: TypeId,
        f: &Field,
        on: &Expr,
        cases: &[(Expr, TypeId, Vec<Expr>)],
        v: &Source,
        s: &Scope,
    ) -> TokenStream {
        let enumeration = self.path_of_switch(id, f);
        let (value, site) = (v.borrowed(), &s.site);
        let mut seen: Vec<TypeId> = Vec::new();
        let mut arms = Vec::new();
        for case in cases {
            if seen.contains(&case.1) {
                continue;
            }
            seen.push(case.1);
            let t = &self.program.types[case.1];
            let variant = ident(&camel(&t.id));
            let branches = cases.iter().filter(|c| c.1 == case.1).map(|(key, c, args)| {
                let (test, call) =
                    (self.is_case(on, key, s), self.write_call(&quote!(v), "encode", *c, args, s, f, None));
                quote!(if #test { #call; } else)
            });
            arms.push(quote! {
                #enumeration::#variant(v) => #(#branches)* { return Err(__rt::WriteError::new(__rt::WriteErrorKind::Unexpected, #site)); }
            });
        }
        quote!(match #value { #(#arms)* })
    }

    pub fn is_case(&self, on: &Expr, key: &Expr, s: &Scope) -> TokenStream {
        match &key.kind {
            ExprKind::Bool(true) => self.truth(on, s),
            ExprKind::Bool(false) => {
                let on = self.truth(on, s);
                quote!(!#on)
            }
            _ => {
                let (on, key) = (self.eval(on, s).tok, self.eval(key, s).tok);
                quote!(#on == #key)
            }
        }
    }
}

/// The method that gives the bytes of a number.
pub fn to_bytes(i: Int) -> Ident {
    if i.little {
        format_ident!("to_le_bytes")
    } else {
        format_ident!("to_be_bytes")
    }
}
