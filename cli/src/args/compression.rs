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
        let (name, length) = text.split_once(':').map_or((text, None), |(name, length)| (name, Some(length)));
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
        let length = length
            .map(|length| length.parse::<i32>().ok().filter(|kib| matches!(kib, 1..=131_072) && kib.count_ones() == 1));
        let length = match length {
            Some(None) => return Err("expected a power of two of KiB after the colon, up to 131072".to_owned()),
            Some(Some(kib)) => Some(kib * 1024),
            None => None,
        };
        Compression::new(kind, length, 0.0)
            .map(|compression| CompressionArg(Some(compression)))
            .map_err(|e| e.to_string())
    }
}
