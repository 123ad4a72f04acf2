use cqlite_format::version::SstableVersion;
use cqlite_runtime::error::Result as ReadResult;
use cqlite_runtime::table::Table;
use cqlite_runtime::{Reader, Site, Value as Leaf, Walk};
use serde_json::{json, Map, Value};

use crate::plain;

/// A component as one JSON value: objects by field, arrays where fields repeat. For small components only.
pub(crate) fn tree(table: &'static Table, bytes: &[u8], version: SstableVersion) -> ReadResult<Value> {
    let mut builder = Builder { open: vec![Map::new()], sites: Vec::new() };
    plain::walk(table, &[("v", &version)], &mut Reader::new(bytes), &mut builder)?;
    Ok(Value::Object(builder.open.pop().unwrap_or_default()))
}

struct Builder {
    /// Objects that are not complete, the innermost last.
    open: Vec<Map<String, Value>>,
    /// The fields that all but the first of them will be.
    sites: Vec<(&'static Site, Option<u64>)>,
}

impl Builder {
    fn add(&mut self, site: &'static Site, index: Option<u64>, value: Value) {
        let Some(owner) = self.open.last_mut() else { return };
        if index.is_none() {
            let _ = owner.insert(site.field.to_owned(), value);
        } else if let Value::Array(all) = owner.entry(site.field).or_insert_with(|| json!([])) {
            all.push(value);
        }
    }
}

impl Walk for Builder {
    fn enter(&mut self, site: &'static Site, index: Option<u64>, _: u64) {
        self.open.push(Map::new());
        self.sites.push((site, index));
    }

    fn leave(&mut self, _: u64) {
        if let (Some(done), Some((site, index))) = (self.open.pop(), self.sites.pop()) {
            self.add(site, index, Value::Object(done));
        }
    }

    fn leaf(&mut self, site: &'static Site, index: Option<u64>, _: u64, _: u64, value: Leaf<'_>) {
        let value = match value {
            Leaf::Unsigned(n) => json!(n),
            Leaf::Signed(n) => json!(n),
            Leaf::Double(n) => json!(n),
            Leaf::Float(n) => json!(n),
            Leaf::Bool(b) => json!(b),
            Leaf::Bytes(bytes) => json!(bytes.iter().map(|b| format!("{b:02x}")).collect::<String>()),
            Leaf::Text(text) => json!(text),
            Leaf::Enum(id) => json!(id),
            Leaf::Type(ty) => json!(ty.name),
            Leaf::Numbers(all) => json!(all),
        };
        self.add(site, index, value);
    }
}
