//! Values in statements: literals, markers, calls of functions without columns.
//!
//! [`prepare`] checks a value against what it is for, as Cassandra's `Term.Raw.prepare` does, and gives a [`Term`]: what is constant is
//! bytes then, and [`Term::bind`] does the rest when the values of markers and the time are known.

mod clock;
pub(crate) mod compatible;
mod context;
pub(crate) mod literal;
mod marker;
mod raw;
mod receiver;
#[allow(clippy::module_inception, reason = "the noun of the file is that of the module")]
mod term;
mod testable;
pub(crate) mod text;
mod type_name;
mod vector;

use cqlite_cql::ast::Expr;

use crate::Result;

pub use clock::Clock;
pub use context::Context;
pub use marker::{Bound, Marker, Markers};
pub use raw::Raw;
pub use receiver::Receiver;
pub use term::{BindValues, Term};
pub use testable::{Assignment, Testable};
pub use type_name::type_of;

/// The value of an expression, for what it is for. Its markers are noted.
///
/// # Errors
/// It is no such value: what Cassandra says then, with the place in the statement.
pub fn prepare(expr: &Expr, receiver: &Receiver, cx: &Context<'_>, markers: &Markers) -> Result<Term> {
    Raw::new(expr, cx, markers).prepare(receiver)
}
