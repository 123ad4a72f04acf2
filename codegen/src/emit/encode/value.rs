//! Values that are to be written: in the type of their field, and within its `valid`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::element::Source;
use crate::emit::expr::{int_path, Scope, Val};
use crate::emit::Emitter;
use crate::ir::{Field, Native, Ty};

impl Emitter<'_> {
    /// A value in the type of its field.
    pub fn typed(&self, f: &Field, v: &Val, s: &Scope) -> TokenStream {
        let (tok, site) = (&v.tok, &s.site);
        let narrow = |ty: TokenStream| match &v.ty {
            Ty::Bool => quote!(#ty::from(#tok)),
            Ty::Int(i) if int_path(*i) == ty.to_string() => tok.clone(),
            Ty::Int(i) if i.bytes == 8 && !i.signed => quote!(__rt::sink::narrow::<#ty, _>(#tok, #site)?),
            _ => {
                let n = self.as_i64(v, s);
                quote!(__rt::sink::narrow::<#ty, _>(#n, #site)?)
            }
        };
        match (f.element_ty(), &f.ty) {
            (Ty::Int(i), _) => {
                let ty = int_path(i);
                narrow(quote!(#ty))
            }
            (Ty::Type(t), _) => match self.program.native(t).and_then(Native::number) {
                Some(i) => {
                    let ty = int_path(i);
                    narrow(quote!(#ty))
                }
                None => tok.clone(),
            },
            (Ty::Float(n), _) => {
                let (ty, n) = (format_ident!("f{}", n * 8), self.as_i64(v, s));
                quote!((#n as #ty))
            }
            _ => tok.clone(),
        }
    }

    /// Whether values of the field are copied.
    pub fn is_copied(&self, f: &Field) -> bool {
        self.copies_val(&f.element_ty())
    }

    /// The check of a field's `valid` on a value that is to be written.
    pub fn write_valid(&self, f: &Field, v: &Source, s: &Scope) -> TokenStream {
        let Some(valid) = f.valid.as_ref().filter(|_| f.once()) else { return quote!() };
        let tok = v.copied();
        let mut inner = s.clone();
        // What is derived has the type it is stored in already.
        let of = if f.keys.derive.is_some() { f } else { self.program.types[s.ty].holder(f) };
        let val = Val::new(quote!((#tok)), of.stored_ty());
        inner.names.insert(f.place, val);
        let (ok, expected) = (self.holds(valid, &inner), valid.expected);
        let site = &s.site;
        match valid.asks_version() {
            // A value that other versions have is not wrong: this one has no place for it.
            true => quote!(__rt::sink::left_out(!(#ok), #site)?;),
            false => quote!(__rt::sink::demand(#ok, #expected, #site)?;),
        }
    }
}
