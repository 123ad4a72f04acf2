//! Values that several fields ask for.

use crate::ir::{field_exprs, Binary, Expr, ExprKind, Field, Place, Program, Repeat, Size, TypeId, ValueInstance};

/// A value that is computed once, in front of the first field that asks for it.
#[derive(Debug, Clone, Copy)]
pub struct Shared<'p> {
    /// The value.
    pub value: &'p ValueInstance,
    /// The field asks for it whatever other values are. What cannot be computed is no mistake unless someone asks for it.
    pub is_certain: bool,
}

/// The values that a field asks for and that others ask for too, or each of its elements.
pub fn shared<'p>(p: &'p Program, id: TypeId, f: &Field) -> Vec<Shared<'p>> {
    let t = &p.types[id];
    let is_shared = |v: &&ValueInstance| {
        let asks = |x: &Field| field_exprs(x).into_iter().any(|e| e.mentions(v.place));
        let often = || !f.once() || t.fields.iter().filter(|x| asks(x)).count() > 1;
        v.cond.is_none() && v.delta.is_none() && asks(f) && often()
    };
    let certain = |v: &'p ValueInstance| Shared { value: v, is_certain: always_asks(p, id, f, v.place) };
    t.values.iter().filter(is_shared).map(certain).collect()
}

/// Whether reading or writing a field asks for a value whatever other values are.
fn always_asks(p: &Program, id: TypeId, f: &Field, place: Place) -> bool {
    let asks = |e: &Expr| strictly(p, id, e, place, 0);
    let own = match (&f.repeat, &f.size) {
        (Repeat::Count(e), _) | (Repeat::Once, Size::Bytes(e)) => asks(e),
        _ => false,
    };
    f.cond.as_ref().map_or(own, asks)
}

/// Whether evaluating an expression of a type evaluates a value.
fn strictly(p: &Program, id: TypeId, e: &Expr, place: Place, depth: usize) -> bool {
    let inner = |e: &Expr| strictly(p, id, e, place, depth);
    match &e.kind {
        ExprKind::Name(n) if *n == place => true,
        ExprKind::Name(n) => {
            let value = p.types[id].value_at(*n).filter(|v| !v.is_native() && depth < 8);
            value.is_some_and(|v| strictly(p, id, v.cond.as_ref().unwrap_or(&v.expr), place, depth + 1))
        }
        // The second operand of these may be left out.
        ExprKind::Binary(Binary::And | Binary::Or, a, _) | ExprKind::Cond(a, ..) => inner(a),
        ExprKind::Call(..) => false,
        _ => e.parts().into_iter().any(inner),
    }
}
