//! Walks along the index while the data is read: each partition has its entry, and each entry its partition.

mod big;
mod bti;

use cqlite_rows::DeletionTime;
use cqlite_schema::partitioner::DecoratedKey;
use cqlite_sstable::component::Partitions;
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::Limits;

use super::DATA;
use crate::bti::Trie;
use crate::fields::{data, partition};
use crate::files::Files;
use crate::index::Entries;
use crate::log::Log;
use crate::metadata::Table;
use crate::prefix::StoredPrefix;
use crate::source::Whole;
use crate::{rule, Check, VerifyError};
use big::Big;
use bti::Bti;

const PARTITIONS: &Component = &Component::Partitions;

/// The bytes of tries, which are read at random.
pub(super) struct IndexBytes {
    partitions: Option<Whole>,
    rows: Option<Whole>,
}

impl IndexBytes {
    pub(super) fn open(files: &Files, limits: &Limits) -> Result<Self, VerifyError> {
        if !files.is_bti() {
            return Ok(IndexBytes { partitions: None, rows: None });
        }
        let open = |component| Whole::open(files, component, limits);
        Ok(IndexBytes { partitions: open(PARTITIONS)?, rows: open(&Component::Rows)? })
    }
}

/// The index, and how far it has been gone along.
pub(super) enum IndexMatch<'t> {
    /// Index.db.
    Big(Box<Big<'t>>),
    /// Partitions.db and Rows.db.
    Bti(Box<Bti<'t>>),
    /// There is none.
    None,
}

impl<'t> IndexMatch<'t> {
    pub(super) fn open(
        files: &Files,
        table: &'t Table,
        bytes: &'t IndexBytes,
        log: &mut Log<'_>,
    ) -> Result<Self, VerifyError> {
        if !files.is_bti() {
            return Ok(match Entries::open(files, table)? {
                Some(entries) => {
                    let mut big = Big::new(entries.quiet(), table);
                    big.advance(log)?;
                    IndexMatch::Big(Box::new(big))
                }
                None => IndexMatch::None,
            });
        }
        let partitions = bytes.partitions.as_ref().map(Whole::as_slice);
        let partitions = partitions.map(|bytes| Partitions::new(bytes, table.version));
        let Some((footer, partitions)) = partitions.and_then(|p| Some((p.footer().ok()?, p))) else {
            return Ok(IndexMatch::None);
        };
        let rows = bytes.rows.as_ref().map_or(&[][..], Whole::as_slice);
        let trie = Trie::new(partitions.trie(), footer.root_pos);
        let mut bti = Bti::new(trie, rows, table);
        bti.advance();
        Ok(IndexMatch::Bti(Box::new(bti)))
    }

    /// The partition of a key at a position of the data.
    pub(super) fn partition(
        &mut self,
        ordinal: u64,
        key: &DecoratedKey,
        begin: u64,
        deletion: Option<DeletionTime>,
        log: &mut Log<'_>,
    ) -> Result<(), VerifyError> {
        match self {
            IndexMatch::Big(big) => big.partition(ordinal, key, begin, deletion, log),
            IndexMatch::Bti(bti) => {
                bti.partition(ordinal, key, begin, deletion, log);
                Ok(())
            }
            IndexMatch::None => {
                log.skip(&[Check::IndexMatch, Check::RowIndexMatch], "there is no index that can be read");
                Ok(())
            }
        }
    }

    /// The rows begin, so many bytes after the partition's start.
    pub(super) fn head_ends(&mut self, len: u64, log: &mut Log<'_>) {
        match self {
            IndexMatch::Big(big) => {
                let Big { blocks, matched, .. } = &mut **big;
                blocks.head_ends(matched, len, log);
            }
            IndexMatch::Bti(_) | IndexMatch::None => {}
        }
    }

    /// A row or marker begins, so many bytes after the partition's start; `open` is the range that is open there.
    pub(super) fn unfiltered(
        &mut self,
        at: u64,
        prefix: &StoredPrefix,
        last: Option<&StoredPrefix>,
        open: Option<DeletionTime>,
        log: &mut Log<'_>,
    ) {
        match self {
            IndexMatch::Big(big) => {
                let Big { blocks, matched, table, .. } = &mut **big;
                blocks.unfiltered(matched, table, at, prefix, last, open, log);
            }
            IndexMatch::Bti(bti) => bti.blocks.unfiltered(at, prefix, last, open, log),
            IndexMatch::None => {}
        }
    }

    /// The partition's rows end, and after their mark the partition.
    pub(super) fn partition_ends(
        &mut self,
        rows_end: u64,
        end: u64,
        last: Option<&StoredPrefix>,
        open: Option<DeletionTime>,
        log: &mut Log<'_>,
    ) {
        match self {
            IndexMatch::Big(big) => {
                let Big { blocks, matched, table, .. } = &mut **big;
                blocks.partition_ends(matched, table, rows_end, end, last, open, log);
            }
            IndexMatch::Bti(bti) => bti.blocks.partition_ends(rows_end, last, log),
            IndexMatch::None => {}
        }
    }

    /// The partition could not be read to its end.
    pub(super) fn partition_breaks(&mut self) {
        match self {
            IndexMatch::Big(big) => big.blocks.stop(),
            IndexMatch::Bti(bti) => bti.blocks.stop(),
            IndexMatch::None => {}
        }
    }

    /// Where the next partition begins, as far as is known.
    pub(super) fn next_position(&self) -> Option<u64> {
        match self {
            IndexMatch::Big(big) => big.has_next.then(|| big.entries.current().data_pos),
            IndexMatch::Bti(bti) => bti.next.as_ref().map(|n| n.data_pos),
            IndexMatch::None => None,
        }
    }

    /// Whether there is one, and all of it so far could be read.
    pub(super) fn is_whole(&self) -> bool {
        match self {
            IndexMatch::Big(big) => !big.entries.is_broken(),
            IndexMatch::Bti(bti) => !bti.is_broken,
            IndexMatch::None => false,
        }
    }

    /// The first partition at or after a position, by the index. Entries before it are passed over.
    pub(super) fn skip_to(&mut self, position: u64, log: &mut Log<'_>) -> Result<Option<u64>, VerifyError> {
        self.pass_to(position, 0, &mut |_| {}, log)
    }

    /// The same; each entry that is passed over and is at `from` or after it is shown, with its key if that is there.
    pub(super) fn pass_to(
        &mut self,
        position: u64,
        from: u64,
        passed: &mut dyn FnMut(Option<&[u8]>),
        log: &mut Log<'_>,
    ) -> Result<Option<u64>, VerifyError> {
        while let Some(next) = self.next_position() {
            if next >= position {
                return Ok(Some(next));
            }
            if next >= from {
                passed(self.next_key());
            }
            match self {
                IndexMatch::Big(big) => big.advance(log)?,
                IndexMatch::Bti(bti) => bti.advance(),
                IndexMatch::None => {}
            }
        }
        Ok(None)
    }

    /// The key of the next partition, where the index has all of it: tries do for partitions with a row index only.
    fn next_key(&self) -> Option<&[u8]> {
        match self {
            IndexMatch::Big(big) => big.has_next.then(|| big.entries.current().key.as_slice()),
            IndexMatch::Bti(bti) => bti.next.as_ref()?.key,
            IndexMatch::None => None,
        }
    }

    /// All partitions have been read: no entry may be left.
    pub(super) fn finish(
        &mut self,
        first: Option<&DecoratedKey>,
        last: Option<&DecoratedKey>,
        log: &mut Log<'_>,
    ) -> Result<(), VerifyError> {
        match self {
            IndexMatch::Big(big) => {
                while big.has_next {
                    big.orphan(log);
                    big.advance(log)?;
                }
                if big.entries.is_broken() {
                    log.skip(&[Check::IndexMatch], "not all entries of Index.db could be read");
                }
            }
            IndexMatch::Bti(bti) => {
                while let Some(next) = bti.next.take() {
                    bti.orphan(&next, log);
                    bti.advance();
                }
                if bti.is_broken {
                    log.skip(&[Check::IndexMatch], "not all of the trie in Partitions.db could be read");
                }
                bti.key_range(first, last, log);
            }
            IndexMatch::None => {}
        }
        Ok(())
    }
}

fn missing(ordinal: u64, key: &DecoratedKey, begin: u64, log: &mut Log<'_>) {
    let finding = rule::partition_not_indexed().of(DATA).data(begin);
    log.find(finding.field(data::PARTITIONS.nth(ordinal).then(partition::KEY)).key(&key.key));
}
