use cqlite_format::data::PartitionCursor;
use cqlite_rows::clustering::PrefixValues;
use cqlite_rows::Unfiltered;

use super::row_builder::RowBuilder;
use super::row_index::Promoted;
use super::{PartitionEntry, PartitionReader, Sstable, SstableError};
use crate::component::{Bytes, Rows};
use crate::descriptor::Component;

impl Sstable {
    /// Where the blocks of a partition's row index begin in the uncompressed data, in their order; none if it has no row index. In BTI the
    /// last one may be where the last block ends. Whoever reads a partition from its end reads it block by block.
    ///
    /// # Errors
    /// What is wrong with the index.
    pub fn row_block_starts(&self, entry: PartitionEntry) -> Result<Vec<u64>, SstableError> {
        let Some(at) = entry.row_index else { return Ok(Vec::new()) };
        let offsets = match self.is_bti() {
            true => self.offsets_in_trie(&self.required(&Component::Rows)?, at)?,
            false => {
                let offsets = |index: &Promoted<'_>| (0..index.len()).map(|i| Ok(index.block(i)?.offset)).collect();
                self.with_promoted(at, offsets)?.unwrap_or_default()
            }
        };
        Ok(offsets.into_iter().map(|offset| entry.data_pos.saturating_add(offset)).collect())
    }

    /// Where in the partition of an entry of Rows.db its blocks begin, and where the last one ends.
    pub(super) fn offsets_in_trie(&self, bytes: &Bytes, entry_pos: u64) -> Result<Vec<u64>, SstableError> {
        let entry = self.rows_entry(bytes, entry_pos)?;
        let mut nodes = Rows::new(bytes.as_slice(), self.version()).trie().walk(entry.root_pos);
        let mut offsets = Vec::new();
        while let Some(node) = nodes.next_node().map_err(|e| self.error_in(&Component::Rows, e))? {
            let payload = node.head.row_payload.as_ref();
            offsets.extend(payload.and_then(|payload| u64::try_from(payload.offset).ok()));
        }
        Ok(offsets)
    }

    /// The clustering values of the first row at a position of the uncompressed data or after it, as they are stored, `None` being null; nothing if
    /// there is none in the partition. Markers are passed over: a bound may be of all rows.
    ///
    /// # Errors
    /// What is wrong with the data.
    pub fn first_clustering(&self, position: u64) -> Result<Option<Vec<Option<Vec<u8>>>>, SstableError> {
        let mut row = RowBuilder::new(self);
        let mut reader = PartitionReader::point_read(self, position, PartitionCursor::at_unfiltereds());
        while !reader.state().is_done() {
            row.begin();
            reader.step(&mut row).map_err(|e| self.error_in(&Component::Data, e))?;
            if let Some(Unfiltered::Row(row)) = row.unfiltered() {
                let prefix = &row.clustering;
                return Ok(Some((0..prefix.len()).map(|i| prefix.value(i).map(<[u8]>::to_vec)).collect()));
            }
        }
        Ok(None)
    }
}
