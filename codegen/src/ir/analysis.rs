//! What emitters need to know of each type, found by walking expressions and iterating until nothing changes.

use super::{
    handed, version_param, Expr, ExprKind, Field, FieldTy, Mode, Place, Program, Repeat, Size, Ty, Type, TypeId,
    TypeKind, ValueInstance,
};
use crate::diag::Diagnostics;
use crate::names::{self, Item};

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
    rules(program, diags);
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

/// The house rules for `.ksy` files that need no types of expressions.
fn rules(p: &Program, diags: &mut Diagnostics) {
    handed::rules(p, diags);
    collisions(p, diags);
    component_rules(p, diags);
    for (id, t) in p.types.iter().enumerate() {
        if contains(p, id, id, &mut Vec::new()) {
            diags.error_help(
                &t.pos,
                format!("{} contains itself", t.id),
                "only in a field that repeats or is switched, or in a view at pos",
            );
        }
        let ids = t.fields.iter().map(|f| (&f.id, &f.pos));
        let ids = ids
            .chain(t.values.iter().map(|v| (&v.id, &v.pos)))
            .chain(t.bodies.iter().map(|b| (&b.field.id, &b.field.pos)));
        let mut seen: Vec<&String> = t.params.iter().map(|x| &x.id).chain(t.told.iter().map(|x| &x.id)).collect();
        for (id, pos) in ids {
            if names::RESERVED.contains(&id.as_str()) {
                diags.error_help(
                    pos,
                    format!("the id {id} is a reserved word"),
                    "Kaitai's compilers write ids as they stand: choose another",
                );
            }
            if seen.contains(&id) {
                diags.error(pos, format!("duplicate id {id} in {}", t.id));
            }
            seen.push(id);
        }
        for f in &t.fields {
            field_rules(p, t, f, diags);
            summed_rules(p, id, f, diags);
        }
        byte_rules(t, diags);
        for f in t.bodies.iter().map(|b| &b.field) {
            summed_rules(p, id, f, diags);
            body_rules(f, diags);
        }
        if t.event.is_some() && t.mode != Mode::Visit {
            diags.error_help(&t.pos, format!("-event of {}, which is not visited", t.id), "-mode: visit");
        }
    }
}

/// Whether values of a type lie within those of another, in fields that stand once.
fn contains(p: &Program, id: TypeId, wanted: TypeId, seen: &mut Vec<TypeId>) -> bool {
    if seen.contains(&id) {
        return false;
    }
    seen.push(id);
    let t = &p.types[id];
    let bodies = t
        .bodies
        .iter()
        .map(|b| &b.field)
        .filter(|f| !matches!(&f.ty, FieldTy::User(c, _) if p.types[*c].mode == Mode::View));
    t.fields.iter().chain(bodies).filter(|f| f.once()).any(|f| match &f.ty {
        FieldTy::User(c, _) => *c == wanted || contains(p, *c, wanted, seen),
        _ => false,
    })
}

/// Each bit fits its field, stands once, and has a name of its own.
fn bit_rules(t: &Type, f: &Field, diags: &mut Diagnostics) {
    let width = match &f.ty {
        FieldTy::Int(i) => i.bytes * 8,
        _ => 64,
    };
    if let Some(bit) = f.keys.bits.first().filter(|_| !matches!(&f.ty, FieldTy::Int(i) if !i.signed) || !f.once()) {
        diags.error(&bit.pos, format!("-bits of {}, which is not one whole number without sign", f.id));
        return;
    }
    let mut seen = 0;
    for bit in &f.keys.bits {
        if width < 64 && bit.mask >> width != 0 {
            diags.error(&bit.pos, format!("{:#x} is no bit of {}, which has {width} bits", bit.mask, f.id));
        }
        if seen & bit.mask != 0 {
            diags.error(&bit.pos, format!("duplicate bit {:#x}", bit.mask));
        }
        seen |= bit.mask;
        if let Some(id) = bit.stored().filter(|id| t.field(id).is_some()) {
            diags.error(&bit.pos, format!("the bit {id} has the id of a field"));
        }
    }
}

/// A checksum is over what stands before it.
fn summed_rules(p: &Program, id: TypeId, f: &Field, diags: &mut Diagnostics) {
    let Some((c, over)) = f.keys.checksum.as_ref().zip(f.over.iter().find(|over| **over >= f.place)) else { return };
    diags.error_help(
        &c.pos,
        format!("-checksum over {}, which does not stand before {}", p.name_of(id, *over), f.id),
        "it is checked when it is read: after what it is over",
    );
}

/// What is not for bytes at a position.
fn body_rules(f: &Field, diags: &mut Diagnostics) {
    let keys = [
        ("-same-as", f.keys.same_as.is_some()),
        ("-absent", f.keys.absent.is_some()),
        ("-droppable", f.keys.droppable),
        ("-delta", f.keys.delta.is_some()),
        ("-bits", !f.keys.bits.is_empty()),
    ];
    for (key, _) in keys.iter().filter(|k| k.1) {
        let message = format!("{key} of {}, which stands at a position", f.id);
        diags.error_help(&f.pos, message, "a type of its own with a field that has the key");
    }
}

/// Bits that do not fill a byte go on in the next field of bits, unless a field that is there stands between: so that must be certain.
fn byte_rules(t: &Type, diags: &mut Diagnostics) {
    let mut open = 0;
    for (i, f) in t.fields.iter().enumerate() {
        match f.ty {
            FieldTy::Bits(width) if f.once() => open = (open + width) % 8,
            _ => {
                let mut next = t.fields.iter().skip(i + 1);
                let goes_on = next.find(|x| x.cond.is_none() || matches!(x.ty, FieldTy::Bits(_)));
                if open > 0 && f.cond.is_some() && goes_on.is_some_and(|x| matches!(x.ty, FieldTy::Bits(_))) {
                    diags.error_help(
                        &f.pos,
                        format!("{} stands within a byte, between bits, if it is there", f.id),
                        "before or behind the bits that fill the byte",
                    );
                }
                open = 0;
            }
        }
    }
}

fn field_rules(p: &Program, t: &Type, f: &Field, diags: &mut Diagnostics) {
    if let FieldTy::Switch(on, cases) = &f.ty {
        let twice = cases.iter().find(|c| cases.iter().any(|d| d.1 != c.1 && p.types[d.1].id == p.types[c.1].id));
        if let Some(c) = twice {
            diags.error(&c.0.pos, format!("two types {} in one switch", p.types[c.1].id));
        }
        let numbers = cases.iter().any(|c| matches!(c.0.kind, ExprKind::Int(_)));
        if numbers {
            diags.error_help(
                &on.pos,
                "switch-on over whole numbers",
                "Kaitai's compilers take them for 32 bits: switch on an enum or a truth value",
            );
        }
    }
    if f.keys.boolean && !matches!(f.ty, FieldTy::Int(i) if i.bytes == 1 && !i.signed) {
        diags.error_help(&f.pos, format!("-bool: {} is no u1", f.id), "a truth value is one byte, 0 or 1");
    }
    let known = |id: &str| t.field(id).is_some() || t.bodies.iter().any(|b| b.field.id == id);
    if let Some(c) = &f.keys.checksum {
        for over in c.over.iter().filter(|o| !known(o)) {
            diags.error(&c.pos, format!("-checksum over {over}, which {} does not have", t.id));
        }
    }
    if let Some((algo, pos)) = &f.keys.algo {
        let is_sum = match &f.ty {
            FieldTy::Int(i) => !i.signed && algo.fits(i.bytes) && f.enumeration.is_none() && !f.keys.boolean,
            FieldTy::Str => true,
            _ => false,
        };
        if !is_sum {
            diags.error(pos, format!("-algo: expected text, or unsigned numbers of {} bytes", algo.widths()));
        } else if f.keys.checksum.is_some() || f.keys.derive.is_some() {
            diags.error(pos, "-algo is of checksums over bytes that stand elsewhere, which are not computed");
        }
    }
    if let Some(d) = &f.keys.delta {
        if t.value(&d.name).is_none() {
            diags.error_help(
                &d.pos,
                format!("-delta as {}, which is no value of {}", d.name, t.id),
                "an instance that says the same to Kaitai",
            );
        }
    }
    if let Some(other) = &f.keys.same_as {
        if t.field(other).is_none() {
            diags.error(&f.pos, format!("-same-as {other}, which {} does not have", t.id));
        }
    }
    bit_rules(t, f, diags);
    if let (Repeat::Until(e), false) = (&f.repeat, matches!(f.ty, FieldTy::User(..))) {
        diags.error_help(
            &e.pos,
            format!("repeat-until of {}, whose elements have no values", f.id),
            "elements of a type, one of whose values says it: _.value",
        );
    }
    let has_width = match &f.ty {
        FieldTy::Bytes | FieldTy::Str | FieldTy::Switch(..) => false,
        FieldTy::User(c, _) => p.types[*c].kind != TypeKind::Plain,
        _ => true,
    };
    let is_text = matches!(f.ty, FieldTy::Bytes | FieldTy::Str);
    match &f.size {
        Size::Terminated(..) if !is_text => diags.error_help(
            &f.pos,
            format!("terminator of {}, which is neither bytes nor text", f.id),
            "a type with a field for the byte",
        ),
        Size::Bytes(_) | Size::Eos if has_width => {
            diags.error_help(&f.pos, format!("size of {}, whose type has its own", f.id), "no size");
        }
        _ => {}
    }
    if f.valid.is_some() && !f.once() {
        diags.error_help(&f.pos, format!("valid of {}, which repeats", f.id), "elements of a type whose field has it");
    }
    if let (Repeat::Count(_) | Repeat::Once, Size::Own, FieldTy::Bytes) = (&f.repeat, &f.size, &f.ty) {
        diags.error_help(&f.pos, format!("how long is {}?", f.id), "size, size-eos or terminator");
    }
}

/// No two items of a module have one name in Rust.
fn collisions(p: &Program, diags: &mut Diagnostics) {
    for file in &p.files {
        let mut seen: Vec<(String, String)> = Vec::new();
        let types = file.types.iter().map(|t| &p.types[*t]);
        let enums = file.enums.iter().map(|e| &p.enums[*e]);
        let items = types
            .flat_map(|t| items_of(t).into_iter().map(move |name| (name, &t.id, &t.pos)))
            .chain(enums.map(|e| (e.rust.clone(), &e.id, &p.types[e.scope].pos)));
        for (name, id, pos) in items {
            match seen.iter().find(|s| s.0 == name) {
                Some((_, other)) => diags.error_help(
                    pos,
                    format!("{id} and {other} are both called {name} in Rust"),
                    "another id for one of the two",
                ),
                None => seen.push((name, id.clone())),
            }
        }
    }
}

/// The names of the items that stand for a type, whether it is of a kind that has all of them or not: so that it may become one.
fn items_of(t: &Type) -> Vec<String> {
    let switches = t.stored().filter(|f| matches!(f.ty, FieldTy::Switch(..)));
    let mut out = vec![t.rust.clone()];
    if let TypeKind::Native(_) = t.kind {
        return out;
    }
    out.extend(Item::ALL.iter().map(|item| item.name(&t.rust)));
    out.extend(switches.map(|f| format!("{}{}", t.rust, names::camel(&f.id))));
    out
}

/// The types that components are, in the order of their files' ids.
pub fn components(p: &Program) -> impl Iterator<Item = TypeId> + '_ {
    let mut files: Vec<_> = p.files.iter().filter(|f| f.component.is_some()).collect();
    files.sort_by(|a, b| a.id.cmp(&b.id));
    files.into_iter().map(|f| f.root)
}

/// Every component takes the version first, and parameters of one name are one thing.
fn component_rules(p: &Program, diags: &mut Diagnostics) {
    let mut seen: Vec<&super::Param> = Vec::new();
    for t in components(p).map(|id| &p.types[id]) {
        if !t.params.first().is_some_and(|x| p.is_version(&x.ty)) {
            diags.error_help(
                &t.pos,
                format!("the component {} does not take the version", t.id),
                "its first parameter is the version: a later one may have another layout",
            );
        }
        for x in &t.params {
            match seen.iter().find(|known| known.id == x.id) {
                Some(known) if known.ty != x.ty => diags
                    .error(&t.pos, format!("the parameter {} of {} has another type in another component", x.id, t.id)),
                Some(_) => {}
                None => seen.push(x),
            }
        }
    }
}
