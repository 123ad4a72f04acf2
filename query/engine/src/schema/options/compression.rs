//! `CompressionParams`

use super::Source;
use crate::schema::refuse::configuration;
use crate::schema::text::{double, map as map_text};
use crate::Result;

pub(super) const DEFAULT: &str =
    "{'chunk_length_in_kb': '16', 'class': 'org.apache.cassandra.io.compress.LZ4Compressor'}";
/// What tables have that are not compressed.
const NONE: &str = "{'enabled': 'false'}";
const PACKAGE: &str = "org.apache.cassandra.io.compress.";

/// Cassandra's compressors and their options; the last one is of 6.0.
const COMPRESSORS: [(&str, &[&str]); 6] = [
    ("LZ4Compressor", &["lz4_compressor_type", "lz4_high_compressor_level"]),
    ("SnappyCompressor", &[]),
    ("DeflateCompressor", &[]),
    ("ZstdCompressor", &["compression_level"]),
    ("NoopCompressor", &[]),
    (
        "ZstdDictionaryCompressor",
        &[
            "compression_level",
            "training_max_dictionary_size",
            "training_max_total_sample_size",
            "training_min_frequency",
        ],
    ),
];

pub(super) fn read(map: &[(String, String)], source: Source) -> Result<String> {
    let mut options = Vec::from(map);
    if source == Source::File {
        for (name, _) in &mut options {
            // Their names up to 2.2.
            match name.as_str() {
                "sstable_compression" => *name = "class".to_owned(),
                "chunk_length_kb" => *name = "chunk_length_in_kb".to_owned(),
                _ => {}
            }
        }
    }
    let mut take = |name: &str| {
        let at = options.iter().position(|(own, _)| own == name)?;
        Some(options.remove(at).1)
    };
    let enabled = take("enabled").is_none_or(|text| text.eq_ignore_ascii_case("true"));
    let class = take("class");
    if !map.is_empty() && enabled && class.is_none() {
        return configuration("Missing sub-option 'class' for the 'compression' option.");
    }
    if !enabled && (class.is_some() || !options.is_empty()) {
        return configuration("If the 'enabled' option is set to false no other options must be specified");
    }
    if class.as_deref() == Some("") {
        if source == Source::File {
            return Ok(NONE.to_owned());
        }
        return configuration("The 'class' option must not be empty. To disable compression use 'enabled' : false");
    }
    let mut take = |name: &str| {
        let at = options.iter().position(|(own, _)| own == name)?;
        Some(options.remove(at).1)
    };
    let chunk = match take("chunk_length_in_kb").as_deref().map(str::parse::<i32>) {
        None => 16,
        Some(Ok(found)) if found > i32::MAX / 1024 => {
            return configuration(format!("Value of chunk_length_in_kb is too large ({found})"))
        }
        Some(Ok(found)) => found,
        Some(Err(_)) => return configuration("Invalid value for chunk_length_in_kb"),
    };
    let ratio = match take("min_compress_ratio").as_deref().map(|text| text.trim().parse::<f64>()) {
        None => 0.0,
        Some(Ok(found)) => found,
        Some(Err(_)) => return configuration("Invalid value for min_compress_ratio"),
    };
    take("crc_check_chance");
    let Some(class) = class else { return Ok(NONE.to_owned()) };
    let full = if class.contains('.') { class } else { format!("{PACKAGE}{class}") };
    let known = COMPRESSORS.iter().find(|(name, _)| full.strip_prefix(PACKAGE) == Some(name));
    match known {
        Some((name, supported)) if source == Source::Statement => check(name, supported, &options)?,
        None if source == Source::Statement => {
            return configuration(format!("Could not create Compression for type {full}"));
        }
        _ => {}
    }
    if chunk <= 0 {
        return configuration("Invalid negative or null chunk_length_in_kb");
    }
    if chunk.count_ones() != 1 {
        return configuration("chunk_length_in_kb must be a power of 2");
    }
    if ratio < 0.0 {
        return configuration("Invalid negative min_compress_ratio");
    }
    if ratio > 0.0 && ratio < 1.0 {
        return configuration("min_compress_ratio can either be 0 or greater than or equal to 1");
    }
    options.push(("class".to_owned(), full));
    options.push(("chunk_length_in_kb".to_owned(), chunk.to_string()));
    if ratio != 0.0 {
        options.push(("min_compress_ratio".to_owned(), double(ratio)));
    }
    Ok(map_text(&options))
}

fn check(name: &str, supported: &[&str], options: &[(String, String)]) -> Result<()> {
    for (option, text) in options {
        let number = text.parse::<i32>();
        match option.as_str() {
            "lz4_compressor_type" if name == "LZ4Compressor" && !["fast", "high"].contains(&text.as_str()) => {
                return configuration(format!(
                    "Invalid compressor type '{text}' specified for LZ4 parameter 'lz4_compressor_type'. Valid options are [high, fast]."
                ));
            }
            "lz4_high_compressor_level"
                if name == "LZ4Compressor" && !number.is_ok_and(|level| (1..=17).contains(&level)) =>
            {
                return configuration(format!(
                    "Invalid value [{text}] for parameter 'lz4_high_compressor_level'. Value must be between 1 and 17."
                ));
            }
            "compression_level" if name == "ZstdCompressor" => match text.parse::<i32>() {
                Ok(level) if (-131_072..=22).contains(&level) => {}
                Ok(level) => {
                    return configuration(format!(
                        "ZstdCompressor.create() threw an error: java.lang.IllegalArgumentException compression_level={level} is invalid"
                    ));
                }
                Err(_) => {
                    return configuration(format!(
                        "ZstdCompressor.create() threw an error: java.lang.NumberFormatException For input string: \"{text}\""
                    ));
                }
            },
            _ => {}
        }
    }
    match options.iter().find(|(option, _)| !supported.contains(&option.as_str())) {
        Some((option, _)) => configuration(format!("Unknown compression options {option}")),
        None => Ok(()),
    }
}
