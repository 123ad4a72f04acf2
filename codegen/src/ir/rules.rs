//! The house rules for `.ksy` files, as far as the generator checks them.

use super::{components, handed, ExprKind, Field, FieldTy, Mode, Program, Repeat, Size, Type, TypeId, TypeKind};
use crate::diag::Diagnostics;
use crate::names::{self, Item};

/// Those that need no types of expressions.
pub(super) fn check(p: &Program, diags: &mut Diagnostics) {
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
    let t = &p.types[id];
    for (c, over) in f.keys.checksum.iter().flat_map(|c| c.over.iter().map(move |over| (c, over))) {
        if !t.stored().any(|x| x.id == *over) {
            diags.error(&c.pos, format!("-checksum over {over}, which {} does not have", t.id));
        }
    }
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
                        "before or after the bits that fill the byte",
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
        let excludes = on.as_place().and_then(|place| t.field_at(place)).is_some_and(|on| on.valid.is_some());
        if let (super::Ty::Enum(e), false) = (&on.ty, excludes) {
            let is_case = |i: usize| cases.iter().any(|c| matches!(c.0.kind, ExprKind::Enum(_, of) if of == i));
            let known = &p.enums[*e];
            if let Some(lacking) = (0..known.values.len()).find(|i| !is_case(*i)).map(|i| &known.values[i].id) {
                diags.error_help(
                    &on.pos,
                    format!("{} has no case for {}::{lacking}", f.id, known.id),
                    "a case for it, or valid of the field that is switched on, which excludes it",
                );
            }
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
}

/// No two items of a module have one name in Rust.
fn collisions(p: &Program, diags: &mut Diagnostics) {
    for file in &p.files {
        let mut seen: Vec<(String, String)> = Vec::new();
        let types = file.types.iter().map(|t| &p.types[*t]);
        let enums = file.enums.iter().map(|e| &p.enums[*e]);
        let items = types
            .flat_map(|t| items_of(t).into_iter().map(move |name| (name, &t.id, &t.pos)))
            .chain(enums.map(|e| (e.rust.clone(), &e.id, &e.pos)));
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
