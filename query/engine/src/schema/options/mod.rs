//! The options of tables (`TableParams`), as DESCRIBE prints their values.

mod caching;
mod compaction;
mod compression;
mod retry;

use std::collections::BTreeMap;

use super::properties::Properties;
use super::refuse::configuration;
use super::text::{double, quoted};
use crate::Result;

/// Options by name, with their values as CQL has them.
pub(super) type Options = BTreeMap<String, String>;

/// Whose rules are followed: those of a statement of today, or those of a file, which may be of any version and name classes of anybody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    Statement,
    File,
}

/// The longest TTL (`Attributes.MAX_TTL`).
const MAX_TTL: i32 = 20 * 365 * 24 * 60 * 60;
/// `BloomCalculations.minSupportedBloomFilterFpChance`
const MIN_FP_CHANCE: f64 = 6.71e-5;

/// All options, in the order in which DESCRIBE has them.
pub(super) const IN_ORDER: [&str; 19] = [
    "additional_write_policy",
    "allow_auto_snapshot",
    "bloom_filter_fp_chance",
    "caching",
    "cdc",
    "comment",
    "compaction",
    "compression",
    "memtable",
    "crc_check_chance",
    "default_time_to_live",
    "extensions",
    "gc_grace_seconds",
    "incremental_backups",
    "max_index_interval",
    "memtable_flush_period_in_ms",
    "min_index_interval",
    "read_repair",
    "speculative_retry",
];

/// Options that 6.0 adds: their values where nothing is said, and the options that DESCRIBE has behind them.
pub(super) const OF_6_0_IN_ORDER: [(&str, &str, &str); 3] = [
    ("fast_path", "'keyspace'", "default_time_to_live"),
    ("transactional_mode", "'off'", "speculative_retry"),
    ("transactional_migration_from", "'none'", "speculative_retry"),
];
const OF_6_0: &[&str] = &["fast_path", "transactional_migration_from", "transactional_mode"];
/// Options of other versions: 3.0 to 3.11 had some that are gone, DSE has one of its own.
const OF_OTHER_VERSIONS: &[&str] =
    &["dclocal_read_repair_chance", "nodesync", "pending_drop", "read_repair_chance", "security_label"];

/// What tables have that say nothing.
pub(super) fn defaults() -> Options {
    let all = [
        ("additional_write_policy", "'99p'"),
        ("allow_auto_snapshot", "true"),
        ("bloom_filter_fp_chance", "0.01"),
        ("caching", "{'keys': 'ALL', 'rows_per_partition': 'NONE'}"),
        ("cdc", "false"),
        ("comment", "''"),
        ("compaction", compaction::DEFAULT),
        ("compression", compression::DEFAULT),
        ("crc_check_chance", "1.0"),
        ("default_time_to_live", "0"),
        ("extensions", "{}"),
        ("gc_grace_seconds", "864000"),
        ("incremental_backups", "true"),
        ("max_index_interval", "2048"),
        ("memtable", "'default'"),
        ("memtable_flush_period_in_ms", "0"),
        ("min_index_interval", "128"),
        ("read_repair", "'BLOCKING'"),
        ("speculative_retry", "'99p'"),
    ];
    all.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// A number among options.
pub(super) fn number(options: &Options, name: &str) -> i64 {
    options.get(name).and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// `TableAttributes.validate`: the names, and the values by themselves.
pub(super) fn check(properties: &mut Properties, source: Source) -> Result<Options> {
    let mut others: Options = properties.take(OF_6_0).into_iter().collect();
    if source == Source::File {
        others.extend(properties.take(OF_OTHER_VERSIONS));
    }
    let known: Vec<&str> = IN_ORDER.into_iter().chain(["id", "auto_repair"]).collect();
    properties.only(&known)?;
    if properties.has("auto_repair") {
        if source == Source::Statement {
            return configuration(
                "auto_repair option is not supported unless auto-repair is enabled with -Dcassandra.autorepair.enable=true",
            );
        }
        others.extend(properties.take(&["auto_repair"]));
    }
    let mut options = altered(defaults(), properties, source, true)?;
    options.extend(others);
    validate(&options)?;
    Ok(options)
}

/// The options with those that are said (`TableAttributes.build`), of a new table or of one that there is.
pub(super) fn altered(mut options: Options, properties: &Properties, source: Source, is_new: bool) -> Result<Options> {
    let mut set = |name: &str, value: String| options.insert(name.to_owned(), value);
    if let Some(value) = properties.boolean("allow_auto_snapshot")? {
        set("allow_auto_snapshot", value.to_string());
    }
    let fp_chance = properties.double("bloom_filter_fp_chance")?;
    if let Some(map) = properties.map("caching")? {
        set("caching", caching::read(map)?);
    }
    if let Some(text) = properties.text("comment")? {
        set("comment", quoted(text));
    }
    let mut is_leveled = false;
    if let Some(map) = properties.map("compaction")? {
        let compaction = compaction::read(map, source)?;
        is_leveled = compaction.is_leveled;
        set("compaction", compaction.text);
    }
    // New tables have what suits their strategy; those that there are keep what they have.
    let default = is_new.then_some(if is_leveled { 0.1 } else { 0.01 });
    if let Some(chance) = fp_chance.filter(|chance| *chance != -1.0).or(default) {
        set("bloom_filter_fp_chance", double(chance));
    }
    if let Some(map) = properties.map("compression")? {
        set("compression", compression::read(map, source)?);
    }
    if let Some(text) = properties.text("memtable")? {
        if source == Source::Statement && text != "default" {
            return configuration(format!("Memtable configuration \"{text}\" not found."));
        }
        set("memtable", quoted(text));
    }
    for name in ["default_time_to_live", "gc_grace_seconds"] {
        if let Some(number) = properties.int(name)? {
            set(name, number.to_string());
        }
    }
    if let Some(value) = properties.boolean("incremental_backups")? {
        set("incremental_backups", value.to_string());
    }
    for name in ["max_index_interval", "memtable_flush_period_in_ms", "min_index_interval"] {
        if let Some(number) = properties.int(name)? {
            set(name, number.to_string());
        }
    }
    for name in ["speculative_retry", "additional_write_policy"] {
        if let Some(text) = properties.text(name)? {
            set(name, quoted(&retry::read(text)?));
        }
    }
    if let Some(number) = properties.double("crc_check_chance")? {
        set("crc_check_chance", double(number));
    }
    if let Some(value) = properties.boolean("cdc")? {
        set("cdc", value.to_string());
    }
    if let Some(text) = properties.text("read_repair")? {
        let name = text.to_uppercase();
        if !["NONE", "BLOCKING"].contains(&name.as_str()) {
            // Cassandra's own words are those of a Java error.
            return configuration(format!(
                "java.lang.IllegalArgumentException: No enum constant org.apache.cassandra.service.reads.repair.ReadRepairStrategy.{name}"
            ));
        }
        set("read_repair", quoted(&name));
    }
    Ok(options)
}

/// `TableParams.validate`
pub(super) fn validate(options: &Options) -> Result<()> {
    let double_of = |name: &str| options.get(name).and_then(|text| text.parse::<f64>().ok()).unwrap_or_default();
    let chance = double_of("bloom_filter_fp_chance");
    if !(chance > MIN_FP_CHANCE && chance <= 1.0) {
        let (least, got) = ("6.71E-5", double(chance));
        return configuration(format!(
            "bloom_filter_fp_chance must be larger than {least} and less than or equal to 1.0 (got {got})"
        ));
    }
    let chance = double_of("crc_check_chance");
    if !(0.0..=1.0).contains(&chance) {
        return configuration(format!(
            "crc_check_chance must be larger than or equal to 0 and smaller than or equal to 1.0 (got {})",
            double(chance)
        ));
    }
    at_least(options, "default_time_to_live", 0)?;
    let ttl = number(options, "default_time_to_live");
    if ttl > MAX_TTL.into() {
        return configuration(format!("default_time_to_live must be less than or equal to {MAX_TTL} (got {ttl})"));
    }
    at_least(options, "gc_grace_seconds", 0)?;
    at_least(options, "min_index_interval", 1)?;
    let [least, most] = ["min_index_interval", "max_index_interval"].map(|name| number(options, name));
    if most < least {
        return configuration(format!(
            "max_index_interval must be greater than or equal to min_index_interval ({least}) (got {most})"
        ));
    }
    at_least(options, "memtable_flush_period_in_ms", 0)
}

fn at_least(options: &Options, name: &str, least: i64) -> Result<()> {
    match number(options, name) {
        found if found < least => {
            configuration(format!("{name} must be greater than or equal to {least} (got {found})"))
        }
        _ => Ok(()),
    }
}
