use cqlite_runtime::marshal::MarshalType;

/// A column of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub name: String,
    /// The type of its values; a counter's are eight bytes, summed already.
    pub ty: MarshalType,
}
