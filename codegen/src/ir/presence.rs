//! Which versions have a field: conditions are evaluated for every version there is.

use super::{
    Absent, Binary, Expr, ExprKind, Field, Function, Member, Param, Place, Program, Ty, Type, TypeId, Unary, VersionRow,
};
use crate::diag::Diagnostics;

/// When a field is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// In every version.
    Always,
    /// In some versions, and in those always.
    Versions,
    /// It depends on the bytes.
    Bytes,
}

/// What a condition says of one version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// It holds.
    Yes,
    /// It does not.
    No,
    /// The version alone does not tell.
    Depends,
}

impl Truth {
    fn of(b: bool) -> Self {
        if b {
            Truth::Yes
        } else {
            Truth::No
        }
    }

    fn not(self) -> Self {
        match self {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            Truth::Depends => Truth::Depends,
        }
    }
}

/// Fills [`Field::presence`] and [`Field::optional`], and checks `-absent` and `-same-as` against the versions.
pub fn run(p: &mut Program, diags: &mut Diagnostics) {
    for id in 0..p.types.len() {
        let found: Vec<(Presence, bool)> = {
            let t = &p.types[id];
            t.fields.iter().map(|f| judge(p, id, f, diags)).collect()
        };
        let t = &mut p.types[id];
        for (f, (presence, optional)) in t.fields.iter_mut().zip(found) {
            (f.presence, f.optional) = (presence, optional);
        }
    }
}

/// The versions of a program; nothing is known of those that do not have any.
pub(super) fn versions(p: &Program) -> impl Iterator<Item = (TypeId, &VersionRow)> {
    p.files.iter().flat_map(|f| f.versions.iter().map(|v| (f.root, v)))
}

fn judge(p: &Program, id: TypeId, f: &Field, diags: &mut Diagnostics) -> (Presence, bool) {
    let t = &p.types[id];
    let own = presence(p, id, f);
    // With a mistake in it, a condition says nothing.
    if f.cond.as_ref().is_some_and(|c| c.any(&|e| e.ty == Ty::Wrong)) {
        return (own, true);
    }
    let name = f.keys.same_as.as_deref().unwrap_or(&f.id);
    let layouts: Vec<&Field> = t.layouts(t.holder(f).place).collect();
    let is_open = f.same_as.is_some() && layouts.iter().any(|x| x.cond.is_none());
    if is_open {
        diags.error_help(&f.pos, format!("-same-as {name}: both could be present"), "opposite `if`s");
    }
    // For each version, whether any of the layouts is there.
    let mut some_lack = false;
    let mut depends = layouts.iter().all(|x| x.cond.is_some()) && versions(p).next().is_none();
    for (root, v) in versions(p) {
        let all: Vec<Truth> =
            layouts.iter().map(|x| x.cond.as_ref().map_or(Truth::Yes, |c| truth(p, id, c, root, v))).collect();
        if all.iter().filter(|t| **t == Truth::Yes).count() > 1 && f.same_as.is_some() && !is_open {
            let message = format!("-same-as {name}: version {} has both", v.letters);
            diags.error_help(&f.pos, message, "opposite `if`s");
        }
        let possible = all.iter().filter(|t| **t != Truth::No).count();
        if possible > 1 && !is_open && f.same_as.is_some() && all.contains(&Truth::Depends) {
            let message = format!("-same-as {name}: the bytes of version {} could have both", v.letters);
            diags.error_help(&f.pos, message, "`if`s by which the version alone has one of them at most");
        }
        depends |= !all.contains(&Truth::Yes) && all.contains(&Truth::Depends);
        some_lack |= all.iter().all(|t| *t == Truth::No);
    }
    if let (Some(c), true) = (&f.cond, no_version_has(p, id, f)) {
        diags.error_help(
            &c.pos,
            format!("no version has {}", f.id),
            "without it the other layouts, and versions, stay as they are",
        );
    }
    if !f.in_model() {
        check_nothing_to_say(f, diags);
        check_measured(p, id, f, diags);
    }
    if let Some(Absent::Nothing(pos)) = &f.keys.absent {
        check_removed(p, id, f, pos, diags);
    }
    if !t.has_layouts(f) && says_what_nothing_else_does(f) {
        check_computed_removed(p, id, f, diags);
    }
    if f.in_model() || f.is_computed_or_absent() {
        let versions_decide = f.cond.as_ref().is_some_and(|c| version_part(p, id, c).is_some());
        check_absent(t, f, (some_lack, depends, versions_decide), diags);
    }
    if !f.in_model() && !t.has_layouts(f) && !f.is_computed_or_absent() {
        return (own, f.cond.is_some());
    }
    let holder = layouts.iter().find(|x| x.same_as.is_none()).copied().unwrap_or(f);
    (own, depends || (some_lack && !holder.has_absent()))
}

/// Whether a field is of versions that there are not.
fn no_version_has(p: &Program, id: TypeId, f: &Field) -> bool {
    let Some(c) = &f.cond else { return false };
    let mut all = versions(p).peekable();
    all.peek().is_some() && all.all(|(root, v)| truth(p, id, c, root, v) == Truth::No)
}

/// A length counts whichever layout of a field a version stores: without it the length would be wrong, and nobody would say so.
fn check_measured(p: &Program, id: TypeId, f: &Field, diags: &mut Diagnostics) {
    let (t, Some(e)) = (&p.types[id], &f.keys.derive) else { return };
    let mut measured: Vec<&Field> = Vec::new();
    e.visit(&mut |e| {
        if let Some((Function::ByteLen, [path])) = e.as_call() {
            measured.extend(path.as_place().and_then(|place| t.field_at(place)));
        }
    });
    for (root, v) in versions(p) {
        let has = |x: &Field| x.cond.as_ref().is_none_or(|c| truth(p, id, c, root, v) == Truth::Yes);
        for lacking in measured.iter().filter(|x| has(f) && !has(x)) {
            let stored = t.layouts(t.holder(lacking).place).find(|x| has(x));
            if let Some(other) = stored.filter(|x| !measured.iter().any(|m| m.place == x.place)) {
                let message = format!("-derive of {}: version {} has {} for {}", f.id, v.letters, other.id, lacking.id);
                diags.error_help(&e.pos, message, format!("byte_len({}) + byte_len({})", lacking.id, other.id));
                return;
            }
        }
    }
}

/// Of a field that the model does not have there is nothing to say where a version lacks it, but what readers of one that is computed get.
fn check_nothing_to_say(f: &Field, diags: &mut Diagnostics) {
    let (key, pos) = match &f.keys.absent {
        Some(_) if f.is_computed_or_absent() && !f.keys.droppable => return,
        Some(absent) => ("-absent", place(absent)),
        None if f.keys.droppable => ("-droppable", &f.pos),
        None => return,
    };
    let (what, help) = match &f.keys.same_as {
        Some(other) => ("is another layout of a field", format!("{key} of {other}, which the model has")),
        None if !f.keys.bits.is_empty() => (
            "is flags",
            "none is set where the version does not have them: say it of the fields they tell of".to_owned(),
        ),
        None => ("is computed", format!("what stands for it is said where {} is asked for: v.has_… ? {0} : 2", f.id)),
    };
    diags.error_help(pos, format!("{key}: {} {what}", f.id), help);
}

/// The first version that does not have a field which each format has had from its first version on. Whether a later version has it again,
/// and other formats never lose it, is nothing to those who ask for it: they have found it in all versions before.
pub fn removed_in<'p>(p: &'p Program, id: TypeId, f: &Field) -> Option<&'p VersionRow> {
    let t = &p.types[id];
    let has = |(root, v): (TypeId, &VersionRow)| {
        let holds = |c: &Expr| truth(p, id, c, root, v) == Truth::Yes;
        t.layouts(f.place).any(|x| x.cond.as_ref().is_none_or(holds))
    };
    let is_first =
        |v: &VersionRow| versions(p).find(|x| x.1.format == v.format).is_some_and(|x| x.1.letters == v.letters);
    let lacking: Vec<&VersionRow> = versions(p).filter(|v| !has(*v)).map(|v| v.1).collect();
    lacking.first().copied().filter(|_| !lacking.iter().any(|v| is_first(v)))
}

/// What every version has had up to one that does not have it is a `T` to those who ask for it, and stays so.
fn check_removed(p: &Program, id: TypeId, f: &Field, pos: &crate::diag::Pos, diags: &mut Diagnostics) {
    if let Some(v) = removed_in(p, id, f) {
        diags.error_help(
            pos,
            format!("-absent: none of {}, which every version before {} has", f.id, v.letters),
            format!(
                "who asks for {} expects that it is there; so give what it is where a version lacks it: -absent: 0, a value of \
                 its enum, empty for bytes, text and lists, or stored and the bytes of any other value",
                f.id
            ),
        );
    }
}

/// Whether a computed field tells readers what they find nowhere else: a position, a distance, a checksum. Lengths, counts and whether
/// another field is there are told by that field, too.
fn says_what_nothing_else_does(f: &Field) -> bool {
    let Some(e) = &f.keys.derive else { return f.keys.checksum.is_some() };
    let mut has_offset = false;
    e.visit(&mut |e| has_offset |= e.as_call().is_some_and(|(function, _)| function == Function::OffsetOf));
    has_offset || matches!(e.kind, ExprKind::Name(Place::Register(_)))
}

/// Such a field stays a `T` too.
fn check_computed_removed(p: &Program, id: TypeId, f: &Field, diags: &mut Diagnostics) {
    let Some(v) = removed_in(p, id, f) else { return };
    let message = format!("{} lacks {}, which every version before it has in {}", v.letters, f.id, p.types[id].id);
    if !f.once() {
        let help = format!("elements are found by it: another list that says the same, with -same-as: {}", f.id);
        diags.error_help(&f.pos, message, help);
    } else if f.keys.checksum.is_some() {
        let help = format!("who asks for {0} expects that it is there: another checksum, with -same-as: {0}", f.id);
        diags.error_help(&f.pos, message, help);
    } else if !f.has_absent() {
        let help = format!(
            "who asks for {0} expects that it is there: -absent: 0, or what else it is from {1} on; or another layout, with -same-as: {0}",
            f.id, v.letters
        );
        diags.error_help(&f.pos, message, help);
    }
}

fn check_absent(
    t: &Type,
    f: &Field,
    (some_lack, depends, versions_decide): (bool, bool, bool),
    diags: &mut Diagnostics,
) {
    if f.keys.droppable && !versions_decide {
        diags.error_help(
            &f.pos,
            format!("-droppable: whether {} is there is not for the version to say", f.id),
            "-droppable is for fields that some versions do not have",
        );
    }
    match &f.keys.absent {
        None if some_lack && !depends && !has_doubtful_layout(t) => diags.error_help(
            &f.pos,
            format!("{} of {} is absent from some versions", f.id, t.id),
            "-absent: what readers get there, an expression; or none, if they are to ask whether it is there",
        ),
        Some(absent @ (Absent::Value(_) | Absent::Stored(..))) if depends => diags.error_help(
            place(absent),
            format!("-absent: whether {} is there depends on more than the version", f.id),
            format!(
                "-absent is for fields that some versions do not have; what a flag leaves out is written again only if it is known that it was \
                 not there: so a value says what it is then: {}_or_default: {{value: 'the condition ? {} : the default'}}",
                f.id, f.id
            ),
        ),
        Some(Absent::Stored(_, pos)) if f.keys.delta.is_some() => {
            diags.error_help(pos, format!("-absent: {} is a difference", f.id), "the sum that stands for it, a number");
        }
        Some(absent @ (Absent::Value(_) | Absent::Stored(..))) if !some_lack => {
            diags.error(place(absent), format!("-absent: every version has {}", f.id));
        }
        _ => {}
    }
}

/// Whether a field is another layout of nothing, or of what is always there: that of which field it is meant to be one is not known then.
fn has_doubtful_layout(t: &Type) -> bool {
    let is_always = |place| t.field_at(place).is_some_and(|f| f.cond.is_none());
    t.fields.iter().any(|f| f.keys.same_as.is_some() && f.same_as.is_none_or(is_always))
}

/// The part of a condition that the version decides: those of its conjuncts that do not depend on anything else.
pub fn version_part(p: &Program, id: TypeId, cond: &Expr) -> Option<Expr> {
    if let ExprKind::Binary(Binary::And, a, b) = &cond.kind {
        return match (version_part(p, id, a), version_part(p, id, b)) {
            (Some(a), Some(b)) => {
                let both = ExprKind::Binary(Binary::And, Box::new(a), Box::new(b));
                Some(Expr::new(both, Ty::Bool, &cond.pos))
            }
            (one, other) => one.or(other),
        };
    }
    let mut all = versions(p).map(|(root, v)| truth(p, id, cond, root, v)).peekable();
    (all.peek().is_some() && all.all(|t| t != Truth::Depends)).then(|| cond.clone())
}

fn place(absent: &Absent) -> &crate::diag::Pos {
    match absent {
        Absent::Nothing(pos) | Absent::Stored(_, pos) => pos,
        Absent::Value(e) => &e.pos,
    }
}

fn presence(p: &Program, id: TypeId, f: &Field) -> Presence {
    let Some(c) = &f.cond else { return Presence::Always };
    let all: Vec<Truth> = versions(p).map(|(root, v)| truth(p, id, c, root, v)).collect();
    if all.is_empty() || all.contains(&Truth::Depends) {
        Presence::Bytes
    } else if all.contains(&Truth::No) {
        Presence::Versions
    } else {
        Presence::Always
    }
}

/// What a condition of a type says of a version.
pub fn truth(p: &Program, id: TypeId, e: &Expr, root: TypeId, v: &VersionRow) -> Truth {
    truth_within(p, id, e, (root, v), MOST_VALUES)
}

/// Values within values that conditions go through at most; those of a circle depend on what a later stage refuses.
const MOST_VALUES: usize = 32;

fn truth_within(p: &Program, id: TypeId, e: &Expr, (root, v): (TypeId, &VersionRow), left: usize) -> Truth {
    let t = &p.types[id];
    let inner = |e: &Expr| truth_within(p, id, e, (root, v), left);
    match &e.kind {
        ExprKind::Bool(b) => Truth::of(*b),
        ExprKind::Unary(Unary::Not, a) => inner(a).not(),
        ExprKind::Binary(Binary::And, a, b) => match (inner(a), inner(b)) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Yes, Truth::Yes) => Truth::Yes,
            _ => Truth::Depends,
        },
        ExprKind::Binary(Binary::Or, a, b) => match (inner(a), inner(b)) {
            (Truth::Yes, _) | (_, Truth::Yes) => Truth::Yes,
            (Truth::No, Truth::No) => Truth::No,
            _ => Truth::Depends,
        },
        ExprKind::Cond(c, a, b) => match inner(c) {
            Truth::Yes => inner(a),
            Truth::No => inner(b),
            Truth::Depends => match (inner(a), inner(b)) {
                (a, b) if a == b => a,
                _ => Truth::Depends,
            },
        },
        ExprKind::Name(place) => match t.value_at(*place).filter(|x| x.cond.is_none() && !x.is_native()) {
            Some(x) if left > 0 => truth_within(p, id, &x.expr, (root, v), left - 1),
            _ => Truth::Depends,
        },
        ExprKind::Member(base, Member::Feature(i)) if base.ty == Ty::Type(root) => {
            Truth::of(v.features.get(*i).copied().unwrap_or(false))
        }
        _ => Truth::Depends,
    }
}

/// The parameter of a type that is the version.
pub fn version_param(p: &Program, id: TypeId) -> Option<&Param> {
    p.types[id].params.iter().find(|x| p.is_version(&x.ty))
}
