use cqlite_format::data::PartitionCursor;
use cqlite_format::index::EntryRef;
use cqlite_rows::clustering::PrefixValues;
use cqlite_rows::Unfiltered;
use cqlite_runtime::{ReadError, Reader};

use super::row_builder::RowBuilder;
use super::row_index::Promoted;
use super::{PartitionEntry, PartitionReader, Sstable, SstableError};
use crate::component::Rows;
use crate::descriptor::Component;

impl Sstable {
    /// Where the blocks of a partition's row index begin in the uncompressed data, in their order; none if it has no row index. In BTI the
    /// last one may be where the last block ends. Whoever reads a partition from its end reads it block by block.
    ///
    /// # Errors
    /// What is wrong with the index.
    pub fn row_block_starts(&self, entry: PartitionEntry) -> Result<Vec<u64>, SstableError> {
        let Some(at) = entry.row_index else { return Ok(Vec::new()) };
        if self.is_bti() {
            self.blocks_of_trie(entry.data_pos, at)
        } else {
            self.blocks_of_promoted(entry.data_pos, at)
        }
    }

    fn blocks_of_promoted(&self, data_pos: u64, entry_pos: u64) -> Result<Vec<u64>, SstableError> {
        let component = &Component::PrimaryIndex;
        let bytes = self.required(component)?;
        let rest = usize::try_from(entry_pos).ok().and_then(|p| bytes.as_slice().get(p..)).unwrap_or_default();
        let read = || -> Result<Vec<u64>, ReadError> {
            let entry = EntryRef::read(&mut Reader::with_base(rest, entry_pos), &self.index_params())?;
            let Some(span) = entry.promoted else { return Ok(Vec::new()) };
            let index = Promoted::read(self, span)?;
            (0..index.len()).map(|i| Ok(data_pos.saturating_add(index.block(i)?.offset))).collect()
        };
        read().map_err(|e| self.error_in(component, e))
    }

    fn blocks_of_trie(&self, data_pos: u64, entry_pos: u64) -> Result<Vec<u64>, SstableError> {
        let component = &Component::Rows;
        let bytes = self.required(component)?;
        let entry = self.rows_entry(&bytes, entry_pos)?;
        let trie = Rows::new(bytes.as_slice(), self.version()).trie();
        let offset = |node: Result<crate::trie::TrieNode<'_>, ReadError>| {
            let offset = |node: crate::trie::TrieNode<'_>| node.head.row_payload.map(|payload| payload.offset as u64);
            node.map(offset).transpose()
        };
        let offsets = trie.walk(entry.root_pos).filter_map(offset);
        let positions = offsets.map(|offset| Ok(data_pos.saturating_add(offset?)));
        positions.collect::<Result<_, ReadError>>().map_err(|e| self.error_in(component, e))
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
