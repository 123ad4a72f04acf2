//! Named bits of a field: methods of heads, booleans of models, and the bits that the version does not know, which are kept.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote, ToTokens as _};

use super::encode::Writer;
use super::expr::{int_path, Scope};
use super::scope::local;
use super::Emitter;
use crate::ir::{Bit, ExprKind, Field, FieldTy, Function, Member, Presence, Ty, TypeId};
use crate::names::ident;

/// Name of the model's bits that the version does not know.
pub fn unknown(f: &Field) -> Ident {
    format_ident!("unknown_{}", f.id)
}

/// Local, and member of the head, of the bits that the version knows, if versions differ in that.
fn known(f: &Field) -> Ident {
    format_ident!("known_{}", f.id)
}

/// Whether a file can have bits set that the specification does not name.
pub fn has_unknown(f: &Field) -> bool {
    let FieldTy::Int(i) = &f.ty else { return false };
    let all = u64::MAX >> (64 - i.bytes * 8);
    !f.keys.bits.is_empty() && (is_versioned(f) || mask_of_all(f) != all)
}

/// Whether a model says of a field of bits whether it is there. Where the version alone decides, no model need say it: the bits of a
/// version without the field are 0, so that what was read of one version equals what is read back of another.
pub fn may_be_missing(f: &Field) -> bool {
    f.cond.is_some() && f.presence == Presence::Bytes
}

/// What documentation says of a bit.
pub fn bit_doc(f: &Field, b: &Bit) -> String {
    format!("Flag {:#04x} of `{}`.", b.mask, f.id)
}

/// What documentation says of the bits that the version does not know; the sentence goes on.
pub fn unknown_doc(f: &Field) -> String {
    format!("The bits of `{}` that the version does not know", f.id)
}

/// Whether any of these bits is set, or a model (`tok`) knows of their field. `derived` says it of a bit that no model holds, if it counts.
pub fn any_bit(f: &Field, tok: &TokenStream, derived: impl Fn(&Bit) -> Option<TokenStream>) -> TokenStream {
    let known = (has_unknown(f) && f.cond.is_some()).then(|| {
        let name = unknown(f);
        if may_be_missing(f) {
            quote!(#tok.#name.is_some())
        } else {
            quote!(#tok.#name != 0)
        }
    });
    let set = f.keys.bits.iter().filter_map(|b| match b.stored() {
        Some(id) => {
            let name = ident(id);
            Some(quote!(#tok.#name))
        }
        None => derived(b),
    });
    any_of(known.into_iter().chain(set).collect())
}

fn any_of(all: Vec<TokenStream>) -> TokenStream {
    if all.is_empty() {
        return quote!(false);
    }
    quote!((#(#all)||*))
}

/// Whether a model has a bit that is lost where its field has no place: what bits with a `when` say stands elsewhere, too.
fn kept(f: &Field) -> TokenStream {
    let name = unknown(f);
    let unknown = has_unknown(f).then(|| match may_be_missing(f) {
        true => quote!(self.#name.unwrap_or(0) != 0),
        false => quote!(self.#name != 0),
    });
    let stored = f.keys.bits.iter().filter_map(Bit::stored).map(|id| {
        let name = ident(id);
        quote!(self.#name)
    });
    any_of(unknown.into_iter().chain(stored).collect())
}

/// The bits that are derived, with which nothing is lost.
pub fn derived_bits(f: &Field) -> Literal {
    Literal::u64_unsuffixed(f.keys.bits.iter().filter(|b| b.when.is_some()).fold(0, |all, b| all | b.mask))
}

fn is_versioned(f: &Field) -> bool {
    f.keys.bits.iter().any(|b| b.cond.is_some())
}

fn mask_of_all(f: &Field) -> u64 {
    f.keys.bits.iter().fold(0, |all, b| all | b.mask)
}

impl Emitter<'_> {
    fn bits_ty(&self, f: &Field) -> Ident {
        match &f.ty {
            FieldTy::Int(i) => int_path(*i),
            _ => format_ident!("u64"),
        }
    }

    /// The mask of the bits that the version knows.
    fn known_mask(&self, f: &Field, s: &Scope) -> TokenStream {
        let always = f.keys.bits.iter().filter(|b| b.cond.is_none()).fold(0, |all, b| all | b.mask);
        let always = Literal::u64_unsuffixed(always);
        let some = f.keys.bits.iter().filter_map(|b| {
            let (c, mask) = (self.truth(b.cond.as_ref()?, s), Literal::u64_unsuffixed(b.mask));
            Some(quote!(| if #c { #mask } else { 0 }))
        });
        quote!((#always #(#some)*))
    }

    /// Members of a head for the bits that its version knows.
    pub fn known_members(&self, f: &Field) -> Option<TokenStream> {
        let (name, ty) = (known(f), self.bits_ty(f));
        is_versioned(f).then(|| quote!(pub(crate) #name: #ty,))
    }

    /// Their values.
    pub fn known_values(&self, f: &Field, s: &Scope) -> Option<TokenStream> {
        let name = known(f);
        is_versioned(f).then(|| {
            let mask = self.known_mask(f, s);
            quote!(#name: #mask,)
        })
    }

    /// The methods of a head that name its bits.
    pub fn bit_methods(&self, f: &Field) -> TokenStream {
        let (field, ty) = (ident(&f.id), self.bits_ty(f));
        let raw = if f.cond.is_some() { quote!(self.#field.unwrap_or(0)) } else { quote!(self.#field) };
        let mask = if is_versioned(f) {
            let name = known(f);
            quote!(self.#name)
        } else {
            let all = Literal::u64_unsuffixed(mask_of_all(f));
            quote!(#all)
        };
        let named = f.keys.bits.iter().filter_map(|b| {
            let (id, bit) = (b.id.as_ref()?, Literal::u64_unsuffixed(b.mask));
            let (name, doc) = (ident(id), bit_doc(f, b));
            let masked = if b.cond.is_some() { quote!(#raw & #mask & #bit) } else { quote!(#raw & #bit) };
            Some(quote!(#[doc = #doc] #[inline(always)] pub fn #name(&self) -> bool { #masked != 0 }))
        });
        let unknown = has_unknown(f).then(|| {
            let (name, doc) = (unknown(f), format!("{}.", unknown_doc(f)));
            quote!(#[doc = #doc] #[inline(always)] pub fn #name(&self) -> #ty { #raw & !#mask })
        });
        let listed = f.keys.bits.iter().filter_map(|b| {
            let (id, bit) = (b.id.as_ref()?, Literal::u64_unsuffixed(b.mask));
            Some(quote!((#bit, #id)))
        });
        let known = if is_versioned(f) { quote!(u64::from(#mask)) } else { mask.clone() };
        let (set, doc) = (format_ident!("{}_set", f.id), format!("The names of the bits of `{}` that are set.", f.id));
        let set = quote! {
            #[doc = #doc]
            pub fn #set(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
                __rt::bits::named(u64::from(#raw), #known, &[#(#listed),*])
            }
        };
        quote!(#(#named)* #unknown #set)
    }

    /// The members of a model that hold a field's bits.
    pub fn bit_fields(&self, f: &Field) -> TokenStream {
        let stored = f.keys.bits.iter().filter_map(|b| {
            let (name, doc) = (ident(b.stored()?), bit_doc(f, b));
            Some(quote!(#[doc = #doc] pub #name: bool,))
        });
        let unknown = has_unknown(f).then(|| {
            let (name, ty) = (unknown(f), self.bits_ty(f));
            let doc = format!("{}, which are kept.", unknown_doc(f));
            let ty = if may_be_missing(f) { quote!(Option<#ty>) } else { quote!(#ty) };
            quote!(#[doc = #doc] pub #name: #ty,)
        });
        quote!(#(#stored)* #unknown)
    }

    /// Their values in a model of `id`, from the field as it was read: by the head, or behind it.
    pub fn bit_values(&self, id: TypeId, f: &Field, s: &Scope) -> Vec<TokenStream> {
        if f.keys.bits.is_empty() {
            return Vec::new();
        }
        let l = s.names.get(&f.place).map_or_else(|| local(&f.id).into_token_stream(), |v| v.tok.clone());
        let mask = match &s.head {
            Some(head) if is_versioned(f) && self.head(id).iter().any(|h| h.place == f.place) => {
                let name = known(f);
                quote!(#head.#name)
            }
            _ => self.known_mask(f, s),
        };
        let mut out: Vec<TokenStream> = Vec::new();
        for b in &f.keys.bits {
            let Some(id) = b.stored() else { continue };
            let (name, bit) = (ident(id), Literal::u64_unsuffixed(b.mask));
            let masked = if b.cond.is_some() { quote!(& #mask) } else { quote!() };
            out.push(match f.cond {
                Some(_) => quote!(#name: #l.is_some_and(|bits| bits #masked & #bit != 0)),
                None => quote!(#name: #l #masked & #bit != 0),
            });
        }
        if has_unknown(f) {
            let name = unknown(f);
            out.push(match f.cond {
                Some(_) if may_be_missing(f) => quote!(#name: #l.map(|bits| bits & !#mask)),
                Some(_) => quote!(#name: #l.map_or(0, |bits| bits & !#mask)),
                None => quote!(#name: #l & !#mask),
            });
        }
        out
    }

    /// The site of the field of which a bit of a type says that it is there.
    fn told_by(&self, own: TypeId, b: &Bit) -> Option<TokenStream> {
        let Some((Function::Present, [path])) = b.when.as_ref()?.as_call() else { return None };
        let (id, place) = match &path.kind {
            ExprKind::Name(place) => (own, *place),
            ExprKind::Member(base, Member::Of(place)) => match base.ty {
                Ty::Type(id) => (id, *place),
                _ => return None,
            },
            _ => return None,
        };
        let types = &self.program.types;
        // Those of another file are not known here.
        let is_near = types[id].file == types[own].file;
        types[id].field_at(place).filter(|_| is_near).map(|f| self.site(id, &f.id))
    }

    /// Whether a model has a field of bits that stands under a condition: it knows of it, or any of its bits is set.
    pub fn bits_present(&self, f: &Field, tok: &TokenStream, s: &Scope) -> TokenStream {
        any_bit(f, tok, |b| match &b.when {
            Some(e) if tok.to_string() == "self" => Some(self.truth(e, s)),
            _ => Some(self.wrong(&b.pos, "present() of derived bits is known within their own type only").tok),
        })
    }
}

impl Writer<'_, '_> {
    /// Statements that put a field together from its bits.
    pub fn flags(&self, f: &Field) -> TokenStream {
        let (em, l, ty, site) = (self.em, local(&f.id), self.em.bits_ty(f), self.s.site.clone());
        let mask = em.known_mask(f, &self.s);
        let start = if has_unknown(f) {
            let name = unknown(f);
            let kept = if may_be_missing(f) { quote!(self.#name.unwrap_or(0)) } else { quote!(self.#name) };
            quote!(let mut #l: #ty = #kept; __rt::sink::left_out(#l & #mask != 0, #site)?;)
        } else {
            quote!(let mut #l: #ty = 0;)
        };
        let flags = f.keys.bits.iter().map(|b| {
            let bit = Literal::u64_unsuffixed(b.mask);
            let on = match (b.stored(), &b.when) {
                (Some(id), _) => {
                    let name = ident(id);
                    quote!(self.#name)
                }
                (None, Some(e)) => em.truth(e, &self.s),
                (None, None) => quote!(false),
            };
            let check = b.cond.as_ref().map(|c| {
                let (c, site) = (em.truth(c, &self.s), em.told_by(self.id, b).unwrap_or_else(|| site.clone()));
                quote!(__rt::sink::left_out(!#c, #site)?;)
            });
            quote!(if #on { #check #l |= #bit; })
        });
        quote!(#start #(#flags)*)
    }

    /// Statements that put a field together from its bits and write it.
    pub fn bits(&mut self, f: &Field) -> TokenStream {
        let (l, site) = (local(&f.id), self.s.site.clone());
        let value = self.flags(f);
        let condition = self.condition(f);
        let write = self.checked(f, &quote!(#l));
        let kept = kept(f);
        self.bind(f);
        match condition {
            Some(c) => quote! {
                let #l = if #c { #value #write Some(#l) } else { __rt::sink::left_out(#kept, #site)?; None };
            },
            None => quote!(#value let #l = #l; #write),
        }
    }
}
