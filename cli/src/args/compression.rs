use std::str::FromStr;

use cqlite::write::{CodecKind, Compression};

/// How chunks are compressed, as the command line says it.
#[derive(Debug, Clone)]
pub struct CompressionArg(pub Option<Compression>);

impl FromStr for CompressionArg {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.eq_ignore_ascii_case("none") {
            return Ok(CompressionArg(None));
        }
        let mut parts = text.split(':');
        let name = parts.next().unwrap_or(text);
        let (mut length, mut ratio) = (None, None);
        for part in parts {
            match part.split_once('=') {
                None if length.is_none() && ratio.is_none() => length = Some(kib(part)?),
                Some(("min_ratio", text)) if ratio.is_none() => ratio = Some(min_ratio(text)?),
                _ => {
                    return Err(format!(
                        "expected CODEC, CODEC:KIB, or either with :min_ratio=RATIO behind it, not {part:?}"
                    ))
                }
            }
        }
        let matches = |kind: &CodecKind| {
            let class = kind.class_name();
            class.eq_ignore_ascii_case(name) || class.trim_end_matches("Compressor").eq_ignore_ascii_case(name)
        };
        // A dictionary cannot be given here.
        let kinds = CodecKind::ALL.into_iter().filter(|kind| *kind != CodecKind::ZstdDictionary);
        let kind = kinds.clone().find(matches).ok_or_else(|| {
            let names: Vec<_> = kinds.map(|kind| kind.class_name().trim_end_matches("Compressor")).collect();
            format!("expected none, or one of {}", names.join(", "))
        })?;
        Compression::new(kind, length, ratio.unwrap_or(0.0))
            .map(|compression| CompressionArg(Some(compression)))
            .map_err(|e| e.to_string())
    }
}

/// The length of chunks in bytes.
fn kib(text: &str) -> Result<i32, String> {
    let kib = text.parse::<i32>().ok().filter(|kib| matches!(kib, 1..=131_072) && kib.count_ones() == 1);
    let kib = kib.ok_or("expected a power of two of KiB after the colon, up to 131072")?;
    Ok(kib * 1024)
}

/// Cassandra's min_compress_ratio.
fn min_ratio(text: &str) -> Result<f64, String> {
    let ratio = text.parse::<f64>().ok().filter(|ratio| *ratio == 0.0 || (*ratio >= 1.0 && ratio.is_finite()));
    ratio.ok_or_else(|| format!("expected a min_ratio of 1 or more, or 0 for none, not {text:?}"))
}
