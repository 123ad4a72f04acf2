//! Where in the specification a field stands.

/// A field of a type of a `.ksy` file: what errors and field trees name.
#[derive(Debug, PartialEq, Eq)]
pub struct Site {
    /// Id of the type that has the field.
    pub owner: &'static str,
    /// Id of the field, or [`Self::WHOLE`].
    pub field: &'static str,
    /// The `.ksy` file, relative to `spec/`.
    pub file: &'static str,
    /// Line of the field in that file, from 1.
    pub line: u32,
}

impl Site {
    /// Stands for a field's id in the site of the type itself, for what concerns no field of it.
    pub const WHOLE: &'static str = "_self";

    /// Whether it is the type itself.
    pub fn is_whole(&self) -> bool {
        self.field == Self::WHOLE
    }
}
