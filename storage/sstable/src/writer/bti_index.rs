//! Partitions.db and Rows.db.
//!
//! Reference: `PartitionIndexBuilder`, `RowIndexWriter`, `BtiTableWriter.IndexWriter`.

use std::io::Write;

use cqlite_format::bti_partitions::{BtiPartitions, BtiPartitionsParams, Footer, KeyRange};
use cqlite_format::bti_row_index::{BtiRowIndex, BtiRowIndexParams, Entry};
use cqlite_format::bti_trie::{PartitionPayload, RowPayload};
use cqlite_format::common::BytesU2;
use cqlite_format::version::SstableVersion;
use cqlite_rows::DeletionTime;
use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::Sink;
use cqlite_schema::partitioner::{DecoratedKey, Murmur3Hash};
use cqlite_schema::TableSchema;

use super::gathered::Gathered;
use super::row_index::RowBlock;
use super::WriteError;
use crate::byte_comparable::{common_len, encode_clustering, encode_decorated_key, just_after, EncodingVersion};
use crate::trie_writer::TrieWriter;

/// Writes the trie of the partitions, and one for each partition of several blocks.
#[derive(Debug)]
pub(super) struct BtiIndex<'t, W> {
    version: SstableVersion,
    encoding: EncodingVersion,
    table: &'t TableSchema,
    partitions: TrieFile<W, PartitionPayload>,
    /// The last key, which its successor decides about how much of it is needed.
    last: Option<Pending>,
    first_key: Vec<u8>,
    last_key: Vec<u8>,
    rows: TrieFile<W, RowPayload>,
    separators: Separators,
}

/// A file of tries.
#[derive(Debug)]
struct TrieFile<W, P> {
    trie: TrieWriter<P>,
    file: Gathered<W>,
}

/// A key that is not in the trie yet.
#[derive(Debug)]
struct Pending {
    /// Its byte-comparable form.
    form: Vec<u8>,
    /// How much of that tells it from the key before.
    needed: usize,
    payload: PartitionPayload,
}

/// The blocks of the partition at hand.
#[derive(Debug, Default)]
struct Separators {
    blocks: u64,
    /// The last separator, and the byte-comparable form of the block's last row or marker.
    last: Vec<u8>,
    max: Vec<u8>,
    /// What is open at the end of the last block.
    open: Option<DeletionTime>,
    /// The first block, until there is a second: one alone is not indexed.
    first: Option<RowBlock>,
}

impl<W: Write, P: crate::trie_writer::TriePayload> TrieFile<W, P> {
    fn new(out: W, version: SstableVersion) -> Self {
        TrieFile { trie: TrieWriter::new(version), file: Gathered::new(out) }
    }

    fn add(&mut self, key: &[u8], payload: P) -> Result<(), WriteError> {
        self.trie.add(&mut self.file.buffer, key, payload)?;
        Ok(self.file.send()?)
    }
}

impl<'t, W: Write> BtiIndex<'t, W> {
    pub(super) fn new(partitions: W, rows: W, version: SstableVersion, table: &'t TableSchema) -> Self {
        BtiIndex {
            version,
            encoding: EncodingVersion::of_sstable(version),
            table,
            partitions: TrieFile::new(partitions, version),
            last: None,
            first_key: Vec::new(),
            last_key: Vec::new(),
            rows: TrieFile::new(rows, version),
            separators: Separators::default(),
        }
    }

    /// A block of the partition at hand has ended.
    pub(super) fn block(&mut self, block: RowBlock) -> Result<(), WriteError> {
        if self.separators.blocks == 0 {
            self.separators.blocks = 1;
            self.separators.open = block.open;
            self.separators.first = Some(block);
            return Ok(());
        }
        let types = &self.table.clustering;
        if let Some(first) = self.separators.first.take() {
            let payload = RowPayload { offset: offset(first.offset), ..RowPayload::default() };
            self.rows.add(&[], payload)?;
            self.separators.max = self.form(types, &first.last)?;
            self.separators.last.clear();
        }
        let min = self.form(types, &block.first)?;
        let separator = just_after(&self.separators.max, common_len(&self.separators.max, &min));
        let open_deletion = self.separators.open.map(|open| open.to_stored(self.version)).transpose()?;
        self.rows
            .add(&separator, RowPayload { offset: offset(block.offset), open_deletion, ..RowPayload::default() })?;
        self.separators.last = separator;
        self.separators.max = self.form(types, &block.last)?;
        self.separators.open = block.open;
        self.separators.blocks += 1;
        Ok(())
    }

    fn form(
        &self,
        types: &[MarshalType],
        prefix: &cqlite_rows::clustering::OwnedPrefix,
    ) -> Result<Vec<u8>, WriteError> {
        let mut out = Vec::new();
        encode_clustering(types, prefix, self.encoding, &mut out)?;
        Ok(out)
    }

    /// The partition has ended, its rows and markers `rows_end` bytes after its start.
    pub(super) fn partition(
        &mut self,
        key: &DecoratedKey,
        hash: Murmur3Hash,
        data_pos: u64,
        rows_end: u64,
        deletion: Option<DeletionTime>,
    ) -> Result<(), WriteError> {
        let blocks = std::mem::take(&mut self.separators);
        let position = if blocks.blocks > 1 {
            self.end_rows(&key.key, blocks, data_pos, rows_end, deletion)?
        } else {
            !offset(data_pos)
        };
        let mut form = Vec::new();
        encode_decorated_key(&key.token, &key.key, self.table.keys.key_type.as_ref(), self.encoding, &mut form)?;
        let needed = self.last.as_ref().map_or(0, |last| common_len(&last.form, &form) + 1);
        match self.last.take() {
            Some(last) => self.add_key(last, needed)?,
            None => self.first_key.clone_from(&key.key),
        }
        let payload = PartitionPayload { hash: Some(hash.h2 as u8), position, ..PartitionPayload::default() };
        self.last = Some(Pending { form, needed, payload });
        self.last_key.clone_from(&key.key);
        Ok(())
    }

    /// Adds as much of a key as tells it from its neighbours.
    fn add_key(&mut self, key: Pending, needed: usize) -> Result<(), WriteError> {
        let path = key.form.get(..key.needed.max(needed)).unwrap_or(&key.form);
        self.partitions.add(path, key.payload)
    }

    /// Ends the trie of the rows, and writes its entry. The entry's position.
    fn end_rows(
        &mut self,
        key: &[u8],
        blocks: Separators,
        data_pos: u64,
        rows_end: u64,
        deletion: Option<DeletionTime>,
    ) -> Result<i64, WriteError> {
        // One more separator, so that what comes after all rows is known to.
        let after = just_after(&blocks.max, common_len(&blocks.max, &blocks.last));
        self.rows.add(&after, RowPayload { offset: offset(rows_end), ..RowPayload::default() })?;
        let TrieFile { trie, file: Gathered { buffer, .. } } = &mut self.rows;
        let root = trie.complete(buffer)?;
        let entry_pos = offset(buffer.pos());
        let entry = Entry {
            key: stored(key.to_vec()),
            data_pos,
            num_blocks: blocks.blocks,
            deletion_time: deletion.unwrap_or(DeletionTime::LIVE).to_stored(self.version)?,
            ..Entry::default()
        };
        BtiRowIndex { entry, ..BtiRowIndex::default() }.encode(
            buffer,
            &BtiRowIndexParams::new(self.version, entry_pos),
            root,
        )?;
        Ok(entry_pos)
    }

    /// Ends both files.
    pub(super) fn finish(mut self) -> Result<(W, W), WriteError> {
        if let Some(last) = self.last.take() {
            let needed = last.needed;
            self.add_key(last, needed)?;
        }
        let TrieFile { trie, file: Gathered { buffer, .. } } = &mut self.partitions;
        let num_keys = offset(trie.count());
        let root = trie.complete(buffer)?;
        let model = BtiPartitions {
            footer: Footer { num_keys, ..Footer::default() },
            keys: KeyRange {
                first_key: stored(self.first_key),
                last_key: stored(self.last_key),
                ..KeyRange::default()
            },
            ..BtiPartitions::default()
        };
        model.encode(buffer, &BtiPartitionsParams::new(self.version), root)?;
        Ok((self.partitions.file.finish()?, self.rows.file.finish()?))
    }
}

fn stored(key: Vec<u8>) -> BytesU2 {
    BytesU2 { data: key, ..BytesU2::default() }
}

fn offset(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
