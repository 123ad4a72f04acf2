use std::str::FromStr;

use cqlite::write::{read_dictionary, CodecKind, Compression, WriteOptions};

/// How chunks are compressed, as the command line says it.
#[derive(Debug, Clone)]
pub struct CompressionArg {
    compression: Option<Compression>,
    trains_dictionary: bool,
}

impl CompressionArg {
    /// Options with it.
    pub fn choose<'c>(&self, options: WriteOptions<'c>) -> WriteOptions<'c> {
        let options = options.compression(self.compression.clone());
        match self.trains_dictionary {
            true => options.train_dictionary(),
            false => options,
        }
    }
}

/// Where a dictionary comes from.
enum Source<'t> {
    File(&'t str),
    Trained,
}

impl FromStr for CompressionArg {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.eq_ignore_ascii_case("none") {
            return Ok(CompressionArg { compression: None, trains_dictionary: false });
        }
        // A file's name may have colons.
        let (text, source) = match (text.split_once(":dict="), text.strip_suffix(":train")) {
            (Some((text, file)), _) => (text, Some(Source::File(file))),
            (None, Some(text)) => (text, Some(Source::Trained)),
            (None, None) => (text, None),
        };
        let mut parts = text.split(':');
        let name = parts.next().unwrap_or(text);
        let (mut length, mut ratio) = (None, None);
        for part in parts {
            match part.split_once('=') {
                None if length.is_none() && ratio.is_none() => length = Some(kib(part)?),
                Some(("min_ratio", text)) if ratio.is_none() => ratio = Some(min_ratio(text)?),
                _ => {
                    return Err(format!(
                        "expected CODEC, CODEC:KIB, or either followed by :min_ratio=RATIO, not {part:?}"
                    ))
                }
            }
        }
        let matches = |kind: &CodecKind| {
            let class = kind.class_name();
            class.eq_ignore_ascii_case(name) || class.trim_end_matches("Compressor").eq_ignore_ascii_case(name)
        };
        let kind = CodecKind::ALL.into_iter().find(matches).ok_or_else(|| {
            let names = CodecKind::ALL.map(|kind| kind.class_name().trim_end_matches("Compressor"));
            format!("expected none, or one of {}", names.join(", "))
        })?;
        if source.is_some() != (kind == CodecKind::ZstdDictionary) {
            return Err("a dictionary is for ZstdDictionary, and has to be given: ZstdDictionary:dict=FILE, or ZstdDictionary:train to make one of the data".to_owned());
        }
        let mut compression = Compression::new(kind, length, ratio.unwrap_or(0.0)).map_err(|e| e.to_string())?;
        if let Some(Source::File(file)) = source {
            let dictionary = read_dictionary(file).map_err(|e| e.to_string())?;
            compression = compression.dictionary(dictionary).map_err(|e| format!("{file}: {e}"))?;
        }
        Ok(CompressionArg {
            compression: Some(compression),
            trains_dictionary: matches!(source, Some(Source::Trained)),
        })
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
