use cqlite_format::version::SstableVersion;
use cqlite_runtime::error::Result as ReadResult;
use cqlite_runtime::table::Table;
use cqlite_runtime::{Reader, Site, Value as Leaf, Walk};
use serde_json::{json, Map, Value};

use crate::plain;

/// A component as one JSON value: objects by field, arrays where fields repeat. A field has one name, whichever layout of it the
/// version has, so that what files of two versions say can be compared. For small components only.
pub(crate) fn tree(table: &'static Table, bytes: &[u8], version: SstableVersion) -> ReadResult<Value> {
    let walk = |w: &mut dyn Walk| plain::walk(table, &[("v", &version)], &mut Reader::new(bytes), w);
    Ok(Value::Object(Builder::run(|_| false, false, walk)?))
}

/// The same of any walk without some fields, and without what has no other fields.
pub(crate) fn pruned(
    is_left_out: fn(&Site) -> bool,
    walk: impl FnOnce(&mut dyn Walk) -> ReadResult<()>,
) -> ReadResult<Map<String, Value>> {
    Builder::run(is_left_out, true, walk)
}

struct Builder {
    is_left_out: fn(&Site) -> bool,
    /// Whether objects without fields are left out.
    is_pruned: bool,
    /// How many fields are open that are left out.
    left_out: usize,
    /// Objects that are not complete, the innermost last.
    open: Vec<Map<String, Value>>,
    /// The fields that all but the first of them will be.
    sites: Vec<(&'static Site, Option<u64>)>,
}

impl Builder {
    fn run(
        is_left_out: fn(&Site) -> bool,
        is_pruned: bool,
        walk: impl FnOnce(&mut dyn Walk) -> ReadResult<()>,
    ) -> ReadResult<Map<String, Value>> {
        let mut builder = Builder { is_left_out, is_pruned, left_out: 0, open: vec![Map::new()], sites: Vec::new() };
        walk(&mut builder)?;
        Ok(builder.open.pop().unwrap_or_default())
    }

    fn add(&mut self, site: &'static Site, index: Option<u64>, value: Value) {
        let Some(owner) = self.open.last_mut() else { return };
        if index.is_none() {
            let _ = owner.insert(site.name.to_owned(), value);
        } else if let Value::Array(all) = owner.entry(site.name).or_insert_with(|| json!([])) {
            all.push(value);
        }
    }
}

impl Walk for Builder {
    fn enter(&mut self, site: &'static Site, index: Option<u64>, _: u64) {
        if self.left_out > 0 || (self.is_left_out)(site) {
            self.left_out += 1;
            return;
        }
        self.open.push(Map::new());
        self.sites.push((site, index));
    }

    fn leave(&mut self, _: u64) {
        if self.left_out > 0 {
            self.left_out -= 1;
            return;
        }
        if let (Some(done), Some((site, index))) = (self.open.pop(), self.sites.pop()) {
            if self.is_pruned && done.is_empty() {
                return;
            }
            self.add(site, index, Value::Object(done));
        }
    }

    fn leaf(&mut self, site: &'static Site, index: Option<u64>, _: u64, _: u64, value: Leaf<'_>) {
        if self.left_out > 0 || (self.is_left_out)(site) {
            return;
        }
        let value = match value {
            Leaf::Unsigned(n) => json!(n),
            Leaf::Signed(n) => json!(n),
            Leaf::Double(n) => json!(n),
            Leaf::Float(n) => json!(n),
            Leaf::Bool(b) => json!(b),
            Leaf::Bytes(bytes) => json!(cqlite_types::hex::text(bytes)),
            Leaf::Text(text) => json!(text),
            Leaf::Enum(id) => json!(id),
            Leaf::Type(ty) => json!(ty.name),
            Leaf::Numbers(all) => json!(all),
        };
        self.add(site, index, value);
    }
}
