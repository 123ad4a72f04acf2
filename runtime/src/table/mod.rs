//! Walking over a component by a table of its types, as the generator writes it: every field with its place and value.
//!
//! A [`Table`] says what stands in a type, in the words of the specification: names are looked up when they are met. The [`Walker`]
//! keeps where it is in frames of its own, so that it can stop wherever bytes are missing and go on when they are there.

mod ahead;
mod dynamic;
mod eval;
mod expr;
mod frame;
mod leaf;
mod operator;
mod spec;
mod walker;

pub use crate::native::{Function, Native};
pub use dynamic::{Dyn, Held, Reflect};
pub use expr::{Expr, Op};
pub use spec::number::*;
pub use spec::{bits, bytes, case, float, native, of, one_of, text, truth, value, view};
pub use spec::{Body, Case, Field, Int, Kind, Repeat, Size, Table, Valid, Value};
pub use walker::{Step, Walker, Window};

use crate::error::Result;
use crate::reader::Reader;
use crate::walk::Walk;

/// Walks over one value that is all at hand; the reader is left after it.
///
/// # Errors
/// What is wrong with the bytes; fields before it have been walked over.
pub fn walk(table: &'static Table, args: Vec<Dyn<'_>>, r: &mut Reader<'_>, w: &mut dyn Walk) -> Result<()> {
    run(Walker::new(table, args), r, w)
}

/// As [`walk`], for a type below a file's type, whose parameters are `root`.
///
/// # Errors
/// As [`walk`].
pub fn walk_within(
    table: &'static Table,
    (root, args): (&'static Table, Vec<Dyn<'_>>),
    r: &mut Reader<'_>,
    w: &mut dyn Walk,
) -> Result<()> {
    run(Walker::within(table, root, args), r, w)
}

fn run(mut walker: Walker<'_>, r: &mut Reader<'_>, w: &mut dyn Walk) -> Result<()> {
    let base = r.offset().wrapping_sub(r.pos());
    walker.start_at(base, r.offset());
    let window = Window { data: r.between(0, r.size()), base, is_last: true };
    let walked = walker.run(&window, w);
    if let Ok(at) = r.at(walker.offset().wrapping_sub(base) as i64, walker.table().site(0)) {
        *r = at;
    }
    walked.map(drop)
}
