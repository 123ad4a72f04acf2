//! What types are told by those that have fields of them, as arguments and as what they ask of their parent: only what is at hand wherever
//! values of them are read and written.

use super::{Expr, ExprKind, FieldTy, Outer, Param, Place, Program, Repeat, Ty, Type, TypeId, TypeKind};
use crate::diag::Diagnostics;

/// Refuses what cannot be told.
pub fn rules(p: &Program, diags: &mut Diagnostics) {
    for (id, t) in p.types.iter().enumerate() {
        for param in &t.params {
            param_rules(p, t, param, diags);
        }
        for (i, outer) in t.outer.iter().enumerate() {
            outer_rules(p, t, outer, t.facts.parent_refs.contains(&i), diags);
        }
        for f in t.stored() {
            match &f.ty {
                FieldTy::User(c, args) => arguments(p, id, &p.types[*c], args, diags),
                FieldTy::Switch(_, cases) => cases.iter().for_each(|c| arguments(p, id, &p.types[c.1], &c.2, diags)),
                _ => {}
            }
        }
    }
}

/// Lists that are parameters are lists of models.
fn param_rules(p: &Program, t: &Type, param: &Param, diags: &mut Diagnostics) {
    let Ty::Array(inner) = &param.ty else { return };
    if !matches!(**inner, Ty::Type(c) if p.types[c].kind != TypeKind::Version) {
        let message = format!("the parameter {} of {} is {}", param.id, t.id, p.describe(&param.ty));
        diags.error_help(&param.pos, message, "a list of a type whose field is the element");
    }
}

/// Models are told as who calls has them: what is being read is none yet.
fn arguments(p: &Program, id: TypeId, c: &Type, args: &[Expr], diags: &mut Diagnostics) {
    for (param, arg) in c.params.iter().zip(args) {
        let is_told_whole = match &param.ty {
            Ty::Array(inner) => is_model(p, inner),
            ty => is_model(p, ty),
        };
        let Some(place) = source(arg).filter(|place| is_told_whole && !matches!(place, Place::Param(_))) else {
            continue;
        };
        let (name, of) = (p.name_of(id, place), &p.types[id].id);
        let message = format!(
            "the parameter {} of {} is told from {name}, which is no model yet when {of} is read",
            param.id, c.id
        );
        diags.error_help(
            &arg.pos,
            message,
            "a parameter; or parameters for what is asked of it: numbers, truth values, text",
        );
    }
}

/// The place whose value an expression is, or is within.
fn source(e: &Expr) -> Option<Place> {
    match &e.kind {
        ExprKind::Member(base, _) | ExprKind::Index(base, _) => source(base),
        _ => e.as_place(),
    }
}

/// What a type asks of its parents may be absent in all of them, or in none; and it is at hand in all of them.
fn outer_rules(p: &Program, t: &Type, outer: &Outer, is_read: bool, diags: &mut Diagnostics) {
    let name = &outer.id;
    let mut optional = outer.of.iter().map(|(parent, place)| p.is_optional(*parent, *place));
    let first = optional.next();
    if optional.any(|other| Some(other) != first) {
        let message = format!("_parent.{name} in {}: not all types that have fields of it have such a {name}", t.id);
        diags.error_help(&outer.pos, message, "a parameter");
    }
    // What only Kaitai asks for is never told.
    for (parent, place) in outer.of.iter().filter(|_| is_read) {
        let parent = &p.types[*parent];
        if matches!(outer.ty, Ty::Array(_)) && !is_view(p, parent, *place) {
            let message = format!("_parent.{name} in {}: no list that can be handed down", t.id);
            let help = "a field of numbers, or of elements of one width, with a repeat-expr; or a parameter for what is asked of it";
            diags.error_help(&outer.pos, message, help);
        }
        if is_model(p, &outer.ty) && !matches!(place, Place::Param(_)) {
            let message = format!("_parent.{name} in {}: it is no model yet when {} is read", t.id, parent.id);
            diags.error_help(&outer.pos, message, "parameters for what is asked of it: numbers, truth values, text");
        }
    }
}

/// Whether what a place of a type stands for is read as a view.
fn is_view(p: &Program, t: &Type, place: Place) -> bool {
    match (t.field_at(place), t.value_at(place)) {
        (Some(f), _) => p.is_viewable(f) && matches!(f.repeat, Repeat::Count(_)),
        (_, Some(v)) => v.cond.is_none() && v.expr.as_place().is_some_and(|place| is_view(p, t, place)),
        _ => false,
    }
}

/// Whether values of a type are models of their own.
fn is_model(p: &Program, ty: &Ty) -> bool {
    matches!(ty, Ty::Type(c) if p.types[*c].kind == TypeKind::Plain)
}
