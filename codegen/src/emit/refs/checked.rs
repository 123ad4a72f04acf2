//! Heads whose checksums are compared: what reads both, so that no caller names an algorithm or the bytes that one is over.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::field::Form;
use crate::emit::Emitter;
use crate::ir::TypeId;

impl Emitter<'_> {
    /// `read` of a head with a checksum, and `read_unchecked`, which is `body`.
    pub(super) fn read_checked(&self, id: TypeId, body: &TokenStream) -> Option<TokenStream> {
        let head = self.head(id);
        if !head.iter().any(|f| f.keys.checksum.is_some()) {
            return None;
        }
        let (params, life_params) = (self.params(id), self.life_params(id));
        let mut s = self.scope(id, true);
        let reads: Vec<TokenStream> = head.iter().map(|f| self.read_checked_field(id, f, Form::Ref, &mut s)).collect();
        let make = self.make_ref(id, &s);
        Some(quote! {
            /// Reads the head, and compares its checksums with those of the bytes; the reader is left after it.
            #[inline]
            pub fn read #life_params (r: &mut __rt::Reader<'a> #params) -> __rt::error::Result<Self> {
                let begin = r.offset();
                #(#reads)*
                Ok(#make)
            }

            /// The same without a look at its checksums.
            #[inline]
            pub fn read_unchecked #life_params (r: &mut __rt::Reader<'a> #params) -> __rt::error::Result<Self> {
                #body
            }
        })
    }

    /// Refuses a checksum of a visited type that no visit compares: one behind the head.
    pub(super) fn check_visited_checksums(&self, id: TypeId) {
        let t = &self.program.types[id];
        if !self.visited(id) {
            return;
        }
        let compared = if self.begins_with_head(id) && self.case(id).is_none() { self.head(id).len() } else { 0 };
        for c in t.fields.iter().skip(compared).filter_map(|f| f.keys.checksum.as_ref()) {
            self.diags.borrow_mut().error_help(
                &c.pos,
                format!("-checksum in {}, which is visited: no visit compares it", t.id),
                "a type of its own, without -mode: visit, for the checksum and what it is over",
            );
        }
    }
}
