//! What is selected: from expressions to values, row by row and over groups of rows.

mod element;
mod name;
mod selectable;
mod selection;
mod selector;

pub(crate) use selectable::Selectable;
pub(crate) use selection::{Selection, State};
pub(crate) use selector::{Input, Selector};
