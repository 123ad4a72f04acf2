use std::path::Path;

use cqlite_schema::partitioner::Token;
use cqlite_sstable::reader::Slice;

use super::digest;
use super::in_order::InOrder;
use super::new_sstables::NewSstables;
use super::watched::Watched;
use super::{NewSstable, OutputFolder, WriteError, WriteOptions};
use crate::{Error, Sstable};

/// Writes some of the partitions of SSTables to new ones.
///
/// ```
/// use cqlite::write::{Extract, Part, WriteOptions};
/// let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/static_rows/nb-1-big-Data.db");
/// let sstable = cqlite::Sstable::open(path)?;
/// let folder = tempfile::tempdir()?;
/// let tokens = [i64::MIN, 0].map(cqlite::partitioner::Token::Murmur3);
/// let part = Part::Tokens(vec![tokens.into()]);
/// let new = Extract::new(WriteOptions::new(), part).run(&sstable, folder.path())?;
/// assert_eq!(new.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Extract<'c> {
    options: WriteOptions<'c>,
    part: Part,
}

/// Which partitions.
#[derive(Debug, Clone)]
pub enum Part {
    /// Those of some keys, as their bytes are stored; in any order.
    Keys(Vec<Vec<u8>>),
    /// Those in ranges of tokens, each without its first token and with its last one, as Cassandra's are (`Range`): from the first one on
    /// around the ring, so that one of a token to itself is all of it.
    Tokens(Vec<(Token, Token)>),
}

impl<'c> Extract<'c> {
    /// Writes that part so.
    #[must_use]
    pub fn new(options: WriteOptions<'c>, part: Part) -> Self {
        Extract { options, part }
    }

    /// Writes the part of an SSTable into a directory, with the number after those that are there: nothing if the SSTable has nothing
    /// of it.
    ///
    /// # Errors
    /// What is wrong with the SSTable, tokens of another partitioner, what the version cannot have, or the directory.
    pub fn run(&self, sstable: &Sstable, directory: impl AsRef<Path>) -> Result<Vec<NewSstable>, Error> {
        let mut folder = OutputFolder::list(directory.as_ref()).map_err(WriteError::Io)?;
        self.run_with(sstable, &mut folder, |_, _| {})
    }

    /// The same into a folder that may get more of them, which is listed once; and says from time to time how much is done, of how much: bytes of the uncompressed data, or keys.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn run_with(
        &self,
        sstable: &Sstable,
        folder: &mut OutputFolder,
        mut progress: impl FnMut(u64, u64),
    ) -> Result<Vec<NewSstable>, Error> {
        let (raw, mut target) = (sstable.raw(), self.options.target_like(sstable.raw())?);
        digest::check(raw, self.options.cancel)?;
        let ratio = sstable.stats().map_or(1.0, |stats| stats.compression_ratio);
        match &self.part {
            Part::Keys(keys) => {
                let partitioner = sstable.partitioner();
                let mut keys: Vec<_> = keys.iter().map(|key| partitioner.decorate(key)).collect();
                keys.sort_by(|a, b| partitioner.compare_keys(a, b));
                keys.dedup();
                let most = keys.len() as u64;
                target.estimated_keys = target.estimated_keys.map(|estimated| estimated.min(most));
                let mut out = NewSstables::new(&self.options, &target, folder, sstable.label());
                for (done, key) in keys.iter().enumerate() {
                    self.options.check_cancelled()?;
                    progress(done as u64, keys.len() as u64);
                    let Some(partition) = raw.partition(&key.key, Slice::default())? else { continue };
                    out.write_each(&mut Watched::new(InOrder::new(sstable.raw(), partition), &self.options, |_| {}))?;
                }
                out.finish()
            }
            Part::Tokens(ranges) => {
                let ranges = positions(sstable, ranges)?;
                let total = ranges.iter().map(|range| range.end - range.start).sum();
                self.options.share_keys(&mut target, total, sstable.data_len(), ratio);
                let (mut out, mut done) = (NewSstables::new(&self.options, &target, folder, sstable.label()), 0);
                for range in ranges {
                    let (begin, end) = (range.start, range.end);
                    let progress = |partitions: &InOrder<'_>| {
                        progress(done + partitions.position().saturating_sub(begin), total);
                    };
                    let partitions = InOrder::new(sstable.raw(), raw.partitions_in(range));
                    out.write_all(&mut Watched::new(partitions, &self.options, progress))?;
                    done += end - begin;
                }
                out.finish()
            }
        }
    }
}

/// Where the partitions in ranges of tokens are, in their order and each once.
fn positions(sstable: &Sstable, tokens: &[(Token, Token)]) -> Result<Vec<std::ops::Range<u64>>, Error> {
    let (raw, partitioner) = (sstable.raw(), sstable.partitioner());
    let mut ranges = Vec::new();
    for (after, to) in tokens {
        let (begin, end) = (raw.positions_of_token(after)?.end, raw.positions_of_token(to)?.end);
        if partitioner.compare_tokens(after, to).is_lt() {
            ranges.push(begin..end);
        } else {
            ranges.push(0..end);
            ranges.push(begin..sstable.data_len());
        }
    }
    ranges.retain(|range| !range.is_empty());
    ranges.sort_by_key(|range| range.start);
    let mut joined: Vec<std::ops::Range<u64>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut().filter(|last| last.end >= range.start) {
            Some(last) => last.end = last.end.max(range.end),
            None => joined.push(range),
        }
    }
    Ok(joined)
}
