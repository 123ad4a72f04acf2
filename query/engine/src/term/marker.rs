//! Markers: values that come with the statement.

use std::cell::RefCell;
use std::collections::HashMap;

use cqlite_cql::ast::{Expr, Name};
use cqlite_runtime::marshal::MarshalType;

use super::{Assignment, BindValues, Clock, Context, Receiver};
use crate::{Result, Value};

/// What a marker stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound {
    /// Nothing was given.
    Unset,
    /// A value, or null.
    Value(Value),
}

/// The markers of one statement, in the order in which they are met.
#[derive(Debug, Default)]
pub struct Markers {
    known: RefCell<Vec<Marker>>,
    calls: Calls,
}

/// What has been found out of the calls of a statement, so that calls within calls are not looked at again and again: for which types they
/// fit, and which they have by themselves. Each is known by where it is in memory.
#[derive(Debug, Default)]
pub(super) struct Calls {
    pub(super) fits: RefCell<HashMap<(usize, MarshalType), Assignment>>,
    pub(super) types: RefCell<HashMap<usize, Option<MarshalType>>>,
}

/// A marker.
#[derive(Debug, Clone, PartialEq)]
pub struct Marker {
    /// The name of `:name`.
    pub name: Option<String>,
    /// What it is for.
    pub receiver: Receiver,
    /// Where it begins in the statement.
    start: usize,
}

impl Marker {
    /// What it stands for, given as a value in CQL.
    ///
    /// # Errors
    /// It is no value for this marker.
    pub fn bind_literal(&self, value: &Expr, cx: &Context<'_>, clock: &Clock) -> Result<Bound> {
        let term = super::prepare(value, &self.receiver, cx, &Markers::default())?;
        term.bind(&BindValues { values: &[], clock }).map(Bound::Value)
    }
}

impl Markers {
    pub(super) fn calls(&self) -> &Calls {
        &self.calls
    }

    /// Takes note of a marker, and says which one it is. The same marker keeps its number, however often it is prepared.
    pub(super) fn add(&self, name: Option<&Name>, start: usize, receiver: &Receiver) -> usize {
        let mut known = self.known.borrow_mut();
        if let Some(at) = known.iter().position(|marker| marker.start == start) {
            return at;
        }
        known.push(Marker { name: name.map(|name| name.text.clone()), receiver: receiver.clone(), start });
        known.len() - 1
    }

    /// All of them, as they stand in the statement, with the number that its terms know each by.
    pub fn in_order(&self) -> Vec<(usize, Marker)> {
        let mut all: Vec<(usize, Marker)> = self.known.borrow().iter().cloned().enumerate().collect();
        all.sort_by_key(|(_, marker)| marker.start);
        all
    }
}
