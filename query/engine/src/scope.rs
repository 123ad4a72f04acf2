//! What names in a statement may refer to, and its markers.

use std::cell::RefCell;

use cqlite_cql::ast::Expr;

use crate::term::{Context, Markers, Raw, Receiver, Term};
use crate::Result;

/// A statement's names and markers.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'s> {
    pub(crate) cx: &'s Context<'s>,
    pub(crate) markers: &'s Markers,
    /// The first column that is selected, once it is known: what Cassandra names where a cast fails.
    pub(crate) first_column: &'s RefCell<Option<String>>,
}

impl<'s> Scope<'s> {
    /// An expression of the statement.
    pub(crate) fn raw(&self, expr: &'s Expr) -> Raw<'s> {
        Raw::new(expr, self.cx, self.markers)
    }

    /// The value of an expression for what it is for.
    pub(crate) fn term(&self, expr: &Expr, receiver: &Receiver) -> Result<Term> {
        Raw::new(expr, self.cx, self.markers).prepare(receiver)
    }
}
