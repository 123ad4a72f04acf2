//! Facts that neither a line of the text nor an entry of the JSON is made for: fields that versions to come have. They are told
//! under their names in the specification.

use std::io::{self, Write};

use cqlite_format::bti_partitions::{BtiPartitions, BtiPartitionsParams};
use cqlite_runtime::error::Result as ReadResult;
use cqlite_runtime::table::Table;
use cqlite_runtime::{Reader, Walk};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::SstableError;
use serde_json::{Map, Value};

use super::lines::Lines;
use super::shown_fields::is_shown;
use super::Metadata;
use crate::component::Files;
use crate::plain;
use crate::tree::pruned;

/// The kind of a part of Statistics.db, under which it is shown.
const KIND: &str = "kind";

/// Elements of a list that the text shows.
const SHOWN: usize = 20;

/// The fields of a component that are not shown elsewhere.
#[derive(Debug)]
pub(super) struct OtherFields {
    component: Component,
    fields: Map<String, Value>,
}

/// What the components say that are metadata altogether.
pub(super) fn of(files: &Files) -> impl Iterator<Item = Result<OtherFields, SstableError>> + '_ {
    let all = [
        Component::Statistics,
        Component::CompressionInfo,
        Component::Filter,
        Component::Summary,
        Component::Partitions,
    ];
    all.into_iter().filter_map(move |component| OtherFields::of(component, files).transpose())
}

impl OtherFields {
    fn of(component: Component, files: &Files) -> Result<Option<Self>, SstableError> {
        // Where every field is shown elsewhere there is nothing to look for.
        let is_all_shown = |table: &Table| table.bodies.is_empty() && table.sites.iter().skip(1).all(is_shown);
        if plain::table_of(&component).is_some_and(is_all_shown) {
            return Ok(None);
        }
        // An empty filter is none.
        let Some(bytes) = files.components.find(&component)?.filter(|bytes| !bytes.as_slice().is_empty()) else {
            return Ok(None);
        };
        let r = &mut Reader::new(bytes.as_slice());
        let walk = |w: &mut dyn Walk| -> ReadResult<()> {
            match plain::table_of(&component) {
                Some(_) if component == Component::Partitions => {
                    BtiPartitions::walk(r, &BtiPartitionsParams::new(files.version), w)
                }
                Some(table) => plain::walk(table, &[("v", &files.version)], r, w),
                None => Ok(()),
            }
        };
        let mut fields = pruned(is_shown, walk).map_err(|e| files.components.error_in(&component, e))?;
        if component == Component::Statistics {
            fields = parts(fields);
        }
        Ok(Some(OtherFields { component, fields }))
    }

    fn write<W: Write>(&self, lines: &mut Lines<'_, W>) -> io::Result<()> {
        // The parts of Statistics.db say themselves what they are about.
        let name = if self.component == Component::Statistics { "" } else { stem(&self.component) };
        write_fields(name, &self.fields, lines)
    }
}

/// `Summary.db` → `Summary`
fn stem(component: &Component) -> &str {
    component.name().split('.').next().unwrap_or_default()
}

/// The parts of Statistics.db by their kinds.
fn parts(mut statistics: Map<String, Value>) -> Map<String, Value> {
    if let Some(Value::Array(toc)) = statistics.remove("toc") {
        for entry in toc {
            let Value::Object(mut entry) = entry else { continue };
            let kind = entry.remove(KIND);
            let Some(kind) = kind.as_ref().and_then(Value::as_str) else { continue };
            // What else the table of contents says of the part stands beside what the part says.
            let body = entry.remove("body");
            let body = body.and_then(|body| if let Value::Object(body) = body { Some(body) } else { None });
            entry.extend(body.unwrap_or_default());
            if !entry.is_empty() {
                let _ = statistics.insert(kind.to_owned(), Value::Object(entry));
            }
        }
    }
    statistics
}

fn write_fields<W: Write>(name: &str, fields: &Map<String, Value>, lines: &mut Lines<'_, W>) -> io::Result<()> {
    for (id, value) in fields {
        let name = format!("{name} {}", id.replace('_', " "));
        match value {
            Value::Object(fields) => write_fields(&name, fields, lines)?,
            value => lines.field(&capitalised(name.trim_start()), text(value))?,
        }
    }
    Ok(())
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A value on one line: `a=1, b=2; a=3, b=4`.
fn text(value: &Value) -> String {
    match value {
        Value::Null => "--".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(all) => {
            let separator = if all.iter().any(Value::is_object) { "; " } else { ", " };
            let mut shown = all.iter().take(SHOWN).map(text).collect::<Vec<_>>();
            if all.len() > SHOWN {
                shown.push(format!("and {} more", all.len() - SHOWN));
            }
            shown.join(separator)
        }
        Value::Object(fields) => {
            fields.iter().map(|(id, value)| format!("{id}={}", text(value))).collect::<Vec<_>>().join(", ")
        }
        plain => plain.to_string(),
    }
}

impl Metadata {
    /// The lines of fields that no other line shows.
    pub(super) fn rest_lines<W: Write>(&self, lines: &mut Lines<'_, W>) -> io::Result<()> {
        self.rest.iter().try_for_each(|rest| rest.write(lines))
    }

    /// Adds to what the JSON says of a component the fields that it says nothing of.
    pub(super) fn with_other_fields(&self, component: &Component, mut shown: Value) -> Value {
        let rest = self.rest.iter().find(|rest| rest.component == *component);
        if let (Value::Object(fields), Some(rest)) = (&mut shown, rest) {
            for (id, value) in &rest.fields {
                let _ = fields.entry(id.as_str()).or_insert_with(|| value.clone());
            }
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::paint::Paint;

    fn lines(fields: &Value) -> String {
        let mut out = Vec::new();
        let mut lines = Lines { out: &mut out, paint: Paint::OFF };
        write_fields("", fields.as_object().expect("an object"), &mut lines).expect("memory");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn a_part_that_no_line_is_made_for_is_told_by_the_names_of_its_fields() {
        let fields = serde_json::json!({"toc": [
            {"kind": "stats", "body": {"write_rate": null}},
            {"kind": "lineage", "since": 3, "body": {"generation": 7, "parents": [{"host": "00ff", "level": 1}, {"host": "", "level": 2}]}},
            {"kind": "header"},
        ]});
        let Value::Object(fields) = fields else { panic!("an object") };
        let shown = lines(&Value::Object(parts(fields)));
        let mut shown: Vec<&str> = shown.lines().collect();
        shown.sort_unstable();
        assert_eq!(
            shown,
            [
                "Lineage generation: 7",
                "Lineage parents: host=00ff, level=1; host=, level=2",
                "Lineage since: 3",
                "Stats write rate: --"
            ]
        );
    }

    #[test]
    fn long_lists_end_in_how_many_there_are() {
        let all: Vec<usize> = (0..22).collect();
        assert!(lines(&serde_json::json!({"labels": all})).ends_with(", 19, and 2 more\n"));
    }
}
