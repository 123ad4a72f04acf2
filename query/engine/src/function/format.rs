//! `format_bytes` and `format_time` of 6.0.

use num_bigint::Sign;

use super::decimal::{self, Rounding};
use super::number::text_of_f64;
use crate::{QueryError, Result};

const DAY_MILLIS: f64 = 86_400_000.0;

/// With at most two digits behind the point, halves away from zero, in plain digits (`DecimalFormat("#.##")`).
fn short(value: f64) -> String {
    let Some(shortest) = decimal::of_f64(value) else { return text_of_f64(value) };
    // Of what looks like a half the exact value decides; no number that is shown has more digits.
    let is_half = shortest.scale == 3 && &shortest.unscaled % 10 == 5.into();
    let exact = decimal::of_text(&format!("{value:.60}"));
    let difference = exact.and_then(|exact| decimal::subtract(&exact, &shortest).ok());
    let is_less = difference.is_some_and(|difference| difference.unscaled.sign() == Sign::Minus);
    let rounding = if is_half && is_less { Rounding::Down } else { Rounding::HalfUp };
    let Ok(rounded) = decimal::set_scale(&shortest, 2, rounding) else { return text_of_f64(value) };
    let digits = format!("{:03}", rounded.unscaled);
    let (whole, part) = digits.split_at(digits.len() - 2);
    let part = part.trim_end_matches('0');
    match (whole, part) {
        (whole, "") => whole.to_owned(),
        ("0", part) => format!("0.{part}"),
        (whole, part) => format!("{whole}.{part}"),
    }
}

/// The number that is formatted.
pub(super) fn value(text: Option<&str>, number: i64) -> Result<i64> {
    let value = match text {
        None => number,
        Some(text) => text
            .parse()
            .map_err(|_| QueryError::invalid(format!("unable to convert string '{text}' to a value of type long")))?,
    };
    match value {
        0.. => Ok(value),
        _ => Err(QueryError::invalid("value must be non-negative")),
    }
}

fn byte_unit(symbol: &str) -> Result<(f64, &'static str)> {
    Ok(match symbol.to_ascii_lowercase().as_str() {
        "b" => (1.0, "B"),
        "kib" => (1024.0, "KiB"),
        "mib" => (1_048_576.0, "MiB"),
        "gib" => (1_073_741_824.0, "GiB"),
        _ => {
            return Err(QueryError::invalid(format!(
                "Unsupported data storage unit: {symbol}. Supported units are: B, KiB, MiB, GiB"
            )))
        }
    })
}

/// `format_bytes(value[, [source,] target])`
pub(super) fn bytes(value: i64, units: &[&str]) -> Result<String> {
    let (source, target) = match units {
        [] => {
            let symbol = match value {
                1_073_741_825.. => "GiB",
                1_048_577.. => "MiB",
                1025.. => "KiB",
                _ => "B",
            };
            ("B", symbol)
        }
        [target] => ("B", *target),
        [source, target, ..] => (*source, *target),
    };
    let ((from, _), (to, symbol)) = (byte_unit(source)?, byte_unit(target)?);
    // Bytes that a `long` has no room for are as many as it has.
    let converted =
        if from > to { (value as f64 * (from / to)).min(i64::MAX as f64) } else { value as f64 / (to / from) };
    Ok(format!("{} {symbol}", short(converted)))
}

fn time_unit(symbol: &str) -> Result<f64> {
    Ok(match symbol.to_ascii_lowercase().as_str() {
        "d" => 86400.0 * 1e9,
        "h" => 3600.0 * 1e9,
        "m" => 60.0 * 1e9,
        "s" => 1e9,
        "ms" => 1e6,
        "us" | "µs" => 1e3,
        "ns" => 1.0,
        _ => {
            return Err(QueryError::invalid(format!(
                "Unsupported time unit: {symbol}. Supported units are: ns, us, ms, s, m, h, d"
            )))
        }
    })
}

/// `format_time(value[, [source,] target])`
pub(super) fn time(value: i64, units: &[&str]) -> Result<String> {
    let (source, target) = match units {
        [] => {
            let value = value as f64;
            let steps = [(DAY_MILLIS, "d"), (3_600_000.0, "h"), (60_000.0, "m"), (1000.0, "s")];
            let (step, symbol) = steps.into_iter().find(|(step, _)| value >= *step).unwrap_or((1.0, "ms"));
            return Ok(format!("{} {symbol}", short(value / step)));
        }
        [target] => ("ms", *target),
        [source, target, ..] => (*source, *target),
    };
    let converted = value as f64 * (time_unit(source)? / time_unit(target)?);
    Ok(format!("{} {target}", short(converted)))
}
