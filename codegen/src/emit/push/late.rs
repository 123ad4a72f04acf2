//! What is known only when other values have been pushed.
//!
//! A flag that is derived from values further on is not known when the values that depend on it are pushed. Their conditions are then
//! looked at when it is: until that, a value that is pushed is written. Everything else is known when a type is opened.

use crate::emit::Emitter;
use crate::ir::{Binary, Bit, Expr, ExprKind, Field, FieldTy, Function, Member, Place, Repeat, Ty, TypeId};

/// On what an expression waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Late {
    /// Nothing.
    Never,
    /// Bits of a field of flags of some type.
    Flags { owner: TypeId, field: String, mask: u64 },
    /// Values that its own type's fields are derived from.
    Own,
    /// More than can be told apart.
    Unknown,
}

impl Late {
    fn and(self, other: Late) -> Late {
        match (self, other) {
            (Late::Never, x) | (x, Late::Never) => x,
            (Late::Own, Late::Own) => Late::Own,
            (Late::Flags { owner, field, mask }, Late::Flags { owner: o, field: f, mask: m })
                if owner == o && field == f =>
            {
                Late::Flags { owner, field, mask: mask | m }
            }
            _ => Late::Unknown,
        }
    }

    fn within(self, only: u64) -> Late {
        match self {
            Late::Flags { mask, .. } if mask & only == 0 => Late::Never,
            Late::Flags { owner, field, mask } => Late::Flags { owner, field, mask: mask & only },
            other => other,
        }
    }
}

impl Emitter<'_> {
    /// On what an expression of a type waits.
    pub fn late(&self, id: TypeId, e: &Expr) -> Late {
        self.late_within(id, e, 0)
    }

    fn late_within(&self, id: TypeId, e: &Expr, depth: usize) -> Late {
        if depth > 16 {
            return Late::Unknown;
        }
        let of = |e: &Expr| self.late_within(id, e, depth + 1);
        match &e.kind {
            ExprKind::Binary(Binary::BitAnd, a, b) => match (&a.kind, &b.kind) {
                (_, ExprKind::Int(m)) if self.is_as_stored(id, a, 0) => of(a).within(*m as u64),
                (ExprKind::Int(m), _) if self.is_as_stored(id, b, 0) => of(b).within(*m as u64),
                _ => of(a).and(of(b)),
            },
            ExprKind::Name(place) => self.late_name(id, *place, depth),
            ExprKind::Call(Function::Native(_), args) => args.iter().fold(Late::Never, |all, a| all.and(of(a))),
            ExprKind::Call(f, args) => args.first().map_or(Late::Never, |path| self.late_call(id, *f, path)),
            _ => e.parts().into_iter().fold(Late::Never, |all, part| all.and(of(part))),
        }
    }

    /// Whether an expression has the bits of a field or parameter where that has them, so that a mask says which it asks for.
    fn is_as_stored(&self, id: TypeId, e: &Expr, depth: usize) -> bool {
        let t = &self.program.types[id];
        match &e.kind {
            _ if depth > 16 => false,
            // A sign is many bits of one.
            ExprKind::Cast(a, int) => !int.signed && self.is_as_stored(id, a, depth + 1),
            ExprKind::Name(place) => t.value_at(*place).is_none_or(|v| self.is_as_stored(id, &v.expr, depth + 1)),
            _ => false,
        }
    }

    fn late_name(&self, id: TypeId, place: Place, depth: usize) -> Late {
        let t = &self.program.types[id];
        if let Some(f) = t.field_at(place) {
            return self.late_field(id, f, depth);
        }
        if let Some(v) = t.value_at(place) {
            if self.is_presence(id, place) {
                return Late::Never;
            }
            let cond = v.cond.as_ref().map_or(Late::Never, |c| self.late_within(id, c, depth + 1));
            return self.late_within(id, &v.expr, depth + 1).and(cond);
        }
        match place {
            Place::Param(i) if t.parent.is_some() => self.late_param(id, i, depth),
            _ => Late::Never,
        }
    }

    fn late_field(&self, id: TypeId, f: &Field, depth: usize) -> Late {
        let own = f.keys.derive.as_ref().map_or(Late::Never, |e| self.late_within(id, e, depth + 1));
        let mut mask = 0;
        for bit in &f.keys.bits {
            let late = bit.when.as_ref().is_some_and(|e| self.late_within(id, e, depth + 1) != Late::Never);
            if late && !self.is_assumed(id, bit) {
                mask |= bit.mask;
            }
        }
        if mask != 0 {
            return Late::Flags { owner: id, field: f.id.clone(), mask };
        }
        own
    }

    /// A parameter waits on what it is given at any of the type's places.
    fn late_param(&self, id: TypeId, i: usize, depth: usize) -> Late {
        let places = self.places(id);
        let given = places.iter().filter_map(|p| Some((p.parent, p.target.args.get(i)?)));
        given.fold(Late::Never, |all, (parent, e)| {
            let late = self.late_within(parent, e, depth + 1);
            // Of a number single bits may be asked: they are those of the field only if it is handed on as it is.
            let is_kept = self.is_as_stored(parent, e, 0)
                || matches!(self.program.types[id].params.get(i), Some(p) if p.ty == Ty::Bool);
            all.and(if is_kept || late == Late::Never { late } else { Late::Unknown })
        })
    }

    /// The other field of flags that a bit says the presence of, if that is known only later, in part: bits that are pushed with the type
    /// make it present at once, so that the bit is taken as known. What depended on it is looked at again when it is.
    pub(super) fn assumed_of(&self, id: TypeId, bit: &Bit) -> Option<&Field> {
        let f =
            self.program.types[id].field_at(presence_asked(bit.when.as_ref()?)?).filter(|f| !f.keys.bits.is_empty())?;
        self.has_late_bits(id, f).then_some(f)
    }

    /// Whether any bit of a field of flags follows from what is pushed later, be it by way of further flags whose presence it says.
    fn has_late_bits(&self, id: TypeId, f: &Field) -> bool {
        let further = |other: &Field| {
            let names = self.program.types[id].fields.iter().map(|x| &x.id);
            names.skip_while(|n| **n != f.id).skip(1).any(|n| *n == other.id)
        };
        f.keys.bits.iter().filter_map(|b| b.when.as_ref()).any(|e| match presence_asked(e) {
            // Flags that say the presence of one another have no end.
            Some(n) => match self.program.types[id].field_at(n).filter(|x| !x.keys.bits.is_empty()) {
                Some(other) => further(other) && self.has_late_bits(id, other),
                None => self.late(id, e) != Late::Never,
            },
            None => self.late(id, e) != Late::Never,
        })
    }

    fn is_assumed(&self, id: TypeId, bit: &Bit) -> bool {
        self.assumed_of(id, bit).is_some()
    }

    /// Whether any bit of a type is taken as known before it is.
    pub(super) fn assumes(&self, id: TypeId) -> bool {
        self.program.types[id].fields.iter().flat_map(|f| &f.keys.bits).any(|b| self.is_assumed(id, b))
    }

    fn late_call(&self, id: TypeId, function: Function, path: &Expr) -> Late {
        let mut steps = Vec::new();
        if !way(path, &mut steps) {
            return Late::Never;
        }
        let own = match steps.first() {
            Some(Step::Of(place)) => self.program.types[id].field_at(*place),
            _ => None,
        };
        match own.filter(|f| self.is_visited(f)) {
            Some(f) if steps.len() == 1 && f.once() && function == Function::Present => Late::Never,
            Some(f) if f.once() && function == Function::Is && steps.len() == 1 => Late::Never,
            Some(_) => Late::Own,
            None => {
                let flags = own.filter(|f| !f.keys.bits.is_empty() && function == Function::Present);
                if flags.is_some_and(|f| self.has_late_bits(id, f)) {
                    Late::Own
                } else {
                    Late::Never
                }
            }
        }
    }

    /// Whether a value says which elements of a list are there, one of which the type is: for what is pushed it is true.
    pub fn is_presence(&self, id: TypeId, value: Place) -> bool {
        let t = &self.program.types[id];
        let Some((Function::Native(_), args)) = t.value_at(value).and_then(|v| v.expr.as_call()) else { return false };
        let of_parent = args.iter().filter_map(|a| match a.kind {
            ExprKind::Parent(i) => Some(&t.outer[i].of),
            _ => None,
        });
        let is_missing = |(parent, place): &(TypeId, Place)| {
            let derive = self.program.types[*parent].field_at(*place).and_then(|f| f.keys.derive.as_ref());
            let Some((Function::Missing, [list, ..])) = derive.and_then(Expr::as_call) else { return false };
            self.places(id).iter().any(|p| p.parent == *parent && list.as_place() == Some(p.field.place))
        };
        of_parent.flatten().any(is_missing)
    }

    /// Whether a type is opened only when what stands in it is pushed, since that decides how it begins.
    pub fn is_pending(&self, id: TypeId) -> bool {
        let t = &self.program.types[id];
        let visited = self.visited_fields(id);
        let [only] = visited.as_slice() else { return false };
        only.once()
            && t.parent.is_some()
            && t.fields.iter().flat_map(crate::ir::derivations).any(|e| {
                e.any(&|e| match e.as_call() {
                    Some((Function::Present | Function::Is, [of, ..])) => of.as_place() == Some(only.place),
                    _ => false,
                })
            })
    }

    /// Whether a field's value is known only after others have been pushed.
    pub fn is_late(&self, id: TypeId, f: &Field) -> bool {
        let assumed = f.keys.bits.iter().any(|b| self.is_assumed(id, b));
        !f.in_model() && (assumed || self.late_field(id, f, 0) != Late::Never)
    }

    /// Whether it leaves a gap: its width is fixed, it is there, and nothing before it in its type is moved by a hole that closes.
    pub fn is_gap(&self, id: TypeId, f: &Field) -> bool {
        let is_fixed = |f: &Field| matches!(f.ty, FieldTy::Int(_)) && f.once() && f.cond.is_none();
        let mut before = self.program.types[id].fields.iter().take_while(|b| b.id != f.id);
        is_fixed(f) && before.all(|b| !self.is_late(id, b) || is_fixed(b))
    }

    /// The visited field whose length a field is derived from.
    pub fn measures(&self, id: TypeId, f: &Field) -> Option<usize> {
        let Some((Function::ByteLen, [of])) = f.keys.derive.as_ref().and_then(Expr::as_call) else { return None };
        let of = of.as_place()?;
        self.visited_fields(id).iter().position(|v| v.place == of)
    }

    /// That a type can be pushed.
    pub(super) fn check_pushed(&self, id: TypeId, root: TypeId) {
        let t = &self.program.types[id];
        let visited = self.visited_fields(id);
        let wrong = |message: &str| self.cannot_be_pushed(&t.pos, &format!("{}: {message}", t.id));
        if id == root {
            if t.fields.iter().any(|f| !self.is_visited(f)) {
                wrong("the file's own type has fields that are not visited");
            }
            return;
        }
        if !self.has_parts(id) {
            return wrong("it holds a view, bodies at pos, or a switch that is not visited");
        }
        if self.is_pending(id) && self.borrows(id) {
            wrong("what stands in it decides how it begins, and it has bytes of its own");
        }
        let mut seen = false;
        for f in &t.fields {
            seen |= self.is_visited(f);
            if seen && !self.is_visited(f) && !self.is_late(id, f) {
                self.cannot_be_pushed(&f.pos, &format!("{} stands after what is visited", f.id));
            }
            if self.is_gap(id, f) && self.is_late(id, f) && seen {
                self.cannot_be_pushed(&f.pos, &format!("{} is known late, and stands after what is visited", f.id));
            }
            // Holes close from the innermost out.
            let mut behind = t.fields.iter().skip_while(|x| x.id != f.id).skip(1).take_while(|x| !self.is_visited(x));
            let is_measure = self.is_late(id, f) && self.measures(id, f).is_some();
            if let Some(x) = behind.find(|x| is_measure && self.is_late(id, x) && self.measures(id, x).is_none()) {
                self.cannot_be_pushed(
                    &x.pos,
                    &format!("{} is known late, and stands between {} and what that measures", x.id, f.id),
                );
            }
            if is_measure && self.is_in_optional_list(id) {
                self.cannot_be_pushed(&f.pos, &format!("{} is a length in an element that may be absent", f.id));
            }
        }
        let last = visited.len().saturating_sub(1);
        for (k, f) in visited.iter().enumerate() {
            let indexed = matches!(f.repeat, Repeat::Count(_)) || matches!(f.repeat, Repeat::Until(_) | Repeat::Eos);
            if indexed && k < last && self.is_pending(id) {
                wrong("it is open only while one value in it is");
            }
        }
    }
}

/// The field whose presence an expression asks for, and nothing else.
fn presence_asked(e: &Expr) -> Option<Place> {
    match e.as_call() {
        Some((Function::Present, [of])) => of.as_place(),
        _ => None,
    }
}

/// A step of a path.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    /// To what a type has.
    Of(Place),
    /// To the value of a switch.
    Case(TypeId),
}

/// The steps of a path, `[]` left out.
pub fn way(e: &Expr, out: &mut Vec<Step>) -> bool {
    match &e.kind {
        ExprKind::Name(place) => out.push(Step::Of(*place)),
        ExprKind::Member(base, Member::Of(place)) if way(base, out) => out.push(Step::Of(*place)),
        ExprKind::Member(base, Member::Case(c)) if way(base, out) => out.push(Step::Case(*c)),
        ExprKind::Each(base) if way(base, out) => {}
        _ => return false,
    }
    true
}
