//! One reading of the head for all: `decode`, `skip`, `visit` and cursors begin with the head's `read`, and know its members from then on.

use proc_macro2::TokenStream;
use quote::quote;

use super::expr::{Scope, Val};
use super::Emitter;
use crate::ir::{through, Field, FieldTy, Mode, Size, Ty, TypeId, TypeKind, ValueInstance};
use crate::names::{ident, Item};

impl Emitter<'_> {
    /// Whether the functions of a type begin with its head.
    pub fn begins_with_head(&self, id: TypeId) -> bool {
        let t = &self.program.types[id];
        t.kind == TypeKind::Plain && t.mode != Mode::Lazy && !self.head(id).is_empty()
    }

    /// Whether `decode` does: checksums are of bytes whose places the head does not tell, and not all that a head leads to can be owned.
    fn decodes_head(&self, id: TypeId) -> bool {
        let t = &self.program.types[id];
        let mut fields = t.stored();
        let owned = |f: &Field| match &f.ty {
            FieldTy::User(c, _) if self.program.types[*c].kind == TypeKind::Plain => {
                self.program.types[*c].mode != Mode::Struct || self.is_model(*c)
            }
            _ => true,
        };
        self.begins_with_head(id) && !fields.any(|f| f.keys.checksum.is_some()) && self.head(id).iter().all(owned)
    }

    /// The fields that are read by the head in `decode`.
    pub fn decoded_head(&self, id: TypeId) -> &[Field] {
        if self.decodes_head(id) {
            self.head(id)
        } else {
            &[]
        }
    }

    /// Whether `skip` does: what takes memory is passed over without reading it, and so is what spans are measured by, in hot loops.
    pub fn skips_head(&self, id: TypeId) -> bool {
        let head = self.head(id);
        let takes = |f: &Field| {
            f.keys.java_utf
                || matches!(&f.ty, FieldTy::User(c, _) if self.program.native(*c).is_some_and(|n| n.is_costly))
        };
        self.begins_with_head(id) && !head.iter().any(takes) && !self.is_measured(id)
    }

    /// Whether values of a type stand in those of a lazy one of its file. Other files' types are compiled without this one.
    pub fn is_measured(&self, id: TypeId) -> bool {
        let lazy = |t: &TypeId| self.program.types[*t].mode == Mode::Lazy;
        let own = &self.program.files[self.program.types[id].file].types;
        crate::ir::reached(self.program, own.iter().copied().filter(lazy).collect()).contains(&id)
    }

    /// The statement that reads the head; names mean its members from here on.
    pub fn read_head(&self, id: TypeId, s: &mut Scope) -> TokenStream {
        let (name, names) = (Item::Ref.of(&self.program.types[id].rust), self.param_names(id));
        self.know_members(id, &quote!(head), s);
        // Where the reader is then is not where it is now.
        let t = &self.program.types[id];
        let is_placed = |v: &&ValueInstance| through(t, vec![&v.expr], |_| true).iter().any(|e| e.asks_stream());
        t.values.iter().filter(is_placed).for_each(|v| drop(s.names.remove(&v.place)));
        quote!(let head = #name::read(r #names)?;)
    }

    /// Makes the members of a head known: its fields, and the values that it has.
    pub fn know_members(&self, id: TypeId, head: &TokenStream, s: &mut Scope) {
        for f in self.head(id).iter().filter(|f| f.same_as.is_none()) {
            let (name, v) = (ident(&f.id), self.field_val(id, f));
            s.names.insert(f.place, Val { tok: quote!(#head.#name), ..v });
        }
        let closed = self.closed(id);
        let vals: Vec<Val> =
            closed.iter().map(|v| self.eval_raw(&self.program.named(id, v.place, &v.pos), s)).collect();
        for (v, val) in closed.into_iter().zip(vals) {
            let name = ident(&v.id);
            let ty = self.member_ty(&val);
            s.names.insert(v.place, Val { tok: quote!(#head.#name), ty, ..val });
        }
        s.head = Some(head.clone());
    }

    /// The head: as it was read, or made of what was.
    pub fn head_of(&self, id: TypeId, s: &Scope) -> TokenStream {
        s.head.clone().unwrap_or_else(|| self.make_ref(id, s))
    }

    /// A member of the head as the model has it.
    pub fn owned_member(&self, id: TypeId, f: &Field, s: &Scope) -> TokenStream {
        let member = s.names.get(&f.place).map_or_else(|| quote!(()), |v| v.tok.clone());
        if f.once() && self.is_copied(f) {
            return member;
        }
        let (v, sure) = (quote!(v), !self.fails(f));
        match (f.reads_optional(), sure) {
            (true, _) => {
                let one = self.owned(id, f, &v, s);
                let failing = (!sure).then(|| quote!(.transpose()?));
                quote!(#member.as_ref().map(|v| #one) #failing)
            }
            (false, true) => self.owned(id, f, &member, s),
            (false, false) => {
                let one = self.owned(id, f, &member, s);
                quote!(#one?)
            }
        }
    }

    /// Whether making the model of a member may fail, so that [`Self::owned`] is a `Result`.
    fn fails(&self, f: &Field) -> bool {
        !f.once() || matches!(&f.ty, FieldTy::User(c, _) if self.program.types[*c].kind == TypeKind::Plain)
    }

    /// What the model has of a member, as it is if present.
    fn owned(&self, id: TypeId, f: &Field, v: &TokenStream, s: &Scope) -> TokenStream {
        if !f.once() {
            return match self.program.types[id].element_of(f) {
                Ty::Type(_) => quote!(#v.list(|e| e.to_model())),
                _ => quote!(#v.list(|e| Ok(e.0))),
            };
        }
        match &f.ty {
            FieldTy::Bytes => quote!(#v.to_vec()),
            FieldTy::Str if f.keys.java_utf => quote!(#v.clone()),
            FieldTy::Str => quote!((*#v).to_owned()),
            FieldTy::User(c, args) => match (self.program.types[*c].kind, self.program.types[*c].mode) {
                (TypeKind::Native(_), _) => quote!(#v.clone()),
                (_, Mode::Lazy) => {
                    let path = self.type_path(*c);
                    let s = Scope { site: self.site(id, &f.id), ..s.clone() };
                    let (site, call) = (
                        s.site.clone(),
                        self.call(quote!(#path::decode), quote!(&mut bytes), *c, args, &s, &f.pos, None),
                    );
                    let finish = (!matches!(f.size, Size::Own)).then(|| quote!(bytes.finish(#site)?;));
                    quote!((|| -> __rt::error::Result<_> {
                        let mut bytes = #v.reader();
                        let value = #call.within(#site)?;
                        #finish
                        Ok(value)
                    })())
                }
                _ => quote!(#v.to_model()),
            },
            _ => v.clone(),
        }
    }

    /// Whether a head says all that the model does, without being told anything.
    pub fn is_model(&self, id: TypeId) -> bool {
        let t = &self.program.types[id];
        let known = |f: &Field| !matches!(&f.ty, FieldTy::User(c, _) if self.program.types[*c].mode == Mode::Lazy);
        let keeps = |p: &crate::ir::Param| !p.stored || !t.facts.fixed && matches!(p.ty, Ty::Int(_) | Ty::Bool);
        t.mode == Mode::Struct
            && self.is_whole(id)
            && t.facts.asked.is_empty()
            && t.params.iter().all(keeps)
            && self.decodes_head(id)
            && t.fields.iter().all(known)
    }

    /// `to_model` of a head that says all that the model does, if anything asks for it.
    pub fn to_model(&self, id: TypeId) -> TokenStream {
        let owns = |p: TypeId| {
            self.decodes_head(p) && self.head(p).iter().any(|f| matches!(&f.ty, FieldTy::User(c, _) if *c == id))
        };
        let is_asked = self.flat(id).is_none() || (0..self.program.types.len()).any(owns);
        if !self.is_model(id) || !is_asked {
            return quote!();
        }
        let name = ident(&self.program.types[id].rust);
        let model = if self.is_pushed_as_model(id) && self.is_from_head(id) {
            quote!(self.into())
        } else {
            let fields = self.model_init(id, &self.self_scope(id));
            quote!(#name { #fields })
        };
        quote! {
            pub fn to_model(&self) -> __rt::error::Result<#name> {
                Ok(#model)
            }
        }
    }
}
