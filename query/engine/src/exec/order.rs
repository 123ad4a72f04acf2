//! Rows in the order of ORDER BY where keys are given by IN.

use std::cmp::Ordering;

use cqlite_runtime::marshal::MarshalType;

use crate::Value;

/// A row with the values that it is ordered by.
pub(crate) struct Sortable {
    /// How near it is to the vector of ANN OF; without one all are equally near.
    pub(crate) nearness: f32,
    pub(crate) by: Vec<Value>,
    pub(crate) values: Vec<Value>,
}

/// Sorts rows, the nearest first, then by values of these types; those that are equal stay as they were.
pub(crate) fn sort(rows: &mut [Sortable], types: &[MarshalType], reversed: bool) {
    rows.sort_by(|a, b| {
        let nearest = b.nearness.total_cmp(&a.nearness);
        if nearest.is_ne() {
            return nearest;
        }
        for (ty, (a, b)) in types.iter().zip(a.by.iter().zip(&b.by)) {
            let order = match (a, b) {
                (Some(a), Some(b)) => cqlite_types::compare(ty, a, b),
                (a, b) => a.is_some().cmp(&b.is_some()),
            };
            if order.is_ne() {
                return if reversed { order.reverse() } else { order };
            }
        }
        Ordering::Equal
    });
}
