//! `CompactionParams`

use super::Source;
use crate::schema::java_order;
use crate::schema::refuse::configuration;
use crate::schema::text::{double, map as map_text};
use crate::Result;

pub(super) const DEFAULT: &str =
    "{'class': 'org.apache.cassandra.db.compaction.SizeTieredCompactionStrategy', 'max_threshold': '32', 'min_threshold': '4'}";

const PACKAGE: &str = "org.apache.cassandra.db.compaction.";
/// Cassandra's strategies; the last one is of versions before 5.0.
const STRATEGIES: [&str; 5] = [
    "SizeTieredCompactionStrategy",
    "LeveledCompactionStrategy",
    "TimeWindowCompactionStrategy",
    "UnifiedCompactionStrategy",
    "DateTieredCompactionStrategy",
];

/// A strategy with its options.
pub(super) struct Compaction {
    pub(super) text: String,
    pub(super) is_leveled: bool,
}

pub(super) fn read(map: &[(String, String)], source: Source) -> Result<Compaction> {
    let Some((_, class)) = map.iter().find(|(name, _)| name == "class") else {
        return configuration("Missing sub-option 'class' for the 'compaction' option");
    };
    let full = if class.contains('.') { class.clone() } else { format!("{PACKAGE}{class}") };
    let known = full.strip_prefix(PACKAGE).and_then(|name| STRATEGIES.into_iter().find(|known| *known == name));
    let known = known.filter(|name| source == Source::File || *name != "DateTieredCompactionStrategy");
    if known.is_none() && source == Source::Statement {
        return configuration(format!("Unable to find compaction strategy class '{full}'"));
    }
    let mut options = Vec::from(map);
    options.retain(|(name, _)| name != "class");
    if known.is_some_and(|name| name != "UnifiedCompactionStrategy") {
        for (name, default) in [("min_threshold", "4"), ("max_threshold", "32")] {
            if !options.iter().any(|(own, _)| own == name) {
                options.push((name.to_owned(), default.to_owned()));
            }
        }
    }
    if let (Some(name), Source::Statement) = (known, source) {
        Options { all: &options }.check(name)?;
    }
    options.push(("class".to_owned(), full));
    Ok(Compaction { text: map_text(&options), is_leveled: known == Some("LeveledCompactionStrategy") })
}

struct Options<'o> {
    all: &'o [(String, String)],
}

impl Options<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.all.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    fn check(&self, strategy: &str) -> Result<()> {
        if let Some(value) = self.get("provide_overlapping_tombstones").map(str::to_uppercase) {
            if !["NONE", "ROW", "CELL"].contains(&value.as_str()) {
                return configuration(format!(
                    "Invalid value {value} for 'provide_overlapping_tombstones' compaction sub-option - must be one of the following [NONE, ROW, CELL]."
                ));
            }
        }
        self.common()?;
        let mut known = vec![
            "tombstone_threshold",
            "tombstone_compaction_interval",
            "unchecked_tombstone_compaction",
            "log_all",
            "enabled",
            "only_purge_repaired_tombstones",
            "provide_overlapping_tombstones",
        ];
        match strategy {
            "LeveledCompactionStrategy" => {
                self.leveled()?;
                self.size_tiered()?;
                known.extend(["sstable_size_in_mb", "fanout_size", "single_sstable_uplevel"]);
            }
            "TimeWindowCompactionStrategy" => {
                self.time_window()?;
                self.size_tiered()?;
                known.extend([
                    "compaction_window_size",
                    "compaction_window_unit",
                    "timestamp_resolution",
                    "expired_sstable_check_frequency_seconds",
                    "unsafe_aggressive_sstable_expiration",
                ]);
            }
            "UnifiedCompactionStrategy" => {
                return self.unified(known);
            }
            _ => self.size_tiered()?,
        }
        known.extend(["min_sstable_size", "bucket_low", "bucket_high", "min_threshold", "max_threshold"]);
        self.only(&known, strategy)?;
        self.thresholds()
    }

    fn only(&self, known: &[&str], strategy: &str) -> Result<()> {
        let names = self.all.iter().map(|(name, _)| name.as_str());
        let mut unknown: Vec<&str> = names.filter(|name| !known.contains(name)).collect();
        if unknown.is_empty() {
            return Ok(());
        }
        unknown.sort_unstable();
        java_order::sort_copied(&mut unknown, self.all.len(), |name| java_order::of_text(name));
        configuration(format!("Properties specified [{}] are not understood by {strategy}", unknown.join(", ")))
    }

    fn common(&self) -> Result<()> {
        if let Some(text) = self.get("tombstone_threshold") {
            match text.trim().parse::<f32>() {
                Ok(number) if number < 0.0 => {
                    return configuration(format!("tombstone_threshold must be greater than 0, but was {number:.6}"))
                }
                Ok(_) => {}
                Err(_) => return not_an_int(text, "tombstone_threshold"),
            }
        }
        if let Some(number) = self.long("tombstone_compaction_interval")? {
            if number < 0 {
                return configuration(format!(
                    "tombstone_compaction_interval must be greater than 0, but was {number}"
                ));
            }
        }
        let is_boolean = |text: &str| text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false");
        let wrong = |name| self.get(name).filter(|text| !is_boolean(text));
        if let Some(text) = wrong("unchecked_tombstone_compaction") {
            return configuration(format!(
                "'unchecked_tombstone_compaction' should be either 'true' or 'false', not '{text}'"
            ));
        }
        if let Some(text) = wrong("log_all") {
            return configuration(format!("'log_all' should either be 'true' or 'false', not {text}"));
        }
        match wrong("enabled") {
            Some(text) => configuration(format!("enabled should either be 'true' or 'false', not {text}")),
            None => Ok(()),
        }
    }

    fn size_tiered(&self) -> Result<()> {
        if let Some(number) = self.long("min_sstable_size")? {
            if number < 0 {
                return configuration(format!("min_sstable_size must be non negative: {number}"));
            }
        }
        let low = self.double("bucket_low", 0.5)?;
        let high = self.double("bucket_high", 1.5)?;
        if high <= low {
            let (high, low) = (double(high), double(low));
            return configuration(format!(
                "bucket_high value ({high}) is less than or equal to the bucket_low value ({low})"
            ));
        }
        Ok(())
    }

    fn leveled(&self) -> Result<()> {
        for name in ["sstable_size_in_mb", "fanout_size"] {
            if let Some(number) = self.int(name)? {
                if number < 1 {
                    return configuration(format!("{name} must be larger than 0, but was {number}"));
                }
            }
        }
        let size = i128::from(self.int("sstable_size_in_mb")?.unwrap_or(1)) * 1024 * 1024;
        let fanout = i128::from(self.int("fanout_size")?.unwrap_or(10));
        // The highest of nine levels.
        let most = (0..8).try_fold(size, |bytes: i128, _| bytes.checked_mul(fanout)).unwrap_or(i128::MAX);
        if most > i128::from(i64::MAX) {
            return configuration(format!(
                "At most {} bytes may be in a compaction level; your maxSSTableSize must be absurdly high to compute {most}",
                i64::MAX
            ));
        }
        Ok(())
    }

    fn time_window(&self) -> Result<()> {
        let units = [
            ("timestamp_resolution", &["MICROSECONDS", "MILLISECONDS", "SECONDS", "NANOSECONDS"][..]),
            ("compaction_window_unit", &["MINUTES", "HOURS", "DAYS"][..]),
        ];
        for (name, known) in units {
            if let Some(text) = self.get(name).filter(|text| !known.contains(text)) {
                return configuration(format!("{text} is not valid for {name}"));
            }
        }
        if let Some(number) = self.int("compaction_window_size")? {
            if number < 1 {
                return configuration(format!("{number} must be greater than 1 for compaction_window_size"));
            }
        }
        if let Some(number) = self.long("expired_sstable_check_frequency_seconds")? {
            if number < 0 {
                return configuration(format!(
                    "expired_sstable_check_frequency_seconds must not be negative, but was {number}"
                ));
            }
        }
        match self.get("unsafe_aggressive_sstable_expiration") {
            Some(text) if text.eq_ignore_ascii_case("true") => configuration(
                "unsafe_aggressive_sstable_expiration is requested but not allowed, restart cassandra with -Dcassandra.allow_unsafe_aggressive_sstable_expiration=true to allow it",
            ),
            Some(text) if !text.eq_ignore_ascii_case("false") => {
                configuration(format!("unsafe_aggressive_sstable_expiration is not 'true' or 'false' ({text})"))
            }
            _ => Ok(()),
        }
    }

    fn unified(&self, mut known: Vec<&str>) -> Result<()> {
        known.extend([
            "scaling_parameters",
            "static_scaling_parameters",
            "target_sstable_size",
            "min_sstable_size",
            "flush_size_override",
            "base_shard_count",
            "expired_sstable_check_frequency_seconds",
            "unsafe_aggressive_sstable_expiration",
            "overlap_inclusion_method",
            "sstable_growth",
            "parallelize_output_shards",
            "max_sstables_to_compact",
        ]);
        let parameters = self.get("scaling_parameters").unwrap_or("T4");
        for part in parameters.split(',').map(str::trim) {
            let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            let letters = part
                .strip_prefix(['L', 'T'])
                .is_some_and(|rest| is_number(rest) && rest.parse::<i64>().is_ok_and(|number| number >= 2));
            let plain = part.strip_prefix(['+', '-']).unwrap_or(part);
            if part != "N" && !letters && !is_number(plain) {
                return configuration(format!("Scaling parameter {part} must match N|L[0-9]+|T[0-9]+|[+-]?[0-9]+"));
            }
        }
        self.only(&known, "UnifiedCompactionStrategy")
    }

    fn thresholds(&self) -> Result<()> {
        let mut found = [4, 32];
        for (at, name) in ["min_threshold", "max_threshold"].into_iter().enumerate() {
            let Some(text) = self.get(name) else { continue };
            match text.parse::<i32>() {
                Ok(number) if text.bytes().all(|b| b.is_ascii_digit()) => found[at] = number,
                _ => {
                    return configuration(format!(
                        "Invalid value {text} for '{name}' compaction sub-option - must be an integer"
                    ))
                }
            }
        }
        let [least, most] = found;
        if least <= 0 || most <= 0 {
            return configuration(
                "Disabling compaction by setting compaction thresholds to 0 has been removed, set the compaction option 'enabled' to false instead.",
            );
        }
        if least <= 1 {
            return configuration(format!("Min compaction threshold cannot be less than 2 (got {least})"));
        }
        if least > most {
            return configuration(format!(
                "Min compaction threshold (got {least}) cannot be greater than max compaction threshold (got {most})"
            ));
        }
        Ok(())
    }

    fn int(&self, name: &str) -> Result<Option<i32>> {
        let Some(text) = self.get(name) else { return Ok(None) };
        text.parse().map(Some).or_else(|_| not_an_int(text, name))
    }

    fn long(&self, name: &str) -> Result<Option<i64>> {
        let Some(text) = self.get(name) else { return Ok(None) };
        text.parse().map(Some).or_else(|_| not_an_int(text, name))
    }

    fn double(&self, name: &str, default: f64) -> Result<f64> {
        let Some(text) = self.get(name) else { return Ok(default) };
        text.trim().parse().or_else(|_| configuration(format!("{text} is not a parsable float for {name}")))
    }
}

fn not_an_int<T>(text: &str, name: &str) -> Result<T> {
    configuration(format!("{text} is not a parsable int (base10) for {name}"))
}
