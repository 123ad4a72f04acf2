use cqlite_format::statistics::Bin;

use super::{added, possible, rounded_up};

/// So many bins there may be (`SSTable.TOMBSTONE_HISTOGRAM_BIN_SIZE`).
pub(crate) const MOST_BINS: usize = 100;

/// Times and how often each was met, ascending (`StreamingTombstoneHistogramBuilder.DataHolder`).
#[derive(Debug, Clone, Default)]
pub(super) struct Bins(Vec<(i64, i32)>);

impl Bins {
    /// Counts a time so often. If there are too many then, the two nearest become one.
    pub(super) fn add(&mut self, point: i64, count: i32) {
        match self.0.binary_search_by_key(&point, |(point, _)| *point) {
            Ok(at) => {
                if let Some((_, old)) = self.0.get_mut(at) {
                    *old = added(*old, count);
                }
            }
            Err(at) => {
                self.0.insert(at, (point, count));
                if self.0.len() > MOST_BINS {
                    self.merge_nearest();
                }
            }
        }
    }

    /// Puts one bin for the first two that are nearest to each other, at the mean of their times (`mergeNearestPoints`). Times are not negative.
    fn merge_nearest(&mut self) {
        let (mut nearest, mut distance, mut before) = (0, i64::MAX, 0);
        for (i, &(point, _)) in self.0.iter().enumerate() {
            if i > 0 && point - before < distance {
                (nearest, distance) = (i, point - before);
            }
            before = point;
        }
        let Some(&[(point, count), (next, more)]) = nearest.checked_sub(1).and_then(|at| self.0.get(at..=nearest))
        else {
            return;
        };
        let weight = |point: i64, count: i32| not_negative(point.wrapping_mul(i64::from(count)));
        let sum = not_negative(weight(point, count).wrapping_add(weight(next, more)));
        let mean = possible(sum / (i64::from(count) + i64::from(more)));
        let mean = if mean <= point { possible(point + 1) } else { mean };
        self.0.remove(nearest);
        if let Some(bin) = self.0.get_mut(nearest - 1) {
            *bin = (rounded_up(mean.min(next)), added(count, more));
        }
    }

    /// As they are stored.
    pub(super) fn model(&self) -> Vec<Bin> {
        self.0
            .iter()
            .map(|(point, count)| Bin { point: *point as f64, count: i64::from(*count), ..Bin::default() })
            .collect()
    }
}

/// A product or a sum that has left 63 bits is the largest number (`saturatingCastToLong`).
fn not_negative(number: i64) -> i64 {
    if number < 0 {
        i64::MAX
    } else {
        number
    }
}
