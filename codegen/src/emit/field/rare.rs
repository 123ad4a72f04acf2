//! Optional neighbours that are there, or not there, together.

use proc_macro2::TokenStream;
use quote::quote;

use super::Form;
use crate::emit::case::parts;
use crate::emit::expr::Scope;
use crate::emit::scope::local;
use crate::emit::Emitter;
use crate::ir::{field_exprs, ExprKind, Field, FieldTy, TypeId, TypeKind};
use crate::lower::{Op, Step, Times};

impl Emitter<'_> {
    /// Statements that read the fields of a head, one after the other. Neighbours of the same condition are read where it holds. Numbers
    /// whose conditions have several parts are rarely there: neighbours of that kind are looked at only if the first part of any one's
    /// condition holds.
    pub fn read_steps(&self, id: TypeId, steps: &[Step<'_>], s: &mut Scope) -> Vec<TokenStream> {
        let mut out = Vec::new();
        let mut left = steps;
        while let Some(first) = left.first() {
            let plain = left.iter().take_while(|step| is_plain(step)).count();
            let apart = (1..=plain).rev().find(|n| !ask_for_each_other(&left[..*n])).unwrap_or(0);
            let condition = |step: &Step<'_>| {
                let s = Scope { site: self.site(id, &first.field.id), ..s.clone() };
                step.take.cond.map(|c| self.truth(c, &s).to_string())
            };
            let run = &left[..apart];
            let alike = run.iter().take_while(|step| condition(step) == condition(first)).count();
            let rare = run.iter().take_while(|step| self.is_rare(step.field)).count();
            let (n, reads) = match (alike, rare) {
                (2.., _) => (alike, self.read_alike(id, &run[..alike], s)),
                (_, 2..) => (rare, self.read_rare(id, &run[..rare], s)),
                _ => (1, self.read_field(id, first.field, Form::Ref, s)),
            };
            out.push(reads);
            left = &left[n..];
        }
        out
    }

    /// Whether a field is a number whose condition has several parts, of which the first one compares.
    fn is_rare(&self, f: &Field) -> bool {
        let is_number = matches!(&f.ty, FieldTy::User(c, _)
            if matches!(self.program.types[*c].kind, TypeKind::Native(n) if n.number().is_some()));
        let parts = parts(f);
        is_number && parts.len() > 1 && matches!(parts.first().map(|e| &e.kind), Some(ExprKind::Binary(..)))
    }

    fn read_alike(&self, id: TypeId, run: &[Step<'_>], s: &mut Scope) -> TokenStream {
        let all: Vec<TokenStream> = run.iter().map(name).collect();
        let (mut before, mut reads) = (quote!(), quote!());
        for (i, (step, name)) in run.iter().zip(&all).enumerate() {
            s.site = self.site(id, &step.field.id);
            for op in &step.ops {
                match op {
                    Op::Share(values) => before.extend(self.share(id, values, s)),
                    // Whole bytes begin again, whether they are read or not.
                    Op::Align if i == 0 => before.extend(quote!(r.align();)),
                    Op::Align => reads.extend(quote!(r.align();)),
                    _ => {}
                }
            }
            let (_, body) = self.read_repeated(id, &step.take, Form::Ref, s);
            reads.extend(quote!(let #name = #body;));
        }
        let cond = run.first().and_then(|first| {
            let s = Scope { site: self.site(id, &first.field.id), ..s.clone() };
            first.take.cond.map(|c| self.truth(c, &s))
        });
        for step in run {
            s.names.insert(step.field.place, self.read_val(id, step.field, Form::Ref));
        }
        let none = run.iter().map(|_| quote!(None));
        quote!(#before let (#(#all),*) = if #cond { #reads (#(Some(#all)),*) } else { (#(#none),*) };)
    }

    fn read_rare(&self, id: TypeId, run: &[Step<'_>], s: &mut Scope) -> TokenStream {
        let first = |step: &Step<'_>| {
            let s = Scope { site: self.site(id, &step.field.id), ..s.clone() };
            parts(step.field).first().map(|e| self.truth(e, &s))
        };
        let any: Vec<TokenStream> = run.iter().filter_map(first).collect();
        let reads: Vec<TokenStream> = run.iter().map(|step| self.read_field(id, step.field, Form::Ref, s)).collect();
        let (all, none) = (run.iter().map(name).collect::<Vec<_>>(), run.iter().map(|_| quote!(None)));
        quote!(let (#(#all),*) = if #(#any)||* { __rt::rarely(); #(#reads)* (#(#all),*) } else { (#(#none),*) };)
    }
}

fn name(step: &Step<'_>) -> TokenStream {
    let local = local(&step.field.id);
    quote!(#local)
}

/// Whether a field is optional, and no more is to be done than to read it.
fn is_plain(step: &Step<'_>) -> bool {
    let is_read = |op: &Op<'_>| matches!(op, Op::Share(_) | Op::Align | Op::Take | Op::Begin(_) | Op::Sum(..));
    let take = &step.take;
    let is_whole = step.field.reads_optional() && take.valid.is_none() && !take.is_layout;
    matches!(take.times, Times::Once) && is_whole && step.ops.iter().all(is_read)
}

/// Whether reading one of some fields asks for another one.
fn ask_for_each_other(run: &[Step<'_>]) -> bool {
    let asked = |f: &Field, by: &Field| field_exprs(by).into_iter().any(|e| e.mentions(f.place));
    run.iter().any(|by| run.iter().any(|step| asked(step.field, by.field)))
}
