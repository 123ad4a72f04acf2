//! ANN OF: rows by the similarity of a vector, the nearest first. Every row is compared, so that the answer is exact.

use cqlite_runtime::marshal::MarshalType;

use crate::schema::{IndexMetadata, TableMetadata};
use crate::{QueryError, Result};

/// How vectors are compared (`similarity_function` of the index).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Similarity {
    Cosine,
    DotProduct,
    Euclidean,
}

impl Similarity {
    /// That of the index on a column.
    pub(crate) fn of(table: &TableMetadata, column: usize) -> Similarity {
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

    /// How similar two vectors are: more is nearer.
    pub(crate) fn score(self, a: &[f32], b: &[f32]) -> f32 {
        let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
        match self {
            Similarity::Cosine => (1.0 + dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()) / 2.0,
            Similarity::DotProduct => (1.0 + dot(a, b)) / 2.0,
            Similarity::Euclidean => 1.0 / (1.0 + a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f32>()),
        }
    }
}

/// The numbers of a vector of floats.
pub(crate) fn floats(ty: &MarshalType, value: &[u8]) -> Result<Vec<f32>> {
    let MarshalType::Vector { .. } = ty else {
        return Err(QueryError::invalid("ANN ordering is only supported on float vector indexes"));
    };
    let elements = cqlite_types::parts(ty, value).map_err(QueryError::storage)?;
    let float = |bytes: Option<&[u8]>| {
        <[u8; 4]>::try_from(bytes.unwrap_or_default())
            .map(f32::from_be_bytes)
            .map_err(|_| QueryError::invalid("a float has four bytes"))
    };
    elements.into_iter().map(float).collect()
}
