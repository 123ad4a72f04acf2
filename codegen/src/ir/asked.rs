//! What a version asks for that it does not have: there is no value for it, whatever the bytes are.

use super::analysis::derivations;
use super::presence::{removed_in, versions};
use super::stated::At;
use super::{Expr, ExprKind, Field, FieldTy, Member, Place, Program, Truth, Ty, Type, TypeId, TypeKind, VersionRow};
use crate::diag::{Diagnostics, Pos};

/// Notes it, once for each place that asks.
pub fn check(p: &Program, diags: &mut Diagnostics) {
    let mut noted: Vec<&Pos> = Vec::new();
    for (root, v) in versions(p) {
        let version = Version { p, root, v, reached: reached(p, root, v) };
        for lacking in version.all() {
            if !noted.contains(&lacking.pos) {
                noted.push(lacking.pos);
                let message = format!("version {} does not have {}, which this asks for", v.letters, lacking.what);
                let help = "-absent there says what it is; or ask for something else in that version: v.has_… ? … : …";
                diags.error_help(lacking.pos, message, help);
            }
        }
    }
}

/// The types that stand in files of a version, and those that stand in none.
fn reached(p: &Program, root: TypeId, v: &VersionRow) -> Vec<bool> {
    let mut found = vec![false; p.types.len()];
    let is_open = |id: &TypeId| p.types[*id].parent.is_none() || p.parents_of(*id).is_empty();
    let mut open: Vec<TypeId> = (0..p.types.len()).filter(is_open).collect();
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut found[id], true) {
            let at = At { p, id, root, v };
            let fields = p.types[id].stored().filter(|f| at.has(f) != Truth::No);
            open.extend(fields.flat_map(Field::targets).map(|target| target.ty));
        }
    }
    found
}

/// A version, and the types that its files have.
struct Version<'p> {
    p: &'p Program,
    root: TypeId,
    v: &'p VersionRow,
    reached: Vec<bool>,
}

/// What is asked for and is not there.
struct Lacking<'p> {
    /// Where it is asked for.
    pos: &'p Pos,
    /// What, in words.
    what: String,
    /// Whether all versions before have it.
    is_removed: bool,
}

/// What goes on where an expression is evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Reading,
    /// What the model has is at hand, as it is.
    Writing,
}

impl<'p> Version<'p> {
    fn at(&self, id: TypeId) -> At<'p> {
        At { p: self.p, id, root: self.root, v: self.v }
    }

    fn all(&self) -> Vec<Lacking<'p>> {
        let mut found = Vec::new();
        for id in (0..self.p.types.len()).filter(|id| self.reached[*id]) {
            let (at, t) = (self.at(id), &self.p.types[id]);
            let mut look = |e, act| self.expr(&at, e, act, &mut Vec::new(), &mut found);
            for f in t.stored() {
                f.cond.iter().for_each(|e| look(e, Act::Reading));
                let (read, written) = match at.has(f) {
                    Truth::No => (f.absent_value().into_iter().collect(), Vec::new()),
                    Truth::Yes | Truth::Depends => (read(f), derivations(f)),
                };
                read.into_iter().for_each(|e| look(e, Act::Reading));
                written.into_iter().for_each(|e| look(e, Act::Writing));
            }
            t.bodies.iter().filter(|b| at.has(&b.field) != Truth::No).for_each(|b| look(&b.at, Act::Reading));
            t.state.iter().chain(&t.enter).chain(&t.leave).for_each(|(_, e)| look(e, Act::Writing));
            // What nobody here asks for is asked for by others, who expect of it what it was in all versions before.
            let mut by_others = Vec::new();
            for v in &t.values {
                self.place(&at, v.place, &v.pos, Act::Reading, &mut Vec::new(), &mut by_others);
            }
            found.extend(by_others.into_iter().filter(|lacking| lacking.is_removed));
        }
        found
    }

    /// What an expression asks for.
    fn expr(&self, at: &At<'p>, e: &'p Expr, act: Act, seen: &mut Vec<(TypeId, Place)>, found: &mut Vec<Lacking<'p>>) {
        at.asked(e, &mut |e| match &e.kind {
            ExprKind::Name(place) => self.place(at, *place, &e.pos, act, seen, found),
            ExprKind::Item(id, place) => self.place(&self.at(*id), *place, &e.pos, act, seen, found),
            ExprKind::Parent(i) => {
                let outer = self.p.types[at.id].outer.get(*i);
                for (parent, place) in outer.iter().flat_map(|outer| &outer.of) {
                    if self.has_child(*parent, at.id) {
                        self.place(&self.at(*parent), *place, &e.pos, act, seen, found);
                    }
                }
            }
            ExprKind::Member(base, Member::Of(place)) => {
                if let Ty::Type(id) = base.ty {
                    self.place(&self.at(id), *place, &e.pos, act, seen, found);
                }
            }
            _ => {}
        });
    }

    /// Whether a type of the version has another in a field.
    fn has_child(&self, parent: TypeId, id: TypeId) -> bool {
        let at = self.at(parent);
        self.reached[parent] && self.p.types[parent].stored().any(|f| f.has(id) && at.has(f) != Truth::No)
    }

    /// What is asked for by a name: a field, or a value, and so what that asks for.
    fn place(
        &self,
        at: &At<'p>,
        place: Place,
        pos: &'p Pos,
        act: Act,
        seen: &mut Vec<(TypeId, Place)>,
        found: &mut Vec<Lacking<'p>>,
    ) {
        let t = &self.p.types[at.id];
        if t.kind != TypeKind::Plain {
            return;
        }
        if let Some(f) = t.stored_at(place).or_else(|| t.delta_at(place)) {
            if self.lacks(at, t, f) {
                let what = format!("{} of {}", f.id, t.id);
                found.push(Lacking { pos, what, is_removed: removed_in(self.p, at.id, f).is_some() });
            }
        } else if let Some(v) = t.value_at(place).filter(|v| act == Act::Reading || !v.in_model) {
            if !seen.contains(&(at.id, place)) {
                seen.push((at.id, place));
                let is_told = v.cond.as_ref().is_none_or(|c| at.truth(c) != Truth::No);
                v.cond.iter().for_each(|e| self.expr(at, e, act, seen, found));
                if is_told {
                    self.expr(at, &v.expr, act, seen, found);
                }
            }
        }
    }

    /// Whether the version has a field in none of its layouts, and nothing stands for it.
    fn lacks(&self, at: &At<'p>, t: &Type, f: &Field) -> bool {
        let holder = t.holder(f);
        let has = |f: &Field| at.has(f) != Truth::No;
        !has(f) && !t.layouts(holder.place).any(has) && !holder.has_absent()
    }
}

/// The expressions that are evaluated where a field is read.
fn read(f: &Field) -> Vec<&Expr> {
    let mut all: Vec<&Expr> = f.repeat.expr().into_iter().chain(f.size.expr()).collect();
    if let FieldTy::Switch(on, _) = &f.ty {
        all.push(on);
    }
    all.extend(f.targets().iter().flat_map(|target| target.args));
    all.extend(f.valid.iter().flat_map(|v| &v.checks));
    all.extend(f.keys.bits.iter().filter_map(|b| b.cond.as_ref()));
    all
}
