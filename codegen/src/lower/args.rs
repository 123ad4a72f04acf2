//! What the functions of a type are told.

use super::{is_local, outer_positions};
use crate::ir::{derivations, Expr, ExprKind, Field, Param, Program, Repeat, Target, TypeId};

/// Something that a function of a type is told, besides what it reads from or writes to.
#[derive(Debug)]
pub enum Arg<'p> {
    /// The parameters of the file's type.
    Root,
    /// A parameter of the type itself.
    Own(&'p Param),
    /// A value of the parent: of [`crate::ir::Type::outer`].
    Parent(usize),
    /// Where a body begins that others write.
    Position(String),
    /// The registers that this type opens.
    Registers(TypeId),
}

/// What functions that read are told, or those that write, in order.
pub fn args(p: &Program, id: TypeId, writing: bool) -> Vec<Arg<'_>> {
    let t = &p.types[id];
    let own = t.params.iter().filter(|x| t.parent.is_some() && !(writing && x.stored));
    let mut out: Vec<Arg<'_>> = t.facts.uses_root.then_some(Arg::Root).into_iter().chain(own.map(Arg::Own)).collect();
    if !writing {
        out.extend(t.facts.parent_refs.iter().map(|i| Arg::Parent(*i)));
        return out;
    }
    out.extend(write_refs(p, id).into_iter().map(Arg::Parent));
    out.extend(outer_positions(p, id).into_iter().map(Arg::Position));
    // The type that opens registers makes them itself.
    out.extend(t.facts.registers.filter(|opener| *opener != id).map(Arg::Registers));
    out
}

/// What writing asks of the parent: of [`crate::ir::Type::outer`].
pub fn write_refs(p: &Program, id: TypeId) -> Vec<usize> {
    let t = &p.types[id];
    let mut out: Vec<usize> = Vec::new();
    let mut all: Vec<&Expr> = Vec::new();
    for f in t.stored().filter(|f| !p.is_view(f)) {
        all.extend(writing(p, id, f));
    }
    all.extend(t.enter.iter().chain(&t.leave).map(|e| &e.1));
    for e in crate::ir::through(t, all, |v| v.delta.is_none()) {
        e.visit(&mut |e| match e.kind {
            ExprKind::Parent(i) if !out.contains(&i) => out.push(i),
            _ => {}
        });
    }
    // In the order of reading's, for people.
    out.sort_by_key(|i| t.facts.parent_refs.iter().position(|r| r == i));
    out
}

/// The expressions that writing a field evaluates.
fn writing<'f>(p: &'f Program, id: TypeId, f: &'f Field) -> Vec<&'f Expr> {
    let mut out: Vec<&Expr> = f.cond.iter().collect();
    out.extend(derivations(f));
    if let Repeat::Count(e) | Repeat::Until(e) = &f.repeat {
        if f.keys.derive.is_some() || is_local(&p.types[id], e) {
            out.push(e);
        }
    }
    for Target { ty, args, case } in f.targets() {
        let params = &p.types[ty].params;
        out.extend(params.iter().zip(args).filter(|(x, _)| !x.stored).map(|(_, a)| a));
        out.extend(case.map(|(on, _)| on));
    }
    out.extend(f.valid.iter().flat_map(|v| &v.checks));
    out
}
