//! What models consist of, told to a macro: for programs that go over the fields of all models without naming any.

use proc_macro2::TokenStream;
use quote::{quote, ToTokens as _};
use syn::{Field, Fields, Item, ItemEnum, ItemStruct};

use crate::diag::Diagnostic;
use crate::emit::Emitter;
use crate::ir::{File, Program};
use crate::names::{camel, ident};
use crate::{program, Sources};

/// Calls of a macro, one for each model, switched field and enumeration of a specification, whose modules are in the crate `cqlite_format`:
///
/// * `record PATH, "file", "type", [field, …], [field, …]`: a model, its fields, and those of them that are of a native type which owns memory;
/// * `one_of PATH, [Variant "type", …]`: a switched field;
/// * `named PATH`: an enumeration.
///
/// # Errors
/// Every mistake found, in the order of files and lines.
pub fn models(sources: &Sources<'_>, callback: &TokenStream) -> Result<TokenStream, Vec<Diagnostic>> {
    let (program, mut diags) = program(sources)?;
    let mut calls = Vec::new();
    let emitter = Emitter::new(&program, &mut diags);
    for (index, file) in program.files.iter().enumerate() {
        for (id, tokens) in emitter.models(index) {
            let items = syn::parse2::<syn::File>(tokens).map(|file| file.items).unwrap_or_default();
            calls.extend(items.iter().filter_map(|item| match item {
                Item::Struct(model) => Some(record(file, &program.types[id].id, model)),
                Item::Enum(switched) => Some(one_of(&program, file, switched)),
                _ => None,
            }));
        }
        calls.extend(file.enums.iter().map(|id| {
            let path = path(file, &ident(&program.enums[*id].rust));
            quote!(named #path)
        }));
    }
    drop(emitter);
    if diags.is_empty() {
        Ok(calls.into_iter().map(|call| quote!(#callback! { #call })).collect())
    } else {
        Err(diags.into_sorted())
    }
}

fn path(file: &File, name: &syn::Ident) -> TokenStream {
    let module = ident(&file.module);
    quote!(::cqlite_format::#module::#name)
}

fn record(file: &File, id: &str, model: &ItemStruct) -> TokenStream {
    let (path, file) = (path(file, &model.ident), &file.id);
    let is_native = |field: &&Field| field.ty.to_token_stream().to_string().contains("__rt");
    let names = |fields: Vec<&Field>| fields.into_iter().filter_map(|field| field.ident.clone()).collect::<Vec<_>>();
    let (native, plain): (Vec<&Field>, Vec<&Field>) = model.fields.iter().partition(is_native);
    let (native, plain) = (names(native), names(plain));
    quote!(record #path, #file, #id, [#(#plain),*], [#(#native),*])
}

fn one_of(program: &Program, file: &File, switched: &ItemEnum) -> TokenStream {
    let path = path(file, &switched.ident);
    let cases =
        switched.variants.iter().filter(|variant| matches!(variant.fields, Fields::Unnamed(_))).map(|variant| {
            let name = &variant.ident;
            let of = program.types.iter().map(|t| &t.id).find(|id| *name == camel(id));
            quote!(#name #of)
        });
    quote!(one_of #path, [#(#cases),*])
}
