//! `encode`: from the model to the bytes, with everything derived computed.

use proc_macro2::TokenStream;

use super::Emitter;
use crate::ir::TypeId;

impl Emitter<'_> {
    /// The method.
    pub fn encode(&self, _: TypeId) -> TokenStream {
        TokenStream::new()
    }
}
