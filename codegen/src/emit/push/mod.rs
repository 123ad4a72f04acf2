//! Encoders that values are pushed to: the mirror of the visitor, for files whose type is visited.
//!
//! Each visited type has a method that takes what its head holds ([`parts`]) and, if others are visited within it, one that ends it.
//! What is open is kept in a frame a type ([`frame`]), which [`open`] makes; [`late`] finds out what is known only when others have been
//! pushed; [`place`] emits the methods that open, [`close`] those that end, [`settle`] what is computed then, and [`fill`] what is written
//! late. [`said`] finds conditions that need no check, [`lend`] makes parts of models and heads, [`replay`] joins visitor and encoder.

mod close;
mod fill;
mod frame;
mod late;
mod lend;
mod open;
mod parts;
mod place;
mod replay;
mod said;
mod settle;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use settle::PathEnd;

use super::Emitter;
use crate::ir::{derivations, Field, Function, Mode, Target, TypeId, TypeKind};
use crate::names::{ident, Item};

/// A field of a type in which another one stands.
pub struct Place<'f> {
    parent: TypeId,
    /// Number of the field among those that are visited.
    k: usize,
    field: &'f Field,
    /// The type as the field has it.
    target: Target<'f>,
    /// From 1: number of the type among those of the field.
    at: usize,
}

impl Emitter<'_> {
    /// Whether a file has an encoder.
    pub fn has_encoder(&self, file: usize) -> bool {
        let root = &self.program.types[self.program.files[file].root];
        root.mode == Mode::Visit && root.kind == TypeKind::Plain
    }

    /// The types that have methods of the encoder, and the file's own.
    pub fn pushed(&self, file: usize) -> Vec<TypeId> {
        let mut out = vec![self.program.files[file].root];
        let mut at = 0;
        while let Some(id) = out.get(at).copied() {
            at += 1;
            for f in self.visited_fields(id) {
                for target in f.targets() {
                    if !out.contains(&target.ty) {
                        out.push(target.ty);
                    }
                }
            }
        }
        out
    }

    /// Whether a type is pushed by a method of its own.
    pub fn is_pushed(&self, id: TypeId) -> bool {
        let file = self.program.types[id].file;
        self.has_encoder(file) && self.pushed(file).contains(&id)
    }

    /// Whether a type is open while others are pushed.
    fn is_branch(&self, id: TypeId) -> bool {
        self.has_visited_children(id)
    }

    fn visited_fields(&self, id: TypeId) -> Vec<&Field> {
        self.program.types[id].fields.iter().filter(|f| self.is_visited(f)).collect()
    }

    /// Where a type stands.
    fn places(&self, id: TypeId) -> Vec<Place<'_>> {
        let mut out = Vec::new();
        for parent in self.pushed(self.program.types[id].file) {
            for (k, field) in self.visited_fields(parent).into_iter().enumerate() {
                for (i, target) in field.targets().into_iter().enumerate().filter(|(_, target)| target.ty == id) {
                    out.push(Place { parent, k, field, target, at: i + 1 });
                }
            }
        }
        out
    }

    /// Whether elements of a list of a type may be absent: something is derived from which of them are there.
    fn may_be_absent(&self, id: TypeId, f: &Field) -> bool {
        !self.asked_of(id, f.place, &[Function::Missing, Function::AllPresent]).is_empty()
    }

    /// The ends of the paths at a field of a type that derivations ask these functions for.
    fn asked_of(&self, id: TypeId, field: crate::ir::Place, functions: &[Function]) -> Vec<PathEnd> {
        let mut out = Vec::new();
        for t in self.pushed(self.program.types[id].file) {
            for e in self.program.types[t].fields.iter().flat_map(derivations) {
                e.visit(&mut |e| {
                    let Some((_, [path, ..])) = e.as_call().filter(|c| functions.contains(&c.0)) else { return };
                    out.extend(self.path_end(t, path).filter(|end| end.ty == id && end.place == field));
                });
            }
        }
        out
    }

    fn is_in_optional_list(&self, id: TypeId) -> bool {
        self.places(id).iter().any(|p| self.may_be_absent(p.parent, p.field))
    }

    /// The method that pushes a type, and the field of the encoder with its frame.
    fn push_name(&self, id: TypeId) -> Ident {
        let t = &self.program.types[id];
        ident(t.event.as_ref().unwrap_or(&t.id))
    }

    fn frame_name(&self, id: TypeId) -> Ident {
        format_ident!("in_{}", self.program.types[id].id)
    }

    /// The local of a frame.
    fn frame_var(&self, id: TypeId) -> Ident {
        format_ident!("v_{}", self.program.types[id].id)
    }

    fn there(&self, id: TypeId, f: &Field) -> Ident {
        format_ident!("there_{}_{}", self.program.types[id].id, f.id)
    }

    fn encoder_name(&self, file: usize) -> Ident {
        Item::Encoder.of(&self.program.types[self.program.files[file].root].rust)
    }

    /// The parameters of the file's type, as the encoder keeps them.
    fn context_ty(&self, file: usize, life: &TokenStream) -> Option<TokenStream> {
        let root = &self.program.types[self.program.files[file].root];
        let name = Item::Params.of(&root.rust);
        (!root.params.is_empty()).then(|| quote!(#name<#life>))
    }

    fn cannot_be_pushed(&self, pos: &crate::diag::Pos, message: &str) {
        self.cannot_be_pushed_so(pos, message, "docs/codegen-tour.md, Streaming encoders");
    }

    /// The same, if it is known what can be.
    fn cannot_be_pushed_so(&self, pos: &crate::diag::Pos, message: &str, help: &str) {
        let message = format!("an encoder that is pushed to cannot be made: {message}");
        self.diags.borrow_mut().error_help(pos, message, help);
    }

    /// The encoder of a file.
    pub fn encoder(&self, file: usize) -> TokenStream {
        if !self.has_encoder(file) {
            return quote!();
        }
        let root = self.program.files[file].root;
        let all = self.pushed(file);
        for id in &all {
            self.check_pushed(*id, root);
        }
        let branches: Vec<TypeId> = all.iter().copied().filter(|t| self.is_branch(*t)).collect();
        let frames = all.iter().map(|t| self.frame_struct(*t));
        let (fields, values) = self.encoder_fields(&branches);
        let cx = self.context_ty(file, &quote!('_)).map(|ty| quote!(, cx: &#ty));
        let cx_field = self.context_ty(file, &quote!('p)).map(|ty| quote!(cx: #ty,));
        let (cx_given, cx_value) =
            (self.context_ty(file, &quote!('p)).map(|ty| quote!(, cx: #ty)), cx.as_ref().map(|_| quote!(cx,)));
        let no_cx = cx.is_none().then(|| quote!(life: std::marker::PhantomData<&'p ()>,));
        let no_cx_value = cx.is_none().then(|| quote!(life: std::marker::PhantomData,));
        let (name, site) = (self.encoder_name(file), self.own_site(root));
        let sites = branches.iter().map(|t| self.own_site(*t));
        let methods = all.iter().filter(|t| **t != root).map(|t| self.push_methods(*t));
        let passes = branches.iter().map(|t| self.pass_fn(*t));
        let closes = branches.iter().filter(|t| **t != root).map(|t| self.close_fn(*t));
        let root_rust = &self.program.types[root].rust;
        let doc = format!("Writes a [`{root_rust}`] from values that are pushed in the order of their bytes.");
        let pass = self.pass(root, None);
        let replay = self.replay(file);
        let pending = branches.iter().filter(|t| self.is_pending(**t));
        let waiting = pending.map(|t| format_ident!("next_{}", self.program.types[*t].id));
        quote! {
            #(#frames)*

            #[doc = #doc]
            ///
            /// After an error nothing more can be pushed.
            #[derive(Debug)]
            pub struct #name<'p, S> { out: S, w: __rt::push::Stack, #cx_field #no_cx #(#fields,)* }

            impl<'p, S: std::io::Write> #name<'p, S> {
                /// An encoder whose bytes go to `out`; the first has the position `base` in the component.
                pub fn new(out: S #cx_given, base: u64) -> Self {
                    #name { out, w: __rt::push::Stack::new(base, &[#(#sites),*]), #cx_value #no_cx_value #(#values,)* }
                }

                /// The position in the component, if it is known: nowhere within what has its length in front.
                pub fn position(&self) -> Option<u64> {
                    self.w.position()
                }

                /// Sends the last bytes to the output, and gives it back.
                pub fn finish(mut self) -> __rt::push::PushResult<S> {
                    self.w.expect(#site)?;
                    #pass
                    #(if self.#waiting.is_some() { return Err(self.w.misplaced(#site)); })*
                    self.w.flush(&mut self.out)?;
                    Ok(self.out)
                }

                #(#methods)*
                #(#passes)*
                #(#closes)*
            }

            #replay
        }
    }

    /// What the encoder keeps: frames, registers, parts that wait, and which elements of lists are there.
    fn encoder_fields(&self, branches: &[TypeId]) -> (Vec<TokenStream>, Vec<TokenStream>) {
        let (mut fields, mut values) = (Vec::new(), Vec::new());
        for id in branches {
            let t = &self.program.types[*id];
            let (name, ty) = (self.frame_name(*id), self.frame_ty(*id, &quote!('p)));
            fields.push(quote!(#name: #ty));
            values.push(quote!(#name: Default::default()));
            if self.is_pending(*id) {
                let (waits, parts) = (format_ident!("next_{}", t.id), Item::Parts.of(&t.rust));
                fields.push(quote!(#waits: Option<#parts>));
                values.push(quote!(#waits: None));
            }
            if !t.state.is_empty() {
                let (name, ty) = (format_ident!("st_{}", t.id), self.registers_path(*id));
                let zeros = self
                    .registers(*id)
                    .into_iter()
                    .map(|(n, _)| ident(self.register_name(*id, n)))
                    .map(|n| quote!(#n: 0));
                fields.push(quote!(#name: #ty));
                values.push(quote!(#name: #ty { #(#zeros),* }));
            }
            for f in self.visited_fields(*id).into_iter().filter(|f| self.may_be_absent(*id, f)) {
                let name = self.there(*id, f);
                fields.push(quote!(#name: __rt::push::Presence));
                values.push(quote!(#name: __rt::push::Presence::default()));
            }
        }
        (fields, values)
    }

    /// The local names that generated statements stand on.
    fn open_locals(&self, id: TypeId) -> TokenStream {
        let file = self.program.types[id].file;
        let cx = self.context_ty(file, &quote!('_)).map(|_| quote!(let cx = &self.cx;));
        let st = self.program.types[id].facts.registers.map(|opener| {
            let name = format_ident!("st_{}", self.program.types[opener].id);
            quote!(let st = &mut self.#name;)
        });
        quote!(#cx let w = &mut self.w; #st)
    }
}
