//! SELECT from its text to its rows.

mod ann;
mod group;
mod json;
mod order;
mod prepare;
mod run;

pub(crate) use prepare::Prepared;
pub(crate) use run::run;

use cqlite_runtime::marshal::MarshalType;

use crate::{Result, Value};

/// A column of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultColumn {
    /// Its name.
    pub name: String,
    /// The type of its values.
    pub ty: MarshalType,
}

/// What takes the rows of an answer.
pub trait ResultSink {
    /// The columns, before the first row.
    ///
    /// # Errors
    /// What stops the statement.
    fn columns(&mut self, columns: &[ResultColumn]) -> Result<()>;

    /// A row. Whether more are wanted.
    ///
    /// # Errors
    /// What stops the statement.
    fn row(&mut self, values: &[Value]) -> Result<bool>;
}
