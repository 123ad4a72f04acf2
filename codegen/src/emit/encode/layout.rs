//! Bodies at `pos:`: where `-layout` puts them.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Gap, Writer};
use crate::emit::expr::{Scope, Val};
use crate::emit::Emitter;
use crate::ir::{
    through, BodyInstance, Expr, ExprKind, Field, FieldTy, Function, Layout, Member, Place, Size, Ty, Type, TypeId,
};
use crate::names::ident;

impl Emitter<'_> {
    /// Whether positions of a type are those of its component: no value of it stands in a stream of its own.
    fn is_of_component(&self, id: TypeId) -> bool {
        let sized = |f: &Field| f.has(id) && !matches!(f.size, Size::Own);
        let has = |t: &Type| t.stored().any(|f| f.has(id));
        let types = &self.program.types;
        match self.is_laid_out(id) {
            true => !types.iter().flat_map(Type::stored).any(sized),
            false => types[id].parent.is_none() && !types.iter().any(has),
        }
    }

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
        let filled: Vec<Place> = left.iter().map(|g| g.field).collect();
        bodies.gaps = left;
        let emit = self.laid_out_by(id).map(|l| (l.pos.clone(), l.emit.clone()));
        for (pos, name) in emit.iter().flat_map(|(pos, names)| names.iter().map(move |n| (pos, n))) {
            bodies.body(name, pos);
        }
        bodies.check_places(&filled);
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
            self.body_field(b);
        } else if !self.done.is_empty() {
            self.em
                .diags
                .borrow_mut()
                .error(pos, format!("-layout: {name} is written by the caller, so it must come first"));
        }
    }

    /// Writes a body; that it stands where `pos` says is seen when all that tells it is known.
    fn body_field(&mut self, b: &BodyInstance) {
        let (em, id, f) = (self.em, self.id, &b.field);
        if em.is_of_component(id) && !self.says_where(b) && self.tells(&b.at) {
            let asked = through(&em.program.types[id], vec![&b.at], |_| true);
            if self.gaps.iter().any(|g| asked.iter().any(|e| e.mentions(g.field))) {
                let at = format_ident!("at_{}", f.id);
                self.out.push(quote!(let #at = w.pos();));
                self.placed.push(f.place);
            } else {
                let check = self.check_place(b, &quote!(w.pos()), &self.s);
                self.out.push(check);
            }
        }
        self.field(f);
    }

    fn check_place(&self, b: &BodyInstance, found: &TokenStream, s: &Scope) -> TokenStream {
        let site = self.em.site(self.id, &b.field.id);
        let expected = self.em.number(&b.at, &Scope { site: site.clone(), ..s.clone() });
        let check = quote!(__rt::sink::placed(#found, #expected, #site)?;);
        match self.condition(&b.field) {
            Some(c) => quote!(if #c { #check }),
            None => check,
        }
    }

    /// Whether a field is derived from where a body is, and `pos` is that field: then it is there.
    fn says_where(&self, b: &BodyInstance) -> bool {
        let types = &self.em.program.types;
        let (of, place) = match &b.at.kind {
            ExprKind::Name(place) => (self.id, *place),
            ExprKind::Member(base, Member::Of(place)) => match base.ty {
                Ty::Type(of) => (of, *place),
                _ => return false,
            },
            _ => return false,
        };
        let derive = types[of].stored_at(place).and_then(|f| f.keys.derive.as_ref());
        derive.and_then(Expr::as_call).is_some_and(|(function, _)| function == Function::OffsetOf)
    }

    /// Whether what an expression asks for is at hand in a writer.
    fn tells(&self, e: &Expr) -> bool {
        let t = &self.em.program.types[self.id];
        through(t, vec![e], |_| true).into_iter().all(|e| {
            !e.any(&|e| match &e.kind {
                ExprKind::Name(place) => {
                    let is_gap = self.gaps.iter().any(|g| g.field == *place);
                    !(is_gap || t.value_at(*place).is_some() || self.s.names.contains_key(place))
                }
                ExprKind::Member(_, Member::Of(_)) => true,
                _ => e.is_of_place(),
            })
        })
    }

    /// The checks that bodies are where `pos` says, behind all that is written.
    pub(super) fn check_places(&mut self, gaps: &[Place]) {
        let (em, id) = (self.em, self.id);
        let t = &em.program.types[id];
        for place in std::mem::take(&mut self.placed) {
            let Some(b) = t.bodies.iter().find(|b| b.field.place == place) else { continue };
            let mut s = Scope { site: em.site(id, &b.field.id), ..self.s.clone() };
            // What was filled in is computed once more.
            for gap in gaps {
                let Some((f, e)) = t.stored_at(*gap).and_then(|f| Some((f, f.keys.derive.as_ref()?))) else { continue };
                if f.once() && through(t, vec![&b.at], |_| true).iter().any(|e| e.mentions(*gap)) {
                    let tok = em.typed(f, &em.eval(e, &s), &s);
                    s.names.insert(*gap, Val::new(tok, f.stored_ty()));
                }
            }
            let at = format_ident!("at_{}", b.field.id);
            self.out.push(self.check_place(b, &quote!(#at), &s));
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
