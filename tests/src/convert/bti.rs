//! Partitions.db and Rows.db.

use std::collections::BTreeMap;

use cqlite_format::bti_partitions::{BtiPartitions, BtiPartitionsParams};
use cqlite_format::bti_row_index::{BtiRowIndex, BtiRowIndexParams};
use cqlite_format::bti_trie::{BtiTrie, PartitionPayload, RowPayload};
use cqlite_runtime::{Buffer, ReadError, Reader};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::trie_writer::TrieWriter;

use super::places::Places;
use super::{Conversion, Failure};
use crate::tries::File;

impl Conversion<'_> {
    pub fn bti(&mut self, places: &Places) -> Result<(), Failure> {
        let component = Component::Partitions;
        let Some(bytes) = self.read(&component)? else { return Ok(()) };
        let fail = |e: ReadError| Failure::of(&component, e);
        let cx = BtiPartitionsParams::new(self.old);
        let mut model = BtiPartitions::decode(&mut Reader::new(&bytes), &cx).map_err(fail)?;
        let root = BtiPartitions::footer_at(&Reader::new(&bytes), &cx).map_err(fail)?.root_pos;
        let payloads = File::new(self.old, false, bytes).payloads(root).map_err(fail)?;
        let partitions: Vec<(Vec<u8>, PartitionPayload)> =
            payloads.into_iter().filter_map(|(key, node)| Some((key, node.partition_payload?))).collect();
        let rows = self.rows(&partitions, places)?;

        let (mut writer, mut out) = (TrieWriter::new(self.new), Buffer::default());
        for (key, mut payload) in partitions {
            payload.position = match rows.get(&payload.position) {
                Some(entry) => *entry,
                None => !places.of(!payload.position).map_err(|e| Failure::of(&component, e))?,
            };
            self.set(&component, &mut payload)?;
            writer.add(&mut out, &key, payload).map_err(|e| Failure::of(&component, e))?;
        }
        let root = writer.complete(&mut out).map_err(|e| Failure::of(&component, e))?;
        self.set(&component, &mut model)?;
        model.encode(&mut out, &BtiPartitionsParams::new(self.new), root).map_err(|e| Failure::of(&component, e))?;
        let _ = self.out.insert(component, out.into_bytes());
        Ok(())
    }

    /// Writes Rows.db.
    ///
    /// # Returns
    /// The old positions of its entries with the new ones.
    fn rows(
        &mut self,
        partitions: &[(Vec<u8>, PartitionPayload)],
        places: &Places,
    ) -> Result<BTreeMap<i64, i64>, Failure> {
        let component = Component::Rows;
        let mut found = BTreeMap::new();
        let Some(bytes) = self.read(&component)? else { return Ok(found) };
        let mut old: Vec<i64> = partitions.iter().map(|p| p.1.position).filter(|at| *at >= 0).collect();
        old.sort_unstable();
        let mut file = File::new(self.old, true, bytes);
        let (mut writer, mut out) = (TrieWriter::new(self.new), Buffer::default());
        for at in old {
            let fail = |e: ReadError| Failure::of(&component, e);
            let cx = BtiRowIndexParams::new(self.old, at);
            let mut model = BtiRowIndex::decode(&mut Reader::new(&file.bytes), &cx).map_err(fail)?;
            let root = BtiRowIndex::entry_at(&Reader::new(&file.bytes), &cx).map_err(fail)?.root_pos;
            let base = model.entry.data_pos as i64;
            let new = places.of(base).map_err(|e| Failure::of(&component, e))?;
            for (key, mut payload) in rows_of(file.payloads(root).map_err(fail)?) {
                payload.offset = places.of(base + payload.offset).map_err(|e| Failure::of(&component, e))? - new;
                self.set(&component, &mut payload)?;
                writer.add(&mut out, &key, payload).map_err(|e| Failure::of(&component, e))?;
            }
            let root = writer.complete(&mut out).map_err(|e| Failure::of(&component, e))?;
            let entry_pos = cqlite_runtime::Sink::pos(&out) as i64;
            model.entry.data_pos = new as u64;
            self.set(&component, &mut model)?;
            let cx = BtiRowIndexParams::new(self.new, entry_pos);
            model.encode(&mut out, &cx, root).map_err(|e| Failure::of(&component, e))?;
            let _ = found.insert(at, entry_pos);
        }
        let _ = self.out.insert(component, out.into_bytes());
        Ok(found)
    }
}

fn rows_of(payloads: Vec<(Vec<u8>, BtiTrie)>) -> impl Iterator<Item = (Vec<u8>, RowPayload)> {
    payloads.into_iter().filter_map(|(key, node)| Some((key, node.row_payload?)))
}
