//! What emitters need to know of each type, found by walking expressions and iterating until nothing changes.

use super::{
    rules, version_param, Expr, ExprKind, Field, FieldTy, Mode, Place, Program, Repeat, Size, Ty, Type, TypeId,
    TypeKind, ValueInstance,
};
use crate::diag::Diagnostics;

/// Fills [`super::Type::facts`] and checks the house rules.
pub fn run(program: &mut Program, diags: &mut Diagnostics) {
    let ids: Vec<TypeId> = (0..program.types.len()).collect();
    for &id in &ids {
        let mut parent_refs = Vec::new();
        let mut root = program.types[id].parent.is_none() && !program.types[id].params.is_empty();
        // The version is asked of the type's own parameter, if it has it.
        let own = version_param(program, id).is_some();
        let asks = |e: &Expr| e.any(&|e| matches!(e.kind, ExprKind::Root(_)) && !(own && program.is_version(&e.ty)));
        for e in reading(program, id) {
            root |= asks(&e);
            e.visit(&mut |e| match e.kind {
                ExprKind::Parent(i) if !parent_refs.contains(&i) => parent_refs.push(i),
                _ => {}
            });
        }
        // Deltas are resolved while reading; the others when writing, which has the same parameters.
        for e in program.types[id].fields.iter().flat_map(derivations) {
            root |= asks(e);
        }
        program.types[id].facts.parent_refs = parent_refs;
        program.types[id].facts.uses_root = root;
    }
    asked(program);
    fixed(program);
    for (id, told) in versioned(program).into_iter().enumerate() {
        program.types[id].facts.uses_root |= told;
    }
    fixpoint(program, |p, id| {
        let uses = p.types[id].facts.uses_root
            || children(p, id).into_iter().any(|c| p.types[c].facts.uses_root && p.types[c].file == p.types[id].file);
        let changed = uses != p.types[id].facts.uses_root;
        p.types[id].facts.uses_root = uses;
        changed
    });
    fixpoint(program, |p, id| {
        let bits = p.types[id].fields.iter().map(|f| min_bits(p, f)).fold(0u64, u64::saturating_add);
        let changed = bits > p.types[id].facts.min_bits && bits < 1 << 32;
        if changed {
            p.types[id].facts.min_bits = bits;
        }
        changed
    });
    registers(program);
    rules::check(program, diags);
}

/// Types of a file that is told the version are told it too, whether they ask for it in any version yet or not: a condition that a new
/// version brings to a type then changes none of its callers. Those of fixed width are views, whose elements are told nothing.
fn versioned(p: &Program) -> Vec<bool> {
    let is_told = |id: TypeId| {
        let t = &p.types[id];
        t.kind == TypeKind::Plain && !t.facts.fixed && version_param(p, p.files[t.file].root).is_some()
    };
    let mut told: Vec<bool> = (0..p.types.len()).map(is_told).collect();
    let inner = |id: TypeId| children(p, id).into_iter().filter(move |c| p.types[*c].file == p.types[id].file);
    // What another file uses is told what its own parameters say, and so is all that stands in it.
    let mut free: Vec<TypeId> = (0..p.types.len()).flat_map(|id| foreign(p, id)).collect();
    while let Some(id) = free.pop() {
        if std::mem::take(&mut told[id]) {
            free.extend(inner(id));
        }
    }
    // What has the version as a parameter of its own knows it, and needs no more unless what stands in it does.
    let knows = |id: TypeId| {
        let is_nested = p.types[id].parent.is_some();
        is_nested && version_param(p, id).is_some() && !inner(id).any(|c| told[c])
    };
    (0..p.types.len()).map(|id| told[id] && !knows(id)).collect()
}

/// The nested types of other files that stand in a type.
pub(super) fn foreign(p: &Program, id: TypeId) -> impl Iterator<Item = TypeId> + '_ {
    children(p, id).into_iter().filter(move |c| p.types[*c].file != p.types[id].file && p.types[*c].parent.is_some())
}

fn fixpoint(program: &mut Program, mut step: impl FnMut(&mut Program, TypeId) -> bool) {
    for _ in 0..64 {
        let mut changed = false;
        for id in 0..program.types.len() {
            changed |= step(program, id);
        }
        if !changed {
            return;
        }
    }
}

/// The expressions that reading a field evaluates.
pub fn field_exprs(f: &Field) -> Vec<&Expr> {
    let mut out: Vec<&Expr> = f.cond.iter().chain(f.repeat.expr()).chain(f.size.expr()).collect();
    if let FieldTy::Switch(on, _) = &f.ty {
        out.push(on);
    }
    out.extend(f.targets().iter().flat_map(|target| target.args));
    out.extend(f.valid.iter().flat_map(|v| &v.checks));
    out.extend(f.keys.bits.iter().filter_map(|b| b.cond.as_ref()));
    out.extend(f.absent_value());
    out
}

/// The expressions of a field's extension keys.
pub fn derivations(f: &Field) -> Vec<&Expr> {
    let when = f.keys.bits.iter().filter_map(|bit| bit.when.as_ref());
    let delta = f.keys.delta.iter().map(|d| &d.base);
    f.keys.derive.iter().chain(delta).chain(when).collect()
}

/// All expressions that reading a type evaluates, through the values that they name.
pub fn reading(p: &Program, id: TypeId) -> Vec<Expr> {
    let t = &p.types[id];
    let mut all: Vec<&Expr> = t.fields.iter().flat_map(field_exprs).collect();
    for b in &t.bodies {
        all.push(&b.at);
        all.extend(field_exprs(&b.field));
    }
    if t.fields.is_empty() {
        // An element of no bytes is nothing but its values.
        all.extend(t.values.iter().map(|v| &v.expr));
    }
    through(t, all, |_| true).into_iter().cloned().collect()
}

/// Expressions of a type, and those of the values that they name, themselves or through others; `follow` says which values count.
pub fn through<'t>(t: &'t Type, mut all: Vec<&'t Expr>, follow: impl Fn(&ValueInstance) -> bool) -> Vec<&'t Expr> {
    let (mut seen, mut next): (Vec<Place>, usize) = (Vec::new(), 0);
    while let Some(&e) = all.get(next) {
        next += 1;
        for place in e.places() {
            let Some(v) = t.value_at(place).filter(|v| follow(v) && !seen.contains(&place)) else { continue };
            seen.push(place);
            all.push(&v.expr);
            all.extend(&v.cond);
        }
    }
    all
}

/// The types that the fields and bodies of a type have.
pub fn children(p: &Program, id: TypeId) -> Vec<TypeId> {
    p.types[id].stored().flat_map(Field::targets).map(|target| target.ty).collect()
}

/// Types and all that stands in their values.
pub fn reached(p: &Program, mut all: Vec<TypeId>) -> Vec<TypeId> {
    let mut next = 0;
    while let Some(&t) = all.get(next) {
        next += 1;
        let new: Vec<TypeId> = children(p, t).into_iter().filter(|c| !all.contains(c)).collect();
        all.extend(new);
    }
    all
}

fn min_bits(p: &Program, f: &Field) -> u64 {
    if f.cond.is_some() || !matches!(f.repeat, Repeat::Once | Repeat::Until(_)) || !matches!(f.size, Size::Own) {
        return 0;
    }
    match &f.ty {
        FieldTy::Int(i) => u64::from(i.bytes) * 8,
        FieldTy::Bits(n) => u64::from(*n),
        FieldTy::Float(n, _) => u64::from(*n) * 8,
        FieldTy::User(t, _) => match p.types[*t].kind {
            TypeKind::Version => 0,
            TypeKind::Native(n) => n.least * 8,
            TypeKind::Plain => p.types[*t].facts.min_bits,
        },
        _ => 0,
    }
}

/// Types whose values have one width under the same parameters: only numbers, and fixed types, with conditions on parameters.
fn fixed(p: &mut Program) {
    seq_params(p);
    for id in 0..p.types.len() {
        let t = &p.types[id];
        // What a file's type needs from outside is no argument of an element.
        let is_open = t.parent.is_none() && !t.params.is_empty();
        let plain = t.kind == TypeKind::Plain && t.mode == Mode::Struct && !t.fields.is_empty() && !is_open;
        // Elements of arrays keep what they are told.
        let is_kept = |x: &super::Param| matches!(x.ty, Ty::Int(_) | Ty::Bool) || p.is_version(&x.ty);
        let plain = plain && t.params.iter().all(is_kept);
        let fixed = plain && !t.preserve_trailing && t.facts.asked.is_empty() && !varies(p, id);
        let (asks_version, asks_more) = asks_root(p, id);
        p.types[id].facts.fixed = fixed && !asks_more;
        p.types[id].facts.told_version = asks_version;
    }
    fixpoint(p, |p, id| {
        if !p.types[id].facts.fixed {
            return false;
        }
        let t = &p.types[id];
        let ok = t.fields.iter().all(|f| {
            let shape = f.once()
                && matches!(f.size, Size::Own)
                && match &f.ty {
                    FieldTy::Int(_) | FieldTy::Bits(_) | FieldTy::Float(..) => true,
                    FieldTy::User(c, args) => {
                        let c = &p.types[*c].facts;
                        c.fixed && !c.told_version && args.is_empty()
                    }
                    _ => false,
                };
            shape && f.cond.as_ref().is_none_or(only_params)
        });
        p.types[id].facts.fixed = ok;
        !ok
    });
}

/// Whether the fields of a type ask the file's type for the version, and whether for more. The version is of the type's own parameter, if it has
/// one.
fn asks_root(p: &Program, id: TypeId) -> (bool, bool) {
    let t = &p.types[id];
    let exprs = through(t, t.fields.iter().flat_map(field_exprs).collect(), |_| true);
    let asks = |version: bool| {
        let is_such = |e: &Expr| matches!(e.kind, ExprKind::Root(_)) && p.is_version(&e.ty) == version;
        exprs.iter().any(|e| e.any(&is_such))
    };
    (asks(true) && version_param(p, id).is_none(), asks(false))
}

/// Whether the elements of some array of the type differ in parameters that their fields need.
fn varies(p: &Program, id: TypeId) -> bool {
    let t = &p.types[id];
    let differs = |args: &[Expr]| {
        let needed = t.params.iter().zip(args).filter(|(param, _)| t.facts.seq_params.contains(&param.place));
        needed.into_iter().any(|(_, a)| a.asks_position())
    };
    let fields = p.types.iter().flat_map(Type::stored);
    fields.into_iter().any(|f| matches!(&f.ty, FieldTy::User(c, args) if *c == id && differs(args)))
}

/// Fills [`super::Facts::seq_params`].
fn seq_params(p: &mut Program) {
    for id in 0..p.types.len() {
        let mut found = Vec::new();
        let t = &p.types[id];
        for f in &t.fields {
            for place in field_exprs(f).into_iter().flat_map(Expr::places) {
                if t.param_at(place).is_some() && !found.contains(&place) {
                    found.push(place);
                }
            }
        }
        p.types[id].facts.seq_params = found;
    }
}

fn only_params(e: &Expr) -> bool {
    let is_other = |place: Place| !matches!(place, Place::Param(_));
    !e.any(&|e| e.as_place().is_some_and(is_other) || e.is_of_place())
}

fn asked(p: &mut Program) {
    for id in 0..p.types.len() {
        let mut found = Vec::new();
        for f in &p.types[id].fields {
            let (Repeat::Until(e), FieldTy::User(c, _)) = (&f.repeat, &f.ty) else { continue };
            e.visit(&mut |e| match e.kind {
                ExprKind::Item(of, place) if of == *c => found.push((of, place)),
                _ => {}
            });
        }
        for (c, place) in found {
            let asked = &mut p.types[c].facts.asked;
            if !asked.contains(&place) {
                asked.push(place);
            }
        }
    }
}

fn registers(p: &mut Program) {
    for opener in 0..p.types.len() {
        if p.types[opener].state.is_empty() {
            continue;
        }
        let file = p.types[opener].file;
        let asks = |e: &Expr| e.any(&|e| matches!(e.as_place(), Some(Place::Register(_))));
        let mut direct = Vec::new();
        for id in p.files[file].types.clone() {
            let t = &p.types[id];
            let uses = !t.enter.is_empty()
                || !t.leave.is_empty()
                || t.fields.iter().any(|f| f.keys.derive.as_ref().is_some_and(asks));
            if uses || id == opener {
                direct.push(id);
            }
        }
        for id in direct {
            p.types[id].facts.registers = Some(opener);
        }
        fixpoint(p, |p, id| {
            if id == opener || p.types[id].facts.registers.is_some() || p.types[id].file != file {
                return false;
            }
            let needs = children(p, id).into_iter().any(|c| c != opener && p.types[c].facts.registers == Some(opener));
            if needs {
                p.types[id].facts.registers = Some(opener);
            }
            needs
        });
    }
}

/// The types that components are, in the order of their files' ids.
pub fn components(p: &Program) -> impl Iterator<Item = TypeId> + '_ {
    let mut files: Vec<_> = p.files.iter().filter(|f| f.component.is_some()).collect();
    files.sort_by(|a, b| a.id.cmp(&b.id));
    files.into_iter().map(|f| f.root)
}
