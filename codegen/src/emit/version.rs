//! The table of versions.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Emitter;
use crate::ir::File;
use crate::names::{camel, ident, Item};

impl Emitter<'_> {
    /// The version's type with its features.
    pub fn versions(&self, file: &File) -> TokenStream {
        let root = &self.program.types[file.root];
        let (name, doc) = (ident(&root.rust), self.doc(root));
        let mut formats: Vec<&str> = Vec::new();
        for row in &file.versions {
            if !formats.contains(&row.format.as_str()) {
                formats.push(&row.format);
            }
        }
        let format_name = Item::Format.of(&root.rust);
        let variants: Vec<_> = formats.iter().map(|f| ident(&camel(f))).collect();
        let docs = formats.iter().map(|f| format!("`{f}`"));
        let rows = file.versions.iter().map(|r| {
            let (letters, format) = (&r.letters, ident(&camel(&r.format)));
            let bits = r.features.iter().enumerate().fold(0u64, |b, (i, on)| b | u64::from(*on) << i);
            let bits = Literal::u64_unsuffixed(bits);
            let age = Literal::u64_unsuffixed(r.age);
            quote!(#name { letters: #letters, format: #format_name::#format, features: #bits, age: #age },)
        });
        let count = file.versions.len();
        let methods = root.values.iter().enumerate().map(|(i, v)| {
            let (method, doc) = (ident(&v.id), self.doc_or(&v.doc, &v.id));
            let mask = Literal::u64_unsuffixed(1 << i);
            quote! {
                #[doc = #doc]
                #[inline(always)]
                pub const fn #method(self) -> bool { self.features & #mask != 0 }
            }
        });
        let names = root.values.iter().enumerate().map(|(i, v)| {
            let (id, mask) = (&v.id, Literal::u64_unsuffixed(1 << i));
            quote!((#id, #mask),)
        });
        let features = root.values.len();
        quote! {
            /// The formats that versions belong to.
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub enum #format_name { #(#[doc = #docs] #variants,)* }

            #doc
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct #name {
                letters: &'static str,
                format: #format_name,
                features: u64,
                age: u64,
            }

            impl #name {
                /// Every version there is.
                pub const ALL: [#name; #count] = [#(#rows)*];

                /// Every feature and its bit.
                const FEATURES: [(&'static str, u64); #features] = [#(#names)*];

                /// The version with these letters.
                pub fn find(letters: &str) -> Option<Self> {
                    Self::ALL.into_iter().find(|v| v.letters == letters)
                }

                /// The letters, e.g. `nb`.
                pub const fn letters(self) -> &'static str { self.letters }

                /// The format it belongs to.
                pub const fn format(self) -> #format_name { self.format }

                /// Whether it came after another one. Of formats whose versions are equally late neither did.
                pub fn is_later_than(self, other: Self) -> bool {
                    let place = |v: Self| Self::ALL.iter().position(|known| known.letters == v.letters);
                    if self.format == other.format { place(self) > place(other) } else { self.age > other.age }
                }

                /// The names of its features.
                pub fn features(self) -> impl Iterator<Item = &'static str> {
                    Self::FEATURES.into_iter().filter(move |f| self.features & f.1 != 0).map(|f| f.0)
                }

                #(#methods)*
            }

            impl __rt::table::Reflect for #name {
                fn dynamic(&self) -> __rt::table::Dyn<'_> { __rt::table::Dyn::Object(self) }

                fn member(&self, name: &str) -> Option<__rt::table::Dyn<'_>> {
                    let found = Self::FEATURES.iter().find(|f| f.0 == name)?;
                    Some(__rt::table::Dyn::Bool(self.features & found.1 != 0))
                }
            }
        }
    }
}
