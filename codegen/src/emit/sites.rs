//! The sites that errors and field trees name fields by.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{snake, Emitter, WHOLE};
use crate::ir::{Field, TypeId, TypeKind};
use crate::names::ident;

impl Emitter<'_> {
    /// The module of a type's sites. Lines are told as steps, from the last field of the type before on, so that a line more in the
    /// specification changes one number here.
    pub(super) fn sites(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let (module, owner, file) = (self.site_module(id), &t.id, &self.program.files[t.file].path);
        let mut line = i64::from(t.pos.line);
        let first = match self.type_before(id) {
            Some(before) => {
                let (module, step) = (self.site_module(before), line - self.last_line(before));
                let step = signed(step);
                quote!(super::#module::LAST #step)
            }
            None => {
                let line = Literal::i64_unsuffixed(line);
                quote!(#line)
            }
        };
        let fields = self.site_lines(id).into_iter().map(|(name, at)| {
            let same_as = t.field(name).and_then(|f| f.keys.same_as.as_ref()).map(|n| ident(n));
            let same_as = same_as.map(|n| quote!(=> #n));
            let (name, step) = (ident(name), Literal::i64_unsuffixed((at - line).abs()));
            let minus = (at < line).then(|| quote!(-));
            line = at;
            quote!(#name #minus #step #same_as;)
        });
        quote!(__rt::sites! { #module: #owner in #file, line #first; #(#fields)* })
    }

    /// The fields that have sites, and their lines.
    fn site_lines(&self, id: TypeId) -> Vec<(&str, i64)> {
        let t = &self.program.types[id];
        let fields = t.stored();
        let fields = fields.map(|f: &Field| (f.id.as_str(), i64::from(f.pos.line)));
        fields.chain(t.preserve_trailing.then_some(("trailing", i64::from(t.pos.line)))).collect()
    }

    fn last_line(&self, id: TypeId) -> i64 {
        self.site_lines(id).last().map_or(i64::from(self.program.types[id].pos.line), |l| l.1)
    }

    /// The type with sites that stands before one in its file.
    fn type_before(&self, id: TypeId) -> Option<TypeId> {
        let types = &self.program.files[self.program.types[id].file].types;
        let before = types.iter().copied().take_while(|t| *t != id);
        before.filter(|t| self.program.types[*t].kind == TypeKind::Plain).last()
    }

    pub(super) fn site_module(&self, id: TypeId) -> proc_macro2::Ident {
        format_ident!("{}_site", snake(&self.program.types[id].rust))
    }

    pub(super) fn site(&self, id: TypeId, field: &str) -> TokenStream {
        let (module, field) = (self.site_module(id), ident(field));
        quote!(#module::#field)
    }

    /// The site of the type itself.
    pub(super) fn own_site(&self, id: TypeId) -> TokenStream {
        self.site(id, WHOLE)
    }

    /// All sites of a type, its own first.
    pub(super) fn site_list(&self, id: TypeId) -> TokenStream {
        let module = self.site_module(id);
        quote!(&#module::ALL)
    }
}

fn signed(n: i64) -> TokenStream {
    let size = Literal::i64_unsuffixed(n.abs());
    if n < 0 {
        quote!(- #size)
    } else {
        quote!(+ #size)
    }
}
