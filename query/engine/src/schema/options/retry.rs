//! `SpeculativeRetryPolicy`

use crate::schema::refuse::configuration;
use crate::Result;

/// The policy of a text, as Cassandra prints it.
pub(super) fn read(text: &str) -> Result<String> {
    if text.eq_ignore_ascii_case("ALWAYS") {
        return Ok("ALWAYS".to_owned());
    }
    if text.eq_ignore_ascii_case("NEVER") || text.eq_ignore_ascii_case("NONE") {
        return Ok("NEVER".to_owned());
    }
    match simple(text, text)? {
        Some(Policy::Percentile(percentile)) => Ok(percentile),
        Some(Policy::Fixed(fixed)) => Ok(fixed),
        None => hybrid(text),
    }
}

enum Policy {
    Percentile(String),
    Fixed(String),
}

/// `99.9p`, `50percentile`, `10ms`
fn simple(text: &str, whole: &str) -> Result<Option<Policy>> {
    let lower = text.to_ascii_lowercase();
    let ends = |ending: &str| lower.strip_suffix(ending).filter(|rest| is_number(rest));
    if let Some(number) = ends("percentile").or_else(|| ends("p")) {
        let Ok(percentile) = number.parse::<f64>() else { return unknown(whole) };
        if percentile <= 0.0 || percentile >= 100.0 {
            return configuration(format!(
                "Invalid value {text} for PERCENTILE option 'speculative_retry': must be between (0.0 and 100.0)"
            ));
        }
        return Ok(Some(Policy::Percentile(format!("{}p", four_places(percentile)))));
    }
    if let Some(number) = ends("ms") {
        let Ok(milliseconds) = number.parse::<f64>() else { return unknown(whole) };
        return Ok(Some(Policy::Fixed(format!("{}ms", milliseconds as i32))));
    }
    Ok(None)
}

fn hybrid(text: &str) -> Result<String> {
    let upper = text.to_ascii_uppercase();
    let function = ["MIN", "MAX"].into_iter().find(|name| upper.starts_with(&format!("{name}(")));
    let inner = function.and_then(|name| text[name.len() + 1..].strip_suffix(')'));
    let (Some(function), Some((a, b))) = (function, inner.and_then(|inner| inner.split_once(','))) else {
        return unknown(text);
    };
    let values = [a.trim_end(), b.trim_start()].map(|part| simple(part, text));
    let kind = |kind: &str| {
        configuration(format!(
            "Invalid value {text} for option 'speculative_retry': MIN()/MAX() arguments should be of different types, but both are of type {kind}"
        ))
    };
    match values {
        [Ok(Some(Policy::Percentile(a))), Ok(Some(Policy::Fixed(b)))]
        | [Ok(Some(Policy::Fixed(b))), Ok(Some(Policy::Percentile(a)))] => Ok(format!("{function}({a},{b})")),
        [Ok(Some(Policy::Percentile(_))), Ok(Some(Policy::Percentile(_)))] => kind("PERCENTILE"),
        [Ok(Some(Policy::Fixed(_))), Ok(Some(Policy::Fixed(_)))] => kind("FIXED"),
        _ => unknown(text),
    }
}

fn unknown<T>(text: &str) -> Result<T> {
    configuration(format!("Invalid value {text} for option 'speculative_retry'"))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

/// `DecimalFormat("#.####")`
fn four_places(number: f64) -> String {
    let text = format!("{number:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text.strip_prefix("0.") {
        Some(rest) => format!(".{rest}"),
        None => text.to_owned(),
    }
}
