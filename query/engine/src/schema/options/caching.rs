//! `CachingParams`

use crate::schema::java_order;
use crate::schema::refuse::configuration;
use crate::Result;

/// `{'keys': …, 'rows_per_partition': …}`
pub(super) fn read(map: &[(String, String)]) -> Result<String> {
    let get = |name: &str| map.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let keys = match get("keys") {
        None => "NONE",
        Some(keys) if keys.eq_ignore_ascii_case("ALL") => "ALL",
        Some(keys) if keys.eq_ignore_ascii_case("NONE") => "NONE",
        Some(keys) => {
            return configuration(format!(
                "Invalid value '{keys}' for caching sub-option 'keys': only 'ALL' and 'NONE' are allowed"
            ))
        }
    };
    let rows = match get("rows_per_partition") {
        None => "NONE".to_owned(),
        Some(rows) if rows.eq_ignore_ascii_case("ALL") => "ALL".to_owned(),
        Some(rows) if rows.eq_ignore_ascii_case("NONE") => "NONE".to_owned(),
        Some(rows) => match rows.parse::<i32>() {
            Ok(0) => "NONE".to_owned(),
            Ok(i32::MAX) => "ALL".to_owned(),
            Ok(number) if number > 0 && rows.bytes().all(|b| b.is_ascii_digit()) => number.to_string(),
            _ => {
                return configuration(format!(
                    "Invalid value '{rows}' for caching sub-option 'rows_per_partition': only 'ALL', 'NONE', and integer values are allowed"
                ))
            }
        },
    };
    let names = map.iter().map(|(key, _)| key.as_str());
    let mut unknown: Vec<&str> = names.filter(|name| !["keys", "rows_per_partition"].contains(name)).collect();
    if !unknown.is_empty() {
        unknown.sort_unstable();
        java_order::sort_copied(&mut unknown, map.len(), |name| java_order::of_text(name));
        return configuration(format!(
            "Invalid caching sub-options [{}]: only 'keys' and 'rows_per_partition' are allowed",
            unknown.join(", ")
        ));
    }
    Ok(format!("{{'keys': '{keys}', 'rows_per_partition': '{rows}'}}"))
}
