//! What versions have gained: the first version of no format has it.

use super::presence::versions;
use super::{truth, Binary, Bit, Expr, ExprKind, Field, Program, Truth, TypeId, VersionRow};

/// Whether the first version of no format has a field.
pub fn gained(p: &Program, id: TypeId, f: &Field) -> bool {
    p.types[id].layouts(f.place).all(|x| x.cond.as_ref().is_some_and(|c| in_no_first(p, id, c)))
}

/// Whether the first version of no format knows a bit.
pub fn gained_bit(p: &Program, id: TypeId, bit: &Bit) -> bool {
    bit.cond.as_ref().is_some_and(|c| in_no_first(p, id, c))
}

/// Whether a condition holds in the first version of no format, whatever the bytes are.
pub fn in_no_first(p: &Program, id: TypeId, cond: &Expr) -> bool {
    let is_first =
        |v: &VersionRow| versions(p).find(|x| x.1.format == v.format).is_some_and(|x| x.1.letters == v.letters);
    let mut firsts = versions(p).filter(|x| is_first(x.1)).peekable();
    firsts.peek().is_some() && firsts.all(|v| never(p, id, cond, v, MOST_TYPES))
}

/// Types that hand a truth value down to one another, at most.
const MOST_TYPES: usize = 16;

fn never(p: &Program, id: TypeId, e: &Expr, v: (TypeId, &VersionRow), left: usize) -> bool {
    let (t, inner) = (&p.types[id], |e: &Expr| left > 0 && never(p, id, e, v, left - 1));
    truth(p, id, e, v.0, v.1) == Truth::No
        || match &e.kind {
            ExprKind::Binary(Binary::And, a, b) => inner(a) || inner(b),
            ExprKind::Binary(Binary::Or, a, b) => inner(a) && inner(b),
            ExprKind::Name(place) => match t.value_at(*place) {
                Some(value) => inner(&value.expr) || value.cond.as_ref().is_some_and(inner),
                None => {
                    let at = t.params.iter().position(|param| param.place == *place);
                    at.is_some_and(|at| left > 0 && told(p, id, at).all(|(by, e)| never(p, by, e, v, left - 1)))
                }
            },
            _ => false,
        }
}

/// What a parameter of a type is told, and by which type.
fn told(p: &Program, id: TypeId, at: usize) -> impl Iterator<Item = (TypeId, &Expr)> {
    let types = p.types.iter().enumerate();
    let all = types.flat_map(|(by, t)| t.stored().flat_map(Field::targets).map(move |target| (by, target)));
    all.filter(move |(_, target)| target.ty == id).filter_map(move |(by, target)| Some((by, target.args.get(at)?)))
}
