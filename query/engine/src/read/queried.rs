//! Which elements of collections a statement asks for (`ColumnFilter`): of those it does not ask for, Cassandra does not read the values.

use std::cmp::Ordering;

use cqlite_rows::Cell;
use cqlite_runtime::marshal::MarshalType;

/// Elements from a key to a key, both included; no key is no bound (`ColumnSubselection`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Elements {
    pub(crate) from: Option<Vec<u8>>,
    pub(crate) to: Option<Vec<u8>>,
}

/// The columns of which only some elements are asked for, by their index among the table's.
#[derive(Debug, Clone, Default)]
pub(crate) struct Queried {
    columns: Vec<(usize, Vec<Elements>)>,
}

impl Queried {
    /// Takes in elements of a column whose keys are of a type. Of those that begin with the same key only the first are asked for.
    pub(crate) fn add(&mut self, column: usize, key_type: &MarshalType, elements: Elements) {
        let at = self.columns.iter().position(|(own, _)| *own == column);
        let at = at.unwrap_or_else(|| {
            self.columns.push((column, Vec::new()));
            self.columns.len() - 1
        });
        let order = |own: &Elements| match (&own.from, &elements.from) {
            (Some(own), Some(new)) => cqlite_types::compare(key_type, own, new),
            (own, new) => own.is_some().cmp(&new.is_some()),
        };
        let all = &mut self.columns[at].1;
        if let Err(place) = all.binary_search_by(order) {
            all.insert(place, elements);
        }
    }

    /// The cells of a column that are seen, where it is not asked for as a whole: of elements that are not asked for, those that tell that
    /// their row is there, without their values.
    pub(crate) fn seen<'r>(
        &self,
        column: usize,
        key_type: Option<&MarshalType>,
        row_timestamp: i64,
        cells: &mut Vec<Cell<'r>>,
    ) {
        let Some((_, all)) = self.columns.iter().find(|(own, _)| *own == column) else { return };
        let Some(key_type) = key_type else { return };
        let mut rest = all.iter().peekable();
        cells.retain_mut(|cell| {
            // Keys come in order: elements that end before one are behind those that follow.
            while rest.next_if(|own| own.place(key_type, cell.path) == Ordering::Greater).is_some() {}
            if rest.peek().is_some_and(|own| own.place(key_type, cell.path) == Ordering::Equal) {
                return true;
            }
            cell.value = &[];
            cell.timestamp >= row_timestamp
        });
    }
}

impl Elements {
    /// Whether a key is before them, among them, or behind them.
    fn place(&self, key_type: &MarshalType, key: &[u8]) -> Ordering {
        if self.from.as_ref().is_some_and(|from| cqlite_types::compare(key_type, key, from).is_lt()) {
            return Ordering::Less;
        }
        match self.to.as_ref().is_some_and(|to| cqlite_types::compare(key_type, to, key).is_lt()) {
            true => Ordering::Greater,
            false => Ordering::Equal,
        }
    }
}
