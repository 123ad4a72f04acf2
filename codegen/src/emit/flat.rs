//! Flat types: nothing but numbers, one behind the other. Libraries read and write their models: binrw whole numbers; deku reads numbers
//! of bits.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::encode::encode_fn;
use super::Emitter;
use crate::ir::{EnumId, Field, FieldTy, TypeId, TypeKind};
use crate::names::ident;

/// Which library reads and writes a flat type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flat {
    /// Big-endian numbers of whole bytes.
    Binrw,
    /// Numbers of bits, first the most significant ones, that together fill bytes.
    Deku,
}

impl Emitter<'_> {
    /// The library that a type fits, if there is one.
    pub fn flat(&self, id: TypeId) -> Option<Flat> {
        let t = &self.program.types[id];
        let is_flat = t.kind == TypeKind::Plain
            && t.facts.fixed
            && t.params.is_empty()
            && t.layout.is_empty()
            && t.state.is_empty()
            && t.leave.is_empty()
            && t.enter.is_empty()
            && t.bodies.is_empty()
            && t.facts.parent_refs.is_empty()
            && t.fields.iter().all(is_plain);
        if !is_flat {
            return None;
        }
        if t.fields.iter().all(|f| self.is_whole_number(f)) {
            return Some(Flat::Binrw);
        }
        let bits: u64 = t.fields.iter().map(|f| width(f).unwrap_or(0)).sum();
        (t.fields.iter().all(|f| self.is_bits(f)) && bits.is_multiple_of(8)).then_some(Flat::Deku)
    }

    /// Whether binrw knows a field's type.
    fn is_whole_number(&self, f: &Field) -> bool {
        match &f.ty {
            FieldTy::Int(i) => !i.little && f.enumeration.is_none() && !f.keys.boolean,
            FieldTy::Float(_, little) => !little,
            FieldTy::User(c, _) => self.flat(*c) == Some(Flat::Binrw),
            _ => false,
        }
    }

    /// Whether deku can read a field: its bits, or an enumeration with a value for all that they can say.
    fn is_bits(&self, f: &Field) -> bool {
        let Some(bits) = width(f) else { return false };
        !f.keys.boolean && f.enumeration.is_none_or(|e| self.bits_of(e) == Some(bits))
    }

    /// The width in bits at which an enumeration stands wherever it does, if it has a value for all that they can say.
    pub fn bits_of(&self, e: EnumId) -> Option<u64> {
        let fields = self.program.types.iter().flat_map(|t| &t.fields);
        let mut widths = fields.filter(|f| f.enumeration == Some(e)).map(width);
        let first = widths.next()?.filter(|bits| *bits <= 8)?;
        (widths.all(|w| w == Some(first)) && self.program.enums[e].values.len() == 1 << first).then_some(first)
    }

    /// The attributes of a flat type's model.
    pub fn flat_derive(flat: Flat) -> TokenStream {
        match flat {
            Flat::Binrw => quote!(#[derive(Debug, Clone, PartialEq, ::binrw::BinRead, ::binrw::BinWrite)] #[brw(big)]),
            Flat::Deku => quote!(#[derive(Debug, Clone, PartialEq, ::deku::DekuRead)]),
        }
    }

    /// The attributes of a field of a flat type's model.
    pub fn flat_field(flat: Flat, f: &Field) -> TokenStream {
        match (flat, width(f)) {
            (Flat::Deku, Some(bits)) if f.enumeration.is_none() => {
                let bits = Literal::u64_unsuffixed(bits);
                quote!(#[deku(bits = #bits, endian = "big")])
            }
            _ => quote!(),
        }
    }

    /// `decode` of a flat type.
    pub fn flat_decode(&self, id: TypeId, flat: Flat) -> TokenStream {
        let size = self.flat_len(id);
        let (params, site) = (self.params(id), self.own_site(id));
        let read = match flat {
            Flat::Binrw => quote!(::binrw::BinRead::read(&mut std::io::Cursor::new(bytes))),
            Flat::Deku => quote!(::deku::DekuContainerRead::from_bytes((bytes, 0)).map(|(_, value)| value)),
        };
        quote! {
            /// Reads one.
            pub fn decode(r: &mut __rt::Reader<'_> #params) -> __rt::error::Result<Self> {
                let at = *r;
                let bytes = r.take(#size, #site)?;
                #read.map_err(|_| at.error(__rt::ReadErrorKind::UnexpectedEnd { needed: #size, available: bytes.len() as u64 }, #site))
            }
        }
    }

    /// `encode` of a flat type that binrw writes.
    pub fn flat_encode(&self, id: TypeId) -> TokenStream {
        let (name, params, site) = (ident(&self.program.types[id].rust), self.write_params(id), self.own_site(id));
        let size = self.flat_len(id);
        let encode = encode_fn(
            &quote!(),
            &params,
            &quote! {
                let mut bytes = [0u8; #size];
                ::binrw::BinWrite::write(self, &mut std::io::Cursor::new(bytes.as_mut_slice()))
                    .map_err(|_| __rt::WriteError::new(__rt::WriteErrorKind::Expression { what: "numbers of another width" }, #site))?;
                w.put(&bytes);
                Ok(())
            },
        );
        quote!(impl #name { #encode })
    }

    fn flat_len(&self, id: TypeId) -> Literal {
        Literal::u64_unsuffixed(self.program.types[id].facts.min_bits / 8)
    }
}

/// Whether a field is stored as it is, always.
fn is_plain(f: &Field) -> bool {
    f.in_model() && f.cond.is_none() && f.valid.is_none() && f.keys.delta.is_none()
}

/// The bits of a field that has bits.
fn width(f: &Field) -> Option<u64> {
    match &f.ty {
        FieldTy::Bits(n) => Some(u64::from(*n)),
        _ => None,
    }
}
