use std::sync::Arc;

use cqlite_format::common::PrefixKind;
use cqlite_rows::clustering::{OwnedPrefix, PrefixValues};
use cqlite_rows::Row;
use cqlite_types::spelling;
use cqlite_types::value::{ToCql, ValueWriter};

use crate::key::{self, Key};
use crate::list_paths::ListPaths;
use crate::staged::Staged;
use crate::table::Place;
use crate::times::Times;
use crate::{Update, UpdateError, UpdateTable, Updates, Using, Values};

/// What a statement does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// The row is there from now on.
    Insert,
    /// Columns of it get values; the row is there as long as one has.
    Update,
    /// Columns, the row, some rows or the partition are deleted.
    Delete,
    /// Rows between two bounds are.
    DeleteRange,
}

/// A statement that is put together, and then the next one in the same memory. What is wrong is said at the end.
#[derive(Debug)]
pub struct Statement {
    pub(crate) table: Arc<UpdateTable>,
    verb: Verb,
    key: Key,
    start: OwnedPrefix,
    end: OwnedPrefix,
    has_bounds: bool,
    /// When, and for how long.
    pub using: Using,
    /// The clock, in microseconds since 1970.
    pub(crate) micros: i64,
    /// What is written to the row, and to the static one.
    pub(crate) rows: [Staged; 2],
    pub(crate) paths: ListPaths,
    pub(crate) value: ValueWriter,
    /// The column that was named last.
    pub(crate) last: Option<Place>,
    row: Row,
    static_row: Row,
    wrong: Option<UpdateError>,
}

impl Statement {
    /// Statements of a table, whose lists get these paths.
    #[must_use]
    pub fn new(table: Arc<UpdateTable>, paths: ListPaths) -> Self {
        Statement {
            table,
            verb: Verb::Update,
            key: Key::default(),
            start: OwnedPrefix::default(),
            end: OwnedPrefix::default(),
            has_bounds: false,
            using: Using::default(),
            micros: 0,
            rows: Default::default(),
            paths,
            value: ValueWriter::default(),
            last: None,
            row: Row::default(),
            static_row: Row::empty_static(),
            wrong: None,
        }
    }

    /// Begins another statement, of a key and a clustering, at a time of the clock in microseconds since 1970.
    pub fn start(&mut self, verb: Verb, key: &impl Values, using: Using, micros: i64) {
        self.rows.iter_mut().for_each(Staged::clear);
        (self.verb, self.using, self.micros, self.last, self.has_bounds) = (verb, using, micros, None, false);
        self.wrong = self.key.take(&self.table, key).err();
        if verb == Verb::DeleteRange {
            (self.start, self.end) = (self.key.clustering.as_bound(true), self.key.clustering.as_bound(false));
        }
    }

    /// Does something, unless something was wrong before.
    fn then(&mut self, step: impl FnOnce(&mut Self) -> Result<(), UpdateError>) {
        if self.wrong.is_none() {
            self.wrong = step(self).err();
        }
    }

    /// A column has a value.
    pub fn set<V: ToCql + ?Sized>(&mut self, column: &str, value: &V) {
        self.then(|own| own.set_column(column, value));
    }

    /// A collection gets elements; a list behind its own.
    pub fn add<V: ToCql + ?Sized>(&mut self, column: &str, elements: &V) {
        self.then(|own| own.add_elements(column, elements));
    }

    /// A list gets elements in front of its own.
    pub fn prepend<V: ToCql + ?Sized>(&mut self, column: &str, elements: &V) {
        self.then(|own| own.prepend_elements(column, elements));
    }

    /// A set loses elements, a map those of some keys.
    pub fn remove<V: ToCql + ?Sized>(&mut self, column: &str, elements: &V) {
        self.then(|own| own.remove_elements(column, elements));
    }

    /// A map has a value for a key.
    pub fn put<K: ToCql + ?Sized, V: ToCql + ?Sized>(&mut self, column: &str, key: &K, value: &V) {
        self.then(|own| own.put_entry(column, key, value));
    }

    /// A field of a user type has a value.
    pub fn set_in<V: ToCql + ?Sized>(&mut self, column: &str, field: &str, value: &V) {
        self.then(|own| own.set_field(column, field, value));
    }

    /// A counter is incremented.
    pub fn increment(&mut self, column: &str, count: i64) {
        self.then(|own| own.add_count(column, count));
    }

    /// A column is deleted.
    pub fn delete(&mut self, column: &str) {
        self.then(|own| own.delete_column(column));
    }

    /// An element of a set, or an entry of a map, is deleted.
    pub fn delete_from<K: ToCql + ?Sized>(&mut self, column: &str, key: &K) {
        self.then(|own| own.delete_element(column, key));
    }

    /// A field of a user type is deleted.
    pub fn delete_in(&mut self, column: &str, field: &str) {
        self.then(|own| own.delete_field(column, field));
    }

    /// The range has what is greater than these values of the clustering columns that follow, and what is equal if it includes that.
    pub fn from(&mut self, values: &impl Values, includes: bool) {
        self.then(|own| own.bound(values, true, includes));
    }

    /// The range has what is less than these values, and what is equal if it includes that.
    pub fn to(&mut self, values: &impl Values, includes: bool) {
        self.then(|own| own.bound(values, false, includes));
    }

    /// In descending order what is greater comes first.
    fn bound(&mut self, values: &impl Values, is_least: bool, includes: bool) -> Result<(), UpdateError> {
        let mut bound = self.key.clustering.clone();
        let is_start = key::bound(&self.table, values, &mut self.value, &mut bound)? != is_least;
        bound.set_kind(match (is_start, includes) {
            (true, true) => PrefixKind::InclStartBound,
            (true, false) => PrefixKind::ExclStartBound,
            (false, true) => PrefixKind::InclEndBound,
            (false, false) => PrefixKind::ExclEndBound,
        });
        *(if is_start { &mut self.start } else { &mut self.end }) = bound;
        self.has_bounds = true;
        Ok(())
    }

    /// Ends the statement: what it makes of the partition goes to `updates`. What is wrong with it leaves nothing.
    ///
    /// # Errors
    /// What is wrong with it, or those of `updates`.
    pub fn finish<U: Updates>(&mut self, updates: &mut U) -> Result<(), U::Error>
    where
        U::Error: From<UpdateError>,
    {
        if let Some(wrong) = self.wrong.take() {
            return Err(wrong.into());
        }
        let is_delete = matches!(self.verb, Verb::Delete | Verb::DeleteRange);
        let deletes = is_delete || self.rows.iter().any(Staged::deletes);
        let times = Times::of(&self.using, is_delete, deletes, &self.table, self.micros)?;
        let [regular, fixed] = [0, 1].map(|i| self.rows[i].named > 0);
        match self.verb {
            Verb::DeleteRange => self.range(&times, updates),
            Verb::Delete if !regular && !fixed => self.delete_rows(&times, updates),
            verb => {
                self.check(verb, regular, fixed)?;
                let has_row = regular || (verb == Verb::Insert && self.key.is_row(&self.table));
                self.fill(false, has_row, &times);
                self.fill(true, fixed, &times);
                self.send(updates)
            }
        }
    }

    /// Refuses what names rows otherwise than its columns need.
    fn check(&self, verb: Verb, regular: bool, fixed: bool) -> Result<(), UpdateError> {
        let (is_row, num_values) = (self.key.is_row(&self.table), self.key.clustering.len());
        if verb == Verb::Insert && self.table.has_counters {
            return Err(UpdateError::CounterInsert);
        }
        if !regular && !fixed && verb == Verb::Update {
            return Err(UpdateError::Nothing);
        }
        if is_row {
            let is_static_only = fixed && !regular && num_values > 0 && verb != Verb::Insert;
            return if is_static_only { Err(UpdateError::OnlyStatic) } else { Ok(()) };
        }
        match (regular, fixed, num_values) {
            (false, true, 0) => Ok(()),
            (true, _, _) if verb == Verb::Delete => Err(UpdateError::RangeOfColumns),
            (true, _, 0) => {
                let columns = &self.table.definition.regular_columns;
                let last = self.last.filter(|last| !last.is_static);
                let name = last.and_then(|last| columns.get(last.index)).or(columns.first());
                Err(UpdateError::NoRow { column: name.map_or_else(String::new, |column| column.name.clone()) })
            }
            _ => {
                let found = self.table.definition.partition_key.len() + num_values;
                let all = self.table.definition.partition_key.len() + self.table.definition.clustering.len();
                Err(UpdateError::KeyValues { found, wanted: format!("{all} columns") })
            }
        }
    }

    /// Makes what is written to the row, or to the static one.
    fn fill(&mut self, is_static: bool, is_written: bool, times: &Times) {
        let row = if is_static { &mut self.static_row } else { &mut self.row };
        row.clear(is_static);
        if !is_written {
            return;
        }
        if !is_static {
            row.clustering.copy_from(&self.key.clustering);
            if self.verb == Verb::Insert {
                row.liveness = times.liveness();
            }
        }
        self.rows[usize::from(is_static)].fill(row, self.table.schema.columns(is_static), times);
    }

    /// Hands over what was made, both or none.
    fn send<U: Updates>(&self, updates: &mut U) -> Result<(), U::Error> {
        let (key, row, fixed) = (&self.key.key, Update::Row(&self.row), Update::Row(&self.static_row));
        match (self.row.is_empty(), self.static_row.is_empty()) {
            (true, true) => Ok(()),
            (false, true) => updates.update(key, row),
            (true, false) => updates.update(key, fixed),
            (false, false) => {
                updates.admit(key, &row)?;
                updates.update(key, fixed)?;
                updates.update(key, row)
            }
        }
    }

    /// Without a column: a partition, a row, or the rows that begin with some values.
    fn delete_rows<U: Updates>(&mut self, times: &Times, updates: &mut U) -> Result<(), U::Error>
    where
        U::Error: From<UpdateError>,
    {
        let deletion = times.deletion();
        let key = &self.key;
        if key.clustering.is_empty() {
            if times.timestamp < self.table.first_deletion {
                let parts = spelling::key_parts(self.table.schema.keys.key_type.as_ref(), &key.key);
                let (partition, version) = (spelling::joined(&parts), self.table.version.letters());
                return Err(UpdateError::Deletion { partition, timestamp: times.timestamp, version }.into());
            }
            return updates.update(&key.key, Update::Partition(deletion));
        }
        if key.is_row(&self.table) {
            self.row.clear(false);
            self.row.clustering.copy_from(&key.clustering);
            self.row.deletion = Some(deletion);
            return updates.update(&key.key, Update::Row(&self.row));
        }
        let [start, end] = [true, false].map(|is_start| key.clustering.as_bound(is_start));
        updates.update(&key.key, Update::Range { start: &start, end: &end, deletion })
    }

    fn range<U: Updates>(&mut self, times: &Times, updates: &mut U) -> Result<(), U::Error>
    where
        U::Error: From<UpdateError>,
    {
        if !self.has_bounds {
            return self.delete_rows(times, updates);
        }
        // What has nothing between its bounds is nothing (`Slice.isEmpty`).
        if self.table.comparator.compare(&self.start, &self.end).is_ge() {
            return Ok(());
        }
        let deletion = times.deletion();
        updates.update(&self.key.key, Update::Range { start: &self.start, end: &self.end, deletion })
    }
}
