use std::sync::Arc;

use cqlite_rows::merge::{MergedRow, RowMerger};
use cqlite_rows::{DeletionTime, RangeTombstoneMarker, Row};

use crate::open_ranges::OpenRanges;
use crate::{Update, UpdateError, UpdateTable, Updates};

/// Versions of a row that are held until they become one.
const MOST_VERSIONS: usize = 64;

/// What takes the partitions that come of updates.
pub trait Assembled {
    /// What may go wrong.
    type Error: From<UpdateError>;

    /// A partition begins.
    ///
    /// # Errors
    /// It is not taken.
    fn partition(
        &mut self,
        key: &[u8],
        deletion: Option<DeletionTime>,
        static_row: Option<&Row>,
    ) -> Result<(), Self::Error>;

    /// A row of it, which may be taken away in exchange for another one.
    ///
    /// # Errors
    /// It is not taken.
    fn row(&mut self, row: &mut Row) -> Result<(), Self::Error>;

    /// A marker of it.
    ///
    /// # Errors
    /// It is not taken.
    fn marker(&mut self, marker: &RangeTombstoneMarker) -> Result<(), Self::Error>;

    /// The partition ends.
    ///
    /// # Errors
    /// It is not taken.
    fn end_partition(&mut self) -> Result<(), Self::Error>;
}

/// Makes partitions of updates that come in the [`Order`](crate::Order) of an SSTable: of several writes to a row one row, of ranges markers,
/// and what is deleted goes.
#[derive(Debug)]
pub struct Assembler {
    table: Arc<UpdateTable>,
    key: Vec<u8>,
    has_partition: bool,
    deletion: Option<DeletionTime>,
    static_row: Versions,
    /// Whether the partition has been begun, with its deletion and its static row.
    has_begun: bool,
    row: Versions,
    ranges: OpenRanges,
}

/// The versions of a row.
#[derive(Debug, Default)]
struct Versions {
    /// Those after the ones that count are left over, for their memory.
    rows: Vec<Row>,
    len: usize,
}

impl Versions {
    fn push(&mut self, row: &Row, columns: &[cqlite_schema::Column]) -> Result<(), UpdateError> {
        if self.len == MOST_VERSIONS {
            self.merge(columns, DeletionTime::LIVE)?;
        }
        if self.len == self.rows.len() {
            self.rows.push(Row::default());
        }
        self.rows[self.len].copy_from(row);
        self.len += 1;
        Ok(())
    }

    /// Makes one of them, as far as a deletion does not delete it.
    fn merge(&mut self, columns: &[cqlite_schema::Column], active: DeletionTime) -> Result<(), UpdateError> {
        if self.len == 0 || (self.len == 1 && active.is_live()) {
            return Ok(());
        }
        let mut merger = RowMerger::new(columns);
        let versions: Vec<&Row> = self.rows[..self.len].iter().collect();
        match merger.merge(&versions, active)? {
            MergedRow::Nothing => self.len = 0,
            MergedRow::Version(version) => {
                self.rows.swap(0, version);
                self.len = 1;
            }
            MergedRow::Made => {
                merger.take_row(&mut self.rows[0]);
                self.len = 1;
            }
        }
        Ok(())
    }

    fn first(&mut self) -> Option<&mut Row> {
        self.rows[..self.len].first_mut()
    }
}

impl Assembler {
    /// One for a table.
    #[must_use]
    pub fn new(table: Arc<UpdateTable>) -> Self {
        Assembler {
            ranges: OpenRanges::new(Arc::clone(&table)),
            table,
            key: Vec::new(),
            has_partition: false,
            deletion: None,
            static_row: Versions::default(),
            has_begun: false,
            row: Versions::default(),
        }
    }

    /// What takes updates, and sends what comes of them.
    pub fn sending<'a, A: Assembled>(&'a mut self, to: &'a mut A) -> Assembling<'a, A> {
        Assembling { assembler: self, to }
    }

    /// Takes the next update.
    ///
    /// # Errors
    /// What cannot be merged, and those of `to`.
    pub fn update<A: Assembled>(&mut self, key: &[u8], update: Update<'_>, to: &mut A) -> Result<(), A::Error> {
        if !self.has_partition || self.key != key {
            self.end(to)?;
            self.key.clear();
            self.key.extend_from_slice(key);
            (self.has_partition, self.has_begun, self.deletion) = (true, false, None);
        }
        match update {
            Update::Partition(deletion) => {
                self.deletion = DeletionTime::newest(self.deletion.into_iter().chain([deletion]));
            }
            Update::Row(row) if row.is_static() => {
                self.static_row.push(row, &self.table.schema.static_columns)?;
            }
            Update::Row(row) => {
                self.begin(to)?;
                if self.row.first().is_some_and(|own| own.clustering != row.clustering) {
                    self.send_row(to)?;
                }
                if self.row.len == 0 {
                    self.send_markers(Some(&row.clustering), to)?;
                }
                self.row.push(row, &self.table.schema.regular_columns)?;
            }
            Update::Range { start, end, deletion } => {
                self.begin(to)?;
                self.send_row(to)?;
                self.send_markers(Some(start), to)?;
                self.ranges.start(start, end, deletion);
            }
        }
        Ok(())
    }

    /// No update comes any more.
    ///
    /// # Errors
    /// What cannot be merged, and those of `to`.
    pub fn end<A: Assembled>(&mut self, to: &mut A) -> Result<(), A::Error> {
        if !std::mem::take(&mut self.has_partition) {
            return Ok(());
        }
        self.begin(to)?;
        self.send_row(to)?;
        self.send_markers(None, to)?;
        to.end_partition()
    }

    /// Begins the partition, if that has not been done.
    fn begin<A: Assembled>(&mut self, to: &mut A) -> Result<(), A::Error> {
        if self.has_begun {
            return Ok(());
        }
        self.has_begun = true;
        self.static_row.merge(&self.table.schema.static_columns, self.deletion.unwrap_or(DeletionTime::LIVE))?;
        self.ranges.begin(self.deletion);
        to.partition(&self.key, self.deletion, self.static_row.first().map(|row| &*row))?;
        self.static_row.len = 0;
        Ok(())
    }

    fn send_row<A: Assembled>(&mut self, to: &mut A) -> Result<(), A::Error> {
        if self.row.len == 0 {
            return Ok(());
        }
        self.row.merge(&self.table.schema.regular_columns, self.ranges.active())?;
        if let Some(row) = self.row.first() {
            to.row(row)?;
        }
        self.row.len = 0;
        Ok(())
    }

    fn send_markers<A: Assembled>(
        &mut self,
        before: Option<&cqlite_rows::clustering::OwnedPrefix>,
        to: &mut A,
    ) -> Result<(), A::Error> {
        while let Some(marker) = self.ranges.next(before) {
            to.marker(marker)?;
        }
        Ok(())
    }
}

/// An assembler with what it sends to, which takes updates.
#[derive(Debug)]
pub struct Assembling<'a, A> {
    assembler: &'a mut Assembler,
    to: &'a mut A,
}

impl<A: Assembled> Updates for Assembling<'_, A> {
    type Error = A::Error;

    fn update(&mut self, key: &[u8], update: Update<'_>) -> Result<(), A::Error> {
        self.assembler.update(key, update, self.to)
    }
}
