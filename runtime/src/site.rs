//! Where in the specification a field stands.

/// A field of a type of a `.ksy` file: what errors and field trees name.
#[derive(Debug, PartialEq, Eq)]
pub struct Site {
    /// Id of the type that has the field.
    pub owner: &'static str,
    /// Id of the field.
    pub field: &'static str,
    /// The `.ksy` file, relative to `spec/`.
    pub file: &'static str,
    /// Line of the field in that file, from 1.
    pub line: u32,
}
