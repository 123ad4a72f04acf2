//! Bodies at `pos:`: where `-layout` puts them.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Gap, Writer};
use crate::emit::Emitter;
use crate::ir::{Field, FieldTy, Layout, TypeId};
use crate::names::ident;

impl Emitter<'_> {
    /// The step of a parent's `-layout` that lays the bodies of a type out, for each of its values.
    fn laid_out_by(&self, id: TypeId) -> Option<&Layout> {
        self.program.types.iter().find_map(|t| {
            t.layout.iter().find(|l| {
                let f = l.for_each.as_ref().and_then(|n| t.field(n));
                f.is_some_and(|f| matches!(&f.ty, FieldTy::User(c, _) if *c == id))
            })
        })
    }

    /// Whether a parent's `-layout` lays the bodies of a type out.
    pub fn is_laid_out(&self, id: TypeId) -> bool {
        self.laid_out_by(id).is_some()
    }

    /// The type of a field's elements, if their bodies are laid out behind all of them.
    pub fn laid_out_elements(&self, f: &Field) -> Option<TypeId> {
        match &f.ty {
            FieldTy::User(c, _) if self.is_laid_out(*c) => Some(*c),
            _ => None,
        }
    }

    /// Two functions: one for `seq`, which leaves gaps, and one for the bodies.
    pub fn encode_in_two(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        let mut head = Writer::new(self, id);
        head.open();
        t.fields.iter().for_each(|f| head.field(f));
        let left: Vec<Gap> = std::mem::take(&mut head.gaps);
        for gap in &left {
            if t.field_at(gap.field).is_some_and(|f| f.cond.is_some()) {
                self.diags.borrow_mut().error(
                    &gap.pos,
                    format!(
                        "{} has a condition, and is known only after what follows it is written",
                        head.name(gap.field)
                    ),
                );
            }
        }
        let places: Vec<_> = left.iter().map(|g| format_ident!("place_{}", head.name(g.field))).collect();
        let count = Literal::usize_unsuffixed(left.len());

        let mut bodies = Writer::new(self, id);
        bodies.gaps = left;
        let emit = self.laid_out_by(id).map(|l| (l.pos.clone(), l.emit.clone()));
        for (pos, name) in emit.iter().flat_map(|(pos, names)| names.iter().map(move |n| (pos, n))) {
            bodies.body(name, pos);
        }
        bodies.close();
        bodies.check_bodies(emit.iter().flat_map(|e| &e.1));

        let (params, args) = (self.write_params(id), self.write_pass_on(id));
        let (head, bodies) = (head.finish(), bodies.finish());
        let whole = super::encode_fn(
            &quote!(),
            &params,
            &quote!(
                let places = self.encode_head(w #args)?;
                self.encode_bodies(w #args, places)
            ),
        );
        quote! {
            #whole

            /// Writes all but the bodies; gives the places of what follows from where these are.
            fn encode_head<S: __rt::Sink>(&self, w: &mut S #params) -> __rt::sink::WriteResult<[u64; #count]> {
                #(#head)*
                Ok([#(#places),*])
            }

            /// Writes the bodies, and fills in what follows from where they are.
            fn encode_bodies<S: __rt::Sink>(&self, w: &mut S #params, places: [u64; #count]) -> __rt::sink::WriteResult<()> {
                let [#(#places),*] = places;
                #(#bodies)*
                Ok(())
            }
        }
    }
}

impl Writer<'_, '_> {
    /// The bodies of the type, and those of its fields' elements, in the order of `-layout`.
    pub fn layout(&mut self) {
        let t = &self.em.program.types[self.id];
        for step in &t.layout {
            match &step.for_each {
                None => step.emit.iter().for_each(|name| self.body(name, &step.pos)),
                Some(field) => self.bodies_of(field, step),
            }
        }
        self.check_bodies(t.layout.iter().filter(|l| l.for_each.is_none()).flat_map(|l| &l.emit));
    }

    fn check_bodies<'n>(&self, emitted: impl Iterator<Item = &'n String>) {
        let emitted: Vec<&String> = emitted.collect();
        for b in &self.em.program.types[self.id].bodies {
            if !self.em.is_view(&b.field) && !emitted.contains(&&b.field.id) {
                self.em.diags.borrow_mut().error_help(
                    &b.field.pos,
                    format!("no -layout says where {} is written", b.field.id),
                    format!("-layout: [{}] of its type, or for-each of a type that has fields of it", b.field.id),
                );
            }
        }
    }

    fn body(&mut self, name: &str, pos: &crate::diag::Pos) {
        let t = &self.em.program.types[self.id];
        let Some(b) = t.bodies.iter().find(|b| b.field.id == name) else {
            self.em.diags.borrow_mut().error(pos, format!("-layout: {} has no body {name}", t.id));
            return;
        };
        if !self.em.is_view(&b.field) {
            self.field(&b.field);
        } else if !self.done.is_empty() {
            self.em
                .diags
                .borrow_mut()
                .error(pos, format!("-layout: {name} is written by the caller, so it must come first"));
        }
    }

    fn bodies_of(&mut self, field: &str, step: &Layout) {
        let (em, t) = (self.em, &self.em.program.types[self.id]);
        let Some((f, FieldTy::User(c, args))) = t.field(field).map(|f| (f, &f.ty)) else {
            em.diags.borrow_mut().error(&step.pos, format!("-layout: {} has no field {field} of a type", t.id));
            return;
        };
        self.s.site = em.site(self.id, field);
        let (name, places) = (ident(field), format_ident!("places_{}", field));
        let mut inner = self.s.clone();
        inner.index = Some(quote!(index));
        let call = em.write_call(&quote!(e), "encode_bodies", *c, args, &inner, f, Some(quote!(places)));
        self.out.push(quote! {
            for (index, (e, places)) in self.#name.iter().zip(#places).enumerate() {
                let index = index as i64;
                #call;
            }
        });
        self.done.insert(f.place);
        self.settle();
    }
}
