//! The number of partition keys, from the HyperLogLog++ sketch in Statistics.db.
//!
//! ```text
//! s4 version (-2), vint precision (13), vint sparse precision (25), vint format
//!   format 0: vint length in bytes, then words of 32 bits with six registers of five bits each, the first in the lowest bits
//!   format 1: vint count, then as many vints: distances between encoded hashes, ascending
//! ```
//!
//! Vints here have seven bits a byte, the lowest first, and 0x80 where another byte follows.
//! Reference: `com.clearspring.analytics.stream.cardinality.HyperLogLogPlus` (stream-lib 2.5.2), `CompactionMetadata`.

use super::bias::{BIASES, RAW_ESTIMATES};

/// The precision that all versions of Cassandra use, and the only one that a bias is known for here.
const PRECISION: u32 = 13;
const REGISTERS: usize = 1 << PRECISION;
/// Below this estimate registers are counted instead (HyperLogLog++, precision 13).
const THRESHOLD: f64 = 6500.0;

/// The estimate that `sstablemetadata` prints; `None` for a sketch of another kind.
pub(super) fn estimate(sketch: &[u8]) -> Option<i64> {
    let (version, rest) = sketch.split_first_chunk::<4>()?;
    if i32::from_be_bytes(*version) >= 0 {
        return None;
    }
    let mut input = Input(rest);
    let (precision, sparse_precision) = (input.vint()?, input.vint()?);
    if precision != PRECISION || !(PRECISION..=30).contains(&sparse_precision) {
        return None;
    }
    match input.vint()? {
        0 => {
            let len = usize::try_from(input.vint()?).ok()?;
            dense(input.0.get(..len)?)
        }
        _ => {
            let count = input.vint()?;
            let slots = f64::from(1u32 << sparse_precision);
            Some(f64_round(slots * (slots / (slots - f64::from(count))).ln()))
        }
    }
}

fn dense(bytes: &[u8]) -> Option<i64> {
    let words: Vec<u32> =
        bytes.chunks_exact(4).filter_map(|word| Some(u32::from_be_bytes(word.try_into().ok()?))).collect();
    let (mut sum, mut zeros) = (0.0, 0.0);
    for i in 0..REGISTERS {
        let register = words.get(i / 6)? >> (5 * (i % 6)) & 31;
        sum += 1.0 / f64::from(1i32.wrapping_shl(register));
        if register == 0 {
            zeros += 1.0;
        }
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

struct Input<'a>(&'a [u8]);

impl Input<'_> {
    fn vint(&mut self) -> Option<u32> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return u32::try_from(value).ok();
            }
        }
        None
    }
}
