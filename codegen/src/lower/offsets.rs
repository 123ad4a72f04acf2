//! Positions that derived fields ask for.

use std::collections::BTreeSet;

use crate::ir::{children, Expr, ExprKind, Function, Mode, Place, Program, TypeId, TypeKind};

/// The fields that an expression asks the position of; whether of their elements.
pub fn offsets_in(e: &Expr) -> Vec<(Place, bool)> {
    let mut out = Vec::new();
    e.visit(&mut |e| {
        let Some((Function::OffsetOf, [of])) = e.as_call() else { return };
        let (place, is_each) = match &of.kind {
            ExprKind::Index(list, _) => (list.as_place(), true),
            _ => (of.as_place(), false),
        };
        out.extend(place.map(|place| (place, is_each)));
    });
    out
}

/// The fields that the derivations of a type ask the position of; whether of their elements.
pub fn offsets_of(p: &Program, id: TypeId) -> Vec<(Place, bool)> {
    let derived = p.types[id].stored().filter_map(|f| f.keys.derive.as_ref());
    derived.flat_map(offsets_in).collect()
}

/// Whether a type's own functions write a field or body of that name.
pub fn writes(p: &Program, id: TypeId, name: &str) -> bool {
    let t = &p.types[id];
    t.field(name).is_some() || t.bodies.iter().any(|b| b.field.id == name && !p.is_view(&b.field))
}

/// The positions that writing a type needs and does not find out itself: of bodies that others write.
pub fn outer_positions(p: &Program, id: TypeId) -> BTreeSet<String> {
    outer(p, id, &mut Vec::new())
}

fn outer(p: &Program, id: TypeId, on_the_way: &mut Vec<TypeId>) -> BTreeSet<String> {
    let t = &p.types[id];
    if t.kind != TypeKind::Plain || t.mode == Mode::View || on_the_way.contains(&id) {
        return BTreeSet::new();
    }
    on_the_way.push(id);
    let mut out: BTreeSet<String> = offsets_of(p, id).into_iter().map(|o| p.name_of(id, o.0).to_owned()).collect();
    for c in children(p, id) {
        out.extend(outer(p, c, on_the_way));
    }
    on_the_way.pop();
    out.retain(|n| !writes(p, id, n));
    out
}
