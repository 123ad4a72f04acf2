use cqlite_rows::{DeletionTime, Partitions, Row, Unfiltered};

/// Partitions without what columns had up to when they were dropped (`DeserializationHelper.isDropped`). Rows that say nothing then are passed over.
///
/// Cassandra leaves it out of what it reads of each SSTable; of what is newest of all of them the same is left.
#[derive(Debug)]
pub struct Dropped<P> {
    partitions: P,
    columns: DroppedColumns,
    static_row: Row,
    row: Row,
    is_row: bool,
}

/// The numbers of dropped columns, static ones and others, and until when, in microseconds since 1970, each was there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DroppedColumns {
    /// The static ones.
    pub of_static: Vec<(usize, i64)>,
    /// The others.
    pub regular: Vec<(usize, i64)>,
}

impl<P: Partitions> Dropped<P> {
    /// Without what these columns had.
    pub fn new(partitions: P, columns: DroppedColumns) -> Self {
        let static_row = Row::empty_static();
        Dropped { partitions, columns, static_row, row: Row::default(), is_row: false }
    }

    /// The partitions from which this takes.
    pub fn get_ref(&self) -> &P {
        &self.partitions
    }
}

fn forget(row: &mut Row, columns: &[(usize, i64)]) {
    columns.iter().for_each(|(column, until)| row.drop_column(*column, *until));
}

impl<P: Partitions> Partitions for Dropped<P> {
    type Error = P::Error;

    fn next_partition(&mut self) -> Result<bool, P::Error> {
        self.is_row = false;
        if !self.partitions.next_partition()? {
            return Ok(false);
        }
        self.static_row.clear(true);
        if let Some(row) = self.partitions.static_row().filter(|_| !self.columns.of_static.is_empty()) {
            self.static_row.copy_from(row);
            forget(&mut self.static_row, &self.columns.of_static);
        }
        Ok(true)
    }

    fn next_unfiltered(&mut self) -> Result<bool, P::Error> {
        loop {
            self.is_row = false;
            if !self.partitions.next_unfiltered()? {
                return Ok(false);
            }
            if self.columns.regular.is_empty() || matches!(self.partitions.unfiltered(), Some(Unfiltered::Marker(_))) {
                return Ok(true);
            }
            self.partitions.take_row(&mut self.row);
            forget(&mut self.row, &self.columns.regular);
            self.is_row = true;
            if !self.row.is_empty() {
                return Ok(true);
            }
        }
    }

    fn key(&self) -> &[u8] {
        self.partitions.key()
    }

    fn deletion(&self) -> Option<DeletionTime> {
        self.partitions.deletion()
    }

    fn static_row(&self) -> Option<&Row> {
        match self.columns.of_static.is_empty() {
            true => self.partitions.static_row(),
            false => Some(&self.static_row).filter(|row| !row.is_empty()),
        }
    }

    fn unfiltered(&self) -> Option<Unfiltered<'_>> {
        match self.is_row {
            true => Some(Unfiltered::Row(&self.row)),
            false => self.partitions.unfiltered(),
        }
    }

    fn take_row(&mut self, row: &mut Row) {
        match self.is_row {
            true => std::mem::swap(&mut self.row, row),
            false => self.partitions.take_row(row),
        }
    }
}
