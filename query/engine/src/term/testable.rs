//! What may become a value: whether it fits.

use cqlite_runtime::marshal::MarshalType;

use super::{compatible, Receiver};
use crate::Result;

/// How well something fits what it is for (`AssignmentTestable.TestResult`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assignment {
    /// It is of that very type.
    Exact,
    /// It can be taken for a value of that type.
    Weak,
    /// It cannot.
    Not,
}

impl Assignment {
    /// Whether it fits.
    #[must_use]
    pub fn is_assignable(self) -> bool {
        self != Assignment::Not
    }

    /// How well all of several fit.
    pub(crate) fn all(each: impl IntoIterator<Item = Result<Assignment>>) -> Result<Assignment> {
        let mut result = Assignment::Exact;
        for one in each {
            match one? {
                Assignment::Exact => {}
                Assignment::Weak => result = Assignment::Weak,
                Assignment::Not => return Ok(Assignment::Not),
            }
        }
        Ok(result)
    }
}

/// What may become a value or the argument of a function (`AssignmentTestable`).
pub trait Testable {
    /// How well it fits.
    ///
    /// # Errors
    /// It can never be a value of such a type, or something in it is unknown.
    fn test_assignment(&self, receiver: &Receiver) -> Result<Assignment>;

    /// Its type, if it has one by itself.
    fn exact_type(&self) -> Option<MarshalType>;

    /// The type that is taken for it where nothing says which (`getCompatibleTypeIfKnown`).
    fn compatible_type(&self) -> Option<MarshalType> {
        self.exact_type()
    }

    /// As errors tell of it.
    fn text(&self) -> String;

    /// Whether it is a marker.
    fn is_marker(&self) -> bool {
        false
    }

    /// Whether it is a column in descending order: to Cassandra its type is another one, no collection and no user type.
    fn is_reversed(&self) -> bool {
        false
    }

    /// Of a selected `[a, b]`, which may be a vector, the number of elements (`Selectable.WithArrayLiteral`).
    fn array_len(&self) -> Option<usize> {
        None
    }
}

/// A type stands for any value of it (`AbstractType.testAssignment`).
impl Testable for MarshalType {
    fn test_assignment(&self, receiver: &Receiver) -> Result<Assignment> {
        Ok(compatible::test_assignment(self, &receiver.ty))
    }

    fn exact_type(&self) -> Option<MarshalType> {
        Some(self.clone())
    }

    fn text(&self) -> String {
        self.to_string()
    }
}
