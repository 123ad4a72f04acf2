use std::fmt::Write as _;

use cqlite_format::collection::{Collection, MAP_VALUE_TABLE};
use cqlite_format::composite::Composite;
use cqlite_format::counter_context::CounterContext;
use cqlite_format::decimal_value::DecimalValue;
use cqlite_format::duration::Duration;
use cqlite_format::dynamic_composite::DynamicComposite;
use cqlite_format::hyperloglog_plus::HyperloglogPlus;
use cqlite_format::tuple::Tuple;
use cqlite_format::varint_value::VarintValue;
use cqlite_format::vector::{Vector, VectorParams};
use cqlite_inspect::json_value;
use cqlite_runtime::error::Result;
use cqlite_runtime::table;
use cqlite_runtime::{Reader, Site, Value, Walk};

use super::sources::Stored;

/// The fields of a value in the canonical form; nothing if it is refused.
pub fn lines(value: &Stored) -> Option<String> {
    let (mut reader, mut found) = (Reader::new(&value.bytes), Lines::default());
    walk(value, &mut reader, &mut found).ok()?;
    let (offset, rest) = (reader.offset(), reader.rest());
    if !rest.is_empty() {
        found.line("_trailing", offset, rest.len() as u64, &Value::Bytes(rest));
    }
    Some(found.text)
}

fn walk(value: &Stored, r: &mut Reader<'_>, w: &mut Lines) -> Result<()> {
    match value.spec {
        "collection" => Collection::walk(r, w),
        "collection.map_value" => table::walk(&MAP_VALUE_TABLE, Vec::new(), r, w),
        "tuple" => Tuple::walk(r, w),
        "vector" => Vector::walk(r, &VectorParams::new(value.params[0], value.params[1]), w),
        "composite" => Composite::walk(r, w),
        "dynamic_composite" => DynamicComposite::walk(r, w),
        "counter_context" => CounterContext::walk(r, w),
        "duration" => Duration::walk(r, w),
        "decimal_value" => DecimalValue::walk(r, w),
        "varint_value" => VarintValue::walk(r, w),
        "hyperloglog_plus" => HyperloglogPlus::walk(r, w),
        other => panic!("{other}"),
    }
}

#[derive(Default)]
struct Lines {
    /// The path, and its length before each field that is open.
    path: String,
    open: Vec<usize>,
    text: String,
}

impl Lines {
    fn push(&mut self, site: &Site, index: Option<u64>) -> usize {
        let before = self.path.len();
        if before > 0 {
            self.path.push('.');
        }
        self.path.push_str(site.field);
        if let Some(index) = index {
            let _ = write!(self.path, "[{index}]");
        }
        before
    }

    fn line(&mut self, path: &str, offset: u64, len: u64, value: &Value<'_>) {
        let mut shown = Vec::new();
        json_value(value, &mut shown).expect("memory");
        let shown = String::from_utf8(shown).expect("UTF-8");
        let _ = writeln!(self.text, "{{\"path\":\"{path}\",\"offset\":{offset},\"length\":{len},\"value\":{shown}}}");
    }
}

impl Walk for Lines {
    fn enter(&mut self, site: &'static Site, index: Option<u64>, _: u64) {
        let before = self.push(site, index);
        self.open.push(before);
    }

    fn leave(&mut self, _: u64) {
        let before = self.open.pop().expect("a field is open");
        self.path.truncate(before);
    }

    fn leaf(&mut self, site: &'static Site, index: Option<u64>, offset: u64, len: u64, value: Value<'_>) {
        let before = self.push(site, index);
        let path = self.path.clone();
        self.line(&path, offset, len, &value);
        self.path.truncate(before);
    }
}
