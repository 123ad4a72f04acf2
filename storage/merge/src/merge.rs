use std::cmp::Ordering;

use cqlite_rows::clustering::ClusteringComparator;
use cqlite_rows::merge::{MarkerMerger, MergedRow, RowMerger};
use cqlite_rows::{DeletionTime, Partitions, Row, Unfiltered};
use cqlite_schema::partitioner::{DecoratedKey, Partitioner};
use cqlite_schema::TableSchema;
use smallvec::SmallVec;

use crate::queue::Queue;
use crate::MergeError;

/// The partitions of several sources as one: all versions of a row, marker or partition become one.
#[derive(Debug)]
pub struct Merge<'t, S> {
    partitioner: &'t Partitioner,
    comparator: &'t ClusteringComparator,
    sources: Vec<Source<S>>,
    /// Sources by the keys that they are at; without those of `versions`.
    by_key: Queue,
    /// The sources that have the partition at hand: its versions.
    versions: Vec<usize>,
    deletion: Option<DeletionTime>,
    static_rows: RowMerger<'t>,
    /// The static row at hand, of several versions.
    static_row: Shown,
    rows: RowMerger<'t>,
    markers: MarkerMerger,
    /// Versions, by the rows or markers that they are at; without those of `at_point`.
    by_clustering: Queue,
    /// The versions that have a row or marker at the point at hand.
    at_point: Vec<usize>,
    shown: Shown,
}

#[derive(Debug)]
struct Source<S> {
    partitions: S,
    key: Option<DecoratedKey>,
    /// The one before, for its memory.
    spare: Option<DecoratedKey>,
}

/// What was gone to last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Nothing,
    /// What a version has, as it is.
    Version(usize),
    Row,
    Marker,
}

/// What there is of each version: mostly of few, which need no memory of their own.
type Few<T> = SmallVec<[T; 8]>;

type Result<T, S> = std::result::Result<T, MergeError<<S as Partitions>::Error>>;

impl<'t, S: Partitions> Merge<'t, S> {
    /// That of sources of a table. Their rows have their columns numbered as the table has.
    #[must_use]
    pub fn new(table: &'t TableSchema, comparator: &'t ClusteringComparator, sources: Vec<S>) -> Self {
        let num_sources = sources.len();
        Merge {
            partitioner: &table.keys.partitioner,
            comparator,
            versions: (0..sources.len()).collect(),
            sources: sources.into_iter().map(|partitions| Source { partitions, key: None, spare: None }).collect(),
            by_key: Queue::of(num_sources),
            deletion: None,
            static_rows: RowMerger::new(&table.static_columns),
            static_row: Shown::Nothing,
            rows: RowMerger::new(&table.regular_columns),
            markers: MarkerMerger::default(),
            by_clustering: Queue::of(num_sources),
            at_point: Vec::new(),
            shown: Shown::Nothing,
        }
    }

    /// What is merged.
    pub fn sources(&self) -> impl Iterator<Item = &S> {
        self.sources.iter().map(|source| &source.partitions)
    }

    /// Lets a source go to its next partition.
    fn go_on(&mut self, number: usize) -> Result<(), S> {
        let Source { partitions, key, spare } = &mut self.sources[number];
        if !partitions.next_partition().map_err(MergeError::Source)? {
            *key = None;
            return Ok(());
        }
        let next = self.partitioner.decorate_in(spare.take(), partitions.key());
        if key.as_ref().is_some_and(|last| self.partitioner.compare_keys(last, &next).is_ge()) {
            return Err(MergeError::KeyOrder { source: number, key: next.key });
        }
        *spare = key.replace(next);
        let (sources, partitioner) = (&self.sources, self.partitioner);
        self.by_key.push(number, |a, b| order_of_keys(partitioner, sources, a, b));
        Ok(())
    }

    /// The partition's deletion and its static row, of all its versions.
    fn begin_partition(&mut self) -> Result<(), S> {
        let of = |number: &usize| &self.sources[*number].partitions;
        self.deletion = DeletionTime::newest(self.versions.iter().filter_map(|version| of(version).deletion()));
        self.markers.begin(self.sources.len(), self.deletion);
        let with_static = || self.versions.iter().filter_map(|version| Some((*version, of(version).static_row()?)));
        let rows: Few<&Row> = with_static().map(|(_, row)| row).collect();
        let merged = self.static_rows.merge(&rows, self.deletion.unwrap_or(DeletionTime::LIVE));
        self.static_row = match merged.map_err(|error| MergeError::Value { key: self.key().to_vec(), error })? {
            MergedRow::Nothing => Shown::Nothing,
            MergedRow::Version(at) => version_at(with_static(), at),
            MergedRow::Made => Shown::Row,
        };
        self.by_clustering.clear();
        self.at_point.clone_from(&self.versions);
        Ok(())
    }

    /// Makes one of the rows, or markers, of the versions that have one at the point at hand. Whether anything is left.
    fn merge_point(&mut self) -> Result<bool, S> {
        let at = |version: usize| self.sources[version].partitions.unfiltered();
        let Some(&first) = self.at_point.first() else { return Ok(false) };
        if let Some(Unfiltered::Marker(marker)) = at(first) {
            for version in &self.at_point {
                if let Some(Unfiltered::Marker(marker)) = at(*version) {
                    self.markers.add(*version, marker);
                }
            }
            self.shown = Shown::Marker;
            return Ok(self.markers.merge(&marker.bound));
        }
        let active = self.markers.active();
        if self.at_point.len() == 1 && active.is_live() {
            self.shown = Shown::Version(first);
            return Ok(true);
        }
        let with_row = |version: &usize| match at(*version) {
            Some(Unfiltered::Row(row)) => Some((*version, row)),
            _ => None,
        };
        let versions = || self.at_point.iter().filter_map(with_row);
        let rows: Few<&Row> = versions().map(|(_, row)| row).collect();
        let merged = self.rows.merge(&rows, active);
        self.shown = match merged.map_err(|error| MergeError::Value { key: self.key().to_vec(), error })? {
            MergedRow::Nothing => return Ok(false),
            MergedRow::Version(at) => version_at(versions(), at),
            MergedRow::Made => Shown::Row,
        };
        Ok(true)
    }
}

/// One of the versions of a row.
fn version_at<'r>(mut versions: impl Iterator<Item = (usize, &'r Row)>, at: usize) -> Shown {
    versions.nth(at).map_or(Shown::Nothing, |(version, _)| Shown::Version(version))
}

fn order_of_keys<S>(partitioner: &Partitioner, sources: &[Source<S>], a: usize, b: usize) -> Ordering {
    match (&sources[a].key, &sources[b].key) {
        (Some(a), Some(b)) => partitioner.compare_keys(a, b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

fn order_of_points<S: Partitions>(
    comparator: &ClusteringComparator,
    sources: &[Source<S>],
    a: usize,
    b: usize,
) -> Ordering {
    match (sources[a].partitions.unfiltered(), sources[b].partitions.unfiltered()) {
        (Some(a), Some(b)) => comparator.compare(a.prefix(), b.prefix()),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

impl<S: Partitions> Partitions for Merge<'_, S> {
    type Error = MergeError<S::Error>;

    fn next_partition(&mut self) -> Result<bool, S> {
        // They are no versions any more, whatever comes.
        let mut last = std::mem::take(&mut self.versions);
        let done = last.iter().try_for_each(|number| self.go_on(*number));
        last.clear();
        self.versions = last;
        done?;
        self.shown = Shown::Nothing;
        let (sources, partitioner) = (&self.sources, self.partitioner);
        self.by_key.pop(&mut self.versions, |a, b| order_of_keys(partitioner, sources, a, b));
        if self.versions.len() > 1 {
            self.begin_partition()?;
        }
        Ok(!self.versions.is_empty())
    }

    fn next_unfiltered(&mut self) -> Result<bool, S> {
        if let [only] = *self.versions {
            self.shown = Shown::Version(only);
            return self.sources[only].partitions.next_unfiltered().map_err(MergeError::Source);
        }
        loop {
            for version in &self.at_point {
                if self.sources[*version].partitions.next_unfiltered().map_err(MergeError::Source)? {
                    let (sources, comparator) = (&self.sources, self.comparator);
                    self.by_clustering.push(*version, |a, b| order_of_points(comparator, sources, a, b));
                }
            }
            let (sources, comparator) = (&self.sources, self.comparator);
            self.by_clustering.pop(&mut self.at_point, |a, b| order_of_points(comparator, sources, a, b));
            if self.at_point.is_empty() {
                self.shown = Shown::Nothing;
                return Ok(false);
            }
            if self.merge_point()? {
                return Ok(true);
            }
        }
    }

    fn key(&self) -> &[u8] {
        self.versions.first().map_or(&[], |version| self.sources[*version].partitions.key())
    }

    fn deletion(&self) -> Option<DeletionTime> {
        match *self.versions {
            [only] => self.sources[only].partitions.deletion(),
            _ => self.deletion,
        }
    }

    fn static_row(&self) -> Option<&Row> {
        match *self.versions {
            [only] => self.sources[only].partitions.static_row(),
            _ => match self.static_row {
                Shown::Nothing | Shown::Marker => None,
                Shown::Version(version) => self.sources[version].partitions.static_row(),
                Shown::Row => Some(self.static_rows.row()),
            },
        }
    }

    fn unfiltered(&self) -> Option<Unfiltered<'_>> {
        match self.shown {
            Shown::Nothing => None,
            Shown::Version(version) => self.sources[version].partitions.unfiltered(),
            Shown::Row => Some(Unfiltered::Row(self.rows.row())),
            Shown::Marker => Some(Unfiltered::Marker(self.markers.marker())),
        }
    }

    fn take_row(&mut self, row: &mut Row) {
        match self.shown {
            Shown::Version(version) => self.sources[version].partitions.take_row(row),
            Shown::Row => self.rows.take_row(row),
            Shown::Nothing | Shown::Marker => {}
        }
    }
}
