/// A number of bytes, as the command line says it: `1048576`, `64KiB`, `160MiB`, `1.5GB`.
///
/// # Errors
/// It is none.
pub fn parse(text: &str) -> Result<u64, String> {
    let wrong = || "expected a number of bytes such as 160MiB, 2GB or 1048576".to_owned();
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let number: f64 = number.parse().map_err(|_| wrong())?;
    let unit = unit.trim_start().to_ascii_lowercase();
    // KiB, or K for short; and KB of a thousand.
    let (prefix, base) =
        match unit.strip_suffix("ib").or_else(|| unit.strip_suffix('b').filter(|rest| !rest.is_empty())) {
            Some(prefix) if unit.ends_with("ib") => (prefix, 1024f64),
            Some(prefix) => (prefix, 1000f64),
            None => (unit.trim_end_matches('b'), 1024f64),
        };
    let power = ["", "k", "m", "g", "t"].iter().position(|known| *known == prefix).ok_or_else(wrong)?;
    let factor = base.powi(power as i32);
    let bytes = number * factor;
    if (1.0..1e18).contains(&bytes) {
        Ok(bytes as u64)
    } else {
        Err(wrong())
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn sizes_have_units() {
        assert_eq!(parse("1048576"), Ok(1 << 20));
        assert_eq!(parse("160MiB"), Ok(160 << 20));
        assert_eq!(parse("1.5 kB"), Ok(1500));
        for text in ["", "0", "-1", "12X", "1e3", ".", "99999999TiB"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
