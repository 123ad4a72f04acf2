use cqlite_runtime::marshal::MarshalType;

use super::{Result, SpellingError};

/// What a text may mean.
pub(super) struct Readings<'t> {
    ty: &'t MarshalType,
    values: Vec<Vec<u8>>,
    /// Why it has not another meaning, where it nearly has one.
    error: Option<SpellingError>,
}

impl<'t> Readings<'t> {
    pub(super) fn new(ty: &'t MarshalType) -> Self {
        Readings { ty, values: Vec::new(), error: None }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    pub(super) fn add(&mut self, value: Vec<u8>) {
        if !self.values.contains(&value) {
            self.values.push(value);
        }
    }

    /// Adds a reading, or remembers why there is none.
    pub(super) fn add_if(&mut self, value: Result<Vec<u8>>) {
        match value {
            Ok(value) => self.add(value),
            // What is ambiguous counts for more: the text is nearly right.
            Err(e) if self.error.is_none() || matches!(e, SpellingError::Ambiguous { .. }) => self.error = Some(e),
            Err(_) => {}
        }
    }

    /// The only one.
    pub(super) fn one(mut self) -> Result<Vec<u8>> {
        let last = self.values.pop();
        match (last, self.values.first(), self.error) {
            (_, _, Some(e @ SpellingError::Ambiguous { .. })) => Err(e),
            (Some(one), None, _) => Ok(one),
            (Some(one), Some(other), _) => Err(SpellingError::ambiguous(self.ty, other, &one)),
            (None, _, Some(e)) => Err(e),
            (None, _, None) => Err(SpellingError::value(self.ty)),
        }
    }
}
