//! The number of partition keys, from the HyperLogLog++ sketch in Statistics.db.
//!
//! Reference: `com.clearspring.analytics.stream.cardinality.HyperLogLogPlus` (stream-lib 2.5.2), `CompactionMetadata`.

use cqlite_format::hyperloglog_plus::{DenseRef, HyperloglogPlusRef, SparseRef, WordRef};
use cqlite_runtime::array::ArrayView;
use cqlite_runtime::Reader;

use super::bias::{BIASES, RAW_ESTIMATES};

/// The precision that all versions of Cassandra use, and the only one that a bias is known for here.
const PRECISION: u32 = 13;
const REGISTERS: usize = 1 << PRECISION;
/// Below this estimate registers are counted instead (HyperLogLog++, precision 13).
const THRESHOLD: f64 = 6500.0;

/// The estimate that `sstablemetadata` prints; `None` for a sketch of another kind.
pub(super) fn estimate(sketch: &[u8]) -> Option<i64> {
    let mut reader = Reader::new(sketch);
    let head = HyperloglogPlusRef::read(&mut reader).ok()?;
    let sparse_precision = u32::from(head.sparse_precision);
    if u32::from(head.precision) != PRECISION || !(PRECISION..=30).contains(&sparse_precision) {
        return None;
    }
    if head.is_dense {
        return dense(&DenseRef::read(&mut reader).ok()?.words);
    }
    let count = SparseRef::read(&mut reader).ok()?.num_hashes;
    let slots = f64::from(1u32 << sparse_precision);
    Some(f64_round(slots * (slots / (slots - count as f64)).ln()))
}

fn dense<'a>(words: &ArrayView<'a, WordRef<'a>>) -> Option<i64> {
    let registers =
        |w: WordRef<'_>| [w.register_0, w.register_1, w.register_2, w.register_3, w.register_4, w.register_5];
    let words: Vec<_> = words.iter().collect::<Result<_, _>>().ok()?;
    let (mut sum, mut zeros, mut count) = (0.0, 0.0, 0);
    for register in words.into_iter().flat_map(registers).take(REGISTERS) {
        sum += 1.0 / f64::from(1i32.wrapping_shl(register.into()));
        if register == 0 {
            zeros += 1.0;
        }
        count += 1;
    }
    if count < REGISTERS {
        return None;
    }
    let registers = REGISTERS as f64;
    let raw = 0.7213 / (1.0 + 1.079 / registers) * registers * registers * (1.0 / sum);
    let corrected = if raw <= 5.0 * registers { raw - bias(raw) } else { raw };
    let counted = if zeros > 0.0 { registers * (registers / zeros).ln() } else { corrected };
    Some(f64_round(if counted < THRESHOLD { counted } else { corrected }))
}

/// Mean of the biases at the six raw estimates that are nearest.
fn bias(raw: f64) -> f64 {
    let mut nearest: Vec<(f64, f64)> =
        RAW_ESTIMATES.iter().zip(&BIASES).map(|(known, bias)| ((raw - known) * (raw - known), *bias)).collect();
    nearest.sort_by(|a, b| a.0.total_cmp(&b.0));
    nearest.truncate(6);
    nearest.iter().map(|(_, bias)| bias).sum::<f64>() / 6.0
}

/// As `Math.round`.
fn f64_round(value: f64) -> i64 {
    (value + 0.5).floor() as i64
}
