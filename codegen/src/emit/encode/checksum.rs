//! Checksums over what was written.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::gap::Need;
use super::Writer;
use crate::emit::expr::int_path;
use crate::ir::{Field, FieldTy};

impl Writer<'_, '_> {
    /// The fields that must be final before a checksum can be computed.
    pub(super) fn checksum_needs(&self, f: &Field) -> Vec<Need> {
        f.over.iter().map(|place| Need::Done(*place)).collect()
    }

    /// An expression that computes a checksum.
    pub(super) fn checksum(&self, f: &Field) -> TokenStream {
        let Some(c) = &f.keys.checksum else { return quote!(0u32) };
        let (algorithm, parts) = (self.em.algorithm(c.algo), self.em.summed(self.id, f));
        let ty = match &f.ty {
            FieldTy::Int(i) => int_path(*i),
            _ => format_ident!("u32"),
        };
        quote!((w.checksum(#algorithm, #parts) as #ty))
    }
}
