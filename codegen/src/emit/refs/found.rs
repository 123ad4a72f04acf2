//! What a head leads to: bodies at positions, and elements that are computed.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::emit::expr::Scope;
use crate::emit::field::Form;
use crate::emit::scope::local;
use crate::emit::Emitter;
use crate::ir::{Expr, ExprKind, FieldTy, Mode, Repeat, Ty, TypeId, TypeKind};
use crate::names::{ident, Item};

impl Emitter<'_> {
    /// A method of a file's type for each body that has a borrowed form, which finds it in a stream that holds the whole file.
    pub(super) fn body_refs(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        if t.parent.is_some() {
            return quote!();
        }
        let mut s = self.scope(id, true);
        let mut known: Vec<TokenStream> = Vec::new();
        let mut out = Vec::new();
        for b in &t.bodies {
            let f = &b.field;
            let FieldTy::User(c, _) = &f.ty else { continue };
            let only_bodies = {
                let child = &self.program.types[*c];
                f.once()
                    && f.cond.is_none()
                    && match child.mode {
                        Mode::Struct => self.head(*c).len() == child.fields.len(),
                        Mode::View => true,
                        _ => false,
                    }
                    && self.knows(&s, &b.at)
            };
            if !only_bodies {
                continue;
            }
            s.site = self.site(id, &f.id);
            let (site, at, l) = (s.site.clone(), self.number(&b.at, &s), local(&f.id));
            let read = self.read_field(id, f, Form::Ref, &mut s);
            let (method, path, params) = (format_ident!("{}_at", f.id), self.ref_path(*c), self.params(id));
            let doc = format!("The head of `{}`, found through a reader of the whole.", f.id);
            let (pos, pos_doc) = (format_ident!("{}_pos", f.id), format!("Where `{}` begins, in bytes.", f.id));
            out.push(quote! {
                #[doc = #doc]
                pub fn #method<'a>(r: &__rt::Reader<'a> #params) -> __rt::error::Result<#path> {
                    #(#known)*
                    let mut at = r.at(#at, #site)?;
                    let r = &mut at;
                    #read
                    Ok(#l)
                }

                #[doc = #pos_doc]
                pub fn #pos(r: &__rt::Reader<'_> #params) -> __rt::error::Result<i64> {
                    #(#known)*
                    Ok(#at)
                }
            });
            // Later ones may say where they are by it; views say nothing of others.
            if !matches!(&f.ty, FieldTy::User(c, _) if self.program.types[*c].mode == Mode::View) {
                let names = self.param_names(id);
                known.push(quote!(let #l = Self::#method(r #names)?;));
            }
        }
        if out.is_empty() || t.mode == Mode::View {
            return quote!();
        }
        let owner = ident(&t.rust);
        quote!(impl #owner { #(#out)* })
    }

    /// What names mean in a method of the head: its fields, values and parameters, and what it was handed.
    pub(in crate::emit) fn self_scope(&self, id: TypeId) -> Scope {
        let t = &self.program.types[id];
        let mut s = self.scope(id, true);
        self.know_members(id, &quote!(self), &mut s);
        // The head has the parameters too, but for those of a file's type.
        for p in t.params.iter().filter(|p| t.parent.is_some() && matches!(p.ty, Ty::Int(_) | Ty::Bool)) {
            let name = ident(&p.id);
            s.names.entry(p.place).and_modify(|v| v.tok = quote!(self.#name));
        }
        for (outer, v) in &mut s.parent {
            let up = self.up_local(id, *outer);
            v.tok = quote!(self.#up);
        }
        s
    }

    /// Whether the head of a file's type keeps what it was told, so that what it leads to need not be told again.
    pub(super) fn keeps_cx(&self, id: TypeId) -> bool {
        let t = &self.program.types[id];
        let copied = t.params.iter().all(|p| self.is_kept(&p.ty));
        t.mode != Mode::Visit && t.parent.is_none() && !t.params.is_empty() && copied
    }

    /// The statement that makes it known in a method.
    pub(in crate::emit) fn kept_cx(&self, id: TypeId) -> Option<TokenStream> {
        self.keeps_cx(id).then(|| quote!(let cx = &self.cx;))
    }

    /// The parameter by which a method of the head is told what the file's type needs, if it has to be told.
    pub(in crate::emit) fn cx_param(&self, id: TypeId) -> TokenStream {
        let t = &self.program.types[id];
        if !t.facts.uses_root || self.keeps_cx(id) {
            return quote!();
        }
        let name = self.item_path(self.program.files[t.file].root, Item::Params);
        quote!(, cx: &#name<'_>)
    }

    /// A method for each repeated field whose elements take no bytes: they are computed from the head when asked for.
    pub(super) fn virtual_elements(&self, id: TypeId) -> Vec<TokenStream> {
        let t = &self.program.types[id];
        let mut s = self.self_scope(id);
        s.index = Some(quote!(index));
        let mut out = Vec::new();
        for f in &t.fields {
            let (FieldTy::User(c, args), Repeat::Count(count)) = (&f.ty, &f.repeat) else { continue };
            let child = &self.program.types[*c];
            if child.kind != TypeKind::Plain || !child.fields.is_empty() || !self.knows_without_stream(&s, count) {
                continue;
            }
            s.site = self.site(id, &f.id);
            let site = &s.site;
            let (path, method) = (self.item_path(*c, Item::Ref), format_ident!("{}_at", f.id));
            let (n, call) =
                (self.number(count, &s), self.call(quote!(#path::read), quote!(&mut at), *c, args, &s, &f.pos, None));
            let (cx, kept) = (self.cx_param(id), self.kept_cx(id));
            let doc = format!("Element `index` of `{}`.", f.id);
            out.push(quote! {
                #[doc = #doc]
                pub fn #method(&self, index: i64 #cx) -> __rt::error::Result<#path<'a>> {
                    let r = &self.rest;
                    #kept
                    let count: i64 = #n;
                    if index < 0 || index >= count {
                        return Err(r.error(__rt::ReadErrorKind::OutOfRange { found: index, limit: count as u64 }, #site));
                    }
                    let mut at = *r;
                    #call
                }
            });
        }
        out
    }

    /// Whether all that an expression names is known, where a reader is at hand.
    fn knows(&self, s: &Scope, e: &Expr) -> bool {
        let is_foreign = |e: &Expr| matches!(e.kind, ExprKind::Parent(_) | ExprKind::Position | ExprKind::Item(..));
        let t = &self.program.types[s.ty];
        let is_computed = |place| t.value_at(place).is_some_and(|v| v.cond.is_none() && !v.is_foreign());
        let is_open = |place| !s.names.contains_key(&place) && !is_computed(place);
        let asked = self.through_values(s, e);
        asked.iter().all(|e| !e.any(&is_foreign) && !e.places().into_iter().any(is_open))
    }

    /// The same, where neither the stream nor the file's parameters are to be asked.
    fn knows_without_stream(&self, s: &Scope, e: &Expr) -> bool {
        let is_outside = |e: &Expr| matches!(e.kind, ExprKind::Root(_) | ExprKind::Io(_));
        self.knows(s, e) && !self.through_values(s, e).iter().any(|e| e.any(&is_outside))
    }

    /// An expression, and those of the values that it asks for and that are computed where they are asked for.
    fn through_values<'e>(&'e self, s: &Scope, e: &'e Expr) -> Vec<&'e Expr> {
        crate::ir::through(&self.program.types[s.ty], vec![e], |v| !s.names.contains_key(&v.place))
    }
}
