//! One field of the model in several layouts, and fields that some versions do not have: what readers get, and what writers write.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote, ToTokens as _};

use super::expr::{float_path, int_path, Holder, Scope, Val};
use super::field::Form;
use super::scope::local;
use super::Emitter;
use crate::ir::{Absent, Expr, ExprKind, Field, FieldTy, Native, Repeat, Ty, TypeId, TypeKind};
use crate::lower::{Join, Known, Times};

/// Local of one layout of a field, an `Option`.
pub fn layout_local(id: &str) -> Ident {
    format_ident!("layout_{}", id)
}

impl Emitter<'_> {
    /// The statement that makes the field of the model out of its layouts.
    pub fn join(&self, id: TypeId, join: &Join<'_>, form: Form, s: &mut Scope) -> TokenStream {
        let holder = join.holder;
        let found = join.layouts.iter().rev().fold(quote!(None), |rest, x| {
            let l = layout_local(&x.id);
            let mut inner = s.clone();
            inner.site = self.site(id, &x.id);
            let v = self.read_as(id, x, quote!(v), form, &inner);
            quote!(match #l { Some(v) => Some(#v), None => #rest })
        });
        let value = if holder.optional {
            found
        } else {
            let other = self.absent_tok(id, holder, form, s);
            quote!(match #found { Some(v) => v, None => #other })
        };
        let l = local(&holder.id);
        s.names.insert(holder.place, self.read_val(id, holder, form));
        quote!(let #l = #value;)
    }

    /// What a reader gets where the version does not have a field.
    pub fn absent_tok(&self, id: TypeId, f: &Field, form: Form, s: &Scope) -> TokenStream {
        let site = self.site(id, &f.id);
        if let Some(Absent::Stored(bytes, _)) = &f.keys.absent {
            return self.stored_absent(id, f, bytes, form, s);
        }
        let Some(e) = f.absent_value() else {
            let name = &f.id;
            return quote!(return Err(r.error(__rt::ReadErrorKind::Absent { field: #name }, #site).into()));
        };
        if is_empty(e) {
            return match (&f.repeat, &f.ty, form) {
                (Repeat::Once, FieldTy::Str, Form::Ref) if !f.keys.java_utf => quote!(""),
                (Repeat::Once, FieldTy::Str, _) => quote!(String::new()),
                (Repeat::Once, FieldTy::Bytes, Form::Ref) => quote!((&[][..])),
                (Repeat::Once, FieldTy::Bytes, _) => quote!(Vec::new()),
                (_, _, Form::Ref) if self.fixed_array(id, f, s).is_some() => {
                    let (bits, args) = self.fixed_array(id, f, s).unwrap_or_default();
                    quote!(__rt::array::ArrayView::take(&mut r.clone(), 0, #bits, #args, #site)?)
                }
                _ => quote!(Vec::new()),
            };
        }
        self.constant(f, e, s)
    }

    /// An expression that reads the value which stands for an absent one.
    fn stored_absent(&self, id: TypeId, f: &Field, bytes: &[u8], form: Form, s: &Scope) -> TokenStream {
        let read = self.read_raw(id, f, form, s);
        let bytes = bytes.iter().map(|b| Literal::u8_unsuffixed(*b));
        quote!({
            let mut absent = __rt::Reader::new(&[#(#bytes),*]);
            let r = &mut absent;
            #read
        })
    }

    /// A constant in the type of a field.
    pub(super) fn constant(&self, f: &Field, e: &Expr, s: &Scope) -> TokenStream {
        let v = self.eval(e, s);
        let int = |ty: TokenStream, v: &Val| match v.range.known {
            Some(n) => {
                let n = Literal::i128_unsuffixed(n);
                quote!((#n as #ty))
            }
            None => {
                let n = self.as_i64(v, s);
                s.in_range(&quote!(#ty::try_from(#n).ok()))
            }
        };
        if f.keys.delta.is_some() {
            return self.number(e, s);
        }
        match f.element_ty() {
            Ty::Int(i) => {
                let ty = int_path(i);
                int(quote!(#ty), &v)
            }
            Ty::Float(bytes) => {
                let ty = float_path(bytes);
                int(quote!(#ty), &v)
            }
            Ty::Type(t) => match self.program.native(t).and_then(Native::number) {
                Some(i) => {
                    let ty = int_path(i);
                    int(quote!(#ty), &v)
                }
                None => v.tok,
            },
            _ => v.tok,
        }
    }

    /// Whether a model has something to say by a field that is not written: it is not what readers of the version will get.
    pub fn is_lost(&self, id: TypeId, f: &Field, value: &TokenStream, s: &Scope) -> TokenStream {
        if f.keys.droppable {
            return quote!(false);
        }
        if let Some(Absent::Stored(bytes, _)) = &f.keys.absent {
            let reading = Scope { reading: true, ..s.clone() };
            let absent = self.stored_absent(id, f, bytes, Form::Owned, &reading);
            if let Some(lost) = self.is_lost_of_parts(f, value, &absent, s) {
                return lost;
            }
            return quote!(!(|| -> __rt::error::Result<_> { Ok(#absent) })().is_ok_and(|absent| #value == absent));
        }
        match f.absent_value() {
            Some(e) if is_empty(e) => match self.filling(id, f, s) {
                Some(each) => quote!(#value.iter().any(|e| *e != #each)),
                None => quote!(!#value.is_empty()),
            },
            Some(e) => {
                let absent = self.constant(f, e, s);
                quote!(#value != #absent)
            }
            None if f.optional => quote!(#value.is_some()),
            None => quote!(true),
        }
    }

    /// The same of a value that is pushed, which is of another type than the one that is read: the two are compared as they are written.
    fn is_lost_of_parts(&self, f: &Field, value: &TokenStream, absent: &TokenStream, s: &Scope) -> Option<TokenStream> {
        let FieldTy::User(c, args) = &f.ty else { return None };
        if s.holder != Holder::Parts || self.program.types[*c].kind != TypeKind::Plain || !f.once() {
            return None;
        }
        let write = |value: &TokenStream| {
            let call = self.write_call(value, "encode", *c, args, s, f, None);
            quote!({
                let mut one = __rt::Buffer::default();
                let w = &mut one;
                #call;
                one.into_bytes()
            })
        };
        let (pushed, read) = (write(value), write(&quote!(absent)));
        Some(quote!(match (|| -> __rt::error::Result<_> { Ok(#absent) })() {
            Ok(absent) => {
                let (pushed, read) = (#pushed, #read);
                pushed != read
            }
            Err(_) => true,
        }))
    }

    /// What readers find where the version has no place for a field, as an expression of a function that writes.
    pub fn absent_written(&self, id: TypeId, f: &Field, s: &Scope) -> TokenStream {
        if let Some(Absent::Stored(bytes, _)) = &f.keys.absent {
            let (reading, site) = (Scope { reading: true, ..s.clone() }, &s.site);
            let absent = self.stored_absent(id, f, bytes, Form::Owned, &reading);
            let what = "the bytes of -absent cannot be read";
            let err = quote!(__rt::WriteError::new(__rt::WriteErrorKind::Expression { what: #what }, #site));
            return quote!((|| -> __rt::error::Result<_> { Ok(#absent) })().map_err(|_| #err)?);
        }
        match f.absent_value() {
            Some(e) if !is_empty(e) => self.constant(f, e, s),
            _ => quote!(Default::default()),
        }
    }

    /// What each element of a list of numbers is where the model, read from a version without the list, has none, and something else says how
    /// many there are.
    pub fn filling(&self, id: TypeId, f: &Field, s: &Scope) -> Option<TokenStream> {
        let holder = self.program.types[id].holder(f);
        if !holder.absent_value().is_some_and(is_empty)
            || !matches!(self.step(id, holder).take.times, Times::Counted(_, Known::Told | Known::Read))
        {
            return None;
        }
        match (&holder.fill, self.number_of(holder)) {
            (Some(e), Some(ty)) => {
                let v = self.eval(e, s);
                let n =
                    v.range.known.map_or_else(|| self.as_i64(&v, s), |n| Literal::i128_unsuffixed(n).to_token_stream());
                Some(quote!((#n as #ty)))
            }
            (Some(e), None) => Some(self.eval(e, s).tok),
            (None, Some(ty)) => Some(quote!((0 as #ty))),
            (None, None) => None,
        }
    }

    /// The number type in Rust that a field's elements have, if they are numbers.
    fn number_of(&self, f: &Field) -> Option<TokenStream> {
        if f.enumeration.is_some() || f.keys.boolean {
            return None;
        }
        match f.element_ty() {
            Ty::Type(c) => self.program.native(c)?.number().map(|i| int_path(i).to_token_stream()),
            ty => self.scalar(&ty),
        }
    }

    /// The number type of a field's elements, if those of another field are numbers of another type.
    fn other_number(&self, from: &Field, to: &Field) -> Option<TokenStream> {
        let (from, to) = (self.number_of(from)?, self.number_of(to)?);
        (from.to_string() != to.to_string()).then_some(to)
    }

    /// A value of a layout, as it was read, in the type of the model's field.
    fn read_as(&self, id: TypeId, f: &Field, v: TokenStream, form: Form, s: &Scope) -> TokenStream {
        let (holder, site) = (self.program.types[id].holder(f), &s.site);
        let Some(to) = self.other_number(f, holder) else { return v };
        if f.once() {
            return quote!(__rt::convert::read::<#to, _>(#v, r, #site)?);
        }
        if form != Form::Owned && self.program.types[id].is_mixed(f).is_some() {
            return v;
        }
        quote!(#v.into_iter().map(|v| __rt::convert::read::<#to, _>(v, r, #site)).collect::<__rt::error::Result<Vec<_>>>()?)
    }

    /// A number of the model in the type that a layout stores it in; nothing if it is that already.
    pub fn write_as(&self, id: TypeId, f: &Field, v: &TokenStream, s: &Scope) -> Option<TokenStream> {
        let (holder, site) = (self.program.types[id].holder(f), &s.site);
        let to = self.other_number(holder, f)?;
        Some(quote!(__rt::convert::write::<#to, _>(#v, #site)?))
    }

    /// The statement after which the name of a derived field means what readers will find.
    pub fn join_written(&self, id: TypeId, holder: &Field, layouts: &[&Field], s: &Scope) -> Option<TokenStream> {
        if !layouts.iter().any(|x| self.is_needed(id, x.place)) {
            return None;
        }
        let none = match holder.has_absent() {
            true => {
                let absent = self.absent_written(id, holder, s);
                quote!(Some(#absent))
            }
            false => quote!(None),
        };
        let found = layouts.iter().rev().fold(none, |rest, x| {
            let l = local(&x.id);
            let site = self.site(id, &x.id);
            let other = self.other_number(x, holder).map(|to| quote!(__rt::convert::write::<#to, _>(v, #site)?));
            let v = other.unwrap_or_else(|| quote!(v));
            quote!(match #l { Some(v) => Some(#v), None => #rest })
        });
        let l = local(&holder.id);
        Some(quote!(let #l = #found;))
    }

    /// Whether values of one field can be stored as another one stores its own.
    pub fn is_same_kind(&self, id: TypeId, a: &Field, b: &Field) -> bool {
        if a.once() != b.once() || a.keys.java_utf != b.keys.java_utf {
            return false;
        }
        let bits = |f: &Field| if let FieldTy::Bits(n) = f.ty { Some(n) } else { None };
        // Views of them know their width alone, not that it differs.
        if !a.once() && bits(a) != bits(b) {
            return false;
        }
        let numbers = self.number_of(a).is_some() && self.number_of(b).is_some();
        numbers || self.model_ty(id, a).to_string() == self.model_ty(id, b).to_string()
    }
}

/// The word for no bytes, no text, no elements.
pub fn is_empty(e: &Expr) -> bool {
    matches!(e.kind, ExprKind::Empty)
}
