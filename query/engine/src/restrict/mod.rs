//! Which rows a statement is about: from the conditions of WHERE to keys, slices and filters.

mod bound;
mod filter;
mod index;
mod relation;
mod restrictions;
mod set;

pub(crate) use bound::{Bound, Keys};
pub(crate) use relation::existing;
pub(crate) use restrictions::{clustering_columns, orderings, Asked, Ordered, Restrictions, REQUIRES_ALLOW_FILTERING};
