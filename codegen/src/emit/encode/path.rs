//! Paths into the model: `body.row.body.cells[].complex_deletion`.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::diag::Pos;
use crate::emit::expr::{Holder, Scope};
use crate::emit::Emitter;
use crate::ir::{Expr, ExprKind, Field, FieldTy, Member, Mode, Place, Ty, TypeId, TypeKind};
use crate::names::{camel, ident, Item};

/// What is asked of the end of a path. Where the path leads nowhere the answer is no, or 0.
pub enum Goal {
    /// Whether it is there.
    Present,
    /// Number of elements.
    Count,
    /// Whether every element is there.
    AllPresent,
    /// Whether any is there.
    AnyPresent,
    /// Whether it is that case of a switch.
    Is,
    /// An iterator over whether each element is there.
    Elements,
    /// An iterator over the values.
    Values,
}

/// Where a path has come to.
struct At {
    tok: TokenStream,
    kind: Kind,
    optional: bool,
    /// Whether the version has it, if that is not certain: what the model says of what is not stored is nobody's to know.
    stored: Option<TokenStream>,
    /// The value is its parts, or the bytes of a lazy type with such arguments.
    lazy: Option<(TypeId, Vec<Expr>)>,
}

enum Kind {
    Type(TypeId),
    Switch(TypeId, Box<Field>),
    List(Box<Kind>),
    Leaf,
}

enum Step<'e> {
    Member(Place),
    Case(TypeId, &'e Pos),
    Each(&'e Pos),
}

fn steps<'e>(e: &'e Expr, out: &mut Vec<Step<'e>>) {
    match &e.kind {
        ExprKind::Name(place) => out.push(Step::Member(*place)),
        ExprKind::Member(base, member) => {
            steps(base, out);
            out.extend(match member {
                Member::Of(place) => Some(Step::Member(*place)),
                Member::Case(c) => Some(Step::Case(*c, &e.pos)),
                _ => None,
            });
        }
        ExprKind::Each(base) => {
            steps(base, out);
            out.push(Step::Each(&e.pos));
        }
        _ => {}
    }
}

impl Emitter<'_> {
    /// The answer at the end of a path that begins at the model of the scope's type.
    pub fn ask(&self, e: &Expr, goal: &Goal, s: &Scope) -> TokenStream {
        let mut all = Vec::new();
        steps(e, &mut all);
        let start = At { tok: quote!(self), kind: Kind::Type(s.ty), optional: false, stored: None, lazy: None };
        self.follow(start, &all, goal, e, s, 0)
    }

    fn follow(&self, at: At, steps: &[Step<'_>], goal: &Goal, e: &Expr, s: &Scope, depth: usize) -> TokenStream {
        if let Some(stored) = at.stored {
            let rest = self.follow(At { stored: None, ..at }, steps, goal, e, s, depth);
            return match goal {
                Goal::Count => quote!((if #stored { #rest } else { 0 })),
                Goal::Elements | Goal::Values => self.wrong(&e.pos, "the list is to be there always").tok,
                _ => quote!((#stored && #rest)),
            };
        }
        let (tok, x) = (&at.tok, format_ident!("x{}", depth));
        if at.optional {
            let is_lazy = at.lazy.is_some() && matches!(s.holder, Holder::Parts);
            if steps.is_empty() && matches!(goal, Goal::Present | Goal::AnyPresent) {
                return quote!(#tok.is_some());
            }
            let rest = self.follow(
                At { tok: quote!(#x), kind: at.kind, optional: false, stored: None, lazy: at.lazy },
                steps,
                goal,
                e,
                s,
                depth + 1,
            );
            return match goal {
                Goal::Elements | Goal::Values => self.wrong(&e.pos, "the list is to be there always").tok,
                // What is read may fail, which no closure can hand on.
                Goal::Count if is_lazy => quote!(match &#tok { Some(#x) => #rest, None => 0 }),
                _ if is_lazy => quote!(match &#tok { Some(#x) => #rest, None => false }),
                Goal::Count => quote!(#tok.as_ref().map_or(0, |#x| #rest)),
                _ => quote!(#tok.as_ref().is_some_and(|#x| #rest)),
            };
        }
        if let (Some((c, args)), Holder::Parts) = (&at.lazy, s.holder) {
            let inner = At { tok: quote!(#x), kind: Kind::Type(*c), optional: false, stored: None, lazy: None };
            let rest = self.follow(inner, steps, goal, e, s, depth + 1);
            return self.of_lazy(*c, args, tok, &x, &rest, s);
        }
        match steps.split_first() {
            None => self.goal(at, goal, e),
            Some((Step::Member(place), rest)) => match at.kind {
                Kind::Type(id) => match self.model_member(id, tok, *place, s) {
                    Some(next) => self.follow(next, rest, goal, e, s, depth),
                    None => quote!(false),
                },
                _ => quote!(false),
            },
            Some((Step::Case(c, pos), rest)) => match at.kind {
                Kind::Switch(id, f) => self.variant((id, &f, *c), tok, pos, rest, goal, e, s, depth),
                _ => quote!(false),
            },
            Some((Step::Each(pos), rest)) => {
                let Kind::List(inner) = at.kind else { return quote!(false) };
                if let (Kind::Type(c), Holder::Parts, false) = (&*inner, s.holder, rest.is_empty()) {
                    if self.program.types[*c].mode == Mode::Lazy {
                        let message = "[] of a list whose elements are -mode: lazy, in which nothing is looked up";
                        return self.wrong(pos, message).tok;
                    }
                }
                if let (Goal::Values, [Step::Member(..)]) = (goal, rest) {
                    let value = self.follow(
                        At { tok: quote!(#x), kind: *inner, optional: false, stored: None, lazy: None },
                        rest,
                        goal,
                        e,
                        s,
                        depth + 1,
                    );
                    return quote!(#tok.iter().map(|#x| #value));
                }
                let rest = self.follow(
                    At { tok: quote!(#x), kind: *inner, optional: false, stored: None, lazy: None },
                    rest,
                    goal,
                    e,
                    s,
                    depth + 1,
                );
                match goal {
                    Goal::Count => quote!(#tok.iter().map(|#x| #rest).sum::<i64>()),
                    Goal::AllPresent => quote!(#tok.iter().all(|#x| #rest)),
                    Goal::AnyPresent => quote!(#tok.iter().any(|#x| #rest)),
                    _ => self.wrong(pos, "[] only for count, all_present, any_present and pack2").tok,
                }
            }
        }
    }

    /// What a path leads to in a value that is pushed as its parts or as bytes, which are read for it.
    fn of_lazy(
        &self,
        c: TypeId,
        args: &[Expr],
        tok: &TokenStream,
        x: &Ident,
        rest: &TokenStream,
        s: &Scope,
    ) -> TokenStream {
        let (t, model, site) = (&self.program.types[c], self.type_path(c), &s.site);
        let lazy = self.item_path(c, Item::Lazy);
        let args = t.params.iter().zip(args).map(|(p, a)| match &p.ty {
            Ty::Int(_) | Ty::Bool => {
                let field = ident(&p.id);
                quote!(span.#field)
            }
            _ => self.arg(&p.ty, a, s),
        });
        let cx = t.facts.uses_root.then(|| quote!(, cx));
        let err = quote!(__rt::WriteError::new(__rt::WriteErrorKind::Expression { what: "bytes that cannot be read" }, #site));
        quote!(match &#tok {
            #lazy::Parts(#x) => #rest,
            #lazy::Read(span) => {
                let #x = #model::decode(&mut span.reader() #cx #(, #args)*).map_err(|_| #err)?;
                #rest
            }
        })
    }

    #[allow(clippy::too_many_arguments, reason = "the state of the path")]
    fn variant(
        &self,
        (id, f, c): (TypeId, &Field, TypeId),
        tok: &TokenStream,
        pos: &Pos,
        rest: &[Step<'_>],
        goal: &Goal,
        e: &Expr,
        s: &Scope,
        depth: usize,
    ) -> TokenStream {
        let (enumeration, name) = (self.path_of_switch(id, f), ident(&camel(&self.program.types[c].id)));
        let variant = quote!(#enumeration::#name);
        if let (Goal::Is, []) = (goal, rest) {
            return quote!(matches!(&#tok, #variant(_)));
        }
        let x = format_ident!("x{}", depth);
        let rest = self.follow(
            At { tok: quote!(#x), kind: Kind::Type(c), optional: false, stored: None, lazy: None },
            rest,
            goal,
            e,
            s,
            depth + 1,
        );
        match goal {
            Goal::Count => quote!(match &#tok { #variant(#x) => #rest, _ => 0 }),
            Goal::Elements | Goal::Values => self.wrong(pos, "the list is to be there always").tok,
            _ => quote!(matches!(&#tok, #variant(#x) if #rest)),
        }
    }

    /// Path of the enumeration of a switched field's models.
    pub fn path_of_switch(&self, id: TypeId, f: &Field) -> TokenStream {
        self.path(self.program.types[id].file, &self.switch_name(id, f))
    }

    fn goal(&self, at: At, goal: &Goal, e: &Expr) -> TokenStream {
        let tok = &at.tok;
        match (goal, &at.kind) {
            (Goal::Present | Goal::AnyPresent, _) => quote!(true),
            (Goal::Count, Kind::List(_)) => quote!((#tok.len() as i64)),
            (Goal::AllPresent, Kind::List(inner)) => match self.element_present(inner) {
                Some(test) => quote!(#tok.iter().all(#test)),
                None => self.wrong(&e.pos, "the elements are always there: none of their fields has a condition").tok,
            },
            (Goal::AllPresent, _) => quote!(true),
            (Goal::Elements, Kind::List(inner)) => match self.element_present(inner) {
                Some(test) => quote!(#tok.iter().map(#test)),
                None => self.wrong(&e.pos, "the elements are always there: none of their fields has a condition").tok,
            },
            (Goal::Values, Kind::Leaf) => quote!(#tok),
            _ => self.wrong(&e.pos, "the function does not fit what the path leads to").tok,
        }
    }

    /// A closure: whether an element is there, which is whether any of its fields is. Nothing if one always is.
    fn element_present(&self, kind: &Kind) -> Option<TokenStream> {
        let Kind::Type(id) = kind else { return None };
        let t = &self.program.types[*id];
        let stored = t.params.iter().any(|p| p.stored);
        let mut names: Vec<Ident> = Vec::new();
        for f in t.fields.iter().filter(|f| f.in_model()) {
            if !f.optional {
                return None;
            }
            names.push(f.keys.delta.as_ref().map_or_else(|| ident(&f.id), |d| ident(&d.name)));
        }
        (!stored && !names.is_empty()).then(|| quote!(|e| #(e.#names.is_some())||*))
    }

    /// A member of a type's model.
    fn model_member(&self, id: TypeId, tok: &TokenStream, place: Place, s: &Scope) -> Option<At> {
        let t = &self.program.types[id];
        let field = ident(self.program.name_of(id, place));
        let stored = |f: &Field| self.stored_by_version(id, f, s);
        let leaf =
            |optional| Some(At { tok: quote!(#tok.#field), kind: Kind::Leaf, optional, stored: None, lazy: None });
        if let Some(f) = t.delta_at(place) {
            return leaf(f.optional).map(|at| At { stored: stored(f), ..at });
        }
        // What else is a value is a flag.
        if let Some(v) = t.value_at(place) {
            return leaf(v.in_model && v.cond.is_some());
        }
        let Some(f) = t.stored_at(place) else { return leaf(false) };
        if !f.keys.bits.is_empty() {
            let there = self.bits_present(f, tok, s);
            return Some(At {
                tok: quote!(#there.then_some(())),
                kind: Kind::Leaf,
                optional: true,
                stored: None,
                lazy: None,
            });
        }
        let holder = ident(&t.holder(f).id);
        let one = match &f.ty {
            FieldTy::User(c, _) if self.program.types[*c].kind == TypeKind::Plain => Kind::Type(*c),
            FieldTy::Switch(..) => Kind::Switch(id, Box::new(f.clone())),
            _ => Kind::Leaf,
        };
        let kind = if f.once() { one } else { Kind::List(Box::new(one)) };
        let lazy = match &f.ty {
            FieldTy::User(c, args) if f.once() && self.program.types[*c].mode == Mode::Lazy => Some((*c, args.clone())),
            _ => None,
        };
        Some(At { tok: quote!(#tok.#holder), kind, optional: f.optional, stored: stored(f), lazy })
    }

    /// Whether the version at hand has any layout of a field, of which a model of another one may have a value.
    fn stored_by_version(&self, id: TypeId, f: &Field, s: &Scope) -> Option<TokenStream> {
        let t = &self.program.types[id];
        let holder = t.holder(f);
        if !holder.keys.droppable && !holder.has_absent() {
            return None;
        }
        let mut any = Vec::new();
        for x in t.layouts(holder.place) {
            let has = crate::ir::version_part(self.program, id, x.cond.as_ref()?)?;
            // Below the type at hand only the file's parameters are known.
            let is_known = id == s.ty || (t.file == self.program.types[s.ty].file && only_root(&has));
            if !is_known {
                return None;
            }
            any.push(self.truth(&has, &Scope { ty: id, ..s.clone() }));
        }
        Some(quote!((#(#any)||*)))
    }
}

/// Whether an expression is about the parameters of the file's type alone.
fn only_root(e: &Expr) -> bool {
    !e.asks_around()
}
