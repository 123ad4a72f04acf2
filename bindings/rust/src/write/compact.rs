use std::path::Path;

use cqlite_format::version::SstableVersion;
use cqlite_merge::{Dropped, DroppedColumns, Merge, Purge};
use cqlite_query::schema::{check_header, TableMetadata};
use cqlite_schema::{ColumnMap, TableSchema};
use cqlite_sstable::writer::Target;

use super::digest;
use super::in_order::InOrder;
use super::left_out::LeftOut;
use super::new_sstables::NewSstables;
use super::watched::Watched;
use super::{NewSstable, OutputFolder, WriteError, WriteOptions};
use crate::table_reader::union;
use crate::{clock, Error, ErrorKind, Sstable};

/// Merges SSTables of a table to one, and purges what was deleted long ago, as Cassandra's compaction does.
///
/// ```
/// use cqlite::write::{Compact, WriteOptions};
/// let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/static_rows/nb-1-big-Data.db");
/// let sstables = [cqlite::Sstable::open(corpus)?];
/// let folder = tempfile::tempdir()?;
/// let done = Compact::new(WriteOptions::new()).gc_grace(0).run(&sstables, &[], folder.path())?;
/// assert_eq!(done.sstables.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Compact<'c> {
    options: WriteOptions<'c>,
    gc_grace: u32,
    now: Option<i64>,
    only_purge_repaired: bool,
    /// What a schema says of the table.
    table: Option<TableMetadata>,
}

/// What a compaction has done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Compacted {
    /// The new SSTables: none if nothing is left of the old ones.
    pub sstables: Vec<NewSstable>,
    /// How many SSTables were passed over as a whole: all that is in them was deleted long ago.
    pub fully_expired: usize,
}

/// `gc_grace_seconds` of a table unless it says otherwise (`TableParams.DEFAULT_GC_GRACE_SECONDS`).
pub const GC_GRACE: u32 = 864_000;

impl<'c> Compact<'c> {
    /// Writes what is merged so. The version, unless one is chosen, is the [latest](Self::version) of theirs.
    #[must_use]
    pub fn new(options: WriteOptions<'c>) -> Self {
        Compact { options, gc_grace: GC_GRACE, now: None, only_purge_repaired: false, table: None }
    }

    /// Keeps deletions for so many seconds, else for ten days: replicas that have not heard of a deletion would bring back what it deletes.
    #[must_use]
    pub fn gc_grace(mut self, seconds: u32) -> Self {
        self.gc_grace = seconds;
        self
    }

    /// By what a schema says of the table: its `gc_grace_seconds`, and when columns were dropped, whose cells up to then are left out. Where it
    /// does not say when, they stay. SSTables that it contradicts are not merged.
    #[must_use]
    pub fn table(mut self, table: &TableMetadata) -> Self {
        self.gc_grace = u32::try_from(table.gc_grace_seconds).unwrap_or(GC_GRACE);
        self.table = Some(table.clone());
        self
    }

    /// The clock, in seconds since 1970; else that of the system.
    #[must_use]
    pub fn at(mut self, now: i64) -> Self {
        self.now = Some(now);
        self
    }

    /// Purges nothing unless all SSTables have been repaired (`only_purge_repaired_tombstones`).
    #[must_use]
    pub fn only_purge_repaired(mut self) -> Self {
        self.only_purge_repaired = true;
        self
    }

    /// The version of what is written of some SSTables: the latest of theirs that is written, of the format of the first one if BIG and BTI are
    /// equally late. Whoever has them has a release that reads it, and it has all that older ones have; Cassandra writes that of the release.
    #[must_use]
    pub fn version(&self, sstables: &[Sstable]) -> Option<SstableVersion> {
        self.options.version.or(latest(&sstables.iter().collect::<Vec<_>>()))
    }

    /// Writes into a directory what SSTables of a table are merged to, the newest of them first. `left_out` are the other SSTables of the
    /// table: what deletes something that may be in these stays.
    ///
    /// # Errors
    /// What is wrong with an SSTable, that they are not of one table, what the version cannot have, or the directory.
    pub fn run(
        &self,
        sstables: &[Sstable],
        left_out: &[Sstable],
        directory: impl AsRef<Path>,
    ) -> Result<Compacted, Error> {
        let mut folder = OutputFolder::list(directory.as_ref()).map_err(WriteError::Io)?;
        self.run_with(sstables, left_out, &mut folder, |_, _| {})
    }

    /// The same into a folder that may get more of them, which is listed once; and says from time to time how many bytes of the uncompressed
    /// data are done, of how many.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn run_with(
        &self,
        sstables: &[Sstable],
        left_out: &[Sstable],
        folder: &mut OutputFolder,
        mut progress: impl FnMut(u64, u64),
    ) -> Result<Compacted, Error> {
        for (known, sstable) in self.table.iter().flat_map(|known| sstables.iter().map(move |sstable| (known, sstable)))
        {
            let _ = check_header(known, sstable.schema(), sstable.label())?;
        }
        let now = self.now.unwrap_or_else(clock::now);
        let gc_before = now.saturating_sub(self.gc_grace.into());
        let left_out = LeftOut::new(left_out)?;
        let is_repaired = |sstable: &Sstable| sstable.stats().is_some_and(|stats| stats.repaired_at != 0);
        let purges = !self.only_purge_repaired || sstables.iter().all(is_repaired);
        let (mut sources, mut expired): (Vec<&Sstable>, Vec<&Sstable>) = (sstables.iter().collect(), Vec::new());
        if purges {
            (expired, sources) = left_out.fully_expired(&sources, gc_before);
        }
        let fully_expired = expired.len();
        let Some((table, target)) = self.merged_table(&sources, &expired)? else {
            return Ok(Compacted { sstables: Vec::new(), fully_expired });
        };
        sources.iter().try_for_each(|sstable| digest::check(sstable.raw(), self.options.cancel))?;
        let inputs = sources.iter().map(|sstable| {
            let columns = ColumnMap::new(sstable.schema(), &table);
            InOrder::new(sstable.raw(), sstable.raw().partitions().with_columns(columns))
        });
        let total = sources.iter().map(|sstable| sstable.data_len()).sum();
        let inputs = inputs.collect::<Vec<InOrder<'_>>>();
        let merged = Merge::new(&table, target.comparator(), inputs);
        let merged = Dropped::new(merged, self.dropped(&table));
        let progress = |merged: &Dropped<Merge<'_, InOrder<'_>>>| {
            progress(merged.get_ref().sources().map(InOrder::position).sum(), total);
        };
        let oldest = |key: &[u8]| match purges {
            true => Ok(left_out.oldest(key)?),
            false => Ok(Some(i64::MIN)),
        };
        let mut purged = Purge::new(Watched::new(merged, &self.options, progress), now, gc_before, oldest);
        let label = match *sources {
            [only] => only.label().to_owned(),
            _ => format!("{} and {} more", sources[0].label(), sources.len() - 1),
        };
        let mut out = NewSstables::new(&self.options, &target, folder, label);
        out.write_all(&mut purged)?;
        Ok(Compacted { sstables: out.finish()?, fully_expired })
    }

    /// Which of the columns were dropped.
    fn dropped(&self, table: &TableSchema) -> DroppedColumns {
        let of = |wanted: bool| {
            let own = self.table.iter().flat_map(|known| &known.dropped).filter(|(_, of)| of.is_static == wanted);
            let place = |name: &str| table.columns(wanted).iter().position(|column| column.name == name.as_bytes());
            own.filter_map(|(name, of)| Some((place(name)?, of.dropped_time))).collect()
        };
        DroppedColumns { of_static: of(true), regular: of(false) }
    }

    /// The table that has all of them, and what is written; nothing of no SSTable.
    fn merged_table(&self, sources: &[&Sstable], expired: &[&Sstable]) -> Result<Option<(TableSchema, Target)>, Error> {
        let Some(table) = union(sources.iter().copied())? else { return Ok(None) };
        let session = |sstable: &Sstable| sstable.stats().and_then(|stats| stats.pending_repair.clone());
        if let Some(other) = sources.iter().find(|sstable| session(sstable) != session(sources[0])) {
            let what = format!("{} is not part of the same repair as {}", other.label(), sources[0].label());
            return Err(Error::new(ErrorKind::InvalidInput, what));
        }
        let version = self.options.version.or(latest(&[sources, expired].concat())).unwrap_or(sources[0].version());
        let [sources, expired] =
            [sources, expired].map(|all| all.iter().map(|sstable| sstable.raw()).collect::<Vec<_>>());
        let target = Target::merged(&sources, &expired, &table, version)
            .map_err(|e| Error::from(e).in_file(sources[0].label()))?;
        let mut target = self.options.applied(target, &sources)?;
        let len: u64 = sources.iter().map(|sstable| sstable.data().len()).sum();
        let ratio = sources[0].stats().map_or(1.0, |stats| stats.compression_ratio);
        self.options.share_keys(&mut target, len, len, ratio);
        Ok(Some((table, target)))
    }
}

/// The latest version of some SSTables, the newest of which come first, that is written. Of formats whose versions have the same data the first one's stays.
fn latest(sstables: &[&Sstable]) -> Option<SstableVersion> {
    let written = sstables.iter().map(|sstable| sstable.version()).filter(|version| version.is_written());
    written.reduce(|latest, other| if other.is_later_than(latest) { other } else { latest })
}
