//! Borrowed models: what is pushed of a type, made of slices and numbers.
//!
//! A type's `…Parts` has the fields of its model, and is what writes both: a model lends them ([`Emitter::is_written_as_parts`]). One that is nothing
//! but numbers is copied, and so its own parts. A value that a reader has as a range of bytes (`-mode: lazy`) may be pushed as that, or
//! as its parts.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::emit::bits::{has_unknown, may_be_missing, unknown};
use crate::emit::default::is_constant;
use crate::emit::encode::encode_fn;
use crate::emit::expr::{int_path, Holder};
use crate::emit::layouts::is_empty;
use crate::emit::Emitter;
use crate::ir::{children, Absent, Field, FieldTy, Mode, Repeat, Size, Ty, TypeId, TypeKind};
use crate::names::{ident, Item};

/// A field of a `…Parts`.
pub(super) struct Part {
    pub name: proc_macro2::Ident,
    /// What the model does not say of it.
    doc: Option<String>,
    ty: TokenStream,
    /// It has a default.
    plain: bool,
    /// That default, if it is not the one of its type: what stands for a field where a version does not have it.
    chosen: Option<TokenStream>,
    /// From the borrowed head; nothing if that has it in another shape.
    pub from: Option<TokenStream>,
    /// From the model; nothing if that cannot lend it.
    pub lent: Option<TokenStream>,
}

impl Part {
    /// A part with the default of its type, which head and model have as they are.
    fn new(name: proc_macro2::Ident, ty: TokenStream) -> Self {
        let (from, lent) = (Some(quote!(head.#name)), Some(quote!(model.#name)));
        Part { name, doc: None, ty, plain: true, chosen: None, from, lent }
    }
}

impl Emitter<'_> {
    /// Whether a type has a borrowed model: what an encoder of its own file takes, or may take if the file is a collection of types.
    pub fn has_parts(&self, id: TypeId) -> bool {
        let t = &self.program.types[id];
        let root = self.program.files[t.file].root;
        let is_library = self.program.types[root].fields.is_empty() && self.program.types[root].bodies.is_empty();
        let is_found = is_library || self.has_encoder(t.file) && self.below(root).contains(&id);
        t.kind == TypeKind::Plain
            && if id == root { self.is_piece(id) } else { is_found }
            && self.below(id).iter().all(|c| self.can_be_parts(*c))
    }

    /// Whether a file's type is what is pushed by an encoder of another file.
    fn is_piece(&self, id: TypeId) -> bool {
        let file = self.program.types[id].file;
        let others = self.program.files.iter().enumerate().filter(|(i, _)| *i != file && self.has_encoder(*i));
        others.into_iter().any(|(_, other)| self.below(other.root).contains(&id))
    }

    fn can_be_parts(&self, id: TypeId) -> bool {
        let t = &self.program.types[id];
        let is_whole = |f: &Field| !matches!(f.ty, FieldTy::Switch(..)) || self.is_visited(f) && self.is_pushed(id);
        t.mode != Mode::View && t.bodies.is_empty() && !t.preserve_trailing && t.fields.iter().all(is_whole)
    }

    /// A type and all plain types within it.
    fn below(&self, id: TypeId) -> Vec<TypeId> {
        let mut out = vec![id];
        let mut at = 0;
        while let Some(id) = out.get(at).copied() {
            at += 1;
            for c in children(self.program, id) {
                if self.program.types[c].kind == TypeKind::Plain && !out.contains(&c) {
                    out.push(c);
                }
            }
        }
        out
    }

    /// The fields that are pushed with a type itself: all, or if an encoder has a method for it those that are not pushed after it.
    fn pushed_fields(&self, id: TypeId) -> Vec<&Field> {
        let own = self.is_pushed(id);
        let fields = self.program.types[id].fields.iter();
        fields.filter(|f| !(self.is_computed(f) || own && self.is_visited(f))).collect()
    }

    fn parts(&self, id: TypeId) -> Vec<Part> {
        let t = &self.program.types[id];
        let mut out = Vec::new();
        for p in t.params.iter().filter(|p| p.stored) {
            let name = ident(&p.id);
            let ty = self.scalar(&p.ty).unwrap_or_default();
            let cast = matches!(p.ty, Ty::Int(_)).then(|| quote!(as #ty));
            out.push(Part { from: Some(quote!(head.#name #cast)), ..Part::new(name, ty) });
        }
        for f in self.pushed_fields(id) {
            self.flags(f, &mut out);
            if f.in_model() {
                out.push(self.part_of_field(id, f));
            }
        }
        for v in t.values.iter().filter(|v| v.in_model) {
            let plain = v.cond.is_some() || !matches!(v.ty, Ty::Enum(_));
            out.push(Part { plain, ..Part::new(ident(&v.id), self.value_ty(v)) });
        }
        if self.is_pushed(id) {
            for f in t.fields.iter().filter(|f| self.is_visited(f) && !f.once() && f.cond.is_some()) {
                let doc = Some(format!("`{}` is there, even if no element is pushed.", f.id));
                let (from, name) = (self.counter_of(id, f).map(|c| quote!(head.#c.is_some())), ident(&f.id));
                let lent = Some(quote!(model.#name.is_some()));
                out.push(Part { doc, from, lent, ..Part::new(name, quote!(bool)) });
            }
        }
        out
    }

    /// The field of the head that counts the elements of a list, if both have a condition.
    fn counter_of(&self, id: TypeId, f: &Field) -> Option<proc_macro2::Ident> {
        let Repeat::Count(e) = &f.repeat else { return None };
        let counts = |c: &&Field| e.mentions(c.place) && c.cond.is_some();
        self.head(id).iter().find(counts).map(|c| ident(&c.id))
    }

    fn flags(&self, f: &Field, out: &mut Vec<Part>) {
        let field = ident(&f.id);
        for bit in &f.keys.bits {
            let Some(id) = bit.stored() else { continue };
            let name = ident(id);
            out.push(Part { from: Some(quote!(head.#name())), ..Part::new(name, quote!(bool)) });
        }
        let FieldTy::Int(i) = &f.ty else { return };
        if has_unknown(f) {
            let (name, ty) = (unknown(f), int_path(*i));
            let (ty, from) = match may_be_missing(f) {
                true => (quote!(Option<#ty>), quote!(head.#field.is_some().then(|| head.#name()))),
                false => (quote!(#ty), quote!(head.#name())),
            };
            out.push(Part { from: Some(from), ..Part::new(name, ty) });
        }
    }

    fn part_of_field(&self, id: TypeId, f: &Field) -> Part {
        let (optional, chosen) = (f.optional, self.chosen_part(id, f));
        if let Some(d) = &f.keys.delta {
            let ty = if optional { quote!(Option<i64>) } else { quote!(i64) };
            return Part { chosen, ..Part::new(ident(&d.name), ty) };
        }
        let name = ident(&f.id);
        let (one, plain, from) = self.part_ty(f);
        let from = from.filter(|_| f.once()).map(|convert| match (convert, optional) {
            (false, _) => quote!(head.#name),
            (true, false) => quote!((&head.#name).into()),
            (true, true) => quote!(head.#name.as_ref().map(Into::into)),
        });
        let lent = self.lent(f);
        let ty = match (f.once(), self.model_lent(f)) {
            (true, _) => one,
            (false, Some(model)) => quote!(__rt::push::List<'a, #one, #model>),
            (false, None) => quote!(&'a [#one]),
        };
        let ty = if optional { quote!(Option<#ty>) } else { ty };
        let plain = plain || optional || !f.once() || chosen.is_some();
        Part { name, doc: None, ty, plain, chosen, from, lent }
    }

    /// What stands for a field where a version does not have it, as a part: numbers, bytes, and what is read without being told anything.
    fn chosen_part(&self, id: TypeId, f: &Field) -> Option<TokenStream> {
        if f.optional || !f.once() {
            return None;
        }
        let bytes = match &f.keys.absent {
            Some(Absent::Value(e)) if is_constant(e) && !is_empty(e) => {
                return Some(self.constant(f, e, &self.scope(id, true)));
            }
            Some(Absent::Stored(bytes, _)) => bytes,
            _ => return None,
        };
        let all = bytes.iter().map(|b| Literal::u8_unsuffixed(*b));
        match &f.ty {
            FieldTy::Bytes if matches!(f.size, Size::Bytes(_)) => Some(quote!(&[#(#all),*])),
            FieldTy::Str if matches!(f.size, Size::Bytes(_)) && !f.keys.java_utf => {
                let text = std::str::from_utf8(bytes).ok()?;
                Some(quote!(#text))
            }
            FieldTy::User(c, _) => {
                let t = &self.program.types[*c];
                let is_read = t.kind == TypeKind::Plain && t.mode == Mode::Struct && self.params(*c).is_empty();
                let head = self.path(t.file, &format_ident!("{}Ref", t.rust));
                let read = quote!(#head::read(&mut __rt::Reader::new(&[#(#all),*])));
                (is_read && self.part_of_type(*c).1 && self.is_from_head(*c))
                    .then(|| quote!(#read.map(|head| (&head).into()).unwrap_or_default()))
            }
            _ => None,
        }
    }

    /// The model of which a field's values are lent; nothing if they are copied, are bytes, or cannot be lent.
    fn model_lent(&self, f: &Field) -> Option<TokenStream> {
        let FieldTy::User(c, _) = &f.ty else { return None };
        let is_lent = self.program.types[*c].kind == TypeKind::Plain && self.is_written_as_parts(*c);
        is_lent.then(|| self.type_path(*c))
    }

    /// What a model lends of a field, if it can: not what takes a list to be made.
    fn lent(&self, f: &Field) -> Option<TokenStream> {
        let name = ident(&f.id);
        let is_copied = match &f.ty {
            FieldTy::Bytes | FieldTy::Str if f.once() => false,
            FieldTy::Bytes | FieldTy::Str => return None,
            FieldTy::User(c, _) => match self.program.types[*c].kind {
                TypeKind::Native(n) if n.number().is_none() && f.once() => false,
                TypeKind::Native(n) if n.number().is_none() => return None,
                TypeKind::Plain if self.model_lent(f).is_some() => false,
                TypeKind::Plain if !self.is_pushed_as_model(*c) => return None,
                _ => true,
            },
            _ => true,
        };
        let is_converted = self.model_lent(f).is_some();
        Some(match (f.once(), f.optional) {
            (true, _) if is_copied => quote!(model.#name),
            (true, false) if is_converted => quote!((&model.#name).into()),
            (true, true) if is_converted => quote!(model.#name.as_ref().map(Into::into)),
            (false, false) if is_converted => quote!(__rt::push::List::Models(&model.#name)),
            (false, true) if is_converted => quote!(model.#name.as_deref().map(__rt::push::List::Models)),
            (true, true) if matches!(f.ty, FieldTy::User(..)) => quote!(model.#name.as_ref()),
            (_, true) => quote!(model.#name.as_deref()),
            (_, false) => quote!(&model.#name),
        })
    }

    /// Whether a type's model is nothing but numbers, and so what is pushed of it.
    pub fn is_pushed_as_model(&self, id: TypeId) -> bool {
        let t = &self.program.types[id];
        let within = |c: TypeId| self.program.types[c].kind != TypeKind::Plain || self.is_pushed_as_model(c);
        t.mode == Mode::Struct
            && self.has_parts(id)
            && !(self.is_pushed(id) || self.borrows(id))
            && children(self.program, id).into_iter().all(within)
    }

    /// Whether a type's model lends its parts, and these write both: nothing that the model has is pushed after them.
    pub fn is_written_as_parts(&self, id: TypeId) -> bool {
        self.has_parts(id)
            && self.program.types[id].facts.asked.is_empty()
            && (!self.is_pushed(id) || self.opens_by_writing(id))
            && !self.is_pushed_as_model(id)
            && self.parts(id).iter().all(|p| p.lent.is_some())
    }

    /// Type of an element; whether it has a default; whether the head's form is to be converted, if it can be.
    fn part_ty(&self, f: &Field) -> (TokenStream, bool, Option<bool>) {
        match &f.ty {
            FieldTy::Bytes => (quote!(&'a [u8]), true, Some(false)),
            FieldTy::Str => (quote!(&'a str), true, (!f.keys.java_utf).then_some(false)),
            FieldTy::User(c, _) => self.part_of_type(*c),
            _ => {
                let is_enum = f.enumeration.is_some();
                (self.model_ty(0, &Field { repeat: Repeat::Once, ..f.clone() }), !is_enum, Some(false))
            }
        }
    }

    fn part_of_type(&self, c: TypeId) -> (TokenStream, bool, Option<bool>) {
        let t = &self.program.types[c];
        let life = if self.borrows(c) { quote!(<'a>) } else { quote!() };
        match t.kind {
            TypeKind::Plain if self.is_pushed_as_model(c) => {
                (self.type_path(c), self.model_has_default(c), self.is_from_head(c).then_some(true))
            }
            TypeKind::Native(n) if n.number().is_none() => {
                let ty = self.type_path(c);
                (quote!(&'a #ty), false, None)
            }
            TypeKind::Plain if t.mode == Mode::Lazy => {
                let ty = self.item_path(c, Item::Lazy);
                (quote!(#ty<'a>), false, Some(true))
            }
            TypeKind::Plain => {
                let ty = self.item_path(c, Item::Parts);
                (quote!(#ty #life), self.has_default(c), self.is_from_head(c).then_some(true))
            }
            _ => (self.type_path(c), true, Some(false)),
        }
    }

    /// Whether nothing is pushed of the type itself.
    pub fn has_no_parts(&self, id: TypeId) -> bool {
        self.parts(id).is_empty()
    }

    /// Whether nobody need choose any of a type's parts.
    pub fn has_default(&self, id: TypeId) -> bool {
        self.parts(id).iter().all(|p| p.plain)
    }

    pub fn is_from_head(&self, id: TypeId) -> bool {
        let whole = self.is_whole(id) || self.is_pushed(id);
        whole && self.parts(id).iter().all(|p| p.from.is_some())
    }

    /// Whether borrowed models can be compared: those with lists, and with what may be bytes or parts, cannot.
    pub fn is_comparable(&self, id: TypeId) -> bool {
        let mut pushed = self.pushed_fields(id).into_iter().filter(|f| f.in_model());
        pushed.all(|f| {
            let is_plain = |c: TypeId| self.program.types[c].mode != Mode::Lazy && self.is_comparable(c);
            f.once()
                && match &f.ty {
                    FieldTy::User(c, _) => self.program.types[*c].kind != TypeKind::Plain || is_plain(*c),
                    FieldTy::Switch(..) => false,
                    _ => true,
                }
        })
    }

    /// Whether the borrowed model borrows anything.
    pub fn borrows(&self, id: TypeId) -> bool {
        self.pushed_fields(id).into_iter().filter(|f| f.in_model() && f.keys.delta.is_none()).any(|f| {
            !f.once()
                || match &f.ty {
                    FieldTy::Bytes | FieldTy::Str => true,
                    FieldTy::User(c, _) => match self.program.types[*c].kind {
                        TypeKind::Native(n) => !n.has_default,
                        TypeKind::Version => false,
                        TypeKind::Plain => self.program.types[*c].mode == Mode::Lazy || self.borrows(*c),
                    },
                    _ => false,
                }
        })
    }

    /// The struct, where it comes from, and what writes it.
    pub fn parts_of(&self, id: TypeId) -> TokenStream {
        if !self.has_parts(id) {
            return quote!();
        }
        let t = &self.program.types[id];
        let name = Item::Parts.of(&t.rust);
        let (life, any) = if self.borrows(id) { (quote!(<'a>), quote!(<'_>)) } else { (quote!(), quote!()) };
        let all = self.parts(id);
        let fields = all.iter().map(|p| {
            let (Part { name, ty, .. }, doc) = (p, p.doc.iter());
            quote!(#(#[doc = #doc])* pub #name: #ty,)
        });
        let is_derived = all.iter().all(|p| p.chosen.is_none());
        let default = (self.has_default(id) && is_derived).then(|| quote!(, Default));
        let comparable = self.is_comparable(id).then(|| quote!(, PartialEq));
        let chosen = (self.has_default(id) && !is_derived).then(|| {
            let values = all.iter().map(|p| {
                let (name, value) = (&p.name, p.chosen.clone().unwrap_or_else(|| quote!(Default::default())));
                quote!(#name: #value,)
            });
            quote! {
                impl Default for #name #any {
                    /// Zeros and nothing, but for what stands for a field where a version does not have it.
                    fn default() -> Self { Self { #(#values)* } }
                }
            }
        });
        let doc = format!("What is pushed of a [`{}`], borrowed; its fields are described there.", t.rust);
        let from = self.is_from_head(id).then(|| self.parts_from_head(id, &all));
        if self.is_pushed_as_model(id) {
            let (model, doc) = (ident(&t.rust), format!("What is pushed of a [`{}`]: the model.", t.rust));
            return quote! {
                #[doc = #doc]
                pub type #name = #model;
                #from
            };
        }
        let lent = self.is_written_as_parts(id).then(|| self.parts_of_model(id, &all));
        let lazy = (t.mode == Mode::Lazy).then(|| self.lazy(id));
        let encode = if self.is_pushed(id) { self.open_fn(id) } else { self.encode_parts(id) };
        let new = parts_new(&name, &life, &all);
        quote! {
            #[doc = #doc]
            #[derive(Debug, Clone, Copy #default #comparable)]
            pub struct #name #life { #(#fields)* }
            #chosen
            #from
            #lent
            impl #name #any { #encode }
            #new
            #lazy
        }
    }

    /// The method that writes parts.
    pub(super) fn encode_parts(&self, id: TypeId) -> TokenStream {
        let (params, body) = (self.write_params(id), self.encode_body(id, Holder::Parts));
        encode_fn(&quote!(#[inline(always)]), &params, &quote!(#(#body)* Ok(())))
    }
}

/// A constructor that takes the one part somebody must choose: what a later version adds is one more of the others.
fn parts_new(name: &proc_macro2::Ident, life: &TokenStream, all: &[Part]) -> TokenStream {
    let mut wanted = all.iter().filter(|p| !p.plain);
    let (Some(Part { name: wanted, ty, .. }), None) = (wanted.next(), wanted.next()) else { return quote!() };
    let others = all.iter().filter(|p| p.plain).map(|p| {
        let (name, value) = (&p.name, p.chosen.clone().unwrap_or_else(|| quote!(Default::default())));
        quote!(#name: #value,)
    });
    let doc = format!("Of `{wanted}` and what nobody need choose.");
    quote!(impl #life #name #life { #[doc = #doc] pub fn new(#wanted: #ty) -> Self { Self { #wanted, #(#others)* } } })
}
