//! The head of a type: what it begins with, up to the first field of unknown extent.

use crate::ir::{Field, FieldTy, Mode, Program, Repeat, Type, TypeId, TypeKind};

/// How many fields it has.
pub fn len(p: &Program, t: &Type) -> usize {
    let mut n = t.fields.iter().take_while(|f| is_in(p, t, f)).count();
    // All layouts of a field are in the head, or none is.
    let place = |f: &Field| t.fields.iter().position(|x| x.id == f.id).unwrap_or(0);
    let reach = |i: usize| t.layouts(t.holder(&t.fields[i]).place).map(place).max().unwrap_or(i);
    while let Some(first) = (0..n).find(|i| reach(*i) >= n) {
        n = first;
    }
    n
}

/// Whether it is all there is.
pub fn is_whole(p: &Program, id: TypeId) -> bool {
    let t = &p.types[id];
    t.kind == TypeKind::Plain && t.bodies.is_empty() && !t.preserve_trailing && len(p, t) == t.fields.len()
}

fn is_in(p: &Program, t: &Type, f: &Field) -> bool {
    match &f.repeat {
        Repeat::Once => {}
        Repeat::Count(_) if p.is_viewable(f) => return true,
        // Readers of the other layouts find it in the head, so that it is there in this one too.
        Repeat::Eos if p.is_viewable(f) && t.has_layouts(f) => return true,
        _ => return false,
    }
    match &f.ty {
        FieldTy::Switch(..) => false,
        FieldTy::User(c, _) => {
            let t = &p.types[*c];
            match (t.kind, t.mode) {
                (TypeKind::Native(_) | TypeKind::Version, _) => true,
                (_, Mode::Visit) => false,
                (_, Mode::Lazy) => true,
                (_, Mode::Struct | Mode::View) => is_whole(p, *c),
            }
        }
        _ => true,
    }
}
