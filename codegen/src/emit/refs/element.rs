//! Elements of fixed width, which arrays are views of.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::emit::expr::Scope;
use crate::emit::field::Form;
use crate::emit::Emitter;
use crate::ir::{Field, FieldTy, TypeId};

impl Emitter<'_> {
    /// `Element` for a type of fixed width.
    pub fn element(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let name = format_ident!("{}Ref", t.rust);
        let needed: Vec<_> = t.params.iter().filter(|p| t.facts.seq_params.contains(&p.id)).collect();
        let tys = needed.iter().map(|p| self.param_ty(&p.ty, &quote!()));
        let tys = quote!((#(#tys,)*));
        let locals = needed.iter().map(|p| format_ident!("p_{}", p.id));
        let unpack = quote!(let (#(#locals,)*) = args;);
        let mut s = self.scope(id, true);
        let widths: Vec<TokenStream> = t.fields.iter().map(|f| self.width(f, &s)).collect();
        let all = t.facts.parent_refs.is_empty() && !t.facts.uses_root && needed.len() == t.params.len();
        let get = if all {
            let names = self.param_names(id);
            quote!(Self::read(r #names))
        } else {
            let reads = self.head(t).iter().map(|f| self.read_field(id, f, Form::Ref, &mut s));
            let reads: Vec<TokenStream> = reads.collect();
            let make = self.make_ref(id, &s);
            quote!(let begin = r.offset(); #(#reads)* Ok(#make))
        };
        quote! {
            impl #name<'_> {
                /// Width in bits.
                pub fn bits(args: #tys) -> u64 {
                    #unpack
                    let mut bits = 0u64;
                    #(#widths)*
                    bits
                }
            }

            impl<'a> __rt::array::Element<'a> for #name<'a> {
                type Args = #tys;

                fn get(r: &mut __rt::Reader<'a>, args: Self::Args, _: &'static __rt::Site) -> __rt::error::Result<Self> {
                    #unpack
                    #get
                }
            }
        }
    }

    fn width(&self, f: &Field, s: &Scope) -> TokenStream {
        let one = match &f.ty {
            FieldTy::Int(i) => {
                let n = Literal::u64_unsuffixed(u64::from(i.bytes) * 8);
                quote!(#n)
            }
            FieldTy::Bits(n) | FieldTy::Float(n, _) => {
                let n = Literal::u64_unsuffixed(u64::from(*n) * if matches!(f.ty, FieldTy::Float(..)) { 8 } else { 1 });
                quote!(#n)
            }
            FieldTy::User(c, _) => {
                let t = &self.program.types[*c];
                let p = self.path(t.file, &format_ident!("{}Ref", t.rust));
                quote!(#p::bits(()))
            }
            _ => quote!(0),
        };
        match &f.cond {
            Some(c) => {
                let c = self.truth(c, s);
                quote!(if #c { bits += #one; })
            }
            None => quote!(bits += #one;),
        }
    }
}
