//! How long the blocks of row indexes are.

use super::{Sstable, SstableError};
use crate::component::Target;
use crate::descriptor::Component;

impl Sstable {
    /// The length in bytes of the shortest block of a row index, but for the last one of each partition, which ends with it: each of the others was
    /// ended by the row with which it was as long as `column_index_size`. Nothing if no partition has a row index.
    ///
    /// # Errors
    /// What is wrong with the index; `Missing` if there is none.
    pub fn shortest_block(&self) -> Result<Option<u64>, SstableError> {
        match self.is_bti() {
            true => self.shortest_in_tries(),
            false => self.shortest_in_promoted(),
        }
    }

    fn shortest_in_promoted(&self) -> Result<Option<u64>, SstableError> {
        let (params, mut shortest) = (self.index_params(), None);
        self.for_each_index_entry(0, |entry| {
            let Some(span) = entry.promoted else { return Ok(true) };
            let at = |e| self.error_in(&Component::PrimaryIndex, SstableError::from(e));
            let head = span.head(&params).map_err(at)?;
            for i in 1..i64::try_from(head.num_blocks).unwrap_or(i64::MAX) {
                let width = head.blocks_at(i - 1, &params).map_err(at)?.width;
                shorten(&mut shortest, u64::try_from(width).ok());
            }
            Ok(true)
        })?;
        Ok(shortest)
    }

    fn shortest_in_tries(&self) -> Result<Option<u64>, SstableError> {
        let bytes = self.required(&Component::Partitions)?;
        let (trie, root) = self.partition_trie(&bytes)?;
        let (mut walk, mut rows, mut shortest) = (trie.walk(root), None, None);
        while let Some(node) = walk.next_node().map_err(|e| self.error_in(&Component::Partitions, e))? {
            let Some(Target::Rows(at)) = node.head.partition_payload.as_ref().map(Target::of) else { continue };
            let bytes = match &rows {
                Some(bytes) => bytes,
                None => rows.insert(self.required(&Component::Rows)?),
            };
            let offsets = self.offsets_in_trie(bytes, at)?;
            let lengths = offsets.windows(2).map(|pair| pair[1].checked_sub(pair[0]));
            lengths.rev().skip(1).for_each(|length| shorten(&mut shortest, length));
        }
        Ok(shortest)
    }
}

fn shorten(shortest: &mut Option<u64>, length: Option<u64>) {
    *shortest = [*shortest, length].into_iter().flatten().min();
}
