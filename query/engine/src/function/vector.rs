//! How near vectors are to each other.

use cqlite_runtime::marshal::MarshalType;

use super::error::malformed;
use crate::{QueryError, Result};

/// What nearness is (`VectorSimilarityFunction`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Similarity {
    Cosine,
    Euclidean,
    DotProduct,
}

impl Similarity {
    pub(super) const ALL: [Similarity; 3] = [Similarity::Cosine, Similarity::Euclidean, Similarity::DotProduct];

    pub(super) fn name(self) -> &'static str {
        match self {
            Similarity::Cosine => "similarity_cosine",
            Similarity::Euclidean => "similarity_euclidean",
            Similarity::DotProduct => "similarity_dot_product",
        }
    }

    /// What the functions give.
    ///
    /// # Errors
    /// A vector of zeros has no angle to another one.
    pub(super) fn compare(self, a: &[f32], b: &[f32]) -> Result<f32> {
        let is_zero = |v: &[f32]| v.iter().all(|element| *element == 0.0);
        if self == Similarity::Cosine && (is_zero(a) || is_zero(b)) {
            let what = format!("Function system.{} doesn't support all-zero vectors.", self.name());
            return Err(QueryError::invalid(what));
        }
        Ok(self.nearness(a, b))
    }

    /// From 0 to 1, the nearer the larger. Summed up as Cassandra's library does, in single precision: eight products at a time.
    pub(crate) fn nearness(self, a: &[f32], b: &[f32]) -> f32 {
        let plain = |a: &[f32], b: &[f32]| a.iter().zip(b).fold(0f32, |sum, (a, b)| sum + a * b);
        let dot = |a: &[f32], b: &[f32]| {
            let first = a.len() % 8;
            let eight =
                |(a, b): (&[f32], &[f32])| a.iter().zip(b).map(|(a, b)| a * b).reduce(|sum, product| sum + product);
            let rest = a[first..].chunks_exact(8).zip(b[first..].chunks_exact(8)).filter_map(eight);
            rest.fold(plain(&a[..first], &b[..first]), |sum, eight| sum + eight)
        };
        match self {
            Similarity::Cosine => {
                let norms = f64::from(plain(a, a)) * f64::from(plain(b, b));
                let cosine = (f64::from(plain(a, b)) / norms.sqrt()) as f32;
                (1.0 + cosine) / 2.0
            }
            Similarity::Euclidean => {
                let square = a.iter().zip(b).fold(0f32, |sum, (a, b)| sum + (a - b) * (a - b));
                1.0 / (1.0 + square)
            }
            Similarity::DotProduct => (1.0 + dot(a, b)) / 2.0,
        }
    }
}

/// The elements of a vector of floats.
pub(crate) fn floats(ty: &MarshalType, bytes: &[u8]) -> Result<Vec<f32>> {
    let parts = cqlite_types::parts(ty, bytes).map_err(malformed)?;
    let float = |part: &[u8]| part.first_chunk().map(|bytes| f32::from_be_bytes(*bytes));
    Ok(parts.into_iter().flatten().filter_map(float).collect())
}
