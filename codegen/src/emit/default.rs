//! `Default` of models: what every version can be written of. A field that a later version adds need not be named by those who make a
//! model and leave the rest to it.

use proc_macro2::TokenStream;
use quote::quote;

use super::bits::{has_unknown, unknown};
use super::layouts::is_empty;
use super::Emitter;
use crate::ir::{removed_in, Absent, Expr, ExprKind, Field, FieldTy, Repeat, Ty, TypeId, TypeKind, Unary};
use crate::names::ident;

impl Emitter<'_> {
    /// The implementation, if each field has a value that nobody need choose: zeros and nothing, but for what stands for a field where a version
    /// does not have it.
    pub(super) fn model_default(&self, id: TypeId) -> Option<TokenStream> {
        let t = &self.program.types[id];
        if !self.model_has_default(id) || self.derives_default(id) {
            return None;
        }
        let (name, all) = (ident(&t.rust), self.chosen(id, |_| false));
        Some(quote! {
            impl Default for #name {
                fn default() -> Self {
                    Self { #(#all)* }
                }
            }
        })
    }

    /// A constructor that takes the fields somebody must choose, if there are others, or one is of one of several types: such a type stands for what
    /// later versions add to it. It stays what it was when a later version loses such a
    /// field, and something stands for it there.
    pub(super) fn model_new(&self, id: TypeId) -> Option<TokenStream> {
        let t = &self.program.types[id];
        let is_wanted = |f: &Field| !self.field_has_default(f) || !self.field_had_default(id, f);
        let held: Vec<&Field> = t.stored().filter(|f| self.is_held(f)).collect();
        let wanted: Vec<&Field> = held.iter().copied().filter(|f| is_wanted(f)).collect();
        // More than two would be told apart by their order alone, which a later version may change.
        let has_others = held.len() > wanted.len() || wanted.iter().any(|f| matches!(f.ty, FieldTy::Switch(..)));
        let (1..=2, true) = (wanted.len(), has_others) else { return None };
        if wanted.iter().any(|f| f.keys.delta.is_some()) || !self.values_have_default(id) {
            return None;
        }
        let names: Vec<_> = wanted.iter().map(|f| ident(&f.id)).collect();
        let tys = wanted.iter().map(|f| self.model_ty(id, f));
        let all = self.chosen(id, is_wanted);
        let texts: Vec<String> = wanted.iter().map(|f| format!("`{}`", f.id)).collect();
        let texts = texts.join(", ");
        let doc = format!("Of {texts} and what nobody need choose: what a later version adds is one more of those.");
        Some(quote!(#[doc = #doc] pub fn new(#(#names: #tys),*) -> Self { Self { #(#names,)* #(#all)* } }))
    }

    /// What takes away the elements that a component counts, of whichever lists a version has of them: with others in their place, what the
    /// lists say is of none of these. Of lists of numbers: others have a model each.
    pub(super) fn model_without(&self, id: TypeId) -> Option<TokenStream> {
        let (t, file) = (&self.program.types[id], &self.program.files[self.program.types[id].file]);
        let counts = |count: &Field, f: &Field| matches!(&f.repeat, Repeat::Count(e) if e.mentions(count.place));
        let is_counted = |f: &&Field| self.is_held(f) && f.in_model() && matches!(f.element_ty(), Ty::Int(_));
        let lists = |count: &Field| t.fields.iter().filter(|f| counts(count, f)).filter(is_counted).collect::<Vec<_>>();
        let has_lists = |count: &&Field| count.keys.derive.is_some() && !lists(count).is_empty();
        let count = t.fields.iter().find(has_lists).filter(|_| file.root == id && file.component.is_some())?;
        let what = count.id.strip_prefix("num_").unwrap_or(&count.id);
        let (name, doc) = (quote::format_ident!("without_{what}"), format!("It before there are {what}."));
        let lists = lists(count).into_iter().map(|f| ident(&f.id));
        Some(quote! {
            #[doc = #doc]
            pub fn #name(mut self) -> Self {
                #(self.#lists = Default::default();)*
                self
            }
        })
    }

    /// What each field is that nobody need choose, but for those to be left out.
    fn chosen(&self, id: TypeId, left_out: impl Fn(&Field) -> bool) -> Vec<TokenStream> {
        let (t, s) = (&self.program.types[id], self.scope(id, true));
        let mut all: Vec<TokenStream> = Vec::new();
        let mut add = |name: proc_macro2::Ident, value: TokenStream| all.push(quote!(#name: #value,));
        t.params.iter().filter(|p| p.stored).for_each(|p| add(ident(&p.id), quote!(Default::default())));
        for f in t.stored() {
            f.keys.bits.iter().filter_map(|b| b.stored()).for_each(|b| add(ident(b), quote!(false)));
            if has_unknown(f) {
                add(unknown(f), quote!(Default::default()));
            }
            if self.is_held(f) && !left_out(f) {
                let value = match f.absent_value().filter(|e| says(f, e)) {
                    Some(e) => self.constant(f, e, &s),
                    None => quote!(Default::default()),
                };
                add(ident(f.keys.delta.as_ref().map_or(&f.id, |d| &d.name)), value);
            }
        }
        t.values.iter().filter(|v| v.in_model).for_each(|v| add(ident(&v.id), quote!(Default::default())));
        if t.preserve_trailing {
            add(ident("trailing"), quote!(Vec::new()));
        }
        all
    }

    /// Whether the value that nobody need choose is that of each field's type.
    pub(super) fn derives_default(&self, id: TypeId) -> bool {
        let t = &self.program.types[id];
        let chosen = |f: &Field| self.is_held(f) && f.absent_value().is_some_and(|e| says(f, e));
        self.model_has_default(id) && !t.fields.iter().any(chosen)
    }

    /// Whether a field is one of the model.
    fn is_held(&self, f: &Field) -> bool {
        f.in_model() && !self.is_view(f)
    }

    pub(super) fn model_has_default(&self, id: TypeId) -> bool {
        let t = &self.program.types[id];
        let mut fields = t.stored().filter(|f| self.is_held(f));
        self.values_have_default(id) && fields.all(|f| self.field_has_default(f))
    }

    fn values_have_default(&self, id: TypeId) -> bool {
        let mut values = self.program.types[id].values.iter().filter(|v| v.in_model && v.cond.is_none());
        values.all(|v| !matches!(v.ty, crate::ir::Ty::Enum(_)))
    }

    fn field_has_default(&self, f: &Field) -> bool {
        self.defaults(f, f.keys.absent.as_ref(), |c| self.model_has_default(c))
    }

    /// The same before any version lost what each format has had from its first version on.
    fn field_had_default(&self, id: TypeId, f: &Field) -> bool {
        let absent = f.keys.absent.as_ref().filter(|_| removed_in(self.program, id, f).is_none());
        self.defaults(f, absent, |c| {
            let mut fields = self.program.types[c].stored().filter(|f| self.is_held(f));
            self.values_have_default(c) && fields.all(|f| self.field_had_default(c, f))
        })
    }

    fn defaults(&self, f: &Field, absent: Option<&Absent>, of_model: impl Fn(TypeId) -> bool) -> bool {
        if f.optional {
            return true;
        }
        match absent {
            Some(Absent::Value(e)) if is_constant(e) => true,
            // What other fields say, or a reader, is not known of a model that nobody has filled: the field is as any of its type.
            _ if !f.once() => true,
            _ => match &f.ty {
                FieldTy::Switch(..) => false,
                FieldTy::User(c, _) => match self.program.types[*c].kind {
                    TypeKind::Native(n) => n.has_default,
                    TypeKind::Version => false,
                    TypeKind::Plain => of_model(*c),
                },
                _ => f.enumeration.is_none(),
            },
        }
    }
}

/// Whether a field's default is what stands for it where a version does not have it, not that of its type.
fn says(f: &Field, absent: &Expr) -> bool {
    !f.optional && is_constant(absent) && !is_empty(absent)
}

/// Whether a value needs nothing to be known.
pub(super) fn is_constant(e: &Expr) -> bool {
    match &e.kind {
        ExprKind::Unary(Unary::Neg, a) => is_constant(a),
        ExprKind::Int(_) | ExprKind::Bool(_) | ExprKind::Enum(..) => true,
        _ => is_empty(e),
    }
}
