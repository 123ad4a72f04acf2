//! What is done with the fields of a type, as a few operations in the order in which it is done. Emitters print them, each in its form: what
//! stands where, how often, in which stream, and under which condition is decided here, once for all.

mod args;
mod head;
mod offsets;
mod values;

pub use args::{args, write_refs, Arg};
pub use head::is_whole;
pub use offsets::{offsets_in, outer_positions, writes};
pub use values::Shared;

use self::offsets::offsets_of;
use crate::ir::{
    Delta, Expr, ExprKind, Field, FieldTy, Function, Member, Mode, Place, Program, Repeat, Size, Type, TypeId,
    TypeKind, Valid,
};
use crate::ksy::ast::Checksum;

/// The fields of a type, lowered.
#[derive(Debug)]
pub struct Lowered<'p> {
    /// Those of `seq`, then those at positions.
    steps: Vec<Step<'p>>,
    /// How many of them `seq` has.
    len: usize,
    /// How many of the first ones the head has.
    head: usize,
}

/// A field, and what is done about it.
#[derive(Debug)]
pub struct Step<'p> {
    /// The field.
    pub field: &'p Field,
    /// In this order.
    pub ops: Vec<Op<'p>>,
    /// The one of them that the field itself is.
    pub take: Take<'p>,
}

/// One thing that is done.
#[derive(Debug)]
pub enum Op<'p> {
    /// Values that several fields from here on ask for are computed.
    Share(Vec<Shared<'p>>),
    /// Whole bytes begin again, after bits.
    Align,
    /// Where the field begins is noted: for a checksum, or by writers alone for those who ask for its position.
    Begin(Noted),
    /// The field is read, passed over, visited or written.
    Take,
    /// Its layouts, of which it is the last, become the one field that they are.
    Join(Join<'p>),
    /// Where the field ends is noted, for a checksum.
    End,
    /// The stored difference becomes the value that it is one to.
    Sum(&'p Delta, Place),
    /// A checksum is compared.
    Verify(&'p Checksum),
}

/// A field: from the outside in a condition, how often it holds an element, and the bytes that each of these has.
#[derive(Debug, Clone, Copy)]
pub struct Take<'p> {
    /// The field.
    pub field: &'p Field,
    /// When it is there.
    pub cond: Option<&'p Expr>,
    /// How often.
    pub times: Times<'p>,
    /// In which bytes.
    pub extent: Extent<'p>,
    /// What is demanded of it.
    pub valid: Option<&'p Valid>,
    /// Whether it is one of several layouts of a field.
    pub is_layout: bool,
    /// Whether writers note where each element begins.
    pub notes_elements: bool,
}

/// By whom a position is noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noted {
    /// Readers and writers.
    ByAll,
    /// Writers.
    ByWriters,
}

/// How often something stands.
#[derive(Debug, Clone, Copy)]
pub enum Times<'p> {
    /// One time.
    Once,
    /// So many times.
    Counted(&'p Expr, Known),
    /// Up to the end of the stream.
    Rest,
    /// Up to the element of which this holds.
    Until(&'p Expr),
}

/// The bytes that an element has.
#[derive(Debug, Clone, Copy)]
pub enum Extent<'p> {
    /// As many as its type says.
    Own,
    /// So many; of a type they are a stream of its own.
    Bytes(&'p Expr, Known),
    /// All that are left.
    Rest,
    /// Those up to one that ends it; whether that may be missing.
    Until(u8, bool),
}

/// What a writer knows of a number that readers go by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It is derived from the value that it is about.
    Derived,
    /// It has it from elsewhere, so that the value is to agree with it.
    Told,
    /// Nothing: it is the parent's or the stream's.
    Read,
}

/// The layouts of a field.
#[derive(Debug)]
pub struct Join<'p> {
    /// The field of the model.
    pub holder: &'p Field,
    /// Itself, and the others.
    pub layouts: Vec<&'p Field>,
}

impl<'p> Lowered<'p> {
    /// The step of a field or body.
    pub fn step(&self, f: &Field) -> &Step<'p> {
        match f.place {
            Place::Body(i) => &self.steps[self.len + i],
            Place::Field(i) => &self.steps[i],
            _ => &self.steps[0],
        }
    }

    /// What the head reads.
    pub fn head(&self) -> &[Step<'p>] {
        &self.steps[..self.head]
    }

    /// What stands behind the head.
    pub fn rest(&self) -> &[Step<'p>] {
        &self.steps[self.head..self.len]
    }
}

/// All types of a program.
pub fn lower(p: &Program) -> Vec<Lowered<'_>> {
    p.types.iter().enumerate().map(|(id, t)| one(p, id, t)).collect()
}

fn one<'p>(p: &'p Program, id: TypeId, t: &'p Type) -> Lowered<'p> {
    Lowered { steps: t.stored().map(|f| step(p, id, f)).collect(), len: t.fields.len(), head: head::len(p, t) }
}

fn step<'p>(p: &'p Program, id: TypeId, f: &'p Field) -> Step<'p> {
    let t = &p.types[id];
    let is_summed = t.stored().any(|x| x.over.contains(&f.place));
    let shared = values::shared(p, id, f);
    let mut ops = Vec::new();
    ops.extend((!shared.is_empty()).then_some(Op::Share(shared)));
    ops.extend(is_aligned(p, t, f).then_some(Op::Align));
    ops.extend(match is_summed {
        true => Some(Op::Begin(Noted::ByAll)),
        false => is_asked_position(p, id, f).then_some(Op::Begin(Noted::ByWriters)),
    });
    ops.push(Op::Take);
    ops.extend(joined(t, f).map(Op::Join));
    ops.extend(is_summed.then_some(Op::End));
    ops.extend(f.keys.delta.as_ref().zip(f.sum).map(|(d, sum)| Op::Sum(d, sum)));
    ops.extend(f.keys.checksum.as_ref().map(Op::Verify));
    Step { field: f, ops, take: take(p, id, f) }
}

fn take<'p>(p: &'p Program, id: TypeId, f: &'p Field) -> Take<'p> {
    let known = |e: &Expr, function| known(p, id, e, function, f.place);
    Take {
        field: f,
        cond: f.cond.as_ref(),
        times: match &f.repeat {
            Repeat::Once => Times::Once,
            Repeat::Count(e) => Times::Counted(e, known(e, Function::Count)),
            Repeat::Eos => Times::Rest,
            Repeat::Until(e) => Times::Until(e),
        },
        extent: match &f.size {
            Size::Own => Extent::Own,
            Size::Bytes(e) => Extent::Bytes(e, known(e, Function::ByteLen)),
            Size::Eos => Extent::Rest,
            Size::Terminated(end, may_be_missing) => Extent::Until(*end, *may_be_missing),
        },
        valid: f.valid.as_ref().filter(|_| f.once()),
        is_layout: p.types[id].has_layouts(f),
        notes_elements: offsets_of(p, id).contains(&(f.place, true)),
    }
}

/// Whether a type, or what stands in it, asks for the position of a field.
fn is_asked_position(p: &Program, id: TypeId, f: &Field) -> bool {
    offsets_of(p, id).iter().any(|o| o.0 == f.place)
        || crate::ir::children(p, id).into_iter().any(|c| outer_positions(p, c).contains(&f.id))
}

/// What a writer knows of a number that is about the field at `of`.
fn known(p: &Program, id: TypeId, e: &Expr, function: Function, of: Place) -> Known {
    let t = &p.types[id];
    let place = match &e.kind {
        ExprKind::Member(base, Member::Native(_)) => base.as_place(),
        _ => e.as_place(),
    };
    let derived = place.and_then(|place| t.field_at(place)?.keys.derive.as_ref()?.as_call());
    match derived {
        Some((called, [argument])) if called == function && argument.as_place() == Some(of) => Known::Derived,
        _ if is_local(t, e) => Known::Told,
        _ => Known::Read,
    }
}

/// Whether an expression is about the type itself: neither its parent nor the stream.
pub fn is_local(t: &Type, e: &Expr) -> bool {
    let is_other = |e: &Expr| matches!(e.kind, ExprKind::Parent(_) | ExprKind::Io(_));
    !crate::ir::through(t, vec![e], |_| true).into_iter().any(|e| e.any(&is_other))
}

/// The layouts that a field is the last of.
fn joined<'p>(t: &'p Type, f: &'p Field) -> Option<Join<'p>> {
    let holder = t.holder(f);
    let layouts: Vec<&Field> = t.layouts(holder.place).collect();
    let is_last = layouts.len() > 1 && layouts.last().is_some_and(|x| x.place == f.place);
    is_last.then_some(Join { holder, layouts })
}

/// Whether bits stand before a field that begins with a whole byte.
fn is_aligned(p: &Program, t: &Type, f: &Field) -> bool {
    !has_bits(p, f) && t.fields.iter().take_while(|x| x.id != f.id).any(|x| has_bits(p, x))
}

fn has_bits(p: &Program, f: &Field) -> bool {
    match &f.ty {
        FieldTy::Bits(_) => true,
        FieldTy::User(c, _) => {
            let t = &p.types[*c];
            t.kind == TypeKind::Plain
                && t.mode == Mode::Struct
                && t.facts.fixed
                && t.fields.iter().any(|f| has_bits(p, f))
        }
        _ => false,
    }
}
