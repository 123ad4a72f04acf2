//! All facts as JSON, under the names that the specification gives them.

use serde_json::{json, Map, Value};

use cqlite_format::statistics::{Column, ColumnList, SerializationHeader};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::SstableError;

use super::more_lines::key_type;
use super::{java, Metadata};
use crate::tree::tree;
use cqlite_format::statistics::SSTABLE_STATISTICS_TABLE;

impl Metadata {
    /// All facts. Every field of Statistics.db is there, the parts of that file by their kinds; of
    /// CompressionInfo.db all but the chunks' offsets. A field has one name, however the version stores it. Bytes are hexadecimal digits,
    /// numbers that are not finite `null`. Deletions up to `now` are droppable, in seconds since 1970.
    ///
    /// # Errors
    /// A component has changed since it was read.
    pub fn to_json(&self, now: i64) -> Result<Value, SstableError> {
        let descriptor = &self.files.descriptor;
        let location = descriptor.location();
        let mut out = Map::new();
        let mut put = |name: &str, value: Value| drop(out.insert(name.to_owned(), value));
        put("sstable", json!(descriptor.to_string()));
        // The text of a path that is none names no file.
        if let Some(bytes) = descriptor.path_bytes() {
            put("sstable_bytes", json!(bytes));
        }
        put("version", json!(descriptor.version().to_string()));
        put("format", json!(descriptor.format().name()));
        put("id", json!(descriptor.id().to_string()));
        put("keyspace", json!(location.keyspace.as_ref().filter(|_| location.table_id.is_some())));
        put("table", json!(location.table));
        put("table_id", json!(location.table_id.map(|id| id.to_string())));
        put("features", json!(self.files.version.features().collect::<Vec<_>>()));
        let sizes = self.sizes.iter().map(|(component, len)| (component.name().to_owned(), json!(len)));
        put("components", Value::Object(sizes.collect()));
        put("statistics", self.statistics_json()?);
        put("schema", self.header().map_or(Value::Null, schema));
        put("keys", self.keys_json());
        put("estimated_droppable_tombstones", json!(self.droppable_share(now)));
        put("estimated_cardinality", json!(self.cardinality()));
        put("compression_info", self.with_other_fields(&Component::CompressionInfo, self.compression_json()));
        put("filter", self.with_other_fields(&Component::Filter, self.filter_json()));
        put("summary", self.with_other_fields(&Component::Summary, self.summary_json()));
        if let Some(scanned) = self.scanned_json() {
            put("scan", scanned);
        }
        put("partitions", self.with_other_fields(&Component::Partitions, self.trie_json()));
        Ok(Value::Object(out))
    }

    /// The parts of Statistics.db by kind.
    fn statistics_json(&self) -> Result<Value, SstableError> {
        let component = &Component::Statistics;
        let bytes = self.files.components.required(component)?;
        let all = tree(&SSTABLE_STATISTICS_TABLE, bytes.as_slice(), self.files.version)
            .map_err(|e| self.files.components.error_in(component, e))?;
        let mut parts = Map::new();
        for entry in all.get("toc").and_then(Value::as_array).into_iter().flatten() {
            if let (Some(kind), Some(body)) = (entry.get("kind").and_then(Value::as_str), entry.get("body")) {
                let _ = parts.insert(kind.to_owned(), body.clone());
            }
        }
        if let (Some(Value::Object(part)), Some(stats)) = (parts.get_mut("header"), self.encoding_stats()) {
            let _ = part.insert("min_timestamp".to_owned(), json!(stats.min_timestamp));
            let _ = part.insert("min_local_deletion_time".to_owned(), json!(stats.min_local_deletion_time));
            let _ = part.insert("min_ttl".to_owned(), json!(stats.min_ttl));
        }
        Ok(Value::Object(parts))
    }

    fn keys_json(&self) -> Value {
        let (Some(keys), Some(header)) = (&self.keys, self.header()) else { return Value::Null };
        let text = |bytes: &[u8]| java::value_text(&header.key_type.marshal, bytes);
        let key = |bytes: &[u8]| json!({"bytes": cqlite_types::hex::text(bytes), "text": text(bytes)});
        json!({"first_key": key(&keys.first), "last_key": key(&keys.last)})
    }

    fn compression_json(&self) -> Value {
        let Some(info) = &self.compression else { return Value::Null };
        let options = info.options.iter().map(|o| (o.key.s.clone(), json!(o.value.s)));
        let dictionary = info.dictionary.as_ref();
        let stored = self.stored_chunks(info);
        json!({
            "compressor": info.compressor.s,
            "options": Value::Object(options.collect()),
            "chunk_length": info.chunk_length,
            "max_compressed_length": info.max_compressed_length,
            "data_length": info.data_length,
            "num_chunks": info.chunk_offsets.len(),
            "stored_chunk_length": stored.map(|(least, mean, most)| json!({"min": least, "mean": mean, "max": most})),
            "dictionary": dictionary.map(|d| json!({"dict_id": d.dict_id, "len_data": d.data.len()})),
        })
    }

    fn filter_json(&self) -> Value {
        let Some(filter) = &self.filter else { return Value::Null };
        json!({
            "num_hashes": filter.num_hashes,
            "num_words": filter.num_words,
            "num_set": filter.num_set,
            "false_positives": filter.false_positives(),
        })
    }

    fn summary_json(&self) -> Value {
        let Some(summary) = &self.summary else { return Value::Null };
        json!({
            "min_index_interval": summary.min_index_interval,
            "num_entries": summary.num_entries,
            "sampling_level": summary.sampling_level,
            "size_at_full_sampling": summary.size_at_full_sampling,
        })
    }

    fn trie_json(&self) -> Value {
        let Some(trie) = &self.trie else { return Value::Null };
        json!({"num_keys": trie.num_keys, "root_pos": trie.root_pos, "keys_pos": trie.keys_pos})
    }
}

fn schema(header: &SerializationHeader) -> Value {
    let columns = |list: &ColumnList| -> Value {
        let name = |c: &Column| String::from_utf8_lossy(&c.name.data).into_owned();
        list.columns.iter().map(|c| json!({"name": name(c), "type": c.column_type.marshal.cql_name()})).collect()
    };
    json!({
        "key_type": key_type(header),
        "clustering_types": header.clustering_types.iter().map(|ty| ty.marshal.cql_name()).collect::<Vec<_>>(),
        "static_columns": columns(&header.static_columns),
        "regular_columns": columns(&header.regular_columns),
    })
}
