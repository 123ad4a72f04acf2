//! What goes wrong for all bytes there may be, in some version: it is told when the specification is compiled.

use super::presence::versions;
use super::stated::At;
use super::{Binary, Expr, ExprKind, Program, Truth, TypeId, VersionRow};
use crate::diag::Diagnostics;

/// Notes it.
pub fn check(p: &Program, diags: &mut Diagnostics) {
    // Where there are no versions, there is one.
    let only = VersionRow { format: String::new(), letters: String::new(), features: Vec::new(), age: 0 };
    let mut all: Vec<(TypeId, &VersionRow)> = versions(p).collect();
    if all.is_empty() {
        all.push((TypeId::MAX, &only));
    }
    for (root, v) in all {
        for id in 0..p.types.len() {
            let at = At { p, id, root, v };
            for e in at.evaluated() {
                at.asked(e, &mut |e| arithmetic(&at, e, diags));
            }
            ends(&at, diags);
        }
    }
}

/// Operators that have no value.
fn arithmetic(at: &At<'_>, e: &Expr, diags: &mut Diagnostics) {
    let ExprKind::Binary(op, a, b) = &e.kind else { return };
    let by = at.constant(b);
    match (op, by) {
        (Binary::Div | Binary::Rem, Some(by)) if by <= 0 => diags.error_help(
            &b.pos,
            format!("a division by {by}"),
            "by a number above 0: what comes of others, Kaitai's compilers do not agree on",
        ),
        (Binary::Shl | Binary::Shr, Some(by)) if !(0..64).contains(&by) => {
            diags.error_help(&b.pos, format!("a shift by {by} bits"), "0 to 63");
        }
        (Binary::Add | Binary::Sub | Binary::Mul | Binary::Shl, Some(_)) => {
            let is_held = |n: i128| i64::try_from(n).is_ok() || e.is_u64() && u64::try_from(n).is_ok();
            if let (Some(n), Some(_)) = (at.constant(e).filter(|n| !is_held(*n)), at.constant(a)) {
                diags.error(&e.pos, format!("{n} does not fit 64 bits with sign"));
            }
        }
        _ => {}
    }
}

/// What stands at a distance from the end takes as much as that, or others stand behind it.
fn ends(at: &At<'_>, diags: &mut Diagnostics) {
    let t = &at.p.types[at.id];
    let all: Vec<_> = t
        .bodies
        .iter()
        .filter(|b| at.has(&b.field) == Truth::Yes && !b.at.any(&|e| e.ty == super::Ty::Wrong))
        .filter_map(|b| Some((b, at.before_end(&b.at)?, at.bytes_of(&b.field)?)))
        .collect();
    // Writers put them in the order of -layout.
    let emitted: Vec<&String> = t.layout.iter().filter(|l| l.for_each.is_none()).flat_map(|l| &l.emit).collect();
    for (b, before, _) in &all {
        let mut behind = emitted.iter().skip_while(|id| **id != &b.field.id).skip(1);
        let is_nearer = |id: &&&String| all.iter().any(|(x, near, _)| x.field.id == ***id && near < before);
        if let Some(other) = behind.find(|id| !is_nearer(id)) {
            let message = format!("{} is placed from the end, and -layout writes {other} after it", b.field.id);
            diags.error_help(&b.field.pos, message, "-layout: what is nearest to the end comes last");
        }
    }
    for (b, before, bytes) in &all {
        let (id, behind) = (&b.field.id, before - bytes);
        if behind < 0 {
            diags.error_help(
                &b.at.pos,
                format!("{id} begins {before} bytes before the end, and takes {bytes}"),
                format!("_io.size - sizeof<…> of what {id} is"),
            );
        } else if behind > 0 && !all.iter().any(|(_, other, _)| *other == behind) {
            diags.error_help(
                &b.at.pos,
                format!("{id} ends {behind} bytes before the end, and nothing stands there"),
                format!("_io.size - sizeof<…> of what {id} is"),
            );
        }
    }
}
