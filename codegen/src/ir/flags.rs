//! What conditions ask of flags is what `-bits` lists, and what a flag says is there asks for it.

use super::analysis::{derivations, field_exprs, through};
use super::{Binary, Expr, ExprKind, Field, Function, Place, Program, Type, TypeId, Unary};
use crate::diag::Diagnostics;

/// Notes bits that nothing lists, or nothing asks for.
pub fn check(p: &Program, diags: &mut Diagnostics) {
    for (id, t) in p.types.iter().enumerate() {
        let exprs = t.stored().flat_map(|f| field_exprs(f).into_iter().chain(derivations(f)));
        for e in exprs.chain(t.values.iter().flat_map(|v| std::iter::once(&v.expr).chain(&v.cond))) {
            e.visit(&mut |e| {
                let Some((place, mask)) = asked(e) else { return };
                let Some(f) = flags_of(p, id, place) else { return };
                let unlisted = mask & !f.keys.bits.iter().fold(0, |all, b| all | b.mask);
                if unlisted != 0 && unlisted != mask_of_rest(f) {
                    let message = format!("{unlisted:#04x} is not among the -bits of {}", f.id);
                    diags.error_help(&e.pos, message, format!("{unlisted:#04x}: {{id: …}} in its -bits"));
                }
            });
        }
        t.fields.iter().filter(|f| !f.keys.bits.is_empty()).for_each(|f| said(t, f, diags));
    }
}

/// All bits that a field does not list: to ask for these together is to ask whether any is unknown.
fn mask_of_rest(f: &Field) -> u64 {
    let width = match &f.ty {
        super::FieldTy::Int(i) => i.bytes * 8,
        _ => 64,
    };
    (u64::MAX >> (64 - width)) & !f.keys.bits.iter().fold(0, |all, b| all | b.mask)
}

/// `flags & 0x01`: what is named, and which bits.
fn asked(e: &Expr) -> Option<(Place, u64)> {
    let ExprKind::Binary(Binary::BitAnd, a, b) = &e.kind else { return None };
    match (&a.kind, &b.kind) {
        (ExprKind::Name(place), ExprKind::Int(n)) | (ExprKind::Int(n), ExprKind::Name(place)) => {
            Some((*place, u64::try_from(*n).ok()?))
        }
        _ => None,
    }
}

/// The field of flags that a name stands for: one of the type, or one that all who use the type tell it.
fn flags_of(p: &Program, id: TypeId, place: Place) -> Option<&Field> {
    let is_flags = |f: &&Field| !f.keys.bits.is_empty();
    if let Place::Param(_) = place {
        let index = p.types[id].params.iter().position(|x| x.place == place)?;
        let told = p.types.iter().flat_map(|t| t.stored().map(move |f| (t, f)));
        let mut told = told.flat_map(|(t, f)| f.targets().into_iter().filter(|x| x.ty == id).map(move |x| (t, x)));
        return told.find_map(|(t, x)| t.field_at(x.args.get(index)?.as_place()?).filter(is_flags));
    }
    p.types[id].field_at(place).filter(is_flags)
}

/// Whether a field stands is asked of the bit that says it.
fn said(t: &Type, flags: &Field, diags: &mut Diagnostics) {
    for (bit, place) in flags.keys.bits.iter().zip(&flags.flags) {
        let Some(f) = bit.when.as_ref().and_then(|e| told_of(t, e)) else { continue };
        let Some(cond) = &f.cond else { continue };
        // Something else may tell as well, such as a length; but another bit of the same byte is a mistake.
        let (mut is_asked, mut asks_others) = (false, false);
        let listed = flags.keys.bits.iter().fold(0, |all, b| all | b.mask);
        for e in through(t, vec![cond], |_| true) {
            e.visit(&mut |e| {
                let of_flags = asked(e).is_some_and(|(of, mask)| of == flags.place && mask & bit.mask != 0);
                // Bits that nothing lists are a mistake of their own.
                let is_mistaken = asked(e).is_some_and(|(of, mask)| of == flags.place && mask & !listed != 0);
                is_asked |= of_flags || is_mistaken || e.as_place() == Some(*place);
                asks_others |= e.as_place().is_some_and(|of| of == flags.place || flags.flags.contains(&of));
            });
        }
        if asks_others && !is_asked {
            diags.error_help(
                &bit.pos,
                format!("{:#04x} of {} says that {} is there, whose if does not ask for it", bit.mask, flags.id, f.id),
                format!("if: ({} & {:#04x}) != 0", flags.id, bit.mask),
            );
        }
    }
}

/// The field of the type of which an expression says whether it is there.
fn told_of<'t>(t: &'t Type, e: &Expr) -> Option<&'t Field> {
    match (&e.kind, e.as_call()) {
        (ExprKind::Unary(Unary::Not, e), _) => told_of(t, e),
        (_, Some((Function::Present, [path]))) => t.field_at(path.as_place()?),
        _ => None,
    }
}
