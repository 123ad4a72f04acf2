//! What expressions ask for that a version does not have.
//!
//! To Rust the layouts of a field are one, and a field that a version lacks has a value to stand for it. To Kaitai each is a field of its own, and
//! one that is not there is nothing: its readers fail when they come to compute with it. So whatever Kaitai evaluates names a field only
//! where all versions have it that come so far.

use super::presence::{truth, versions, Truth};
use super::{Binary, Expr, ExprKind, Field, FieldTy, Member, Place, Program, Ty, Type, TypeId, VersionRow};
use crate::diag::Diagnostics;

/// A version: the type that all of them are rows of, and its row.
type Version<'p> = (TypeId, &'p VersionRow);

/// What a version lacks, as an expression names it.
struct Lacking<'e> {
    at: &'e Expr,
    of: TypeId,
    place: Place,
}

/// Each is told once, with the first version that lacks it.
pub(super) fn rules(p: &Program, diags: &mut Diagnostics) {
    let all: Vec<Version<'_>> = versions(p).collect();
    let mut told: Vec<&Expr> = Vec::new();
    for (n, v) in all.iter().enumerate() {
        let reached = reached(p, *v);
        for (id, t) in p.types.iter().enumerate().filter(|(id, _)| reached[*id]) {
            for (cond, exprs) in evaluated(t) {
                let found = cond.and_then(|c| lacking(p, id, c, *v)).or_else(|| {
                    let is_there = cond.is_none_or(|c| truth(p, id, c, v.0, v.1) != Truth::No);
                    exprs.into_iter().filter(|_| is_there).find_map(|e| lacking(p, id, e, *v))
                });
                let Some(found) = found.filter(|found| !told.iter().any(|e| std::ptr::eq(*e, found.at))) else {
                    continue;
                };
                told.push(found.at);
                tell(p, &found, *v, all.get(n..).unwrap_or_default(), diags);
            }
        }
    }
}

/// The layout that a version stores in place of the one named.
fn stored_for<'p>(p: &'p Program, found: &Lacking<'_>, v: Version<'_>) -> Option<&'p Field> {
    let t = &p.types[found.of];
    let f = t.field_at(found.place)?;
    let layouts = t.fields.iter().filter(|x| t.holder(x).place == t.holder(f).place);
    layouts.into_iter().find(|x| x.place != f.place && !is_absent(p, found.of, x.place, v))
}

fn tell(p: &Program, found: &Lacking<'_>, (root, v): Version<'_>, later: &[Version<'_>], diags: &mut Diagnostics) {
    let (t, name) = (&p.types[found.of], p.name_of(found.of, found.place));
    let lacks = |(root, v): &Version<'_>| is_absent(p, found.of, found.place, (*root, v));
    let letters: Vec<&str> = later.iter().filter(|v| lacks(v)).map(|(_, v)| v.letters.as_str()).collect();
    let more = match letters.len() {
        0 | 1 => String::new(),
        2 => ", nor does another".to_owned(),
        n => format!(", nor do {} others", n - 1),
    };
    let message = format!("Kaitai would ask for {name} of {}, which version {} does not have{more}", t.id, v.letters);
    let help = match stored_for(p, found, (root, v)) {
        Some(other) => format!("name the stored one under its condition: v.has_… ? {name} : {}", other.id),
        None => format!("under a condition by which only versions with {name} come to it: v.has_… ? {name} : 0"),
    };
    diags.error_help(&found.at.pos, message, help);
}

/// The types that files of a version can have a value of.
fn reached(p: &Program, (root, v): Version<'_>) -> Vec<bool> {
    let holds = |id: TypeId, cond: Option<&Expr>| cond.is_none_or(|c| truth(p, id, c, root, v) != Truth::No);
    let uses: Vec<(TypeId, TypeId, bool)> = p
        .types
        .iter()
        .enumerate()
        .flat_map(|(id, t)| t.stored().flat_map(move |f| types_of(&f.ty).into_iter().map(move |c| (id, c, f))))
        .map(|(id, c, f)| (id, c, holds(id, f.cond.as_ref())))
        .collect();
    let is_root = |id: TypeId| p.files.iter().any(|f| f.root == id) || !uses.iter().any(|(_, c, _)| *c == id);
    let mut reached: Vec<bool> = (0..p.types.len()).map(is_root).collect();
    loop {
        let next = uses.iter().find(|(id, c, is_there)| *is_there && reached[*id] && !reached[*c]);
        match next {
            Some((_, c, _)) => reached[*c] = true,
            None => return reached,
        }
    }
}

fn types_of(ty: &FieldTy) -> Vec<TypeId> {
    match ty {
        FieldTy::User(c, _) => vec![*c],
        FieldTy::Switch(_, cases) => cases.iter().map(|c| c.1).collect(),
        _ => Vec::new(),
    }
}

/// What Kaitai evaluates in a type: conditions, and what it evaluates where they hold.
fn evaluated(t: &Type) -> Vec<(Option<&Expr>, Vec<&Expr>)> {
    let mut out = Vec::new();
    let positions = t.bodies.iter().map(|b| (&b.field, Some(&b.at)));
    for (f, at) in t.fields.iter().map(|f| (f, None)).chain(positions) {
        let mut exprs: Vec<&Expr> = at.into_iter().chain(f.repeat.expr()).chain(f.size.expr()).collect();
        exprs.extend(f.valid.iter().flat_map(|valid| &valid.checks));
        match &f.ty {
            FieldTy::User(_, args) => exprs.extend(args),
            FieldTy::Switch(on, cases) => {
                exprs.push(on);
                exprs.extend(cases.iter().flat_map(|c| &c.2));
            }
            _ => {}
        }
        out.push((f.cond.as_ref(), exprs));
    }
    out.extend(t.values.iter().map(|x| (x.cond.as_ref(), vec![&x.expr])));
    out
}

/// What an expression of a type asks for that a version lacks, in the parts that the version comes to.
fn lacking<'e>(p: &Program, id: TypeId, e: &'e Expr, v: Version<'_>) -> Option<Lacking<'e>> {
    let inner = |e: &'e Expr| lacking(p, id, e, v);
    let holds = |e: &Expr| truth(p, id, e, v.0, v.1);
    let found = |of: TypeId, place: Place| is_absent(p, of, place, v).then_some(Lacking { at: e, of, place });
    // From outside all layouts of a field are one place.
    let written = |of: TypeId| e.layout.as_ref().and_then(|name| p.types[of].field(name)).map(|f| f.place);
    let named = |of: TypeId, place: Place| found(of, written(of).unwrap_or(place));
    match &e.kind {
        ExprKind::Binary(Binary::And, a, b) => inner(a).or_else(|| inner(b).filter(|_| holds(a) != Truth::No)),
        ExprKind::Binary(Binary::Or, a, b) => inner(a).or_else(|| inner(b).filter(|_| holds(a) != Truth::Yes)),
        ExprKind::Cond(c, a, b) => inner(c)
            .or_else(|| inner(a).filter(|_| holds(c) != Truth::No))
            .or_else(|| inner(b).filter(|_| holds(c) != Truth::Yes)),
        ExprKind::Name(place) => found(id, *place),
        ExprKind::Item(of, place) => found(*of, *place),
        ExprKind::Parent(i) => p.types[id].outer.get(*i)?.of.iter().find_map(|(of, place)| named(*of, *place)),
        ExprKind::Member(base, Member::Of(place)) => inner(base).or_else(|| match base.ty {
            Ty::Type(of) => named(of, *place),
            _ => None,
        }),
        _ => e.parts().into_iter().find_map(inner),
    }
}

/// Whether files of a version never have a field, or a value.
fn is_absent(p: &Program, id: TypeId, place: Place, (root, v): Version<'_>) -> bool {
    let t = &p.types[id];
    let cond = match place {
        Place::Value(_) => t.value_at(place).and_then(|x| x.cond.as_ref()),
        _ => t.stored_at(place).and_then(|f| f.cond.as_ref()),
    };
    cond.is_some_and(|c| truth(p, id, c, root, v) == Truth::No)
}
