//! Flags that say whether a field is there: where its condition is such a flag and the flag is derived from nothing else, a value cannot
//! contradict it, and nothing is to be checked.

use crate::emit::Emitter;
use crate::ir::{Binary, Expr, ExprKind, Field, Function, Place, TypeId, Unary};

impl Emitter<'_> {
    /// Whether the condition of a field is a flag of its own type that is derived from whether the field is there. Of flags that a type is
    /// told, only an encoder knows where they come from.
    pub fn is_said_within(&self, id: TypeId, f: &Field) -> bool {
        let names_param = |c: &Expr| c.places().into_iter().any(|n| matches!(n, Place::Param(_)));
        f.cond.as_ref().is_some_and(|c| !names_param(c)) && self.is_said(id, f)
    }

    /// Whether the condition of a field is a flag that is derived from whether the field is there.
    pub(super) fn is_said(&self, id: TypeId, f: &Field) -> bool {
        let t = &self.program.types[id];
        let said = f.cond.as_ref().filter(|_| f.optional && !t.has_layouts(f)).and_then(one_bit);
        let Some((of, mask, is_there_if_set)) = said else { return false };
        let Some((owner, flags)) = self.flags_of(id, of, 0) else { return false };
        let mut bits = flags.keys.bits.iter().filter(|b| b.mask == mask && b.cond.is_none());
        let Some(when) = bits.next().and_then(|b| b.when.as_ref()).filter(|_| flags.cond.is_none()) else {
            return false;
        };
        let (call, is_set_if_there) = match &when.kind {
            ExprKind::Unary(Unary::Not, call) => (&**call, false),
            _ => (when, true),
        };
        let Some((Function::Present, [path])) = call.as_call() else { return false };
        let is_it = |place: Place| {
            let found = t.field_at(place).or_else(|| t.delta_at(place));
            found.is_some_and(|found| found.place == f.place)
        };
        let is_meant = match path.as_place() {
            Some(place) => owner == id && is_it(place),
            None => {
                self.path_end(owner, path).is_some_and(|end| end.ty == id && end.member.is_none() && is_it(end.place))
            }
        };
        is_meant && is_set_if_there == is_there_if_set
    }

    /// The field of flags that a number is, be it handed down.
    fn flags_of(&self, id: TypeId, e: &Expr, depth: usize) -> Option<(TypeId, &Field)> {
        let t = &self.program.types[id];
        let place = match &e.kind {
            _ if depth > 16 => return None,
            ExprKind::Cast(a, int) if !int.signed => return self.flags_of(id, a, depth + 1),
            ExprKind::Name(place) => *place,
            _ => return None,
        };
        let Place::Param(i) = place else { return t.field_at(place).map(|f| (id, f)) };
        let places = self.places(id);
        let mut all = places.iter().map(|p| self.flags_of(p.parent, p.target.args.get(i)?, depth + 1));
        let first = all.next()??;
        all.all(|other| other.is_some_and(|(owner, f)| owner == first.0 && f.place == first.1.place)).then_some(first)
    }
}

/// `(flags & 0x08) == 0`: the flags, the bit, and whether it is to be set.
fn one_bit(e: &Expr) -> Option<(&Expr, u64, bool)> {
    let ExprKind::Binary(op @ (Binary::Eq | Binary::Ne), masked, zero) = &e.kind else { return None };
    let (ExprKind::Binary(Binary::BitAnd, of, mask), ExprKind::Int(0)) = (&masked.kind, &zero.kind) else {
        return None;
    };
    let ExprKind::Int(mask) = mask.kind else { return None };
    let mask = u64::try_from(mask).ok().filter(|mask| mask.is_power_of_two())?;
    Some((of, mask, *op == Binary::Ne))
}
