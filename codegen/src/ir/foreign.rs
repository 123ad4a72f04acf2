//! Values that Kaitai alone asks for: what it computes a value of by which the runtime (`-native`) computes in its own way.

use crate::ksy::ast::{InstanceKind, TypeDecl};
use crate::ksy::expr::{Expr, ExprKind};

/// Of each type the values that nothing but Kaitai's words for a `-native` value names.
pub fn foreign(decls: &[&TypeDecl]) -> Vec<Vec<String>> {
    let candidates: Vec<Vec<String>> = decls.iter().map(|t| for_kaitai(t)).collect();
    // Names are those of their own type, members of any.
    let mut members = Vec::new();
    let names = decls.iter().zip(&candidates).map(|(t, candidates)| asked_by(t, candidates, &mut members));
    let names: Vec<Vec<String>> = names.collect();
    let is_foreign = |name: &String, own: &[String]| !own.contains(name) && !members.contains(name);
    let of_types = candidates.into_iter().zip(&names);
    of_types.map(|(all, own)| all.into_iter().filter(|name| is_foreign(name, own)).collect()).collect()
}

/// The values that Kaitai's words for `-native` values name, themselves or through others.
fn for_kaitai(t: &TypeDecl) -> Vec<String> {
    let value = |name: &str| {
        t.instances.iter().find_map(|i| match &i.kind {
            InstanceKind::Value { expr, native: None, .. } if i.id == name => Some(expr),
            _ => None,
        })
    };
    let native = t.instances.iter().filter_map(|i| match &i.kind {
        InstanceKind::Value { expr, native: Some(_), .. } => Some(expr),
        _ => None,
    });
    let (mut out, mut queue): (Vec<String>, Vec<&Expr>) = (Vec::new(), native.collect());
    while let Some(e) = queue.pop() {
        e.visit(&mut |e| {
            // A member may be one of another value of the same type.
            let (ExprKind::Name(name) | ExprKind::Member(_, name)) = &e.kind else { return };
            if let Some(expr) = value(name).filter(|_| !out.contains(name)) {
                out.push(name.clone());
                queue.push(expr);
            }
        });
    }
    out
}

/// The names that the rest of a type asks for; and the members.
fn asked_by(t: &TypeDecl, left_out: &[String], members: &mut Vec<String>) -> Vec<String> {
    let mut names = Vec::new();
    if t.native.is_some() {
        return names;
    }
    let mut add = |e: &Expr| {
        e.visit(&mut |e| match &e.kind {
            ExprKind::Name(name) => names.push(name.clone()),
            ExprKind::Member(_, name) => members.push(name.clone()),
            _ => {}
        });
    };
    let bodies = t.instances.iter().filter_map(|i| match &i.kind {
        InstanceKind::Bytes { attr, .. } => Some(&**attr),
        InstanceKind::Value { .. } => None,
    });
    for a in t.seq.iter().chain(bodies) {
        a.exprs().into_iter().for_each(&mut add);
        a.keys.map(&mut |e, _| add(e));
    }
    for i in t.instances.iter().filter(|i| !left_out.contains(&i.id)) {
        match &i.kind {
            InstanceKind::Bytes { at, .. } => add(at),
            InstanceKind::Value { expr, cond, native, .. } => {
                add(native.as_ref().unwrap_or(expr));
                cond.iter().for_each(&mut add);
            }
        }
    }
    t.state.iter().chain(&t.enter).chain(&t.leave).for_each(|(_, e)| add(e));
    names
}
