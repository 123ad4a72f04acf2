//! ANN OF: rows by the similarity of a vector, the nearest first. Every row is compared, so that the answer is exact.

use cqlite_runtime::marshal::{MarshalType, NativeType};

use crate::function::vector::{floats, Similarity};
use crate::schema::{IndexMetadata, TableMetadata};
use crate::{QueryError, Result};

/// The vector that rows are compared with.
pub(crate) struct Nearest {
    similarity: Similarity,
    wanted: Vec<f32>,
}

impl Nearest {
    /// To a value, as the index on a column compares.
    pub(crate) fn new(table: &TableMetadata, column: usize, wanted: &[u8]) -> Result<Nearest> {
        let wanted = vector(&table.columns[column].ty, wanted)?;
        Ok(Nearest { similarity: similarity(table, column), wanted })
    }

    /// How near a value of the column is.
    pub(crate) fn of(&self, ty: &MarshalType, value: &[u8]) -> Result<f32> {
        Ok(self.similarity.nearness(&vector(ty, value)?, &self.wanted))
    }
}

/// What the index on a column compares by (`similarity_function`).
fn similarity(table: &TableMetadata, column: usize) -> Similarity {
    let name = &table.columns[column].name;
    let is_on = |index: &&IndexMetadata| {
        index.options.iter().any(|(key, value)| key == "target" && value.trim_matches('"') == name)
    };
    let option = table
        .indexes
        .iter()
        .filter(is_on)
        .flat_map(|index| &index.options)
        .find(|(key, _)| key == "similarity_function");
    match option.map(|(_, value)| value.to_ascii_uppercase()).as_deref() {
        Some("DOT_PRODUCT") => Similarity::DotProduct,
        Some("EUCLIDEAN") => Similarity::Euclidean,
        _ => Similarity::Cosine,
    }
}

/// The numbers of a vector of floats.
fn vector(ty: &MarshalType, value: &[u8]) -> Result<Vec<f32>> {
    match ty {
        MarshalType::Vector { element, .. } if **element == MarshalType::Native(NativeType::Float) => floats(ty, value),
        _ => Err(QueryError::invalid("ANN ordering is only supported on float vector indexes")),
    }
}
