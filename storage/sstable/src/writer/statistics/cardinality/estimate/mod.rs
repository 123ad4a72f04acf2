//! The number of partition keys, from the HyperLogLog++ sketch in Statistics.db.
//!
//! Reference: `com.clearspring.analytics.stream.cardinality.HyperLogLogPlus` (stream-lib 2.5.2), `CompactionMetadata`.

mod biases;
mod raw_estimates;
#[cfg(test)]
mod tests;

use cqlite_format::hyperloglog_plus::{DenseRef, HyperloglogPlusRef, SparseRef, WordRef};
use cqlite_runtime::array::ArrayView;
use cqlite_runtime::Reader;

use biases::BIASES;
use raw_estimates::RAW_ESTIMATES;

/// Below these estimates registers are counted instead. By precision, from 4 on.
const THRESHOLDS: [f64; 15] = [
    10.0, 20.0, 40.0, 80.0, 220.0, 400.0, 900.0, 1800.0, 3100.0, 6500.0, 15500.0, 20000.0, 50000.0, 120_000.0,
    350_000.0,
];

/// What is known of a precision: threshold, raw estimates and their biases.
type Correction = (f64, &'static [f64], &'static [f64]);

/// The estimate that `sstablemetadata` prints; `None` for a sketch of a kind that there are no corrections for. Cassandra's have the
/// precision 13.
#[must_use]
pub fn estimate(sketch: &[u8]) -> Option<i64> {
    let mut reader = Reader::new(sketch);
    let head = HyperloglogPlusRef::read(&mut reader).ok()?;
    let (precision, sparse_precision) = (u32::from(head.precision), u32::from(head.sparse_precision));
    let row = usize::try_from(precision.checked_sub(4)?).ok()?;
    let correction = (*THRESHOLDS.get(row)?, *RAW_ESTIMATES.get(row)?, *BIASES.get(row)?);
    if sparse_precision != 0 && !(precision..=30).contains(&sparse_precision) {
        return None;
    }
    if head.is_dense {
        return dense(&DenseRef::read(&mut reader).ok()?.words, 1 << precision, correction);
    }
    let count = SparseRef::read(&mut reader).ok()?.num_hashes;
    let slots = f64::from(1u32 << sparse_precision);
    Some(f64_round(slots * (slots / (slots - count as f64)).ln()))
}

fn dense<'a>(words: &ArrayView<'a, WordRef<'a>>, wanted: usize, correction: Correction) -> Option<i64> {
    let registers =
        |w: WordRef<'_>| [w.register_0, w.register_1, w.register_2, w.register_3, w.register_4, w.register_5];
    let words: Vec<_> = words.iter().collect::<Result<_, _>>().ok()?;
    let (mut sum, mut zeros, mut count) = (0.0, 0.0, 0);
    for register in words.into_iter().flat_map(registers).take(wanted) {
        sum += 1.0 / f64::from(1i32.wrapping_shl(register.into()));
        if register == 0 {
            zeros += 1.0;
        }
        count += 1;
    }
    if count < wanted {
        return None;
    }
    let registers = wanted as f64;
    let alpha = match wanted {
        16 => 0.673,
        32 => 0.697,
        64 => 0.709,
        _ => 0.7213 / (1.0 + 1.079 / registers),
    };
    let raw = alpha * registers * registers * (1.0 / sum);
    let (threshold, raw_estimates, biases) = correction;
    let corrected = if raw <= 5.0 * registers { raw - bias(raw, raw_estimates, biases) } else { raw };
    let counted = if zeros > 0.0 { registers * (registers / zeros).ln() } else { corrected };
    Some(f64_round(if counted < threshold { counted } else { corrected }))
}

/// Mean of the biases at the six raw estimates that are nearest; of several that are as near the last one.
fn bias(raw: f64, raw_estimates: &[f64], biases: &[f64]) -> f64 {
    let distances = raw_estimates.iter().map(|known| (raw - known) * (raw - known));
    let mut nearest: Vec<(f64, f64)> = distances.zip(biases.iter().copied()).rev().collect();
    nearest.sort_by(|a, b| a.0.total_cmp(&b.0));
    nearest.dedup_by(|later, kept| later.0 == kept.0);
    nearest.truncate(6);
    nearest.iter().map(|(_, bias)| bias).sum::<f64>() / 6.0
}

/// As `Math.round`.
fn f64_round(value: f64) -> i64 {
    (value + 0.5).floor() as i64
}
